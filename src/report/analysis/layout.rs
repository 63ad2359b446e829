//! The report of an analysis in each format.

use std::fmt::Write as _;

use super::super::grid::{Align, Cell, Grid};
use super::super::safe::markdown as escape;
use super::super::style::Role;
use super::super::table::{Layout, heading, inputs, paragraph, title};
use super::super::{csv, json};
use super::{AnalysisReport, Audience, Column, Table, Value};

/// No column of words needs to be wider than this, whatever its longest word is.
const NARROWEST: usize = 24;
/// A list of more ids than this is shortened in a terminal.
const MOST_IDS: usize = 12;
/// How wide tables are where nothing says how wide they may be, as in a file or a pipe.
const WIDE: usize = 100;

/// Aligned tables for a terminal.
pub fn analysis_table(report: &AnalysisReport, layout: &Layout) -> Vec<u8> {
    let mut text = title(&report.case, layout);
    let _ = writeln!(text, "{}", layout.paint(Role::Heading, &report.title));
    for sentence in &report.summary {
        text.push_str(&paragraph(sentence, Role::Plain, layout));
    }
    for sentence in &report.open {
        text.push_str(&paragraph(sentence, Role::Caution, layout));
    }
    for table in shown(report) {
        let seen = Seen::of(table, &report.case.money);
        text.push_str(&heading(&seen.title, layout));
        if table.rows.is_empty() {
            text.push_str("  Nothing.\n");
            continue;
        }
        // Where nothing says how wide it may be, ids that are copied from it stay whole.
        let grid = if layout.width.is_some() { seen.grid() } else { seen.grid().with_whole_words() };
        text.push_str(&grid.render(layout.style, Some(layout.width.unwrap_or(WIDE))));
        if !table.note.is_empty() {
            text.push_str(&paragraph(&table.note, Role::Faint, layout));
        }
        if seen.has_long_lists() {
            let note = "Long lists are shortened here; CSV, JSON and Markdown have all of them.";
            text.push_str(&paragraph(note, Role::Faint, layout));
        }
    }
    text.push_str(&inputs(&report.case, layout));
    text.into_bytes()
}

/// The tables for people.
fn shown(report: &AnalysisReport) -> impl Iterator<Item = &Table> {
    report.tables.iter().filter(|table| table.audience == Audience::Everybody)
}

/// A table as people see it: without columns for programs, the unit of its money said once, in its title.
struct Seen<'a> {
    table: &'a Table,
    title: String,
    /// `(position, column, head)`.
    columns: Vec<(usize, &'a Column, &'a str)>,
}

impl<'a> Seen<'a> {
    fn of(table: &'a Table, money: &str) -> Self {
        let mut has_money = false;
        let mut columns = Vec::new();
        for (at, column) in table.columns.iter().enumerate().filter(|&(at, _)| is_seen(table, at)) {
            let bare = column.head.strip_suffix(money).and_then(|head| head.strip_suffix(", "));
            let bare = bare.filter(|_| !money.is_empty());
            has_money |= bare.is_some();
            columns.push((at, column, bare.unwrap_or(&column.head)));
        }
        let title = if has_money { format!("{}, money in {money}", table.title) } else { table.title.clone() };
        Self { table, title, columns }
    }

    fn grid(&self) -> Grid {
        let align = |column: &Column| if column.places.is_some() { Align::Right } else { Align::Left };
        let heads: Vec<(&str, Align)> = self.columns.iter().map(|&(_, column, head)| (head, align(column))).collect();
        let least = |at: usize, head: &str| {
            let words =
                self.table.rows.iter().map(|row| shortened(&row[at], &self.table.columns[at])).chain([head.to_owned()]);
            let longest = |text: String| text.split_whitespace().map(|word| word.chars().count()).max();
            words.filter_map(longest).max().unwrap_or(0).min(NARROWEST)
        };
        let words = self.columns.iter().enumerate().filter(|(_, (_, column, _))| column.places.is_none());
        let gives: Vec<(usize, usize)> = words.map(|(place, &(at, _, head))| (place, least(at, head))).collect();
        let mut grid = Grid::wrapping(&heads, &gives);
        for row in &self.table.rows {
            grid.row(self.columns.iter().map(|&(at, column, _)| Cell::from(shortened(&row[at], column))).collect());
        }
        grid
    }

