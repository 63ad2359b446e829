//! Opening, saving, quitting: what goes to and comes from the disk.

use super::access::{ask_for_access, both_label, own_is_kept, own_is_lost, own_only_here, who_changed};
use crate::messages::capital;
use crate::model::Case;
use crate::say;
use crate::session::on_disk::{Loaded, Overwrite, SaveOutcome, SaveRequest, Take};
use crate::session::scenarios::kept::{self, KeptScenario};
use crate::session::three_way_merge::{Difference, summary};
use crate::session::{AskedBy, Change, EditAccess, Kept, Purpose, UserPortfolio};
use crate::tui::event::Effect;
use crate::tui::state::{AfterSave, Answer, App, Command, Confirm, Document, Popup, Purpose as LinePurpose, Screen};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

/// Leaves the choice of a case, or quits.
pub(crate) fn close(app: &mut App) {
    if app.screen != Screen::PICKER || app.document.is_none() {
        return quit(app);
    }
    app.screen = app.from.take().unwrap_or(Screen::OVERVIEW);
}

/// Lets another case be chosen.
pub(crate) fn choose_case(app: &mut App) {
    if app.screen != Screen::PICKER {
        app.from = Some(app.screen);
    }
    app.screen = Screen::PICKER;
    app.effects.push(Effect::ListCases);
}

/// Opens the case under the cursor.
pub(crate) fn open_chosen(app: &mut App) {
    let case = app.picker.cases.as_ref().and_then(|cases| cases.get(app.picker.selected));
    if let Some(path) = case.map(|case| case.path.clone()) {
        open(app, path);
    }
}

/// Undoes the last step, or does it again.
pub(crate) fn undo(app: &mut App, command: Command) {
    let Some(document) = &mut app.document else { return };
    if document.is_undecided() {
        return app.note(say!("opening-nothing-undo"));
    }
    let before = document.own.clone();
    let (label, is_undone) = if command == Command::Undo { (document.undo(), true) } else { (document.redo(), false) };
    match label {
        Some(label) if is_undone => app.note(say!("opening-undone", label = label)),
        Some(label) => app.note(say!("opening-done-again", label = label)),
        None => app.note(if command == Command::Undo {
            say!("opening-nothing-undo")
        } else {
            say!("opening-nothing-do-again")
        }),
    }
    super::own::tell_since(app, &before);
}

/// Opens another case, after a question where edits are unsaved.
pub(crate) fn open(app: &mut App, path: PathBuf) {
    let stay = Answer::leave(Command::No, say!("opening-stay-here"));
    let ask = match app.document.as_ref().filter(|document| document.is_dirty()) {
        Some(document) if document.is_elsewhere() => {
            own_is_lost(say!("opening-open-other-case-let"), move |app| open_now(app, path.clone()))
        }
        Some(document) => {
            let kept = document.kept == Kept::Yes;
            let why = if kept { String::new() } else { format!(" {}", not_kept()) };
            let text = say!("opening-unsaved-they-not", unsaved = unsaved(document), why = why);
            let later = path.clone();
            let save = Answer::new(Command::SaveFirst, say!("opening-save-them-then-open"), move |app| {
                save_first(app, AfterSave::Open(path.clone()));
            });
            let keep = Answer::new(Command::Keep, say!("opening-keep-them-later-offered"), move |app| {
                keep_first(app, AfterSave::Open(later.clone()));
            });
            let answers = std::iter::once(save).chain(Some(keep).filter(|_| kept)).chain([stay]).collect();
            Confirm::new(say!("opening-unsaved-edits"), text, answers)
        }
        None => match unwritten(app) {
            Some(text) => {
                let open = move |app: &mut App| open_now(app, path.clone());
                let go = Answer::new(Command::Yes, say!("opening-open-other-case"), open);
                Confirm::new(say!("opening-open-another-case"), text, vec![go, stay])
            }
            None => return app.effects.push(Effect::Load(path)),
        },
    };
    app.popups.push(Popup::Confirm(ask));
}

