//! The settings of `case.toml` by dotted keys: where each stands in the text and what is written there.
//!
//! In the arrays of tables `ministry` and `rung` the id stands for the position, as in `ministry.defence.voice`; an entry
//! without an id of its own goes by its number, as in `ministry.#2.voice`. A changed setting is spliced into the text,
//! so that comments, order and line endings stay as they are.

use crate::model::order::InOrder as _;
use crate::say;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use toml_edit::{Document, Item, TableLike, Value};

use super::csv::{BOM, part};

/// What is written for a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// A string, without its quotes.
    Text(String),
    /// A whole or a decimal number, as it is written.
    Number(String),
    /// Something else: its kind in words, such as `a list`.
    Other(&'static str),
}

/// One setting of `case.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The dotted key.
    pub key: String,
    /// What is written.
    pub written: Written,
    /// Where the value stands in the text.
    pub value: Range<usize>,
    /// Where the key stands in the text.
    pub at: usize,
}

/// An entry of an array of tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// `ministry` or `rung`.
    pub kind: String,
    /// Its id, or `#` and its number where it has none of its own.
    pub label: String,
    /// Where it begins in the text.
    pub at: usize,
    /// The byte after the last of its values: where a new key can be put.
    pub end: usize,
    /// Whether it is written as `{ … }` on one line.
    pub inline: bool,
}

impl Group {
    /// The dotted key of one of its settings.
    pub(crate) fn key(&self, name: &str) -> String {
        format!("{}.{}.{name}", self.kind, self.label)
    }
}

/// All settings of `case.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The settings in file order.
    pub entries: Vec<Entry>,
    /// The entries of the arrays of tables, in file order.
    pub groups: Vec<Group>,
    /// Tables such as `objective`, with the byte after the last of their values.
    tables: Vec<(String, usize)>,
    /// By key: the first entry with it.
    by_key: HashMap<String, usize>,
    /// By kind and label, with a point between them: the group.
    by_label: HashMap<String, usize>,
}

/// Why a text is no TOML, in a sentence with the line, and without its text: a line may be as long as the file.
pub fn what_is_wrong(text: &str, error: &toml_edit::TomlError) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    say!("toml-wrong", line = line, message = error.message().replace('\n', ", "))
}

/// Why `case.toml` cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// Where in the text.
    pub at: usize,
    /// What is wrong.
    pub message: String,
}

impl Settings {
    /// Reads the text of `case.toml`.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let start = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
        let document = Document::parse(part(text, start..text.len())).map_err(|error| SyntaxError {
            at: start + error.span().map_or_else(|| longest_line(part(text, start..text.len())), |span| span.start),
            message: error.message().replace('\n', ", "),
        })?;
        let mut reader = Reader { text, start, settings: Self::default(), labels: HashSet::new() };
        reader.table(document.as_table(), "");
        let mut settings = reader.settings;
        settings.entries.order_by_key(|entry| entry.at);
        for (at, entry) in settings.entries.iter().enumerate() {
            settings.by_key.entry(entry.key.clone()).or_insert(at);
        }
        let labels = settings.groups.iter().map(|group| format!("{}.{}", group.kind, group.label));
        settings.by_label = labels.enumerate().map(|(at, label)| (label, at)).collect();
        Ok(settings)
    }

    /// The setting with this dotted key.
    pub(crate) fn get(&self, key: &str) -> Option<&Entry> {
        self.by_key.get(key).and_then(|&at| self.entries.get(at))
    }

    /// The entries of an array of tables.
    pub fn groups(&self, kind: &str) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(move |group| group.kind == kind)
    }

    /// Where a setting, or else the table it belongs to, stands in the text.
    pub(crate) fn position(&self, key: &str) -> Option<usize> {
        if let Some(entry) = self.get(key) {
            return Some(entry.value.start);
        }
        // Neither a kind nor a label has a point in it.
        let end = key.match_indices('.').nth(1).map_or(key.len(), |(at, _)| at);
        let group = self.by_label.get(part(key, 0..end)).and_then(|&at| self.groups.get(at));
        group.map(|group| group.at)
    }
}

