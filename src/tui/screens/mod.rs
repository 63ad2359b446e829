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
pub(crate) mod pillars;
pub(crate) mod portfolio;
pub(crate) mod proposals;
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

use super::canvas::Canvas;
use super::state::{App, Spec};

/// Every screen, in the order of their tabs and of the help. A new one is its file and a line here.
pub(crate) const SCREENS: &[&Spec] = &[
    &overview::SPEC,
    &pillars::SPEC,
    &candidates::SPEC,
    &services::SPEC,
    &budgets::SPEC,
    &portfolio::SPEC,
    &rules::SPEC,
    &compare::SPEC,
    &proposals::SPEC,
    &findings::SPEC,
    &tables::SPEC,
    &settings::SPEC,
    &analyses::SPEC,
    &analyses::ANALYSIS_SPEC,
    &scenarios::SPEC,
    &changes::SPEC,
    &scenario_grid::SPEC,
    &picker::SPEC,
    #[cfg(test)]
    &dummy::SPEC,
];

/// Draws the screen into the body between the header and the footer.
pub(crate) fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    match &app.document {
        Some(document) => (app.spec().draw)(app, document, canvas, body),
        None => picker::draw(app, canvas, body),
    }
}
