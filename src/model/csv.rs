//! The text of CSV: where records and cells begin and end, and how a cell is written.
//!
//! Reading keeps every byte: a record's text includes the blank lines before it and its line ending, so that the records
//! of a file put together are the file. A change of one cell is spliced into that text, so that the other cells of the
//! row keep their quotes and spaces.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr3};

/// The mark with which some programs begin a file in UTF-8.
pub const BOM: char = '\u{feff}';

/// A record of a text: a header or a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The bytes of the record in the text, with blank lines before it and its line ending.
    pub all: Range<usize>,
    /// The bytes of each cell, quotes and spaces included.
    pub cells: Vec<Range<usize>>,
    /// Whether every quote that opens a cell is closed.
    pub closed: bool,
}

/// The part of a text, empty where the range is not inside it.
pub fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or("")
}

/// How many bytes at the start of a text are blank lines (or a byte order mark).
pub(crate) fn blank_prefix(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut start = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
    loop {
        let mut at = start;
        while matches!(bytes.get(at), Some(b' ' | b'\t' | b'\r')) {
            at += 1;
        }
        if bytes.get(at) != Some(&b'\n') {
            return start;
        }
        start = at + 1;
    }
}

/// The next record at or after a byte of the text; `None` if only blank lines are left.
pub fn next_record(text: &str, from: usize) -> Option<Record> {
    next_record_between(text, from, b',')
}

/// The same with another mark between the cells.
pub fn next_record_between(text: &str, from: usize, mark: u8) -> Option<Record> {
    let rest = text.get(from..)?;
    let bytes = text.as_bytes();
    let mut at = from + blank_prefix(rest);
    if part(text, at..text.len()).bytes().all(|byte| byte.is_ascii_whitespace()) {
        return None;
    }
    let mut cells = Vec::new();
    let mut closed = true;
    loop {
        let end = cell_end(bytes, at, mark);
        closed &= end.closed;
        cells.push(at..end.at);
        match bytes.get(end.at) {
            Some(&byte) if byte == mark => at = end.at + 1,
            Some(b'\r') => return Some(Record { all: from..end.at + 2, cells, closed }),
            Some(_) => return Some(Record { all: from..end.at + 1, cells, closed }),
            None => return Some(Record { all: from..end.at, cells, closed }),
        }
    }
}

struct CellEnd {
    at: usize,
    closed: bool,
}

/// Where the cell that starts here ends: at a mark between cells, a line ending or the end of the text.
fn cell_end(bytes: &[u8], from: usize, mark: u8) -> CellEnd {
    let mut at = from;
    let mut closed = true;
    while bytes.get(at).is_some_and(|byte| matches!(byte, b' ' | b'\t') && *byte != mark) {
        at += 1;
    }
    if bytes.get(at) == Some(&b'"') {
        at += 1;
        closed = false;
        // Cells are as long as a file makes them, so that they are looked through many bytes at a time.
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr(b'"', rest)) {
            at += found + 1;
            if bytes.get(at) != Some(&b'"') {
                closed = true;
                break;
            }
            at += 1;
        }
        if !closed {
            at = bytes.len();
        }
    }
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr3(mark, b'\n', b'\r', rest)) {
        at += found;
        if bytes[at] != b'\r' || mark == b'\r' || bytes.get(at + 1) == Some(&b'\n') {
            return CellEnd { at, closed };
        }
        at += 1;
    }
    CellEnd { at: bytes.len(), closed }
}

/// The text that a cell means: without its quotes, with doubled quotes made single. A cell that goes on after its closing
/// quote is not what the quotes say, so it means what is written, quotes and all.
pub fn decode(raw: &str) -> Cow<'_, str> {
    let Some(quoted) = raw.trim_start_matches([' ', '\t']).strip_prefix('"') else {
        return Cow::Borrowed(raw);
    };
    if let Some(inner) = quoted.trim_end_matches([' ', '\t']).strip_suffix('"')
        && !inner.contains('"')
    {
        return Cow::Borrowed(inner);
    }
    let mut text = String::with_capacity(quoted.len());
    let mut characters = quoted.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '"' {
            text.push(character);
        } else if characters.peek() == Some(&'"') {
            characters.next();
            text.push('"');
        } else if characters.all(|after| matches!(after, ' ' | '\t')) {
            return Cow::Owned(text);
        } else {
            return Cow::Borrowed(raw);
        }
    }
    Cow::Owned(text)
}

