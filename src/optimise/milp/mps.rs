//! A program as a model file in the free MPS format: what `export` writes and what a guest solver is given.
//!
//! A reader of MPS expects a minimum: the sign of an objective that is to be as high as can be is turned. The word `FREE`
//! behind the name tells CBC that the columns of the file have no fixed places; other readers take it as part of the name.

use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::Direction;
use super::formulation::program::{Col, Column, Kind, Row, Terms};

/// What a model file states. The rows stand beside the columns because they may be scaled.
pub(super) struct Model<'a> {
    /// Lines of comment at the top, each without its star.
    pub comments: &'a [String],
    pub columns: &'a [Column],
    pub rows: &'a [Row],
    pub objective: &'a Terms,
    /// What is added to the objective.
    pub constant: Decimal,
    /// Which way is better.
    pub direction: Direction,
}

/// The text of the file. Both lists of names are made of letters, digits and underscores and hold none twice.
pub(super) fn write(model: &Model, columns: &[String], rows: &[String]) -> String {
    let mut text = String::new();
    for comment in model.comments {
        let _ = writeln!(text, "* {comment}");
    }
    text.push_str("NAME beslismacht FREE\nROWS\n N objective\n");
    for (row, name) in model.rows.iter().zip(rows) {
        let _ = writeln!(text, " {} {name}", kind(row));
    }
    text.push_str("COLUMNS\n");
    write_columns(&mut text, model, columns, rows);
    text.push_str("RHS\n");
    let constant = turned(model.direction, model.constant);
    if !constant.is_zero() {
        // The right side of the objective is subtracted from it.
        let _ = writeln!(text, " rhs objective {}", (-constant).normalize());
    }
    for (row, name) in model.rows.iter().zip(rows) {
        let side = row.upper.or(row.lower).unwrap_or_default();
        if !side.is_zero() {
            let _ = writeln!(text, " rhs {name} {}", side.normalize());
        }
    }
    write_ranges(&mut text, model.rows, rows);
    text.push_str("BOUNDS\n");
    for (column, name) in model.columns.iter().zip(columns) {
        let _ = writeln!(text, " UP bound {name} {}", column.upper.normalize());
    }
    text.push_str("ENDATA\n");
    text
}

fn write_columns(text: &mut String, model: &Model, columns: &[String], rows: &[String]) {
    let mut entries: Vec<Vec<(&str, Decimal)>> = vec![Vec::new(); model.columns.len()];
    for &(Col(column), factor) in model.objective {
        entries[column].push(("objective", turned(model.direction, factor)));
    }
    for (row, name) in model.rows.iter().zip(rows) {
        for &(Col(column), factor) in &row.terms {
            entries[column].push((name, factor));
        }
    }
    let mut whole = false;
    for ((column, name), entries) in model.columns.iter().zip(columns).zip(&entries) {
        let is_whole = column.kind == Kind::Whole;
        if is_whole != whole {
            let word = if is_whole { "INTORG" } else { "INTEND" };
            let _ = writeln!(text, " MARKER 'MARKER' '{word}'");
            whole = is_whole;
        }
        if entries.is_empty() {
            let _ = writeln!(text, " {name} objective 0");
        }
        for (row, factor) in entries {
            let _ = writeln!(text, " {name} {row} {}", factor.normalize());
        }
    }
    if whole {
        text.push_str(" MARKER 'MARKER' 'INTEND'\n");
    }
}

fn write_ranges(text: &mut String, rows: &[Row], names: &[String]) {
    let mut ranges = String::new();
    for (row, name) in rows.iter().zip(names) {
        if let (Some(low), Some(high)) = (row.lower, row.upper)
            && low != high
        {
            let _ = writeln!(ranges, " range {name} {}", (high - low).normalize());
        }
    }
    if !ranges.is_empty() {
        text.push_str("RANGES\n");
        text.push_str(&ranges);
    }
}

/// A number of the objective as a minimum has it.
fn turned(direction: Direction, number: Decimal) -> Decimal {
    match direction {
        Direction::Maximise => -number,
        Direction::Minimise => number,
    }
}

fn kind(row: &Row) -> char {
    match (row.lower, row.upper) {
        (Some(low), Some(high)) if low == high => 'E',
        (_, Some(_)) => 'L',
        (_, None) => 'G',
    }
}
