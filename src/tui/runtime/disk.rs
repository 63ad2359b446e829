//! Reading and writing files, one task after the other on a thread of its own, so that the screen never waits for a disk.

mod basis;
mod folder;
mod queue;
#[cfg(test)]
mod readers_tests;
mod reports;

use super::news::News;
use crate::messages::word;
use crate::model::order::InOrder as _;
use crate::model::workbook::SETTINGS_FILE;
use crate::session::list_import::ListSource;
use crate::session::on_disk::{
    Basis, CaseEntry, CaseOnDisk, KEPT_FOLDER, Loaded, SaveOutcome, SaveRequest, kept, portfolios,
};
use crate::session::{Snapshot, UserPortfolio};
use crate::store::StoreError;
use crate::store::proposal::By;
use crate::tui::event::{Effect, Event, Export};
use crate::{say, store};
pub(super) use queue::Disk;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How often the files of the open case are looked at.
const WATCH_EVERY: Duration = Duration::from_secs(1);

/// Whether the case that is open, or what is on disk of it, is another one afterwards.
const fn publishes(task: &Effect) -> bool {
    matches!(
        task,
        Effect::Load(_)
            | Effect::LoadTutorial
            | Effect::Create(..)
            | Effect::Save(_)
            | Effect::Reread(_)
            | Effect::Adopt(_)
    )
}

struct DiskWorker {
    news: Sender<News>,
    /// What another planner is told who opens the same case.
    who: String,
    /// Who is said in the log to have changed a case.
    author: String,
    /// The folder with the settings, if there is one.
    settings: Option<PathBuf>,
    /// The folder for what has to be remembered and cannot be beside the case, if there is one.
    state: Option<PathBuf>,
    opened: Option<CaseOnDisk>,
    /// What others are told of it.
    basis: Arc<Mutex<Option<Basis>>>,
    given_up: Arc<AtomicBool>,
}

impl DiskWorker {
    fn work(&mut self, queue: &Receiver<Effect>, done: &Sender<()>) {
        while let Some(task) = self.next(queue) {
            let mut tasks = vec![task];
            tasks.extend(queue.try_iter());
            let readings: Vec<_> = tasks.iter().map(|task| matches!(task, Effect::Read { .. })).collect();
            for (at, task) in tasks.into_iter().enumerate() {
                if self.given_up.load(Ordering::SeqCst) {
                    return;
                }
                // Of readings that wait, only the newest counts.
                let overtaken = readings[at] && readings[at + 1..].contains(&true);
                let publishes = publishes(&task);
                if !overtaken && let Some(event) = self.guarded(task) {
                    // Where nobody listens any more, the program is ending.
                    let _ = self.news.send(News::Event(event));
                }
                if publishes {
                    self.publish();
                }
                let _ = done.send(());
            }
        }
    }

    fn publish(&self) {
        if let Ok(mut basis) = self.basis.lock() {
            *basis = self.opened.as_ref().map(CaseOnDisk::basis);
        }
    }

