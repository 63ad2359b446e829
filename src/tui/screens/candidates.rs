//! Candidates: every column of the file, whether each is in the recommended and in the own portfolio, and its worth.

use ratatui::layout::Rect;

use super::{TableKey, draw_table};
use crate::model::schema::TableId;
use crate::tui::app::App;
use crate::tui::canvas::Canvas;
use crate::tui::document::Document;

const EMPTY: &str = "Here belong the investments that could be made, one row each: what it costs, who may pay, when it may start. \
                     `a` adds the first, `e` shows all its fields as a form, and pasted rows of a spreadsheet are added too. \
                     What a candidate does is in its effects: `e` on its row.";

/// Draws the screen.
pub(crate) fn draw(app: &App, _document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    draw_table(app, canvas, body, TableKey::Sheet(TableId::Candidates), EMPTY);
}
