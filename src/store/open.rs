//! Reading the folder of a case.

use crate::model::order::InOrder as _;
use crate::say;
use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use std::{fs, io};

use super::StoreError;
use super::decode::{Encoding, decode};
use super::dialect::{self, Foreign};
use super::file::{self, Links, Odd};
use super::together::Hold;
use crate::model::DecimalMark;
use crate::model::cell::Trouble;
use crate::model::finding::{Finding, Level, Place};
use crate::model::guess::did_you_mean;
use crate::model::limits::{LARGEST_CASE, LARGEST_SETTINGS};
use crate::model::schema::{TABLES, TableId, table, table_by_name};
use crate::model::too_many::{TooMany, too_many_in};
use crate::model::workbook::{SETTINGS_FILE, Workbook};

/// A case as it was read. What was found wrong with the files' encoding is in [`Workbook::reading`], and
/// [`crate::model::compile()`] passes it on with its own findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The folder.
    pub folder: PathBuf,
    /// The text of its files.
    pub workbook: Workbook,
    /// Each file that was there, in the order of the schema after `case.toml`.
    pub files: Vec<FileStamp>,
}

/// A file as it was when it was read or last written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileStamp {
    /// Its name in the folder.
    pub name: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Whether its bytes are text; others are never written.
    pub readable: bool,
    /// The SHA-256 of its text as the program writes it.
    pub(super) text_sha256: String,
    /// How its bytes are made of that text.
    written: Arc<Written>,
}

/// How a file is written.
#[derive(Debug, Default, PartialEq, Eq)]
struct Written {
    encoding: Encoding,
    /// The table that it holds, and what its text is made with, where that is not the text as the program writes it.
    foreign: Option<(TableId, Foreign)>,
}

impl FileStamp {
    /// The stamp of a file with this text.
    pub fn of(name: &str, text: &str) -> Self {
        let sha256 = sha256(text.as_bytes());
        let written = Arc::default();
        Self { name: name.to_owned(), text_sha256: sha256.clone(), sha256, readable: true, written }
    }

    /// The bytes of a text in the way in which this file is written.
    pub fn bytes(&self, text: &str) -> Vec<u8> {
        match &self.written.foreign {
            Some((id, foreign)) => self.written.encoding.encode(&foreign.write(text, table(*id))),
            None => self.written.encoding.encode(text),
        }
    }

    /// The stamp of the same file with these bytes, which are made of this text.
    pub(super) fn with(&self, text: &str, bytes: &[u8]) -> Self {
        Self { sha256: sha256(bytes), text_sha256: sha256(text.as_bytes()), ..self.clone() }
    }

    /// The stamp of a file that is there but could not be read.
    fn unread(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            sha256: String::new(),
            readable: false,
            text_sha256: String::new(),
            written: Arc::default(),
        }
    }

    /// Whether the file could be read at all; where not, there is no hash of it either.
    pub fn was_read(&self) -> bool {
        !self.sha256.is_empty()
    }
}

/// The SHA-256 of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in hmac_sha256::Hash::hash(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Reads a case from its folder, or from the path of its `case.toml`. What is wrong inside the files is left to the
/// checks. A file that is there and cannot be read, and a missing `case.toml` beside tables, are findings in
/// [`Workbook::reading`].
///
/// # Errors
/// When there is no such folder, when it cannot be looked into, or when it has no file of a case.
pub fn open(folder: &Path) -> Result<Opened, StoreError> {
    open_as(folder, None)
}

/// The same where the planner says which mark begins the decimals of its numbers.
///
/// # Errors
/// The same.
pub fn open_as(folder: &Path, decimal: Option<DecimalMark>) -> Result<Opened, StoreError> {
    open_beside(folder, "", decimal).map(|(opened, _)| opened)
}

/// What is read together with a case: the bytes of one more file in its folder, `None` if it is not there.
pub type Beside = io::Result<Option<Vec<u8>>>;

/// Reads a case and one more file beside it, such as the planner's own portfolio, as they stand together.
///
/// # Errors
/// As [`open`], and where the files change without end.
pub fn open_with(folder: &Path, beside: &str) -> Result<(Opened, Beside), StoreError> {
    open_beside(folder, beside, None)
}

fn open_beside(folder: &Path, beside: &str, decimal: Option<DecimalMark>) -> Result<(Opened, Beside), StoreError> {
    let itself = folder.is_file() && folder.file_name().is_some_and(|name| name == SETTINGS_FILE);
    let folder = match folder.parent().filter(|_| itself) {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => folder,
    };
    if !folder.is_dir() {
        return Err(StoreError::NoFolder(folder.to_owned()));
    }
    let _hold = Hold::to_read(folder)?;
    read_together(folder, beside, decimal)
}

