//! What keys do in the layers over the screen.

use crate::tui::app::App;
use crate::tui::commands::Command;
use crate::tui::event::Effect;
use crate::tui::key::Key;
use tui_input::InputRequest;

use crate::tui::layer::{Layer, editing};
use crate::tui::layers::line::{Line, Purpose};
use crate::tui::layers::list::{Choice, List};
use crate::tui::layers::merge::Side;
use crate::tui::screens::{Screen, TableKey};
use crate::tui::table::filter::Filter;

use super::{edits, lines, opening, run, run_on_screen};

/// A letter for a line that is being typed: it types itself, whatever the keymap says. None for any other key.
pub(super) fn typed(app: &mut App, key: Key) -> Option<Vec<Effect>> {
    let letter = key.character()?;
    app.takes_letters().then(|| {
        type_in(app, InputRequest::InsertChar(letter));
        Vec::new()
    })
}

/// Types into the line of the top layer.
pub(super) fn type_in(app: &mut App, request: InputRequest) {
    if let Some(Layer::Line(line)) = app.layers.last_mut() {
        line.touch(request);
    }
    if let Some(input) = app.layers.last_mut().and_then(Layer::input) {
        input.handle(request);
    }
    changed(app);
}

/// Puts a text into the line of the top layer where its cursor is; on one line, as a line has no other.
pub(super) fn type_text(app: &mut App, text: &str) {
    let text = crate::tui::text::one_line(text.trim_end()).into_owned();
    let Some(layer) = app.layers.last_mut() else { return };
    if let Layer::Line(line) = layer {
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
    let Some(Layer::Line(line)) = app.layers.last() else { return None };
    let Purpose::Filter(key) = line.purpose else { return None };
    let text = line.input.value().trim().to_owned();
    let problem = crate::tui::screens::grid(app, key).and_then(|grid| Filter::parse(&text, grid.columns()).err());
    let wrong = problem.is_some();
    if let Some(Layer::Line(line)) = app.layers.last_mut() {
        line.problem = problem;
    }
    (!wrong).then_some((key, text))
}

/// A table of up to so many rows is filtered at each letter.
const AT_ONCE: usize = 5_000;

/// Looks again at a line that was changed.
pub(super) fn changed(app: &mut App) {
    let document = app.document.as_ref();
    match app.layers.last_mut() {
        Some(Layer::Line(line)) => line.check(document),
        Some(Layer::List(list)) => list.search(),
        _ => {}
    }
    // A filter shows what it does while it is typed, unless the table is so large that typing would wait for it.
    if let Some((key, text)) = check_filter(app)
        && crate::tui::screens::grid(app, key).is_some_and(|grid| grid.rows() <= AT_ONCE)
    {
        app.message = None;
        lines::filter(app, key, text);
    }
}

/// Does a command in the top layer.
pub(super) fn command(app: &mut App, command: Command) -> Vec<Effect> {
    if matches!(command, Command::Back | Command::Close) {
        return opening::close_layer(app);
    }
    if command == Command::Help {
        let help = List::help(&app.keymap, &app.contexts());
        app.layers.push(Layer::List(help));
        return Vec::new();
    }
    if let Some(request) = editing(command).filter(|_| app.takes_letters()) {
        type_in(app, request);
        return Vec::new();
    }
    let document = app.document.as_ref();
    match app.layers.last_mut() {
        Some(Layer::Line(line)) => match command {
            Command::Down | Command::Up | Command::Complete if line.suggestions.is_empty() => {
                return accept_and_go_on(app, command);
            }
            Command::EditLeft => return accept_and_go_on(app, command),
            Command::Down => line.suggest(1),
            Command::Up => line.suggest(-1),
            Command::Complete => line.complete(document),
            Command::Accept => return accept_line(app),
            _ => {}
        },
        Some(Layer::List(list)) => match command {
            Command::Down => list.go(1),
            Command::Up => list.go(-1),
            Command::PageDown => list.go(10),
            Command::PageUp => list.go(-10),
            Command::Accept => return accept_list(app),
            _ => {}
        },
        Some(Layer::Text(text)) => match command {
            Command::Down => text.scroll(1),
            Command::Up => text.scroll(-1),
            Command::PageDown => text.scroll(10),
            Command::PageUp => text.scroll(-10),
            Command::Yes | Command::No => drop(app.layers.pop()),
            _ => {}
        },
        Some(Layer::Ask(ask)) => {
            match command {
                Command::Down => ask.scroll(1),
                Command::Up => ask.scroll(-1),
                Command::PageDown => ask.scroll(10),
                Command::PageUp => ask.scroll(-10),
                _ => {}
            }
            if let Some(action) = ask.answer(command).map(|answer| answer.action.clone()) {
                return opening::answer(app, action);
            }
        }
        Some(Layer::Merge(merge)) => match command {
            Command::Down => merge.go(1),
            Command::Up => merge.go(-1),
            Command::PageDown => merge.go(10),
            Command::PageUp => merge.go(-10),
            Command::Mark => merge.turn(),
            Command::TakeMine => merge.take(Side::Mine),
            Command::TakeTheirs => merge.take(Side::Theirs),
            Command::Accept => return accept_merge(app),
            _ => {}
        },
        Some(Layer::Form(_)) => return form(app, command),
        Some(Layer::Options(_)) => return options(app, command),
        None => {}
    }
    Vec::new()
}

fn accept_line(app: &mut App) -> Vec<Effect> {
    let document = app.document.as_ref();
    let Some(Layer::Line(line)) = app.layers.last_mut() else { return Vec::new() };
    if line.selected.is_some() {
        line.complete(document);
        return Vec::new();
    }
    line.check(document);
    check_filter(app);
    if matches!(app.layers.last(), Some(Layer::Line(line)) if line.problem.is_some()) {
        return Vec::new();
    }
    match app.layers.pop() {
        Some(Layer::Line(line)) => lines::accept(app, line),
        _ => Vec::new(),
    }
}

/// Takes over the text of a cell and edits the next one, as in a spreadsheet; nothing where no cell is typed.
fn accept_and_go_on(app: &mut App, command: Command) -> Vec<Effect> {
    use crate::tui::table::Move;
    let Some(Layer::Line(line)) = app.layers.last() else { return Vec::new() };
    if !line.is_of_a_cell() {
        return Vec::new();
    }
    let count = app.layers.len();
    let mut effects = accept_line(app);
    if app.layers.len() >= count {
        return effects;
    }
    let (rows, columns) = match command {
        Command::Down => (1, 0),
        Command::Up => (-1, 0),
        Command::EditLeft => (0, -1),
        _ => (0, 1),
    };
    if let Some(Layer::Form(form)) = app.layers.last_mut() {
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
        effects.extend(self::form(app, Command::Edit));
        return effects;
    }
    let step = if rows == 0 { Move::Columns(columns) } else { Move::Rows(rows) };
    // In a table of the case, what is computed is passed over.
    let skips = rows == 0 && matches!(app.screen.table(app), Some(crate::tui::screens::TableKey::Sheet(_)));
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

fn accept_merge(app: &mut App) -> Vec<Effect> {
    match app.layers.pop() {
        Some(Layer::Merge(merge)) => super::gate::put_together(app, merge),
        _ => Vec::new(),
    }
}

fn accept_list(app: &mut App) -> Vec<Effect> {
    let Some(Layer::List(list)) = app.layers.pop() else { return Vec::new() };
    let Some((choice, name)) = list.chosen().map(|item| (item.choice.clone(), item.label.clone())) else {
        return Vec::new();
    };
    match choice {
        // The help lists every place; a command does something else, or nothing, where it does not belong.
        Choice::Run(command, context) if !app.contexts().contains(&context) || !app.offers(context, command) => {
            app.note(format!("\"{name}\" does nothing here; its place is: {}.", context.title()));
            Vec::new()
        }
        Choice::Run(command, _) => run(app, command),
        Choice::Table(table) => {
            app.sheet = table;
            super::go_to(app, Screen::Tables);
            Vec::new()
        }
        Choice::State(state) => {
            super::history::go(app, state);
            Vec::new()
        }
        Choice::Explain(id) => super::analyses::explain_candidate(app, id),
        Choice::Scenario(name) => super::what_if::put_on(app, &name),
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
                _ => app.note("This value has a sign in it that filters cannot hold."),
            }
            Vec::new()
        }
        Choice::Side(at, side) => {
            crate::tui::update::comparing::choose(app, at, side);
            Vec::new()
        }
    }
}

