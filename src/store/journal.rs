//! A journal of unsaved edits beside the case, so that a crash loses nothing.
//!
//! The first line says which files the edits were made on, by their hashes. A further line is either the text that a file
//! had before its first edit, or one step, whatever a planner's program has to remember
//! with it. Behind each line stands a checksum of it and of all before it, so that a line that was changed, moved or taken out
//! is seen: nothing from there on is given back. So the journal gives back what the planner had, also where somebody changed the files since. It begins with
//! the first edit and goes when the case is saved or left. While a program writes to it the file is locked, so that
//! another one that opens the same case does not take it for one that was left behind.
//!
//! Where the folder of the case cannot be written, the journal is kept in another folder that belongs to this case alone.

use crate::model::order::InOrder as _;
use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::file::{self, Links, delete};
use super::{FileStamp, StoreError, sha256, system};
use crate::model::limits::LARGEST_OWN;

/// The file in the case's folder that holds unsaved edits. Where it is there already, a number is put behind the name.
pub const JOURNAL_FILE: &str = ".beslismacht-journal";

/// This many journals may lie beside a case.
const MOST: usize = 99;

/// Journals of this version have a checksum behind each line.
const VERSION: u32 = 3;

/// What stands between a line and its checksum; JSON never holds it.
const BEFORE_CHECKSUM: char = '\t';

/// The first line of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    journal: u32,
    inputs: Vec<(String, String)>,
    /// Whose edits they are; empty where an earlier version wrote it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    author: String,
}

impl Head {
    fn of(files: &[FileStamp]) -> Self {
        let inputs = files.iter().map(|file| (file.name.clone(), file.sha256.clone())).collect();
        Self { journal: VERSION, inputs, author: String::new() }
    }
}

/// The text that a file had before its first edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// The file's name.
    pub file: String,
    /// Its text; `None` if it did not exist.
    pub text: Option<String>,
}

/// A line after the first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line<S> {
    Base(Base),
    /// The checksum of another journal, all of which is in this one: it is not offered again where the program ended before it could
    /// delete it.
    Instead(String),
    Step(S),
}

/// Where the journals of a case are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The folder of the case.
    pub case: PathBuf,
    /// The folder for them where that of the case cannot be written, if there is one.
    pub elsewhere: Option<PathBuf>,
}

impl Places {
    /// Those of a case; `state` is the folder in which the program may keep what it has to remember.
    pub fn of(case: &Path, state: Option<&Path>) -> Self {
        let elsewhere = state.map(|state| state.join("journals").join(name_of_its_own(case)));
        Self { case: case.to_owned(), elsewhere }
    }

    /// Elsewhere alone, as where the disk of the case does not answer; where there is such a folder.
    #[must_use]
    pub fn without_case(&self) -> Option<Self> {
        let folder = self.elsewhere.clone()?;
        fs::create_dir_all(&folder).ok()?;
        Some(Self { case: folder, elsewhere: None })
    }

    fn folders(&self) -> impl Iterator<Item = &Path> {
        std::iter::once(self.case.as_path()).chain(self.elsewhere.as_deref())
    }

    /// Looks whether unsaved edits of this case could be kept, by making a journal and deleting it.
    ///
    /// # Errors
    /// Why they cannot be kept beside the case; nor can they elsewhere.
    pub fn try_out(&self) -> Result<(), StoreError> {
        let made = create(&self.case).or_else(|error| self.create_elsewhere().ok_or(error));
        let (_, path, _) = made?;
        let deleted = delete(&path);
        self.tidy();
        deleted
    }

    fn create_elsewhere(&self) -> Option<Written> {
        let folder = self.elsewhere.as_deref()?;
        fs::create_dir_all(folder).ok()?;
        create(folder).ok()
    }

