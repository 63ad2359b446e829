//! A case as text: the cells of its tables and the text of `case.toml`, just as they stand in the files.
//!
//! Planners edit this; [`crate::model::compile`] reads the typed [`crate::model::Case`] from it. Every cell keeps the
//! text that was typed, also when it is wrong, and every row that was not changed keeps the bytes it was read from.

use std::sync::Arc;

use super::csv;
use super::finding::Finding;
use super::schema::{TABLES, Table, TableId, table};

/// All text of a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workbook {
    /// The case's name: that of its folder; the title where `case.toml` gives none.
    pub name: String,
    /// The text of `case.toml`, with its comments.
    pub settings: String,
    /// What was found while the files were read that the text itself no longer shows, such as a wrong encoding.
    pub reading: Vec<Finding>,
    /// One sheet for each table of the schema, in the schema's order.
    sheets: Vec<Sheet>,
}

/// The file of a case that holds its settings.
pub const SETTINGS_FILE: &str = "case.toml";

/// A table as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Which table it is.
    pub table: TableId,
    /// Whether the file exists; an absent sheet with rows is created when the case is saved.
    pub present: bool,
    /// The header row's names, in file order, without the spaces around them.
    pub header: Vec<String>,
    /// The header row as it was read, with its line ending and all that stands before it.
    pub header_raw: Option<Arc<str>>,
    /// The rows below the header.
    pub rows: Vec<Arc<Row>>,
    /// What stands after the last row, such as blank lines.
    pub tail: Arc<str>,
    /// The line ending of the file.
    pub newline: Newline,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The cells' text, as many as the row has; a missing cell reads as empty.
    pub cells: Vec<String>,
    /// The row as it stands in the file, with its line ending and the blank lines before it; a changed cell is written
    /// into it. None for a row that is in no file yet.
    pub raw: Option<Arc<str>>,
}

/// A line ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Newline {
    /// `\n`
    #[default]
    Lf,
    /// `\r\n`
    CrLf,
}

impl Newline {
    /// Its text.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lf => "\n",
            Self::CrLf => "\r\n",
        }
    }
}

impl Workbook {
    /// A workbook with this text of `case.toml` and no table.
    pub fn new(settings: impl Into<String>) -> Self {
        Self {
            name: String::new(),
            settings: settings.into(),
            reading: Vec::new(),
            sheets: TABLES.iter().map(|table| Sheet::absent(table.id)).collect(),
        }
    }

    /// A workbook made of the texts of its files: `case.toml` and the tables by their file names.
    ///
    /// A file that is not part of a case is passed over.
    pub fn from_files(files: &[(&str, &str)]) -> Self {
        let mut workbook = Self::new("");
        for (name, text) in files {
            workbook.put_file(name, text);
        }
        workbook
    }

    /// Puts the text of a file in place of what the workbook holds for it; false where no file of a case has this name.
    pub fn put_file(&mut self, name: &str, text: &str) -> bool {
        if name == SETTINGS_FILE {
            text.clone_into(&mut self.settings);
            return true;
        }
        let Some(table) = TABLES.iter().find(|table| table.file == name) else { return false };
        *self.sheet_mut(table.id) = Sheet::parse(table.id, text);
        true
    }

    /// The text of a file as it would be saved; none where the file does not exist or is not part of a case.
    pub fn file(&self, name: &str) -> Option<String> {
        if name == SETTINGS_FILE {
            return Some(self.settings.clone());
        }
        let sheet = self.sheets.iter().find(|sheet| sheet.schema().file == name)?;
        sheet.in_use().then(|| sheet.to_text())
    }

    /// The sheet of a table.
    pub fn sheet(&self, id: TableId) -> &Sheet {
        &self.sheets[id as usize]
    }

    /// The sheet of a table, to be changed.
    pub fn sheet_mut(&mut self, id: TableId) -> &mut Sheet {
        &mut self.sheets[id as usize]
    }

    /// All sheets, in the schema's order.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }
}

impl Sheet {
    /// The sheet of a table whose file does not exist.
    pub fn absent(id: TableId) -> Self {
        Self {
            table: id,
            present: false,
            header: Vec::new(),
            header_raw: None,
            rows: Vec::new(),
            tail: Arc::from(""),
            newline: Newline::Lf,
        }
    }

