//! The thread of the analyses: one at a time, the newest wins, on all cores.

use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use super::news::{NEWS_EVERY, News};
use crate::analyse::{AnalysisProgress, QueryStats};
use crate::job::{Cancel, Newest, cores, guard};
use crate::optimise::Options;
use crate::session::analyses::{AnalysisNews, AnalysisRequest, restore, work};
use crate::session::scenarios::kept;
use crate::tui::event::{Effect, Event};

/// Starts the thread.
pub(super) fn start(sender: Sender<News>, options: Options) -> io::Result<Newest<AnalysisRequest>> {
    let work = move |request: AnalysisRequest, cancel: &Cancel| analysis(&request, &options, cancel, &sender);
    Newest::start("analyses", work, |_| {})
}

fn analysis(request: &AnalysisRequest, options: &Options, cancel: &Cancel, sender: &Sender<News>) {
    let began = Instant::now();
    let send = |news: AnalysisNews| {
        // Where nobody listens any more, the program is ending.
        let _ = sender.send(News::Event(Event::Analysis(request.job, news)));
    };
    let mut told: Option<Instant> = None;
    let mut stats = QueryStats::default();
    let mut done = 0;
    let found = guard(|| {
        let mut on = |progress: &AnalysisProgress| {
            stats = progress.stats;
            if progress.done != done || told.is_none_or(|told| told.elapsed() >= NEWS_EVERY) {
                told = Some(Instant::now());
                done = progress.done;
                send(AnalysisNews::Progress(progress.clone(), began.elapsed().as_secs_f64()));
            }
            if cancel.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        work(request, (cores(), options), &mut on, &send)
    });
    send(AnalysisNews::End(found.and_then(|found| found), stats, began.elapsed().as_secs_f64()));
}

/// What takes longer to read back is left: it is asked anew where it is wanted.
const READ_BACK_WITHIN: Duration = Duration::from_secs(30);

/// Starts the thread that reads back what analyses found in an earlier session.
pub(super) fn start_restoring(sender: Sender<News>, options: Options) -> io::Result<Newest<Effect>> {
    let work = move |effect: Effect, cancel: &Cancel| {
        let Effect::Restore { path, runs, scenarios, case, book } = effect else { return };
        let back = guard(|| {
            let left = scenarios.into_iter().take_while(|_| !cancel.is_cancelled());
            left.filter_map(|kept| kept::restore(kept, &book)).collect::<Vec<_>>()
        });
        if let Some(back) = back.ok().filter(|back| !back.is_empty()) {
            let _ = sender.send(News::Event(Event::ScenariosRestored(path.clone(), Arc::clone(&book), back)));
        }
        for run in runs {
            let began = Instant::now();
            let mut on = |_: &AnalysisProgress| {
                let over = cancel.is_cancelled() || began.elapsed() > READ_BACK_WITHIN;
                if over { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            if let Ok(Some(run)) = guard(|| restore(run, (&case, &book), (1, &options), &mut on)) {
                let _ = sender.send(News::Event(Event::Restored(path.clone(), Box::new(run))));
            }
        }
    };
    Newest::start("restored", work, |_| {})
}
