//! Changing a case so that every change can be taken back.
//!
//! An [`Edit`] applied to a workbook gives its inverse, and the inverse restores identical bytes, because rows are kept
//! with the text they were read from.

mod apply;
pub mod difference;
pub mod repairs;
pub mod scenarios;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::schema::TableId;
use crate::model::{Row, Sheet};

/// A change of a workbook.
///
/// Rows and columns go by their position, from 0. A position behind the end means the end; a row that does not exist is
/// passed over, so that no edit can fail.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Writes the text of a cell; a column that is missing is added after the last one.
    SetCell {
        /// The table.
        table: TableId,
        /// The row, from 0.
        row: usize,
        /// The column's name.
        column: String,
        /// The new text.
        text: String,
    },
    /// Puts a row in place of another.
    ReplaceRow {
        /// The table.
        table: TableId,
        /// The row, from 0.
        row: usize,
        /// What stands there afterwards.
        with: Arc<Row>,
    },
    /// Puts rows in before the one at a position. A table without a header gets that of the schema.
    InsertRows {
        /// The table.
        table: TableId,
        /// The position of the first new row.
        at: usize,
        /// The rows.
        rows: Vec<Arc<Row>>,
    },
    /// Takes rows out.
    DeleteRows {
        /// The table.
        table: TableId,
        /// The position of the first row to go.
        at: usize,
        /// How many.
        count: usize,
    },
    /// Puts an empty column in before the one at a position.
    InsertColumn {
        /// The table.
        table: TableId,
        /// The position of the new column.
        at: usize,
        /// Its name.
        name: String,
    },
    /// Takes a column out.
    DeleteColumn {
        /// The table.
        table: TableId,
        /// Its position.
        at: usize,
    },
    /// Puts another text in place of `case.toml`.
    Settings(String),
    /// Puts a whole table back as it was. Made as the inverse of edits of columns.
    RestoreSheet(Box<Sheet>),
    /// Several edits as one, in order.
    Group(Vec<Edit>),
}

#[cfg(test)]
mod tests;
