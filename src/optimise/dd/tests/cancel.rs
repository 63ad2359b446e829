//! A cancel is answered soon: measured by the steps that are done between two questions whether to stop, not by time.

use std::ops::ControlFlow;
use std::time::Duration;

use rust_decimal::Decimal;

use crate::model::compile::compile;
use crate::model::generate::{Shape, knapsack, planning, shipped};
use crate::model::{Amount, CandidateIx, Case, DomainIx, Limit, Relation, RelationKind, Scope, Timing};
use crate::optimise::{Answer, Options, SolverChoice, Status, Stop, WarmStart, optimise, optimise_from, work};

/// A step is about a nanosecond of work, so that this is three milliseconds: a cancel is to be answered within 20, also on a
/// machine that has other work to do.
const MOST: u64 = 3_000_000;

fn cases() -> Vec<(&'static str, Case)> {
    let plan = |candidates, shape| compile(&planning(candidates, 3, shape)).case;
    vec![
        ("the Netherlands", compile(&shipped("netherlands")).case),
        ("ladder", plan(140, Shape::Ladder)),
        ("tight", plan(40, Shape::Tight)),
        ("crowded", plan(80, Shape::Crowded)),
        ("many on one service", plan(100, Shape::Crowded)),
        ("every year counts", Case { timing: Timing::Average, ..plan(60, Shape::Ladder) }),
    ]
}

