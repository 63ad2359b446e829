//! What happens, and what follows from it: the only place where the state changes. No I/O here: what the world is to do
//! goes out as effects and comes back as events.
//!
//! These files know each other: what is done in one subject goes on in another - an answer saves, a save opens another case, a
//! case that is opened starts a search - and the mouse gives commands as keys do.

pub(crate) mod access;
pub(crate) mod analyses;
mod asking;
pub(crate) mod comparing;
pub(crate) mod completing;
pub(crate) mod edits;
pub(crate) mod history;
pub(crate) mod jobs;
pub(crate) mod kept;
pub(crate) mod mouse;
pub(crate) mod moving;
pub(crate) mod news;
pub(crate) mod opening;
pub(crate) mod own;
pub(crate) mod paste;
pub(crate) mod popups;
pub(crate) mod prompts;
pub(crate) mod repairs;
pub(crate) mod repeat;
pub(crate) mod scenarios;
pub(crate) mod second_case;
pub(crate) mod side_by_side;
pub(crate) mod what_if;

pub(crate) use own::set as set_own;
pub(crate) use paste::{Known, Pasted};
pub(crate) use repairs::has_repairs;
pub(crate) use what_if::stale as stale_scenarios;

use super::app::App;
use super::commands::{COMMANDS, Command, Context, Run};
use super::event::{Effect, Event};
use super::key::Key;
use super::popups::Popup;
use super::popups::list::List;
use super::screen::Screen;
use super::screens::{self, overview, picker};
use super::theme::{Glyphs, Role};
use crate::say;

/// Takes an event, changes the state, and says what the world is to do.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    let before = stamp(app);
    let errors = errors(app);
    let mut effects = match event {
        Event::Key(key) => press(app, key),
        Event::Mouse(event) => mouse::mouse(app, event),
        Event::Paste(text) => paste::paste(app, &text),
        Event::Resize(width, height) => {
            app.size = (width, height);
            Vec::new()
        }
        Event::Cases(cases) => {
            app.picker.selected = app.picker.selected.min(cases.len().saturating_sub(1));
            app.picker.cases = Some(cases);
            Vec::new()
        }
        Event::Loaded(path, loaded) => opening::loaded(app, path, loaded),
        Event::Neighbours(cases) => {
            second_case::known(app, cases);
            Vec::new()
        }
        Event::SecondCase(path, loaded) => second_case::loaded(app, path, loaded),
        Event::PortfolioRead(path, wanted, text) => {
            second_case::portfolio(app, &path, wanted, text);
            Vec::new()
        }
        Event::Read(snapshot) => jobs::read(app, *snapshot),
        Event::Progress(job, progress) => jobs::progress(app, job, progress),
        Event::Completing(job, step, progress) => completing::completing(app, job, step, progress),
        Event::Completed(job, completion) => {
            completing::completion(app, job, completion);
            Vec::new()
        }
        Event::Answered(job, answer) => jobs::answered(app, job, answer),
        Event::Study(job, news) => analyses::news(app, job, news),
        Event::ScenarioPace(job, name, progress) => {
            what_if::pace(app, job, name, progress);
            Vec::new()
        }
        Event::ScenarioFound(job, run) => {
            what_if::found(app, job, *run);
            Vec::new()
        }
        Event::ScenariosEnded(job, error) => {
            what_if::ended(app, job, error);
            Vec::new()
        }
        Event::Saved(outcome) => opening::saved(app, outcome),
        Event::Reread(read) => opening::reread(app, *read),
        Event::Kept(kept) => {
            opening::kept(app, kept);
            Vec::new()
        }
        Event::KeptForLater(kept) => opening::kept_for_later(app, kept),
        Event::Moved(files) => {
            if let Some(document) = &mut app.document {
                document.moved = files;
            }
            Vec::new()
        }
        Event::There(path, bytes) => {
            app.popups.push(Popup::Confirm(opening::there(path, bytes)));
            Vec::new()
        }
        Event::Done(result) => {
            match result {
                Ok(text) => app.note(text),
                Err(text) => app.warn(text),
            }
            Vec::new()
        }
        Event::Terminate => vec![Effect::Quit],
    };
    if stamp(app) != before {
        effects.extend(jobs::follow(app));
    }
    tell_new_errors(app, errors);
    if let Some(name) = app.document.as_mut().and_then(|document| document.recorded.take()) {
        let before = app.message.as_ref().map_or_else(String::new, |message| format!("{} ", message.text));
        app.note(say!("update-before-change-scenario", before = before, name = name));
    }
    if let Some(refusal) = app.document.as_mut().and_then(|document| document.refusal.take()) {
        app.warn(refusal);
    }
    opening::ask_where_refused(app);
    super::tour::go_on(app);
    settle(app);
    effects
}

