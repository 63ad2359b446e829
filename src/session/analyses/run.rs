//! A run of an analysis: under way, and what came out of it.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::kept::KeptRun;
use crate::analyse::{AnalysisKind, AnalysisOutcome, AnalysisProgress, QueryStats, Skips};
use crate::model::{Case, Portfolio, Workbook};
use crate::optimise::ProofStatus;

/// What came out of an analysis.
#[derive(Debug, Clone)]
pub struct AnalysisRun {
    /// The number of its job.
    pub job: u64,
    /// The case that it is about.
    pub case: Arc<Case>,
    /// The own portfolio that it judged; `None` if it judged none.
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
    pub stats: QueryStats,
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
    pub progress: AnalysisProgress,
    /// Seconds since it began.
    pub seconds: f64,
    /// The seconds after which the last question was answered.
    pub answered: f64,
    /// The answers so far.
    pub answers: Vec<Answered>,
    /// What the horizontal axis of the chart reaches from and to, where that is known before.
    pub reach: Vec<Decimal>,
    /// Whether it was told to stop.
    pub stopping: Stopping,
    /// Skips what it asks just now.
    pub skips: Skips,
    /// What is kept of it when it is finished, where it can be.
    pub kept: Option<Box<KeptRun>>,
}

impl RunningAnalysis {
    /// About how many seconds it still takes: as much for each question that is left as for those that are answered. None where
    /// that says nothing: at the beginning, and while one question takes much longer than all before it.
    pub fn seconds_left(&self) -> Option<f64> {
        let count = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        seconds_left(count(self.progress.done), count(self.progress.total), [self.answered, self.seconds])
    }
}

/// From so many seconds on a run is told how long it will still take.
const LONG: f64 = 5.0;

/// So many times the mean of those before a question may take before nothing is foretold.
const MUCH_LONGER: f64 = 4.0;

fn seconds_left(done: f64, total: f64, [answered, seconds]: [f64; 2]) -> Option<f64> {
    let each = answered / done;
    let since = seconds - answered;
    let told = done >= 1.0 && total > done && seconds >= LONG && since <= (each * MUCH_LONGER).max(LONG);
    told.then(|| (each * (total - done) - since).max(each))
}

#[cfg(test)]
mod time_tests {
    use super::seconds_left;

    #[test]
    fn no_time_is_foretold_while_the_last_question_takes_much_longer_than_all_before() {
        // Half of them in ten seconds: ten more. What was spent since the last answer counts.
        assert_eq!(seconds_left(10.0, 20.0, [10.0, 10.0]), Some(10.0));
        assert_eq!(seconds_left(10.0, 20.0, [10.0, 12.0]), Some(8.0));
        // Too early to say.
        assert_eq!(seconds_left(0.0, 20.0, [0.0, 8.0]), None);
        assert_eq!(seconds_left(2.0, 20.0, [1.0, 1.0]), None);
        // 51 of 52 in 34 seconds, and the last one is asked for a minute already: "a second" would be untrue for ever.
        assert_eq!(seconds_left(51.0, 52.0, [34.0, 35.0]), Some(34.0 / 51.0));
        assert_eq!(seconds_left(51.0, 52.0, [34.0, 100.0]), None);
        // Between long questions it is waited for as long as a few of them take.
        assert_eq!(seconds_left(2.0, 3.0, [40.0, 50.0]), Some(20.0));
        assert_eq!(seconds_left(2.0, 3.0, [40.0, 130.0]), None);
    }
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
    pub known: ProofStatus,
    /// The objective of the portfolio that was found, in index points; `None` if there is none.
    pub objective: Option<Decimal>,
    /// Where it stands on the chart, across and up; `None` if the analysis has no such chart.
    pub at: Option<(Decimal, Decimal)>,
}

/// News of an analysis from the background.
#[derive(Debug, Clone)]
pub enum AnalysisNews {
    /// How far it is, and the seconds since it began.
    Progress(AnalysisProgress, f64),
    /// What was found so far.
    Part(AnalysisOutcome),
    /// A question of it was answered.
    Answered(Answered),
    /// All its pieces, as they are kept between sessions.
    Pieces(serde_json::Value),
    /// It has ended, with the seconds that it took.
    End(Result<AnalysisOutcome, String>, QueryStats, f64),
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
