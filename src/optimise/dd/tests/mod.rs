//! The engine against exhaustive search, against HiGHS, on awkward cases, and its prices.
//!
//! `BESLISMACHT_SEEDS=20 cargo test --release engine` tries twenty times as many random cases as usual.

mod awkward;
mod cancel;
mod closure;
mod every_year;
pub(in crate::optimise) mod exhaustive;
mod features;
mod highs;
mod infeasible_assignment;
mod long_lists;
mod memory;
mod prices;
mod runs;
mod simplex;

use std::ops::ControlFlow;

use rust_decimal::Decimal;

use crate::measure::evaluate;
use crate::model::Case;
use crate::optimise::solvers::choice;
use crate::optimise::testing::{guests, highs, random_case};
use crate::optimise::{End, Engine, Found, Goal, NoGood, Options, Precision, Solver, SolverChoice, Task};

fn task<'a>(case: &'a Case, options: &'a Options, goal: Goal) -> Task<'a> {
    let (warm, no_goods, precision): (_, &[NoGood], _) = (None, &[], Precision::Normal);
    Task { case, options, time_left: None, warm, goal, no_goods, known: &[], precision }
}

pub(crate) fn ask(solver: &dyn Solver, case: &Case, goal: Goal) -> Found {
    let options = Options::default();
    solver.solve(&task(case, &options, goal), &mut |_| ControlFlow::Continue(())).unwrap()
}

fn objective(case: &Case, found: &Found) -> Option<Decimal> {
    let evaluation = evaluate(case, found.portfolio.as_ref()?);
    let broken: Vec<_> = evaluation.broken().map(|verdict| verdict.sentence(case)).collect();
    assert!(broken.is_empty(), "{} breaks {broken:?}", case.title);
    Some(evaluation.objective)
}

fn within(a: Option<Decimal>, b: Option<Decimal>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= Decimal::new(1, 6),
        (a, b) => a == b,
    }
}

/// This many random cases as usual, or as many times more as the tester asks for.
#[allow(clippy::disallowed_methods, reason = "a tester's own wish")]
fn seeds(usual: u64) -> std::ops::Range<u64> {
    let more = std::env::var("BESLISMACHT_SEEDS").ok().and_then(|times| times.parse().ok());
    0..usual * more.unwrap_or(1).max(1)
}

/// A random case: of a third of them the mean over the years counts.
fn fitting(seed: u64, candidates: usize, strictness: u32) -> Case {
    random_case(seed, candidates, strictness)
}

/// The general solver that the engine is held to.
fn referee() -> Box<dyn Solver> {
    let solver = highs().unwrap_or(SolverChoice::Microlp);
    let options = Options { solver, guests: guests(), ..Options::default() };
    choice::choose(&Case::default(), &options).unwrap().0
}

/// Asserts that the engine and the general solver prove the same, in both stages.
fn agree(case: &Case, name: &str) {
    let other = referee();
    let (ours, theirs) = (ask(&Engine, case, Goal::Best), ask(other.as_ref(), case, Goal::Best));
    let (one, two) = (objective(case, &ours), objective(case, &theirs));
    assert!(other.remark().is_none_or(|remark| !remark.contains("answered instead")), "{name}: {:?}", other.remark());
    assert!(within(one, two), "{name}: engine {one:?} {:?}, {} {two:?} {:?}", ours.end, other.name(), theirs.end);
    assert!(matches!(ours.end, End::Proven | End::Infeasible), "{name}: {:?}", ours.end);
    let Some(best) = one else { return };
    assert!(ours.bound.is_some_and(|bound| bound >= best - Decimal::new(1, 9)), "{name}: bound {:?}", ours.bound);
    let goal = Goal::Cheapest { at_least: best - Decimal::new(9, 7) };
    let (ours, theirs) = (ask(&Engine, case, goal), ask(other.as_ref(), case, goal));
    let bill = |found: &Found| found.portfolio.as_ref().map(|portfolio| evaluate(case, portfolio).cost);
    assert!(objective(case, &ours) >= Some(best - Decimal::new(2, 6)), "{name}: {ours:?}");
    let (one, two) = (bill(&ours).unwrap(), bill(&theirs).unwrap());
    let apart = (one - two).abs();
    assert!(apart <= Decimal::new(1, 3).max(two * Decimal::new(1, 6)), "{name}: bills {one} and {two}");
}
