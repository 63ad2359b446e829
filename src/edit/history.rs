//! Undo and redo.

use serde::{Deserialize, Serialize};

use super::Edit;
use crate::model::Workbook;

/// What was done, undone or done again: what a journal has to remember.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// An edit, with its label in the planner's words.
    Do {
        /// What it is called in undo and redo.
        label: String,
        /// What it does.
        edit: Edit,
    },
    /// The last edit was taken back.
    Undo,
    /// The last edit taken back was done again.
    Redo,
    /// A group was begun.
    Begin {
        /// What it is called in undo and redo.
        label: String,
    },
    /// The group was ended.
    End,
}

/// An edit that can be taken back, or done again.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    label: String,
    edit: Edit,
}

/// What was done to a workbook since it was read.
///
/// A group that was begun makes all edits until its end one step of undo.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    undo: Vec<Entry>,
    redo: Vec<Entry>,
    /// The inverse edits of a group that is not ended yet, with its label.
    group: Option<Entry>,
    /// How many steps of undo there were when the case was last saved; none once that state can no longer be reached.
    saved: Option<usize>,
    /// What was done since [`History::take_steps`] was last asked.
    steps: Vec<Step>,
}

impl Default for History {
    fn default() -> Self {
        Self { undo: Vec::new(), redo: Vec::new(), group: None, saved: Some(0), steps: Vec::new() }
    }
}

impl History {
    /// The history of a workbook that was just read or saved.
    pub fn new() -> Self {
        Self::default()
    }

    /// Applies an edit and remembers how to take it back. What was undone before can then no longer be done again.
    pub fn apply(&mut self, workbook: &mut Workbook, label: impl Into<String>, edit: Edit) {
        if edit.is_empty() {
            return;
        }
        let label = label.into();
        self.steps.push(Step::Do { label: label.clone(), edit: edit.clone() });
        self.redo.clear();
        if self.saved.is_some_and(|saved| saved > self.undo.len()) {
            self.saved = None;
        }
        let edit = edit.apply(workbook);
        match &mut self.group {
            Some(Entry { edit: Edit::Group(inverse), .. }) => inverse.insert(0, edit),
            _ => self.undo.push(Entry { label, edit }),
        }
    }

    /// Begins a group: all edits until [`Self::end_group`] become one step. A group inside a group belongs to the outer.
    pub fn begin_group(&mut self, label: impl Into<String>) {
        if self.group.is_none() {
            let label = label.into();
            self.steps.push(Step::Begin { label: label.clone() });
            self.group = Some(Entry { label, edit: Edit::Group(Vec::new()) });
        }
    }

    /// Ends the group, if one was begun.
    pub fn end_group(&mut self) {
        if let Some(entry) = self.group.take() {
            self.steps.push(Step::End);
            if !entry.edit.is_empty() {
                self.undo.push(entry);
            }
        }
    }

    /// Takes the last step back; gives its label, or none where there is nothing to take back.
    pub fn undo(&mut self, workbook: &mut Workbook) -> Option<String> {
        self.end_group();
        let Entry { label, edit } = self.undo.pop()?;
        self.steps.push(Step::Undo);
        self.redo.push(Entry { label: label.clone(), edit: edit.apply(workbook) });
        Some(label)
    }

    /// Does the last step taken back again; gives its label, or none where there is none.
    pub fn redo(&mut self, workbook: &mut Workbook) -> Option<String> {
        self.end_group();
        let Entry { label, edit } = self.redo.pop()?;
        self.steps.push(Step::Redo);
        self.undo.push(Entry { label: label.clone(), edit: edit.apply(workbook) });
        Some(label)
    }

    /// Does what a journal remembers; the journal has these steps already, so they are not given to it again.
    pub fn replay(&mut self, workbook: &mut Workbook, steps: Vec<Step>) {
        let pending = std::mem::take(&mut self.steps);
        for step in steps {
            match step {
                Step::Do { label, edit } => self.apply(workbook, label, edit),
                Step::Undo => drop(self.undo(workbook)),
                Step::Redo => drop(self.redo(workbook)),
                Step::Begin { label } => self.begin_group(label),
                Step::End => self.end_group(),
            }
        }
        self.steps = pending;
    }

    /// What was done since this was last asked, for the journal.
    pub fn take_steps(&mut self) -> Vec<Step> {
        std::mem::take(&mut self.steps)
    }

    /// Notes that the workbook was saved as it is now.
    pub fn mark_saved(&mut self) {
        self.end_group();
        self.saved = Some(self.undo.len());
    }

    /// Whether anything differs from what was saved.
    pub fn is_dirty(&self) -> bool {
        self.saved != Some(self.undo.len()) || self.group.as_ref().is_some_and(|group| !group.edit.is_empty())
    }

    /// What the next undo takes back.
    pub fn undo_label(&self) -> Option<&str> {
        self.undo.last().map(|entry| entry.label.as_str())
    }

    /// What the next redo does again.
    pub fn redo_label(&self) -> Option<&str> {
        self.redo.last().map(|entry| entry.label.as_str())
    }

    /// The labels of the edits since the last save, oldest first: what would be lost without saving. Where the saved
    /// state was undone past, these are the edits taken back since.
    pub fn unsaved(&self) -> Vec<&str> {
        match self.saved {
            Some(saved) if saved <= self.undo.len() => {
                self.undo.iter().skip(saved).map(|entry| entry.label.as_str()).collect()
            }
            Some(saved) => {
                let back = saved - self.undo.len();
                self.redo.iter().rev().take(back).map(|entry| entry.label.as_str()).collect()
            }
            None => self.undo.iter().map(|entry| entry.label.as_str()).collect(),
        }
    }
}
