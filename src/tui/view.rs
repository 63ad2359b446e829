//! Drawing the whole screen from the state, without changing it.
//!
//! From top to bottom: the tabs, a line about the case and the running work, the body of the screen, a line about what is
//! under the cursor or the last news, and the keys that work here.

use crate::analyse::complete::Step;
use crate::messages::word;
use crate::messages::{capital, count_of};
use crate::model::order::InOrder as _;
use crate::model::schema::TableId;
use crate::say;
use crate::session::{Kept, Purpose};
use crate::tui::actions::repairs::has_repairs;
use crate::tui::canvas::{Canvas, Role, after, cells, left, row, width};
use crate::tui::state::{App, Command, Context, Document, Entry, Popup, STEPS, Screen, TOUR, TableKey};
use crate::tui::table::{Grid, TableState, is_cut};
use crate::tui::widgets::number;
use crate::tui::widgets::number::{fixed, signed};
use crate::tui::{popups, screens, tabs};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Write as _;

/// The smallest terminal that the screens are made for.
pub(crate) const SMALLEST: (u16, u16) = (60, 16);

/// Draws the interface.
pub fn view(app: &App, buffer: &mut Buffer) {
    let area = buffer.area;
    let mut canvas = Canvas::new(buffer, app.theme, app.glyphs);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let text = say!(
            "view-needs-what-what",
            needed_width = SMALLEST.0,
            needed_height = SMALLEST.1,
            width = area.width,
            height = area.height
        );
        canvas.text(area, &text, Role::Text);
        return;
    }
    tabs::draw(app, &mut canvas, row(area, 0));
    draw_case(app, &mut canvas, row(area, 1));
    let body = app.body_in(area);
    screens::draw(app, &mut canvas, body);
    if let Some((tour, step)) = app.tour.as_ref().and_then(|tour| Some((tour, tour.current()?))) {
        let place = Rect { y: body.y + body.height, height: TOUR, ..area };
        let inside =
            canvas.frame(place, &app.said(&say!("view-tour-step-tour", step = tour.step + 1, tour = STEPS.len())));
        canvas.paragraph(inside, &app.said(&(step.text)()), Role::Text);
    }
    draw_news(app, &mut canvas, row(area, area.height - 2));
    draw_keys(app, &mut canvas, row(area, area.height - 1));
    popups::draw(app, &mut canvas, area);
}

/// Cells that the name of the case gets before the index does.
const NAME: usize = 12;

fn draw_case(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(document) = &app.document else { return };
    let title = &document.case().title;
    let name = if title.is_empty() { document.path.to_string_lossy().into_owned() } else { title.clone() };
    let (state, role) = match (&app.exporting, &app.what_if.running) {
        _ if document.best.running.is_some() => state_of(document),
        (Some(report), _) => {
            let stop = app.keymap.shown(Command::CancelJob, &[Context::Case]);
            let state = say!("exporting-under-way", done = report.done, total = report.total, stop = stop);
            (state, Role::Warn)
        }
        (None, Some(running)) => (running.words(), Role::Warn),
        (None, None) => state_of(document),
    };
    let taken = canvas.right(area, &app.said(&state), role);
    let rest = left(area, area.width.saturating_sub(taken + 2));
    let rest = match document.scenario_on() {
        Some(name) => {
            let sign = say!("view-under-scenario", name = document.base_snapshot().case.scenario_name(name));
            let used = canvas.text(rest, &sign, Role::Warn);
            canvas.restyle(left(rest, used), Role::Cursor);
            after(rest, used + 1)
        }
        None => rest,
    };
    let reload = app.keymap.shown(Command::Reload, &[Context::Case]);
    let mark = match (document.is_dirty(), document.is_shut()) {
        (true, false) if !document.moved.is_empty() => say!("view-unsaved-changed-disk"),
        _ if !document.moved.is_empty() => say!("view-changed-disk-reload", reload = reload),
        (true, true) => say!("view-read-only-own"),
        (_, false) if app.hangs.is_some() => say!("view-disk-hangs"),
        (true, false) if document.kept == Kept::No => say!("view-unsaved-not-kept"),
        (true, false) if app.is_keeping => say!("view-unsaved-keeping"),
        (true, false) => say!("view-unsaved"),
        (false, true) => say!("view-read-only"),
        (false, false) => String::new(),
    };
    let index = document
        .snapshot
        .nothing
        .as_ref()
        .map_or_else(String::new, |it| say!("view-nothing-chosen-index", index_before = fixed(it.index_before, 2)));
    let own = document.snapshot.own_evaluation.as_ref().filter(|_| !document.own.picks.is_empty());
    let own = own.map_or_else(String::new, |own| {
        let broken = own.broken().count();
        let rules =
            if broken == 0 { String::new() } else { say!("view-breaks-rules", rules = count_of(broken, "rule")) };
        say!("view-own-objective", objective = signed(own.objective, 2), rules = rules)
    });
    // Where there is little room, the name of the case is worth more than its index.
    let others = width(&own) + width(&mark);
    let index = if others + width(&index) + NAME > usize::from(rest.width) { String::new() } else { index };
    let numbers = cells(width(&index) + others);
    let name_place = left(rest, rest.width.saturating_sub(numbers));
    let used = canvas.text(name_place, &name, Role::Row);
    canvas.pieces(after(rest, used), &[(&mark, Role::Warn), (&index, Role::Text), (&own, Role::Accent)]);
}

