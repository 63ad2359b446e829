//! The form of the tables: headers, short and long rows, quotes that are never closed.

use super::{Subject, list};
use crate::model::Sheet;
use crate::model::csv::has_open_quote;
use crate::model::finding::{Findings, Place};
use crate::model::guess::did_you_mean;
use crate::model::schema::{Name, Table};

pub(super) fn check(subject: Subject<'_>, findings: &mut Findings) {
    for sheet in subject.workbook.sheets().iter().filter(|sheet| sheet.in_use()) {
        if crate::model::compile::dialect(sheet).is_some() {
            continue;
        }
        duplicates(sheet, findings);
        unknown_columns(sheet, findings);
        shape(sheet, findings);
        quotes(sheet, findings);
    }
}

fn duplicates(sheet: &Sheet, findings: &mut Findings) {
    for (at, name) in sheet.header.iter().enumerate() {
        let first = sheet.header.iter().position(|other| other == name) == Some(at);
        let second = sheet.header.iter().take(at).filter(|other| *other == name).count() == 1;
        if first || !second || name.is_empty() {
            continue;
        }
        let message = format!("The column {name} stands in the header more than once; only the first one counts.");
        findings.error(
            "duplicate-column",
            Place::Header(sheet.table, name.clone()),
            message,
            "Rename or delete the other one.",
        );
    }
}

/// Columns that are called by a ministry which does not exist.
pub(super) fn check_ministries(subject: Subject<'_>, findings: &mut Findings) {
    for sheet in subject.workbook.sheets().iter().filter(|sheet| crate::model::compile::dialect(sheet).is_none()) {
        let known = known_names(subject, sheet.schema());
        for name in sheet.header.iter().filter(|name| !known.contains(name)) {
            if !sheet.schema().columns.iter().any(|column| per_ministry(column.name, name)) {
                continue;
            }
            let free = known.iter().map(String::as_str).filter(|known| sheet.column(known).is_none());
            let remedy = match did_you_mean(name, free) {
                Some(near) => format!("Did you mean {near}? Rename the column in the header."),
                None => "Rename the column, or add the ministry to case.toml.".to_owned(),
            };
            findings.warning(
                "column-without-ministry",
                Place::Header(sheet.table, name.clone()),
                format!("The column {name} names no ministry of case.toml, so it is not used."),
                remedy,
            );
        }
    }
}

fn unknown_columns(sheet: &Sheet, findings: &mut Findings) {
    let schema = sheet.schema();
    let known = schema.columns.iter().filter_map(|column| match column.name {
        Name::Fixed(name) => Some(name),
        Name::PerMinistry(_) | Name::Numbered(_) => None,
    });
    let free: Vec<&str> = known.filter(|known| sheet.column(known).is_none()).collect();
    let mut unknown = Vec::new();
    for name in &sheet.header {
        if name.is_empty() || schema.column(name).is_some() || is_numbered(schema, name) {
            continue;
        }
        match did_you_mean(name, free.iter().copied()) {
            Some(near) => findings.warning(
                "near-miss-column",
                Place::Header(sheet.table, name.clone()),
                format!("The program does not know the column {name}, so it is not used."),
                format!("Did you mean {near}? Rename the column in the header."),
            ),
            None => unknown.push(name.as_str()),
        }
    }
    if !unknown.is_empty() {
        findings.note(
            "unknown-column",
            Place::Table(sheet.table),
            format!(
                "The program does not use {} {}; what stands there is kept.",
                if unknown.len() == 1 { "the column" } else { "the columns" },
                list(unknown.iter().copied())
            ),
            "Nothing needs to be done.",
        );
    }
}

/// Every column name that the table can have in this case, but for the numbered ones.
fn known_names(subject: Subject<'_>, schema: &Table) -> Vec<String> {
    let mut names = Vec::new();
    for column in schema.columns {
        match column.name {
            Name::Fixed(name) => names.push(name.to_owned()),
            Name::PerMinistry(prefix) => {
                names.extend(subject.case.ministries.iter().map(|ministry| format!("{prefix}{}", ministry.id)));
            }
            Name::Numbered(_) => {}
        }
    }
    names
}

/// Whether it is `cost_` and a number; a number that is out of bounds is found when the column is read.
fn is_numbered(schema: &Table, name: &str) -> bool {
    schema.columns.iter().any(|column| match column.name {
        Name::Numbered(prefix) => {
            name.strip_prefix(prefix).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
        }
        _ => false,
    })
}

fn per_ministry(schema: Name, name: &str) -> bool {
    matches!(schema, Name::PerMinistry(_)) && schema.matches(name)
}

fn shape(sheet: &Sheet, findings: &mut Findings) {
    let columns = sheet.header.len();
    for (at, row) in sheet.rows.iter().enumerate() {
        let cells = row.cells.len();
        let filled = row.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        if filled > columns {
            findings.error(
                "long-row",
                Place::Row(sheet.table, at),
                format!("The row has {filled} cells, but the header has {columns}: the last ones belong to no column."),
                "Put a text that has a comma in it in double quotes, or take the extra cells out.",
            );
        } else if cells < columns && filled > 0 && row.raw.is_some() {
            findings.warning(
                "short-row",
                Place::Row(sheet.table, at),
                format!("The row has {cells} cells, but the header has {columns}: the last ones count as empty."),
                "Check that no comma is missing, and add the commas at the end.",
            );
        }
    }
    for (at, name) in sheet.header.iter().enumerate().filter(|(_, name)| name.is_empty()) {
        if sheet.rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.trim().is_empty())) {
            findings.warning(
                "unnamed-column",
                Place::Header(sheet.table, name.clone()),
                format!("Column {} has values but no name, so it is not used.", at + 1),
                "Give the column a name in the header.",
            );
        }
    }
}

/// Only the last row can have a quote that is never closed, for it takes in all that follows.
fn quotes(sheet: &Sheet, findings: &mut Findings) {
    let open = |raw: Option<&str>| raw.is_some_and(has_open_quote);
    let place = match sheet.rows.last() {
        Some(row) => open(row.raw.as_deref()).then(|| Place::Row(sheet.table, sheet.rows.len() - 1)),
        None => open(sheet.header_raw.as_deref()).then(|| Place::Header(sheet.table, first(sheet))),
    };
    if let Some(place) = place {
        findings.error(
            "open-quote",
            place,
            "A double quote in this row is never closed, so the rest of the file counts as one cell.",
            "Close the quote; a double quote inside a quoted cell is written twice.",
        );
    }
}

fn first(sheet: &Sheet) -> String {
    sheet.header.first().cloned().unwrap_or_default()
}