fn options(app: &mut App, command: Command) -> Vec<Effect> {
    let Some(Layer::Options(list)) = app.layers.last_mut() else { return Vec::new() };
    match command {
        Command::Down => list.go(1),
        Command::Up => list.go(-1),
        Command::Edit => {
            let (kind, at) = (list.kind, list.line);
            super::analyses::ask_option(app, kind, at);
        }
        Command::RunStudy => {
            let kind = list.kind;
            app.layers.pop();
            app.screen = Screen::Study(kind);
            return super::analyses::run(app, kind);
        }
        _ => {}
    }
    Vec::new()
}

fn form(app: &mut App, command: Command) -> Vec<Effect> {
    let Some(document) = app.document.as_ref() else { return Vec::new() };
    let Some(Layer::Form(form)) = app.layers.last_mut() else { return Vec::new() };
    match command {
        Command::Down => form.go(document, 1, 0),
        Command::Up => form.go(document, -1, 0),
        Command::Left => form.go(document, 0, -1),
        Command::Right => form.go(document, 0, 1),
        Command::Top => form.line = 0,
        Command::Bottom => form.go(document, isize::MAX, 0),
        Command::PageDown => form.go(document, 10, 0),
        Command::PageUp => form.go(document, -10, 0),
        Command::NextMatch => next_form(app, 1),
        Command::PreviousMatch => next_form(app, -1),
        Command::Edit => {
            if let Some((table, row, column)) = form.target(document) {
                edits::edit_cell(app, table, row, &column);
            }
        }
        Command::WholeCell => {
            if let Some((table, row, column)) = form.target(document) {
                let text = document.book.sheet(table).cell(row, &column).to_owned();
                app.layers.push(Layer::text(&column, text));
            }
        }
        Command::AddRow => add_effect(app),
        Command::DeleteRows => delete_effect(app),
        Command::Undo | Command::Redo => return undo_in_form(app, command),
        Command::Save => return run_on_screen(app, command),
        _ => {}
    }
    Vec::new()
}

