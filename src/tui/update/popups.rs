//! What keys do in the layers over the screen.

use crate::say;
use crate::tui::app::App;
use crate::tui::commands::Command;
use crate::tui::event::Effect;
use crate::tui::key::Key;
use crate::tui::screen::TableKey;
use tui_input::InputRequest;

use crate::model::schema::TableId;
use crate::tui::popups::list::{Choice, List};
use crate::tui::popups::merge::Side;
use crate::tui::popups::prompt::{Prompt, Purpose};
use crate::tui::popups::{Popup, editing};
use crate::tui::screens::tables;
use crate::tui::table::filter::Filter;

use super::{edits, opening, prompts, run, run_on_screen};

/// A letter for a line that is being typed: it types itself, whatever the keymap says. None for any other key.
pub(crate) fn typed(app: &mut App, key: Key) -> Option<Vec<Effect>> {
    let letter = key.character()?;
    app.takes_letters().then(|| {
        type_in(app, InputRequest::InsertChar(letter));
        Vec::new()
    })
}

/// Types into the line of the top layer.
pub(crate) fn type_in(app: &mut App, request: InputRequest) {
    if let Some(Popup::Prompt(line)) = app.popups.last_mut() {
        line.touch(request);
    }
    if let Some(input) = app.popups.last_mut().and_then(Popup::input) {
        input.handle(request);
    }
    changed(app);
}

/// Puts a text into the line of the top layer where its cursor is; on one line, as a line has no other.
pub(crate) fn type_text(app: &mut App, text: &str) {
    let text = crate::tui::text::one_line(text.trim_end()).into_owned();
    let Some(layer) = app.popups.last_mut() else { return };
    if let Popup::Prompt(line) = layer {
        line.touch(InputRequest::InsertChar(' '));
    }
    let Some(input) = layer.input() else { return };
    let at = input.cursor();
    let (before, after) = (input.value().chars().take(at), input.value().chars().skip(at));
    let whole: String = before.chain(text.chars()).chain(after).collect();
    *input = tui_input::Input::new(whole).with_cursor(at + text.chars().count());
    changed(app);
}

/// Says in the line what is wrong with a filter that is typed; gives its table and text where nothing is.
fn check_filter(app: &mut App) -> Option<(TableKey, String)> {
    let Some(Popup::Prompt(line)) = app.popups.last() else { return None };
    let Purpose::Filter(key) = line.purpose else { return None };
    let text = line.input.value().trim().to_owned();
    let problem = crate::tui::screens::grid(app, key).and_then(|grid| Filter::parse(&text, grid.columns()).err());
    let wrong = problem.is_some();
    if let Some(Popup::Prompt(line)) = app.popups.last_mut() {
        line.problem = problem;
    }
    (!wrong).then_some((key, text))
}

/// A table of up to so many rows is filtered at each letter.
const AT_ONCE: usize = 5_000;

/// Looks again at a line that was changed.
pub(crate) fn changed(app: &mut App) {
    let document = app.document.as_ref();
    match app.popups.last_mut() {
        Some(Popup::Prompt(line)) => line.check(document),
        Some(Popup::List(list)) => list.search(),
        _ => {}
    }
    // A filter shows what it does while it is typed, unless the table is so large that typing would wait for it.
    if let Some((key, text)) = check_filter(app)
        && crate::tui::screens::grid(app, key).is_some_and(|grid| grid.rows() <= AT_ONCE)
    {
        app.message = None;
        prompts::filter(app, key, text);
    }
}

/// Shows every key that works here.
pub(crate) fn help(app: &mut App) {
    let help = List::help(&app.keymap, &app.contexts());
    app.popups.push(Popup::List(help));
}

/// Moves about in a line that is typed, or takes letters away.
pub(crate) fn edit_text(app: &mut App, command: Command) {
    if let Some(request) = editing(command) {
        type_in(app, request);
    }
}

