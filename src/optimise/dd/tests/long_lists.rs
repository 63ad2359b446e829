//! Lists of candidates that move nothing: what multipliers settle is taken out before the search. In tests nearly every list is
//! long, so that the exhaustive tests are about this as well; here are lists that are too long for them.

use rust_decimal::Decimal;

use super::{agree, ask, objective};
use crate::model::Case;
use crate::model::compile::compile;
use crate::model::generate::{knapsack, long_list};
use crate::optimise::proof::verify;
use crate::optimise::testing::proof_of;
use crate::optimise::{End, Engine, Goal};

fn list(candidates: usize, group: usize, budgets: usize, seed: u64) -> Case {
    compile(&long_list(candidates, group, budgets, seed)).case
}

#[test]
fn the_engine_agrees_about_lists_of_a_hundred() {
    for seed in 1..6 {
        agree(&list(100, 1, 1, seed), &format!("one budget, {seed}"));
        agree(&list(99, 3, 1, seed), &format!("groups, {seed}"));
    }
    agree(&list(60, 3, 2, 1), "groups and two budgets");
    agree(&compile(&knapsack(40, 3, 40, 5)).case, "three budgets");
}

#[test]
fn what_is_settled_before_the_search_is_proven() {
    for case in [list(400, 1, 1, 3), list(300, 3, 1, 4), list(90, 3, 2, 5)] {
        verify(&case, &proof_of(&case)).unwrap();
    }
}

#[test]
fn three_thousand_in_groups_are_proven() {
    let case = list(3000, 3, 1, 9);
    let found = ask(&Engine, &case, Goal::Best);
    assert_eq!(found.end, End::Proven);
    let best = objective(&case, &found).unwrap();
    assert!(found.bound.is_some_and(|bound| bound >= best && bound - best <= Decimal::new(1, 6)));
    // And its lowest bill.
    let found = ask(&Engine, &case, Goal::Cheapest { at_least: best });
    assert_eq!((found.end, objective(&case, &found)), (End::Proven, Some(best)));
}
