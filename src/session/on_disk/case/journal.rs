//! What is not saved yet: kept in a journal, found there by the next session, and let go.

use std::path::Path;

use super::CaseOnDisk;
use crate::model::Workbook;
use crate::model::order::InOrder as _;
use crate::say;
use crate::session::edit::Edit;
use crate::session::history::{Change, Step};
use crate::session::on_disk::rescue::Basis;
use crate::session::on_disk::{OWN_FILE, logged};
use crate::session::three_way_merge::By;
use crate::session::unsaved_edits::{KeptVersions, UnsavedEdits};
use crate::session::user_portfolio::UserPortfolio;
use crate::store::{self, Base, FileStamp, Recovery, StoreError};

impl CaseOnDisk {
    /// The unsaved edits of an earlier session, if there are any.
    ///
    /// A journal whose edits are all on disk is deleted: the session ended after saving, and before it could do that itself.
    pub(super) fn found(&mut self, own: &UserPortfolio) -> Result<Option<UnsavedEdits>, StoreError> {
        while let Some(recovery) = store::recover::<Step>(&self.places, &self.stamps_of_all(), &self.author)? {
            let (name, lost) = (recovery.name.clone(), recovery.lost);
            let names = recovery.older.iter().cloned().chain([name.clone()]).collect();
            self.offered = (recovery.sum.clone(), names);
            match self.made_ready(recovery, own) {
                None if lost == 0 => self.decided(&name)?,
                None => return Ok(Some(UnsavedEdits::unreadable(name, lost))),
                found => return Ok(found),
            }
        }
        Ok(None)
    }

    /// The edits of a journal, ready to be done again; `None` if they would change nothing.
    fn made_ready(&self, recovery: Recovery<Step>, own: &UserPortfolio) -> Option<UnsavedEdits> {
        let Recovery { name, author, bases, steps, changed, lost, checked, .. } = recovery;
        let author = if author == self.author { String::new() } else { author };
        // What the edits were made on: what is on disk, but with the edited files as they were then.
        let (mut base, mut base_own) = (self.book.clone(), own.clone());
        for it in bases.iter().filter(|it| changed.contains(&it.file)) {
            if it.file == OWN_FILE {
                base_own = self.own_of(it.text.as_deref());
            } else {
                match &it.text {
                    Some(text) => drop(base.put_file(&it.file, text)),
                    None => without(&mut base, &it.file),
                }
            }
        }
        let edited = |file: &String| bases.iter().any(|base| base.file == *file);
        // Another one's own portfolio is in a file of his own, which is not looked at here.
        let foreign = |file: &String| file == OWN_FILE && !author.is_empty();
        let others = changed.iter().filter(|file| !edited(file) && !foreign(file)).cloned().collect();
        let labels = steps.iter().map(|step| step.label.clone()).collect();
        let (mut here, mut here_own) = (base.clone(), base_own.clone());
        for change in steps.iter().flat_map(|step| step.changes.iter().cloned()) {
            let _ = change.apply(&mut here, &mut here_own);
        }
        if here.same_files(&self.book) && here_own == *own {
            return None;
        }
        let mut all = Vec::new();
        let (mut versions, mut differences, mut who) = (None, Vec::new(), Vec::new());
        if changed.iter().any(edited) {
            let of_case = |name: &String| name != OWN_FILE && changed.contains(name) && edited(name);
            let before = bases.iter().filter(|it| of_case(&it.file));
            let before: Vec<_> = before.filter_map(|it| Some(FileStamp::of(&it.file, it.text.as_deref()?))).collect();
            let now: Vec<_> = self.files.iter().filter(|it| of_case(&it.name)).cloned().collect();
            who = store::authors_since(&self.path, &before, &now);
            let kept = KeptVersions {
                base: (base.clone(), base_own.clone()),
                disk: (self.book.clone(), own.clone()),
                here: (here, here_own),
            };
            differences = kept.merge().differences();
            // Where all that is on disk is here as well, nobody else changed anything: the session ended while it saved.
            if differences.iter().all(|it| it.by() == By::Here) {
                differences.clear();
            }
            versions = Some(Box::new(kept));
            let mut changes = vec![Change::Book(Edit::between(&self.book, &base))];
            if base_own != *own {
                changes.push(Change::Own(base_own));
            }
            all.push(Step::new(say!("case-files-they-were"), changes));
        }
        all.extend(steps);
        Some(UnsavedEdits { name, author, steps: all, labels, differences, who, others, versions, lost, checked })
    }

