//! The tabs of the screens: where they stand, and which of them the mouse points at.

use ratatui::layout::{Position, Rect};

use crate::tui::canvas::{Canvas, Role, after, cells, left, width};
use crate::tui::state::{App, Command, Context, Screen};

/// The tabs, with the columns in which they stand. Where not all names fit, those around the open screen are shown with their
/// names and the others by their keys alone, so that every screen is in sight.
fn tabs(app: &App, total: u16) -> Vec<(Screen, String, u16)> {
    let all: Vec<_> = app.tabs().into_iter().map(|screen| (screen, key_and_label(app, screen))).collect();
    let here = all.iter().position(|(screen, ..)| *screen == app.tab()).unwrap_or(0);
    let text = |at: usize, (from, to): (usize, usize)| {
        let (_, (key, label)) = &all[at];
        if (from..to).contains(&at) { label.clone() } else { key.clone() }
    };
    let fits = |named: (usize, usize)| {
        let need: usize = (0..all.len()).map(|at| width(&text(at, named)) + 2).sum();
        need.saturating_sub(2) <= usize::from(total)
    };
    let (mut from, mut to) = (here, here + 1);
    loop {
        if to < all.len() && fits((from, to + 1)) {
            to += 1;
        } else if from > 0 && fits((from - 1, to)) {
            from -= 1;
        } else {
            break;
        }
    }
    let mut x = 0;
    let mut tabs = Vec::new();
    for (at, (screen, ..)) in all.iter().enumerate() {
        let label = text(at, (from, to));
        let wide = cells(width(&label));
        tabs.push((*screen, label, x));
        x += wide + 2;
    }
    tabs
}

/// The first key of a screen, and its name with it; the first letter of its name where it has none.
fn key_and_label(app: &App, screen: Screen) -> (String, String) {
    let title = screen.title();
    match app.keymap.keys(Command::Go(screen), Context::Everywhere).first() {
        Some(key) => (key.to_string(), format!("{key} {title}")),
        None => (title.chars().take(1).collect(), title),
    }
}

/// The screen whose tab stands there.
pub(crate) fn tab_at(app: &App, at: Position) -> Option<Screen> {
    if at.y != 0 || app.document.is_none() {
        return None;
    }
    tabs(app, app.size.0).into_iter().rev().find(|(_, _, x)| *x <= at.x).map(|(screen, ..)| screen)
}

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    if app.document.is_none() || app.screen == Screen::PICKER {
        canvas.text(area, "beslismacht", Role::Accent);
        return;
    }
    for (screen, label, x) in tabs(app, area.width) {
        let role = if screen == app.tab() { Role::Accent } else { Role::Dim };
        let place = left(after(area, x), cells(width(&label)));
        canvas.text(place, &label, role);
        if screen == app.tab() {
            canvas.restyle(place, Role::Cursor);
        }
    }
}
