//! What stands above the picks: a line for each pillar with what it carries, and sentences about what the pillars are for.

use rust_decimal::Decimal;

use super::grid::does;
use crate::analyse::AnalysisKind;
use crate::analyse::carrying::Part;
use crate::messages::word;
use crate::model::{CandidateIx, Case, MinistryIx};
use crate::report::pillar_name;
use crate::say;
use crate::session::analyses::{Age, RunningAnalysis};
use crate::session::pillars::{Carried, Cut, Pillars};
use crate::tui::canvas::{Canvas, Role, after, cells, left, row, width};
use crate::tui::state::{App, Document};
use crate::tui::widgets::bar::stacked;
use crate::tui::widgets::number::{self, apportioned, fixed, money, percentage};
use ratatui::layout::Rect;

/// Whose line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Recommended,
    Own,
}

/// A line: what some picks carry of a portfolio.
pub(super) struct Line<'a> {
    whose: Whose,
    /// Which pillar or way, by its name; nothing for all picks.
    of: Option<String>,
    /// The pillar's word in the case.
    pillar: Option<&'a str>,
    /// The bill and its percent, which add up with those of the other pillars.
    money: (Decimal, Decimal),
    part: &'a Part,
    all: &'a Part,
}

/// By what the picks are told apart.
pub(super) fn cut(now: &Pillars) -> Cut {
    let names = |side: &Option<Carried>| side.iter().any(|it| it.named.iter().any(|(name, _)| !name.is_empty()));
    if names(&now.recommended) || names(&now.own) { now.cut } else { Cut::Ways }
}

/// What each group of a portfolio carries.
fn groups(side: &Carried, whose: Whose, cut: Cut) -> Vec<Line<'_>> {
    let all = &side.all;
    if cut == Cut::Ways {
        let ways = side.ways.iter().map(|(way, part)| (does(*way), None, part));
        return with_figures(ways, whose, all, |figures| figures);
    }
    // Each pick has one pillar, so that their figures add up to the whole.
    let named = side.named.iter().map(|(name, part)| (pillar_name(name), Some(name.as_str()), part));
    with_figures(named, whose, all, |figures| apportioned(&figures, 1))
}

/// Lines with figures of money that are rounded like this.
fn with_figures<'a>(
    groups: impl Iterator<Item = (String, Option<&'a str>, &'a Part)>,
    whose: Whose,
    all: &'a Part,
    rounded: fn(Vec<Decimal>) -> Vec<Decimal>,
) -> Vec<Line<'a>> {
    let groups: Vec<_> = groups.collect();
    let costs = rounded(groups.iter().map(|(.., part)| part.cost).collect());
    let percents = rounded(groups.iter().map(|(.., part)| part.percent).collect());
    let line = |((name, pillar, part), money)| Line { whose, of: Some(name), pillar, money, part, all };
    groups.into_iter().zip(costs.into_iter().zip(percents)).map(line).collect()
}

/// The lines: each pillar of the recommended portfolio, below it of the own one, and all picks last.
pub(super) fn lines(app: &App) -> Vec<Line<'_>> {
    let now = &app.pillars;
    let cut = cut(now);
    let sides = [(now.recommended.as_ref(), Whose::Recommended), (now.own.as_ref(), Whose::Own)];
    let mut all: Vec<Line<'_>> = Vec::new();
    for line in sides.into_iter().filter_map(|(side, whose)| Some(groups(side?, whose, cut))).flatten() {
        // The own portfolio may have a pillar that the recommended one has not.
        let at = all.iter().rposition(|other| other.of == line.of).map_or(all.len(), |at| at + 1);
        all.insert(at, line);
    }
    for (side, whose) in sides {
        let Some(part) = side.map(|side| &side.all) else { continue };
        all.push(Line { whose, of: None, pillar: None, money: (part.cost, part.percent), part, all: part });
    }
    all
}

/// A column of figures: its heading, and the figure of each line.
struct Figures {
    head: String,
    cells: Vec<String>,
}