    /// The schema of its table.
    pub fn schema(&self) -> &'static Table {
        table(self.table)
    }

    /// Where a column stands in the header.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|header| header == name)
    }

    /// The text of a cell, without the spaces around it; empty where the row or the column is missing.
    pub fn cell(&self, row: usize, column: &str) -> &str {
        self.column(column).map_or("", |column| self.cell_at(row, column))
    }

    /// The text of a cell by the column's position.
    pub fn cell_at(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.cells.get(column)).map_or("", |cell| cell.trim())
    }

    /// The key of a row: the texts of the schema's key columns joined by `:`, or the row's number from 1.
    pub fn key(&self, row: usize) -> String {
        let key = self.schema().key;
        if key.is_empty() {
            return (row + 1).to_string();
        }
        key.iter().map(|column| self.cell(row, column)).collect::<Vec<_>>().join(":")
    }

    /// A table read from the text of its file. Nothing is refused: what is wrong with the text is found by the checks.
    pub fn parse(id: TableId, text: &str) -> Self {
        let mut sheet = Self { present: true, ..Self::absent(id) };
        let mut at = 0;
        if let Some(record) = csv::next_record(text, 0) {
            let raw = csv::part(text, record.all.clone());
            sheet.newline = if raw.ends_with("\r\n") { Newline::CrLf } else { Newline::Lf };
            sheet.header = cells(text, &record).map(|name| name.trim().to_owned()).collect();
            sheet.header_raw = Some(Arc::from(raw));
            at = record.all.end;
        }
        while let Some(record) = csv::next_record(text, at) {
            let raw = Some(Arc::from(csv::part(text, record.all.clone())));
            sheet.rows.push(Arc::new(Row { cells: cells(text, &record).collect(), raw }));
            at = record.all.end;
        }
        sheet.tail = Arc::from(csv::part(text, at..text.len()));
        sheet
    }

    /// The text of its file: what was read and not changed is there byte for byte.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        let newline = self.newline.as_str();
        let mut put = |piece: &str| {
            if !text.is_empty() && !text.ends_with('\n') && !piece.is_empty() {
                text.push_str(newline);
            }
            text.push_str(piece);
        };
        match &self.header_raw {
            Some(raw) => put(raw),
            None if self.header.is_empty() => {}
            None => put(&(csv::encode_record(&self.header, 1) + newline)),
        }
        for row in &self.rows {
            match &row.raw {
                Some(raw) => put(raw),
                None => put(&(csv::encode_record(&row.cells, self.header.len()) + newline)),
            }
        }
        if !self.tail.is_empty() {
            put(&self.tail);
        }
        text
    }

    /// Whether the table has a file, or will have one when the case is saved.
    pub fn in_use(&self) -> bool {
        self.present || !self.header.is_empty() || !self.rows.is_empty()
    }

    /// The line of the file on which each row starts; the last entry is the line after the last row.
    pub fn lines(&self) -> Vec<usize> {
        let mut line = 1 + self.header_raw.as_deref().map_or(1, |raw| breaks(raw).max(1));
        let mut lines = Vec::with_capacity(self.rows.len() + 1);
        for row in &self.rows {
            let (blank, length) = row.raw.as_deref().map_or_else(
                || (0, 1 + row.cells.iter().map(|cell| breaks(cell)).sum::<usize>()),
                |raw| {
                    let blank = breaks(csv::part(raw, 0..csv::blank_prefix(raw)));
                    (blank, (breaks(raw) - blank).max(1))
                },
            );
            lines.push(line + blank);
            line += blank + length;
        }
        lines.push(line);
        lines
    }

    /// The line on which the header stands.
    pub fn header_line(&self) -> usize {
        self.header_raw.as_deref().map_or(1, |raw| 1 + breaks(csv::part(raw, 0..csv::blank_prefix(raw))))
    }
}

/// How many lines a text ends.
fn breaks(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b'\n').count()
}

/// The texts of a record's cells.
fn cells<'a>(text: &'a str, record: &'a csv::Record) -> impl Iterator<Item = String> + 'a {
    record.cells.iter().map(|range| csv::decode(csv::part(text, range.clone())).into_owned())
}

impl Row {
    /// A row that is in no file yet.
    pub fn new(cells: Vec<String>) -> Self {
        Self { cells, raw: None }
    }
    /// The row with another text in a cell; everything else keeps its bytes.
    #[must_use]
    pub fn with_cell(&self, column: usize, text: &str) -> Self {
        let mut cells = self.cells.clone();
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        text.clone_into(&mut cells[column]);
        self.rewritten(cells, |raw| csv::splice_cell(raw, column, text))
    }

    /// The row with one more cell before that of the column.
    #[must_use]
    pub fn with_inserted(&self, column: usize, text: &str) -> Self {
        let mut cells = self.cells.clone();
        if cells.len() < column {
            cells.resize(column, String::new());
        }
        cells.insert(column, text.to_owned());
        self.rewritten(cells, |raw| csv::insert_cell(raw, column, text))
    }

    /// The row without the cell of the column.
    #[must_use]
    pub fn without(&self, column: usize) -> Self {
        let mut cells = self.cells.clone();
        if column >= cells.len() {
            return self.clone();
        }
        cells.remove(column);
        self.rewritten(cells, |raw| csv::remove_cell(raw, column))
    }

    /// The row with these cells: spliced into its text where that is possible, else written anew on the same lines.
    fn rewritten(&self, cells: Vec<String>, splice: impl FnOnce(&str) -> Option<String>) -> Self {
        let raw = self.raw.as_deref().map(|raw| {
            splice(raw).unwrap_or_else(|| {
                let ending = if raw.ends_with("\r\n") {
                    "\r\n"
                } else if raw.ends_with('\n') {
                    "\n"
                } else {
                    ""
                };
                format!("{}{}{ending}", csv::part(raw, 0..csv::blank_prefix(raw)), csv::encode_record(&cells, 1))
            })
        });
        Self { cells, raw: raw.map(Arc::from) }
    }
}
