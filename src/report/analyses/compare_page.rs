//! The page of a comparison: what all choose, once; then where they part.

use super::super::document::{self, Kind as Holds, TableBuilder};
use super::super::number::{INDEX, apportioned, fixed, signed, sum, with_unit};
use super::page;
use super::prelude::*;
use crate::analyse::compare::{Column, all_ids, all_years};

/// So many investments that differ stand on the page.
const DIFFERING: usize = 8;
/// So many that all choose are named there.
const SHARED: usize = 10;

/// What all choose once, then where they part: in investments, and in who pays when.
pub(super) fn of_page(columns: &[Column], report: &AnalysisReport) -> Page {
    let all: Vec<&Column> = there(columns).collect();
    let mut blocks = vec![Block::Table(at_a_glance(columns))];
    if all.len() < 2 {
        return Page { point: Vec::new(), blocks };
    }
    let named = |id: &str| all.iter().find_map(|it| Some(it.case[it.case.candidate_by_id(id)?].name.clone()));
    let name = |id: &str| named(id).unwrap_or_else(|| id.to_owned());
    let ids = candidates(columns);
    let shared: Vec<String> = ids.iter().filter(|id| is_shared(columns, id)).map(|id| name(id)).collect();
    blocks.extend(page::listed(say!("page-shared", count = shared.len()), &shared, SHARED));
    let differing = ids.into_iter().filter(|id| differs(columns, |column| column.start(id)));
    // What some leave out says more than another year.
    let (later, sooner): (Vec<&str>, Vec<&str>) = differing.partition(|id| is_shared(columns, id));
    let differing = [sooner, later].concat();
    let rest = differing.len().saturating_sub(DIFFERING);
    let starts = by_name(columns, differing.iter().take(DIFFERING).map(|id| (name(id), *id)));
    blocks.push(Block::Table(if rest > 0 { starts.note(say!("page-more-rows", rest = rest)) } else { starts }));
    if there(columns).all(|column| column.case.money_unit() == all[0].case.money_unit()) {
        blocks.extend(totals(columns).map(Block::Table));
    }
    // What brings most, and how far behind the others are.
    let best = all.iter().max_by_key(|column| column.evaluation.objective);
    let point = best.map(|best| {
        say!(
            "page-brings-most",
            name = short(columns, best),
            points = index(best.evaluation.objective),
            bill = amount(&report.case, best.evaluation.cost)
        )
    });
    let same = all.iter().all(|it| (it.evaluation.objective - all[0].evaluation.objective).abs() <= SAME);
    let point =
        if same { Some(say!("page-all-bring-same", points = index(all[0].evaluation.objective))) } else { point };
    Page { point: point.into_iter().collect(), blocks }
}

/// What a portfolio is called on the page: its file without folder and ending, where that tells it from the others.
fn short(columns: &[Column], column: &Column) -> String {
    let stem = |name: &str| {
        let path = std::path::Path::new(name);
        // A proposal may have a slash in its name, and is no file.
        let is_file = path.extension().is_some_and(|ending| ending == "csv" || ending == "toml");
        let stem = if is_file { path.file_stem() } else { None };
        stem.map_or_else(|| name.to_owned(), |stem| stem.to_string_lossy().into_owned())
    };
    let own = stem(&column.name);
    let is_alone = columns.iter().filter(|other| stem(&other.name) == own).count() == 1;
    if is_alone { own } else { column.name.clone() }
}

/// A table of the page: what stands first in each row, and a value for each portfolio.
fn on_page(
    (key, head, title): (&'static str, &str, String),
    (columns, kind): (&[Column], Holds),
    rows: Vec<(String, Vec<Value>)>,
) -> Table {
    let add = |table: TableBuilder<(String, Vec<Value>)>, (at, column): (usize, &Column)| {
        let column = document::Column::new(format!("portfolio_{at}"), short(columns, column), kind);
        table.column(column, |(_, values)| values.get(at).cloned())
    };
    let first = document::Column::of(head, Holds::Words);
    let table = Table::of(key, title, rows).column(first, |(name, _)| name.clone());
    table.each(columns.iter().enumerate(), add).table().excerpt()
}

fn at_a_glance(columns: &[Column]) -> Table {
    let row = |name: String, value: &dyn Fn(&Column) -> Value| {
        let value = |column: &Column| if column.is_there() { value(column) } else { "impossible".into() };
        (name, columns.iter().map(value).collect())
    };
    let points = |value: Decimal| Value::Text(index(value));
    let mut rows = vec![
        row(word("objective"), &|it| points(it.evaluation.objective)),
        row(word("index after"), &|it| points(it.evaluation.index_after)),
        row(say!("page-bill"), &|it| {
            Value::Text(with_unit(&Figure(it.evaluation.cost).short(MONEY), &it.case.money_unit()))
        }),
        row(word("picks"), &|it| it.portfolio.picks().len().into()),
        row(word("domains at target"), &|it| {
            it.evaluation.domains.iter().filter(|domain| domain.at_target).count().into()
        }),
        row(word("rules broken"), &|it| it.evaluation.broken().count().into()),
    ];
    if columns.iter().any(|column| column.case.has_levels()) {
        let name = |column: &Column| {
            let level = column.evaluation.overall().and_then(|rung| column.case.rungs.get(rung.0));
            level.map_or(Value::from("none"), |rung| Value::Text(rung.name.clone()))
        };
        rows.insert(0, row(word("overall level"), &name));
    }
    on_page(("glance", "metric", say!("page-at-a-glance")), (columns, Holds::Figures(INDEX)), rows)
}

/// The start years of investments, by name.
fn by_name<'a>(columns: &[Column], named: impl Iterator<Item = (String, &'a str)>) -> Table {
    let start = |column: &Column, id: &str| column.start(id).map_or_else(|| "–".to_owned(), |year| year.to_string());
    let row = |(name, id): (String, &str)| (name, columns.iter().map(|it| start(it, id).into()).collect());
    let title = say!("page-differing");
    on_page(("starts", "name", title), (columns, Holds::Year), named.map(row).collect())
}

