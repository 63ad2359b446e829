//! Candidates: every column of the file, whether each is in the recommended and in the own portfolio, and its worth; below
//! the table what the one under the cursor is.

use super::drawn_table::{draw_table, line_below};
use crate::messages::word;
use crate::model::ownership::called;
use crate::model::schema::TableId;
use crate::model::{Candidate, CandidateIx, Case, MinistryIx, Status};
use crate::say;
use crate::tui::actions::{analyses, edits, own};
use crate::tui::canvas::{Canvas, Role, top};
use crate::tui::state::{App, Binding, Command as C, Document, Run as R, Screen, Spec, TableKey, bind};
use crate::tui::widgets::number::{money, plain};
use ratatui::layout::Rect;
use std::fmt::Write as _;

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["2"]),
    commands: COMMANDS,
    table: |_| Some(TableKey::CANDIDATES),
    candidates,
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(Screen::CANDIDATES)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::ToggleOwn, "toggle-own", &["space"], 2, R::It(own::toggle)),
    bind(C::SetStart, "set-start", &["S"], 0, R::It(own::ask_start)),
    bind(C::SetShares, "set-shares", &["P"], 0, R::It(own::ask_shares)),
    bind(C::LockIn, "lock-in", &["+"], 3, R::Which(edits::lock)),
    bind(C::LockOut, "lock-out", &["-"], 3, R::Which(edits::lock)),
    bind(C::Unlock, "unlock", &["\\"], 0, R::It(edits::unlock)),
    bind(C::ExplainCandidate, "explain-candidate", &["w"], 2, R::It(analyses::explain)),
];

/// Lines below the table about the candidate under the cursor, with the line between: where there is little room, and where
/// there is much.
const DETAIL: [u16; 2] = [4, 6];

fn table_area(body: Rect) -> Rect {
    let detail = if body.height >= 28 { DETAIL[1] } else { DETAIL[0] };
    if body.height >= detail + 10 { top(body, body.height - detail) } else { body }
}

fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let table = table_area(body);
    let key = TableKey::Sheet(TableId::Candidates);
    draw_table(app, canvas, table, key, &say!("candidates-here-belong-investments-could"));
    let detail = line_below(canvas, body, table);
    let candidate = app.table_state(key).current().and_then(|at| document.snapshot.candidate(at));
    if let Some(ix) = candidate {
        let words = words(document.case(), &document.case()[ix]);
        canvas.paragraph(detail, &app.said(&words), Role::Text);
    }
}

/// What a candidate is, in words: its name, what it costs when, who may pay, when it may start and holds, and what it moves.
pub(crate) fn words(case: &Case, it: &Candidate) -> String {
    let mut text = it.name.clone();
    let lock = match it.status {
        Status::Free => String::new(),
        Status::LockedIn => word("locked in"),
        Status::LockedOut => word("locked out"),
    };
    if !lock.is_empty() {
        let reason = if it.reason.is_empty() { say!("candidates-no-reason-given") } else { it.reason.clone() };
        let _ = write!(text, " ({lock}: {reason})");
    }
    let costs: Vec<String> = it.costs.iter().take(it.cost_years()).map(|cost| money(*cost)).collect();
    text += &if costs.is_empty() {
        say!("candidates-no-costs")
    } else {
        say!("candidates-costs", costs = costs.join(" + "), unit = case.money_unit())
    };
    if !it.cofinance.is_zero() {
        text.push_str(&say!("candidates-plain-paid-others", percent = plain(it.cofinance)));
    }
    let shares: Vec<String> = case
        .ministries
        .iter()
        .enumerate()
        .zip(&it.shares)
        .map(|((at, _), range)| (case.short_name(MinistryIx(at)), range))
        .map(|(ministry, range)| match (range.min, range.max) {
            (min, max) if min == max => format!("{ministry} {min} %"),
            (min, max) => format!("{ministry} {min}-{max} %"),
        })
        .collect();
    let starts = it.starts(case.first_year, case.last_year);
    let start = match (starts.start(), starts.end()) {
        (first, last) if first > last => say!("candidates-cannot-start-time"),
        (first, last) if first == last => {
            say!("candidates-starts-first-holds", first = first, in_force = it.in_force(*first))
        }
        (first, last) => {
            say!("candidates-starts-first-last", first = first, last = last, in_force = it.in_force(*first))
        }
    };
    let _ = write!(text, "; {}; {start}. ", shares.join(", "));
    let moves: Vec<String> = it
        .effects
        .iter()
        .map(|effect| {
            let mut words = case[effect.service].name.clone();
            if !effect.control_gain.is_zero() {
                words += &say!("candidates-gain-pp", gain = plain(effect.control_gain));
                if !effect.buys_from.is_empty() {
                    words += &say!("candidates-bought-from", holder = called(case, &effect.buys_from));
                }
            }
            if let Some(rung) = effect.grants {
                words += &say!("candidates-grants", rung = case[rung].name);
            }
            if let Some(event) = effect.prevents {
                words += &say!("candidates-prevents", event = event.word());
            }
            if let Some(years) = effect.lasts {
                words += &say!("candidates-lasts", years = years);
            }
            words
        })
        .collect();
    if moves.is_empty() {
        text.push_str(&say!("candidates-moves-no-service"));
    } else {
        let chance = plain(it.success);
        text.push_str(&say!("candidates-moves-moves-chance", moves = moves.join(", "), chance = chance));
    }
    if it.has_legal_risk() {
        text.push_str(&say!("candidates-at-risk"));
    }
    text
}

/// The candidates of the marked rows, or of the one under the cursor.
fn candidates(app: &App, document: &Document) -> Vec<CandidateIx> {
    let rows = app.table_state(TableKey::CANDIDATES).chosen_rows();
    rows.into_iter().filter_map(|row| document.snapshot.candidate(row)).collect()
}
