//! What differs between two cases, cell by cell, with rows matched by their keys, or by what they say where they have none.

use crate::messages::word;
use crate::model::order::InOrder as _;
use crate::say;
use std::collections::HashMap;
use std::sync::Arc;

use crate::model::change::{Change, Operation};
use crate::model::schema::{TABLES, Table, TableId, table_by_name};
use crate::model::settings::{Settings, Written};
use crate::model::{Sheet, Workbook};

/// A cell, or a setting of `case.toml`, that has another text on either side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellDifference {
    /// The table's name, or `case`.
    pub table: String,
    /// The row's key, or its number from 1 in tables without one; empty for a setting.
    pub id: String,
    /// The column, or the dotted key of the setting.
    pub column: String,
    /// Its text before; empty where there was none.
    pub before: String,
    /// Its text after.
    pub after: String,
}

impl CellDifference {
    /// The change that sets the cell to what it is after.
    pub fn change(&self) -> Change {
        Change::set(&self.table, &self.id, &self.column, self.after.as_str())
    }

    /// The cell as `--set` names it: `services.control[cloud_host]`.
    pub fn place(&self) -> String {
        if self.table == "case" {
            return self.column.clone();
        }
        format!("{}.{}[{}]", self.table, self.column, self.id)
    }
}

/// On which side something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// Only before.
    Before,
    /// Only after.
    After,
}

/// A row that only one side has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowDifference {
    /// The table's name.
    pub table: String,
    /// The row's key, or its number from 1.
    pub id: String,
    /// Which side has it.
    pub only: Only,
    /// Its cells that are not empty: column and text.
    pub cells: Vec<(String, String)>,
}

impl RowDifference {
    /// The row as a cell that was set: a budget that had no row yet can be written so.
    pub(super) fn as_cell(&self) -> Option<CellDifference> {
        let key = ["ministry", "year"];
        let mut rest = self.cells.iter().filter(|(column, _)| !key.contains(&column.as_str()));
        let (Some((column, text)), None) = (rest.next(), rest.next()) else { return None };
        let budget = self.table == "budgets" && column == "amount" && self.only == Only::After;
        budget.then(|| CellDifference {
            table: self.table.clone(),
            id: self.id.clone(),
            column: column.clone(),
            before: String::new(),
            after: text.clone(),
        })
    }

    /// What happened, as a sentence.
    pub fn sentence(&self) -> String {
        let what = match self.only {
            Only::Before => word("is gone"),
            Only::After => word("is new"),
        };
        say!("difference-row-id-table", id = self.id, table = self.table, change = what)
    }
}

/// What differs between two workbooks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// Cells and settings, in the order of the files.
    pub cells: Vec<CellDifference>,
    /// Rows that only one side has.
    pub rows: Vec<RowDifference>,
}

impl Difference {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.rows.is_empty()
    }

    /// What differs, each as `--set` writes it, rows as a phrase; what is beyond `most` is counted.
    pub fn summary(&self, most: usize) -> Vec<String> {
        let cells = self.cells.iter().map(|cell| format!("{}={}", cell.place(), cell.after));
        let rows = self.rows.iter().map(|row| row.sentence().trim_end_matches('.').to_owned());
        let mut all: Vec<String> = cells.chain(rows).collect();
        if all.len() > most {
            let more = all.len() - most;
            all.truncate(most);
            all.push(say!("difference-more-more", more = more));
        }
        all
    }
}

/// What differs between two workbooks; spaces around a text do not count, nor does the order of rows and columns.
pub fn difference(before: &Workbook, after: &Workbook) -> Difference {
    let mut found = Difference::default();
    if before.settings != after.settings {
        found.cells.extend(settings_difference(&before.settings, &after.settings));
    }
    for table in TABLES {
        let (old, new) = (before.sheet(table.id), after.sheet(table.id));
        // How a table is laid out in its file says nothing of the case; a part of a sheet that is added has to be thought of.
        let Sheet { table: _, present: _, header: _, header_raw: _, rows: _, tail: _, newline: _ } = old;
        if old != new {
            sheets(table, old, new, &mut found);
        }
    }
    found
}

/// The settings of a text of `case.toml`, by dotted key.
pub(in crate::session) fn settings(text: &str) -> Vec<(String, String)> {
    let entries = Settings::parse(text).unwrap_or_default().entries.into_iter();
    entries
        .map(|entry| {
            let text = match entry.written {
                Written::Text(text) => text,
                Written::Number(number) => number,
                Written::Other(_) => text.get(entry.value).unwrap_or_default().to_owned(),
            };
            (entry.key, text)
        })
        .collect()
}

fn settings_difference(before: &str, after: &str) -> Vec<CellDifference> {
    let (old, new) = (settings(before), settings(after));
    let text = |all: &[(String, String)], key: &str| {
        all.iter().find(|(it, _)| it == key).map_or_else(String::new, |(_, text)| text.clone())
    };
    let mut keys: Vec<&String> = old.iter().map(|(key, _)| key).collect();
    keys.extend(new.iter().map(|(key, _)| key).filter(|key| !old.iter().any(|(it, _)| it == *key)));
    keys.into_iter()
        .map(|key| CellDifference {
            table: "case".to_owned(),
            id: String::new(),
            column: key.clone(),
            before: text(&old, key),
            after: text(&new, key),
        })
        .filter(|cell| cell.before != cell.after)
        .collect()
}

