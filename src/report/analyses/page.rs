//! The page that an analysis begins with: its point, what else there is to know, and what shows it best. Candidates, services and
//! ministries stand there by their names.

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
    pub(super) fn of(self, report: &AnalysisReport) -> Vec<Block> {
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
            page.extend(tops(report).take(1));
        } else {
            page.extend(self.blocks);
        }
        page
    }
}

/// The top of each table that readers of a note see.
pub(super) fn tops(report: &AnalysisReport) -> impl Iterator<Item = Block> + '_ {
    let seen = report.tables.iter().filter(|table| table.audience.includes(Audience::Notes));
    seen.map(|table| Block::Table(top(table, |_| true)))
}

/// The first of the rows of a table that are wanted.
pub(super) fn top(table: &Table, wanted: impl Fn(&[Value]) -> bool) -> Table {
    let rows: Vec<&Vec<Value>> = table.rows.iter().filter(|row| wanted(row)).take(ROWS).collect();
    let of = |at: usize| rows.iter().map(move |row| &row[at]);
    let seen = |at: &usize| table.columns[*at].audience.includes(Audience::Notes);
    let mut columns: Vec<usize> = (0..table.columns.len()).filter(seen).collect();
    // What is proven throughout needs no word for it.
    columns.retain(|&at| table.columns[at].key != "status" || of(at).any(|value| *value != Value::from("proven")));
    if columns.len() > COLUMNS {
        columns.retain(|&at| !of(at).any(|value| matches!(value.bare(), Value::List(_))));
    }
    let shown = rows.iter().map(|row| columns.iter().map(|&at| in_short(&row[at])).collect::<Vec<_>>());
    Table {
        rows: shown.collect(),
        columns: columns.iter().map(|&at| table.columns[at].clone()).collect(),
        title: say!("page-in-short", title = table.title),
        ..table.clone()
    }
    .excerpt()
}

/// Of a list, the first names alone.
fn in_short(value: &Value) -> Value {
    if let Value::List(names) = value.bare() { Value::Text(some(names, NAMES)) } else { value.clone() }
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
