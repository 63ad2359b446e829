//! A case as text: the cells of its tables and the text of `case.toml`, just as they stand in the files.
//!
//! Planners edit this; [`crate::model::compile`] reads the typed [`crate::model::Case`] from it. Every cell keeps the
//! text that was typed, also when it is wrong, and every row that was not changed keeps the bytes it was read from.

use std::sync::Arc;

use super::schema::{TABLES, Table, TableId, table};

/// All text of a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workbook {
    /// The text of `case.toml`, with its comments.
    pub settings: String,
    /// One sheet for each table of the schema, in the schema's order.
    sheets: Vec<Sheet>,
}

/// A table as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Which table it is.
    pub table: TableId,
    /// Whether the file exists; an absent sheet with rows is created when the case is saved.
    pub present: bool,
    /// The header row's names, in file order.
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
    /// The row as it was read, with its line ending and blank lines before it; none once a cell is changed.
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
        Self { settings: settings.into(), sheets: TABLES.iter().map(|table| Sheet::absent(table.id)).collect() }
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

    /// The line of the file on which each row starts; the last entry is the line after the last row.
    pub fn lines(&self) -> Vec<usize> {
        let breaks = |raw: &str| raw.bytes().filter(|&byte| byte == b'\n').count();
        let mut line = 1 + self.header_raw.as_deref().map_or(1, |raw| breaks(raw).max(1));
        let mut lines = Vec::with_capacity(self.rows.len() + 1);
        for row in &self.rows {
            let (blank, length) = row.raw.as_deref().map_or_else(
                || (0, 1 + row.cells.iter().map(|cell| breaks(cell)).sum::<usize>()),
                |raw| {
                    let content = raw.trim_start_matches(['\n', '\r']);
                    (raw.strip_suffix(content).map_or(0, breaks), breaks(content).max(1))
                },
            );
            lines.push(line + blank);
            line += blank + length;
        }
        lines.push(line);
        lines
    }
}

impl Row {
    /// A row that is in no file yet.
    pub fn new(cells: Vec<String>) -> Self {
        Self { cells, raw: None }
    }
}
