//! Portfolio: the picks with start, in force, shares and bill, the proof, and what is spent by ministry and year.

use super::drawn_table::draw_table;
use crate::model::{Candidate, CandidateIx};
use crate::say;
use crate::tui::actions::{self, edits, own, repairs};
use crate::tui::canvas::{Canvas, Role, below, row, top};
use crate::tui::state::{App, Binding, Command as C, Document, Popup, Run as R, Screen, Spec, TableKey, bind};
use ratatui::layout::Rect;

mod grid;
mod head;
mod proof;

pub(crate) use grid::{PortfolioGrid, payers};
pub(crate) use head::{progress_words, so_far};
pub(crate) use proof::{impossible, proof, together};

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["5"]),
    commands: COMMANDS,
    instead: &[(C::Edit, R::It(edits::open_candidate)), (C::EditRow, R::It(edits::open_candidate))],
    grid: |app, document| Some(Box::new(PortfolioGrid::new(document, app.glyphs))),
    candidates,
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(Screen::PORTFOLIO)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::SwapWhose, "whose", &["W"], 0, R::It(actions::swap_whose)),
    bind(C::ToggleOwn, "toggle-own", &["space"], 2, R::It(own::toggle)),
    bind(C::SetStart, "set-start", &["S"], 4, R::It(own::ask_start)),
    bind(C::SetShares, "set-shares", &["P"], 3, R::It(own::ask_shares)),
    bind(C::ExplainCandidate, "explain-candidate", &["w"], 2, R::It(repairs::explain)),
    bind(C::LockIn, "lock-in", &["+"], 3, R::Which(edits::lock)),
    bind(C::LockOut, "lock-out", &["-"], 3, R::Which(edits::lock)),
    bind(C::Unlock, "unlock", &["\\"], 0, R::It(edits::unlock)),
];

fn empty() -> String {
    say!("portfolio-here-stands-recommended-portfolio")
}

/// Lines below the table with the sentence about the pick under the cursor.
const DETAIL: u16 = 4;

/// Lines above the table: the answer, its proof, the own portfolio, what each ministry gains by its own weights.
const HEAD: u16 = 4;

/// Where the table stands: below the proof.
fn table_area(body: Rect) -> Rect {
    let area = below(body, HEAD);
    if area.height >= 30 {
        top(area, area.height - DETAIL - 14)
    } else if area.height >= 12 {
        top(area, area.height - DETAIL)
    } else {
        area
    }
}

/// Draws the screen: the proof, the picks, why the one under the cursor, and what is spent.
fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    head::draw_proof(app, document, canvas, top(body, HEAD));
    let table = table_area(body);
    let impossible = document.best.shown.as_ref().filter(|shown| shown.answer.conflict.is_some());
    let so_far = document.best.running.as_ref().and_then(so_far);
    let empty = so_far.unwrap_or_else(|| impossible.map_or_else(empty, |shown| proof(shown, document.is_stale())));
    draw_table(app, canvas, table, TableKey::PORTFOLIO, &empty);
    let rest = below(body, table.y - body.y + table.height);
    if rest.height == 0 {
        return;
    }
    let detail = top(rest, DETAIL);
    canvas.repeat(row(detail, 0), canvas.glyphs.horizontal(), Role::Line);
    let grid = PortfolioGrid::new(document, app.glyphs);
    let pick = app.table_state(TableKey::PORTFOLIO).current().and_then(|row| grid.candidate(row));
    if let Some(ix) = pick {
        canvas.paragraph(below(detail, 1), &app.said(&why(document, &document.case()[ix])), Role::Text);
    }
    super::budgets::draw_together(app, document, canvas, below(rest, detail.height));
}

/// The sentence why a candidate is in the recommended portfolio; of one that is in the own portfolio only, what it is.
fn why(document: &Document, candidate: &Candidate) -> String {
    let recommended = document.best.shown.as_ref().and_then(|shown| {
        let picks = &shown.answer.evaluation.as_ref()?.picks;
        let at = picks.iter().position(|pick| shown.case[pick.candidate].id == candidate.id)?;
        shown.story.get(at).cloned()
    });
    recommended.unwrap_or_else(|| {
        say!("portfolio-your-own-portfolio", candidates = super::candidates::words(document.case(), candidate))
    })
}

/// Shows what is proven of the recommended portfolio.
pub(crate) fn show_proof(app: &mut App) {
    let text = app.document.as_ref().and_then(|document| {
        let shown = document.best.shown.as_ref()?;
        Some(proof(shown, document.is_stale()))
    });
    match text {
        Some(text) => {
            app.proof_seen = true;
            app.popups.push(Popup::text(&say!("jobs-proof"), text));
        }
        None => app.note(say!("overview-no-portfolio-recommended")),
    }
}

/// The candidates of the marked rows, or of the one under the cursor.
fn candidates(app: &App, document: &Document) -> Vec<CandidateIx> {
    let grid = PortfolioGrid::new(document, app.glyphs);
    app.table_state(TableKey::PORTFOLIO).chosen_rows().into_iter().filter_map(|row| grid.candidate(row)).collect()
}
