//! A search keeps to its memory limit, always in the same way, and what it says then is true.

use std::ops::ControlFlow;

use crate::measure::evaluate;
use crate::model::Case;
use crate::model::compile::compile;
use crate::model::generate::{Shape, knapsack, planning};
use crate::optimise::dd::held::peak;
use crate::optimise::{Answer, Options, SolverChoice, Status, Stop, optimise};

/// Asks the engine alone, with so much memory, and so often whether to go on.
fn ask(case: &Case, memory_limit: u64, most: usize) -> Answer {
    let options = Options { solver: SolverChoice::Engine, memory_limit, ..Options::default() };
    let mut asked = 0;
    let answer = optimise(case, &options, None, &mut |_| {
        asked += 1;
        if asked > most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    answer.unwrap()
}

fn is_told(answer: &Answer) -> bool {
    answer.solver.options.iter().any(|(name, _)| name == "memory_limit")
}

/// Many budgets make trees of tens of thousands of nodes.
fn large_tree() -> Case {
    compile(&knapsack(100, 5, 50, 1)).case
}

#[test]
fn a_search_that_does_not_fit_goes_deep_and_stays_within_its_limit() {
    let case = large_tree();
    let limit = 600_000;
    peak();
    let free = ask(&case, u64::MAX, 15_000);
    assert!(!is_told(&free) && peak() > 2 * limit, "the case is too easy for this test");
    let answer = ask(&case, limit, 15_000);
    assert!(is_told(&answer));
    let held = peak();
    assert!(held <= limit, "{held} bytes were held");
    assert!(answer.solver.nodes > 2000, "only {} nodes", answer.solver.nodes);
    let best = answer.evaluation.unwrap().objective;
    assert!(answer.bound.unwrap() >= best && best <= free.bound.unwrap());
    // What was let go costs the bound nothing that was proven.
    assert!(answer.bound.unwrap() >= free.evaluation.unwrap().objective);
}

#[test]
fn what_cannot_fit_at_all_ends_with_the_best_so_far_and_says_why() {
    let case = large_tree();
    let one = ask(&case, 56_000, usize::MAX);
    assert_eq!((one.status, one.stopped), (Status::Feasible, Some(Stop::MemoryLimit)));
    assert!(is_told(&one));
    let evaluation = evaluate(&case, one.portfolio.as_ref().unwrap());
    assert!(evaluation.keeps_all_rules());
    assert!(one.bound.unwrap() > evaluation.objective);
    // It is counted, not measured: it ends the same way every time.
    let other = ask(&case, 56_000, usize::MAX);
    assert_eq!((one.portfolio, one.bound, one.solver.nodes), (other.portfolio, other.bound, other.solver.nodes));
}

/// Letting bases go changes the way, not the choice: starts and shares are settled afterwards.
#[test]
fn a_proof_with_little_memory_is_the_same_proof() {
    let case = compile(&planning(60, 3, Shape::Ladder)).case;
    peak();
    let free = ask(&case, u64::MAX, usize::MAX);
    let needed = peak();
    let tight = ask(&case, needed, usize::MAX);
    assert_eq!((free.status, tight.status), (Status::Optimal, Status::Optimal));
    assert!(is_told(&tight) && !is_told(&free));
    let worth = |answer: &Answer| answer.evaluation.as_ref().map(|it| (it.objective, it.cost));
    assert_eq!(worth(&free), worth(&tight));
    let candidates = |answer: &Answer| {
        answer.portfolio.as_ref().unwrap().picks().iter().map(|pick| pick.candidate).collect::<Vec<_>>()
    };
    assert_eq!(candidates(&free), candidates(&tight));
}
