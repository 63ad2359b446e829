//! A change of a scenario on one line, `services.control[cloud_host]=5`: what is wrong with it, what it would do, and what
//! could complete it, while it is typed.

use rust_decimal::Decimal;

use crate::messages::{self, Thousands, written};
use crate::model::apply::readings;
use crate::model::change::Change;
use crate::model::compile::compile;
use crate::model::order::InOrder as _;
use crate::model::schema::{Kind, SETTINGS, TABLES, Table, TableId, table_by_name};
use crate::model::{Level, Sheet, Workbook, typed};
use crate::say;
use crate::session::Document;
use crate::session::edit::difference::{Difference, difference};
use crate::session::edit::scenarios::{add, before, replace, under};
use crate::session::names;
use crate::session::rows;
use crate::session::settings;
use crate::session::snapshot::Snapshot;
use crate::session::validation;

/// What a text would do as a change of a scenario: a few words, or what is wrong with it.
///
/// `row` is the row that it takes the place of; none for a new one.
pub fn preview(document: &Document, scenario: &str, row: Option<usize>, text: &str) -> Result<String, String> {
    let book = document.base_book();
    if !text.contains('=') {
        return Err(say!("line-nothing-called", text = text.trim()));
    }
    let change = Change::parse_typed(text, typed::money_of(book), None)?;
    if change.table == "scenarios" {
        return Err(say!("cell-scenario-cannot-change"));
    }
    let edit = match row {
        Some(row) => replace(book, row, &change),
        None => add(book, scenario, &change),
    };
    let mut after = book.clone();
    drop(edit.apply(&mut after));
    // The rows before it are done first, so that what is shown is what it starts from.
    let before = before(book, scenario, row.unwrap_or(usize::MAX));
    let mut now = before.clone();
    change.apply(&mut now)?;
    let whole = under(&after, scenario)?;
    if !Snapshot::is_large(book)
        && let Some(error) = compile(&whole).findings.into_iter().find(|finding| finding.level == Level::Error)
    {
        return Err(say!("line-case-under-would", message = error.message, remedy = error.remedy));
    }
    let Difference { cells, rows } = difference(&before, &now);
    Ok(match cells.as_slice() {
        [] if !rows.is_empty() => say!("line-new-budget"),
        [] => say!("line-changes-nothing-cell"),
        [cell] => say!("line-from-to", before = messages::cell(&cell.before), after = messages::cell(&cell.after)),
        [cell, ..] => {
            say!(
                "line-cells-cells-id",
                cells = cells.len(),
                id = names::Names::new(&document.base_snapshot().case).of_cell(cell),
                before = messages::cell(&cell.before),
                after = messages::cell(&cell.after)
            )
        }
    })
}

/// What could complete a text: whole lines, each with what it means.
pub fn suggestions(document: &Document, text: &str) -> Vec<(String, String)> {
    let book = document.base_book();
    let text = text.trim_start();
    let Some((target, value)) = text.split_once('=') else { return targets(document, book, text) };
    if let Some(both) = readings(text, typed::money_of(book)) {
        return both.into();
    }
    let target = target.trim_end();
    let change = Change::parse_setting(&format!("{}=", target.trim_end_matches(['+', '-', '*'])));
    let Ok(change) = change else { return Vec::new() };
    let kind = if change.table == "case" {
        settings::wanted(&change.column).map(|wanted| wanted.kind)
    } else {
        table_by_name(&change.table).and_then(|table| table.column(&change.column)).map(|column| column.kind)
    };
    let all = kind.map(|kind| validation::suggestions(kind, document)).unwrap_or_default();
    let value = value.trim();
    let fits = all.into_iter().filter(|(word, _)| word.starts_with(value) && word != value);
    fits.map(|(word, help)| (format!("{target}={word}"), help)).collect()
}

fn targets(document: &Document, book: &Workbook, text: &str) -> Vec<(String, String)> {
    if let Some((name, id)) = text.split_once('[') {
        let Some((table, column)) = name.split_once('.') else { return Vec::new() };
        let Some(table) = table_by_name(table) else { return Vec::new() };
        return ids(table, column, id, book);
    }
    let mut found = Vec::new();
    if let Some((Some(table), column)) = text.split_once('.').map(|(name, column)| (table_by_name(name), column)) {
        found.extend(columns(document, table, column, book.sheet(table.id)));
    } else {
        let tables = TABLES.iter().filter(|table| table.id != TableId::Scenarios && table.name.starts_with(text));
        found.extend(tables.map(|table| (format!("{}.", table.name), table.help())));
        let rows = settings::rows(&book.settings).into_iter();
        let keys = rows
            .filter(|row| row.key.starts_with(text) && row.key.rsplit('.').next() != Some("id") && row.key != "format");
        found.extend(keys.map(|row| (format!("{}=", row.key), now(&row.value, setting_default(&row.key)))));
    }
    if found.is_empty() { by_words(document, book, text) } else { found }
}

