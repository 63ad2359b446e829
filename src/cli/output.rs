//! Where results go: standard output, or a file that is opened before the work and replaced in one step after it.

use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use super::args::{Format, OutputArgs, When};
use super::failure::{Failure, plain};
use crate::report::{Style, table::Layout};
use crate::store::{Links, Replacement};

/// An opened target.
#[derive(Debug)]
pub(super) struct Output {
    target: Target,
    /// The format to write.
    pub format: Format,
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
    /// Opens the target, so that a wrong path fails before the work and not after it.
    pub fn open(args: &OutputArgs) -> Result<Self, Failure> {
        let path = args.out.as_deref().filter(|path| path.as_os_str() != "-");
        let Some(path) = path else {
            return Ok(Self { target: Target::Standard, format: args.format.unwrap_or(Format::Table) });
        };
        let format = match args.format {
            Some(format) => format,
            None => by_ending(path)?,
        };
        let target = open(path)
            .map_err(|error| Failure::failed(format!("{} cannot be written: {}.", path.display(), plain(&error))))?;
        Ok(Self { target, format })
    }

    /// Opens a file whose format is its own.
    pub fn bare(path: &Path) -> Result<Self, Failure> {
        Self::open(&OutputArgs { out: Some(path.to_owned()), format: Some(Format::Table) })
    }

    /// Colours and width for a table written here.
    pub fn layout(&self, colour: When) -> Layout {
        let terminal = matches!(self.target, Target::Standard) && io::stdout().is_terminal();
        let style = if coloured(colour, terminal) { Style::COLOUR } else { Style::PLAIN };
        Layout { style, width: width(terminal) }
    }

    /// Writes the result.
    pub fn write(self, bytes: &[u8]) -> Result<(), Failure> {
        match self.target {
            Target::Standard => stdout(bytes),
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

/// Writes to standard output.
pub(super) fn stdout(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| Failure::writing(&error, "standard output"))
}

/// Says something on standard error. Where that is closed there is nobody left to tell.
pub(super) fn message(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
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
fn terminal_width() -> Option<usize> {
    Some(80)
}

fn by_ending(path: &Path) -> Result<Format, Failure> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    match ending.as_deref() {
        Some("csv") => Ok(Format::Csv),
        Some("json") => Ok(Format::Json),
        Some("md" | "markdown") => Ok(Format::Md),
        Some("txt") | None => Ok(Format::Table),
        Some(other) => Err(Failure::usage(format!("No format belongs to the ending .{other} of {}.", path.display()))
            .hint("Give --format table, csv, json or md, or a file that ends in .txt, .csv, .json or .md.")),
    }
}

fn open(path: &Path) -> io::Result<Target> {
    // A link stays a link: what it points to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(known) = fs::metadata(&path) {
        if known.is_dir() {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder"));
        }
        // What may not be written is not replaced either.
        let file = OpenOptions::new().write(true).open(&path)?;
        if !known.is_file() {
            return Ok(Target::Direct { path, file });
        }
    }
    Replacement::begin(&path, Links::All).map(Target::Replace)
}
