//! Lists of candidates that move nothing: what multipliers settle is taken out before the search. In tests nearly every list is
//! long, so that the exhaustive tests are about this as well; here are lists that are too long for them.

use std::ops::ControlFlow;

use super::exhaustive::exhaustive_of;
use super::{agree, seeds};
use crate::model::Case;
use crate::model::compile::compile;
use crate::model::generate::{knapsack, long_list};
use crate::optimise::proof::verify;
use crate::optimise::testing::proof_of;
use crate::optimise::{Options, SolverChoice, Status, optimise};

fn list(candidates: usize, group: usize, budgets: usize, seed: u64) -> Case {
    compile(&long_list(candidates, group, budgets, seed)).case
}

#[test]
fn the_engine_agrees_about_lists_of_a_hundred() {
    for seed in 1..6 {
        agree(&list(100, 1, 1, seed), &format!("one budget, {seed}"));
        agree(&list(99, 3, 1, seed), &format!("groups, {seed}"));
        agree(&list(60, 1, 2, seed), &format!("two budgets, {seed}"));
    }
    agree(&list(60, 3, 2, 1), "groups and two budgets");
    agree(&compile(&knapsack(40, 3, 40, 5)).case, "three budgets");
}

/// What is left of a list with one to three budgets is enumerated, in both stages.
#[test]
fn short_lists_agree_with_exhaustive_search() {
    for seed in seeds(400) {
        let case = list(7 + (seed % 5) as usize, 1, 1 + (seed % 3) as usize, seed);
        let (best, cost) = exhaustive_of(&case, 1 << 12, |_| true).unwrap().unwrap();
        let options = Options { solver: SolverChoice::Engine, ..Options::default() };
        let answer = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
        let found = answer.evaluation.unwrap();
        assert_eq!((answer.status, found.objective, found.cost), (Status::Optimal, best, cost), "seed {seed}");
    }
}

#[test]
fn what_is_settled_before_the_search_is_proven() {
    for case in [list(400, 1, 1, 3), list(300, 3, 1, 4), list(90, 3, 2, 5)] {
        verify(&case, &proof_of(&case)).unwrap();
    }
}
