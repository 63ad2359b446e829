//! Scenarios: making them, changing them, making one of the last edits.

use super::edits::{apply, apply_and_tell};
use super::what_if::{all, current, run};
use crate::messages::{capital, readable};
use crate::model::cell::to_id;
use crate::model::change::Change;
use crate::model::typed;
use crate::say;
use crate::session::count_of;
use crate::session::edit::Edit;
use crate::session::edit::scenarios::{self, change_at, line_of, recorded};
use crate::session::scenarios::Draft;
use crate::tui::state::{App, Command, Document, Naming, Popup, Prompt, Proposal, Purpose, Screen, TableKey};

/// Shows the changes of the scenario under the cursor; without one, makes one.
pub(crate) fn open_current(app: &mut App) {
    match current(app) {
        Some(name) => open(app, &name),
        None => ask_name(app, Naming::New),
    }
}

/// Asks for the name of a copy of the scenario under the cursor.
pub(crate) fn ask_copy(app: &mut App) {
    ask_of_current(app, Naming::Copy, say!("scenarios-there-no-scenario-copy"));
}

/// Asks for another name of the scenario under the cursor.
pub(crate) fn ask_rename(app: &mut App) {
    ask_of_current(app, Naming::Rename, say!("scenarios-there-no-scenario-rename"));
}

fn ask_of_current(app: &mut App, naming: fn(String) -> Naming, none: String) {
    match current(app) {
        Some(name) => ask_name(app, naming(name)),
        None => app.note(none),
    }
}

/// Asks for another name of the open scenario.
pub(crate) fn rename_open(app: &mut App) {
    if let Some(name) = app.what_if.open.clone() {
        ask_name(app, Naming::Rename(name));
    }
}

/// Runs the scenarios of the grid.
pub(crate) fn run_shown(app: &mut App) {
    let names = if app.what_if.chosen.is_empty() { all(app) } else { app.what_if.chosen.clone() };
    run(app, names);
}

/// Shows whose portfolio is next in the grid.
pub(crate) fn turn_whose(app: &mut App) {
    app.what_if.whose = app.what_if.whose.next();
    app.note(say!("scenarios-shown", whose = app.what_if.whose.words()));
    app.rearrange(TableKey::SCENARIO_GRID);
}

/// The marked scenarios, or the one under the cursor.
pub(crate) fn chosen(app: &App) -> Vec<String> {
    let rows = app.table_state(TableKey::SCENARIOS).chosen_rows();
    rows.into_iter().filter_map(|row| app.what_if.standings.get(row)).map(|it| it.name.clone()).collect()
}

fn open(app: &mut App, name: &str) {
    app.what_if.open = Some(name.to_owned());
    app.screen = Screen::CHANGES;
    app.tables.remove(&TableKey::CHANGES);
    follow(app, name);
}

/// Puts the cursor of the list on a scenario, so that what was just made or looked at is what the next key is about.
fn follow(app: &mut App, name: &str) {
    app.what_if.stamp = None;
    super::ready::settle(app);
    if let Some(at) = app.what_if.standings.iter().position(|it| it.name == name) {
        app.with_table(TableKey::SCENARIOS, |grid, state| {
            drop(state.arrange(grid));
            state.go_to(at);
        });
    }
}

/// Shows the next scenario, or the one before.
pub(crate) fn turn(app: &mut App, command: Command) {
    let names: Vec<String> = app.what_if.standings.iter().map(|it| it.name.clone()).collect();
    let at = names.iter().position(|name| Some(name) == app.what_if.open.as_ref()).unwrap_or(0);
    let by = if command == Command::NextTable { 1 } else { names.len().saturating_sub(1) };
    if let Some(name) = names.get((at + by) % names.len().max(1)) {
        open(app, &name.clone());
    }
}

/// Puts the case and the scenarios side by side.
pub(crate) fn open_grid(app: &mut App) {
    let state = app.table_state(TableKey::SCENARIOS);
    let marked: Vec<String> = if state.marked.is_empty() { Vec::new() } else { chosen(app) };
    if app.screen == Screen::SCENARIOS {
        app.what_if.chosen = marked;
    }
    app.screen = Screen::SCENARIO_GRID;
    app.rearrange(TableKey::SCENARIO_GRID);
}

