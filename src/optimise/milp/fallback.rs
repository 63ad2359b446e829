//! A guest, and who answers where it fails, or where a program is too small for a process of its own.

use std::cell::{Cell, RefCell};
use std::ops::ControlFlow;
use std::time::Instant;

use super::formulation::program::Program;
use super::{Ask, Backend, Outcome, Tick};
use crate::optimise::task::SolverError;

/// A backend, and another that takes over for good where the first fails or is not to be believed.
pub(crate) struct Fallback {
    first: Box<dyn Backend>,
    second: Box<dyn Backend>,
    /// What happened.
    handed_over: RefCell<Option<String>>,
    /// Whether the last program was so small that the second answered.
    small: Cell<bool>,
    /// Whether it is still asked about such: until one of its answers is refused.
    trusted_with_small: Cell<bool>,
}

/// Programs of so many columns are answered by the second in less time than a process takes to start.
const SMALL: usize = 60;

impl Fallback {
    /// The first, with the second behind it.
    pub fn new(first: Box<dyn Backend>, second: Box<dyn Backend>) -> Self {
        Self {
            first,
            second,
            handed_over: RefCell::default(),
            small: Cell::new(false),
            trusted_with_small: Cell::new(true),
        }
    }

    fn who(&self) -> &dyn Backend {
        let is_second = self.small.get() || self.handed_over.borrow().is_some();
        if is_second { self.second.as_ref() } else { self.first.as_ref() }
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
        let happened = self.handed_over.borrow().clone();
        let remarks: Vec<String> = happened.into_iter().chain(self.who().remark()).collect();
        (!remarks.is_empty()).then(|| remarks.join(" "))
    }

    fn distrust(&self, why: &str) -> bool {
        if self.handed_over.borrow().is_some() {
            return self.second.distrust(why);
        }
        if self.small.replace(false) {
            self.trusted_with_small.set(false);
            return true;
        }
        let (first, second) = (self.first.name(), self.second.name());
        let told = format!("{second} took over, because the answers of {first} were refused: {why}.");
        self.handed_over.replace(Some(told));
        true
    }

    fn run(
        &self,
        program: &Program,
        ask: &Ask,
        on: &mut dyn FnMut(&Tick) -> ControlFlow<()>,
    ) -> Result<Outcome, SolverError> {
        if self.handed_over.borrow().is_some() {
            return self.second.run(program, ask, on);
        }
        let began = Instant::now();
        self.small.set(self.trusted_with_small.get() && program.columns.len() <= SMALL);
        if self.small.get() {
            match self.second.run(program, ask, on) {
                Err(SolverError::Failed { .. }) => self.small.set(false),
                answered => return answered,
            }
        }
        let failed = match self.first.run(program, ask, on) {
            Err(SolverError::Failed { solver, what }) => format!("{solver} failed: {what}"),
            other => return other,
        };
        self.handed_over.replace(Some(format!("{} took over, because {failed}.", self.second.name())));
        let time = ask.time.map(|time| time.saturating_sub(began.elapsed()));
        self.second.run(program, &Ask { time, ..ask.clone() }, on)
    }
}
