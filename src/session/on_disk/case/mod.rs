//! The open case as the disk knows it: what was read, the lock, and the journal of what is not saved.

mod journal;
mod saving;

use std::path::{Path, PathBuf};

use super::{Loaded, OWN_FILE};
use crate::model::Workbook;
use crate::say;
use crate::session::history::Step;
use crate::session::second_case::PortfolioFile;
use crate::session::snapshot::Snapshot;
use crate::session::user_portfolio::UserPortfolio;
use crate::store::{self, FileStamp, Journal, Lock, Places, StoreError};

/// The open case.
pub struct CaseOnDisk {
    path: PathBuf,
    /// The files of the case as they were when last read or written, without the own portfolio.
    files: Vec<FileStamp>,
    /// The files that a saving wrote which ended halfway, as they stand now; `None` for one that it deleted.
    half: Vec<(String, Option<FileStamp>)>,
    /// What the planner has seen of files that changed on disk meanwhile.
    seen: Option<Vec<FileStamp>>,
    /// The text of the case when last read or written.
    book: Workbook,
    /// The name of the author's file with it. Here and in the journal it goes by [`OWN_FILE`].
    own_file: String,
    /// The own portfolio when last read or written; `None` if there is no file.
    own: Option<String>,
    /// Why the own portfolio could not be read, where it could not; then it is not written either.
    own_unread: Option<String>,
    /// The ministries that the own portfolio's columns are about.
    ministries: Vec<String>,
    lock: Option<Lock>,
    /// Where its journals are.
    places: Places,
    journal: Journal,
    /// Whether nothing could be kept anywhere when it was tried.
    unkept: bool,
    /// Steps that could not be written to the journal yet.
    waiting: Vec<Step>,
    /// The journal that was offered: its checksum, and the names of those that go with it, itself last.
    offered: (String, Vec<String>),
    /// The journals that go when what was taken over from them is in this session's own.
    taken_over: Vec<String>,
    /// What the system said of each file when last looked at, and the files that were found changed then.
    looked_at: (Vec<Option<store::Look>>, Vec<String>),
    /// What the system said of the proposals when they were read last.
    proposals_looked_at: Vec<(PathBuf, u64, Option<std::time::SystemTime>)>,
    /// Who is said to have made the changes.
    author: String,
    /// Why what was saved last could not be logged, where it could not.
    unlogged: Option<String>,
}

impl CaseOnDisk {
    /// Reads a case, takes its lock and looks for unsaved edits. `before` is the same case where it was open already; `state` is
    /// the folder in which the program keeps what it has to remember.
    pub fn read(path: &Path, who: &str, state: Option<&Path>, before: Option<Self>) -> Result<(Self, Loaded), String> {
        Self::read_by(path, (who, who), state, before)
    }

    /// The same for an author, whose unsaved edits come before those of others.
    pub fn read_by(
        path: &Path,
        (who, author): (&str, &str),
        state: Option<&Path>,
        before: Option<Self>,
    ) -> Result<(Self, Loaded), String> {
        // Looked at first, so that what is written meanwhile is found later.
        let own_file = store::own_file(path, author);
        let looked_at = (store::looks(path, &own_file), Vec::new());
        let (read, own) = store::open_with(path, &own_file).map_err(|error| error.to_string())?;
        let (own_text, own_unread) = own_text(&own_file, own);
        let (mut lock, mut elsewhere) = (None, None);
        // The journal of the same case, kept for later, is no longer written to.
        if let Some(before) = before {
            lock = before.lock;
        }
        let mut notes: Vec<String> = own_unread.iter().cloned().collect();
        if lock.is_none() {
            match Lock::take(path, who) {
                Ok(taken) => lock = Some(taken),
                Err(StoreError::Locked(other)) => elsewhere = Some(other),
                Err(error) => notes.push(error.to_string()),
            }
        }
        let compiled = crate::model::compile::compile(&read.workbook);
        let ministries: Vec<String> = compiled.case.ministries.iter().map(|it| it.id.clone()).collect();
        let (own, unread) = UserPortfolio::from_csv(own_text.as_deref().unwrap_or_default(), &ministries);
        match unread.count() {
            0 => {}
            1 => notes.push(say!("case-one-row-own", own_file = own_file)),
            count => notes.push(say!("case-count-rows-own", count = count, own_file = own_file)),
        }
        let places = Places::of(path, state);
        let mut opened = Self {
            path: path.to_owned(),
            journal: Journal::new(places.clone(), &[]),
            places,
            files: read.files,
            half: Vec::new(),
            seen: None,
            book: read.workbook,
            own_file,
            own: own_text,
            own_unread,
            ministries,
            lock,
            unkept: false,
            waiting: Vec::new(),
            offered: (String::new(), Vec::new()),
            taken_over: Vec::new(),
            looked_at,
            proposals_looked_at: store::proposal::looks(path),
            author: author.to_owned(),
            unlogged: None,
        };
        opened.journal = Journal::new(opened.places.clone(), &opened.stamps_of_all()).by(author);
        let found = match elsewhere {
            // What the other planner is doing is in a journal that is held; of what is left, only the author's own is his to take up.
            Some(_) => opened.found(&own).ok().flatten().filter(|found| found.author.is_empty()),
            None => opened.found(&own).map_err(|error| error.to_string())?,
        };
        // Said before the first edit, and not after an hour of them. Who may only look keeps nothing here.
        let unkept = if elsewhere.is_some() { None } else { opened.places.try_out().err() };
        let unkept = unkept.map(|error| error.to_string());
        opened.unkept = unkept.is_some();
        notes.extend(unkept.as_ref().map(|why| say!("case-unsaved-edits-cannot", why = why)));
        let snapshot = Snapshot::new(0, &opened.book, &own);
        // Who has none yet hears whose the others are: nothing of theirs is in his.
        let mine = opened.own.is_some() || opened.own_unread.is_some();
        let others_own = if mine { Vec::new() } else { store::own_files(path) };
        let (portfolios, odd) = super::portfolios::read(path, &opened.ministries);
        notes.extend(odd);
        let book = opened.book.clone();
        let own_unread = opened.own_unread.clone();
        let loaded = Loaded {
            book,
            own,
            own_unread,
            snapshot,
            found,
            elsewhere,
            notes,
            unkept: unkept.is_some(),
            kept: None,
            others_own,
            finished: state.map_or_else(Vec::new, |state| store::kept_runs(state, path)),
            portfolios,
        };
        Ok((opened, loaded))
    }

