//! Moving in tables, sorting, filtering, searching, marking, widths, copying.

use crate::messages;
use crate::say;
use crate::session::count_of;
use crate::tui::analysis_views::BAR_COLUMN;
use crate::tui::case_table::CaseTable;
use crate::tui::event::Effect;
use crate::tui::state::{App, Command, Item, List, Popup, Prompt, Purpose, TableKey};
use crate::tui::table::{LIMIT, Move, Order, Until, columns_text, exact, is, row_text, values};
use crate::tui::widgets::number::{fixed, rounded};
use rust_decimal::Decimal;

/// Whether a command goes on with a range of marks, or leaves it as it is.
pub(crate) fn marks_on(command: Command) -> bool {
    step(command, 1).is_some() || matches!(command, Command::MarkRange | Command::MarkDown | Command::MarkUp)
}

/// Ends the range of marks: what is done with the marked rows ends the marking.
pub(crate) fn end_range(app: &mut App) {
    if let Some(key) = app.table_key()
        && let Some(state) = app.tables.get_mut(&key)
    {
        state.range = None;
    }
}

/// Moves the cursor of the table.
pub(crate) fn go(app: &mut App, command: Command) {
    let page = isize::from(i16::try_from(app.size.1 / 2).unwrap_or(10)).max(1);
    let (Some(key), Some(step)) = (app.table_key(), step(command, page)) else { return };
    app.with_table(key, |grid, state| {
        state.go(grid, step);
        match &state.range {
            Some(range) if range.until == Until::Asked => state.mark_range(grid),
            _ => state.range = None,
        }
    });
}

/// Lets a column of the table be chosen.
pub(crate) fn choose_column(app: &mut App) {
    let items = app.with_current(|grid, _| {
        let columns = grid.columns().iter().enumerate();
        let items = columns.map(|(at, column)| Item {
            // Whoever knows the file finds it by its name there.
            keys: column.id.clone(),
            ..Item::new(&column.title, grid.help(at).into_owned(), move |app| go_to_column(app, at))
        });
        items.collect()
    });
    app.popups.extend(items.map(|items| Popup::List(List::new(&say!("moving-columns"), items))));
}

/// Goes to a column of the table on the screen, by its position in the grid.
fn go_to_column(app: &mut App, at: usize) {
    app.with_current(|grid, state| {
        if let Some(column) = grid.columns().get(at) {
            state.hidden.remove(&column.id);
            state.column = at;
            state.count(grid);
        }
    });
}

/// Goes to the next row with the searched text, or to the one before.
pub(crate) fn find_next(app: &mut App, command: Command) {
    if let Some(key) = app.table_key() {
        find(app, key, if command == Command::NextMatch { Order::Up } else { Order::Down });
    }
}

