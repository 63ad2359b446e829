//! What differs between two states of a case, cell by cell: with names and labels for people, with ids and columns for programs.

use super::analysis::TableReport;
use super::data::CaseHeader;
use super::document::{Column, Kind, Table, Value};
use crate::messages::word;
use crate::model::compile::compile;
use crate::model::order::InOrder as _;
use crate::model::schema::{self, Kind as Holds, TABLES, TableId, setting_by_key, table_by_name};
use crate::model::{Case, Workbook};
use crate::say;
use crate::session::edit::difference::{Difference, Only};
use crate::session::names::Names;
use crate::session::picks_difference::OWN;

/// What was changed in a case on its way from `before` to `after`.
pub fn changes_report(case: CaseHeader, difference: &Difference, before: &Workbook, after: &Workbook) -> TableReport {
    let rows = lines(difference, [before, after]);
    let about = if rows.is_empty() { say!("workbook-same") } else { say!("workbook-differs", count = rows.len()) };
    let table = Table::of("changes", "", rows)
        .words("table", |row| Value::named(&row.table.0, &row.table.1))
        .column(Column::of("row", Kind::Words).for_programs(), |row| row.id.clone())
        .column(Column::of("name", Kind::Name), |row| row.name.clone())
        .words("column", |row| Value::named(&row.column.0, &row.column.1))
        .words("before", |row| Value::named(&row.before.0, &row.before.1))
        .words("after", |row| Value::named(&row.after.0, &row.after.1))
        .table();
    TableReport { case, title: say!("workbook-title"), about, table }
}

/// The same of two versions of a case, or of one of its files; `books` are those of the cases that it belongs to, which have the names.
pub fn versions_report(case: CaseHeader, difference: &Difference, books: [&Workbook; 2]) -> TableReport {
    let report = changes_report(case, difference, books[0], books[1]);
    let about = match report.table.rows.len() {
        0 => say!("diff-same"),
        count => say!("diff-count", count = count),
    };
    TableReport { title: say!("diff-title"), about, ..report }
}

/// What programs read, and what people read instead.
type Both = (String, String);

/// A line of what differs.
struct Line {
    table: Both,
    id: String,
    name: String,
    column: Both,
    before: Both,
    after: Both,
}

fn lines(difference: &Difference, books: [&Workbook; 2]) -> Vec<Line> {
    let cases = books.map(|book| compile(book).case);
    let [before, after] = cases.each_ref().map(Names::new);
    let title = |table: &str| (table.to_owned(), table_title(table));
    let cells = difference.cells.iter().map(|cell| {
        let [was, is] = [(&before, &cell.before), (&after, &cell.after)]
            .map(|(names, text)| (text.clone(), cell_shown(names, &cell.table, &cell.column, text)));
        let name = key_shown(&after, &cell.table, &cell.id);
        let column = (cell.column.clone(), column_label(&cases[1], &cell.table, &cell.column));
        Line { table: title(&cell.table), id: cell.id.clone(), name, column, before: was, after: is }
    });
    let rows = difference.rows.iter().map(|row| {
        let exact = row.cells.iter().map(|(column, text)| format!("{column}={text}")).collect::<Vec<_>>().join(", ");
        let (names, case, what) = match row.only {
            Only::Before => (&before, &cases[0], say!("changes-row-gone")),
            Only::After => (&after, &cases[1], say!("changes-row-new")),
        };
        let cells = row.cells.iter().map(|(column, text)| (column.as_str(), text.as_str()));
        let (whole, none) = ((exact, row_shown((names, case), &row.table, cells)), Both::default());
        let (was, is) = if row.only == Only::Before { (whole, none) } else { (none, whole) };
        let name = key_shown(names, &row.table, &row.id);
        Line {
            table: title(&row.table),
            id: row.id.clone(),
            name,
            column: (what.clone(), what),
            before: was,
            after: is,
        }
    });
    let order = |line: &Line| TABLES.iter().position(|table| table.name == line.table.0);
    let mut all: Vec<Line> = cells.chain(rows).collect();
    all.order_by_key(order);
    all
}

/// What people call a table, or the settings.
pub(super) fn table_title(table: &str) -> String {
    match table_by_name(table) {
        Some(table) => table.title(),
        None if table == OWN => say!("changes-own"),
        None => say!("changes-settings"),
    }
}

/// What people call the row of a key; nothing for a setting.
pub(super) fn key_shown(names: &Names<'_>, table: &str, key: &str) -> String {
    let table = if table == OWN { Some(schema::table(TableId::Candidates)) } else { table_by_name(table) };
    table.filter(|_| !key.is_empty()).map_or_else(String::new, |table| names.of_key(table, key))
}

/// What people call a column of a table, or a setting.
pub(super) fn column_label(case: &Case, table: &str, column: &str) -> String {
    match table_by_name(table) {
        Some(table) => case.label(table, column),
        None if table == OWN => word(column),
        None => case.setting_label(column),
    }
}

/// What a text in a cell says to people.
pub(super) fn cell_shown(names: &Names<'_>, table: &str, column: &str, text: &str) -> String {
    let kind = match table_by_name(table) {
        Some(table) => table.column(column).map_or(Holds::Text, |it| it.kind),
        None => setting_by_key(column).map_or(Holds::Text, |it| it.kind),
    };
    names.shown(kind, text).into_owned()
}

/// The cells of a row that are not empty, for people. What it is called by is said beside it, except where rows have no key.
pub(super) fn row_shown<'a>(
    (names, case): (&Names<'_>, &Case),
    table: &str,
    cells: impl Iterator<Item = (&'a str, &'a str)>,
) -> String {
    let key = table_by_name(table).map_or(&[][..], |table| table.key);
    let shown = cells.filter(|(column, _)| !key.contains(column)).map(|(column, text)| {
        let (label, text) = (column_label(case, table, column), cell_shown(names, table, column, text));
        say!("changes-cell", column = label, text = text)
    });
    shown.collect::<Vec<_>>().join("; ")
}