fn sheets(table: &Table, old: &Sheet, new: &Sheet, found: &mut Difference) {
    let pairs = if table.key.is_empty() { by_content(table, old, new) } else { by_key(old, new) };
    let mut met = vec![false; new.rows.len()];
    let mut columns: Vec<&String> = old.header.iter().collect();
    columns.extend(new.header.iter().filter(|name| old.column(name).is_none()));
    for (row, other) in pairs.into_iter().enumerate() {
        let Some(other) = other else {
            found.rows.push(whole_row(table, old, row, Only::Before));
            continue;
        };
        met[other] = true;
        if old.header == new.header && Arc::ptr_eq(&old.rows[row], &new.rows[other]) {
            continue;
        }
        for column in &columns {
            let (before, after) = (old.cell(row, column), new.cell(other, column));
            if before != after {
                found.cells.push(CellDifference {
                    table: table.name.to_owned(),
                    id: old.key(row),
                    column: (*column).clone(),
                    before: before.to_owned(),
                    after: after.to_owned(),
                });
            }
        }
    }
    for row in (0..new.rows.len()).filter(|&row| !met[row]) {
        found.rows.push(whole_row(table, new, row, Only::After));
    }
}

/// For each row before, the one with the same key after.
fn by_key(old: &Sheet, new: &Sheet) -> Vec<Option<usize>> {
    let mut places: HashMap<String, usize> = (0..new.rows.len()).rev().map(|row| (new.key(row), row)).collect();
    (0..old.rows.len()).map(|row| places.remove(&old.key(row))).collect()
}

/// For each row before, the one after that says the same; where as many rows in the same places are left over, they are the
/// same rows with other cells. Rows without a key have nothing else to be known by.
fn by_content(table: &Table, old: &Sheet, new: &Sheet) -> Vec<Option<usize>> {
    let says = |sheet: &Sheet, row: usize| {
        let mut cells = whole_row(table, sheet, row, Only::Before).cells;
        cells.order();
        cells
    };
    let mut places: HashMap<_, Vec<usize>> = HashMap::new();
    for row in (0..new.rows.len()).rev() {
        places.entry(says(new, row)).or_default().push(row);
    }
    let mut pairs: Vec<Option<usize>> = vec![None; old.rows.len()];
    // The same place first, so that of several rows that say the same each stays where it is.
    for anywhere in [false, true] {
        for (row, pair) in pairs.iter_mut().enumerate().filter(|(_, pair)| pair.is_none()) {
            let Some(free) = places.get_mut(&says(old, row)) else { continue };
            let at = free.iter().position(|&other| other == row);
            *pair = if anywhere { free.pop() } else { at.map(|at| free.remove(at)) };
        }
    }
    let left: Vec<usize> = (0..pairs.len()).filter(|&row| pairs[row].is_none()).collect();
    let mut open: Vec<usize> = places.into_values().flatten().collect();
    open.order();
    if left == open {
        for row in left {
            pairs[row] = Some(row);
        }
    }
    pairs
}

fn whole_row(table: &Table, sheet: &Sheet, row: usize, only: Only) -> RowDifference {
    let cells = sheet.header.iter().map(|name| (name.clone(), sheet.cell(row, name).to_owned()));
    let cells = cells.filter(|(_, text)| !text.is_empty()).collect();
    RowDifference { table: table.name.to_owned(), id: sheet.key(row), only, cells }
}

/// Takes cells of `now` back to what they are in `before`: whole tables and rows with their very bytes where nothing else
/// of them differs.
pub(super) fn take_back(before: &Workbook, now: &mut Workbook, cells: &[CellDifference], all: bool) {
    for table in TABLES.iter().filter(|table| table.id != TableId::Scenarios) {
        if all {
            *now.sheet_mut(table.id) = before.sheet(table.id).clone();
            continue;
        }
        for cell in cells.iter().filter(|cell| cell.table == table.name) {
            take_cell_back(before, now, cell);
        }
    }
    if all {
        before.settings.clone_into(&mut now.settings);
        return;
    }
    for cell in cells.iter().filter(|cell| cell.table == "case") {
        let back = Change { operation: Operation::Set(cell.before.clone()), ..cell.change() };
        // A setting that was not written before is left out again where its text is empty; it keeps its default else.
        let _ = back.apply(now);
    }
}

fn take_cell_back(before: &Workbook, now: &mut Workbook, cell: &CellDifference) {
    let Some(table) = table_by_name(&cell.table) else { return };
    let Some(row) = now.sheet(table.id).row_of(&cell.id) else { return };
    let old = before.sheet(table.id);
    let Some(from) = old.row_of(&cell.id) else {
        now.sheet_mut(table.id).rows.remove(row);
        return;
    };
    let sheet = now.sheet_mut(table.id);
    let Some(at) = sheet.column(&cell.column) else { return };
    sheet.set(row, at, &cell.before);
    // Once every cell of it is back, the row is the very one that was read.
    let same =
        sheet.header == old.header && sheet.header.iter().all(|name| sheet.cell(row, name) == old.cell(from, name));
    if same {
        sheet.rows[row] = Arc::clone(&old.rows[from]);
    }
}
