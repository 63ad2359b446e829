//! The form of the tables: headers, short and long rows, quotes that do not do what they are for.

use std::collections::HashSet;

use super::subject::Subject;
use crate::model::finding::{Findings, Level, Place};
use crate::model::guess::is_total;
use crate::model::heading::{self, Columns};
use crate::model::quotes::{self, open_quote};
use crate::model::schema::{Kind, Name, Table, TableId};
use crate::model::visible::visible;
use crate::model::{Finding, Sheet, cell};
use crate::rules::words::few as list;
use crate::say;

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    for sheet in subject.workbook.sheets().iter().filter(|sheet| sheet.in_use()) {
        let open = open_quote(sheet);
        if open.as_ref().is_some_and(|quote| quote.row.is_none()) {
            // The header has the rest of the file in it.
            continue;
        }
        duplicates(sheet, findings);
        let meant = unknown_columns(subject, sheet, findings);
        if sheet.table == TableId::Candidates && !meant.iter().any(|column| is_cost(column)) {
            costs(subject, sheet, findings);
        }
        shape(sheet, open.and_then(|quote| quote.row), findings);
        no_rows(sheet, findings);
        long_cells(sheet, findings);
        quotes(subject, sheet, findings);
    }
}

fn duplicates(sheet: &Sheet, findings: &mut Findings) {
    for (at, name) in sheet.header.iter().enumerate() {
        let first = sheet.header.iter().position(|other| other == name) == Some(at);
        let second = sheet.header.iter().take(at).filter(|other| *other == name).count() == 1;
        if first || !second || name.is_empty() {
            continue;
        }
        let message = say!("tables-column-name-stands", name = name);
        findings.error(
            "duplicate-column",
            Place::Header(sheet.table, name.clone()),
            message,
            say!("tables-rename-delete-other"),
        );
    }
}

/// The columns that a table can have in this case.
fn columns(subject: Subject<'_>, schema: &Table) -> Columns {
    Columns::of_table(schema, subject.case.ministries.iter().map(|ministry| ministry.id.as_str()))
}

/// Columns that are called by a ministry which does not exist.
pub(super) fn check_ministries(subject: Subject<'_>, findings: &mut Findings) {
    for sheet in subject.workbook.sheets() {
        let schema = sheet.schema();
        let columns = columns(subject, schema);
        for name in &sheet.header {
            let prefix = schema.columns.iter().find(|column| per_ministry(column.name, name));
            let Some(id) = prefix.and_then(|column| name.strip_prefix(column.name.text())) else { continue };
            if subject.case.ministries.iter().any(|ministry| ministry.id == id) {
                continue;
            }
            let place = Place::Header(sheet.table, name.clone());
            match heading::trouble(name, &sheet.header, &columns, Some(schema)) {
                Some(trouble) => findings.trouble(place, trouble),
                None => findings.warning(
                    "column-without-ministry",
                    place,
                    say!("tables-column-visible-names", column = visible(name)),
                    say!("tables-rename-column-add"),
                ),
            }
        }
    }
}

/// Columns that the program does not know; gives those that they are nearly called.
fn unknown_columns(subject: Subject<'_>, sheet: &Sheet, findings: &mut Findings) -> Vec<String> {
    let schema = sheet.schema();
    let columns = columns(subject, schema);
    let (mut unknown, mut meant) = (Vec::new(), Vec::new());
    for name in sheet.header.iter().filter(|name| !name.is_empty() && schema.column(name).is_none()) {
        let place = Place::Header(sheet.table, name.clone());
        meant.extend(columns.meant(name, |_| true).map(|meant| meant.column));
        if subject.read.iter().any(|found| found.level == Level::Error && found.place == place) {
            continue;
        }
        match heading::trouble(name, &sheet.header, &columns, Some(schema)) {
            Some(trouble) => findings.trouble(place, trouble),
            None => unknown.push(visible(name)),
        }
    }
    if !unknown.is_empty() {
        findings.note(
            "unknown-column",
            Place::Table(sheet.table),
            say!("tables-program-does-not", count = unknown.len(), list = list(unknown.iter().map(AsRef::as_ref))),
            say!("candidates-nothing-needs-done"),
        );
    }
    meant
}

