//! Reading and writing files, one task after the other on a thread of its own, so that the screen never waits for a disk.

use std::fmt::Write as _;

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::News;
use crate::model::schema::TABLES;
use crate::model::workbook::SETTINGS_FILE;
use crate::model::{Case, Workbook};
use crate::optimise::Answer;
use crate::report::{self, AnalysisReport, Input};
use crate::store::{self, FileStamp, Lock, Meanwhile, StoreError};
use crate::tui::event::{Effect, Event};
use crate::tui::files::{CaseEntry, Loaded, Overwrite, SaveOutcome, SaveRequest};
use crate::tui::own::Own;
use crate::tui::reading::Reading;

/// The own portfolio beside a case.
const OWN_FILE: &str = "own.csv";
/// Unsaved edits beside a case.
const JOURNAL_FILE: &str = ".beslismacht-unsaved.json";

/// The thread that reads and writes files.
pub(super) struct Disk {
    tasks: Option<Sender<Task>>,
    thread: Option<JoinHandle<()>>,
}

enum Task {
    Effect(Effect),
    Keymap(Option<PathBuf>, String),
    Looks(Option<PathBuf>, String),
}

impl Disk {
    /// Starts the thread.
    pub fn start(news: Sender<News>) -> io::Result<Self> {
        let (tasks, queue) = channel();
        let thread = thread::Builder::new().name("disk".into()).spawn(move || {
            let mut desk = Desk { news, stamps: HashMap::new(), lock: None };
            desk.work(&queue);
        })?;
        Ok(Self { tasks: Some(tasks), thread: Some(thread) })
    }

    /// Puts a task in the queue.
    pub fn submit(&self, effect: Effect) {
        self.send(Task::Effect(effect));
    }

    /// Writes a keymap file into the settings folder.
    pub fn write_keymap(&self, folder: Option<PathBuf>, text: String) {
        self.send(Task::Keymap(folder, text));
    }

    /// Keeps theme and characters in the settings folder.
    pub fn keep_looks(&self, folder: Option<PathBuf>, text: String) {
        self.send(Task::Looks(folder, text));
    }

    fn send(&self, task: Task) {
        if let Some(tasks) = &self.tasks {
            // The thread ends only when the sender is dropped, so that this cannot fail before.
            let _ = tasks.send(task);
        }
    }

