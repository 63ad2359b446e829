//! Background work: reading large cases, optimising, and what comes back.

use crate::say;
use std::sync::Arc;

use crate::optimise::{Answer, Progress, Status};
use crate::session::{AskedBy, Follow, FollowUp, Purpose, Shown, Snapshot};
use crate::tui::event::Effect;
use crate::tui::state::App;
use crate::tui::theme::Role;

/// Stops what runs, and keeps the best found so far.
pub(crate) fn stop(app: &mut App) {
    if app.is_running() {
        return super::what_if::stop_all(app);
    }
    if super::making::stop(app) {
        return;
    }
    app.note(say!("jobs-nothing-running"));
}

/// Has the recommendation follow edits, or not.
pub(crate) fn toggle_follow(app: &mut App) {
    let Some(document) = &mut app.document else { return };
    match document.best.follow {
        Follow::On => {
            document.best.follow = Follow::Off;
            app.note(say!("jobs-recommendation-no-longer"));
        }
        Follow::Off => {
            document.best.follow = Follow::On;
            let stale = document.is_stale() || document.best.shown.is_none();
            app.note(say!("jobs-recommendation-follows-every"));
            if stale {
                optimise(app, Purpose::Recommend, AskedBy::Itself);
            }
        }
    }
}

/// What follows from an edit: the case is read anew, kept in the journal, and optimised again.
pub(crate) fn follow(app: &mut App) {
    let Some(document) = &mut app.document else { return };
    // Where somebody else has the case open, the journal beside it is theirs; what is done here waits, and the own portfolio is
    // kept apart.
    if document.is_elsewhere() {
        app.effects.push(Effect::KeepOwn(document.is_dirty().then(|| document.own.to_csv(document.case()))));
    } else {
        let done = std::mem::take(&mut document.pending);
        app.effects.push(if document.is_dirty() { Effect::Journal(done) } else { Effect::ClearJournal });
    }
    if Snapshot::is_large(&document.book) {
        return app.effects.push(Effect::Read {
            generation: document.generation,
            book: Box::new(document.book.clone()),
            own: document.own.clone(),
        });
    }
    document.read_anew();
    super::analyses::refresh(document);
    optimise_again(app);
}

/// A large case was read in the background.
pub(crate) fn read(app: &mut App, snapshot: Snapshot) {
    let Some(document) = &mut app.document else { return };
    if snapshot.generation != document.generation {
        return;
    }
    document.snapshot = Arc::new(snapshot);
    super::analyses::refresh(document);
    optimise_again(app);
}

/// Optimises again after an edit where that is wanted.
fn optimise_again(app: &mut App) {
    match app.document.as_mut().map(|document| document.follow_up()) {
        Some(FollowUp::Search) => optimise(app, Purpose::Recommend, AskedBy::Itself),
        Some(FollowUp::Cancel) => app.effects.push(Effect::CancelJob),
        Some(FollowUp::Nothing) | None => {}
    }
}

/// Starts an optimisation of the case as it stands.
pub(crate) fn optimise(app: &mut App, purpose: Purpose, asked: AskedBy) {
    if !super::ready::is_ready(app) {
        return;
    }
    let Some(document) = &mut app.document else { return };
    app.jobs += 1;
    let job = app.jobs;
    document.begin_search(job, purpose, asked);
    if purpose == Purpose::Complete {
        return app.effects.push(super::completing::complete(document, job));
    }
    app.effects.push(Effect::Optimise { job, case: document.snapshot.case.clone(), warm: document.recommended() });
}

/// News of a job.
pub(crate) fn progress(app: &mut App, job: u64, progress: Progress) {
    if let Some(running) = app.search(job) {
        running.progress = progress;
    }
}

/// A job has ended.
pub(crate) fn answered(app: &mut App, job: u64, answer: Result<Box<Answer>, String>) {
    let Some(running) = app.search(job).cloned() else { return };
    let Some(document) = &mut app.document else { return };
    document.best.running = None;
    let answer = match answer {
        Ok(answer) => *answer,
        Err(error) => {
            document.best.error = Some(error.clone());
            document.best.version += 1;
            return app.warn(error);
        }
    };
    if running.generation != document.generation {
        return;
    }
    // A stop that comes together with the proof has stopped nothing.
    let settled = matches!(answer.status, Status::Optimal | Status::Infeasible);
    let stopped = answer.stopped == Some(crate::optimise::Stop::Cancelled) && !settled;
    let found = answer.portfolio.is_some();
    let case = document.snapshot.case.clone();
    let now = Arc::new(Shown::new(running.generation, case, answer));
    let is_saved = !document.is_dirty() && document.overlay.is_none();
    let before = document.best.show(&now, is_saved);
    let news = before.and_then(|before| super::news::since(&before, &now));
    super::analyses::refresh(document);
    if stopped {
        app.note(if found {
            say!("jobs-stopped-shown-best-found")
        } else {
            say!("jobs-stopped-before-portfolio-found")
        });
    } else if let Some(news) = news.filter(|_| app.message.as_ref().is_none_or(|message| message.role != Role::Bad)) {
        // What went wrong stays to be read.
        let before = app.message.take().filter(|message| message.role == Role::Text).map(|message| message.text);
        app.note(news.line(before.as_deref(), usize::from(app.size.0)));
        // The line holds what there is room for.
        app.last_message = app.said(&news.whole(before.as_deref())).into_owned();
    }
}
