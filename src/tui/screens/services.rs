//! Services: control now and after as a table, and below it the ladder of the service under the cursor.

use super::drawn_table::{draw_table, line_below};
use crate::measure::control::effective_gain;
use crate::measure::{Evaluation, Step, ladder as steps_of};
use crate::messages::{capital, word};
use crate::model::order::InOrder as _;
use crate::model::schema::TableId;
use crate::model::{Case, ServiceIx};
use crate::report::holders_in_words;
use crate::say;
use crate::tui::canvas::{Canvas, Role, after, below, left, row, top, width};
use crate::tui::state::{App, Binding, Command as C, Document, Popup, Run as R, Screen, Spec, TableKey, bind};
use crate::tui::widgets::ladder::{self, Stand};
use crate::tui::widgets::number::{fixed, plain};
use ratatui::layout::Rect;
use rust_decimal::Decimal;

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["3"]),
    commands: COMMANDS,
    table: |_| Some(TableKey::Sheet(TableId::Services)),
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(Screen::SERVICES)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Only("holders"), "holders", &["w"], 3, R::It(show_holders)),
];

/// Shows who holds the service under the cursor, and which stake gives which power.
fn show_holders(app: &mut App) {
    let row = app.table_state(TableKey::Sheet(TableId::Services)).current();
    let told = app.document.as_ref().and_then(|document| {
        let service = document.snapshot.service(row?)?;
        let case = document.case();
        Some((say!("services-holders", service = case[service].name), holders_in_words(case, service)))
    });
    match told {
        Some((title, text)) => app.popups.push(Popup::text(&title, text)),
        None => app.note(say!("services-no-row")),
    }
}

/// Lines that the ladder below the table takes, with its heading: where there is little room, and where there is much.
const DETAIL: [u16; 2] = [10, 14];

fn table_area(body: Rect) -> Rect {
    let detail = if body.height >= 28 { DETAIL[1] } else { DETAIL[0] };
    if body.height >= detail + 6 { top(body, body.height - detail) } else { body }
}

fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let key = TableKey::Sheet(TableId::Services);
    let table = table_area(body);
    draw_table(app, canvas, table, key, &say!("services-here-belong-key-infrastructure"));
    let detail = line_below(canvas, body, table);
    let service = app.table_state(key).current().and_then(|row| document.snapshot.service(row));
    if let Some(service) = service {
        draw_ladder(document, canvas, detail, service);
    }
}

/// A place where a service stands.
struct Stands {
    name: &'static str,
    control: Decimal,
    role: Role,
}

/// Where a service stands: now, at the end with nothing chosen, with the recommended portfolio, with the own one.
fn stands(document: &Document, service: ServiceIx) -> Vec<Stands> {
    let it = &document.case()[service];
    let mut stands = vec![Stands { name: "now", control: it.control, role: Role::Dim }];
    let of = |evaluation: &Evaluation, at: usize| evaluation.services.get(at).map(|result| result.control_after);
    if let Some(control) = document.snapshot.nothing.as_ref().and_then(|nothing| of(nothing, service.0)) {
        stands.push(Stands { name: "end", control, role: Role::Text });
    }
    let recommended = document.best.shown.as_ref().and_then(|shown| {
        let at = shown.case.services.iter().position(|other| other.id == it.id)?;
        of(shown.answer.evaluation.as_ref()?, at)
    });
    if let Some(control) = recommended {
        let role = if document.is_stale() { Role::Warn } else { Role::Good };
        stands.push(Stands { name: "recommended", control, role });
    }
    let own = document.snapshot.own_evaluation.as_ref().filter(|_| !document.own.picks.is_empty());
    if let Some(control) = own.and_then(|own| of(own, service.0)) {
        stands.push(Stands { name: "own", control, role: Role::Accent });
    }
    stands
}

/// What drift does to a service until the end, and which rungs it takes away on the way.
fn drift(document: &Document, service: ServiceIx, steps: &[Step]) -> String {
    let case = document.case();
    let it = &case[service];
    if it.drift.is_zero() {
        return say!("services-no-drift");
    }
    let mut text = say!("services-drifts-plain-pp", points = plain(-it.drift));
    let by_year = document.snapshot.nothing.as_ref().and_then(|nothing| nothing.services.get(service.0));
    let Some(by_year) = by_year.map(|result| &result.control_by_year_before) else { return text };
    for step in steps.iter().rev().filter(|step| step.is_reached(it.control)) {
        let lost = case.years().zip(by_year).find(|(_, control)| !step.is_reached(**control));
        if let Some((year, _)) = lost {
            text.push_str(&say!("services-below-name-from", rung = name_of(case, step), year = year));
        }
    }
    text
}

fn name_of(case: &Case, step: &Step) -> String {
    step.rung.map_or_else(|| say!("story-power", power = plain(step.power)), |rung| case[rung].name.clone())
}

