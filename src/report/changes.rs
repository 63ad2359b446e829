//! What differs between two states of a case, cell by cell.

use super::analysis::TableReport;
use super::data::CaseHeader;
use super::document::{Column, Kind, Table};
use crate::model::Workbook;
use crate::model::schema::{Kind as Holds, TABLES, table_by_name};
use crate::say;
use crate::session::edit::difference::{Difference, Only};
use crate::session::settings::rows as settings;

/// What was changed in a case on its way from `before` to `after`.
pub fn changes_report(case: CaseHeader, difference: &Difference, before: &Workbook, after: &Workbook) -> TableReport {
    let rows = lines(difference, before, after);
    let about = if rows.is_empty() { say!("workbook-same") } else { say!("workbook-differs", count = rows.len()) };
    let table = Table::of("changes", "", rows)
        .words("table", |row| row.table.clone())
        .words("row", |row| row.id.clone())
        .column(Column::of("name", Kind::Name), |row| row.name.clone())
        .words("column", |row| row.column.clone())
        .words("before", |row| row.before.clone())
        .words("after", |row| row.after.clone())
        .table();
    TableReport { case, title: say!("workbook-title"), about, table }
}

/// A line of what differs.
struct Line {
    table: String,
    id: String,
    name: String,
    column: String,
    before: String,
    after: String,
}

fn lines(difference: &Difference, before: &Workbook, after: &Workbook) -> Vec<Line> {
    let cells = difference.cells.iter().map(|cell| Line {
        table: cell.table.clone(),
        id: cell.id.clone(),
        name: name_of(before, &cell.table, &cell.id),
        column: cell.column.clone(),
        before: cell.before.clone(),
        after: cell.after.clone(),
    });
    let rows = difference.rows.iter().map(|row| {
        let whole = row.cells.iter().map(|(column, text)| format!("{column}={text}")).collect::<Vec<_>>().join(", ");
        let (there, what, book) = match row.only {
            Only::Before => ((whole, String::new()), say!("changes-row-gone"), before),
            Only::After => ((String::new(), whole), say!("changes-row-new"), after),
        };
        Line {
            table: row.table.clone(),
            id: row.id.clone(),
            name: name_of(book, &row.table, &row.id),
            column: what,
            before: there.0,
            after: there.1,
        }
    });
    let order = |line: &Line| TABLES.iter().position(|table| table.name == line.table);
    let mut all: Vec<Line> = cells.chain(rows).collect();
    all.sort_by_key(order);
    all
}

/// What a row is called: by its name, or by the names of what it is about; empty where it has none.
fn name_of(book: &Workbook, table: &str, id: &str) -> String {
    let Some(schema) = table_by_name(table) else { return String::new() };
    let sheet = book.sheet(schema.id);
    let Some(row) = sheet.row_of(id).filter(|_| !schema.key.is_empty()) else { return String::new() };
    let own = sheet.cell(row, "name");
    if !own.is_empty() {
        return own.to_owned();
    }
    let ministries = if table == "budgets" { settings(&book.settings) } else { Vec::new() };
    let part = |column: &&str| {
        let text = sheet.cell(row, column);
        let named = match schema.column(column).map(|column| column.kind) {
            Some(Holds::Ref(of)) => {
                let other = book.sheet(of);
                other.row_of(text).map(|row| other.cell(row, "name").to_owned())
            }
            Some(Holds::Ministry) => {
                ministries.iter().find(|row| row.key == format!("ministry.{text}.name")).map(|row| row.value.clone())
            }
            _ => None,
        };
        named.filter(|name| !name.is_empty()).unwrap_or_else(|| text.to_owned())
    };
    schema.key.iter().map(part).collect::<Vec<_>>().join(", ")
}
