//! Rows of tables: what they are called, copies, new ones, and the edits that put them in and take them out.

use crate::model::order::InOrder as _;
use crate::say;
use std::collections::HashSet;
use std::sync::Arc;

use super::document::Document;
use super::edit::Edit;
use super::names::Names;
use crate::model::cell::to_id;
use crate::model::schema::TableId;
use crate::model::{Row, Sheet, Year};

/// The edit that sets a cell.
pub fn set_cell(table: TableId, row: usize, column: &str, text: &str) -> Edit {
    Edit::SetCell { table, row, column: column.to_string(), text: text.to_string() }
}

/// What a row is called in headings and steps: its name, or those of what it is about, or its number.
pub fn name_of(document: &Document, table: TableId, row: usize) -> String {
    let sheet = document.book.sheet(table);
    let (key, name) = (sheet.key(row), sheet.name(row));
    if !name.is_empty() {
        name.to_owned()
    } else if key.trim_matches(':').is_empty() {
        say!("rows-nth", row = row + 1)
    } else {
        Names::new(document.case()).of_key(sheet.schema(), &key)
    }
}

/// The edits that give a table without a header all its columns.
pub fn header_edits(document: &Document, table: TableId) -> Vec<Edit> {
    let sheet = document.book.sheet(table);
    if !sheet.header.is_empty() {
        return Vec::new();
    }
    let names = schema_columns(document, table, 3);
    names.into_iter().enumerate().map(|(at, name)| Edit::InsertColumn { table, at, name }).collect()
}

/// The columns that a table can have, with this many of those that are numbered.
pub fn schema_columns(document: &Document, table: TableId, numbered: usize) -> Vec<String> {
    let ministries = || document.case().ministries.iter().map(|ministry| ministry.id.as_str());
    let columns = document.book.sheet(table).schema().columns.iter();
    columns.flat_map(|column| column.names(ministries(), numbered)).collect()
}

/// The cells of a copy of a row; its id gets a number that is free.
pub fn doubled(document: &Document, table: TableId, row: usize) -> Vec<String> {
    let sheet = document.book.sheet(table);
    let mut cells = sheet.rows.get(row).map(|row| row.cells.clone()).unwrap_or_default();
    if let [key] = sheet.schema().key
        && let Some(at) = sheet.column(key)
        && let Some(cell) = cells.get_mut(at)
    {
        let known: HashSet<&str> = (0..sheet.rows.len()).map(|row| sheet.cell_at(row, at)).collect();
        *cell = free_id(cell, |id| known.contains(id));
    }
    cells
}

/// An id made of another one with a number that is free.
pub fn free_id(id: &str, taken: impl Fn(&str) -> bool) -> String {
    let base = id.trim();
    (2..usize::MAX).map(|n| format!("{base}-{n}")).find(|id| !taken(id)).unwrap_or_default()
}

/// The edit that gives a row without an id one that follows from its name.
pub fn id_of_name(document: &Document, table: TableId, row: usize, name: &str) -> Option<Edit> {
    let sheet = document.book.sheet(table);
    let [key] = sheet.schema().key else { return None };
    let id = to_id(name);
    if id.is_empty() || !sheet.cell(row, key).is_empty() {
        return None;
    }
    let taken = |id: &str| sheet.row_of(id).is_some();
    let id = if taken(&id) { free_id(&id, taken) } else { id };
    Some(set_cell(table, row, key, &id))
}

/// The edits that delete rows. The effects of candidates that are deleted go with them: they would be about nothing.
pub fn deletions(document: &Document, table: TableId, rows: Vec<usize>) -> Vec<Edit> {
    if table != TableId::Candidates {
        return taken_out(document, table, rows);
    }
    let sheet = document.book.sheet(TableId::Candidates);
    let gone: HashSet<&str> = rows.iter().map(|&row| sheet.cell(row, "candidate")).collect();
    let effects = document.book.sheet(TableId::Effects);
    let about_gone = (0..effects.rows.len()).filter(|&row| gone.contains(effects.cell(row, "candidate")));
    let mut edits = taken_out(document, TableId::Effects, about_gone.collect());
    edits.extend(taken_out(document, table, rows));
    edits
}

/// This many pieces of a table are deleted one by one; where there are more, the table is put in whole without them, which
/// takes less time.
const PIECES: usize = 500;

/// The edits that delete rows, from the end, so that the positions of the others stay what they are.
fn taken_out(document: &Document, table: TableId, mut rows: Vec<usize>) -> Vec<Edit> {
    rows.order();
    rows.dedup();
    let pieces: Vec<&[usize]> = rows.chunk_by(|one, next| one + 1 == *next).collect();
    if pieces.len() > PIECES {
        let mut sheet = document.book.sheet(table).clone();
        sheet.remove_rows(|row| rows.binary_search(&row).is_ok());
        return vec![Edit::RestoreSheet(Box::new(sheet))];
    }
    let piece = |piece: &&[usize]| Some(Edit::DeleteRows { table, at: *piece.first()?, count: piece.len() });
    pieces.iter().rev().filter_map(piece).collect()
}

/// Why a column cannot have the same text in several rows, if it cannot: rows are called by it.
pub fn own_key(sheet: &Sheet, column: &str) -> Option<String> {
    (sheet.schema().key == [column]).then(|| say!("rows-each-row-needs", column = column))
}

/// The row of `budgets.csv` for a ministry and a year.
pub fn budget_row(document: &Document, ministry: &str, year: Year) -> Option<usize> {
    let sheet = document.book.sheet(TableId::Budgets);
    let year = year.to_string();
    sheet.rows_with("ministry", ministry).find(|&row| sheet.cell(row, "year") == year)
}

/// The edit that gives a ministry so much in a year.
pub fn budget_edit(document: &Document, ministry: &str, year: Year, text: &str) -> Edit {
    budget_row(document, ministry, year).map_or_else(
        || {
            let sheet = document.book.sheet(TableId::Budgets);
            let cells = sheet.header.iter().map(|name| match name.as_str() {
                "ministry" => ministry.to_string(),
                "year" => year.to_string(),
                "amount" => text.to_string(),
                _ => String::new(),
            });
            let rows = vec![Arc::new(Row::new(cells.collect()))];
            Edit::InsertRows { table: TableId::Budgets, at: sheet.rows.len(), rows }
        },
        |row| set_cell(TableId::Budgets, row, "amount", text),
    )
}

/// The rows of `effects.csv` about a candidate.
pub fn effect_rows(document: &Document, candidate: &str) -> Vec<usize> {
    document.book.sheet(TableId::Effects).rows_with("candidate", candidate).collect()
}