/// The state of the recommended portfolio in a few words.
pub(crate) fn state_of(document: &Document) -> (String, Role) {
    let best = &document.best;
    if let Some(running) = &best.running {
        let progress = &running.progress;
        let seconds = number::seconds(progress.seconds, 1);
        let own = running.purpose == Purpose::Complete;
        if running.finds_why() {
            return (say!("view-no-portfolio-possible", seconds = seconds), Role::Bad);
        }
        if let (true, Step::Most { kept, at_most }) = (own, running.step) {
            let all = document.own.picks.len();
            let most = if at_most < all { say!("view-at-most-at", at_most = at_most) } else { String::new() };
            return (say!("view-own-kept-all", kept = kept, all = all, most = most, seconds = seconds), Role::Warn);
        }
        let mut text = if own { say!("view-completing-own") } else { word("searching") };
        if let Some(best) = progress.best {
            text += &say!("view-best-so-far", best = signed(best, 3));
        }
        if let Some(gap) = progress.gap {
            text += &say!("view-gap-so-far", gap = fixed(gap, 3));
        }
        let _ = write!(text, ", {seconds} s");
        return (text, Role::Warn);
    }
    if best.error.is_some() {
        return (say!("view-failed-press"), Role::Bad);
    }
    let errors = document.snapshot.stopping();
    if errors > 0 {
        // What was recommended before is on the screens still.
        let before = best.shown.as_ref().and_then(|shown| shown.answer.evaluation.as_ref());
        let before = before.map_or_else(String::new, |it| {
            say!("view-recommended-before-objective", objective = signed(it.objective, 2))
        });
        return (say!("view-before-count-press", before = before, errors = errors), Role::Bad);
    }
    if document.case().candidates.is_empty() {
        return (say!("view-no-candidates-yet-press"), Role::Dim);
    }
    let Some(shown) = &best.shown else { return (say!("view-no-recommendation-yet"), Role::Dim) };
    let Some(evaluation) = &shown.answer.evaluation else {
        use crate::optimise::Status;
        let word = if shown.answer.status == Status::Infeasible {
            say!("view-no-portfolio-possible-press")
        } else {
            say!("view-stopped-none-found")
        };
        return (word, Role::Bad);
    };
    let gain = signed(evaluation.objective, 2);
    if document.is_stale() {
        return (say!("view-recommended-gain-stale", gain = gain), Role::Warn);
    }
    let aside = document.snapshot.set_aside.len();
    if aside > 0 {
        return (say!("view-rows-set-aside", gain = gain, rows = aside), Role::Warn);
    }
    match shown.answer.status {
        crate::optimise::Status::Optimal => (say!("view-recommended-gain-proven", gain = gain), Role::Good),
        _ => (say!("view-recommended-gain-not", gain = gain), Role::Warn),
    }
}

