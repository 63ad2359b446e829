//! A journal of unsaved edits beside the case, so that a crash loses nothing.
//!
//! The first line says which files the edits were made on, by their hashes; each further line is one step: a
//! [`crate::edit::Step`], or whatever else a planner's program has to remember with it. The journal begins with the first
//! edit and goes when the case is saved or left.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{FileStamp, StoreError};

/// The file in the case's folder that holds unsaved edits.
pub const JOURNAL_FILE: &str = ".beslismacht-journal";

/// The first line of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    journal: u32,
    inputs: Vec<(String, String)>,
}

impl Head {
    fn of(files: &[FileStamp]) -> Self {
        Self { journal: 1, inputs: files.iter().map(|file| (file.name.clone(), file.sha256.clone())).collect() }
    }
}

/// The journal of a case that is open.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    head: Head,
    file: Option<File>,
}

impl Journal {
    /// The journal of a case that was read with these stamps. It makes no file before the first edit.
    pub fn new(folder: &Path, files: &[FileStamp]) -> Self {
        Self { path: folder.join(JOURNAL_FILE), head: Head::of(files), file: None }
    }

    /// Goes on with the journal that is there, after its steps were taken over; a torn last line is cut off.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn resume(folder: &Path, files: &[FileStamp]) -> Result<Self, StoreError> {
        let mut journal = Self::new(folder, files);
        let failed = || StoreError::io(&journal.path, "opening");
        let bytes = fs::read(&journal.path).map_err(failed())?;
        let file = OpenOptions::new().append(true).open(&journal.path).map_err(failed())?;
        file.set_len(whole(&bytes) as u64).map_err(failed())?;
        journal.file = Some(file);
        Ok(journal)
    }

    /// Adds steps and flushes them to disk.
    ///
    /// # Errors
    /// [`StoreError::JournalInTheWay`] where a journal is there that nobody has decided on; what the system refuses.
    pub fn append<S: Serialize>(&mut self, steps: &[S]) -> Result<(), StoreError> {
        if steps.is_empty() {
            return Ok(());
        }
        let mut text = String::new();
        if self.file.is_none() {
            push_line(&mut text, &self.head, &self.path)?;
        }
        for step in steps {
            push_line(&mut text, step, &self.path)?;
        }
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(create(&self.path)?),
        };
        let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_data());
        written.map_err(StoreError::io(&self.path, "writing"))
    }

    /// Deletes the journal: after saving, with the new stamps, or on a clean quit.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn clear(&mut self, files: &[FileStamp]) -> Result<(), StoreError> {
        self.head = Head::of(files);
        match self.file.take() {
            Some(_) => delete(&self.path),
            None => Ok(()),
        }
    }
}

fn push_line(text: &mut String, what: &impl Serialize, path: &Path) -> Result<(), StoreError> {
    let line = serde_json::to_string(what).map_err(|error| StoreError::io(path, "writing")(error.into()))?;
    text.push_str(&line);
    text.push('\n');
    Ok(())
}

fn create(path: &Path) -> Result<File, StoreError> {
    match OpenOptions::new().append(true).create_new(true).open(path) {
        Ok(file) => Ok(file),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(StoreError::JournalInTheWay(path.to_owned())),
        Err(error) => Err(StoreError::io(path, "writing")(error)),
    }
}

fn delete(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(StoreError::io(path, "deleting")(error)),
        _ => Ok(()),
    }
}

/// The bytes up to the end of the last whole line.
fn whole(bytes: &[u8]) -> usize {
    bytes.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1)
}

/// What a journal that was left behind holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Recovery<S> {
    /// The unsaved steps, in order; replay them with [`crate::edit::History::replay`].
    pub steps: Vec<S>,
    /// Files that are not what they were when the edits were made. Where there are any, the steps may hit other rows
    /// than they were meant for, and must not be replayed without asking.
    pub changed: Vec<String>,
    /// Whether the last line was cut off in the middle of writing, so that one edit is lost.
    pub torn: bool,
}

/// Reads the journal that was left beside a case, if there is one with anything in it.
///
/// A line that cannot be read ends what can be recovered, for the steps behind it build on it.
///
/// # Errors
/// What the system refuses.
pub fn recover<S: DeserializeOwned>(folder: &Path, files: &[FileStamp]) -> Result<Option<Recovery<S>>, StoreError> {
    let path = folder.join(JOURNAL_FILE);
    let Some(bytes) = super::open::read(&path).map_err(StoreError::io(&path, "reading"))? else { return Ok(None) };
    let (lines, rest) = bytes.split_at(whole(&bytes));
    let mut lines = lines.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    let head = lines.next().and_then(|line| serde_json::from_slice::<Head>(line).ok());
    let mut torn = !rest.is_empty() || head.is_none();
    let mut steps = Vec::new();
    for line in lines.take_while(|_| head.is_some()) {
        let Ok(step) = serde_json::from_slice(line) else {
            torn = true;
            break;
        };
        steps.push(step);
    }
    if steps.is_empty() && !torn {
        return Ok(None);
    }
    Ok(Some(Recovery { steps, changed: head.map(|head| changed(&head, files)).unwrap_or_default(), torn }))
}

fn changed(head: &Head, files: &[FileStamp]) -> Vec<String> {
    let now = Head::of(files);
    let differs = |name: &str| {
        let hash = |head: &Head| head.inputs.iter().find(|(file, _)| file == name).map(|(_, hash)| hash.clone());
        hash(head) != hash(&now)
    };
    let mut names: Vec<String> = head.inputs.iter().chain(&now.inputs).map(|(name, _)| name.clone()).collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|name| differs(name));
    names
}

/// Deletes the journal that was left beside a case: its edits are not wanted.
///
/// # Errors
/// What the system refuses.
pub fn discard_journal(folder: &Path) -> Result<(), StoreError> {
    delete(&folder.join(JOURNAL_FILE))
}
