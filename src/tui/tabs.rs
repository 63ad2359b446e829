//! The tabs of the screens: where they stand, and which of them the mouse points at.

use ratatui::layout::{Position, Rect};

use crate::tui::canvas::{Canvas, Role, after, cells, left, width};
use crate::tui::state::{App, Command, Context, Screen};
use crate::tui::text::fit;

/// A name of which fewer letters are seen says nothing.
const FEWEST: usize = 3;

/// The tabs, with the columns in which they stand. Where not all names fit, all are cut to what there is room for, but that of
/// the open screen; where that is too little to be read, the key stands alone.
fn tabs(app: &App, total: u16) -> Vec<(Screen, String, u16)> {
    let all: Vec<_> = app.tabs().into_iter().map(|screen| (screen, key_and_title(app, screen))).collect();
    let wide: Vec<(usize, usize)> = all.iter().map(|(_, (key, title))| (width(key), width(title))).collect();
    let is_open = |screen: Screen| screen == app.tab();
    let mut letters: Vec<usize> =
        all.iter().zip(&wide).map(|((screen, _), wide)| if is_open(*screen) { wide.1 } else { 0 }).collect();
    // A key, a space, and as much of the name.
    let room = |at: usize, letters: usize| {
        let (key, title) = wide[at];
        key + if letters == 0 { 0 } else { usize::from(key > 0) + letters.min(title) }
    };
    let need = |letters: &[usize], gap: usize| -> usize {
        letters.iter().enumerate().map(|(at, &letters)| room(at, letters) + gap).sum::<usize>().saturating_sub(gap)
    };
    let fits = |letters: &[usize], gap: usize| need(letters, gap) <= usize::from(total);
    // A letter more for each in turn, as long as there is room; the names stand closer where they are cut.
    let least: Vec<usize> = letters.iter().map(|&it| it.max(FEWEST)).collect();
    let mut gap = 2;
    if fits(&least, 1) {
        gap = if fits(&least, 2) { 2 } else { 1 };
        letters = least;
        let mut grew = true;
        while grew {
            grew = false;
            for at in 0..letters.len() {
                if letters[at] < wide[at].1 {
                    letters[at] += 1;
                    if fits(&letters, gap) {
                        grew = true;
                    } else {
                        letters[at] -= 1;
                    }
                }
            }
        }
    }
    let mut x = 0;
    let mut tabs = Vec::new();
    for (at, (screen, (key, title))) in all.iter().enumerate() {
        let label = match letters[at] {
            0 => key.clone(),
            letters => format!("{key} {}", fit(title, letters, "")).trim_start().to_owned(),
        };
        let wide = cells(width(&label) + gap);
        tabs.push((*screen, label, x));
        x += wide;
    }
    tabs
}

/// The first key of a screen, if it has one, and its name.
fn key_and_title(app: &App, screen: Screen) -> (String, String) {
    let key = app.keymap.keys(Command::Go(screen), Context::Everywhere).first().map(ToString::to_string);
    (key.unwrap_or_default(), screen.title())
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
