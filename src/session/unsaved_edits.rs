//! Unsaved edits of an earlier session, as its journal gives them back.

use super::history::Step;
use super::three_way_merge::{Difference, ThreeWayMerge, Version};
use super::user_portfolio::UserPortfolio;
use crate::model::Workbook;

/// Unsaved edits of an earlier session.
#[derive(Debug, Clone, Default)]
pub struct UnsavedEdits {
    /// The name of the journal that holds them.
    pub name: String,
    /// Whose edits they are, where they are somebody else's.
    pub author: String,
    /// The edits. Where files changed since, the first one makes these files what they were when the edits were made.
    pub steps: Vec<Step>,
    /// The labels of the edits, oldest first.
    pub labels: Vec<String>,
    /// Where an edited file changed on disk since: what differs. Empty where none did.
    pub differences: Vec<Difference>,
    /// Who changed them, as far as the log says.
    pub who: Vec<String>,
    /// Files that changed on disk since, but that no edit is about.
    pub others: Vec<String>,
    /// Where an edited file changed on disk since: the versions to put together.
    pub versions: Option<Box<KeptVersions>>,
    /// How many lines of the journal cannot be read.
    pub lost: usize,
    /// Whether the journal has checksums, so that nobody changed it.
    pub checked: bool,
}

impl UnsavedEdits {
    /// A journal of which nothing can be done again.
    pub fn unreadable(name: String, lost: usize) -> Self {
        Self { name, lost, checked: true, ..Self::default() }
    }
}

/// The three versions of a case that was changed here and on disk.
#[derive(Debug, Clone)]
pub struct KeptVersions {
    /// The text and the own portfolio that both sides began with.
    pub base: (Workbook, UserPortfolio),
    /// Those on disk.
    pub disk: (Workbook, UserPortfolio),
    /// Those with the edits.
    pub here: (Workbook, UserPortfolio),
}

impl KeptVersions {
    /// The versions, to be put together.
    pub fn merge(&self) -> ThreeWayMerge<'_> {
        let [base, disk, here] = [&self.base, &self.disk, &self.here].map(|(book, own)| Version { book, own });
        ThreeWayMerge { base, disk, here }
    }
}
