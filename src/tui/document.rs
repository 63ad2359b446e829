//! An open case: its text, its history, what is read from it, the own portfolio and the recommended one.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::files::Found;
use super::own::{Own, OwnPick};
use super::reading::Reading;
use super::under::Under;
use crate::edit::Edit;
use crate::model::{Case, Portfolio, Workbook};
use crate::optimise::{Answer, Progress, Stage};

/// An open case.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    /// Its folder.
    pub path: PathBuf,
    /// Its text, with all edits.
    pub book: Workbook,
    /// The planner's own portfolio.
    pub own: Own,
    /// What was done and can be undone.
    pub history: History,
    /// What is read from the text; may be one edit behind while a large case is read.
    pub reading: Arc<Reading>,
    /// Picks that were taken out of the own portfolio, as they were, by candidate id.
    pub let_go: BTreeMap<String, OwnPick>,
    /// What the planner set by hand of picks of the own portfolio, by candidate id.
    pub by_hand: BTreeMap<String, ByHand>,
    /// What whole columns were reckoned with in this session, in their order.
    pub reckoned: Vec<crate::edit::scenarios::Reckoned>,
    /// The recommended portfolio.
    pub best: Best,
    /// The analyses.
    pub analyses: super::analysis_views::AnalysisViews,
    /// Grows with each edit, so that what comes back from the background can be told apart.
    pub generation: u64,
    /// The generation of the last edit: what is shown can change without one, when a scenario is tried on.
    pub edited: u64,
    /// The scenario that is tried on, with the case itself; then the text, the reading and the recommended portfolio above
    /// are those under the scenario.
    pub under: Option<Box<Under>>,
    /// What was last recommended under each scenario that was tried on.
    pub worn: HashMap<String, Arc<Shown>>,
    /// Why the last edit was refused, until it is told.
    pub refusal: Option<String>,
    /// The scenario that the last edit went into, until it is told.
    pub recorded: Option<String>,
    /// What the clock says, in seconds since the beginning of 1970, as far as it was told.
    pub now: Option<u64>,
    /// Whether it may be edited.
    pub gate: Gate,
    /// What was done and is not in the journal yet.
    pub pending: Vec<Done>,
    /// An edit that was not done because the gate is shut.
    pub refused: Option<Done>,
    /// Whether unsaved edits are kept beside the case for the next session.
    pub kept: Kept,
    /// Why the own portfolio on disk could not be read, where it could not.
    pub own_unread: Option<String>,
    /// Files that somebody changed on disk since they were read, where that is watched.
    pub moved: Vec<String>,
}

/// What the planner set by hand of a pick of the own portfolio; it holds as long as the pick is still so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ByHand {
    /// The start.
    pub start: Option<crate::model::Year>,
    /// The whole percents.
    pub shares: Option<Vec<u8>>,
}

/// Whether a case may be edited.
#[derive(Debug, Clone, Default)]
pub(crate) enum Gate {
    /// It may.
    #[default]
    Open,
    /// Somebody else has it open: who and since when.
    Elsewhere(String),
    /// Unsaved edits of an earlier session wait for a decision.
    Undecided(Box<Found>),
}

/// Whether unsaved edits are kept beside the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Kept {
    /// They are.
    #[default]
    Yes,
    /// The disk refused: an end of the program would lose them.
    No,
}

/// Something that was done, for the journal: done again on the same text it gives the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Done {
    /// What it was, for the planner.
    pub label: String,
    /// What it did.
    pub changes: Vec<Change>,
}

/// The recommended portfolio.
#[derive(Debug, Clone, Default)]
pub(crate) struct Best {
    /// The last answer, with the case it is about.
    pub shown: Option<Arc<Shown>>,
    /// Work that is under way.
    pub running: Option<Running>,
    /// Why the last work failed.
    pub error: Option<String>,
    /// Whether it follows each edit by itself.
    pub follow: Follow,
    /// Grows whenever what is shown changes.
    pub version: u64,
}

/// Whether the optimum follows each edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Follow {
    /// It is looked for again after each edit.
    #[default]
    On,
    /// Only when asked.
    Off,
}

/// An answer with the case it is about.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    /// The edit after which the case stood so.
    pub generation: u64,
    /// The case.
    pub case: Arc<Case>,
    /// The answer.
    pub answer: Answer,
    /// The picks by candidate id.
    pub picks: BTreeMap<String, OwnPick>,
    /// A sentence for each pick of the evaluation, in its order.
    pub story: Vec<String>,
}

/// Optimisation under way.
#[derive(Debug, Clone)]
pub(crate) struct Running {
    /// The number of the job.
    pub job: u64,
    /// The edit that it is about.
    pub generation: u64,
    /// The case as it stood then.
    pub case: Arc<Case>,
    /// What it is for.
    pub purpose: Purpose,
    /// Who asked for it.
    pub asked: Asked,
    /// The last news.
    pub progress: Progress,
    /// How far completing the own portfolio is.
    pub step: crate::analyse::complete::Step,
}