/// Asks for the name of a scenario.
pub(crate) fn ask_name(app: &mut App, naming: Naming) {
    let Some(document) = &app.document else { return };
    let called = |id: &str| app.what_if.called(document.base_book(), id);
    let (title, help, text) = match &naming {
        Naming::New => (say!("scenarios-new-scenario-its"), say!("scenarios-what-could-happen"), String::new()),
        Naming::Copy(id) => {
            (say!("scenarios-copy-name-its", name = called(id)), String::new(), format!("{} 2", called(id)))
        }
        Naming::Rename(id) => (say!("scenarios-another-name-name", name = called(id)), String::new(), called(id)),
        Naming::FromEdits(count) => {
            (say!("scenarios-scenario-your-edits"), say!("scenarios-count-since-last", cells = *count), String::new())
        }
    };
    app.popups.push(Popup::ask(title, help, &text, Purpose::ScenarioName(naming), Some(document)));
}

/// Makes, copies or renames a scenario.
pub(crate) fn name_given(app: &mut App, naming: Naming, text: &str) {
    let text = text.trim();
    let id = to_id(text);
    let Some(document) = &app.document else { return };
    match naming {
        Naming::New => {
            // What the id says already needs no name beside it.
            let name = if capital(text) == readable(&id) { capital(text) } else { text.to_owned() };
            app.what_if.draft(&id, &name);
            open(app, &id);
            ask_change(app, None);
        }
        Naming::Copy(from) => {
            let was = app.what_if.called(document.base_book(), &from);
            let edit = scenarios::duplicate(document.base_book(), (&from, &id), text);
            if edit.is_empty() {
                app.what_if.draft(&id, text);
            }
            apply(app, say!("scenarios-scenario-name-copied", name = text, from = was), vec![edit]);
            follow(app, &id);
            app.note(say!("scenarios-name-copy-from", name = text, from = was));
        }
        Naming::Rename(from) => rename(app, (&from, &id), text),
        Naming::FromEdits(_) => take_edits(app, &id, text),
    }
}

/// Gives a scenario another name. One that has a name of its own keeps its id; one that is called by its id gets another.
fn rename(app: &mut App, (from, id): (&str, &str), name: &str) {
    off_before(app, from);
    let Some(document) = &app.document else { return };
    let was = app.what_if.called(document.base_book(), from);
    let id = if scenarios::has_name(document.base_book(), from) { from } else { id };
    let edit = scenarios::rename(document.base_book(), (from, id), name);
    apply(app, say!("scenarios-scenario-from-renamed", from = was, name = name), vec![edit]);
    let what_if = &mut app.what_if;
    for draft in what_if.drafts.iter_mut().filter(|draft| draft.id == from) {
        *draft = Draft { id: id.to_owned(), called: name.to_owned() };
    }
    for shown in what_if.chosen.iter_mut().chain(&mut what_if.open) {
        if shown == from {
            id.clone_into(shown);
        }
    }
    if let Some(run) = what_if.runs.remove(from) {
        what_if.runs.insert(id.to_owned(), run);
    }
    follow(app, id);
}

/// Takes a scenario off before something is done to it as a whole.
fn off_before(app: &mut App, name: &str) {
    if let Some(document) = &mut app.document
        && document.scenario_on() == Some(name)
    {
        document.deactivate();
    }
}

/// Deletes the marked scenarios, or the one under the cursor.
pub(crate) fn delete(app: &mut App) {
    let names = chosen(app);
    for name in &names {
        off_before(app, name);
    }
    let Some(document) = &app.document else { return };
    let [first, ..] = names.as_slice() else { return };
    let label = match names.as_slice() {
        [one] => say!("scenarios-scenario-one-deleted", name = app.what_if.called(document.base_book(), one)),
        many => say!("scenarios-many-scenarios-deleted", many = many.len()),
    };
    let edit = scenarios::delete(document.base_book(), &names);
    if edit.is_empty() {
        let first = app.what_if.called(document.base_book(), first);
        app.note(say!("scenarios-first-had-no", first = first));
    } else {
        apply(app, label.clone(), vec![edit]);
        app.note(say!("edits-label-undo-brings", label = label));
    }
    app.what_if.drafts.retain(|draft| !names.contains(&draft.id));
    app.what_if.chosen.retain(|name| !names.contains(name));
    app.what_if.stamp = None;
    if let Some(state) = app.tables.get_mut(&TableKey::SCENARIOS) {
        state.marked.clear();
        state.stamp = None;
    }
}

/// The row of `scenarios.csv` under the cursor.
pub(crate) fn change_row(app: &App) -> Option<usize> {
    let at = app.table_state(TableKey::CHANGES).current()?;
    let open = app.what_if.open.as_deref()?;
    scenarios::rows_of(app.document.as_ref()?.base_book(), open).get(at).copied()
}

