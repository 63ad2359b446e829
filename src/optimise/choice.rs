//! Who answers.

use super::answer::OptimiseError;
use super::backend::Backend;
use super::engine::Engine;
#[cfg(any(feature = "highs", feature = "microlp"))]
use super::formulation::Form;
#[cfg(any(feature = "highs", feature = "microlp"))]
use super::general::General;
use super::relay::Relay;
use super::solver::Solver;
use super::types::SolverChoice;
use crate::model::Case;

/// The solver for a case, and a sentence why it was chosen.
pub(super) fn choose(case: &Case, choice: SolverChoice) -> Result<(Box<dyn Solver>, String), OptimiseError> {
    match choice {
        SolverChoice::Auto => Ok((Box::new(Relay::to(general()?)), AUTOMATIC.to_owned())),
        SolverChoice::Engine => match Engine.fits(case) {
            Ok(()) => Ok((Box::new(Relay::patient(general()?)), "The engine was asked for.".to_owned())),
            Err(why) => Ok((general()?, format!("The engine was asked for, but {why}: a general solver took over."))),
        },
        SolverChoice::Highs => Ok((highs(Form::Tight)?, "HiGHS was asked for.".to_owned())),
        SolverChoice::HighsNatural => {
            Ok((highs(Form::Natural)?, "HiGHS on the natural formulation was asked for.".to_owned()))
        }
        SolverChoice::Microlp => Ok((microlp()?, "microlp was asked for.".to_owned())),
    }
}

/// Why the engine is asked where nobody asked for another.
const AUTOMATIC: &str = "The engine is the fastest on cases of this kind.";

/// The general solver of this build: it takes on every case.
fn general() -> Result<Box<dyn Solver>, OptimiseError> {
    if cfg!(feature = "highs") { highs(Form::Tight) } else { microlp() }
}

#[cfg(feature = "highs")]
#[allow(clippy::unnecessary_wraps)] // It fails in builds without HiGHS.
fn highs(form: Form) -> Result<Box<dyn Solver>, OptimiseError> {
    use super::backend::highs::{Highs, Tuning};
    let tuning = if form == Form::Natural { Tuning::AsItComes } else { Tuning::Tuned };
    Ok(Box::new(General { backend: Highs { tuning }, form }))
}

#[cfg(not(feature = "highs"))]
fn highs(_form: Form) -> Result<Box<dyn Solver>, OptimiseError> {
    Err(OptimiseError::NotBuiltIn("HiGHS"))
}

#[cfg(feature = "microlp")]
#[allow(clippy::unnecessary_wraps)] // It fails in builds without microlp.
fn microlp() -> Result<Box<dyn Solver>, OptimiseError> {
    Ok(Box::new(General { backend: super::backend::microlp::Microlp, form: Form::Tight }))
}

#[cfg(not(feature = "microlp"))]
fn microlp() -> Result<Box<dyn Solver>, OptimiseError> {
    Err(OptimiseError::NotBuiltIn("microlp"))
}

/// The general solver that probes and repairs are made with.
#[allow(clippy::unnecessary_wraps)] // It fails in builds without either.
pub(super) fn backend() -> Result<Box<dyn Backend>, OptimiseError> {
    #[cfg(feature = "highs")]
    return Ok(Box::new(super::backend::highs::Highs::default()));
    #[cfg(all(feature = "microlp", not(feature = "highs")))]
    return Ok(Box::new(super::backend::microlp::Microlp));
    #[cfg(not(any(feature = "highs", feature = "microlp")))]
    return Err(OptimiseError::NotBuiltIn("a general solver"));
}
