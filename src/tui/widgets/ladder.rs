//! The control ladder of a service, drawn to scale from 0 to 100 %, with its steps and where the service stands.

use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::bar::length;
use super::number::plain;
use crate::measure::Step;
use crate::tui::canvas::{Canvas, after, cell, left, row};
use crate::tui::theme::Role;

/// A place on the ladder: its label, its control, how it looks.
pub(crate) struct Stand<'a> {
    /// The letter that marks it.
    pub sign: &'a str,
    /// The control in %.
    pub control: Decimal,
    /// How it looks.
    pub role: Role,
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
