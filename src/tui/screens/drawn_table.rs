//! A table on a screen, with a line about the column under the cursor.

use crate::say;
use crate::tui::canvas::{Canvas, Role, after, below, inner, row, top};
use crate::tui::state::{App, TableKey};
use crate::tui::table::{Grid, TableState, Total, paint};
use crate::tui::widgets::number::plain;
use ratatui::layout::Rect;

/// Draws a line below a table; gives what is left of the body below that.
pub(crate) fn line_below(canvas: &mut Canvas<'_>, body: Rect, table: Rect) -> Rect {
    let rest = below(body, table.y - body.y + table.height);
    canvas.repeat(row(rest, 0), canvas.glyphs.horizontal(), Role::Line);
    below(rest, 1)
}

/// Draws a table in an area, with the totals of the cursor's column below it, or what belongs there while it is empty.
pub(crate) fn draw_table(app: &App, canvas: &mut Canvas<'_>, area: Rect, key: TableKey, empty: &str) {
    let Some(grid) = app.grid(key) else {
        canvas.paragraph(inner(area), &app.said(empty), Role::Dim);
        return;
    };
    let state = app.table_state(key);
    let foot = row(area, area.height.saturating_sub(1));
    let body = top(area, area.height.saturating_sub(1));
    paint(canvas, body, grid.as_ref(), &state);
    if grid.rows() == 0 {
        canvas.paragraph(inner(below(body, 1)), &app.said(empty), Role::Dim);
    } else if state.order.is_empty() {
        let text = say!("screens-no-row-matches", filter = state.filter);
        canvas.paragraph(inner(below(body, 1)), &app.said(&text), Role::Dim);
    }
    draw_totals(canvas, foot, grid.as_ref(), &state);
}

/// The line below a table: how many rows, and what the cursor's column adds up to.
fn draw_totals(canvas: &mut Canvas<'_>, area: Rect, grid: &dyn Grid, state: &TableState) {
    let totals = &state.totals;
    let at = if state.order.is_empty() { 0 } else { state.row + 1 };
    let mut text = say!("budgets-of", part = at, whole = state.order.len());
    if state.order.len() < grid.rows() {
        text.push_str(&say!("screens-shown-rows-all", rows = grid.rows()));
    }
    if !state.marked.is_empty() {
        text += &say!("screens-marked", marked = state.marked.len());
    }
    let used = canvas.text(area, &text, Role::Dim);
    let mut rest = after(area, used + 3);
    if !state.filter.is_empty() {
        let used = canvas.pieces(rest, &[(&say!("screens-filter"), Role::Dim), (&state.filter, Role::Warn)]);
        rest = after(rest, used + 3);
    }
    let column = grid.columns().get(state.column).filter(|column| column.total != Total::Mixed);
    if let (Some(column), Some(min), Some(max)) = (column.filter(|column| column.number), totals.min, totals.max) {
        let count =
            if totals.numbers == totals.rows { String::new() } else { say!("screens-count", count = totals.numbers) };
        let rows = state.looked_at();
        let sum = if column.total == Total::Sum { say!("screens-sum", sum = plain(totals.sum)) } else { String::new() };
        let text = grid.sum_words(&rows, state.column).unwrap_or_else(|| {
            say!(
                "screens-title-count-sum",
                title = column.title,
                count = count,
                sum = sum,
                least = plain(min),
                most = plain(max)
            )
        });
        canvas.right(rest, &text, Role::Dim);
    }
}
