//! How a table is written: which mark stands between its cells, how its lines end, which mark begins the decimals of its numbers.
//!
//! Spreadsheets write tables in the way of their country. Whatever reads a table reads it through [`read`], which makes of it
//! the text that the program itself would have written, line for line, so that nothing else has to know of other ways.
//! [`Foreign`] makes the file's own text of it again.
//!
//! These files know each other: a layout is weighed by how its cells read with it, and what is said of a table names both.

mod foreign;
mod said;
mod weigh;

pub(super) use foreign::Foreign;
pub(super) use said::read_with;

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::decode::Encoding;
use crate::model::DecimalMark;
use crate::model::cell::{Trouble, check};
use crate::model::csv::{self, BOM, Record};
use crate::model::finding::{Finding, Level};
use crate::model::limits::{LONGEST_NAME, MOST_COLUMNS};
use crate::model::money;
use crate::model::number::plain;
use crate::model::schema::{Column, Kind, Unit};
use crate::model::too_many::{self, TooMany};

/// What a heading means, if it is known.
pub(super) type ColumnOf<'a> = &'a dyn Fn(&str) -> Option<&'static Column>;

/// A table as the program writes it.
pub(super) struct ReadTable {
    /// Its text: commas, decimal points, line feeds.
    pub(super) text: String,
    /// How its own text is made of that, where they are not the same.
    pub(super) foreign: Option<Foreign>,
    /// How it was read, in a few words each.
    how: Vec<String>,
    /// What else is told of it: the level, the line, and what it is.
    said: Vec<(Level, usize, Trouble)>,
}

impl ReadTable {
    /// Whether it has more of something than the program takes in, so that nothing of it was read.
    pub(super) fn is_too_big(&self) -> bool {
        self.said.iter().any(|(_, _, trouble)| trouble.code == too_many::CODE)
    }

    /// What is told of it, about a file whose characters are written so.
    pub(super) fn findings(&self, file: &str, encoding: Encoding) -> Vec<Finding> {
        let encoding = Some(encoding).filter(|it| *it != Encoding::Utf8);
        let how: Vec<_> = encoding.map(|it| it.name().to_owned()).into_iter().chain(self.how.iter().cloned()).collect();
        let read_with = || (Level::Note, 0, said::read_with(&how));
        let note = (!how.is_empty()).then(read_with);
        let finding = |(level, line, trouble)| Finding::elsewhere(file, (line, 0), "", level, trouble);
        note.into_iter().chain(self.said.iter().cloned()).map(finding).collect()
    }
}

/// The marks between cells; the first of those that explain a table equally well is taken.
const MARKS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// This many records are looked at to find out how a table is written, and for its header.
const LOOKED_AT: usize = 20;

/// How the records of a table are written.
pub(super) struct Layout {
    mark: u8,
    /// How many records stand above the header.
    above: usize,
    /// The line of the header.
    line: usize,
    /// What each column means.
    columns: Vec<Option<&'static Column>>,
    names: Vec<String>,
}

/// Reads a table, whatever way it is written in; a decimal mark that is given is that of its numbers.
pub(super) fn read(text: &str, column_of: ColumnOf<'_>, decimal: Option<DecimalMark>) -> ReadTable {
    let (announced, rest) = announced(text);
    let old_lines = rest.contains('\r') && !rest.contains('\n');
    let lines = if old_lines { rest.replace('\r', "\n") } else { rest };
    let layout = layout(&lines, announced.as_deref(), column_of);
    if layout.names.len() > MOST_COLUMNS {
        let said = vec![(Level::Error, layout.line, TooMany::Columns.trouble())];
        return ReadTable { text: String::new(), how: Vec::new(), said, foreign: None };
    }
    let rows = each_record(&lines, layout.mark).skip(layout.above + 1);
    let weighed = weigh::weigh(rows.map(|record| cells(&lines, &record).collect()), &layout, decimal);
    if layout.mark == b',' && announced.is_none() && !old_lines && !weighed.changes {
        return ReadTable { text: lines, how: Vec::new(), said: said::said(&layout, &weighed), foreign: None };
    }
    let currencies = RefCell::new(BTreeMap::new());
    let (canonical, records, changed) = between_comma(&lines, layout.mark, |number, column, raw| {
        let meant = layout.columns.get(column).copied().flatten().filter(|_| number > layout.above)?;
        let plain = as_plain(raw, meant, &weighed)?;
        if let Some(currency) = money::said(raw).currency.filter(|_| meant.unit == Unit::Money) {
            currencies.borrow_mut().entry(currency).or_insert_with(|| csv::decode(raw).into_owned());
        }
        Some(plain)
    });
    let foreign = Foreign::new(layout.mark, weighed.mark, old_lines, announced, (&lines, &canonical), &records);
    let how = said::how(&layout, weighed.mark, old_lines, changed);
    let mut said = said::said(&layout, &weighed);
    said.extend(said::currencies(&currencies.into_inner()).map(|trouble| (Level::Error, layout.line, trouble)));
    ReadTable { how, said, foreign: Some(foreign), text: canonical }
}

