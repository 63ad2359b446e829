//! Comparisons as reports.

use super::super::document;
use super::super::document::Kind as Holds;
use super::super::document::TableBuilder;
use super::compare_page::{candidates, differs, is_shared, of_page, there};
use super::prelude::*;
use crate::analyse::compare::{Column, Kind, all_ids, all_years};
use crate::model::Year;

/// Portfolios side by side. All but the first are also told as their difference from the first.
pub fn report(columns: &[Column], context: Context<'_>) -> AnalysisReport {
    let Context { header, .. } = context;
    let open = columns.iter().filter_map(|column| match column.kind {
        Kind::Found => Some(say!("compare-column-not-proven", column = column.name)),
        Kind::Unknown => Some(say!("compare-column-nothing-was", column = column.name)),
        _ => None,
    });
    let report = AnalysisReport {
        analysis: "compare",
        title: say!("compare-side-side"),
        summary: summary(columns, &header),
        open: open.collect(),
        tables: vec![
            metrics(columns),
            differing(columns),
            shared(columns),
            spending(columns, &header),
            payments(columns),
            rungs(columns),
        ],
        charts: vec![chart(columns), over_time(columns, &header)],
        page: Vec::new(),
        case: header,
    };
    AnalysisReport { page: of_page(columns, &report).of(&report), ..report }
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
    sentences.push(say!("compare-all-all-not", shared = shared, portfolios = all, others = ids.len() - shared));
    let Some(first) = there(columns).next() else { return sentences };
    let unit = |column: &Column| column.case.money_unit();
    if there(columns).any(|other| unit(other) != unit(first)) {
        let in_unit = |column: &Column| match unit(column) {
            unit if unit.is_empty() => say!("compare-no-named-unit", portfolio = column.name),
            unit => say!("compare-in-unit", portfolio = column.name, unit = unit),
        };
        let units: Vec<String> = there(columns).map(in_unit).collect();
        sentences.push(say!("compare-money-not-same", units = units.join(", ")));
    }
    for other in there(columns).skip(1) {
        let more = other.evaluation.objective - first.evaluation.objective;
        let cost = other.evaluation.cost - first.evaluation.cost;
        let bill = match cost {
            _ if unit(other) != unit(first) => String::new(),
            cost if cost.is_zero() => say!("compare-same-bill"),
            cost if cost > Decimal::ZERO => say!("compare-bill-cost-higher", cost = amount(header, cost)),
            cost => say!("compare-bill-cost-lower", cost = amount(header, -cost)),
        };
        let (name, base, first) = (&other.name, first.evaluation.objective, &first.name);
        sentences.push(match more {
            more if more.abs() <= SAME => say!("compare-has-same-objective", name = name, first = first, bill = bill),
            more if more > Decimal::ZERO => {
                say!(
                    "compare-has-more-points",
                    name = name,
                    first = first,
                    points = between(other.evaluation.objective, base),
                    bill = bill
                )
            }
            _ => say!(
                "compare-has-less-points",
                name = name,
                first = first,
                points = between(base, other.evaluation.objective),
                bill = bill
            ),
        });
    }
    sentences
}

