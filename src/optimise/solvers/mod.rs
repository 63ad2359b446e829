//! The trait behind which every solver stands, and what passes through it.
//!
//! A solver is asked a [`Task`] and gives back what it [`Found`]. Nothing that it says is believed: the certificate
//! recomputes it in decimals before anybody sees it.

pub(super) mod choice;
mod engine;
mod fallback;
pub(super) mod general;
mod second_opinion;

use std::ops::ControlFlow;

pub use engine::Engine;

use super::dd::WarmStart;
use super::options::Progress;
use super::task::{Found, SolverError, Task};
use crate::model::Case;

/// A whole-problem solver.
pub trait Solver {
    /// Its name, as reports show it, such as `HiGHS`.
    fn name(&self) -> &'static str;

    /// Its version, such as `1.16.0`.
    fn version(&self) -> String;

    /// Whether it takes on this case; the error says why not, in words.
    fn fits(&self, case: &Case) -> Result<(), String> {
        let _ = case;
        Ok(())
    }

    /// What it has to say about how it came to its answers, once it has any: a sentence for the report.
    fn remark(&self) -> Option<String> {
        None
    }

    /// Whether its bounds are only its word: nothing that it leaves behind lets anybody check them.
    fn is_word(&self) -> bool {
        false
    }

    /// Is told that its answers were refused time and again. Whether somebody else answers from now on.
    fn distrust(&self, why: &str) -> bool {
        let _ = why;
        false
    }

    /// Why its bounds, and its word that nothing is possible, prove nothing of this case: full sentences, with what would
    /// help. `None` if they do.
    fn doubts(&self, task: &Task) -> Option<String> {
        let _ = task;
        None
    }

    /// Searches from what an earlier search left in `warm_start`, and leaves what this one knows. A solver without a memory
    /// of its own searches afresh. `on` is told the progress of this search alone and may break it off, which is obeyed at
    /// once.
    fn solve_from(
        &self,
        task: &Task,
        warm_start: &mut WarmStart,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Found, SolverError>;

    /// The same with nothing to start from and nothing to leave.
    fn solve(&self, task: &Task, on: &mut dyn FnMut(&Progress) -> ControlFlow<()>) -> Result<Found, SolverError> {
        self.solve_from(task, &mut WarmStart::default(), on)
    }
}
