//! The runs of analyses of an open case: how each is set, which is under way, and what came out.
//!
//! What a run found is kept until it is run again. It belongs to the case as it stood when the run began: after an edit it is
//! out of date and says so. One run is under way at a time; others wait for it in their order.

mod kept;
mod request;
mod restoring;
mod run;
mod work;

use std::collections::BTreeSet;
use std::sync::Arc;

use litemap::LiteMap;

pub use kept::KeptRun;
pub use request::{AnalysisRequest, proven};
pub use restoring::{Restore, file_of, restore, wanted};
pub use run::{Age, AnalysisNews, AnalysisRun, Answered, Ended, RunningAnalysis, Standing, Stopping};
pub use work::work;

use crate::analyse::spec::Asker;
use crate::analyse::values::Values;
use crate::analyse::{AnalysisKind, AnalysisOutcome, AnalysisProgress, QueryStats};
use crate::model::{Case, Portfolio, Workbook};
use crate::session::spoken::named_like;

/// Every analysis of a case: how it is set, what is under way, and what came out.
#[derive(Debug, Clone, Default)]
pub struct Analyses {
    /// What came out, by analysis.
    pub results: LiteMap<AnalysisKind, Arc<AnalysisRun>>,
    /// Why the last run failed, by analysis.
    pub errors: LiteMap<AnalysisKind, String>,
    /// The one that is under way.
    pub running: Option<RunningAnalysis>,
    /// Those that wait for it, in their order.
    pub waiting: Vec<AnalysisKind>,
    /// Parameters that the planner set, by analysis and name.
    pub chosen: LiteMap<(AnalysisKind, &'static str), String>,
    /// The jobs of those that were written to a file.
    pub written: BTreeSet<u64>,
    /// Grows whenever something changes.
    pub version: u64,
}

/// What took longer than this, in seconds, is missed when it is gone.
const MISSED: f64 = 5.0;

impl Analyses {
    /// The one that is under way, if it is this.
    pub fn running(&self, kind: AnalysisKind) -> Option<&RunningAnalysis> {
        self.running.as_ref().filter(|running| running.kind == kind)
    }

    /// The parameters of an analysis as they are set.
    pub fn values(&self, kind: AnalysisKind, case: &Case) -> Values {
        Values::of(kind.spec(), (case, Asker::Interface), |name| self.chosen.get(&(kind, name)).cloned())
    }

    /// The results that end with the session, took a while, and were not written to a file.
    pub fn unwritten(&self) -> Vec<AnalysisKind> {
        let missed = |run: &AnalysisRun| run.seconds >= MISSED && !self.written.contains(&run.job);
        let missed = self.results.iter().filter(|(_, run)| run.age == Age::Current && missed(run));
        missed.map(|(kind, _)| *kind).collect()
    }

    /// Sets a parameter; the case is not changed by it.
    pub fn set(&mut self, kind: AnalysisKind, name: &'static str, text: String) {
        self.chosen.insert((kind, name), text);
        self.version += 1;
    }

    /// Lets an analysis wait for the one that is under way. The one that it begins after; `None` if nothing else is under way.
    pub fn wait(&mut self, kind: AnalysisKind) -> Option<AnalysisKind> {
        let running = self.running.as_ref().filter(|running| running.kind != kind)?;
        let before = self.waiting.last().copied().unwrap_or(running.kind);
        self.waiting.push(kind);
        self.version += 1;
        Some(before)
    }

    /// Begins a run, in words what it is asked. What an earlier run has found so far stays as what was finished.
    pub fn begin(&mut self, request: &AnalysisRequest, asked: String, (own, book): (&Portfolio, Arc<Workbook>)) {
        if let Some(before) = self.running.take() {
            self.keep(before.kind, before.job);
        }
        let kind = request.kind();
        self.errors.remove(&kind);
        self.running = Some(RunningAnalysis {
            job: request.job,
            kind,
            case: Arc::clone(&request.case),
            own: request.params.judges(own).then(|| own.clone()),
            asked,
            book,
            progress: AnalysisProgress::default(),
            seconds: 0.0,
            answered: 0.0,
            answers: Vec::new(),
            reach: request.params.reach(&request.case),
            stopping: Stopping::No,
            skips: request.skips.clone(),
            kept: request.kept.clone(),
        });
        self.version += 1;
    }

    /// Tells all runs with the names of this case.
    pub fn tell_anew(&mut self, like: &Arc<Case>) {
        for (_, run) in &mut self.results {
            let named = named_like(&run.case, like);
            Arc::make_mut(run).case = if named == *like { Arc::clone(like) } else { named };
        }
        if let Some(running) = &mut self.running {
            running.case = named_like(&running.case, like);
        }
        self.version += 1;
    }