    /// An empty folder is not left elsewhere.
    fn tidy(&self) {
        if let Some(folder) = &self.elsewhere {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A name for what belongs to a case but is not kept in its folder: that folder's name, and its whole path as a hash.
pub fn name_of_its_own(case: &Path) -> String {
    let whole = fs::canonicalize(case).unwrap_or_else(|_| case.to_owned());
    let hash: String = sha256(whole.as_os_str().as_encoded_bytes()).chars().take(16).collect();
    format!("{}-{hash}", whole.file_name().unwrap_or_default().to_string_lossy())
}

/// A journal's file, where it is and how much of it is whole.
type Written = (File, PathBuf, u64);

/// The journal of a case that is open.
#[derive(Debug)]
pub struct Journal {
    places: Places,
    head: Head,
    /// The file, where it is and how much of it is whole.
    file: Option<Written>,
    /// The files whose text is in the journal.
    based: BTreeSet<String>,
    /// All that is in the journal, to be written again where somebody deleted the file, as tools that clean a folder do.
    text: String,
    /// The checksum of all of that.
    sum: String,
    /// Where the file was when it was found gone.
    former: Option<PathBuf>,
    /// The checksums of journals whose steps are among the next ones.
    instead: Vec<String>,
    /// The checksum of what is in the file; while it is written to, also that of what will be.
    sums: Sums,
}

/// The checksums that a journal can have at this moment, for whoever does not know how far it got.
pub type Sums = Arc<Mutex<Vec<String>>>;

impl Journal {
    /// The journal of a case that was read with these stamps. It makes no file before the first edit.
    pub fn new(places: Places, files: &[FileStamp]) -> Self {
        Self {
            places,
            head: Head::of(files),
            file: None,
            based: BTreeSet::new(),
            text: String::new(),
            sum: String::new(),
            former: None,
            instead: Vec::new(),
            sums: Sums::default(),
        }
    }

    /// The journal of what this author edits.
    #[must_use]
    pub fn by(mut self, author: &str) -> Self {
        author.clone_into(&mut self.head.author);
        self
    }

    /// The checksums that it can have, also while it is written to.
    pub fn sums(&self) -> Sums {
        Arc::clone(&self.sums)
    }

    fn tell(&self, sums: &[&String]) {
        if let Ok(mut told) = self.sums.lock() {
            *told = sums.iter().filter(|sum| !sum.is_empty()).map(|sum| (*sum).clone()).collect();
        }
    }

    /// Where it is, once it is there.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|(_, path, _)| path.as_path())
    }

    /// Where it is, if that is not beside the case.
    pub fn elsewhere(&self) -> Option<&Path> {
        let (_, path, _) = self.file.as_ref()?;
        Some(path.as_path()).filter(|path| path.parent() != Some(&self.places.case))
    }

    /// Whether the text of a file before its first edit is still to be given to [`Journal::append`].
    pub fn wants_base(&self, file: &str) -> bool {
        !self.based.contains(file)
    }

    /// Says that the next steps are those of another journal, which is not to be offered beside this one.
    pub fn take_over(&mut self, recovered: &str) {
        self.instead.extend((!recovered.is_empty()).then(|| recovered.to_owned()));
    }

    /// Adds steps, after the texts of the files that they are the first to edit, and flushes them to disk.
    ///
    /// A journal that was left behind is never written to: this one then gets a name of its own.
    ///
    /// # Errors
    /// What the system refuses. Nothing of these steps is in the journal then.
    pub fn append<S: Serialize>(&mut self, bases: Vec<Base>, steps: &[S]) -> Result<(), StoreError> {
        if steps.is_empty() {
            return Ok(());
        }
        if let Some((_, path, _)) = self.file.take_if(|(_, path, _)| fs::symlink_metadata(path).is_err()) {
            self.former = Some(path);
        }
        let mut written = match self.file.take() {
            Some(written) => written,
            None => self.place()?,
        };
        let mut sum = self.sum.clone();
        // Nothing is in the file yet, also where it was made and the first writing failed.
        let is_fresh = written.2 == 0;
        let mut text = String::new();
        if is_fresh && self.text.is_empty() {
            push_line((&mut text, &mut sum), &self.head, &self.places.case)?;
        } else if is_fresh {
            text.push_str(&self.text);
        }
        let names: Vec<String> = bases.iter().map(|base| base.file.clone()).collect();
        for base in bases {
            push_line((&mut text, &mut sum), &Line::<()>::Base(base), &self.places.case)?;
        }
        for other in &self.instead {
            push_line((&mut text, &mut sum), &Line::<()>::Instead(other.clone()), &self.places.case)?;
        }
        for step in steps {
            push_line((&mut text, &mut sum), &Line::Step(step), &self.places.case)?;
        }
        self.tell(&[&self.sum, &sum]);
        let mut done = write(&mut written, &text);
        if done.is_err() && is_fresh {
            let _ = delete(&written.1);
            // A disk that is full says so only now; another one may have room.
            if let Some(mut other) = self.places.create_elsewhere().filter(|_| self.former.is_none()) {
                if write(&mut other, &text).is_ok() {
                    (written, done) = (other, Ok(()));
                } else {
                    let _ = delete(&other.1);
                    self.places.tidy();
                }
            }
        }
        if let Err(error) = done {
            let failed = StoreError::io(&written.1, "writing")(error);
            self.file = Some(written).filter(|_| !is_fresh);
            return Err(failed);
        }
        self.file = Some(written);
        if is_fresh {
            self.text.clear();
        }
        self.tell(&[&sum]);
        self.sum = sum;
        self.text.push_str(&text);
        self.based.extend(names);
        self.instead.clear();
        Ok(())
    }

    /// A file to write to: back where it was, or a new one beside the case, or else elsewhere.
    fn place(&self) -> Result<Written, StoreError> {
        if let Some(back) = self.former.as_deref().and_then(|path| reopen(path, &self.text)) {
            return Ok(back);
        }
        match create(&self.places.case) {
            // A folder that was there a moment ago may come back, with the first part of the journal in it.
            Err(error) if self.former.is_none() => self.places.create_elsewhere().ok_or(error),
            made => made,
        }
    }

    /// Deletes the journal: after saving, with the new stamps, or on a clean quit.
    ///
    /// # Errors
    /// What the system refuses.
    pub fn clear(&mut self, files: &[FileStamp]) -> Result<(), StoreError> {
        self.head = Head { author: std::mem::take(&mut self.head.author), ..Head::of(files) };
        self.based.clear();
        self.text.clear();
        self.sum.clear();
        self.former = None;
        self.instead.clear();
        self.tell(&[]);
        let Some((file, path, _)) = self.file.take() else { return Ok(()) };
        let deleted = delete(&path);
        if deleted.is_err() {
            // What is saved must not be offered again over what is saved later; an empty journal is none.
            let _ = system::call(|| file.set_len(0));
        }
        self.places.tidy();
        deleted
    }
}

/// Adds a text. Half a step would make every later one unreadable: where all of it cannot be written, nothing is.
fn write((file, _, whole): &mut Written, text: &str) -> io::Result<()> {
    let done = system::write_all(file, text.as_bytes()).and_then(|()| system::call(|| file.sync_data()));
    match done {
        Ok(()) => *whole += text.len() as u64,
        Err(_) => drop(system::call(|| file.set_len(*whole))),
    }
    done
}

fn push_line((text, sum): (&mut String, &mut String), what: &impl Serialize, path: &Path) -> Result<(), StoreError> {
    let line = serde_json::to_string(what).map_err(|error| StoreError::io(path, "writing")(error.into()))?;
    *sum = next_sum(sum, line.as_bytes());
    text.push_str(&line);
    text.push(BEFORE_CHECKSUM);
    text.push_str(sum);
    text.push('\n');
    Ok(())
}

/// The checksum of a line and of all before it, whose checksum is `before`.
fn next_sum(before: &str, line: &[u8]) -> String {
    super::sha256(&[before.as_bytes(), line].concat())
}

/// The JSON of a line, where its checksum is that of it and of all before it. `sum` goes on to the next line.
fn checked<'l>(line: &'l [u8], sum: &mut String) -> Option<&'l [u8]> {
    let at = line.iter().rposition(|&byte| byte == BEFORE_CHECKSUM as u8)?;
    let (json, said) = (line.get(..at)?, line.get(at + 1..)?);
    *sum = next_sum(sum, json);
    (sum.as_bytes() == said).then_some(json)
}

