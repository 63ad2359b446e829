//! What was done to a case and its own portfolio, to be undone and done again.

use serde::{Deserialize, Serialize};

use super::edit::Edit;
use super::user_portfolio::UserPortfolio;
use crate::model::Workbook;

/// A change of what is saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Of the case.
    Book(Edit),
    /// Of the own portfolio: what it becomes.
    Own(UserPortfolio),
}

impl Change {
    /// Whether it leaves all as it is: a cell gets the text that it has.
    pub fn is_idle(&self, book: &Workbook, own: &UserPortfolio) -> bool {
        match self {
            Self::Book(edit) => edit.is_idle(book),
            Self::Own(new) => new == own,
        }
    }

    /// Does the change; gives what takes it back.
    #[must_use]
    pub fn apply(self, book: &mut Workbook, own: &mut UserPortfolio) -> Self {
        match self {
            Self::Book(edit) => Self::Book(edit.apply(book)),
            Self::Own(new) => Self::Own(std::mem::replace(own, new)),
        }
    }
}

/// Changes that are undone together. In a journal, done again on the same text, they give the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What it was, for the planner: `cost_1 of fab: 80`.
    pub label: String,
    /// When it was done first, in seconds since the beginning of 1970; `None` if no clock is known.
    #[serde(skip)]
    pub at: Option<u64>,
    /// What it does, in order.
    pub changes: Vec<Change>,
}

impl Step {
    /// A step with its label.
    pub fn new(label: impl Into<String>, changes: Vec<Change>) -> Self {
        Self { label: label.into(), at: None, changes }
    }

    /// Does all of its changes; gives the step that takes them back.
    #[must_use]
    pub fn apply(self, book: &mut Workbook, own: &mut UserPortfolio) -> Self {
        let mut inverse: Vec<Change> = self.changes.into_iter().map(|change| change.apply(book, own)).collect();
        inverse.reverse();
        Self { changes: inverse, ..self }
    }
}

/// What was done and can be undone.
#[derive(Debug, Clone)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// How long the undo list was when the case was last saved; none when that state can no longer be reached.
    saved: Option<usize>,
    /// So many steps can not be taken back any more: what others wrote on disk since would go with them.
    floor: usize,
}

impl Default for History {
    /// A history of which nothing is unsaved.
    fn default() -> Self {
        Self { undo: Vec::new(), redo: Vec::new(), saved: Some(0), floor: 0 }
    }
}

impl History {
    /// How many steps can be taken back, and how many done again.
    pub fn lengths(&self) -> (usize, usize) {
        (self.undo.len(), self.redo.len())
    }

    /// Whether there is something to save.
    pub fn is_dirty(&self) -> bool {
        self.saved != Some(self.undo.len())
    }

    /// Lets nothing be taken back that was done so far.
    pub fn seal(&mut self) {
        self.redo.clear();
        self.floor = self.undo.len();
    }

    /// Remembers that the present state is saved.
    pub fn mark_saved(&mut self) {
        self.saved = Some(self.undo.len());
    }

    /// Every step, oldest first: those that were done, then those that were taken back, next one first.
    pub fn steps(&self) -> impl DoubleEndedIterator<Item = &Step> {
        self.undo.iter().chain(self.redo.iter().rev())
    }

    /// The picks that were put into an own portfolio last, where others were in it already: by their ids.
    pub fn last_put_in(&self, own: &UserPortfolio) -> Vec<String> {
        let mut now = own;
        for change in self.undo.iter().rev().flat_map(|step| &step.changes) {
            let Change::Own(before) = change else { continue };
            let new = |id: &&String| !before.picks.contains_key(*id) && own.picks.contains_key(*id);
            let put_in: Vec<String> = now.picks.keys().filter(new).cloned().collect();
            if !put_in.is_empty() {
                return if before.picks.is_empty() { Vec::new() } else { put_in };
            }
            now = before;
        }
        Vec::new()
    }

    /// After how many steps the case was last saved; none when that state can no longer be reached.
    pub fn saved(&self) -> Option<usize> {
        self.saved
    }

    /// The labels of what is not saved, oldest first: where the saved state was undone past, what was taken back since; none when
    /// more than the list was changed.
    pub fn unsaved(&self) -> Vec<&str> {
        let done = self.undo.len();
        let steps = match self.saved {
            Some(saved) if saved <= done => &self.undo[saved..],
            Some(saved) => &self.redo[self.redo.len() - (saved - done).min(self.redo.len())..],
            None => &self.undo,
        };
        steps.iter().map(|step| step.label.as_str()).collect()
    }

    /// Does a step. What was undone before can then no longer be done again.
    pub fn perform(&mut self, step: Step, book: &mut Workbook, own: &mut UserPortfolio) {
        if self.saved.is_some_and(|saved| saved > self.undo.len()) {
            self.saved = None;
        }
        self.redo.clear();
        self.undo.push(step.apply(book, own));
    }

    /// Takes the last step back; gives what was done for that, or `None` if there is nothing to take back.
    pub fn undo(&mut self, book: &mut Workbook, own: &mut UserPortfolio) -> Option<Step> {
        if self.undo.len() <= self.floor {
            return None;
        }
        let step = self.undo.pop()?;
        self.redo.push(step.clone().apply(book, own));
        Some(step)
    }

    /// Does the last step that was taken back again; gives what was done for that, or `None` if there is none.
    pub fn redo(&mut self, book: &mut Workbook, own: &mut UserPortfolio) -> Option<Step> {
        let step = self.redo.pop()?;
        self.undo.push(step.clone().apply(book, own));
        Some(step)
    }

    /// A case that stands as it does after this history, as it was when it was last saved or read; `None` if that can no longer
    /// be reached.
    pub fn as_saved(&self, book: &Workbook, own: &UserPortfolio) -> Option<Workbook> {
        let saved = self.saved?;
        let (mut history, mut book, mut own) = (Self { floor: 0, ..self.clone() }, book.clone(), own.clone());
        while history.undo.len() > saved {
            history.undo(&mut book, &mut own)?;
        }
        while history.undo.len() < saved {
            history.redo(&mut book, &mut own)?;
        }
        Some(book)
    }
}
