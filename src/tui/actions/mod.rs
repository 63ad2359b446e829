//! What is done, by subject: a command, or what follows from what the world told. No I/O here: what the world is to do goes out as
//! effects.

pub(crate) mod access;
pub(crate) mod analyses;
pub(crate) mod completing;
pub(crate) mod edits;
mod export_place;
pub(crate) mod exporting;
pub(crate) mod history;
pub(crate) mod jobs;
pub(crate) mod language;
pub(crate) mod list_import;
pub(crate) mod making;
pub(crate) mod moving;
mod news;
pub(crate) mod opening;
pub(crate) mod own;
pub(crate) mod paste;
pub(crate) mod pillars;
pub(crate) mod prompts;
pub(crate) mod proposal_news;
pub(crate) mod proposals;
pub(crate) mod readers;
mod ready;
pub(crate) mod repairs;
pub(crate) mod repeat;
pub(crate) mod scenarios;
pub(crate) mod second_case;
pub(crate) mod side_by_side;
pub(crate) mod what_if;

pub(crate) use ready::settle;

use crate::messages::word;
use crate::say;
use crate::tui::event::Effect;
use crate::tui::state::{App, Command, Context, Message, Popup, Run, STEPS, Screen, Tour, Whose};
use crate::tui::theme::{Glyphs, Role};

/// Does a command where the planner is: in the top layer, or on the screen.
pub(crate) fn run(app: &mut App, command: Command) {
    let contexts = app.contexts();
    run_in(app, &contexts, command);
}

/// Does a command on the screen below the layers.
pub(crate) fn run_on_screen(app: &mut App, command: Command) {
    let contexts = app.screen_contexts();
    run_in(app, &contexts, command);
}

/// Does a command as the nearest of these contexts that has it says; nothing where none has.
fn run_in(app: &mut App, contexts: &[Context], command: Command) {
    let Some((context, run)) = contexts.iter().find_map(|&context| Some((context, handler(app, context, command)?)))
    else {
        return;
    };
    if matches!(context, Context::Case | Context::Table | Context::Screen(_)) && !moving::marks_on(command) {
        moving::end_range(app);
    }
    run.call(app, command);
}

/// What does a command in a context.
fn handler(app: &App, context: Context, command: Command) -> Option<Run> {
    let registry = app.keymap.registry;
    registry.entry(context, command).map(|entry| entry.run).or_else(|| {
        let Context::Screen(screen) = context else { return None };
        registry.spec(screen).instead.iter().find(|(it, _)| *it == command).map(|(_, run)| *run)
    })
}

/// Goes to the next theme.
pub(crate) fn next_theme(app: &mut App) {
    app.theme = app.theme.next();
    app.note(say!("update-theme", theme = app.theme.name()));
    app.effects.push(Effect::KeepLooks(app.looks()));
}

/// Draws with ASCII characters alone, or with all.
pub(crate) fn toggle_ascii(app: &mut App) {
    app.glyphs = if app.glyphs == Glyphs::Ascii { Glyphs::Unicode } else { Glyphs::Ascii };
    let ascii = app.glyphs == Glyphs::Ascii;
    app.note(if ascii { say!("update-ascii-characters-alone") } else { say!("update-all-characters") });
    app.effects.push(Effect::KeepLooks(app.looks()));
}

/// Shows the last news.
pub(crate) fn show_message(app: &mut App) {
    if app.last_message.is_empty() {
        return app.note(say!("update-there-was-no"));
    }
    app.popups.push(Popup::text(&say!("update-last-message"), app.last_message.clone()));
}

/// Shows the other portfolio's spending.
pub(crate) fn swap_whose(app: &mut App) {
    let (whose, name) = if app.whose == Whose::Own { (Whose::Recommended, "recommended") } else { (Whose::Own, "own") };
    app.whose = whose;
    app.note(say!("update-spending-name-portfolio", name = word(name)));
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
    let tabs = app.tabs();
    let by = if command == Command::NextScreen { 1 } else { tabs.len() - 1 };
    let at = tabs.iter().position(|&screen| screen == app.tab()).unwrap_or(0);
    go_to(app, tabs[(at + by) % tabs.len()]);
}

/// One layer back: what lies over the screen, the tour, the marks, the filter, a screen over another, the scenario that is
/// tried on. Never quits.
pub(crate) fn back(app: &mut App) {
    if app.tour.take().is_some() {
        return app.note(say!("update-tour-over-tour"));
    }
    if app.screen == Screen::PICKER && app.document.is_some() {
        app.screen = app.from.take().unwrap_or(Screen::OVERVIEW);
        return;
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
        return;
    }
    if app.screen != app.tab() {
        app.screen = app.from.take().unwrap_or(app.tab());
        return;
    }
    what_if::deactivate(app);
}

/// Passes over the tour's step; begins it where it is not on.
pub(crate) fn tour(app: &mut App) {
    app.effects.extend(app.document.is_none().then_some(Effect::LoadTutorial));
    let step = app.tour.as_ref().map_or(0, |tour| tour.step + 1);
    if let Some(next) = STEPS.get(step) {
        app.screen = if app.document.is_some() { next.screen } else { app.screen };
        app.proof_seen = false;
    }
    app.tour = Tour::at(app, if app.document.is_some() { step } else { 0 });
    if app.tour.is_none() {
        app.note(say!("update-tour-over-tour"));
    }
}

/// Stops the running work first; with nothing running it closes the top layer; the second one in a row quits.
pub(crate) fn cancel(app: &mut App) {
    let looked_at = app.tab() == Screen::ANALYSES;
    if app.is_analysing() && (looked_at || !app.is_running()) {
        return analyses::stop(app);
    }
    if app.is_running() {
        app.message = Some(Message { text: say!("update-stopping-best-found-so"), role: Role::Warn });
        return what_if::stop_all(app);
    }
    if matches!(app.popups.last(), Some(Popup::Form(_))) {
        return opening::close_popup(app);
    }
    if app.popups.pop().is_some() {
        return;
    }
    // Whoever is used to copying with it must not be thrown out: a second one says that it was meant.
    if std::mem::replace(&mut app.leaving, true) {
        app.leaving = false;
        return opening::quit(app);
    }
    app.note(say!("update-cancel-again-quits"));
}
