//! What a report was made from: the files as they stand on the disk, and what the planner has changed against them.
//!
//! A note that names the hash of a file promises that the file gives the same answer again. Edits that are not saved break
//! that promise unless they are named too; so the files are read again when a report is written, and every cell that differs
//! is listed.

use std::path::Path;

use crate::model::{Case, Workbook};
use crate::report::{self, CaseHeader, Input};
use crate::session::edit::difference::difference;
use crate::session::edit::scenarios;
use crate::store;

/// The files, and the changes against them.
pub(super) struct Basis {
    /// Each file with its hash.
    pub inputs: Vec<Input>,
    /// What was changed, each as `--set` writes it.
    pub changes: Vec<String>,
    /// The text that was answered.
    book: Workbook,
}

/// A report names at most this many changes.
const MOST_CHANGES: usize = 40;

impl Basis {
    /// Reads the files of the case and holds the text that was answered against them.
    pub fn of(path: &Path, book: &Workbook) -> Result<Self, String> {
        let opened = store::open(path).map_err(|error| error.to_string())?;
        let inputs = opened.files.into_iter().map(|file| Input { file: file.name, sha256: file.sha256 }).collect();
        Ok(Self { inputs, changes: difference(&opened.workbook, book).summary(MOST_CHANGES), book: book.clone() })
    }

    /// The head of a report about a case, under a scenario where it stands under one.
    pub fn header(mut self, case: &Case, path: &Path, scenario: Option<String>) -> CaseHeader {
        self.changes.extend(scenario.map(|name| scenarios::words(&self.book, &name)));
        report::header(case, path.display().to_string(), self.inputs, self.changes)
    }
}