/// Goes to another suggestion, or takes one over; without any, takes the cell over and goes on to the next one.
pub(crate) fn suggest(app: &mut App, command: Command) -> Vec<Effect> {
    let document = app.document.as_ref();
    let Some(Popup::Prompt(line)) = app.popups.last_mut() else { return Vec::new() };
    match command {
        _ if line.suggestions.is_empty() => return accept_and_go_on(app, command),
        Command::Down => line.suggest(1),
        Command::Up => line.suggest(-1),
        _ => line.complete(document),
    }
    Vec::new()
}

/// Moves up or down, by one or by a page.
pub(crate) fn move_on(app: &mut App, command: Command) {
    let by = match command {
        Command::Down => 1,
        Command::Up => -1,
        Command::PageDown => 10,
        _ => -10,
    };
    match app.popups.last_mut() {
        Some(Popup::List(list)) => list.go(by),
        Some(Popup::Text(text)) => text.scroll(by),
        Some(Popup::Confirm(ask)) => ask.scroll(by),
        Some(Popup::Merge(merge)) => merge.go(by),
        Some(Popup::Options(list)) => list.go(by),
        Some(Popup::Form(form)) => {
            if let Some(document) = &app.document {
                form.go(document, by, 0);
            }
        }
        Some(Popup::Prompt(_)) | None => {}
    }
}

/// Gives an answer to a question; closes a text.
pub(crate) fn give_answer(app: &mut App, command: Command) -> Vec<Effect> {
    if let Some(Popup::Confirm(confirm)) = app.popups.last() {
        let action = confirm.answer(command).map(|answer| answer.action.clone());
        return action.map_or_else(Vec::new, |action| opening::answer(app, action));
    }
    app.popups.pop();
    Vec::new()
}

/// Takes one version of the cell under the cursor, or the other one.
pub(crate) fn take_side(app: &mut App, command: Command) {
    let Some(Popup::Merge(merge)) = app.popups.last_mut() else { return };
    match command {
        Command::TakeMine => merge.take(Side::Mine),
        Command::TakeTheirs => merge.take(Side::Theirs),
        _ => merge.turn(),
    }
}

/// Takes over what was typed.
pub(crate) fn accept_prompt(app: &mut App) -> Vec<Effect> {
    let document = app.document.as_ref();
    let Some(Popup::Prompt(line)) = app.popups.last_mut() else { return Vec::new() };
    if line.selected.is_some() {
        line.complete(document);
        return Vec::new();
    }
    line.check(document);
    check_filter(app);
    if matches!(app.popups.last(), Some(Popup::Prompt(line)) if line.problem.is_some()) {
        return Vec::new();
    }
    match app.popups.pop() {
        Some(Popup::Prompt(line)) => prompts::accept(app, line),
        _ => Vec::new(),
    }
}

/// Takes over the text of a cell and edits the next one, as in a spreadsheet; nothing where no cell is typed.
pub(crate) fn accept_and_go_on(app: &mut App, command: Command) -> Vec<Effect> {
    use crate::tui::table::Move;
    let Some(Popup::Prompt(line)) = app.popups.last() else { return Vec::new() };
    if !line.is_of_a_cell() {
        return Vec::new();
    }
    let count = app.popups.len();
    let mut effects = accept_prompt(app);
    if app.popups.len() >= count {
        return effects;
    }
    let (rows, columns) = match command {
        Command::Down => (1, 0),
        Command::Up => (-1, 0),
        Command::EditLeft => (0, -1),
        _ => (0, 1),
    };
    if let Some(Popup::Form(form)) = app.popups.last_mut() {
        // Where the small table of a line has no further column, the next line comes.
        let before = (form.line, form.column);
        if let Some(document) = app.document.as_ref() {
            form.go(document, rows, columns);
            if (form.line, form.column) == before {
                form.go(document, columns, 0);
            }
            if (form.line, form.column) == before {
                return effects;
            }
        }
        edit_field(app);
        return effects;
    }
    let step = if rows == 0 { Move::Columns(columns) } else { Move::Rows(rows) };
    // In a table of the case, what is computed is passed over.
    let skips = rows == 0 && matches!(app.screen.table(app), Some(crate::tui::screen::TableKey::Sheet(_)));
    let moved = app.with_current(|grid, state| {
        let before = (state.row, state.column);
        state.go(grid, step);
        while skips && grid.columns().get(state.column).is_some_and(|column| column.source.is_none()) {
            let here = state.column;
            state.go(grid, step);
            if state.column == here {
                break;
            }
        }
        (state.row, state.column) != before
    });
    if moved == Some(true) {
        effects.extend(run(app, Command::Edit));
    }
    effects
}

