//! What the views of the analyses are made of: what rows stand for, pictures, bars inside tables, cells.

use super::runs::{ShownRun, Whose};
use crate::analyse::Picks;
use crate::model::CandidateIx;
use crate::report::{Table, Value};
use crate::tui::theme::{Glyphs, Role};
use crate::tui::widgets::heat::Heat;
use crate::tui::widgets::plot::{Mark, Plot};
use crate::tui::widgets::stacks::Stacks;

/// What a row of a table stands for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meaning {
    /// A portfolio, with what it is called.
    pub portfolio: Option<(String, Picks)>,
    /// The candidate that it is about, or those that it names.
    pub candidates: Vec<CandidateIx>,
    /// Whether it is about one candidate before all.
    pub about: About,
}

/// What a row is about before all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum About {
    /// A portfolio, or nothing in particular.
    #[default]
    Portfolio,
    /// Its first candidate.
    Candidate,
}

/// A picture above a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Picture {
    Plot(Plot),
    Heat(Heat),
    Stacks(Stacks),
}

/// A column of bars that is drawn inside a table.
pub(super) struct Bars {
    /// The column of the table before which it stands.
    pub before: usize,
    pub title: String,
    pub help: String,
    pub cells: Vec<(String, Role)>,
}

/// The cells of a bar inside a table.
pub(super) const BAR: usize = 14;

/// A bar as text, with its empty rest.
pub(super) fn bar_text(
    value: rust_decimal::Decimal,
    full: rust_decimal::Decimal,
    series: usize,
    glyphs: Glyphs,
) -> String {
    let wide = u16::try_from(BAR).unwrap_or(0);
    let used = usize::from(crate::tui::widgets::bar::length(value, full, wide));
    format!("{}{}", glyphs.bar(series).repeat(used), glyphs.empty().repeat(BAR - used))
}

/// The number in a cell of a table.
pub(super) fn figure(table: &Table, row: usize, key: &str) -> Option<rust_decimal::Decimal> {
    let at = table.columns.iter().position(|column| column.key == key)?;
    match table.rows.get(row)?.get(at)?.bare() {
        Value::Figure(figure) => Some(*figure),
        Value::Count(count) => Some((*count).into()),
        Value::Year(year) => Some((*year).into()),
        _ => None,
    }
}

/// The words in a cell of a table.
pub(super) fn word<'a>(table: &'a Table, row: usize, key: &str) -> &'a str {
    let at = table.columns.iter().position(|column| column.key == key);
    match at.and_then(|at| table.rows.get(row)?.get(at)) {
        Some(Value::Word(text)) => text,
        Some(value) => value.ids().first().map_or("", String::as_str),
        _ => "",
    }
}

/// The marks of the recommended and the own portfolio on a plot.
pub(super) fn own_marks(shown: ShownRun<'_>) -> impl Iterator<Item = Mark> {
    shown.marks.iter().rev().map(|mark| match mark.whose {
        Whose::Recommended => Mark { at: mark.at, sign: "R", word: "recommended", role: Role::Good },
        Whose::Own => Mark { at: mark.at, sign: "O", word: "own", role: Role::Accent },
    })
}
