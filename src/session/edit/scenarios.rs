//! Scenarios as rows of `scenarios.csv`: read by name, tried on, recorded from edits, committed to the case.
//!
//! A scenario is nothing but its rows, so one without a row does not exist yet. Everything here gives text: rows that are
//! not touched keep their bytes.

use crate::messages::readable;
use crate::say;
use std::collections::HashSet;
use std::sync::Arc;

use super::Edit;
use super::difference::{CellDifference, difference};
use crate::model::cell;
use crate::model::change::{Change, Operation};
use crate::model::order::InOrder as _;
use crate::model::schema::TableId;
use crate::model::{Row, Workbook};

/// A scenario by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Its rows in `scenarios.csv`, from 0, in file order.
    pub rows: Vec<usize>,
}

/// All scenarios, in the order of their first rows. Rows without a name belong to none.
pub fn named(book: &Workbook) -> Vec<Named> {
    let sheet = book.sheet(TableId::Scenarios);
    let mut all: Vec<Named> = Vec::new();
    for row in 0..sheet.rows.len() {
        let name = sheet.cell(row, "scenario");
        if name.is_empty() {
            continue;
        }
        match all.iter_mut().find(|it| it.name == name) {
            Some(it) => it.rows.push(row),
            None => all.push(Named { name: name.to_owned(), rows: vec![row] }),
        }
    }
    all
}

/// The rows of a scenario.
pub fn rows_of(book: &Workbook, name: &str) -> Vec<usize> {
    book.sheet(TableId::Scenarios).rows_with("scenario", name).collect()
}

/// The name of a scenario for people: the first that one of its rows says, else its id as it is read.
pub fn called(book: &Workbook, id: &str) -> String {
    let said = named_row(book, id).map(|row| book.sheet(TableId::Scenarios).name(row));
    said.map_or_else(|| readable(id), str::to_owned)
}

/// The change of a row.
///
/// # Errors
/// What is wrong with its text, and how to fix it.
pub fn change_at(book: &Workbook, row: usize) -> Result<Change, String> {
    let sheet = book.sheet(TableId::Scenarios);
    let operation = cell::operation(sheet.cell(row, "change")).map_err(|trouble| trouble.to_string())?;
    let text = |column: &str| sheet.cell(row, column).to_owned();
    Ok(Change { table: text("table"), id: text("id"), column: text("column"), operation })
}

/// The change on one line, as `--set` takes it: `budgets.amount[defence:2029]*=0.9`, `objective.risk=full`.
pub fn line_of(change: &Change) -> String {
    let (sign, value) = sign_and_value(&change.operation);
    let equals = if sign == "=" { "" } else { "=" };
    if change.table == "case" {
        return format!("{}{sign}{equals}{value}", change.column);
    }
    format!("{}.{}[{}]{sign}{equals}{value}", change.table, change.column, change.id)
}

/// An operation as the column `change` holds it: the sign, and what is behind it.
pub(in crate::session) fn sign_and_value(operation: &Operation) -> (&'static str, String) {
    match operation {
        Operation::Set(text) => ("=", text.clone()),
        Operation::Add(by) if by.is_sign_negative() => ("-", by.abs().normalize().to_string()),
        Operation::Add(by) => ("+", by.normalize().to_string()),
        Operation::Multiply(by) => ("*", by.normalize().to_string()),
    }
}

/// The case under a scenario: with all of its changes, in file order.
///
/// # Errors
/// The first change that cannot be made, with its row.
pub fn under(book: &Workbook, name: &str) -> Result<Workbook, String> {
    let mut after = book.clone();
    for row in rows_of(book, name) {
        let wrong = |error: String| say!("scenarios-scenarios-csv-row", row = row + 1, error = error);
        change_at(book, row).map_err(wrong)?.apply(&mut after).map_err(wrong)?;
    }
    Ok(after)
}

/// The case with what the rows of a scenario before this one change, as far as they can.
pub fn before(book: &Workbook, name: &str, row: usize) -> Workbook {
    let mut now = book.clone();
    for earlier in rows_of(book, name).into_iter().filter(|&at| at < row) {
        let _ = change_at(book, earlier).map(|change| change.apply(&mut now).is_ok());
    }
    now
}

/// What a row of a scenario does to the cells that it names, with the rows before it done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Does {
    /// The row in `scenarios.csv`, from 0.
    pub row: usize,
    /// The change; what is wrong with its text, where it cannot be read.
    pub change: Result<Change, String>,
    /// The cells that it changes, or why it cannot be done.
    pub cells: Result<Vec<CellDifference>, String>,
}

