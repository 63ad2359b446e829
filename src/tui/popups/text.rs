//! A text to read, which scrolls.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::canvas::{Canvas, centred, row};
use crate::tui::commands::{Binding, Command as C, Run as R, bind};
use crate::tui::text::{cells, wrap};
use crate::tui::theme::Role;
use crate::tui::update::{self, opening, popups};

/// In questions and texts.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::Yes, "yes", &["y", "enter"], 0, R::DoWhich(popups::give_answer)),
    bind(C::No, "no", &["n"], 0, R::DoWhich(popups::give_answer)),
    bind(C::Back, "back", &["esc", "q"], 3, R::Do(opening::close_popup)),
    bind(C::Help, "help", &["?", "f1"], 7, R::It(popups::help)),
    bind(C::Down, "down", &["j", "down"], 0, R::Which(popups::move_on)),
    bind(C::Up, "up", &["k", "up"], 0, R::Which(popups::move_on)),
    bind(C::PageDown, "page-down", &["ctrl-d", "pagedown", "space"], 0, R::Which(popups::move_on)),
    bind(C::PageUp, "page-up", &["ctrl-u", "pageup"], 0, R::Which(popups::move_on)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::Do(update::cancel)),
];

/// A text to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    /// Its heading.
    pub title: String,
    /// The text; line breaks part paragraphs.
    pub body: String,
    /// The first line that is shown.
    pub top: usize,
}

impl Text {
    /// Scrolls by so many lines.
    pub fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by);
    }
}

/// Draws it.
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
