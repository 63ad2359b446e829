//! A table on the screen: a window of rows and columns over any source of cells.
//!
//! Only what is visible is asked for and drawn, so that 100 000 rows stay fluid. Which rows are visible and in which
//! order is worked out by [`TableState::arrange`] when something changes, never while drawing.

mod copy;
pub(crate) mod filter;
mod order;
mod paint;
mod sort;
mod state;
#[cfg(test)]
mod tests;
mod values;

use std::borrow::Cow;

use rust_decimal::Decimal;

pub(crate) use copy::{columns_text, exact, is_blank, parse_rows, parse_tsv, row_text};

pub(crate) use order::Order;
pub(crate) use paint::{Hit, cursor_area, hit, is_cut, layout, paint, row_at};
pub(crate) use state::{LIMIT, Move, TableState, Until};

pub(crate) use values::{is, values};

use crate::tui::theme::Role;

/// What the line below a table tells of the numbers of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Total {
    /// What they add up to, and from where to where they go.
    Sum,
    /// From where to where they go: years and ratios add up to nothing.
    Range,
    /// Nothing: its rows are in different units.
    Mixed,
}

/// A column of a table on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each says something of its own")]
pub(crate) struct GridColumn {
    /// What filters call it: the name in the file, or a name of its own.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Whether its cells are numbers: aligned to the right, sorted by value.
    pub number: bool,
    /// Whether it stays at the left when the table scrolls sideways.
    pub pinned: bool,
    /// Whether it holds the ids of rows that stand under their names: a search looks there, too, before all others.
    pub is_id: bool,
    /// Whether it is as wide as its heading, however little stands below it.
    pub titled: bool,
    /// The column of the file that it shows; `None` if it is computed.
    pub source: Option<usize>,
    /// What the line below the table tells of its numbers.
    pub total: Total,
    /// Its unit, for the line below the table.
    pub unit: String,
    /// What it means, for the line below the table.
    pub help: Cow<'static, str>,
}

impl GridColumn {
    /// A computed column of text.
    pub fn text(id: &str, title: &str, help: impl Into<Cow<'static, str>>) -> Self {
        Self {
            id: id.to_string(),
            title: title.to_string(),
            number: false,
            pinned: false,
            is_id: false,
            titled: false,
            total: Total::Sum,
            source: None,
            unit: String::new(),
            help: help.into(),
        }
    }

    /// A computed column of numbers.
    pub fn number(id: &str, title: &str, help: impl Into<Cow<'static, str>>) -> Self {
        Self { number: true, ..Self::text(id, title, help) }
    }

    /// The same, without a sum.
    pub fn no_sum(self) -> Self {
        Self { total: Total::Range, ..self }
    }

    /// The same, with rows in different units.
    pub fn mixed(self) -> Self {
        Self { total: Total::Mixed, ..self }
    }

    /// The same, kept at the left.
    pub fn pinned(self) -> Self {
        Self { pinned: true, ..self }
    }
}

/// Where a table gets its cells from.
pub(crate) trait Grid {
    /// How many rows there are, and the columns, pinned ones first.
    fn shape(&self) -> (usize, &[GridColumn]);
    /// How many rows there are.
    fn rows(&self) -> usize {
        self.shape().0
    }
    /// The columns, pinned ones first.
    fn columns(&self) -> &[GridColumn] {
        self.shape().1
    }
    /// The text of a cell; empty outside.
    fn cell(&self, row: usize, column: usize) -> Cow<'_, str>;
    /// What a cell says to people; filters, sorting and copies go by its text.
    fn shown(&self, row: usize, column: usize) -> Cow<'_, str> {
        self.cell(row, column)
    }
    /// What a column means. Where that takes many words to make, it is made for the one that is looked at.
    fn help(&self, column: usize) -> Cow<'_, str> {
        self.columns().get(column).map_or(Cow::Borrowed(""), |column| Cow::Borrowed(&*column.help))
    }
    /// How a cell is drawn.
    fn role(&self, _row: usize, _column: usize) -> Role {
        Role::Text
    }
    /// What a column of these rows comes to, in words, where that is more than a sum.
    fn sum_words(&self, _rows: &[usize], _column: usize) -> Option<String> {
        None
    }
    /// The cell's number, if it is one.
    fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        crate::session::bulk::parse_number(&self.cell(row, column))
    }
}
