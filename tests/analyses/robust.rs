//! Core indices, voices, regret and chance against all portfolios and all outcomes.

use beslismacht::analyse::outcome_distribution::{EXACT_PORTFOLIO, Method, Spread, outcome_distribution, with_failed};
use beslismacht::analyse::robust::{Draws, Judged, Kind, Robust, Robustness, VoiceRange, WeightDraw, with_voice};
use beslismacht::analyse::scenarios::Scenario;
use beslismacht::analyse::stress::hit;
use beslismacht::analyse::sweep::run;
use beslismacht::analyse::{Oracle, Outcome, Solving};
use beslismacht::measure::evaluate;
use beslismacht::model::{Case, MinistryIx, Pick, Portfolio};
use beslismacht::optimise::{ProofStatus, SAME};
use beslismacht::report::analyses::{Context, robust};
use beslismacht::report::header;
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, best, cases, with_runner};
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
    Draws { count, seed: 7, weights, costs: Decimal::TEN, gains: Decimal::TEN, success: Decimal::TEN }
}

fn check(oracle: &dyn Oracle, seeds: std::ops::Range<u64>) {
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
        let found = with_runner(oracle, 2, |runner| run(&analysis, runner)).unwrap();
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
        let counted = case.candidate_ixs().map(|candidate| {
            let has = |judged: &&Judged| judged.best.picks.contains(candidate);
            found.worlds.iter().filter(has).count()
        });
        assert_eq!(found.core, counted.collect::<Vec<_>>(), "case {seed}");
        assert_eq!(found.answered, found.worlds.iter().filter(|it| it.best.objective.is_some()).count(), "case {seed}");
        smallest_regret(seed, &case, &analysis, &found);
        worlds_told(seed, &case, &found);
    }
}

/// Where worlds without a best portfolio are not counted, the sentence says how many there are in all.
fn worlds_told(seed: u64, case: &Case, found: &Robustness) {
    let report = robust::report(found, Context::new(case, header(case, String::new(), Vec::new(), Vec::new())));
    let without = found.worlds.len() - found.answered;
    let told = format!(" of {} worlds ({without} without a best portfolio)", found.worlds.len());
    let first = report.summary.first().unwrap();
    assert_eq!(first.contains(&told), without > 0 && found.answered > 0, "case {seed}: {first}");
}

fn smallest_regret(seed: u64, case: &Case, analysis: &Robust<'_>, found: &Robustness) {
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
        None => assert_eq!(minimax.known, ProofStatus::Impossible, "case {seed}"),
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
    let found = with_runner(&Exhaustive, 2, |runner| run(&analysis, runner)).unwrap();
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
        with_runner(&Exhaustive, 1, |runner| run(&analysis, runner)).unwrap().voice_core
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
        let found = outcome_distribution(&case, &portfolio, 100, 1);
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
            let reply = with_runner(&Exhaustive, 1, |runner| {
                runner.best(&mut beslismacht::analyse::SolutionPool::default(), &scenario.case, "the best")
            });
            let hit = hit(&case, scenario, at, &portfolio, Outcome::of(&reply.unwrap()));
            let there = evaluate(&scenario.case, &portfolio);
            assert_eq!(hit.lost, (base.objective - there.objective).normalize(), "case {seed}");
            assert_eq!(hit.index_lost, (base.index_after - there.index_after).normalize(), "case {seed}");
            assert_eq!(hit.regret.is_some(), there.keeps_all_rules(), "case {seed}");
            let fallen = base.services.iter().zip(&there.services).filter(|(a, b)| b.power_after < a.power_after);
            assert!(hit.falls.len() >= fallen.count(), "case {seed}");
        }
    }
}

#[test]
fn the_best_answer_in_a_scenario_is_told_as_what_it_has_besides_and_without() {
    let mut differ = 0;
    for (seed, case) in cases(0..60) {
        let Some((portfolio, _)) = all(&case).into_iter().min_by_key(|(_, it)| it.objective) else { continue };
        let own: Vec<usize> = portfolio.picks().iter().map(|pick| pick.candidate.0).collect();
        for (at, scenario) in scenarios(&case).iter().enumerate() {
            let reply = with_runner(&Exhaustive, 1, |runner| {
                runner.best(&mut beslismacht::analyse::SolutionPool::default(), &scenario.case, "the best")
            });
            let hit = hit(&case, scenario, at, &portfolio, Outcome::of(&reply.unwrap()));
            if hit.best.objective.is_none() {
                assert!(hit.besides.is_empty() && hit.without.is_empty(), "case {seed}");
                continue;
            }
            let kept = own.iter().filter(|it| !hit.without.contains(it));
            let mut rebuilt: Vec<usize> = kept.chain(&hit.besides).copied().collect();
            rebuilt.sort_unstable();
            let best: Vec<usize> = hit.best.picks.candidates().map(|it| it.0).collect();
            assert_eq!(rebuilt, best, "case {seed}");
            differ += hit.besides.len() + hit.without.len();
        }
    }
    assert!(differ > 10, "{differ}");
}

