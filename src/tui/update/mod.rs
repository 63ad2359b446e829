//! Events: what happens, and what follows from it. The only place where the state changes, with what it calls; the world is told
//! by effects, and tells by events.

mod mouse;
mod table;

use crate::say;
use crate::tui::actions::moving::marks_on;
use crate::tui::actions::{
    access, analyses, completing, exporting, jobs, language, list_import, making, opening, paste, proposal_news, run,
    second_case, settle, what_if,
};
use crate::tui::event::{Effect, Event};
use crate::tui::key::Key;
use crate::tui::popups::keys::{type_text, typed};
use crate::tui::state::{App, Command, Document, Popup, Tour};
use crate::tui::theme::Role;

pub use table::{COMMANDS, key_page};

/// Takes an event, changes the state, and says what the world is to do.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    let before = stamp(app);
    let errors = errors(app);
    match event {
        Event::Key(key) => press(app, key),
        Event::Mouse(event) => mouse::mouse(app, event),
        Event::Paste(text) if app.popups.is_empty() => paste::paste(app, &text),
        Event::Paste(text) => type_text(app, &text),
        Event::Resize(width, height) => app.size = (width, height),
        Event::Cases(cases) => {
            app.picker.selected = app.picker.selected.min(cases.len().saturating_sub(1));
            app.picker.cases = Some(cases);
        }
        Event::Loaded(path, loaded) => opening::loaded(app, path, loaded),
        Event::Neighbours(cases) => second_case::known(app, cases),
        Event::Folder(typed, found) => second_case::in_folder(app, &typed, found),
        Event::Restored(path, run) => analyses::restored(app, &path, *run),
        Event::ScenariosRestored(path, book, runs) => what_if::restored(app, &path, &book, runs),
        Event::RunKept(job) => {
            if let Some(document) = &mut app.document {
                document.analyses.runs.written.insert(job);
            }
        }
        Event::SecondCase(path, loaded) => second_case::loaded(app, path, loaded),
        Event::PortfolioRead(path, wanted, text) => second_case::portfolio(app, &path, wanted, text),
        Event::ListRead(path, source) => list_import::read(app, path, source),
        Event::Read(snapshot) => jobs::read(app, *snapshot),
        Event::Progress(job, progress) => jobs::progress(app, job, progress),
        Event::Completing(job, step, progress) => completing::completing(app, job, step, progress),
        Event::Completed(job, completion) => completing::completion(app, job, completion),
        Event::Answered(job, answer) if app.search(job).is_some() => jobs::answered(app, job, answer),
        Event::Answered(job, answer) => second_case::answered(app, job, answer),
        Event::Analysis(job, news) => analyses::news(app, job, news),
        Event::ScenarioProgress(job, name, progress) => what_if::progress(app, job, name, progress),
        Event::ScenarioFound(job, run) => what_if::found(app, job, *run),
        Event::ScenariosEnded(job, error) => what_if::ended(app, job, error),
        Event::Saved(outcome) => opening::saved(app, outcome),
        Event::Reread(read) => access::reread(app, *read),
        Event::Kept(kept) => opening::kept(app, kept),
        Event::Hangs(hangs) => opening::hangs(app, hangs),
        Event::KeptForLater(kept) => opening::kept_for_later(app, kept),
        Event::Moved(files) => {
            if let Some(document) = &mut app.document {
                document.moved = files;
            }
        }
        Event::Proposals(files, failed) => proposal_news::read(app, files, failed),
        Event::There(path, bytes) => app.popups.push(Popup::Confirm(exporting::there(path, bytes))),
        Event::Done(Ok(text)) => app.note(text),
        Event::Done(Err(text)) => app.warn(text),
        Event::Spoken => language::spoken(app),
        Event::Exporting(far) => making::progress(app, far),
        Event::Preview(Ok((title, text))) => app.popups.push(Popup::text(&title, text)),
        Event::Preview(Err(why)) => app.warn(why),
        Event::Terminate => app.effects.push(Effect::Quit),
    }
    if stamp(app) != before {
        jobs::follow(app);
    }
    tell_new_errors(app, errors);
    if let Some(name) = app.document.as_mut().and_then(|document| document.recorded.take()) {
        let called = |document: &Document| document.base_snapshot().case.scenario_name(&name);
        let told = say!("update-change-scenario", name = app.document.as_ref().map(called).unwrap_or_default());
        let before = app.message.take().map(|message| message.text);
        let line = before.as_ref().map(|before| format!("{before} {told}"));
        let fits = |line: &String| crate::tui::text::width(line) <= usize::from(app.size.0);
        let apart = before.map_or_else(|| told.clone(), |before| format!("{before}\n{told}"));
        app.note(line.filter(fits).unwrap_or(apart));
    }
    if let Some(refusal) = app.document.as_mut().and_then(|document| document.refusal.take()) {
        app.warn(refusal);
    }
    access::ask_where_refused(app);
    Tour::go_on(app);
    settle(app);
    std::mem::take(&mut app.effects)
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
        let text = match snapshot.set_aside.len() {
            0 => {
                let count = crate::session::count_of(errors, "error");
                say!("update-count-now-findings", count = count, first = first)
            }
            rows => say!("update-rows-set-aside", rows = rows, first = first),
        };
        let before = app.message.take().filter(|message| message.role == Role::Text);
        app.warn(before.map_or_else(|| text.clone(), |before| format!("{}  {text}", before.text)));
    }
}

/// The edit that the state stands at: when it changes, what depends on it is made anew.
fn stamp(app: &App) -> Option<u64> {
    app.document.as_ref().map(|document| document.generation)
}

fn press(app: &mut App, key: Key) {
    if typed(app, key) {
        app.leaving = false;
        return;
    }
    let command = app.command_of(key);
    app.leaving &= command == Some(Command::Cancel);
    if let Some(command) = command {
        app.message = None;
        let before = standing(app);
        run(app, command);
        // At an edge there is nowhere to go, and one layer back there may be nothing; everything else answers.
        let moves = marks_on(command) || matches!(command, Command::Back | Command::Go(_));
        if !moves && app.message.is_none() && app.effects.is_empty() && app.popups.is_empty() && standing(app) == before
        {
            let registry = app.keymap.registry;
            let entry = app.screen_contexts().into_iter().find_map(|context| registry.entry(context, command));
            if let Some(entry) = entry {
                app.note(say!("update-nothing-here", name = entry.title()));
            }
        }
    }
}

/// What a key can change of what is seen, besides what it says and asks of the world.
fn standing(app: &App) -> String {
    let table = app.table_key().and_then(|key| app.tables.get(&key)).map(|it| {
        let arranged = (&it.sort, &it.filter, &it.search, &it.hidden, &it.pinned, &it.chosen);
        format!("{:?}", (it.row, it.column, it.top, it.first, it.marked.len(), it.range.is_some(), arranged))
    });
    let document = app.document.as_ref().map(|it| {
        (it.generation, it.best.version, it.best.follow == crate::session::Follow::On, it.analyses.runs.version)
    });
    let screen = (app.screen, app.sheet, app.analysis, app.whose, app.overview_top, app.picker.selected);
    let over = (app.popups.len(), app.tour.as_ref().map(|tour| tour.step), app.theme.name(), app.what_if.version);
    let sides = (app.comparison.left.name(), app.comparison.right.name(), app.what_if.chosen.len());
    format!("{table:?} {document:?} {screen:?} {over:?} {sides:?} {:?}", app.what_if.whose)
}
