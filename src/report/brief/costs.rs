//! What rules cost that a portfolio keeps with nothing to spare: the best portfolio is looked for once more without each of them.
//!
//! That is done where it is quick. Whether it is, and where it ends if it takes more than that promised, goes by the case, its
//! answer and the work that is done, never by the clock: the same case gives the same report on every machine, however busy.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};

use rust_decimal::Decimal;

use crate::analyse::importance::{told, without_each};
use crate::analyse::{Failure, Listener, Oracle, Outcome, QueryRunner, Skips, Solving};
use crate::model::exact::subtract;
use crate::model::order::InOrder as _;
use crate::model::{Case, Portfolio};
use crate::optimise::{Answer, Options, Progress, Query, QueryResult, Status, WarmStart};
use crate::report::Figure;
use crate::report::data::RuleCost;
use crate::rules::{Rule, judged_and_negotiable};

/// An answer that took more nodes than this is not looked for again and again.
const NODES: u64 = 1_000;
/// Nor is that of a case with more candidates.
const CANDIDATES: usize = 1_000;
/// Of more rules than this the others are left out.
const RULES: usize = 48;
/// All searches together may take so many nodes, a node counted for each candidate, because it takes as much longer. On the
/// machine of `benches/README.md` that is some twenty seconds.
const WORK: u64 = 1_000_000;
/// A search counts as this many nodes before its first one.
const SEARCH: u64 = 4;

/// Answers as long as there is work left, and then that nothing is known.
struct Frugal {
    solving: Solving,
    /// In nodes.
    left: AtomicU64,
}

impl Frugal {
    fn new(options: &Options, nodes: u64) -> Self {
        let options = Options { threads: 1, told_every_step: true, ..options.clone() };
        Self { solving: Solving { options }, left: AtomicU64::new(nodes) }
    }
}

impl Oracle for Frugal {
    fn answer(
        &self,
        question: &Query,
        warm: Option<&Portfolio>,
        memory: &mut WarmStart,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<QueryResult, Failure> {
        let left = self.left.load(Ordering::Relaxed);
        if left == 0 {
            return Ok(QueryResult::NOTHING);
        }
        let mut nodes = 0;
        let counted = &mut |progress: &Progress| {
            nodes = progress.nodes;
            if nodes >= left { ControlFlow::Break(()) } else { on(progress) }
        };
        let reply = self.solving.answer(question, warm, memory, counted)?;
        self.left.store(left.saturating_sub(SEARCH + nodes.max(reply.nodes)), Ordering::Relaxed);
        Ok(reply)
    }
}

/// The rules beside budgets that the portfolio of an answer keeps with nothing to spare, and those that cost something though
/// there is room left, the dearest first. What budgets cost is told by their prices. A lock is among them only where it is known
/// what it costs: its reason stands elsewhere. `skips` ends a search that takes too long, `on` all of them.
pub fn rule_costs(
    (case, answer): (&Case, &Answer),
    options: &Options,
    skips: Skips,
    on: &mut Listener<'_>,
) -> Result<Vec<RuleCost>, Failure> {
    costs_within((case, answer), &Frugal::new(options, WORK / (case.candidates.len() as u64).max(1)), skips, on)
}

fn costs_within(
    (case, answer): (&Case, &Answer),
    oracle: &Frugal,
    skips: Skips,
    on: &mut Listener<'_>,
) -> Result<Vec<RuleCost>, Failure> {
    let runner = &QueryRunner::new(oracle, 1, on).patient(None, skips);
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
        // Another solver counts its work its own way.
        && !answer.solver.is_word
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
        let proven = without.is_some_and(|it| it.is_proven());
        // That nothing better was found before a search ended says nothing.
        let cost = cost.filter(|cost| proven || *cost > Figure::default());
        let is_told = cost.map_or(binds && !is_lock(rule), |cost| binds || cost > Figure::default());
        is_told.then(|| RuleCost { rule: told(case, rule), cost, proven })
    };
    let mut costs: Vec<RuleCost> = rules.iter().zip(without).filter_map(cost).collect();
    costs.order_by_key(|it| std::cmp::Reverse(it.cost));
    Ok(costs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::compile::compile;
    use crate::model::generate::{Shape, planning};
    use crate::optimise::optimise;

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
            let on = &mut |_: &_| ControlFlow::Continue(());
            rule_costs((&case, answer), &Options::default(), Skips::default(), on).unwrap()
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

    /// However long the searches take, what is known of the costs goes by the work alone; what is left out is said to be.
    #[test]
    fn costs_end_by_work_and_not_by_time() {
        let case = compile(&planning(20, 103, Shape::Ladder)).case;
        let go_on = &mut |_: &_| ControlFlow::Continue(());
        let answer = optimise(&case, &Options::default(), None, go_on).unwrap();
        let costs = |nodes: u64, waits: u64| {
            let mut left = waits;
            let on = &mut |_: &_| {
                if left > 0 {
                    left -= 1;
                    std::thread::sleep(std::time::Duration::from_millis(5));
                }
                ControlFlow::Continue(())
            };
            costs_within((&case, &answer), &Frugal::new(&Options::default(), nodes), Skips::default(), on).unwrap()
        };
        let known = |costs: &[RuleCost]| costs.iter().filter(|it| it.cost.is_some()).count();
        let binding = |costs: &[RuleCost]| costs.iter().filter(|it| it.cost.is_none()).count();
        let few = costs(80, 0);
        assert_eq!(few, costs(80, 40), "time has no part in it");
        assert!(known(&few) > 0 && binding(&few) > 0, "{few:?}");
        let none = costs(0, 0);
        assert!(known(&none) == 0 && binding(&none) > 0, "{none:?}");
        assert!(known(&few) < known(&costs(160, 0)));
    }
}
