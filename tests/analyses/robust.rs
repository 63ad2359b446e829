//! Core indices, voices, regret and chance against all portfolios and all outcomes.

use beslismacht::analyse::robust::{Draws, Kind, Robust, VoiceRange, WeightDraw, with_voice};
use beslismacht::analyse::scenarios::Scenario;
use beslismacht::analyse::stress::hit;
use beslismacht::analyse::success::{Method, chances, with_failed};
use beslismacht::analyse::sweep::run;
use beslismacht::analyse::{Answerer, Outcome, Solving};
use beslismacht::measure::evaluate;
use beslismacht::model::{Case, MinistryIx, Portfolio};
use beslismacht::optimise::{Known, SAME};
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, at_desk, best, cases};
use super::pareto::eight_items;

/// Two made-up scenarios: dearer and later, and less control now.
pub fn scenarios(case: &Case) -> Vec<Scenario> {
    let mut dear = case.clone();
    for candidate in dear.candidates.iter_mut().step_by(2) {
        candidate.costs.iter_mut().for_each(|cost| *cost *= Decimal::new(13, 1));
        candidate.success /= Decimal::TWO;
    }
    let mut weak = case.clone();
    for service in &mut weak.services {
        service.control /= Decimal::TWO;
        service.weight += Decimal::ONE;
    }
    vec![Scenario { name: "dear".to_owned(), case: dear }, Scenario { name: "weak".to_owned(), case: weak }]
}

fn draws(count: usize, weights: WeightDraw) -> Draws {
    Draws { count, seed: 7, weights, costs: Decimal::TEN, gains: Decimal::TEN }
}

fn check(answerer: &dyn Answerer, seeds: std::ops::Range<u64>) {
    for (seed, case) in cases(seeds) {
        let scenarios = scenarios(&case);
        let weights = if seed % 2 == 0 { WeightDraw::Ranking } else { WeightDraw::Percent(Decimal::from(30)) };
        let analysis = Robust {
            case: &case,
            scenarios: &scenarios,
            own: None,
            voice: None,
            draws: draws(3, weights),
            outcomes: 100,
        };
        let found = at_desk(answerer, 2, |desk| run(&analysis, desk)).unwrap();
        assert_eq!(found.worlds.len(), 6, "case {seed}");
        for (world, judged) in analysis.worlds().iter().zip(&found.worlds) {
            let truth = best(&world.case);
            assert_eq!(judged.best.objective.is_some(), truth.is_some(), "case {seed}, {}", world.name);
            if let (Some(is), Some(should)) = (judged.best.objective, truth) {
                assert!((is - should).abs() <= SAME, "case {seed}, {}: {is} instead of {should}", world.name);
            }
            for (_, regret) in &judged.portfolios {
                assert!(regret.is_none_or(|regret| regret >= Decimal::ZERO));
            }
        }
        smallest_regret(seed, &case, &analysis, &found);
    }
}

fn smallest_regret(seed: u64, case: &Case, analysis: &Robust<'_>, found: &beslismacht::analyse::robust::Robustness) {
    let worlds = analysis.worlds();
    let known: Vec<(&Case, Decimal)> = worlds
        .iter()
        .filter(|world| world.kind != Kind::Draw)
        .filter_map(|world| Some((&world.case, best(&world.case)?)))
        .collect();
    let worst = |portfolio: &Portfolio| {
        known.iter().map(|(world, best)| best - evaluate(world, portfolio).objective).max().unwrap()
    };
    let Some(minimax) = &found.minimax else {
        assert!(known.len() < 2, "case {seed}");
        return;
    };
    let truth = all(case).iter().map(|(portfolio, _)| worst(portfolio)).min();
    match truth {
        None => assert_eq!(minimax.known, Known::Impossible, "case {seed}"),
        Some(truth) => {
            let is = -minimax.value.unwrap();
            assert!((is - truth).abs() <= SAME, "case {seed}: {is} instead of {truth}");
        }
    }
}

#[test]
fn worlds_and_the_smallest_maximum_regret_are_those_of_all_portfolios() {
    check(&Exhaustive, 0..60);
}

#[test]
fn the_solver_says_the_same() {
    check(&Solving::default(), 700..712);
}