/// The way that a command goes, with this many rows on a page.
fn step(command: Command, page: isize) -> Option<Move> {
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

/// Asks for a text to search, or for a filter.
pub(crate) fn ask(app: &mut App, command: Command) {
    let Some(key) = app.table_key() else { return };
    let state = app.table_state(key);
    let line = if command == Command::Search {
        Prompt::new(say!("moving-search"), say!("moving-goes-next-row"), &state.search, Purpose::Search(key))
    } else {
        let help = say!("moving-only-rows-match-shown");
        Prompt::new(say!("moving-filter"), help, &state.filter, Purpose::Filter(key))
    };
    app.popups.push(Popup::Prompt(line));
}

/// Goes to the next row with the searched text.
pub(crate) fn find(app: &mut App, key: TableKey, direction: Order) {
    let search = app.table_state(key).search;
    if search.is_empty() {
        return app.note(say!("moving-nothing-look-yet"));
    }
    match app.with_table(key, |grid, state| state.find(grid, direction)).flatten() {
        Some((_, true)) => {}
        Some((column, false)) => app.note(say!("moving-search-column-column", search = search, column = column)),
        None => app.warn(say!("moving-search-no-visible", search = search)),
    }
}

/// Marks the row under the cursor, or all.
pub(crate) fn mark(app: &mut App, command: Command) {
    app.with_current(|grid, state| {
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
pub(crate) fn mark_range(app: &mut App) {
    let begun = app.with_current(|grid, state| match &state.range {
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
        app.note(say!("moving-rows-marked-cursor", again = again));
    }
}

/// Marks on from the row under the cursor.
pub(crate) fn mark_on(app: &mut App, command: Command) {
    let step = Move::Rows(if command == Command::MarkDown { 1 } else { -1 });
    app.with_current(|grid, state| {
        if state.range.is_none() {
            state.begin_range(grid, Until::Moved);
        }
        state.go(grid, step);
        state.mark_range(grid);
    });
}

/// Shows only the rows that have what the cell under the cursor has, or the others again.
pub(crate) fn only_this(app: &mut App) {
    let Some(key) = app.table_key() else { return };
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
            app.note(say!("moving-this-text-has"));
        }
        None => app.note(say!("moving-there-no-cell")),
    }
}

/// Adds a term to the filter of a table, or takes it away where it is there.
pub(crate) fn filter_by(app: &mut App, key: TableKey, term: &str) {
    app.with_table(key, |_, state| state.toggle_filter(term));
}

/// The longest bar of a value.
const BAR: usize = 30;

/// Shows the values of the column under the cursor, how often each occurs, and for numbers what they come to.
pub(crate) fn show_values(app: &mut App) {
    let found = app.with_current(|grid, state| {
        let column = grid.columns().get(state.column)?;
        Some((column.title.clone(), values(grid, state)))
    });
    let Some((title, values)) = found.flatten() else { return app.note(say!("moving-there-no-column")) };
    let most = values.groups.iter().map(|group| group.rows).max().unwrap_or(1).max(1);
    let items = values.groups.into_iter().map(|group| {
        let share = Decimal::from(group.rows * 100).checked_div(Decimal::from(values.rows)).unwrap_or_default();
        let label = messages::cell(&group.label);
        let bar = "#".repeat((group.rows * BAR).div_ceil(most));
        Item {
            keys: format!("{:>7} {:>5} %", group.rows, fixed(share, 1)),
            ..Item::new(label, bar, move |app| filter_value(app, group.filter.as_deref()))
        }
    });
    let numbers = values.numbers.map_or_else(String::new, |(sum, mean, median)| {
        let [sum, mean, median] = [sum, mean, median].map(|it| rounded(it, 4).normalize());
        say!("list-sum-sum-mean", sum = sum, mean = mean, median = median)
    });
    let title = say!("moving-values-title", title = title, rows = count_of(values.rows, "row"), numbers = numbers);
    app.popups.push(Popup::List(List::new(&title, items.collect())));
}

/// Filters the table on the screen by a term; `None` if no filter says the value.
fn filter_value(app: &mut App, term: Option<&str>) {
    match term.zip(app.table_key()) {
        Some((term, key)) => filter_by(app, key, term),
        None => app.note(say!("popups-this-value-has")),
    }
}

/// Filters a table by this text, in place of what it was filtered by.
pub(crate) fn set_filter(app: &mut App, key: TableKey, text: String) {
    app.with_table(key, |_, state| {
        state.filter = text;
        state.stamp = None;
    });
}

/// The whole text of the cell under the cursor.
pub(crate) fn show_cell(app: &mut App) {
    let text = app.with_current(|grid, state| {
        let row = state.current()?;
        let column = grid.columns().get(state.column)?;
        Some((column.title.clone(), grid.shown(row, state.column).into_owned()))
    });
    match text.flatten() {
        Some((_, text)) if text.is_empty() => app.note(say!("moving-this-cell-empty")),
        Some((title, text)) => app.popups.push(Popup::text(&title, text)),
        None => app.note(say!("moving-there-no-cell")),
    }
}

/// Sorts, hides, pins and resizes columns.
pub(crate) fn arrange(app: &mut App, command: Command) {
    app.with_current(|grid, state| {
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
}

/// Some terminals take no more bytes for the clipboard.
const MUCH: usize = 74_000;

/// Copies the cell, the rows or the column to the clipboard.
pub(crate) fn copy(app: &mut App, command: Command) {
    let Some(key) = app.table_key() else { return };
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
                columns.retain(|&column| grid.columns()[column].id != BAR_COLUMN);
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
        say!("moving-copied", what = crate::session::count_of(lines, what))
    } else {
        say!("moving-copied-text", text = text)
    };
    let much = if text.len() > MUCH { say!("moving-more-than-some-terminals") } else { String::new() };
    app.note(copied + &much);
    app.effects.push(Effect::Copy(text));
}