/// The first line, and whether the lines have checksums: those that earlier versions wrote have none.
fn head_of(first: &[u8], sum: &mut String) -> Option<(Head, bool)> {
    if let Ok(head) = serde_json::from_slice::<Head>(first) {
        return (head.journal < VERSION).then_some((head, false));
    }
    let head = serde_json::from_slice::<Head>(checked(first, sum)?).ok()?;
    (head.journal == VERSION).then_some((head, true))
}

/// Makes a journal under the first name that is free, and locks it. A file system without locks is no reason to keep none.
fn create(folder: &Path) -> Result<Written, StoreError> {
    let mut last = None;
    for name in names() {
        let path = folder.join(name);
        match system::call(|| OpenOptions::new().append(true).create_new(true).open(&path)) {
            Ok(file) => {
                let _ = file.try_lock();
                return Ok((file, path, 0));
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                last = Some(StoreError::io(&path, "writing")(error));
            }
            Err(error) => return Err(StoreError::io(&path, "writing")(error)),
        }
    }
    Err(last.unwrap_or_else(|| StoreError::NoFolder(folder.to_owned())))
}

/// A journal that is back where it was, with all that was in it, as where a folder was moved away for a while.
fn reopen(path: &Path, text: &str) -> Option<Written> {
    let same = !text.is_empty() && file::read(path, Links::None, LARGEST_OWN).ok()? == text.as_bytes();
    let file = file::open(path, Links::None, OpenOptions::new().append(true)).ok().filter(|_| same)?;
    let _ = file.try_lock();
    Some((file, path.to_owned(), text.len() as u64))
}

