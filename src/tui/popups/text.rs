//! A text to read, which scrolls.

use ratatui::layout::Rect;

use super::confirm::give_answer;
use super::keys::move_on;
use super::list::help;
use crate::tui::actions::{self, opening};
use crate::tui::canvas::{Canvas, Role, cells, centred, row};
use crate::tui::state::{App, Binding, Command as C, Run as R, Text, bind};
use crate::tui::text::wrap;

/// In questions and texts.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::Yes, "yes", &["y", "enter"], 0, R::Which(give_answer)),
    bind(C::No, "no", &["n"], 0, R::Which(give_answer)),
    bind(C::Back, "back", &["esc", "q"], 3, R::It(opening::close_popup)),
    bind(C::Help, "help", &["?", "f1"], 7, R::It(help)),
    bind(C::Down, "down", &["j", "down"], 0, R::Which(move_on)),
    bind(C::Up, "up", &["k", "up"], 0, R::Which(move_on)),
    bind(C::PageDown, "page-down", &["ctrl-d", "pagedown", "space"], 0, R::Which(move_on)),
    bind(C::PageUp, "page-up", &["ctrl-u", "pageup"], 0, R::Which(move_on)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::It(actions::cancel)),
];

pub(crate) fn draw(app: &App, text: &Text, canvas: &mut Canvas<'_>, area: Rect) {
    let width = area.width.saturating_sub(6).min(92);
    let lines = wrap(&app.said(&text.body), usize::from(width.saturating_sub(4)));
    let height = cells(lines.len()).saturating_add(2).min(area.height.saturating_sub(2).max(3));
    let inside = canvas.frame(centred(area, width, height), &text.title);
    let top = text.top.min(lines.len().saturating_sub(usize::from(inside.height)));
    for (y, line) in (0..inside.height).zip(lines.iter().skip(top)) {
        canvas.text(row(inside, y), line, Role::Text);
    }
}
