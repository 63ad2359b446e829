//! Who answers.

use super::Solver;
use super::engine::Engine;
use super::fallback::FallbackSolver;
use super::general::General;
use super::second_opinion::SecondOpinion;
use crate::model::Case;
use crate::optimise::answer::OptimiseError;
use crate::optimise::guests::{GuestKind, GuestProgram};
use crate::optimise::milp::formulation::Form;
use crate::optimise::milp::guest::Guest;
use crate::optimise::milp::microlp::Microlp;
use crate::optimise::milp::{Backend, Fallback, guest};
use crate::optimise::options::{Options, SolverChoice};
use crate::say;

/// The solver for a case, and a sentence why it was chosen.
pub(crate) fn choose(case: &Case, options: &Options) -> Result<(Box<dyn Solver>, String), OptimiseError> {
    match options.solver {
        SolverChoice::Auto => Ok((Box::new(FallbackSolver::to(general(options))), automatic())),
        SolverChoice::Engine => match Engine.fits(case) {
            Ok(()) => Ok((Box::new(FallbackSolver::patient(general(options))), say!("choice-engine-was-asked-2"))),
            Err(why) => Ok((general(options), say!("choice-engine-was-asked", why = why))),
        },
        SolverChoice::Guest(kind) => {
            let guest = General::new(Box::new(Guest::new(found(options, kind)?)), Form::Tight);
            let engine = FallbackSolver::patient(Box::new(General::new(Box::new(Microlp), Form::Tight)));
            Ok((
                Box::new(SecondOpinion::new(Box::new(guest), Box::new(engine))),
                say!("choice-kind-was-asked", kind = kind.name()),
            ))
        }
        SolverChoice::HighsNatural => {
            let backend = Guest::as_it_comes(found(options, GuestKind::Highs)?);
            let why = say!("choice-highs-natural-formulation");
            Ok((Box::new(General::new(Box::new(backend), Form::Natural)), why))
        }
        SolverChoice::Microlp => {
            Ok((Box::new(General::new(Box::new(Microlp), Form::Tight)), say!("choice-microlp-was-asked")))
        }
    }
}

/// Why the engine is asked where nobody asked for another.
fn automatic() -> String {
    say!("choice-engine-fastest-cases-kind")
}

fn found(options: &Options, kind: GuestKind) -> Result<GuestProgram, OptimiseError> {
    options.guests.get(kind).cloned().ok_or(OptimiseError::NotFound(kind))
}

/// The general solver that takes on every case: a guest where there is one, else microlp.
fn general(options: &Options) -> Box<dyn Solver> {
    Box::new(General::new(backend(options), Form::Tight))
}

/// The general solver that probes and repairs are made with.
pub(crate) fn backend(options: &Options) -> Box<dyn Backend> {
    let chosen = match options.solver {
        SolverChoice::Guest(kind) => options.guests.get(kind),
        SolverChoice::Microlp => None,
        SolverChoice::Auto | SolverChoice::Engine | SolverChoice::HighsNatural => options.guests.first(),
    };
    match chosen {
        Some(program) => Box::new(Fallback::new(Box::new(Guest::new(program.clone())), Box::new(Microlp))),
        None => Box::new(Microlp),
    }
}

/// Asks a guest which version it is. An error says why it does not answer.
pub fn guest_version(program: &GuestProgram) -> Result<String, String> {
    guest::version(program)
}
