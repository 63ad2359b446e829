//! Tables of what chance does: random draws of the numbers, and candidates that work or fail.

use super::super::document;
use super::prelude::*;
use crate::analyse::outcome_distribution::{Method, OutcomeDistribution, Spread};
use crate::analyse::robust::{Kind, Robustness};

/// The objective of each judged portfolio over the random draws.
pub(super) fn draws(found: &Robustness) -> Table {
    let drawn = || found.worlds.iter().filter(|world| world.kind == Kind::Draw);
    let spread = |at: usize| Spread::of(drawn().filter_map(|world| world.portfolios.get(at).map(|it| it.0)).collect());
    let rows = found.judged.iter().enumerate().filter_map(|(at, name)| Some((at, name, spread(at)?)));
    let keeps = |at: usize| drawn().filter(|world| world.keeps.get(at) == Some(&true)).count();
    Table::of("draws", say!("chance-objective-over-random"), rows)
        .words("portfolio", |(_, name, _)| Value::Word((*name).clone()))
        .figures("draws", 0, |(.., spread)| spread.count)
        .points("mean", |(.., spread)| spread.mean)
        .figures("error", FINE, |(.., spread)| spread.error)
        .points("lowest", |(.., spread)| spread.lowest)
        .points("low", |(.., spread)| spread.low)
        .points("median", |(.., spread)| spread.median)
        .points("high", |(.., spread)| spread.high)
        .points("highest", |(.., spread)| spread.highest)
        .figures("keeps_rules", 3, |(at, _, spread)| Decimal::from(keeps(*at)).checked_div(Decimal::from(spread.count)))
        .points("largest_regret", |(at, ..)| {
            found.worst(*at, |world| world.kind == Kind::Draw).and_then(|worst| regret_in(found, *at, worst.1))
        })
        .note(say!("chance-weights-costs-gains"))
}

fn method(chances: &OutcomeDistribution) -> String {
    match chances.method {
        Method::Exact { outcomes } => say!("chance-exact-outcomes", outcomes = outcomes),
        Method::Sampled { draws, seed, error } => {
            say!("chance-draws-draws-seed", draws = draws, seed = seed, error = Figure(error).short(4))
        }
    }
}

/// The objective of each judged portfolio when candidates work or fail by chance.
pub(super) fn chances(found: &Robustness) -> Table {
    Table::of("chances", say!("chance-objective-when-candidates"), found.judged.iter().zip(&found.chances))
        .words("portfolio", |(name, _)| Value::Word((*name).clone()))
        .points("mean", |(_, it)| it.mean)
        .points("deviation", |(_, it)| it.deviation)
        .points("lowest", |(_, it)| it.lowest)
        .points("low", |(_, it)| it.quantiles[0])
        .points("median", |(_, it)| it.quantiles[1])
        .points("high", |(_, it)| it.quantiles[2])
        .points("highest", |(_, it)| it.highest)
        .figures("as_planned", 3, |(_, it)| it.as_expected)
        .words("method", |(_, it)| method(it))
        .note(say!("chance-planned-chance-at"))
}

/// The chance of each rung, for every service that a judged portfolio moves.
pub(super) fn rungs(case: &Case, found: &Robustness) -> Table {
    let rows = found.judged.iter().zip(&found.chances);
    let rows = rows.flat_map(|(name, chances)| chances.rungs.iter().map(move |service| (name, service)));
    let heads = case.rungs.iter().map(|rung| Column::new(&rung.id, &rung.name, document::Kind::Figures(3)));
    let heads = std::iter::once(Column::of("none", document::Kind::Figures(3))).chain(heads).enumerate();
    Table::of("rungs", say!("chance-chance-each-rung"), rows)
        .words("portfolio", |(name, _)| Value::Word((*name).clone()))
        .words("service", |(_, it)| {
            let service = &case[ServiceIx(it.service)];
            Value::named(&service.id, &service.name)
        })
        .words("planned", |(_, it)| it.expected.and_then(|rung| case.rungs.get(rung)).map(|rung| rung.name.clone()))
        .figures("holds", 3, |(_, it)| it.holds)
        .each(heads, |table, (at, head)| table.column(head, |(_, it)| it.chances.get(at).copied()))
        .words("method", |(_, it)| if it.exact { "exact" } else { "sampled" })
        .note(say!("chance-chance-exactly-this"))
}

/// The regret of a judged portfolio in the world of this name, as it stands beside the two figures that it is between.
pub(super) fn regret_in(found: &Robustness, at: usize, name: &str) -> Option<Value> {
    let world = found.worlds.iter().find(|world| world.name == name)?;
    let reached = world.portfolios.get(at)?.0;
    Some(Value::difference(world.best.objective?.max(reached), reached, INDEX))
}
