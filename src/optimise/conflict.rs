//! Why no portfolio is possible: a smallest set of rules that cannot hold together.
//!
//! A deletion filter over the rules of the case, by name: rules are taken out in lots, and a lot stays out where the
//! rest still cannot hold together. What remains is irreducible: without any one of it the others can hold. It need not
//! be the only such set, nor the one with the fewest rules of all.

use std::ops::ControlFlow;
use std::time::Duration;

use rust_decimal::Decimal;

use super::answer::{Conflict, OptimiseError};
use super::backend::{Ask, Backend, Direction, Effort, Ended};
use super::formulation::program::{Program, Scale, Tag};
use super::formulation::{Form, state};
use super::solver::Precision;
use super::stages::Run;
use super::types::{Progress, Stage};
use super::{choice, repair};
use crate::measure::Rule;

/// The longest time for one probe. A probe that runs out of it is inconclusive, and its rule is kept.
const PROBE: Duration = Duration::from_secs(10);

/// Explains why no portfolio is possible.
pub(super) fn explain(run: &mut Run) -> Result<Conflict, OptimiseError> {
    let backend = choice::backend()?;
    let statement = state(run.case, Form::Apart);
    let rules = by_interest(&statement.program);
    let mut filter =
        Filter { backend: backend.as_ref(), program: &statement.program, active: rules.clone(), inconclusive: 0, run };
    match filter.can_hold(&rules)? {
        Some(true) => return Err(OptimiseError::WronglyInfeasible(backend.name())),
        Some(false) => {}
        None => filter.inconclusive += 1,
    }
    for kind in lots(&rules) {
        filter.take_out(&kind)?;
    }
    let (rules, proven_smallest) = (filter.active, filter.inconclusive == 0);
    let words = rules.iter().map(|rule| rule.describe(run.case)).collect();
    let repair = repair::cheapest(run, backend.as_ref())?;
    Ok(Conflict { rules, words, repair, proven_smallest })
}

/// How readily a rule is left out of the explanation: what planners change first is kept longest.
fn interest(rule: &Rule) -> u8 {
    match rule {
        Rule::Known(_) => 0,
        Rule::Shares(_) => 1,
        Rule::Start(_) => 2,
        Rule::LockedOut(_) => 3,
        Rule::Relation(_) => 4,
        Rule::LimitMax(_) => 5,
        Rule::LimitMin(_) => 6,
        Rule::Budget { .. } => 7,
        Rule::LockedIn(_) => 8,
        Rule::Floor(_) => 9,
        Rule::DomainsAtTarget => 10,
    }
}

/// The rules that the program states, the least interesting first.
fn by_interest(program: &Program) -> Vec<Rule> {
    let mut rules: Vec<Rule> = program
        .rows
        .iter()
        .filter_map(|row| match row.tag {
            Tag::Rule(rule) => Some(rule),
            _ => None,
        })
        .collect();
    rules.sort_by_key(|rule| (interest(rule), *rule));
    rules.dedup();
    rules
}

/// Rules of one kind together: most kinds have no part in a conflict and go at once.
fn lots(rules: &[Rule]) -> Vec<Vec<Rule>> {
    rules.chunk_by(|a, b| interest(a) == interest(b)).map(<[Rule]>::to_vec).collect()
}

struct Filter<'a, 'b> {
    backend: &'a dyn Backend,
    program: &'a Program,
    active: Vec<Rule>,
    inconclusive: usize,
    run: &'a mut Run<'b>,
}

impl Filter<'_, '_> {
    /// Takes out as much of a lot as the rest does not need to be impossible.
    fn take_out(&mut self, lot: &[Rule]) -> Result<(), OptimiseError> {
        let rest: Vec<Rule> = self.active.iter().filter(|rule| !lot.contains(rule)).copied().collect();
        match self.can_hold(&rest)? {
            Some(false) => self.active = rest,
            Some(true) if lot.len() == 1 => {}
            None if lot.len() == 1 => self.inconclusive += 1,
            _ => {
                let (first, second) = lot.split_at(lot.len() / 2);
                self.take_out(first)?;
                self.take_out(second)?;
            }
        }
        Ok(())
    }

    /// Whether these rules can hold together; none where the probe ran out of time.
    fn can_hold(&mut self, rules: &[Rule]) -> Result<Option<bool>, OptimiseError> {
        if self.run.is_over() {
            return Ok(None);
        }
        let holds = |tag: &Tag| match tag {
            Tag::Rule(rule) => rules.contains(rule),
            _ => true,
        };
        let program = Program {
            rows: self.program.rows.iter().filter(|row| holds(&row.tag)).cloned().collect(),
            ..self.program.clone()
        };
        let ask = feasibility(self.run);
        let run = &mut *self.run;
        let outcome = self.backend.run(&program, &ask, &mut |_| probing(run, Stage::Conflict))?;
        Ok(match outcome.end {
            Ended::Infeasible => Some(false),
            Ended::Done => Some(true),
            Ended::Stopped(_) => outcome.values.map(|_| true),
        })
    }
}

/// Any point at all is asked for.
fn feasibility(run: &Run) -> Ask {
    Ask {
        direction: Direction::Minimise,
        objective: Vec::new(),
        scale: Scale::ONE,
        gap: Decimal::ZERO,
        time: Some(run.time_left().map_or(PROBE, |left| left.min(PROBE))),
        threads: run.options.threads,
        precision: Precision::Normal,
        effort: Effort::Balanced,
        start: None,
    }
}

/// Tells that the work goes on.
pub(super) fn probing(run: &mut Run, stage: Stage) -> ControlFlow<()> {
    run.tell(&Progress::default(), stage)
}
