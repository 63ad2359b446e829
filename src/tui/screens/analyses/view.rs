//! What an analysis found, as a view: its state, sentences, a picture, and one of its tables.

use crate::analyse::AnalysisKind;
use crate::analyse::values::told;
use crate::messages::{text_of, word};
use crate::optimise::{Progress, ProofStatus};
use crate::report::Table;
use crate::say;
use crate::session::analyses::{Age, RunningAnalysis, Standing};
use crate::tui::analysis_views::{Picture, Shape, ShownRun, has_picture, mark_sentence, picture, so_far, state_words};
use crate::tui::canvas::{Canvas, Role, after, below, cells, inner, left, row, top, width};
use crate::tui::screens::drawn_table::draw_table;
use crate::tui::state::{App, Command, Context, Document, Screen, TableKey};
use crate::tui::text::wrap;
use crate::tui::widgets::bar;
use crate::tui::widgets::heat::heat;
use crate::tui::widgets::number;
use crate::tui::widgets::number::{fixed, signed};
use crate::tui::widgets::plot::{self, plot};
use crate::tui::widgets::stacks::stacks;
use ratatui::layout::Rect;

/// Where the parts of a view stand.
struct Parts {
    head: Rect,
    summary: Rect,
    picture: Rect,
    tabs: Rect,
    table: Rect,
}

/// Lines that a table needs: its heading, three rows, its totals.
const TABLE: u16 = 5;
/// The most lines that say how an analysis is set.
const ASKED: usize = 3;

/// How the analysis that is shown was set, with what it looks like; or how it would be.
fn asked(app: &App, document: &Document, kind: AnalysisKind) -> (String, Role) {
    let views = &document.analyses;
    let Some(shown) = views.shown(kind) else {
        return (views.runs.values(kind, document.case()).line(kind.spec(), document.case()), Role::Dim);
    };
    if shown.run.age == Age::Stale {
        let run = app.keymap.shown(Command::RunAnalysis, &[Context::Screen(Screen::ANALYSIS)]);
        return (say!("view-case-has-changed", run = run, asked = shown.run.asked), Role::Warn);
    }
    (shown.run.asked.clone(), Role::Dim)
}

/// The sentences of a shown: what was found, and what is not proven once it has ended.
pub(crate) fn sentences(shown: ShownRun<'_>) -> Vec<(String, Role)> {
    let open = if shown.run.standing == Standing::Partial { &[][..] } else { &shown.report.open[..] };
    let mut found: Vec<(String, Role)> =
        shown.report.summary.iter().map(|sentence| (sentence.clone(), Role::Text)).collect();
    // What the letters on the chart stand for, in figures, where there is room for it.
    if let Some(marked) = mark_sentence(shown) {
        found.insert(found.len().min(1), (marked, Role::Text));
    }
    found.extend(open.iter().map(|sentence| (sentence.clone(), Role::Warn)));
    found
}

fn parts(app: &App, document: &Document, kind: AnalysisKind, body: Rect) -> Parts {
    let views = &document.analyses;
    let lines = wrap(&asked(app, document, kind).0, usize::from(body.width)).len().clamp(1, ASKED);
    let head = top(body, 1 + cells(lines));
    let rest = below(body, head.height);
    let none = Rect { height: 0, ..rest };
    let Some((shown, table)) = views.table(kind) else {
        return Parts { head, summary: rest, picture: none, tabs: none, table: none };
    };
    let lines: usize = sentences(shown).iter().map(|(text, _)| wrap(text, usize::from(rest.width)).len()).sum();
    let drawn = has_picture(shown, table.key) && views.shape != Shape::Table;
    let most = match kind {
        AnalysisKind::Explain => rest.height.saturating_sub(TABLE + 1),
        _ if rest.height >= 30 => 7,
        _ if drawn => 3,
        _ => 5,
    };
    let summary = top(rest, cells(lines).min(most));
    let rest = below(rest, summary.height);
    let room = rest.height.saturating_sub(1);
    let picture = match views.shape {
        _ if !drawn => 0,
        Shape::Chart => room,
        _ if room >= TABLE + plot::SMALLEST.1 => (room / 2).max(plot::SMALLEST.1).min(room - TABLE),
        _ => 0,
    };
    let rest_below = below(rest, picture);
    Parts { head, summary, picture: top(rest, picture), tabs: row(rest_below, 0), table: below(rest_below, 1) }
}

