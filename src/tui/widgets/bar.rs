//! Bars drawn to scale.

use ratatui::layout::Rect;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::tui::canvas::{Canvas, Role, after, cells, left};

/// How many of `width` cells a value takes where `full` takes them all; at least one where it is above 0.
pub(crate) fn length(value: Decimal, full: Decimal, width: u16) -> u16 {
    let share = value.checked_div(full).unwrap_or(Decimal::ZERO).clamp(Decimal::ZERO, Decimal::ONE);
    let exact = share * Decimal::from(width);
    let length = exact.round().to_u16().unwrap_or(0).min(width);
    if value > Decimal::ZERO && full > Decimal::ZERO { length.max(1.min(width)) } else { length }
}

/// A bar of one value, with an empty rest.
pub(crate) fn bar(canvas: &mut Canvas<'_>, area: Rect, value: Decimal, full: Decimal, series: usize) {
    stacked(canvas, area, &[(value, series)], full);
    let used = length(value, full, area.width);
    canvas.repeat(left(after(area, used), area.width - used), canvas.glyphs.empty(), Role::Dim);
}

/// A bar of several values, one after the other, each with its series; gives the cells that they took.
pub(crate) fn stacked(canvas: &mut Canvas<'_>, area: Rect, parts: &[(Decimal, usize)], full: Decimal) -> u16 {
    let mut sum = Decimal::ZERO;
    let mut used = 0;
    for &(value, series) in parts {
        sum += value;
        // Ends are rounded, not lengths, so that the whole bar is to scale.
        let end = length(sum, full, area.width).max(used);
        let place = left(after(area, used), end - used);
        canvas.repeat(place, canvas.glyphs.bar(series), Role::Series(series));
        used = end;
    }
    used
}

/// The widest label of a chart, as cells.
pub(crate) fn label_width<'a>(labels: impl Iterator<Item = &'a str>, limit: u16) -> u16 {
    labels.map(crate::tui::text::width).map(cells).max().unwrap_or(0).min(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_to_scale_and_stay_in_their_place() {
        let d = Decimal::from;
        assert_eq!(length(d(50), d(100), 10), 5);
        assert_eq!(length(d(1), d(1000), 10), 1);
        assert_eq!(length(d(0), d(100), 10), 0);
        assert_eq!(length(d(500), d(100), 10), 10);
        assert_eq!(length(d(5), d(0), 10), 0);
        assert_eq!(length(d(-5), d(10), 10), 0);
        assert_eq!(length(d(5), d(10), 0), 0);
    }
}
