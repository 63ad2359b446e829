//! Importance as a report.

use crate::say;
use rust_decimal::Decimal;

use super::super::analysis::AnalysisReport;
use super::super::chart::Chart;
use super::super::data::CaseHeader;
use super::super::document::{Column, Table, Value};
use super::super::words::count;
use super::words::against;
use super::words::{amount, ids, index, not_proven, status, status_column, turning, turning_money};
use super::{Context, Told};
use crate::analyse::Outcome;
use crate::analyse::forced_flip::ForcedFlip;
use crate::analyse::importance::{Params, Worth};
use crate::measure::bill;
use crate::model::{CandidateIx, Case};
use crate::optimise::ProofStatus;

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
        forced.chain(worth.rules.iter().map(|(_, outcome)| outcome)).chain(worth.funding.iter().map(|cut| &cut.best))
    };
    let mut open: Vec<String> = not_proven(outcomes().chain([&worth.best]), "answer").into_iter().collect();
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
        best = count(worth.best.picks.0.len(), "candidate"),
        best_2 = index(best),
        cost = amount(header, worth.best.cost.unwrap_or_default())
    )];
    let free = |forced: &&ForcedFlip| forced.chosen && forced.otherwise.known == ProofStatus::Proven;
    let heaviest = worth.candidates.iter().filter(free).max_by_key(|forced| loss(worth, &forced.otherwise));
    if let Some(heaviest) = heaviest {
        sentences.push(say!(
            "importance-hardest-replace-without",
            x = case[CandidateIx(heaviest.candidate)].name,
            otherwise = index(loss(worth, &heaviest.otherwise).unwrap_or_default())
        ));
    }
    let irreplaceable: Vec<String> = worth
        .candidates
        .iter()
        .filter(|forced| forced.chosen && forced.otherwise.known == ProofStatus::Impossible)
        .map(|forced| case[CandidateIx(forced.candidate)].name.clone())
        .collect();
    if !irreplaceable.is_empty() {
        sentences.push(say!("importance-irreplaceable-without-any", irreplaceable = irreplaceable.join(", ")));
    }
    sentences
}

fn candidates(case: &Case, worth: &Worth) -> Table {
    let with_turning = worth.candidates.iter().any(|forced| forced.break_even.is_some());
    let mut columns = vec![
        Column::words("candidate", "candidate"),
        Column::words("chosen", "in"),
        Column::points("replacement_cost", say!("importance-replacement-cost")),
        Column::words("verdict", "verdict"),
        Column::points("objective_otherwise", say!("importance-objective-otherwise")),
        Column::money("cost_otherwise", say!("importance-cost-otherwise")),
        Column::words("enter", say!("alternatives-comes")),
        Column::words("leave", say!("alternatives-goes-out")),
    ];
    if with_turning {
        columns.push(Column::words("turning_cost", say!("importance-up-this-part")).for_programs());
        columns.push(Column::money("turning_money", say!("importance-up-cost")));
    }
    columns.extend(status_column());
    let row = |forced: &ForcedFlip| {
        let candidate = CandidateIx(forced.candidate);
        let other = &forced.otherwise;
        let possible = other.objective.is_some();
        let others = |list: Vec<CandidateIx>| -> Value {
            if possible { ids(case, list.into_iter().filter(|&it| it != candidate)).into() } else { Value::Empty }
        };
        let is_free = loss(worth, other).is_some_and(|loss| loss.abs() <= crate::optimise::SAME);
        let comes_in = other.picks.beyond(&worth.best.picks).into_iter().any(|it| it != candidate);
        let verdict = match (other.known, forced.chosen) {
            (ProofStatus::Impossible, true) => "irreplaceable",
            (ProofStatus::Impossible, false) => "cannot be had",
            (_, true) if is_free && comes_in => "can be swapped",
            (_, true) if is_free => "can be left out",
            (_, false) if is_free => "can come in",
            _ => "",
        };
        let mut row: Vec<Value> = vec![
            case[candidate].id.clone().into(),
            forced.chosen.into(),
            loss(worth, other).into(),
            verdict.into(),
            other.objective.into(),
            other.cost.into(),
            others(other.picks.beyond(&worth.best.picks)),
            others(worth.best.picks.beyond(&other.picks)),
        ];
        if with_turning {
            row.push(forced.break_even.map(turning).into());
            let whole = bill::total(&bill::public_bill(&case[candidate]));
            row.push(forced.break_even.map_or(Value::Empty, |turning| turning_money(turning, whole)));
        }
        row.extend(against(&worth.best, other));
        row
    };
    let mut sorted: Vec<&ForcedFlip> = worth.candidates.iter().collect();
    sorted.sort_by_key(|forced| {
        let irreplaceable = forced.chosen && forced.otherwise.known == ProofStatus::Impossible;
        let loss = loss(worth, &forced.otherwise).unwrap_or(Decimal::MAX);
        (!forced.chosen, !irreplaceable, if forced.chosen { -loss } else { loss }, forced.candidate)
    });
    Table::new("candidates", say!("importance-candidates-each-forced"), columns, sorted.into_iter().map(row)).note(
        say!("importance-replacement-cost-what")
            + &if with_turning { say!("importance-up-cost-public-bill") } else { String::new() },
    )
}

fn rules(case: &Case, worth: &Worth) -> Table {
    let mut columns = vec![
        Column::words("rule", "rule"),
        Column::points("price", "price"),
        Column::points("objective", say!("importance-objective-without")),
    ];
    columns.extend(status_column());
    let price = |outcome: &Outcome| match (outcome.objective, worth.best.objective) {
        (Some(without), Some(with)) => Some((without - with).max(Decimal::ZERO).normalize()),
        _ => None,
    };
    let mut sorted: Vec<_> = worth.rules.iter().collect();
    sorted.sort_by_key(|(_, outcome)| std::cmp::Reverse(price(outcome)));
    let rows = sorted.into_iter().map(|(rule, outcome)| {
        let mut row: Vec<Value> = vec![rule.describe(case).into(), price(outcome).into(), outcome.objective.into()];
        row.extend(against(&worth.best, outcome));
        row
    });
    Table::new("rules", say!("importance-rules-each-left"), columns, rows).note(say!("importance-price-what-objective"))
}

fn funding(case: &Case, worth: &Worth) -> Table {
    let mut columns = vec![
        Column::money("budget", "budget"),
        Column::points("objective", "objective"),
        Column::money("cost", "cost"),
        Column::words("cut", say!("importance-cut-here")),
        Column::words("left", "kept"),
    ];
    columns.extend(status_column());
    let mut before = worth.best.picks.clone();
    let rows = worth.funding.iter().map(|cut| {
        let gone = if cut.best.objective.is_some() { before.beyond(&cut.best.picks) } else { Vec::new() };
        if cut.best.objective.is_some() {
            before = cut.best.picks.clone();
        }
        let mut row: Vec<Value> = vec![
            cut.budget.into(),
            cut.best.objective.into(),
            cut.best.cost.into(),
            ids(case, gone).into(),
            cut.best.picks.0.len().into(),
        ];
        row.extend(status(&cut.best));
        row
    });
    Table::new("funding", say!("importance-what-cut-first"), columns, rows).note(say!("importance-each-smaller-budget"))
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
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.0));
    bars.truncate(BARS);
    Chart::bars(
        say!("importance-replacement-cost-2"),
        say!("importance-objective-lost-without"),
        say!("importance-replacement-cost"),
        bars,
    )
}
