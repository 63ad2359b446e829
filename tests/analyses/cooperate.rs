//! Shapley values against published ones, and cooperation against all portfolios.

use beslismacht::analyse::cooperate::{Cooperate, shapley};
use beslismacht::analyse::derive::{paid_by, without_demands};
use beslismacht::analyse::sweep::run;
use beslismacht::analyse::{Answerer, Solving};
use beslismacht::measure::evaluate;
use beslismacht::optimise::SAME;
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, at_desk, best, cases};

/// The Shapley–Shubik power of players with these votes.
fn power(votes: &[u32], quota: u32) -> Vec<Decimal> {
    shapley(votes.len(), |set| {
        let sum: u32 = votes.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, votes)| votes).sum();
        if sum >= quota { Decimal::ONE } else { Decimal::ZERO }
    })
}

fn same(values: &[Decimal], fractions: &[(i64, i64)]) {
    assert_eq!(values.len(), fractions.len());
    for (value, &(above, below)) in values.iter().zip(fractions) {
        let should = Decimal::from(above) / Decimal::from(below);
        assert!((value - should).abs() < Decimal::new(1, 20), "{value} instead of {above}/{below}");
    }
}

#[test]
fn shapley_values_are_the_published_ones() {
    // The Council of the EEC in 1958, and three shareholders.
    let third = (7, 30);
    same(&power(&[4, 4, 4, 2, 2, 1], 12), &[third, third, third, (3, 20), (3, 20), (0, 1)]);
    same(&power(&[50, 49, 1], 51), &[(2, 3), (1, 6), (1, 6)]);
}

fn check(answerer: &dyn Answerer, seeds: std::ops::Range<u64>) {
    for (seed, case) in cases(seeds) {
        let found = at_desk(answerer, 2, |desk| run(&Cooperate { case: &case }, desk)).unwrap();
        assert_eq!(found.missing, 0);
        for (members, worth) in &found.coalitions {
            let truth = best(&paid_by(&without_demands(&case), members)).unwrap();
            assert!((worth.objective.unwrap() - truth).abs() <= SAME, "case {seed}, {members:?}");
        }
        let values = found.shapley.as_ref().unwrap();
        let (_, all) = found.coalitions.last().unwrap();
        let sum: Decimal = values.iter().sum();
        assert!((sum - all.objective.unwrap()).abs() <= SAME, "case {seed}: the values add up to the worth of all");
        // No ministry makes a coalition worse, so none is worth less than nothing.
        assert!(values.iter().all(|value| *value >= -SAME), "case {seed}: {values:?}");
        let by_name = |name: &str| found.ways.iter().find(|way| way.name == name).unwrap();
        let (apart, together) = (by_name("side by side"), by_name("together"));
        if let (true, Some(together)) = (apart.broken.is_empty(), together.objective) {
            assert!(
                together >= apart.objective.unwrap() - SAME,
                "case {seed}: together is at least what they reach apart"
            );
        }
        if let Some(payments) = &found.payments {
            let sum: Decimal = payments.iter().sum();
            assert_eq!(sum, Decimal::ZERO, "case {seed}: what one pays the other receives");
        }
        for way in found.ways.iter().filter(|way| way.outcome.objective.is_some()) {
            let evaluation = evaluate(&case, &way.outcome.picks.portfolio());
            assert_eq!(way.objective, Some(evaluation.objective.normalize()), "case {seed}, {}", way.name);
        }
    }
}

#[test]
fn cooperation_is_worth_what_all_portfolios_say() {
    check(&Exhaustive, 0..80);
}

#[test]
fn the_solver_says_the_same() {
    check(&Solving::default(), 600..615);
}