/// Asks, and stops at one of the questions. Gives the answer, how often it was asked whether to stop, the most steps between
/// two questions, and the steps after the last.
fn ask(case: &Case, memory: &mut WarmStart, stop_at: usize) -> (Answer, usize, u64, u64) {
    let options = Options { solver: SolverChoice::Engine, ..Options::default() };
    let (mut asked, mut most) = (0, 0);
    work::taken();
    let answer = optimise_from(case, &options, None, memory, &mut |_| {
        asked += 1;
        most = most.max(work::taken());
        if asked >= stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    (answer.unwrap(), asked, most, work::taken())
}

#[test]
fn little_is_done_between_two_questions_whether_to_stop() {
    for (name, case) in cases() {
        let mut memory = WarmStart::default();
        let (answer, asked, most, last) = ask(&case, &mut memory, usize::MAX);
        assert_eq!(answer.status, Status::Optimal, "{name}");
        assert!(most.max(last) <= MOST, "{name}: {most} steps, {last} at the end, {asked} questions");
        // The same after an edit, from a warm start.
        let mut edited = case.clone();
        edited.ministries[0].budget.iter_mut().for_each(|budget| *budget *= rust_decimal::Decimal::new(9, 1));
        let (_, asked, most, last) = ask(&edited, &mut memory, usize::MAX);
        assert!(most.max(last) <= MOST, "{name}, edited: {most} steps, {last} at the end, {asked} questions");
    }
}

#[test]
fn a_cancel_is_answered_at_once_whenever_it_comes() {
    for (name, case) in cases() {
        let (_, all, ..) = ask(&case, &mut WarmStart::default(), usize::MAX);
        for part in 0..4 {
            let stop_at = 1 + all * part / 4;
            let (answer, asked, _, last) = ask(&case, &mut WarmStart::default(), stop_at);
            assert!(last <= MOST, "{name}, {part}: {last} steps after the cancel");
            assert!(answer.stopped.is_some(), "{name}, {part}");
            assert!(asked <= stop_at + 60, "{name}, {part}: asked {} times after the cancel", asked - stop_at);
        }
    }
}

/// At whatever question a round is stopped: what was best stays best, and nothing is better than the bound.
#[test]
fn a_cancel_in_a_round_keeps_the_best_and_a_bound_that_holds() {
    let case = compile(&planning(40, 3, Shape::Tight)).case;
    let ask = |threads: usize, stop_at: usize| {
        let options = Options { solver: SolverChoice::Engine, threads, ..Options::default() };
        let (mut asked, mut told) = (0, None);
        let answer = optimise(&case, &options, None, &mut |progress| {
            asked += 1;
            told = told.max(progress.best);
            if asked >= stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        (answer.unwrap(), asked, told)
    };
    let (whole, all, _) = ask(1, usize::MAX);
    let optimum = whole.evaluation.unwrap().objective;
    for threads in [1, 3] {
        for part in 0..60 {
            let (answer, _, told) = ask(threads, 1 + all * part / 60);
            let best = answer.evaluation.as_ref().map(|it| it.objective);
            assert!(best <= Some(optimum + Decimal::new(1, 9)), "{threads} threads, {part}");
            assert!(
                best >= told.map(|told| told - Decimal::new(1, 9)),
                "{threads} threads, {part}: {best:?}, {told:?}"
            );
            assert!(
                answer.bound.is_none_or(|bound| bound >= optimum - Decimal::new(1, 9)),
                "{threads} threads, {part}"
            );
        }
    }
}

/// Many budgets make trees of tens of thousands of nodes, whose memory takes long to give back.
#[test]
fn a_cancel_does_not_wait_until_a_large_tree_is_taken_down() {
    let case = compile(&knapsack(100, 5, 50, 1)).case;
    let (answer, asked, most, last) = ask(&case, &mut WarmStart::default(), 60_000);
    assert!(answer.solver.nodes > 10_000, "the case is too easy for this test: {} nodes", answer.solver.nodes);
    assert!(answer.stopped.is_some() && asked <= 60_060, "asked {asked} times");
    assert!(most.max(last) <= MOST, "{most} steps, {last} after the cancel");
}

/// Cases of which nothing can be searched in the time, because there is so much of one thing.
fn large_cases() -> Vec<(&'static str, Case)> {
    let plan = |candidates| compile(&planning(candidates, 3, Shape::PointsOnly)).case;
    let chain = |at: usize| Relation {
        row: at,
        ..Relation::between(RelationKind::Requires, vec![CandidateIx(at + 1), CandidateIx(at)])
    };
    let mut chained = plan(2000);
    chained.relations = (0..1999).map(chain).collect();
    let mut limited = plan(100);
    let limit = |at: usize| Limit {
        scope: Scope::Domain(DomainIx(0)),
        min: None,
        max: Some(Amount::Money(Decimal::from(1000 + at))),
        row: at,
    };
    limited.limits = (0..1000).map(limit).collect();
    vec![("a long chain", chained), ("many limits", limited), ("many candidates", plan(3000))]
}

/// How long a machine takes for a step is its own affair: what is bounded are steps, far above what fits into the time.
#[test]
fn a_time_limit_is_obeyed_while_a_large_case_is_set_up() {
    for (name, case) in large_cases() {
        for solver in [SolverChoice::Auto, SolverChoice::Engine, SolverChoice::Microlp] {
            let options = Options { solver, time_limit: Some(Duration::from_millis(30)), ..Options::default() };
            work::taken();
            let answer = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
            let steps = work::taken();
            assert!(answer.stopped == Some(Stop::TimeLimit) || answer.status == Status::Optimal, "{name}, {solver:?}");
            assert!(steps <= 20 * MOST, "{name}, {solver:?}: {steps} steps");
        }
    }
}

#[test]
fn a_cancel_is_obeyed_while_a_large_case_is_set_up() {
    for (name, case) in large_cases() {
        for stop_at in [1, 2, 5, 20, 100] {
            let (answer, asked, most, last) = ask(&case, &mut WarmStart::default(), stop_at);
            assert_eq!(answer.stopped, Some(Stop::Cancelled), "{name}, {stop_at}");
            assert!(asked <= stop_at + 60, "{name}: asked {} times after the cancel", asked - stop_at);
            assert!(most.max(last) <= 20 * MOST, "{name}, {stop_at}: {most} steps, {last} after the cancel");
        }
    }
}
