//! Alternatives against all portfolios, and the published numbers of Lorie and Savage.

use std::collections::BTreeSet;

use beslismacht::analyse::alternatives::{Alternatives, Ending, Reach};
use beslismacht::analyse::sweep::run;
use beslismacht::analyse::{Oracle, Outcome, Solving};
use beslismacht::model::{CandidateIx, Case, DomainIx};
use beslismacht::optimise::{Measure, SAME};
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, cases, lorie_savage, with_runner};

/// The best objective for each set of candidates, the best set first.
pub fn sets(case: &Case) -> Vec<Decimal> {
    let mut best: std::collections::BTreeMap<BTreeSet<CandidateIx>, Decimal> = std::collections::BTreeMap::new();
    for (portfolio, evaluation) in all(case) {
        let set = portfolio.picks().iter().map(|pick| pick.candidate).collect();
        let value = best.entry(set).or_insert(evaluation.objective);
        *value = (*value).max(evaluation.objective);
    }
    let mut values: Vec<_> = best.into_values().collect();
    values.sort_by(|a, b| b.cmp(a));
    values
}

fn check(oracle: &dyn Oracle, seeds: std::ops::Range<u64>) {
    for (seed, case) in cases(seeds) {
        let within = Decimal::from(20);
        let analysis =
            Alternatives { case: &case, count: 40, within, reach: Reach::Count, trifle: Decimal::ZERO, spread: 3 };
        let others = with_runner(oracle, 2, |runner| run(&analysis, runner)).unwrap();
        let truth = sets(&case);
        assert_eq!(others.best.objective.is_some(), !truth.is_empty(), "case {seed}");
        let found: Vec<_> = others.next.iter().map(|it| it.objective.unwrap()).collect();
        let expected: Vec<_> = truth.iter().skip(1).take(40).copied().collect();
        assert_eq!(found.len(), expected.len(), "case {seed}");
        for (is, should) in found.iter().zip(&expected) {
            assert!((is - should).abs() <= SAME, "case {seed}: {is} instead of {should}");
        }
        assert_eq!(others.ending == Ending::Complete, truth.len() <= 40, "case {seed}");
        if !truth.is_empty() {
            near(seed, &case, &others, others.near.unwrap());
            spread(seed, &case, &others, others.near.unwrap());
        }
    }
}

/// The sets of candidates that are near, as bits.
fn near_sets(case: &Case, near: Decimal) -> BTreeSet<u64> {
    let bits = |it: &beslismacht::model::Portfolio| it.picks().iter().map(|pick| 1_u64 << pick.candidate.0).sum();
    all(case).iter().filter(|(_, it)| it.objective >= near).map(|(portfolio, _)| bits(portfolio)).collect()
}

/// The spread is as wide as three portfolios with the best in them can be, or says by how much it may fall short.
fn spread(seed: u64, case: &Case, others: &beslismacht::analyse::alternatives::Others, near: Decimal) {
    let spread = others.spread.as_ref().unwrap();
    let sets: Vec<u64> = near_sets(case, near).into_iter().collect();
    let best: u64 = others.best.picks.candidates().map(|it| 1 << it.0).sum();
    let apart = |a: u64, b: u64| usize::try_from((a ^ b).count_ones()).unwrap();
    let pairs = sets.iter().flat_map(|&a| sets.iter().map(move |&b| (a, b))).filter(|(a, b)| a != b);
    let pairs = pairs.filter(|&(a, b)| a != best && b != best);
    let widest = pairs.map(|(a, b)| apart(a, b).min(apart(a, best)).min(apart(b, best))).max();
    assert!(spread.members.iter().all(|it| it.objective.unwrap() >= near - SAME), "case {seed}");
    let Some(widest) = widest else {
        assert!(spread.members.len() < 3, "case {seed}");
        return;
    };
    assert_eq!(spread.members.len(), 3, "case {seed}");
    assert!(spread.least <= widest && widest <= spread.at_most, "case {seed}: {widest}, {spread:?}");
    assert!(sets.len() > 40 || spread.least == widest, "case {seed}: {widest} can be proven");
}