/// Where the table of a view stands.
pub(crate) fn analysis_table_area(app: &App, kind: AnalysisKind, body: Rect) -> Rect {
    app.document.as_ref().map_or(body, |document| parts(app, document, kind, body).table)
}

/// Draws what an analysis found, or what it is for.
pub(crate) fn draw_analysis(app: &App, document: &Document, kind: AnalysisKind, canvas: &mut Canvas<'_>, body: Rect) {
    let parts = parts(app, document, kind, body);
    draw_head(app, document, kind, canvas, parts.head);
    let Some((shown, table)) = document.analyses.table(kind) else {
        return draw_empty(app, document, kind, canvas, parts.summary);
    };
    let mut rest = parts.summary;
    for (sentence, role) in sentences(shown) {
        let used = canvas.paragraph(rest, &sentence, role);
        rest = below(rest, used);
    }
    let cursor = app.table_state(TableKey::Analysis(kind, table.key)).current();
    if parts.picture.height > 0
        && let Some(picture) = picture(shown, table.key, cursor, app.glyphs)
    {
        match picture {
            Picture::Plot(mut of) => {
                // What was answered since the last piece was finished.
                if let Some(running) = document.analyses.runs.running(kind) {
                    let answered = so_far(running, app.glyphs).marks;
                    of.marks.splice(0..0, answered);
                }
                plot(canvas, parts.picture, &of);
            }
            Picture::Heat(of) => heat(canvas, parts.picture, &of),
            Picture::Stacks(of) => stacks(canvas, parts.picture, &of),
        }
    }
    draw_tabs(shown, table.key, canvas, parts.tabs);
    if parts.table.height > 1 {
        let empty = match shown.run.standing {
            Standing::Partial => say!("view-none-found-yet-search"),
            _ => say!("view-nothing-kind-found"),
        };
        let key = TableKey::Analysis(kind, table.key);
        draw_table(app, canvas, parts.table, key, &empty);
    }
}

/// The first two lines: what it is and how far; how it is set, or the running work.
fn draw_head(app: &App, document: &Document, kind: AnalysisKind, canvas: &mut Canvas<'_>, area: Rect) {
    let views = &document.analyses;
    let (state, role) = state_words(views, kind);
    let taken = canvas.right(row(area, 0), &state, role) + 2;
    let title = left(row(area, 0), area.width.saturating_sub(taken));
    let shown = views.shown(kind);
    let name = kind.spec().title();
    match shown {
        Some(shown) => {
            let told = (shown.report.title.as_str(), Role::Text);
            let name = (name.as_str(), Role::Accent);
            canvas.ways(title, &[&[name, (": ", Role::Text), told], &[told], &[name]])
        }
        None => canvas.text(title, &name, Role::Accent),
    };
    let line = row(area, 1);
    if let Some(running) = views.runs.running(kind) {
        let wide = if area.width >= 110 { 24 } else { 12 };
        let total = running.progress.total.max(running.progress.done).max(1);
        bar::bar(canvas, left(line, wide), running.progress.done.into(), total.into(), 0);
        canvas.text(after(line, wide + 1), &progress_line(running), Role::Warn);
        return;
    }
    if let Some(error) = views.runs.errors.get(&kind) {
        canvas.text(line, &app.said(error), Role::Bad);
        return;
    }
    let (text, role) = asked(app, document, kind);
    // What was asked is worth more than how it was searched.
    if let Some(shown) = shown {
        let figures = say!(
            "view-how-found",
            searched = shown.run.stats.searched,
            known = shown.run.stats.implied,
            seconds = number::seconds(shown.run.seconds, 1)
        );
        if width(&text) + width(&figures) + 2 <= usize::from(line.width) {
            canvas.right(line, &figures, Role::Dim);
        }
    }
    canvas.paragraph(below(area, 1), &text, role);
}