/// Puts the two versions together as chosen.
pub(crate) fn accept_merge(app: &mut App) -> Vec<Effect> {
    match app.popups.pop() {
        Some(Popup::Merge(merge)) => super::access::put_together(app, merge),
        _ => Vec::new(),
    }
}

/// Does what the entry under the cursor is for.
pub(crate) fn accept_list(app: &mut App) -> Vec<Effect> {
    let Some(Popup::List(list)) = app.popups.pop() else { return Vec::new() };
    let Some((choice, name)) = list.chosen().map(|item| (item.choice.clone(), item.label.clone())) else {
        return Vec::new();
    };
    match choice {
        // The help lists every place; a command does something else, or nothing, where it does not belong.
        Choice::Run(command, context) if !app.contexts().contains(&context) || !app.offers(context, command) => {
            app.note(say!("popups-name-does-nothing", name = name, title = context.title()));
            Vec::new()
        }
        Choice::Run(command, _) => run(app, command),
        Choice::Table(table) => {
            app.sheet = table;
            super::go_to(app, tables::SCREEN);
            Vec::new()
        }
        Choice::State(state) => {
            super::history::go(app, state);
            Vec::new()
        }
        Choice::Explain(id) => super::analyses::explain_candidate(app, id),
        Choice::Scenario(name) => super::what_if::activate(app, &name),
        Choice::Column(at) => {
            app.with_current(|grid, state| {
                if let Some(column) = grid.columns().get(at) {
                    state.hidden.remove(&column.id);
                    state.column = at;
                    state.count(grid);
                }
            });
            Vec::new()
        }
        Choice::Filter(term) => {
            match (term, app.screen.table(app)) {
                (Some(term), Some(key)) => super::moving::filter_by(app, key, &term),
                _ => app.note(say!("popups-this-value-has")),
            }
            Vec::new()
        }
        Choice::Side(at, side) => {
            crate::tui::update::comparing::choose(app, at, side);
            Vec::new()
        }
    }
}

/// Edits the option under the cursor.
pub(crate) fn edit_option(app: &mut App) {
    if let Some(&Popup::Options(list)) = app.popups.last() {
        super::analyses::ask_option(app, list.kind, list.line);
    }
}

/// Runs the analysis whose options are shown.
pub(crate) fn run_options(app: &mut App) -> Vec<Effect> {
    let Some(Popup::Options(list)) = app.popups.pop() else { return Vec::new() };
    app.show_study(list.kind);
    super::analyses::run(app, list.kind)
}

/// Goes to another column of a small table, or to the first or the last field.
pub(crate) fn move_in_form(app: &mut App, command: Command) {
    let (Some(document), Some(Popup::Form(form))) = (&app.document, app.popups.last_mut()) else { return };
    match command {
        Command::Left => form.go(document, 0, -1),
        Command::Right => form.go(document, 0, 1),
        Command::Bottom => form.go(document, isize::MAX, 0),
        _ => form.line = 0,
    }
}

/// The table, the row and the column that the cursor of the form is on.
fn field(app: &App) -> Option<(TableId, usize, String)> {
    match (app.popups.last(), &app.document) {
        (Some(Popup::Form(form)), Some(document)) => form.target(document),
        _ => None,
    }
}

