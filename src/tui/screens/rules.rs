//! Rules.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::canvas::Canvas;
use crate::tui::commands::Command;
use crate::tui::document::Document;
use crate::tui::event::Effect;
use crate::tui::table::Grid;

/// The cells of the table; none while there is nothing to show.
pub(crate) fn grid<'a>(_app: &'a App, _document: &'a Document) -> Option<Box<dyn Grid + 'a>> {
    None
}

/// Where the table stands.
pub(crate) fn table_area(body: Rect) -> Rect {
    body
}

/// What the screen does with a command.
pub(crate) fn command(_app: &mut App, _command: Command) -> Option<Vec<Effect>> {
    None
}

/// Draws the screen.
pub(crate) fn draw(_app: &App, _document: &Document, _canvas: &mut Canvas<'_>, _body: Rect) {}