/// A case was read from disk.
pub(crate) fn loaded(app: &mut App, path: PathBuf, loaded: Result<Box<Loaded>, String>) {
    let mut loaded = match loaded {
        Ok(loaded) => *loaded,
        Err(error) => {
            app.popups.push(Popup::text(&say!("opening-case-cannot-opened"), error));
            app.effects.extend(app.document.is_none().then_some(Effect::ListCases));
            return;
        }
    };
    let analysing = app.is_analysing();
    // What a planner who may only look did with the own portfolio is nowhere else.
    let before =
        app.document.as_ref().filter(|before| before.path == path && before.is_elsewhere() && before.is_dirty());
    let own_before = before.map(|before| before.own.clone());
    let notes = std::mem::take(&mut loaded.notes);
    let (kept, portfolios) = (loaded.kept.take(), std::mem::take(&mut loaded.portfolios));
    let others_own = std::mem::take(&mut loaded.others_own);
    let scenarios = kept::wanted(&loaded.finished);
    let finished = crate::session::analyses::wanted(std::mem::take(&mut loaded.finished), &loaded.book);
    let document = Document::new(crate::session::Document::open(path, loaded));
    // Also of rows that are set aside the planner hears first.
    let [errors, ..] = document.snapshot.counts();
    app.document = Some(document);
    app.tables.clear();
    let running = app.what_if.running.is_some();
    app.what_if = crate::session::scenarios::WhatIf::default();
    let unread = app.close_popups();
    app.comparison = crate::session::comparison::Comparison::default();
    app.comparison.files = portfolios;
    super::proposal_news::find_open(app);
    if app.screen == Screen::PICKER {
        app.screen = Screen::OVERVIEW;
    }
    if errors > 0 {
        app.screen = Screen::FINDINGS;
    }
    if !notes.is_empty() {
        app.popups.push(Popup::text(&say!("opening-know-first"), notes.join("\n\n")));
    }
    ask_for_access(app);
    app.popups.extend(unread);
    if let (Some(document), Some(own)) = (&mut app.document, own_before.filter(|own| !own.picks.is_empty())) {
        document.apply(say!("opening-own-portfolio-kept"), vec![Change::Own(own)]);
    }
    let forget = take_kept(app, kept);
    app.effects.extend(running.then_some(Effect::CancelScenarios));
    app.effects.extend(analysing.then_some(Effect::CancelAnalysis));
    super::jobs::optimise(app, Purpose::Recommend, AskedBy::Itself);
    app.effects.extend(forget);
    read_back(app, finished, scenarios);
    if !others_own.is_empty() {
        app.note(say!("opening-own-of-others", files = crate::messages::list(&others_own)));
    }
}

/// Has what analyses and runs of scenarios found in an earlier session read back, where the case can be computed.
fn read_back(app: &mut App, runs: Vec<crate::session::analyses::Restore>, scenarios: Vec<KeptScenario>) {
    let Some(document) = app.document.as_ref().filter(|document| document.snapshot.is_sound()) else { return };
    if !(runs.is_empty() && scenarios.is_empty()) {
        let (case, book) =
            (Arc::clone(&document.snapshot.case), Arc::new(document.snapshot.text(&document.book).clone()));
        app.effects.push(Effect::Restore { path: document.path.clone(), runs, scenarios, case, book });
    }
}

/// Takes up the own portfolio of a session that could only look and was cut off; where the case can be edited now, it is an
/// unsaved edit like any other, and no longer kept apart.
fn take_kept(app: &mut App, kept: Option<UserPortfolio>) -> Option<Effect> {
    let own = kept?;
    let document = app.document.as_mut().filter(|document| !document.is_undecided())?;
    if !document.is_dirty() && document.own != own {
        document.apply(say!("opening-own-portfolio-session"), vec![Change::Own(own)]);
        app.note(say!("opening-your-own-portfolio"));
    }
    let free = app.document.as_ref().is_some_and(|document| !document.is_elsewhere());
    free.then_some(Effect::KeepOwn(None))
}