    /// Says who makes the changes, for the log.
    pub fn sign(&mut self, author: &str) {
        author.clone_into(&mut self.author);
    }

    /// Why what was saved last could not be logged, where it could not.
    pub fn take_unlogged(&mut self) -> Option<String> {
        self.unlogged.take()
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name of the file with the author's own portfolio.
    pub fn own_file(&self) -> &str {
        &self.own_file
    }

    /// The files of the case as they were when last read or written.
    pub fn files(&self) -> &[FileStamp] {
        &self.files
    }

    /// Whether somebody else has it open.
    pub fn is_read_only(&self) -> bool {
        self.lock.is_none()
    }

    /// The files that somebody changed on disk since they were read; `None` if that is as it was when last asked.
    pub fn moved(&mut self) -> Option<Vec<String>> {
        let now = store::looks(&self.path, &self.own_file);
        if now == self.looked_at.0 {
            return None;
        }
        // While the other session writes, a file may be gone for a moment: the next look tells.
        let mut moved = store::changed_on_disk(&self.path, &self.files).ok()?;
        let (own, own_unread) = own_text(&self.own_file, store::read_own(&self.path.join(&self.own_file)));
        if own != self.own || own_unread.is_some() != self.own_unread.is_some() {
            moved.push(self.own_file.clone());
        }
        let before = std::mem::replace(&mut self.looked_at, (now, moved.clone())).1;
        (moved != before).then_some(moved)
    }

    /// The proposals, read again.
    pub fn proposals(&mut self) -> Vec<PortfolioFile> {
        self.proposals_looked_at = store::proposal::looks(&self.path);
        super::portfolios::read(&self.path, &self.ministries).0
    }

    /// The proposals, where one was written or taken away since they were read last.
    pub fn moved_proposals(&mut self) -> Option<Vec<PortfolioFile>> {
        (store::proposal::looks(&self.path) != self.proposals_looked_at).then(|| self.proposals())
    }

    /// The files of the case and the own portfolio, as the journal has to know them.
    fn stamps_of_all(&self) -> Vec<FileStamp> {
        let own = self.own.as_deref().map(|text| FileStamp::of(OWN_FILE, text));
        self.files.iter().cloned().chain(own).collect()
    }

    /// An own portfolio as its CSV says it.
    pub fn own_of(&self, text: Option<&str>) -> UserPortfolio {
        UserPortfolio::from_csv(text.unwrap_or_default(), &self.ministries).0
    }

    /// Tries again to be the one who has the case open.
    pub fn take_lock(&mut self, who: &str) {
        if self.lock.is_none() {
            self.lock = Lock::take(&self.path, who).ok();
        }
    }
}

/// The own portfolio in a file as a text, where it is there; and why it cannot be read.
fn own_text<E: std::fmt::Display>(file: &str, bytes: Result<Option<Vec<u8>>, E>) -> (Option<String>, Option<String>) {
    let unread = |why: &str| Some(say!("case-own-file-cannot", own_file = file, why = why));
    match bytes {
        Err(error) => (None, unread(&format!("{}.", error.to_string().trim_end_matches('.')))),
        Ok(None) => (None, None),
        Ok(Some(bytes)) => match String::from_utf8(bytes) {
            Err(_) => (None, unread(&say!("case-not-utf"))),
            Ok(text) if !UserPortfolio::is_table(&text) => (None, unread(&say!("case-has-no-columns"))),
            Ok(text) => (Some(text), None),
        },
    }
}
