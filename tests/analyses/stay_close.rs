//! A plan that stays put, and the fewest changes that reach a part of the best, against all portfolios.

use std::ops::ControlFlow;

use beslismacht::measure::evaluate;
use beslismacht::model::{Case, Portfolio, ShareRange};
use beslismacht::optimise::{
    Answer, BEST_WITHIN, Changes, Options, SolverChoice, Status, StayClose, WarmStart, optimise, optimise_close,
    percent_of,
};
use rust_decimal::Decimal;

use super::exhaustive::{all, cases, lorie_savage};

fn go_on(_: &beslismacht::optimise::Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn close(case: &Case, plan: &Portfolio, keep: Option<i64>, solver: SolverChoice) -> Answer {
    let close = StayClose { plan, keep: keep.map(Decimal::from) };
    let options = Options { solver, ..Options::default() };
    optimise_close(case, &options, &close, &mut WarmStart::default(), &mut go_on).unwrap()
}

/// A portfolio of the case that need not keep its rules any more: the best after every budget of another year.
fn plan(case: &Case, seed: u64) -> Portfolio {
    let possible = all(case);
    let at = usize::try_from(seed * 7919).unwrap() % possible.len().max(1);
    possible.into_iter().nth(at).map(|(portfolio, _)| portfolio).unwrap_or_default()
}

/// Of the best and cheapest it is the one that changes least, by picks and then by starts; and all of it is proven.
fn check(solver: SolverChoice, seeds: std::ops::Range<u64>) -> usize {
    let (mut other, mut moved) = (0, 0);
    for (seed, case) in cases(seeds) {
        let possible = all(&case);
        let plan = plan(&case, seed);
        let answer = close(&case, &plan, None, solver);
        let Some(best) = possible.iter().map(|(_, it)| it.objective).max() else {
            assert_eq!((answer.status, answer.closeness), (Status::Infeasible, None), "case {seed}");
            continue;
        };
        let as_good: Vec<_> = possible.iter().filter(|(_, it)| best - it.objective <= BEST_WITHIN).collect();
        let cheapest = as_good.iter().map(|(_, it)| it.cost).min().unwrap();
        let least = as_good.iter().filter(|(_, it)| it.cost <= cheapest);
        let least = least.map(|(portfolio, _)| Changes::between(&plan, portfolio)).min().unwrap();
        let (portfolio, evaluation) = (answer.portfolio.unwrap(), answer.evaluation.unwrap());
        let closeness = answer.closeness.unwrap();
        assert!(evaluation.keeps_all_rules() && best - evaluation.objective <= BEST_WITHIN, "case {seed}");
        assert_eq!((answer.status, evaluation.cost), (Status::Optimal, cheapest), "case {seed}");
        assert_eq!(Changes::between(&plan, &portfolio), least, "case {seed}: {portfolio:?} of {plan:?}");
        assert_eq!((closeness.changes, closeness.is_proven()), (least, true), "case {seed}");
        let without = optimise(&case, &Options::default(), None, &mut go_on).unwrap();
        other += usize::from(without.portfolio != Some(portfolio));
        moved += usize::from(least.starts > 0);
    }
    assert!(other > 3, "only {other} answers are others");
    moved
}

#[test]
fn of_the_best_and_cheapest_it_changes_least() {
    assert!(check(SolverChoice::Auto, 0..160) > 0, "none moves a start");
}

#[test]
fn a_general_solver_finds_the_same() {
    check(SolverChoice::Microlp, 0..60);
}

/// As little is changed as reaches the part of the best, and with so few changes nothing is better or cheaper.
#[test]
fn a_part_of_the_best_is_reached_with_the_fewest_changes() {
    let mut fewer = 0;
    for (seed, case) in cases(0..160) {
        let possible = all(&case);
        let plan = plan(&case, seed);
        let Some(best) = possible.iter().map(|(_, it)| it.objective).max() else { continue };
        let near = percent_of(best, Decimal::from(80));
        let answer = close(&case, &plan, Some(80), SolverChoice::Auto);
        let (portfolio, evaluation) = (answer.portfolio.unwrap(), answer.evaluation.unwrap());
        let closeness = answer.closeness.unwrap();
        assert!(closeness.is_proven() && evaluation.keeps_all_rules(), "case {seed}");
        let picks = |it: &Portfolio| Changes::between(&plan, it).picks;
        let enough = possible.iter().filter(|(_, it)| it.objective >= near);
        let fewest = enough.map(|(it, _)| picks(it)).min().unwrap();
        assert_eq!(picks(&portfolio), fewest, "case {seed}");
        let of_these: Vec<_> = possible.iter().filter(|(it, _)| picks(it) <= fewest).collect();
        let highest = of_these.iter().map(|(_, it)| it.objective).max().unwrap();
        assert!(highest - evaluation.objective <= BEST_WITHIN, "case {seed}");
        let as_good = of_these.iter().filter(|(_, it)| highest - it.objective <= BEST_WITHIN);
        let cheapest = as_good.clone().map(|(_, it)| it.cost).min().unwrap();
        let least = as_good.filter(|(_, it)| it.cost <= cheapest);
        let least = least.map(|(it, _)| Changes::between(&plan, it)).min().unwrap();
        assert_eq!((evaluation.cost, closeness.changes), (cheapest, least), "case {seed}");
        let is_best = best - evaluation.objective <= BEST_WITHIN;
        assert_eq!(answer.status == Status::Optimal, is_best, "case {seed}");
        fewer += usize::from(!is_best);
    }
    assert!(fewer > 3, "only {fewer} are not the best");
}

/// Shares stay as well, where the budgets let them; and as many as can.
#[test]
fn as_many_bills_as_can_be_are_shared_as_before() {
    let mut case = lorie_savage();
    let second = beslismacht::model::Ministry {
        id: "second".into(),
        budget: vec![Decimal::from(3); case.ministries[0].budget.len()],
        ..case.ministries[0].clone()
    };
    case.ministries.push(second);
    case.domains.iter_mut().for_each(|domain| domain.weights.push(Decimal::ONE));
    for candidate in &mut case.candidates {
        candidate.shares = vec![ShareRange::ANY; 2];
    }
    let without = optimise(&case, &Options::default(), None, &mut go_on).unwrap().portfolio.unwrap();
    // All of it half and half is far more than the second has; one bill of it is not.
    let mut plan = without.clone();
    for pick in without.picks() {
        let mut half = pick.clone();
        half.shares = vec![50, 50];
        plan.insert(half);
    }
    let answer = close(&case, &plan, None, SolverChoice::Auto);
    let closeness = answer.closeness.unwrap();
    assert!(closeness.is_proven() && closeness.changes.picks == 0, "{closeness:?}");
    let fits = |kept: &Portfolio| evaluate(&case, kept).keeps_all_rules();
    let picks = without.picks();
    let kept = |which: usize| {
        let shared = picks.iter().enumerate().map(|(at, pick)| {
            let shares = if which >> at & 1 == 1 { vec![50, 50] } else { vec![100, 0] };
            beslismacht::model::Pick { shares, ..pick.clone() }
        });
        Portfolio::new(shared.collect())
    };
    // What is not shared as before is best left to the first alone, who has enough for all of it.
    let most = (0..1_usize << picks.len()).filter(|&which| fits(&kept(which))).map(usize::count_ones).max().unwrap();
    assert_eq!(closeness.changes.shares, picks.len() - usize::try_from(most).unwrap());
    assert!(most > 0 && closeness.changes.shares > 0, "{most} of {picks:?}");
}

/// Of portfolios that change as few picks and starts, the one that changes the fewest shares: also where it has other picks.
#[test]
fn the_fewest_shares_change_also_across_other_picks() {
    let base = {
        let mut case = lorie_savage();
        let second = beslismacht::model::Ministry { id: "second".into(), ..case.ministries[0].clone() };
        case.ministries.push(second);
        case.domains.iter_mut().for_each(|domain| domain.weights.push(Decimal::ONE));
        let one = case.candidates[0].clone();
        case.candidates = (0..5)
            .map(|at| {
                let mut it = beslismacht::model::Candidate { id: format!("c{at}"), row: at, ..one.clone() };
                it.costs = vec![Decimal::from(10), Decimal::from(2)];
                it.shares = vec![ShareRange::ANY; 2];
                it
            })
            .collect();
        // Money for three of the five, which are all alike.
        for ministry in &mut case.ministries {
            ministry.budget = vec![Decimal::from(15), Decimal::from(3)];
        }
        case
    };
    let mut others = 0;
    for turned in [0_usize, 0b1, 0b11, 0b111, 0b1111, 0b11100, 0b11110, 0b10110] {
        let mut case = base.clone();
        let is_turned = |at: usize| turned >> at & 1 == 1;
        for at in (0..5).filter(|&at| is_turned(at)) {
            // It can no longer be paid half and half.
            case.candidates[at].shares = vec![ShareRange { min: 60, max: 100 }, ShareRange { min: 0, max: 40 }];
        }
        let start = case.first_year;
        let picks =
            case.candidate_ixs().map(|candidate| beslismacht::model::Pick { candidate, start, shares: vec![50, 50] });
        let plan = Portfolio::new(picks.collect());
        let answer = close(&case, &plan, None, SolverChoice::Auto);
        let (found, closeness) = (answer.portfolio.unwrap(), answer.closeness.unwrap());
        // Every split in steps of ten, of every three.
        let mut least: Option<Changes> = None;
        for which in (0..32_usize).filter(|which| which.count_ones() == 3) {
            for splits in 0..343_usize {
                let share = |at: usize| 20 + 10 * u8::try_from([splits, splits / 7, splits / 49][at] % 7).unwrap();
                let chosen = (0..5).filter(|at| which >> at & 1 == 1).enumerate();
                let picks = chosen.map(|(nth, at)| beslismacht::model::Pick {
                    candidate: beslismacht::model::CandidateIx(at),
                    start,
                    shares: vec![share(nth), 100 - share(nth)],
                });
                let portfolio = Portfolio::new(picks.collect());
                if evaluate(&case, &portfolio).keeps_all_rules() {
                    let changes = Changes::between(&plan, &portfolio);
                    least = Some(least.map_or(changes, |least| least.min(changes)));
                }
            }
        }
        let least = least.filter(|_| answer.status == Status::Optimal);
        assert_eq!((Some(closeness.changes), closeness.is_proven()), (least, true), "{turned:b}: {found:?}");
        others += usize::from(closeness.changes.shares > 0);
    }
    assert!(others > 0, "shares change nowhere");
}
