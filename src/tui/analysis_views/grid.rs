//! A table of what an analysis found: the cells of its report, with bars where they help.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::parts::Bars;
use super::pictures::bars;
use super::runs::AnalysisViews;
use crate::analyse::AnalysisKind;
use crate::model::label::beyond_shared;
use crate::report::{Audience, Kind as Holds, Table, Value};
use crate::tui::table::{Grid, GridColumn, Total};
use crate::tui::theme::{Glyphs, Role};

/// A table of what an analysis found.
pub(crate) struct AnalysisGrid<'a> {
    table: &'a Table,
    columns: Vec<GridColumn>,
    sources: Vec<Source>,
    bars: Option<Bars>,
    glyphs: Glyphs,
}

/// Where the cells of a column come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Cell(usize),
    Bar,
}

/// What filters call the column of bars.
pub(crate) const BAR_COLUMN: &str = "bar";

/// First columns that stay at the left: names, not figures.
const PINNED: [&str; 9] =
    ["candidate", "world", "scenario", "domain", "ministry", "way", "service", "portfolio", "rank"];

impl<'a> AnalysisGrid<'a> {
    /// The table with this key, if it is there.
    pub fn new(views: &'a AnalysisViews, kind: AnalysisKind, key: &str, glyphs: Glyphs) -> Option<Self> {
        let shown = views.shown(kind)?;
        let table = shown.table(key)?;
        let bars = bars(shown, table, glyphs);
        let mut grid = Self { table, columns: Vec::new(), sources: Vec::new(), bars, glyphs };
        for at in 0..table.columns.len() {
            if let Some(bars) = grid.bars.as_ref().filter(|bars| bars.before == at) {
                grid.columns.push(GridColumn::text(BAR_COLUMN, &bars.title, bars.help.clone()));
                grid.sources.push(Source::Bar);
            }
            grid.columns.push(column(table, at, &shown.report.case.money));
            grid.sources.push(Source::Cell(at));
        }
        Some(grid)
    }

    fn value(&self, row: usize, column: usize) -> Option<&'a Value> {
        match self.sources.get(column)? {
            Source::Cell(at) => self.table.rows.get(row)?.get(*at),
            Source::Bar => None,
        }
    }
}

fn column(table: &Table, at: usize, money: &str) -> GridColumn {
    let of = &table.columns[at];
    let whole = table.rows.iter().all(|row| {
        matches!(row.get(at).map(Value::bare), Some(Value::Count(_) | Value::Year(_) | Value::Figure(_) | Value::Empty))
    });
    let head = of.head_for(Audience::Terminal);
    let (title, unit) = match of.kind {
        Holds::Money(_) => (head, money),
        _ => head.split_once(", ").unwrap_or((head, "")),
    };
    // The names of two axes may begin alike, so that they would be cut to the same.
    let is_axis = ["first", "second"].contains(&of.key.as_str());
    let heads = table.columns.iter().filter(|column| ["first", "second"].contains(&column.key.as_str()));
    let title = if is_axis { beyond_shared(title, heads.map(|column| column.head.as_str())) } else { title };
    let title = title.to_owned();
    let is_whole = title == of.head;
    // Budgets along a frontier, objectives and ranks come to nothing.
    let adds = ["cost", "bill", "spent", "paid"].iter().any(|word| of.key.contains(word));
    let unit_words = if unit.is_empty() { String::new() } else { format!("{unit}. ") };
    GridColumn {
        id: of.key.clone(),
        title,
        number: of.places().is_some() || (whole && !table.rows.is_empty()),
        pinned: at == 0 && PINNED.contains(&of.key.as_str()),
        is_id: false,
        titled: true,
        total: if adds { Total::Sum } else { Total::Range },
        source: None,
        unit: unit.to_owned(),
        help: Cow::Owned(format!(
            "{}{unit_words}{}: {}",
            if is_whole || !unit.is_empty() { String::new() } else { format!("{}. ", of.head) },
            table.title,
            table.note
        )),
    }
}

impl Grid for AnalysisGrid<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.table.rows.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        match self.sources.get(column) {
            Some(Source::Bar) => {
                let cell = self.bars.as_ref().and_then(|bars| bars.cells.get(row));
                Cow::Borrowed(cell.map_or("", |(text, _)| text.as_str()))
            }
            Some(Source::Cell(at)) => {
                let places = self.table.columns.get(*at).and_then(crate::report::Column::places);
                match self.value(row, column).map(Value::bare) {
                    Some(Value::Text(text)) => Cow::Borrowed(text.as_str()),
                    Some(Value::Flag(flag)) if self.table.columns[*at].key.starts_with("in_") => {
                        Cow::Borrowed(if *flag { self.glyphs.yes() } else { self.glyphs.empty() })
                    }
                    Some(value) => Cow::Owned(value.shown(places)),
                    None => Cow::Borrowed(""),
                }
            }
            None => Cow::Borrowed(""),
        }
    }

    fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        match self.value(row, column)?.bare() {
            Value::Figure(figure) => Some(*figure),
            Value::Count(count) => Some((*count).into()),
            Value::Year(year) => Some((*year).into()),
            _ => None,
        }
    }

    fn role(&self, row: usize, column: usize) -> Role {
        if let Some(Source::Bar) = self.sources.get(column) {
            return self.bars.as_ref().and_then(|bars| bars.cells.get(row)).map_or(Role::Text, |(_, role)| *role);
        }
        match self.value(row, column).map(Value::bare) {
            Some(Value::Text(text) | Value::Word(text)) => role_of(text),
            Some(Value::Flag(true)) => Role::Good,
            Some(Value::Flag(false) | Value::Empty) => Role::Dim,
            _ => Role::Text,
        }
    }
}

/// How a word looks that says what is proven or how a candidate stands.
fn role_of(word: &str) -> Role {
    // Several words have commas between them.
    match word.split(',').next().unwrap_or(word) {
        "proven" | "core" | "together" => Role::Good,
        "not proven" | "borderline" => Role::Warn,
        "impossible" | "irreplaceable" | "cannot be had" => Role::Bad,
        "main knee" | "knee" | "compromise" | "equal sacrifice" => Role::Accent,
        "exterior" => Role::Dim,
        _ => Role::Text,
    }
}
