//! Comparisons as reports.

use super::super::analysis::AnalysisReport;
use super::super::chart::{Chart, Series};
use super::super::data::CaseHeader;
use super::super::document;
use super::super::document::{Table, Value};
use super::super::words::counted;
use super::Context;
use super::words::{amount, index, spending_chart};
use crate::analyse::compare::{Column, Kind, all_ids, all_years};
use crate::optimise::SAME;
use crate::say;
use rust_decimal::Decimal;

/// Portfolios side by side. All but the first are also told as their difference from the first.
pub fn report(columns: &[Column], context: Context<'_>) -> AnalysisReport {
    let header = context.header;
    let open = columns.iter().filter_map(|column| match column.kind {
        Kind::Found => Some(say!("compare-column-not-proven", column = column.name)),
        Kind::Unknown => Some(say!("compare-column-nothing-was", column = column.name)),
        _ => None,
    });
    AnalysisReport {
        analysis: "compare",
        title: say!("compare-side-side"),
        summary: summary(columns, &header),
        open: open.collect(),
        tables: vec![metrics(columns), differing(columns), shared(columns), spending(columns, &header), rungs(columns)],
        charts: vec![chart(columns), over_time(columns, &header)],
        case: header,
    }
}

fn candidates(columns: &[Column]) -> Vec<&str> {
    all_ids(columns, |column| {
        column.portfolio.picks().iter().map(|pick| column.case[pick.candidate].id.as_str()).collect()
    })
}

/// The columns that have a portfolio.
fn there(columns: &[Column]) -> impl Iterator<Item = &Column> {
    columns.iter().filter(|column| column.is_there())
}

fn is_shared(columns: &[Column], id: &str) -> bool {
    there(columns).all(|column| column.start(id).is_some())
}

fn summary(columns: &[Column], header: &CaseHeader) -> Vec<String> {
    let ids = candidates(columns);
    let shared = ids.iter().filter(|id| is_shared(columns, id)).count();
    let mut sentences = Vec::new();
    for column in columns.iter().filter(|column| column.kind == Kind::Impossible) {
        sentences.push(say!("compare-no-portfolio-possible", column = column.name));
    }
    let all = there(columns).count();
    if all < 2 {
        return sentences;
    }
    sentences.push(say!(
        "compare-all-all-not",
        are = are(shared, "pick"),
        all = all,
        are_2 = are(ids.len() - shared, "pick")
    ));
    let Some(first) = there(columns).next() else { return sentences };
    let unit = |column: &Column| column.case.money_unit();
    if there(columns).any(|other| unit(other) != unit(first)) {
        let units: Vec<String> =
            there(columns).map(|column| format!("{} in {}", column.name, unit_in_words(&unit(column)))).collect();
        sentences.push(say!("compare-money-not-same", units = units.join(", ")));
    }
    for other in there(columns).skip(1) {
        let more = other.evaluation.objective - first.evaluation.objective;
        let cost = other.evaluation.cost - first.evaluation.cost;
        let worth = match more {
            more if more.abs() <= SAME => say!("compare-has-same-objective"),
            more if more > Decimal::ZERO => say!("compare-has-more-points", more = index(more)),
            more => say!("compare-has-more-points-less", more = index(-more)),
        };
        let price = match cost {
            cost if cost.is_zero() => say!("compare-same-bill"),
            cost if cost > Decimal::ZERO => say!("compare-bill-cost-higher", cost = amount(header, cost)),
            cost => say!("compare-bill-cost-lower", cost = amount(header, -cost)),
        };
        let price = if unit(other) == unit(first) { format!(", with {price}") } else { String::new() };
        sentences.push(format!("{} {worth} {}{price}.", other.name, first.name));
    }
    sentences
}

fn unit_in_words(unit: &str) -> String {
    if unit.is_empty() { say!("compare-no-named-unit") } else { unit.to_owned() }
}

fn are(count: usize, noun: &str) -> String {
    counted(count, &format!("{noun} is"), &format!("{noun}s are"))
}

/// A table with a column for each portfolio.
fn table(key: &'static str, title: &str, first: &str, columns: &[Column], rows: Vec<Vec<Value>>) -> Table {
    let mut heads = vec![document::Column::words(first, first)];
    heads.extend(columns.iter().map(|column| document::Column::words(column.name.clone(), column.name.clone())));
    Table::new(key, title.to_owned(), heads, rows)
}