/// What each row of a scenario does.
pub fn does(book: &Workbook, name: &str) -> Vec<Does> {
    let mut now = book.clone();
    let mut all = Vec::new();
    for row in rows_of(book, name) {
        let change = change_at(book, row);
        let cells = change.clone().and_then(|change| {
            let mut after = now.clone();
            change.apply(&mut after)?;
            let cells = difference(&now, &after).cells;
            now = after;
            Ok(cells)
        });
        all.push(Does { row, change, cells });
    }
    all
}

/// The edit that adds a change at the end of a scenario; the first one makes it.
pub fn add(book: &Workbook, name: &str, change: &Change) -> Edit {
    edited(book, |after| put(after, name, change))
}

/// The edit that adds a change at the end of a scenario, which goes by this name from its first row on.
pub fn add_named(book: &Workbook, (id, name): (&str, &str), change: &Change) -> Edit {
    edited(book, |after| {
        put(after, id, change);
        call(after, id, name);
    })
}

/// The edit that takes rows of a scenario away. Its name stays, in the first row that is left.
pub fn delete_rows(book: &Workbook, id: &str, rows: &[usize]) -> Edit {
    let name = called(book, id);
    edited(book, |after| {
        let mut rows = rows.to_vec();
        rows.order();
        for row in rows.into_iter().rev() {
            after.sheet_mut(TableId::Scenarios).rows.remove(row);
        }
        call(after, id, &name);
    })
}

/// The edit that puts another change in place of a row's; its note and source stay.
pub fn replace(book: &Workbook, row: usize, change: &Change) -> Edit {
    edited(book, |after| write(after, row, change))
}

/// The row in which a scenario says its name, if one does.
fn named_row(book: &Workbook, id: &str) -> Option<usize> {
    let sheet = book.sheet(TableId::Scenarios);
    rows_of(book, id).into_iter().find(|&row| !sheet.name(row).is_empty())
}

/// Whether a scenario has a name beside its id.
pub fn has_name(book: &Workbook, id: &str) -> bool {
    named_row(book, id).is_some()
}

/// The edit that gives a scenario another id, and a name for people.
pub fn rename(book: &Workbook, (id, new): (&str, &str), name: &str) -> Edit {
    edited(book, |after| {
        for row in rows_of(book, id) {
            set(after, row, "scenario", new);
        }
        call(after, new, name);
    })
}

/// The edit that has the rows of a scenario say its name, where they do not.
pub fn keep_name(book: &Workbook, (id, name): (&str, &str)) -> Edit {
    edited(book, |after| call(after, id, name))
}

/// Gives a scenario a name, in the spoken language where the table has one for it. What its id says already needs no cell.
fn call(book: &mut Workbook, id: &str, name: &str) {
    let Some(row) = named_row(book, id).or_else(|| rows_of(book, id).first().copied()) else { return };
    if called(book, id) == name {
        return;
    }
    let sheet = book.sheet(TableId::Scenarios);
    let column = sheet.name_columns().into_iter().flatten().find_map(|at| sheet.header.get(at).cloned());
    set(book, row, column.as_deref().unwrap_or("name"), name);
}

/// The edit that adds a copy of a scenario below it.
pub fn duplicate(book: &Workbook, (id, new): (&str, &str), name: &str) -> Edit {
    edited(book, |after| {
        let rows = rows_of(book, id);
        let at = rows.last().map_or(0, |last| last + 1);
        let sheet = after.sheet_mut(TableId::Scenarios);
        let column = sheet.column_or_new("scenario");
        let copies = rows.iter().filter_map(|&row| {
            let mut cells = sheet.rows.get(row)?.cells.clone();
            cells.resize(cells.len().max(column + 1), String::new());
            new.clone_into(&mut cells[column]);
            Some(Arc::new(Row::new(cells)))
        });
        let copies: Vec<_> = copies.collect();
        sheet.rows.splice(at..at, copies);
        call(after, new, name);
    })
}

/// The edit that takes scenarios away, with all their rows.
pub fn delete(book: &Workbook, names: &[String]) -> Edit {
    edited(book, |after| remove(after, names))
}

/// Whether a scenario stays when it is committed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Afterwards {
    /// It stays as it is.
    Kept,
    /// Its rows are taken away.
    Removed,
}

