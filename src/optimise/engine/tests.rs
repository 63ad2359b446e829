//! The engine against exhaustive search, against HiGHS, and on awkward cases.

use std::ops::ControlFlow;

use rust_decimal::Decimal;

use super::Engine;
use crate::measure::evaluate;
use crate::model::generate::{Shape, planning};
use crate::model::{CandidateIx, Case, Pick, Portfolio, ShareRange, Timing, compile};
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

/// All whole splits of 100 percent in these ranges, for at most two ministries.
fn splits(ranges: &[ShareRange]) -> Vec<Vec<u8>> {
    match ranges {
        [one] => {
            if one.contains(100) {
                vec![vec![100]]
            } else {
                Vec::new()
            }
        }
        [one, other] => (one.min..=one.max)
            .filter(|share| other.contains(100 - share))
            .map(|share| vec![share, 100 - share])
            .collect(),
        _ => Vec::new(),
    }
}

/// The best objective and the lowest bill for it, by trying everything; none inside when no portfolio is possible, none
/// when there is too much to try.
#[allow(clippy::option_option)]
fn exhaustive(case: &Case, most: usize) -> Option<Option<(Decimal, Decimal)>> {
    let options = |candidate: &crate::model::Candidate| {
        let mut options = vec![None];
        for start in candidate.starts(case.first_year, case.last_year) {
            options.extend(splits(&candidate.shares).into_iter().map(|shares| Some((start, shares))));
        }
        options
    };
    let options: Vec<_> = case.candidates.iter().map(options).collect();
    let count = options.iter().try_fold(1_usize, |count, it| count.checked_mul(it.len()))?;
    if count > most {
        return None;
    }
    let measures = crate::measure::Measures::new(case);
    let mut best: Option<(Decimal, Decimal)> = None;
    for number in 0..count {
        let mut rest = number;
        let mut picks = Vec::new();
        for (at, options) in options.iter().enumerate() {
            if let Some((start, shares)) = &options[rest % options.len()] {
                picks.push(Pick { candidate: CandidateIx(at), start: *start, shares: shares.clone() });
            }
            rest /= options.len();
        }
        let evaluation = measures.evaluate(case, &Portfolio::new(picks));
        let better = best.is_none_or(|(objective, cost)| {
            evaluation.objective > objective || (evaluation.objective == objective && evaluation.cost < cost)
        });
        if better && evaluation.keeps_all_rules() {
            best = Some((evaluation.objective, evaluation.cost));
        }
    }
    Some(best)
}

#[test]
fn agrees_with_exhaustive_search() {
    let mut compared = 0;
    for seed in 0..400 {
        let mut case = random_case(seed, 2 + (seed % 4) as usize, (seed % 4) as u32);
        case.timing = Timing::Final;
        for candidate in &mut case.candidates {
            if let [one, other] = candidate.shares.as_mut_slice() {
                one.max = one.max.min(one.min + 2);
                other.min = 100 - one.max;
                other.max = 100 - one.min;
            }
        }
        if case.ministries.len() > 2 {
            continue;
        }
        let Some(expected) = exhaustive(&case, 1200) else { continue };
        compared += 1;
        let found = ask(&Engine, &case, Goal::Best);
        let value = objective(&case, &found);
        assert!(within(value, expected.map(|it| it.0)), "seed {seed}: {value:?}, exhaustive {expected:?}");
        let Some((best, cost)) = expected else { continue };
        let cheapest = ask(&Engine, &case, Goal::Cheapest { at_least: best });
        let bill = evaluate(&case, cheapest.portfolio.as_ref().unwrap()).cost;
        assert!(objective(&case, &cheapest) >= Some(best - Decimal::new(1, 9)), "seed {seed}");
        assert_eq!(bill, cost, "seed {seed}");
    }
    assert!(compared > 100, "only {compared} cases were small enough");
}

#[test]
fn the_same_answer_on_every_run() {
    for seed in 0..20 {
        let mut case = random_case(seed, 10, 1);
        case.timing = Timing::Final;
        let (one, other) = (ask(&Engine, &case, Goal::Best), ask(&Engine, &case, Goal::Best));
        assert_eq!((one.portfolio, one.nodes), (other.portfolio, other.nodes), "seed {seed}");
    }
}

#[test]
fn awkward_numbers() {
    let (highs, _) = choice::choose(&Case::default(), SolverChoice::Highs).unwrap();
    for seed in 0..40_u64 {
        let mut case = random_case(seed, 6, 0);
        case.timing = Timing::Final;
        for (at, candidate) in case.candidates.iter_mut().enumerate() {
            match (usize::try_from(seed).unwrap() + at) % 4 {
                // Free of charge.
                0 => candidate.costs.iter_mut().for_each(|cost| *cost = Decimal::ZERO),
                // Worth nothing.
                1 => candidate.effects.iter_mut().for_each(|effect| effect.control_gain = Decimal::ZERO),
                // A twin of another.
                2 => candidate.points = Decimal::ONE,
                _ => candidate.points = Decimal::new(1, 9),
            }
        }
        let (ours, theirs) = (ask(&Engine, &case, Goal::Best), ask(highs.as_ref(), &case, Goal::Best));
        assert!(within(objective(&case, &ours), objective(&case, &theirs)), "seed {seed}");
    }
}

#[test]
fn average_timing_does_not_fit() {
    let mut case = random_case(1, 4, 0);
    case.timing = Timing::Average;
    assert!(Engine.fits(&case).unwrap_err().contains("mean"));
}

#[test]
fn a_cancel_is_obeyed_at_once() {
    let case = compile::compile(&planning(60, 3, Shape::Tight)).case;
    let options = Options::default();
    let found = Engine.solve(&task(&case, &options, Goal::Best), &mut |_| ControlFlow::Break(())).unwrap();
    assert!(matches!(found.end, End::Stopped(_) | End::Proven));
}
