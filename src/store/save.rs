//! Writing a case: only the files that changed, each in one piece, and never over somebody else's change.

use std::path::{Path, PathBuf};

use super::file::{self, Links, Replacement, delete};
use super::open::read_together;
use super::together::Hold;
use super::{Beside, Conflict, FileStamp, Opened, StoreError, sha256};
use crate::model::limits::LARGEST_CASE;
use crate::model::workbook::{SETTINGS_FILE, Workbook};

/// What saving did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The names of the files that were written.
    pub written: Vec<String>,
    /// Files that were not written because nothing changed in them here, but that somebody changed on disk.
    pub stale: Vec<String>,
    /// The stamps to save with the next time.
    pub files: Vec<FileStamp>,
}

/// A file that is to be written: its new text, or none if it is to go.
struct Pending<'a> {
    name: &'a str,
    text: Option<String>,
    /// The bytes of that text.
    bytes: Option<Vec<u8>>,
    /// A file of the case may be a link to another one in its folder; one of the program's own is none.
    links: Links<'a>,
}

/// The right to write the files of a case: from when it is taken until it is dropped, no other session reads or writes them. So
/// what is compared with the disk under it is what is written over.
#[derive(Debug)]
pub struct Saving {
    folder: PathBuf,
    _hold: Hold,
}

impl Saving {
    /// Waits for whoever reads or saves at this moment.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where that takes too long.
    pub fn begin(folder: &Path) -> Result<Self, StoreError> {
        let hold = Hold::to_save(folder)?;
        file::tidy(folder);
        Ok(Self { folder: folder.to_owned(), _hold: hold })
    }

    /// The folder of the case.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Reads the case as [`super::open_with`] does, which would wait for this very session.
    ///
    /// # Errors
    /// The same.
    pub fn open_with(&self, beside: &str) -> Result<(Opened, Beside), StoreError> {
        read_together(&self.folder, beside, None)
    }

    /// Writes what changed in a case since it was read with these stamps. `beside` is one more file of the program's own with its
    /// new text, or `None` if it is to go.
    ///
    /// Each file is written beside its old self, flushed to disk, and only then put in its place, so that a crash leaves
    /// either the old file or the new one.
    ///
    /// # Errors
    /// [`StoreError::ChangedOnDisk`] with both versions where a file changed meanwhile, [`StoreError::NotText`] where an
    /// edited file is not UTF-8, and the system's refusals. Nothing is written in the first two cases; where the system refused when
    /// some files were in their places already, it is [`StoreError::Half`].
    pub fn save(
        &self,
        files: &[FileStamp],
        workbook: &Workbook,
        beside: Option<(&str, Option<String>)>,
    ) -> Result<Saved, StoreError> {
        let folder = self.folder.as_path();
        let Plan { mut pending, stamps, stale } = plan(folder, files, workbook)?;
        refuse_conflicts(folder, files, &pending)?;
        pending.extend(beside.map(|(name, text)| {
            let bytes = text.clone().map(String::into_bytes);
            Pending { name, text, bytes, links: Links::None }
        }));
        let mut written = Vec::new();
        let put = stage(folder, &pending)?.into_iter().try_for_each(|(name, file)| {
            let path = folder.join(name);
            match file {
                Some(file) => drop(file.put().map_err(StoreError::io(&path, "writing"))?),
                None => delete(&path)?,
            }
            written.push(name.to_owned());
            Ok(())
        });
        if !written.is_empty() {
            file::sync_folder(folder);
        }
        let saved = Saved { written, stale, files: stamps };
        match put {
            Ok(()) => Ok(saved),
            Err(error) if saved.written.is_empty() => Err(error),
            Err(error) => Err(StoreError::Half(Box::new(saved), Box::new(error))),
        }
    }
}

/// What there is to do.
struct Plan<'a> {
    pending: Vec<Pending<'a>>,
    stamps: Vec<FileStamp>,
    stale: Vec<String>,
}

