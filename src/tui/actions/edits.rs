//! Editing tables: cells, marked rows at once, rows added, doubled and deleted, rows pasted, locks.

use crate::messages::{capital, word};
use crate::model::schema::TableId;
use crate::model::{Case, Row, Year};
use crate::say;
use crate::session::bulk::EVERY_COST;
use crate::session::edit::Edit;
use crate::session::rows::{budget_row, deletions, doubled, header_edits, name_of, own_key, set_cell};
use crate::session::{Change, count_of, names, settings, validation};
use crate::tui::case_table::CaseTable;
use crate::tui::state::{App, Command, Field, Form, Popup, Purpose, Screen, TableKey};
use crate::tui::table::{Grid as _, Move};
use std::sync::Arc;

/// Whether the table on the screen cannot be edited, as it could not be read; that is said before something is typed.
pub(crate) fn is_refused(app: &mut App) -> bool {
    let table = if app.screen == Screen::BUDGETS { Some(TableId::Budgets) } else { sheet_on_screen(app) };
    let why = table
        .zip(app.document.as_ref())
        .and_then(|(table, document)| document.why_unread(crate::model::schema::table(table).file));
    let refused = why.is_some();
    if let Some(why) = why {
        app.warn(why);
    }
    refused
}

/// Does changes of the case as one step.
pub(crate) fn apply(app: &mut App, label: impl Into<String>, edits: Vec<Edit>) {
    apply_changes(app, label.into(), edits.into_iter().map(Change::Book).collect());
}

/// Does changes of the case as one step, and tells it.
pub(crate) fn apply_and_tell(app: &mut App, label: &str, edits: Vec<Edit>) {
    apply(app, label, edits);
    app.note(format!("{}.", capital(label)));
}

/// Does changes of the case and of the own portfolio as one step.
pub(crate) fn apply_changes(app: &mut App, label: String, changes: Vec<Change>) {
    if let Some(document) = app.document.as_mut().filter(|_| !changes.is_empty()) {
        document.apply(label, changes);
    }
}

/// The table of the case that is on the screen, if it is one.
fn sheet_on_screen(app: &App) -> Option<TableId> {
    match app.table_key()? {
        TableKey::Sheet(table) => Some(table),
        _ => None,
    }
}

/// The table, the row and the file's column under the cursor.
fn cursor(app: &App) -> Option<(TableId, usize, Option<String>)> {
    let table = sheet_on_screen(app)?;
    let state = app.table_state(TableKey::Sheet(table));
    let grid = CaseTable::new(app.document.as_ref()?, table);
    Some((table, state.current()?, grid.file_column(state.column).map(str::to_string)))
}

/// Edits the cell under the cursor of a table of the case.
pub(crate) fn edit(app: &mut App) {
    if is_refused(app) {
        return;
    }
    match cursor(app) {
        Some((table, row, Some(column))) => edit_cell(app, table, row, &column),
        Some((table, row, None)) if whole_cost(app, table).is_some() => open_costs(app, row),
        Some(_) => app.note(say!("edits-this-column-computed")),
        None if sheet_on_screen(app).is_some() => add_row(app, Command::AddRow),
        None => {}
    }
}

/// Opens the form of a candidate at its costs by year.
fn open_costs(app: &mut App, row: usize) {
    let Some(document) = &app.document else { return };
    let mut form = Form::new(TableId::Candidates, row);
    form.line = form.fields(document).iter().position(|field| matches!(field, Field::Costs(_))).unwrap_or(0);
    app.popups.push(Popup::Form(form));
}

/// Opens a line for a cell.
pub(crate) fn edit_cell(app: &mut App, table: TableId, row: usize, column: &str) {
    let Some(document) = &app.document else { return };
    let sheet = document.book.sheet(table);
    let schema = sheet.schema().column(column);
    let money = document.case().money_unit();
    let help = schema.map_or_else(String::new, |schema| validation::explain(sheet.schema(), schema, column, &money));
    let title = say!(
        "edits-column-of-row",
        column = names::column(document.case(), table, column),
        row = name_of(document, table, row)
    );
    let purpose = Purpose::Cell { table, row, column: column.to_string() };
    app.popups.push(Popup::ask(title, help, sheet.cell(row, column), purpose, Some(document)));
}

