//! `optimise --proof FILE`: the engine proves the answer, and its proof is checked before it is kept.

use std::path::Path;

use super::failure::Failure;
use super::output::Output;
use super::progress::watched;
use super::tell::message;
use crate::model::Case;
use crate::optimise::proof::{prove, verify};
use crate::optimise::{Answer, Engine, Goal, Options, Precision, SAME, Solver as _, Status, Task};
use crate::report::safe::Sink;

/// Opens the file, after the engine has said that it takes on the case: both before the long work.
pub(super) fn open(path: &Path, case: &Case, inputs: &[&Path]) -> Result<Output, Failure> {
    Engine.fits(case).map_err(|why| {
        Failure::failed(format!("No proof can be written: the engine, which writes it, does not fit: {why}."))
            .hint("Leave --proof away; the answer itself is proven by another solver.")
    })?;
    Output::bare(path, inputs)
}

/// Proves an answer and writes the proof.
pub(super) fn write(output: Output, case: &Case, answer: &Answer, options: &Options) -> Result<(), Failure> {
    if !matches!(answer.status, Status::Optimal | Status::Infeasible) {
        return Err(Failure::failed("No proof was written: the search was stopped before it was through."));
    }
    let task = Task {
        case,
        options,
        time_left: options.time_limit,
        warm: answer.portfolio.as_ref(),
        goal: Goal::Best,
        no_goods: &[],
        known: &[],
        precision: Precision::Normal,
    };
    let proof = watched(|on| prove(&task, on))?.map_err(Failure::failed)?;
    let Some(proof) = proof else {
        return Err(Failure::failed("No proof was written: the engine was stopped before it was through."));
    };
    let verified = verify(case, &proof.text)
        .map_err(|why| Failure::failed(format!("No proof was written: what the engine wrote does not hold, {why}.")))?;
    let said = answer.evaluation.as_ref().map(|evaluation| evaluation.objective);
    let same = match (said, verified.objective) {
        (Some(one), Some(other)) => one.checked_sub(other).is_some_and(|apart| apart.abs() <= SAME),
        (one, other) => one.is_none() && other.is_none(),
    };
    if !same {
        return Err(Failure::failed("No proof was written: the engine and the solver that answered do not agree."));
    }
    output.text(proof.text.as_bytes(), Sink::Text)?;
    message(&format!("Proven: {} leaves and {} settled decisions were checked.", verified.leaves, verified.settled));
    Ok(())
}
