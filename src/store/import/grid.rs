//! The cells of a list, wherever they come from.

use crate::model::cell::Trouble;
use crate::model::finding::{Finding, Level};
use crate::model::quotes::{open_quote, quotes};
use crate::model::schema::{TableId, table};
use crate::model::{DecimalMark, Sheet};
use crate::say;
use crate::store::dialect;

/// The cells of a list as text, row by row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// Its rows.
    pub rows: Vec<GridRow>,
    /// The mark that stood between its cells; a tab where none did.
    mark: u8,
    /// What begins the decimals of its numbers, where that is known.
    decimal: Option<DecimalMark>,
    /// What was found while it was cut into cells.
    pub(super) found: Vec<Finding>,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridRow {
    /// The line of the file on which it begins, or its number in the sheet, from 1.
    pub line: usize,
    /// Its cells, without the spaces around them.
    pub cells: Vec<String>,
}

impl GridRow {
    /// The text of a cell; empty where the row ends before it.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The cells that hold something, with their places.
    pub(super) fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells.iter().map(String::as_str).enumerate().filter(|(_, cell)| !cell.is_empty())
    }
}

impl Grid {
    /// The cells of a text, in whatever way it is written; `file` names it in what is found.
    ///
    /// `is_heading` says whether a text can be at the head of a column: it decides which mark stands between the cells.
    ///
    /// # Errors
    /// Where there is no table in it at all, or a quote is never closed.
    #[expect(clippy::result_large_err, reason = "a list is read once")]
    pub(super) fn of_text(file: &str, text: &str, is_heading: &dyn Fn(&str) -> bool) -> Result<Self, Finding> {
        let any = table(TableId::Candidates).column("cost_1");
        let cut = dialect::cut(text, &|name| any.filter(|_| is_heading(name)));
        let sheet = Sheet::parse(TableId::Candidates, &cut.text);
        if sheet.header.is_empty() {
            let message = say!("quick-file-file-empty", file = file);
            let trouble = Trouble::new("missing-file", message, say!("quick-write-header-such-candidate"));
            return Err(Finding::elsewhere(file, (0, 0), "", Level::Error, trouble));
        }
        if let Some(quote) = open_quote(&sheet) {
            return Err(quote.finding(file, &sheet));
        }
        let mut found: Vec<Finding> = Vec::new();
        if !cut.how.is_empty() {
            found.push(Finding::elsewhere(file, (0, 0), "", Level::Note, dialect::read_with(&cut.how)));
        }
        found.extend(quotes(&sheet).iter().map(|quote| quote.finding(file, &sheet)));
        let header = GridRow { line: sheet.header_line(), cells: sheet.header.clone() };
        let rows = sheet.rows.iter().zip(sheet.lines());
        let rows = rows.map(|(row, line)| GridRow { line, cells: row.cells.iter().map(|cell| bare(cell)).collect() });
        let rows = std::iter::once(header).chain(rows).collect();
        Ok(Self { rows, mark: cut.mark, decimal: None, found })
    }

    /// Cells that were read elsewhere, such as those of a sheet of a spreadsheet; `decimal` says what begins the decimals of numbers
    /// among them, where that is known.
    pub fn of_rows(rows: impl IntoIterator<Item = Vec<String>>, decimal: Option<DecimalMark>) -> Self {
        let rows = rows.into_iter().zip(1..);
        let rows = rows.map(|(cells, line)| GridRow { line, cells: cells.iter().map(|cell| bare(cell)).collect() });
        Self { rows: rows.collect(), mark: b'\t', decimal, found: Vec::new() }
    }

    /// How many columns its widest row has.
    pub(super) fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    /// The mark that stood between its cells.
    pub(super) const fn mark(&self) -> u8 {
        self.mark
    }

    /// What begins the decimals of its numbers, where that is known.
    pub(super) const fn decimal(&self) -> Option<DecimalMark> {
        self.decimal
    }
}

/// A cell without the spaces around it, also those of typographers.
fn bare(cell: &str) -> String {
    cell.trim().to_owned()
}