    /// The next task. The files of the open case are looked at now and then meanwhile: another program may write them.
    fn next(&mut self, queue: &Receiver<Effect>) -> Option<Effect> {
        loop {
            let Some(opened) = self.opened.as_mut() else { return queue.recv().ok() };
            match queue.recv_timeout(WATCH_EVERY) {
                Ok(task) => return Some(task),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(proposals) = opened.moved_proposals() {
                        let _ = self.news.send(News::Event(Event::Proposals(proposals, None)));
                    }
                    if let Some(files) = opened.moved() {
                        let _ = self.news.send(News::Event(Event::Moved(files)));
                    }
                }
            }
        }
    }

    /// Does a task. A panic becomes a message: without this thread nothing would be kept any more, and nobody would know.
    fn guarded(&mut self, task: Effect) -> Option<Event> {
        let saving = matches!(task, Effect::Save(_));
        crate::job::guard(|| self.perform(task)).unwrap_or_else(|error| {
            let sentence = say!("disk-something-went-wrong", error = error);
            Some(if saving { Event::Saved(SaveOutcome::Failed(sentence)) } else { Event::Done(Err(sentence)) })
        })
    }

    fn perform(&mut self, task: Effect) -> Option<Event> {
        match task {
            Effect::WriteKeymap(text) => Some(Event::Done(write_keymap(self.settings.as_deref(), &text))),
            Effect::KeepLooks(text) => {
                let kept = super::environment::keep_looks(self.settings.as_ref()?, &text);
                kept.err().map(|error| Event::Done(Err(say!("disk-theme-cannot-kept", error = error))))
            }
            Effect::ListCases => Some(Event::Cases(self.cases())),
            Effect::Load(path) => Some(self.load(path)),
            Effect::LoadTutorial => Some(self.tutorial()),
            Effect::ListNeighbours(path) => Some(Event::Neighbours(self.neighbours(&path))),
            Effect::ListLists => Some(Event::Neighbours(lists())),
            Effect::ListFolder(typed, reads) => {
                let found = folder::in_folder_of(&typed, reads);
                Some(Event::Folder(typed, found))
            }
            Effect::LoadSecondCase(path) => {
                let loaded = crate::job::guard(|| read_beside(&path, &self.author)).and_then(|loaded| loaded);
                Some(Event::SecondCase(path, loaded.map(Box::new)))
            }
            Effect::ReadPortfolio(path, wanted) => {
                let text = store::read_text(&path).map_err(|error| error.to_string());
                Some(Event::PortfolioRead(path, wanted, text))
            }
            Effect::KeepOwn(text) => {
                // What is not in the journal yet is not let go here either.
                let opened = self.opened.as_ref().filter(|opened| text.is_some() || !opened.is_behind())?;
                let kept = kept::keep(self.settings.as_deref(), opened.path(), text.as_deref());
                let wrong = |error: String| say!("disk-your-own-portfolio", error = error);
                kept.err().map(|error| Event::Done(Err(wrong(error))))
            }
            Effect::Read { generation, book, own } => {
                Some(Event::Read(Box::new(Snapshot::new(generation, &book, &own))))
            }
            Effect::Journal(steps) => self.journal(|opened| opened.keep(steps)),
            Effect::KeepFound(steps) => self.journal(|opened| opened.keep_found(steps)),
            Effect::KeepForLater => {
                // What could not be written until now is tried once more.
                let kept = self.opened.as_mut()?.keep(Vec::new());
                Some(Event::KeptForLater(kept.map_err(|error| error.to_string())))
            }
            Effect::ClearJournal => self.opened.as_mut()?.forget().err().map(failed),
            Effect::DecideJournal(name) => self.opened.as_mut()?.decided(&name).err().map(failed),
            Effect::TakeLock => {
                self.opened.as_mut()?.take_lock(&self.who);
                None
            }
            Effect::Save(request) => Some(self.save(&request)),
            Effect::Reread(take) => {
                let read = self.opened.as_mut()?.reread(take);
                Some(read.map_or_else(failed, |read| Event::Reread(Box::new(read))))
            }
            Effect::Export(export) => Some(exported(*export, &|_, _| Vec::new())),
            Effect::Preview(export) => Some(Event::Preview(reports::preview(*export))),
            Effect::Adopt(read) => {
                if let Some(opened) = self.opened.as_mut().filter(|opened| opened.path() == read.path) {
                    opened.adopt(*read);
                }
                None
            }
            Effect::Create(folder, files) => Some(self.create(folder, &files)),
            Effect::Propose { case, name, deed, by } => {
                let by = By::now(&by.author, &by.ministry);
                let failed = match store::proposal::perform_logged(&case, &name, &deed, &by) {
                    Ok((_, unlogged)) => unlogged.map(|error| say!("case-not-logged", error = error)),
                    Err(error) => Some(say!("disk-name-cannot-kept", name = name, error = error)),
                };
                self.opened.as_mut().map(|opened| Event::Proposals(opened.proposals(), failed))
            }
            Effect::KeepRun { job, case, id, file } => {
                let kept = store::keep_run(self.state.as_deref()?, &case, id, *file);
                // What cannot be kept is told when the program is left.
                kept.is_ok_and(|kept| kept).then_some(Event::RunKept(job))
            }
            Effect::ForgetKept { case, name } => {
                let wrong = |error: store::StoreError| say!("disk-name-cannot-kept", name = name, error = error);
                portfolios::forget(&case, &name).err().map(|error| Event::Done(Err(wrong(error))))
            }
            Effect::Write(to, bytes) => Some(written(to, Ok(bytes))),
            Effect::WriteOver(to, bytes) => Some(Event::Done(write(&to, &bytes))),
            _ => None,
        }
    }

    /// Saves the case. That it could not be logged is told after that it is saved.
    fn save(&mut self, request: &SaveRequest) -> Event {
        let Some(opened) = self.opened.as_mut().filter(|opened| opened.path() == request.path) else {
            return Event::Saved(SaveOutcome::Failed(say!("disk-case-not-open")));
        };
        let saved = Event::Saved(opened.save(request));
        let Some(why) = opened.take_unlogged() else { return saved };
        let _ = self.news.send(News::Event(saved));
        Event::Done(Err(why))
    }

    /// Keeps what was done; tells where that changes from kept to not kept, or to another place.
    fn journal(&mut self, keep: impl FnOnce(&mut CaseOnDisk) -> Result<(), StoreError>) -> Option<Event> {
        let opened = self.opened.as_mut()?;
        let was = (opened.is_behind(), opened.kept_elsewhere().map(Path::to_owned));
        if let Err(error) = keep(opened) {
            return Some(Event::Kept(Err(error.to_string())));
        }
        let now = (false, opened.kept_elsewhere().map(Path::to_owned));
        (was != now).then_some(Event::Kept(Ok(now.1)))
    }

    /// The cases to choose from: those of the project, and those beside the open one, wherever that is.
    fn cases(&self) -> Vec<CaseEntry> {
        let mut found = cases(Path::new("portfolios"));
        let beside = self.opened.as_ref().map(|opened| cases(around(opened.path())));
        let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let known: Vec<PathBuf> = found.iter().map(|case| whole(&case.path)).collect();
        let others = beside.unwrap_or_default().into_iter();
        found.extend(others.filter(|case| !known.contains(&whole(&case.path))));
        found
    }

    /// Reads a case; a file that is none is a list that can become one.
    fn load(&mut self, path: PathBuf) -> Event {
        if path.is_file() && path.file_name().is_none_or(|name| name != SETTINGS_FILE) {
            let text = store::read_text(&path).map(ListSource::Text).map_err(|error| error.to_string());
            return Event::ListRead(path, text);
        }
        let before = self.opened.take_if(|opened| opened.path() == path);
        let loaded =
            crate::job::guard(|| CaseOnDisk::read_by(&path, (&self.who, &self.author), self.state.as_deref(), before))
                .and_then(|loaded| loaded);
        let loaded = loaded.map(|(opened, mut loaded)| {
            let kept = kept::read(self.settings.as_deref(), &path);
            loaded.kept = kept.map(|text| opened.own_of(Some(&text)));
            if let Some(other) = &mut loaded.elsewhere {
                other.offset = other.since.and_then(super::local_time::offset);
            }
            self.opened = Some(opened);
            Box::new(loaded)
        });
        Event::Loaded(path, loaded)
    }

    /// The cases in the same folder as one, and the portfolios that it could be compared with.
    fn neighbours(&self, path: &Path) -> Vec<CaseEntry> {
        let mut others = cases(around(path));
        others.retain(|case| case.path != path);
        others.extend(tables(&path.join(KEPT_FOLDER)));
        let mine = store::own_file(path, &self.author);
        others.extend(entries(path, |file| {
            let name = file.file_name()?.to_str()?;
            (store::is_own(name) && name != mine).then(|| word("a portfolio"))
        }));
        others.extend(tables(Path::new(".")));
        others
    }

    /// Reads the tutorial case. Whoever begins in a folder without it is given one.
    fn tutorial(&mut self) -> Event {
        let folder = PathBuf::from(TUTORIAL);
        if folder.is_dir() {
            return self.load(folder);
        }
        match store::create(&folder, &store::tutorial()) {
            Ok(()) => self.load(folder),
            Err(error) => Event::Done(Err(say!("disk-tutorial-case-cannot", error = error))),
        }
    }

    fn create(&mut self, folder: PathBuf, files: &[(String, String)]) -> Event {
        match store::create_files(&folder, files) {
            Ok(()) => self.load(folder),
            Err(error) => failed(error),
        }
    }
}

