//! Alternatives as a report.

use crate::say;
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
        open.push(say!("alternatives-best-not-proven"));
    }
    if others.ending == Ending::Stopped {
        open.push(say!("alternatives-analysis-was-stopped-there"));
    }
    if others.missing > 0 {
        open.push(say!("stopped-parts-missing", missing = others.missing));
    }
    AnalysisReport {
        analysis: "alternatives",
        title: say!("alternatives-other-portfolios-what", within = within),
        summary: summary(others, within),
        open,
        tables: vec![next(case, others), different(case, others), domains(case, others)],
        charts: vec![chart(others)],
        case: header,
    }
}

fn summary(others: &Others, within: Decimal) -> Vec<String> {
    let (Some(best), Some(near)) = (others.best.objective, others.near) else {
        return vec![match others.best.known {
            ProofStatus::Impossible => say!("alternatives-no-portfolio-possible"),
            _ => say!("alternatives-no-portfolio-found-before"),
        }];
    };
    let mut sentences =
        vec![say!("alternatives-best-objective-best", best = index(best), within = within, near = index(near))];
    sentences.push(match (others.ending, others.next.len()) {
        (Ending::Complete, 0) => say!("alternatives-there-no-other"),
        (Ending::Complete, 1) => say!("alternatives-this-only-other"),
        (Ending::Complete, count) => say!("alternatives-these-count-all", count = count),
        (Ending::Count, 1) => say!("alternatives-next-one-follows"),
        (Ending::Count, count) => say!("alternatives-next-count-follow", count = count),
        (Ending::Stopped, found) => {
            say!("alternatives-counted-found-so", counted = counted(found, "is", "are"))
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
        Column::points("behind", say!("alternatives-behind-best")),
        Column::money("cost", "cost"),
        Column::words("enter", say!("alternatives-comes")),
        Column::words("leave", say!("alternatives-goes-out")),
    ];
    columns.extend(status_column());
    columns.push(Column::words("picks", "picks").for_programs());
    columns
}

fn next(case: &Case, others: &Others) -> Table {
    let all = others.best.objective.map(|_| &others.best).into_iter().chain(&others.next).enumerate();
    Table::new(
        "next",
        say!("alternatives-best-next-best"),
        columns("rank"),
        all.map(|(rank, outcome)| line(case, others, outcome, rank)),
    )
    .note(say!("alternatives-portfolios-differ-only"))
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
    Table::new("different", say!("alternatives-most-different-portfolio-near"), columns, rows)
        .note(say!("alternatives-changes-candidates-one"))
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
            (if open.is_empty() {
                "proven".to_owned()
            } else {
                say!("alternatives-not-proven-open", open = open.join(", "))
            })
            .into(),
        ]
    };
    Table::new(
        "domains",
        say!("alternatives-how-far-each"),
        vec![
            Column::words("domain", "domain"),
            Column::money("spending_best", say!("alternatives-spending-best")),
            Column::money("spending_low", "least"),
            Column::money("spending_high", "most"),
            Column::points("power_low", say!("alternatives-least-rise-power")),
            Column::points("power_high", say!("alternatives-most-rise-power")),
            Column::words("status", "status"),
        ],
        others.ranges.iter().map(row),
    )
    .note(say!("alternatives-power-its-rise"))
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
    Chart::bars(
        say!("alternatives-objective-alternatives"),
        say!("alternatives-objective-index-points"),
        "objective",
        bars.take(25),
    )
}
