//! The pillars of policy: what each carries of the money and of the gain of the recommended and of the own portfolio, which picks
//! carry it, what the ministries have of each other, and the portfolio in which every pillar carries its part.

mod grid;
mod head;

use crate::analyse::AnalysisKind;
use crate::model::CandidateIx;
use crate::say;
use crate::tui::actions::{self, analyses, own, pillars};
use crate::tui::canvas::{Canvas, Role, below, cells, top};
use crate::tui::screens::candidates::words;
use crate::tui::screens::drawn_table::{draw_table, line_below};
use crate::tui::screens::{findings, portfolio};
use crate::tui::state::{App, Binding, Command as C, Document, Run as R, Screen, Spec, TableKey, bind};
use crate::tui::table::Order;
use grid::PickGrid;
use ratatui::layout::Rect;

pub(crate) const SPEC: Spec = Spec {
    tab: Some(Screen::OVERVIEW),
    everywhere: &[bind(C::Go(Screen::PILLARS), "policy-pillars", &["d"], 0, R::Which(actions::go))],
    commands: COMMANDS,
    settle,
    grid: |app, document| Some(Box::new(PickGrid::new(app, document))),
    candidates,
    area: |app, body| app.document.as_ref().map_or(body, |document| places(app, document, body).table),
    draw,
    ..Spec::new(Screen::PILLARS)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, R::It(go_to_candidate)),
    bind(C::RunAnalysis, "run", &["r"], 1, R::It(|app| analyses::run(app, AnalysisKind::Pillars))),
    bind(C::NextTable, "next-cut", &["]", "["], 2, R::It(pillars::turn_cut)),
    bind(C::NextDifference, "next-match", &["n"], 5, R::Which(next_difference)),
    bind(C::PreviousDifference, "previous-match", &["N"], 0, R::Which(next_difference)),
    bind(C::ShowSummary, "sentences", &["i"], 3, R::It(pillars::show_all)),
    bind(C::ToggleOwn, "toggle-own", &["space"], 3, R::It(own::toggle)),
    bind(C::TakeRow, "take-even", &["T"], 4, R::It(pillars::take_even)),
    bind(C::AnalysisOptions, "options", &["e"], 4, R::It(pillars::set_options)),
    bind(C::ExportAnalysis, "export", &["E"], 5, R::It(pillars::ask_export)),
    bind(C::ExplainCandidate, "explain-candidate", &["w"], 5, R::It(analyses::explain)),
    bind(C::SetStart, "set-start", &["S"], 0, R::It(own::ask_start)),
    bind(C::SetShares, "set-shares", &["P"], 0, R::It(own::ask_shares)),
    bind(C::StopAnalysis, "stop-analysis", &["ctrl-x"], 0, R::It(analyses::stop)),
    bind(C::SkipQuestion, "skip-question", &[], 0, R::It(analyses::skip)),
];

const TABLE: TableKey = TableKey::Of(Screen::PILLARS);

/// Lines that the table needs: its heading, three rows, its totals.
const FEWEST: u16 = 5;
/// Lines below the table about the pick under the cursor, where there is room, with the line between.
const DETAIL: u16 = 5;

/// Brings up to date what the pillars carry.
fn settle(app: &mut App) {
    if let Some(document) = &app.document {
        let run = document.analyses.runs.results.get(&AnalysisKind::Pillars);
        crate::session::pillars::refresh(&mut app.pillars, document, run);
    }
}

/// Where the parts of the screen stand.
struct Places {
    head: Rect,
    notes: Rect,
    table: Rect,
}

fn places(app: &App, document: &Document, body: Rect) -> Places {
    let lines = head::lines(app);
    let head = if lines.is_empty() { 0 } else { cells(lines.len()) + 1 };
    let head = top(body, head.min(body.height / 2));
    let rest = below(body, head.height);
    let wide = usize::from(body.width);
    let notes: usize =
        head::notes(app, document).iter().map(|(text, _)| crate::tui::text::wrap(text, wide).len()).sum();
    let notes = top(rest, cells(notes).min(rest.height.saturating_sub(FEWEST)));
    let rest = below(rest, notes.height);
    let detail = if rest.height >= DETAIL + 14 && !lines.is_empty() { DETAIL } else { 0 };
    Places { head, notes, table: top(rest, rest.height - detail) }
}

fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let at = places(app, document, body);
    let pick = candidates(app, document).first().copied();
    head::draw(app, document, pick, canvas, at.head);
    let mut rest = at.notes;
    for (text, role) in head::notes(app, document) {
        let used = canvas.paragraph(rest, &text, role);
        rest = below(rest, used);
    }
    draw_table(app, canvas, at.table, TABLE, &empty(app, document));
    if at.table.bottom() < body.bottom() {
        let detail = line_below(canvas, body, at.table);
        if let Some(ix) = pick {
            canvas.paragraph(detail, &app.said(&words(document.case(), &document.case()[ix])), Role::Text);
        }
    }
}

/// What stands in the table while there is no pick: why there is none, and what brings one.
fn empty(app: &App, document: &Document) -> String {
    if let Some(errors) = findings::errors_text(app, document) {
        return errors;
    }
    if let Some(running) = &document.best.running {
        return portfolio::progress_words(app, running);
    }
    let conflict = document.best.shown.as_ref().and_then(|shown| shown.answer.conflict.as_ref());
    conflict.map_or_else(|| say!("pillars-no-portfolio"), |conflict| portfolio::impossible(app, conflict))
}

/// The candidates of the marked rows, or of the one under the cursor.
fn candidates(app: &App, document: &Document) -> Vec<CandidateIx> {
    let grid = PickGrid::new(app, document);
    app.table_state(TABLE).chosen_rows().into_iter().filter_map(|row| grid.candidate(row)).collect()
}

/// Goes to the next pick that one portfolio has and another has not, or to the one before.
fn next_difference(app: &mut App, command: C) {
    let direction = if command == C::NextDifference { Order::Up } else { Order::Down };
    let Some(document) = &app.document else { return };
    let differs = PickGrid::new(app, document).differing();
    let found = app.with_table(TABLE, |_, state| state.step_to(direction, |row| differs.contains(&row)));
    if found != Some(true) {
        app.note(say!("pillars-all-same"));
    }
}

/// Goes to the candidate of the pick under the cursor.
fn go_to_candidate(app: &mut App) {
    let id = app.document.as_ref().and_then(|document| {
        let row = app.table_state(TABLE).current()?;
        Some(document.case()[PickGrid::new(app, document).candidate(row)?].id.clone())
    });
    match id {
        Some(id) => analyses::go_to_candidate(app, &id),
        None => app.note(say!("pillars-no-portfolio")),
    }
}
