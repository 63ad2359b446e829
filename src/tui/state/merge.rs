//! Cells that were changed here and on disk, each with a choice: mine or theirs.

use std::collections::BTreeSet;

use crate::session::on_disk::Reread;
use crate::session::three_way_merge::Difference;

/// The choice of a version for each cell that both sides changed.
#[derive(Debug, Clone)]
pub(crate) struct Merge {
    /// The cells.
    pub conflicts: Vec<Difference>,
    /// Those of which the version on disk is taken, by position.
    pub theirs: BTreeSet<usize>,
    /// The one under the cursor.
    pub line: usize,
    /// What the versions are put together for.
    pub of: Of,
}

/// What versions are put together for.
#[derive(Debug, Clone)]
pub(crate) enum Of {
    /// Saving: with what is on disk.
    Saving(Box<Reread>),
    /// Taking up the unsaved edits of an earlier session.
    Recovering,
}

impl Merge {
    /// A choice in which mine is taken everywhere.
    pub fn new(conflicts: Vec<Difference>, of: Of) -> Self {
        Self { conflicts, theirs: BTreeSet::new(), line: 0, of }
    }

    /// Moves the cursor.
    pub fn go(&mut self, by: isize) {
        self.line = self.line.saturating_add_signed(by).min(self.conflicts.len().saturating_sub(1));
    }

    /// Takes the version on disk of the cell under the cursor, or that of here, and goes to the next.
    pub fn take(&mut self, theirs: bool) {
        if theirs != self.theirs.contains(&self.line) {
            self.turn();
        }
        self.go(1);
    }

    /// Takes the other version of the cell under the cursor.
    pub fn turn(&mut self) {
        if !self.theirs.remove(&self.line) {
            self.theirs.insert(self.line);
        }
    }

    /// The cells of which the version on disk is taken.
    pub fn taken(&self) -> Vec<Difference> {
        self.theirs.iter().filter_map(|&at| self.conflicts.get(at)).cloned().collect()
    }
}
