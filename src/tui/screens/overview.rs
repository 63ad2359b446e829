//! Overview: the case at a glance: the index, power by domain, budgets used, findings, and what the portfolio does.

use super::{first_steps, portfolio, story};
use crate::measure::Evaluation;
use crate::messages::word;
use crate::model::order::InOrder as _;
use crate::model::{Case, RungIx, Timing};
use crate::optimise::HighestLevel;
use crate::say;
use crate::session::{Running, count_of};
use crate::tui::canvas::{Canvas, Role, after, below, cells, inner, left, row, top, width};
use crate::tui::state::{App, Binding, Command as C, Context, Document, IN_CASE, Run as R, Screen, Spec, bind};
use crate::tui::widgets::bar::{self, length};
use crate::tui::widgets::number::{fixed, money, signed};
use ratatui::layout::Rect;
use rust_decimal::Decimal;

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["1"]),
    commands: COMMANDS,
    around: IN_CASE,
    table: |_| None,
    draw,
    ..Spec::new(Screen::OVERVIEW)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Down, "down", &["j", "down"], 0, R::Which(scroll)),
    bind(C::Up, "up", &["k", "up"], 0, R::Which(scroll)),
];

/// With fewer lines than this, room is scarce.
const SMALL: u16 = 26;
/// As many domains are shown, however little room there is.
const FEWEST: usize = 3;
/// Lines of the story, with its heading.
const STORY: u16 = 6;

/// What stands here where there is no portfolio.
const NOTHING: &str = "nothing chosen";

/// A portfolio on this screen: its name, its case, what it gives, how it looks.
struct Side<'a> {
    name: &'static str,
    case: &'a Case,
    gives: &'a Evaluation,
    role: Role,
}

fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let area = inner(Rect { y: body.y.saturating_sub(1), height: body.height + 2, ..body });
    let comparison = comparison(document);
    if comparison.is_empty() {
        let text = super::findings::errors_text(app, document).unwrap_or_default();
        let used = canvas.paragraph(area, &text, Role::Bad) + 1;
        if first_steps::are_wanted(document) {
            first_steps::draw(app, document, canvas, below(area, used));
        }
        return;
    }
    let small = area.height < SMALL;
    // In a small terminal the findings stand beside the first heading, and nothing is left free between the parts.
    let space = u16::from(!small);
    let mut y = draw_index(document, &comparison, canvas, area) + space;
    if small {
        draw_findings(app, document, canvas, after(row(area, 0), 24));
    }
    if first_steps::are_wanted(document) {
        y += first_steps::draw(app, document, canvas, below(area, y + 1 - space)) + 1;
    } else {
        y += draw_domains(app, &comparison, canvas, below(area, y)) + space;
        y += draw_money(&comparison, canvas, below(area, y)) + space;
    }
    if !small {
        y += draw_findings(app, document, canvas, below(area, y)) + 1;
    }
    if !first_steps::are_wanted(document) {
        draw_story(app, document, canvas, below(area, y));
    }
}

fn comparison(document: &Document) -> Vec<Side<'_>> {
    let mut comparison = Vec::new();
    if let Some(shown) = document.best.shown.as_ref().filter(|_| !first_steps::are_wanted(document))
        && let Some(gives) = &shown.answer.evaluation
    {
        let role = if document.is_stale() { Role::Warn } else { Role::Good };
        comparison.push(Side { name: "recommended", case: &shown.case, gives, role });
    }
    let case = document.case();
    if let Some(gives) = document.snapshot.own_evaluation.as_ref().filter(|_| !document.own.picks.is_empty()) {
        comparison.push(Side { name: "own", case, gives, role: Role::Accent });
    }
    if let (true, Some(gives)) = (comparison.is_empty(), &document.snapshot.nothing) {
        comparison.push(Side { name: NOTHING, case, gives, role: Role::Dim });
    }
    comparison
}

/// Shows the next domain, or the one before, where not all fit.
fn scroll(app: &mut App, command: C) {
    let by = if command == C::Down { 1 } else { -1 };
    let count = app.document.as_ref().map_or(0, |document| document.case().domains.len());
    app.overview_top = app.overview_top.saturating_add_signed(by).min(count.saturating_sub(FEWEST));
}

