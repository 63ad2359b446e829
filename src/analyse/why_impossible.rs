//! Why nothing is possible: rules that cannot hold together, and the ways out in order of price.

use super::analysis::Run;
use super::related::Failure;
use super::repairs::{Repairs, first_conflict, repairs};
use crate::measure::Rule;
use crate::model::Case;
use crate::optimise::{Answer, Conflict, SolverReport, Status, optimise};
use crate::say;

/// The answer that nothing is possible, or that something is, and at most this many ways out. What is `known` is not looked for
/// again. `tell` hears of what is finished on the way; where somebody waits for it, any rules that conflict will do, and else
/// those that the optimiser tells.
pub(super) fn why_impossible(
    run: &Run<'_, '_>,
    (most, known): (usize, Option<&Answer>),
    tell: &dyn Fn(&Answer, Option<Repairs>),
    is_watched: bool,
) -> Result<(Answer, Option<Repairs>), Failure> {
    let quick = if is_watched && known.is_none() { first_conflict(run.runner, run.case)? } else { None };
    let answer = match (known, quick) {
        (Some(answer), _) => answer.clone(),
        (None, Some(rules)) => impossible(run.case, rules),
        (None, None) => {
            let mut on =
                |progress: &_| run.runner.tell(&say!("why-impossible-whether-anything-possible"), Some(progress));
            optimise(run.case, run.options, None, &mut on).map_err(|error| Failure::Solver(error.to_string()))?
        }
    };
    let Some(conflict) = answer.conflict.clone() else { return Ok((answer, None)) };
    tell(&answer, None);
    let found = repairs(run.runner, run.case, &conflict.rules, most, &|so_far| tell(&answer, Some(so_far)))?;
    Ok((answer, Some(found)))
}

/// The answer that nothing is possible, as these rules cannot hold together.
fn impossible(case: &Case, rules: Vec<Rule>) -> Answer {
    let words = rules.iter().map(|rule| rule.describe(case)).collect();
    Answer {
        status: Status::Infeasible,
        portfolio: None,
        evaluation: None,
        bound: None,
        gap: None,
        stopped: None,
        solver: SolverReport::default(),
        conflict: Some(Conflict { rules, words, repair: None, proven_smallest: true }),
        prices: None,
    }
}
