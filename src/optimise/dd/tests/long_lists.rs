//! Lists of candidates that move nothing: what multipliers settle is taken out before the search. In tests nearly every list is
//! long, so that the exhaustive tests are about this as well; here are lists that are too long for them.

use rust_decimal::Decimal;

use super::{agree, ask, objective};
use crate::model::compile::compile;
use crate::model::generate::{knapsack, multi_knapsack};
use crate::model::{Case, Relation, RelationKind};
use crate::optimise::proof::verify;
use crate::optimise::testing::proof_of;
use crate::optimise::{End, Engine, Goal};

/// Amounts from a fixed sequence, between two bounds.
fn amounts(count: u64, seed: u64, (least, most): (i64, i64), places: u32) -> Vec<Decimal> {
    let width = u64::try_from(most - least + 1).unwrap();
    let mut state = seed;
    let mut next = |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Decimal::new(least + i64::try_from((state >> 33) % width).unwrap(), places)
    };
    (0..count).map(&mut next).collect()
}

fn list(count: u64, budgets: u64, seed: u64) -> Case {
    let values = amounts(count, seed, (100, 4000), 2);
    let uses: Vec<_> = (0..budgets).map(|at| amounts(count, seed * 31 + at + 7, (10, 1000), 1)).collect();
    let third = |uses: &Vec<Decimal>| (uses.iter().sum::<Decimal>() / Decimal::from(3)).round_dp(1);
    let limits: Vec<_> = uses.iter().map(third).collect();
    compile(&multi_knapsack("a list", &values, &uses, &limits)).case
}

/// Three alternatives of each asset, of which at most one is chosen.
fn in_groups(mut case: Case) -> Case {
    for first in (0..case.candidates.len() - 2).step_by(3) {
        let members = (first..first + 3).map(crate::model::CandidateIx).collect();
        case.relations.push(Relation {
            kind: RelationKind::Excludes,
            members,
            count: 1,
            service: None,
            control_gain: Decimal::ZERO,
            row: first / 3,
        });
    }
    case
}

#[test]
fn the_engine_agrees_about_lists_of_a_hundred() {
    for seed in 1..6 {
        agree(&list(100, 1, seed), &format!("one budget, {seed}"));
        agree(&in_groups(list(99, 1, seed)), &format!("groups, {seed}"));
    }
    agree(&in_groups(list(60, 2, 1)), "groups and two budgets");
    agree(&compile(&knapsack(40, 3, 40, 5)).case, "three budgets");
}

#[test]
fn what_is_settled_before_the_search_is_proven() {
    for case in [list(400, 1, 3), in_groups(list(300, 1, 4)), in_groups(list(90, 2, 5))] {
        verify(&case, &proof_of(&case)).unwrap();
    }
}

#[test]
fn three_thousand_in_groups_are_proven() {
    let case = in_groups(list(3000, 1, 9));
    let found = ask(&Engine, &case, Goal::Best);
    assert_eq!(found.end, End::Proven);
    let best = objective(&case, &found).unwrap();
    assert!(found.bound.is_some_and(|bound| bound >= best && bound - best <= Decimal::new(1, 6)));
    // And its lowest bill.
    let found = ask(&Engine, &case, Goal::Cheapest { at_least: best });
    assert_eq!((found.end, objective(&case, &found)), (End::Proven, Some(best)));
}
