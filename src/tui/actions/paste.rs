//! Pasted text: characters for a line that is being typed, rows or cells for a table. Whatever it is, it is one step.
//!
//! Rows come in where the first row names columns with their keys, or where the cursor is on the key column or the name; elsewhere the
//! cells from the cursor on are written over, as in a spreadsheet.

use super::edits::{self, apply};
use crate::model::cell::to_id;
use crate::model::guess::suggest;
use crate::model::heading::plain;
use crate::model::order::InOrder as _;
use crate::model::schema::{Column, TABLES, TableId};
use crate::model::typed::{Typed, mark_of, money_of, typed};
use crate::model::{DecimalMark, Row, Sheet};
use crate::say;
use crate::session::edit::Edit;
use crate::session::rows::{budget_edit, free_id, header_edits, schema_columns, set_cell};
use crate::session::{count_of, names, validation};
use crate::tui::case_table::CaseTable;
use crate::tui::state::{Answer, App, Command, Confirm, Document, Known, Pasted, Popup, TableKey};
use crate::tui::table::{Grid as _, TableState, is_blank, parse_rows, parse_tsv};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Takes pasted text.
pub(crate) fn paste(app: &mut App, text: &str) {
    paste_with(app, text, None);
}

/// The same where the planner has said which mark begins the decimals.
fn paste_with(app: &mut App, text: &str, mark: Option<DecimalMark>) {
    let done = match app.table_key() {
        Some(TableKey::Sheet(table)) => onto_sheet(app, table, text, mark),
        Some(TableKey::BUDGETS) => onto_budgets(app, text, mark),
        _ => Err(say!("paste-nothing-can-pasted")),
    };
    if let Err(sentence) = done {
        app.warn(sentence);
    } else if let Some(row) = row_in_cell(&parse_tsv(text)) {
        app.warn(say!("paste-cell-pasted-row", row = row));
    }
}

/// The row, from 1, with a cell in which a line has as many tabs as a row of what was pasted.
fn row_in_cell(rows: &[Vec<String>]) -> Option<usize> {
    let marks = rows.first()?.len().saturating_sub(1).max(1);
    let holds_row = |cell: &String| cell.lines().skip(1).any(|line| line.matches('\t').count() >= marks);
    rows.iter().position(|row| row.iter().any(holds_row)).map(|at| at + 1)
}

fn onto_sheet(app: &mut App, table: TableId, text: &str, mark: Option<DecimalMark>) -> Result<(), String> {
    let Some(document) = &app.document else { return Ok(()) };
    let sheet = document.book.sheet(table);
    let known = known_columns(document, sheet);
    let mut rows = parse_tsv(text);
    let mut named = named_columns(&rows, &known);
    if named.is_none() && !text.contains('\t') {
        // A table that was copied from a text editor has other signs between its cells.
        let found = [';', ','].into_iter().find_map(|sign| {
            let rows = parse_rows(text, sign);
            let found = named_columns(&rows, &known).filter(|_| widest(&rows) > 1)?;
            Some((rows, found))
        });
        if let Some((other, found)) = found {
            (rows, named) = (other, Some(found));
        }
    }
    if let Some((heading, _)) = &named {
        drop(rows.drain(..=*heading));
    }
    if rows.is_empty() {
        return Err(say!("paste-there-were-no"));
    }
    let key = sheet.schema().key;
    let state = app.table_state(TableKey::Sheet(table));
    let columns = match named {
        Some((_, columns)) => columns?,
        None if is_on_key(&CaseTable::new(document, table), &state, key, &rows) => in_file_order(document, sheet),
        None => {
            let grid = CaseTable::new(document, table);
            let columns = from_cursor(&grid, &state, widest(&rows))?;
            return onto_cells(app, table, &columns, rows, (text, mark));
        }
    };
    if widest(&rows) > columns.len() {
        return Err(say!("paste-pasted-row-has", widest = widest(&rows), columns = columns.len()));
    }
    if !key.iter().all(|key| columns.iter().any(|name| name == key)) {
        return onto_cells(app, table, &columns, rows, (text, mark));
    }
    rows.retain(|row| !is_blank(row));
    let held: Vec<_> = columns.iter().map(|name| sheet.schema().column(name)).collect();
    if let Err(doubt) = as_written(document, &held, &mut rows, mark) {
        ask_mark(app, text, &doubt);
        return Ok(());
    }
    let pasted = Pasted { table, columns, rows };
    let there = pasted.known(sheet);
    if there.is_empty() {
        insert(app, &pasted, Known::Add);
    } else {
        app.popups.push(Popup::Confirm(which(&pasted, &there)));
    }
    Ok(())
}