/// Something could not be done, with why.
fn failed(error: impl std::fmt::Display) -> Event {
    Event::Done(Err(error.to_string()))
}

/// Reads a case to be compared with: without a lock, as nothing of it is written.
fn read_beside(path: &Path, author: &str) -> Result<Loaded, String> {
    let (opened, own) = store::open_with(path, &store::own_file(path, author)).map_err(|error| error.to_string())?;
    let book = opened.workbook;
    let text = own.ok().flatten().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    let compiled = crate::model::compile::compile(&book);
    let ministries: Vec<String> = compiled.case.ministries.iter().map(|it| it.id.clone()).collect();
    let (own, _) = UserPortfolio::from_csv(&text, &ministries);
    Ok(Loaded::new(book, own))
}

/// Where the tutorial case is.
const TUTORIAL: &str = "portfolios/tutorial";

/// The folder in which a case's folder stands.
fn around(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The tables in this folder that are no portfolios: they can be lists that become a case.
fn lists() -> Vec<CaseEntry> {
    let portfolios = tables(Path::new("."));
    let mut found = entries(Path::new("."), |path| {
        let ending = path
            .extension()
            .is_some_and(|it| ["csv", "tsv", "txt", "xlsx"].iter().any(|known| it.eq_ignore_ascii_case(known)));
        (ending && path.is_file()).then(|| say!("list-import-list"))
    });
    found.retain(|it| portfolios.iter().all(|other| other.path != it.path));
    found
}

/// What in a folder is to be offered, by name: what it is called, and a title, of each entry that is.
fn entries(folder: &Path, offered: impl Fn(&Path) -> Option<String>) -> Vec<CaseEntry> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<CaseEntry> = entries
        .filter_map(|entry| {
            let path = entry.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Some(CaseEntry { title: offered(&path)?, name, path })
        })
        .collect();
    found.order_by(|one, other| one.name.cmp(&other.name));
    found
}

