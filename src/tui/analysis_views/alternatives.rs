//! Alternatives: what the one under the cursor spends by year and ministry, and how far each domain can go.

use super::parts::{BAR, Bars, Picture, figure};
use crate::analyse::Outcome;
use crate::analyse::alternatives::Others;
use crate::model::Case;
use crate::report::Table;
use crate::say;
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::stacks::{Stacks, spending};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

pub(super) fn portfolio<'a>(others: &'a Others, key: &str, row: usize) -> Option<(String, &'a Outcome)> {
    match (key, row) {
        ("next", 0) => Some((say!("alternatives-best-portfolio-2"), &others.best)),
        ("next", row) => Some((say!("alternatives-nth", row = row), others.next.get(row - 1)?)),
        ("different", 0) => Some((say!("alternatives-most-different-portfolio-2"), others.different.as_ref()?)),
        ("spread", row) => Some((say!("spread-member", number = row + 1), others.spread.as_ref()?.members.get(row)?)),
        _ => None,
    }
}

/// What the alternative under the cursor spends.
pub(super) fn picture(case: &Case, others: &Others, key: &str, cursor: Option<usize>) -> Option<Picture> {
    let (name, outcome) = portfolio(others, key, cursor?)?;
    outcome.objective?;
    Some(Picture::Stacks(Stacks {
        title: say!("alternatives-name-spending-year", name = name),
        ..spending(case, &outcome.picks.portfolio())
    }))
}

/// Bars: how far each portfolio stays behind; where the spending of each domain can go.
pub(super) fn bars(others: &Others, table: &Table, glyphs: Glyphs) -> Option<Bars> {
    match table.key {
        "domains" => Some(ranges(table, glyphs)),
        "next" => {
            let full = others.best.objective?;
            let cells = (0..table.rows.len()).map(|row| {
                let value = figure(table, row, "objective").unwrap_or_default();
                (super::parts::bar_text(value, full, 0, glyphs), Role::Series(0))
            });
            let cells = cells.collect();
            Some(Bars {
                before: 2,
                title: say!("alternatives-best"),
                help: say!("alternatives-objective-beside-best-portfolio"),
                cells,
            })
        }
        _ => None,
    }
}

/// From the least to the most that a domain can get, with what the best portfolio gives it.
fn ranges(table: &Table, glyphs: Glyphs) -> Bars {
    let value = |row: usize, key: &str| figure(table, row, key).unwrap_or_default();
    let full = (0..table.rows.len()).map(|row| value(row, "spending_high")).max().unwrap_or_default();
    let last = Decimal::from(BAR - 1);
    let place = |value: Decimal| {
        let share = value.checked_div(full).unwrap_or_default().clamp(Decimal::ZERO, Decimal::ONE);
        (share * last).round().to_usize().unwrap_or(0)
    };
    let cells = (0..table.rows.len()).map(|row| {
        let (low, high) = (place(value(row, "spending_low")), place(value(row, "spending_high")));
        let best = place(value(row, "spending_best"));
        let sign = |at: usize| match at {
            at if at == best => glyphs.yes(),
            at if (low..=high).contains(&at) => glyphs.bar(1),
            _ => glyphs.empty(),
        };
        ((0..BAR).map(sign).collect(), Role::Series(0))
    });
    let cells = cells.collect();
    Bars { before: 1, title: say!("alternatives-range"), help: say!("alternatives-from-least-most-spending"), cells }
}
