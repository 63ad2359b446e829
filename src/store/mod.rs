//! A case on disk: reading its folder, and writing what changed.

pub mod blank;
pub mod bods;
mod decode;
mod dialect;
mod elsewhere;
mod file;
pub mod import;
mod journal;
mod kept_runs;
mod lock;
mod log;
mod names;
mod open;
mod own;
mod part;
pub mod portfolio;
pub mod proposal;
pub mod quick;
mod save;
pub(crate) mod system;
mod target;
mod together;
mod tutorial;
mod unread;
pub mod xlsx;

use crate::messages::word;
use crate::say;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::model::Workbook;
use crate::model::cell::Trouble;
use crate::model::limits::LARGEST_CASE;
use crate::model::schema::TABLES;
use crate::model::too_many::too_many_in;
use crate::model::workbook::SETTINGS_FILE;

pub(crate) use file::read_at_most;
pub use file::{Links, Replacement, delete, open_named, read_named, read_own, read_setting, write_file, write_own};
pub use journal::{Base, JOURNAL_FILE, Journal, Places, Recovery, Sums, discard_journal, name_of_its_own, recover};
pub use kept_runs::{keep_run, kept_runs};
pub use lock::{LOCK_FILE, Lock, OpenElsewhere, time_of_day};
pub use log::{Log, LogLine, Logged, Said, Signature, authors_since, read_log};
pub use names::{KEPT_FOLDER, LOG_FILE, OWN_FILE};
pub use open::{Beside, FileStamp, Opened, open, open_as, open_bytes, open_with, sha256};
pub(crate) use open::{Look, looks};
pub use own::{is_own, own_file, own_files};
pub use part::{NoPart, PartFile};
pub use save::{Saved, Saving, changed_on_disk};
pub use target::refuse;
pub use tutorial::tutorial;
pub use unread::{why_no_table, why_unread};

/// Why a case could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The folder does not exist.
    #[error("{}", say!("store-no-folder", folder = .0.display()))]
    NoFolder(PathBuf),
    /// The folder holds no case.
    #[error("{}", say!("store-no-case", folder = .0.display()))]
    NoCase(PathBuf),
    /// Files changed on disk since they were read; nothing was written.
    #[error("{}", say!("store-changed-on-disk", files = names(.0)))]
    ChangedOnDisk(Vec<Conflict>),
    /// A file that is not UTF-8 text was edited; nothing was written.
    #[error("{}", say!("store-not-text", file = .0))]
    NotText(String),
    /// A table has more of something than the program takes in, as of a line.
    #[error("{}:{}: {}", .0.display(), .1, .2)]
    TooBig(PathBuf, usize, Trouble),
    /// A workbook of a spreadsheet that no table can be read from, with why.
    #[error("{}", say!("store-no-table", file = .0, why = .1))]
    NoTable(String, String),
    /// A file that could not be read was edited; nothing was written.
    #[error("{}", say!("store-unread", file = .0))]
    Unread(String),
    /// Some of the files were written, then the system refused.
    #[error("{}", .1)]
    Half(Box<Saved>, Box<StoreError>),
    /// Another session holds the files of the case without end.
    #[error("{}", say!("store-busy", folder = .0.display()))]
    Busy(PathBuf),
    /// Another program writes the files of the case without end.
    #[error("{}", say!("store-unsteady", folder = .0.display()))]
    Unsteady(PathBuf),
    /// Somebody else has the case open.
    #[error("{}", say!("store-locked", who = .0))]
    Locked(OpenElsewhere),
    /// Something cannot be done with a proposal, in a sentence.
    #[error("{0}")]
    Proposal(String),
    /// The folder for a new case holds something already.
    #[error("{}", say!("store-not-empty", folder = .0.display()))]
    NotEmpty(PathBuf),
    /// The system refused.
    #[error("{}", say!("store-failed", path = path.display(), doing = word(what), error = error))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was tried, such as `reading`.
        what: &'static str,
        /// What the system said.
        error: io::Error,
    },
}

