//! A program that is asked on the way to an explanation.

use std::time::Duration;

use rust_decimal::Decimal;

use crate::optimise::answer::OptimiseError;
use crate::optimise::milp::formulation::program::{Program, Scale, Terms};
use crate::optimise::milp::{Ask, Backend, Direction, Effort, Outcome};
use crate::optimise::options::{Progress, Stage};
use crate::optimise::run::Run;
use crate::optimise::task::{Precision, SolverError};

/// What is asked of a program.
pub(super) struct Probe {
    /// What is to be as little as can be.
    pub objective: Terms,
    /// How near to the least it has to be.
    pub gap: Decimal,
    /// The longest time.
    pub longest: Duration,
    /// What the work is for.
    pub stage: Stage,
}

/// What a solver finds; none where the time is over, or where it fails: then it has only not answered.
pub(super) fn solved(
    run: &mut Run,
    backend: &dyn Backend,
    program: &Program,
    Probe { objective, gap, longest, stage }: Probe,
) -> Result<Option<Outcome>, OptimiseError> {
    if run.is_over() {
        return Ok(None);
    }
    let ask = Ask {
        direction: Direction::Minimise,
        objective,
        scale: Scale::ONE,
        gap,
        time: Some(run.time_left().map_or(longest, |left| left.min(longest))),
        memory: run.options.memory_limit,
        threads: run.options.threads,
        precision: Precision::Normal,
        effort: Effort::Balanced,
        start: None,
    };
    match backend.run(program, &ask, &mut |_| run.tell(&Progress::default(), stage)) {
        Err(SolverError::Failed { .. }) => Ok(None),
        outcome => Ok(Some(outcome?)),
    }
}
