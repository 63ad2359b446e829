//! Comparisons as reports.

use super::super::analysis::{self, AnalysisReport, Audience, Chart, ChartKind, Series, Table, Value};
use super::super::data::CaseHeader;
use crate::analyse::compare::{Column, all_ids};
use rust_decimal::Decimal;

/// Portfolios side by side.
pub fn compare_report(columns: &[Column], header: CaseHeader) -> AnalysisReport {
    let open = columns.iter().filter(|column| column.proven == Some(false));
    let open =
        open.map(|column| format!("{} is not proven to be the best: the search was stopped.", column.name)).collect();
    AnalysisReport {
        analysis: "compare",
        title: "Side by side".to_owned(),
        summary: summary(columns),
        open,
        tables: vec![metrics(columns), differing(columns), shared(columns), rungs(columns)],
        charts: vec![chart(columns)],
        case: header,
    }
}

fn candidates(columns: &[Column]) -> Vec<&str> {
    all_ids(columns, |column| {
        column.portfolio.picks().iter().map(|pick| column.case[pick.candidate].id.as_str()).collect()
    })
}

fn is_shared(columns: &[Column], id: &str) -> bool {
    let first = columns.first().and_then(|column| column.start(id));
    first.is_some() && columns.iter().all(|column| column.start(id).is_some())
}

fn summary(columns: &[Column]) -> Vec<String> {
    let ids = candidates(columns);
    let shared = ids.iter().filter(|id| is_shared(columns, id)).count();
    vec![format!("{shared} picks are in all of the {}; {} differ.", columns.len(), ids.len() - shared)]
}

/// A table with a column for each portfolio.
fn table(key: &'static str, title: &str, first: &str, columns: &[Column], rows: Vec<Vec<Value>>) -> Table {
    let mut heads = vec![analysis::Column::words(first, first)];
    heads.extend(columns.iter().map(|column| analysis::Column::words(column.name.clone(), column.name.clone())));
    Table { key, title: title.to_owned(), note: String::new(), columns: heads, rows, audience: Audience::Everybody }
}

fn metrics(columns: &[Column]) -> Table {
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut add = |name: &str, value: &dyn Fn(&Column) -> Value| {
        rows.push(std::iter::once(name.into()).chain(columns.iter().map(value)).collect());
    };
    add("objective", &|it| it.evaluation.objective.into());
    add("gain", &|it| it.evaluation.gain.into());
    add("points", &|it| it.evaluation.points.into());
    add("index after", &|it| it.evaluation.index_after.into());
    add("cost", &|it| it.evaluation.cost.into());
    add("picks", &|it| it.portfolio.picks().len().into());
    add("rules broken", &|it| it.evaluation.broken().count().into());
    let ministries = all_ids(columns, |column| column.case.ministries.iter().map(|it| it.id.as_str()).collect());
    for id in ministries {
        add(&format!("paid by {id}"), &|it| it.paid(id).into());
    }
    table("metrics", "Metrics", "metric", columns, rows)
}

fn differing(columns: &[Column]) -> Table {
    let ids = candidates(columns).into_iter().filter(|id| {
        let first = columns.first().and_then(|column| column.start(id));
        columns.iter().any(|column| column.start(id) != first)
    });
    let rows =
        ids.map(|id| std::iter::once(id.into()).chain(columns.iter().map(|column| column.start(id).into())).collect());
    table("differing", "Picks that differ, with their starts", "candidate", columns, rows.collect())
}

fn shared(columns: &[Column]) -> Table {
    let ids = candidates(columns).into_iter().filter(|id| is_shared(columns, id));
    let rows =
        ids.map(|id| std::iter::once(id.into()).chain(columns.iter().map(|column| column.start(id).into())).collect());
    table("shared", "Picks that all share, with their starts", "candidate", columns, rows.collect())
}

fn rungs(columns: &[Column]) -> Table {
    let services = all_ids(columns, |column| column.case.services.iter().map(|it| it.id.as_str()).collect());
    let differing = services.into_iter().filter(|id| {
        let first = columns.first().and_then(|column| column.rung(id));
        columns.iter().any(|column| column.rung(id) != first)
    });
    let rows = differing
        .map(|id| std::iter::once(id.into()).chain(columns.iter().map(|column| column.rung(id).into())).collect());
    table("rungs", "Services that stand on different rungs", "service", columns, rows.collect())
}

fn chart(columns: &[Column]) -> Chart {
    let bars = columns.iter().map(|column| (column.evaluation.objective, Decimal::ZERO, column.name.clone()));
    Chart {
        title: "Objective".to_owned(),
        across: "objective, index points".to_owned(),
        up: String::new(),
        kind: ChartKind::Bars,
        series: vec![Series { name: "objective".to_owned(), points: bars.collect() }],
    }
}