/// The folder in a case's folder with its proposals.
pub const PROPOSALS_FOLDER: &str = "proposals";

/// The names of the files that a case has.
pub(crate) fn case_files() -> impl Iterator<Item = &'static str> {
    std::iter::once(SETTINGS_FILE).chain(TABLES.iter().map(|table| table.file))
}

/// Writes a whole case into a new or empty folder.
///
/// # Errors
/// [`StoreError::NotEmpty`] where the folder holds anything; what the system refuses.
pub fn create(folder: &Path, workbook: &Workbook) -> Result<(), StoreError> {
    create_files(folder, &files_of(workbook))
}

/// The names and the texts of the files of a case.
pub fn files_of(workbook: &Workbook) -> Vec<(String, String)> {
    case_files().filter_map(|name| Some((name.to_owned(), workbook.file(name)?))).collect()
}

/// The same with the names and the texts of the files, or their bytes.
///
/// # Errors
/// The same.
pub fn create_files<T: AsRef<[u8]>>(folder: &Path, files: &[(String, T)]) -> Result<(), StoreError> {
    fs::create_dir_all(folder).map_err(StoreError::io(folder, "making"))?;
    let _saving = Saving::begin(folder)?;
    let mut entries = fs::read_dir(folder).map_err(StoreError::io(folder, "reading"))?;
    if entries.next().is_some() {
        return Err(StoreError::NotEmpty(folder.to_owned()));
    }
    files.iter().try_for_each(|(name, text)| write_own(&folder.join(name), text.as_ref()))
}

/// The text of one file that the planner named, such as a portfolio; in any encoding that spreadsheets write, or the first sheet
/// of a workbook.
///
/// # Errors
/// [`StoreError::NotText`] where it is no text, [`StoreError::NoTable`] where it is a workbook without a table,
/// [`StoreError::TooBig`] where it is more than the program takes in; what the system refuses.
pub fn read_text(path: &Path) -> Result<String, StoreError> {
    let bytes = read_at_most(path, LARGEST_CASE)?;
    if xlsx::is_xlsx(&bytes) {
        let wrong = |why| StoreError::NoTable(path.display().to_string(), why);
        return xlsx::read(&bytes).and_then(|sheets| xlsx::as_csv(&sheets)).map_err(wrong);
    }
    let decoded = decode::decode(bytes);
    if decoded.trouble.is_some() {
        return Err(StoreError::NotText(path.display().to_string()));
    }
    if let Some(kind) = no_table(&decoded.text) {
        return Err(StoreError::NoTable(path.display().to_string(), say!("store-other-kind", kind = kind)));
    }
    match too_many_in(&decoded.text) {
        None => Ok(decoded.text),
        Some((line, too_many)) => Err(StoreError::TooBig(path.to_owned(), line, too_many.trouble())),
    }
}

/// What a text is that could only be taken for a table by mistake.
fn no_table(text: &str) -> Option<&'static str> {
    let bare = text.trim_start_matches('\u{feff}').trim_start();
    let is_json = || serde_json::from_str::<serde::de::IgnoredAny>(bare).is_ok();
    let begins = |with: &str| bare.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    match bare.chars().next()? {
        '{' | '[' if is_json() => Some("JSON"),
        '<' if ["<!doctype", "<html", "<table"].iter().any(|it| begins(it)) => Some("HTML"),
        '<' if begins("<?xml") => Some("XML"),
        _ => None,
    }
}

/// A file that was changed here and on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The file's name.
    pub name: String,
    /// Its text on disk now; `None` if it was deleted.
    pub on_disk: Option<String>,
    /// Its text here; `None` if it is to be deleted.
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
mod mutated_tests;
#[cfg(test)]
#[path = "../../tests/fuzz/mutation.rs"]
mod mutation;
#[cfg(test)]
mod odd_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod together_tests;
