//! Budgets: what each ministry has in each year, to be edited in place, and what the portfolios spend of it.

use std::borrow::Cow;

use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::{TableKey, draw_table};
use crate::measure::Evaluation;
use crate::model::MinistryIx;
use crate::tui::app::App;
use crate::tui::canvas::{Canvas, after, below, left, row, top};
use crate::tui::document::Document;
use crate::tui::table::{Grid, GridColumn};
use crate::tui::text::cells;
use crate::tui::theme::Role;
use crate::tui::widgets::bar;
use crate::tui::widgets::number::{money, plain};

const EMPTY: &str =
    "Here belongs the money of each ministry in each year. The ministries and the years are in the settings (0).";

/// Ministries by years.
pub(crate) struct BudgetGrid<'a> {
    document: &'a Document,
    columns: Vec<GridColumn>,
}

impl<'a> BudgetGrid<'a> {
    /// The table as it is now.
    pub fn new(document: &'a Document) -> Self {
        let case = document.case();
        let mut columns = vec![GridColumn::text("ministry", "ministry", "The ministry.").pinned()];
        for year in case.years() {
            let help = "The ministry's money in this year, before what is carried over. Enter edits it.";
            columns.push(GridColumn::number(&year.to_string(), &year.to_string(), help));
        }
        columns.push(GridColumn::number("sum", "sum", "Over all years."));
        Self { document, columns }
    }

    fn amount(&self, row: usize, column: usize) -> Option<Decimal> {
        let ministry = self.document.case().ministries.get(row)?;
        let years = ministry.budget.len();
        match column {
            0 => None,
            column if column <= years => ministry.budget.get(column - 1).copied(),
            column if column == years + 1 => Some(ministry.budget.iter().sum()),
            _ => None,
        }
    }
}

impl Grid for BudgetGrid<'_> {
    fn rows(&self) -> usize {
        self.document.case().ministries.len()
    }

    fn columns(&self) -> &[GridColumn] {
        &self.columns
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        if column == 0 {
            let name = self.document.case().ministries.get(row).map_or("", |ministry| ministry.name.as_str());
            return Cow::Borrowed(name);
        }
        self.amount(row, column).map_or(Cow::Borrowed(""), |amount| Cow::Owned(plain(amount)))
    }

    fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        self.amount(row, column)
    }
}

/// Where the table stands.
pub(crate) fn table_area(body: Rect) -> Rect {
    top(body, (body.height / 3).max(6).min(body.height))
}

/// Draws the screen.
pub(crate) fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let table = table_area(body);
    draw_table(app, canvas, table, TableKey::Budgets, EMPTY);
    draw_spending(document, canvas, below(body, table.height));
}

/// Spending bars by ministry and year: what the recommended and the own portfolio take of what is available.
pub(crate) fn draw_spending(document: &Document, canvas: &mut Canvas<'_>, area: Rect) {
    let shown = document.best.shown.as_ref();
    let recommended = shown.and_then(|shown| shown.answer.evaluation.as_ref());
    let case = recommended.and(shown).map_or(document.case(), |shown| &shown.case);
    let Some(evaluation) = recommended.or(document.reading.own_evaluation.as_ref()) else { return };
    let of = if recommended.is_some() { "recommended" } else { "own" };
    canvas.repeat(row(area, 0), canvas.glyphs.horizontal(), Role::Line);
    let title = format!(" spending of the {of} portfolio, {} ", case.money_unit());
    canvas.text(after(row(area, 0), 2), &title, Role::Accent);
    let mut y = 1;
    for ministry in case.ministry_ixs() {
        y += draw_ministry(canvas, below(area, y), case, evaluation, ministry);
    }
}

fn draw_ministry(
    canvas: &mut Canvas<'_>,
    area: Rect,
    case: &crate::model::Case,
    evaluation: &Evaluation,
    ministry: MinistryIx,
) -> u16 {
    let Some(years) = evaluation.spending.get(ministry.0) else { return 0 };
    let full = years.iter().map(crate::measure::YearSpending::available).max().unwrap_or_default();
    canvas.text(row(area, 0), &case[ministry].name, Role::Row);
    for (y, year) in (1..area.height).zip(years) {
        let line = row(area, y);
        canvas.text(left(line, 6), &year.year.to_string(), Role::Dim);
        let figures = format!("{} of {}", money(year.spent), money(year.available()));
        canvas.right(left(after(line, 5), 20), &figures, Role::Text);
        let place = after(line, 27);
        let place = left(place, place.width.saturating_sub(24));
        let used = bar::stacked(canvas, place, &[(year.spent, ministry.0)], full);
        let end = bar::length(year.available(), full, place.width).max(used);
        canvas.repeat(left(after(place, used), end - used), canvas.glyphs.empty(), Role::Dim);
        if !year.carried_out.is_zero() {
            let carried = format!("{} carried on", money(year.carried_out));
            canvas.right(left(after(line, 27 + place.width), 24), &carried, Role::Dim);
        }
    }
    cells(years.len()).saturating_add(2)
}
