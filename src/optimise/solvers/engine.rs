//! The program's own engine behind the trait of solvers.

use std::ops::ControlFlow;

use super::Solver;
use crate::model::Case;
use crate::optimise::dd::{WarmStart, solve};
use crate::optimise::instance::{Instance, Unsupported};
use crate::optimise::options::Progress;
use crate::optimise::task::{Found, SolverError, Task};

/// A solver of our own: Dantzig–Wolfe over decision diagrams. See the module for the method.
#[derive(Debug, Clone, Copy, Default)]
pub struct Engine;

const NAME: &str = "beslismacht engine";

impl Solver for Engine {
    fn name(&self) -> &'static str {
        NAME
    }

    fn version(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }

    fn fits(&self, case: &Case) -> Result<(), String> {
        // Whether its diagrams stay small enough is seen when they are made.
        Instance::new(case).map(|_| ()).map_err(|Unsupported(why)| why)
    }

    fn solve_from(
        &self,
        task: &Task,
        warm_start: &mut WarmStart,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Found, SolverError> {
        solve(task, warm_start, on).map_err(|Unsupported(why)| SolverError::DoesNotFit { solver: NAME, why })
    }
}
