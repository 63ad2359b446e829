//! Overview: the case at a glance: the index, power by domain, budgets used, findings, and what the portfolio does.

use ratatui::layout::Rect;
use rust_decimal::Decimal;

use crate::measure::Evaluation;
use crate::model::Case;
use crate::tui::app::App;
use crate::tui::canvas::{Canvas, after, below, inner, left, row, top};
use crate::tui::commands::{Command, Context};
use crate::tui::document::Document;
use crate::tui::text::{cells, width};
use crate::tui::theme::Role;
use crate::tui::update::count_of;
use crate::tui::widgets::bar::{self, length};
use crate::tui::widgets::number::{fixed, money, signed};

/// With fewer lines than this, room is scarce.
const SMALL: u16 = 26;

/// A portfolio on this screen: its name, its case, what it gives, how it looks.
struct Side<'a> {
    name: &'static str,
    case: &'a Case,
    gives: &'a Evaluation,
    role: Role,
}

/// Draws the screen.
pub(crate) fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let area = inner(Rect { y: body.y.saturating_sub(1), height: body.height + 2, ..body });
    let sides = sides(document);
    if sides.is_empty() {
        let [errors, ..] = document.reading.counts();
        let text = format!(
            "The case has {}, so nothing can be computed yet. The findings (key 8) say what is wrong and how to mend it.",
            count_of(errors, "error")
        );
        canvas.paragraph(area, &text, Role::Bad);
        return;
    }
    let mut y = draw_index(document, &sides, canvas, area) + 1;
    y += draw_domains(&sides, canvas, below(area, y)) + 1;
    y += draw_money(&sides, canvas, below(area, y)) + 1;
    // In a small terminal they stand beside the first heading, and their lines are the story's.
    if area.height < SMALL {
        let head = row(area, 0);
        draw_findings(app, document, canvas, after(head, 24));
    } else {
        y += draw_findings(app, document, canvas, below(area, y)) + 1;
    }
    draw_story(app, document, canvas, below(area, y));
}

fn sides(document: &Document) -> Vec<Side<'_>> {
    let mut sides = Vec::new();
    if let Some(shown) = &document.best.shown
        && let Some(gives) = &shown.answer.evaluation
    {
        let role = if document.is_stale() { Role::Warn } else { Role::Good };
        sides.push(Side { name: "recommended", case: &shown.case, gives, role });
    }
    // An own portfolio that was not begun says nothing; where there is no other, it stands for doing nothing.
    if let Some(gives) = &document.reading.own_evaluation
        && (sides.is_empty() || !document.own.picks.is_empty())
    {
        sides.push(Side { name: "own", case: document.case(), gives, role: Role::Accent });
    }
    sides
}

