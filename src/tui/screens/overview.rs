//! Overview: the case at a glance.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::canvas::{Canvas, inner, row};
use crate::tui::commands::Command;
use crate::tui::document::Document;
use crate::tui::event::Effect;
use crate::tui::theme::Role;

/// What the screen does with a command.
pub(crate) fn command(_app: &mut App, _command: Command) -> Option<Vec<Effect>> {
    None
}

/// Draws the screen.
pub(crate) fn draw(_app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let area = inner(body);
    canvas.text(row(area, 0), &document.case().title, Role::Accent);
}