/// Whether a column is one of costs, if only with a number that is out of bounds.
fn is_cost(column: &str) -> bool {
    column.strip_prefix("cost_").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Without any column of costs every candidate would be free.
fn costs(subject: Subject<'_>, sheet: &Sheet, findings: &mut Findings) {
    let told = subject.workbook.reading.iter().any(|found| found.code == "missing-column");
    let filled = |row: &std::sync::Arc<crate::model::Row>| row.cells.iter().any(|cell| !cell.trim().is_empty());
    if told || sheet.header.iter().any(|name| is_cost(name)) || !sheet.rows.iter().any(filled) {
        return;
    }
    findings.error(
        "missing-column",
        Place::Header(TableId::Candidates, "cost_1".to_owned()),
        say!("tables-table-candidates-has"),
        say!("tables-call-column-costs"),
    );
}

fn per_ministry(schema: Name, name: &str) -> bool {
    matches!(schema, Name::PerMinistry(_)) && schema.matches(name)
}

/// Rows that are longer or shorter than the header; one whose quote is never closed has its other cells in that one.
fn shape(sheet: &Sheet, open: Option<usize>, findings: &mut Findings) {
    let columns = sheet.header.len();
    for (at, row) in sheet.rows.iter().enumerate().filter(|(at, _)| open != Some(*at)) {
        let cells = row.cells.len();
        let filled = row.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        if filled > columns {
            findings.error(
                "long-row",
                Place::Row(sheet.table, at),
                say!("tables-row-has-filled", filled = filled, columns = columns),
                say!("tables-put-text-has"),
            );
        } else if cells < columns && filled > 0 && row.raw.is_some() {
            findings.warning(
                "short-row",
                Place::Row(sheet.table, at),
                say!("tables-row-has-cells", cells = cells, columns = columns),
                say!("tables-check-no-comma"),
            );
        }
    }
    for (at, name) in sheet.header.iter().enumerate().filter(|(_, name)| name.is_empty()) {
        if sheet.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.trim().is_empty())) {
            findings.warning(
                "unnamed-column",
                Place::Header(sheet.table, name.clone()),
                say!("tables-column-at-has", number = at + 1),
                say!("tables-give-column-name"),
            );
        }
    }
}

/// Rows that are none: the header once more, as where tables were put below each other, and one that adds up the others.
fn no_rows(sheet: &Sheet, findings: &mut Findings) {
    let schema = sheet.schema();
    let first = schema.columns.first().map(|column| column.name.text());
    let Some(key) = schema.key.first().copied().or(first).and_then(|key| sheet.column(key)) else { return };
    let counts = |name: &str| schema.column(name).is_some_and(|column| column.kind.is_numeric());
    let name = sheet.column("name");
    for (at, row) in sheet.rows.iter().enumerate() {
        let text = |column: usize| sheet.cell_at(at, column);
        let again =
            |column: usize| sheet.header.get(column).is_some_and(|name| !name.is_empty() && text(column) == name);
        // A heading may have been read as another one, but there is no figure below it.
        let fits = |column: usize| {
            let figure = sheet.header.get(column).is_some_and(|name| counts(name))
                && text(column).contains(|c: char| c.is_ascii_digit());
            again(column) || text(column).is_empty() || !figure
        };
        let others = (0..row.cells.len()).filter(|column| *column != key && !text(*column).is_empty()).count();
        let more = (0..row.cells.len()).filter(|column| *column != key && again(*column)).count();
        if again(key) && 2 * more >= others && (0..row.cells.len()).all(fits) {
            let (message, remedy) = (say!("tables-header-again"), say!("tables-delete-row"));
            findings.error("header-again", Place::Row(sheet.table, at), message, remedy);
        } else if let Some(total) = [Some(key), name].into_iter().flatten().map(text).find(|text| is_total(text)) {
            let (message, remedy) = (say!("tables-total-row", name = total), say!("tables-delete-row-or-rename"));
            findings.warning("total-row", Place::Row(sheet.table, at), message, remedy);
        }
    }
}

/// Cells with more than a cell may hold. Only a list of ids may be that long.
fn long_cells(sheet: &Sheet, findings: &mut Findings) {
    let schema = sheet.schema();
    let is_list = |name: &String| schema.column(name).is_some_and(|column| matches!(column.kind, Kind::Refs(_)));
    let lists: Vec<bool> = sheet.header.iter().map(is_list).collect();
    for (row, cells) in sheet.rows.iter().enumerate() {
        for (at, text) in cells.cells.iter().enumerate().filter(|(at, _)| lists.get(*at) != Some(&true)) {
            let Err(trouble) = cell::length(text) else { continue };
            let place = match sheet.header.get(at) {
                Some(name) if sheet.column(name) == Some(at) => Place::Cell(sheet.table, row, name.clone()),
                _ => Place::Row(sheet.table, row),
            };
            findings.trouble(place, trouble);
        }
    }
    for trouble in sheet.header.iter().filter_map(|name| cell::length(name).err()) {
        findings.trouble(Place::Table(sheet.table), trouble);
    }
}

/// Quotes that stand alone, or that took a row into their cell; one that is never closed is found when the table is read.
fn quotes(subject: Subject<'_>, sheet: &Sheet, findings: &mut Findings) {
    // One table as a whole case has been looked at as it was read: its rows have more cells by now.
    let place = |found: &Finding| (found.code, found.line, found.character);
    let read: HashSet<_> = subject.workbook.reading.iter().map(place).collect();
    let told = |quote: &quotes::Quote| read.contains(&(quote.code(), quote.line, quote.character));
    for quote in quotes::quotes(sheet).into_iter().filter(|quote| quote.level() != Level::Error && !told(quote)) {
        let cell::Trouble { code, message, remedy } = quote.trouble();
        findings.add(quote.level(), code, quote.place(sheet), message, remedy);
    }
}
