//! Budgets: what each ministry has in each year, to be edited in place, and what a portfolio does with it: spent, carried
//! on, and left to lapse.

use super::drawn_table::draw_table;
use crate::measure::{Evaluation, YearSpending};
use crate::messages::word;
use crate::model::schema::TableId;
use crate::model::{Case, Level};
use crate::say;
use crate::session::rows::budget_row;
use crate::tui::actions;
use crate::tui::actions::edits::{is_refused, year_of};
use crate::tui::canvas::{Canvas, Role, after, below, cells, left, row, top, width};
use crate::tui::state::{
    App, Binding, Command as C, Document, Popup, Purpose, Run as R, Screen, Spec, TableKey, Whose, bind,
};
use crate::tui::table::{Grid, GridColumn};
use crate::tui::widgets::bar;
use crate::tui::widgets::number::{money, plain, rounded};
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use std::borrow::Cow;

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["4"]),
    commands: COMMANDS,
    instead: &[(C::Edit, R::It(edit_budget))],
    grid: |_, document| Some(Box::new(BudgetGrid::new(document))),
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(Screen::BUDGETS)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::SwapWhose, "whose", &["W"], 2, R::It(actions::swap_whose)),
];

/// Ministries by years.
pub(crate) struct BudgetGrid<'a> {
    document: &'a Document,
    columns: Vec<GridColumn>,
}

impl<'a> BudgetGrid<'a> {
    pub fn new(document: &'a Document) -> Self {
        let case = document.case();
        let mut columns = vec![GridColumn::text("ministry", &word("ministry"), say!("budgets-ministry")).pinned()];
        for year in case.years() {
            let help = say!("budgets-ministry-s-money-year");
            columns.push(GridColumn::number(&year.to_string(), &year.to_string(), help));
        }
        columns.push(GridColumn::number("sum", &word("sum"), say!("budgets-over-all-years-changes")));
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

    /// The row of `budgets.csv` that a cell shows, if there is one.
    fn source(&self, row: usize, column: usize) -> Option<usize> {
        let ministry = self.document.case().ministries.get(row)?;
        crate::session::rows::budget_row(self.document, &ministry.id, year_of(self.document.case(), column)?)
    }
}

impl Grid for BudgetGrid<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.document.case().ministries.len(), &self.columns)
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

    fn role(&self, row: usize, column: usize) -> Role {
        let level =
            self.source(row, column).and_then(|at| self.document.snapshot.level(TableId::Budgets, at, "amount"));
        match level {
            Some(Level::Error) => Role::Bad,
            Some(Level::Warning) => Role::Warn,
            _ if column > self.document.case().years().count() => Role::Dim,
            _ => Role::Text,
        }
    }
}

fn table_area(body: Rect) -> Rect {
    top(body, (body.height / 6).clamp(5, 9).min(body.height))
}

fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let table = table_area(body);
    draw_table(app, canvas, table, TableKey::BUDGETS, &say!("budgets-here-belongs-money-each"));
    draw_spending(app, document, canvas, below(body, table.height));
}

/// The portfolio whose spending is shown: the one asked for, or else the one that is there.
fn spender<'a>(app: &App, document: &'a Document) -> Option<(&'static str, &'a Case, &'a Evaluation)> {
    let shown = document.best.shown.as_ref();
    let recommended = shown.and_then(|shown| Some(("recommended", &*shown.case, shown.answer.evaluation.as_ref()?)));
    let own = document.snapshot.own_evaluation.as_ref().map(|own| ("own", document.case(), own));
    match app.whose {
        Whose::Recommended => recommended.or(own),
        Whose::Own => own.or(recommended),
    }
}

// What the parts of a bar stand for, by the number of their series.
const SPENT: usize = 0;
const CARRIED: usize = 1;