/// The byte of a cell at which a quote stands that neither opens nor closes it nor is written twice; `None` if all do.
pub fn stray_quote(raw: &str) -> Option<usize> {
    let blank = raw.len() - raw.trim_start_matches([' ', '\t']).len();
    let bytes = raw.as_bytes();
    if bytes.get(blank) != Some(&b'"') {
        return raw.find('"');
    }
    let mut at = blank + 1;
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| byte == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            let goes_on = bytes.get(at + 1..)?.iter().any(|byte| !matches!(byte, b' ' | b'\t'));
            return goes_on.then_some(at);
        }
        at += 2;
    }
}

/// A cell as it is written: in quotes where it would not be read back as it is.
pub fn encode(text: &str) -> Cow<'_, str> {
    encode_between(text, b',')
}

/// The same with another mark between the cells.
pub fn encode_between(text: &str, mark: u8) -> Cow<'_, str> {
    let special = |byte: u8| byte == mark || matches!(byte, b'"' | b'\n' | b'\r');
    let padded = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) || text.starts_with(BOM);
    if padded || text.bytes().any(special) {
        Cow::Owned(format!("\"{}\"", text.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(text)
    }
}

/// A record as it is written, without its line ending; short of the width it is filled with empty cells.
pub fn encode_record(cells: &[String], width: usize) -> String {
    let mut text = String::new();
    for at in 0..cells.len().max(width).max(1) {
        if at > 0 {
            text.push(',');
        }
        text.push_str(&encode(cells.get(at).map_or("", String::as_str)));
    }
    if text.is_empty() { "\"\"".to_owned() } else { text }
}

/// The record with the cell at a position written anew; `None` if the record cannot be changed in place.
pub(crate) fn splice_cell(raw: &str, at: usize, text: &str) -> Option<String> {
    let record = whole_record(raw)?;
    let encoded = encode(text);
    if let Some(cell) = record.cells.get(at) {
        let alone = record.cells.len() == 1 && encoded.is_empty();
        return Some(replace(raw, cell.clone(), if alone { "\"\"" } else { &encoded }));
    }
    let end = record.cells.last()?.end;
    let commas = ",".repeat(at + 1 - record.cells.len());
    Some(replace(raw, end..end, &format!("{commas}{encoded}")))
}

/// The record with one more cell before the cell at a position, or after the last one.
pub(crate) fn insert_cell(raw: &str, at: usize, text: &str) -> Option<String> {
    let record = whole_record(raw)?;
    let encoded = encode(text);
    match record.cells.get(at) {
        Some(cell) => Some(replace(raw, cell.start..cell.start, &format!("{encoded},"))),
        None => splice_cell(raw, at, text),
    }
}

/// The record without the cell at a position.
pub(crate) fn remove_cell(raw: &str, at: usize) -> Option<String> {
    let record = whole_record(raw)?;
    let cell = record.cells.get(at)?;
    match (record.cells.get(at + 1), at.checked_sub(1).and_then(|before| record.cells.get(before))) {
        (Some(next), _) => {
            let left = replace(raw, cell.start..next.start, "");
            let blank = record.cells.len() == 2 && decode(part(raw, next.clone())).trim().is_empty();
            if blank { None } else { Some(left) }
        }
        (None, Some(before)) => {
            let blank = record.cells.len() == 2 && decode(part(raw, before.clone())).trim().is_empty();
            if blank { None } else { Some(replace(raw, before.end..cell.end, "")) }
        }
        (None, None) => None,
    }
}

/// The record that a text is, if it is just one and all its quotes are closed.
fn whole_record(raw: &str) -> Option<Record> {
    next_record(raw, 0).filter(|record| record.closed && record.all.end == raw.len())
}

fn replace(text: &str, range: Range<usize>, with: &str) -> String {
    let mut new = String::with_capacity(text.len() + with.len());
    new.push_str(part(text, 0..range.start));
    new.push_str(with);
    new.push_str(part(text, range.end..text.len()));
    new
}
