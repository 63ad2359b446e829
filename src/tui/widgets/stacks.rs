//! Stacked bars with a name before and figures after each: spending over the years, who pays for what.

use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::bar::{label_width, stacked};
use super::number::money;
use crate::model::{Case, Portfolio};
use crate::tui::canvas::{Canvas, Role, after, below, cells, left, row, width};

/// Stacked bars.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Stacks {
    /// What they show.
    pub title: String,
    /// Names of the parts.
    pub series: Vec<String>,
    /// The bars.
    pub rows: Vec<Stack>,
    /// The one under the cursor.
    pub cursor: Option<usize>,
}

/// A stacked bar.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stack {
    pub name: String,
    /// Its parts, one for each series.
    pub parts: Vec<Decimal>,
    /// The figures after it.
    pub text: String,
}

/// What a portfolio spends in each year, by ministry.
pub(crate) fn spending(case: &Case, portfolio: &Portfolio) -> Stacks {
    let evaluation = crate::measure::evaluate(case, portfolio);
    let rows = case.years().enumerate().map(|(at, year)| {
        let of = |years: &Vec<crate::measure::YearSpending>| years.get(at).map_or(Decimal::ZERO, |year| year.spent);
        let parts: Vec<Decimal> = evaluation.spending.iter().map(of).collect();
        let text = parts.iter().map(|part| money(*part)).collect::<Vec<_>>().join(" + ");
        Stack { name: year.to_string(), parts, text }
    });
    let series = case.ministries.iter().map(|ministry| ministry.name.clone());
    Stacks { title: String::new(), series: series.collect(), rows: rows.collect(), cursor: None }
}

/// The fewest cells of a bar where all that is written around it stands whole.
const BARS: u16 = 12;

/// Draws them: a legend, then a bar on each line.
pub(crate) fn stacks(canvas: &mut Canvas<'_>, area: Rect, of: &Stacks) {
    let mut used = canvas.text(area, &of.title, Role::Dim) + 3;
    for (at, name) in of.series.iter().enumerate() {
        if used + cells(width(name)) + 3 > area.width {
            break;
        }
        let pieces = [(canvas.glyphs.bar(at), Role::Series(at)), (" ", Role::Text), (name.as_str(), Role::Text)];
        used += canvas.pieces(after(row(area, 0), used), &pieces) + 2;
    }
    let widths = |most: u16| {
        let names = label_width(of.rows.iter().map(|row| row.name.as_str()), most);
        (names, label_width(of.rows.iter().map(|row| row.text.as_str()), most))
    };
    // What is written stands whole where that leaves enough for the bars.
    let (names, texts) = match widths(area.width) {
        (names, texts) if names + texts + BARS <= area.width => (names, texts),
        _ => widths(area.width / 3),
    };
    let full = of.rows.iter().map(|row| row.parts.iter().sum::<Decimal>()).max().unwrap_or_default();
    let body = below(area, 1);
    let top = of.cursor.map_or(0, |at| (at + 1).saturating_sub(usize::from(body.height)));
    for (y, (at, stack)) in (0..body.height).zip(of.rows.iter().enumerate().skip(top)) {
        let line = row(body, y);
        let role = if of.cursor == Some(at) { Role::Row } else { Role::Text };
        canvas.text(left(line, names), &stack.name, role);
        let place = after(line, names + 1);
        let place = left(place, place.width.saturating_sub(texts + 1));
        let parts: Vec<(Decimal, usize)> = stack.parts.iter().copied().zip(0..).collect();
        stacked(canvas, place, &parts, full);
        canvas.text(after(line, names + place.width + 2), &stack.text, Role::Dim);
    }
}
