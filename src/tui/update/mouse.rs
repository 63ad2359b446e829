//! The mouse: select, scroll, mark by dragging, sort by a heading, choose a tab, an entry of a list or an answer.

use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use crate::tui::actions::{go_to, opening, run};
use crate::tui::canvas::inner;
use crate::tui::commands::Command;
use crate::tui::event::Effect;
use crate::tui::popups::merge::{self, Clicked};
use crate::tui::popups::{confirm, form, list};
use crate::tui::screen::Screen;
use crate::tui::state::{App, Popup, Press};
use crate::tui::table::{Hit, Until, hit, row_at};
use crate::tui::tabs;

/// What the mouse does.
pub(crate) fn mouse(app: &mut App, event: MouseEvent) -> Vec<Effect> {
    let at = Position { x: event.column, y: event.row };
    let on_screen = app.popups.is_empty();
    match event.kind {
        MouseEventKind::ScrollDown => scroll(app, Command::Down, Command::Right, event.modifiers),
        MouseEventKind::ScrollUp => scroll(app, Command::Up, Command::Left, event.modifiers),
        MouseEventKind::Down(MouseButton::Left) if on_screen => click(app, at, event.modifiers),
        MouseEventKind::Down(MouseButton::Left) => click_popup(app, at),
        MouseEventKind::Drag(MouseButton::Left) if on_screen => {
            drag(app, at);
            Vec::new()
        }
        MouseEventKind::Up(MouseButton::Left) => match app.press.take() {
            // A second click on the cell under the cursor edits it.
            Some(Press { again: true, .. }) if on_screen => run(app, Command::Edit),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn scroll(app: &mut App, along: Command, across: Command, held: KeyModifiers) -> Vec<Effect> {
    let command = if held.contains(KeyModifiers::SHIFT) { across } else { along };
    let steps = if command == along { 3 } else { 1 };
    (0..steps).flat_map(|_| run(app, command)).collect()
}

/// Where the table of the screen stands, without the line of totals.
fn table_area(app: &App) -> Rect {
    let mut area = app.table_area();
    area.height = area.height.saturating_sub(1);
    area
}

fn click(app: &mut App, at: Position, held: KeyModifiers) -> Vec<Effect> {
    app.press = None;
    if let Some(screen) = tabs::tab_at(app, at) {
        go_to(app, screen);
        return Vec::new();
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
    if matches!(found, Some(Hit::Heading(_))) { run(app, Command::Sort) } else { Vec::new() }
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

fn click_case(app: &mut App, at: Position) -> Vec<Effect> {
    let first = inner(app.body()).y + 3;
    let row = usize::from(at.y.saturating_sub(first));
    let count = app.picker.cases.as_ref().map_or(0, Vec::len);
    if at.y < first || row >= count {
        return Vec::new();
    }
    if app.picker.selected == row {
        return run(app, Command::Open);
    }
    app.picker.selected = row;
    Vec::new()
}

/// A click on an answer gives it, one on an entry of a list chooses it.
fn click_popup(app: &mut App, at: Position) -> Vec<Effect> {
    app.press = None;
    let area = Rect { x: 0, y: 0, width: app.size.0, height: app.size.1 };
    match app.popups.last_mut() {
        Some(Popup::Confirm(question)) => {
            let answer = confirm::answer_at(question, area, at).map(|answer| answer.action.clone());
            answer.map_or_else(Vec::new, |action| opening::answer(app, action))
        }
        Some(Popup::List(list)) => match list::entry_at(list, area, at) {
            Some(entry) => {
                list.selected = entry;
                run(app, Command::Accept)
            }
            None => Vec::new(),
        },
        Some(Popup::Merge(choice)) => match merge::clicked(choice, area, at) {
            Some(Clicked::Turn(line)) => {
                choice.line = line;
                choice.turn();
                Vec::new()
            }
            Some(Clicked::Accept) => run(app, Command::Accept),
            None => Vec::new(),
        },
        Some(Popup::Form(form)) => {
            let field = app.document.as_ref().and_then(|document| form::field_at(document, form, area, at));
            match field {
                // A second click on the field under the cursor edits it, as in a table.
                Some(line) if line == form.line => run(app, Command::Edit),
                Some(line) => {
                    (form.line, form.column) = (line, 0);
                    Vec::new()
                }
                None => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}
