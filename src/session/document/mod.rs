//! An open case: its text, its history, what is read from it, the own portfolio and the recommended one.
//!
//! The files beside this one add to what a document can do, and are used by nothing else.

mod access;
mod overlay;
mod recommending;

use crate::say;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use litemap::LiteMap;

use super::edit::scenarios::ColumnChange;
use super::history::{Change, History, Step};
use super::on_disk::{Loaded, Overwrite, SaveRequest};
use super::recommendation::{Best, Shown};
use super::scenario_overlay::ScenarioOverlay;
use super::snapshot::Snapshot;
use super::unsaved_edits::UnsavedEdits;
use super::user_portfolio::{UserPick, UserPortfolio};
use crate::model::{Case, Portfolio, Workbook};

pub use access::Taken;
pub use recommending::FollowUp;

/// An open case.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Its folder.
    pub path: PathBuf,
    /// Its text, with all edits.
    pub book: Workbook,
    /// The planner's own portfolio.
    pub own: UserPortfolio,
    /// What was done and can be undone.
    pub history: History,
    /// What is read from the text; may be one edit behind while a large case is read.
    pub snapshot: Arc<Snapshot>,
    /// Picks that were taken out of the own portfolio, as they were, by candidate id.
    pub let_go: LiteMap<String, UserPick>,
    /// What the planner set by hand of picks of the own portfolio, by candidate id.
    pub by_hand: LiteMap<String, ByHand>,
    /// What was done to whole columns in this session, in its order.
    pub column_changes: Vec<ColumnChange>,
    /// The recommended portfolio.
    pub best: Best,
    /// Grows with each edit, so that what comes back from the background can be told apart.
    pub generation: u64,
    /// The generation of the last edit: what is shown can change without one, when a scenario is tried on.
    pub edited: u64,
    /// The scenario that is tried on, with the case itself; then the text, the snapshot and the recommended portfolio above
    /// are those under the scenario.
    pub overlay: Option<Box<ScenarioOverlay>>,
    /// What was last recommended under each scenario that was tried on.
    pub cached_by_scenario: HashMap<String, Arc<Shown>>,
    /// Why the last edit was refused, until it is told.
    pub refusal: Option<String>,
    /// The scenario that the last edit went into, until it is told.
    pub recorded: Option<String>,
    /// What the clock says, in seconds since the beginning of 1970, as far as it was told.
    pub now: Option<u64>,
    /// Whether it may be edited.
    pub access: EditAccess,
    /// Unsaved edits of an earlier session, to be decided on once the case may be edited that somebody else has open.
    pub later: Option<Box<UnsavedEdits>>,
    /// What was done and is not in the journal yet.
    pub pending: Vec<Step>,
    /// An edit that was not done because the case may not be edited yet.
    pub refused: Option<Step>,
    /// Whether unsaved edits are kept beside the case for the next session.
    pub kept: Kept,
    /// Why the own portfolio on disk could not be read, where it could not.
    pub own_unread: Option<String>,
    /// Files that somebody changed on disk since they were read, where that is watched.
    pub moved: Vec<String>,
}

/// What the planner set by hand of a pick of the own portfolio; it holds as long as the pick is still so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ByHand {
    /// The start.
    pub start: Option<crate::model::Year>,
    /// The whole percents.
    pub shares: Option<Vec<u8>>,
}

/// Whether a case may be edited.
#[derive(Debug, Clone, Default)]
pub enum EditAccess {
    /// It may.
    #[default]
    Open,
    /// Somebody else has it open: who and since when.
    Elsewhere(String),
    /// Unsaved edits of an earlier session wait for a decision.
    Undecided(Box<UnsavedEdits>),
}

/// Whether unsaved edits are kept beside the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kept {
    /// They are.
    #[default]
    Yes,
    /// The disk refused: an end of the program would lose them.
    No,
}

impl Document {
    /// A case that was just read.
    pub fn open(path: PathBuf, loaded: Loaded) -> Self {
        let found = loaded.found.map(Box::new);
        let (access, later) = match loaded.elsewhere {
            Some(who) => (EditAccess::Elsewhere(who.to_string()), found),
            None => (found.map_or(EditAccess::Open, EditAccess::Undecided), None),
        };
        Self {
            path,
            book: loaded.book,
            own: loaded.own,
            snapshot: Arc::new(loaded.snapshot),
            access,
            later,
            kept: if loaded.unkept { Kept::No } else { Kept::Yes },
            own_unread: loaded.own_unread,
            ..Self::default()
        }
    }

    /// The typed case.
    pub fn case(&self) -> &Case {
        &self.snapshot.case
    }

    /// Whether the answer that is shown is about an earlier edit.
    pub fn is_stale(&self) -> bool {
        self.best.shown.as_ref().is_some_and(|shown| shown.generation != self.generation)
    }