/// Why nothing is computed of a case that has errors.
fn errors_stop(errors: usize) -> String {
    say!("update-case-has-errors", errors = errors)
}

/// The edit that was read last, and the errors that it has.
fn errors(app: &App) -> Option<(u64, usize)> {
    let document = app.document.as_ref()?;
    Some((document.snapshot.generation, document.snapshot.counts()[0]))
}

/// Says which error an edit brought: the numbers of the whole case are gone with it.
fn tell_new_errors(app: &mut App, before: Option<(u64, usize)>) {
    let (Some((read, count)), Some(document)) = (before, &app.document) else { return };
    let snapshot = &document.snapshot;
    let [errors, ..] = snapshot.counts();
    // Another case that was opened begins anew.
    if snapshot.generation <= read || errors <= count {
        return;
    }
    let first = snapshot.findings.iter().find(|finding| finding.level == crate::model::Level::Error);
    if let Some(first) = first.map(|it| format!("{} {}", it.message, it.remedy)) {
        let count = crate::session::count_of(errors, "error");
        let text = say!("update-count-now-findings", count = count, first = first);
        let before = app.message.take().filter(|message| message.role == Role::Text);
        app.warn(before.map_or_else(|| text.clone(), |before| format!("{}  {text}", before.text)));
    }
}

/// The edit that the state stands at: when it changes, what depends on it is made anew.
fn stamp(app: &App) -> Option<u64> {
    app.document.as_ref().map(|document| document.generation)
}

/// Brings the table on the screen up to date with its cells, and its window to its cursor.
fn settle(app: &mut App) {
    (app.screen.spec().settle)(app);
    let Some(key) = app.screen.table(app) else { return };
    let body = super::body::body(app);
    let area = app.screen.table_area(app, body);
    let (height, width) = (usize::from(area.height.saturating_sub(2)), area.width);
    let runs = app.what_if.version;
    let now = app.document.as_ref().map_or((0, 0, 0), |document| {
        (
            document.generation,
            document.snapshot.generation,
            document.best.version + document.analyses.runs.version + runs,
        )
    });
    let error = app.with_table(key, |grid, state| {
        let error = if state.stamp == Some(now) { None } else { state.arrange(grid) };
        state.stamp = Some(now);
        state.clamp(grid);
        state.top = state.window(height);
        state.first = super::table::layout(grid, state, width).first;
        error
    });
    if let Some(Some(error)) = error {
        app.warn(error);
    }
}

fn press(app: &mut App, key: Key) -> Vec<Effect> {
    if let Some(effects) = popups::typed(app, key) {
        return effects;
    }
    let Some(command) = app.command_of(key) else { return Vec::new() };
    app.message = None;
    run(app, command)
}

/// Does a command where the planner is: in the top layer, or on the screen.
pub(crate) fn run(app: &mut App, command: Command) -> Vec<Effect> {
    let contexts = app.contexts();
    run_in(app, &contexts, command)
}

/// Does a command on the screen below the layers.
pub(crate) fn run_on_screen(app: &mut App, command: Command) -> Vec<Effect> {
    let contexts = app.screen.contexts();
    run_in(app, &contexts, command)
}

/// Does a command as the nearest of these contexts that has it says; nothing where none has.
fn run_in(app: &mut App, contexts: &[Context], command: Command) -> Vec<Effect> {
    let Some((context, run)) = contexts.iter().find_map(|&context| Some((context, handler(context, command)?))) else {
        return Vec::new();
    };
    if matches!(context, Context::Case | Context::Table | Context::Screen(_)) && !moving::marks_on(command) {
        moving::end_range(app);
    }
    run.call(app, command)
}

/// What does a command in a context.
fn handler(context: Context, command: Command) -> Option<Run> {
    let listed = COMMANDS.iter().find(|entry| (entry.context, entry.command) == (context, command));
    listed.map(|entry| entry.run).or_else(|| {
        let Context::Screen(screen) = context else { return None };
        screen.spec().instead.iter().find(|(it, _)| *it == command).map(|(_, run)| *run)
    })
}

/// Gives the terminal back to the shell.
pub(crate) fn suspend(_: &mut App) -> Vec<Effect> {
    vec![Effect::Suspend]
}

/// Draws the whole screen anew.
pub(crate) fn redraw(_: &mut App) -> Vec<Effect> {
    vec![Effect::Redraw]
}

/// Shows every command that can be done here.
pub(crate) fn palette(app: &mut App) {
    let list = List::palette(&app.keymap, &app.contexts());
    app.popups.push(Popup::List(list));
}

