//! What a portfolio does, in five lines: what it costs and brings, where it brings most, which targets it reaches, which
//! services climb or fall, and its largest picks.

use crate::model::order::InOrder as _;
use crate::say;
use rust_decimal::Decimal;

use crate::measure::Evaluation;
use crate::measure::ladder::{ladder, reached};
use crate::model::{Case, ServiceIx};
use crate::tui::text::{fit, width};
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
    let parts: Vec<_> = parts.iter().map(|(points, name)| ((*name).to_owned(), signed(*points, 2))).collect();
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
    let by = |by: Decimal| say!("story-missed-by", name = "", by = fixed(by, 2)).trim().to_owned();
    let parts: Vec<_> = missed.iter().map(|(missed, name)| ((*name).to_owned(), by(*missed))).collect();
    fitting(&say!("story-missed-begin", begin = begin), &parts, room)
}

/// How many services have more power at the end than with nothing chosen, and which have less than now all the same.
fn services(case: &Case, gives: &Evaluation, room: usize) -> String {
    let climbs = gives.services.iter().filter(|it| it.power_after > it.power_before).count();
    let now = |at: usize| {
        reached(&ladder(case, ServiceIx(at)), case.services[at].control).map_or(Decimal::ZERO, |step| step.power)
    };
    // Where a cap table decides, power does not come from the rungs.
    let falls: Vec<(String, String)> = (0..case.services.len())
        .filter(|&at| gives.services.get(at).is_some_and(|it| it.rung_after.is_some() && it.power_after < now(at)))
        .map(|at| (case.services[at].name.clone(), String::new()))
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
    let parts: Vec<_> = picks.iter().map(|pick| (case[pick.candidate].name.clone(), money(pick.bill))).collect();
    if parts.is_empty() { say!("story-picks-nothing") } else { fitting(&say!("story-largest"), &parts, room) }
}

/// As many names with their figures as fit into this many cells, and how many more there are; where there is no room for one, its
/// name is cut and its figure is not.
fn fitting(begin: &str, parts: &[(String, String)], room: usize) -> String {
    let with = |(name, figure): &(String, String)| format!("{name} {figure}").trim_end().to_owned();
    let words: Vec<String> = parts.iter().map(with).collect();
    // Names may have commas in them.
    let between = if words.iter().any(|it| it.contains(',')) { "; " } else { ", " };
    let told = |words: &[String]| {
        let more = parts.len() - words.len();
        let end = if more == 0 { ".".to_owned() } else { say!("story-more-more", more = more) };
        format!("{begin}{}{end}", words.join(between))
    };
    let fits = (1..=parts.len()).rev().map(|count| told(&words[..count])).find(|text| width(text) <= room);
    fits.unwrap_or_else(|| {
        let Some((name, figure)) = parts.first() else { return told(&[]) };
        let others = width(&told(&[with(&(String::new(), figure.clone()))]));
        told(&[with(&(fit(name, room.saturating_sub(others), "…").into_owned(), figure.clone()))])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_do_not_fit_are_counted() {
        let parts = ["first", "second", "third"].map(str::to_owned).into_iter().zip(["1", "2", "3"].map(str::to_owned));
        let parts: Vec<_> = parts.collect();
        assert_eq!(fitting("x: ", &parts, 40), "x: first 1, second 2, third 3.");
        assert_eq!(fitting("x: ", &parts, 27), "x: first 1 and 2 more.");
        assert_eq!(fitting("x: ", &parts, 30), "x: first 1, second 2, third 3.");
        assert_eq!(fitting("x: ", &parts, 20), "x: fi… 1 and 2 more.");
        assert_eq!(fitting("x: ", &parts[2..], 7), "x: … 3.");
    }
}
