//! What goes between the interface and the disk.

use std::path::PathBuf;

use super::beside::PortfolioFile;
use super::document::Done;
use super::own::Own;
use super::reading::Reading;
use super::versions::{Difference, Version, Versions};
use crate::model::Workbook;
use crate::store::FileStamp;

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

pub(crate) use crate::store::{KEPT_FOLDER, OWN_FILE};

/// A case as it was read from disk.
#[derive(Debug, Clone)]
pub(crate) struct Loaded {
    /// Its text.
    pub book: Workbook,
    /// The own portfolio kept beside it.
    pub own: Own,
    /// Why that could not be read, where it could not.
    pub own_unread: Option<String>,
    /// What is read from both.
    pub reading: Reading,
    /// Unsaved edits of an earlier session, if there are any.
    pub found: Option<Found>,
    /// Who has it open elsewhere, if somebody has.
    pub elsewhere: Option<String>,
    /// What the planner should know, such as what could not be read.
    pub notes: Vec<String>,
    /// Whether unsaved edits can be kept nowhere.
    pub unkept: bool,
    /// The own portfolio of a session that could only look and was cut off.
    pub kept: Option<Own>,
    /// The portfolios that were kept in its folder.
    pub portfolios: Vec<PortfolioFile>,
}

impl Loaded {
    /// A case and an own portfolio, and nothing besides.
    pub fn new(book: Workbook, own: Own) -> Self {
        let reading = Reading::new(0, &book, &own);
        Self {
            book,
            own,
            own_unread: None,
            reading,
            found: None,
            elsewhere: None,
            notes: Vec::new(),
            unkept: false,
            kept: None,
            portfolios: Vec::new(),
        }
    }
}

/// Unsaved edits of an earlier session.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// The name of the journal that holds them.
    pub name: String,
    /// The edits. Where files changed since, the first one makes these files what they were when the edits were made.
    pub steps: Vec<Done>,
    /// The labels of the edits, oldest first.
    pub labels: Vec<String>,
    /// Where an edited file changed on disk since: what differs. Empty where none did.
    pub differences: Vec<Difference>,
    /// Files that changed on disk since, but that no edit is about.
    pub others: Vec<String>,
    /// Where an edited file changed on disk since: the versions to put together.
    pub versions: Option<Box<Kept>>,
    /// How many lines of the journal cannot be read.
    pub lost: usize,
    /// Whether the journal has checksums, so that nobody changed it.
    pub checked: bool,
}

impl Found {
    /// A journal of which nothing can be done again.
    pub fn unreadable(name: String, lost: usize) -> Self {
        let (steps, labels, differences, others) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { name, steps, labels, differences, others, versions: None, lost, checked: true }
    }
}

/// The three versions of a case that was changed here and on disk.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// The text and the own portfolio that both sides began with.
    pub base: (Workbook, Own),
    /// Those on disk.
    pub disk: (Workbook, Own),
    /// Those with the edits.
    pub here: (Workbook, Own),
}

impl Kept {
    /// The versions, to be compared.
    pub fn versions(&self) -> Versions<'_> {
        let [base, disk, here] = [&self.base, &self.disk, &self.here].map(|(book, own)| Version { book, own });
        Versions { base, disk, here }
    }
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
    /// The planner has seen them and said so. What changed again since is shown again.
    Yes,
}

/// What is taken over where a case changed on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Take {
    /// Everything as it is on disk.
    Theirs,
    /// What was changed on disk and not here.
    Both,
}

/// A case as it stands on disk after somebody changed it.
#[derive(Debug, Clone)]
pub(crate) struct Reread {
    /// The case's folder.
    pub path: PathBuf,
    /// The text on which the edits here were made.
    pub base: Workbook,
    /// The own portfolio on which they were made.
    pub base_own: Own,
    /// The text on disk.
    pub book: Workbook,
    /// The own portfolio on disk.
    pub own: Own,
    /// The files as they were read.
    pub files: Vec<FileStamp>,
    /// The text of the own portfolio; none where there is no file.
    pub own_text: Option<String>,
    /// What is taken over.
    pub take: Take,
}

/// How saving ended.
#[derive(Debug, Clone)]
pub(crate) enum SaveOutcome {
    /// All is on disk, up to this edit; the files that were written.
    Saved(u64, Vec<String>),
    /// Files changed on disk meanwhile: what differs. Nothing was written.
    Changed(Vec<Difference>),
    /// It could not be saved: a sentence.
    Failed(String),
}