/// Goes to the next theme.
pub(crate) fn next_theme(app: &mut App) -> Vec<Effect> {
    app.theme = app.theme.next();
    app.note(format!("Theme: {}.", app.theme.name()));
    vec![Effect::KeepLooks]
}

/// Draws with ASCII characters alone, or with all.
pub(crate) fn toggle_ascii(app: &mut App) -> Vec<Effect> {
    app.glyphs = if app.glyphs == Glyphs::Ascii { Glyphs::Unicode } else { Glyphs::Ascii };
    let ascii = app.glyphs == Glyphs::Ascii;
    app.note(if ascii { say!("update-ascii-characters-alone") } else { say!("update-all-characters") });
    vec![Effect::KeepLooks]
}

/// Shows the last news.
pub(crate) fn show_message(app: &mut App) {
    if app.last_message.is_empty() {
        return app.note(say!("update-there-was-no"));
    }
    app.popups.push(Popup::text(&say!("update-last-message"), app.last_message.clone()));
}

/// Writes a keymap file.
pub(crate) fn write_keymap(app: &mut App) -> Vec<Effect> {
    vec![Effect::WriteKeymap(app.keymap.to_toml())]
}

/// Shows the other portfolio's spending.
pub(crate) fn swap_whose(app: &mut App) {
    use super::app::Whose;
    let (whose, name) = if app.whose == Whose::Own { (Whose::Recommended, "recommended") } else { (Whose::Own, "own") };
    app.whose = whose;
    app.note(say!("update-spending-name-portfolio", name = name));
}

/// Shows the screen of a command.
pub(crate) fn go(app: &mut App, command: Command) {
    if let Command::Go(screen) = command {
        go_to(app, screen);
    }
}

/// Shows a screen of the open case.
pub(crate) fn go_to(app: &mut App, screen: Screen) {
    if app.document.is_some() {
        app.screen = screen;
        app.from = None;
    } else {
        app.note(say!("update-open-case-first"));
    }
}

/// Goes to the next screen, or to the one before.
pub(crate) fn step_screen(app: &mut App, command: Command) {
    let tabs = screens::tabs();
    let by = if command == Command::NextScreen { 1 } else { tabs.len() - 1 };
    let at = tabs.iter().position(|&screen| screen == app.screen.tab()).unwrap_or(0);
    go_to(app, tabs[(at + by) % tabs.len()]);
}

/// One layer back: what lies over the screen, the tour, the marks, the filter, a screen over another, the scenario that is
/// tried on. Never quits.
pub(crate) fn back(app: &mut App) -> Vec<Effect> {
    if app.tour.take().is_some() {
        app.note(say!("update-tour-over-tour"));
        return Vec::new();
    }
    if app.screen == picker::SCREEN && app.document.is_some() {
        app.screen = app.from.take().unwrap_or(overview::SCREEN);
        return Vec::new();
    }
    let narrowed = app.with_current(|grid, state| {
        state.range = None;
        if !state.marked.is_empty() {
            state.marked.clear();
            state.count(grid);
            return true;
        }
        state.stamp = None;
        !std::mem::take(&mut state.filter).is_empty()
    });
    if narrowed == Some(true) {
        return Vec::new();
    }
    if app.screen != app.screen.tab() {
        app.screen = app.from.take().unwrap_or(app.screen.tab());
        return Vec::new();
    }
    what_if::deactivate(app)
}

/// Passes over the tour's step; begins it where it is not on.
pub(crate) fn tour(app: &mut App) -> Vec<Effect> {
    let mut effects = Vec::new();
    if app.document.is_none() {
        effects.push(Effect::LoadTutorial);
    }
    let step = app.tour.as_ref().map_or(0, |tour| tour.step + 1);
    if let Some(next) = super::tour::STEPS.get(step) {
        app.screen = if app.document.is_some() { next.screen } else { app.screen };
        app.proof_seen = false;
    }
    app.tour = super::tour::at(app, if app.document.is_some() { step } else { 0 });
    if app.tour.is_none() {
        app.note(say!("update-tour-over-tour"));
    }
    effects
}

/// Stops the running work first; with nothing running it closes the top layer, or quits.
pub(crate) fn cancel(app: &mut App) -> Vec<Effect> {
    let looked_at = app.screen.tab() == screens::analyses::SCREEN;
    if app.is_studying() && (looked_at || !app.is_running()) {
        return analyses::stop(app);
    }
    if app.is_running() {
        app.message = Some(super::app::Message { text: say!("update-stopping-best-found-so"), role: Role::Warn });
        return what_if::stop_all(app);
    }
    if app.popups.pop().is_some() {
        return Vec::new();
    }
    opening::quit(app)
}
