//! What happens, and what follows from it: the only place where the state changes. No I/O here: what the world is to do
//! goes out as effects and comes back as events.

mod analyses;
mod beside;
mod comparing;
mod completing;
mod edits;
mod gate;
mod history;
mod jobs;
pub(crate) mod kept;
mod layers;
pub(crate) mod lines;
mod mouse;
mod moving;
mod news;
mod opening;
mod own;
mod paste;
mod rename;
mod repairs;
mod repeat;
mod scenarios;
mod side_by_side;
mod what_if;

pub(crate) use analyses::go_to_candidate;
pub(crate) use beside::ask as ask_beside;
pub(crate) use comparing::command as compare;
pub(crate) use edits::count_of;
pub(crate) use mouse::Press;
pub(crate) use own::set as set_own;
pub(crate) use paste::{Known, Pasted};
pub(crate) use repairs::has_repairs;
pub(crate) use repeat::LastEdit;
pub(crate) use what_if::stale as stale_scenarios;

use super::app::App;
use super::commands::Command;
use super::event::{Effect, Event};
use super::key::Key;
use super::layer::Layer;
use super::layers::list::List;
use super::screens::{self, Screen};
use super::theme::{Glyphs, Role};

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
            beside::known(app, cases);
            Vec::new()
        }
        Event::Beside(path, loaded) => beside::loaded(app, path, loaded),
        Event::PortfolioRead(path, wanted, text) => {
            beside::portfolio(app, &path, wanted, text);
            Vec::new()
        }
        Event::Read(reading) => jobs::read(app, *reading),
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
            app.layers.push(Layer::Ask(opening::there(path, bytes)));
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
        app.note(format!("{before}That is a change of the scenario {name} now; the case is as it was."));
    }
    if let Some(refusal) = app.document.as_mut().and_then(|document| document.refusal.take()) {
        app.warn(refusal);
    }
    opening::ask_where_refused(app);
    super::tour::go_on(app);
    settle(app);
    effects
}

/// Why something is not done with a case that has errors.
fn errors_stop(errors: usize, done: &str) -> String {
    format!("The case has {} and cannot be {done}; key ‹findings› shows what is wrong.", count_of(errors, "error"))
}

/// The edit that was read last, and the errors that it has.
fn errors(app: &App) -> Option<(u64, usize)> {
    let document = app.document.as_ref()?;
    Some((document.reading.generation, document.reading.counts()[0]))
}

