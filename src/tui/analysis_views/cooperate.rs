//! Cooperation: what each way to act reaches, and who pays for it.

use crate::say;
use rust_decimal::Decimal;

use super::parts::{Bars, Picture, bar_text, figure};
use crate::analyse::Outcome;
use crate::analyse::cooperate::Cooperation;
use crate::model::Case;
use crate::report::Table;
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::number::{money, signed};
use crate::tui::widgets::stacks::{Stack, Stacks};

pub(super) fn portfolio<'a>(found: &'a Cooperation, key: &str, row: usize) -> Option<(String, &'a Outcome)> {
    let way = found.ways.get(row).filter(|_| key == "ways")?;
    Some((say!("cooperate-portfolio-way", way = way.name), &way.outcome))
}

/// What each way costs whom, and the joint points that it reaches.
pub(super) fn picture(case: &Case, found: &Cooperation, key: &str, cursor: Option<usize>) -> Option<Picture> {
    if key != "ways" {
        return None;
    }
    let rows = found.ways.iter().filter_map(|way| {
        let whole: Decimal = way.paid.iter().sum();
        let text =
            say!("cooperate-objective-points-whole", objective = signed(way.objective?, 2), whole = money(whole));
        Some(Stack { name: way.name.clone(), parts: way.paid.clone(), text })
    });
    Some(Picture::Stacks(Stacks {
        title: say!("cooperate-who-pays-money", money_unit = case.money_unit()),
        series: case.ministries.iter().map(|ministry| ministry.name.clone()).collect(),
        rows: rows.collect(),
        cursor,
    }))
}

/// Bars of joint points, of Shapley values and of what coalitions reach.
pub(super) fn bars(table: &Table, glyphs: Glyphs) -> Option<Bars> {
    let (key, title, help) = match table.key {
        "ways" => ("objective", say!("cooperate-joint"), say!("cooperate-joint-objective-each-way")),
        "division" => ("shapley", say!("cooperate-fair-share"), say!("cooperate-shapley-value-mean-contribution")),
        "coalitions" => ("worth", say!("cooperate-worth"), say!("cooperate-joint-objective-coalition-s")),
        _ => return None,
    };
    let values: Vec<_> = (0..table.rows.len()).map(|row| figure(table, row, key)).collect();
    let full = values.iter().flatten().max().copied().unwrap_or_default();
    let cells = values.iter().map(|value| match value {
        Some(value) => (bar_text(*value, full, 0, glyphs), Role::Series(0)),
        None => (String::new(), Role::Dim),
    });
    let cells = cells.collect();
    Some(Bars { before: 1, title, help, cells })
}
