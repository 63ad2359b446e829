//! Running scenarios in the background: several at a time, each told as soon as it is finished.

use crate::say;
use std::io;
use std::ops::ControlFlow;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use super::news::{Listener, NEWS_EVERY, News};
use crate::analyse::scenarios::scenarios;
use crate::analyse::{AnalysisProgress, Failure, QueryRunner, SolutionPool, Solving};
use crate::job::{Cancel, Newest, cores, guard};
use crate::model::{Case, Portfolio, Workbook};
use crate::optimise::{Conflict, Options, ProofStatus, optimise};
use crate::session::scenarios::ScenarioRun;
use crate::session::scenarios::kept::hash_of;
use crate::tui::event::Event;

/// Scenarios to run.
pub(super) struct Request {
    pub job: u64,
    pub book: Workbook,
    pub case: Arc<Case>,
    pub names: Vec<String>,
    pub warm: Option<Portfolio>,
}

/// Starts the thread that runs them.
pub(super) fn start(sender: Sender<News>, options: Options) -> io::Result<Newest<Request>> {
    let work = move |request: Request, cancel: &Cancel| {
        let ran = guard(|| run(&request, &options, cancel, &sender));
        let error = match ran {
            Ok(Ok(())) => None,
            Ok(Err(failure)) => Some(failure.to_string()),
            Err(panic) => Some(panic),
        };
        // Where nobody listens any more, the program is ending.
        let _ = sender.send(News::Event(Event::ScenariosEnded(request.job, error)));
    };
    Newest::start("scenarios", work, |_| {})
}

fn run(request: &Request, options: &Options, cancel: &Cancel, sender: &Sender<News>) -> Result<(), Failure> {
    let news = sender.clone();
    let job = request.job;
    let mut last: Option<Instant> = None;
    let mut listen = move |progress: &AnalysisProgress| {
        if let Some(search) = progress.search.as_ref().filter(|_| last.is_none_or(|last| last.elapsed() >= NEWS_EVERY))
        {
            last = Some(Instant::now());
            let _ = news.send(News::Event(Event::ScenarioProgress(job, progress.doing.clone(), search.clone())));
        }
        if cancel.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let solving = Solving::with(&options.guests);
    let runner = QueryRunner::new(&solving, cores(), &mut listen);
    runner.expect(request.names.len());
    let all: Vec<usize> = (0..request.names.len()).collect();
    let impossible = Mutex::new(Vec::new());
    runner.blocks(&all, |at| {
        let found = one(request, &runner, &request.names[at]);
        if let (Ok(reply), Some(case)) = (&found.reply, &found.case)
            && reply.known == ProofStatus::Impossible
        {
            let mut impossible = impossible.lock().unwrap_or_else(PoisonError::into_inner);
            impossible.push((found.name.clone(), Arc::clone(case), reply.clone()));
        }
        // One that was stopped before its search began says nothing.
        let begun = !runner.is_stopped() || found.reply.as_ref().is_ok_and(|reply| reply.found.is_some());
        if begun {
            let _ = sender.send(News::Event(Event::ScenarioFound(job, Box::new(found))));
        }
        runner.finish(1);
        Ok(())
    })?;
    drop(runner);
    for (name, case, reply) in impossible.into_inner().unwrap_or_else(PoisonError::into_inner) {
        if cancel.is_cancelled() {
            break;
        }
        if let Some(conflict) = why(job, (&name, &case, options), cancel, sender)? {
            let hash = hash_of(&request.book, &name);
            let conflict = Some(conflict);
            let found = ScenarioRun { name, case: Some(case), hash, reply: Ok(reply), conflict };
            let _ = sender.send(News::Event(Event::ScenarioFound(job, Box::new(found))));
        }
    }
    Ok(())
}

/// Why no portfolio is possible under a scenario; `None` if that was stopped.
fn why(
    job: u64,
    (name, case, options): (&str, &Case, &Options),
    cancel: &Cancel,
    sender: &Sender<News>,
) -> Result<Option<Conflict>, Failure> {
    let mut listener = Listener::new(cancel, sender);
    let answer = optimise(case, options, None, &mut |progress| {
        listener.hear(|| Event::ScenarioProgress(job, name.to_owned(), progress.clone()))
    });
    Ok(answer.map_err(|error| Failure::Solver(error.to_string()))?.conflict)
}

fn one(request: &Request, runner: &QueryRunner<'_>, name: &str) -> ScenarioRun {
    let found = scenarios(&request.book, &request.case, &[name.to_owned()]).and_then(|found| {
        let scenario =
            found.into_iter().next().ok_or_else(|| Failure::Asked(say!("scenarios-there-no-scenario", name = name)))?;
        let mut pool = SolutionPool::default();
        if let Some(warm) = &request.warm {
            pool.add(warm);
        }
        let reply = runner.best(&mut pool, &scenario.case, name)?;
        let mut case = scenario.case;
        // Another scenario that changes does not make this one another.
        case.scenarios.clear();
        case.unread_scenarios.clear();
        Ok((Arc::new(case), reply))
    });
    match found {
        Ok((case, reply)) => {
            let hash = hash_of(&request.book, name);
            ScenarioRun { name: name.to_owned(), case: Some(case), hash, reply: Ok(reply), conflict: None }
        }
        Err(failure) => {
            let reply = Err(failure.to_string());
            ScenarioRun { name: name.to_owned(), case: None, hash: None, reply, conflict: None }
        }
    }
}
