//! What all analyses share on the command line: their options, their progress and their formats.

use crate::say;
use std::ops::ControlFlow;
use std::time::Instant;

use clap::Args;

use super::args::{CaseArgs, OutputArgs, SolveArgs, When};
use super::failure::Failure;
use super::interrupt::Interrupt;
use super::output::Output;
use super::progress::ProgressLine;
use super::tell::message;
use crate::analyse::sweep::Shard;
use crate::analyse::{AnalysisProgress, LONGEST, Listener, QueryRunner, Skips, Solving};
use crate::job::cores;
use crate::report::{AnalysisReport, BriefReport, Figure};

/// Options of every analysis.
#[derive(Debug, Args)]
pub(super) struct AnalysisArgs {
    #[command(flatten)]
    pub case: CaseArgs,
    #[command(flatten)]
    pub solve: SolveArgs,
    #[command(flatten)]
    pub output: OutputArgs,
    #[arg(long, value_name = "NAME")]
    pub table: Option<String>,
    #[arg(long)]
    pub brief: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    #[arg(long, value_name = "K/N")]
    pub shard: Option<Shard>,
}

impl AnalysisArgs {
    /// Writes a report, or its page alone.
    pub fn write(&self, output: Output, report: &AnalysisReport, colour: When) -> Result<(), Failure> {
        let page = BriefReport(report);
        output.report(if self.brief { &page } else { report }, self.table.as_deref(), colour)
    }
}

/// Works with a query runner, with progress on standard error; Ctrl-C stops the work with what is finished, Ctrl-\ what is asked
/// just now.
pub(super) fn with_runner<T, E: Into<Failure>>(
    args: &AnalysisArgs,
    work: impl FnOnce(&QueryRunner<'_>) -> Result<T, E>,
) -> Result<T, Failure> {
    let workers = args.jobs.map_or_else(cores, usize::from);
    let options = args.solve.options_of_many();
    listening(|skips, on| {
        let longest = if options.time_limit.is_some() { None } else { Some(LONGEST) };
        let solving = Solving { options };
        let runner = QueryRunner::new(&solving, workers, on).patient(longest, skips);
        let worked = work(&runner);
        (worked, runner.stats().given_up)
    })
}

/// The same with a listener that says how far it is and ends the work; `work` also tells how many questions were given up.
pub(super) fn listening<T, E: Into<Failure>>(
    work: impl FnOnce(Skips, &mut Listener<'_>) -> (Result<T, E>, usize),
) -> Result<T, Failure> {
    let interrupt = Interrupt::listen()?;
    // Where the system gives no such key, the time alone ends a question.
    let _ = interrupt.listen_for_skip();
    let skips = Skips::default();
    let skipped = skips.clone();
    let (mut line, began) = (ProgressLine::new(), Instant::now());
    let mut on = |progress: &AnalysisProgress| {
        line.say(|| words(progress, began.elapsed().as_secs_f64()));
        if interrupt.is_skipped() {
            skipped.skip();
        }
        if interrupt.pressed() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let (worked, given_up) = work(skips, &mut on);
    drop(line);
    if given_up > 0 {
        message(&say!("analysis-given-up", count = given_up, seconds = LONGEST.as_secs()));
    }
    if interrupt.pressed() {
        message(&say!("analysis-stopped-ctrl-what", by = interrupt.by()));
    }
    worked.map_err(Into::into)
}

/// Work shorter than this, in seconds, says nothing of what is left.
const LONG: f64 = 3.0;

/// The line of progress. For each piece that is left it takes as long to go as those that are done took.
fn words(progress: &AnalysisProgress, seconds: f64) -> String {
    let figure = |value: Option<rust_decimal::Decimal>| value.map_or_else(|| "-".to_owned(), |v| Figure(v).fixed(2));
    let mut text = say!("analysis-done-total-done", done = progress.done, total = progress.total);
    let count = |pieces: usize| f64::from(u32::try_from(pieces).unwrap_or(u32::MAX));
    if seconds >= LONG && progress.done > 0 && progress.total > progress.done {
        let left = seconds * count(progress.total - progress.done) / count(progress.done);
        text = say!("view-time-left", text = text, seconds = format!("{left:.0}"));
    }
    if progress.total > 0 && progress.done >= progress.total {
        text = say!("view-all-done-finishing", text = text);
    }
    if !progress.doing.is_empty() {
        text = format!("{text}; {}", progress.doing);
    }
    if let Some(search) = &progress.search {
        text = say!("analysis-text-best-best", text = text, best = figure(search.best), bound = figure(search.bound));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_work_says_how_much_time_is_left() {
        let progress = AnalysisProgress { done: 3, total: 12, ..AnalysisProgress::default() };
        assert_eq!(words(&progress, 6.0), "3 of 12 done, about 18 s to go");
        assert_eq!(words(&progress, 1.0), "3 of 12 done");
        assert_eq!(words(&AnalysisProgress { done: 12, ..progress }, 6.0), "12 of 12 done, finishing");
    }
}
