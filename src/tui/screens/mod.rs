//! The screens, one file each.
//!
//! A screen's file says what it is called, what can be done on it and by which function, what table it shows, and draws it. A new
//! screen is its file, a line in [`SCREENS`], and its texts in `messages`: `screen-ID-title` and `screen-ID-doc`.

use crate::say;
use std::fmt::Write as _;

pub(crate) mod analyses;
pub(crate) mod budgets;
pub(crate) mod candidates;
pub(crate) mod changes;
pub(crate) mod compare;
#[cfg(test)]
mod dummy;
pub(crate) mod findings;
mod first_steps;
pub(crate) mod overview;
pub(crate) mod picker;
pub(crate) mod portfolio;
pub(crate) mod rules;
pub(crate) mod scenario_grid;
pub(crate) mod scenarios;
pub(crate) mod services;
pub(crate) mod settings;
mod story;
pub(crate) mod tables;
#[cfg(test)]
mod tests;

use ratatui::layout::Rect;

use super::app::App;
use super::canvas::Canvas;
use super::case_table::CaseTable;
use super::commands::{Binding, Command, Context, Run, bind};
use super::document::Document;
use super::screen::Screen;
use super::table::Grid;
use crate::analyse::AnalysisKind;
use crate::messages::text_of;
use crate::model::schema::TableId;

/// A table on some screen; its cursor, order and filter are kept by this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum TableKey {
    /// A table of the case.
    Sheet(TableId),
    /// The table of a screen.
    Of(Screen),
    /// A table of what an analysis found, by its key.
    Study(AnalysisKind, &'static str),
}

/// A screen: what it is called, what can be done on it, what it shows.
pub(crate) struct Spec {
    /// What it is called by.
    pub screen: Screen,
    /// The screen on whose tab it stands, where that is another one.
    pub tab: Option<Screen>,
    /// The keys by which it is gone to from everywhere; none where other screens lead there.
    pub go: Option<&'static [&'static str]>,
    /// Commands about it that hold everywhere.
    pub everywhere: &'static [Binding],
    /// Where commands are looked for that are not its own, the nearest context first.
    pub around: &'static [Context],
    /// Its commands.
    pub commands: &'static [Binding],
    /// What it does for commands of the contexts around it.
    pub instead: &'static [(Command, Run)],
    /// Brings up to date what it shows.
    pub settle: fn(&mut App),
    /// The table that it shows, if it shows one.
    pub table: fn(&App) -> Option<TableKey>,
    /// The cells of the table of its own.
    pub grid: for<'a> fn(&'a App, &'a Document) -> Option<Box<dyn Grid + 'a>>,
    /// Where its table stands in the body of the screen.
    pub area: fn(&App, Rect) -> Rect,
    /// Draws it between the header and the footer.
    pub draw: fn(&App, &Document, &mut Canvas<'_>, Rect),
}

/// Around screens with a table.
const AROUND_TABLE: &[Context] = &[Context::Table, Context::Case, Context::Everywhere];
/// Around screens of a case without one.
const IN_CASE: &[Context] = &[Context::Case, Context::Everywhere];

impl Spec {
    /// A screen of a case with a table that fills it, to be told apart where it is more.
    pub const fn new(screen: Screen) -> Self {
        Self {
            screen,
            tab: None,
            go: None,
            everywhere: &[],
            around: AROUND_TABLE,
            commands: &[],
            instead: &[],
            settle: |_| (),
            table: |_| None,
            grid: |_, _| None,
            area: |_, body| body,
            draw: |_, _, _, _| (),
        }
    }

    /// The command that shows it.
    pub fn binding(&self) -> Option<Binding> {
        let run = Run::Which(crate::tui::update::go);
        Some(bind(Command::Go(self.screen), self.screen.0, self.go?, 0, run))
    }
}

/// Every screen, in the order of their tabs and of the help. A new one is its file and a line here.
pub(crate) const SCREENS: &[&Spec] = &[
    &overview::SPEC,
    &candidates::SPEC,
    &services::SPEC,
    &budgets::SPEC,
    &portfolio::SPEC,
    &rules::SPEC,
    &compare::SPEC,
    &findings::SPEC,
    &tables::SPEC,
    &settings::SPEC,
    &analyses::SPEC,
    &analyses::STUDY_SPEC,
    &scenarios::SPEC,
    &changes::SPEC,
    &scenario_grid::SPEC,
    &picker::SPEC,
    #[cfg(test)]
    &dummy::SPEC,
];

/// The screens with a tab of their own.
pub(crate) fn tabs() -> Vec<Screen> {
    SCREENS.iter().filter(|spec| spec.go.is_some()).map(|spec| spec.screen).collect()
}