/// Edits the whole row under the cursor in a form.
pub(crate) fn edit_row(app: &mut App) {
    if is_refused(app) {
        return;
    }
    match cursor(app) {
        Some((table, row, _)) => app.popups.push(Popup::Form(Form::new(table, row))),
        None => app.note(say!("edits-there-no-row")),
    }
}

/// Opens the form of the candidate under the cursor.
pub(crate) fn open_candidate(app: &mut App) {
    let Some(ix) = super::own::candidate_on_screen(app) else { return };
    if let Some(document) = &app.document {
        let row = document.case()[ix].row;
        app.popups.push(Popup::Form(Form::new(TableId::Candidates, row)));
    }
}

/// Goes to a setting.
pub(crate) fn show_setting(app: &mut App, setting: &str) {
    app.screen = Screen::SETTINGS;
    let text = app.document.as_ref().map(|document| document.book.settings.clone()).unwrap_or_default();
    let row = settings::rows(&text).iter().position(|row| row.key == setting).unwrap_or(0);
    app.with_table(TableKey::SETTINGS, |grid, state| {
        state.arrange(grid);
        state.go_to(row);
    });
}

/// Shows a cell of a table on the screen that it belongs to.
pub(crate) fn show_cell(app: &mut App, table: TableId, row: usize, column: &str) {
    app.screen = match table {
        TableId::Candidates => Screen::CANDIDATES,
        TableId::Services => Screen::SERVICES,
        _ => Screen::TABLES,
    };
    if app.screen == Screen::TABLES {
        app.sheet = table;
    }
    app.with_table(TableKey::Sheet(table), |grid, state| {
        state.filter.clear();
        state.arrange(grid);
        state.go_to(row);
        if let Some(at) = grid.columns().iter().position(|it| it.source.is_some() && it.id == column.to_lowercase()) {
            state.hidden.remove(&grid.columns()[at].id);
            state.column = at;
        }
    });
}

/// The rows of `budgets.csv` that the marked ministries have in the cursor's year, or in every year on the sum.
fn budget_rows(app: &App) -> Vec<usize> {
    let state = app.table_state(TableKey::BUDGETS);
    let Some(document) = &app.document else { return Vec::new() };
    let case = document.case();
    let years: Vec<_> = match year_of(case, state.column) {
        Some(year) => vec![year],
        None => case.years().collect(),
    };
    let ministries = state.chosen_rows().into_iter().filter_map(|row| case.ministries.get(row));
    ministries.flat_map(|ministry| years.iter().filter_map(|&year| budget_row(document, &ministry.id, year))).collect()
}

/// The table, the column and the rows that a change of the marked rows is about; says why where there are none.
pub(crate) fn chosen_cells(app: &mut App) -> Option<(TableId, String, Vec<usize>)> {
    if app.screen == Screen::BUDGETS {
        return Some((TableId::Budgets, "amount".to_owned(), budget_rows(app)));
    }
    let Some((table, _, column)) = cursor(app) else {
        app.note(say!("edits-there-no-row-here"));
        return None;
    };
    let Some(column) = column.or_else(|| whole_cost(app, table)) else {
        app.note(say!("edits-go-column-file-one"));
        return None;
    };
    Some((table, column, app.table_state(TableKey::Sheet(table)).chosen_rows()))
}

/// Asks for a change of the marked rows.
pub(crate) fn bulk(app: &mut App) {
    if is_refused(app) {
        return;
    }
    let Some((table, column, rows)) = chosen_cells(app) else { return };
    let count = rows.len();
    let Some(document) = &app.document else { return };
    let called = names::column(document.case(), table, &column);
    let title = say!("edits-change-column-count", column = called, rows = count);
    let help = say!("edits-1-1-multiplies-2");
    app.popups.push(Popup::ask(title, help, "", Purpose::Bulk { table, rows, column }, app.document.as_ref()));
}

fn whole_cost(app: &App, table: TableId) -> Option<String> {
    let at = app.table_state(TableKey::Sheet(table)).column;
    let grid = CaseTable::new(app.document.as_ref()?, table);
    let here = grid.columns().get(at)?;
    (table == TableId::Candidates && here.id == "cost").then(|| EVERY_COST.to_owned())
}

