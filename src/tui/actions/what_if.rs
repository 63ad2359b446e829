//! The case under a scenario: trying one on, running some in the background, committing one to the case.

use super::edits::apply;
use crate::messages;
use crate::model::Workbook;
use crate::model::schema::TableId;
use crate::say;
use crate::session::edit::scenarios::{self, Afterwards, called, named};
use crate::session::scenarios::{Run, Running, ScenarioRun, State, changes_of, kept};
use crate::session::{UserPortfolio, count_of};
use crate::tui::event::Effect;
use crate::tui::state::{Answer, App, Command, Confirm, Item, List, Popup, Screen};

/// The names of all scenarios, drafts left out.
pub(crate) fn all(app: &App) -> Vec<String> {
    app.document
        .as_ref()
        .map_or_else(Vec::new, |document| named(document.base_book()).into_iter().map(|it| it.name).collect())
}

/// The scenario that a command on the screen is about.
pub(crate) fn current(app: &App) -> Option<String> {
    (app.spec().scenario)(app)
}

/// Tries a scenario on, or takes it off.
pub(crate) fn try_on(app: &mut App) {
    let wanted = current(app);
    let Some(document) = &mut app.document else { return };
    if document.overlay.is_some() {
        let on = document.scenario_on().map(str::to_owned);
        if wanted.is_none() || wanted == on {
            return deactivate(app);
        }
    }
    let Some(name) = wanted else {
        choose_scenario(app);
        return;
    };
    activate(app, &name);
}

fn choose_scenario(app: &mut App) {
    let names = all(app);
    if names.is_empty() {
        return app.note(say!("what-if-case-has-no"));
    }
    let Some(document) = &app.document else { return };
    let item = |name: String| {
        let row = scenarios::rows_of(document.base_book(), &name).first().copied();
        let doc = row.map_or("", |row| document.base_book().sheet(TableId::Scenarios).cell(row, "note"));
        Item::new(app.what_if.called(document.base_book(), &name), doc, move |app| activate(app, &name))
    };
    let items = names.into_iter().map(item).collect();
    app.popups.push(Popup::List(List::new(&say!("what-if-try-scenario"), items)));
}

/// Shows the whole interface under a scenario.
pub(crate) fn activate(app: &mut App, name: &str) {
    let Some(document) = &mut app.document else { return };
    let running = document.best.running.is_some();
    let run =
        app.what_if.runs.get(name).and_then(|run| Some((run.case.as_ref()?, run.reply.as_ref().ok()?.portfolio()?)));
    // By ids, as rows may have moved since it was run.
    let warm =
        run.map(|(case, portfolio)| UserPortfolio::of(case, portfolio).portfolio(&document.base_snapshot().case));
    let told = app.what_if.called(document.base_book(), name);
    match document.activate((name, &told), warm) {
        Ok(()) => app.note(say!("what-if-under-name-now", name = told)),
        Err(error) => app.warn(say!("what-if-name-cannot-tried", name = told, error = error)),
    }
    app.effects.extend(running.then_some(Effect::CancelJob));
}

/// Shows the case itself again.
pub(crate) fn deactivate(app: &mut App) {
    let Some(document) = &mut app.document else { return };
    let running = document.best.running.is_some();
    if let Some(name) = document.deactivate() {
        let name = app.what_if.called(document.base_book(), &name);
        app.note(say!("what-if-name-off-this", name = name));
    }
    app.effects.extend(running.then_some(Effect::CancelJob));
}

/// Looks for the best portfolio under scenarios.
pub(crate) fn run(app: &mut App, names: Vec<String>) {
    let Some(document) = &app.document else { return };
    if let Some(running) = &app.what_if.running {
        let text = say!("what-if-already-running-running", running = running.words());
        return app.note(text);
    }
    let snapshot = document.base_snapshot();
    if !snapshot.is_sound() {
        return app.warn(super::ready::errors_stop(snapshot.counts()[0]));
    }
    let known: Vec<String> = named(document.base_book()).into_iter().map(|it| it.name).collect();
    let names: Vec<String> = names.into_iter().filter(|name| known.contains(name)).collect();
    if names.is_empty() {
        return app.note(say!("what-if-there-no-scenario"));
    }
    app.jobs += 1;
    let book = snapshot.text(document.base_book()).clone();
    let shown = document.base_best().shown.as_ref();
    let effect = Effect::RunScenarios {
        job: app.jobs,
        book: Box::new(book.clone()),
        case: snapshot.case.clone(),
        names: names.clone(),
        warm: shown.and_then(|shown| shown.answer.portfolio.clone()),
    };
    app.note(say!("what-if-running-count-case", scenarios = names.len()));
    app.what_if.running = Some(Running { job: app.jobs, book, names, done: Vec::new(), now: None });
    app.what_if.version += 1;
    app.effects.push(effect);
}

/// Stops everything that runs, and keeps what is finished.
pub(crate) fn stop_all(app: &mut App) {
    let searching = app.document.as_ref().is_some_and(|document| document.best.running.is_some());
    app.effects.extend(searching.then_some(Effect::CancelJob));
    app.effects.extend(app.what_if.running.is_some().then_some(Effect::CancelScenarios));
}

/// News of a running scenario.
pub(crate) fn progress(app: &mut App, job: u64, name: String, progress: crate::optimise::Progress) {
    if let Some(running) = app.what_if.running.as_mut().filter(|running| running.job == job) {
        running.now = Some((name, progress));
    }
}