/// The own portfolio that is kept apart is let go with the session.
fn let_own_go(app: &mut App) {
    if app.document.as_ref().is_some_and(|document| document.is_elsewhere()) {
        app.effects.push(Effect::KeepOwn(None));
    }
}

/// Saves the case, after a question where there is something to decide, or where the planner wants to be asked why.
pub(crate) fn save(app: &mut App, over: Overwrite) {
    let is_dirty = app.document.as_ref().is_some_and(|document| document.is_dirty());
    if app.asks_why && is_dirty && over == Overwrite::Ask {
        return ask_why(app);
    }
    save_now(app, over);
}

/// Asks why the case is saved.
pub(crate) fn ask_why(app: &mut App) {
    let Some(document) = &app.document else { return };
    app.popups.push(Popup::ask(say!("opening-why"), say!("opening-why-help"), "", LinePurpose::Why, Some(document)));
}

/// Saves the case for this reason.
pub(crate) fn why_given(app: &mut App, why: String) {
    app.why = why;
    save_now(app, Overwrite::Ask);
}

fn save_now(app: &mut App, over: Overwrite) {
    let Some(document) = &app.document else { return };
    if !document.is_dirty() && over == Overwrite::Ask {
        return app.note(match document.moved.as_slice() {
            [] => say!("opening-nothing-save-all"),
            moved => say!("opening-nothing-save-but", moved = moved.join(", ")),
        });
    }
    if let EditAccess::Elsewhere(who) = &document.access {
        return app.popups.push(Popup::Confirm(own_is_kept(who)));
    }
    let request = SaveRequest { why: app.why.clone(), ..document.save_request(over) };
    app.effects.push(Effect::Save(Box::new(request)));
}

/// Saving ended.
pub(crate) fn saved(app: &mut App, outcome: SaveOutcome) {
    let next = app.after_save.take();
    let Some(document) = &mut app.document else { return };
    let moved = document.moved.clone();
    match outcome {
        SaveOutcome::Saved(generation, files) => {
            app.why.clear();
            if generation >= document.edited {
                document.history.mark_saved();
                if !document.is_stale() && document.overlay.is_none() {
                    let shown = document.best.shown.clone();
                    document.best.saved = shown;
                }
                document.kept = Kept::Yes;
            }
            app.note(match files.as_slice() {
                [] => say!("opening-nothing-had-written"),
                files => {
                    let others = moved.iter().filter(|file| !files.contains(file)).cloned().collect::<Vec<_>>();
                    let others = match others.as_slice() {
                        [] => String::new(),
                        others => say!("opening-others-changed-disk", others = others.join(", ")),
                    };
                    say!("opening-saved", files = files.join(", "), others = others)
                }
            });
            if let Some(name) = app.comparison.open.clone().filter(|_| super::proposals::is_changed(app)) {
                let before = app.last_message.clone();
                app.note(format!("{before} {}", say!("proposal-not-written", name = name)));
            }
            afterwards(app, next);
        }
        SaveOutcome::Changed(differences, who) => {
            app.after_save = next;
            let Some(document) = &app.document else { return };
            app.popups.push(Popup::Confirm(both(&differences, &who, document.case())));
        }
        SaveOutcome::Failed(error) => {
            app.popups.push(Popup::text(&say!("opening-could-not-saved"), error));
        }
    }
}

