//! What goes between a session and the disk; the open case as the disk knows it, with its lock and its journal.

mod case;
pub mod kept;
mod logged;
pub mod portfolios;
mod rescue;

use std::path::PathBuf;

use super::second_case::PortfolioFile;
use super::snapshot::Snapshot;
use super::three_way_merge::Difference;
use super::unsaved_edits::UnsavedEdits;
use super::user_portfolio::UserPortfolio;
use crate::model::Workbook;
use crate::store::{FileStamp, OpenElsewhere, PartFile};

pub use case::CaseOnDisk;
pub use rescue::{Basis, Rescue};

#[cfg(test)]
mod failing_tests;

/// A case that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseEntry {
    /// Its folder.
    pub path: PathBuf,
    /// The name of the folder.
    pub name: String,
    /// The title of the case; empty where it cannot be read.
    pub title: String,
}

pub use self::logged::contradicted;
pub use crate::store::{KEPT_FOLDER, OWN_FILE};

/// A case as it was read from disk.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    /// Its text.
    pub book: Workbook,
    /// The own portfolio kept beside it.
    pub own: UserPortfolio,
    /// Why that could not be read, where it could not.
    pub own_unread: Option<String>,
    /// What is read from both.
    pub snapshot: Snapshot,
    /// Unsaved edits of an earlier session, if there are any.
    pub found: Option<UnsavedEdits>,
    /// Who has it open elsewhere, if somebody has.
    pub elsewhere: Option<OpenElsewhere>,
    /// What the planner should know, such as what could not be read.
    pub notes: Vec<String>,
    /// Whether unsaved edits can be kept nowhere.
    pub unkept: bool,
    /// The own portfolio of a session that could only look and was cut off.
    pub kept: Option<UserPortfolio>,
    /// The files beside the case with the own portfolios of others, where the author has none yet.
    pub others_own: Vec<String>,
    /// What analyses found in earlier sessions, each with the moment when.
    pub finished: Vec<(PartFile, String)>,
    /// The proposals in its folder, and what was kept there before.
    pub portfolios: Vec<PortfolioFile>,
}

impl Loaded {
    /// A case and an own portfolio, and nothing besides.
    pub fn new(book: Workbook, own: UserPortfolio) -> Self {
        let snapshot = Snapshot::new(0, &book, &own);
        Self { book, own, snapshot, ..Self::default() }
    }
}

/// What is to be saved.
#[derive(Debug, Clone)]
pub struct SaveRequest {
    /// The case's folder.
    pub path: PathBuf,
    /// The edit up to which it is.
    pub generation: u64,
    /// The text.
    pub book: Workbook,
    /// The own portfolio as CSV; empty where there is none.
    pub own: String,
    /// Why, for the log; may be empty.
    pub why: String,
    /// Whether files that changed on disk are written over: only after the planner said so.
    pub over: Overwrite,
}

/// Who is said in the log to have changed a case, by the text of `settings.toml`: `author = "Anna de Vries"`.
pub fn author(settings: &str) -> Option<String> {
    setting(settings, "author")
}

/// A text of `settings.toml`, if it says one.
pub fn setting(settings: &str, key: &str) -> Option<String> {
    let settings = settings.parse::<toml_edit::DocumentMut>().ok()?;
    let text = settings.get(key).and_then(toml_edit::Item::as_str)?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The full name of a user, as the system has it.
pub fn person(user: &str) -> Option<String> {
    let users = crate::store::read_setting(std::path::Path::new("/etc/passwd")).ok()??;
    let users = String::from_utf8_lossy(&users).into_owned();
    let fields = users.lines().map(|line| line.split(':').collect::<Vec<_>>()).find(|fields| fields[0] == user)?;
    let name = fields.get(4)?.split(',').next()?.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// Whether files that changed on disk are written over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// They are shown first.
    Ask,
    /// The planner has seen them and said so. What changed again since is shown again.
    Yes,
}

/// What is taken over where a case changed on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// Everything as it is on disk.
    Theirs,
    /// What was changed on disk and not here.
    Both,
}

/// A case as it stands on disk after somebody changed it.
#[derive(Debug, Clone)]
pub struct Reread {
    /// The case's folder.
    pub path: PathBuf,
    /// The text on which the edits here were made.
    pub base: Workbook,
    /// The own portfolio on which they were made.
    pub base_own: UserPortfolio,
    /// The text on disk.
    pub book: Workbook,
    /// The own portfolio on disk.
    pub own: UserPortfolio,
    /// The files as they were read.
    pub files: Vec<FileStamp>,
    /// The text of the own portfolio; `None` if there is no file.
    pub own_text: Option<String>,
    /// What is taken over.
    pub take: Take,
}

/// How saving ended.
#[derive(Debug, Clone)]
pub enum SaveOutcome {
    /// All is on disk, up to this edit; the files that were written.
    Saved(u64, Vec<String>),
    /// Files changed on disk meanwhile: what differs, and who changed them as far as the log says. Nothing was written.
    Changed(Vec<Difference>, Vec<String>),
    /// It could not be saved: a sentence.
    Failed(String),
}
