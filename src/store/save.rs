//! Writing a case: only the files that changed, each in one piece, and never over somebody else's change.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::open::read;
use super::{Conflict, FileStamp, StoreError, sha256};
use crate::model::schema::TABLES;
use crate::model::workbook::{SETTINGS_FILE, Workbook};

/// What to do where a file that is to be written changed on disk since it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meanwhile {
    /// Write nothing, and give both versions.
    Refuse,
    /// Write over what is on disk: the planner has seen both.
    Overwrite,
}

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

/// A file that is to be written: its new text, or none where it is to go.
struct Pending {
    name: &'static str,
    text: Option<String>,
}

/// Writes what changed in a case since it was read with these stamps.
///
/// Each file is written beside its old self, flushed to disk, and only then put in its place, so that a crash leaves
/// either the old file or the new one.
///
/// # Errors
/// [`StoreError::ChangedOnDisk`] with both versions where a file changed meanwhile, [`StoreError::NotText`] where an
/// edited file is not UTF-8, and the system's refusals. Nothing is written in the first two cases.
pub fn save(
    folder: &Path,
    files: &[FileStamp],
    workbook: &Workbook,
    meanwhile: Meanwhile,
) -> Result<Saved, StoreError> {
    let mut pending = Vec::new();
    let mut stamps = Vec::new();
    let mut stale = Vec::new();
    for name in names() {
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
        stamps.extend(text.as_deref().map(|text| FileStamp::of(name, text)));
        pending.push(Pending { name, text });
    }
    if meanwhile == Meanwhile::Refuse {
        refuse_conflicts(folder, files, &pending)?;
    }
    let mut written = Vec::new();
    for (name, file) in stage(folder, &pending)? {
        let path = target(&folder.join(name));
        match file {
            Some(file) => {
                file.persist(&path).map_err(|error| StoreError::io(&path, "writing")(error.error))?;
            }
            None => match fs::remove_file(&path) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(StoreError::io(&path, "deleting")(error));
                }
                _ => {}
            },
        }
        written.push(name.to_owned());
    }
    sync_folder(folder);
    Ok(Saved { written, stale, files: stamps })
}

fn names() -> impl Iterator<Item = &'static str> {
    std::iter::once(SETTINGS_FILE).chain(TABLES.iter().map(|table| table.file))
}

/// The names of the files that somebody changed, made or deleted on disk since these stamps were taken.
///
/// # Errors
/// Where a file cannot be read.
pub fn changed_on_disk(folder: &Path, files: &[FileStamp]) -> Result<Vec<String>, StoreError> {
    let mut names_changed = Vec::new();
    for name in names() {
        if changed(folder, name, files.iter().find(|stamp| stamp.name == name))? {
            names_changed.push(name.to_owned());
        }
    }
    Ok(names_changed)
}

fn changed(folder: &Path, name: &str, stamp: Option<&FileStamp>) -> Result<bool, StoreError> {
    let path = folder.join(name);
    let bytes = match read(&path) {
        Err(_) if stamp.is_some_and(|stamp| !stamp.was_read()) => return Ok(false),
        bytes => bytes.map_err(StoreError::io(&path, "reading"))?,
    };
    Ok(bytes.map(|bytes| sha256(&bytes)).as_deref() != stamp.map(|stamp| stamp.sha256.as_str()))
}

fn refuse_conflicts(folder: &Path, files: &[FileStamp], pending: &[Pending]) -> Result<(), StoreError> {
    let mut conflicts = Vec::new();
    for Pending { name, text } in pending {
        let path = folder.join(name);
        let bytes = read(&path).map_err(StoreError::io(&path, "reading"))?;
        let stamp = files.iter().find(|stamp| stamp.name == *name);
        // Where the same stands there already, as after a saving that ended halfway, nothing would be lost.
        let same = bytes.as_deref() == text.as_deref().map(str::as_bytes);
        if !same && bytes.as_deref().map(sha256).as_deref() != stamp.map(|stamp| stamp.sha256.as_str()) {
            let on_disk = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            conflicts.push(Conflict { name: (*name).to_owned(), on_disk, here: text.clone() });
        }
    }
    if conflicts.is_empty() { Ok(()) } else { Err(StoreError::ChangedOnDisk(conflicts)) }
}

/// Writes every new text beside its file, flushed to disk, before any file is replaced.
fn stage(folder: &Path, pending: &[Pending]) -> Result<Vec<(&'static str, Option<NamedTempFile>)>, StoreError> {
    let mut staged = Vec::new();
    for Pending { name, text } in pending {
        let file = text.as_deref().map(|text| write_beside(&folder.join(name), text.as_bytes())).transpose()?;
        staged.push((*name, file));
    }
    Ok(staged)
}

fn write_beside(path: &Path, bytes: &[u8]) -> Result<NamedTempFile, StoreError> {
    let path = target(path);
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = || StoreError::io(&path, "writing");
    let mut builder = tempfile::Builder::new();
    builder.prefix(".beslismacht-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // A new file gets what the system grants by default, and not the private mode of a temporary one.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(failed())?;
    file.write_all(bytes).map_err(failed())?;
    if let Ok(before) = fs::metadata(&path) {
        file.as_file().set_permissions(before.permissions()).map_err(failed())?;
    }
    file.as_file().sync_all().map_err(failed())?;
    Ok(file)
}

/// The file itself where the path is a link to it, so that the link stays.
fn target(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Makes the new names last; some systems cannot do that to a folder, and then the files themselves are safe all the same.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Writes one file in one piece, such as an export: beside its old self first, then in its place.
///
/// # Errors
/// What the system refuses.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let file = write_beside(path, bytes)?;
    file.persist(target(path)).map_err(|error| StoreError::io(path, "writing")(error.error))?;
    Ok(())
}
