//! The same answer on every run, whatever it starts from, and a cancel that is obeyed.

use std::ops::ControlFlow;

use super::{ask, fitting, objective, seeds, task, within};
use crate::model::compile::compile;
use crate::model::generate::{Shape, knapsack, planning};
use crate::optimise::proof::{prove, verify};
use crate::optimise::task::Found;
use crate::optimise::{End, Engine, Goal, Options, Solver, SolverChoice, optimise};

#[test]
fn the_same_answer_on_every_run() {
    for seed in seeds(20) {
        let case = fitting(seed, 10, 1);
        let (one, other) = (ask(&Engine, &case, Goal::Best), ask(&Engine, &case, Goal::Best));
        assert_eq!((one.portfolio, one.nodes, one.prices), (other.portfolio, other.nodes, other.prices), "seed {seed}");
    }
}

#[test]
fn the_same_answer_with_any_number_of_threads() {
    let mut most = 0;
    for seed in 0..12 {
        let case = compile(&planning(16 + 2 * seed, 300 + seed as u64, Shape::ALL[seed % 6])).case;
        let answer = |threads: usize| {
            let options = Options { solver: SolverChoice::Engine, threads, ..Options::default() };
            optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap()
        };
        let one = answer(1);
        most = most.max(one.solver.nodes);
        for threads in [2, 5] {
            let other = answer(threads);
            assert_eq!(
                (one.status, &one.portfolio, one.bound, one.gap),
                (other.status, &other.portfolio, other.bound, other.gap),
                "seed {seed}, {threads} threads"
            );
            assert_eq!(
                (one.solver.nodes, &one.prices),
                (other.solver.nodes, &other.prices),
                "seed {seed}, {threads} threads"
            );
        }
    }
    assert!(most > 200, "no case has a tree that is worth working on side by side: {most} nodes");
}

/// A search that runs into its memory limit ends the same way with any number of threads.
#[test]
fn the_same_end_at_the_memory_limit_with_any_number_of_threads() {
    let case = compile(&knapsack(40, 5, 50, 1)).case;
    let answer = |threads: usize, memory_limit: u64| {
        let options = Options { solver: SolverChoice::Engine, threads, memory_limit, ..Options::default() };
        optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap()
    };
    for memory_limit in [60_000, 200_000, 600_000] {
        let (one, other) = (answer(1, memory_limit), answer(3, memory_limit));
        assert_eq!(
            (one.status, one.stopped, &one.portfolio, one.bound, one.solver.nodes),
            (other.status, other.stopped, &other.portfolio, other.bound, other.solver.nodes),
            "{memory_limit} bytes"
        );
    }
}

#[test]
fn the_same_proof_with_any_number_of_threads() {
    for (seed, shape) in Shape::ALL.into_iter().enumerate() {
        let case = compile(&planning(24, 40 + seed as u64, shape)).case;
        let proof = |threads: usize| {
            let options = Options { threads, ..Options::default() };
            prove(&task(&case, &options, Goal::Best), &mut |_| ControlFlow::Continue(())).unwrap().unwrap()
        };
        let one = proof(1);
        verify(&case, &one.text).unwrap_or_else(|why| panic!("seed {seed}: {why}"));
        let many = proof(4);
        // The same to the last letter, but for when the first portfolio was found.
        let timeless = |found: Found| Found { first_found: None, ..found };
        assert_eq!((one.text, timeless(one.found)), (many.text, timeless(many.found)), "seed {seed}");
    }
}

#[test]
fn a_panic_of_the_observer_passes_through_a_round() {
    let case = compile(&planning(40, 3, Shape::Tight)).case;
    let caught = std::panic::catch_unwind(|| {
        let options = Options { solver: SolverChoice::Engine, threads: 3, ..Options::default() };
        optimise(&case, &options, None, &mut |progress| {
            assert!(progress.nodes < 20, "the observer's own words");
            ControlFlow::Continue(())
        })
    });
    let message = *caught.unwrap_err().downcast::<&str>().unwrap();
    assert_eq!(message, "the observer's own words");
}

#[test]
fn a_portfolio_to_start_from_changes_nothing() {
    for seed in seeds(20) {
        let case = fitting(seed, 9, 1);
        let fresh = ask(&Engine, &case, Goal::Best);
        let options = Options::default();
        let mut warm = task(&case, &options, Goal::Best);
        warm.warm = fresh.portfolio.as_ref();
        let again = Engine.solve(&warm, &mut |_| ControlFlow::Continue(())).unwrap();
        assert!(within(objective(&case, &fresh), objective(&case, &again)), "seed {seed}");
        assert_eq!(fresh.prices, again.prices, "seed {seed}");
    }
}

#[test]
fn a_cancel_is_obeyed_at_once() {
    let case = compile(&planning(60, 3, Shape::Tight)).case;
    let options = Options::default();
    let found = Engine.solve(&task(&case, &options, Goal::Best), &mut |_| ControlFlow::Break(())).unwrap();
    assert!(matches!(found.end, End::Stopped(_) | End::Proven));
}
