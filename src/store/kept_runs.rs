//! What analyses found, kept from one session to the next outside the folder of the case: a file for each analysis of a case.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::lock::utc;
use super::{PartFile, StoreError, name_of_its_own, read_own, write_own};
use crate::model::order::InOrder as _;

/// A file with more bytes is not kept: what it says is quicker found again than read.
const LARGEST: usize = 4 << 20;
/// So many cases have files; those that were not written to for longest go first.
const MOST_CASES: usize = 32;

fn folder(state: &Path, case: &Path) -> PathBuf {
    state.join("analyses").join(name_of_its_own(case))
}

/// Keeps what an analysis of this id found; whether it did.
///
/// # Errors
/// What the system refuses.
pub fn keep_run(state: &Path, case: &Path, id: &str, file: PartFile) -> Result<bool, StoreError> {
    let folder = folder(state, case);
    let Some(bytes) = file.sealed().ok().filter(|bytes| bytes.len() <= LARGEST) else { return Ok(false) };
    fs::create_dir_all(&folder).map_err(StoreError::io(&folder, "making"))?;
    write_own(&folder.join(format!("{id}.json")), &bytes)?;
    forget_oldest(&state.join("analyses"));
    Ok(true)
}

/// What was kept of the analyses of a case, each with the moment when; what is not as it was written is passed over.
pub fn kept_runs(state: &Path, case: &Path) -> Vec<(PartFile, String)> {
    let entries = fs::read_dir(folder(state, case)).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.order();
    let read = |path: PathBuf| {
        let bytes = read_own(&path).ok()?.filter(|bytes| bytes.len() <= LARGEST)?;
        Some((PartFile::read(&bytes).ok()?, utc(changed(&path)?)))
    };
    paths.into_iter().filter_map(read).collect()
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

fn forget_oldest(all: &Path) {
    let entries = fs::read_dir(all).into_iter().flatten().flatten();
    let mut cases: Vec<(SystemTime, PathBuf)> =
        entries.filter_map(|entry| Some((changed(&entry.path())?, entry.path()))).collect();
    cases.order();
    let spare = cases.len().saturating_sub(MOST_CASES);
    for (_, case) in cases.into_iter().take(spare) {
        let files = fs::read_dir(&case).into_iter().flatten().flatten().map(|entry| entry.path());
        // Nothing that another program put there.
        for file in files.filter(|file| file.extension().is_some_and(|ending| ending == "json")) {
            let _ = fs::remove_file(file);
        }
        let _ = fs::remove_dir(case);
    }
}