fn names() -> impl Iterator<Item = String> {
    (1..=MOST).map(|n| if n == 1 { JOURNAL_FILE.to_owned() } else { format!("{JOURNAL_FILE}-{n}") })
}

/// What a journal that was left behind holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Recovery<S> {
    /// The name of its file; the whole path where it is not beside the case.
    pub name: String,
    /// Whose edits they are; empty where that is not known.
    pub author: String,
    /// The texts that files had before their first edit. Where a file changed since, the steps are about this text and
    /// not about the one on disk.
    pub bases: Vec<Base>,
    /// The unsaved steps, in order.
    pub steps: Vec<S>,
    /// Files that are not what they were when the edits were made. Where there are any, the steps may hit other rows
    /// than they were meant for, and must not be replayed on them without asking.
    pub changed: Vec<String>,
    /// How many lines cannot be read: one where the last was cut off in the middle of writing, all from the damaged one
    /// on where the file was damaged otherwise, as later steps build on earlier ones.
    pub lost: usize,
    /// Whether the lines have checksums, and so are as they were written. Those of earlier versions have none.
    pub checked: bool,
    /// The checksum of all that can be read; empty where the lines have none.
    pub sum: String,
    /// The checksums of the journals whose steps are all in this one.
    pub instead: Vec<String>,
    /// The names of those among them that are still there: they go before this one does.
    pub older: Vec<String>,
}

/// Reads the first journal that was left of a case, if there is one with anything in it: of this author, or else of another. One that
/// a running program writes to is passed over, and so is what only has the name of a journal, such as a link, and one that another
/// took over, as where a program ended before it could delete it.
///
/// A line that cannot be read, or is not as it was written, ends what can be recovered, for the steps behind it build on it.
///
/// # Errors
/// What the system refuses.
pub fn recover<S: DeserializeOwned>(
    places: &Places,
    files: &[FileStamp],
    author: &str,
) -> Result<Option<Recovery<S>>, StoreError> {
    let mut all: Vec<Recovery<S>> = Vec::new();
    for (at, folder) in places.folders().enumerate() {
        for name in names() {
            let path = folder.join(&name);
            if !fs::symlink_metadata(&path).is_ok_and(|it| it.is_file()) || is_written_to(&path) {
                continue;
            }
            let bytes =
                file::read_if_there(&path, Links::None, LARGEST_OWN).map_err(StoreError::io(&path, "reading"))?;
            let Some(bytes) = bytes else { continue };
            let name = if at == 0 { name } else { path.to_string_lossy().into_owned() };
            all.extend(parse(name, &bytes, files));
        }
    }
    let newer: BTreeSet<String> = all.iter().flat_map(|it| it.instead.iter().cloned()).collect();
    let (older, mut others): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| newer.contains(&it.sum));
    let own = others.iter().position(|it| it.author.is_empty() || it.author == author);
    let mut found = (!others.is_empty()).then(|| others.swap_remove(own.unwrap_or(0)));
    if let Some(found) = &mut found {
        // One that broke off before its first edit says how much is lost, and goes with what it was begun beside.
        let is_rest = |it: &Recovery<S>| it.steps.is_empty() && (it.author.is_empty() || it.author == found.author);
        let rests = others.iter().filter(|it| is_rest(it));
        found.lost += rests.clone().map(|it| it.lost).sum::<usize>();
        found.older = older.iter().chain(rests).map(|it| it.name.clone()).collect();
    }
    Ok(found)
}

