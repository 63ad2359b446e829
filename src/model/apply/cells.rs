//! Changing the cells of a table by key and column.

use crate::say;
use std::collections::HashMap;
use std::sync::Arc;

use super::number;
use crate::model::cell;
use crate::model::change::{Change, Operation};
use crate::model::compile::compile;
use crate::model::guess::suggest;
use crate::model::schema::{Column, Kind, Name, Table, TableId, Unit};
use crate::model::settings::{Settings, Written};
use crate::model::sheet::{Row, Sheet};
use crate::model::workbook::Workbook;

pub(super) fn apply(change: &Change, table: &'static Table, workbook: &mut Workbook) -> Result<usize, String> {
    let schema = column(change, table, workbook)?;
    let sheet = workbook.sheet(table.id);
    let rows = matching(&change.id, table, sheet)?;
    if rows.is_empty() {
        return match &change.operation {
            Operation::Set(value) if table.id == TableId::Budgets && !change.id.contains('*') => {
                add_budget(change, schema, value, workbook)
            }
            _ => Err(no_row(change, table, sheet)),
        };
    }
    let defaults = Defaults::of(change, schema, workbook);
    let mut texts = Vec::with_capacity(rows.len());
    for &row in &rows {
        let now = sheet.cell(row, &change.column);
        let now = if now.is_empty() { defaults.text(sheet, row) } else { now.to_owned() };
        let skip = now.is_empty() && change.id.contains('*') && !matches!(change.operation, Operation::Set(_));
        if !skip {
            let what = format!("{}.{}[{}]", table.name, change.column, sheet.key(row));
            let (kind, unit) = schema.map_or((Kind::Text, Unit::None), |column| (column.kind, column.unit));
            texts.push((row, number::changed(&change.operation, kind, unit, &now, &what)?));
        }
    }
    if texts.is_empty() {
        return Err(say!("cells-none-rows-table", table = table.name, column = change.column));
    }
    let sheet = workbook.sheet_mut(table.id);
    let at = sheet.column_or_new(&change.column);
    for (row, text) in &texts {
        sheet.set(*row, at, text);
    }
    Ok(texts.len())
}

/// The schema of the column; none for a column that only the file knows.
fn column(change: &Change, table: &Table, workbook: &Workbook) -> Result<Option<&'static Column>, String> {
    let name = change.column.as_str();
    let sheet = workbook.sheet(table.id);
    let schema = table.column(name);
    let ministries: Vec<String> = ministry_ids(workbook);
    if let Some(Column { name: Name::PerMinistry(prefix), .. }) = schema {
        let id = name.strip_prefix(prefix).unwrap_or("");
        if !ministries.iter().any(|ministry| ministry == id) {
            let remedy = suggest(id, ministries.iter().map(String::as_str), &say!("cells-use-id-ministry"));
            return Err(say!("cells-column-name-table", name = name, table = table.name, remedy = remedy));
        }
    }
    if schema.is_none() && sheet.column(name).is_none() {
        let names = |column: &Column| column.names(ministries.iter().map(String::as_str), 1);
        let known: Vec<String> = table.columns.iter().flat_map(names).collect();
        let remedy =
            suggest(name, known.iter().map(String::as_str), &say!("cells-has-known", known = known.join(", ")));
        return Err(say!("cells-table-table-has", table = table.name, name = name, remedy = remedy));
    }
    Ok(schema)
}

fn ministry_ids(workbook: &Workbook) -> Vec<String> {
    let settings = Settings::parse(&workbook.settings).unwrap_or_default();
    settings.groups("ministry").map(|group| group.label.clone()).collect()
}

/// The rows whose key a pattern matches.
fn matching(id: &str, table: &Table, sheet: &Sheet) -> Result<Vec<usize>, String> {
    if id.is_empty() {
        return Err(say!("cells-change-does-not", table = table.name, form = form(table)));
    }
    let all = 0..sheet.rows.len();
    if id == "*" {
        return Ok(all.filter(|&row| filled(sheet, row)).collect());
    }
    if table.key.is_empty() {
        let row = id.parse::<usize>().ok().filter(|&row| row >= 1);
        let row = row.ok_or_else(|| say!("cells-id-not-row", id = id, table = table.name, form = form(table)))?;
        return Ok(all.filter(|&at| at + 1 == row).collect());
    }
    let parts: Vec<&str> = id.split(':').map(str::trim).collect();
    if parts.len() != table.key.len() {
        return Err(say!("cells-id-not-key", id = id, table = table.name, form = form(table)));
    }
    let columns: Vec<Option<usize>> = table.key.iter().map(|name| sheet.column(name)).collect();
    let fits = |row: usize| {
        columns.iter().zip(&parts).all(|(column, part)| {
            let text = column.map_or("", |column| sheet.cell_at(row, column));
            !text.is_empty() && (*part == "*" || *part == text)
        })
    };
    Ok(all.filter(|&row| fits(row)).collect())
}

