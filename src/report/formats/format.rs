//! What a format is, how a report is written in it, and why not.

use crate::messages::text_of;
use crate::report::document::{Audience, Report};
use crate::report::safe::{self, Sink};
use crate::report::style::Style;

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
    /// Who reads it: what is for others alone is not made for it.
    pub reader: Audience,
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
    /// How wide the terminal is, in columns; `None` if nothing needs to be cut.
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