/// Where the longest line begins: what is nested too deep has no place of its own.
fn longest_line(text: &str) -> usize {
    let lines = text.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((line.len(), *at - line.len()))
    });
    lines.max_by_key(|(length, _)| *length).map_or(0, |(_, start)| start)
}

struct Reader<'a> {
    text: &'a str,
    /// Bytes before the text that was parsed.
    start: usize,
    settings: Settings,
    /// Kinds and labels of the groups so far.
    labels: HashSet<(String, String)>,
}

impl Reader<'_> {
    fn table(&mut self, table: &dyn TableLike, prefix: &str) {
        for (name, item) in table.iter() {
            let key = format!("{prefix}{name}");
            let at = table.key(name).and_then(toml_edit::Key::span).map_or(0, |span| span.start + self.start);
            match item {
                Item::Table(inner) => {
                    let first = self.settings.entries.len();
                    self.table(inner, &format!("{key}."));
                    let header = inner.span().map_or(0, |span| span.end + self.start);
                    let end = self.last_value(first).max(header);
                    self.settings.tables.push((key, end));
                }
                Item::ArrayOfTables(array) if prefix.is_empty() => {
                    for (number, inner) in array.iter().enumerate() {
                        let span = inner.span().map_or(0..0, |span| span.start + self.start..span.end + self.start);
                        self.group(inner, name, number, span, false);
                    }
                }
                Item::Value(Value::Array(array)) if prefix.is_empty() && array.iter().any(Value::is_inline_table) => {
                    for (number, value) in array.iter().enumerate() {
                        let Some(inner) = value.as_inline_table() else { continue };
                        let span = value.span().map_or(0..0, |span| span.start + self.start..span.end + self.start);
                        self.group(inner, name, number, span, true);
                    }
                }
                Item::Value(Value::InlineTable(inner)) => self.table(inner, &format!("{key}.")),
                Item::Value(value) => self.value(key, value, at),
                Item::None | Item::ArrayOfTables(_) => {}
            }
        }
    }

    fn group(&mut self, table: &dyn TableLike, kind: &str, number: usize, span: Range<usize>, inline: bool) {
        let id = table.get("id").and_then(Item::as_str).map_or("", str::trim);
        let taken = self.labels.contains(&(kind.to_owned(), id.to_owned()));
        let label = if id.is_empty() || taken || id.contains('.') { format!("#{}", number + 1) } else { id.to_owned() };
        let prefix = format!("{kind}.{label}.");
        let first = self.settings.entries.len();
        self.table(table, &prefix);
        let end = self.last_value(first).max(if inline { 0 } else { span.end });
        self.labels.insert((kind.to_owned(), label.clone()));
        self.settings.groups.push(Group { kind: kind.to_owned(), label, at: span.start, end, inline });
    }

    fn value(&mut self, key: String, value: &Value, at: usize) {
        let span = value.span().map_or(at..at, |span| span.start + self.start..span.end + self.start);
        let written = match value {
            Value::String(text) => Written::Text(text.value().clone()),
            Value::Integer(_) | Value::Float(_) => Written::Number(part(self.text, span.clone()).to_owned()),
            Value::Boolean(_) => Written::Other("true or false"),
            Value::Datetime(_) => Written::Other("a date"),
            Value::Array(_) => Written::Other("a list"),
            Value::InlineTable(_) => Written::Other("a table"),
        };
        self.settings.entries.push(Entry { key, written, value: span, at });
    }

    /// The end of the last value of those from `first` on.
    fn last_value(&self, first: usize) -> usize {
        let inside = self.settings.entries.iter().skip(first);
        inside.map(|entry| entry.value.end).max().unwrap_or(0)
    }
}