/// Cells that are found by words of what people call them, at most.
const FOUND: usize = 40;

/// The cells whose names have all the words of a text in them: `cost cable` finds what each cable costs in its first year.
fn by_words(document: &Document, book: &Workbook, text: &str) -> Vec<(String, String)> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    if text.chars().count() < 3 {
        return Vec::new();
    }
    let case = &document.base_snapshot().case;
    let all = names::Names::new(case);
    let mut found = Vec::new();
    for table in TABLES.iter().filter(|table| table.id != TableId::Scenarios && !table.key.is_empty()) {
        let sheet = book.sheet(table.id);
        let told: Vec<(&String, &str, String)> = sheet
            .header
            .iter()
            .filter(|name| !table.key.contains(&name.as_str()))
            .filter_map(|name| Some((name, table.column(name).filter(|it| is_imagined(it.kind))?.default)))
            .map(|(name, default)| (name, default, case.label(table, name)))
            .collect();
        for row in 0..sheet.rows.len() {
            let (key, called) = (sheet.key(row), all.of_key(table, &sheet.key(row)));
            for (column, default, label) in &told {
                let name = say!("edits-column-of-row", column = label, row = called);
                // What a table is called counts too: `budget 2029` finds the amounts of that year.
                let lower = format!("{} {name}", table.title()).to_lowercase();
                if words.iter().all(|word| lower.contains(word)) {
                    let help = format!("{name}, {}", now(sheet.cell(row, column), default));
                    found.push((format!("{}.{column}[{key}]", table.name), help));
                }
            }
            if found.len() >= FOUND {
                return found;
            }
        }
    }
    found
}

/// Whether a planner imagines otherwise what cells of this kind hold: numbers and states.
fn is_imagined(kind: Kind) -> bool {
    matches!(kind, Kind::Number { .. } | Kind::Whole { .. } | Kind::Amount | Kind::Year | Kind::Choice(_))
}

fn setting_default(key: &str) -> &'static str {
    SETTINGS.iter().find(|setting| setting.key == key).map_or("", |setting| setting.default)
}

fn now(text: &str, default: &str) -> String {
    match (text, default) {
        ("", "") => say!("line-empty-now"),
        ("", default) => say!("line-default-now-because", default = names::default_words(default)),
        (text, _) if text.parse::<Decimal>().is_ok() && text.contains('.') => {
            say!("line-now", text = written(text, Thousands::Never))
        }
        (text, _) => say!("line-now", text = text),
    }
}

fn columns(document: &Document, table: &Table, typed: &str, sheet: &Sheet) -> Vec<(String, String)> {
    let mut names: Vec<String> = sheet.header.clone();
    names.extend(rows::schema_columns(document, table.id, 0));
    let mut seen = std::collections::HashSet::new();
    // What a planner imagines otherwise are numbers and states; names, notes and keys come last.
    let rank = |name: &str| match table.column(name).map(|column| column.kind) {
        _ if table.key.contains(&name) => 3,
        Some(Kind::Text) | None => 2,
        Some(kind) => usize::from(!is_imagined(kind)),
    };
    names.retain(|name| name.starts_with(typed) && seen.insert(name.clone()));
    names.order_by_key(|name| rank(name));
    let help = |name: &str| table.column(name).map_or_else(String::new, |column| table.help_of(column));
    names.into_iter().map(|name| (format!("{}.{name}[", table.name), help(&name))).collect()
}

fn ids(table: &Table, column: &str, typed: &str, book: &Workbook) -> Vec<(String, String)> {
    let sheet = book.sheet(table.id);
    let default = table.column(column).map_or("", |column| column.default);
    let line = |id: &str| format!("{}.{column}[{id}]", table.name);
    if let Some(id) = typed.strip_suffix(']') {
        let row = sheet.row_of(id);
        let text = row.map_or_else(|| say!("line-several-rows"), |row| now(sheet.cell(row, column), default));
        let ways = [
            ("=", say!("line-sets")),
            ("+=", say!("line-adds")),
            ("-=", say!("line-takes-from")),
            ("*=", say!("line-multiplies")),
        ];
        return ways.iter().map(|(sign, does)| (format!("{}{sign}", line(id)), format!("{does}; {text}"))).collect();
    }
    let lower = typed.to_lowercase();
    let mut found: Vec<(String, String)> = Vec::new();
    for row in 0..sheet.rows.len() {
        let (key, name) = (sheet.key(row), sheet.name(row));
        if key.contains(&lower) || name.to_lowercase().contains(&lower) {
            let words = if name.is_empty() { String::new() } else { format!("{name}, ") };
            found.push((line(&key), format!("{words}{}", now(sheet.cell(row, column), default))));
        }
    }
    found.order_by_key(|(key, _)| !key.starts_with(&line(typed).trim_end_matches(']').to_owned()));
    if "*".starts_with(typed) {
        found.push((line("*"), say!("line-every-row")));
    }
    found
}
