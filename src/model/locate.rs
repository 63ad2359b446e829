//! Where something of the model stands in the files: file, line and character.

use std::cell::OnceCell;

use super::csv;
use super::finding::{Finding, Findings, Place};
use super::schema::{TABLES, TableId, table};
use super::settings::{Settings, SyntaxError};
use super::sheet::Sheet;
use super::workbook::{SETTINGS_FILE, Workbook};
use crate::say;

/// A place in a file: the file's name, the line and the character in it, both from 1 and 0 for all of it, and the column's name or the
/// setting's key.
type Spot<'a> = (&'static str, usize, usize, &'a str);

/// A cell: its table, row and column.
type CellIx = (TableId, usize, usize);
/// The line within its row, and the character.
type Spread = (usize, usize);

/// Looks places up; counts the lines of each file once.
struct Locator<'a> {
    workbook: &'a Workbook,
    lines: Vec<OnceCell<Vec<usize>>>,
    settings: OnceCell<Result<Settings, SyntaxError>>,
    /// Where each line of `case.toml` begins.
    starts: OnceCell<Vec<usize>>,
    /// The cell that was looked up last, and where it is: a long one may have many findings.
    last: Option<(CellIx, Spread)>,
}

impl Locator<'_> {
    /// Where a place stands.
    fn spot<'p>(&mut self, place: &'p Place) -> Spot<'p> {
        match place {
            Place::Elsewhere => ("", 0, 0, ""),
            Place::Setting(key) => self.setting(key),
            Place::Table(id) => (table(*id).file, 0, 0, ""),
            Place::Header(id, column) => {
                let sheet = self.workbook.sheet(*id);
                let at = sheet.column(column);
                let (line, character) = at.map_or((0, 0), |at| cell_in(sheet.header_raw.as_deref().unwrap_or(""), at));
                (table(*id).file, sheet.header_line() + line, character, column)
            }
            Place::Row(id, row) => (table(*id).file, self.row_line(*id, *row), 0, ""),
            Place::Cell(id, row, column) => {
                let sheet = self.workbook.sheet(*id);
                let (line, character) = sheet.column(column).map_or((0, 0), |at| {
                    let cell = (*id, *row, at);
                    let (_, found) = self
                        .last
                        .take_if(|(last, _)| *last == cell)
                        .unwrap_or_else(|| (cell, cell_at(sheet, *row, at)));
                    self.last = Some((cell, found));
                    found
                });
                (table(*id).file, self.row_line(*id, *row) + line, character, column)
            }
        }
    }

    fn row_line(&self, id: TableId, row: usize) -> usize {
        let lines = self.lines[id as usize].get_or_init(|| self.workbook.sheet(id).lines());
        lines.get(row).copied().unwrap_or(0)
    }

    fn setting<'p>(&self, key: &'p str) -> Spot<'p> {
        let text = self.workbook.settings.as_str();
        let settings = self.settings.get_or_init(|| Settings::parse(text));
        let at = match settings {
            Ok(settings) => settings.position(key),
            Err(error) => Some(error.at),
        };
        let starts = self.starts.get_or_init(|| {
            let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
        });
        let (line, character) = at.map_or((0, 0), |at| {
            let line = starts.partition_point(|&start| start <= at).max(1);
            let start = starts.get(line - 1).copied().unwrap_or(0);
            let (_, character) = line_and_character(csv::part(text, start..text.len()), at - start);
            (line, character)
        });
        (SETTINGS_FILE, line, character, key)
    }
}

impl Findings {
    /// The findings with the file, line and character of each.
    pub fn located(mut self, workbook: &Workbook) -> Vec<Finding> {
        let lines = vec![OnceCell::new(); TABLES.len()];
        let (settings, starts) = (OnceCell::new(), OnceCell::new());
        let mut locator = Locator { workbook, lines, settings, starts, last: None };
        for (at, count) in self.untold() {
            self.list[at].message.push_str(&say!("locate-more-alike", count = count));
        }
        let located = self.list.into_iter().map(|mut finding| {
            let (file, line, character, column) = locator.spot(&finding.place);
            let column = column.to_owned();
            (finding.file, finding.line, finding.character) = (file.to_owned(), line, character);
            finding.column = column;
            finding.in_short()
        });
        located.collect()
    }
}

/// The line after that of the row and the character at which a cell begins; (0, 0) where there is no such cell.
pub fn cell_at(sheet: &Sheet, row: usize, at: usize) -> (usize, usize) {
    let Some(row) = sheet.rows.get(row) else { return (0, 0) };
    match &row.raw {
        Some(raw) => cell_in(raw, at),
        None => cell_in(&csv::encode_record(&row.cells, sheet.header.len()), at),
    }
}

/// The line after the record's first one and the character at which a cell begins; (0, 0) where there is no such cell.
pub fn cell_in(raw: &str, at: usize) -> (usize, usize) {
    let record = csv::next_record(raw, 0);
    let Some(cell) = record.and_then(|record| record.cells.get(at).cloned()) else { return (0, 0) };
    let (line, character) =
        line_and_character(csv::part(raw, csv::blank_prefix(raw)..raw.len()), cell.start - csv::blank_prefix(raw));
    (line - 1, character)
}

/// The line and the character in it, both from 1, of a byte of a text.
pub fn line_and_character(text: &str, at: usize) -> (usize, usize) {
    let before = csv::part(text, 0..at.min(text.len()));
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let character = csv::part(before, start..before.len()).trim_start_matches(csv::BOM).chars().count() + 1;
    (line, character)
}