/// The text of `case.toml` with one setting written anew: `literal` is TOML, such as `120` or `"all"`.
///
/// A missing key is added to its table, a missing table at its place in the file; a ministry or rung must exist.
pub fn write(text: &str, key: &str, literal: &str) -> Result<String, String> {
    let settings = Settings::parse(text).map_err(|error| say!("settings-case-toml-cannot", message = error.message))?;
    if let Some(entry) = settings.get(key) {
        return Ok(splice(text, entry.value.clone(), literal));
    }
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (table, name) = key.rsplit_once('.').unwrap_or(("", key));
    if let Some(group) = settings.groups.iter().find(|group| format!("{}.{}", group.kind, group.label) == table) {
        let with = if group.inline { format!(", {name} = {literal}") } else { format!("{newline}{name} = {literal}") };
        let at = if group.inline { group.end } else { line_end(text, group.end) };
        return Ok(splice(text, at..at, &with));
    }
    if let Some((_, end)) = settings.tables.iter().find(|(name, _)| name == table) {
        let at = line_end(text, *end);
        return Ok(splice(text, at..at, &format!("{newline}{name} = {literal}")));
    }
    if table.is_empty() {
        return Ok(add_at_top(text, &settings, &format!("{name} = {literal}"), newline));
    }
    if table.contains('.') {
        return Err(say!("settings-case-toml-has", table = table.replacen('.', " ", 1)));
    }
    let start = settings.groups.iter().map(|group| line_start(text, group.at)).min().unwrap_or(text.len());
    let before = if start == 0 || part(text, 0..start).ends_with('\n') { "" } else { newline };
    Ok(splice(text, start..start, &format!("{before}[{table}]{newline}{name} = {literal}{newline}{newline}")))
}

/// The text of `case.toml` without a setting; the text itself where it has no such setting. A line that holds nothing else
/// goes as a whole, with its comment.
pub fn remove(text: &str, key: &str) -> Result<String, String> {
    let settings = Settings::parse(text).map_err(|error| say!("settings-case-toml-cannot", message = error.message))?;
    let Some(entry) = settings.get(key) else { return Ok(text.to_owned()) };
    let start = line_start(text, entry.at);
    let inline = part(text, start..entry.at).contains(['{', ',']);
    if !inline {
        let rest = part(text, entry.value.end..text.len());
        let end = rest.find('\n').map_or(text.len(), |at| entry.value.end + at + 1);
        return Ok(splice(text, start..end, ""));
    }
    let before = part(text, 0..entry.at).trim_end();
    if before.ends_with(',') {
        return Ok(splice(text, before.len() - 1..entry.value.end, ""));
    }
    let after = part(text, entry.value.end..text.len());
    let next = after.trim_start().strip_prefix(',').map_or(after, str::trim_start);
    Ok(splice(text, entry.at..text.len() - next.len(), ""))
}

/// A key outside all tables goes after the last of those, else to the very top.
fn add_at_top(text: &str, settings: &Settings, line: &str, newline: &str) -> String {
    let outside = settings.entries.iter().filter(|entry| !entry.key.contains('.'));
    if let Some(end) = outside.map(|entry| entry.value.end).max() {
        let at = line_end(text, end);
        return splice(text, at..at, &format!("{newline}{line}"));
    }
    let at = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
    splice(text, at..at, &format!("{line}{newline}"))
}

/// A text as a TOML string.
pub fn quote(text: &str) -> String {
    toml_edit::Value::from(text).to_string().trim().to_owned()
}

fn line_end(text: &str, from: usize) -> usize {
    let rest = part(text, from..text.len());
    let end = from + rest.find('\n').unwrap_or(rest.len());
    if part(text, 0..end).ends_with('\r') { end - 1 } else { end }
}

fn line_start(text: &str, from: usize) -> usize {
    part(text, 0..from).rfind('\n').map_or(0, |at| at + 1)
}

fn splice(text: &str, range: Range<usize>, with: &str) -> String {
    [part(text, 0..range.start), with, part(text, range.end..text.len())].concat()
}

#[cfg(test)]
mod tests;
