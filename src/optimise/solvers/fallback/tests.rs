//! Who answers where the engine does not, and that the answer says so.

use std::ops::ControlFlow;

use rust_decimal::Decimal;

use super::*;
use crate::model::compile::compile;
use crate::model::generate::{Shape, planning};
use crate::model::{Case, Effect, Rung, ServiceIx, Timing};
use crate::optimise::lexicographic::optimise_with;
use crate::optimise::solvers::choice;
use crate::optimise::testing::{guests, highs, random_case};
use crate::optimise::{Answer, Options, SolverChoice, Status, optimise};

fn general() -> Box<dyn Solver> {
    let solver = highs().unwrap_or(SolverChoice::Microlp);
    let options = Options { solver, guests: guests(), ..Options::default() };
    choice::choose(&Case::default(), &options).unwrap().0
}

fn answer(case: &Case, fallback: &FallbackSolver) -> Answer {
    let how = (fallback as &dyn Solver, "The engine is asked first.".to_owned(), &mut WarmStart::default());
    optimise_with(case, &Options::default(), None, how, &mut |_| ControlFlow::Continue(())).unwrap()
}

/// Asserts that the general solver proved it, for this reason.
fn is_of_the_general_solver(answer: &Answer, why: &str) {
    assert_eq!(answer.status, Status::Optimal, "{}", answer.solver.why);
    assert_eq!(answer.solver.name, general().name());
    assert!(answer.solver.why.contains("took over") && answer.solver.why.contains(why), "{}", answer.solver.why);
}

#[test]
fn the_mean_over_the_years_is_for_the_engine() {
    let mut case = random_case(3, 5, 0);
    case.timing = Timing::Average;
    let found = answer(&case, &FallbackSolver::to(general()));
    assert_eq!((found.status, found.solver.name.as_str()), (Status::Optimal, Engine.name()));
    assert!(!found.solver.why.contains("took over"), "{}", found.solver.why);
}

#[test]
fn a_horizon_of_more_than_sixty_years_is_for_a_general_solver() {
    let mut case = random_case(3, 5, 0);
    case.last_year = case.first_year + 60;
    case.ministries.iter_mut().for_each(|ministry| ministry.budget.resize(61, Decimal::ZERO));
    is_of_the_general_solver(&answer(&case, &FallbackSolver::to(general())), "horizon");
    let asked = Options { solver: SolverChoice::Engine, ..Options::default() };
    let built_in = optimise(&case, &asked, None, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!((built_in.status, built_in.solver.name.as_str()), (Status::Optimal, "microlp"));
    assert!(built_in.solver.why.contains("horizon"), "{}", built_in.solver.why);
}

/// One service with a hundred rungs and thirty candidates, no two subsets of which bring the same.
#[test]
fn a_service_that_is_moved_in_too_many_ways_is_for_a_general_solver() {
    let mut case = random_case(3, 30, 0);
    case.timing = Timing::Final;
    (case.relations, case.limits) = (Vec::new(), Vec::new());
    case.services.truncate(2);
    case.services.iter_mut().for_each(|service| service.floor = None);
    case.domains_at_target = 0;
    case.last_year = case.first_year;
    case.ministries.iter_mut().for_each(|ministry| ministry.budget = vec![Decimal::from(40)]);
    let rung = |at: i64| {
        let (at_least, power) = (Decimal::from(at), Decimal::new(at, 2));
        Rung { id: format!("r{at}"), name: String::new(), at_least, power }
    };
    case.rungs = (1..=100).map(rung).collect();
    for (at, candidate) in case.candidates.iter_mut().enumerate() {
        let at = i64::try_from(at).unwrap();
        let control_gain = Decimal::new(20_000_000 + at * at * at * 7919 % 9_999_991, 7);
        candidate.effects = vec![Effect {
            service: ServiceIx(0),
            control_gain,
            grants: None,
            prevents: None,
            buys_from: String::new(),
            lasts: None,
            row: 0,
        }];
        candidate.success = Decimal::ONE;
        candidate.status = crate::model::Status::Free;
        (candidate.start_from, candidate.start_to, candidate.lead_time) = (case.first_year, case.first_year, 1);
        // Nobody can pay for more than two or three of them.
        candidate.costs = vec![Decimal::from(40 + at % 7)];
    }
    is_of_the_general_solver(
        &answer(&case, &FallbackSolver::to(general())),
        "changed in too many different ways (30 candidates)",
    );
}

#[test]
fn a_search_without_end_goes_to_a_general_solver_which_proves_the_same() {
    let case = compile(&planning(14, 5, Shape::Tight)).case;
    let engine = answer(&case, &FallbackSolver::patient(general()));
    assert_eq!((engine.solver.name.as_str(), engine.status), (Engine.name(), Status::Optimal));
    assert!(!engine.solver.why.contains("took over"), "{}", engine.solver.why);
    let general = answer(&case, &FallbackSolver { most: 0, ..FallbackSolver::to(general()) });
    is_of_the_general_solver(&general, "gave up after");
    assert_eq!(engine.portfolio, general.portfolio);
}