/// Copies the top marked cell into those below.
pub(crate) fn fill_down(app: &mut App) {
    if is_refused(app) {
        return;
    }
    let Some((table, row, Some(column))) = cursor(app) else { return };
    let state = app.table_state(TableKey::Sheet(table));
    let mut rows: Vec<usize> = state.order.iter().copied().filter(|row| state.marked.contains(row)).collect();
    if rows.is_empty() {
        rows.push(row);
        rows.extend(state.order.get(state.row + 1));
    }
    let Some(document) = &app.document else { return };
    let sheet = document.book.sheet(table);
    if let Some(why) = own_key(sheet, &column) {
        return app.note(why);
    }
    let Some((&from, rest)) = rows.split_first() else { return };
    let text = sheet.cell(from, &column).to_string();
    let edits: Vec<Edit> = rest
        .iter()
        .filter(|&&row| sheet.cell(row, &column) != text)
        .map(|&row| Edit::SetCell { table, row, column: column.clone(), text: text.clone() })
        .collect();
    let count = edits.len();
    let rows = count_of(count, "row");
    let (called, text) =
        (names::column(document.case(), table, &column), names::text(document.case(), table, &column, &text));
    apply(app, say!("edits-column-filled-down", column = called, rows = rows), edits);
    app.note(say!("edits-text-copied-into", text = text, rows = rows));
    if state.marked.is_empty() {
        app.with_current(|grid, state| state.go(grid, Move::Rows(1)));
    }
}

/// Adds a row below the one under the cursor: an empty one, or a copy of it.
pub(crate) fn add_row(app: &mut App, command: Command) {
    if is_refused(app) {
        return;
    }
    let Some(table) = sheet_on_screen(app) else {
        return app.note(say!("edits-rows-added-screens"));
    };
    let state = app.table_state(TableKey::Sheet(table));
    let Some(document) = &app.document else { return };
    let sheet = document.book.sheet(table);
    let here = state.current();
    let at = here.map_or(sheet.rows.len(), |row| row + 1);
    let mut edits = header_edits(document, table);
    let (cells, label) = match here.filter(|_| command == Command::DuplicateRow) {
        Some(row) => (doubled(document, table, row), say!("edits-copy-name", name = name_of(document, table, row))),
        None => (Vec::new(), say!("edits-new-row-schema", schema = sheet.schema().title())),
    };
    edits.push(Edit::InsertRows { table, at, rows: vec![Arc::new(Row::new(cells))] });
    apply(app, label, edits);
    if app.document.as_ref().is_some_and(|document| document.refusal.is_some()) {
        return;
    }
    app.with_table(TableKey::Sheet(table), |grid, state| {
        // A new row matches no filter: it would vanish as soon as it is made.
        state.filter.clear();
        state.marked.clear();
        state.arrange(grid);
        state.go_to(at);
    });
    let mut form = Form::new(table, at);
    if let Some(document) = app.document.as_ref().filter(|_| command != Command::DuplicateRow) {
        // Its name first, as people know it by that: an id follows from it.
        let name = Field::Column("name".to_owned());
        form.line = form.fields(document).iter().position(|field| *field == name).unwrap_or(0);
    }
    app.popups.push(Popup::Form(form));
}

/// Takes a new row back that was left as empty as it came: nobody wants one.
pub(crate) fn take_back_untouched(app: &mut App, table: TableId, row: usize) {
    let Some(document) = &mut app.document else { return };
    let sheet = document.book.sheet(table);
    let is_empty = row < sheet.rows.len() && (0..sheet.header.len()).all(|at| sheet.cell_at(row, at).is_empty());
    let label = say!("edits-new-row-schema", schema = sheet.schema().title());
    let last = document.history.lengths().0.checked_sub(1);
    let is_last = last.and_then(|at| document.history.steps().nth(at)).is_some_and(|step| step.label == label);
    if is_empty && is_last && document.undo().is_some() {
        app.note(say!("edits-new-row-gone"));
    }
}