/// What an analysis is for and how to run it; or how far it is before anything is finished.
fn draw_empty(app: &App, document: &Document, kind: AnalysisKind, canvas: &mut Canvas<'_>, area: Rect) {
    let key =
        |command| app.keymap.shown(command, &[Context::Screen(Screen::ANALYSIS), Context::Case, Context::Everywhere]);
    let area = inner(area);
    let mut rest = area;
    let mut say = |canvas: &mut Canvas<'_>, text: &str, role: Role| {
        let used = canvas.paragraph(rest, &app.said(text), role);
        rest = below(rest, used + 1);
    };
    say(canvas, &kind.spec().question(), Role::Text);
    if let Some(running) = document.analyses.runs.running(kind) {
        let text = say!("view-finished-shown-here-comes");
        say(canvas, &say!("view-text-key-stops", text = text, key = key(Command::StopAnalysis)), Role::Dim);
        draw_answers(document, running, canvas, rest);
        return;
    }
    if let Some(error) = document.analyses.runs.errors.get(&kind) {
        say(canvas, error, Role::Bad);
    }
    if !document.snapshot.is_sound() {
        return say(canvas, &say!("view-case-has-errors"), Role::Bad);
    }
    let infeasible = document.best.shown.as_ref().is_some_and(|shown| shown.answer.conflict.is_some());
    if infeasible && kind != AnalysisKind::Explain {
        let text = say!("view-no-portfolio-keeps-every");
        say(canvas, &text, Role::Bad);
    }
    let run = say!("view-key-runs-background", key = key(Command::RunAnalysis));
    let how = if kind.spec().form().next().is_none() {
        run
    } else {
        say!("view-run-key-changes", run = run, key = key(Command::AnalysisOptions))
    };
    say(canvas, &how, Role::Dim);
    if kind == AnalysisKind::Explain {
        let why = app.keymap.shown(Command::ExplainCandidate, &[Context::Screen(Screen::CANDIDATES)]);
        say(canvas, &say!("view-why-row-screens", why = why), Role::Dim);
    }
    let values = document.analyses.runs.values(kind, document.case());
    let named: Vec<_> = kind.spec().form().map(|param| (param, kind.spec().name_of(param))).collect();
    let widest = cells(named.iter().map(|(_, name)| width(name)).max().unwrap_or(0));
    // What an option means stands whole behind it or below it; where there is no room for all of that, the form says it.
    let all: Vec<(String, String, String, u16)> = named
        .into_iter()
        .map(|(param, name)| {
            let value = told(param, values.text(param.name), document.case());
            let place = (widest + 4 + cells(width(&value))).max(widest + 18);
            (name, value, app.said(&kind.spec().form_help_of(param)).into_owned(), place)
        })
        .collect();
    let wide = usize::from(rest.width);
    let is_behind = |help: &str, place: u16| width(help) + usize::from(place) <= wide;
    let indented = after(rest, 4);
    let lines = |(_, _, help, place): &(String, String, String, u16)| {
        if is_behind(help, *place) { 1 } else { 1 + wrap(help, usize::from(indented.width)).len() }
    };
    let has_room = all.iter().map(lines).sum::<usize>() <= usize::from(rest.height);
    for (name, value, help, place) in all {
        let line = row(rest, 0);
        canvas.text(left(line, widest), &name, Role::Dim);
        canvas.text(after(line, widest + 2), &value, Role::Text);
        rest = below(rest, 1);
        if is_behind(&help, place) {
            canvas.text(after(line, place), &help, Role::Dim);
        } else if has_room {
            let used = canvas.paragraph(after(rest, 4), &help, Role::Dim);
            rest = below(rest, used);
        }
    }
}

