//! Moving in tables, sorting, filtering, searching, marking, widths, copying.

use crate::tui::app::App;
use crate::tui::case_table::CaseTable;
use crate::tui::commands::Command;
use crate::tui::event::Effect;
use crate::tui::layer::Layer;
use crate::tui::layers::line::{Line, Purpose};
use crate::tui::screens::{Screen, TableKey};
use crate::tui::table::{LIMIT, Move, Order, Until, columns_text, exact, is, row_text, values};

/// Does a command about the table on the screen; none where it is about something else.
pub(super) fn command(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    if app.screen == Screen::Picker {
        return picker(app, command);
    }
    let key = app.screen.table(app)?;
    if let Some(step) = step(app, command) {
        app.with_table(key, |grid, state| {
            state.go(grid, step);
            match &state.range {
                Some(range) if range.until == Until::Asked => state.mark_range(grid),
                _ => state.range = None,
            }
        });
        return Some(Vec::new());
    }
    if !matches!(command, Command::MarkRange | Command::MarkDown | Command::MarkUp)
        && let Some(state) = app.tables.get_mut(&key)
    {
        // What is done with the marked rows ends the marking.
        state.range = None;
    }
    match command {
        Command::Search | Command::Filter => ask(app, key, command),
        Command::NextMatch => find(app, key, Order::Up),
        Command::PreviousMatch => find(app, key, Order::Down),
        Command::CopyCell | Command::CopyRow | Command::CopyColumn => return Some(copy(app, key, command)),
        Command::GoColumn => {
            let columns = app.with_table(key, |grid, _| crate::tui::layers::list::List::columns(grid.columns()));
            app.layers.extend(columns.map(Layer::List));
        }
        Command::Mark | Command::MarkAll => mark(app, key, command),
        Command::MarkRange => mark_range(app, key),
        Command::MarkDown => mark_on(app, key, Move::Rows(1)),
        Command::MarkUp => mark_on(app, key, Move::Rows(-1)),
        Command::WholeCell => show_cell(app, key),
        Command::OnlyThis => only_this(app, key),
        Command::Values => show_values(app, key),
        Command::NextTable | Command::PreviousTable => turn_table(app, command),
        _ => arrange(app, key, command)?,
    }
    Some(Vec::new())
}

fn step(app: &App, command: Command) -> Option<Move> {
    let page = isize::from(i16::try_from(app.size.1 / 2).unwrap_or(10)).max(1);
    Some(match command {
        Command::Down => Move::Rows(1),
        Command::Up => Move::Rows(-1),
        Command::Left => Move::Columns(-1),
        Command::Right => Move::Columns(1),
        Command::PageDown => Move::Rows(page),
        Command::PageUp => Move::Rows(-page),
        Command::Top => Move::Top,
        Command::Bottom => Move::Bottom,
        Command::FirstColumn => Move::FirstColumn,
        Command::LastColumn => Move::LastColumn,
        _ => return None,
    })
}

fn picker(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    let last = app.picker.cases.as_ref().map_or(0, |cases| cases.len().saturating_sub(1));
    let selected = &mut app.picker.selected;
    *selected = match command {
        Command::Down => (*selected + 1).min(last),
        Command::Up => selected.saturating_sub(1),
        Command::Top => 0,
        Command::Bottom => last,
        _ => return None,
    };
    Some(Vec::new())
}

fn ask(app: &mut App, key: TableKey, command: Command) {
    let state = app.table_state(key);
    let line = if command == Command::Search {
        Line::new(
            "Search",
            "Goes to the next row with this text; ‹next-match› and ‹previous-match› go on.",
            &state.search,
            Purpose::Search(key),
        )
    } else {
        let help = "Only rows that match are shown: text, !text, cost>50, cost<=50, domain=chips|cloud, name~fiber, /^a.*b$/ or name~/re/ as a regular \
                    expression. Several words must all match; empty shows all rows.";
        Line::new("Filter", help, &state.filter, Purpose::Filter(key))
    };
    app.layers.push(Layer::Line(line));
}

/// Goes to the next row with the searched text.
pub(super) fn find(app: &mut App, key: TableKey, direction: Order) {
    let search = app.table_state(key).search;
    if search.is_empty() {
        app.note("Nothing to look for yet: ‹search› searches.");
        return;
    }
    match app.with_table(key, |grid, state| state.find(grid, direction)).flatten() {
        Some((_, true)) => {}
        Some((column, false)) => app.note(format!("`{search}` is in the column {column} of this row.")),
        None => app.warn(format!("`{search}` is in no visible row.")),
    }
}

fn mark(app: &mut App, key: TableKey, command: Command) {
    app.with_table(key, |grid, state| {
        if command == Command::MarkAll {
            if state.marked.is_empty() {
                state.marked = state.order.iter().copied().collect();
            } else {
                state.marked.clear();
            }
        } else if let Some(row) = state.current() {
            if !state.marked.remove(&row) {
                state.marked.insert(row);
            }
            state.go(grid, Move::Rows(1));
        }
        state.count(grid);
    });
}

/// Begins a range of marks at the cursor, or ends it.
fn mark_range(app: &mut App, key: TableKey) {
    let begun = app.with_table(key, |grid, state| match &state.range {
        Some(range) if range.until == Until::Asked => {
            state.range = None;
            false
        }
        _ => {
            state.begin_range(grid, Until::Asked);
            state.range.is_some()
        }
    });
    if begun == Some(true) {
        let again = app.keymap.shown(Command::MarkRange, &app.contexts());
        app.note(format!("Rows are marked as the cursor goes; {again} ends that."));
    }
}

