//! A guest that was asked for by name, and the program's own engine behind it: where the guest fails, where its answers
//! are refused, and where it says that nothing is possible, the one thing that no certificate can check.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::time::Instant;

use super::Solver;
use super::engine::Engine;
use crate::optimise::dd::WarmStart;
use crate::optimise::options::Progress;
use crate::optimise::task::End;
use crate::optimise::task::{Found, SolverError, Task};

/// A solver, and another that takes over for good where the first fails or is not to be believed.
pub(super) struct SecondOpinion {
    first: Box<dyn Solver>,
    second: Box<dyn Solver>,
    /// What happened.
    handed_over: RefCell<Option<String>>,
}

impl SecondOpinion {
    /// The first, with the second behind it.
    pub fn new(first: Box<dyn Solver>, second: Box<dyn Solver>) -> Self {
        Self { first, second, handed_over: RefCell::default() }
    }

    fn is_handed_over(&self) -> bool {
        self.handed_over.borrow().is_some()
    }

    fn who(&self) -> &dyn Solver {
        if self.is_handed_over() { self.second.as_ref() } else { self.first.as_ref() }
    }

    fn hand_over(&self, why: &str) {
        let told = format!("{} answered instead, because {why}.", self.second.name());
        self.handed_over.replace(Some(told));
    }
}

impl Solver for SecondOpinion {
    fn name(&self) -> &'static str {
        self.who().name()
    }

    fn version(&self) -> String {
        self.who().version()
    }

    fn remark(&self) -> Option<String> {
        let happened = self.handed_over.borrow().clone();
        let remarks: Vec<String> = happened.into_iter().chain(self.who().remark()).collect();
        (!remarks.is_empty()).then(|| remarks.join(" "))
    }

    fn doubts(&self, task: &Task) -> Option<String> {
        self.who().doubts(task)
    }

    fn is_word(&self) -> bool {
        self.who().is_word()
    }

    fn distrust(&self, why: &str) -> bool {
        if self.is_handed_over() {
            return self.second.distrust(why);
        }
        self.hand_over(&format!("the answers of {} were refused: {why}", self.first.name()));
        true
    }

    fn solve_from(
        &self,
        task: &Task,
        warm_start: &mut WarmStart,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Found, SolverError> {
        if self.is_handed_over() {
            return self.second.solve_from(task, warm_start, on);
        }
        let began = Instant::now();
        let found = self.first.solve_from(task, warm_start, on);
        let left = || task.time_left.map(|time| time.saturating_sub(began.elapsed()));
        match found {
            Err(SolverError::Failed { solver, what }) => {
                self.hand_over(&format!("{solver} failed: {what}"));
                self.second.solve_from(&Task { time_left: left(), ..task.clone() }, warm_start, on)
            }
            Ok(found) if found.end == End::Infeasible && Engine.fits(task.case).is_ok() => {
                let checked = self.second.solve_from(&Task { time_left: left(), ..task.clone() }, warm_start, on)?;
                if checked.portfolio.is_some() {
                    self.hand_over(&format!("{} says that no portfolio is possible, but one is", self.first.name()));
                    return Ok(checked);
                }
                Ok(found)
            }
            found => found,
        }
    }
}
