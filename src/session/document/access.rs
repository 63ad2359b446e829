//! What stands between a planner and an edit: somebody else who has the case open, unsaved edits of an earlier session, and files
//! that changed on disk. Nothing of this is decided without the planner.

use super::{Document, EditAccess};
use crate::model::Workbook;
use crate::say;
use crate::session::edit::Edit;
use crate::session::history::{Change, Step};
use crate::session::on_disk::Reread;
use crate::session::three_way_merge::{By, Difference, ThreeWayMerge, Version};
use crate::session::unsaved_edits::UnsavedEdits;

/// What became of a case that was read again to be taken over as it is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It was the same already.
    Same,
    /// It is shown; nothing that undo could bring back was here.
    Shown,
    /// It is shown, beside an own portfolio that was changed here.
    BesideOwn,
    /// It was taken over as a step that undo takes back.
    AsStep,
}

impl Document {
    /// Whether an edit of the case has to wait for a decision of the planner.
    pub fn is_shut(&self) -> bool {
        !matches!(self.access, EditAccess::Open)
    }

    /// Whether somebody else has the case open, so that nothing of it is written here.
    pub fn is_elsewhere(&self) -> bool {
        matches!(self.access, EditAccess::Elsewhere(_))
    }

    /// Whether unsaved edits of an earlier session wait for a decision, so that nothing can be undone.
    pub fn is_undecided(&self) -> bool {
        matches!(self.access, EditAccess::Undecided(_))
    }

    /// The unsaved edits of an earlier session, if they wait for a decision.
    pub fn unsaved_edits(&self) -> Option<&UnsavedEdits> {
        match &self.access {
            EditAccess::Undecided(found) => Some(found),
            _ => None,
        }
    }

    /// Takes the unsaved edits of an earlier session up again: as they were, or put together with what was changed on disk since,
    /// and with these versions of what both changed. Gives the name of their journal, which is no longer needed once what is
    /// pending now is in another one.
    pub fn recover(&mut self, theirs: Option<&[Difference]>) -> Option<String> {
        let UnsavedEdits { name, mut steps, versions, .. } = self.decide()?;
        if let (Some(theirs), Some(versions)) = (theirs, versions) {
            steps.push(versions.merge().taking_over(theirs));
        }
        for step in steps.into_iter().filter(|step| !step.changes.is_empty()) {
            self.apply_to_case(step);
        }
        self.apply_refused();
        Some(name)
    }

    /// Throws the unsaved edits of an earlier session away; gives the name of their journal.
    pub fn discard_unsaved(&mut self) -> Option<String> {
        let name = self.decide()?.name;
        self.apply_refused();
        Some(name)
    }

    /// The unsaved edits on which the planner has decided; the case can be edited from now on.
    fn decide(&mut self) -> Option<UnsavedEdits> {
        match std::mem::take(&mut self.access) {
            EditAccess::Undecided(found) => Some(*found),
            other => {
                self.access = other;
                None
            }
        }
    }

    /// Lets the case be edited that somebody else has open, once it is decided what becomes of unsaved edits of an earlier session.
    /// Gives what was done with the own portfolio meanwhile.
    pub fn edit_anyway(&mut self) -> Vec<Step> {
        self.access = self.later.take().map_or(EditAccess::Open, EditAccess::Undecided);
        let waited = std::mem::take(&mut self.pending);
        if !self.is_shut() {
            self.apply_refused();
        }
        waited
    }

    /// Does the edit that waited for the planner's decision.
    fn apply_refused(&mut self) {
        if let Some(refused) = self.refused.take() {
            self.apply(refused.label, refused.changes);
        }
    }

    /// Takes over a case as it is on disk.
    pub fn take_disk(&mut self, read: Reread) -> Taken {
        self.moved.clear();
        if *self.base_book() == read.book && (self.own == read.own || self.is_elsewhere()) {
            return Taken::Same;
        }
        if self.is_elsewhere() {
            // Nothing of the case was edited here: no step, as there is nothing that undo could bring back.
            let mine = self.is_dirty();
            *self.base().1 = read.book;
            if !mine {
                self.own = read.own;
            }
            self.generation += 1;
            self.edited = self.generation;
            self.derive();
            return if mine { Taken::BesideOwn } else { Taken::Shown };
        }
        self.read_again(&read.book);
        // Undo brings back what was edited here, on what others wrote meanwhile; it never takes that back.
        let merge = self.merge_with(&read);
        let mine = merge.differences().iter().any(|it| it.by() != By::Disk);
        let together = merge.taking_over(&[]);
        if mine {
            if !together.changes.is_empty() {
                self.apply_to_case(together);
            }
            self.history.seal();
        }
        let mut changes = vec![Change::Book(Edit::between(self.base_book(), &read.book))];
        if self.own != read.own {
            changes.push(Change::Own(read.own));
        }
        self.apply_to_case(Step::new(say!("access-what-disk-taken"), changes));
        self.history.mark_saved();
        if mine {
            return Taken::AsStep;
        }
        self.history.seal();
        Taken::Shown
    }

    /// Takes over what was changed on disk: alone there, or there as well and chosen. Gives how many changes that were.
    pub fn merge_disk(&mut self, read: &Reread, theirs: &[Difference]) -> usize {
        self.read_again(&read.book);
        let merge = self.merge_with(read);
        let step = merge.taking_over(theirs);
        let count = merge.differences().iter().filter(|it| it.by() == By::Disk).count() + theirs.len();
        if !step.changes.is_empty() {
            self.apply_to_case(step);
            self.history.seal();
        }
        count
    }

    /// What was changed here and on disk, of which one version has to be chosen each.
    pub fn conflicts_with(&mut self, read: &Reread) -> Vec<Difference> {
        self.moved.clear();
        self.merge_with(read).conflicts()
    }

    fn merge_with<'a>(&'a self, read: &'a Reread) -> ThreeWayMerge<'a> {
        ThreeWayMerge {
            base: Version { book: &read.base, own: &read.base_own },
            disk: Version { book: &read.book, own: &read.own },
            here: Version { book: self.base_book(), own: &self.own },
        }
    }

    /// Takes over what was found while the files were read again.
    fn read_again(&mut self, book: &Workbook) {
        self.book.reading.clone_from(&book.reading);
        if let Some(overlay) = &mut self.overlay {
            overlay.book.reading.clone_from(&book.reading);
        }
    }
}
