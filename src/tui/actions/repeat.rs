//! The last edit of a cell, done again on another one or on the marked rows.

use super::edits::{apply_and_tell, chosen_cells, rows_to_lock, year_of};
use super::prompts;
use crate::messages::word;
use crate::model::MinistryIx;
use crate::model::schema::TableId;
use crate::say;
use crate::session::bulk::{EVERY_COST, bulk_edits};
use crate::session::edit::Edit;
use crate::session::rows::{budget_edit, name_of, own_key, set_cell};
use crate::session::{count_of, names, validation};
use crate::tui::state::{App, LastEdit, Screen, TableKey};

/// Does the last edit of a cell again.
pub(crate) fn again(app: &mut App) {
    match app.last_edit.clone() {
        None => app.note(say!("repeat-nothing-was-edited")),
        Some(LastEdit::Lock(status, reason)) => match rows_to_lock(app) {
            rows if rows.is_empty() => app.note(say!("analyses-there-no-candidate")),
            rows => prompts::lock(app, &rows, status, &reason),
        },
        Some(LastEdit::Change(change)) => repeat_change(app, &change),
        Some(LastEdit::Text(text)) if app.screen == Screen::BUDGETS => repeat_budget(app, &text),
        Some(LastEdit::Text(text)) => repeat_text(app, &text),
    }
}

fn repeat_change(app: &mut App, change: &str) {
    let Some((table, column, rows)) = chosen_cells(app) else { return };
    let Some(document) = &app.document else { return };
    match bulk_edits(document, table, &rows, &column, change) {
        Ok(_) => prompts::bulk(app, table, &rows, &column, change),
        Err(why) => app.warn(why),
    }
}

fn repeat_budget(app: &mut App, text: &str) {
    let state = app.table_state(TableKey::BUDGETS);
    let Some(document) = &app.document else { return };
    let case = document.case();
    let Some(year) = year_of(case, state.column) else {
        return app.note(say!("repeat-go-year-left"));
    };
    if validation::problem(validation::BUDGET, text, document).is_some() {
        return app.warn(say!("repeat-text-no-amount", text = text));
    }
    let rows: Vec<usize> = state.chosen_rows().into_iter().filter(|&row| row < case.ministries.len()).collect();
    let of = |&row: &usize| budget_edit(document, &case.ministries[row].id, year, text);
    let edits: Vec<Edit> = rows.iter().map(of).collect();
    let ministries: Vec<&str> = rows.iter().map(|&row| case.short_name(MinistryIx(row))).collect();
    let text = names::text(case, TableId::Budgets, "amount", text);
    let label = say!("repeat-budget-ministries-year", ministries = ministries.join(", "), year = year, text = text);
    apply_and_tell(app, &label, edits);
}

fn repeat_text(app: &mut App, text: &str) {
    let Some((table, column, rows)) = chosen_cells(app) else { return };
    let Some(document) = &app.document else { return };
    let sheet = document.book.sheet(table);
    if column == EVERY_COST {
        return app.note(say!("repeat-cost-sum-several"));
    }
    if let Some(why) = own_key(sheet, &column) {
        return app.note(why);
    }
    if let Err(why) = validation::refuse(document, table, &column, text) {
        return app.warn(why);
    }
    let rows: Vec<usize> = rows.into_iter().filter(|&row| sheet.cell(row, &column) != text).collect();
    let called = names::column(document.case(), table, &column);
    let said = told(&names::text(document.case(), table, &column, text));
    let label = match rows.as_slice() {
        [] => return app.note(say!("repeat-column-told-already", column = called, value = said)),
        [row] => label_of_one(app, table, *row, &column, text),
        many => {
            say!("repeat-label-of-many", column = called, value = said, rows = count_of(many.len(), "row"))
        }
    };
    let edits = rows.into_iter().map(|row| set_cell(table, row, &column, text)).collect();
    apply_and_tell(app, &label, edits);
}

fn label_of_one(app: &App, table: TableId, row: usize, column: &str, text: &str) -> String {
    let Some(document) = &app.document else { return String::new() };
    let old = document.book.sheet(table).cell(row, column);
    say!(
        "repeat-column-name-told",
        column = names::column(document.case(), table, column),
        name = name_of(document, table, row),
        old = told(&names::text(document.case(), table, column, old)),
        new = told(&names::text(document.case(), table, column, text))
    )
}

fn told(text: &str) -> String {
    if text.is_empty() { word("empty") } else { text.to_owned() }
}