/// What the next rung needs after a portfolio, or with nothing chosen.
fn next(case: &Case, steps: &[Step], name: &str, control: Decimal) -> (String, Option<Decimal>) {
    let with = match name {
        "now" => word("now"),
        "end" => say!("services-nothing-chosen"),
        name => say!("services-name-portfolio", name = word(name)),
    };
    match steps.iter().find(|step| !step.is_reached(control)) {
        None => (say!("services-at-top-its", portfolio = with), None),
        Some(step) => {
            let need = step.at_least - control;
            (
                say!("services-name-needs-plain", portfolio = with, rung = name_of(case, step), points = plain(need)),
                Some(need),
            )
        }
    }
}

/// The candidates that move a service, the strongest first, each with what it adds when it succeeds as expected; those
/// that bring the next rung alone have a mark in front, those of the recommended portfolio say so.
fn brings(document: &Document, canvas: &Canvas<'_>, service: ServiceIx, need: Option<Decimal>) -> String {
    let case = document.case();
    let mut found: Vec<(Decimal, String)> = Vec::new();
    for candidate in &case.candidates {
        for effect in candidate.effects.iter().filter(|effect| effect.service == service) {
            let gain = effective_gain(case.risk, candidate, effect.control_gain);
            let chosen = document.best.shown.as_ref().is_some_and(|shown| shown.picks.contains_key(&candidate.id));
            let alone = need.is_some_and(|need| gain >= need) && !chosen;
            let sign = if alone { format!("{} ", canvas.glyphs.yes()) } else { String::new() };
            let right =
                effect.grants.map_or_else(String::new, |rung| say!("candidates-grants", rung = case[rung].name));
            let chosen = if chosen { say!("services-is-recommended") } else { String::new() };
            found.push((gain, format!("{sign}{} +{}{right}{chosen}", candidate.name, fixed(gain, 1))));
        }
    }
    found.order_by_key(|(gain, _)| std::cmp::Reverse(*gain));
    found.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("; ")
}

fn draw_ladder(document: &Document, canvas: &mut Canvas<'_>, area: Rect, service: ServiceIx) {
    let case = document.case();
    let it = &case[service];
    let steps = steps_of(case, service);
    let stands = stands(document, service);
    // While the case has errors, only what it says itself is known.
    let end = stands.iter().find(|stand| stand.name == "end");
    let (name, control) = end.map_or(("now", it.control), |stand| ("end", stand.control));
    let (without, need) = next(case, &steps, name, control);
    let drift = drift(document, service, &steps);
    let much = area.height >= DETAIL[1] - 1;
    let needs = [(without.as_str(), Role::Text), ("; ", Role::Dim), (drift.as_str(), Role::Dim)];
    let named = [&[(it.name.as_str(), Role::Accent), (": ", Role::Dim)][..], &needs].concat();
    let wide = |pieces: &[(&str, Role)]| pieces.iter().map(|(text, _)| width(text)).sum::<usize>();
    let mut y = if wide(&needs) <= usize::from(area.width) || much {
        // The table says which service it is.
        canvas.ways(row(area, 0), &[&named, &needs]);
        1
    } else {
        canvas.paragraph(top(area, 2), &format!("{without}; {drift}"), Role::Text)
    };
    let mut need = need;
    if let Some(stand) = stands.iter().find(|stand| stand.name == "recommended").filter(|_| much) {
        let (with, after) = next(case, &steps, "recommended", stand.control);
        canvas.text(row(area, y), &with, Role::Text);
        need = after;
        y += 1;
    }
    let text = brings(document, canvas, service, need);
    let together: Vec<String> =
        case.relations.iter().filter(|it| it.service == Some(service)).map(|it| capital(&it.describe(case))).collect();
    let lines = if much { 2 + u16::from(!together.is_empty()) } else { 1 };
    if text.is_empty() {
        canvas.text(row(area, y), &say!("services-no-candidate-moves"), Role::Warn);
    } else {
        let text = say!("services-can-moved-yes", yes = canvas.glyphs.yes(), text = text);
        let text = std::iter::once(text).chain(together).collect::<Vec<_>>().join(". ");
        canvas.paragraph(top(below(area, y), lines), &text, Role::Text);
    }
    y += lines;
    let labels = 22;
    if much {
        ladder::names(canvas, after(row(area, y), labels), &steps, |step| name_of(case, step));
        y += 1;
    }
    let scale = below(area, y);
    let marks: Vec<_> = stands
        .iter()
        .map(|stand| Stand { sign: canvas.glyphs.marker(), control: stand.control, role: stand.role })
        .collect();
    ladder::ladder(canvas, after(scale, labels), &steps, &marks);
    for (line, stand) in (2..scale.height).zip(&stands) {
        let label = left(row(scale, line), labels - 1);
        canvas.text(label, &word(stand.name), stand.role);
        canvas.right(label, &format!("{} %", fixed(stand.control, 1)), stand.role);
    }
}
