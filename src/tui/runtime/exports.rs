//! The thread of reports for which the best portfolio is looked for again and again, so that saving never waits for them.

use std::io;
use std::ops::ControlFlow;
use std::sync::mpsc::Sender;
use std::time::Instant;

use super::disk::exported;
use super::news::{NEWS_EVERY, News};
use crate::analyse::{AnalysisProgress, Skips};
use crate::job::{Cancel, Newest, guard};
use crate::model::Case;
use crate::optimise::{Answer, Options};
use crate::report::{self, data::RuleCost};
use crate::tui::event::{Event, Export};

/// Starts the thread. A report that is told to stop is written with what is known by then.
pub(super) fn start(sender: Sender<News>, options: Options) -> io::Result<Newest<Export>> {
    let work = move |export: Export, cancel: &Cancel| {
        let found = |case: &Case, answer: &Answer| costs((case, answer), &options, cancel, &sender);
        let event = guard(|| exported(export, &found)).unwrap_or_else(|error| Event::Done(Err(error)));
        for event in [Event::Exporting(None), event] {
            // Where nobody listens any more, the program is ending.
            let _ = sender.send(News::Event(event));
        }
    };
    Newest::start("exports", work, |_| {})
}

fn costs((case, answer): (&Case, &Answer), options: &Options, cancel: &Cancel, sender: &Sender<News>) -> Vec<RuleCost> {
    let mut told: Option<(Instant, usize)> = None;
    let mut on = |progress: &AnalysisProgress| {
        if told.is_none_or(|(at, done)| done != progress.done || at.elapsed() >= NEWS_EVERY) {
            told = Some((Instant::now(), progress.done));
            let _ = sender.send(News::Event(Event::Exporting(Some((progress.done, progress.total)))));
        }
        if cancel.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    report::rule_costs((case, answer), options, Skips::default(), &mut on).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::*;
    use crate::model::compile::compile;
    use crate::store;
    use crate::tui::event::About;

    #[test]
    fn a_note_is_made_with_progress_and_one_that_is_stopped_is_written_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case");
        store::create(&path, &store::tutorial()).unwrap();
        let mut book = store::tutorial();
        let limits = book.file("limits.csv").unwrap().replacen(",10,", ",8,", 1);
        book.put_file("limits.csv", &limits);
        let case = Arc::new(compile(&book).case);
        let go_on = &mut |_: &_| ControlFlow::Continue(());
        let answer = crate::optimise::optimise(&case, &Options::default(), None, go_on).unwrap();
        let (sender, news) = channel();
        let exports = start(sender, Options::default()).unwrap();
        for stopped in [false, true] {
            let to: PathBuf = folder.path().join(format!("note-{stopped}.md"));
            let about = About::Recommended(case.clone(), Box::new(answer.clone()));
            let export =
                Export { to: to.clone(), path: path.clone(), book: book.clone(), scenario: None, about, readers: None };
            assert!(export.asks_much());
            exports.submit(export);
            if stopped {
                exports.cancel();
            }
            let mut told = 0;
            loop {
                match news.recv_timeout(Duration::from_secs(60)).unwrap() {
                    News::Event(Event::Exporting(Some((done, total)))) => told += usize::from(done <= total),
                    News::Event(Event::Done(done)) => break assert!(done.is_ok(), "{done:?}"),
                    _ => {}
                }
            }
            let note = store::read_text(&to).unwrap();
            assert!(stopped || told > 0, "no progress was told");
            assert!(note.contains("Rules that bind") && note.contains("not computed") == stopped, "{note}");
        }
    }
}
