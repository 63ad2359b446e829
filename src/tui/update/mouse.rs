//! The mouse: select, scroll, sort by a heading, choose a tab.

use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use crate::tui::app::App;
use crate::tui::commands::Command;
use crate::tui::event::Effect;
use crate::tui::screens::Screen;
use crate::tui::table::{Hit, hit};
use crate::tui::view;

use super::{go_to, run};

/// What the mouse does.
pub(super) fn mouse(app: &mut App, event: MouseEvent) -> Vec<Effect> {
    let at = Position { x: event.column, y: event.row };
    match event.kind {
        MouseEventKind::ScrollDown => scroll(app, Command::Down, Command::Right, event.modifiers),
        MouseEventKind::ScrollUp => scroll(app, Command::Up, Command::Left, event.modifiers),
        MouseEventKind::Down(MouseButton::Left) if app.layers.is_empty() => click(app, at),
        _ => Vec::new(),
    }
}

fn scroll(app: &mut App, along: Command, across: Command, held: KeyModifiers) -> Vec<Effect> {
    let command = if held.contains(KeyModifiers::SHIFT) { across } else { along };
    let steps = if command == along { 3 } else { 1 };
    (0..steps).flat_map(|_| run(app, command)).collect()
}

fn click(app: &mut App, at: Position) -> Vec<Effect> {
    if let Some(screen) = view::tab_at(app, at) {
        go_to(app, screen);
        return Vec::new();
    }
    let body = view::body(app);
    if app.screen == Screen::Picker {
        return click_case(app, at);
    }
    let mut area = app.screen.table_area(app, body);
    area.height = area.height.saturating_sub(1);
    let found = app.with_current(|grid, state| {
        let found = hit(grid, state, area, at);
        if let Some(Hit::Cell(row, column)) = found {
            let same = (state.row, state.column) == (row, column);
            (state.row, state.column) = (row, column);
            state.count(grid);
            return (found, same);
        }
        if let Some(Hit::Heading(column)) = found {
            state.column = column;
        }
        (found, false)
    });
    match found {
        Some((Some(Hit::Heading(_)), _)) => run(app, Command::Sort),
        // A second click on the cell under the cursor edits it.
        Some((Some(Hit::Cell(..)), true)) => run(app, Command::Edit),
        _ => Vec::new(),
    }
}

fn click_case(app: &mut App, at: Position) -> Vec<Effect> {
    let first = crate::tui::canvas::inner(view::body(app)).y + 3;
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
