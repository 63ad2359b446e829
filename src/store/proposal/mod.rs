//! Proposals: portfolios with a name, an author and a state, each a readable file of its own in a folder of the case, so that
//! several people write them at once and version control keeps them.
//!
//! These files know each other: a proposal is read from its file, and the file says what a proposal is.

mod file;

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::file::{self as disk, Links};
use super::lock::utc;
use super::log::{Logged, Said, Signature};
use super::{FileStamp, PROPOSALS_FOLDER, Saved, Saving, StoreError, sha256};
use crate::model::Workbook;
use crate::model::cell::to_id;
use crate::model::limits::LARGEST_SETTINGS;
use crate::model::visible::is_hidden;
use crate::say;

/// So many proposals of a case are read.
pub const MOST_PROPOSALS: usize = 1_000;

/// The longest name of a proposal or a person, in characters.
pub const LONGEST_TITLE: usize = 80;

/// The longest remark, in characters.
pub const LONGEST_REMARK: usize = 2_000;

/// How far a proposal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum State {
    /// Its author still works on it.
    #[default]
    Draft,
    /// It is on the table.
    Proposed,
    /// It is agreed.
    Agreed,
    /// It is turned down.
    Rejected,
}

impl State {
    /// Every state, in the order of a proposal's life.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Proposed, Self::Agreed, Self::Rejected];

    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Agreed => "agreed",
            Self::Rejected => "rejected",
        }
    }

    /// The state of this name.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }
}

/// Who does something with a proposal, for which ministry, and when.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct By {
    /// The person's name.
    pub author: String,
    /// The ministry, by id; empty where none was said.
    pub ministry: String,
    /// The moment, in UTC: `2026-11-24T09:05:12Z`.
    pub date: String,
}

impl By {
    /// This person, now.
    pub fn now(author: &str, ministry: &str) -> Self {
        #[expect(clippy::disallowed_methods, reason = "a proposal says when it was made; nothing is computed from it")]
        let date = utc(SystemTime::now());
        Self { author: author.to_owned(), ministry: ministry.to_owned(), date }
    }
}

/// What somebody said of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Who, and when.
    pub by: By,
    /// The state that it was given with these words, if it was.
    pub state: Option<State>,
    /// The words; may be empty where a state was given.
    pub text: String,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// Its file, without the ending.
    pub stem: String,
    /// Its name.
    pub name: String,
    /// Who made it, and when.
    pub by: By,
    /// How far it has come.
    pub state: State,
    /// The hash of the case that it was made for, see [`case_hash`]; empty where it was not said.
    pub made_for: String,
    /// What was said of it, the oldest first.
    pub remarks: Vec<Remark>,
    /// Its picks, as a portfolio file has them.
    pub picks: String,
}

/// What is done with a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Its picks become these, made for the case with this hash, in this state; where there is none of its name it is made.
    Keep {
        /// The picks, as a portfolio file has them.
        picks: String,
        /// The hash of the case.
        made_for: String,
        /// The state.
        state: State,
    },
    /// It gets a state, with a remark that may be empty.
    Decide(State, String),
    /// Something is said of it.
    Remark(String),
    /// Its file is deleted.
    Delete,
}

impl Proposal {
    /// Does something with it; `None` where that deletes it.
    ///
    /// # Errors
    /// Why it may not be done, in a sentence.
    pub fn after(&self, deed: &Deed, by: &By) -> Result<Option<Self>, String> {
        let mut after = self.clone();
        match deed {
            Deed::Delete => return Ok(None),
            Deed::Keep { picks, made_for, state } => {
                if let Some(why) = self.kept_from(&by.author) {
                    return Err(why);
                }
                (after.picks, after.made_for, after.state) = (picks.clone(), made_for.clone(), *state);
                after.by = by.clone();
            }
            Deed::Decide(state, text) => {
                after.state = *state;
                after.remarks.push(Remark { by: by.clone(), state: Some(*state), text: remark(text)? });
            }
            Deed::Remark(text) if text.trim().is_empty() => return Err(say!("proposal-remark-empty")),
            Deed::Remark(text) => {
                after.remarks.push(Remark { by: by.clone(), state: None, text: remark(text)? });
            }
        }
        Ok(Some(after))
    }

    /// Why this person may not change its picks, if so: it is somebody else's, or it is decided upon.
    pub fn kept_from(&self, author: &str) -> Option<String> {
        let made = !self.by.author.is_empty();
        if made && self.by.author != author {
            return Some(say!("proposal-of-another", name = self.name, author = self.by.author));
        }
        let decided = matches!(self.state, State::Agreed | State::Rejected);
        decided.then(|| say!("proposal-decided", name = self.name, state = crate::messages::word(self.state.id())))
    }
}