/// The question where files changed on disk before they were saved.
fn both(differences: &[Difference], who: &[String], case: &Case) -> Confirm {
    let who = capital(&who_changed(who));
    let text = say!("access-who-changed-these", who = who, summary = summary(differences, Some(case)));
    let answers = vec![
        Answer::leave(Command::Later, say!("access-cancel-keep-editing-decide")),
        Answer::new(Command::TakeBoth, both_label(differences), |app| app.effects.push(Effect::Reread(Take::Both))),
        Answer::new(Command::TakeMine, say!("access-mine-write-over-disk"), |app| save(app, Overwrite::Yes)),
        Answer::new(Command::TakeTheirs, say!("access-theirs-take-over-disk"), |app| {
            app.effects.push(Effect::Reread(Take::Theirs));
        }),
    ];
    Confirm::new(say!("access-changed-disk"), text, answers)
}

/// Unsaved edits could not be kept beside the case, or can again.
pub(crate) fn kept(app: &mut App, kept: Result<Option<PathBuf>, String>) {
    if let Some(document) = &mut app.document {
        document.kept = if kept.is_ok() { Kept::Yes } else { Kept::No };
    }
    match kept {
        Ok(None) => app.note(say!("opening-unsaved-edits-kept")),
        Ok(Some(path)) => {
            app.warn(say!("opening-folder-case-cannot", parent = path.parent().unwrap_or(&path).display()));
        }
        Err(error) => app.warn(say!("opening-unsaved-edits-cannot", error = error)),
    }
}

/// The disk of the case does not answer, or does again.
pub(crate) fn hangs(app: &mut App, hangs: Option<Result<PathBuf, String>>) {
    match (&hangs, &app.hangs) {
        (now, before) if now == before => {}
        (Some(Ok(path)), _) if path.as_os_str().is_empty() => app.warn(say!("opening-disk-hangs")),
        (Some(Ok(path)), _) => app.warn(say!("opening-disk-hangs-kept", path = path.display())),
        (Some(Err(error)), _) => app.warn(say!("opening-disk-hangs-unkept", error = error)),
        (None, _) => app.note(say!("opening-disk-answers")),
    }
    app.hangs = hangs;
}

/// The case is left where its unsaved edits are kept, and not where they would be lost.
pub(crate) fn kept_for_later(app: &mut App, kept: Result<(), String>) {
    let next = app.after_save.take();
    match kept {
        Ok(()) => afterwards(app, next),
        Err(error) => {
            if let Some(document) = &mut app.document {
                document.kept = Kept::No;
            }
            app.popups.push(Popup::text(&say!("opening-nothing-kept"), format!("{} {error}", not_kept())));
        }
    }
}

fn afterwards(app: &mut App, next: Option<AfterSave>) {
    match next {
        Some(AfterSave::Quit) => app.effects.push(Effect::Quit),
        Some(AfterSave::Open(path)) => app.effects.push(Effect::Load(path)),
        None => {}
    }
}

/// What is said instead of offering to keep unsaved edits.
fn not_kept() -> String {
    say!("opening-they-cannot-kept-later")
}

/// The unsaved edits as a text.
fn unsaved(document: &Document) -> String {
    let labels = document.history.unsaved();
    let mut text = match labels.len() {
        0 => say!("opening-there-unsaved-edits"),
        1 => say!("opening-one-unsaved-edit"),
        count => say!("opening-count-unsaved-edits", count = count),
    };
    for label in labels.iter().rev().take(8) {
        let _ = write!(text, "\n  {label}");
    }
    if labels.len() > 8 {
        text.push_str(&say!("access-labels-before", labels = labels.len() - 8));
    }
    text
}

