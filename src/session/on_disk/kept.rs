//! The own portfolio of a planner who may only look: the journal beside the case is the other planner's, so it is kept in the
//! settings folder until the session ends, or until the next one takes it up where this one was cut off.

use std::path::{Path, PathBuf};

use crate::store;

/// The file for a case.
fn file(settings: &Path, case: &Path) -> PathBuf {
    settings.join("own").join(format!("{}.csv", store::name_of_its_own(case)))
}

/// Keeps the own portfolio of a case; deletes it where there is none any more.
pub fn keep(settings: Option<&Path>, case: &Path, text: Option<&str>) -> Result<(), String> {
    let Some(settings) = settings else { return Ok(()) };
    let file = file(settings, case);
    let Some(text) = text else { return store::delete(&file).map_err(|error| error.to_string()) };
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    }
    store::write_own(&file, text.as_bytes()).map_err(|error| error.to_string())
}

/// What an earlier session that was cut off left.
pub fn read(settings: Option<&Path>, case: &Path) -> Option<String> {
    String::from_utf8(store::read_own(&file(settings?, case)).ok()??).ok()
}
