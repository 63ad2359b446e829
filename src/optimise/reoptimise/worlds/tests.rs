//! The least of several measures against trying everything.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::sync::Arc;

use rand::RngExt;
use rand::rngs::ChaCha8Rng;
use rust_decimal::Decimal;

use super::Worlds;
use crate::measure::evaluate;
use crate::model::{Candidate, Case, Percent, Status};
use crate::optimise::dd::tests::exhaustive::{exhaustive_of, small};
use crate::optimise::testing::{rng, wearing_off};
use crate::optimise::{Aim, Measure, Options, ProofStatus, Query, QueryResult, Side};

const CLOSE: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

/// The case with other numbers, as a scenario or a draw has them.
fn world(case: &Case, random: &mut ChaCha8Rng) -> Case {
    let mut world = case.clone();
    let times = |random: &mut ChaCha8Rng| Decimal::new(random.random_range(4..=18), 1);
    for domain in &mut world.domains {
        domain.weights.iter_mut().for_each(|weight| *weight *= times(random));
    }
    for service in &mut world.services {
        match random.random_range(0..4) {
            0 => service.control = (service.control * times(random)).min(Percent::ONE_HUNDRED),
            1 => service.drift = (service.drift * times(random)).round_dp(2),
            2 => service.weight *= times(random),
            _ => {}
        }
    }
    let all_late = random.random_ratio(1, 3);
    let each: u32 = random.random_range(0..4);
    for candidate in &mut world.candidates {
        if each == 0 {
            candidate.success = (candidate.success * times(random)).min(Decimal::ONE);
        }
        if each == 1 {
            let times = times(random);
            candidate.effects.iter_mut().for_each(|it| it.control_gain = (it.control_gain * times).round_dp(2));
        }
        // Money and locks are the business of the case, whatever a world says of them.
        candidate.costs.iter_mut().for_each(|cost| *cost *= Decimal::TWO);
        if random.random_ratio(1, 5) {
            candidate.status = Status::LockedOut;
        }
        candidate.points = (candidate.points * times(random)).round_dp(3);
        if all_late {
            candidate.lead_time = candidate.lead_time.max(1) + 1;
        }
    }
    world
}

/// A question about a few worlds, in some of which an objective is also demanded, or a difference.
fn question(seed: u64, case: &Case) -> Query {
    let random = &mut rng(seed + 40_000);
    let mut parts = vec![(Measure::Objective, Decimal::new(random.random_range(-20..200), 1))];
    for _ in 0..random.random_range(1..4) {
        let view = Arc::new(world(case, random));
        let measure = if random.random_bool(0.7) { Measure::ObjectiveIn(view) } else { Measure::Gain(view) };
        parts.push((measure, Decimal::new(random.random_range(-20..200), 1)));
    }
    if random.random_ratio(1, 3) {
        let from = case.candidate_ixs().filter(|_| random.random_bool(0.5)).collect();
        parts.push((Measure::Distance(from), Decimal::from(random.random_range(-1..3))));
    }
    let question = Query::new(Arc::new(case.clone()), Aim::HighestLeast(parts));
    match random.random_range(0..3) {
        0 => {
            let measure = Measure::ObjectiveIn(Arc::new(world(case, random)));
            question.with(measure, Side::AtLeast, Decimal::new(random.random_range(0..50), 1))
        }
        _ => question,
    }
}

/// The highest least value of all portfolios; none inside where nothing is possible, none where there are too many to try.
#[allow(clippy::option_option)]
fn tried(question: &Query, most: usize) -> Option<Option<Decimal>> {
    let best: Cell<Option<Decimal>> = Cell::new(None);
    exhaustive_of(&question.case, most, |portfolio| {
        let evaluation = evaluate(&question.case, portfolio);
        if question.allows(portfolio, &evaluation) {
            let value = question.aim.of(&question.case, portfolio, &evaluation);
            best.set(Some(best.get().map_or(value, |best| best.max(value))));
        }
        false
    })?;
    Some(best.get())
}

