//! The analyses that planners bring to the table: each a function of the case that gives plain data.
//!
//! Each asks many related questions. [`Desk`] puts them to whoever answers, and makes a hundred of them cost far less
//! than a hundred fresh ones: what known portfolios already prove is not asked at all, the rest starts from the best of
//! them, and independent blocks of questions run side by side. What each analysis means, and where that comes from,
//! is written at the head of its file and in `README.md` beside it.
//!
//! A new one is a file here (its [`spec::Spec`], its pieces, what it finds), a file in `report/analyses` that tells what it
//! found, and a line in `registry.rs`.

mod analysis;
pub mod compare;
pub mod complete;
pub mod derive;
mod inherited;
mod partial_results;
mod registry;
mod related;
pub mod repairs;
pub mod replacement;
mod saved;
pub mod scenarios;
pub mod spec;
pub mod success;
pub mod sweep;
pub mod turning;
pub mod values;
mod why_impossible;
pub mod words;

macro_rules! modules {
    ($($(#[$attr:meta])* $name:ident: $module:ident,)*) => { $($(#[$attr])* pub mod $module;)* };
}
registry::for_each_analysis!(modules);

pub use analysis::{Analysis, Begin, MergeError, Run, SavedPart, Show};
pub(crate) use registry::for_each_analysis;
pub use registry::{AnalysisKind, AnalysisOutcome, AnalysisParams};
pub use related::{Answerer, Ceiling, Desk, Failure, From, Listener, Pace, Pool, Solving, Tally};
pub use saved::{Outcome, Picks};
