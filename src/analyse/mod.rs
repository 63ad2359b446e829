//! The analyses that planners bring to the table: each a function of the case that gives plain data.
//!
//! Each asks many related questions. [`Desk`] puts them to whoever answers, and makes a hundred of them cost far less
//! than a hundred fresh ones: what known portfolios already prove is not asked at all, the rest starts from the best of
//! them, and independent blocks of questions run side by side. What each analysis means, and where that comes from,
//! is written at the head of its file and in `README.md` beside it.

pub mod alternatives;
pub mod asked;
pub mod budget_frontier;
pub mod compare;
pub mod complete;
pub mod cooperate;
pub mod derive;
pub mod explain;
pub mod importance;
pub mod pareto;
mod related;
pub mod repairs;
pub mod replacement;
pub mod robust;
mod saved;
pub mod scenarios;
pub mod stress;
pub mod success;
pub mod sweep;
pub mod turning;

pub use related::{Answerer, Ceiling, Desk, Failure, From, Listener, Pace, Pool, Solving, Tally};
pub use saved::{Outcome, Picks};
