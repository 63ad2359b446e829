//! Two who can answer, and the second one takes over for good where the first fails or is not to be believed.

use std::cell::RefCell;

/// The first, with the second behind it.
pub(super) struct Handover<T: ?Sized> {
    pub first: Box<T>,
    pub second: Box<T>,
    /// Why the second took over: a sentence for the report.
    why: RefCell<Option<String>>,
}

impl<T: ?Sized> Handover<T> {
    /// Nothing is handed over yet.
    pub fn new(first: Box<T>, second: Box<T>) -> Self {
        Self { first, second, why: RefCell::default() }
    }

    /// Whether the second took over.
    pub fn is_done(&self) -> bool {
        self.why.borrow().is_some()
    }

    /// Who answers now.
    pub fn current(&self) -> &T {
        if self.is_done() { self.second.as_ref() } else { self.first.as_ref() }
    }

    /// From now on the second answers.
    pub fn hand_over(&self, why: String) {
        self.why.replace(Some(why));
    }

    /// Why the second took over, and what whoever answers has to say.
    pub fn remark(&self, current: Option<String>) -> Option<String> {
        let remarks: Vec<String> = self.why.borrow().iter().cloned().chain(current).collect();
        (!remarks.is_empty()).then(|| remarks.join(" "))
    }
}