/// A remark as it is kept.
fn remark(text: &str) -> Result<String, String> {
    let text = text.trim();
    let most = LONGEST_REMARK;
    if text.chars().count() > most {
        return Err(say!("proposal-remark-long", most = most));
    }
    Ok(text.to_owned())
}

/// What is wrong with a name for a proposal or a person.
pub fn title_problem(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return Some(say!("proposal-name-empty"));
    }
    if text.chars().count() > LONGEST_TITLE {
        return Some(say!("proposal-name-long", most = LONGEST_TITLE));
    }
    text.chars().any(is_hidden).then(|| say!("proposal-name-hidden"))
}

/// The hash of a case: that of the names and the texts of all its files, whatever ends their lines.
pub fn case_hash(workbook: &Workbook) -> String {
    let file = |(name, text): (String, String)| format!("{name} {}\n", sha256(text.replace("\r\n", "\n").as_bytes()));
    sha256(super::files_of(workbook).into_iter().map(file).collect::<String>().as_bytes())
}

/// The proposal that is meant: by its name as it is written, else in any case of letters, else by its file.
pub fn find<'a>(all: &'a [Proposal], name: &str) -> Option<&'a Proposal> {
    let name = name.trim();
    let lower = name.to_lowercase();
    let exact = all.iter().find(|it| it.name == name);
    exact
        .or_else(|| all.iter().find(|it| it.name.to_lowercase() == lower))
        .or_else(|| all.iter().find(|it| it.stem == name))
}

/// The proposal that a text says.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub fn read_text(text: &str) -> Result<Proposal, String> {
    file::read(text)
}

/// The text of a proposal; what `before` says else stays.
///
/// # Errors
/// Where that is no proposal.
pub fn text_of(proposal: &Proposal, before: &str) -> Result<String, String> {
    file::written(proposal, Some(before))
}

/// The proposals of a case, by name; and what cannot be read, in sentences.
pub fn read_all(case: &Path) -> (Vec<Proposal>, Vec<String>) {
    let folder = case.join(PROPOSALS_FOLDER);
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    if is_link(&folder) {
        return (found, vec![say!("portfolios-folder-link-another", folder = folder.display())]);
    }
    let mut files = files(&folder);
    if files.len() > MOST_PROPOSALS {
        wrong.push(say!("proposal-too-many", most = MOST_PROPOSALS, count = files.len()));
        files.truncate(MOST_PROPOSALS);
    }
    for path in files {
        match read(&path) {
            Ok(Some((proposal, _))) => found.push(proposal),
            Ok(None) => {}
            Err(error) => wrong.push(say!("proposal-unread", error = error)),
        }
    }
    // Of two with one name each is told apart by its file.
    let mut names = HashSet::new();
    for proposal in &mut found {
        if !names.insert(proposal.name.to_lowercase()) {
            proposal.name = format!("{} ({})", proposal.name, proposal.stem);
        }
    }
    found.sort_by_key(|it| (it.name.to_lowercase(), it.stem.clone()));
    (found, wrong)
}

/// What the system says of the files of the proposals: where it says the same again, nothing changed.
pub fn looks(case: &Path) -> Vec<(PathBuf, u64, Option<SystemTime>)> {
    let look = |path: PathBuf| {
        let said = std::fs::symlink_metadata(&path).ok();
        let (length, time) = said.map_or((0, None), |it| (it.len(), it.modified().ok()));
        (path, length, time)
    };
    files(&case.join(PROPOSALS_FOLDER)).into_iter().map(look).collect()
}