/// The last news; without any, what the column under the cursor means, or what is wrong with the cell.
fn draw_news(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    if let Some(message) = &app.message {
        // News that do not fit beside each other stand below each other, the last where there is always one.
        for (above, line) in (0..=area.y).zip(message.text.lines().rev()) {
            let line_area = Rect { y: area.y - above, ..area };
            canvas.repeat(line_area, " ", Role::Text);
            let place = with_key(app, canvas, line_area, width(line), Command::ShowMessage);
            canvas.text(place, line, message.role);
        }
        return;
    }
    let Some(key) = app.table_key() else { return };
    let (Some(grid), state) = (app.grid(key), app.table_state(key)) else { return };
    let Some(column) = grid.columns().get(state.column) else { return };
    if let (TableKey::Sheet(table), Some(document), Some(row)) = (key, &app.document, state.current())
        && let Some(header) = column.source.and_then(|at| document.book.sheet(table).header.get(at))
        && let Some(finding) = document.snapshot.about(table, row, header).next()
    {
        let text = format!("{}: {} {}", word(finding.level.word()), finding.message, finding.remedy);
        canvas.text(area, &text, Role::Bad);
        return;
    }
    let table = app.table_area();
    if is_cut(grid.as_ref(), &state, table.width) {
        return draw_whole_cell(app, canvas, area, grid.as_ref(), &state);
    }
    canvas.pieces(
        area,
        &[(&column.title, Role::Row), (": ", Role::Dim), (&app.said(&grid.help(state.column)), Role::Dim)],
    );
}

/// The text of a cell that the table shows only a part of, and the key that shows all where this line is too short as well.
fn draw_whole_cell(app: &App, canvas: &mut Canvas<'_>, area: Rect, grid: &dyn Grid, state: &TableState) {
    let (Some(row), Some(column)) = (state.current(), grid.columns().get(state.column)) else { return };
    let text = grid.shown(row, state.column);
    let place = with_key(app, canvas, area, width(&column.title) + 2 + width(&text), Command::WholeCell);
    canvas.pieces(place, &[(&column.title, Role::Row), (": ", Role::Dim), (&text, Role::Text)]);
}

/// The room for a text of this many cells; where it is too little, beside it the key of the command that shows all.
fn with_key(app: &App, canvas: &mut Canvas<'_>, area: Rect, needed: usize, command: Command) -> Rect {
    let contexts = app.contexts();
    let key = contexts.iter().find_map(|&context| app.keymap.keys(command, context).first()).map(ToString::to_string);
    let Some(key) = key.filter(|_| needed > usize::from(area.width)) else { return area };
    let hint = cells(width(&key) + 10);
    canvas.pieces(after(area, area.width.saturating_sub(hint)), &[(&key, Role::Key), (&say!("view-all"), Role::Dim)]);
    left(area, area.width.saturating_sub(hint + 2))
}

/// The keys that work here, the nearest and most wanted first, as many as fit. Where not all fit, the key that shows all
/// of them comes last.
fn draw_keys(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let all: Vec<Hint> = hints(app)
        .into_iter()
        .filter_map(|entry| {
            // A key that does something else in a nearer place is no key for this.
            let keys = app.keymap.keys(entry.command, entry.context);
            let key = keys.iter().find(|&&key| app.command_of(key) == Some(entry.command))?;
            Some((key.to_string(), hint_title(app, entry), entry))
        })
        .collect();
    let mut x = 0;
    for (key, title, _) in that_fit(all, area.width) {
        let used = canvas.pieces(after(area, x), &[(&key, Role::Key), (" ", Role::Text), (&title, Role::Dim)]);
        x += used + 2;
    }
}