fn metrics(columns: &[Column]) -> Table {
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut add = |name: &str, value: &dyn Fn(&Column) -> Value| {
        let value = |column: &Column| if column.is_there() { value(column) } else { Value::Empty };
        rows.push(std::iter::once(name.into()).chain(columns.iter().map(value)).collect());
    };
    add("objective", &|it| it.evaluation.objective.into());
    add("gain", &|it| it.evaluation.gain.into());
    add("points", &|it| it.evaluation.points.into());
    add(&say!("sections-index-before"), &|it| it.evaluation.index_before.into());
    add(&say!("sections-index-after"), &|it| it.evaluation.index_after.into());
    add("cost", &|it| it.evaluation.cost.into());
    add("picks", &|it| it.portfolio.picks().len().into());
    add(&say!("compare-rules-broken"), &|it| it.evaluation.broken().count().into());
    add(&say!("compare-domains-at-target"), &|it| {
        it.evaluation.domains.iter().filter(|domain| domain.at_target).count().into()
    });
    let ministries = all_ids(columns, |column| column.case.ministries.iter().map(|it| it.id.as_str()).collect());
    for id in &ministries {
        add(&say!("compare-paid-id", id = id), &|it| it.paid(id).into());
    }
    for id in &ministries {
        add(&say!("compare-gain-id", id = id), &|it| it.own_gain(id).into());
    }
    let kind = |column: &Column| -> Value {
        match column.kind {
            Kind::Own => "own",
            Kind::Best => "proven",
            Kind::Found => "not proven",
            Kind::Impossible => "impossible",
            Kind::Unknown => "not found",
        }
        .into()
    };
    rows.push(std::iter::once("status".into()).chain(columns.iter().map(kind)).collect());
    table("metrics", "Metrics", "metric", columns, rows)
}

/// The money of each year and of each domain, where there is any.
fn spending(columns: &[Column], header: &CaseHeader) -> Table {
    let mut rows: Vec<Vec<Value>> = Vec::new();
    let mut add = |name: String, money: &dyn Fn(&Column) -> Option<Decimal>| {
        let values: Vec<Option<Decimal>> = columns.iter().map(money).collect();
        if values.iter().flatten().any(|value| !value.is_zero()) {
            rows.push(std::iter::once(name.into()).chain(values.into_iter().map(Value::from)).collect());
        }
    };
    for year in all_years(columns) {
        add(format!("in {year}"), &|column| column.spent_in(year));
    }
    let domains = all_ids(columns, |column| column.case.domains.iter().map(|it| it.id.as_str()).collect());
    for id in domains {
        add(format!("on {id}"), &|column| column.spent_on(id));
    }
    let mut table = table("spending", &say!("compare-spending-year-domain"), "spending", columns, rows);
    if !header.money.is_empty() {
        table.note = format!("In {}.", header.money);
    }
    table
}

fn differing(columns: &[Column]) -> Table {
    let ids = candidates(columns).into_iter().filter(|id| {
        let first = there(columns).next().and_then(|column| column.start(id));
        there(columns).any(|column| column.start(id) != first)
    });
    let rows =
        ids.map(|id| std::iter::once(id.into()).chain(columns.iter().map(|column| column.start(id).into())).collect());
    table("differing", &say!("compare-picks-differ-their"), "candidate", columns, rows.collect())
}

fn shared(columns: &[Column]) -> Table {
    let ids = candidates(columns).into_iter().filter(|id| is_shared(columns, id));
    let rows =
        ids.map(|id| std::iter::once(id.into()).chain(columns.iter().map(|column| column.start(id).into())).collect());
    table("shared", &say!("compare-picks-all-share"), "candidate", columns, rows.collect())
}

fn rungs(columns: &[Column]) -> Table {
    let services = all_ids(columns, |column| column.case.services.iter().map(|it| it.id.as_str()).collect());
    let differing = services.into_iter().filter(|id| {
        let first = there(columns).next().and_then(|column| column.rung(id));
        there(columns).any(|column| column.rung(id) != first)
    });
    let rows = differing
        .map(|id| std::iter::once(id.into()).chain(columns.iter().map(|column| column.rung(id).into())).collect());
    table("rungs", &say!("compare-services-stand-different"), "service", columns, rows.collect())
}

fn chart(columns: &[Column]) -> Chart {
    let bars = there(columns).map(|column| (column.evaluation.objective, column.name.clone()));
    Chart::bars("Objective", say!("alternatives-objective-index-points"), "objective", bars)
}

fn over_time(columns: &[Column], header: &CaseHeader) -> Chart {
    let years = all_years(columns);
    let series = there(columns).map(|column| Series {
        name: column.name.clone(),
        points: years
            .iter()
            .filter_map(|&year| Some((Decimal::from(year), column.spent_in(year)?, String::new())))
            .collect(),
    });
    spending_chart(series.collect(), header)
}