/// So often the files are read where another program writes them meanwhile.
const TRIES: u32 = 20;

/// Reads the files until nobody changed one of them meanwhile: other programs than this one know nothing of its lock.
pub(super) fn read_together(
    folder: &Path,
    beside: &str,
    decimal: Option<DecimalMark>,
) -> Result<(Opened, Beside), StoreError> {
    for _ in 0..TRIES {
        let before = looks(folder, beside);
        let opened = read_files(folder, decimal);
        let more = match beside {
            "" => Ok(None),
            name => file::read_if_there(&folder.join(name), Links::None, LARGEST_CASE),
        };
        if looks(folder, beside) == before {
            return Ok((opened?, more));
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Err(StoreError::Unsteady(folder.to_owned()))
}

/// What the system says of a file: which one it is, how large, and when it was written.
pub(crate) type Look = (u64, u64, u64, Option<std::time::SystemTime>, i128);

/// What the system says of each file of a case and of one beside it, which is nothing where there is none.
pub(crate) fn looks(folder: &Path, beside: &str) -> Vec<Option<Look>> {
    let mut names: Vec<&str> = super::case_files().collect();
    names.extend(Some(beside).filter(|name| !name.is_empty()));
    names.iter().map(|name| fs::metadata(folder.join(name)).ok().map(|it| look(&it))).collect()
}

#[cfg(unix)]
fn look(it: &fs::Metadata) -> Look {
    use std::os::unix::fs::MetadataExt as _;
    let changed = i128::from(it.ctime()) * 1_000_000_000 + i128::from(it.ctime_nsec());
    (it.dev(), it.ino(), it.len(), it.modified().ok(), changed)
}

#[cfg(not(unix))]
fn look(it: &fs::Metadata) -> Look {
    (0, 0, it.len(), it.modified().ok(), 0)
}

fn read_files(folder: &Path, decimal: Option<DecimalMark>) -> Result<Opened, StoreError> {
    let mut reading = Reading::new(name_of(folder), decimal);
    let mut left = LARGEST_CASE;
    for (name, place) in places() {
        let path = folder.join(name);
        let most = if name == SETTINGS_FILE { LARGEST_SETTINGS } else { left };
        match file::read_if_there(&path, Links::Within(folder), most) {
            Ok(Some(bytes)) => {
                left = left.saturating_sub(bytes.len() as u64);
                reading.take(name, place, bytes);
            }
            Ok(None) if name == SETTINGS_FILE => reading.workbook.reading.push(without_settings()),
            Ok(None) => {}
            Err(error) if fs::read_dir(folder).is_err() => return Err(StoreError::io(&path, "reading")(error)),
            Err(error) => {
                reading.workbook.reading.push(match Odd::of(&error) {
                    Some(Odd::TooBig(_)) if most == left => too_big(name, place, 0, TooMany::Bytes),
                    Some(Odd::TooBig(_)) => too_big(name, place, 0, TooMany::Settings),
                    _ => unreadable(name, place, &error),
                });
                reading.files.push(FileStamp::unread(name));
            }
        }
    }
    let Reading { mut workbook, files, .. } = reading;
    if files.is_empty() {
        return Err(StoreError::NoCase(folder.to_owned()));
    }
    workbook.reading.extend(near_misses(folder, &files));
    Ok(Opened { folder: folder.to_owned(), workbook, files })
}

/// Reads a case from the bytes of its files, wherever they come from. What is no file of a case is passed over.
pub fn open_bytes(folder: &Path, files: &[(String, Vec<u8>)], decimal: Option<DecimalMark>) -> Opened {
    let mut reading = Reading::new(name_of(folder), decimal);
    for (name, place) in places() {
        if let Some((_, bytes)) = files.iter().find(|(file, _)| file == name) {
            reading.take(name, place, bytes.clone());
        }
    }
    Opened { folder: folder.to_owned(), workbook: reading.workbook, files: reading.files }
}

/// The files of a case, each with the place that it is in findings.
fn places() -> impl Iterator<Item = (&'static str, Place)> {
    let tables = TABLES.iter().map(|table| (table.file, Place::Table(table.id)));
    std::iter::once((SETTINGS_FILE, Place::Setting(String::new()))).chain(tables)
}

/// What was read so far.
struct Reading {
    workbook: Workbook,
    files: Vec<FileStamp>,
    decimal: Option<DecimalMark>,
}

impl Reading {
    fn new(name: String, decimal: Option<DecimalMark>) -> Self {
        let mut workbook = Workbook::new("");
        workbook.name = name;
        Self { workbook, files: Vec::new(), decimal }
    }

    /// Takes in a file by its bytes.
    fn take(&mut self, name: &str, place: Place, bytes: Vec<u8>) {
        let sha256 = sha256(&bytes);
        let decoded = decode(bytes);
        let mut readable = decoded.trouble.is_none();
        let (mut text, mut foreign, mut said) = (decoded.text, None, Vec::new());
        if let Some((line, too_many)) = too_many_in(&text).filter(|_| readable && name != SETTINGS_FILE) {
            self.workbook.reading.push(too_big(name, place.clone(), line, too_many));
            (readable, text) = (false, String::new());
        }
        if let Some(table) = TABLES.iter().find(|table| table.file == name && readable) {
            let read = dialect::read(&text, &|heading| table.column(heading), self.decimal);
            said = read.findings(name, decoded.encoding);
            readable = !read.is_too_big();
            (text, foreign) = (read.text, read.foreign.map(|foreign| (table.id, foreign)));
        }
        self.workbook.put_file(name, &text);
        self.workbook.reading.extend(said.into_iter().map(|found| Finding { place: place.clone(), ..found }));
        let text_sha256 = super::sha256(text.as_bytes());
        let written = Arc::new(Written { encoding: decoded.encoding, foreign });
        self.files.push(FileStamp { name: name.to_owned(), sha256, readable, text_sha256, written });
        if let Some((line, character, trouble)) = decoded.trouble {
            let finding = Finding::elsewhere(name, (line, character), "", Level::Error, trouble);
            self.workbook.reading.push(Finding { place, ..finding });
        }
    }
}

/// A folder with tables of a case but without its `case.toml`.
fn without_settings() -> Finding {
    let message = say!("open-file-settings-file", settings_file = SETTINGS_FILE);
    let remedy = say!("open-add-least-format-first");
    let trouble = Trouble::new("missing-file", message, remedy);
    about_file(SETTINGS_FILE, Place::Setting(String::new()), Level::Error, trouble)
}

/// A file that is there and has more of something than the program takes in.
fn too_big(name: &str, place: Place, line: usize, too_many: TooMany) -> Finding {
    Finding { place, ..Finding::elsewhere(name, (line, 0), "", Level::Error, too_many.trouble()) }
}

/// A file that is there and cannot be read.
fn unreadable(name: &str, place: Place, error: &io::Error) -> Finding {
    let odd = Odd::of(error);
    let (message, remedy) = if let Some(Odd::Folder) = odd {
        (say!("open-there-folder-where", name = name), say!("open-rename-folder-put-file"))
    } else if let Some(thing) = odd.and_then(Odd::thing) {
        (say!("open-there-thing-where", thing = thing, name = name), say!("open-take-away-put-file"))
    } else if odd == Some(Odd::Dangling) {
        (say!("open-file-name-link", name = name), say!("open-put-file-itself-there"))
    } else if odd.is_some() {
        (say!("open-file-name-link-file", name = name), say!("open-put-file-itself-folder"))
    } else if error.kind() == ErrorKind::PermissionDenied {
        (say!("open-file-name-cannot", name = name), say!("open-ask-whoever-owns-file"))
    } else {
        let why = error.to_string();
        let why = why.split(" (os error").next().unwrap_or_default();
        (say!("open-file-name-cannot-read", name = name, why = why), say!("open-fix-replace-file"))
    };
    about_file(name, place, Level::Error, Trouble::new("unreadable-file", message, remedy))
}

/// What is found of a whole file.
fn about_file(file: &str, place: Place, level: Level, trouble: Trouble) -> Finding {
    Finding { place, ..Finding::elsewhere(file, (0, 0), "", level, trouble) }
}

/// Tables whose file name is nearly that of a table of the case which is not there.
fn near_misses(folder: &Path, files: &[FileStamp]) -> Vec<Finding> {
    let absent = || TABLES.iter().filter(|table| files.iter().all(|file| file.name != table.file));
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.order();
    let mut findings = Vec::new();
    for name in names {
        let Some(stem) = name.strip_suffix(".csv").filter(|_| TABLES.iter().all(|table| table.file != name)) else {
            continue;
        };
        let Some(near) = did_you_mean(stem, absent().map(|table| table.name)).and_then(table_by_name) else { continue };
        let (message, remedy) = (say!("open-file-name-not", name = name), say!("open-did-you-mean", file = near.file));
        let trouble = Trouble::new("near-miss-file", message, remedy);
        findings.push(about_file(&name, Place::Table(near.id), Level::Warning, trouble));
    }
    findings
}

/// The name of a folder, also where the path is `.` or ends in `..`.
fn name_of(folder: &Path) -> String {
    let full = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    full.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