fn every_voice(name: &str, case: &Case) -> usize {
    let range = VoiceRange { ministry: MinistryIx(0), low: Decimal::ZERO, high: Decimal::ONE };
    let none = draws(0, WeightDraw::Ranking);
    let analysis = Robust { case, scenarios: &[], own: None, voice: Some(range), draws: none, outcomes: 100 };
    let found = at_desk(&Exhaustive, 2, |desk| run(&analysis, desk)).unwrap();
    for step in 0..=20 {
        let voice = Decimal::new(step * 5, 2);
        let world = with_voice(case, MinistryIx(0), voice);
        let Some(truth) = best(&world) else { continue };
        let stretch = found.voice.iter().find(|it| it.from <= voice && voice <= it.to).unwrap();
        assert!(stretch.proven, "{name}");
        let is = evaluate(&world, &stretch.best.picks.portfolio()).objective;
        assert!((is - truth).abs() <= SAME, "{name} at {voice}: {is} instead of {truth}");
    }
    for (index, candidate) in found.voice_core.iter().zip(case.candidate_ixs()) {
        let always = found.voice.iter().all(|stretch| stretch.best.picks.contains(candidate));
        assert_eq!(*index == Decimal::ONE, always && !found.voice.is_empty(), "{name}");
    }
    found.voice.len()
}

#[test]
fn every_voice_has_its_best_portfolio() {
    for (seed, case) in cases(0..150).filter(|(_, case)| case.ministries.len() > 1) {
        every_voice(&format!("case {seed}"), &case);
    }
    assert!(every_voice("two views", &eight_items()) > 3);
}

#[test]
fn a_core_candidate_stays_core_when_the_voice_is_known_better() {
    let case = eight_items();
    let core = |low: i64, high: i64| {
        let range = VoiceRange { ministry: MinistryIx(0), low: Decimal::new(low, 2), high: Decimal::new(high, 2) };
        let none = draws(0, WeightDraw::Ranking);
        let analysis =
            Robust { case: &case, scenarios: &[], own: None, voice: Some(range), draws: none, outcomes: 100 };
        at_desk(&Exhaustive, 1, |desk| run(&analysis, desk)).unwrap().voice_core
    };
    for (wide, narrow) in core(0, 100).into_iter().zip(core(30, 60)) {
        assert!(wide < Decimal::ONE || narrow == Decimal::ONE);
        assert!(!wide.is_zero() || narrow.is_zero());
    }
}

#[test]
fn chances_are_those_of_every_outcome() {
    let mut tried = 0;
    for (seed, case) in cases(0..80) {
        let Some((portfolio, _)) = all(&case).into_iter().max_by_key(|(it, _)| it.picks().len()) else { continue };
        let found = chances(&case, &portfolio, 100, 1);
        assert!(matches!(found.method, Method::Exact { .. }));
        let picks: Vec<_> = portfolio.picks().iter().map(|pick| pick.candidate).collect();
        let mut mean = Decimal::ZERO;
        for set in 0..1_u32 << picks.len() {
            let failed: Vec<_> =
                picks.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, &it)| it).collect();
            let probability: Decimal = picks
                .iter()
                .map(|it| if failed.contains(it) { Decimal::ONE - case[*it].success } else { case[*it].success })
                .product();
            mean += probability * evaluate(&with_failed(&case, &failed), &portfolio).objective;
        }
        assert!((found.mean - mean).abs() < Decimal::new(1, 9), "case {seed}: {} instead of {mean}", found.mean);
        assert!(found.lowest <= found.quantiles[0] && found.quantiles[2] <= found.highest);
        for service in &found.rungs {
            let sum: Decimal = service.chances.iter().sum();
            assert!((sum - Decimal::ONE).abs() < Decimal::new(1, 9), "case {seed}: the chances add up to 1");
        }
        tried += 1;
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn stress_shows_what_is_lost_and_the_regret() {
    for (seed, case) in cases(0..60) {
        let Some((portfolio, base)) = all(&case).into_iter().max_by_key(|(_, it)| it.objective) else { continue };
        for (at, scenario) in scenarios(&case).iter().enumerate() {
            let reply = at_desk(&Exhaustive, 1, |desk| {
                desk.best(&mut beslismacht::analyse::Pool::default(), &scenario.case, "the best")
            });
            let hit = hit(&case, scenario, at, &portfolio, Outcome::of(&reply.unwrap()));
            let there = evaluate(&scenario.case, &portfolio);
            assert_eq!(hit.lost, (base.objective - there.objective).normalize(), "case {seed}");
            assert_eq!(hit.regret.is_some(), there.keeps_all_rules(), "case {seed}");
            let fallen = base.services.iter().zip(&there.services).filter(|(a, b)| b.power_after < a.power_after);
            assert!(hit.falls.len() >= fallen.count(), "case {seed}");
        }
    }
}
