//! A heat map: a number in each cell with a bar whose length and colour say how large it is.

use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::bar::length;
use super::number::fixed;
use crate::tui::canvas::{Canvas, Role, after, below, cells, left, row, width};

/// A heat map.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Heat {
    /// What the cells are.
    pub title: String,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Names of the rows, and their cells; a cell without a number has none.
    pub rows: Vec<(String, Vec<Option<Decimal>>)>,
    /// What stands where there is no number.
    pub none: String,
    /// The row under the cursor.
    pub cursor: Option<usize>,
}

/// Cells that a number takes.
const NUMBER: u16 = 8;

/// Draws it, with the cursor's row in sight.
pub(crate) fn heat(canvas: &mut Canvas<'_>, area: Rect, heat: &Heat) {
    if area.height < 3 || heat.columns.is_empty() {
        return;
    }
    let names = heat.rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    let names = cells(names).clamp(8, area.width / 3);
    let count = cells(heat.columns.len());
    let each = (area.width.saturating_sub(names + 1) / count.max(1)).min(40);
    if each < NUMBER + 2 {
        return;
    }
    let place = |line: Rect, column: usize| left(after(line, names + 1 + cells(column) * each), each - 1);
    canvas.text(left(area, names), &heat.title, Role::Dim);
    for (at, name) in heat.columns.iter().enumerate() {
        canvas.text(place(row(area, 0), at), name, Role::Header);
    }
    let full = heat.rows.iter().flat_map(|(_, cells)| cells.iter().flatten()).max().copied().unwrap_or_default();
    let body = below(area, 1);
    let height = usize::from(body.height);
    let top = heat.cursor.map_or(0, |at| (at + 1).saturating_sub(height));
    for (y, (at, (name, values))) in (0..body.height).zip(heat.rows.iter().enumerate().skip(top)) {
        let line = row(body, y);
        let role = if heat.cursor == Some(at) { Role::Row } else { Role::Text };
        canvas.text(left(line, names), name, role);
        for (column, value) in values.iter().enumerate().take(heat.columns.len()) {
            draw_cell(canvas, place(line, column), *value, full, &heat.none);
        }
    }
}

fn draw_cell(canvas: &mut Canvas<'_>, area: Rect, value: Option<Decimal>, full: Decimal, none: &str) {
    let Some(value) = value else {
        canvas.text(area, none, Role::Dim);
        return;
    };
    let third = full / Decimal::from(3);
    let (role, series) = match value {
        value if value <= third => (Role::Good, 3),
        value if value <= third + third => (Role::Warn, 1),
        _ => (Role::Bad, 0),
    };
    canvas.right(left(area, NUMBER), &fixed(value, 3), if value.is_zero() { Role::Good } else { Role::Text });
    let bar = after(area, NUMBER + 1);
    canvas.repeat(left(bar, length(value.max(Decimal::ZERO), full, bar.width)), canvas.glyphs.bar(series), role);
}