/// The index of today, without doing anything, and with each portfolio, as bars to 100.
fn draw_index(document: &Document, comparison: &[Side<'_>], canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    canvas.text(row(area, 0), &say!("overview-decision-power"), Role::Header);
    let mut lines: Vec<(&str, Decimal, String, Role)> = Vec::new();
    if let (Some(today), Some(nothing)) = (document.snapshot.today, &document.snapshot.nothing) {
        lines.push(("today", today, String::new(), Role::Dim));
        let drift = format!("{} {}", signed(nothing.index_before - today, 2), when(document.case()));
        lines.push((NOTHING, nothing.index_before, drift, Role::Dim));
    }
    for side in comparison.iter().filter(|side| side.name != NOTHING) {
        let broken = side.gives.broken().count();
        let note =
            if broken == 0 { String::new() } else { say!("overview-breaks-rules", rules = count_of(broken, "rule")) };
        let note = if document.is_stale() && side.name == "recommended" { say!("overview-stale") } else { note };
        lines.push((
            side.name,
            side.gives.index_after,
            format!("{} {}{note}", signed(side.gives.objective, 2), direct(side.gives)),
            side.role,
        ));
    }
    // The notes are read before the bars are compared.
    let notes = cells(lines.iter().map(|(_, _, note, _)| width(note)).max().unwrap_or(0).min(44)).max(23);
    for (y, (name, index, note, role)) in (1..area.height).zip(&lines) {
        let line = row(area, y);
        canvas.text(left(line, 14), &word(name), *role);
        canvas.right(left(after(line, 15), 6), &fixed(*index, 2), Role::Text);
        let place = left(after(line, 23), line.width.saturating_sub(24 + notes));
        let used = length(*index, Decimal::ONE_HUNDRED, place.width);
        canvas.repeat(left(place, used), canvas.glyphs.bar(0), *role);
        canvas.repeat(left(after(place, used), place.width - used), canvas.glyphs.empty(), Role::Dim);
        canvas.text(after(line, 24 + place.width), note, *role);
    }
    cells(lines.len()) + 1
}

/// The time of which an index is.
fn when(case: &Case) -> String {
    match case.timing {
        Timing::Final => say!("overview-end-last-year", last_year = case.last_year),
        Timing::Average => say!("overview-mean-first-year", first_year = case.first_year, last_year = case.last_year),
    }
}

/// What of an objective the index does not show.
fn direct(gives: &Evaluation) -> String {
    if gives.points.is_zero() { String::new() } else { say!("overview-direct", points = signed(gives.points, 2)) }
}

/// Power by domain: before, after, and the target as a mark on the bar.
fn draw_domains(app: &App, comparison: &[Side<'_>], canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    let Some(side) = comparison.first() else { return 0 };
    let names = bar::label_width(side.case.domains.iter().map(|domain| domain.name.as_str()), (area.width / 3).max(28));
    let mut lines = 0;
    // Room is left for money, findings and the story.
    let others = cells(side.case.ministries.len()) + 1 + STORY + u16::from(side.case.has_levels());
    let most = area.height.saturating_sub(others + 1).max(cells(FEWEST));
    let count = side.case.domains.len();
    let first = app.overview_top.min(count.saturating_sub(usize::from(most)));
    let shown = if count > usize::from(most) {
        let last = first + usize::from(most);
        app.said(&say!("overview-what-last-count", first = first + 1, last = last, count = count)).into_owned()
    } else {
        String::new()
    };
    let of = match (side.name, app.document.as_ref().is_some_and(|document| document.is_stale())) {
        ("recommended", true) => say!("overview-recommended-before-last"),
        (name, _) if name == NOTHING || !shown.is_empty() => word(name),
        (name, _) => say!("overview-name-portfolio", name = word(name)),
    };
    let whole = if side.case.has_levels() {
        say!("overview-level-domain", of = of)
    } else {
        say!("overview-power-domain-before", of = of, vertical = canvas.glyphs.vertical())
    };
    let brief = say!("overview-power-domain", of = of);
    let heading = row(area, 0);
    let taken = if shown.is_empty() { 0 } else { cells(width(&shown)) + 2 };
    let place = left(heading, heading.width.saturating_sub(taken));
    canvas.ways(place, &[&[(&whole, Role::Header)], &[(&brief, Role::Header)]]);
    canvas.right(heading, &shown, Role::Dim);
    for (y, (domain, result)) in (1..=most).zip(side.case.domains.iter().zip(&side.gives.domains).skip(first)) {
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
        let (sign, words, role) = if side.case.has_levels() {
            let is_weakest = result.level_after == side.gives.overall();
            ("", level(side.case, result.level_after), if is_weakest { Role::Warn } else { Role::Good })
        } else if result.at_target {
            (canvas.glyphs.yes(), say!("overview-at-target"), Role::Good)
        } else {
            (canvas.glyphs.no(), say!("overview-below"), Role::Warn)
        };
        canvas.pieces(after(line, names + 16 + place.width), &[(sign, role), (&words, role)]);
        lines = y;
    }
    if side.case.has_levels() && lines < area.height {
        let answer = app.document.as_ref().and_then(|it| it.best.shown.as_ref()).map(|shown| &shown.answer);
        let proof = answer.filter(|_| side.name == "recommended").and_then(|answer| answer.level);
        canvas.text(row(area, lines + 1), &overall(side, proof), side.role);
        lines += 1;
    }
    lines + 1
}

fn level(case: &Case, rung: Option<RungIx>) -> String {
    rung.map_or_else(|| word("none"), |rung| case[rung].name.clone())
}

/// The level of the whole, which is that of the weakest domain, and what is proven of it.
fn overall(side: &Side<'_>, proof: Option<HighestLevel>) -> String {
    let of = side.gives.overall();
    let counted = side.case.domains.iter().zip(&side.gives.domains).filter(|(_, it)| it.has_services);
    let domains = counted.clone().count();
    let at_it: Vec<&str> =
        counted.filter(|(_, it)| it.level_after == of).map(|(domain, _)| domain.name.as_str()).collect();
    let weakest = match at_it.as_slice() {
        [one] => (*one).to_owned(),
        many => say!("words-weakest-of", count = many.len(), domains = domains),
    };
    let of = level(side.case, of);
    let said = say!("overview-overall-level", level = of, weakest = weakest);
    match proof {
        Some(HighestLevel { proven: false, .. }) => said + &say!("overview-level-open"),
        Some(HighestLevel { impossible: Some(next), .. }) => {
            said + &say!("overview-level-proven", next = side.case[next].name)
        }
        Some(_) => said + &say!("overview-level-highest"),
        None => said,
    }
}

/// What each ministry spends of what it has over the horizon, and what it gains by its own weights.
fn draw_money(comparison: &[Side<'_>], canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    let Some(side) = comparison.first() else { return 0 };
    let title = say!("overview-budgets-used-money", money_unit = side.case.money_unit());
    canvas.text(row(area, 0), &title, Role::Header);
    let names = side.case.ministries.iter().map(|ministry| width(&ministry.name)).max().unwrap_or(0).min(32);
    let mut lines = 0;
    for (y, (ministry, result)) in (1..area.height).zip(side.case.ministries.iter().zip(&side.gives.ministries)) {
        let line = row(area, y);
        let whole: Decimal = ministry.budget.iter().sum();
        canvas.text(left(line, cells(names)), &ministry.name, Role::Text);
        let figures = say!("budgets-of", part = money(result.spent), whole = money(whole));
        canvas.right(left(after(line, cells(names) + 1), 18), &figures, Role::Text);
        let gains = own_gains(comparison, &ministry.id);
        let place = after(line, cells(names) + 20);
        let place = left(place, place.width.saturating_sub(cells(width(&gains)) + 2));
        canvas.right(line, &gains, Role::Text);
        bar::bar(canvas, place, result.spent, whole, usize::from(y) - 1);
        lines = y;
    }
    lines + 1
}

/// What a ministry gains by its own weights with each portfolio, in index points.
fn own_gains(comparison: &[Side<'_>], ministry: &str) -> String {
    let gain = |side: &Side<'_>| {
        let at = side.case.ministry_by_id(ministry)?;
        Some((side.name, signed(side.gives.ministries.get(at.0)?.gain_by_own_weights, 2)))
    };
    let gains: Vec<_> = comparison.iter().filter_map(gain).collect();
    match gains.as_slice() {
        [(_, one)] => one.clone(),
        [(_, recommended), (_, own)] => say!("overview-gains-both", recommended = recommended, own = own),
        _ => String::new(),
    }
}

fn draw_findings(app: &App, document: &Document, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    let [errors, warnings, notes] = document.snapshot.counts();
    let role = match (errors, warnings) {
        (0, 0) => Role::Good,
        (0, _) => Role::Warn,
        _ => Role::Bad,
    };
    let text = format!("{}, {}, {}", count_of(errors, "error"), count_of(warnings, "warning"), count_of(notes, "note"));
    let key = app.keymap.shown(C::Go(Screen::FINDINGS), &[Context::Everywhere]);
    let (begin, end) = (say!("overview-findings"), say!("overview-shows"));
    let counts = [(begin.as_str(), Role::Dim), (text.as_str(), role)];
    let keys = [("   ", Role::Text), (key.as_str(), Role::Key), (end.as_str(), Role::Dim)];
    canvas.ways(row(area, 0), &[&[&counts[..], &keys].concat(), &counts, &counts[1..]]);
    1
}

/// How far a search is, and the best explanation so far where nothing is possible.
fn progress(app: &App, running: &Running) -> String {
    let words = portfolio::progress_words(app, running);
    portfolio::so_far(running).map_or_else(|| words.clone(), |so_far| format!("{words}. {so_far}"))
}

/// What the recommended portfolio does, in five lines, and where there is room the sentences about its largest picks; without
/// one, what is known instead.
fn draw_story(app: &App, document: &Document, canvas: &mut Canvas<'_>, area: Rect) {
    let shown = document.best.shown.as_ref();
    let Some((shown, gives)) = shown.and_then(|shown| Some((shown, shown.answer.evaluation.as_ref()?))) else {
        let conflict = shown.and_then(|shown| Some((shown, shown.answer.conflict.as_ref()?)));
        let (text, role) = match (&document.best.running, conflict) {
            (Some(running), _) => (progress(app, running), Role::Dim),
            (None, Some((_, conflict))) => (portfolio::impossible(app, conflict), Role::Bad),
            (None, None) => (app.said(&say!("overview-no-portfolio-recommended")).into_owned(), Role::Dim),
        };
        canvas.paragraph(area, &text, role);
        return;
    };
    if let Some(running) = document.best.running.as_ref().filter(|running| running.finds_why()) {
        canvas.paragraph(area, &progress(app, running), Role::Bad);
        return;
    }
    let heading = if document.is_stale() {
        say!("overview-portfolio-does-recommended-before")
    } else {
        say!("overview-recommended-portfolio-does")
    };
    let used = canvas.text(row(area, 0), &heading, Role::Header);
    if !crate::analyse::pillars::pillars(document.case()).is_empty() {
        let key = app.keymap.shown(C::Go(Screen::PILLARS), &[Context::Everywhere]);
        let told = say!("overview-shows-pillars");
        let room = after(row(area, 0), used + 2);
        if width(&key) + width(&told) <= usize::from(room.width) {
            canvas.pieces(room, &[(&key, Role::Key), (&told, Role::Dim)]);
        }
    }
    for (y, line) in (1..).zip(story::lines(&shown.case, gives, usize::from(area.width))) {
        canvas.text(row(area, y), &line, Role::Text);
    }
    draw_largest(canvas, below(area, STORY + 1), &shown.story, gives);
}

/// The sentences about the picks that cost most, as far as there is room for a heading and two of them.
fn draw_largest(canvas: &mut Canvas<'_>, area: Rect, story: &[String], gives: &Evaluation) {
    if area.height < 5 || story.is_empty() {
        return;
    }
    let mut order: Vec<usize> = (0..gives.picks.len().min(story.len())).collect();
    order.order_by_key(|&at| std::cmp::Reverse(gives.picks[at].bill));
    canvas.text(row(area, 0), &say!("overview-its-largest-picks"), Role::Header);
    let mut y = 1;
    for at in order.into_iter().take(5) {
        if area.height < y + 2 {
            break;
        }
        y += canvas.paragraph(top(below(area, y), 3), &story[at], Role::Text);
    }
}