pub(crate) fn found(app: &mut App, job: u64, found: ScenarioRun) {
    let Some(running) = app.what_if.running.as_mut().filter(|running| running.job == job) else { return };
    // One under which nothing is possible is told twice: at once, and when it is known why.
    if !running.done.contains(&found.name) {
        running.done.push(found.name.clone());
    }
    let run = Run {
        changes: changes_of(&running.book, &found.name),
        book: running.book.clone(),
        case: found.case,
        hash: found.hash,
        reply: found.reply,
        conflict: found.conflict,
    };
    app.what_if.runs.insert(found.name, run);
    app.what_if.version += 1;
}

/// Takes up what was found under scenarios in an earlier session.
pub(crate) fn restored(app: &mut App, path: &std::path::Path, book: &Workbook, runs: Vec<ScenarioRun>) {
    if app.document.as_ref().is_none_or(|document| document.path != path) {
        return;
    }
    for found in runs {
        let ScenarioRun { name, case, hash, reply, conflict } = found;
        let (changes, book) = (changes_of(book, &name), book.clone());
        app.what_if.runs.entry(name).or_insert(Run { case, book, changes, hash, reply, conflict });
    }
    app.what_if.version += 1;
}

/// Has what was found under scenarios kept for the next session.
fn keep(app: &mut App, job: u64) {
    let Some(document) = &app.document else { return };
    let file = kept::file_of(&app.what_if.runs).map(Box::new);
    let case = document.path.clone();
    app.effects.extend(file.map(|file| Effect::KeepRun { job, case, id: kept::ID, file }));
}

/// All scenarios that were asked for are run, or they were stopped.
pub(crate) fn ended(app: &mut App, job: u64, error: Option<String>) {
    let Some(running) = app.what_if.running.take_if(|running| running.job == job) else { return };
    app.what_if.version += 1;
    keep(app, job);
    if let Some(error) = error {
        return app.warn(error);
    }
    let (done, all) = (running.done.len(), running.names.len());
    app.note(if done == all {
        say!("what-if-count-run-grid", scenarios = done)
    } else {
        say!("what-if-stopped-done-all", done = done, all = all)
    });
}

/// Lines of changes that a question shows.
const SHOWN: usize = 9;

/// Asks whether the scenario here is to be made part of the case.
pub(crate) fn ask_commit(app: &mut App) {
    let Some(name) = current(app) else { return app.note(say!("what-if-there-no-scenario-here")) };
    let Some(document) = &app.document else { return };
    let book = document.base_book();
    let told = called(book, &name);
    let after = match scenarios::under(book, &name) {
        Ok(after) => after,
        Err(error) => return app.warn(say!("what-if-name-cannot-committed", name = told, error = error)),
    };
    let found = crate::session::edit::difference::difference(book, &after);
    if found.cells.is_empty() && found.rows.is_empty() {
        return app.note(say!("what-if-name-changes-nothing", name = told));
    }
    let names = crate::session::names::Names::new(document.case());
    let mut lines: Vec<String> = found
        .cells
        .iter()
        .map(|cell| {
            let [before, after] = names.of_texts(cell).map(|text| messages::cell(&text));
            format!("  {}: {before} {} {after}", names.of_cell(cell), app.glyphs.arrow())
        })
        .collect();
    lines.extend(found.rows.iter().map(|row| format!("  {}", row.sentence())));
    let count = lines.len();
    if count > SHOWN {
        lines.truncate(SHOWN - 1);
        lines.push(say!("what-if-what-more-scenario", count = count - SHOWN + 1));
    }
    let cells = count_of(count, "cell");
    let text = say!("what-if-this-changes-cases", cells = cells, lines = lines.join("\n"));
    let (first, second) = (name.clone(), name.clone());
    let answers = vec![
        Answer::new(Command::Yes, say!("what-if-change-them-take-scenario"), move |app| {
            commit(app, &first, Afterwards::Removed);
        }),
        Answer::new(Command::Keep, say!("what-if-change-them-keep-scenario"), move |app| {
            commit(app, &second, Afterwards::Kept);
        }),
        Answer::leave(Command::No, say!("what-if-leave-all")),
    ];
    app.popups.push(Popup::Confirm(Confirm::new(say!("what-if-commit-name-case", name = told), text, answers)));
}

/// Makes a scenario's changes in the case's own files.
pub(crate) fn commit(app: &mut App, name: &str, afterwards: Afterwards) {
    if let Some(document) = &mut app.document {
        document.deactivate();
    }
    let Some(document) = &app.document else { return };
    let told = called(document.base_book(), name);
    match scenarios::commit(document.base_book(), name, afterwards) {
        Ok(edit) => {
            let files = edit.files().join(", ");
            apply(app, say!("what-if-scenario-name-committed", name = told), vec![edit]);
            app.what_if.stamp = None;
            if afterwards == Afterwards::Removed && app.screen == Screen::CHANGES {
                app.screen = Screen::SCENARIOS;
            }
            app.note(say!("what-if-name-committed-files", name = told, files = files));
        }
        Err(error) => app.warn(say!("what-if-name-cannot-committed", name = told, error = error)),
    }
}

/// Whether scenarios were run and are out of date, for the line above the table.
pub(crate) fn stale(app: &App) -> usize {
    app.what_if.standings.iter().filter(|it| it.state == State::Stale).count()
}