/// What was answered so far: on the chart where there is one, else the newest answers in words.
fn draw_answers(document: &Document, running: &RunningAnalysis, canvas: &mut Canvas<'_>, area: Rect) {
    if running.answers.iter().any(|answered| answered.at.is_some()) {
        plot(canvas, area, &so_far(running, canvas.glyphs));
        return;
    }
    let shown = document.best.shown.as_ref().filter(|shown| shown.case == running.case);
    let best = shown.and_then(|shown| shown.answer.evaluation.as_ref()).map(|evaluation| evaluation.objective);
    for (y, answered) in (0..area.height).zip(running.answers.iter().rev()) {
        let line = row(area, y);
        let (text, role) = match (answered.known, answered.objective) {
            (ProofStatus::Impossible, _) => (word("impossible"), Role::Bad),
            (_, None) => (say!("view-not-known"), Role::Warn),
            (known, Some(objective)) => {
                let beside = best.map_or_else(String::new, |best| format!("  {}", signed(objective - best, 2)));
                let role = if known == ProofStatus::Proven { Role::Good } else { Role::Warn };
                (format!("{}{beside}", fixed(objective, 2)), role)
            }
        };
        let taken = canvas.right(left(line, 22), &text, role);
        canvas.text(after(line, taken.max(22) + 2), &answered.doing, Role::Text);
    }
}

/// How far a run is, in words.
pub(super) fn progress_line(running: &RunningAnalysis) -> String {
    let progress = &running.progress;
    let mut text = say!(
        "view-done-total-done",
        done = progress.done,
        total = progress.total.max(progress.done),
        seconds = number::seconds(running.seconds, 0)
    );
    if progress.total > 0 && progress.done >= progress.total {
        text = say!("view-all-done-finishing", text = text);
    }
    if let Some(left) = running.seconds_left() {
        text = say!("view-time-left", text = text, seconds = number::seconds(left, 0));
    }
    // What is asked comes first: the figures are those of that question.
    if !progress.doing.is_empty() {
        text = format!("{text}; {}", progress.doing);
    }
    if let Some(Progress { best, bound, .. }) = progress.search {
        let figure = |value: Option<rust_decimal::Decimal>| value.map_or_else(|| "-".to_owned(), |it| fixed(it, 2));
        text = say!("view-text-best-best", text = text, best = figure(best), bound = figure(bound));
    }
    text
}

/// How the names of the tables are told: those with how many rows there are, and those by their whole title.
#[derive(Clone, Copy)]
struct Way {
    all_counted: bool,
    others_whole: bool,
    open_whole: bool,
}

/// From the fullest way to the briefest.
const WAYS: [Way; 4] = [
    Way { all_counted: true, others_whole: true, open_whole: true },
    Way { all_counted: false, others_whole: true, open_whole: true },
    Way { all_counted: false, others_whole: false, open_whole: true },
    Way { all_counted: false, others_whole: false, open_whole: false },
];

/// The names of the tables, the one that is shown marked: in the fullest way for which there is room.
fn draw_tabs(shown: ShownRun<'_>, key: &str, canvas: &mut Canvas<'_>, area: Rect) {
    canvas.repeat(area, canvas.glyphs.horizontal(), Role::Line);
    let named = |way: &Way| -> Vec<String> {
        let name = |table: &Table| {
            let is_open = table.key == key;
            let brief = text_of("tab", shown.report.analysis, table.key, "");
            let is_whole = brief.is_empty() || if is_open { way.open_whole } else { way.others_whole };
            let name = if is_whole { table.title.clone() } else { brief };
            if is_open || way.all_counted { format!("{name} ({})", table.rows.len()) } else { name }
        };
        shown.tables().map(name).collect()
    };
    // Two cells before the first, a space on both sides of each, a cell between two of them.
    let fits = |names: &Vec<String>| {
        names.iter().map(|name| width(name) + 3).sum::<usize>() < usize::from(area.width.saturating_sub(1))
    };
    let told = WAYS.iter().map(named).find(fits).or_else(|| WAYS.last().map(named)).unwrap_or_default();
    let mut x = 2;
    for (table, name) in shown.tables().zip(told) {
        let role = if table.key == key { Role::Cursor } else { Role::Dim };
        x += canvas.text(after(area, x), &format!(" {name} "), role) + 1;
    }
}
