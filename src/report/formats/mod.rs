//! The formats that reports are written in: one file for each, and its line in [`FORMATS`]. Whatever names formats - the
//! command line, its help, the interface, the documentation, messages - is made from that list.

mod csv;
#[cfg(test)]
mod dummy;
mod format;
mod grid;
mod html;
mod json;
mod markdown;
#[cfg(test)]
mod tests;
mod text;
mod xlsx;

use crate::messages::word;
use crate::say;
use std::fmt::Write as _;
use std::path::Path;

pub use self::format::{Format, Options, Refusal};
pub(super) use self::json::object;
pub use self::markdown::cell as markdown_cell;
pub use self::text::plain;

/// Every format, the usual one first.
pub const FORMATS: &[&Format] = &[
    &text::FORMAT,
    &csv::FORMAT,
    &json::FORMAT,
    &markdown::FORMAT,
    &html::FORMAT,
    &xlsx::FORMAT,
    #[cfg(test)]
    &dummy::FORMAT,
];

/// The format where none is asked for.
pub const DEFAULT: &Format = &text::FORMAT;

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
            hint: say!("formats-formats", formats = all.join(", ")),
        }
    })
}

/// What the ending of a file stands for, where `table` is what a file with one table holds.
pub fn endings(table: &str) -> String {
    let said = |format: &&Format| {
        format!(".{} {}", format.endings[0], if format.one_table { table.to_owned() } else { format.short() })
    };
    let all: Vec<String> = FORMATS.iter().map(said).collect();
    say!("formats-ending-says-what", formats = all.join("; "))
}

/// The page of formats, in Markdown.
pub fn page() -> String {
    let mut page = say!("formats-format-endings-what");
    for format in FORMATS {
        let named = format.endings.iter().filter(|ending| !ending.is_empty());
        let endings: Vec<String> = named.map(|ending| format!("`.{ending}`")).collect();
        let lacks = format.lacks();
        let lacks = if lacks.is_empty() { word("nothing") } else { lacks };
        let [about, lacks] = [format.about(), lacks].map(|text| markdown_cell(&text));
        let _ = writeln!(page, "| `{}` | {} | {about} | {lacks} |", format.id, endings.join(", "));
    }
    page
}