/// More uncertain candidates than can be counted out, each alone on a service of its own.
fn many_uncertain() -> (Case, Portfolio) {
    let count = EXACT_PORTFOLIO + 3;
    let mut workbook = beslismacht::model::Workbook::new(
        "format = 1\ntitle = \"chance\"\nfirst_year = 2027\nlast_year = 2027\n\
         [[ministry]]\nid = \"m\"\nvoice = 1\ncarry_over = 0\n\
         [[rung]]\nid = \"all\"\nat_least = 50\npower = 1\n"
            .to_owned(),
    );
    let mut file = |name: &str, head: &str, row: &dyn Fn(usize) -> String| {
        let rows: Vec<String> = (0..count).map(row).collect();
        workbook.put_file(name, &format!("{head}\n{}\n", rows.join("\n")));
    };
    file("services.csv", "service,domain,weight,control", &|at| format!("s{at},d,{},0", at + 1));
    file("candidates.csv", "candidate,domain,success", &|at| format!("c{at},d,0.{}", at % 9 + 1));
    file("effects.csv", "candidate,service,control_gain", &|at| format!("c{at},s{at},60"));
    workbook.put_file("domains.csv", "domain,weight_m\nd,1\n");
    workbook.put_file("budgets.csv", "ministry,year,amount\nm,2027,0\n");
    let case = beslismacht::model::compile::compile(&workbook).case;
    let pick = |candidate| Pick { candidate, start: 2027, shares: vec![100] };
    let portfolio = Portfolio::new(case.candidate_ixs().map(pick).collect());
    (case, portfolio)
}

#[test]
fn what_is_sampled_lies_within_the_error_that_is_said_and_services_stay_exact() {
    let (case, portfolio) = many_uncertain();
    let weights: Decimal = case.services.iter().map(|service| service.weight).sum();
    let worth = |at: usize| Decimal::ONE_HUNDRED * case.services[at].weight / weights;
    // Candidates are independent, so that means and variances add up.
    let mean: Decimal = (0..case.services.len()).map(|at| case.candidates[at].success * worth(at)).sum();
    let variance: Decimal = (0..case.services.len())
        .map(|at| {
            let success = case.candidates[at].success;
            success * (Decimal::ONE - success) * worth(at) * worth(at)
        })
        .sum();
    for seed in 1..6 {
        let found = outcome_distribution(&case, &portfolio, 1500, seed);
        let Method::Sampled { draws, error, .. } = found.method else { panic!("{:?}", found.method) };
        assert_eq!(draws, 1500);
        let off = (found.mean - mean).abs();
        assert!(off <= error * Decimal::from(4), "seed {seed}: {} is {off} off {mean}, error {error}", found.mean);
        let expected = variance / Decimal::from(draws);
        let ratio = error * error / expected;
        assert!(ratio > Decimal::new(8, 1) && ratio < Decimal::new(12, 1), "seed {seed}: {error}, {ratio}");
        for (at, service) in found.rungs.iter().enumerate() {
            assert!(service.exact, "a service with one candidate is counted out");
            let success = case.candidates[at].success;
            assert_eq!(service.chances, [(Decimal::ONE - success).normalize(), success.normalize()]);
        }
    }
    let (one, other) =
        (outcome_distribution(&case, &portfolio, 200, 1), outcome_distribution(&case, &portfolio, 200, 1));
    assert_eq!(one, other, "the same seed gives the same");
}