/// Marks on from the row under the cursor.
fn mark_on(app: &mut App, key: TableKey, step: Move) {
    app.with_table(key, |grid, state| {
        if state.range.is_none() {
            state.begin_range(grid, Until::Moved);
        }
        state.go(grid, step);
        state.mark_range(grid);
    });
}

/// Shows only the rows that have what the cell under the cursor has, or the others again.
fn only_this(app: &mut App, key: TableKey) {
    let term = app.with_table(key, |grid, state| {
        let (row, column) = (state.current()?, grid.columns().get(state.column)?);
        // A computed number is shown rounded, and compared as it is.
        let text = grid.cell(row, state.column).into_owned();
        let number = if column.number { grid.number(row, state.column) } else { None };
        Some(is(&column.id, &number.map_or(text, |number| number.normalize().to_string())))
    });
    match term.flatten() {
        Some(Some(term)) => filter_by(app, key, &term),
        Some(None) => {
            app.note("This text has a sign in it that filters cannot hold; name~text filters by a part of it.");
        }
        None => app.note("There is no cell under the cursor."),
    }
}

/// Adds a term to the filter of a table, or takes it away where it is there.
pub(super) fn filter_by(app: &mut App, key: TableKey, term: &str) {
    app.with_table(key, |_, state| state.toggle_filter(term));
}

fn show_values(app: &mut App, key: TableKey) {
    let list = app.with_table(key, |grid, state| {
        let column = grid.columns().get(state.column)?;
        Some(crate::tui::layers::list::List::values(&column.title, &values(grid, state)))
    });
    match list.flatten() {
        Some(list) => app.layers.push(Layer::List(list)),
        None => app.note("There is no column under the cursor."),
    }
}

/// The whole text of the cell under the cursor.
fn show_cell(app: &mut App, key: TableKey) {
    let text = app.with_table(key, |grid, state| {
        let row = state.current()?;
        let column = grid.columns().get(state.column)?;
        Some((column.title.clone(), grid.cell(row, state.column).into_owned()))
    });
    match text.flatten() {
        Some((_, text)) if text.is_empty() => app.note("This cell is empty."),
        Some((title, text)) => app.layers.push(Layer::text(&title, text)),
        None => app.note("There is no cell under the cursor."),
    }
}

fn arrange(app: &mut App, key: TableKey, command: Command) -> Option<()> {
    if !matches!(
        command,
        Command::Sort
            | Command::ClearFilter
            | Command::Hide
            | Command::ShowAll
            | Command::Pin
            | Command::Narrower
            | Command::Wider
            | Command::Fit
    ) {
        return None;
    }
    app.with_table(key, |grid, state| {
        let Some(id) = grid.columns().get(state.column).map(|column| column.id.clone()) else { return };
        let width = state.width(grid, state.column);
        match command {
            Command::Sort => state.cycle_sort(&id),
            Command::ClearFilter => state.filter.clear(),
            Command::Hide if state.shown(grid).len() > 1 => drop(state.hidden.insert(id)),
            Command::Pin if state.pinned.contains(&id) => drop(state.pinned.remove(&id)),
            Command::Pin => drop(state.pinned.insert(id)),
            Command::ShowAll => {
                state.hidden.clear();
                state.pinned.clear();
                state.chosen.clear();
            }
            Command::Narrower => drop(state.chosen.insert(id, width.saturating_sub(2).max(3))),
            Command::Wider => drop(state.chosen.insert(id, (width + 2).min(LIMIT))),
            Command::Fit => {
                let whole = state.whole_width(grid, state.column);
                if state.chosen.get(&id) == Some(&whole) {
                    state.chosen.remove(&id);
                } else {
                    state.chosen.insert(id, whole);
                }
            }
            _ => {}
        }
        state.stamp = None;
    });
    Some(())
}

/// Some terminals take no more bytes for the clipboard.
const MUCH: usize = 74_000;

fn turn_table(app: &mut App, command: Command) {
    use crate::model::schema::TABLES;
    let by = if command == Command::NextTable { 1 } else { TABLES.len() - 1 };
    app.sheet = TABLES[(app.sheet as usize + by) % TABLES.len()].id;
}

fn copy(app: &mut App, key: TableKey, command: Command) -> Vec<Effect> {
    let text = match (command, key) {
        // A whole row is copied as it stands in the file, so that it can be pasted back.
        (Command::CopyRow, TableKey::Sheet(table)) => {
            let state = app.table_state(key);
            app.document.as_ref().map(|document| {
                let grid = CaseTable::new(document, table);
                row_text(&grid, &state.chosen_rows(), &grid.in_file_order())
            })
        }
        _ => app.with_table(key, |grid, state| match command {
            Command::CopyRow => {
                // Bars are for the eye.
                let mut columns = state.shown(grid);
                columns.retain(|&column| grid.columns()[column].id != crate::tui::screens::analyses::BAR_COLUMN);
                row_text(grid, &state.chosen_rows(), &columns)
            }
            Command::CopyColumn => columns_text(grid, &state.order, state.column),
            _ => state.current().map_or_else(String::new, |row| exact(grid, row, state.column)),
        }),
    };
    let text = text.unwrap_or_default();
    let lines = text.lines().count();
    let what = if command == Command::CopyColumn { "cell" } else { "row" };
    let copied = if lines > 1 {
        format!("Copied {}.", crate::session::count_of(lines, what))
    } else {
        format!("Copied `{text}`.")
    };
    let much = if text.len() > MUCH { " That is more than some terminals put on the clipboard." } else { "" };
    app.note(copied + much);
    vec![Effect::Copy(text)]
}
