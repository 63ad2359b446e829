//! The thread of the analyses: one at a time, the newest wins, on all cores.

use std::io;
use std::ops::ControlFlow;
use std::sync::mpsc::Sender;
use std::time::Instant;

use super::news::{NEWS_EVERY, News};
use crate::analyse::{AnalysisProgress, QueryStats};
use crate::job::{Cancel, Newest, cores, guard};
use crate::optimise::Options;
use crate::session::analyses::{AnalysisNews, AnalysisRequest, work};
use crate::tui::event::Event;

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