/// A table cut into cells, whatever they mean.
pub(super) struct CutTable {
    /// Its text with commas between the cells, line for line.
    pub(super) text: String,
    /// The mark that stands between its cells.
    pub(super) mark: u8,
    /// How it was read, in a few words each.
    pub(super) how: Vec<String>,
}

/// Cuts a table into cells and leaves them as they are written, for who finds out alone what they mean.
pub(super) fn cut(text: &str, column_of: ColumnOf<'_>) -> CutTable {
    let (announced, rest) = announced(text);
    let old_lines = rest.contains('\r') && !rest.contains('\n');
    let lines = if old_lines { rest.replace('\r', "\n") } else { rest };
    let layout = layout(&lines, announced.as_deref(), column_of);
    let (text, _, _) = between_comma(&lines, layout.mark, |_, _, _| None);
    CutTable { text, mark: layout.mark, how: said::how(&layout, DecimalMark::Point, old_lines, false) }
}

/// The decimal mark of cells that were cut out of a table with this mark between them, and a question where nothing tells it.
pub(super) fn decimal_mark(
    rows: impl Iterator<Item = Vec<String>>,
    (mark, line): (u8, usize),
    columns: Vec<Option<&'static Column>>,
    names: Vec<String>,
    given: Option<DecimalMark>,
) -> (DecimalMark, Option<Trouble>) {
    let layout = Layout { mark, above: 0, line, columns, names };
    let weighed = weigh::weigh(rows, &layout, given);
    (weighed.mark, said::doubt(&weighed))
}

/// A text with commas between its cells, where each record of it stands there, and whether a cell became another one.
fn between_comma(
    lines: &str,
    mark: u8,
    number: impl Fn(usize, usize, &str) -> Option<String>,
) -> (String, Vec<(std::ops::Range<usize>, Record)>, bool) {
    let mut canonical = String::with_capacity(lines.len());
    let mut records = Vec::new();
    let (mut at, mut changed) = (0, false);
    for (nth, record) in each_record(lines, mark).enumerate() {
        let start = canonical.len();
        let first = record.cells.first().map_or(record.all.end, |cell| cell.start);
        canonical.push_str(csv::part(lines, record.all.start..first));
        for (column, range) in record.cells.iter().enumerate() {
            if column > 0 {
                canonical.push(',');
            }
            let raw = csv::part(lines, range.clone());
            let number = number(nth, column, raw);
            changed |= number.is_some();
            canonical.push_str(&number.unwrap_or_else(|| between_commas(raw)));
        }
        at = record.all.end;
        canonical.push_str(csv::part(lines, record.cells.last().map_or(at, |cell| cell.end)..at));
        records.push((start..canonical.len(), record));
    }
    canonical.push_str(csv::part(lines, at..lines.len()));
    (canonical, records, changed)
}

/// The most bytes of a line that says which mark there is, quotes included.
const LONGEST_ANNOUNCEMENT: usize = 16;

/// The first line with which Excel says which mark it takes, such as `sep=;`, and the text with that line empty.
fn announced(text: &str) -> (Option<String>, String) {
    let bare = text.trim_start_matches(BOM);
    // Such a line is short: a first line of many megabytes is not looked through for its end.
    let ends = |byte: u8| matches!(byte, b'\r' | b'\n');
    let end = bare.bytes().take(LONGEST_ANNOUNCEMENT + 1).position(ends).unwrap_or(bare.len());
    let line = bare.get(..end).filter(|line| line.len() <= LONGEST_ANNOUNCEMENT).unwrap_or_default();
    let is_one = line.trim_matches('"').strip_prefix("sep=").is_some_and(|mark| mark.len() == 1);
    if !is_one {
        return (None, text.to_owned());
    }
    (Some(line.to_owned()), text.replacen(line, "", 1))
}

/// The records of a text.
fn each_record(text: &str, mark: u8) -> impl Iterator<Item = Record> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let record = csv::next_record_between(text, at, mark)?;
        at = record.all.end;
        Some(record)
    })
}