/// Asks before quitting where something would be lost or stopped.
pub(crate) fn quit(app: &mut App) {
    let Some(document) = &app.document else { return app.effects.push(Effect::Quit) };
    let mut parts = Vec::new();
    let keeps = app.hangs.as_ref().map_or(document.kept == Kept::Yes, Result::is_ok);
    if document.is_dirty() {
        parts.push(unsaved(document));
        if document.is_elsewhere() {
            parts.push(own_only_here());
        } else if !keeps {
            parts.push(not_kept());
        }
    }
    // A search that began by itself is begun again at the next start: nothing is lost with it.
    if let Some(running) = document.best.running.as_ref().filter(|running| running.asked == AskedBy::Planner) {
        parts.push(say!("opening-one-job-running", stage = running.progress.stage.words()));
    }
    if let Some(running) = &document.analyses.runs.running {
        parts.push(say!(
            "opening-analysis-running-title",
            title = running.kind.spec().title(),
            done = running.progress.done,
            total = running.progress.total
        ));
    }
    if let Some(running) = &app.what_if.running {
        parts.push(say!("opening-scenarios-being-run", running = running.words()));
    }
    let running = !parts.is_empty() && !document.is_dirty();
    parts.extend(unwritten(app));
    if parts.is_empty() {
        return app.effects.push(Effect::Quit);
    }
    let answers = if document.is_dirty() && document.is_elsewhere() {
        own_is_lost(say!("opening-quit-let-go"), quit_now).answers
    } else if document.is_dirty() {
        let keep = |app: &mut App| keep_first(app, AfterSave::Quit);
        let throw = |app: &mut App| app.effects.extend([Effect::ClearJournal, Effect::Quit]);
        let mut answers = vec![
            Answer::new(Command::SaveFirst, say!("opening-save-quit"), |app| save_first(app, AfterSave::Quit)),
            Answer::new(Command::ThrowAway, say!("opening-quit-throw-them-away"), throw),
            Answer::leave(Command::No, say!("opening-stay-here")),
        ];
        if keeps {
            answers.insert(1, Answer::new(Command::Keep, say!("opening-quit-keep-them-later"), keep));
        }
        answers
    } else {
        vec![
            Answer::new(Command::Yes, if running { say!("opening-stop-quit") } else { say!("opening-quit") }, quit_now),
            Answer::leave(Command::No, say!("opening-stay-here")),
        ]
    };
    app.popups.push(Popup::Confirm(Confirm::new(say!("opening-quit-question"), parts.join("\n\n"), answers)));
}

/// That results of analyses end with the session, where some took a while and are in no file.
fn unwritten(app: &App) -> Option<String> {
    let kinds = app.document.as_ref()?.analyses.runs.unwritten();
    let names: Vec<String> = kinds.iter().map(|kind| kind.spec().title()).collect();
    let text = say!("opening-what-these-analyses", names = names.join(", "));
    (!names.is_empty()).then(|| app.said(&text).into_owned())
}

/// Closes the top layer. A filter that is half typed is left as it was.
pub(crate) fn close_popup(app: &mut App) {
    match app.popups.pop() {
        Some(Popup::Prompt(line)) => {
            if let LinePurpose::Filter(key) = line.purpose {
                super::moving::set_filter(app, key, line.proposed);
            }
        }
        Some(Popup::Confirm(_) | Popup::Merge(_)) => app.leave(),
        Some(Popup::Form(form)) => super::edits::take_back_untouched(app, form.table, form.row),
        _ => {}
    }
}

/// Saves, and goes on when that has ended well.
fn save_first(app: &mut App, then: AfterSave) {
    app.after_save = Some(then);
    save_now(app, Overwrite::Ask);
}

/// Keeps the unsaved edits for a later session, and goes on when they are kept.
fn keep_first(app: &mut App, then: AfterSave) {
    if let (Some(Ok(_)), AfterSave::Quit) = (&app.hangs, &then) {
        // They are kept elsewhere, and nothing else would come of waiting.
        return app.effects.push(Effect::Quit);
    }
    app.after_save = Some(then);
    app.effects.push(Effect::KeepForLater);
}

/// Quits; what is unsaved stays in the journal and is offered at the next start.
fn quit_now(app: &mut App) {
    let_own_go(app);
    app.effects.push(Effect::Quit);
}

/// Opens another case; what is unsaved stays in the journal of this one.
fn open_now(app: &mut App, path: PathBuf) {
    let_own_go(app);
    app.effects.push(Effect::Load(path));
}