/// Bars by ministry and year: of what is available, what is spent, what is carried on to the next year, and what lapses.
pub(crate) fn draw_spending(app: &App, document: &Document, canvas: &mut Canvas<'_>, area: Rect) {
    let Some((of, case, evaluation)) = spender(app, document) else { return };
    canvas.repeat(row(area, 0), canvas.glyphs.horizontal(), Role::Line);
    let title = say!("budgets-what-portfolio-does", of = word(of), money_unit = case.money_unit());
    let used = canvas.text(after(row(area, 0), 2), &title, Role::Accent);
    draw_legend(canvas, after(row(area, 0), used + 4));
    let largest = |years: &Vec<YearSpending>| years.iter().map(YearSpending::available).max().unwrap_or_default();
    let full = evaluation.spending.iter().map(largest).max().unwrap_or_default();
    let notes = evaluation.spending.iter().flatten().map(|year| width(&notes_of(year).0)).max().unwrap_or(0);
    // A cell is free before them.
    let room = cells(notes + 1).clamp(if area.width >= 100 { 34 } else { 22 }, (area.width / 2).max(34));
    let mut y = 1;
    let mut all: Vec<_> = case.ministries.iter().zip(&evaluation.spending).collect();
    let lines: usize = all.iter().map(|(_, years)| years.len() + 2).sum();
    if lines > usize::from(area.height) && !all.is_empty() {
        // Where not all fit, the ministry under the cursor comes first.
        let first = app.table_state(TableKey::BUDGETS).current().unwrap_or(0) % all.len();
        all.rotate_left(first);
    }
    for (ministry, years) in all {
        let place = below(area, y);
        let spent: Decimal = years.iter().map(|year| year.spent).sum();
        let has: Decimal = years.iter().map(|year| year.budget).sum();
        let lapsed: Decimal = years.iter().map(YearSpending::lapsed).sum();
        let sums =
            say!("budgets-spent-has-spent", spent = money(spent), available = money(has), lapsed = money(lapsed));
        canvas.pieces(row(place, 0), &[(&ministry.name, Role::Row), (&sums, Role::Dim)]);
        for (line, year) in (1..place.height).zip(years) {
            draw_year(canvas, row(place, line), year, (full, room));
        }
        y += cells(years.len()).saturating_add(2);
    }
    draw_sums(canvas, below(area, y), case, evaluation);
}

/// What all ministries spend together in each year.
pub(crate) fn draw_together(app: &App, document: &Document, canvas: &mut Canvas<'_>, area: Rect) {
    let Some((of, case, evaluation)) = spender(app, document) else { return };
    canvas.repeat(row(area, 0), canvas.glyphs.horizontal(), Role::Line);
    let title = say!("budgets-what-portfolio-spends", of = word(of), money_unit = case.money_unit());
    canvas.text(after(row(area, 0), 2), &title, Role::Accent);
    draw_sums(canvas, below(area, 1), case, evaluation);
}

fn draw_legend(canvas: &mut Canvas<'_>, area: Rect) {
    let glyphs = canvas.glyphs;
    let [spent, carried, lapses, own] =
        ["spent", "carried on", "lapses", "own budget"].map(|it| format!(" {}  ", word(it)));
    let pieces = [
        (glyphs.bar(SPENT), Role::Series(SPENT)),
        (spent.as_str(), Role::Dim),
        (glyphs.bar(CARRIED), Role::Series(CARRIED)),
        (carried.as_str(), Role::Dim),
        (glyphs.empty(), Role::Dim),
        (lapses.as_str(), Role::Dim),
        (glyphs.vertical(), Role::Text),
        (own.trim_end(), Role::Dim),
        (" ", Role::Dim),
    ];
    let need: usize = pieces.iter().map(|(text, _)| width(text)).sum();
    if need < usize::from(area.width) {
        canvas.text(left(area, 1), " ", Role::Dim);
        canvas.pieces(after(area, 1), &pieces);
    }
}

/// A year of a ministry: figures, and a bar of what is available in its parts; `|` stands where its own budget ends.
fn draw_year(canvas: &mut Canvas<'_>, line: Rect, year: &YearSpending, (full, room): (Decimal, u16)) {
    canvas.text(left(line, 5), &year.year.to_string(), Role::Dim);
    let from = if year.carried_in.is_zero() { String::new() } else { format!(" + {}", money(year.carried_in)) };
    let figures = say!("budgets-of", part = money(year.spent), whole = money(year.budget)) + &from;
    canvas.right(left(after(line, 5), 20), &figures, Role::Text);
    let (notes, role) = notes_of(year);
    let place = after(line, 27);
    let place = left(place, place.width.saturating_sub(room));
    let parts = [(year.spent.min(year.available()), SPENT), (year.carried_out, CARRIED)];
    let used = bar::stacked(canvas, place, &parts, full);
    let end = bar::length(year.available(), full, place.width).max(used);
    canvas.repeat(left(after(place, used), end - used), canvas.glyphs.empty(), Role::Dim);
    if !year.carried_in.is_zero() {
        let at = bar::length(year.budget, full, place.width).min(end.saturating_sub(1));
        canvas.text(left(after(place, at), 1), canvas.glyphs.vertical(), Role::Text);
    }
    canvas.text(after(line, 28 + place.width), &notes, role);
}