fn widest(rows: &[Vec<String>]) -> usize {
    rows.iter().map(Vec::len).max().unwrap_or(0)
}

/// The columns that a table can have: those of its file, then those of the schema that the file does not have.
fn known_columns(document: &Document, sheet: &Sheet) -> Vec<String> {
    let mut names = sheet.header.clone();
    let more = schema_columns(document, sheet.table, document.case().years().count());
    names.extend(more.into_iter().filter(|name| sheet.column(name).is_none()));
    names
}

fn in_file_order(document: &Document, sheet: &Sheet) -> Vec<String> {
    if sheet.header.is_empty() { schema_columns(document, sheet.table, 3) } else { sheet.header.clone() }
}

/// The columns that the first row with a text names, if it is a heading, and its place.
fn named_columns(rows: &[Vec<String>], known: &[String]) -> Option<(usize, Result<Vec<String>, String>)> {
    let first = rows.iter().position(|row| !is_blank(row))?;
    Some((first, heading(rows.get(first)?, known)?))
}

/// The columns that a row names, if it is a heading: most of its cells are names of columns. An error where one is not.
fn heading(row: &[String], names: &[String]) -> Option<Result<Vec<String>, String>> {
    let found: Vec<Option<&String>> =
        row.iter().map(|cell| names.iter().find(|name| plain(name) == plain(cell))).collect();
    let count = found.iter().flatten().count();
    if count == 0 || count * 2 <= row.len() {
        return None;
    }
    for (at, name) in found.iter().enumerate() {
        if let Some(name) = name.filter(|_| found.iter().take(at).any(|other| other == name)) {
            return Some(Err(say!("paste-pasted-heading-has", name = name)));
        }
    }
    let columns = row.iter().zip(&found).map(|(cell, name)| {
        name.cloned().ok_or_else(|| {
            let near = suggest(cell, names.iter().map(String::as_str), &say!("paste-leave-out-correct"));
            say!("paste-pasted-heading-has-cell", cell = cell, near = near)
        })
    });
    Some(columns.collect())
}

/// Whether pasted text without a heading is about whole rows: the cursor is on what a row is called by. On its name several cells
/// that begin with an id are; one alone is a name.
fn is_on_key(grid: &CaseTable<'_>, state: &TableState, key: &[&str], rows: &[Vec<String>]) -> bool {
    let here = grid.file_column(state.column);
    let first = grid.in_file_order().first().copied();
    let is_named = || grid.columns().get(state.column).is_some_and(|column| column.pinned) && here.is_some();
    let is_id = |row: &Vec<String>| row.first().is_some_and(|cell| !cell.is_empty() && to_id(cell) == *cell);
    state.order.is_empty()
        || match key {
            [] => first == Some(state.column),
            key => {
                here.is_some_and(|here| key.contains(&here))
                    || (is_named() && widest(rows) > 1 && rows.iter().filter(|row| !is_blank(row)).all(is_id))
            }
        }
}

/// The columns of the file from the cursor to the right, as the screen shows them.
fn from_cursor(grid: &CaseTable<'_>, state: &TableState, count: usize) -> Result<Vec<String>, String> {
    if grid.file_column(state.column).is_none() {
        return Err(say!("paste-this-column-computed"));
    }
    let shown = state.shown(grid);
    let from = shown.iter().position(|&column| column == state.column).unwrap_or(0);
    let columns: Vec<String> =
        shown[from..].iter().filter_map(|&column| grid.file_column(column)).take(count).map(str::to_owned).collect();
    if columns.len() < count {
        return Err(say!("paste-pasted-row-has-count", count = count, columns = columns.len()));
    }
    Ok(columns)
}

/// The visible rows that this many pasted rows are for: the marked ones, or those from the cursor on.
fn target_rows(state: &TableState, pasted: usize) -> Result<Vec<usize>, String> {
    let marked: Vec<usize> = state.order.iter().copied().filter(|row| state.marked.contains(row)).collect();
    if !marked.is_empty() && (pasted == 1 || pasted == marked.len()) {
        return Ok(marked);
    }
    let below: Vec<usize> = state.order.iter().skip(state.row).copied().take(pasted).collect();
    match (marked.len(), below.len()) {
        (0, count) if count == pasted => Ok(below),
        (0, count) => Err(say!("paste-count-were-pasted", pasted = pasted, shown = count)),
        (marked, _) => Err(say!("paste-count-were-pasted-count", pasted = pasted, marked = marked)),
    }
}

