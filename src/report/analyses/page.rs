//! The page that an analysis begins with: its point, what else there is to know, and what shows it best. Candidates, services and
//! ministries stand there by their names.

use crate::model::Case;
use crate::report::analysis::AnalysisReport;
use crate::report::document::{Audience, Block, Item, Table, Value};
use crate::report::style::Role;
use crate::say;

/// So many rows of a table stand on the page.
const ROWS: usize = 10;
/// Where there are more columns than these, lists of names are left out.
const COLUMNS: usize = 8;
/// So many names stand in a cell.
const NAMES: usize = 3;

/// What an analysis itself says on its page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The sentences of the summary that are the point; the first one, where none are named.
    pub point: Vec<String>,
    /// What shows it best; where there is nothing, the first chart and the top of the first table.
    pub blocks: Vec<Block>,
}

impl Page {
    /// The whole page of a report.
    pub(super) fn of(self, case: &Case, report: &AnalysisReport) -> Vec<Block> {
        let point = match self.point {
            point if point.is_empty() => report.summary.iter().take(1).cloned().collect(),
            point => point,
        };
        if point.is_empty() && report.open.is_empty() {
            return Vec::new();
        }
        let rest = report.summary.iter().filter(|sentence| !point.contains(sentence));
        let rest: Vec<Item> = rest.cloned().map(Item::from).collect();
        let mut page = vec![Block::Paragraph(Role::Heading, point.join(" "))];
        page.retain(|_| !point.is_empty());
        page.extend((!rest.is_empty()).then_some(Block::List(rest)));
        page.extend(report.open.iter().map(|open| Block::Paragraph(Role::Caution, open.clone())));
        if self.blocks.is_empty() {
            page.extend(report.charts.first().cloned().map(Block::Chart));
            page.extend(tops(case, report).take(1));
        } else {
            page.extend(self.blocks);
        }
        page
    }
}

/// The top of each table that readers of a note see.
pub(super) fn tops<'a>(case: &'a Case, report: &'a AnalysisReport) -> impl Iterator<Item = Block> + 'a {
    let seen = report.tables.iter().filter(|table| table.audience.includes(Audience::Notes));
    seen.map(move |table| Block::Table(top(case, table, |_| true)))
}

/// The first of the rows of a table that are wanted, with names in place of ids.
pub(super) fn top(case: &Case, table: &Table, wanted: impl Fn(&[Value]) -> bool) -> Table {
    let rows: Vec<&Vec<Value>> = table.rows.iter().filter(|row| wanted(row)).take(ROWS).collect();
    let of = |at: usize| rows.iter().map(move |row| &row[at]);
    let seen = |at: &usize| table.columns[*at].audience.includes(Audience::Notes);
    let mut columns: Vec<usize> = (0..table.columns.len()).filter(seen).collect();
    // What is proven throughout needs no word for it.
    columns.retain(|&at| table.columns[at].key != "status" || of(at).any(|value| *value != Value::from("proven")));
    if columns.len() > COLUMNS {
        columns.retain(|&at| !of(at).any(|value| matches!(value, Value::List(_))));
    }
    let shown = rows
        .iter()
        .map(|row| columns.iter().map(|&at| with_names(case, &table.columns[at].key, &row[at])).collect::<Vec<_>>());
    Table {
        rows: shown.collect(),
        columns: columns.iter().map(|&at| table.columns[at].clone()).collect(),
        title: say!("page-in-short", title = table.title),
        ..table.clone()
    }
    .excerpt()
}

fn with_names(case: &Case, column: &str, value: &Value) -> Value {
    let id_of = |id: &str| match column {
        "candidate" => case.candidate_by_id(id).map(|at| case[at].name.clone()),
        "service" => case.services.iter().find(|it| it.id == id).map(|it| it.name.clone()),
        "domain" => case.domains.iter().find(|it| it.id == id).map(|it| it.name.clone()),
        "ministry" => case.ministry_by_id(id).map(|at| case[at].name.clone()),
        _ => None,
    };
    match value {
        Value::Text(id) => id_of(id).map_or_else(|| value.clone(), Value::Text),
        Value::List(ids) => {
            let name = |id: &String| {
                let candidate = case.candidate_by_id(id).map(|at| case[at].name.clone());
                let ministry = || case.ministry_by_id(id).map(|at| case[at].name.clone());
                candidate.or_else(ministry).unwrap_or_else(|| id.clone())
            };
            Value::Text(some(&ids.iter().map(name).collect::<Vec<_>>(), NAMES))
        }
        value => value.clone(),
    }
}

/// The first names, and how many more there are. Names may have commas in them.
pub(super) fn some(names: &[String], most: usize) -> String {
    let shown = names.iter().take(if names.len() <= most + 1 { names.len() } else { most });
    let shown: Vec<&str> = shown.map(String::as_str).collect();
    match names.len() - shown.len() {
        0 => shown.join("; "),
        rest => say!("words-names-rest-more", names = shown.join("; "), rest = rest),
    }
}

/// A heading with so many names below it; a sentence where there are none.
pub(super) fn listed(heading: String, names: &[String], most: usize) -> [Block; 2] {
    let names = if names.is_empty() { say!("page-nobody") } else { some(names, most) };
    [Block::Heading(heading), Block::text(names)]
}