/// What only adds or leaves out trifles is no other portfolio; all else is, in the order of its worth.
#[test]
fn trifles_make_no_other_portfolio() {
    let mut fewer = 0;
    for (seed, case) in cases(0..100) {
        let within = Decimal::from(20);
        let trifle = Decimal::from(60);
        let asked = |trifle| Alternatives { case: &case, count: 12, within, reach: Reach::Count, trifle, spread: 0 };
        let run = |trifle| with_runner(&Exhaustive, 1, |runner| run(&asked(trifle), runner)).unwrap();
        let (every, others) = (run(Decimal::ZERO), run(trifle));
        let Some(gain) = others.best.gain.filter(|gain| !gain.is_zero()) else { continue };
        let least = gain * trifle / Decimal::ONE_HUNDRED;
        let shown: Vec<&Outcome> = [&others.best].into_iter().chain(&others.next).collect();
        for (at, one) in shown.iter().enumerate() {
            for before in &shown[..at] {
                let (come, gone) = (one.picks.beyond(&before.picks), before.picks.beyond(&one.picks));
                assert!(!(come.is_empty() && gone.is_empty()), "case {seed}");
                if !come.is_empty() && !gone.is_empty() {
                    continue;
                }
                let whole = before.picks.portfolio();
                let objective =
                    |it: &beslismacht::model::Portfolio| beslismacht::measure::evaluate(&case, it).objective;
                let counts = gone.iter().any(|&candidate| {
                    let mut less = whole.clone();
                    less.remove(candidate);
                    objective(&whole) - objective(&less) >= least
                });
                let counts = counts
                    || come.iter().any(|&candidate| {
                        let mut more = whole.clone();
                        let start = *case.starts(candidate).start();
                        let shares = case[candidate].shares.iter().map(|range| range.min).collect();
                        more.insert(beslismacht::model::Pick { candidate, start, shares });
                        objective(&more) - objective(&whole) >= least
                    });
                assert!(counts, "case {seed}: {one:?} is {before:?} with trifles");
            }
        }
        fewer += usize::from(every.next.len() > others.next.len());
    }
    assert!(fewer > 0, "none leaves anything out");
}

fn near(seed: u64, case: &Case, others: &beslismacht::analyse::alternatives::Others, near: Decimal) {
    let close: Vec<_> = all(case).into_iter().filter(|(_, it)| it.objective >= near).collect();
    let check = |outcome: &Outcome, measure: &Measure, highest: bool, what: &str| {
        let values = close.iter().map(|(portfolio, it)| measure.of(case, portfolio, it));
        let truth = if highest { values.max() } else { values.min() };
        let (is, should) = (outcome.value.unwrap(), truth.unwrap());
        assert!((is - should).abs() <= SAME, "case {seed}, {what}: {is} instead of {should}");
    };
    let from: Vec<_> = others.best.picks.candidates().collect();
    check(others.different.as_ref().unwrap(), &Measure::Distance(from), true, "most different");
    for range in &others.ranges {
        let domain = DomainIx(range.domain);
        check(&range.spending_low, &Measure::Spending(domain), false, "least spending");
        check(&range.spending_high, &Measure::Spending(domain), true, "most spending");
        let power = Measure::domain_power(case, domain);
        check(&range.power_low, &power, false, "least power");
        check(&range.power_high, &power, true, "most power");
    }
}

#[test]
fn the_next_best_and_the_ranges_are_those_of_all_portfolios() {
    check(&Exhaustive, 0..70);
}

#[test]
fn the_solver_finds_the_same() {
    check(&Solving::default(), 400..415);
}

#[test]
fn all_that_are_near_are_found() {
    for (seed, case) in cases(70..120) {
        let within = Decimal::from(30);
        let analysis =
            Alternatives { case: &case, count: 500, within, reach: Reach::Within, trifle: Decimal::ZERO, spread: 0 };
        let others = with_runner(&Exhaustive, 2, |runner| run(&analysis, runner)).unwrap();
        let Some(near) = others.near else { continue };
        let truth = sets(&case).into_iter().skip(1).filter(|&value| value >= near - SAME).count();
        assert_eq!(others.next.len(), truth, "case {seed}");
        assert_eq!(others.ending, Ending::Complete);
    }
}

#[test]
fn lorie_and_savage_have_41_portfolios_and_a_next_best_of_58() {
    let case = lorie_savage();
    let within = Decimal::ZERO;
    let analysis =
        Alternatives { case: &case, count: 100, within, reach: Reach::Count, trifle: Decimal::ZERO, spread: 0 };
    let others = with_runner(&Solving::default(), 2, |runner| run(&analysis, runner)).unwrap();
    assert_eq!(others.best.objective, Some(Decimal::from(70)));
    assert_eq!(others.next.first().unwrap().objective, Some(Decimal::from(58)));
    assert_eq!(others.next.len(), 40);
    assert_eq!(others.ending, Ending::Complete);
}
