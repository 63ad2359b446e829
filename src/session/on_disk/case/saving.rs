//! Saving the case and the own portfolio, and reading it again where somebody else saved it.

use super::{CaseOnDisk, own_text};
use crate::say;
use crate::session::on_disk::{OWN_FILE, Overwrite, Reread, SaveOutcome, SaveRequest, Take, logged};
use crate::session::three_way_merge::{ThreeWayMerge, Version};
use crate::session::user_portfolio::{UserPortfolio, header};
use crate::store::{self, FileStamp, Saving, Signature, StoreError};

impl CaseOnDisk {
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
        let who = store::authors_since(&self.path, &self.files, &seen);
        seen.extend(own_text.as_deref().map(|text| FileStamp::of(OWN_FILE, text)));
        self.seen = Some(seen);
        let [base_own, disk_own, here_own] =
            [self.own.as_deref(), own_text.as_deref(), Some(request.own.as_str())].map(|text| self.own_of(text));
        let versions = ThreeWayMerge {
            base: Version { book: &self.book, own: &base_own },
            disk: Version { book: &disk.workbook, own: &disk_own },
            here: Version { book: &request.book, own: &here_own },
        };
        Ok(SaveOutcome::Changed(versions.differences(), who))
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
