//! Tables of what chance does: random draws of the numbers, and candidates that work or fail.

use crate::say;
use rust_decimal::Decimal;

use super::super::document::{Column, Table, Value};
use super::super::number::Figure;
use super::super::words::{FINE, count};
use crate::analyse::outcome_distribution::{Method, OutcomeDistribution, Spread};
use crate::analyse::robust::{Kind, Robustness};
use crate::model::{Case, ServiceIx};

/// The objective of each judged portfolio over the random draws.
pub(super) fn draws(found: &Robustness) -> Table {
    let rows = found.judged.iter().enumerate().filter_map(|(at, name)| {
        let drawn = || found.worlds.iter().filter(|world| world.kind == Kind::Draw);
        let spread = Spread::of(drawn().filter_map(|world| world.portfolios.get(at).map(|it| it.0)).collect())?;
        let keeps = drawn().filter(|world| world.keeps.get(at) == Some(&true)).count();
        let share = Decimal::from(keeps).checked_div(Decimal::from(spread.count));
        Some(vec![
            name.clone().into(),
            spread.count.into(),
            spread.mean.into(),
            spread.error.into(),
            spread.lowest.into(),
            spread.low.into(),
            spread.median.into(),
            spread.high.into(),
            spread.highest.into(),
            share.into(),
            found.worst(at, |world| world.kind == Kind::Draw).map(|worst| worst.0).into(),
        ])
    });
    Table::new(
        "draws",
        say!("chance-objective-over-random"),
        vec![
            Column::words("portfolio", "portfolio"),
            Column::figures("draws", "draws", 0),
            Column::points("mean", "mean"),
            Column::figures("error", "error", FINE),
            Column::points("lowest", "worst"),
            Column::points("low", "5 %"),
            Column::points("median", "median"),
            Column::points("high", "95 %"),
            Column::points("highest", "best"),
            Column::figures("keeps_rules", say!("chance-keeps-rules"), 3),
            Column::points("largest_regret", say!("chance-largest-regret")),
        ],
        rows,
    )
    .note(say!("chance-weights-costs-gains"))
}

fn method(chances: &OutcomeDistribution) -> String {
    match chances.method {
        Method::Exact { outcomes } => format!("exact, {}", count(outcomes, "outcome")),
        Method::Sampled { draws, seed, error } => {
            say!("chance-draws-draws-seed", draws = draws, seed = seed, igure = Figure(error).short(4))
        }
    }
}

/// The objective of each judged portfolio when candidates work or fail by chance.
pub(super) fn chances(found: &Robustness) -> Table {
    let rows = found.judged.iter().zip(&found.chances).map(|(name, chances)| {
        let [low, median, high] = chances.quantiles;
        vec![
            name.clone().into(),
            chances.mean.into(),
            chances.deviation.into(),
            chances.lowest.into(),
            low.into(),
            median.into(),
            high.into(),
            chances.highest.into(),
            chances.as_expected.into(),
            method(chances).into(),
        ]
    });
    Table::new(
        "chances",
        say!("chance-objective-when-candidates"),
        vec![
            Column::words("portfolio", "portfolio"),
            Column::points("mean", "mean"),
            Column::points("deviation", "deviation"),
            Column::points("lowest", "worst"),
            Column::points("low", "5 %"),
            Column::points("median", "median"),
            Column::points("high", "95 %"),
            Column::points("highest", "best"),
            Column::figures("as_planned", say!("chance-planned"), 3),
            Column::words("method", "method"),
        ],
        rows,
    )
    .note(say!("chance-planned-chance-at"))
}

/// The chance of each rung, for every service that a judged portfolio moves.
pub(super) fn rungs(case: &Case, found: &Robustness) -> Table {
    let mut columns = vec![
        Column::words("portfolio", "portfolio"),
        Column::words("service", "service"),
        Column::words("planned", say!("chance-planned-rung")),
        Column::figures("holds", say!("chance-chance-hold"), 3),
        Column::figures("none", say!("compare-no-rung"), 3),
    ];
    columns.extend(case.rungs.iter().map(|rung| Column::figures(rung.id.clone(), rung.name.clone(), 3)));
    columns.push(Column::words("method", "method"));
    let rows = found.judged.iter().zip(&found.chances).flat_map(|(name, chances)| {
        chances.rungs.iter().map(move |service| {
            let planned = service.expected.and_then(|rung| case.rungs.get(rung)).map(|rung| rung.name.clone());
            let mut row: Vec<Value> = vec![
                name.clone().into(),
                case[ServiceIx(service.service)].id.clone().into(),
                planned.into(),
                service.holds.into(),
            ];
            row.extend(service.chances.iter().map(|&chance| Value::from(chance)));
            row.push((if service.exact { "exact" } else { "sampled" }).into());
            row
        })
    });
    Table::new("rungs", say!("chance-chance-each-rung"), columns, rows).note(say!("chance-chance-exactly-this"))
}
