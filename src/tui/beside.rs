//! What stands beside the open case to be compared with: a second case, or a portfolio from a file. Read only, never edited or
//! saved.

use std::path::PathBuf;
use std::sync::Arc;

use super::document::{Document, Shown};
use super::own::Own;
use super::reading::Reading;
use crate::edit::difference::{Difference, difference};
use crate::measure::{Evaluation, evaluate};
use crate::model::{Portfolio, Workbook};

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

/// A portfolio that was kept, or from a file, such as a colleague's export.
#[derive(Debug, Clone)]
pub(crate) struct PortfolioFile {
    /// The name under which it was kept, or that of the file.
    pub name: Arc<str>,
    /// Its picks, by candidate id.
    pub own: Own,
    /// The portfolio in the open case, and what it gives there, as of this reading.
    pub stands: Option<(u64, Portfolio, Option<Evaluation>)>,
    /// Where it was kept in this session: what was recommended then, in the case as it was.
    pub then: Option<Arc<Shown>>,
    /// Where it comes from.
    pub of: Of,
}

/// Where a portfolio comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// It was kept in the folder of the case.
    Kept,
    /// It was read from a file.
    File,
}

impl PortfolioFile {
    /// Brings what it gives up to date with the open case.
    pub fn refresh(&mut self, document: &Document) {
        let reading = &document.reading;
        if self.stands.as_ref().is_none_or(|(edit, ..)| *edit != reading.generation) {
            let portfolio = self.own.portfolio(&reading.case);
            let gives = reading.is_sound().then(|| evaluate(&reading.case, &portfolio));
            self.stands = Some((reading.generation, portfolio, gives));
        }
    }
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