/// The edit that makes a scenario's changes in the case's own files.
///
/// # Errors
/// The first change that cannot be made, with its row.
pub fn commit(book: &Workbook, name: &str, afterwards: Afterwards) -> Result<Edit, String> {
    let mut after = under(book, name)?;
    if afterwards == Afterwards::Removed {
        remove(&mut after, &[name.to_owned()]);
    }
    Ok(Edit::between(book, &after))
}

/// The edit that makes the case under a scenario have these cells: a row that already sets a cell is changed, others
/// are added, and one that is no longer needed goes.
pub fn record(book: &Workbook, name: &str, changes: &[Change]) -> Edit {
    edited(book, |after| {
        for change in changes {
            record_one(after, name, change);
        }
    })
}

fn record_one(book: &mut Workbook, name: &str, change: &Change) {
    let Operation::Set(wanted) = &change.operation else { return put(book, name, change) };
    let same = |row: usize| {
        change_at(book, row)
            .is_ok_and(|it| (&it.table, &it.id, &it.column) == (&change.table, &change.id, &change.column))
    };
    let Some(row) = rows_of(book, name).into_iter().rev().find(|&row| same(row)) else {
        return put(book, name, change);
    };
    let mut without = book.clone();
    without.sheet_mut(TableId::Scenarios).rows.remove(row);
    let reached = |book: &Workbook| under(book, name).is_ok_and(|book| text_at(&book, change).as_ref() == Some(wanted));
    if reached(&without) {
        *book = without;
        return;
    }
    let mut changed = book.clone();
    write(&mut changed, row, change);
    if reached(&changed) {
        *book = changed;
    } else {
        // A later row changes the cell again, so the last word goes to a new one.
        put(book, name, change);
    }
}

/// The text of the one cell that a change names.
fn text_at(book: &Workbook, change: &Change) -> Option<String> {
    if change.table == "case" {
        return super::difference::settings(&book.settings)
            .into_iter()
            .find(|(key, _)| *key == change.column)
            .map(|(_, text)| text);
    }
    let table = crate::model::schema::table_by_name(&change.table)?;
    let sheet = book.sheet(table.id);
    Some(sheet.cell(sheet.row_of(&change.id)?, &change.column).to_owned())
}

/// What edits come to as changes of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// The changes.
    pub changes: Vec<Change>,
    /// How many cells they change.
    pub cells: usize,
    /// What no scenario can say, in full sentences: rows that are new or gone, columns, ids.
    pub beyond: Vec<String>,
    /// The workbook with everything taken back that the changes say.
    pub rest: Workbook,
}

/// What was changed from one workbook to another, as changes of a scenario. Scenarios themselves are left alone.
pub fn recorded(before: &Workbook, after: &Workbook) -> Recorded {
    let found = difference(before, after);
    let mut recorded = Recorded { changes: Vec::new(), cells: 0, beyond: Vec::new(), rest: after.clone() };
    let mut undone: Vec<CellDifference> = Vec::new();
    for cell in found.cells.into_iter().filter(|cell| cell.table != "scenarios") {
        match cell.change().apply(&mut before.clone()) {
            Ok(_) => undone.push(cell),
            Err(error) => recorded.beyond.push(error),
        }
    }
    for row in found.rows.into_iter().filter(|row| row.table != "scenarios") {
        match row.as_cell() {
            Some(cell) if cell.change().apply(&mut before.clone()).is_ok() => undone.push(cell),
            _ => recorded.beyond.push(row.sentence()),
        }
    }
    recorded.changes = undone.iter().map(CellDifference::change).collect();
    recorded.cells = undone.len();
    super::difference::take_back(before, &mut recorded.rest, &undone, recorded.beyond.is_empty());
    recorded
}

/// A column that was changed as a whole, such as `*0.9` on the amounts of many rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnChange {
    /// The table.
    pub table: TableId,
    /// The column.
    pub column: String,
    /// What was done to its cells.
    pub operation: Operation,
}

impl Recorded {
    /// Tells cells that were computed by what was done to them instead of by what came out, so that the scenario still says
    /// the same when the case changes; where it is done to all rows of a table, or of a part of it, as one change. `before` is the
    /// workbook that the changes start from. What the changes make of it stays the same.
    pub fn as_operations(&mut self, before: &Workbook, done: &[ColumnChange]) {
        let mut groups: Vec<Vec<Change>> = Vec::new();
        for change in std::mem::take(&mut self.changes) {
            let told = done.iter().rev().find_map(|it| told_by(before, &change, it)).unwrap_or(change);
            let same = |it: &Change| {
                let computes = !matches!(it.operation, Operation::Set(_));
                computes && (&it.table, &it.column, &it.operation) == (&told.table, &told.column, &told.operation)
            };
            match groups.iter_mut().find(|group| group.first().is_some_and(same)) {
                Some(group) => group.push(told),
                None => groups.push(vec![told]),
            }
        }
        self.changes = groups.into_iter().flat_map(|group| gathered(before, group)).collect();
    }
}

