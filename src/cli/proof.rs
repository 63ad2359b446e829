//! `optimise --proof FILE`: the engine proves the answer, and its proof is checked before it is kept.

use crate::say;
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
    Engine
        .fits(case)
        .map_err(|why| Failure::failed(say!("proof-no-proof-can", why = why)).hint(say!("proof-leave-proof-away")))?;
    Output::bare(path, inputs)
}

/// Proves an answer and writes the proof.
pub(super) fn write(output: Output, case: &Case, answer: &Answer, options: &Options) -> Result<(), Failure> {
    if !matches!(answer.status, Status::Optimal | Status::Infeasible) {
        return Err(Failure::failed(say!("proof-no-proof-was-written")));
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
        return Err(Failure::failed(say!("proof-no-proof-was-written-engine")));
    };
    let verified = verify(case, &proof.text).map_err(|why| Failure::failed(say!("proof-no-proof-was", why = why)))?;
    let said = answer.evaluation.as_ref().map(|evaluation| evaluation.objective);
    let same = match (said, verified.objective) {
        (Some(one), Some(other)) => one.checked_sub(other).is_some_and(|apart| apart.abs() <= SAME),
        (one, other) => one.is_none() && other.is_none(),
    };
    if !same {
        return Err(Failure::failed(say!("proof-no-proof-was-written-engine-solver")));
    }
    output.text(proof.text.as_bytes(), Sink::Text)?;
    message(&say!("proof-proven-leaves-leaves", leaves = verified.leaves, settled = verified.settled));
    Ok(())
}
