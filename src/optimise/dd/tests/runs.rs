//! The same answer on every run, whatever it starts from, and a cancel that is obeyed.

use std::ops::ControlFlow;

use super::{ask, fitting, objective, seeds, task, within};
use crate::model::compile::compile;
use crate::model::generate::{Shape, planning};
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
    for seed in 0..6 {
        let case = compile(&planning(16, 300 + seed, Shape::ALL[(seed % 6) as usize])).case;
        let answer = |threads: usize| {
            let options = Options { solver: SolverChoice::Engine, threads, ..Options::default() };
            optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap()
        };
        let one = answer(1);
        for threads in [2, 3] {
            let other = answer(threads);
            assert_eq!(
                (one.status, &one.portfolio),
                (other.status, &other.portfolio),
                "seed {seed}, {threads} threads"
            );
            assert_eq!(
                (one.solver.nodes, &one.prices),
                (other.solver.nodes, &other.prices),
                "seed {seed}, {threads} threads"
            );
        }
    }
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
