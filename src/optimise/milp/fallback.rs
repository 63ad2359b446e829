//! A guest, and who answers where it fails, or where a program is too small for a process of its own.

use crate::say;
use std::cell::Cell;
use std::time::Instant;

use super::formulation::program::Program;
use super::{Ask, Backend, Listener, Outcome};
use crate::optimise::handover::Handover;
use crate::optimise::task::SolverError;

/// A guest with the built-in backend behind it.
pub(crate) struct Fallback {
    both: Handover<dyn Backend>,
    /// Whether the last program was so small that the second answered.
    small: Cell<bool>,
    /// Whether it is still asked about such: until one of its answers is refused.
    trusted_with_small: Cell<bool>,
}

/// Programs of this many columns are answered by the second in less time than a process takes to start.
const SMALL: usize = 60;

impl Fallback {
    /// The first, with the second behind it.
    pub fn new(first: Box<dyn Backend>, second: Box<dyn Backend>) -> Self {
        Self { both: Handover::new(first, second), small: Cell::new(false), trusted_with_small: Cell::new(true) }
    }

    fn who(&self) -> &dyn Backend {
        if self.small.get() { self.both.second.as_ref() } else { self.both.current() }
    }
}

impl Backend for Fallback {
    fn name(&self) -> &'static str {
        self.who().name()
    }

    fn version(&self) -> String {
        self.who().version()
    }

    fn is_guest(&self) -> bool {
        self.who().is_guest()
    }

    fn remark(&self) -> Option<String> {
        self.both.remark(self.who().remark())
    }

    fn distrust(&self, why: &str) -> bool {
        if self.both.is_done() {
            return self.both.second.distrust(why);
        }
        if self.small.replace(false) {
            self.trusted_with_small.set(false);
            return true;
        }
        let (first, second) = (self.both.first.name(), self.both.second.name());
        self.both.hand_over(say!("fallback-second-took-over", second = second, first = first, why = why));
        true
    }

    fn run(&self, program: &Program, ask: &Ask, on: Listener<'_>) -> Result<Outcome, SolverError> {
        if self.both.is_done() {
            return self.both.second.run(program, ask, on);
        }
        let began = Instant::now();
        self.small.set(self.trusted_with_small.get() && program.columns.len() <= SMALL);
        if self.small.get() {
            match self.both.second.run(program, ask, on) {
                Err(SolverError::Failed { .. }) => self.small.set(false),
                answered => return answered,
            }
        }
        let failed = match self.both.first.run(program, ask, on) {
            Err(SolverError::Failed { solver, what }) => say!("solver-failed-because", solver = solver, what = what),
            other => return other,
        };
        self.both.hand_over(say!(
            "fallback-second-took-over-because",
            second = self.both.second.name(),
            failed = failed
        ));
        let time = ask.time.map(|time| time.saturating_sub(began.elapsed()));
        self.both.second.run(program, &Ask { time, ..ask.clone() }, on)
    }
}
