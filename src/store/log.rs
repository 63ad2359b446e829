//! The log of a case: a text beside its tables with a line for each saved change, which says who changed what, when and why.
//!
//! Lines are only ever added, each a JSON object, so that version control shows and merges them as lines. Each names the hash of
//! the line before it, so that one that is gone is missed, the hash of the file that it is about, so that a change by another
//! program is, that of all files of the case, so that lines cut off at the end are, and its own, so that a changed newest line is.
//! None of them keeps out who writes lines with hashes of their own: that takes a copy elsewhere, such as version control.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::time::SystemTime;

use litemap::LiteMap;
use serde::{Deserialize, Serialize};

use super::file::{self, Links};
use super::lock::utc;
use super::names::{LOG_FILE, OWN_FILE};
use super::{FileStamp, PROPOSALS_FOLDER, Saved, Saving, StoreError, sha256, system};
use crate::model::limits::LARGEST_CASE;
use crate::model::order::InOrder as _;

/// What stood or stands somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Said {
    /// The text of a cell or a setting.
    Cell(String),
    /// The cells of a row that are not empty, by their columns.
    Row(LiteMap<String, String>),
}

/// A change, as it is logged.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Logged {
    /// The file.
    pub file: String,
    /// The key of the row; empty for a setting, and for a whole file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub row: String,
    /// The column or the setting; empty for a whole row or file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub column: String,
    /// What stood there; `None` if nothing did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Said>,
    /// What stands there now; `None` if nothing does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Said>,
}

/// Who saves, and why.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signature {
    /// Who.
    pub author: String,
    /// Why; may be empty.
    pub why: String,
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LogLine {
    /// When it was saved, in UTC: `2026-11-24T09:05:12Z`.
    pub time: String,
    /// Who saved it; empty where another program did, at some time before.
    pub author: String,
    /// Why; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// What changed.
    #[serde(flatten)]
    pub change: Logged,
    /// The SHA-256 of the file as it was saved; empty where it is gone.
    pub sha256: String,
    /// The SHA-256 of the line before; empty for the first one.
    pub previous: String,
    /// The SHA-256 of all files of the case together, as they stood then; empty in lines of earlier versions.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub case: String,
    /// The SHA-256 of this line without this; empty in lines of earlier versions.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub own: String,
}

/// The log of a case as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Log {
    /// Its lines, the oldest first.
    pub lines: Vec<LogLine>,
    /// Where each of them stands in the file, from 1.
    pub numbers: Vec<usize>,
    /// Lines of the file that are not what was written there, from 1.
    pub altered: Vec<usize>,
    /// Whether nothing tells that the newest line is what was written: it holds no hash of its own.
    pub is_unvouched: bool,
    /// Whether the files of the case are others than beside the newest line, and not only those that are changed.
    pub is_cut: bool,
    /// Whether two versions of it were put together: then no line says how the files stood when all of them were saved.
    pub is_merged: bool,
    /// Lines of the file before which one is missing or was changed, from 1.
    pub broken: Vec<usize>,
    /// Lines of the file that cannot be read, from 1.
    pub unread: Vec<usize>,
    /// Files that are not as they were saved last.
    pub changed: Vec<String>,
}

impl Log {
    /// Whether nothing in it tells of a line that is gone or that somebody changed.
    pub const fn is_whole(&self) -> bool {
        let is_sound = self.altered.is_empty() && self.broken.is_empty() && self.unread.is_empty();
        is_sound && !self.lines.is_empty() && !self.is_unvouched && !self.is_cut
    }
}