fn answer(question: &Query) -> Option<QueryResult> {
    Worlds::of(question)?.ask(question, &Options::default(), None, &mut |_| ControlFlow::Continue(()))
}

/// How many questions were answered, and how many of them have a world in which everything comes late.
fn compared(seeds: std::ops::Range<u64>, case_of: impl Fn(u64) -> Case) -> (usize, usize) {
    let (mut answered, mut late) = (0, 0);
    for seed in seeds {
        let case = case_of(seed);
        if case.ministries.len() > 2 {
            continue;
        }
        let question = question(seed, &case);
        let Some(expected) = tried(&question, 400) else { continue };
        let Some(reply) = answer(&question) else { continue };
        answered += 1;
        late += usize::from(Worlds::of(&question).is_some_and(|worlds| !worlds.least.late.is_empty()));
        match (reply.value, expected) {
            (Some(value), Some(expected)) => {
                assert_eq!(reply.known, ProofStatus::Proven, "seed {seed}");
                assert!((value - expected).abs() <= CLOSE, "seed {seed}: {value} instead of {expected}");
                assert!(reply.bound.is_some_and(|bound| bound >= expected - CLOSE), "seed {seed}: {:?}", reply.bound);
            }
            (None, None) => assert_eq!(reply.known, ProofStatus::Impossible, "seed {seed}"),
            _ => panic!("seed {seed}: {:?} instead of {expected:?}", reply.value),
        }
    }
    (answered, late)
}

#[test]
fn the_least_over_worlds_agrees_with_exhaustive_search() {
    let (answered, late) = compared(0..600, small);
    assert!(answered > 200 && late > 20, "{answered} were answered, {late} with something late");
}

/// Also where gains wear off.
#[test]
fn the_least_over_worlds_agrees_with_exhaustive_search_where_gains_wear_off() {
    let (answered, late) = compared(0..300, |seed| wearing_off(small(seed), seed));
    assert!(answered > 60 && late > 6, "{answered} were answered, {late} with something late");
}

#[test]
fn the_order_of_worlds_plays_no_part() {
    let mut found = 0;
    for seed in 0..200 {
        let question = question(seed, &small(seed));
        let Aim::HighestLeast(mut parts) = question.aim.clone() else { continue };
        parts.reverse();
        parts.push(parts[0].clone());
        let other = Query { aim: Aim::HighestLeast(parts), ..question.clone() };
        let (Some(one), Some(other)) = (answer(&question), answer(&other)) else { continue };
        assert_eq!(
            (one.known, one.value, one.portfolio()),
            (other.known, other.value, other.portfolio()),
            "seed {seed}"
        );
        found += 1;
    }
    assert!(found > 100, "{found}");
}

/// A world that differs in what the engine cannot see beside the others is left to somebody else.
#[test]
fn worlds_of_another_shape_are_not_taken_on() {
    let case = small(3);
    let asks = |view: Case| {
        let aim = Aim::HighestLeast(vec![(Measure::ObjectiveIn(Arc::new(view)), Decimal::ZERO)]);
        Worlds::of(&Query::new(Arc::new(case.clone()), aim)).is_some()
    };
    assert!(asks(case.clone()));
    let mut other = case.clone();
    other.rungs[0].power /= Decimal::TWO;
    assert!(!asks(other), "the ladder");
    let mut other = case.clone();
    other.candidates.pop();
    assert!(!asks(other), "fewer candidates");
    let moves = |candidate: &Candidate| candidate.effects.iter().any(|effect| effect.control_gain > Decimal::ZERO);
    let mut other = case.clone();
    let Some(candidate) = other.candidates.iter_mut().find(|candidate| moves(candidate)) else { return };
    candidate.lead_time += 90;
    assert!(!asks(other), "later than the horizon is long");
}
