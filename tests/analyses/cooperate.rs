//! Shapley values against published ones, and cooperation against all portfolios.

use beslismacht::analyse::case_transforms::{paid_by, valued_by, without_demands};
use beslismacht::analyse::cooperate::{Cooperate, Cooperation, Division, shapley};
use beslismacht::analyse::sweep::run;
use beslismacht::analyse::{Oracle, Solving};
use beslismacht::measure::evaluate;
use beslismacht::model::{Case, MinistryIx, ShareRange};
use beslismacht::optimise::SAME;
use beslismacht::report::analyses::{Context, cooperate};
use beslismacht::report::header;
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, best, cases, with_runner};

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

fn check(oracle: &dyn Oracle, seeds: std::ops::Range<u64>) {
    for (seed, case) in cases(seeds) {
        let found = with_runner(oracle, 2, |runner| run(&Cooperate { case: &case }, runner)).unwrap();
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
        settled(seed, &case, &found);
        for way in found.ways.iter().filter(|way| way.outcome.objective.is_some()) {
            let evaluation = evaluate(&case, &way.outcome.picks.portfolio());
            assert_eq!(way.objective, Some(evaluation.objective.normalize()), "case {seed}, {}", way.name);
        }
    }
}

/// What is paid adds up, and leaves nobody worse off than alone where that is said.
fn settled(seed: u64, case: &Case, found: &Cooperation) {
    let bill = found.together().map(|way| way.paid.iter().sum::<Decimal>());
    if let Some(fair) = &found.fair_bill {
        assert_eq!(Some(fair.iter().sum::<Decimal>()), bill, "case {seed}: the whole bill is divided");
    }
    let Some(settlement) = &found.settlement else { return };
    assert_eq!(settlement.receives.iter().sum::<Decimal>(), Decimal::ZERO, "case {seed}: what one pays others receive");
    for (at, receives) in settlement.receives.iter().enumerate() {
        let kept = match found.surplus[at] {
            Some(surplus) => surplus + receives,
            None => case.ministries[at].budget.iter().sum::<Decimal>() * Decimal::from(7) + receives,
        };
        match settlement.nobody_worse {
            Some(true) => assert!(kept >= Decimal::ZERO, "case {seed}: {kept}"),
            Some(false) => {
                assert!(case.ministries.len() > 2 || found.surplus.iter().flatten().sum::<Decimal>() < Decimal::ZERO);
            }
            None => {}
        }
    }
}

/// The best that a ministry reaches by its own weights with its own money times a factor.
fn alone(case: &Case, ministry: usize, factor: Decimal) -> Decimal {
    let one = [MinistryIx(ministry)];
    let mut alone = valued_by(&paid_by(&without_demands(case), &one), &one);
    alone.ministries[ministry].budget.iter_mut().for_each(|amount| *amount = (*amount * factor).round_dp(4));
    best(&alone).unwrap()
}

#[test]
fn cooperation_is_worth_the_budget_that_would_reach_as_much_alone() {
    let (mut priced, mut unpriced, mut paid) = (0, 0, 0);
    for (seed, case) in cases(0..260).filter(|(_, case)| case.ministries.len() > 1) {
        let found = with_runner(&Exhaustive, 2, |runner| run(&Cooperate { case: &case }, runner)).unwrap();
        let Some(together) = found.together() else { continue };
        for ministry in 0..case.ministries.len() {
            let one = [MinistryIx(ministry)];
            let own = valued_by(&paid_by(&without_demands(&case), &one), &one);
            let reached = evaluate(&own, &together.outcome.picks.portfolio()).objective;
            let budget: Decimal = case.ministries[ministry].budget.iter().sum();
            let what = format!("case {seed}, ministry {ministry}");
            match found.surplus[ministry] {
                Some(_) if budget.is_zero() => {}
                Some(surplus) => {
                    let factor = (surplus + budget) / budget;
                    assert!(alone(&case, ministry, factor) >= reached - SAME, "{what}: {factor} is enough");
                    let less = factor - Decimal::new(1, 2);
                    assert!(
                        less < Decimal::ZERO || alone(&case, ministry, less) < reached - SAME,
                        "{what}: not {less}"
                    );
                    priced += 1;
                }
                None => {
                    assert!(alone(&case, ministry, Decimal::from(8)) < reached - SAME, "{what}");
                    unpriced += 1;
                }
            }
        }
        paid += usize::from(found.settlement.is_some_and(|it| it.receives.iter().any(|receives| !receives.is_zero())));
    }
    assert!(priced > 20 && unpriced > 5 && paid > 5, "{priced} {unpriced} {paid}");
}

#[test]
fn a_bill_is_divided_like_the_shapley_values_where_nobody_could_do_it_alone() {
    // One project of 10 that both must pay, seven parts of the money from one and three from the other: each needs the
    // other for any of its points, so that each is worth half of them and fairly bears half of the bill.
    let mut case = super::exhaustive::knapsack(&[6], &[&[10]], &[7]);
    let mut other = case.ministries[0].clone();
    other.id = "other".to_owned();
    other.budget = vec![Decimal::from(3)];
    case.ministries.push(other);
    case.domains[0].weights.push(Decimal::ONE);
    let share = |percent| ShareRange { min: percent, max: percent };
    case.candidates[0].shares = vec![share(70), share(30)];
    let found = with_runner(&Solving::default(), 1, |runner| run(&Cooperate { case: &case }, runner)).unwrap();
    let whole = |number: i64| Decimal::from(number);
    assert_eq!(found.shapley, Some(vec![whole(3), whole(3)]));
    assert_eq!(found.fair_bill, Some(vec![whole(5), whole(5)]));
    let settlement = found.settlement.unwrap();
    assert_eq!((settlement.rule, settlement.receives), (Division::ShapleyBill, vec![whole(2), whole(-2)]));
    assert_eq!(settlement.nobody_worse, Some(true));
}

#[test]
fn cooperation_is_worth_what_all_portfolios_say() {
    check(&Exhaustive, 0..80);
}

#[test]
fn the_solver_says_the_same() {
    check(&Solving::default(), 600..615);
}

/// The numbers that stand before a word in a sentence.
fn numbers_before(sentence: &str, word: &str) -> Vec<Decimal> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words.windows(2).filter(|pair| pair[1] == word).filter_map(|pair| pair[0].parse().ok()).collect()
}

#[test]
fn the_parts_that_are_told_add_up_to_the_points_that_are_told() {
    let (mut with_demands, mut without) = (0, 0);
    for (seed, case) in cases(0..200) {
        let found = with_runner(&Exhaustive, 2, |runner| run(&Cooperate { case: &case }, runner)).unwrap();
        let report =
            cooperate::report(&found, Context::new(&case, header(&case, String::new(), Vec::new(), Vec::new())));
        let told = |word: &str| report.summary.iter().find(|sentence| sentence.contains(word));
        let Some(shapley) = told("fair division of") else { continue };
        let parts: Decimal = numbers_before(shapley, "to").into_iter().sum();
        let whole = if shapley.contains("requirements set aside") {
            with_demands += 1;
            numbers_before(shapley, "joint")[0]
        } else {
            without += 1;
            let together = told("they reach").unwrap().split("they reach ").nth(1).unwrap();
            together.split(". ").next().unwrap().parse().unwrap()
        };
        let rounding = Decimal::new(i64::try_from(case.ministries.len()).unwrap() + 1, 2);
        assert!((parts - whole).abs() <= rounding, "case {seed}: {:?}", report.summary);
    }
    assert!(with_demands > 3 && without > 3, "{with_demands} with demands that cost something, {without} without");
}