/// Edits the field under the cursor.
pub(crate) fn edit_field(app: &mut App) {
    if let Some((table, row, column)) = field(app) {
        edits::edit_cell(app, table, row, &column);
    }
}

/// Shows the whole text of the field under the cursor.
pub(crate) fn show_field(app: &mut App) {
    if let (Some((table, row, column)), Some(document)) = (field(app), &app.document) {
        let text = document.book.sheet(table).cell(row, &column).to_owned();
        app.popups.push(Popup::text(&column, text));
    }
}

/// Undoes or does again; the form stays with its row, and closes where that is gone.
pub(crate) fn undo_in_form(app: &mut App, command: Command) -> Vec<Effect> {
    let key = |app: &App| {
        let (Some(Popup::Form(form)), Some(document)) = (app.popups.last(), &app.document) else { return None };
        Some(document.book.sheet(form.table).key(form.row))
    };
    let before = key(app);
    let rows = |app: &App| match (app.popups.last(), &app.document) {
        (Some(Popup::Form(form)), Some(document)) => document.book.sheet(form.table).rows.len(),
        _ => 0,
    };
    let count = rows(app);
    let effects = run_on_screen(app, command);
    if rows(app) == count || key(app) == before {
        return effects;
    }
    let found = match (app.popups.last(), &app.document) {
        (Some(Popup::Form(form)), Some(document)) => {
            let sheet = document.book.sheet(form.table);
            (0..sheet.rows.len()).find(|&row| Some(sheet.key(row)) == before)
        }
        _ => None,
    };
    match (found, app.popups.last_mut()) {
        (Some(row), Some(Popup::Form(form))) => form.row = row,
        _ => drop(app.popups.pop()),
    }
    effects
}

/// The form of the next row, in the order and with the filter that the table has on the screen; its cursor goes along.
pub(crate) fn next_form(app: &mut App, command: Command) {
    let by = if command == Command::NextMatch { 1 } else { -1 };
    let Some(Popup::Form(form)) = app.popups.last() else { return };
    let key = crate::tui::screen::TableKey::Sheet(form.table);
    let here = form.row;
    let next = app.with_table(key, |grid, state| {
        state.go_to(here);
        state.go(grid, crate::tui::table::Move::Rows(by));
        state.current()
    });
    if let (Some(Some(next)), Some(Popup::Form(form))) = (next, app.popups.last_mut()) {
        form.row = next;
    }
}

/// Asks for a new effect of the candidate.
pub(crate) fn add_effect(app: &mut App) {
    let Some(document) = app.document.as_ref() else { return };
    let Some(Popup::Form(form)) = app.popups.last() else { return };
    if form.table != crate::model::schema::TableId::Candidates {
        return;
    }
    let candidate = document.book.sheet(form.table).cell(form.row, "candidate").to_string();
    if candidate.is_empty() {
        return app.note(say!("popups-give-candidate-id"));
    }
    let help = say!("popups-service-moves-completes-control");
    let mut line =
        Prompt::new(say!("popups-new-effect-candidate", candidate = candidate), help, "", Purpose::Effect(candidate));
    line.check(Some(document));
    app.popups.push(Popup::Prompt(line));
}

/// Deletes the effect under the cursor.
pub(crate) fn delete_effect(app: &mut App) {
    use crate::session::edit::Edit;
    use crate::tui::popups::form::Field;
    let Some(document) = app.document.as_ref() else { return };
    let Some(Popup::Form(form)) = app.popups.last() else { return };
    match form.fields(document).get(form.line) {
        Some(&Field::Effect(at)) => {
            let table = crate::model::schema::TableId::Effects;
            let label = say!("popups-effect-name-deleted", name = crate::session::rows::name_of(document, table, at));
            edits::apply(app, label.clone(), vec![Edit::DeleteRows { table, at, count: 1 }]);
            app.note(say!("edits-label-undo-brings", label = label));
        }
        _ => app.note(say!("popups-only-effects-deleted")),
    }
}