/// Asks for a change of the open scenario: a new one, or another one in a row.
pub(crate) fn ask_change(app: &mut App, row: Option<usize>) {
    let (Some(document), Some(name)) = (&app.document, app.what_if.open.clone()) else { return };
    let text =
        row.and_then(|row| change_at(document.base_book(), row).ok()).map_or_else(String::new, |it| line_of(&it));
    let scenario = app.what_if.called(document.base_book(), &name);
    let title = if row.is_some() {
        say!("scenarios-change-name", name = scenario)
    } else {
        say!("scenarios-name-also-changes", name = scenario)
    };
    let help = say!("scenarios-table-column-id-value");
    let mut line = Prompt::new(title, help, &text, Purpose::ScenarioChange { scenario: name, row });
    line.proposal = Proposal::Touched;
    line.check(Some(document));
    app.popups.push(Popup::Prompt(line));
}

/// Writes a change that was typed.
pub(crate) fn change_given(app: &mut App, scenario: &str, row: Option<usize>, text: &str) {
    let Some(document) = &app.document else { return };
    let book = document.base_book();
    let Ok(change) = Change::parse_typed(text, typed::money_of(book), None) else { return };
    let told = app.what_if.called(book, scenario);
    let edit = match row {
        Some(row) => scenarios::replace(book, row, &change),
        None => scenarios::add_named(book, (scenario, &told), &change),
    };
    if edit.is_empty() {
        return;
    }
    let names = crate::session::names::Names::new(document.case());
    let label = format!("{told}: {}", names.of_change(&change));
    apply_and_tell(app, &label, vec![edit]);
    app.what_if.stamp = None;
    if row.is_none() {
        let last = app.document.as_ref().map_or(0, |it| scenarios::rows_of(it.base_book(), scenario).len());
        super::ready::settle(app);
        app.with_table(TableKey::CHANGES, |_, state| state.go_to(last.saturating_sub(1)));
    }
}

/// Deletes the marked changes, or the one under the cursor.
pub(crate) fn delete_changes(app: &mut App) {
    let (Some(document), Some(name)) = (&app.document, app.what_if.open.clone()) else { return };
    let rows = scenarios::rows_of(document.base_book(), &name);
    let chosen = app.table_state(TableKey::CHANGES).chosen_rows();
    let at: Vec<usize> = chosen.into_iter().filter_map(|row| rows.get(row).copied()).collect();
    if at.is_empty() {
        return;
    }
    let told = app.what_if.called(document.base_book(), &name);
    let label = say!("scenarios-changes-deleted", name = &told, changes = count_of(at.len(), "change"));
    let whole = at.len() == rows.len();
    let edit = scenarios::delete_rows(document.base_book(), &name, &at);
    apply(app, label.clone(), vec![edit]);
    if whole {
        // Without a row the case does not know it any more, but it is still on the screen.
        app.what_if.draft(&name, &told);
    }
    app.what_if.stamp = None;
    app.with_table(TableKey::CHANGES, |_, state| state.marked.clear());
    app.note(say!("edits-label-undo-brings", label = label));
}

/// What was edited since the last save, as changes; the number of cells.
fn edits_since_save(document: &Document) -> Result<scenarios::Recorded, String> {
    let saved = document.as_saved().ok_or(&say!("scenarios-what-was-saved"))?;
    let mut found = recorded(&saved, document.base_book());
    found.as_operations(&saved, &document.column_changes);
    if found.changes.is_empty() {
        return Err(match found.beyond.first() {
            Some(why) => say!("scenarios-nothing-what-was", why = why),
            None => say!("scenarios-no-cell-was"),
        });
    }
    Ok(found)
}

/// Makes a scenario of what was edited since the last save.
pub(crate) fn from_edits(app: &mut App) {
    let Some(document) = &app.document else { return };
    match edits_since_save(document) {
        Ok(found) => ask_name(app, Naming::FromEdits(found.cells)),
        Err(error) => app.note(error),
    }
}

fn take_edits(app: &mut App, id: &str, name: &str) {
    if let Some(document) = &mut app.document {
        document.deactivate();
    }
    let Some(document) = &app.document else { return };
    let found = match edits_since_save(document) {
        Ok(found) => found,
        Err(error) => return app.note(error),
    };
    let mut after = found.rest.clone();
    drop(scenarios::record(&found.rest, id, &found.changes).apply(&mut after));
    let named = scenarios::rename(&after, (id, id), name);
    drop(named.apply(&mut after));
    let edit = Edit::between(document.base_book(), &after);
    let cells = count_of(found.cells, "changed cell");
    apply(app, say!("scenarios-cells-became-scenario", cells = cells, name = name), vec![edit]);
    let stays = match found.beyond.len() {
        0 => String::new(),
        count => say!("scenarios-count-stay-case", edits = count, beyond = found.beyond[0]),
    };
    app.screen = Screen::SCENARIOS;
    follow(app, id);
    app.note(say!("scenarios-cells-became-scenario-name", cells = cells, name = name, rest = stays));
}