    /// The recommended portfolio as the present case understands it, if there is one.
    pub fn recommended(&self) -> Option<Portfolio> {
        let overlay = self.overlay.as_ref();
        if let (None, Some(warm)) = (&self.best.shown, overlay.and_then(|overlay| overlay.warm.as_ref())) {
            return Some(warm.clone());
        }
        let shown = self.best.shown.as_ref().or_else(|| overlay?.best.shown.as_ref())?;
        shown.answer.portfolio.as_ref()?;
        Some(shown.portfolio().portfolio(self.case()))
    }

    /// Reads the texts anew after an edit.
    pub fn read_anew(&mut self) {
        self.snapshot = Arc::new(Snapshot::new(self.generation, &self.book, &self.own));
        if let Some(overlay) = &mut self.overlay {
            overlay.snapshot = Arc::new(Snapshot::new(self.generation, &overlay.book, &self.own));
        }
    }

    /// Whether there is something to save.
    pub fn is_dirty(&self) -> bool {
        self.history.is_dirty()
    }

    /// What is to be saved now.
    pub fn save_request(&self, over: Overwrite) -> SaveRequest {
        let own = if self.own.picks.is_empty() { String::new() } else { self.own.to_csv(self.case()) };
        SaveRequest {
            path: self.path.clone(),
            generation: self.generation,
            book: self.base_book().clone(),
            own,
            why: String::new(),
            over,
        }
    }

    /// Does changes as one step. Under a scenario, changes of the case become changes of the scenario; where they cannot,
    /// nothing is done and the refusal says why. While the case may not be edited they wait for the planner's decision; but the
    /// own portfolio is the planner's also where somebody else has the case open: it is kept apart from the case then. What changes
    /// nothing is no step.
    pub fn apply(&mut self, label: impl Into<String>, changes: Vec<Change>) {
        let own = changes.iter().all(|change| matches!(change, Change::Own(_)));
        if changes.iter().all(|change| change.is_idle(&self.book, &self.own)) {
            return;
        }
        let step = Step::new(label, changes);
        if self.is_shut() && !(own && self.is_elsewhere()) {
            self.refused = Some(step);
            return;
        }
        let step = match self.under_scenario(step) {
            Ok((step, into)) => {
                self.recorded = into;
                step
            }
            Err(sentence) => {
                self.refusal = Some(sentence);
                return;
            }
        };
        if let Some(sentence) = self.unread(&step.changes) {
            self.refusal = Some(sentence);
            return;
        }
        // What changes nothing is nothing to undo and nothing to save.
        if !step.changes.iter().all(|change| change.is_idle(self.base_book(), &self.own)) {
            self.apply_to_case(step);
        }
    }

    /// Why changes would be made in a file that could not be read, if they would: what is in it nobody has seen.
    fn unread(&self, changes: &[Change]) -> Option<String> {
        changes.iter().find_map(|change| match change {
            Change::Book(edit) => edit.files().into_iter().find_map(|file| self.why_unread(file)),
            Change::Own(_) => self.own_unread.clone(),
        })
    }

    /// Why a file of the case may not be edited, if it may not.
    pub fn why_unread(&self, file: &str) -> Option<String> {
        crate::store::why_unread(self.base_book(), file)
    }

    /// Does a step in the case itself, whatever scenario is on.
    pub fn apply_to_case(&mut self, step: Step) {
        let step = Step { at: self.now, ..step };
        let (history, book, own) = self.base();
        history.perform(step.clone(), book, own);
        self.follow(step);
    }

    /// The case as it was when it was last saved or read; `None` if that can no longer be reached.
    pub fn as_saved(&self) -> Option<Workbook> {
        self.history.as_saved(self.base_book(), &self.own)
    }

    /// Takes back the last step; gives its label.
    pub fn undo(&mut self) -> Option<String> {
        let (history, book, own) = self.base();
        let step = history.undo(book, own)?;
        let label = step.label.clone();
        self.follow(Step { label: say!("document-label-taken-back", label = label), ..step });
        Some(label)
    }

    /// Does the last step that was taken back again; gives its label.
    pub fn redo(&mut self) -> Option<String> {
        let (history, book, own) = self.base();
        let step = history.redo(book, own)?;
        let label = step.label.clone();
        self.follow(step);
        Some(label)
    }

    /// The history with what it is about: the case itself, also while it is shown under a scenario.
    fn base(&mut self) -> (&mut History, &mut Workbook, &mut UserPortfolio) {
        let book = self.overlay.as_mut().map_or(&mut self.book, |overlay| &mut overlay.book);
        (&mut self.history, book, &mut self.own)
    }

    /// Brings everything up to date with a step that was done, and has it written to the journal.
    fn follow(&mut self, step: Step) {
        self.pending.push(step);
        self.generation += 1;
        self.edited = self.generation;
        self.derive();
    }
}