/// The texts of a record's cells.
fn cells<'a>(text: &'a str, record: &'a Record) -> impl Iterator<Item = String> + 'a {
    record.cells.iter().map(|range| csv::decode(csv::part(text, range.clone())).trim().to_owned())
}

/// Which mark stands between the cells: the one that was announced, else the one under which most headings are known, else the
/// one that cuts most records in the most cells.
fn layout(text: &str, announced: Option<&str>, column_of: ColumnOf<'_>) -> Layout {
    // With a mark that is not that of the file, a whole line is one heading.
    let column_of = |name: &str| if name.len() > LONGEST_NAME { None } else { column_of(name) };
    let announced = announced.and_then(|line| line.trim_matches('"').bytes().last());
    let marks = MARKS.iter().copied().filter(|mark| announced.is_none_or(|announced| announced == *mark));
    let mut best: Option<(usize, usize, Layout)> = None;
    for mark in marks.chain(announced.filter(|mark| !MARKS.contains(mark))) {
        let records: Vec<Record> = each_record(text, mark).take(LOOKED_AT).collect();
        // Of a header that is too wide it is enough to see that it is one.
        let first_cells = |record: &Record| cells(text, record).take(MOST_COLUMNS + 1).collect::<Vec<_>>();
        let known = |record: &Record| first_cells(record).iter().filter(|name| column_of(name).is_some()).count();
        let first = records.first().map_or(0, known);
        // A header below a title is one only if it leaves no doubt: what stands above it is hardly filled.
        let filled = |record: &Record| cells(text, record).filter(|cell| !cell.is_empty()).count();
        let is_title = |at: usize| {
            let header = records.get(at).map_or(0, filled);
            records.iter().take(at).all(|above| 2 * filled(above) <= header)
        };
        let below = || records.iter().position(|record| known(record) > 1).filter(|at| first == 0 && is_title(*at));
        let above = below().unwrap_or(0);
        let header = records.get(above);
        let names: Vec<String> = header.map(first_cells).unwrap_or_default();
        let line = header.and_then(|record| Some(text.get(..record.cells.first()?.start)?.matches('\n').count() + 1));
        let columns: Vec<_> = names.iter().map(|name| column_of(name)).collect();
        let found = columns.iter().flatten().count();
        let width = usual_width(&records);
        if best.as_ref().is_none_or(|(most, wide, _)| (found, width) > (*most, *wide)) {
            best = Some((found, width, Layout { mark, above, line: line.unwrap_or(1), columns, names }));
        }
    }
    let nothing = || Layout { mark: b',', above: 0, line: 1, columns: Vec::new(), names: Vec::new() };
    best.map_or_else(nothing, |(_, _, layout)| layout)
}

/// How many cells most records have; titles above a table and notes below it have fewer.
fn usual_width(records: &[Record]) -> usize {
    let alike = |width: usize| records.iter().filter(|record| record.cells.len() == width).count();
    let widths = records.iter().map(|record| record.cells.len());
    widths.max_by_key(|&width| (alike(width), width)).unwrap_or(0)
}

/// The number of a cell as the program writes it; `None` if it is written so already, or is no number.
fn as_plain(raw: &str, column: &Column, weighed: &weigh::Weighed) -> Option<String> {
    let text = csv::decode(raw);
    let text = text.trim();
    if is_plain(text, column, weighed.mark) || (weighed.open && text.contains(',')) {
        return None;
    }
    plain(text, column, weighed.mark).filter(|plain| plain != text)
}

/// Whether a cell can be left as it is.
fn is_plain(text: &str, column: &Column, mark: DecimalMark) -> bool {
    let counts =
        matches!(column.kind, Kind::Number { .. } | Kind::Whole { .. } | Kind::Amount | Kind::Change | Kind::Share);
    let marked = mark == DecimalMark::Comma && text.contains('.');
    text.is_empty() || !counts || (!marked && check(column.kind, column.unit, text).is_ok())
}

/// A cell as it stands between commas: as it is written, where it can be.
fn between_commas(raw: &str) -> String {
    if raw.contains(',') && !is_quoted(raw) { csv::encode(&csv::decode(raw)).into_owned() } else { raw.to_owned() }
}

/// Whether a cell stands in quotes as a whole, so that any mark may stand in it.
fn is_quoted(raw: &str) -> bool {
    raw.trim_start_matches([' ', '\t']).starts_with('"') && csv::stray_quote(raw).is_none()
}

#[cfg(test)]
mod tests;
