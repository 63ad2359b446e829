//! Why nothing is possible: rules that cannot hold together, and the ways out in order of price.

use std::sync::Arc;

use super::analysis::Run;
use super::related::Failure;
use super::repairs::{Repairs, repairs};
use crate::optimise::{Answer, Conflict, Progress, SolverReport, Status, optimise};
use crate::say;

/// The answer that nothing is possible, or that something is, and at most this many ways out. What is `known` is not looked for
/// again. `tell` hears of what is finished on the way, and of the best explanation so far.
pub(super) fn why_impossible(
    run: &Run<'_, '_>,
    (most, known): (usize, Option<&Answer>),
    tell: &dyn Fn(&Answer, Option<Repairs>),
) -> Result<(Answer, Option<Repairs>), Failure> {
    let answer = if let Some(answer) = known {
        answer.clone()
    } else {
        let mut told: Option<Arc<Conflict>> = None;
        let mut on = |progress: &Progress| {
            if let Some(conflict) = progress.conflict.as_ref().filter(|&it| told.as_ref() != Some(it)) {
                told = Some(Arc::clone(conflict));
                tell(&impossible(conflict), None);
            }
            run.runner.tell(&say!("why-impossible-whether-anything-possible"), Some(progress))
        };
        optimise(run.case, run.options, None, &mut on).map_err(|error| Failure::Solver(error.to_string()))?
    };
    let Some(conflict) = answer.conflict.clone() else { return Ok((answer, None)) };
    tell(&answer, None);
    let found = repairs(run.runner, run.case, &conflict.rules, most, &|so_far| tell(&answer, Some(so_far)))?;
    Ok((answer, Some(found)))
}

/// The answer that nothing is possible, as far as it is explained.
fn impossible(conflict: &Conflict) -> Answer {
    Answer {
        status: Status::Infeasible,
        portfolio: None,
        evaluation: None,
        bound: None,
        gap: None,
        stopped: None,
        solver: SolverReport::default(),
        conflict: Some(conflict.clone()),
        prices: None,
        closeness: None,
        level: None,
    }
}