#[test]
fn every_rung_has_the_chance_of_all_outcomes_that_reach_it() {
    let mut tried = 0;
    for (seed, case) in cases(80..160) {
        let Some((portfolio, _)) = all(&case).into_iter().max_by_key(|(it, _)| it.picks().len()) else { continue };
        let found = outcome_distribution(&case, &portfolio, 100, 1);
        let picks: Vec<_> = portfolio.picks().iter().map(|pick| pick.candidate).collect();
        let mut outcomes = Vec::new();
        for set in 0..1_u32 << picks.len() {
            let fails = |at: usize| set >> at & 1 == 1;
            let failed: Vec<_> = (0..picks.len()).filter(|&at| fails(at)).map(|at| picks[at]).collect();
            let part =
                |at: usize| if fails(at) { Decimal::ONE - case[picks[at]].success } else { case[picks[at]].success };
            let probability: Decimal = (0..picks.len()).map(part).product();
            outcomes.push((probability, evaluate(&with_failed(&case, &failed), &portfolio)));
        }
        for service in &found.rungs {
            let reach = |rung: Option<usize>| -> Decimal {
                let here =
                    outcomes.iter().filter(|(_, it)| it.services[service.service].rung_after.map(|it| it.0) == rung);
                here.map(|(probability, _)| *probability).sum()
            };
            for (at, chance) in service.chances.iter().enumerate() {
                let should = reach(at.checked_sub(1));
                assert!((chance - should).abs() < Decimal::new(1, 9), "case {seed}: {chance} instead of {should}");
                tried += usize::from(*chance > Decimal::ZERO && *chance < Decimal::ONE);
            }
        }
        let planned = evaluate(&case, &portfolio).objective;
        let reached: Decimal = outcomes.iter().filter(|(_, it)| it.objective >= planned).map(|it| it.0).sum();
        assert!((found.as_expected - reached).abs() < Decimal::new(1, 9), "case {seed}");
        let likely = outcomes.iter().filter(|(probability, _)| !probability.is_zero());
        let lowest = likely.map(|(_, it)| it.objective).min().unwrap();
        assert_eq!(found.lowest, lowest.normalize(), "case {seed}: the worst case");
    }
    assert!(tried > 10, "{tried}");
}

#[test]
fn values_that_are_equally_likely_have_a_mean_with_an_error_and_quantiles() {
    let values: Vec<Decimal> = (1..=100).rev().map(Decimal::from).collect();
    let spread = Spread::of(values).unwrap();
    let whole = |number: i64| Decimal::from(number);
    assert_eq!((spread.count, spread.mean), (100, Decimal::new(505, 1)));
    assert_eq!([spread.lowest, spread.low, spread.median, spread.high, spread.highest], [1, 5, 50, 95, 100].map(whole));
    // The variance of 1 to n is n (n + 1) / 12; that of the mean is one n-th of it.
    assert!((spread.error * spread.error - Decimal::new(101, 0) / whole(12)).abs() < Decimal::new(1, 6));
    assert_eq!(Spread::of(vec![whole(3)]).unwrap().error, Decimal::ZERO);
    assert_eq!(Spread::of(Vec::new()), None);
}

#[test]
fn random_worlds_draw_every_kind_of_number_within_its_range() {
    let (_, case) = cases(0..200).find(|(_, case)| case.candidates.iter().any(|it| it.success < Decimal::ONE)).unwrap();
    let draws = Draws {
        count: 40,
        seed: 3,
        weights: WeightDraw::Percent(Decimal::TEN),
        costs: Decimal::TEN,
        gains: Decimal::TEN,
        success: Decimal::from(20),
    };
    let analysis = Robust { case: &case, scenarios: &[], own: None, voice: None, draws, outcomes: 2 };
    let mut moved = 0;
    for world in analysis.worlds().iter().skip(1) {
        for (drawn, of) in world.case.candidates.iter().zip(&case.candidates) {
            let (low, high) = (of.success * Decimal::new(8, 1), (of.success * Decimal::new(12, 1)).min(Decimal::ONE));
            assert!((low..=high).contains(&drawn.success), "{} of {}", drawn.success, of.success);
            moved += usize::from(drawn.success != of.success);
        }
    }
    assert!(moved > 20, "{moved}");
}

#[test]
fn a_ranking_is_kept_and_equal_weights_have_no_order() {
    let (_, mut case) = cases(0..200).find(|(_, case)| case.domains.len() == 3).unwrap();
    for (domain, weight) in case.domains.iter_mut().zip([2, 2, 5]) {
        domain.weights[0] = Decimal::from(weight);
    }
    let analysis = Robust {
        case: &case,
        scenarios: &[],
        own: None,
        voice: None,
        draws: draws(60, WeightDraw::Ranking),
        outcomes: 2,
    };
    let drawn: Vec<Vec<Decimal>> = analysis
        .worlds()
        .iter()
        .skip(1)
        .map(|world| world.case.domains.iter().map(|domain| domain.weights[0]).collect())
        .collect();
    assert!(drawn.iter().all(|it| it[2] >= it[0] && it[2] >= it[1] && it.iter().sum::<Decimal>() == Decimal::ONE));
    let first = drawn.iter().filter(|it| it[0] > it[1]).count();
    assert!((15..=45).contains(&first), "the first of two equal ones weighs more in {first} of 60 worlds");
}
