//! Alternatives as a report.

use rust_decimal::Decimal;

use super::super::analysis::AnalysisReport;
use super::super::chart::Chart;
use super::super::document::{Column, Table, Value};
use super::super::words::counted;
use super::words::{ids, index, not_proven, picks, status, status_column};
use super::{Context, Told};
use crate::analyse::Outcome;
use crate::analyse::alternatives::{Ending, Others, Params, Range};
use crate::model::{Case, DomainIx};
use crate::optimise::ProofStatus;

impl Told for Params {
    fn report(&self, found: &Others, context: Context<'_>) -> AnalysisReport {
        report((found, self.within), context)
    }
}

/// Next best portfolios, the most different one, and the ranges of the domains.
pub fn report((others, within): (&Others, Decimal), context: Context<'_>) -> AnalysisReport {
    let Context { case, header, .. } = context;
    let ranges = || {
        others
            .ranges
            .iter()
            .flat_map(|range| [&range.spending_low, &range.spending_high, &range.power_low, &range.power_high])
    };
    let all = others.next.iter().chain(&others.different).chain(ranges()).chain([&others.best]);
    let mut open: Vec<String> = not_proven(all, "answer").into_iter().collect();
    if !others.best.is_proven() {
        open.push(
            "The best is not proven, so that one of the others may be better, and what is near it is not certain."
                .to_owned(),
        );
    }
    if others.ending == Ending::Stopped {
        open.push("The analysis was stopped: there may be more next best portfolios.".to_owned());
    }
    if others.missing > 0 {
        open.push(format!(
            "The analysis was stopped: {} missing.",
            counted(others.missing, "of its parts is", "of its parts are")
        ));
    }
    AnalysisReport {
        analysis: "alternatives",
        title: format!("Other portfolios, and what is open within {within} % of the best"),
        summary: summary(others, within),
        open,
        tables: vec![next(case, others), different(case, others), domains(case, others)],
        charts: vec![chart(others)],
        case: header,
    }
}

fn summary(others: &Others, within: Decimal) -> Vec<String> {
    let (Some(best), Some(near)) = (others.best.objective, others.near) else {
        return vec![
            match others.best.known {
                ProofStatus::Impossible => "No portfolio is possible.",
                _ => "No portfolio was found before the search was stopped.",
            }
            .to_owned(),
        ];
    };
    let mut sentences = vec![format!(
        "The best objective is {} points; within {within} % of it is everything from {} points on.",
        index(best),
        index(near)
    )];
    sentences.push(match (others.ending, others.next.len()) {
        (Ending::Complete, 0) => "There is no other portfolio of the kind that was asked for.".to_owned(),
        (Ending::Complete, 1) => "This is the only other of the kind that was asked for: proven.".to_owned(),
        (Ending::Complete, count) => format!("These {count} are all others of the kind that was asked for: proven."),
        (Ending::Count, 1) => "The next one follows; there may be more.".to_owned(),
        (Ending::Count, count) => format!("The next {count} follow; there may be more."),
        (Ending::Stopped, found) => {
            format!("{} found so far: the search for more was not finished.", counted(found, "is", "are"))
        }
    });
    sentences
}

fn line(case: &Case, others: &Others, outcome: &Outcome, rank: usize) -> Vec<Value> {
    let behind = others.best.objective.zip(outcome.objective).map(|(best, objective)| (best - objective).normalize());
    let mut row: Vec<Value> = vec![
        rank.into(),
        outcome.objective.into(),
        behind.into(),
        outcome.cost.into(),
        ids(case, outcome.picks.beyond(&others.best.picks)).into(),
        ids(case, others.best.picks.beyond(&outcome.picks)).into(),
    ];
    row.extend(status(outcome));
    row.push(picks(case, outcome).into());
    row
}

fn columns(first: &str) -> Vec<Column> {
    let mut columns = vec![
        Column::figures("rank", first, 0),
        Column::points("objective", "objective"),
        Column::points("behind", "behind the best"),
        Column::money("cost", "cost"),
        Column::words("enter", "comes in"),
        Column::words("leave", "goes out"),
    ];
    columns.extend(status_column());
    columns.push(Column::words("picks", "picks").for_programs());
    columns
}

fn next(case: &Case, others: &Others) -> Table {
    let all = others.best.objective.map(|_| &others.best).into_iter().chain(&others.next).enumerate();
    Table::new(
        "next",
        "The best and the next best",
        columns("rank"),
        all.map(|(rank, outcome)| line(case, others, outcome, rank)),
    )
    .note("Portfolios that differ only in starts or in who pays count as one.")
}

fn different(case: &Case, others: &Others) -> Table {
    let rows = others.different.iter().map(|outcome| {
        let changes = outcome.value.and_then(|value| usize::try_from(value).ok()).unwrap_or(0);
        line(case, others, outcome, changes)
    });
    let mut columns = columns("changes");
    if let Some(first) = columns.first_mut() {
        "changes".clone_into(&mut first.key);
    }
    Table::new("different", "The most different portfolio that is near the best", columns, rows).note(
        "`changes`: candidates that are in one of the two and not in the other; its bound is the most that is \
               possible.",
    )
}

fn domains(case: &Case, others: &Others) -> Table {
    let row = |range: &Range| {
        let all = [
            ("least spending", &range.spending_low),
            ("most spending", &range.spending_high),
            ("least power", &range.power_low),
            ("most power", &range.power_high),
        ];
        let open: Vec<&str> = all.iter().filter(|(_, outcome)| !outcome.is_proven()).map(|(name, _)| *name).collect();
        let domain = DomainIx(range.domain);
        let spending: Decimal = best_spending(case, others, domain);
        vec![
            case[domain].id.clone().into(),
            spending.into(),
            range.spending_low.value.into(),
            range.spending_high.value.into(),
            range.power_low.value.into(),
            range.power_high.value.into(),
            (if open.is_empty() { "proven".to_owned() } else { format!("not proven: {}", open.join(", ")) }).into(),
        ]
    };
    Table::new("domains", "How far each domain can go", vec![
            Column::words("domain", "domain"),
            Column::money("spending_best", "spending of the best"),
            Column::money("spending_low", "least"),
            Column::money("spending_high", "most"),
            Column::points("power_low", "least rise of power"),
            Column::points("power_high", "most rise of power"),
            Column::words("status", "status"),
        ], others.ranges.iter().map(row)).note("Power is its rise at the end of the horizon, in points of 100. What is not proven was found, and may go further.")
}

fn best_spending(case: &Case, others: &Others, domain: DomainIx) -> Decimal {
    let evaluation = crate::measure::evaluate(case, &others.best.picks.portfolio());
    let picks = evaluation.picks.iter().filter(|pick| case[pick.candidate].domain == domain);
    picks.map(|pick| pick.bill).sum()
}

fn chart(others: &Others) -> Chart {
    let all = others.best.objective.map(|_| &others.best).into_iter().chain(&others.next);
    let bars = all.enumerate().filter_map(|(rank, outcome)| {
        let name = if rank == 0 { "best".to_owned() } else { format!("alternative {rank}") };
        Some((outcome.objective?, name))
    });
    Chart::bars("Objective of the alternatives", "objective, index points", "objective", bars.take(25))
}
