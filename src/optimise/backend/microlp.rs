//! microlp, in pure Rust: for builds without a C++ compiler, and to check HiGHS against on small cases.
//!
//! It has a time limit and a start, but tells nothing on the way; a cancel is asked for before it starts.

use std::ops::ControlFlow;
use std::time::Instant;

use good_lp::solvers::{ResolutionError, SolutionStatus};
use good_lp::{Solution, SolverModel, WithInitialSolution, WithTimeLimit};

use super::stated::{float, stated};
use super::{Ask, Backend, Ended, Outcome, Program, SolverError, Tick, decided};
use crate::optimise::types::Stop;

/// microlp.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Microlp;

const NAME: &str = "microlp";

impl Backend for Microlp {
    fn name(&self) -> &'static str {
        NAME
    }

    fn version(&self) -> String {
        "0.7".to_owned()
    }

    fn run(
        &self,
        program: &Program,
        ask: &Ask,
        on: &mut dyn FnMut(&Tick) -> ControlFlow<()>,
    ) -> Result<Outcome, SolverError> {
        if let Some(outcome) = decided(program) {
            return Ok(outcome);
        }
        if on(&Tick::default()).is_break() {
            return Ok(Outcome::without_point(Ended::Stopped(Stop::Cancelled)));
        }
        let began = Instant::now();
        let (mut problem, variables) = stated(program, ask, good_lp::solvers::microlp::microlp);
        if let Some(time) = ask.time {
            problem = problem.with_time_limit(time.as_secs_f64());
        }
        if let Some(start) = &ask.start {
            problem = problem.with_initial_solution(variables.iter().copied().zip(start.iter().copied()));
        }
        let solution = match problem.solve() {
            Ok(solution) => solution,
            Err(ResolutionError::Infeasible) => return Ok(Outcome::without_point(Ended::Infeasible)),
            Err(_) if ask.time.is_some_and(|time| began.elapsed() >= time) => {
                return Ok(Outcome::without_point(Ended::Stopped(Stop::TimeLimit)));
            }
            Err(error) => return Err(SolverError::Failed { solver: NAME, what: error.to_string() }),
        };
        let values: Vec<f64> = variables.iter().map(|&variable| solution.value(variable)).collect();
        let value: f64 = ask.objective.iter().map(|&(column, factor)| float(factor) * values[column.0]).sum();
        let done = matches!(solution.status(), SolutionStatus::Optimal);
        let options = ask.time.map(|time| ("time_limit".to_owned(), format!("{:.3}", time.as_secs_f64())));
        Ok(Outcome {
            end: if done { Ended::Done } else { Ended::Stopped(Stop::TimeLimit) },
            values: Some(values),
            value: Some(value),
            bound: done.then_some(value),
            nodes: 0,
            first_found: None,
            options: options.into_iter().collect(),
        })
    }
}
