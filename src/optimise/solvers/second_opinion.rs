//! A guest that was asked for by name, and the program's own engine behind it: where the guest fails, where its answers
//! are refused, and where it says that nothing is possible, the one thing that no certificate can check.

use crate::say;
use std::ops::ControlFlow;
use std::time::Instant;

use super::Solver;
use super::engine::Engine;
use crate::optimise::dd::WarmStart;
use crate::optimise::handover::Handover;
use crate::optimise::options::Progress;
use crate::optimise::task::{End, Found, Precision, SolverError, Task};

/// A guest with the engine behind it.
pub(super) struct SecondOpinion(Handover<dyn Solver>);

impl SecondOpinion {
    /// The first, with the second behind it.
    pub fn new(first: Box<dyn Solver>, second: Box<dyn Solver>) -> Self {
        Self(Handover::new(first, second))
    }

    fn hand_over(&self, why: &str) {
        self.0.hand_over(say!("second-opinion-second-answered-instead", second = self.0.second.name(), why = why));
    }
}

impl Solver for SecondOpinion {
    fn name(&self) -> &'static str {
        self.0.current().name()
    }

    fn version(&self) -> String {
        self.0.current().version()
    }

    fn remark(&self) -> Option<String> {
        self.0.remark(self.0.current().remark())
    }

    fn doubts(&self, task: &Task) -> Option<String> {
        self.0.current().doubts(task)
    }

    fn is_word(&self) -> bool {
        self.0.current().is_word()
    }

    fn distrust(&self, why: &str) -> bool {
        if self.0.is_done() {
            return self.0.second.distrust(why);
        }
        self.hand_over(&say!("second-opinion-answers-name-were", name = self.0.first.name(), why = why));
        true
    }

    fn solve_from(
        &self,
        task: &Task,
        warm_start: &mut WarmStart,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Found, SolverError> {
        if self.0.is_done() {
            return self.0.second.solve_from(task, warm_start, on);
        }
        let began = Instant::now();
        let found = self.0.first.solve_from(task, warm_start, on);
        // Whatever was asked more exactly was asked of the first: the second begins afresh.
        let afresh = || {
            let time_left = task.time_left.map(|time| time.saturating_sub(began.elapsed()));
            Task { time_left, precision: Precision::Normal, ..task.clone() }
        };
        match found {
            Err(SolverError::Failed { solver, what }) => {
                self.hand_over(&say!("solver-failed-because", solver = solver, what = what));
                self.0.second.solve_from(&afresh(), warm_start, on)
            }
            Ok(found) if found.end == End::Infeasible && Engine.fits(task.case).is_ok() => {
                let checked = self.0.second.solve_from(&afresh(), warm_start, on)?;
                if checked.portfolio.is_some() {
                    self.hand_over(&say!("second-opinion-name-says-no", name = self.0.first.name()));
                    return Ok(checked);
                }
                Ok(found)
            }
            found => found,
        }
    }
}
