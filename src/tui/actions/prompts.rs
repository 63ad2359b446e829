//! What a line that was typed does when it is accepted.

use super::edits::{apply, set_status};
use crate::messages::{capital, cell as or_empty, word};
use crate::model::schema::TableId;
use crate::model::{Row, Year};
use crate::say;
use crate::session::bulk::{Bulk, bulk_edits, operation};
use crate::session::edit::Edit;
use crate::session::edit::scenarios::ColumnChange;
use crate::session::new_case::{Next, Wizard};
use crate::session::rows::{budget_edit, effect_rows, id_of_name, name_of, set_cell};
use crate::session::{Change, UserPick, UserPortfolio, count_of, names, parse_shares, settings};
use crate::tui::event::Effect;
use crate::tui::state::{App, LastEdit, Popup, Prompt, Purpose, TableKey};
use crate::tui::table::Order;
use std::path::PathBuf;
use std::sync::Arc;

/// Does what the line was for.
pub(crate) fn accept(app: &mut App, line: Prompt) {
    let text = line.text(app.document.as_ref());
    match line.purpose {
        Purpose::Cell { table, row, column } => cell(app, table, row, &column, &text),
        Purpose::Budget { ministry, year } => budget(app, &ministry, year, &text),
        Purpose::Setting(key) => setting(app, &key, &text),
        Purpose::Reason(rows, status) => {
            app.last_edit = Some(LastEdit::Lock(status, text.clone()));
            lock(app, &rows, status, &text);
        }
        Purpose::Bulk { table, rows, column } => bulk(app, table, &rows, &column, &text),
        Purpose::Search(key) => search(app, key, &text),
        Purpose::Filter(key) => super::moving::set_filter(app, key, text),
        Purpose::Start(ids) => own_start(app, &ids, &text),
        Purpose::Shares(id) => own_shares(app, &id, &text),
        Purpose::Export(write) => {
            super::export_place::remember(app, &text);
            super::readers::ask(app, write, &text);
        }
        Purpose::Readers(write, to) => super::readers::given(app, write, &to, &text),
        Purpose::Why => super::opening::why_given(app, text),
        Purpose::KeepAs(whose) => super::proposals::keep(app, whose, &text),
        Purpose::Proposal(name, state) => super::proposals::said(app, &name, state, &text),
        Purpose::Read(reads, _) => super::second_case::read(app, reads, PathBuf::from(text)),
        Purpose::Analysis(kind, param) => super::analyses::set_option(app, kind, param.name, text),
        Purpose::Effect(candidate) => effect(app, &candidate, &text),
        Purpose::ScenarioName(naming) => super::scenarios::name_given(app, naming, &text),
        Purpose::ScenarioChange { scenario, row } => super::scenarios::change_given(app, &scenario, row, &text),
        Purpose::Wizard(wizard) => wizard_step(app, wizard, &text),
        Purpose::Import(asked) => super::list_import::answered(app, asked, &text),
    }
}

/// Locks candidates in or out.
pub(crate) fn lock(app: &mut App, rows: &[usize], status: &str, reason: &str) {
    let label = if status == "locked_in" { word("locked in") } else { word("locked out") };
    set_status(app, rows, status, reason, &label);
}

fn cell(app: &mut App, table: TableId, row: usize, column: &str, text: &str) {
    app.last_edit = Some(LastEdit::Text(text.to_owned()));
    let Some(document) = &app.document else { return };
    let old = document.book.sheet(table).cell(row, column).to_string();
    if old == text {
        return;
    }
    let said = |text: &str| or_empty(&names::text(document.case(), table, column, text));
    let label = say!(
        "prompts-column-name-old",
        column = names::column(document.case(), table, column),
        name = name_of(document, table, row),
        old = said(&old),
        new = said(text)
    );
    let mut changes = vec![Change::Book(set_cell(table, row, column, text))];
    changes.extend(crate::session::rename::renamed(document, table, column, (&old, text)));
    if column == "name" {
        changes.extend(id_of_name(document, table, row, text).map(Change::Book));
    }
    super::edits::apply_changes(app, label.clone(), changes);
    app.note(format!("{}.", capital(&label)));
}

fn budget(app: &mut App, ministry: &str, year: Year, text: &str) {
    app.last_edit = Some(LastEdit::Text(text.to_owned()));
    let Some(document) = &app.document else { return };
    let edit = budget_edit(document, ministry, year, text);
    let row = crate::session::rows::budget_row(document, ministry, year);
    let old = row.map(|row| document.book.sheet(TableId::Budgets).cell(row, "amount").to_owned());
    let case = document.case();
    let said = |text: &str| or_empty(&names::text(case, TableId::Budgets, "amount", text));
    let label = say!(
        "prompts-budget-ministry-year",
        ministry = case.ministry_by_id(ministry).map_or(ministry, |ix| case.short_name(ix)),
        year = year,
        old = said(&old.unwrap_or_default()),
        text = said(text)
    );
    super::edits::apply_and_tell(app, &label, vec![edit]);
}

fn setting(app: &mut App, key: &str, text: &str) {
    let Some(document) = &app.document else { return };
    match settings::changed(&document.book.settings, key, text) {
        Ok(new) if new != document.book.settings => {
            let label = format!("{}: {text}", document.case().setting_label(key));
            apply(app, label, vec![Edit::Settings(new)]);
        }
        Ok(_) => {}
        Err(error) => app.warn(error),
    }
}

