//! What would make an impossible case possible: the smallest sets of rules to loosen, each by as little as can be, in order
//! of price.
//!
//! The sets and how little each rule gives way come from the engine of [conflicts and repairs](crate::optimise::iis). *Order
//! of price*: the least money added to budgets first; of those that need the same, the one with the highest objective that is
//! then possible.

use super::alternatives::Ending;
use super::prelude::*;
use crate::measure::Rule;
use crate::model::{Case, Money};
use crate::optimise::ProofStatus;
pub use crate::optimise::iis::MOST_RULES;
use crate::optimise::iis::{self, Complete, Feasibility};
pub use crate::rules::{Change, UNIT};

/// What would make the case possible.
#[derive(Debug, Clone, PartialEq)]
pub struct Repair {
    /// The rules to loosen, all of them together.
    pub changes: Vec<Change>,
    /// Money added to budgets in all.
    pub money: Money,
    /// The best portfolio then.
    pub best: Outcome,
    /// Whether it is proven that none of the changes could be smaller.
    pub least: bool,
}

/// The repairs of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Repairs {
    /// The repairs, in order of price.
    pub repairs: Vec<Repair>,
    /// Why there are no more: all of at most [`MOST_RULES`] rules are there, as many as were asked for, or stopped.
    pub ending: Ending,
}

/// The repairs of a case without a portfolio, at most this many. `conflict` are rules that are known not to hold together, where
/// they are known. `tell` is told those that are priced so far, in order of price, whenever there is one more: each is priced as
/// soon as it is found, so that the first ones are there long before all are known.
pub fn repairs(
    runner: &QueryRunner<'_>,
    case: &Case,
    conflict: &[Rule],
    most: usize,
    tell: &dyn Fn(Repairs),
) -> Result<Repairs, Failure> {
    let mut repairs: Vec<Repair> = Vec::new();
    let mut asking = Asking { runner, pool: SolutionPool::default() };
    let complete = iis::repairs(&mut asking, case, conflict, most, &mut |asking, loosened| {
        runner.expect(1);
        let repaired = loosened.changes.iter().fold(case.clone(), |case, change| change.apply(&case));
        let best = Outcome::of(&runner.best(&mut asking.pool, &repaired, &say!("repairs-best-repaired-case"))?);
        let money = |change: &Change| if let Change::Raise(_, _, by) = change { *by } else { Decimal::ZERO };
        let money = loosened.changes.iter().map(money).sum();
        repairs.push(Repair { changes: loosened.changes, money, best, least: loosened.least });
        repairs.sort_by(|a, b| (a.money, b.best.objective).cmp(&(b.money, a.best.objective)));
        runner.finish(1);
        tell(Repairs { repairs: repairs.clone(), ending: Ending::Count });
        Ok(())
    })?;
    let ending = match complete {
        Complete::All => Ending::Complete,
        Complete::Asked => Ending::Count,
        Complete::Stopped => Ending::Stopped,
    };
    Ok(Repairs { repairs, ending })
}

/// Asks which cases are possible, and knows the portfolios that were found on the way.
struct Asking<'a, 'd> {
    runner: &'a QueryRunner<'d>,
    pool: SolutionPool,
}

/// Below every objective.
const LOWEST: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, true, 0);

impl Feasibility for Asking<'_, '_> {
    type Error = Failure;

    fn is_possible(&mut self, case: &Case, doing: &str) -> Result<Option<bool>, Failure> {
        let question = iis::any_portfolio(case);
        if self.pool.reaches(&question, LOWEST) {
            self.runner.imply();
            return Ok(Some(true));
        }
        let reply = self.runner.ask(&mut self.pool, &question, None, doing)?;
        Ok(match (reply.known, &reply.found) {
            (_, Some(_)) => Some(true),
            (ProofStatus::Impossible, None) => Some(false),
            _ => None,
        })
    }

    fn is_known_possible(&mut self, case: &Case) -> bool {
        self.pool.reaches(&iis::any_portfolio(case), LOWEST)
    }

    fn is_stopped(&self) -> bool {
        self.runner.is_stopped()
    }
}
