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
        let analysis = Alternatives { case: &case, count: 40, within, reach: Reach::Count };
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
        }
    }
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
        let analysis = Alternatives { case: &case, count: 500, within, reach: Reach::Within };
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
    let analysis = Alternatives { case: &case, count: 100, within: Decimal::ZERO, reach: Reach::Count };
    let others = with_runner(&Solving::default(), 2, |runner| run(&analysis, runner)).unwrap();
    assert_eq!(others.best.objective, Some(Decimal::from(70)));
    assert_eq!(others.next.first().unwrap().objective, Some(Decimal::from(58)));
    assert_eq!(others.next.len(), 40);
    assert_eq!(others.ending, Ending::Complete);
}