/// Writes pasted cells over those of the table.
fn onto_cells(
    app: &mut App,
    table: TableId,
    columns: &[String],
    mut pasted: Vec<Vec<String>>,
    (text, mark): (&str, Option<DecimalMark>),
) -> Result<(), String> {
    let Some(document) = &app.document else { return Ok(()) };
    let sheet = document.book.sheet(table);
    let rows = target_rows(&app.table_state(TableKey::Sheet(table)), pasted.len())?;
    let held: Vec<_> = columns.iter().map(|name| sheet.schema().column(name)).collect();
    if let Err(doubt) = as_written(document, &held, &mut pasted, mark) {
        ask_mark(app, text, &doubt);
        return Ok(());
    }
    let mut edits = Vec::new();
    for (&row, cells) in rows.iter().zip(pasted.iter().cycle()) {
        for (column, text) in columns.iter().zip(cells) {
            validation::refuse(document, table, column, text)?;
            if sheet.cell(row, column) != text {
                edits.push(set_cell(table, row, column, text));
            }
        }
    }
    let called: Vec<String> = columns.iter().map(|name| names::column(document.case(), table, name)).collect();
    let label = say!("paste-count-pasted-into", cells = edits.len(), columns = called.join(", "));
    apply(app, label.clone(), edits);
    app.note(say!("paste-label-one-step", label = label));
    Ok(())
}

/// Writes pasted amounts over those of ministries and years.
fn onto_budgets(app: &mut App, text: &str, mark: Option<DecimalMark>) -> Result<(), String> {
    let Some(document) = &app.document else { return Ok(()) };
    let case = document.case();
    let state = app.table_state(TableKey::BUDGETS);
    let mut pasted = parse_tsv(text);
    if pasted.is_empty() {
        return Err(say!("paste-there-were-no-amounts"));
    }
    let rows = target_rows(&state, pasted.len())?;
    let first = edits::year_of(case, state.column).ok_or(&say!("paste-go-first-year"))?;
    let amount = TABLES[TableId::Budgets as usize].column("amount");
    if let Err(doubt) = as_written(document, &vec![amount; widest(&pasted)], &mut pasted, mark) {
        ask_mark(app, text, &doubt);
        return Ok(());
    }
    let mut edits = Vec::new();
    for (&row, cells) in rows.iter().zip(pasted.iter().cycle()) {
        let Some(ministry) = case.ministries.get(row) else { continue };
        for (year, text) in (first..).zip(cells) {
            if year > case.last_year {
                return Err(say!("paste-pasted-amounts-go", last_year = case.last_year));
            }
            if let Some(problem) = validation::problem(validation::BUDGET, text, document) {
                return Err(say!("paste-text-no-amount", text = text, problem = problem));
            }
            edits.push(budget_edit(document, &ministry.id, year, text));
        }
    }
    let label = say!("paste-pasted", what = count_of(edits.len(), "amount"));
    apply(app, label.clone(), edits);
    app.note(say!("paste-label-one-step", label = label));
    Ok(())
}

