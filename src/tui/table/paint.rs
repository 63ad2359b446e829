//! Drawing a table, and finding what a mouse click hit. Both go by the same [`layout`].

use crate::model::order::InOrder as _;
use ratatui::layout::{Position, Rect};
use std::borrow::Cow;

use super::{Grid, TableState};
use crate::tui::canvas::{Canvas, Role, after, below, cells, left, row as line, width};
use crate::tui::text::{fit, fit_both};

/// Where the columns of a table stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Layout {
    /// The position in the grid, the offset from the left and the width of each column that is drawn.
    pub columns: Vec<(usize, u16, u16)>,
    /// Whether columns are left out before the first one that is not pinned.
    pub more_left: bool,
    /// Whether columns are left out after the last one.
    pub more_right: bool,
    /// The first column after the pinned ones.
    pub first: usize,
}

/// Cells at the left for the cursor's and the mark's sign.
const MARGIN: u16 = 2;

/// What a mouse click hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hit {
    /// The heading of a column, by position in the grid.
    Heading(usize),
    /// A cell: the row among the visible ones, and the column by position in the grid.
    Cell(usize, usize),
}

/// Works out which columns fit into a width so that the cursor's column is among them.
pub(crate) fn layout(grid: &dyn Grid, state: &TableState, total: u16) -> Layout {
    let shown = state.shown(grid);
    let (pinned, others): (Vec<usize>, Vec<usize>) =
        shown.into_iter().partition(|&column| state.is_pinned(grid, column));
    let mut layout = Layout::default();
    let mut x = MARGIN;
    for column in pinned {
        // Names leave most of the room to what stands beside them, unless the planner made them wider.
        let is_name = grid.columns()[column].source.is_some() && !state.chosen.contains_key(&grid.columns()[column].id);
        let most = if is_name { total / 10 * 3 } else { total / 2 };
        let wide = state.width(grid, column).min(most.max(12)).min(total / 2);
        if x + wide > total && x > MARGIN {
            break;
        }
        layout.columns.push((column, x, wide));
        x += wide + 1;
    }
    let room = total.saturating_sub(x);
    // Where not all fit, what is long leaves room for the figures behind it.
    let whole: u32 = others.iter().map(|&column| u32::from(state.width(grid, column)) + 1).sum();
    let width_of = |column: usize| {
        let (wide, spec) = (state.width(grid, column), &grid.columns()[column]);
        let is_long = whole > u32::from(room) && !spec.number && !state.chosen.contains_key(&spec.id);
        if is_long { wide.min((total / 5).max(cells(width(&spec.title)))) } else { wide }
    };
    let at = others.iter().position(|&column| column == state.column);
    let mut first = others.iter().position(|&column| column >= state.first).unwrap_or(0);
    if let Some(at) = at {
        first = first.min(at);
        let reach =
            |first: usize| -> u32 { others[first..=at].iter().map(|&column| u32::from(width_of(column)) + 1).sum() };
        while first < at && reach(first) > u32::from(room) {
            first += 1;
        }
    }
    layout.first = others.get(first).copied().unwrap_or(0);
    layout.more_left = first > 0;
    for &column in others.iter().skip(first) {
        let wide = width_of(column);
        let is_last = others.last() == Some(&column);
        // The last cell is for the sign that there are more.
        let rest = total.saturating_sub(x + u16::from(!is_last));
        // A column of which not even the heading is whole says less than the room that it takes; the first stands there all the same.
        let title = cells(width(&grid.columns()[column].title));
        let least = if others.get(first) == Some(&column) { 4 } else { title.max(4) };
        if rest < wide.min(least) || rest == 0 {
            layout.more_right = true;
            break;
        }
        // The last column of text takes what is left, so that long sentences are not cut where there is room.
        let takes_rest = is_last && !grid.columns()[column].number;
        let wide = if takes_rest && !state.chosen.contains_key(&grid.columns()[column].id) { rest } else { wide };
        layout.columns.push((column, x, wide.min(rest)));
        layout.more_right |= wide > rest;
        x += wide.min(rest) + 1;
    }
    if !layout.more_left && !layout.more_right {
        widen(grid, state, &mut layout, total);
    }
    layout
}

/// Where every column is on the screen, those of which something is cut get the room that is left: first those that miss least,
/// so that as many as possible are whole.
fn widen(grid: &dyn Grid, state: &TableState, layout: &mut Layout, total: u16) {
    let Some(&(last, x, wide)) = layout.columns.last() else { return };
    // The last column of text has all that is left already, and gives away what it does not need.
    let needs = state.width(grid, last) + state.wants(grid, last);
    let mut spare = if wide > needs { wide - needs } else { total.saturating_sub(x + wide) };
    let gives = wide > needs;
    let mut wanting: Vec<(u16, usize)> = (0..layout.columns.len())
        .map(|at| {
            let (column, _, wide) = layout.columns[at];
            (state.wants(grid, column) + state.width(grid, column).saturating_sub(wide), at)
        })
        .filter(|&(wants, at)| wants > 0 && !(gives && at + 1 == layout.columns.len()))
        .collect();
    wanting.order();
    let mut more = vec![0; layout.columns.len()];
    for (wants, at) in wanting {
        more[at] = wants.min(spare);
        spare -= more[at];
    }
    let mut moved = 0;
    for (column, more) in layout.columns.iter_mut().zip(&more) {
        column.1 += moved;
        column.2 += more;
        moved += more;
    }
    if gives && let Some(last) = layout.columns.last_mut() {
        last.2 -= moved;
    }
}