/// A change of one cell as what was done to its column; `None` if that gives something else.
fn told_by(before: &Workbook, change: &Change, done: &ColumnChange) -> Option<Change> {
    let Operation::Set(wanted) = &change.operation else { return None };
    let same = crate::model::schema::table_by_name(&change.table)?.id == done.table && change.column == done.column;
    let told = Change { operation: done.operation.clone(), ..change.clone() };
    let mut after = before.clone();
    (same && told.apply(&mut after).is_ok() && text_at(&after, change).as_ref() == Some(wanted)).then_some(told)
}

/// The same operation on several cells as few changes: on all rows, or on all rows with the same first part of their key.
fn gathered(before: &Workbook, group: Vec<Change>) -> Vec<Change> {
    let Some(first) = group.first().filter(|_| group.len() > 1) else { return group };
    let does_all = |id: &str, cells: &[&Change]| {
        let whole = Change { id: id.to_owned(), ..first.clone() };
        let (mut one, mut many) = (before.clone(), before.clone());
        let each = cells.iter().all(|change| change.apply(&mut many).is_ok());
        (each && whole.apply(&mut one).is_ok() && one == many).then_some(whole)
    };
    if let Some(whole) = does_all("*", &group.iter().collect::<Vec<_>>()) {
        return vec![whole];
    }
    let mut parts: Vec<(&str, Vec<&Change>)> = Vec::new();
    for change in &group {
        let part = change.id.split_once(':').map_or("", |(part, _)| part);
        match parts.iter_mut().find(|(it, _)| *it == part) {
            Some((_, cells)) => cells.push(change),
            None => parts.push((part, vec![change])),
        }
    }
    let of_part = |(part, cells): (&str, Vec<&Change>)| -> Vec<Change> {
        let whole = if part.is_empty() || cells.len() < 2 { None } else { does_all(&format!("{part}:*"), &cells) };
        whole.map_or_else(|| cells.into_iter().cloned().collect(), |whole| vec![whole])
    };
    parts.into_iter().flat_map(of_part).collect()
}

/// A scenario by its name and what it changes, for who reads what was found under it.
pub fn words(book: &Workbook, name: &str) -> String {
    let told = |row: usize| change_at(book, row).map_or_else(|error| error, |change| line_of(&change));
    let mut lines: Vec<String> = rows_of(book, name).into_iter().map(told).collect();
    let more = lines.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        lines.truncate(MOST_TOLD);
        lines.push(say!("difference-more-more", more = more));
    }
    say!("scenarios-scenario-name-scenarios", name = name, lines = lines.join("; "))
}

/// This many changes of a scenario are told one by one.
const MOST_TOLD: usize = 12;

fn edited(book: &Workbook, change: impl FnOnce(&mut Workbook)) -> Edit {
    let mut after = book.clone();
    change(&mut after);
    Edit::between(book, &after)
}

fn set(book: &mut Workbook, row: usize, column: &str, text: &str) {
    let sheet = book.sheet_mut(TableId::Scenarios);
    let at = sheet.column_or_new(column);
    sheet.set(row, at, text);
}

fn write(book: &mut Workbook, row: usize, change: &Change) {
    set(book, row, "table", &change.table);
    set(book, row, "id", &change.id);
    set(book, row, "column", &change.column);
    let (sign, value) = sign_and_value(&change.operation);
    set(book, row, "change", &[sign, &value].concat());
}

fn put(book: &mut Workbook, name: &str, change: &Change) {
    let rows = rows_of(book, name);
    let sheet = book.sheet_mut(TableId::Scenarios);
    sheet.ensure_header();
    let at = rows.last().map_or(sheet.rows.len(), |last| last + 1);
    sheet.rows.insert(at, Arc::new(Row::new(vec![String::new(); sheet.header.len()])));
    set(book, at, "scenario", name);
    write(book, at, change);
}

fn remove(book: &mut Workbook, names: &[String]) {
    let sheet = book.sheet_mut(TableId::Scenarios);
    let gone: HashSet<usize> = names.iter().flat_map(|name| sheet.rows_with("scenario", name)).collect();
    sheet.remove_rows(|row| gone.contains(&row));
}

#[cfg(test)]
mod tests;
