//! Importance as a report.

use super::prelude::*;
use super::words::{turning, turning_money};
use crate::analyse::forced_flip::ForcedFlip;
use crate::analyse::importance::{Params, Worth, told};
use crate::model::order::InOrder as _;

impl Told for Params {
    fn report(&self, found: &Worth, context: Context<'_>) -> AnalysisReport {
        report(found, context)
    }
}

/// Bars in the chart.
const BARS: usize = 20;

/// Replacement costs, prices of rules, and the order of funding.
pub fn report(worth: &Worth, context: Context<'_>) -> AnalysisReport {
    let Context { case, header, .. } = context;
    let outcomes = || {
        let forced = worth.candidates.iter().map(|forced| &forced.otherwise);
        forced
            .chain(worth.rules.iter().map(|(_, outcome)| outcome))
            .chain(worth.funding.iter().flat_map(|cut| [&cut.best, &cut.free]))
    };
    let mut open: Vec<String> = not_proven(outcomes().chain([&worth.best])).into_iter().collect();
    if worth.missing > 0 {
        open.push(say!("stopped-candidates-rules-missing", missing = worth.missing));
    }
    if worth.missing_cuts > 0 {
        open.push(say!("stopped-funding-steps-missing", missing = worth.missing_cuts));
    }
    if !worth.best.is_proven() {
        open.push(say!("importance-best-portfolio-not"));
    }
    let mut tables = vec![candidates(case, worth), rules(case, worth)];
    if worth.funding.len() > 1 {
        tables.push(funding(case, worth));
    }
    AnalysisReport {
        analysis: "importance",
        title: say!("importance-what-each-candidate"),
        summary: summary(case, worth, &header),
        open,
        tables,
        charts: vec![chart(case, worth)],
        page: Vec::new(),
        case: header,
    }
}

/// What is lost against the best.
fn loss(worth: &Worth, otherwise: &Outcome) -> Option<Decimal> {
    Some((worth.best.objective? - otherwise.objective?).normalize())
}

fn summary(case: &Case, worth: &Worth, header: &CaseHeader) -> Vec<String> {
    let Some(best) = worth.best.objective else {
        return vec![match worth.best.known {
            ProofStatus::Impossible => {
                say!("importance-no-portfolio-possible-prices")
            }
            _ => say!("importance-no-portfolio-found-before"),
        }];
    };
    let mut sentences = vec![say!(
        "importance-best-portfolio-has",
        candidates = worth.best.picks.0.len(),
        objective = index(best),
        cost = amount(header, worth.best.cost.unwrap_or_default())
    )];
    let free = |forced: &&ForcedFlip| forced.chosen && forced.otherwise.known == ProofStatus::Proven;
    let heaviest = worth.candidates.iter().filter(free).max_by_key(|forced| loss(worth, &forced.otherwise));
    if let Some(heaviest) = heaviest {
        sentences.push(say!(
            "importance-hardest-replace-without",
            candidate = case[CandidateIx(heaviest.candidate)].name,
            loss = worth
                .best
                .objective
                .zip(heaviest.otherwise.objective)
                .map_or_else(String::new, |(best, other)| between(best, other))
        ));
    }
    let irreplaceable: Vec<String> = worth
        .candidates
        .iter()
        .filter(|forced| forced.chosen && forced.otherwise.known == ProofStatus::Impossible)
        .map(|forced| case[CandidateIx(forced.candidate)].name.clone())
        .collect();
    if !irreplaceable.is_empty() {
        sentences.push(say!("importance-irreplaceable-without-any", candidates = list(&irreplaceable)));
    }
    sentences
}

