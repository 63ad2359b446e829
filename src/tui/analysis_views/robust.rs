//! Robustness: core-index bars, the regret of each portfolio in each world, and who is in where.

use crate::analyse::robust::MINIMAX;
use crate::messages;
use crate::model::order::InOrder as _;
use crate::say;
use rust_decimal::Decimal;

use super::parts::{Bars, Picture, bar_text, figure, word};
use crate::analyse::Outcome;
use crate::analyse::robust::{Kind, Robustness};
use crate::model::Case;
use crate::report::{self, Column, Table, Value};
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::heat::Heat;
use crate::tui::widgets::plot::Plot;

pub(super) fn portfolio<'a>(
    case: &Case,
    found: &'a Robustness,
    key: &str,
    row: usize,
) -> Option<(String, &'a Outcome)> {
    match key {
        "worlds" => {
            let world = found.worlds.get(row)?;
            Some((say!("robust-best-portfolio-world", world = world.called(case)), &world.best))
        }
        "voice" => {
            let stretch = found.voice.get(row)?;
            Some((say!("robust-best-portfolio-from", stretch = stretch.from.normalize()), &stretch.best))
        }
        "portfolios" => {
            Some((say!("robust-judged-portfolio", judged = found.judged.get(row)?), found.portfolios.get(row)?))
        }
        _ => None,
    }
}

/// The regret of each judged portfolio in each world; the objective over the voice.
pub(super) fn picture(case: &Case, found: &Robustness, key: &str, cursor: Option<usize>) -> Option<Picture> {
    match key {
        "worlds" => {
            let rows = found.worlds.iter().map(|world| {
                let regrets = world.portfolios.iter().map(|(_, regret)| *regret);
                (world.called(case), regrets.collect())
            });
            let columns = found
                .judged
                .iter()
                .map(|name| if name == MINIMAX { say!("robust-least-regret") } else { messages::word(name) });
            Some(Picture::Heat(Heat {
                title: say!("robust-regret-in"),
                columns: columns.collect(),
                rows: rows.collect(),
                none: messages::word("breaks rules"),
                cursor,
            }))
        }
        "voice" => {
            let points = found.voice.iter().filter_map(|stretch| Some((stretch.from, stretch.best.objective?)));
            let mut stair: Vec<_> = points.collect();
            let last = found.voice.last()?;
            stair.push((last.to, last.best.objective?));
            let here = cursor.and_then(|row| found.voice.get(row));
            Some(Picture::Plot(Plot {
                across: say!("robust-part-all-voices"),
                up: say!("robust-best-objective-beginning-each"),
                stairs: vec![stair],
                cursor: here.and_then(|stretch| Some((stretch.from, stretch.best.objective?))),
                ..Plot::default()
            }))
        }
        _ => None,
    }
}

/// Bars of core indices and of chances.
pub(super) fn bars(_found: &Robustness, table: &Table, glyphs: Glyphs) -> Option<Bars> {
    if table.key != "rungs" {
        return core_bars(table, glyphs);
    }
    let cells = (0..table.rows.len()).map(|row| {
        let holds = figure(table, row, "holds").unwrap_or_default();
        let (series, role) = if holds == Decimal::ONE { (0, Role::Good) } else { (1, Role::Warn) };
        (bar_text(holds, Decimal::ONE, series, glyphs), role)
    });
    let cells = cells.collect();
    Some(Bars { before: 3, title: say!("robust-holds"), help: say!("robust-chance-hold-least-planned"), cells })
}

/// Bars of core indices: core, borderline and exterior differ in word, shape and colour.
pub(super) fn core_bars(table: &Table, glyphs: Glyphs) -> Option<Bars> {
    if table.key != "core" {
        return None;
    }
    let cells = (0..table.rows.len()).map(|row| {
        let share = figure(table, row, "core_index").unwrap_or_default();
        let (series, role) = match word(table, row, "verdict") {
            "core" => (0, Role::Good),
            "borderline" => (1, Role::Warn),
            _ => (3, Role::Dim),
        };
        (bar_text(share, Decimal::ONE, series, glyphs), role)
    });
    let cells = cells.collect();
    Some(Bars { before: 1, title: say!("robust-core-index-2"), help: say!("robust-which-part-best-portfolios"), cells })
}

/// The most worlds that have a column of their own.
const WORLDS: usize = 24;

/// Who is in the best portfolio of which world: the case and its scenarios, candidates that are in some and not in all first.
pub(super) fn presence(case: &Case, found: &Robustness) -> Table {
    let worlds: Vec<_> = found
        .worlds
        .iter()
        .filter(|world| world.kind != Kind::Draw && world.best.objective.is_some())
        .take(WORLDS)
        .collect();
    let mut counted: Vec<_> = case
        .candidate_ixs()
        .map(|ix| (ix, worlds.iter().filter(|world| world.best.picks.contains(ix)).count()))
        .filter(|(_, count)| *count > 0)
        .collect();
    counted.order_by_key(|&(ix, count)| (count == worlds.len(), std::cmp::Reverse(count), ix));
    Table::of("presence", say!("robust-who-where"), counted)
        .words("candidate", |&(ix, _)| Value::named(&case[ix].id, &case[ix].name))
        .figures("worlds", 0, |&(_, count)| count)
        .each(worlds, |table, world| {
            let column =
                Column::new(format!("in_{}", world.name), case.scenario_name(&world.name), report::Kind::Words);
            table.column(column, |&(ix, _)| world.best.picks.contains(ix))
        })
        .note(say!("robust-best-portfolio-case"))
}