/// The cases under a folder, by name.
fn cases(folder: &Path) -> Vec<CaseEntry> {
    entries(folder, |path| {
        let settings = path.join(SETTINGS_FILE);
        let text = settings.is_file().then(|| store::read_text(&settings).unwrap_or_default())?;
        let title = text.parse::<toml_edit::DocumentMut>().ok();
        let title = title.as_ref().and_then(|document| document.get("title")?.as_str()).unwrap_or_default();
        Some(title.to_owned())
    })
}

/// The portfolios in a folder: tables whose header has a candidate and a start.
fn tables(folder: &Path) -> Vec<CaseEntry> {
    let mut found = entries(folder, |path| {
        let text = path.extension().filter(|ending| *ending == "csv").map(|_| store::read_text(path));
        let text = text?.unwrap_or_default();
        let header =
            text.trim_start_matches('\u{feff}').lines().find(|line| !line.starts_with("sep=")).unwrap_or_default();
        let header: Vec<&str> = header.split([',', ';', '\t', '|']).map(str::trim).collect();
        ["candidate", "start"].iter().all(|name| header.contains(name)).then(|| word("a portfolio"))
    });
    if folder == Path::new(".") {
        for entry in &mut found {
            entry.path = PathBuf::from(&entry.name);
        }
    }
    found
}

fn write_keymap(folder: Option<&Path>, text: &str) -> Result<String, String> {
    let folder = folder.ok_or(&say!("disk-there-no-settings"))?;
    let path = folder.join("keys.toml");
    if path.exists() {
        return Err(say!("disk-path-there-already", path = path.display()));
    }
    let wrong = |error: io::Error| say!("disk-path-cannot-written", path = path.display(), error = error);
    std::fs::create_dir_all(folder).map_err(wrong)?;
    store::write_file(&path, text.as_bytes()).map_err(|error| error.to_string())?;
    Ok(say!("disk-every-key-path", path = path.display()))
}

/// Makes a report and writes it.
pub(super) fn exported(export: Export, costs: reports::Costs<'_>) -> Event {
    let to = export.to.clone();
    written(to, reports::bytes(export, costs))
}

/// Writes a file; where there is one already, the planner is asked first.
fn written(to: PathBuf, bytes: Result<Vec<u8>, String>) -> Event {
    if let Some(why) = store::refuse(&to, &[]) {
        return Event::Done(Err(why));
    }
    match bytes {
        Ok(bytes) if to.exists() => Event::There(to, bytes),
        bytes => Event::Done(bytes.and_then(|bytes| write(&to, &bytes))),
    }
}

fn write(to: &Path, bytes: &[u8]) -> Result<String, String> {
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        return Err(say!("disk-there-no-folder", folder = folder.display()));
    }
    if let Some(why) = store::refuse(to, &[]) {
        return Err(why);
    }
    store::write_file(to, bytes).map_err(|error| error.to_string())?;
    Ok(say!("disk-written", to = to.display()))
}
