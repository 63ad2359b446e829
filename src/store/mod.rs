//! A case on disk: reading its folder, and writing what changed.

mod decode;
mod journal;
mod lock;
mod open;
mod save;

use std::io;
use std::path::{Path, PathBuf};

pub use journal::{JOURNAL_FILE, Journal, Recovery, discard_journal, recover};
pub use lock::{LOCK_FILE, Lock};
pub use open::{FileStamp, Opened, open, sha256};
pub use save::{Meanwhile, Saved, changed_on_disk, save, write_file};

/// Why a case could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The folder does not exist.
    #[error("There is no folder {0}. Check the path, or make a new case there with `beslismacht new`.")]
    NoFolder(PathBuf),
    /// The folder holds no case.
    #[error("The folder {0} holds no case: it has no case.toml. Name the folder in which case.toml stands.")]
    NoCase(PathBuf),
    /// Files changed on disk since they were read; nothing was written.
    #[error(
        "{} changed on disk since this case was read, so nothing was written. Look at both versions, then save over \
         the one on disk or read it again.",
        names(.0)
    )]
    ChangedOnDisk(Vec<Conflict>),
    /// A file that is not UTF-8 text was edited; nothing was written.
    #[error(
        "{0} is not in UTF-8, so it cannot be written without loss. Save it as CSV in UTF-8 elsewhere, then open the case again."
    )]
    NotText(String),
    /// Somebody else has the case open.
    #[error(
        "The case is open elsewhere ({0}). Edit it in one place only, or what is saved first must be merged by hand."
    )]
    Locked(String),
    /// A journal of unsaved edits is there, and nobody has decided on it.
    #[error("The case has a journal of unsaved edits ({0}). Take them over or discard them first.")]
    JournalInTheWay(PathBuf),
    /// The folder for a new case holds something already.
    #[error("The folder {0} is not empty, and nothing was written. Name a new folder.")]
    NotEmpty(PathBuf),
    /// The system refused.
    #[error("{path}: {what} failed: {error}.")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was tried, such as `reading`.
        what: &'static str,
        /// What the system said.
        error: io::Error,
    },
}

/// A file that was changed here and on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The file's name.
    pub name: String,
    /// Its text on disk now; none where it was deleted.
    pub on_disk: Option<String>,
    /// Its text here; none where it is to be deleted.
    pub here: Option<String>,
}

fn names(conflicts: &[Conflict]) -> String {
    conflicts.iter().map(|conflict| conflict.name.as_str()).collect::<Vec<_>>().join(", ")
}

impl StoreError {
    /// A failure of the system.
    pub(crate) fn io(path: &Path, what: &'static str) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Io { path, what, error }
    }
}

#[cfg(test)]
mod tests;