/// Makes the numbers of pasted cells what the program writes, by the mark that they tell together, or that is given.
///
/// # Errors
/// Where nothing tells it: a cell, and what it is either way.
fn as_written(
    document: &Document,
    columns: &[Option<&'static Column>],
    rows: &mut [Vec<String>],
    mark: Option<DecimalMark>,
) -> Result<(), [String; 3]> {
    let mark = mark.map_or_else(|| mark_of(columns, rows), Ok)?;
    let money = money_of(&document.book);
    for row in rows {
        for (cell, column) in row.iter_mut().zip(columns) {
            let Some(column) = column else { continue };
            if let Typed::Text(text) = typed(cell, (column.kind, column.unit), money, Some(mark)) {
                *cell = text;
            }
        }
    }
    Ok(())
}

/// Asks which mark begins the decimals of what was pasted.
fn ask_mark(app: &mut App, text: &str, [example, point, comma]: &[String; 3]) {
    let paste = |mark| {
        let text = text.to_owned();
        move |app: &mut App| paste_with(app, &text, Some(mark))
    };
    let answers = vec![
        Answer::new(Command::WithPoints, say!("typed-by-point"), paste(DecimalMark::Point)),
        Answer::new(Command::WithCommas, say!("typed-by-comma"), paste(DecimalMark::Comma)),
        Answer::leave(Command::No, say!("paste-paste-nothing")),
    ];
    let asked = say!("typed-paste-choose", example = example, point = point, comma = comma);
    app.popups.push(Popup::Confirm(Confirm::new(say!("typed-paste-title"), asked, answers)));
}

/// Asks what becomes of the rows that are in the table already.
fn which(pasted: &Pasted, known: &HashMap<String, usize>) -> Confirm {
    let mut keys: Vec<&str> = known.keys().map(String::as_str).collect();
    keys.order();
    let more = if keys.len() > 8 { say!("paste-keys-more", keys = keys.len() - 8) } else { String::new() };
    keys.truncate(8);
    let text = say!(
        "paste-table-already-keys",
        keys = keys.join(", "),
        more = more,
        known = known.len(),
        rows = pasted.rows.len()
    );
    let add = match TABLES[pasted.table as usize].key {
        [_] => say!("paste-add-all-new-rows"),
        _ => say!("paste-add-all-new-rows-2"),
    };
    let paste = |known| {
        let pasted = pasted.clone();
        move |app: &mut App| insert(app, &pasted, known)
    };
    let answers = vec![
        Answer::new(Command::WriteOver, say!("paste-write-over-them-add"), paste(Known::Update)),
        Answer::new(Command::AddAll, add, paste(Known::Add)),
        Answer::leave(Command::No, say!("paste-paste-nothing")),
    ];
    Confirm::new(say!("paste-pasted-rows"), text, answers)
}

/// Puts pasted rows into their table.
pub(crate) fn insert(app: &mut App, pasted: &Pasted, what: Known) {
    let table = pasted.table;
    let Some(document) = &app.document else { return };
    let sheet = document.book.sheet(table);
    let mut edits = header_edits(document, table);
    let mut header: Vec<String> =
        if sheet.header.is_empty() { in_file_order(document, sheet) } else { sheet.header.clone() };
    for name in &pasted.columns {
        if !header.contains(name) {
            edits.push(Edit::InsertColumn { table, at: header.len(), name: name.clone() });
            header.push(name.clone());
        }
    }
    let known = pasted.known(sheet);
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    let mut taken = ids(sheet, &header);
    for row in &pasted.rows {
        let place = pasted.key_of(row, sheet).and_then(|key| known.get(&key)).copied();
        match (what, place) {
            (Known::Update, Some(place)) => {
                let cells = pasted.columns.iter().zip(row).filter(|(name, text)| sheet.cell(place, name) != *text);
                let before = edits.len();
                edits.extend(cells.map(|(name, text)| set_cell(table, place, name, text)));
                changed.extend((edits.len() > before).then_some(place));
            }
            _ => new.push(Arc::new(Row::new(placed(pasted, row, &header, &mut taken)))),
        }
    }
    let (added, count) = (new.len(), changed.len());
    let state = app.table_state(TableKey::Sheet(table));
    let at = state.current().map_or(sheet.rows.len(), |row| row + 1);
    if added > 0 {
        edits.push(Edit::InsertRows { table, at, rows: new });
    }
    let label = match (added, count) {
        (added, 0) => say!("paste-pasted", what = count_of(added, "row")),
        (0, count) => say!("paste-count-changed-pasting", rows = count),
        (added, count) => {
            say!("paste-count-pasted-count", added = added, changed = count)
        }
    };
    apply(app, label.clone(), edits);
    if app.document.as_ref().is_some_and(|it| it.refusal.is_some() || it.refused.is_some()) {
        return;
    }
    let moved = |row: usize| if row >= at { row + added } else { row };
    let touched: Vec<usize> = (at..at + added).chain(changed.into_iter().map(moved)).collect();
    app.with_table(TableKey::Sheet(table), |grid, state| {
        state.filter.clear();
        state.arrange(grid);
        if let Some(&first) = touched.first() {
            state.go_to(first);
        }
        // What was pasted is what the next edit is about, as in a spreadsheet.
        state.marked = touched.into_iter().collect();
        state.count(grid);
    });
    app.note(say!("paste-label-one-step-marked", label = label));
}

/// The cells of a new row in the order of the file; an id that is taken gets a number.
fn placed(
    pasted: &Pasted,
    row: &[String],
    header: &[String],
    taken: &mut Option<(usize, HashSet<String>)>,
) -> Vec<String> {
    let mut cells = vec![String::new(); header.len()];
    for (name, text) in pasted.columns.iter().zip(row) {
        if let Some(cell) = header.iter().position(|known| known == name).and_then(|at| cells.get_mut(at)) {
            cell.clone_from(text);
        }
    }
    if let Some((at, taken)) = taken
        && let Some(cell) = cells.get_mut(*at)
    {
        if taken.contains(cell) && !cell.is_empty() {
            *cell = free_id(cell, |id| taken.contains(id));
        }
        taken.insert(cell.clone());
    }
    cells
}

/// Where the id of a row stands in the file, and the ids that are taken; `None` if rows have no id of one column.
fn ids(sheet: &Sheet, header: &[String]) -> Option<(usize, HashSet<String>)> {
    let [key] = sheet.schema().key else { return None };
    let at = header.iter().position(|name| name == key)?;
    Some((at, (0..sheet.rows.len()).map(|row| sheet.cell(row, key).to_owned()).collect()))
}
