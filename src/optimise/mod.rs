//! From a case to a proven portfolio.
//!
//! The only module that knows floating point and `good_lp`. Every answerer stands behind the trait [`Solver`], and the
//! certificate stands between it and everything else.

mod answer;
mod ask;
mod backend;
mod canonical;
pub mod certificate;
mod choice;
mod conflict;
mod doubt;
mod engine;
mod export;
mod formulation;
mod general;
mod greedy;
mod memory;
mod mps;
mod ordered;
pub mod proof;
mod question;
mod relay;
mod repair;
mod second_opinion;
mod seen;
mod solver;
mod stages;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod types;
mod work;

use rust_decimal::Decimal;

pub use answer::{Answer, Conflict, OptimiseError, SolverReport, Status};
pub use ask::{ask, ask_from};
pub use backend::guest::{GuestKind, GuestProgram, Guests};
pub use choice::guest_version;
pub use engine::Engine;
pub use export::{lp, mps, natural_mps};
pub use memory::Memory;
pub use question::{Aim, Bound, Known, Measure, Question, Reply, SAME, Side};
pub use solver::{CutOff, End, Found, Goal, Otherwise, Precision, Solver, SolverError, Task};
pub use stages::{optimise, optimise_from};
pub use types::{Asked, Options, Progress, SolverChoice, Stage, Stop};

/// Objectives within so many index points of each other count as the same: `optimal` means that the bound meets the
/// objective within this.
pub const BEST_WITHIN: Decimal = SAME;