/// The index now and after each portfolio, as bars to 100.
fn draw_index(document: &Document, sides: &[Side<'_>], canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    canvas.text(row(area, 0), "Decision power, 0-100", Role::Header);
    let mut lines: Vec<(&str, Decimal, String, Role)> = Vec::new();
    if let Some(nothing) = &document.reading.nothing {
        lines.push(("nothing chosen", nothing.index_before, String::new(), Role::Dim));
    }
    for side in sides {
        let broken = side.gives.broken().count();
        let note = if broken == 0 { String::new() } else { format!("breaks {}", count_of(broken, "rule")) };
        let note = if document.is_stale() && side.name == "recommended" { "stale".to_string() } else { note };
        lines.push((
            side.name,
            side.gives.index_after,
            format!("{} {note}", signed(side.gives.objective, 2)),
            side.role,
        ));
    }
    for (y, (name, index, note, role)) in (1..area.height).zip(&lines) {
        let line = row(area, y);
        canvas.text(left(line, 14), name, *role);
        canvas.right(left(after(line, 15), 6), &fixed(*index, 2), Role::Text);
        let place = left(after(line, 23), line.width.saturating_sub(23 + 24));
        let used = length(*index, Decimal::ONE_HUNDRED, place.width);
        canvas.repeat(left(place, used), canvas.glyphs.bar(0), *role);
        canvas.repeat(left(after(place, used), place.width - used), canvas.glyphs.empty(), Role::Dim);
        canvas.text(after(line, 24 + place.width), note, *role);
    }
    cells(lines.len()) + 1
}

/// Power by domain: before, after, and the target as a mark on the bar.
fn draw_domains(sides: &[Side<'_>], canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    let Some(side) = sides.first() else { return 0 };
    let title = format!("Power by domain, {} portfolio: before, after, target (|)", side.name);
    canvas.text(row(area, 0), &title, Role::Header);
    let names = bar::label_width(side.case.domains.iter().map(|domain| domain.name.as_str()), 28);
    let mut lines = 0;
    // Room is left for money, findings and the story.
    let most = area.height.saturating_sub(10).max(3);
    for (y, (domain, result)) in (1..=most).zip(side.case.domains.iter().zip(&side.gives.domains)) {
        let line = row(area, y);
        canvas.text(left(line, names), &domain.name, Role::Text);
        let figures =
            format!("{} {} {}", fixed(result.power_before, 2), canvas.glyphs.arrow(), fixed(result.power_after, 2));
        canvas.text(left(after(line, names + 1), 13), &figures, Role::Text);
        let place = left(after(line, names + 15), line.width.saturating_sub(names + 15 + 14));
        let used = length(result.power_after, Decimal::ONE, place.width);
        let before = length(result.power_before.min(result.power_after), Decimal::ONE, place.width).min(used);
        canvas.repeat(left(place, before), canvas.glyphs.bar(0), Role::Dim);
        canvas.repeat(left(after(place, before), used - before), canvas.glyphs.bar(0), side.role);
        canvas.repeat(left(after(place, used), place.width - used), canvas.glyphs.empty(), Role::Dim);
        let target = length(result.target, Decimal::ONE, place.width).saturating_sub(1);
        canvas.text(left(after(place, target), 1), canvas.glyphs.vertical(), Role::Text);
        let (sign, word, role) = if result.at_target {
            (canvas.glyphs.yes(), " at target", Role::Good)
        } else {
            (canvas.glyphs.no(), " below", Role::Warn)
        };
        canvas.pieces(after(line, names + 16 + place.width), &[(sign, role), (word, role)]);
        lines = y;
    }
    let rest = side.case.domains.len().saturating_sub(usize::from(lines));
    if rest > 0 && lines > 0 {
        let text = format!("and {rest} more");
        canvas.right(row(area, 0), &text, Role::Dim);
    }
    lines + 1
}

/// What each ministry spends of what it has over the horizon.
fn draw_money(sides: &[Side<'_>], canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    let Some(side) = sides.first() else { return 0 };
    canvas.text(row(area, 0), &format!("Budgets used, {}", side.case.money_unit()), Role::Header);
    let names = side.case.ministries.iter().map(|ministry| width(&ministry.name)).max().unwrap_or(0).min(32);
    let mut lines = 0;
    for (y, (ministry, result)) in (1..area.height).zip(side.case.ministries.iter().zip(&side.gives.ministries)) {
        let line = row(area, y);
        let whole: Decimal = ministry.budget.iter().sum();
        canvas.text(left(line, cells(names)), &ministry.name, Role::Text);
        let figures = format!("{} of {}", money(result.spent), money(whole));
        canvas.right(left(after(line, cells(names) + 1), 18), &figures, Role::Text);
        let place = left(after(line, cells(names) + 20), line.width.saturating_sub(cells(names) + 21));
        bar::bar(canvas, place, result.spent, whole, usize::from(y) - 1);
        lines = y;
    }
    lines + 1
}

fn draw_findings(app: &App, document: &Document, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    let [errors, warnings, notes] = document.reading.counts();
    let role = match (errors, warnings) {
        (0, 0) => Role::Good,
        (0, _) => Role::Warn,
        _ => Role::Bad,
    };
    let text = format!("{}, {}, {}", count_of(errors, "error"), count_of(warnings, "warning"), count_of(notes, "note"));
    let key = app.keymap.shown(Command::GoFindings, &[Context::Everywhere]);
    canvas.pieces(
        row(area, 0),
        &[("Findings  ", Role::Dim), (&text, role), ("   ", Role::Text), (&key, Role::Key), (" shows", Role::Dim)],
    );
    1
}

/// What the recommended portfolio does, in five lines: the picks that cost most first.
fn draw_story(app: &App, document: &Document, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(shown) = document.best.shown.as_ref().filter(|shown| !shown.story.is_empty()) else {
        let conflict = document.best.shown.as_ref().and_then(|shown| shown.answer.conflict.as_ref());
        let (text, role) = match (&document.best.running, conflict) {
            (Some(running), _) => (super::portfolio::progress_words(&running.progress), Role::Dim),
            (None, Some(conflict)) => (super::portfolio::impossible(app, &conflict.words), Role::Bad),
            (None, None) => ("No portfolio is recommended yet; o looks for one.".to_string(), Role::Dim),
        };
        canvas.paragraph(area, &text, role);
        return;
    };
    canvas.text(row(area, 0), "What the recommended portfolio does, largest first", Role::Header);
    let picks = shown.answer.evaluation.as_ref().map_or(&[][..], |it| &it.picks);
    let mut order: Vec<usize> = (0..picks.len().min(shown.story.len())).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(picks[at].bill));
    // Five of them, each on one line where there is little room, and in full where there is much.
    let mut y = 1;
    let lines = (area.height.saturating_sub(1) / 5).clamp(1, 3);
    for at in order.into_iter().take(5) {
        let place = top(below(area, y), lines);
        y += if lines == 1 {
            canvas.text(place, &shown.story[at], Role::Text);
            1
        } else {
            canvas.paragraph(place, &shown.story[at], Role::Text)
        };
    }
}
