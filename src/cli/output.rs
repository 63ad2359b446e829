//! Where results go: standard output, or a file that is opened before the work and replaced in one step after it.

use crate::say;
use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use super::args::{OutputArgs, When};
use super::failure::{Failure, plain};
use crate::report::formats::{self, Format, Options, Refusal};
use crate::report::safe::{self, Sink};
use crate::report::{Report, Style};
use crate::store::{self, Links, Replacement};

/// An opened target.
#[derive(Debug)]
pub(super) struct Output {
    target: Target,
    /// The format to write.
    pub format: &'static Format,
}

#[derive(Debug)]
enum Target {
    Standard,
    /// A new file beside the one that it replaces.
    Replace(Replacement),
    /// Something that is no ordinary file, such as a pipe.
    Direct {
        path: PathBuf,
        file: fs::File,
    },
}

impl Output {
    /// Opens the target, so that a wrong path fails before the work and not after it. Files of cases and the `inputs` of the
    /// result are refused.
    pub fn open(args: &OutputArgs, inputs: &[&Path]) -> Result<Self, Failure> {
        let Some(path) = target(args.out.as_deref()) else {
            let output = Self { target: Target::Standard, format: args.format.unwrap_or(formats::DEFAULT) };
            if output.is_terminal() && output.format.is_binary() {
                return Err(no_text(output.format.id).hint(say!("output-name-file-out")));
            }
            return Ok(output);
        };
        let format = args.format.map_or_else(|| formats::by_ending(path), Ok)?;
        refuse(Some(path), inputs)?;
        let target = open(path).map_err(|error| {
            Failure::failed(say!("output-path-cannot-written", path = path.display(), why = plain(&error)))
        })?;
        Ok(Self { target, format })
    }

    /// Opens a file whose format is its own.
    pub fn bare(path: &Path, inputs: &[&Path]) -> Result<Self, Failure> {
        Self::open(&OutputArgs { out: Some(path.to_owned()), format: Some(formats::DEFAULT) }, inputs)
    }

    /// Writes a report; where the format holds one table, the named one or the usual one.
    pub fn report(self, report: &dyn Report, table: Option<&str>, colour: When) -> Result<(), Failure> {
        let terminal = self.is_terminal();
        let style = if coloured(colour, terminal) { Style::COLOUR } else { Style::PLAIN };
        let bytes = self.format.write(report, &Options { style, width: width(terminal), table })?;
        self.put(&bytes)
    }

    /// Writes a text as it is, but for what would steer a terminal.
    pub fn text(self, text: &[u8], sink: Sink) -> Result<(), Failure> {
        self.put(&safe::bytes(text, sink))
    }

    /// Writes bytes that are no text, such as those of a workbook.
    pub fn bytes(self, bytes: &[u8]) -> Result<(), Failure> {
        if self.is_terminal() { Err(no_text("xlsx")) } else { self.put(bytes) }
    }

    fn is_terminal(&self) -> bool {
        matches!(self.target, Target::Standard) && io::stdout().is_terminal()
    }

    fn put(self, bytes: &[u8]) -> Result<(), Failure> {
        match self.target {
            Target::Standard => put_out(bytes),
            Target::Direct { path, mut file } => {
                file.write_all(bytes).map_err(|error| Failure::writing(&error, &path.display().to_string()))
            }
            Target::Replace(mut new) => {
                let path = new.path().display().to_string();
                let written = new.write(bytes).and_then(|()| new.put_in_place());
                written.map_err(|error| Failure::writing(&error, &path))
            }
        }
    }
}

fn no_text(id: &str) -> Failure {
    Failure::usage(say!("output-terminal-cannot-show", id = id))
}

/// The file that is written to; `None` if it is standard output.
fn target(out: Option<&Path>) -> Option<&Path> {
    out.filter(|path| path.as_os_str() != "-")
}

/// Refuses a target that is a file of a case, or one of the inputs of what is written there.
pub(super) fn refuse(out: Option<&Path>, inputs: &[&Path]) -> Result<(), Failure> {
    match target(out).and_then(|path| store::refuse(path, inputs)) {
        Some(why) => Err(Failure::failed(why).hint(say!("output-name-another-file"))),
        None => Ok(()),
    }
}

/// Refuses two results in one file, of which the second would take the place of the first.
pub(super) fn apart(one: Option<&Path>, other: Option<&Path>) -> Result<(), Failure> {
    match (target(one), target(other)) {
        (Some(one), Some(other)) if is_one_file(one, other) => {
            Err(Failure::usage(say!("output-what-named-two", path = one.display())).hint(say!("output-name-file-each")))
        }
        _ => Ok(()),
    }
}

/// Whether two paths lead to one file; what is no ordinary file, such as a pipe, takes both.
fn is_one_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let there = fs::canonicalize(path).ok();
        there.or_else(|| Some(fs::canonicalize(folder).ok()?.join(path.file_name()?)))
    };
    let special = fs::metadata(one).is_ok_and(|known| !known.is_file());
    !special && whole(one).is_some_and(|path| Some(path) == whole(other))
}

/// Writes to standard output.
pub(super) fn stdout(bytes: &[u8]) -> Result<(), Failure> {
    put_out(&safe::bytes(bytes, Sink::Text))
}

fn put_out(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(|error| Failure::writing(&error, &say!("failure-standard-output")))
}

/// A path as it is typed in a shell: in quotes where it would not be read as one word.
pub(super) fn shell(path: &Path) -> String {
    let text = path.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "_-./:+@%,=~\\".contains(c);
    let bare = !text.is_empty() && text.chars().all(plain) && !text.starts_with(['-', '~']);
    if bare { text.into_owned() } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

/// Whether to colour what is written.
fn coloured(when: When, terminal: bool) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => {
            let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
            terminal && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
        }
    }
}

/// How wide a table may be: `COLUMNS` where it is set, else the width of the terminal, else as wide as it gets.
fn width(terminal: bool) -> Option<usize> {
    let columns = std::env::var_os("COLUMNS").and_then(|columns| columns.to_str()?.parse().ok());
    columns.or_else(|| if terminal { terminal_width() } else { None }).filter(|&columns| columns > 0)
}

#[cfg(feature = "tui")]
fn terminal_width() -> Option<usize> {
    crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns))
}

#[cfg(not(feature = "tui"))]
#[allow(clippy::unnecessary_wraps)] // With the interface it asks the terminal.
fn terminal_width() -> Option<usize> {
    Some(80)
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::usage(refusal.why).hint(refusal.hint)
    }
}

fn open(path: &Path) -> io::Result<Target> {
    // A link stays a link: what it points to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(known) = fs::metadata(&path) {
        if known.is_dir() {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, say!("output-is-folder")));
        }
        // What may not be written is not replaced either.
        let file = OpenOptions::new().write(true).open(&path)?;
        if !known.is_file() {
            return Ok(Target::Direct { path, file });
        }
    }
    Replacement::begin(&path, Links::All).map(Target::Replace)
}
