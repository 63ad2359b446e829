//! The formats that reports are written in: one file for each, and its line in [`FORMATS`]. Whatever names formats - the
//! command line, its help, the interface, the documentation, messages - is made from that list.

mod csv;
#[cfg(test)]
mod dummy;
mod grid;
mod json;
mod markdown;
#[cfg(test)]
mod tests;
mod text;

use crate::messages::text_of;
use crate::say;
use std::fmt::Write as _;
use std::path::Path;

pub(super) use self::json::object;
pub use self::markdown::cell as markdown_cell;
pub use self::text::plain;
use super::document::Report;
use super::safe::{self, Sink};
use super::style::Style;

/// Every format, the usual one first.
pub const FORMATS: &[&Format] = &[
    &text::FORMAT,
    &csv::FORMAT,
    &json::FORMAT,
    &markdown::FORMAT,
    #[cfg(test)]
    &dummy::FORMAT,
];

/// The format where none is asked for.
pub const DEFAULT: &Format = &text::FORMAT;

/// A format of reports.
#[derive(Debug)]
pub struct Format {
    /// Its name for `--format`.
    pub id: &'static str,
    /// Other names for it.
    pub aliases: &'static [&'static str],
    /// The endings of its files, the usual one first; an empty one for files without any.
    pub endings: &'static [&'static str],
    /// Whether a file holds one table alone.
    pub one_table: bool,
    /// What makes its bytes safe.
    pub sink: Sink,
    /// Writes a report.
    pub write: fn(&dyn Report, &Options<'_>) -> Result<Vec<u8>, Refusal>,
}

impl Format {
    /// What it is.
    pub fn about(&self) -> String {
        text_of("format", "", self.id, "about")
    }

    /// What is written, in a few words.
    pub fn short(&self) -> String {
        text_of("format", "", self.id, "short")
    }

    /// What of a report it leaves out, and why; empty where it holds everything.
    pub fn lacks(&self) -> String {
        text_of("format", "", self.id, "lacks")
    }
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options<'a> {
    /// The colours.
    pub style: Style,
    /// How wide the terminal is, in columns; none where nothing needs to be cut.
    pub width: Option<usize>,
    /// The table that is wanted where only one can be written; the usual one where none is named.
    pub table: Option<&'a str>,
}

impl Options<'_> {
    /// No colour and as wide as it gets, for files and pipes.
    pub const PLAIN: Self = Self { style: Style::PLAIN, width: None, table: None };
}

/// Why a report is not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{why} {hint}")]
pub struct Refusal {
    /// What is wrong.
    pub why: String,
    /// What to do.
    pub hint: String,
}

impl Format {
    /// Writes a report; nothing in it can steer a terminal or turn into a formula.
    pub fn write(&self, report: &dyn Report, options: &Options<'_>) -> Result<Vec<u8>, Refusal> {
        let bytes = (self.write)(report, options)?;
        let sink = if options.style == Style::PLAIN { self.sink.without_colour() } else { self.sink };
        Ok(safe::bytes(&bytes, sink).into_owned())
    }

    /// Whether there is anything in a report that the format can hold.
    pub fn holds(&self, report: &dyn Report) -> bool {
        !self.one_table || !report.tables().is_empty()
    }

    /// Whether its bytes are no text.
    pub fn is_binary(&self) -> bool {
        self.sink == Sink::Bytes
    }
}

/// The format with this name.
pub fn by_id(id: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| format.id == id || format.aliases.contains(&id))
}

/// The format that belongs to the ending of a file.
pub fn by_ending(path: &Path) -> Result<&'static Format, Refusal> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let known = FORMATS.iter().copied().find(|format| format.endings.contains(&ending.as_str()));
    known.ok_or_else(|| {
        let all: Vec<String> = FORMATS.iter().map(|format| format!("{} (.{})", format.id, format.endings[0])).collect();
        Refusal {
            why: say!("formats-cannot-export-ending", ending = ending),
            hint: format!("Formats: {}.", all.join(", ")),
        }
    })
}

/// What the ending of a file stands for, where `table` is what a file with one table holds.
pub fn endings(table: &str) -> String {
    let said = |format: &&Format| {
        format!(".{} {}", format.endings[0], if format.one_table { table.to_owned() } else { format.short() })
    };
    let all: Vec<String> = FORMATS.iter().map(said).collect();
    say!("formats-ending-says-what", all = all.join("; "))
}

/// The page of formats, in Markdown.
pub fn page() -> String {
    let mut page = say!("formats-format-endings-what");
    for format in FORMATS {
        let named = format.endings.iter().filter(|ending| !ending.is_empty());
        let endings: Vec<String> = named.map(|ending| format!("`.{ending}`")).collect();
        let lacks = format.lacks();
        let lacks = if lacks.is_empty() { "nothing" } else { &lacks };
        let [about, lacks] = [&format.about(), lacks].map(markdown_cell);
        let _ = writeln!(page, "| `{}` | {} | {about} | {lacks} |", format.id, endings.join(", "));
    }
    page
}