/// Does a change such as `*1.1` in rows of a column.
pub(crate) fn bulk(app: &mut App, table: TableId, rows: &[usize], column: &str, text: &str) {
    app.last_edit = Some(LastEdit::Change(text.to_owned()));
    let Some(document) = &app.document else { return };
    let Ok(Bulk { edits, skipped, .. }) = bulk_edits(document, table, rows, column, text) else { return };
    let called = names::column(document.case(), table, column);
    remember(app, &edits, (table, column), text);
    let column = called;
    let cells = count_of(edits.len(), "cell");
    apply(app, say!("prompts-bulk-label", column = column, text = text, cells = cells), edits);
    let rest = if skipped == 0 { String::new() } else { say!("prompts-skipped-had-no", skipped = skipped) };
    app.note(say!("prompts-column-text-cells", column = column, text = text, cells = cells, rest = rest));
}

/// Keeps in mind what was done to whole columns, so that a scenario of these edits can say it.
fn remember(app: &mut App, edits: &[Edit], of: (TableId, &str), text: &str) {
    let Some(document) = &mut app.document else { return };
    let Ok(operation) = operation(document, of, text) else { return };
    for edit in edits {
        let Edit::SetCell { table, column, .. } = edit else { continue };
        let done = ColumnChange { table: *table, column: column.clone(), operation: operation.clone() };
        if !document.column_changes.contains(&done) {
            document.column_changes.push(done);
        }
    }
}

fn search(app: &mut App, key: TableKey, text: &str) {
    app.with_table(key, |_, state| state.search = text.to_lowercase());
    if !text.is_empty() {
        super::moving::find(app, key, Order::Up);
    }
}

fn own_start(app: &mut App, ids: &[String], text: &str) {
    let Ok(start) = text.parse::<Year>() else { return };
    let label = say!("prompts-own-start-what", candidates = called(app, ids), start = start);
    change_own(app, label, |own| {
        for id in ids {
            if let Some(pick) = own.picks.get_mut(id) {
                pick.start = start;
            }
        }
    });
    if let Some(document) = &app.document {
        let case = document.case();
        let outside = ids.iter().find_map(|id| {
            let it = &case[case.candidate_by_id(id)?];
            let starts = it.starts(case.first_year, case.last_year);
            let (first, last) = (*starts.start(), *starts.end());
            let when = if first == last {
                say!("prompts-only-first", first = first)
            } else {
                say!("prompts-from-first-last", first = first, last = last)
            };
            (!starts.contains(&start)).then(|| say!("prompts-id-may-start", id = it.name, when = when))
        });
        if let Some(outside) = outside {
            app.note(say!("prompts-own-start-start", start = start, outside = outside));
        }
    }
    if let Some(document) = &mut app.document {
        for id in ids {
            document.by_hand.entry(id.clone()).or_default().start = Some(start);
        }
    }
}

fn own_shares(app: &mut App, id: &str, text: &str) {
    let ministries = app.document.as_ref().map_or(0, |document| document.case().ministries.len());
    let Ok(shares) = parse_shares(text, ministries) else { return };
    if let Some(document) = &mut app.document {
        document.by_hand.entry(id.to_owned()).or_default().shares = Some(shares.clone());
    }
    let payers = app.document.as_ref().map(|it| UserPick { start: 0, shares: shares.clone() }.payers(it.case()));
    let name = called(app, &[id.to_owned()]);
    change_own(app, say!("prompts-own-shares-id", id = name, text = payers.unwrap_or_default()), |own| {
        if let Some(pick) = own.picks.get_mut(id) {
            pick.shares = shares;
        }
    });
}

/// The names of candidates.
fn called(app: &App, ids: &[String]) -> String {
    let case = app.document.as_ref().map(|document| document.case());
    let name = |id: &String| {
        let known = case.and_then(|case| Some(case[case.candidate_by_id(id)?].name.clone()));
        known.unwrap_or_else(|| id.clone())
    };
    ids.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn change_own(app: &mut App, label: String, change: impl FnOnce(&mut UserPortfolio)) {
    let Some(document) = &app.document else { return };
    let mut own = document.own.clone();
    change(&mut own);
    super::own::set(app, label, own);
}

fn effect(app: &mut App, candidate: &str, service: &str) {
    let Some(document) = &app.document else { return };
    let sheet = document.book.sheet(TableId::Effects);
    let cells = sheet.header.iter().map(|name| match name.as_str() {
        "candidate" => candidate.to_string(),
        "service" => service.to_string(),
        _ => String::new(),
    });
    let rows = vec![Arc::new(Row::new(cells.collect()))];
    // Beside the candidate's other effects, so that the file stays in order.
    let at = effect_rows(document, candidate).last().map_or(sheet.rows.len(), |row| row + 1);
    apply(
        app,
        say!(
            "prompts-effect-candidate-service",
            candidate = names::text(document.case(), TableId::Effects, "candidate", candidate),
            service = names::text(document.case(), TableId::Effects, "service", service)
        ),
        vec![Edit::InsertRows { table: TableId::Effects, at, rows }],
    );
}

/// Asks a step of making a new case.
pub(crate) fn ask_wizard(app: &mut App, wizard: Wizard) {
    let (title, help, text) = wizard.question();
    app.popups.push(Popup::ask(title, help, &text, Purpose::Wizard(wizard), None));
}

fn wizard_step(app: &mut App, wizard: Wizard, text: &str) {
    match wizard.answer(text) {
        Next::Ask(wizard) => {
            ask_wizard(app, wizard);
        }
        Next::Create(folder, case) => {
            app.effects.push(Effect::Create(PathBuf::from("portfolios").join(folder), crate::store::files_of(&case)));
        }
    }
}