impl Figures {
    fn width(&self) -> u16 {
        let widest = self.cells.iter().map(|cell| width(cell)).max().unwrap_or(0);
        cells(widest.max(width(&self.head)))
    }
}

fn figures(case: &Case, lines: &[Line<'_>], is_wide: bool) -> Vec<Figures> {
    let column =
        |head: String, of: &dyn Fn(&Line<'_>) -> String| Figures { head, cells: lines.iter().map(of).collect() };
    let of_gain = |line: &Line<'_>| {
        percentage(line.part.lost, line.all.lost).map_or_else(String::new, |percent| fixed(percent, 0))
    };
    let leverage = |line: &Line<'_>| line.part.leverage().map_or_else(String::new, |it| fixed(it, 2));
    let mut all = vec![
        column(word("money"), &|line| money(line.money.0)),
        column("%".to_owned(), &|line| fixed(line.money.1, 1)),
        column(word("points"), &|line| fixed(line.part.lost, 2)),
        column("%".to_owned(), &of_gain),
        column(say!("pillars-head-leverage"), &leverage),
    ];
    // Of one ministry alone all that is lost stands there already.
    if case.ministries.len() > 1 {
        all.extend((0..case.ministries.len()).map(|at| {
            let name = case.short_name(MinistryIx(at));
            let name = if is_wide { name.to_owned() } else { name.chars().take(3).collect() };
            let lost = |line: &Line<'_>| line.part.by_ministry.get(at).map_or_else(String::new, |lost| fixed(*lost, 2));
            column(name, &lost)
        }));
    }
    all
}

/// The fewest cells of a bar.
const BAR: u16 = 16;
/// In a terminal of this width names of ministries stand whole, and bars beside the names of the pillars.
const WIDE: u16 = 110;

fn label(line: &Line<'_>, has_recommended: bool, is_stale: bool) -> String {
    match (line.whose, &line.of) {
        (Whose::Own, Some(name)) if !has_recommended => name.clone(),
        (Whose::Own, None) if !has_recommended => say!("pillars-all-picks-own"),
        (Whose::Own, _) => format!("  {}", word("own")),
        (Whose::Recommended, Some(name)) => name.clone(),
        (Whose::Recommended, None) if is_stale => say!("pillars-all-picks-before"),
        (Whose::Recommended, None) => say!("pillars-all-picks"),
    }
}

/// Draws a line for each pillar, that of the pick under the cursor marked. Where not all fit, those around it.
pub(super) fn draw(app: &App, document: &Document, pick: Option<CandidateIx>, canvas: &mut Canvas<'_>, area: Rect) {
    let lines = lines(app);
    if lines.is_empty() {
        return;
    }
    let case = document.case();
    let is_wide = area.width >= WIDE;
    let has_recommended = app.pillars.recommended.is_some();
    let labels: Vec<String> = lines.iter().map(|line| label(line, has_recommended, document.is_stale())).collect();
    let title = match cut(&app.pillars) {
        Cut::Named => say!("pillars-heading"),
        Cut::Ways => say!("pillars-heading-ways"),
    };
    let wide = cells(labels.iter().map(|label| width(label)).chain([width(&title)]).max().unwrap_or(0));
    let mut figures = figures(case, &lines, is_wide);
    let needs = |figures: &[Figures]| figures.iter().map(|it| it.width() + 1).sum::<u16>();
    // Ministries for which there is no room are told of by a key.
    while figures.len() > 1 && wide + needs(&figures) > area.width {
        figures.pop();
    }
    let gap = u16::from(is_wide);
    let room = area.width.saturating_sub(wide + needs(&figures) + gap * cells(figures.len()));
    let bar = if is_wide && room > BAR { room - 1 } else { 0 };
    canvas.text(left(row(area, 0), wide), &title, Role::Header);
    if bar > 0 {
        draw_legend(canvas, left(after(row(area, 0), wide + 1), bar));
    }
    let most = lines.iter().filter(|line| line.of.is_some()).map(|line| line.part.cost + line.part.others).max();
    let current = pick.map(|ix| case[ix].pillar.as_str());
    let is_current = |line: &Line<'_>| current.is_some() && line.pillar == current;
    let shown = usize::from(area.height.saturating_sub(1));
    let last = lines.iter().rposition(is_current).map_or(0, |at| at + 1);
    let first = last.saturating_sub(shown).min(lines.len().saturating_sub(shown));
    for (y, (at, line)) in (1..area.height).zip(lines.iter().enumerate().skip(first)) {
        let place = row(area, y);
        let role = match line.whose {
            Whose::Own => Role::Accent,
            Whose::Recommended if document.is_stale() => Role::Warn,
            Whose::Recommended if is_current(line) => Role::Row,
            Whose::Recommended => Role::Text,
        };
        canvas.text(left(place, wide), &labels[at], role);
        if bar > 0 && line.of.is_some() {
            let Part { orders, cost, others, .. } = line.part;
            let parts = [(*orders, 0), (*cost - *orders, 1), (*others, 2)];
            stacked(canvas, left(after(place, wide + 1), bar), &parts, most.unwrap_or_default());
        }
        let mut x = wide + if bar > 0 { bar + 1 } else { 0 };
        for column in &figures {
            let taken = column.width() + 1 + gap;
            canvas.right(left(after(place, x), taken), &column.cells[at], role);
            x += taken;
        }
    }
    let mut x = wide + if bar > 0 { bar + 1 } else { 0 };
    for column in &figures {
        let taken = column.width() + 1 + gap;
        canvas.right(left(after(row(area, 0), x), taken), &column.head, Role::Dim);
        x += taken;
    }
}

/// What the parts of the bars are, as far as there is room.
fn draw_legend(canvas: &mut Canvas<'_>, area: Rect) {
    let mut used = 0;
    for (at, name) in [say!("pillars-orders"), say!("pillars-other-public"), say!("pillars-others")].iter().enumerate()
    {
        if used + cells(width(name)) + 2 > area.width {
            break;
        }
        let pieces = [(canvas.glyphs.bar(at), Role::Series(at)), (" ", Role::Text), (name.as_str(), Role::Dim)];
        used += canvas.pieces(after(area, used), &pieces) + 2;
    }
}

/// What the picks of a portfolio do for policy, in a sentence or two.
fn ways(side: &Carried) -> String {
    let all = &side.all;
    let orders = if all.orders.is_zero() {
        say!("pillars-no-orders")
    } else {
        let percent = percentage(all.orders, all.cost).unwrap_or_default();
        say!("pillars-orders-are", orders = money(all.orders), percent = fixed(percent, 0))
    };
    let others = match all.leverage().filter(|it| !it.is_zero()) {
        None => say!("pillars-no-others"),
        Some(leverage) => say!("pillars-others-add", others = money(all.others), leverage = fixed(leverage, 2)),
    };
    format!("{orders} {others}")
}

/// What each ministry loses of a portfolio where the others pay nothing.
fn without_others(case: &Case, side: &Carried) -> String {
    let of = |(at, (lost, gain)): (usize, (&Decimal, &Decimal))| {
        let name = case.short_name(MinistryIx(at));
        say!("pillars-loses", name = name, lost = fixed(*lost, 2), gain = fixed(*gain, 2))
    };
    side.without_others.iter().zip(&side.all.by_ministry).enumerate().map(of).collect::<Vec<_>>().join("; ")
}

/// Whether a candidate names a pillar.
fn names_pillars(case: &Case) -> bool {
    case.candidates.iter().any(|it| !it.pillar.is_empty())
}

/// What is known of the portfolio in which every pillar carries its part, or how to look for it.
pub(super) fn even(app: &App, document: &Document) -> (String, Role) {
    let (runs, case) = (&document.analyses.runs, document.case());
    let values = runs.values(AnalysisKind::Pillars, case);
    let least = values.text("each");
    if !names_pillars(case) {
        return (say!("pillars-no-names"), Role::Dim);
    }
    if let Some(running) = runs.running(AnalysisKind::Pillars) {
        return (looking(running), Role::Warn);
    }
    if runs.waiting.contains(&AnalysisKind::Pillars) {
        return (say!("pillars-waiting"), Role::Warn);
    }
    if let Some(error) = runs.errors.get(&AnalysisKind::Pillars) {
        return (app.said(error).into_owned(), Role::Bad);
    }
    let Some(shown) = document.analyses.shown(AnalysisKind::Pillars) else {
        return (app.said(&say!("pillars-how-to-look", least = least)).into_owned(), Role::Dim);
    };
    let is_stale = shown.run.age == Age::Stale;
    let Some(even) = &app.pillars.even else {
        let told = shown.report.summary.last().cloned().unwrap_or_default();
        return if is_stale { stale(app, &told) } else { (told, Role::Bad) };
    };
    let less = even.best.map_or_else(String::new, |best| fixed(best - even.objective, 2));
    let asked = match &shown.run.outcome {
        crate::analyse::AnalysisOutcome::Pillars(params, _) => params.least,
        _ => even.percent,
    };
    let (enter, leave) = (even.enter.len(), even.leave.len());
    let percent = even.percent;
    let objective = fixed(even.objective, 2);
    let with = if percent < asked {
        say!("pillars-at-most", least = asked, percent = percent)
    } else {
        say!("pillars-even-with", percent = percent)
    };
    let told = say!("pillars-even-is", with = with, objective = objective, less = less, enter = enter, leave = leave);
    let told = app.said(&told).into_owned();
    if is_stale {
        return stale(app, &told);
    }
    let is_proven = shown.report.open.is_empty();
    let told = if is_proven { told } else { format!("{told} {}", say!("pillars-even-open")) };
    (told, if is_proven { Role::Good } else { Role::Warn })
}

/// How far the search is.
fn looking(running: &RunningAnalysis) -> String {
    let figure = |value: Option<Decimal>| value.map_or_else(|| "-".to_owned(), |it| fixed(it, 2));
    let search = running.progress.search.as_ref();
    say!(
        "pillars-looking",
        seconds = number::seconds(running.seconds, 0),
        best = figure(search.and_then(|it| it.best)),
        bound = figure(search.and_then(|it| it.bound))
    )
}

fn stale(app: &App, told: &str) -> (String, Role) {
    (app.said(&say!("pillars-even-stale", told = told)).into_owned(), Role::Warn)
}

/// Whether equal parts can be looked for, or were.
fn has_even(document: &Document) -> bool {
    let is_possible = document.best.shown.as_ref().is_none_or(|shown| shown.answer.conflict.is_none());
    let is_found = document.analyses.shown(AnalysisKind::Pillars).is_some();
    is_found || is_possible && document.snapshot.is_sound()
}

/// The sentences above the picks.
pub(super) fn notes(app: &App, document: &Document) -> Vec<(String, Role)> {
    let (case, now) = (document.case(), &app.pillars);
    let mut all = Vec::new();
    let first = now.recommended.as_ref().or(now.own.as_ref());
    if let Some(first) = first {
        all.push((ways(first), Role::Text));
        let ministries = case.ministries.len();
        if ministries > 1 {
            let told = say!("pillars-without-others", ministries = ministries, losses = without_others(case, first));
            all.push((told, Role::Text));
        } else {
            all.push((say!("pillars-one-ministry"), Role::Dim));
        }
        if let Some(own) = now.own.as_ref().filter(|_| ministries > 1 && now.recommended.is_some()) {
            let told = say!("pillars-own-without-others", losses = without_others(case, own));
            all.push((told, Role::Accent));
        }
    }
    if has_even(document) && (first.is_some() || names_pillars(case)) {
        all.push(even(app, document));
    }
    all
}
