//! The report of an analysis in each format.

use std::fmt::Write as _;

use super::super::grid::{Align, Cell, Grid};
use super::super::style::Role;
use super::super::table::{Layout, heading, inputs, paragraph, title};
use super::super::{csv, json};
use super::{AnalysisReport, Audience, Table, Value};

/// No column of words gets narrower than this.
const NARROWEST: usize = 12;

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
        text.push_str(&heading(&table.title, layout));
        if table.rows.is_empty() {
            text.push_str("  Nothing.\n");
            continue;
        }
        text.push_str(&grid(table).render(&layout.style, layout.width));
        if !table.note.is_empty() {
            text.push_str(&paragraph(&table.note, Role::Faint, layout));
        }
    }
    text.push_str(&inputs(&report.case, layout));
    text.into_bytes()
}

/// The tables for people.
fn shown(report: &AnalysisReport) -> impl Iterator<Item = &Table> {
    report.tables.iter().filter(|table| table.audience == Audience::Everybody)
}

fn grid(table: &Table) -> Grid {
    let heads: Vec<(&str, Align)> = table
        .columns
        .iter()
        .map(|column| (column.head.as_str(), if column.places.is_some() { Align::Right } else { Align::Left }))
        .collect();
    let widest = |at: usize| table.rows.iter().map(|row| row[at].shown(None).chars().count()).max().unwrap_or(0);
    let mut words: Vec<usize> = (0..table.columns.len()).filter(|&at| table.columns[at].places.is_none()).collect();
    words.sort_by_key(|&at| std::cmp::Reverse(widest(at)));
    let gives: Vec<(usize, usize)> = words.into_iter().map(|at| (at, NARROWEST)).collect();
    let mut grid = Grid::new(&heads, &gives);
    for row in &table.rows {
        grid.row(
            row.iter().zip(&table.columns).map(|(value, column)| Cell::from(value.shown(column.places))).collect(),
        );
    }
    grid
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
        let _ = writeln!(text, "## {}\n", escape(&table.title));
        text.push_str(&markdown_table(table));
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

fn markdown_table(table: &Table) -> String {
    if table.rows.is_empty() {
        return "Nothing.\n".to_owned();
    }
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = line(table.columns.iter().map(|column| escape(&column.head)).collect());
    let rules = table.columns.iter().map(|column| if column.places.is_some() { "---:" } else { "---" }.to_owned());
    text.push_str(&line(rules.collect()));
    for row in &table.rows {
        let cells = row.iter().zip(&table.columns);
        text.push_str(&line(cells.map(|(value, column)| escape(&value.shown(column.places))).collect()));
    }
    text
}

/// The text with what Markdown would read as markup made harmless.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '|' | '<' | '*' | '_' | '`' | '[' | ']' | '\\' | '#' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}
