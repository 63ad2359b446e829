//! Importance: bars of replacement costs and prices, and what is left as the money shrinks.

use crate::messages;
use crate::say;
use rust_decimal::Decimal;

use super::parts::{Bars, Picture, bar_text, figure, word};
use super::runs::ShownRun;
use crate::analyse::Outcome;
use crate::analyse::importance::{Worth, told};
use crate::model::Case;
use crate::report::{Table, Value};
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::number::plain;
use crate::tui::widgets::plot::Plot;

pub(super) fn portfolio<'a>(case: &Case, worth: &'a Worth, table: &Table, row: usize) -> Option<(String, &'a Outcome)> {
    match table.key {
        "candidates" => {
            let id = word(table, row, "candidate");
            let candidate = case.candidate_by_id(id)?;
            let forced = worth.candidates.iter().find(|forced| forced.candidate == candidate.0)?;
            let title = if forced.chosen {
                say!("importance-best-portfolio-without-id", id = id)
            } else {
                say!("importance-best-portfolio-with-id", id = id)
            };
            Some((title, &forced.otherwise))
        }
        "rules" => {
            let wanted = word(table, row, "rule");
            let (_, outcome) = worth.rules.iter().find(|(rule, _)| told(case, *rule) == wanted)?;
            Some((say!("importance-best-portfolio-without", wanted = wanted), outcome))
        }
        _ => {
            let cut = worth.funding.get(row)?;
            Some((say!("importance-what-kept-plain", budget = plain(cut.budget)), &cut.best))
        }
    }
}

/// What is left as the money shrinks.
pub(super) fn picture(shown: ShownRun<'_>, worth: &Worth, key: &str, cursor: Option<usize>) -> Option<Picture> {
    if key != "funding" {
        return None;
    }
    let points: Vec<_> = worth.funding.iter().filter_map(|cut| Some((cut.budget, cut.best.objective?))).collect();
    let mut stair = points.clone();
    stair.reverse();
    let here = cursor.and_then(|row| worth.funding.get(row));
    Some(Picture::Plot(Plot {
        across: say!("importance-budget-left-money", money_unit = shown.run.case.money_unit()),
        up: say!("importance-objective-kept"),
        stairs: vec![stair],
        cursor: here.and_then(|cut| Some((cut.budget, cut.best.objective?))),
        ..Plot::default()
    }))
}

/// Bars of replacement costs and prices.
pub(super) fn bars(table: &Table, glyphs: Glyphs) -> Option<Bars> {
    let (key, before, title, help) = match table.key {
        "candidates" => ("replacement_cost", 2, say!("importance-lost"), say!("importance-objective-loses-one-forced")),
        "rules" => ("price", 1, say!("importance-price"), say!("importance-objective-gains-without-one")),
        _ => return None,
    };
    let full = (0..table.rows.len()).filter_map(|row| figure(table, row, key)).max().unwrap_or_default();
    let cells = (0..table.rows.len()).map(|row| {
        let chosen = table.rows[row].contains(&Value::Flag(true));
        match (word(table, row, "verdict"), figure(table, row, key)) {
            ("irreplaceable", _) => (messages::word("irreplaceable"), Role::Bad),
            (_, None) => (String::new(), Role::Dim),
            (_, Some(value)) if value < Decimal::ZERO => (say!("importance-undoes-lock"), Role::Warn),
            // Those in it and those out of it differ in shape too.
            (_, Some(value)) => {
                let series = usize::from(table.key == "candidates" && !chosen);
                (bar_text(value, full, series, glyphs), Role::Series(series))
            }
        }
    });
    let cells = cells.collect();
    Some(Bars { before, title, help, cells })
}