/// Undoes or does again; the form stays with its row, and closes where that is gone.
fn undo_in_form(app: &mut App, command: Command) -> Vec<Effect> {
    let key = |app: &App| {
        let (Some(Layer::Form(form)), Some(document)) = (app.layers.last(), &app.document) else { return None };
        Some(document.book.sheet(form.table).key(form.row))
    };
    let before = key(app);
    let rows = |app: &App| match (app.layers.last(), &app.document) {
        (Some(Layer::Form(form)), Some(document)) => document.book.sheet(form.table).rows.len(),
        _ => 0,
    };
    let count = rows(app);
    let effects = run_on_screen(app, command);
    if rows(app) == count || key(app) == before {
        return effects;
    }
    let found = match (app.layers.last(), &app.document) {
        (Some(Layer::Form(form)), Some(document)) => {
            let sheet = document.book.sheet(form.table);
            (0..sheet.rows.len()).find(|&row| Some(sheet.key(row)) == before)
        }
        _ => None,
    };
    match (found, app.layers.last_mut()) {
        (Some(row), Some(Layer::Form(form))) => form.row = row,
        _ => drop(app.layers.pop()),
    }
    effects
}

/// The form of the next row, in the order and with the filter that the table has on the screen; its cursor goes along.
fn next_form(app: &mut App, by: isize) {
    let Some(Layer::Form(form)) = app.layers.last() else { return };
    let key = crate::tui::screens::TableKey::Sheet(form.table);
    let here = form.row;
    let next = app.with_table(key, |grid, state| {
        state.go_to(here);
        state.go(grid, crate::tui::table::Move::Rows(by));
        state.current()
    });
    if let (Some(Some(next)), Some(Layer::Form(form))) = (next, app.layers.last_mut()) {
        form.row = next;
    }
}

fn add_effect(app: &mut App) {
    let Some(document) = app.document.as_ref() else { return };
    let Some(Layer::Form(form)) = app.layers.last() else { return };
    if form.table != crate::model::schema::TableId::Candidates {
        return;
    }
    let candidate = document.book.sheet(form.table).cell(form.row, "candidate").to_string();
    if candidate.is_empty() {
        return app.note("Give the candidate an id first.");
    }
    let help = "The service that it moves; ‹complete› completes. The control that it adds is edited in the form then.";
    let mut line = Line::new(format!("A new effect of {candidate}"), help, "", Purpose::Effect(candidate));
    line.check(Some(document));
    app.layers.push(Layer::Line(line));
}

fn delete_effect(app: &mut App) {
    use crate::edit::Edit;
    use crate::tui::layers::form::Field;
    let Some(document) = app.document.as_ref() else { return };
    let Some(Layer::Form(form)) = app.layers.last() else { return };
    match form.fields(document).get(form.line) {
        Some(&Field::Effect(at)) => {
            let table = crate::model::schema::TableId::Effects;
            let label = format!("effect {} deleted", edits::name_of(document, table, at));
            edits::apply(app, label.clone(), vec![Edit::DeleteRows { table, at, count: 1 }]);
            app.note(format!("{label}; ‹undo› brings it back."));
        }
        _ => app.note("Only effects are deleted here; ‹form/back›, then ‹table/delete-rows› deletes the row."),
    }
}