    /// Waits until everything in the queue is on disk.
    pub fn finish(&mut self) {
        self.tasks = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Disk {
    /// Also where a panic ends the program: what the planner did last must be in the journal first.
    fn drop(&mut self) {
        self.finish();
    }
}

struct Desk {
    news: Sender<News>,
    /// The files of each open case as they were when last read or written.
    stamps: HashMap<PathBuf, Vec<FileStamp>>,
    /// The lock on the open case.
    lock: Option<(PathBuf, Lock)>,
}

impl Desk {
    fn work(&mut self, queue: &Receiver<Task>) {
        while let Ok(task) = queue.recv() {
            let mut tasks = vec![task];
            tasks.extend(queue.try_iter());
            let kinds: Vec<_> = tasks.iter().map(repeated).collect();
            for (at, task) in tasks.into_iter().enumerate() {
                // Of journals and readings that wait, only the newest counts.
                let overtaken = kinds[at].is_some() && kinds[at + 1..].contains(&kinds[at]);
                if !overtaken && let Some(event) = self.perform(task) {
                    // Where nobody listens any more, the program is ending.
                    let _ = self.news.send(News::Event(event));
                }
            }
        }
    }

    fn perform(&mut self, task: Task) -> Option<Event> {
        match task {
            Task::Keymap(folder, text) => Some(Event::Done(write_keymap(folder, &text))),
            Task::Looks(folder, text) => {
                let folder = folder?;
                let kept = std::fs::create_dir_all(&folder).map_err(|error| error.to_string());
                let kept = kept.and_then(|()| {
                    store::write_file(&folder.join("settings.toml"), text.as_bytes()).map_err(|error| error.to_string())
                });
                kept.err().map(|error| Event::Done(Err(format!("The theme cannot be kept: {error}"))))
            }
            Task::Effect(effect) => match effect {
                Effect::ListCases => Some(Event::Cases(cases(Path::new("portfolios")))),
                Effect::Load(path) => Some(self.load(path)),
                Effect::ListNeighbours(path) => {
                    let folder =
                        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
                    let mut others = cases(folder);
                    others.retain(|case| case.path != path);
                    Some(Event::Neighbours(others))
                }
                Effect::LoadBeside(path) => {
                    let loaded = crate::job::guard(|| read_beside(&path)).and_then(|loaded| loaded);
                    Some(Event::Beside(path, loaded.map(Box::new)))
                }
                Effect::Read { generation, book, own } => {
                    Some(Event::Read(Box::new(Reading::new(generation, &book, &own))))
                }
                Effect::Journal(request) => {
                    let wrong = |error| format!("Unsaved edits cannot be kept beside the case: {error}");
                    write_journal(&request).err().map(|error| Event::Done(Err(wrong(error))))
                }
                Effect::DropJournal(path) => {
                    drop_journal(&path);
                    None
                }
                Effect::Save(request) => Some(Event::Saved(self.save(&request))),
                Effect::Export { to, path, case, answer, scenario } => {
                    let changes = scenario.map(|name| format!("under the scenario {name}")).into_iter().collect();
                    Some(Event::Done(export(&to, &path, &case, (&answer, changes), self.stamps.get(&path))))
                }
                Effect::ExportStudy { to, path, report, table } => {
                    Some(Event::Done(export_study(&to, *report, table, self.stamps.get(&path))))
                }
                Effect::Create(folder, files) => Some(self.create(folder, &files)),
                _ => None,
            },
        }
    }

    fn load(&mut self, path: PathBuf) -> Event {
        let loaded = crate::job::guard(|| self.read(&path)).and_then(|loaded| loaded);
        Event::Loaded(path, loaded.map(Box::new))
    }

    fn read(&mut self, path: &Path) -> Result<Loaded, String> {
        let opened = store::open(path).map_err(|error| error.to_string())?;
        let book = opened.workbook;
        self.stamps.insert(path.to_owned(), opened.files);
        let mut notes = Vec::new();
        if self.lock.as_ref().is_none_or(|(locked, _)| locked != path) {
            self.lock = None;
            match Lock::take(path, &format!("process {}", std::process::id())) {
                Ok(lock) => self.lock = Some((path.to_owned(), lock)),
                Err(error) => notes.push(error.to_string()),
            }
        }
        let text = std::fs::read_to_string(path.join(OWN_FILE)).unwrap_or_default();
        let compiled = crate::model::compile::compile(&book);
        let ministries: Vec<String> = compiled.case.ministries.iter().map(|it| it.id.clone()).collect();
        let (own, unread) = Own::from_csv(&text, &ministries);
        if unread > 0 {
            notes.push(format!("{unread} rows of {OWN_FILE} cannot be read and are left out of the own portfolio."));
        }
        let journal = read_journal(path, &book, &ministries);
        let reading = Reading::new(0, &book, &own);
        Ok(Loaded { book, own, reading, journal, notes })
    }

    fn save(&mut self, request: &SaveRequest) -> SaveOutcome {
        match self.try_save(request) {
            Ok(outcome) => outcome,
            Err(error) => SaveOutcome::Failed(format!("{error} Nothing is lost: the edits are still here.")),
        }
    }

    fn try_save(&mut self, request: &SaveRequest) -> Result<SaveOutcome, StoreError> {
        let stamps = self.stamps.get(&request.path).cloned().unwrap_or_default();
        let meanwhile = match request.over {
            Overwrite::Ask => Meanwhile::Refuse,
            Overwrite::Yes => Meanwhile::Overwrite,
        };
        let saved = match store::save(&request.path, &stamps, &request.book, meanwhile) {
            Ok(saved) => saved,
            Err(StoreError::ChangedOnDisk(conflicts)) => {
                let both = conflicts.into_iter().map(|conflict| {
                    let [disk, here] = [conflict.on_disk, conflict.here].map(Option::unwrap_or_default);
                    (conflict.name, difference(&disk, &here))
                });
                return Ok(SaveOutcome::Changed(both.collect()));
            }
            Err(error) => return Err(error),
        };
        self.stamps.insert(request.path.clone(), saved.files);
        let mut names = saved.written;
        if save_own(request)? {
            names.push(OWN_FILE.to_owned());
        }
        drop_journal(&request.path);
        Ok(SaveOutcome::Saved(request.generation, names))
    }

    fn create(&mut self, folder: PathBuf, files: &[(String, String)]) -> Event {
        let make = || -> Result<(), StoreError> {
            let parent = folder.parent().map_or(Ok(()), std::fs::create_dir_all);
            parent.and_then(|()| std::fs::create_dir(&folder)).map_err(StoreError::io(&folder, "making"))?;
            files.iter().try_for_each(|(name, text)| store::write_file(&folder.join(name), text.as_bytes()))
        };
        match make() {
            Ok(()) => self.load(folder),
            Err(error) => Event::Done(Err(error.to_string())),
        }
    }
}

/// Reads a case to be compared with: without a lock, as nothing of it is written.
fn read_beside(path: &Path) -> Result<Loaded, String> {
    let book = store::open(path).map_err(|error| error.to_string())?.workbook;
    let text = std::fs::read_to_string(path.join(OWN_FILE)).unwrap_or_default();
    let compiled = crate::model::compile::compile(&book);
    let ministries: Vec<String> = compiled.case.ministries.iter().map(|it| it.id.clone()).collect();
    let (own, _) = Own::from_csv(&text, &ministries);
    let reading = Reading::new(0, &book, &own);
    Ok(Loaded { book, own, reading, journal: None, notes: Vec::new() })
}

fn drop_journal(path: &Path) {
    // There may be none.
    let _ = std::fs::remove_file(path.join(JOURNAL_FILE));
}

/// Work of which a later request makes an earlier one needless.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Repeated {
    Journal,
    Reading,
}

fn repeated(task: &Task) -> Option<Repeated> {
    match task {
        Task::Effect(Effect::Journal(_)) => Some(Repeated::Journal),
        Task::Effect(Effect::Read { .. }) => Some(Repeated::Reading),
        _ => None,
    }
}

/// The cases under a folder, by name.
fn cases(under: &Path) -> Vec<CaseEntry> {
    let entries = std::fs::read_dir(under).into_iter().flatten().flatten();
    let mut cases: Vec<CaseEntry> = entries
        .map(|entry| entry.path())
        .filter(|path| path.join(SETTINGS_FILE).is_file())
        .map(|path| {
            let text = std::fs::read_to_string(path.join(SETTINGS_FILE)).unwrap_or_default();
            let title = text.parse::<toml_edit::DocumentMut>().ok();
            let title = title.as_ref().and_then(|document| document.get("title")?.as_str()).unwrap_or_default();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            CaseEntry { title: title.to_owned(), name, path }
        })
        .collect();
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    cases
}

fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes the own portfolio, or takes the file away where it is empty; whether something changed.
fn save_own(request: &SaveRequest) -> Result<bool, StoreError> {
    let path = request.path.join(OWN_FILE);
    let before = read_if_there(&path).map_err(StoreError::io(&path, "reading"))?;
    match before {
        None if request.own.is_empty() => Ok(false),
        Some(_) if request.own.is_empty() => {
            std::fs::remove_file(&path).map(|()| true).map_err(StoreError::io(&path, "deleting"))
        }
        Some(bytes) if bytes == request.own.as_bytes() => Ok(false),
        _ => store::write_file(&path, request.own.as_bytes()).map(|()| true),
    }
}

/// The first lines in which two texts differ: what is on disk, and what is here.
fn difference(disk: &str, here: &str) -> String {
    let (disk, here): (Vec<_>, Vec<_>) = (disk.lines().collect(), here.lines().collect());
    let mut text = String::new();
    let mut shown = 0;
    for at in 0..disk.len().max(here.len()) {
        if disk.get(at) == here.get(at) {
            continue;
        }
        shown += 1;
        if shown > 4 {
            text.push_str("  and more lines\n");
            break;
        }
        let line = |side: &[&str]| side.get(at).map_or_else(|| "(no such line)".to_owned(), |line| (*line).to_owned());
        let _ = write!(text, "  line {}\n    on disk: {}\n    here:    {}\n", at + 1, line(&disk), line(&here));
    }
    text
}

/// Keeps unsaved edits beside the case: the text of every file that differs from what is on disk, and the own portfolio.
fn write_journal(request: &SaveRequest) -> Result<(), StoreError> {
    let mut files = serde_json::Map::new();
    for name in std::iter::once(SETTINGS_FILE).chain(TABLES.iter().map(|table| table.file)) {
        let Some(text) = request.book.file(name) else { continue };
        let path = request.path.join(name);
        let disk = read_if_there(&path).map_err(StoreError::io(&path, "reading"))?;
        if disk.as_deref() != Some(text.as_bytes()) {
            files.insert(name.to_owned(), serde_json::Value::String(text));
        }
    }
    let journal = serde_json::json!({ "files": files, "own": request.own });
    store::write_file(&request.path.join(JOURNAL_FILE), journal.to_string().as_bytes())
}

/// The unsaved edits of an earlier session, if there are any.
fn read_journal(path: &Path, book: &Workbook, ministries: &[String]) -> Option<(Workbook, Own)> {
    let text = std::fs::read_to_string(path.join(JOURNAL_FILE)).ok()?;
    let journal: serde_json::Value = serde_json::from_str(&text).ok()?;
    let mut book = book.clone();
    for (name, text) in journal.get("files")?.as_object()? {
        book.put_file(name, text.as_str()?);
    }
    let (own, _) = Own::from_csv(journal.get("own")?.as_str()?, ministries);
    Some((book, own))
}

fn write_keymap(folder: Option<PathBuf>, text: &str) -> Result<String, String> {
    let folder = folder.ok_or("There is no settings folder to write to: HOME is not set.")?;
    let path = folder.join("keys.toml");
    if path.exists() {
        return Err(format!("{} is there already; it is not written over.", path.display()));
    }
    let wrong = |error: io::Error| format!("{} cannot be written: {error}.", path.display());
    std::fs::create_dir_all(&folder).map_err(wrong)?;
    store::write_file(&path, text.as_bytes()).map_err(|error| error.to_string())?;
    Ok(format!("Every key is in {} now; change it there and start anew.", path.display()))
}

fn export(
    to: &Path,
    path: &Path,
    case: &Case,
    (answer, changes): (&Answer, Vec<String>),
    stamps: Option<&Vec<FileStamp>>,
) -> Result<String, String> {
    let header = report::header(case, path.display().to_string(), inputs(stamps), changes);
    let report = report::report_of_answer(case, answer, header);
    let ending = to.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let bytes = match ending {
        "md" => report::markdown::write(&report),
        "csv" => report::csv::write(&report),
        "json" => report::json::write(&report),
        "txt" | "" => report::table::write(&report, &report::table::Layout::PLAIN),
        other => return Err(format!("`.{other}` is no format that is written; use .md, .csv, .json or .txt.")),
    };
    write_new(to, &bytes)
}

/// The files that a case was read from, with their hashes.
fn inputs(stamps: Option<&Vec<FileStamp>>) -> Vec<Input> {
    let stamps = stamps.into_iter().flatten();
    stamps.map(|stamp| Input { file: stamp.name.clone(), sha256: stamp.sha256.clone() }).collect()
}

/// Writes a file that must not be there yet.
fn write_new(to: &Path, bytes: &[u8]) -> Result<String, String> {
    if to.exists() {
        return Err(format!("{} is there already; give another name.", to.display()));
    }
    store::write_file(to, bytes).map_err(|error| error.to_string())?;
    Ok(format!("Written to {}.", to.display()))
}

/// Writes what an analysis found.
fn export_study(
    to: &Path,
    mut report: AnalysisReport,
    table: &str,
    stamps: Option<&Vec<FileStamp>>,
) -> Result<String, String> {
    report.case.inputs = inputs(stamps);
    let ending = to.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let bytes = match ending {
        "md" => report::analysis_markdown(&report),
        "csv" => report::analysis_csv(&report, Some(table)).ok_or("The table is no longer there.")?,
        "json" => report::analysis_json(&report),
        "txt" | "" => report::analysis_table(&report, &report::table::Layout::PLAIN),
        other => return Err(format!("`.{other}` is no format that is written; use .md, .csv, .json or .txt.")),
    };
    write_new(to, &bytes)
}