impl Saving {
    /// Logs what was saved. `before` is how the files stood until then; a file that was written and is in none of the changes is
    /// logged as a whole.
    ///
    /// # Errors
    /// What the system refuses, and where the log is a link or no file. What was saved stays saved.
    pub fn log(
        &self,
        (saved, before): (&Saved, &[FileStamp]),
        signature: &Signature,
        mut changes: Vec<Logged>,
    ) -> Result<(), StoreError> {
        let path = self.folder().join(LOG_FILE);
        let whole = saved.written.iter().filter(|name| changes.iter().all(|change| change.file != **name));
        let whole: Vec<Logged> = whole.map(|name| Logged { file: name.clone(), ..Logged::default() }).collect();
        changes.extend(whole);
        #[expect(
            clippy::disallowed_methods,
            reason = "the log says when a change was saved; nothing is computed from it"
        )]
        let time = utc(SystemTime::now());
        let written = file::open_own(&path).and_then(|mut file| {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            let text = String::from_utf8_lossy(&bytes);
            let now = |name: &str| hash(self.folder(), name);
            let elsewhere = changed_elsewhere(&text, saved, before);
            let elsewhere = elsewhere.map(|(file, sha256)| LogLine {
                time: time.clone(),
                change: Logged { file, ..Logged::default() },
                sha256,
                ..LogLine::default()
            });
            let case = state(self.folder());
            let mut hashes: LiteMap<String, String> = LiteMap::new();
            let lines = changes.into_iter().map(|change| LogLine {
                time: time.clone(),
                author: signature.author.clone(),
                why: signature.why.clone(),
                sha256: hashes.entry(change.file.clone()).or_insert_with(|| now(&change.file)).clone(),
                change,
                ..LogLine::default()
            });
            let all = elsewhere.collect::<Vec<_>>().into_iter().chain(lines);
            let more = chained(&text, all.map(|line| LogLine { case: case.clone(), ..line }));
            append(&mut file, bytes.len(), &more?)
        });
        written.map_err(StoreError::io(&path, "writing"))
    }
}

/// What stands before the hash of a line itself, which is the last that it holds.
const OWN: &str = ",\"own\":\"";

/// Whether a line is what was written there; none where it does not say.
fn vouches(line: &str) -> Option<bool> {
    let (rest, own) = line.rsplit_once(OWN)?;
    Some(own.strip_suffix("\"}") == Some(sha256(format!("{rest}}}").as_bytes()).as_str()))
}

/// The lines as text, each with the hash of the one before.
fn chained(before: &str, lines: impl Iterator<Item = LogLine>) -> io::Result<String> {
    let mut more = String::new();
    if !before.is_empty() && !before.ends_with('\n') {
        // A session that was cut off left half a line.
        more.push('\n');
    }
    let mut previous = before.lines().rfind(|line| !line.is_empty()).map(|line| sha256(line.as_bytes()));
    for line in lines {
        let line = LogLine { previous: previous.unwrap_or_default(), ..line };
        let line = serde_json::to_string(&line).map_err(io::Error::other)?;
        let line = format!("{}{OWN}{}\"}}", line.strip_suffix('}').unwrap_or(&line), sha256(line.as_bytes()));
        previous = Some(sha256(line.as_bytes()));
        more.push_str(&line);
        more.push('\n');
    }
    Ok(more)
}

/// Adds the lines; where not all of them can be written, none is.
fn append(file: &mut File, length: usize, more: &str) -> io::Result<()> {
    file.seek(SeekFrom::End(0))?;
    system::write_all(file, more.as_bytes()).and_then(|()| system::call(|| file.sync_data())).inspect_err(|_| {
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        let _ = system::call(|| file.set_len(length));
    })
}

/// The files written now that another program had changed since they were last logged, as they were then.
fn changed_elsewhere<'a>(
    text: &str,
    saved: &'a Saved,
    before: &'a [FileStamp],
) -> impl Iterator<Item = (String, String)> + use<'a> {
    let logged = last_hashes(text.lines().filter_map(|line| serde_json::from_str(line).ok()));
    saved.written.iter().filter_map(move |name| {
        let was = before.iter().find(|stamp| stamp.name == *name).map_or("", |stamp| stamp.sha256.as_str());
        (logged.get(name)? != was).then(|| (name.clone(), was.to_owned()))
    })
}

fn last_hashes(lines: impl Iterator<Item = LogLine>) -> LiteMap<String, String> {
    lines.map(|line| (line.change.file, line.sha256)).collect()
}