/// A table with a column for each portfolio: of each row its name, and its value in each portfolio.
fn table(
    (key, first, title): (&'static str, &str, String),
    columns: &[Column],
    rows: impl IntoIterator<Item = (Value, Vec<Value>)>,
) -> Table {
    let add = |table: TableBuilder<(Value, Vec<Value>)>, (at, column): (usize, &Column)| {
        table.column(document::Column::new(&column.name, &column.name, Holds::Words), |(_, values)| {
            values.get(at).cloned()
        })
    };
    Table::of(key, title, rows).words(first, |(name, _)| name.clone()).each(columns.iter().enumerate(), add).table()
}

/// A row's id, and its name in the first case that has it.
fn name_of(columns: &[Column], what: &str, id: &str) -> Value {
    let of = |column: &Column| match what {
        "candidate" => column.case.candidate_by_id(id).map(|at| column.case[at].name.clone()),
        "service" => column.case.services.iter().find(|it| it.id == id).map(|it| it.name.clone()),
        "domain" => column.case.domains.iter().find(|it| it.id == id).map(|it| it.name.clone()),
        _ => column.case.ministry_by_id(id).map(|at| column.case[at].name.clone()),
    };
    Value::named(id, columns.iter().find_map(of).as_deref().unwrap_or(id))
}

/// A table of what candidates or services, by id, are in each portfolio.
fn by_id<'a, V: Into<Value>>(
    of: (&'static str, &str, String),
    columns: &[Column],
    ids: impl IntoIterator<Item = &'a str>,
    value: impl Fn(&Column, &str) -> V,
) -> Table {
    let row = |id: &str| (name_of(columns, of.1, id), columns.iter().map(|column| value(column, id).into()).collect());
    table(of, columns, ids.into_iter().map(row))
}

fn metrics(columns: &[Column]) -> Table {
    let mut rows: Vec<(Value, Vec<Value>)> = Vec::new();
    let mut add = |name: Value, value: &dyn Fn(&Column) -> Value| {
        let value = |column: &Column| if column.is_there() { value(column) } else { Value::Empty };
        rows.push((name, columns.iter().map(value).collect()));
    };
    add("objective".into(), &|it| it.evaluation.objective.into());
    add("gain".into(), &|it| it.evaluation.gain.into());
    add("points".into(), &|it| it.evaluation.points.into());
    add("index before".into(), &|it| it.evaluation.index_before.into());
    add("index after".into(), &|it| it.evaluation.index_after.into());
    add("cost".into(), &|it| it.evaluation.cost.into());
    add("picks".into(), &|it| it.portfolio.picks().len().into());
    add("rules broken".into(), &|it| it.evaluation.broken().count().into());
    if columns.iter().any(|column| column.case.has_levels()) {
        add("overall level".into(), &|it| {
            let level = it.evaluation.overall().and_then(|rung| it.case.rungs.get(rung.0));
            level.map_or(Value::from("none"), |rung| Value::named(&rung.id, &rung.name))
        });
    }
    add("domains at target".into(), &|it| {
        it.evaluation.domains.iter().filter(|domain| domain.at_target).count().into()
    });
    let ministries = all_ids(columns, |column| column.case.ministries.iter().map(|it| it.id.as_str()).collect());
    for id in &ministries {
        let name = name_of(columns, "ministry", id).shown(None);
        add(Value::told(say!("compare-paid-by", name = id), say!("compare-paid-by", name = name)), &|it| {
            it.paid(id).into()
        });
    }
    for id in &ministries {
        let name = name_of(columns, "ministry", id).shown(None);
        add(Value::told(say!("compare-gain-of", name = id), say!("compare-gain-of", name = name)), &|it| {
            it.own_gain(id).into()
        });
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
    rows.push(("status".into(), columns.iter().map(kind).collect()));
    table(("metrics", "metric", say!("compare-metrics")), columns, rows)
}

/// The money of each year and of each domain, where there is any.
fn spending(columns: &[Column], header: &CaseHeader) -> Table {
    let mut rows: Vec<(Value, Vec<Value>)> = Vec::new();
    let mut add = |name: Value, money: &dyn Fn(&Column) -> Option<Decimal>| {
        let values: Vec<Option<Decimal>> = columns.iter().map(money).collect();
        if values.iter().flatten().any(|value| !value.is_zero()) {
            rows.push((name, values.into_iter().map(Value::from).collect()));
        }
    };
    for year in all_years(columns) {
        add(say!("compare-spent-in-year", year = year).into(), &|column| column.spent_in(year));
    }
    for id in all_ids(columns, |column| column.case.domains.iter().map(|it| it.id.as_str()).collect()) {
        let name = name_of(columns, "domain", id).shown(None);
        let on = |domain: &str| say!("compare-spent-on-domain", domain = domain);
        add(Value::told(on(id), on(&name)), &|column| column.spent_on(id));
    }
    let note = if header.money.is_empty() { String::new() } else { say!("compare-in-money", unit = header.money) };
    table(("spending", "spending", say!("compare-spending-year-domain")), columns, rows).note(note)
}

fn differing(columns: &[Column]) -> Table {
    let ids = candidates(columns).into_iter().filter(|id| differs(columns, |column| column.start(id)));
    by_id(("differing", "candidate", say!("compare-picks-differ-their")), columns, ids, Column::start)
}

fn shared(columns: &[Column]) -> Table {
    let ids = candidates(columns).into_iter().filter(|id| is_shared(columns, id));
    by_id(("shared", "candidate", say!("compare-picks-all-share")), columns, ids, Column::start)
}

fn rungs(columns: &[Column]) -> Table {
    let services = all_ids(columns, |column| column.case.services.iter().map(|it| it.id.as_str()).collect());
    let ids = services.into_iter().filter(|id| differs(columns, |column| column.rung(id)));
    by_id(("rungs", "service", say!("compare-services-stand-different")), columns, ids, Column::rung)
}

/// What each ministry pays in each year, in each portfolio.
fn payments(columns: &[Column]) -> Table {
    let ministries = all_ids(columns, |column| column.case.ministries.iter().map(|it| it.id.as_str()).collect());
    let years = all_years(columns);
    let of = |column: &Column, id: &str, year: Year| {
        let (ministry, at) = column.case.ministry_by_id(id).zip(column.case.year_ix(year))?;
        Some(column.evaluation.spending[ministry.0][at].spent.normalize()).filter(|_| column.is_there())
    };
    let rows = ministries.iter().flat_map(|id| years.iter().map(move |year| (*id, *year)));
    let rows: Vec<(&str, Year, Vec<Option<Decimal>>)> =
        rows.map(|(id, year)| (id, year, columns.iter().map(|column| of(column, id, year)).collect())).collect();
    let rows = rows.into_iter().filter(|row| row.2.iter().flatten().any(|money| !money.is_zero()));
    Table::of("payments", say!("compare-ministry-year"), rows)
        .words("ministry", |(id, ..)| name_of(columns, "ministry", id))
        .column(document::Column::of("year", Holds::Year), |row| row.1)
        .each(columns.iter().enumerate(), |table, (at, column)| {
            table.column(document::Column::new(&column.name, &column.name, Holds::Money(MONEY)), |row| row.2[at])
        })
        .table()
}

fn chart(columns: &[Column]) -> Chart {
    let bars = there(columns).map(|column| (column.evaluation.objective, column.name.clone()));
    Chart::bars(say!("compare-objective"), say!("alternatives-objective-index-points"), word("objective"), bars)
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
