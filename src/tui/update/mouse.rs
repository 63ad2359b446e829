//! The mouse: select, scroll, mark by dragging, sort by a heading, choose a tab, an entry of a list or an answer.

use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use crate::tui::actions::{go_to, run};
use crate::tui::canvas::inner;
use crate::tui::popups::merge::{self, Clicked};
use crate::tui::popups::{confirm, form, list};
use crate::tui::state::{App, Command, Popup, Press, Screen};
use crate::tui::table::{Hit, Until, hit, row_at};
use crate::tui::tabs;

/// What the mouse does.
pub(crate) fn mouse(app: &mut App, event: MouseEvent) {
    let at = Position { x: event.column, y: event.row };
    let on_screen = app.popups.is_empty();
    match event.kind {
        MouseEventKind::ScrollDown => scroll(app, Command::Down, Command::Right, event.modifiers),
        MouseEventKind::ScrollUp => scroll(app, Command::Up, Command::Left, event.modifiers),
        MouseEventKind::Down(MouseButton::Left) if on_screen => click(app, at, event.modifiers),
        MouseEventKind::Down(MouseButton::Left) => click_popup(app, at),
        MouseEventKind::Drag(MouseButton::Left) if on_screen => drag(app, at),
        // A second click on the cell under the cursor edits it.
        MouseEventKind::Up(MouseButton::Left) if app.press.take().is_some_and(|press| press.again) && on_screen => {
            run(app, Command::Edit);
        }
        _ => {}
    }
}

fn scroll(app: &mut App, along: Command, across: Command, held: KeyModifiers) {
    let command = if held.contains(KeyModifiers::SHIFT) { across } else { along };
    let steps = if command == along { 3 } else { 1 };
    (0..steps).for_each(|_| run(app, command));
}

/// Where the table of the screen stands, without the line of totals.
fn table_area(app: &App) -> Rect {
    let mut area = app.table_area();
    area.height = area.height.saturating_sub(1);
    area
}

fn click(app: &mut App, at: Position, held: KeyModifiers) {
    app.press = None;
    if let Some(screen) = tabs::tab_at(app, at) {
        return go_to(app, screen);
    }
    if app.screen == Screen::PICKER {
        return click_case(app, at);
    }
    let area = table_area(app);
    let marks = held.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let found = app.with_current(|grid, state| {
        let found = hit(grid, state, area, at);
        match found {
            Some(Hit::Cell(row, column)) => {
                let again = (state.row, state.column) == (row, column) && !marks;
                (state.row, state.column) = (row, column);
                state.range = None;
                if let Some(row) = state.current().filter(|_| marks)
                    && !state.marked.remove(&row)
                {
                    state.marked.insert(row);
                }
                state.count(grid);
                (found, Some(Press { row, again }))
            }
            Some(Hit::Heading(column)) => {
                state.column = column;
                (found, None)
            }
            None => (None, None),
        }
    });
    let (found, press) = found.unwrap_or_default();
    app.press = press;
    if matches!(found, Some(Hit::Heading(_))) {
        run(app, Command::Sort);
    }
}

/// Marks the rows from the one that was clicked to the one under the mouse; beyond the table's edge it scrolls.
fn drag(app: &mut App, at: Position) {
    let Some(press) = app.press else { return };
    let area = table_area(app);
    let moved = app.with_current(|grid, state| {
        let Some(row) = row_at(state, area, at.y) else { return false };
        if state.range.is_none() {
            if row == press.row {
                return false;
            }
            state.row = press.row;
            state.begin_range(grid, Until::Moved);
        }
        state.row = row;
        state.mark_range(grid);
        true
    });
    if moved == Some(true) {
        app.press = Some(Press { again: false, ..press });
    }
}

fn click_case(app: &mut App, at: Position) {
    let first = inner(app.body()).y + 3;
    let row = usize::from(at.y.saturating_sub(first));
    let count = app.picker.cases.as_ref().map_or(0, Vec::len);
    if at.y < first || row >= count {
        return;
    }
    if app.picker.selected == row {
        return run(app, Command::Open);
    }
    app.picker.selected = row;
}

/// A click on an answer gives it, one on an entry of a list chooses it.
fn click_popup(app: &mut App, at: Position) {
    app.press = None;
    let area = Rect { x: 0, y: 0, width: app.size.0, height: app.size.1 };
    let command = match app.popups.last_mut() {
        Some(Popup::Confirm(question)) => {
            if let Some(act) = confirm::answer_at(question, area, at).map(|answer| answer.act.clone()) {
                confirm::give(app, &act);
            }
            return;
        }
        Some(Popup::List(list)) => list::entry_at(list, area, at).map(|entry| {
            list.selected = entry;
            Command::Accept
        }),
        Some(Popup::Merge(choice)) => match merge::clicked(choice, area, at) {
            Some(Clicked::Turn(line)) => {
                choice.line = line;
                choice.turn();
                None
            }
            Some(Clicked::Accept) => Some(Command::Accept),
            None => None,
        },
        Some(Popup::Form(form)) => {
            let field = app.document.as_ref().and_then(|document| form::field_at(document, form, area, at));
            // A second click on the field under the cursor edits it, as in a table.
            let again = field == Some(form.line);
            if let Some(line) = field.filter(|_| !again) {
                (form.line, form.column) = (line, 0);
            }
            again.then_some(Command::Edit)
        }
        _ => None,
    };
    if let Some(command) = command {
        run(app, command);
    }
}
