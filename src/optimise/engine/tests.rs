//! The engine against exhaustive search and against HiGHS.

use std::ops::ControlFlow;

use rust_decimal::Decimal;

use super::Engine;
use crate::measure::evaluate;
use crate::model::{Case, Timing};
use crate::optimise::testing::random_case;
use crate::optimise::{CutOff, End, Found, Goal, Options, Precision, Solver, SolverChoice, Task, choice};

fn task<'a>(case: &'a Case, options: &'a Options, goal: Goal) -> Task<'a> {
    let (warm, cut_offs, precision): (_, &[CutOff], _) = (None, &[], Precision::Normal);
    Task { case, options, time_left: None, warm, goal, cut_offs, precision }
}

fn ask(solver: &dyn Solver, case: &Case, goal: Goal) -> Found {
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

#[test]
fn agrees_with_highs_on_small_cases() {
    let count = 60;
    let (highs, _) = choice::choose(&Case::default(), SolverChoice::Highs).unwrap();
    for seed in 0..count {
        let mut case = random_case(seed, 4 + (seed % 9) as usize, (seed % 4) as u32);
        case.timing = Timing::Final;
        let ours = ask(&Engine, &case, Goal::Best);
        let theirs = ask(highs.as_ref(), &case, Goal::Best);
        let (one, other) = (objective(&case, &ours), objective(&case, &theirs));
        assert!(within(one, other), "seed {seed}: engine {one:?} {:?}, HiGHS {other:?} {:?}", ours.end, theirs.end);
        assert!(matches!(ours.end, End::Proven | End::Infeasible), "seed {seed}: {:?}", ours.end);
        if let Some(best) = one {
            let goal = Goal::Cheapest { at_least: best - Decimal::new(9, 7) };
            let (ours, theirs) = (ask(&Engine, &case, goal), ask(highs.as_ref(), &case, goal));
            let bill = |found: &Found| evaluate(&case, found.portfolio.as_ref().unwrap()).cost;
            objective(&case, &ours);
            assert!(
                (bill(&ours) - bill(&theirs)).abs() < Decimal::new(1, 3),
                "seed {seed}: {} {}",
                bill(&ours),
                bill(&theirs)
            );
        }
    }
}