impl Running {
    /// Whether it is known already that no portfolio is possible, and why is looked for.
    pub fn finds_why(&self) -> bool {
        matches!(self.progress.stage, Stage::Conflict | Stage::Repair)
    }
}

/// Who asked for an optimisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Nobody: it follows opening and editing by itself, and would be begun again at the next start.
    Itself,
    /// The planner, who waits for it.
    Planner,
}

/// What an optimisation is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To recommend a portfolio.
    Recommend,
    /// To complete the own portfolio.
    Complete,
}

impl Document {
    /// The typed case.
    pub fn case(&self) -> &Case {
        &self.reading.case
    }

    /// Whether the answer that is shown is about an earlier edit.
    pub fn is_stale(&self) -> bool {
        self.best.shown.as_ref().is_some_and(|shown| shown.generation != self.generation)
    }

    /// The recommended portfolio as the present case understands it, if there is one.
    pub fn recommended(&self) -> Option<Portfolio> {
        let under = self.under.as_ref();
        if let (None, Some(warm)) = (&self.best.shown, under.and_then(|under| under.warm.as_ref())) {
            return Some(warm.clone());
        }
        let shown = self.best.shown.as_ref().or_else(|| under?.best.shown.as_ref())?;
        shown.answer.portfolio.as_ref()?;
        Some(Own { picks: shown.picks.clone() }.portfolio(self.case()))
    }

    /// Whether there is something to save.
    pub fn is_dirty(&self) -> bool {
        self.history.is_dirty()
    }
}

/// Whether two cases are the same but for their lists of scenarios, which no portfolio of theirs depends on.
pub(crate) fn same_case(one: &Case, other: &Case) -> bool {
    if one.scenarios == other.scenarios && one.unread_scenarios == other.unread_scenarios {
        return one == other;
    }
    // Without `..`: a field that is added does not compile here until somebody has decided whether it counts.
    let Case {
        title,
        currency,
        unit,
        first_year,
        last_year,
        risk,
        timing,
        domains_at_target,
        ministries,
        rungs,
        domains,
        services,
        candidates,
        relations,
        limits,
        holders,
        scenarios: _,
        unread_scenarios: _,
    } = one;
    (title, currency, unit) == (&other.title, &other.currency, &other.unit)
        && (first_year, last_year) == (&other.first_year, &other.last_year)
        && (risk, timing, domains_at_target) == (&other.risk, &other.timing, &other.domains_at_target)
        && (ministries, rungs, domains) == (&other.ministries, &other.rungs, &other.domains)
        && (services, candidates) == (&other.services, &other.candidates)
        && (relations, limits, holders) == (&other.relations, &other.limits, &other.holders)
}

/// A change of what is saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Change {
    /// Of the case.
    Book(Edit),
    /// Of the own portfolio: what it becomes.
    Own(Own),
}

/// Something that was done, as one step for undo.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    /// What it was, for the planner: `cost_1 of fab: 80`.
    pub label: String,
    /// When it was done first, in seconds since the beginning of 1970; none where no clock is known.
    pub at: Option<u64>,
    /// What takes it back (in the undo list) or does it again (in the redo list).
    changes: Vec<Change>,
}

/// What was done and can be undone.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// How long the undo list was when the case was last saved; none when that state can no longer be reached.
    saved: Option<usize>,
}

impl History {
    /// A history of which nothing is unsaved.
    pub fn new() -> Self {
        Self { saved: Some(0), ..Self::default() }
    }

    /// How many steps can be taken back, and how many done again.
    pub fn lengths(&self) -> (usize, usize) {
        (self.undo.len(), self.redo.len())
    }

    /// Whether there is something to save.
    pub fn is_dirty(&self) -> bool {
        self.saved != Some(self.undo.len())
    }

    /// Remembers that the present state is saved.
    pub fn mark_saved(&mut self) {
        self.saved = Some(self.undo.len());
    }

    /// Every step, oldest first: those that were done, then those that were taken back, next one first.
    pub fn steps(&self) -> impl DoubleEndedIterator<Item = &Step> {
        self.undo.iter().chain(self.redo.iter().rev())
    }

    /// After how many steps the case was last saved; none when that state can no longer be reached.
    pub fn saved(&self) -> Option<usize> {
        self.saved
    }

    /// The labels of what is not saved, oldest first; none when more than the list was changed.
    pub fn unsaved(&self) -> Vec<&str> {
        match self.saved {
            Some(saved) if saved <= self.undo.len() => {
                self.undo[saved..].iter().map(|step| step.label.as_str()).collect()
            }
            Some(saved) => {
                let count = (saved - self.undo.len()).min(self.redo.len());
                self.redo[self.redo.len() - count..].iter().map(|step| step.label.as_str()).collect()
            }
            None => self.undo.iter().map(|step| step.label.as_str()).collect(),
        }
    }
}