fn filled(sheet: &Sheet, row: usize) -> bool {
    sheet.rows.get(row).is_some_and(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
}

/// How a key of the table is written.
fn form(table: &Table) -> String {
    match table.key {
        [] => say!("cells-its-rows-go"),
        [one] => say!("cells-give-one-all", what = one),
        keys => say!("cells-give-keys-either", keys = keys.join(":")),
    }
}

fn no_row(change: &Change, table: &Table, sheet: &Sheet) -> String {
    if table.key.is_empty() {
        return say!("cells-table-table-has-no", table = table.name, id = change.id, rows = sheet.rows.len());
    }
    let keys: Vec<String> = (0..sheet.rows.len()).map(|row| sheet.key(row)).collect();
    let remedy = suggest(&change.id, keys.iter().map(String::as_str), &form(table));
    say!("cells-table-table-has-no-row", table = table.name, id = change.id, remedy = remedy)
}

/// Adds the row of a budget that the table does not have yet.
fn add_budget(
    change: &Change,
    schema: Option<&'static Column>,
    value: &str,
    workbook: &mut Workbook,
) -> Result<usize, String> {
    let (ministry, year) = change.id.split_once(':').unwrap_or((&change.id, ""));
    let ministries = ministry_ids(workbook);
    if !ministries.iter().any(|id| id == ministry) {
        let remedy = suggest(ministry, ministries.iter().map(String::as_str), &say!("cells-use-id-ministry"));
        return Err(say!("cells-there-no-ministry", ministry = ministry, remedy = remedy));
    }
    cell::year(year).map_err(|trouble| say!("cells-key-id-names", id = change.id, trouble = trouble))?;
    let (kind, unit) = schema.map_or((Kind::Text, Unit::None), |column| (column.kind, column.unit));
    let what = format!("budgets.{}[{}]", change.column, change.id);
    let text = number::changed(&change.operation, kind, unit, value, &what)?;
    let sheet = workbook.sheet_mut(TableId::Budgets);
    let at = [("ministry", ministry), ("year", year), (&change.column, &text)].map(|(name, text)| {
        let at = sheet.column_or_new(name);
        (at, text.to_owned())
    });
    let mut cells = vec![String::new(); sheet.header.len()];
    for (at, text) in at {
        cells[at] = text;
    }
    sheet.rows.push(Arc::new(Row::new(cells)));
    Ok(1)
}

/// What an empty cell counts as.
enum Defaults {
    /// The same in every row; empty where it is no number.
    Fixed(String),
    /// The first year of the horizon, or the cell of another column of the row.
    Year(String, Option<&'static str>),
    /// What the case makes of each row.
    LeadTime(HashMap<usize, String>),
}

impl Defaults {
    fn of(change: &Change, schema: Option<&'static Column>, workbook: &Workbook) -> Self {
        let set = matches!(change.operation, Operation::Set(_));
        match change.column.as_str() {
            "start_from" if !set => Self::Year(first_year(workbook), None),
            "start_to" if !set => Self::Year(first_year(workbook), Some("start_from")),
            "lead_time" if !set => {
                let case = compile(workbook).case;
                let texts = case.candidates.iter().map(|one| (one.row, one.lead_time.to_string()));
                Self::LeadTime(texts.collect())
            }
            _ => {
                let fixed = schema.map(|column| column.default).filter(|default| cell::decimal(default).is_ok());
                Self::Fixed(fixed.unwrap_or("").to_owned())
            }
        }
    }

    fn text(&self, sheet: &Sheet, row: usize) -> String {
        match self {
            Self::Fixed(text) => text.clone(),
            Self::LeadTime(texts) => texts.get(&row).cloned().unwrap_or_default(),
            Self::Year(first_year, other) => {
                let other = other.map_or("", |column| sheet.cell(row, column));
                if other.is_empty() { first_year.clone() } else { other.to_owned() }
            }
        }
    }
}

fn first_year(workbook: &Workbook) -> String {
    let settings = Settings::parse(&workbook.settings).unwrap_or_default();
    match settings.get("first_year").map(|entry| &entry.written) {
        Some(Written::Number(year)) => year.clone(),
        _ => String::new(),
    }
}
