//! The runs of analyses of an open case: how each is set, which is under way, and what came out.
//!
//! What a run found is kept until it is run again. It belongs to the case as it stood when the run began: after an edit it is
//! out of date and says so. One run is under way at a time; others wait for it in their order.

mod request;
mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

pub use request::{AnalysisRequest, proven};
pub use work::{work, work_at_once};

use crate::analyse::spec::Asker;
use crate::analyse::values::Values;
use crate::analyse::{AnalysisKind, AnalysisOutcome, Pace, Tally};
use crate::model::{Case, Portfolio, Workbook};
use crate::optimise::Known;

/// What came out of an analysis.
#[derive(Debug, Clone)]
pub struct AnalysisRun {
    /// The number of its job.
    pub job: u64,
    /// The case that it is about.
    pub case: Arc<Case>,
    /// The own portfolio that it judged; none where it judged none.
    pub own: Option<Portfolio>,
    /// What was asked, in words.
    pub asked: String,
    /// The text of the case itself, without the scenario that it stands under.
    pub book: Arc<Workbook>,
    /// What was found.
    pub outcome: AnalysisOutcome,
    /// How far it came.
    pub standing: Standing,
    /// Whether the case is still the one that it is about.
    pub age: Age,
    /// How many questions were answered, and how.
    pub tally: Tally,
    /// How long it took.
    pub seconds: f64,
}

/// How far a run came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is under way: so far this.
    Partial,
    /// It was stopped: what was finished is kept.
    Stopped,
    /// It is finished.
    Finished,
}

/// Whether the case is still the one that a run is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// It is.
    Current,
    /// The case (or the own portfolio that it judged) has changed since.
    Stale,
}

/// An analysis under way.
#[derive(Debug, Clone)]
pub struct RunningAnalysis {
    /// The number of its job.
    pub job: u64,
    /// Which.
    pub kind: AnalysisKind,
    /// The case that it is about.
    pub case: Arc<Case>,
    /// The own portfolio that it judges.
    pub own: Option<Portfolio>,
    /// What was asked, in words.
    pub asked: String,
    /// The text of the case itself, without the scenario that it stands under.
    pub book: Arc<Workbook>,
    /// The last news.
    pub pace: Pace,
    /// Seconds since it began.
    pub seconds: f64,
    /// The answers so far.
    pub answers: Vec<Answered>,
    /// What the horizontal axis of the chart reaches from and to, where that is known before.
    pub reach: Vec<Decimal>,
    /// Whether it was told to stop.
    pub stopping: Stopping,
}

/// Whether an analysis was told to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopping {
    /// It goes on.
    No,
    /// It was told to.
    Yes,
}

/// A question of an analysis that was answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The question, in words.
    pub doing: String,
    /// What is known.
    pub known: Known,
    /// The objective of the portfolio that was found, in index points; none where there is none.
    pub objective: Option<Decimal>,
    /// Where it stands on the chart, across and up; none where the analysis has no such chart.
    pub at: Option<(Decimal, Decimal)>,
}

/// News of an analysis from the background.
#[derive(Debug, Clone)]
pub enum AnalysisNews {
    /// How far it is, and the seconds since it began.
    Pace(Pace, f64),
    /// What was found so far.
    Part(AnalysisOutcome),
    /// A question of it was answered.
    Answered(Answered),
    /// It has ended, with the seconds that it took.
    End(Result<AnalysisOutcome, String>, Tally, f64),
}

/// Every analysis of a case: how it is set, what is under way, and what came out.
#[derive(Debug, Clone, Default)]
pub struct Analyses {
    /// What came out, by analysis.
    pub results: BTreeMap<AnalysisKind, Arc<AnalysisRun>>,
    /// Why the last run failed, by analysis.
    pub errors: BTreeMap<AnalysisKind, String>,
    /// The one that is under way.
    pub running: Option<RunningAnalysis>,
    /// Those that wait for it, in their order.
    pub waiting: Vec<AnalysisKind>,
    /// Parameters that the planner set, by analysis and name.
    pub chosen: BTreeMap<(AnalysisKind, &'static str), String>,
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

    /// Lets an analysis wait for the one that is under way. The one that it begins after; none where nothing else is under way.
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
            pace: Pace::default(),
            seconds: 0.0,
            answers: Vec::new(),
            reach: request.params.reach(&request.case),
            stopping: Stopping::No,
        });
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
    pub fn hear_pace(&mut self, pace: Pace, seconds: f64) {
        let Some(running) = &mut self.running else { return };
        // What is done is told in between as well; the words and the search stay until there are new ones.
        let before = std::mem::take(&mut running.pace);
        let same = pace.doing.is_empty();
        running.pace = Pace {
            doing: if same { before.doing } else { pace.doing },
            search: if same { before.search } else { pace.search },
            ..pace
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
            tally: running.pace.tally,
            seconds: running.seconds,
        };
        self.results.insert(running.kind, Arc::new(run));
        self.version += 1;
    }

    /// The one that is under way has ended: which, and whether it was stopped. What it found is kept, or why it failed.
    pub fn end(
        &mut self,
        ended: Result<AnalysisOutcome, String>,
        (tally, seconds): (Tally, f64),
    ) -> Option<(AnalysisKind, Ended)> {
        let running = self.running.as_mut()?;
        running.pace.tally = tally;
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

    /// Looks again which runs are about the case as it stands, with this own portfolio. Those that are about the case itself,
    /// whatever the portfolio.
    pub fn refresh(&mut self, case: &Arc<Case>, own: &Portfolio) -> Vec<AnalysisKind> {
        self.version += 1;
        let mut about = Vec::new();
        let mut same: Vec<(*const Case, bool)> = Vec::new();
        for (kind, run) in &mut self.results {
            let pointer = Arc::as_ptr(&run.case);
            let known = same.iter().find(|(other, _)| *other == pointer).map(|(_, equal)| *equal);
            let equal = known.unwrap_or_else(|| run.case == *case);
            if known.is_none() {
                same.push((pointer, equal));
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

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// It was finished.
    Finished,
    /// It was stopped; what was finished is kept.
    Stopped,
    /// It failed, and why.
    Failed(String),
}
