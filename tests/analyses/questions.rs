//! Questions with other aims and bounds, answered by the solver, against all portfolios.

use std::sync::Arc;

use beslismacht::analyse::{Oracle, Solving};
use beslismacht::model::{Case, DomainIx, MinistryIx};
use beslismacht::optimise::{Aim, Measure, NoGood, ProofStatus, Query, SAME, Side, WarmStart};
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, cases};

fn check(name: &str, seed: u64, question: &Query) {
    let truth = Exhaustive
        .answer(question, None, &mut WarmStart::default(), &mut |_| std::ops::ControlFlow::Continue(()))
        .unwrap();
    let warm = truth.portfolio().filter(|_| seed.is_multiple_of(2)).cloned();
    let answer = Solving::default()
        .answer(question, warm.as_ref(), &mut WarmStart::default(), &mut |_| std::ops::ControlFlow::Continue(()))
        .unwrap_or_else(|error| panic!("{name}, case {seed}: {error}"));
    assert_eq!(answer.known == ProofStatus::Impossible, truth.known == ProofStatus::Impossible, "{name}, case {seed}");
    if let (Some(is), Some(should)) = (answer.value, truth.value) {
        assert!((is - should).abs() <= SAME, "{name}, case {seed}: {is} instead of {should}");
        assert_eq!(answer.known, ProofStatus::Proven, "{name}, case {seed}");
        let bound = answer.bound.unwrap();
        assert!(
            question.aim.better_by(bound, should) >= Decimal::ZERO,
            "{name}, case {seed}: bound {bound}, is {should}"
        );
    }
}

fn measures(case: &Case) -> Vec<(&'static str, Measure)> {
    let mut scenario = case.clone();
    for (at, service) in scenario.services.iter_mut().enumerate() {
        service.control = (service.control + Decimal::from(7 * at + 3)).min(Decimal::from(60));
        service.weight += Decimal::from(at);
    }
    for candidate in scenario.candidates.iter_mut().step_by(2) {
        candidate.success /= Decimal::TWO;
        candidate.lead_time += 1;
    }
    vec![
        ("objective", Measure::Objective),
        ("gain", Measure::gain(case)),
        ("own gain", Measure::own_gain(case, MinistryIx(0))),
        ("risk-free gain", Measure::risk_free_gain(case)),
        ("domain power", Measure::domain_power(case, DomainIx(0))),
        ("scenario", Measure::ObjectiveIn(Arc::new(scenario))),
        ("points", Measure::Points),
        ("cost", Measure::Cost),
        ("spending", Measure::Spending(DomainIx(0))),
        ("distance", Measure::Distance(case.candidate_ixs().step_by(2).collect())),
    ]
}

#[test]
fn every_measure_can_be_the_aim_both_ways() {
    let mut tried = 0;
    for (seed, case) in cases(0..60) {
        let case = Arc::new(case);
        for (name, measure) in measures(&case) {
            check(name, seed, &Query::new(Arc::clone(&case), Aim::Highest(measure.clone())));
            check(name, seed, &Query::new(Arc::clone(&case), Aim::Lowest(measure)));
            tried += 1;
        }
    }
    assert!(tried > 150, "{tried}");
}

#[test]
fn every_measure_can_be_bounded_from_both_sides() {
    for (seed, case) in cases(60..110) {
        let case = Arc::new(case);
        let measures = measures(&case);
        for (at, (name, measure)) in measures.iter().enumerate() {
            let (_, aim) = &measures[(at + 3) % measures.len()];
            let free = Query::new(Arc::clone(&case), Aim::Highest(measure.clone()));
            let highest = Exhaustive
                .answer(&free, None, &mut WarmStart::default(), &mut |_| std::ops::ControlFlow::Continue(()))
                .unwrap();
            let Some(highest) = highest.value else { continue };
            let half = highest / Decimal::TWO;
            for side in [Side::AtLeast, Side::AtMost] {
                let question = Query::new(Arc::clone(&case), Aim::Highest(aim.clone()));
                check(name, seed, &question.with(measure.clone(), side, half));
            }
        }
    }
}

#[test]
fn the_least_of_several_measures_can_be_the_aim() {
    for (seed, case) in cases(110..170) {
        let case = Arc::new(case);
        let parts: Vec<_> =
            measures(&case).into_iter().take(6).enumerate().map(|(at, (_, it))| (it, Decimal::from(3 * at))).collect();
        check("least", seed, &Query::new(case, Aim::HighestLeast(parts)));
    }
}

#[test]
fn portfolios_can_be_left_out() {
    for (seed, case) in cases(170..220) {
        let mut question = Query::best(Arc::new(case));
        for _ in 0..3 {
            check("left out", seed, &question);
            let best = Exhaustive
                .answer(&question, None, &mut WarmStart::default(), &mut |_| std::ops::ControlFlow::Continue(()))
                .unwrap();
            let Some(portfolio) = best.portfolio() else { break };
            question.no_goods.push(NoGood::Candidates(portfolio.picks().iter().map(|pick| pick.candidate).collect()));
        }
    }
}