    fn has_long_lists(&self) -> bool {
        let long = |value: &Value| matches!(value, Value::List(ids) if ids.len() > MOST_IDS);
        self.table.rows.iter().any(|row| self.columns.iter().any(|&(at, _, _)| long(&row[at])))
    }

    fn markdown(&self) -> String {
        if self.table.rows.is_empty() {
            return "Nothing.\n".to_owned();
        }
        let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        let mut text = line(self.columns.iter().map(|(_, _, head)| escape(head)).collect());
        let rules = self.columns.iter().map(|(_, column, _)| if column.places.is_some() { "---:" } else { "---" });
        text.push_str(&line(rules.map(str::to_owned).collect()));
        for row in &self.table.rows {
            let cells = self.columns.iter().map(|&(at, column, _)| escape(&row[at].shown(column.places)));
            text.push_str(&line(cells.collect()));
        }
        text
    }
}

/// The value for a cell of a terminal.
fn shortened(value: &Value, column: &Column) -> String {
    match value {
        Value::List(ids) if ids.len() > MOST_IDS => {
            format!("{}, and {} more", ids[..MOST_IDS - 2].join(", "), ids.len() - (MOST_IDS - 2))
        }
        value => value.shown(column.places),
    }
}

/// Whether people see a column: it is for them, and it is no bound where everything is proven.
fn is_seen(table: &Table, at: usize) -> bool {
    let column = &table.columns[at];
    let status = table.columns.iter().position(|column| column.key == "status");
    let open = |status: usize| table.rows.iter().any(|row| row[status] == Value::from("not proven"));
    column.audience == Audience::Everybody && (column.key != "bound" || status.is_none_or(open))
}

/// One table as CSV: the named one, else the first. None where there is no table of that name.
pub fn analysis_csv(report: &AnalysisReport, name: Option<&str>) -> Option<Vec<u8>> {
    let table = match name {
        Some(name) => report.tables.iter().find(|table| table.key == name)?,
        None => report.tables.first()?,
    };
    let head = table.columns.iter().map(|column| column.key.clone()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(Value::exact).collect());
    Some(csv::lines(std::iter::once(head).chain(rows)))
}

/// One JSON object: every table is a list of objects under its key.
pub fn analysis_json(report: &AnalysisReport) -> Vec<u8> {
    json::object(report)
}

/// A note in Markdown, with the charts as SVG in it.
pub fn analysis_markdown(report: &AnalysisReport) -> Vec<u8> {
    let mut text = format!("# {}\n\n{}\n\n", escape(&report.case.title), escape(&report.title));
    for change in &report.case.changes {
        let _ = writeln!(text, "For this run only: {}.\n", escape(change));
    }
    for sentence in &report.summary {
        let _ = writeln!(text, "{}\n", escape(sentence));
    }
    for sentence in &report.open {
        let _ = writeln!(text, "**{}**\n", escape(sentence));
    }
    for chart in &report.charts {
        let _ = writeln!(text, "## {}\n\n{}\n", escape(&chart.title), chart.svg());
    }
    for table in shown(report) {
        let seen = Seen::of(table, &report.case.money);
        let _ = writeln!(text, "## {}\n", escape(&seen.title));
        text.push_str(&seen.markdown());
        if !table.note.is_empty() {
            let _ = writeln!(text, "\n{}", escape(&table.note));
        }
        text.push('\n');
    }
    text.push_str("## Inputs\n\n");
    for input in &report.case.inputs {
        let _ = writeln!(text, "- {} `{}`", escape(&input.file), input.sha256);
    }
    text.into_bytes()
}
