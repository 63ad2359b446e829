//! Compare: two portfolios side by side, aligned by id, also of the case as it was before the last edits or of a second
//! case, then with every cell in which the two cases differ; `n` goes to the next difference.

use crate::say;
use crate::session::comparison::Side;
use crate::session::count_of;
use crate::tui::actions::{second_case, side_by_side};
use crate::tui::canvas::{Canvas, Role, below, row, width};
use crate::tui::screens::drawn_table::draw_table;
use crate::tui::state::{App, Binding, Command as C, Document, Run as R, Screen, Spec, TableKey, bind};
use ratatui::layout::Rect;

mod grid;
mod keys;

pub(super) use grid::{group_title, pick_words};

use grid::{differing, grid};

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["7"]),
    commands: COMMANDS,
    settle,
    grid,
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(Screen::COMPARE)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::ChooseOther, "choose-other", &["c"], 1, R::It(keys::choose_sides)),
    bind(C::OpenBeside, "open-beside", &["b"], 1, R::It(second_case::ask)),
    bind(C::Edit, "edit", &["enter"], 5, R::It(keys::go_to_pick)),
    bind(C::ExplainCandidate, "explain-candidate", &["w"], 5, R::It(keys::explain)),
    bind(C::ForgetKept, "forget-kept", &["D"], 0, R::It(keys::ask_forget)),
    bind(C::ExportTable, "export", &["E"], 4, R::It(side_by_side::ask)),
    bind(C::TakeRow, "take-right", &["T"], 3, R::It(keys::take_right)),
    bind(C::Only("take-pick"), "take-pick", &["P"], 3, R::It(keys::take_pick)),
    bind(C::NextDifference, "next-match", &["n"], 2, R::Which(keys::next_difference)),
    bind(C::PreviousDifference, "previous-match", &["N"], 0, R::Which(keys::next_difference)),
];

/// Brings what stands on the sides up to date with the case.
pub(super) fn settle(app: &mut App) {
    let Some(document) = &app.document else { return };
    if let Some(second_case) = &mut app.comparison.second_case {
        second_case.refresh(document.generation, &document.book);
    }
    for file in &mut app.comparison.files {
        file.refresh(&document.snapshot);
    }
}

fn table_area(body: Rect) -> Rect {
    below(body, 1)
}

/// The money of the two sides, where it is not in the same unit: a difference of it means nothing.
fn units(app: &App, document: &Document) -> Option<(String, String)> {
    let comparison = &app.comparison;
    let of = |side: &Side| side.data(comparison, document).map(|data| data.case.money_unit());
    of(&comparison.left).zip(of(&comparison.right)).filter(|(left, right)| left != right)
}

fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let mut text = match differing(app) {
        Some(differences) => count_of(differences.len(), "difference"),
        None => say!("compare-one-them-not"),
    };
    let own = matches!(app.comparison.left, Side::Own) || matches!(app.comparison.right, Side::Own);
    if own && document.own.picks.is_empty() {
        text.push_str(&say!("compare-own-empty"));
    }
    let line = row(body, 0);
    let (left_name, and, right_name) = (app.comparison.left.name(), say!("compare-and"), app.comparison.right.name());
    let pieces = [
        (left_name.as_str(), Role::Accent),
        (and.as_str(), Role::Dim),
        (right_name.as_str(), Role::Accent),
        (": ", Role::Dim),
        (text.as_str(), Role::Text),
    ];
    let needed: usize = pieces.iter().map(|(text, _)| width(text)).sum();
    // What the figures are in gives way to what stands beside what; the lines say it, too.
    let state = state(app, document)
        .filter(|(state, role)| *role != Role::Dim || needed + 2 + width(state) <= usize::from(line.width));
    let taken = state.map_or(0, |(state, role)| canvas.right(line, &state, role) + 2);
    canvas.pieces(Rect { width: line.width.saturating_sub(taken), ..line }, &pieces);
    let errors = crate::tui::screens::findings::errors_text(app, document);
    draw_table(
        app,
        canvas,
        table_area(body),
        TableKey::COMPARE,
        errors.as_deref().unwrap_or(&say!("compare-here-two-portfolios-stand")),
    );
}

/// At the right of the first line: what is looked for, or what the figures are in.
fn state(app: &App, document: &Document) -> Option<(String, Role)> {
    let comparison = &app.comparison;
    if let Some(running) = comparison.second_case.as_ref().filter(|second_case| second_case.running.is_some()) {
        return Some((say!("compare-looking-best-portfolio", running = running.name()), Role::Warn));
    }
    if let Some(error) = comparison.second_case.as_ref().and_then(|second_case| second_case.error.as_ref()) {
        return Some((error.clone(), Role::Bad));
    }
    if let Some((left, right)) = units(app, document) {
        return Some((say!("compare-money-left-right", left = left, right = right), Role::Bad));
    }
    let data = comparison.right.data(comparison, document)?;
    let unit = say!("compare-money-money-unit", money_unit = data.case.money_unit(), replace = data.case.last_year);
    Some((unit, Role::Dim))
}
