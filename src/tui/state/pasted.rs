//! Rows that were pasted and wait for a decision.

use std::collections::{HashMap, HashSet};

use crate::model::Sheet;
use crate::model::schema::TableId;

/// Rows for a table that wait for a decision: some of them are in it already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pasted {
    pub table: TableId,
    /// The names of the columns, one for each cell of a row.
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// What becomes of pasted rows that are in the table already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// They are written over.
    Update,
    /// They come in as rows of their own; where rows have ids, under new ones.
    Add,
}

impl Pasted {
    /// What a row is called by; nothing where the table's rows have no keys.
    pub fn key_of(&self, row: &[String], sheet: &Sheet) -> Option<String> {
        let cells = sheet.schema().key.iter().map(|key| {
            let at = self.columns.iter().position(|name| name == key);
            at.and_then(|at| row.get(at)).map_or("", String::as_str)
        });
        let cells: Vec<&str> = cells.collect();
        (cells.iter().any(|cell| !cell.is_empty())).then(|| cells.join(":"))
    }

    /// The keys of the rows that are in the table already, each with its place there.
    pub fn known(&self, sheet: &Sheet) -> HashMap<String, usize> {
        let mut places = HashMap::new();
        if sheet.schema().key.is_empty() {
            return places;
        }
        let wanted: HashSet<String> = self.rows.iter().filter_map(|row| self.key_of(row, sheet)).collect();
        for row in 0..sheet.rows.len() {
            let key = sheet.key(row);
            if wanted.contains(&key) {
                places.entry(key).or_insert(row);
            }
        }
        places
    }
}