fn plan<'a>(folder: &'a Path, files: &[FileStamp], workbook: &Workbook) -> Result<Plan<'a>, StoreError> {
    let (mut pending, mut stamps, mut stale) = (Vec::new(), Vec::new(), Vec::new());
    for name in super::case_files() {
        let stamp = files.iter().find(|stamp| stamp.name == name);
        let unread = stamp.is_some_and(|stamp| !stamp.was_read());
        // A case.toml that is not there, or was not read, is an empty text here, which is not to be written.
        let absent = |text: &String| name == SETTINGS_FILE && text.is_empty() && (unread || stamp.is_none());
        let text = workbook.file(name).filter(|text| !absent(text));
        if unread && text.is_none() {
            stamps.extend(stamp.cloned());
            continue;
        }
        let here = text.as_deref().map(|text| sha256(text.as_bytes()));
        if stamp.map(|stamp| stamp.text_sha256.as_str()) == here.as_deref() {
            if changed(folder, name, stamp)? {
                stale.push(name.to_owned());
            }
            stamps.extend(stamp.cloned());
            continue;
        }
        if unread {
            return Err(StoreError::Unread(name.to_owned()));
        }
        if stamp.is_some_and(|stamp| !stamp.readable) {
            return Err(StoreError::NotText(name.to_owned()));
        }
        // In the way in which it was read.
        let as_before = |text: &String| stamp.map_or_else(|| text.as_bytes().to_vec(), |stamp| stamp.bytes(text));
        let bytes = text.as_ref().map(as_before);
        stamps.extend(
            text.as_deref()
                .zip(bytes.as_deref())
                .map(|(text, bytes)| stamp.map_or_else(|| FileStamp::of(name, text), |stamp| stamp.with(text, bytes))),
        );
        pending.push(Pending { name, text, bytes, links: Links::Within(folder) });
    }
    Ok(Plan { pending, stamps, stale })
}

/// The names of the files that somebody changed, made or deleted on disk since these stamps were taken.
///
/// # Errors
/// Where a file cannot be read.
pub fn changed_on_disk(folder: &Path, files: &[FileStamp]) -> Result<Vec<String>, StoreError> {
    let mut names_changed = Vec::new();
    for name in super::case_files() {
        if changed(folder, name, files.iter().find(|stamp| stamp.name == name))? {
            names_changed.push(name.to_owned());
        }
    }
    Ok(names_changed)
}

fn changed(folder: &Path, name: &str, stamp: Option<&FileStamp>) -> Result<bool, StoreError> {
    let path = folder.join(name);
    let bytes = match file::read_if_there(&path, Links::Within(folder), LARGEST_CASE) {
        Err(_) if stamp.is_some_and(|stamp| !stamp.was_read()) => return Ok(false),
        bytes => bytes.map_err(StoreError::io(&path, "reading"))?,
    };
    Ok(bytes.map(|bytes| sha256(&bytes)).as_deref() != stamp.map(|stamp| stamp.sha256.as_str()))
}

fn refuse_conflicts(folder: &Path, files: &[FileStamp], pending: &[Pending]) -> Result<(), StoreError> {
    let mut conflicts = Vec::new();
    for Pending { name, text, bytes: here, .. } in pending {
        let path = folder.join(name);
        let bytes = file::read_if_there(&path, Links::Within(folder), LARGEST_CASE)
            .map_err(StoreError::io(&path, "reading"))?;
        let stamp = files.iter().find(|stamp| stamp.name == *name);
        // Where the same stands there already, as after a saving that ended halfway, nothing would be lost.
        let same = bytes.as_deref() == here.as_deref();
        if !same && bytes.as_deref().map(sha256).as_deref() != stamp.map(|stamp| stamp.sha256.as_str()) {
            let on_disk = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            conflicts.push(Conflict { name: (*name).to_owned(), on_disk, here: text.clone() });
        }
    }
    if conflicts.is_empty() { Ok(()) } else { Err(StoreError::ChangedOnDisk(conflicts)) }
}

/// Writes every new text beside its file, flushed to disk, before any file is replaced.
fn stage<'a>(folder: &Path, pending: &[Pending<'a>]) -> Result<Vec<(&'a str, Option<Replacement>)>, StoreError> {
    let mut staged = Vec::new();
    for file in pending {
        let path = folder.join(file.name);
        let new = file.bytes.as_deref().map(|bytes| {
            let mut new = Replacement::begin(&path, file.links)?;
            new.write(bytes)?;
            Ok(new)
        });
        staged.push((file.name, new.transpose().map_err(StoreError::io(&path, "writing"))?));
    }
    Ok(staged)
}