/// What each ministry pays, and what is spent in each year, in each portfolio: both ways it adds up to the bill.
fn totals(columns: &[Column]) -> [Table; 2] {
    let ministries = all_ids(columns, |column| column.case.ministries.iter().map(|it| it.id.as_str()).collect());
    let paid: Vec<(String, Vec<Option<Decimal>>)> = ministries
        .iter()
        .map(|id| (ministry_name(columns, id), columns.iter().map(|column| column.paid(id)).collect()))
        .collect();
    let years = all_years(columns).into_iter();
    let spent =
        years.map(|year| (year.to_string(), columns.iter().map(|column| column.spent_in(year)).collect())).collect();
    [
        adding_up(columns, ("by_ministry", "ministry", say!("page-by-ministry")), paid),
        adding_up(columns, ("by_year", "year", say!("page-by-year")), spent),
    ]
}

fn ministry_name(columns: &[Column], id: &str) -> String {
    let of = |column: &Column| column.case.ministry_by_id(id).map(|at| column.case[at].name.clone());
    columns.iter().find_map(of).unwrap_or_else(|| id.to_owned())
}

/// Money by row and portfolio with its sums below, rounded so that what is shown adds up. Behind all but the first portfolio stands
/// by how much it differs from the first.
fn adding_up(
    columns: &[Column],
    of: (&'static str, &str, String),
    mut rows: Vec<(String, Vec<Option<Decimal>>)>,
) -> Table {
    let mut shown: Vec<Vec<Option<Decimal>>> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let exact: Vec<Decimal> = rows.iter().map(|row| row.1[at].unwrap_or_default()).collect();
        let whole = apportioned(&exact, MONEY);
        let is_there = column.is_there();
        let sum = sum(&whole).filter(|_| is_there);
        let own = rows.iter().zip(&whole).map(|(row, shown)| row.1[at].map(|_| *shown));
        shown.push(own.chain([sum]).collect());
    }
    rows.push((word("all"), Vec::new()));
    let first = columns.iter().position(Column::is_there);
    let cell = |row: usize, at: usize| match (shown[at][row], first) {
        (None, _) => Value::Empty,
        (Some(money), Some(first)) if at != first => {
            let difference = shown[first][row].map(|from| money - from).filter(|it| !it.is_zero());
            let difference = difference.map(|it| format!(" ({})", signed(it, MONEY))).unwrap_or_default();
            Value::Text(fixed(money, MONEY) + &difference)
        }
        (Some(money), _) => Value::Text(fixed(money, MONEY)),
    };
    let told = rows.into_iter().enumerate().filter(|(row, _)| shown.iter().any(|column| column[*row].is_some()));
    let told = told.map(|(row, (name, _))| (name, (0..columns.len()).map(|at| cell(row, at)).collect()));
    on_page(of, (columns, Holds::Figures(MONEY)), told.collect())
}

/// The candidates that any portfolio chooses, by id.
pub(super) fn candidates(columns: &[Column]) -> Vec<&str> {
    all_ids(columns, |column| {
        column.portfolio.picks().iter().map(|pick| column.case[pick.candidate].id.as_str()).collect()
    })
}

/// The columns that have a portfolio.
pub(super) fn there(columns: &[Column]) -> impl Iterator<Item = &Column> {
    columns.iter().filter(|column| column.is_there())
}

/// Whether all choose it.
pub(super) fn is_shared(columns: &[Column], id: &str) -> bool {
    there(columns).all(|column| column.start(id).is_some())
}

/// Whether something is not the same in all portfolios.
pub(super) fn differs<T: PartialEq>(columns: &[Column], of: impl Fn(&Column) -> T) -> bool {
    let first = there(columns).next().map(&of);
    there(columns).any(|column| Some(of(column)) != first)
}
