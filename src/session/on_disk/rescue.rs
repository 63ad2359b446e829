//! Unsaved edits kept elsewhere while the disk of the case does not answer: a journal that holds all of them, on what was read or
//! saved last, in place of the one beside the case, of which nobody knows how far it got.

use std::path::{Path, PathBuf};

use super::OWN_FILE;
use super::logged::files_of;
use crate::model::Workbook;
use crate::model::order::InOrder as _;
use crate::say;
use crate::session::edit::Edit;
use crate::session::history::{Change, Step};
use crate::session::user_portfolio::UserPortfolio;
use crate::store::{Base, FileStamp, Journal, Places, StoreError, Sums};

/// An open case as it was read or saved last.
#[derive(Debug, Clone)]
pub struct Basis {
    /// Its folder.
    pub path: PathBuf,
    pub(super) places: Places,
    pub(super) files: Vec<FileStamp>,
    pub(super) book: Workbook,
    pub(super) own_text: Option<String>,
    pub(super) own: UserPortfolio,
    pub(super) author: String,
    pub(super) sums: Sums,
}

/// The journal elsewhere.
#[derive(Debug)]
pub struct Rescue {
    basis: Basis,
    journal: Journal,
    /// What is in it already.
    book: Workbook,
    own: UserPortfolio,
}

impl Rescue {
    /// One for the edits since this; none where there is no place for it.
    pub fn new(basis: Basis) -> Option<Self> {
        let places = basis.places.without_case()?;
        let journal = Journal::new(places, &basis.files).by(&basis.author);
        Some(Self { book: basis.book.clone(), own: basis.own.clone(), basis, journal })
    }

    /// Adds what was done since; gives where it is.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn keep(&mut self, book: Workbook, own: UserPortfolio) -> Result<Option<&Path>, StoreError> {
        let mut changes = Vec::new();
        if !book.same_files(&self.book) {
            changes.push(Change::Book(Edit::between(&self.book, &book)));
        }
        if own != self.own {
            changes.push(Change::Own(own.clone()));
        }
        if !changes.is_empty() {
            let step = Step::new(say!("rescue-step"), changes);
            let mut files = files_of(&step);
            files.order();
            files.dedup();
            files.retain(|file| self.journal.wants_base(file));
            let text =
                |file: &str| if file == OWN_FILE { self.basis.own_text.clone() } else { self.basis.book.file(file) };
            let bases = files.iter().map(|file| Base { file: (*file).to_owned(), text: text(file) }).collect();
            // However far the one beside the case got by now: all of it is in this one.
            for sum in self.basis.sums.lock().map(|sums| sums.clone()).unwrap_or_default() {
                self.journal.take_over(&sum);
            }
            self.journal.append(bases, &[step])?;
            (self.book, self.own) = (book, own);
        }
        Ok(self.journal.path())
    }

    /// Deletes it: the disk answers again, and all is in the journal beside the case.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn end(mut self) -> Result<(), StoreError> {
        self.journal.clear(&[])
    }
}