/// Does something with a proposal of a case, on what stands on the disk at this moment: nothing that somebody else wrote
/// meanwhile is lost. The name of one that is not there makes a new one, where the deed can. Every deed is a line in the log.
///
/// # Errors
/// A sentence where it may not be done or there is no such proposal; what the system refuses.
pub fn perform(case: &Path, name: &str, deed: &Deed, by: &By) -> Result<Proposal, StoreError> {
    let refused = StoreError::Proposal;
    let folder = case.join(PROPOSALS_FOLDER);
    if is_link(&folder) {
        let why = io::Error::other(say!("portfolios-folder-link-another", folder = folder.display()));
        return Err(StoreError::io(&folder, "writing")(why));
    }
    let saving = Saving::begin(case)?;
    let (all, _) = read_all(case);
    let (before, text) = match find(&all, name) {
        Some(known) => match read(&path_of(&folder, &known.stem))? {
            // The name that tells it apart is not the one in its file.
            Some((_, text)) => (known.clone(), Some(text)),
            None => return Err(refused(say!("proposal-none", name = name))),
        },
        None if matches!(deed, Deed::Keep { .. }) => (made(name, by, &folder).map_err(refused)?, None),
        None => return Err(refused(say!("proposal-none", name = name))),
    };
    let path = path_of(&folder, &before.stem);
    let after = before.after(deed, by).map_err(refused)?;
    let new = after.as_ref().map(|after| file::written(after, text.as_deref())).transpose().map_err(refused)?;
    if let Some(new) = &new {
        if new.len() as u64 > LARGEST_SETTINGS {
            return Err(refused(say!("proposal-too-large", name = before.name)));
        }
        std::fs::create_dir_all(&folder).map_err(StoreError::io(&folder, "making"))?;
        super::write_own(&path, new.as_bytes())?;
    } else {
        super::delete(&path)?;
        // Where others are in it, it stays.
        let _ = std::fs::remove_dir(&folder);
    }
    let logged = log(&saving, &before, (text.as_deref(), after.as_ref()), (deed, by));
    // What was done is done; the next save tells a log that cannot be written.
    drop(logged);
    Ok(after.unwrap_or(before))
}

/// A new proposal with a file that no other has.
fn made(name: &str, by: &By, folder: &Path) -> Result<Proposal, String> {
    if let Some(why) = title_problem(name) {
        return Err(why);
    }
    let name = name.trim().to_owned();
    let id: String = to_id(&name).chars().take(40).collect();
    let id = if id.is_empty() { "proposal".to_owned() } else { id };
    let free = |stem: &String| std::fs::symlink_metadata(path_of(folder, stem)).is_err();
    let stems = std::iter::once(id.clone()).chain((2..=MOST_PROPOSALS).map(|number| format!("{id}-{number}")));
    let stem = stems.into_iter().find(free).ok_or_else(|| say!("proposal-too-many-alike", name = name))?;
    Ok(Proposal { stem, name, by: by.clone(), ..Proposal::default() })
}

/// Logs what was done.
fn log(
    saving: &Saving,
    before: &Proposal,
    (text, after): (Option<&str>, Option<&Proposal>),
    (deed, by): (&Deed, &By),
) -> Result<(), StoreError> {
    let file = format!("{PROPOSALS_FOLDER}/{}.toml", before.stem);
    let was = text.map(|text| FileStamp::of(&file, text));
    let saved = Saved { written: vec![file.clone()], stale: Vec::new(), files: Vec::new() };
    let state = |state: State| Some(Said::Cell(state.id().to_owned()));
    let (column, before_said, after_said, why) = match deed {
        Deed::Remark(words) => ("remark", None, Some(Said::Cell(words.clone())), String::new()),
        Deed::Decide(to, words) => ("state", state(before.state), state(*to), words.clone()),
        Deed::Keep { .. } if text.is_some() => ("picks", None, None, String::new()),
        Deed::Keep { state: to, .. } => ("state", None, state(*to), String::new()),
        Deed::Delete => ("state", state(before.state), None, String::new()),
    };
    let row = after.map_or(&before.name, |after| &after.name).clone();
    let change = Logged { file, row, column: column.to_owned(), before: before_said, after: after_said };
    saving.log((&saved, was.as_slice()), &Signature { author: by.author.clone(), why }, vec![change])
}

fn path_of(folder: &Path, stem: &str) -> PathBuf {
    folder.join(format!("{stem}.toml"))
}

/// The files of proposals in a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "toml") && !hidden(path)).collect();
    files.sort();
    files
}

/// A proposal with the text of its file; `None` where it is gone.
fn read(path: &Path) -> Result<Option<(Proposal, String)>, StoreError> {
    let bytes = disk::read_if_there(path, Links::None, LARGEST_SETTINGS).map_err(StoreError::io(path, "reading"))?;
    let Some(bytes) = bytes else { return Ok(None) };
    let text = String::from_utf8(bytes).map_err(|_| StoreError::NotText(path.display().to_string()))?;
    let wrong = |why: String| StoreError::Proposal(say!("proposal-wrong", path = path.display(), why = why));
    let mut proposal = file::read(&text).map_err(wrong)?;
    proposal.stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Some((proposal, text)))
}

fn is_link(folder: &Path) -> bool {
    std::fs::symlink_metadata(folder).is_ok_and(|it| it.is_symlink())
}

#[cfg(test)]
mod tests;