/// What the figures of a year do not say yet, in words.
fn notes_of(year: &YearSpending) -> (String, Role) {
    if year.left() < Decimal::ZERO {
        return (say!("budgets-left-over-budget", left = money(-year.left())), Role::Bad);
    }
    let mut notes = Vec::new();
    if !rounded(year.carried_out, 1).is_zero() {
        notes.push(say!("budgets-carried-out-carried", carried_out = money(year.carried_out)));
    }
    if !rounded(year.lapsed(), 1).is_zero() {
        notes.push(say!("budgets-lapses", amount = money(year.lapsed())));
    }
    (notes.join(", "), Role::Dim)
}

/// What all ministries spend together, year by year, each ministry a part of the bar.
fn draw_sums(canvas: &mut Canvas<'_>, area: Rect, case: &Case, evaluation: &Evaluation) {
    let years = evaluation.spending.first().map_or(0, Vec::len);
    if usize::from(area.height) < years + 1 {
        return;
    }
    let of = |year: usize| evaluation.spending.iter().filter_map(move |years| years.get(year));
    let full: Decimal = (0..years).map(|year| of(year).map(YearSpending::available).sum()).max().unwrap_or_default();
    let used = canvas.text(row(area, 0), &say!("budgets-together"), Role::Row);
    let mut legend = after(row(area, 0), used + 1);
    for (at, ministry) in case.ministries.iter().enumerate() {
        let pieces = [(canvas.glyphs.bar(at), Role::Series(at)), (" ", Role::Dim), (ministry.name.as_str(), Role::Dim)];
        let used = canvas.pieces(legend, &pieces);
        legend = after(legend, used + 2);
    }
    canvas.pieces(legend, &[(canvas.glyphs.empty(), Role::Dim), (&say!("budgets-not-spent-year"), Role::Dim)]);
    for (y, year) in (1..area.height).zip(0..years) {
        let line = row(area, y);
        let number = of(year).next().map_or_else(String::new, |it| it.year.to_string());
        canvas.text(left(line, 5), &number, Role::Dim);
        let (spent, has): (Decimal, Decimal) =
            (of(year).map(|it| it.spent).sum(), of(year).map(YearSpending::available).sum());
        canvas.right(
            left(after(line, 5), 20),
            &say!("budgets-of", part = money(spent), whole = money(has)),
            Role::Text,
        );
        let place = after(line, 27);
        let place = left(place, place.width.saturating_sub(if line.width >= 100 { 34 } else { 22 }));
        let parts: Vec<(Decimal, usize)> = of(year).map(|it| it.spent).zip(0..).collect();
        let used = bar::stacked(canvas, place, &parts, full);
        let end = bar::length(has, full, place.width).max(used);
        canvas.repeat(left(after(place, used), end - used), canvas.glyphs.empty(), Role::Dim);
    }
}

/// Edits the amount under the cursor.
fn edit_budget(app: &mut App) {
    if is_refused(app) {
        return;
    }
    let state = app.table_state(TableKey::BUDGETS);
    let Some(document) = &app.document else { return };
    let case = document.case();
    let Some(ministry) = state.current().and_then(|row| case.ministries.get(row)) else { return };
    let Some(year) = year_of(case, state.column) else {
        return app.note(say!("edits-go-year-left"));
    };
    let sheet = document.book.sheet(TableId::Budgets);
    let text = budget_row(document, &ministry.id, year).map_or("", |row| sheet.cell(row, "amount"));
    let title = say!("budgets-prompt", ministry = ministry.name, year = year, unit = case.money_unit());
    let purpose = Purpose::Budget { ministry: ministry.id.clone(), year };
    let help = say!("edits-ministry-s-money-year");
    app.popups.push(Popup::ask(title, help, text, purpose, Some(document)));
}