/// Says which error an edit brought: the numbers of the whole case are gone with it.
fn tell_new_errors(app: &mut App, before: Option<(u64, usize)>) {
    let (Some((read, count)), Some(document)) = (before, &app.document) else { return };
    let reading = &document.reading;
    let [errors, ..] = reading.counts();
    // Another case that was opened begins anew.
    if reading.generation <= read || errors <= count {
        return;
    }
    let first = reading.findings.iter().find(|finding| finding.level == crate::model::Level::Error);
    if let Some(first) = first.map(|it| format!("{} {}", it.message, it.remedy)) {
        let count = count_of(errors, "error");
        let text = format!("{count} now (‹findings› shows, ‹undo› takes the edit back): {first}");
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
    if let (Screen::Scenarios, Some(document)) = (app.screen.tab(), &app.document) {
        super::scenarios::refresh(&mut app.what_if, document);
    }
    if let (Screen::Compare, Some(document)) = (app.screen, &app.document) {
        if let Some(beside) = &mut app.sides.beside {
            beside.refresh(document);
        }
        for file in &mut app.sides.files {
            file.refresh(document);
        }
    }
    let Some(key) = app.screen.table(app) else { return };
    let body = super::view::body(app);
    let area = app.screen.table_area(app, body);
    let (height, width) = (usize::from(area.height.saturating_sub(2)), area.width);
    let runs = app.what_if.version;
    let now = app.document.as_ref().map_or((0, 0, 0), |document| {
        (
            document.generation,
            document.reading.generation,
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
    if let Some(effects) = layers::typed(app, key) {
        return effects;
    }
    let Some(command) = app.command_of(key) else { return Vec::new() };
    app.message = None;
    run(app, command)
}

/// Does a command where the planner is: in the top layer, or on the screen.
pub(crate) fn run(app: &mut App, command: Command) -> Vec<Effect> {
    match command {
        Command::Cancel => return cancel(app),
        Command::Suspend => return vec![Effect::Suspend],
        Command::Redraw => return vec![Effect::Redraw],
        _ => {}
    }
    if !app.layers.is_empty() {
        return layers::command(app, command);
    }
    run_on_screen(app, command)
}

/// Does a command on the screen below the layers.
pub(crate) fn run_on_screen(app: &mut App, command: Command) -> Vec<Effect> {
    if let Some(effects) = screens::command(app, command) {
        return effects;
    }
    if let Some(screen) = Screen::ALL.into_iter().find(|screen| screen.command() == command) {
        go_to(app, screen);
        return Vec::new();
    }
    everywhere(app, command)
        .or_else(|| repairs::command(app, command))
        .or_else(|| analyses::command(app, command))
        .or_else(|| side_by_side::command(app, command))
        .or_else(|| scenarios::command(app, command))
        .or_else(|| opening::command(app, command))
        .or_else(|| moving::command(app, command))
        .or_else(|| jobs::command(app, command))
        .or_else(|| own::command(app, command))
        .or_else(|| edits::command(app, command))
        .or_else(|| repeat::command(app, command))
        .unwrap_or_default()
}

fn everywhere(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    let contexts = app.contexts();
    match command {
        Command::Help => app.layers.push(Layer::List(List::help(&app.keymap, &contexts))),
        Command::Palette => app.layers.push(Layer::List(List::palette(&app.keymap, &contexts))),
        Command::Back => return Some(back(app)),
        Command::NextScreen => step_screen(app, 1),
        Command::PreviousScreen => step_screen(app, Screen::ALL.len() - 1),
        Command::NextTheme => {
            app.theme = app.theme.next();
            app.note(format!("Theme: {}.", app.theme.name()));
            return Some(vec![Effect::KeepLooks]);
        }
        Command::ToggleAscii => {
            app.glyphs = if app.glyphs == Glyphs::Ascii { Glyphs::Unicode } else { Glyphs::Ascii };
            let ascii = app.glyphs == Glyphs::Ascii;
            app.note(if ascii { "ASCII characters alone." } else { "All characters." });
            return Some(vec![Effect::KeepLooks]);
        }
        Command::ShowMessage if app.last_message.is_empty() => app.note("There was no news yet."),
        Command::ShowMessage => app.layers.push(Layer::text("The last message", app.last_message.clone())),
        Command::SwapWhose => swap_whose(app),
        Command::WriteKeymap => return Some(vec![Effect::WriteKeymap(app.keymap.to_toml())]),
        Command::Tour => return Some(tour(app)),
        _ => return None,
    }
    Some(Vec::new())
}

fn swap_whose(app: &mut App) {
    use super::app::Whose;
    let (whose, name) = if app.whose == Whose::Own { (Whose::Recommended, "recommended") } else { (Whose::Own, "own") };
    app.whose = whose;
    app.note(format!("Spending of the {name} portfolio."));
}

/// Shows a screen of the open case.
pub(crate) fn go_to(app: &mut App, screen: Screen) {
    if app.document.is_some() {
        app.screen = screen;
        app.from = None;
    } else {
        app.note("Open a case first: ‹open-case› on one of these, or ‹new› for a new one.");
    }
}

fn step_screen(app: &mut App, by: usize) {
    let at = Screen::ALL.iter().position(|&screen| screen == app.screen.tab()).unwrap_or(0);
    go_to(app, Screen::ALL[(at + by) % Screen::ALL.len()]);
}

/// One layer back: what lies over the screen, the tour, the marks, the filter, a screen over another, the scenario that is
/// tried on. Never quits.
fn back(app: &mut App) -> Vec<Effect> {
    if app.tour.take().is_some() {
        app.note("The tour is over; ‹tour› starts it again.");
        return Vec::new();
    }
    if app.screen == Screen::Picker && app.document.is_some() {
        app.screen = app.from.take().unwrap_or(Screen::Overview);
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
    what_if::take_off(app)
}

/// Passes over the tour's step; begins it where it is not on.
fn tour(app: &mut App) -> Vec<Effect> {
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
        app.note("The tour is over; ‹tour› starts it again.");
    }
    effects
}

/// Stops the running work first; with nothing running it closes the top layer, or quits.
fn cancel(app: &mut App) -> Vec<Effect> {
    let looked_at = app.screen.tab() == Screen::Analyses;
    if app.is_studying() && (looked_at || !app.is_running()) {
        return analyses::stop(app);
    }
    if app.is_running() {
        app.message =
            Some(super::app::Message { text: "Stopping; the best found so far is kept.".into(), role: Role::Warn });
        return what_if::stop_all(app);
    }
    if app.layers.pop().is_some() {
        return Vec::new();
    }
    opening::quit(app)
}