/// Draws a table: headings on the first line, below them a window of rows.
pub(crate) fn paint(canvas: &mut Canvas<'_>, area: Rect, grid: &dyn Grid, state: &TableState) {
    let layout = layout(grid, state, area.width);
    headings(canvas, line(area, 0), grid, state, &layout);
    let body = below(area, 1);
    let top = state.window(usize::from(body.height));
    for y in 0..body.height {
        let at = top + usize::from(y);
        let Some(&row) = state.order.get(at) else { break };
        paint_row(canvas, line(body, y), grid, state, (at, row), &layout);
    }
}

fn headings(canvas: &mut Canvas<'_>, area: Rect, grid: &dyn Grid, state: &TableState, layout: &Layout) {
    for &(column, x, wide) in &layout.columns {
        let spec = &grid.columns()[column];
        let place = left(after(area, x), wide);
        let mut title = spec.title.clone();
        if let Some((key, order)) = state.sorted_by(&spec.id) {
            title.push_str(order.sign(canvas.glyphs));
            if state.sort.len() > 1 {
                title.push_str(&key.to_string());
            }
        }
        let role = if column == state.column { Role::Accent } else { Role::Header };
        if spec.number {
            canvas.right(place, &title, role);
        } else {
            canvas.text(place, &title, role);
        }
    }
    let [less, more] = canvas.glyphs.more();
    if layout.more_left {
        canvas.text(left(after(area, 1), 1), less, Role::Accent);
    }
    if layout.more_right && area.width > 0 {
        canvas.text(after(area, area.width - 1), more, Role::Accent);
    }
}

fn paint_row(
    canvas: &mut Canvas<'_>,
    area: Rect,
    grid: &dyn Grid,
    state: &TableState,
    (at, row): (usize, usize),
    layout: &Layout,
) {
    let here = at == state.row;
    let marked = state.marked.contains(&row);
    if here {
        canvas.text(area, canvas.glyphs.marker(), Role::Accent);
    }
    if marked {
        canvas.text(after(area, 1), "+", Role::Marked);
    }
    for &(column, x, wide) in &layout.columns {
        let place = left(after(area, x), wide);
        let text = told_apart(canvas, grid, state, (at, row), (column, wide));
        let role = match grid.role(row, column) {
            Role::Text if marked => Role::Marked,
            Role::Text if here => Role::Row,
            role => role,
        };
        if grid.columns()[column].number && width(&text) <= usize::from(wide) {
            canvas.right(place, &text, role);
        } else {
            canvas.text(place, &text, role);
        }
        if here && column == state.column {
            canvas.restyle(place, Role::Cursor);
        }
    }
}

/// The narrowest column in which a text is cut in its middle.
const BOTH_ENDS: usize = 14;

/// The text of a cell. One that would be cut to the same as that of the row above or below keeps its end, too.
fn told_apart<'a>(
    canvas: &Canvas<'_>,
    grid: &'a dyn Grid,
    state: &TableState,
    (at, row): (usize, usize),
    (column, wide): (usize, u16),
) -> Cow<'a, str> {
    let (text, wide, mark) = (grid.shown(row, column), usize::from(wide), canvas.glyphs.ellipsis());
    if wide < BOTH_ENDS || width(&text) <= wide || grid.columns()[column].number {
        return text;
    }
    let cut = fit(&text, wide, mark);
    let same = |at: usize| {
        let other = state.order.get(at).map(|&row| grid.shown(row, column));
        other.is_some_and(|other| other != text && fit(&other, wide, mark) == cut)
    };
    if same(at + 1) || at.checked_sub(1).is_some_and(same) { fit_both(&text, wide, mark).into() } else { text }
}

/// Where the cell under the cursor stands in a table's area.
pub(crate) fn cursor_area(grid: &dyn Grid, state: &TableState, area: Rect) -> Option<Rect> {
    let layout = layout(grid, state, area.width);
    let (_, x, wide) = layout.columns.into_iter().find(|(column, ..)| *column == state.column)?;
    let body = below(area, 1);
    let y = state.row.checked_sub(state.window(usize::from(body.height)))?;
    let line = line(body, u16::try_from(y).ok()?);
    (line.height > 0).then(|| left(after(line, x), wide))
}

/// Whether the cell under the cursor is drawn with a part of its text missing.
pub(crate) fn is_cut(grid: &dyn Grid, state: &TableState, total: u16) -> bool {
    let drawn = layout(grid, state, total).columns.into_iter().find(|(column, ..)| *column == state.column);
    let text = state.current().map(|row| grid.shown(row, state.column));
    drawn.zip(text).is_some_and(|((.., wide), text)| width(&text) > usize::from(wide))
}

/// The row, among the visible ones, on a line of a table's area. Above the table it is the one before the window, below it
/// the one after.
pub(crate) fn row_at(state: &TableState, area: Rect, y: u16) -> Option<usize> {
    let height = usize::from(area.height.saturating_sub(1));
    let top = state.window(height);
    let first = area.y + 1;
    let row = if y < first { top.saturating_sub(1) } else { top + usize::from(y - first).min(height) };
    let last = state.order.len().checked_sub(1)?;
    Some(row.min(last))
}

/// What a mouse click in a table's area hit.
pub(crate) fn hit(grid: &dyn Grid, state: &TableState, area: Rect, at: Position) -> Option<Hit> {
    if !area.contains(at) {
        return None;
    }
    let x = at.x - area.x;
    let layout = layout(grid, state, area.width);
    let column = layout
        .columns
        .iter()
        .rev()
        .find(|(_, from, _)| *from <= x)
        .or(layout.columns.first())
        .map(|(column, ..)| *column)?;
    let y = usize::from(at.y - area.y);
    if y == 0 {
        return Some(Hit::Heading(column));
    }
    let row = state.window(usize::from(area.height.saturating_sub(1))) + y - 1;
    (row < state.order.len()).then_some(Hit::Cell(row, column))
}
