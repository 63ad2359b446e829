//! Services: control now and after as a table, and below it the ladder of the service under the cursor.

use ratatui::layout::Rect;

use super::{TableKey, draw_table};
use crate::measure::control::effective_gain;
use crate::measure::ladder as steps_of;
use crate::model::schema::TableId;
use crate::tui::app::App;
use crate::tui::canvas::{Canvas, after, below, left, row, top};
use crate::tui::document::Document;
use crate::tui::theme::Role;
use crate::tui::widgets::ladder::{Stand, ladder};
use crate::tui::widgets::number::{fixed, plain};

const EMPTY: &str = "Here belong the key infrastructure services, one row each: its domain, its weight there, and the share of control \
                     that the country holds now. `a` adds the first. Its domain must be in the table of domains (9).";

/// Lines that the ladder below the table takes, with its heading.
const DETAIL: u16 = 9;

/// Where the table stands.
pub(crate) fn table_area(body: Rect) -> Rect {
    if body.height >= DETAIL + 6 { top(body, body.height - DETAIL) } else { body }
}

/// Draws the screen.
pub(crate) fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let key = TableKey::Sheet(TableId::Services);
    let table = table_area(body);
    draw_table(app, canvas, table, key, EMPTY);
    let detail = below(body, table.height);
    if detail.height == 0 {
        return;
    }
    canvas.repeat(row(detail, 0), canvas.glyphs.horizontal(), Role::Line);
    let service = app.table_state(key).current().and_then(|row| document.reading.service(row));
    if let Some(service) = service {
        draw_ladder(document, canvas, below(detail, 1), service);
    }
}

/// The candidates that move a service, the strongest first, each with what it adds when it succeeds as expected.
fn candidates_for(case: &crate::model::Case, service: crate::model::ServiceIx) -> String {
    let mut found: Vec<(rust_decimal::Decimal, &str)> = Vec::new();
    for candidate in &case.candidates {
        for effect in candidate.effects.iter().filter(|effect| effect.service == service) {
            found.push((effective_gain(case.risk, candidate, effect.control_gain), &candidate.id));
        }
    }
    found.sort_by_key(|(gain, _)| std::cmp::Reverse(*gain));
    let words: Vec<_> = found.iter().map(|(gain, id)| format!("{id} +{}", fixed(*gain, 1))).collect();
    words.join(", ")
}

fn draw_ladder(document: &Document, canvas: &mut Canvas<'_>, area: Rect, service: crate::model::ServiceIx) {
    let case = document.case();
    let it = &case[service];
    let steps = steps_of(case, it);
    let mut stands = vec![("now", it.control, Role::Dim)];
    let mut end = it.control;
    if let Some(nothing) = document.reading.nothing.as_ref().and_then(|nothing| nothing.services.get(service.0)) {
        end = nothing.control_after;
        stands.push(("end", end, Role::Text));
    }
    let shown = document.best.shown.as_ref();
    let found = shown.and_then(|shown| {
        let at = shown.case.services.iter().position(|other| other.id == it.id)?;
        shown.answer.evaluation.as_ref()?.services.get(at)
    });
    if let Some(found) = found {
        let role = if document.is_stale() { Role::Warn } else { Role::Good };
        stands.push(("recommended", found.control_after, role));
    }
    if let Some(own) = document.reading.own_evaluation.as_ref().and_then(|own| own.services.get(service.0)) {
        stands.push(("own", own.control_after, Role::Accent));
    }
    let next = steps.iter().find(|step| !step.is_reached(end));
    let next = next.map_or_else(
        || "at the top of its ladder".to_string(),
        |step| {
            let rung = step.rung.map_or("the next step", |rung| &case[rung].name);
            format!("by the end of {} {rung} needs {} pp more", case.last_year, plain(step.at_least - end))
        },
    );
    canvas.pieces(row(area, 0), &[(&it.name, Role::Accent), (", ", Role::Dim), (&next, Role::Text)]);
    let brings = candidates_for(case, service);
    if !brings.is_empty() {
        let end = row(area, area.height.saturating_sub(1));
        canvas.pieces(end, &[("could be moved by ", Role::Dim), (&brings, Role::Text)]);
    }
    let area = top(area, area.height.saturating_sub(1));
    let labels = 22;
    let scale = after(below(area, 1), labels);
    let marks: Vec<_> =
        stands.iter().map(|&(_, control, role)| Stand { sign: canvas.glyphs.marker(), control, role }).collect();
    ladder(canvas, scale, &steps, &marks);
    for (y, (name, control, role)) in (3..area.height).zip(&stands) {
        let label = left(row(area, y), labels - 1);
        canvas.text(label, name, *role);
        canvas.right(label, &format!("{} %", fixed(*control, 1)), *role);
    }
}
