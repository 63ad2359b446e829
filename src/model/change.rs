//! A change of one cell or of many, as scenarios and `--set` write it.

use rust_decimal::Decimal;

/// What a change does to a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// `=v`: sets the text.
    Set(String),
    /// `+v` and `-v`: adds a number.
    Add(Decimal),
    /// `*v`: multiplies by a number.
    Multiply(Decimal),
}

/// A change of the cells that a table, a key and a column name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The table's name, or `case` for `case.toml`.
    pub table: String,
    /// The row's key; two parts are joined by `:`; `*` stands for all.
    pub id: String,
    /// The column's name, or the dotted key of `case.toml`.
    pub column: String,
    /// What to do.
    pub operation: Operation,
}

impl Change {
    /// The change that sets cells to a text.
    pub fn set(table: &str, id: &str, column: &str, text: impl Into<String>) -> Self {
        let operation = Operation::Set(text.into());
        Self { table: table.to_owned(), id: id.to_owned(), column: column.to_owned(), operation }
    }
}