/// Empties the cell under the cursor, or the cells of its column in the marked rows.
pub(crate) fn clear_cells(app: &mut App) {
    if is_refused(app) {
        return;
    }
    let Some((table, column, rows)) = chosen_cells(app) else { return };
    let Some(document) = &app.document else { return };
    let sheet = document.book.sheet(table);
    if sheet.schema().key.contains(&column.as_str()) {
        return app.note(say!("edits-key-not-emptied", column = names::column(document.case(), table, &column)));
    }
    let columns: Vec<String> = if column == EVERY_COST {
        sheet.header.iter().filter(|name| name.starts_with("cost_")).cloned().collect()
    } else {
        vec![column.clone()]
    };
    let filled = |row: &usize, column: &String| !sheet.cell(*row, column).is_empty();
    let edits: Vec<Edit> = columns
        .iter()
        .flat_map(|column| {
            rows.iter().filter(move |row| filled(row, column)).map(|&row| set_cell(table, row, column, ""))
        })
        .collect();
    let called = names::column(document.case(), table, &column);
    let label = match (edits.len(), rows.as_slice()) {
        (0, _) => return app.note(say!("edits-cell-empty-already")),
        (_, [row]) => say!("edits-cell-emptied", column = called, row = name_of(document, table, *row)),
        (count, _) => say!("edits-cells-emptied", column = called, count = count),
    };
    apply(app, label.clone(), edits);
    app.note(say!("edits-label-undo-brings", label = label));
}

/// Deletes the marked rows, or the one under the cursor.
pub(crate) fn delete_rows(app: &mut App) {
    if is_refused(app) {
        return;
    }
    let Some(table) = sheet_on_screen(app) else { return app.note(say!("edits-rows-added-screens")) };
    let rows = app.table_state(TableKey::Sheet(table)).chosen_rows();
    let Some(document) = &app.document else { return };
    let Some(&first) = rows.first() else { return app.note(say!("edits-there-no-row-here")) };
    let label = if rows.len() == 1 {
        say!("edits-row-deleted", row = name_of(document, table, first))
    } else {
        say!("edits-rows-rows-schema", rows = rows.len(), schema = document.book.sheet(table).schema().title())
    };
    let edits = deletions(document, table, rows);
    apply(app, label.clone(), edits);
    app.with_table(TableKey::Sheet(table), |_, state| state.marked.clear());
    app.note(say!("edits-label-undo-brings", label = label));
}

/// The rows of the candidates that a lock is about.
pub(crate) fn rows_to_lock(app: &App) -> Vec<usize> {
    let Some(document) = &app.document else { return Vec::new() };
    super::own::chosen(app).into_iter().map(|ix| document.case()[ix].row).collect()
}

/// Asks for the reason to lock candidates in or out.
pub(crate) fn lock(app: &mut App, command: Command) {
    let status = if command == Command::LockIn { "locked_in" } else { "locked_out" };
    let rows = rows_to_lock(app);
    let Some(document) = &app.document else { return };
    let sheet = document.book.sheet(TableId::Candidates);
    let Some(&first) = rows.first() else { return app.note(say!("analyses-there-no-candidate")) };
    let what =
        if rows.len() == 1 { name_of(document, TableId::Candidates, first) } else { count_of(rows.len(), "candidate") };
    let help = say!("edits-why-someone-will-ask");
    app.popups.push(Popup::ask(
        if status == "locked_in" { say!("edits-lock-in", what = what) } else { say!("edits-lock-out", what = what) },
        help,
        sheet.cell(first, "reason"),
        Purpose::Reason(rows, status),
        Some(document),
    ));
}

/// Lets the optimiser choose the candidates again.
pub(crate) fn unlock(app: &mut App) {
    let rows = rows_to_lock(app);
    if !rows.is_empty() {
        set_status(app, &rows, "", "", &word("unlocked"));
    }
}

/// Sets status and reason of candidates as one step.
pub(crate) fn set_status(app: &mut App, rows: &[usize], status: &str, reason: &str, label: &str) {
    let Some(document) = &app.document else { return };
    let sheet = document.book.sheet(TableId::Candidates);
    let mut edits = Vec::new();
    for &row in rows {
        for (column, text) in [("status", status), ("reason", reason)] {
            if sheet.cell(row, column) != text {
                edits.push(set_cell(TableId::Candidates, row, column, text));
            }
        }
    }
    let what = match rows {
        [row] => name_of(document, TableId::Candidates, *row),
        rows => count_of(rows.len(), "candidate"),
    };
    apply_and_tell(app, &say!("edits-done-to", label = label, what = what), edits);
}

/// The year that a column of the table of budgets is about.
pub(crate) fn year_of(case: &Case, column: usize) -> Option<Year> {
    let year = case.first_year.checked_add(i32::try_from(column.checked_sub(1)?).ok()?)?;
    case.years().contains(&year).then_some(year)
}
