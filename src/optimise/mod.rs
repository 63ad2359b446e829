//! From a case to a proven portfolio.
//!
//! The only module that knows floating point and `good_lp`. Every answerer stands behind the trait [`Solver`], and the
//! certificate stands between it and everything else.

mod question;
mod solver;
mod types;

pub use question::{Aim, Bound, Known, Measure, Question, Reply, SAME, Side};
pub use solver::{CutOff, End, Found, Goal, Precision, Solver, SolverError, Task};
pub use types::{Options, Progress, SolverChoice, Stage, Stop};