    /// Tells the one that is under way to stop, and forgets those that wait; whether one is under way.
    pub fn stop(&mut self) -> bool {
        let Some(running) = &mut self.running else { return false };
        running.stopping = Stopping::Yes;
        self.waiting.clear();
        true
    }

    /// A part of a run that ended before its time stays as what was finished.
    fn keep(&mut self, kind: AnalysisKind, job: u64) {
        if let Some(run) = self.results.get_mut(&kind).filter(|run| run.job == job)
            && run.standing == Standing::Partial
        {
            Arc::make_mut(run).standing = Standing::Stopped;
        }
    }

    /// Hears how far the one that is under way is.
    pub fn hear_progress(&mut self, progress: AnalysisProgress, seconds: f64) {
        let Some(running) = &mut self.running else { return };
        // What is done is told in between as well; the words and the search stay until there are new ones.
        let before = std::mem::take(&mut running.progress);
        let same = progress.doing.is_empty();
        if progress.done > before.done {
            running.answered = seconds;
        }
        running.progress = AnalysisProgress {
            doing: if same { before.doing } else { progress.doing },
            search: if same { before.search } else { progress.search },
            ..progress
        };
        running.seconds = seconds;
    }

    /// Keeps what was found so far or at the end.
    pub fn put(&mut self, outcome: AnalysisOutcome, standing: Standing) {
        let Some(running) = &self.running else { return };
        let run = AnalysisRun {
            job: running.job,
            case: Arc::clone(&running.case),
            own: running.own.clone(),
            asked: running.asked.clone(),
            book: Arc::clone(&running.book),
            outcome,
            standing,
            age: Age::Current,
            stats: running.progress.stats,
            seconds: running.seconds,
        };
        self.results.insert(running.kind, Arc::new(run));
        self.version += 1;
    }

    /// The one that is under way has ended: which, and whether it was stopped. What it found is kept, or why it failed.
    pub fn end(
        &mut self,
        ended: Result<AnalysisOutcome, String>,
        (stats, seconds): (QueryStats, f64),
    ) -> Option<(AnalysisKind, Ended)> {
        let running = self.running.as_mut()?;
        running.progress.stats = stats;
        running.seconds = seconds;
        let (kind, job, stopping) = (running.kind, running.job, running.stopping);
        let how = match ended {
            Ok(outcome) if stopping == Stopping::Yes => {
                self.put(outcome, Standing::Stopped);
                Ended::Stopped
            }
            Ok(outcome) => {
                self.put(outcome, Standing::Finished);
                Ended::Finished
            }
            Err(error) => {
                self.errors.insert(kind, error.clone());
                self.keep(kind, job);
                Ended::Failed(error)
            }
        };
        self.running = None;
        self.version += 1;
        Some((kind, how))
    }

    /// Takes up what was finished in an earlier session, unless it was asked anew meanwhile; whether it did.
    pub fn take_up(&mut self, run: AnalysisRun) -> bool {
        let kind = run.outcome.params().kind();
        let is_new = !self.results.contains_key(&kind) && self.running(kind).is_none();
        if is_new {
            // It is in its file already.
            self.written.insert(run.job);
            self.results.insert(kind, Arc::new(run));
            self.version += 1;
        }
        is_new
    }

    /// Looks again which runs are about the case as it stands, with this own portfolio. Those that are about the case itself,
    /// whatever the portfolio.
    pub fn refresh(&mut self, case: &Arc<Case>, own: &Portfolio) -> Vec<AnalysisKind> {
        self.version += 1;
        let mut about = Vec::new();
        let mut same: Vec<(*const Case, bool, bool)> = Vec::new();
        for (kind, run) in &mut self.results {
            // Which scenarios there are matters to those alone that ask them.
            let asks_scenarios = kind.spec().has_scenarios();
            let key = (Arc::as_ptr(&run.case), asks_scenarios);
            let known = same.iter().find(|(of, asks, _)| (*of, *asks) == key).map(|(.., equal)| *equal);
            let equal = known.unwrap_or_else(|| {
                if asks_scenarios { run.case == *case } else { run.case.is_but_for_scenarios(case) }
            });
            if known.is_none() {
                same.push((key.0, key.1, equal));
            }
            if equal {
                about.push(*kind);
            }
            let judged = run.own.as_ref().is_none_or(|judged| judged == own);
            let age = if equal && judged { Age::Current } else { Age::Stale };
            if run.age != age {
                Arc::make_mut(run).age = age;
            }
        }
        about
    }
}
