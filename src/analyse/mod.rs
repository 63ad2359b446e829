//! The analyses that planners bring to the table: each a function of the case that gives plain data.
//!
//! Each asks many related questions. [`QueryRunner`] puts them to whoever answers, and makes a hundred of them cost far less
//! than a hundred fresh ones: what known portfolios already prove is not asked at all, the rest starts from the best of
//! them, and independent blocks of questions run side by side. What each analysis means, and where that comes from,
//! is written at the head of its file and in `README.md` beside it.
//!
//! A new one is a file here (its [`spec::Spec`], its pieces, what it finds), a file in `report/analyses` that tells what it
//! found, and a line in `registry.rs`.

mod analysis;
pub mod axis;
mod base;
pub mod break_even;
pub mod carrying;
pub mod case_transforms;
pub mod compare;
pub mod complete;
pub mod forced_flip;
pub mod outcome_distribution;
mod partial_results;
mod prelude;
mod registry;
mod related;
pub mod repairs;
mod saved;
pub mod scenarios;
pub mod spec;
pub mod spread;
pub mod sweep;
pub mod uncertain;
pub mod values;
mod why_impossible;

macro_rules! modules {
    ($($(#[$attr:meta])* $name:ident: $module:ident,)*) => { $($(#[$attr])* pub mod $module;)* };
}
registry::for_each_analysis!(modules);

pub use analysis::{Analysis, Begin, MergeError, Run, SavedPart, Show};
pub(crate) use registry::for_each_analysis;
pub use registry::{AnalysisKind, AnalysisOutcome, AnalysisParams};
pub use related::{
    AnalysisProgress, Ceiling, Failure, LONGEST, Listener, Oracle, QueryRunner, QueryStats, Skips, SolutionPool,
    Solving, StartFrom,
};
pub use saved::{Outcome, Picks};
