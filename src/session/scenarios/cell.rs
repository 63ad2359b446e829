//! A cell of `scenarios.csv` while it is typed: whether what it names exists, and whether the row's change can be made.
//!
//! Only what the cell itself is to blame for is refused, so that a row of which several cells are wrong can be fixed one after
//! the other; what is wrong with the row as a whole is said.

use super::line;
use crate::model::change::Change;
use crate::model::schema::{TABLES, TableId, table_by_name};
use crate::say;
use crate::session::Document;
use crate::session::edit::scenarios::{before, change_at};
use crate::session::settings;
use crate::session::validation;

/// Looks at a text for a cell: what the row would do with it, where that can be told.
///
/// # Errors
/// What is wrong with the text.
pub fn problem(document: &Document, row: usize, column: &str, text: &str) -> Result<Option<String>, String> {
    let text = text.trim();
    let wanted = validation::of_cell(document, TableId::Scenarios, column);
    if let Some(problem) = wanted.and_then(|wanted| validation::problem(wanted, text, document)) {
        return Err(problem);
    }
    if !["table", "id", "column", "change"].contains(&column) {
        return Ok(None);
    }
    let mut book = document.base_book().clone();
    let sheet = book.sheet_mut(TableId::Scenarios);
    let at = sheet.column_or_new(column);
    sheet.set(row, at, text);
    let [table, id, name] = ["table", "id", "column"].map(|it| book.sheet(TableId::Scenarios).cell(row, it).to_owned());
    match column {
        "table" if table == "scenarios" => return Err(say!("cell-scenario-cannot-change")),
        "table" if table != "case" && table_by_name(&table).is_none() => {
            return Err(say!("cell-there-no-table", table = table));
        }
        "id" => row_of(&book, &table, &id)?,
        "column" => column_of(&book, &table, &name)?,
        _ => {}
    }
    let whole = change_at(&book, row);
    if column == "change" {
        whole.as_ref().map_err(Clone::clone)?;
    }
    let Ok(change) = whole else { return Ok(None) };
    if change.table.is_empty() || change.column.is_empty() || (change.id.is_empty() && change.table != "case") {
        return Ok(None);
    }
    // The rows before it are done first, so that what is tried is what it starts from.
    let scenario = book.sheet(TableId::Scenarios).cell(row, "scenario").to_owned();
    let mut now = before(&book, &scenario, row);
    match change.apply(&mut now) {
        Ok(cells) => Ok(Some(say!("cell-changes-count", cells = cells))),
        // What the row as a whole cannot do may be due to another cell of it, which is fixed next.
        Err(why) if column == "change" => match name_problem(&book, &table, &id, &name) {
            Ok(()) => Err(why),
            Err(_) => Ok(Some(say!("cell-another-cell-this", why = why))),
        },
        Err(why) => Ok(Some(say!("cell-row-cannot-done", why = why))),
    }
}

fn name_problem(book: &crate::model::Workbook, table: &str, id: &str, column: &str) -> Result<(), String> {
    row_of(book, table, id)?;
    column_of(book, table, column)
}

/// Whether a table has the rows that an id means. Settings have none.
fn row_of(book: &crate::model::Workbook, table: &str, id: &str) -> Result<(), String> {
    if id.is_empty() || table == "case" {
        return Ok(());
    }
    let Some(known) = table_by_name(table) else { return Ok(()) };
    // A note can be written on every row, so that what is refused is the row.
    let column = if known.column("note").is_some() { "note" } else { known.key.first().copied().unwrap_or("note") };
    tried(book, table, id, column)
}

fn tried(book: &crate::model::Workbook, table: &str, id: &str, column: &str) -> Result<(), String> {
    Change::set(table, id, column, "1").apply(&mut book.clone()).map(drop)
}

/// Whether a table has a column, or the case a setting.
fn column_of(book: &crate::model::Workbook, table: &str, column: &str) -> Result<(), String> {
    if column.is_empty() {
        return Ok(());
    }
    if table == "case" {
        let known =
            settings::wanted(column).is_some() || settings::rows(&book.settings).iter().any(|row| row.key == column);
        return if known { Ok(()) } else { Err(say!("cell-there-no-setting", column = column)) };
    }
    let Some(known) = table_by_name(table) else { return Ok(()) };
    if known.column(column).is_some() || book.sheet(known.id).column(column).is_some() {
        return Ok(());
    }
    Err(say!("cell-table-table-has", table = table, column = column))
}

/// What could complete a cell, each with what it means.
pub fn suggestions(document: &Document, row: usize, column: &str, text: &str) -> Vec<(String, String)> {
    let book = document.base_book();
    let sheet = book.sheet(TableId::Scenarios);
    let table = sheet.cell(row, "table");
    let text = text.trim();
    // What completes a whole line also completes a part of it.
    let part = |(line, help): (String, String)| match column {
        "column" if table == "case" => Some((line.strip_suffix('=')?.to_owned(), help)),
        "column" => Some((line.split_once('.')?.1.strip_suffix('[')?.to_owned(), help)),
        _ => Some((line.split_once('[')?.1.strip_suffix(']')?.to_owned(), help)),
    };
    match column {
        "table" => {
            let tables = TABLES.iter().filter(|it| it.id != TableId::Scenarios).map(|it| (it.name, it.help()));
            let all = tables.chain([("case", say!("cell-settings-case-toml"))]);
            all.filter(|(name, _)| name.starts_with(text)).map(|(name, help)| (name.to_owned(), help)).collect()
        }
        "column" if table == "case" => line::suggestions(document, text).into_iter().filter_map(part).collect(),
        "column" => line::suggestions(document, &format!("{table}.{text}")).into_iter().filter_map(part).collect(),
        "id" if table != "case" => {
            let name = if sheet.cell(row, "column").is_empty() { "note" } else { sheet.cell(row, "column") };
            line::suggestions(document, &format!("{table}.{name}[{text}")).into_iter().filter_map(part).collect()
        }
        _ => Vec::new(),
    }
}
