//! Lists of candidates that move nothing: what multipliers settle is taken out before the search. In tests nearly every list is
//! long, so that the exhaustive tests are about this as well; here are lists that are too long for them.

use super::agree;
use crate::model::Case;
use crate::model::compile::compile;
use crate::model::generate::{knapsack, long_list};
use crate::optimise::proof::verify;
use crate::optimise::testing::proof_of;

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
