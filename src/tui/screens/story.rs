//! What a portfolio does, in five lines: what it costs and brings, where it brings most, which targets it reaches, which
//! services climb or fall, and its largest picks.

use crate::model::order::InOrder as _;
use crate::say;
use rust_decimal::Decimal;

use crate::measure::Evaluation;
use crate::measure::ladder::{ladder, reached};
use crate::model::{Case, ServiceIx};
use crate::tui::text::width;
use crate::tui::widgets::number::{fixed, money, signed};

/// The five lines, each at most this many cells wide where its names can be left out for that.
pub(crate) fn lines(case: &Case, gives: &Evaluation, room: usize) -> [String; 5] {
    [
        total(case, gives),
        brings(case, gives, room),
        targets(case, gives, room),
        services(case, gives, room),
        largest(case, gives, room),
    ]
}

fn total(case: &Case, gives: &Evaluation) -> String {
    say!(
        "story-gives-count-cost",
        gives = gives.picks.len(),
        candidates = case.candidates.len(),
        cost = money(gives.cost),
        total_budget = money(case.total_budget()),
        money_unit = case.money_unit(),
        index_before = fixed(gives.index_before, 2),
        index_after = fixed(gives.index_after, 2)
    )
}

/// The domains that the index gains most from, in index points at the end of the horizon.
fn brings(case: &Case, gives: &Evaluation, room: usize) -> String {
    let mut parts: Vec<(Decimal, &str)> = case
        .domains
        .iter()
        .zip(&gives.domains)
        .map(|(domain, it)| {
            (Decimal::ONE_HUNDRED * it.weight * (it.power_after - it.power_before), domain.name.as_str())
        })
        .filter(|(points, _)| !points.is_zero())
        .collect();
    parts.order_by_key(|(points, _)| std::cmp::Reverse(*points));
    let parts: Vec<String> = parts.iter().map(|(points, name)| format!("{name} {}", signed(*points, 2))).collect();
    if parts.is_empty() {
        return say!("story-no-domain-gains");
    }
    fitting(&say!("story-index-points"), &parts, room)
}

/// How many domains reach their target, and by how much the others miss it.
fn targets(case: &Case, gives: &Evaluation, room: usize) -> String {
    let mut missed: Vec<(Decimal, &str)> = case
        .domains
        .iter()
        .zip(&gives.domains)
        .filter(|(_, it)| !it.at_target)
        .map(|(domain, it)| (it.target - it.power_after, domain.name.as_str()))
        .collect();
    missed.order_by_key(|(by, _)| std::cmp::Reverse(*by));
    let all = case.domains.len();
    let begin = say!("story-targets-missed-count", missed = all - missed.len(), domains = all);
    if missed.is_empty() {
        return format!("{begin}.");
    }
    let parts: Vec<String> =
        missed.iter().map(|(by, name)| say!("story-missed-by", name = name, by = fixed(*by, 2))).collect();
    fitting(&say!("story-missed-begin", begin = begin), &parts, room)
}

/// How many services have more power at the end than with nothing chosen, and which have less than now all the same.
fn services(case: &Case, gives: &Evaluation, room: usize) -> String {
    let climbs = gives.services.iter().filter(|it| it.power_after > it.power_before).count();
    let now = |at: usize| {
        reached(&ladder(case, ServiceIx(at)), case.services[at].control).map_or(Decimal::ZERO, |step| step.power)
    };
    // Where a cap table decides, power does not come from the rungs.
    let falls: Vec<String> = (0..case.services.len())
        .filter(|&at| gives.services.get(at).is_some_and(|it| it.rung_after.is_some() && it.power_after < now(at)))
        .map(|at| case.services[at].name.clone())
        .collect();
    let begin = say!("story-rungs-climbs-count", climbs = climbs, services = case.services.len());
    if falls.is_empty() {
        return say!("story-begin-none-ends", begin = begin);
    }
    fitting(&say!("story-begin-falls-below", begin = begin, falls = falls.len()), &falls, room)
}

/// The picks that cost most.
fn largest(case: &Case, gives: &Evaluation, room: usize) -> String {
    let mut picks: Vec<_> = gives.picks.iter().collect();
    picks.order_by_key(|pick| std::cmp::Reverse(pick.bill));
    let parts: Vec<String> =
        picks.iter().map(|pick| format!("{} {}", case[pick.candidate].name, money(pick.bill))).collect();
    if parts.is_empty() { say!("story-picks-nothing") } else { fitting(&say!("story-largest"), &parts, room) }
}

/// Names may have commas in them.
fn list_of(parts: &[String]) -> String {
    parts.join(if parts.iter().any(|part| part.contains(',')) { "; " } else { ", " })
}

/// As many parts as fit into this many cells, at least one, and how many more there are.
fn fitting(begin: &str, parts: &[String], room: usize) -> String {
    let told = |count: usize| {
        let more = parts.len() - count;
        let end = if more == 0 { ".".to_owned() } else { say!("story-more-more", more = more) };
        format!("{begin}{}{end}", list_of(&parts[..count]))
    };
    let fits = (1..=parts.len()).rev().map(told).find(|text| width(text) <= room);
    fits.unwrap_or_else(|| told(parts.len().min(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_do_not_fit_are_counted() {
        let parts = ["first 1".to_owned(), "second 2".to_owned(), "third 3".to_owned()];
        assert_eq!(fitting("x: ", &parts, 40), "x: first 1, second 2, third 3.");
        assert_eq!(fitting("x: ", &parts, 27), "x: first 1 and 2 more.");
        assert_eq!(fitting("x: ", &parts, 30), "x: first 1, second 2, third 3.");
        assert_eq!(fitting("x: ", &parts, 3), "x: first 1 and 2 more.");
    }
}