fn is_written_to(path: &Path) -> bool {
    let file = file::open(path, Links::None, OpenOptions::new().read(true).write(true))
        .or_else(|_| file::open(path, Links::None, OpenOptions::new().read(true)));
    file.is_ok_and(|file| matches!(file.try_lock(), Err(fs::TryLockError::WouldBlock)))
}

fn parse<S: DeserializeOwned>(name: String, bytes: &[u8], files: &[FileStamp]) -> Option<Recovery<S>> {
    let lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).collect();
    // A line is whole where its end was written.
    let cut = usize::from(!bytes.is_empty() && bytes.last() != Some(&b'\n'));
    let Some((first, rest)) = lines[..lines.len() - cut].split_first() else {
        return (cut > 0).then(|| Recovery {
            name,
            author: String::new(),
            bases: Vec::new(),
            steps: Vec::new(),
            changed: Vec::new(),
            lost: cut,
            checked: true,
            sum: String::new(),
            instead: Vec::new(),
            older: Vec::new(),
        });
    };
    let mut sum = String::new();
    let head = head_of(first, &mut sum);
    let with_sums = head.as_ref().is_none_or(|(_, with_sums)| *with_sums);
    let (mut bases, mut steps, mut instead) = (Vec::new(), Vec::new(), Vec::new());
    let (mut read, mut whole) = (0, sum.clone());
    for line in rest.iter().take_while(|_| head.is_some()) {
        let json = if with_sums { checked(line, &mut sum) } else { Some(*line) };
        match json.and_then(|json| serde_json::from_slice(json).ok()) {
            Some(Line::Base(base)) => bases.push(base),
            Some(Line::Instead(other)) => instead.push(other),
            Some(Line::Step(step)) => steps.push(step),
            None => break,
        }
        read += 1;
        whole.clone_from(&sum);
    }
    let lost = if head.is_some() { rest.len() - read + cut } else { lines.len() };
    if steps.is_empty() && lost == 0 {
        return None;
    }
    let changed_since = |(head, _): (Head, bool)| (changed(&head, files), head.author);
    let (changed, author) = head.map(changed_since).unwrap_or_default();
    let sum = if with_sums { whole } else { String::new() };
    Some(Recovery { name, author, bases, steps, changed, lost, checked: with_sums, sum, instead, older: Vec::new() })
}

fn changed(head: &Head, files: &[FileStamp]) -> Vec<String> {
    let now = Head::of(files);
    let differs = |name: &str| {
        let hash = |head: &Head| head.inputs.iter().find(|(file, _)| file == name).map(|(_, hash)| hash.clone());
        hash(head) != hash(&now)
    };
    let mut names: Vec<String> = head.inputs.iter().chain(&now.inputs).map(|(name, _)| name.clone()).collect();
    names.order();
    names.dedup();
    names.retain(|name| differs(name));
    names
}

/// Deletes a journal that was left of a case, by its name as [`Recovery`] gives it: its edits were taken over or are not wanted.
///
/// # Errors
/// What the system refuses.
pub fn discard_journal(places: &Places, name: &str) -> Result<(), StoreError> {
    // A whole path takes the place of the folder.
    let deleted = delete(&places.case.join(name));
    places.tidy();
    deleted
}
