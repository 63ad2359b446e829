//! A case on disk: reading its folder, and writing what changed.

pub mod blank;
mod decode;
pub mod import;
mod journal;
mod lock;
mod open;
mod part;
pub mod portfolio;
pub mod quick;
mod save;
mod target;
mod tutorial;

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::model::Workbook;
use crate::model::schema::TABLES;
use crate::model::workbook::SETTINGS_FILE;

pub use journal::{Base, JOURNAL_FILE, Journal, Recovery, discard_journal, recover};
pub use lock::{LOCK_FILE, Lock, time_of_day};
pub use open::{FileStamp, Opened, open, sha256};
pub use part::{NoPart, PartFile};
pub use save::{Meanwhile, Saved, changed_on_disk, save, write_file};
pub use target::{KEPT_FOLDER, OWN_FILE, refuse};
pub use tutorial::tutorial;

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
    /// A file that could not be read was edited; nothing was written.
    #[error("{0} could not be read, so it is not written over. Mend the file on disk, then open the case again.")]
    Unread(String),
    /// Somebody else has the case open.
    #[error(
        "The case is open elsewhere ({0}). Edit it in one place only, or what is saved first must be merged by hand."
    )]
    Locked(String),
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

/// Writes a whole case into a new or empty folder.
///
/// # Errors
/// [`StoreError::NotEmpty`] where the folder holds anything; what the system refuses.
pub fn create(folder: &Path, workbook: &Workbook) -> Result<(), StoreError> {
    fs::create_dir_all(folder).map_err(StoreError::io(folder, "making the folder"))?;
    let mut entries = fs::read_dir(folder).map_err(StoreError::io(folder, "reading"))?;
    if entries.next().is_some() {
        return Err(StoreError::NotEmpty(folder.to_owned()));
    }
    for name in std::iter::once(SETTINGS_FILE).chain(TABLES.iter().map(|table| table.file)) {
        if let Some(text) = workbook.file(name) {
            write_file(&folder.join(name), text.as_bytes())?;
        }
    }
    Ok(())
}

/// The text of one file in UTF-8, such as a portfolio.
///
/// # Errors
/// [`StoreError::NotText`] where it is not UTF-8; what the system refuses.
pub fn read_text(path: &Path) -> Result<String, StoreError> {
    let bytes = fs::read(path).map_err(StoreError::io(path, "reading"))?;
    let decoded = decode::decode(bytes);
    match decoded.trouble {
        None => Ok(decoded.text),
        Some(_) => Err(StoreError::NotText(path.display().to_string())),
    }
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
