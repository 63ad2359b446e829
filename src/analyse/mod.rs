//! The analyses that planners bring to the table: each a function of the case that gives plain data.
//!
//! Each asks many related questions. [`Desk`] puts them to whoever answers, and makes a hundred of them cost far less
//! than a hundred fresh ones: what known portfolios already prove is not asked at all, the rest starts from the best of
//! them, and independent blocks of questions run side by side. What each analysis means, and where that comes from,
//! is written at the head of its file and in `README.md` beside it.

pub mod budget_frontier;
pub mod derive;
mod related;
mod saved;
pub mod sweep;

pub use related::{Answerer, Ceiling, Desk, Failure, Listener, Pace, Pool, Solving, Tally};
pub use saved::{Outcome, Picks};
