//! Background work: reading large cases, optimising, and what comes back.

use std::sync::Arc;

use crate::analyse::complete::Step;
use crate::measure::Measures;
use crate::optimise::{Answer, Progress, Status};
use crate::tui::app::App;
use crate::tui::commands::Command;
use crate::tui::document::{Asked, Follow, Purpose, Running, Shown, same_case};
use crate::tui::event::Effect;
use crate::tui::own::Own;
use crate::tui::reading::Reading;
use crate::tui::theme::Role;

/// Does a command about background work; none where it is about something else.
pub(super) fn command(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    Some(match command {
        Command::Optimise => optimise(app, Purpose::Recommend, Asked::Planner),
        Command::CompleteOwn => optimise(app, Purpose::Complete, Asked::Planner),
        Command::CancelJob => {
            if app.is_running() {
                super::what_if::stop_all(app)
            } else {
                app.note("Nothing is running.");
                Vec::new()
            }
        }
        Command::ToggleFollow => toggle_follow(app),
        Command::KeepForComparison => {
            crate::tui::update::kept::ask_keep(app);
            Vec::new()
        }
        Command::ShowProof => {
            show_proof(app);
            Vec::new()
        }
        _ => return None,
    })
}

fn show_proof(app: &mut App) {
    let text = app.document.as_ref().and_then(|document| {
        let shown = document.best.shown.as_ref()?;
        Some(crate::tui::screens::portfolio::proof(shown, document.is_stale()))
    });
    match text {
        Some(text) => {
            app.proof_seen = true;
            app.layers.push(crate::tui::layer::Layer::text("The proof", text));
        }
        None => app.note("No portfolio is recommended yet; ‹optimise› looks for one."),
    }
}

fn toggle_follow(app: &mut App) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    match document.best.follow {
        Follow::On => {
            document.best.follow = Follow::Off;
            app.note("The recommendation no longer follows edits; ‹optimise› looks for it when you want.");
            Vec::new()
        }
        Follow::Off => {
            document.best.follow = Follow::On;
            let stale = document.is_stale() || document.best.shown.is_none();
            app.note("The recommendation follows every edit.");
            if stale { optimise(app, Purpose::Recommend, Asked::Itself) } else { Vec::new() }
        }
    }
}

/// What follows from an edit: the case is read anew, kept in the journal, and optimised again.
pub(super) fn follow(app: &mut App) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    let mut effects = Vec::new();
    // Where somebody else has the case open, the journal beside it is theirs; what is done here waits, and the own portfolio is
    // kept apart.
    if document.is_elsewhere() {
        effects.push(Effect::KeepOwn(document.is_dirty().then(|| document.own.to_csv(document.case()))));
    } else {
        let done = std::mem::take(&mut document.pending);
        effects.push(if document.is_dirty() { Effect::Journal(done) } else { Effect::ClearJournal });
    }
    if Reading::is_large(&document.book) {
        effects.push(Effect::Read {
            generation: document.generation,
            book: Box::new(document.book.clone()),
            own: document.own.clone(),
        });
        return effects;
    }
    document.reading = Arc::new(Reading::new(document.generation, &document.book, &document.own));
    super::analyses::refresh(document);
    if let Some(under) = &mut document.under {
        under.reading = Arc::new(Reading::new(document.generation, &under.book, &document.own));
    }
    effects.extend(optimise_again(app));
    effects
}

/// A large case was read in the background.
pub(super) fn read(app: &mut App, reading: Reading) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    if reading.generation != document.generation {
        return Vec::new();
    }
    document.reading = Arc::new(reading);
    super::analyses::refresh(document);
    optimise_again(app)
}

