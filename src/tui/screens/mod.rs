//! The screens, one file each.
//!
//! A screen's file says what it is called, what can be done on it and by which function, what table it shows, and draws it. A new
//! screen is its file, a line in [`SCREENS`], and its texts in `messages`: `screen-ID-title` and `screen-ID-doc`.

pub(crate) mod analyses;
pub(crate) mod budgets;
pub(crate) mod candidates;
pub(crate) mod changes;
pub(crate) mod compare;
mod drawn_table;
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
mod spec;
mod story;
pub(crate) mod tables;
#[cfg(test)]
mod tests;

use ratatui::layout::Rect;

use super::app::App;
use super::canvas::Canvas;
use super::commands::Context;
use super::screen::{Screen, TableKey};
use super::table::Grid;
use drawn_table::sheet;

use crate::messages::text_of;

pub(crate) use spec::Spec;

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
        TableKey::Sheet(table) => sheet(app, document, table).1,
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