impl Screen {
    /// What it is.
    pub(crate) fn spec(self) -> &'static Spec {
        SCREENS.iter().find(|spec| spec.screen == self).unwrap_or(&SCREENS[0])
    }

    /// Its name on its tab.
    pub(crate) fn title(self) -> String {
        text_of("screen", "", self.0, "title")
    }

    /// Its heading in the help.
    pub(crate) fn heading(self) -> String {
        let heading = text_of("screen", "", self.0, "heading");
        if heading.is_empty() { self.title() } else { heading }
    }

    /// The screen on whose tab it stands.
    pub(crate) fn tab(self) -> Self {
        self.spec().tab.unwrap_or(self)
    }

    /// Where its commands are looked for, the nearest context first.
    pub(crate) fn contexts(self) -> Vec<Context> {
        std::iter::once(Context::Screen(self)).chain(self.spec().around.iter().copied()).collect()
    }

    /// The table that it shows, if it shows one.
    pub(crate) fn table(self, app: &App) -> Option<TableKey> {
        (self.spec().table)(app)
    }

    /// Where its table stands in the body of the screen.
    pub(crate) fn table_area(self, app: &App, body: Rect) -> Rect {
        (self.spec().area)(app, body)
    }
}

/// The cells of a table; none while there is nothing to show.
pub(crate) fn grid(app: &App, key: TableKey) -> Option<Box<dyn Grid + '_>> {
    let document = app.document.as_ref()?;
    match key {
        TableKey::Sheet(table) => Some(Box::new(CaseTable::new(document, table).drawn_with(app.glyphs))),
        TableKey::Of(screen) => (screen.spec().grid)(app, document),
        TableKey::Study(kind, table) => Some(Box::new(analyses::StudyGrid::new(document, kind, table, app.glyphs)?)),
    }
}

/// Draws the screen into the body between the header and the footer.
pub(crate) fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    match &app.document {
        Some(document) => (app.screen.spec().draw)(app, document, canvas, body),
        None => picker::draw(app, canvas, body),
    }
}

/// Why nothing of a case with errors can be computed, and where they stand; none where it has none.
pub(crate) fn errors_text(app: &App, document: &Document) -> Option<String> {
    let [errors, ..] = document.snapshot.counts();
    (errors > 0).then(|| {
        say!(
            "screens-case-has-count",
            count_of = crate::session::count_of(errors, "error"),
            keymap = app.keymap.shown(Command::Go(findings::SCREEN), &[Context::Everywhere])
        )
    })
}

/// Draws a table in an area, with the totals of the cursor's column below it, or what belongs there while it is empty.
pub(crate) fn draw_table(app: &App, canvas: &mut Canvas<'_>, area: Rect, key: TableKey, empty: &str) {
    use super::canvas::{below, row, top};
    use super::table::paint;
    use super::theme::Role;
    let Some(grid) = grid(app, key) else {
        canvas.paragraph(super::canvas::inner(area), &app.said(empty), Role::Dim);
        return;
    };
    let state = app.table_state(key);
    let foot = row(area, area.height.saturating_sub(1));
    let body = top(area, area.height.saturating_sub(1));
    paint(canvas, body, grid.as_ref(), &state);
    if grid.rows() == 0 {
        canvas.paragraph(super::canvas::inner(below(body, 1)), &app.said(empty), Role::Dim);
    } else if state.order.is_empty() {
        let text = say!("screens-no-row-matches", filter = state.filter);
        canvas.paragraph(super::canvas::inner(below(body, 1)), &app.said(&text), Role::Dim);
    }
    draw_totals(canvas, foot, grid.as_ref(), &state);
}

/// The line below a table: how many rows, and what the cursor's column adds up to.
fn draw_totals(canvas: &mut Canvas<'_>, area: Rect, grid: &dyn Grid, state: &super::table::TableState) {
    use super::theme::Role;
    use super::widgets::number::plain;
    let totals = &state.totals;
    let at = if state.order.is_empty() { 0 } else { state.row + 1 };
    let mut text = format!("{at} of {}", state.order.len());
    if state.order.len() < grid.rows() {
        text.push_str(&say!("screens-shown-rows-all", rows = grid.rows()));
    }
    if !state.marked.is_empty() {
        let _ = write!(text, ", {} marked", state.marked.len());
    }
    let used = canvas.text(area, &text, Role::Dim);
    let mut rest = super::canvas::after(area, used + 3);
    if !state.filter.is_empty() {
        let used = canvas.pieces(rest, &[("filter ", Role::Dim), (&state.filter, Role::Warn)]);
        rest = super::canvas::after(rest, used + 3);
    }
    let column = grid.columns().get(state.column);
    if let (Some(column), Some(min), Some(max)) = (column.filter(|column| column.number), totals.min, totals.max) {
        let count = if totals.numbers == totals.rows { String::new() } else { format!("count {}  ", totals.numbers) };
        let rows = state.looked_at();
        let sum = if column.total == super::table::Total::Sum {
            format!("sum {}  ", plain(totals.sum))
        } else {
            String::new()
        };
        let text = grid.sum_words(&rows, state.column).unwrap_or_else(|| {
            say!(
                "screens-title-count-sum",
                title = column.title,
                count = count,
                sum = sum,
                plain = plain(min),
                plain_2 = plain(max)
            )
        });
        canvas.right(rest, &text, Role::Dim);
    }
}