/// Optimises again after an edit where that is wanted and the case itself, not only the own portfolio, changed.
fn optimise_again(app: &mut App) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    if let Some(shown) = &document.best.shown
        && same_case(&shown.case, &document.reading.case)
        && (matches!(shown.answer.status, Status::Optimal | Status::Infeasible)
            || shown.generation + 1 == document.generation)
    {
        // Nothing that the answer depends on was changed: it is as good as new. One that is not proven is looked for again
        // after an edit and its undo, but not after a change of the own portfolio alone.
        let shown = Shown { generation: document.generation, ..shown.as_ref().clone() };
        document.best.shown = Some(Arc::new(shown));
        document.best.version += 1;
        return if document.best.running.take().is_some() { vec![Effect::CancelJob] } else { Vec::new() };
    }
    if let Some(running) = &mut document.best.running
        && running.purpose == Purpose::Recommend
        && same_case(&running.case, &document.reading.case)
    {
        // Scenarios or the own portfolio changed: what is being looked for is still the right thing.
        running.generation = document.generation;
        return Vec::new();
    }
    if document.best.follow == Follow::Off {
        return Vec::new();
    }
    if !document.reading.is_sound() {
        // The line above the screen says so; the news of the edit itself stays.
        return if document.best.running.take().is_some() { vec![Effect::CancelJob] } else { Vec::new() };
    }
    optimise(app, Purpose::Recommend, Asked::Itself)
}

/// Starts an optimisation of the case as it stands.
pub(super) fn optimise(app: &mut App, purpose: Purpose, asked: Asked) -> Vec<Effect> {
    let Some(document) = &mut app.document else { return Vec::new() };
    if !document.reading.is_sound() {
        let [errors, ..] = document.reading.counts();
        app.warn(super::errors_stop(errors, "computed"));
        return Vec::new();
    }
    if document.reading.generation != document.generation {
        app.note("The case is still being read.");
        return Vec::new();
    }
    app.jobs += 1;
    let job = app.jobs;
    document.best.error = None;
    document.best.running = Some(Running {
        job,
        generation: document.generation,
        case: document.reading.case.clone(),
        purpose,
        asked,
        progress: Progress::default(),
        step: Step::default(),
    });
    if purpose == Purpose::Complete {
        return vec![super::completing::complete(document, job)];
    }
    vec![Effect::Optimise { job, case: document.reading.case.clone(), warm: document.recommended() }]
}

/// News of a job.
pub(super) fn progress(app: &mut App, job: u64, progress: Progress) -> Vec<Effect> {
    if let Some(running) = running(app, job) {
        running.progress = progress;
    }
    Vec::new()
}

pub(super) fn running(app: &mut App, job: u64) -> Option<&mut Running> {
    app.document.as_mut()?.best.running.as_mut().filter(|running| running.job == job)
}

/// A job has ended.
pub(super) fn answered(app: &mut App, job: u64, answer: Result<Box<Answer>, String>) -> Vec<Effect> {
    let Some(running) = running(app, job).cloned() else {
        super::beside::answered(app, job, answer);
        return Vec::new();
    };
    let Some(document) = &mut app.document else { return Vec::new() };
    document.best.running = None;
    let answer = match answer {
        Ok(answer) => *answer,
        Err(error) => {
            document.best.error = Some(error.clone());
            document.best.version += 1;
            app.warn(error);
            return Vec::new();
        }
    };
    if running.generation != document.generation {
        return Vec::new();
    }
    // A stop that comes together with the proof has stopped nothing.
    let settled = matches!(answer.status, Status::Optimal | Status::Infeasible);
    let stopped = answer.stopped == Some(crate::optimise::Stop::Cancelled) && !settled;
    let found = answer.portfolio.is_some();
    let case = document.reading.case.clone();
    let picks = answer.portfolio.as_ref().map(|portfolio| Own::of(&case, portfolio).picks).unwrap_or_default();
    let evaluation = answer.evaluation.as_ref();
    let story = evaluation.map(|evaluation| Measures::new(&case).story(&case, evaluation)).unwrap_or_default();
    let now = Arc::new(Shown { generation: running.generation, case, answer, picks, story });
    let before = document.best.shown.replace(Arc::clone(&now));
    let news = before.and_then(|before| super::news::since(&before, &now));
    document.best.error = None;
    document.best.version += 1;
    super::analyses::refresh(document);
    if stopped {
        app.note(if found {
            "Stopped. What is shown is the best found so far, not proven; ‹optimise› goes on."
        } else {
            "Stopped before a portfolio was found; ‹optimise› looks again."
        });
    } else if let Some(news) = news.filter(|_| app.message.as_ref().is_none_or(|message| message.role != Role::Bad)) {
        // What went wrong stays to be read.
        let before = app.message.take().filter(|message| message.role == Role::Text).map(|message| message.text);
        app.note(news.line(before.as_deref(), usize::from(app.size.0)));
    }
    Vec::new()
}
