//! Where a result may not be written: over a file of any case, or over what it is made from.

use crate::say;
use std::fs;
use std::path::{Path, PathBuf};

use super::names::{KEPT_FOLDER, LOG_FILE, OWN_FILE};
use super::{JOURNAL_FILE, LOCK_FILE, PROPOSALS_FOLDER};
use crate::model::workbook::SETTINGS_FILE;

/// Why nothing may be written there, in a sentence; `None` if it may.
///
/// A file of a case is `case.toml`, a table, there or not, and what the program keeps beside them, in a folder with a
/// `case.toml`; also a portfolio in its `kept` folder, and a proposal. `inputs` are the files and the folders of cases that are read for the
/// result.
pub fn refuse(target: &Path, inputs: &[&Path]) -> Option<String> {
    let shown = target.display();
    let whole = whole(target);
    if let Some(case) = case_of(&whole) {
        return Some(say!("target-shown-file-case", path = shown, case = case.display()));
    }
    let files = inputs.iter().flat_map(|input| {
        let own = all_files().map(|name| input.join(name));
        let files: Vec<PathBuf> = if input.is_dir() { own.collect() } else { vec![input.to_path_buf()] };
        files
    });
    let mut read = files.filter(|file| is_same(file, target, &whole));
    let file = read.next()?;
    Some(say!("target-shown-what-read", path = shown, file = file.display()))
}

fn all_files() -> impl Iterator<Item = &'static str> {
    super::case_files().chain([OWN_FILE, LOCK_FILE, JOURNAL_FILE, LOG_FILE])
}

/// The path with every link on it followed, also where the file itself is not there.
fn whole(path: &Path) -> PathBuf {
    if let Ok(whole) = fs::canonicalize(path) {
        return whole;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match (fs::canonicalize(folder), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

/// The folder of the case that a file belongs to.
fn case_of(path: &Path) -> Option<&Path> {
    let is_case = |folder: &&Path| fs::symlink_metadata(folder.join(SETTINGS_FILE)).is_ok();
    let (name, folder) = (path.file_name()?, path.parent()?);
    if all_files().any(|file| name == file) || name.to_str().is_some_and(super::is_own) {
        // A case.toml that is not there yet makes no case of its folder, but one beside tables would.
        return Some(folder).filter(is_case);
    }
    let kept = folder.file_name().is_some_and(|name| name == KEPT_FOLDER || name == PROPOSALS_FOLDER) && path.exists();
    folder.parent().filter(|_| kept).filter(is_case)
}

/// Whether a file is the target, by its path or, where that can be told, by another name.
fn is_same(file: &Path, target: &Path, whole_target: &Path) -> bool {
    if whole(file) == *whole_target && file.exists() {
        return true;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        if let (Ok(one), Ok(other)) = (fs::metadata(file), fs::metadata(target)) {
            return one.is_file() && (one.dev(), one.ino()) == (other.dev(), other.ino());
        }
    }
    #[cfg(not(unix))]
    let _ = target;
    false
}
