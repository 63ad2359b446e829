//! The control ladder of a service, drawn to scale from 0 to 100 %, with its steps and where the service stands.

use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::bar::length;
use super::number::plain;
use crate::measure::Step;
use crate::tui::canvas::{Canvas, Glyphs, Role, after, cell, left, row};

/// A place on the ladder: its label, its control, how it looks.
pub(crate) struct Stand<'a> {
    /// The letter that marks it.
    pub sign: &'a str,
    pub control: Decimal,
    /// How it looks.
    pub role: Role,
}

/// The ladder on one line of this many cells, drawn to scale: its steps, where the service stands without and with a portfolio,
/// and the way between.
pub(crate) fn strip(glyphs: Glyphs, wide: u16, steps: &[Step], before: Decimal, after: Option<Decimal>) -> String {
    let last = wide.saturating_sub(1);
    let at = |control: Decimal| usize::from(length(control, Decimal::ONE_HUNDRED, last));
    let mut cells: Vec<&str> = vec![glyphs.empty(); usize::from(wide)];
    let (from, to) = (at(before), after.map_or(at(before), at));
    for cell in cells.iter_mut().take(from.max(to)).skip(from.min(to)) {
        *cell = glyphs.horizontal();
    }
    for step in steps {
        cells[at(step.at_least)] = glyphs.vertical();
    }
    cells[from] = glyphs.no();
    if after.is_some() {
        cells[to] = glyphs.yes();
    }
    cells.concat()
}

/// Draws the names of the steps over the scale where there is room for them, each from where it begins.
pub(crate) fn names(canvas: &mut Canvas<'_>, area: Rect, steps: &[Step], name: impl Fn(&Step) -> String) {
    let wide = area.width.saturating_sub(1);
    let ends: Vec<u16> = steps.iter().map(|step| length(step.at_least, Decimal::ONE_HUNDRED, wide)).collect();
    for (at, step) in steps.iter().enumerate() {
        let room = ends.get(at + 1).copied().unwrap_or(area.width).saturating_sub(ends[at] + 1);
        canvas.text(left(after(row(area, 0), ends[at]), room), &name(step), Role::Dim);
    }
}

/// Draws the scale on the first line, the power of each step on the second, and a line for each stand below.
pub(crate) fn ladder(canvas: &mut Canvas<'_>, area: Rect, steps: &[Step], stands: &[Stand<'_>]) {
    if area.width < 10 || area.height == 0 {
        return;
    }
    let full = Decimal::ONE_HUNDRED;
    let wide = area.width - 1;
    canvas.repeat(row(area, 1), canvas.glyphs.horizontal(), Role::Line);
    let mut free = 0;
    for step in steps {
        let x = length(step.at_least, full, wide);
        canvas.text(cell(row(area, 1), x), if canvas.glyphs.horizontal() == "-" { "+" } else { "┼" }, Role::Text);
        let label = plain(step.at_least);
        if x >= free && x + super::super::text::cells(label.len()) <= area.width {
            canvas.text(after(row(area, 0), x), &label, Role::Dim);
            free = x + super::super::text::cells(label.len()) + 1;
        }
    }
    for (y, stand) in (2..area.height).zip(stands) {
        let x = length(stand.control, full, wide);
        let line = row(area, y);
        canvas.repeat(left(line, x), canvas.glyphs.bar(0), stand.role);
        canvas.text(after(line, x), stand.sign, stand.role);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_is_to_scale_and_says_all_without_colour() {
        let step = |at_least: i64| Step { at_least: at_least.into(), power: Decimal::ONE, rung: None };
        let steps = [step(10), step(50)];
        let strip =
            |before: i64, after: Option<i64>| strip(Glyphs::Ascii, 21, &steps, before.into(), after.map(Decimal::from));
        assert_eq!(strip(25, Some(75)), "..|..o----|----*.....");
        assert_eq!(strip(0, None), "o.|.......|..........");
        assert_eq!(strip(100, Some(100)), "..|.......|.........*");
        assert_eq!(strip(10, Some(10)), "..*.......|..........");
    }
}
