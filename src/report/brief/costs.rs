//! What rules cost that a portfolio keeps with nothing to spare: the best portfolio is looked for once more without each of them.
//!
//! That is done where it is quick, and whether it is goes by the case and its answer alone, so that the same case always gives
//! the same report. [`LONGEST`] only ends what takes far longer than that promises.

use std::time::Duration;

use rust_decimal::Decimal;

use crate::analyse::importance::{told, without_each};
use crate::analyse::{Failure, Outcome, QueryRunner};
use crate::model::Case;
use crate::model::exact::subtract;
use crate::model::order::InOrder as _;
use crate::optimise::{Answer, Status};
use crate::report::Figure;
use crate::report::data::RuleCost;
use crate::rules::{Rule, judged_and_negotiable};

/// It is not looked for longer than this.
pub const LONGEST: Duration = Duration::from_secs(20);
/// An answer that took more nodes than this is not looked for again and again.
const NODES: u64 = 1_000;
/// Nor is that of a case with more candidates.
const CANDIDATES: usize = 1_000;
/// Of more rules than this the others are left out.
const RULES: usize = 48;

/// The rules beside budgets that the portfolio of an answer keeps with nothing to spare, and those that cost something though
/// there is room left, the dearest first. What budgets cost is told by their prices. A lock is among them only where it is known
/// what it costs: its reason stands elsewhere.
pub fn rule_costs(case: &Case, answer: &Answer, runner: &QueryRunner<'_>) -> Result<Vec<RuleCost>, Failure> {
    let Some(found) = &answer.evaluation else { return Ok(Vec::new()) };
    let is_lock = |rule: Rule| matches!(rule, Rule::LockedIn(_) | Rule::LockedOut(_));
    let binds = |rule: Rule| found.verdicts.iter().any(|it| it.rule == rule && it.holds && it.binds && !it.idle);
    let is_asked = |rule: &Rule| !matches!(rule, Rule::Budget { .. }) && !rule.is_withheld(case);
    let all = judged_and_negotiable(case).into_iter().filter(is_asked);
    let mut rules: Vec<(Rule, bool)> = all.map(|rule| (rule, binds(rule))).collect();
    // Where there are too many, the first ones are asked.
    rules.order_by_key(|&(rule, binds)| (!binds, is_lock(rule)));
    let is_quick = answer.status == Status::Optimal
        && answer.stopped.is_none()
        && answer.solver.nodes <= NODES
        && case.candidates.len() <= CANDIDATES;
    let asked = if is_quick { rules.len().min(RULES) } else { 0 };
    let asked: Vec<Rule> = rules[..asked].iter().map(|(rule, _)| *rule).collect();
    // Where the weakest domain comes first, a rule costs what the best of the same level is worth more without it.
    let held = answer.level.map(|level| case.at_level(level.held));
    let mut without = without_each(held.as_ref().unwrap_or(case), &asked, runner)?;
    without.resize(rules.len(), None);
    let cost = |(&(rule, binds), without): (&(Rule, bool), Option<Outcome>)| {
        let better = without.as_ref().and_then(|it| it.objective);
        let cost = better.map(|it| Figure(subtract(it, found.objective).max(Decimal::ZERO).normalize()));
        let is_told = cost.map_or(binds && !is_lock(rule), |cost| binds || cost > Figure::default());
        let proven = without.is_some_and(|it| it.is_proven());
        is_told.then(|| RuleCost { rule: told(case, rule), cost, proven })
    };
    let mut costs: Vec<RuleCost> = rules.iter().zip(without).filter_map(cost).collect();
    costs.order_by_key(|it| std::cmp::Reverse(it.cost));
    Ok(costs)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analyse::Solving;
    use crate::model::compile::compile;
    use crate::optimise::{Options, optimise};

    /// The tutorial with a limit of 8 on cyber: 54.5 points. Without the limit, or without the lock that takes one of the 8, 59.
    #[test]
    fn a_rule_costs_what_the_best_without_it_gains() {
        let mut book = crate::store::tutorial();
        let limits = book.file("limits.csv").unwrap().replace(",10,", ",8,");
        book.put_file("limits.csv", &limits);
        let case = compile(&book).case;
        let go_on = &mut |_: &_| ControlFlow::Continue(());
        let mut answer = optimise(&case, &Options::default(), None, go_on).unwrap();
        assert_eq!(answer.evaluation.as_ref().unwrap().objective.normalize().to_string(), "54.5");
        let costs = |answer: &Answer| {
            let (solving, mut on) = (Solving::default(), |_: &_| ControlFlow::Continue(()));
            rule_costs(&case, answer, &QueryRunner::new(&solving, 1, &mut on)).unwrap()
        };
        let found = costs(&answer);
        assert!(found.iter().all(|it| it.proven), "{found:?}");
        let dear: Vec<_> = found.iter().filter(|it| it.cost > Some(Figure::default())).collect();
        assert_eq!(dear.len(), 2, "{found:?}");
        assert!(
            ["Incident desk", "8 million"].iter().all(|it| dear.iter().any(|cost| cost.rule.contains(it))),
            "{found:?}"
        );
        assert!(dear.iter().all(|it| it.cost == Some(Figure("4.5".parse().unwrap()))), "{found:?}");
        assert!(found.len() > 2, "what is kept with nothing to spare may cost nothing: {found:?}");
        // Where it would take long nothing is made up: neither the limit, which has room left, nor the lock, which stands elsewhere.
        answer.solver.nodes = NODES + 1;
        let left = costs(&answer);
        assert!(left.iter().all(|it| it.cost.is_none() && !it.proven), "{left:?}");
        assert_eq!(left.len(), found.len() - 2);
    }
}
