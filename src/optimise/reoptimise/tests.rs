//! Searches that start from what another one left behind give the same answers as fresh ones.

use std::ops::ControlFlow;

use rand::RngExt;
use rand::rngs::ChaCha8Rng;
use rust_decimal::Decimal;

use crate::model::generate::{Shape, planning};
use crate::model::{Case, Status, compile};
use crate::optimise::testing::{random_case, rng};
use crate::optimise::{Answer, Options, SolverChoice, Status as Known, WarmStart, optimise, optimise_from};

/// Changes one thing, as a planner does.
fn edit(case: &mut Case, random: &mut ChaCha8Rng) {
    let at = random.random_range(0..case.candidates.len());
    let percent = Decimal::new([90, 95, 105, 120, 200][random.random_range(0..5)], 2);
    match random.random_range(0..9) {
        0 | 1 => case.candidates[at].costs.iter_mut().for_each(|cost| *cost = (*cost * percent).round_dp(2)),
        2 => case.candidates[at]
            .effects
            .iter_mut()
            .for_each(|it| it.control_gain = (it.control_gain * percent).round_dp(2)),
        3 => case.candidates[at].points += Decimal::new(5, 1),
        4 => {
            case.candidates[at].status = [Status::Free, Status::LockedOut, Status::LockedIn][random.random_range(0..3)];
        }
        5 => {
            let ministry = random.random_range(0..case.ministries.len());
            let year = random.random_range(0..case.ministries[ministry].budget.len());
            let budget = &mut case.ministries[ministry].budget[year];
            *budget = (*budget * percent).round_dp(2);
        }
        6 => {
            let service = random.random_range(0..case.services.len());
            case.services[service].weight += Decimal::ONE;
        }
        7 => case.candidates[at].start_from = (case.candidates[at].start_from + 1).min(case.last_year),
        _ => drop_last_relation(case),
    }
}

fn drop_last_relation(case: &mut Case) {
    case.relations.pop();
}

fn ask(case: &Case, warm_start: &mut WarmStart) -> Answer {
    let options = Options { solver: SolverChoice::Engine, ..Options::default() };
    optimise_from(case, &options, None, warm_start, &mut |_| ControlFlow::Continue(())).unwrap()
}

/// What two answers have to have in common: all that is proven.
fn same(one: &Answer, other: &Answer, what: &str) {
    assert_eq!(one.status, other.status, "{what}");
    assert!(matches!(one.status, Known::Optimal | Known::Infeasible), "{what}: {:?}", one.status);
    let (Some(a), Some(b)) = (&one.evaluation, &other.evaluation) else { return };
    assert!((a.objective - b.objective).abs() <= Decimal::new(1, 6), "{what}: {} {}", a.objective, b.objective);
    assert_eq!(a.cost, b.cost, "{what}");
}

#[test]
fn after_edits_the_answer_is_that_of_a_fresh_search() {
    let options = Options { solver: SolverChoice::Engine, ..Options::default() };
    for seed in 0..60 {
        let random = &mut rng(seed + 1000);
        let mut case = random_case(seed, 5 + (seed % 7) as usize, (seed % 4) as u32);
        let mut warm_start = WarmStart::default();
        ask(&case, &mut warm_start);
        for step in 0..5 {
            edit(&mut case, random);
            let again = ask(&case, &mut warm_start);
            let fresh = optimise(&case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
            same(&again, &fresh, &format!("seed {seed}, edit {step}"));
        }
    }
}

#[test]
fn rows_that_come_and_go_are_found_again_by_name() {
    let options = Options { solver: SolverChoice::Engine, ..Options::default() };
    for seed in 1..4 {
        let whole = compile::compile(&planning(24, seed, Shape::Ladder)).case;
        let mut warm_start = WarmStart::default();
        ask(&whole, &mut warm_start);
        let mut fewer = whole.clone();
        // Nothing refers to the last candidate then, and no position moves but its own.
        fewer.relations.clear();
        fewer.candidates.pop();
        for case in [&fewer, &whole] {
            let again = ask(case, &mut warm_start);
            let fresh = optimise(case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
            same(&again, &fresh, &format!("seed {seed}, {} candidates", case.candidates.len()));
        }
    }
}

#[test]
fn the_same_case_again_costs_next_to_nothing() {
    let case = compile::compile(&planning(40, 2, Shape::Ladder)).case;
    let mut warm_start = WarmStart::default();
    let first = ask(&case, &mut warm_start);
    let again = ask(&case, &mut warm_start);
    same(&first, &again, "again");
    assert!(again.solver.nodes * 2 < first.solver.nodes.max(20), "{} then {}", first.solver.nodes, again.solver.nodes);
}

/// An edit that leaves the best portfolio as it is goes on from the old tree; one that takes it away starts afresh, and knows
/// only what branching cost.
#[test]
fn the_old_tree_is_gone_on_with_only_where_its_portfolio_is_still_good() {
    let case = compile::compile(&planning(60, 3, Shape::Ladder)).case;
    let mut warm_start = WarmStart::default();
    let best = ask(&case, &mut warm_start);
    let picks = best.portfolio.unwrap();
    let left_out = case.candidate_ixs().find(|&candidate| !picks.contains(candidate)).unwrap();
    let mut dearer = case.clone();
    dearer.candidates[left_out.0].costs.iter_mut().for_each(|cost| *cost *= Decimal::TWO);
    let nodes = |case: &Case, warm_start: WarmStart| ask(case, &mut { warm_start }).solver.nodes;
    assert!(nodes(&dearer, warm_start.clone()) * 2 < nodes(&dearer, WarmStart::default()));
    let mut poorer = case.clone();
    poorer.ministries.iter_mut().flat_map(|it| &mut it.budget).for_each(|budget| *budget /= Decimal::TWO);
    assert_eq!(nodes(&poorer, warm_start.clone()), nodes(&poorer, warm_start.hints_only()));
    assert!(warm_start.hints_only().is_empty());
}