/// The hash of a file as it stands; empty where it is not there, or cannot be read.
fn hash(folder: &Path, name: &str) -> String {
    let bytes = file::read_if_there(&folder.join(name), Links::Within(folder), LARGEST_CASE).ok().flatten();
    bytes.map(|bytes| sha256(&bytes)).unwrap_or_default()
}

/// The hash of all files of the case together.
fn state(folder: &Path) -> String {
    let all = super::case_files().chain([OWN_FILE]);
    let lines: Vec<String> = all.map(|name| format!("{name} {}\n", hash(folder, name))).collect();
    sha256(lines.concat().as_bytes())
}

/// Who changed the files of a case since they were as these stamps say, where the log says of each as it stands who saved it; nobody where
/// it does not of one of them.
pub fn authors_since(folder: &Path, before: &[FileStamp], now: &[FileStamp]) -> Vec<String> {
    let Ok(Some(log)) = read_log(folder) else { return Vec::new() };
    let hash = |all: &[FileStamp], name: &str| {
        all.iter().find(|it| it.name == name).map_or_else(String::new, |it| it.sha256.clone())
    };
    let mut names: Vec<&String> = before.iter().chain(now).map(|it| &it.name).collect();
    names.order();
    names.dedup();
    let mut authors = Vec::new();
    for name in names.into_iter().filter(|name| hash(before, name) != hash(now, name)) {
        let last = log.lines.iter().rfind(|line| line.change.file == *name);
        match last.filter(|line| line.sha256 == hash(now, name) && !line.author.is_empty()) {
            Some(line) if authors.contains(&line.author) => {}
            Some(line) => authors.push(line.author.clone()),
            None => return Vec::new(),
        }
    }
    authors
}

/// The log of a case; `None` if nothing was ever saved.
///
/// # Errors
/// What the system refuses, and where the log is a link or no file.
pub fn read_log(folder: &Path) -> Result<Option<Log>, StoreError> {
    let Some(bytes) = super::read_own(&folder.join(LOG_FILE))? else { return Ok(None) };
    let text = String::from_utf8_lossy(&bytes);
    let mut log = Log::default();
    // Two lines may follow the same one: where two versions of the case were merged.
    let mut known: HashSet<String> = HashSet::from([String::new()]);
    let mut signed = false;
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        match serde_json::from_str::<LogLine>(line) {
            Ok(read) => {
                // Where both sides of a merge began the log, it has two beginnings; which lines are whole each says itself.
                let begins = read.previous.is_empty() && !read.own.is_empty();
                if !begins && !known.contains(&read.previous) {
                    log.broken.push(at + 1);
                }
                // Who takes the hash out of a line has changed it.
                if !vouches(line).unwrap_or(!signed) {
                    log.altered.push(at + 1);
                }
                signed |= !read.own.is_empty();
                log.is_unvouched = read.own.is_empty();
                log.lines.push(read);
                log.numbers.push(at + 1);
            }
            Err(_) => log.unread.push(at + 1),
        }
        known.remove("");
        known.insert(sha256(line.as_bytes()));
    }
    for (name, saved) in last_hashes(log.lines.iter().cloned()) {
        // Only names of files in the folder are names, and those of proposals: the log may come from somebody else.
        let proposal = name.strip_prefix(PROPOSALS_FOLDER).and_then(|rest| rest.strip_prefix('/'));
        let bare = proposal.unwrap_or(&name);
        if Path::new(bare).file_name().is_some_and(|file| file == bare) && hash(folder, &name) != saved {
            log.changed.push(name);
        }
    }
    let followed: HashSet<&str> = log.lines.iter().map(|line| line.previous.as_str()).collect();
    let heads = known.iter().filter(|line| !followed.contains(line.as_str())).count();
    log.is_merged = heads > 1 && log.broken.is_empty() && log.unread.is_empty();
    let case = log.lines.last().map_or("", |line| &line.case);
    log.is_cut = !log.is_merged && log.changed.is_empty() && !case.is_empty() && case != state(folder);
    Ok(Some(log))
}

#[cfg(test)]
mod tests;
