//! A second case beside the open one, to be compared with: read only, never edited or saved.

use std::path::PathBuf;
use std::sync::Arc;

use super::document::{Document, Shown};
use super::reading::Reading;
use crate::edit::difference::{Difference, difference};
use crate::model::Workbook;

/// A second case.
#[derive(Debug, Clone)]
pub(crate) struct Beside {
    /// Its folder.
    pub path: PathBuf,
    /// Its text.
    pub book: Workbook,
    /// What is read from it, with the own portfolio kept beside it.
    pub reading: Arc<Reading>,
    /// The best portfolio of it, once it is found.
    pub shown: Option<Arc<Shown>>,
    /// The number of the job that looks for it.
    pub running: Option<u64>,
    /// Why there is none.
    pub error: Option<String>,
    /// What differs between the open case and this one, as of this edit.
    pub difference: Option<(u64, Arc<Difference>)>,
}

impl Beside {
    /// Its name: that of its folder.
    pub fn name(&self) -> String {
        let path = &self.path;
        path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
    }

    /// Brings the differences of the cells up to date with the open case.
    pub fn refresh(&mut self, document: &Document) {
        if self.difference.as_ref().is_none_or(|(edit, _)| *edit != document.generation) {
            let found = difference(&document.book, &self.book);
            self.difference = Some((document.generation, Arc::new(found)));
        }
    }
}
