//! One table as text: its header and rows, each with the bytes it was read from.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::csv;
use super::schema::{Table, TableId, table};
use crate::messages::language;

/// A table as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Row {
    /// The cells' text, as many as the row has; a missing cell reads as empty.
    pub cells: Vec<String>,
    /// The row as it stands in the file, with its line ending and the blank lines before it; a changed cell is written
    /// into it. None for a row that is in no file yet.
    pub raw: Option<Arc<str>>,
}

/// A line ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
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

    /// The columns in which the name of a row is looked for: that of the spoken language, then the general one.
    pub fn name_columns(&self) -> [Option<usize>; 2] {
        self.in_language("name")
    }

    /// The columns in which a text of a row is looked for: that of the spoken language, then the general one.
    pub fn in_language(&self, column: &str) -> [Option<usize>; 2] {
        [self.column(&format!("{column}_{}", language())), self.column(column)]
    }

    /// The name of a row in the spoken language, or its general one; empty where it has none.
    pub fn name(&self, row: usize) -> &str {
        let names = self.name_columns().into_iter().flatten().map(|column| self.cell_at(row, column));
        names.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
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

    /// The row with a key, if there is one.
    pub fn row_of(&self, key: &str) -> Option<usize> {
        (0..self.rows.len()).find(|&row| self.key(row) == key)
    }

    /// The rows in which a column holds a text.
    pub fn rows_with(&self, column: &str, text: &str) -> impl Iterator<Item = usize> {
        let at = self.column(column);
        (0..self.rows.len()).filter(move |&row| at.map_or("", |at| self.cell_at(row, at)) == text)
    }

    /// Takes out the rows of which something holds.
    pub fn remove_rows(&mut self, gone: impl Fn(usize) -> bool) {
        let mut row = 0..;
        self.rows.retain(|_| !row.next().is_some_and(&gone));
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

    /// Writes the text of a cell; everything else keeps its bytes. The row is lengthened where it is too short.
    pub fn set(&mut self, row: usize, column: usize, text: &str) {
        if let Some(row) = self.rows.get_mut(row)
            && (row.cells.len() <= column || row.cells[column] != text)
        {
            *row = Arc::new(row.with_cell(column, text));
        }
    }

    /// Adds a column before the one at a position, or after the last one, with an empty cell in every row.
    pub fn insert_column(&mut self, at: usize, name: &str) {
        self.ensure_header();
        let at = at.min(self.header.len());
        self.write_header(|header| header.with_inserted(at, name));
        for row in &mut self.rows {
            if row.cells.len() >= at {
                *row = Arc::new(row.with_inserted(at, ""));
            }
        }
    }

    /// Writes the header anew, as a row.
    pub fn write_header(&mut self, write: impl FnOnce(&Row) -> Row) {
        let header = Row { cells: std::mem::take(&mut self.header), raw: self.header_raw.take() };
        let Row { cells, raw } = write(&header);
        (self.header, self.header_raw) = (cells, raw);
    }

    /// Takes a column out, with its cell in every row; without a column there are no rows either.
    pub fn delete_column(&mut self, at: usize) {
        if at >= self.header.len() {
            return;
        }
        self.write_header(|header| header.without(at));
        if self.header.is_empty() {
            self.header_raw = None;
            self.rows.clear();
        }
        for row in &mut self.rows {
            *row = Arc::new(row.without(at));
        }
    }

    /// The position of a column that is added after the last one where it is missing.
    pub fn column_or_new(&mut self, name: &str) -> usize {
        self.ensure_header();
        self.column(name).unwrap_or_else(|| {
            self.insert_column(self.header.len(), name);
            self.header.len() - 1
        })
    }

    /// Gives a table without a header that of the schema, without the columns that there are many of.
    pub fn ensure_header(&mut self) {
        if self.header.is_empty() {
            let columns = self.schema().columns.iter();
            self.header = columns.flat_map(|column| column.names(std::iter::empty(), 0)).collect();
            self.header_raw = None;
        }
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

#[cfg(test)]
mod tests;