    /// What is needed to keep its edits elsewhere while the disk does not answer.
    pub fn basis(&self) -> Basis {
        Basis {
            path: self.path.clone(),
            places: self.places.clone(),
            files: self.stamps_of_all(),
            book: self.book.clone(),
            own_text: self.own.clone(),
            own: self.own_of(self.own.as_deref()),
            author: self.author.clone(),
            sums: self.journal.sums(),
        }
    }

    /// Whether something could not be written to a journal until now.
    pub fn is_behind(&self) -> bool {
        self.unkept || !self.waiting.is_empty()
    }

    /// Where the journal is, if it is not beside the case.
    pub fn kept_elsewhere(&self) -> Option<&Path> {
        self.journal.elsewhere()
    }

    /// Adds steps to the journal.
    pub fn keep(&mut self, steps: Vec<Step>) -> Result<(), StoreError> {
        self.waiting.extend(steps);
        let mut bases = Vec::new();
        let mut files: Vec<&str> = self.waiting.iter().flat_map(logged::files_of).collect();
        files.order();
        files.dedup();
        for file in files.into_iter().filter(|file| self.journal.wants_base(file)) {
            let text = if file == OWN_FILE { self.own.clone() } else { self.book.file(file) };
            bases.push(Base { file: file.to_owned(), text });
        }
        self.journal.append(bases, &self.waiting)?;
        self.unkept &= self.waiting.is_empty();
        self.waiting.clear();
        // What is in this journal now is not offered from another one, also where that cannot be deleted yet.
        let _ = self.discard_taken_over();
        Ok(())
    }

    /// Adds the steps of the journal that was offered, which goes when they are in this one.
    pub fn keep_found(&mut self, steps: Vec<Step>) -> Result<(), StoreError> {
        let (sum, names) = std::mem::take(&mut self.offered);
        self.journal.take_over(&sum);
        self.taken_over = names;
        self.keep(steps)
    }

    /// Deletes the journals that were taken over; the one that is newest last, as it says that the others are in it.
    fn discard_taken_over(&mut self) -> Result<(), StoreError> {
        while let Some(name) = self.taken_over.first() {
            store::discard_journal(&self.places, name)?;
            self.taken_over.remove(0);
        }
        Ok(())
    }

    /// Deletes the journal: nothing is unsaved any more.
    pub fn forget(&mut self) -> Result<(), StoreError> {
        self.waiting.clear();
        let stamps = self.stamps_of_all();
        // What is saved must not be offered again, and where it could not be kept it still stands in another journal.
        let discarded = self.discard_taken_over();
        self.journal.clear(&stamps).and(discarded)
    }

    /// Deletes the journal of an earlier session, whose edits are not wanted.
    pub fn decided(&mut self, name: &str) -> Result<(), StoreError> {
        let (_, names) = std::mem::take(&mut self.offered);
        let older = names.iter().filter(|other| *other != name);
        older.map(String::as_str).chain([name]).try_for_each(|name| store::discard_journal(&self.places, name))
    }
}

/// Takes a table out of a workbook, as if its file did not exist.
fn without(book: &mut Workbook, file: &str) {
    if let Some(table) = crate::model::schema::TABLES.iter().find(|table| table.file == file) {
        *book.sheet_mut(table.id) = crate::model::Sheet::absent(table.id);
    }
}