/// What a key is said to do: of an answer that throws something away what it does here, where that is short.
fn hint_title(app: &App, entry: &Entry) -> String {
    const ROOM: usize = 24;
    match app.popups.last() {
        Some(Popup::Confirm(ask)) if entry.context == Context::Question && entry.command == Command::ThrowAway => ask
            .answer(entry.command)
            .filter(|answer| width(&answer.label) <= ROOM)
            .map_or_else(|| entry.title(), |answer| capital(&answer.label)),
        _ => entry.title(),
    }
}

/// A hint: the key, the name of the command, and the command.
type Hint = (String, String, &'static Entry);

/// The hints that fit into a line, each with its key.
fn that_fit(all: Vec<Hint>, room: u16) -> Vec<Hint> {
    let wide = |(key, title, _): &Hint| width(key) + width(title) + 3;
    let room = usize::from(room) + 2;
    if all.iter().map(wide).sum::<usize>() <= room {
        return all;
    }
    let (help, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(.., entry)| entry.command == Command::Help);
    let mut left = room.saturating_sub(help.iter().map(wide).sum());
    let fits = |hint: &Hint| {
        let fits = wide(hint) <= left;
        left = if fits { left - wide(hint) } else { 0 };
        fits
    };
    others.into_iter().take_while(fits).chain(help).collect()
}

/// Whether a hint is of use here: tables that are computed have no rows to add and no cells to edit.
fn makes_sense(app: &App, entry: &Entry) -> bool {
    use Command as C;
    let of_analyses = [Screen::ANALYSES, Screen::ANALYSIS].map(Context::Screen).contains(&entry.context);
    if let (true, Some(document)) = (of_analyses, &app.document) {
        let runs = &document.analyses.runs;
        let analysis = runs.results.get(&app.analysis).filter(|_| app.screen == Screen::ANALYSIS);
        return match entry.command {
            C::StopAnalysis => runs.running.is_some(),
            C::ApplyRepair => analysis.is_some_and(|run| has_repairs(run)),
            C::RunAnalysis | C::AnalysisOptions => true,
            _ => analysis.is_some() || app.screen != Screen::ANALYSIS,
        };
    }
    if entry.context == Context::Question {
        return app.offers(entry.context, entry.command);
    }
    if let (Context::Line, Some(Popup::Prompt(line))) = (entry.context, app.popups.last()) {
        // Where nothing can be completed, these go on to the next cell, if a cell is typed.
        return !matches!(entry.command, C::Complete | C::Down) || line.is_of_a_cell() || !line.suggestions.is_empty();
    }
    if let (Context::Form, Some(Popup::Form(form))) = (entry.context, app.popups.last()) {
        return !matches!(entry.command, C::AddRow | C::DeleteRows) || form.table == TableId::Candidates;
    }
    if entry.context != Context::Table {
        return true;
    }
    if app.tab() == Screen::ANALYSES && (entry.command == C::Edit || app.table_key().is_none()) {
        return false;
    }
    match entry.command {
        C::AddRow => matches!(app.table_key(), Some(TableKey::Sheet(_))),
        C::EditRow => matches!(app.table_key(), Some(TableKey::Sheet(_) | TableKey::PORTFOLIO)),
        C::Edit => !matches!(app.screen, Screen::COMPARE | Screen::SCENARIO_GRID),
        _ => true,
    }
}

/// The commands of the footer, in the order in which it shows them.
pub(crate) fn hints(app: &App) -> Vec<&'static Entry> {
    let contexts = app.contexts();
    let mut entries: Vec<(usize, &Entry)> = contexts
        .iter()
        .enumerate()
        .flat_map(|(at, context)| app.keymap.registry.of(*context).map(move |entry| (at, entry)))
        .filter(|(_, entry)| entry.hint > 0 && makes_sense(app, entry))
        .collect();
    entries.order_by_key(|(at, entry)| (entry.hint, *at));
    let mut seen = std::collections::HashSet::new();
    entries.into_iter().map(|(_, entry)| entry).filter(|entry| seen.insert(entry.command)).collect()
}