impl Document {
    /// Does changes as one step. Under a scenario, changes of the case become changes of the scenario; where they cannot,
    /// nothing is done and the refusal says why. While the gate is shut they wait for the planner's decision; but the own
    /// portfolio is the planner's also where somebody else has the case open: it is kept apart from the case then. What changes
    /// nothing is no step.
    pub fn apply(&mut self, label: String, changes: Vec<Change>) {
        let own = changes.iter().all(|change| matches!(change, Change::Own(_)));
        if changes.iter().all(|change| change.is_idle(&self.book, &self.own)) {
            return;
        }
        if self.is_shut() && !(own && self.is_elsewhere()) {
            self.refused = Some(Done { label, changes });
            return;
        }
        let (label, changes) = match self.under_scenario(label, changes) {
            Ok((label, changes, into)) => {
                self.recorded = into;
                (label, changes)
            }
            Err(sentence) => {
                self.refusal = Some(sentence);
                return;
            }
        };
        if let Some(sentence) = self.unread(&changes) {
            self.refusal = Some(sentence);
            return;
        }
        // What changes nothing is nothing to undo and nothing to save.
        if !changes.iter().all(|change| change.is_idle(self.base_book(), &self.own)) {
            self.apply_to_case(label, changes);
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

    /// Takes over what was found while the files were read again.
    pub fn read_again(&mut self, book: &Workbook) {
        self.book.reading.clone_from(&book.reading);
        if let Some(under) = &mut self.under {
            under.book.reading.clone_from(&book.reading);
        }
    }

    /// Does changes of the case itself as one step, whatever scenario is on.
    pub fn apply_to_case(&mut self, label: String, changes: Vec<Change>) {
        let inverse = self.perform(label.clone(), changes);
        if self.history.saved.is_some_and(|saved| saved > self.history.undo.len()) {
            self.history.saved = None;
        }
        self.history.redo.clear();
        self.history.undo.push(Step { label, at: self.now, changes: inverse });
    }

    /// The case as it was when it was last saved or read; none where that can no longer be reached.
    pub fn as_saved(&self) -> Option<Workbook> {
        let saved = self.history.saved?;
        let mut copy = self.clone();
        copy.take_off();
        while copy.history.undo.len() > saved {
            copy.undo()?;
        }
        while copy.history.undo.len() < saved {
            copy.redo()?;
        }
        Some(copy.book)
    }

    /// Takes back the last step; gives its label.
    pub fn undo(&mut self) -> Option<String> {
        let step = self.history.undo.pop()?;
        let changes = self.perform(format!("{}, taken back", step.label), step.changes);
        self.history.redo.push(Step { label: step.label.clone(), at: step.at, changes });
        Some(step.label)
    }

    /// Does the last step that was taken back again; gives its label.
    pub fn redo(&mut self) -> Option<String> {
        let step = self.history.redo.pop()?;
        let changes = self.perform(step.label.clone(), step.changes);
        self.history.undo.push(Step { label: step.label.clone(), at: step.at, changes });
        Some(step.label)
    }

    /// Whether an edit of the case has to wait for a decision of the planner.
    pub fn is_shut(&self) -> bool {
        !matches!(self.gate, Gate::Open)
    }

    /// Whether somebody else has the case open, so that nothing of it is written here.
    pub fn is_elsewhere(&self) -> bool {
        matches!(self.gate, Gate::Elsewhere(_))
    }

    /// Takes over what is on disk where nothing was edited here: no step, as there is nothing that undo could bring back.
    pub fn replace(&mut self, book: Workbook, own: Option<Own>) {
        let base = self.under.as_mut().map_or(&mut self.book, |under| &mut under.book);
        *base = book;
        if let Some(own) = own {
            self.own = own;
        }
        self.generation += 1;
        self.edited = self.generation;
        self.derive();
    }

    fn perform(&mut self, label: String, changes: Vec<Change>) -> Vec<Change> {
        self.pending.push(Done { label, changes: changes.clone() });
        // The case itself, also while the interface shows it under a scenario.
        let book = self.under.as_mut().map_or(&mut self.book, |under| &mut under.book);
        let mut inverse: Vec<Change> = changes.into_iter().map(|change| change.apply(book, &mut self.own)).collect();
        inverse.reverse();
        self.generation += 1;
        self.edited = self.generation;
        self.derive();
        inverse
    }
}

impl Change {
    /// Whether it leaves all as it is: a cell gets the text that it has.
    fn is_idle(&self, book: &Workbook, own: &Own) -> bool {
        match self {
            Self::Book(edit) => edit.is_idle(book),
            Self::Own(new) => new == own,
        }
    }

    /// Does the change; gives what takes it back.
    pub fn apply(self, book: &mut Workbook, own: &mut Own) -> Self {
        match self {
            Self::Book(edit) => Self::Book(edit.apply(book)),
            Self::Own(new) => Self::Own(std::mem::replace(own, new)),
        }
    }
}
