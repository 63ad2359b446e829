//! What is known of the scenarios of the open case: what each changes, what the portfolios lose under it, the best
//! portfolio under it where it was run.

pub mod cell;
pub mod kept;
pub mod line;
mod standing;

use crate::messages::{Thousands, written};
use crate::say;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

pub use standing::{Standing, State, Stood, refresh};

use crate::model::change::Change;
use crate::model::schema::{TABLES, TableId};
use crate::model::{Case, Workbook};
use crate::optimise::{Conflict, Progress, QueryResult};
use crate::session::edit::scenarios::{called, change_at, rows_of};

/// What is known of the scenarios, beside what the case itself says.
#[derive(Debug, Clone, Default)]
pub struct WhatIf {
    /// What was found by name.
    pub runs: HashMap<String, Run>,
    /// Scenarios that are being run.
    pub running: Option<Running>,
    /// Grows whenever something above changes.
    pub version: u64,
    /// Scenarios that have no change yet, so that the case does not know them.
    pub drafts: Vec<Draft>,
    /// The scenario whose changes are shown.
    pub open: Option<String>,
    /// The scenarios of the grid; none of them means all.
    pub chosen: Vec<String>,
    /// Whose portfolio the grid shows.
    pub whose: Whose,
    /// What is shown of each scenario, as of the stamp.
    pub standings: Vec<Standing>,
    /// What the standings were made from: edit, reading, recommendation, runs.
    pub stamp: Option<(u64, u64, u64, u64)>,
}

/// A scenario without a change: rows of the case will say its name as soon as there are any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// Its name, as somebody typed it.
    pub called: String,
}

impl WhatIf {
    /// Keeps a scenario that has no change, under this name.
    pub fn draft(&mut self, id: &str, called: &str) {
        if !self.drafts.iter().any(|draft| draft.id == id) {
            self.drafts.push(Draft { id: id.to_owned(), called: called.to_owned() });
        }
    }

    /// What a scenario is called: by the case, or by whoever made it, while the case does not know it.
    pub fn called(&self, book: &Workbook, id: &str) -> String {
        let draft = self.drafts.iter().find(|draft| draft.id == id);
        draft.map_or_else(|| called(book, id), |draft| draft.called.clone())
    }
}

/// Whose portfolio the grid of scenarios shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Whose {
    /// In each column the best one there.
    #[default]
    Best,
    /// The recommended one of the case, in every column.
    Recommended,
    /// The planner's own, in every column.
    Own,
}

impl Whose {
    /// The next one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Best => Self::Recommended,
            Self::Recommended => Self::Own,
            Self::Own => Self::Best,
        }
    }

    /// What it is, for headings.
    pub fn words(self) -> String {
        match self {
            Self::Best => say!("scenarios-best-portfolio-each-column"),
            Self::Recommended => say!("scenarios-recommended-portfolio-case-every"),
            Self::Own => say!("scenarios-your-own-portfolio-every"),
        }
    }
}

/// What was found for a scenario.
#[derive(Debug, Clone)]
pub struct Run {
    /// The case that it was found for; `None` if the scenario could not be applied.
    pub case: Option<Arc<Case>>,
    /// The text of the case that it was found for.
    pub book: Workbook,
    /// The changes of the scenario then.
    pub changes: Vec<Change>,
    /// The hash of the case under it, see [`kept::hash_of`].
    pub hash: Option<String>,
    /// The answer, or why there is none.
    pub reply: Result<QueryResult, String>,
    /// Where no portfolio is possible: why, once that is found.
    pub conflict: Option<Conflict>,
}

impl Run {
    /// Whether it is about the case and the scenario as they stand: by the typed case where that is at hand, else by
    /// the texts.
    pub fn is_fresh(&self, book: &Workbook, name: &str, case: Option<&Case>) -> bool {
        if let (Some(now), Some(then)) = (case, &self.case) {
            return now == then.as_ref();
        }
        changes_of(book, name) == self.changes && same_tables(book, &self.book)
    }
}

/// The changes of a scenario that can be read.
pub fn changes_of(book: &Workbook, name: &str) -> Vec<Change> {
    rows_of(book, name).into_iter().filter_map(|row| change_at(book, row).ok()).collect()
}

/// Whether two texts are the same but for their scenarios.
fn same_tables(one: &Workbook, other: &Workbook) -> bool {
    one.settings == other.settings
        && TABLES
            .iter()
            .filter(|table| table.id != TableId::Scenarios)
            .all(|table| one.sheet(table.id) == other.sheet(table.id))
}

/// Scenarios that are being run.
#[derive(Debug, Clone)]
pub struct Running {
    /// The number of the job.
    pub job: u64,
    /// The text of the case that they are run for.
    pub book: Workbook,
    /// Their names.
    pub names: Vec<String>,
    /// Those that are finished.
    pub done: Vec<String>,
    /// The one that news came from last, with the search.
    pub now: Option<(String, Progress)>,
}

impl Running {
    /// How far it is, in a few words.
    pub fn words(&self) -> String {
        let count = self.names.len();
        let mut text = say!("scenarios-scenarios-done-count", done = self.done.len(), count = count);
        if let Some((name, progress)) = &self.now {
            let _ = write!(
                text,
                ": {}, {} s",
                called(&self.book, name),
                written(&format!("{:.1}", progress.seconds), Thousands::Plain)
            );
        }
        text
    }
}

/// What a run of a scenario found, as the runtime tells it.
#[derive(Debug)]
pub struct ScenarioRun {
    /// The scenario.
    pub name: String,
    /// The case under it, without its list of scenarios.
    pub case: Option<Arc<Case>>,
    /// The hash of the case under it, see [`kept::hash_of`].
    pub hash: Option<String>,
    /// The answer, or why there is none.
    pub reply: Result<QueryResult, String>,
    /// Where no portfolio is possible: why, once that is found. It is told after the answers of all scenarios.
    pub conflict: Option<Conflict>,
}
