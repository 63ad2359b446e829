//! The open case as the disk knows it: what was read, the lock, and the journal of what is not saved.

use crate::model::order::InOrder as _;
use crate::say;
use std::path::{Path, PathBuf};

use crate::model::Workbook;
use crate::store::{self, Base, FileStamp, Journal, Lock, Places, Recovery, Saving, Signature, StoreError};

use super::rescue::Basis;
use super::{Loaded, OWN_FILE, Overwrite, Reread, SaveOutcome, SaveRequest, Take, logged};
use crate::session::edit::Edit;
use crate::session::history::{Change, Step};
use crate::session::second_case::PortfolioFile;
use crate::session::snapshot::Snapshot;
use crate::session::three_way_merge::{By, ThreeWayMerge, Version};
use crate::session::unsaved_edits::{KeptVersions, UnsavedEdits};
use crate::session::user_portfolio::{UserPortfolio, header};

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

    /// The unsaved edits of an earlier session, if there are any.
    ///
    /// A journal whose edits are all on disk is deleted: the session ended after saving, and before it could do that itself.
    fn found(&mut self, own: &UserPortfolio) -> Result<Option<UnsavedEdits>, StoreError> {
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
        let (mut versions, mut differences) = (None, Vec::new());
        if changed.iter().any(edited) {
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
        Some(UnsavedEdits { name, author, steps: all, labels, differences, others, versions, lost, checked })
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

    /// Tries again to be the one who has the case open.
    pub fn take_lock(&mut self, who: &str) {
        if self.lock.is_none() {
            self.lock = Lock::take(&self.path, who).ok();
        }
    }

    /// Saves the case and the own portfolio.
    pub fn save(&mut self, request: &SaveRequest) -> SaveOutcome {
        match self.try_save(request) {
            Ok(outcome) => outcome,
            Err(error) => SaveOutcome::Failed(say!("case-error-nothing-lost", error = error)),
        }
    }

    fn try_save(&mut self, request: &SaveRequest) -> Result<SaveOutcome, StoreError> {
        // Who says "write over it" means what was shown: what changed again since is shown again.
        let mut seen = self.seen.take().filter(|_| request.over == Overwrite::Yes);
        for stamp in seen.iter_mut().flatten().filter(|stamp| stamp.was_read()) {
            // What is written over does not come from what is on disk now, so that nothing of it can be spoilt.
            stamp.readable = self.files.iter().find(|it| it.name == stamp.name).is_none_or(|it| it.readable);
        }
        if seen.is_some() {
            self.half.clear();
        }
        let stamps = seen.unwrap_or_else(|| self.stamps_of_all());
        let (own_stamp, files): (Vec<_>, Vec<_>) = stamps.into_iter().partition(|stamp| stamp.name == OWN_FILE);
        let saving = Saving::begin(&self.path)?;
        let (own_now, unread) = own_text(&self.own_file, store::read_own(&self.path.join(&self.own_file)));
        let own_hash = own_now.as_deref().map(|text| store::sha256(text.as_bytes()));
        let own_here = Some(request.own.as_str()).filter(|text| !text.is_empty());
        let own_moved = own_hash.as_deref() != own_stamp.first().map(|stamp| stamp.sha256.as_str());
        // A file that says the same in other words is not written anew.
        let own_changes =
            [own_now.as_deref(), self.own.as_deref()].iter().all(|text| self.own_of(*text) != self.own_of(own_here));
        if let Some(sentence) = unread.filter(|_| own_changes) {
            return Ok(SaveOutcome::Failed(say!("case-sentence-nothing-was", sentence = sentence)));
        }
        if own_moved && own_changes {
            return self.show_both(&saving, request);
        }
        // What is written over is what stands there, and not what was read some time ago.
        let over = (request.over == Overwrite::Yes).then(|| saving.open_with(&self.own_file)).transpose()?;
        let mut changes = logged::of_case(over.as_ref().map_or(&self.book, |(disk, _)| &disk.workbook), &request.book);
        if own_changes {
            changes.extend(logged::of_own(&self.own_file, &self.own_of(own_now.as_deref()), &self.own_of(own_here)));
        }
        let own = own_changes.then(|| self.with_unread(own_here, own_now.as_deref()));
        let beside = own.clone().map(|text| (self.own_file.as_str(), text));
        let mut saved = match saving.save(&self.as_left(&files), &request.book, beside) {
            Ok(saved) => saved,
            Err(StoreError::Half(saved, error)) => {
                let stamp = |name: String| (saved.files.iter().find(|it| it.name == name).cloned(), name);
                let written = saved.written.iter().cloned().map(stamp).map(|(stamp, name)| (name, stamp));
                self.half.retain(|(name, _)| !saved.written.contains(name));
                self.half.extend(written);
                return Err(*error);
            }
            Err(StoreError::ChangedOnDisk(_)) => return self.show_both(&saving, request),
            Err(error) => return Err(error),
        };
        // What was written before the system refused is saved only now.
        for (name, _) in std::mem::take(&mut self.half) {
            if !saved.written.contains(&name) {
                saved.written.push(name);
            }
        }
        changes.retain(|change| saved.written.contains(&change.file));
        if !saved.written.is_empty() {
            let signature = Signature { author: self.author.clone(), why: request.why.clone() };
            let named = |mut stamp: FileStamp| {
                stamp.name.clone_from(&self.own_file);
                stamp
            };
            let own_stamp = own_stamp.into_iter().map(named);
            let before: Vec<FileStamp> = files.iter().cloned().chain(own_stamp).collect();
            let logged = saving.log((&saved, &before), &signature, changes);
            self.unlogged = logged.err().map(|error| say!("case-not-logged", error = error));
        }
        drop(saving);
        self.files = saved.files;
        self.book = request.book.clone();
        self.own = own.unwrap_or(own_now);
        let names = saved.written;
        // Saved is saved: a journal that cannot be deleted is only offered once more.
        let _ = self.forget();
        Ok(SaveOutcome::Saved(request.generation, names))
    }

    /// The stamps of the files as a saving left them that ended halfway.
    fn as_left(&self, files: &[FileStamp]) -> Vec<FileStamp> {
        let others = files.iter().filter(|it| self.half.iter().all(|(name, _)| *name != it.name));
        others.chain(self.half.iter().filter_map(|(_, stamp)| stamp.as_ref())).cloned().collect()
    }

    /// What is written as the own portfolio: below it the rows of the file that cannot be read.
    fn with_unread(&self, own: Option<&str>, on_disk: Option<&str>) -> Option<String> {
        let (_, unread) = UserPortfolio::from_csv(on_disk.unwrap_or_default(), &self.ministries);
        let empty = header(&self.ministries);
        let text = unread.below(own.unwrap_or(&empty));
        (own.is_some() || text != empty).then_some(text)
    }

    /// What differs between the disk and what was to be saved.
    fn show_both(&mut self, saving: &Saving, request: &SaveRequest) -> Result<SaveOutcome, StoreError> {
        let (disk, own) = saving.open_with(&self.own_file)?;
        let (own_text, _) = own_text(&self.own_file, own);
        let mut seen = disk.files;
        seen.extend(own_text.as_deref().map(|text| FileStamp::of(OWN_FILE, text)));
        self.seen = Some(seen);
        let [base_own, disk_own, here_own] =
            [self.own.as_deref(), own_text.as_deref(), Some(request.own.as_str())].map(|text| self.own_of(text));
        let versions = ThreeWayMerge {
            base: Version { book: &self.book, own: &base_own },
            disk: Version { book: &disk.workbook, own: &disk_own },
            here: Version { book: &request.book, own: &here_own },
        };
        Ok(SaveOutcome::Changed(versions.differences()))
    }

    /// Reads the case again after somebody changed it on disk. What is taken over whole is gone on from at once; what is put
    /// together with the edits here, once the planner has decided.
    pub fn reread(&mut self, take: Take) -> Result<Reread, StoreError> {
        let looked_at = (store::looks(&self.path, &self.own_file), Vec::new());
        let (disk, own) = store::open_with(&self.path, &self.own_file)?;
        let (own_text, own_unread) = own_text(&self.own_file, own);
        self.own_unread = own_unread;
        let (base, base_own) = (self.book.clone(), self.own_of(self.own.as_deref()));
        let own = self.own_of(own_text.as_deref());
        let (path, book, files) = (self.path.clone(), disk.workbook, disk.files);
        let read = Reread { path, base, base_own, book, own, files, own_text, take };
        self.looked_at = looked_at;
        if take == Take::Theirs {
            self.adopt(read.clone());
        }
        Ok(read)
    }

    /// Goes on from what was read: edits are made on it now.
    pub fn adopt(&mut self, read: Reread) {
        self.seen = None;
        self.half.clear();
        self.files = read.files;
        self.book = read.book;
        self.own = read.own_text;
    }
}

/// Takes a table out of a workbook, as if its file did not exist.
fn without(book: &mut Workbook, file: &str) {
    if let Some(table) = crate::model::schema::TABLES.iter().find(|table| table.file == file) {
        *book.sheet_mut(table.id) = crate::model::Sheet::absent(table.id);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test plays the part of another program")]
    fn rows_of_the_own_portfolio_that_cannot_be_read_are_still_there_after_saving() {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("case");
        store::create(&case, &store::tutorial()).unwrap();
        let file = case.join(OWN_FILE);
        std::fs::write(&file, "candidate,start,share_defence,share_economic_affairs\nown-cable,soon,40,60\n").unwrap();
        let (mut opened, loaded) = CaseOnDisk::read(&case, "a test", None, None).unwrap();
        assert!(loaded.notes[0].starts_with("One row of own.csv cannot be read"), "{:?}", loaded.notes);
        let mut request = SaveRequest {
            path: case,
            generation: 1,
            book: loaded.book,
            own: "candidate,start,share_defence,share_economic_affairs\nhost-share,2028,0,100\n".to_owned(),
            why: String::new(),
            over: Overwrite::Ask,
        };
        let rows = |file| std::fs::read_to_string(file).unwrap().lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
        assert!(matches!(opened.save(&request), SaveOutcome::Saved(1, _)));
        assert_eq!(rows(&file), ["host-share,2028,0,100", "own-cable,soon,40,60"]);
        request.own.clear();
        assert!(matches!(opened.save(&request), SaveOutcome::Saved(1, _)));
        assert_eq!(rows(&file), ["own-cable,soon,40,60"], "an own portfolio that was emptied leaves them too");
    }

    #[test]
    fn two_authors_keep_their_own_portfolios_side_by_side() {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("case");
        store::create(&case, &store::tutorial()).unwrap();
        let open = |author| CaseOnDisk::read_by(&case, (author, author), None, None).unwrap();
        let ((mut anna, loaded), (mut bart, _)) = (open("Anna"), open("Bart"));
        let head = "candidate,start,share_defence,share_economic_affairs\n";
        let request = |row: &str| SaveRequest {
            path: case.clone(),
            generation: 1,
            book: loaded.book.clone(),
            own: format!("{head}{row}\n"),
            why: String::new(),
            over: Overwrite::Ask,
        };
        let saved = |outcome| matches!(outcome, SaveOutcome::Saved(1, files) if files.len() == 1);
        assert!(saved(anna.save(&request("host-share,2028,0,100"))));
        // Neither is asked about the other's picks, told that a file of his changed, or given the other's.
        assert!(saved(bart.save(&request("own-cable,2029,100,0"))));
        assert_eq!((anna.moved(), bart.moved()), (None, None));
        let ids = |own: &UserPortfolio| own.picks.keys().cloned().collect::<Vec<_>>();
        assert_eq!(ids(&bart.reread(Take::Theirs).unwrap().own), ["own-cable"]);
        drop((anna, bart));
        assert_eq!(
            (ids(&open("Anna").1.own), ids(&open("Bart").1.own)),
            (vec!["host-share".into()], vec!["own-cable".into()])
        );
        let other = open("Carla").1;
        assert_eq!(
            (ids(&other.own), other.others_own),
            (vec![], vec!["own-anna.csv".to_owned(), "own-bart.csv".to_owned()])
        );
        let log = store::read_log(&case).unwrap().unwrap();
        let files: Vec<_> = log.lines.iter().map(|line| (line.author.as_str(), line.change.file.as_str())).collect();
        assert_eq!(files, [("Anna", "own-anna.csv"), ("Bart", "own-bart.csv")]);
        assert!(log.is_whole() && log.changed.is_empty());
    }

    #[cfg(unix)]
    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test plays the part of another program")]
    fn an_own_portfolio_that_cannot_be_read_is_not_written_over() {
        let text = "candidate;start;share_defence\nown-cable;2028;40\n";
        for link in [false, true] {
            let folder = tempfile::tempdir().unwrap();
            let case = folder.path().join("case");
            store::create(&case, &store::tutorial()).unwrap();
            let file = if link { folder.path().join("precious.csv") } else { case.join(OWN_FILE) };
            std::fs::write(&file, text).unwrap();
            if link {
                std::os::unix::fs::symlink(&file, case.join(OWN_FILE)).unwrap();
            }
            let (mut opened, loaded) = CaseOnDisk::read(&case, "a test", None, None).unwrap();
            assert!(loaded.notes[0].starts_with("own.csv cannot be read"), "{:?}", loaded.notes);
            assert!(loaded.own_unread.is_some());
            let mut request = SaveRequest {
                path: case,
                generation: 1,
                book: loaded.book,
                own: "candidate,start,share_defence,share_economic_affairs\nhost-share,2028,0,100\n".to_owned(),
                why: String::new(),
                over: Overwrite::Ask,
            };
            assert!(matches!(opened.save(&request), SaveOutcome::Failed(_)));
            request.own.clear();
            assert!(matches!(opened.save(&request), SaveOutcome::Saved(1, _)), "the case itself can be saved");
            assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
        }
    }
}