fn candidates(case: &Case, worth: &Worth) -> Table {
    let with_turning = worth.candidates.iter().any(|forced| forced.break_even.is_some());
    let candidate = |forced: &ForcedFlip| CandidateIx(forced.candidate);
    let others = |forced: &ForcedFlip, list: Vec<CandidateIx>| -> Value {
        let others = || named(case, list.into_iter().filter(|&it| it != candidate(forced)));
        forced.otherwise.objective.map(|_| others()).into()
    };
    let verdict = |forced: &ForcedFlip| {
        let other = &forced.otherwise;
        let is_free = loss(worth, other).is_some_and(|loss| loss.abs() <= SAME);
        let comes_in = || other.picks.beyond(&worth.best.picks).into_iter().any(|it| it != candidate(forced));
        match (other.known, forced.chosen) {
            (ProofStatus::Impossible, true) => "irreplaceable",
            (ProofStatus::Impossible, false) => "cannot be had",
            (_, true) if is_free && comes_in() => "can be swapped",
            (_, true) if is_free => "can be left out",
            (_, false) if is_free => "can come in",
            _ => "",
        }
    };
    let mut sorted: Vec<&ForcedFlip> = worth.candidates.iter().collect();
    sorted.order_by_key(|forced| {
        let irreplaceable = forced.chosen && forced.otherwise.known == ProofStatus::Impossible;
        let loss = loss(worth, &forced.otherwise).unwrap_or(Decimal::MAX);
        (!forced.chosen, !irreplaceable, if forced.chosen { -loss } else { loss }, forced.candidate)
    });
    let mut table = Table::of("candidates", say!("importance-candidates-each-forced"), sorted)
        .candidate(case, |forced| candidate(forced))
        .words("chosen", |forced| forced.chosen)
        .points("replacement_cost", |forced| {
            let both = worth.best.objective.zip(forced.otherwise.objective);
            both.map(|(best, other)| Value::difference(best, other, INDEX))
        })
        .words("verdict", |forced| verdict(forced))
        .points("objective_otherwise", |forced| forced.otherwise.objective)
        .money("cost_otherwise", |forced| forced.otherwise.cost)
        .words("enter", |forced| others(forced, forced.otherwise.picks.beyond(&worth.best.picks)))
        .words("leave", |forced| others(forced, worth.best.picks.beyond(&forced.otherwise.picks)));
    let mut note = say!("importance-replacement-cost-what");
    if with_turning {
        let whole = |forced: &ForcedFlip| bill::total(&bill::public_bill(&case[candidate(forced)]));
        let part = Column::of("turning_cost", Kind::Words).for_programs();
        table = table
            .column(part, |forced| forced.break_even.map(turning))
            .money("turning_money", |forced| forced.break_even.map(|it| turning_money(it, whole(forced))));
        note += &say!("importance-up-cost-public-bill");
    }
    table.status_beside(&worth.best, |forced| &forced.otherwise).note(note)
}

fn rules(case: &Case, worth: &Worth) -> Table {
    let price = |outcome: &Outcome| Some((outcome.objective? - worth.best.objective?).max(Decimal::ZERO).normalize());
    let mut sorted: Vec<_> = worth.rules.iter().collect();
    sorted.order_by_key(|(_, outcome)| std::cmp::Reverse(price(outcome)));
    Table::of("rules", say!("importance-rules-each-left"), sorted)
        .words("rule", |(rule, _)| told(case, *rule))
        .points("price", |(_, outcome)| {
            let best = worth.best.objective?;
            Some(Value::difference(outcome.objective?.max(best), best, INDEX))
        })
        .points("objective", |(_, outcome)| outcome.objective)
        .status_beside(&worth.best, |(_, outcome)| outcome)
        .note(say!("importance-price-what-objective"))
}

fn funding(case: &Case, worth: &Worth) -> Table {
    let mut before = &worth.best.picks;
    let rows = worth.funding.iter().map(|cut| {
        let gone = if cut.best.objective.is_some() { before.beyond(&cut.best.picks) } else { Vec::new() };
        if cut.best.objective.is_some() {
            before = &cut.best.picks;
        }
        (cut, gone)
    });
    Table::of("funding", say!("importance-what-cut-first"), rows)
        .money("budget", |(cut, _)| cut.budget)
        .points("objective", |(cut, _)| cut.best.objective)
        .points("free_objective", |(cut, _)| cut.free.objective)
        .money("cost", |(cut, _)| cut.best.cost)
        .named("cut", case, |(_, gone)| gone.clone())
        .words("left", |(cut, _)| cut.best.picks.0.len())
        .status(|(cut, _)| &cut.best)
        .note(say!("importance-each-smaller-budget"))
}

fn chart(case: &Case, worth: &Worth) -> Chart {
    let mut bars: Vec<_> = worth
        .candidates
        .iter()
        .filter(|forced| forced.chosen)
        .filter_map(|forced| {
            let loss = loss(worth, &forced.otherwise)?;
            Some((loss, case[CandidateIx(forced.candidate)].name.clone()))
        })
        .collect();
    bars.order_by_key(|bar| std::cmp::Reverse(bar.0));
    bars.truncate(BARS);
    Chart::bars(
        say!("importance-replacement-cost-2"),
        say!("importance-objective-lost-without"),
        say!("importance-replacement-cost"),
        bars,
    )
}
