//! Proposals on disk: read, written under the lock of the case, and logged.

use crate::model::order::InOrder as _;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::file;
use super::{By, Deed, Proposal, find, title_problem};
use crate::model::cell::to_id;
use crate::model::limits::LARGEST_SETTINGS;
use crate::say;
use crate::store::file::{self as disk, Links};
use crate::store::log::{Logged, Said, Signature};
use crate::store::{FileStamp, PROPOSALS_FOLDER, Saved, Saving, StoreError, delete, write_own};

/// So many proposals of a case are read.
pub const MOST_PROPOSALS: usize = 1_000;

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
    found.order_by_key(|it| (it.name.to_lowercase(), it.stem.clone()));
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
    perform_logged(case, name, deed, by).map(|(done, _)| done)
}

/// The same, with why it could not be logged, if so: what was done is done all the same.
///
/// # Errors
/// The same.
pub fn perform_logged(
    case: &Path,
    name: &str,
    deed: &Deed,
    by: &By,
) -> Result<(Proposal, Option<StoreError>), StoreError> {
    let refused = StoreError::Proposal;
    let folder = case.join(PROPOSALS_FOLDER);
    is_inside(&folder)?;
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
        // What could not be read again would be lost to everybody.
        file::read(new).map_err(refused)?;
        if new.len() as u64 > LARGEST_SETTINGS {
            return Err(refused(say!("proposal-too-large", name = before.name)));
        }
        std::fs::create_dir_all(&folder).map_err(StoreError::io(&folder, "making"))?;
        write_own(&path, new.as_bytes())?;
    } else {
        delete(&path)?;
        // Where others are in it, it stays.
        let _ = std::fs::remove_dir(&folder);
    }
    let logged = log(&saving, &before, (text.as_deref(), after.as_ref()), (deed, by));
    Ok((after.unwrap_or(before), logged.err()))
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
    let state = |state: super::State| Some(Said::Cell(state.id().to_owned()));
    let (column, before_said, after_said, why) = match deed {
        Deed::Remark(words) => ("remark", None, Some(Said::Cell(words.clone())), String::new()),
        // One of several has agreed: the state waits for the others.
        Deed::Decide(to, words) if after.is_some_and(|after| after.state != *to) => {
            ("agreement", None, state(*to), words.clone())
        }
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
    files.order();
    files
}

/// A proposal with the text of its file; `None` where it is gone.
fn read(path: &Path) -> Result<Option<(Proposal, String)>, StoreError> {
    let bytes = disk::read_if_there(path, Links::None, LARGEST_SETTINGS).map_err(StoreError::io(path, "reading"))?;
    let Some(bytes) = bytes else { return Ok(None) };
    let Ok(text) = String::from_utf8(bytes) else { return Err(StoreError::NotText(path.display().to_string())) };
    let wrong = |why: String| StoreError::Proposal(say!("proposal-wrong", path = path.display(), why = why));
    let mut proposal = file::read(&text).map_err(wrong)?;
    proposal.stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Some((proposal, text)))
}

/// That the proposals are not kept somewhere else.
///
/// # Errors
/// Where their folder is a link.
pub fn is_inside(folder: &Path) -> Result<(), StoreError> {
    let why = || StoreError::Proposal(say!("portfolios-folder-link-another", folder = folder.display()));
    if is_link(folder) { Err(why()) } else { Ok(()) }
}

fn is_link(folder: &Path) -> bool {
    std::fs::symlink_metadata(folder).is_ok_and(|it| it.is_symlink())
}
