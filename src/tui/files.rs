//! What goes between the interface and the disk.

use std::path::PathBuf;

use super::own::Own;
use super::reading::Reading;
use crate::model::Workbook;

/// A case that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CaseEntry {
    /// Its folder.
    pub path: PathBuf,
    /// The name of the folder.
    pub name: String,
    /// The title of the case; empty where it cannot be read.
    pub title: String,
}

/// A case as it was read from disk.
#[derive(Debug, Clone)]
pub(crate) struct Loaded {
    /// Its text.
    pub book: Workbook,
    /// The own portfolio kept beside it.
    pub own: Own,
    /// What is read from both.
    pub reading: Reading,
    /// Unsaved edits of an earlier session, if there are any.
    pub journal: Option<(Workbook, Own)>,
    /// What the planner should know: who else has it open, what could not be read.
    pub notes: Vec<String>,
}

/// What is to be saved.
#[derive(Debug, Clone)]
pub(crate) struct SaveRequest {
    /// The case's folder.
    pub path: PathBuf,
    /// The edit up to which it is.
    pub generation: u64,
    /// The text.
    pub book: Workbook,
    /// The own portfolio as CSV; empty where there is none.
    pub own: String,
    /// Whether files that changed on disk are written over: only after the planner said so.
    pub over: Overwrite,
}

/// Whether files that changed on disk are written over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Overwrite {
    /// They are shown first.
    Ask,
    /// The planner has seen them and said so.
    Yes,
}

/// How saving ended.
#[derive(Debug, Clone)]
pub(crate) enum SaveOutcome {
    /// All is on disk, up to this edit; the files that were written.
    Saved(u64, Vec<String>),
    /// Files changed on disk meanwhile: name and what the difference is, line by line. Nothing was written.
    Changed(Vec<(String, String)>),
    /// It could not be saved: a sentence.
    Failed(String),
}
