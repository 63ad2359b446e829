//! Where the body of the screen stands: between the tabs and the footer, or the tour above it.

use ratatui::layout::Rect;

use super::app::App;

/// Lines that the tour takes.
pub(super) const TOUR: u16 = 5;

/// Where the body of the screen stands.
pub(crate) fn body(app: &App) -> Rect {
    body_of(Rect { x: 0, y: 0, width: app.size.0, height: app.size.1 }, app.tour.is_some())
}

pub(super) fn body_of(area: Rect, tour: bool) -> Rect {
    let foot = if tour { 2 + TOUR } else { 2 };
    Rect { y: area.y + 2.min(area.height), height: area.height.saturating_sub(2 + foot), ..area }
}
