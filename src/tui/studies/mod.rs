//! Analyses in the interface: which there are, how they are set, and what came out of each.
//!
//! A *study* is what one analysis found, kept until it is run again. It belongs to the case as it stood when the analysis
//! began: after an edit it is out of date and says so.

mod asked;
mod found;
pub(crate) mod options;
mod so_far;
#[cfg(test)]
mod tests;
mod work;

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

pub use asked::StudyRequest;
pub(crate) use asked::{Asked, request};
pub use found::Finding;
pub(crate) use found::{Found, Mark, Whose};
pub use work::study;
pub(crate) use work::{Sofar, work};

use super::commands::Command;
use crate::analyse::{Pace, Tally};
use crate::model::{Case, Portfolio, Workbook};
use crate::optimise::Known;
use crate::report::AnalysisReport;

/// An analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The gain against the total budget.
    Budget,
    /// One aim against another.
    Pareto,
    /// Other portfolios that are nearly as good.
    Alternatives,
    /// What each candidate and rule is worth.
    Importance,
    /// How the choice holds where numbers are not certain.
    Robust,
    /// A fixed portfolio under each scenario.
    Stress,
    /// What cooperation is worth.
    Cooperate,
    /// Why a candidate is in or out.
    Explain,
}

impl Kind {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 8] = [
        Self::Budget,
        Self::Pareto,
        Self::Alternatives,
        Self::Importance,
        Self::Robust,
        Self::Stress,
        Self::Cooperate,
        Self::Explain,
    ];

    /// Its name.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Budget => "Frontier by budget",
            Self::Pareto => "Frontier of two aims",
            Self::Alternatives => "Alternatives",
            Self::Importance => "Importance",
            Self::Robust => "Robust",
            Self::Stress => "Stress",
            Self::Cooperate => "Cooperate",
            Self::Explain => "Explain",
        }
    }

    /// The name of the files that it is exported to.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Budget => "frontier-budget",
            Self::Pareto => "frontier",
            Self::Alternatives => "alternatives",
            Self::Importance => "importance",
            Self::Robust => "robust",
            Self::Stress => "stress",
            Self::Cooperate => "cooperate",
            Self::Explain => "explain",
        }
    }

    /// What it answers, in one sentence.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::Budget => {
                "What more or less money would bring: every total budget at which the best portfolio changes."
            }
            Self::Pareto => {
                "What one aim costs another, such as the two ministries' own gains: every pair that nothing beats in both."
            }
            Self::Alternatives => {
                "What is nearly as good: the next best portfolios, the most different one, and how far each domain can go."
            }
            Self::Importance => {
                "What each candidate and each rule is worth: the loss without it, the price of each rule, what to cut first."
            }
            Self::Robust => {
                "Whether the choice holds where numbers are not certain: scenarios, voices, random worlds, success by chance."
            }
            Self::Stress => {
                "What each scenario does to a fixed portfolio: what is lost, which rungs fall, what would have been best."
            }
            Self::Cooperate => {
                "What cooperation is worth: each ministry alone, side by side, together; a fair division and side payment."
            }
            Self::Explain => {
                "Why a candidate is in or out, and what would have to change; or why no portfolio is possible."
            }
        }
    }

    /// The command that shows it.
    pub const fn command(self) -> Command {
        match self {
            Self::Budget => Command::GoFrontier,
            Self::Pareto => Command::GoPareto,
            Self::Alternatives => Command::GoAlternatives,
            Self::Importance => Command::GoImportance,
            Self::Robust => Command::GoRobust,
            Self::Stress => Command::GoStress,
            Self::Cooperate => Command::GoCooperate,
            Self::Explain => Command::GoExplain,
        }
    }
}

/// What came out of an analysis.
#[derive(Debug, Clone)]
pub(crate) struct Study {
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
    pub found: Found,
    /// The same as sentences and tables.
    pub report: AnalysisReport,
    /// Tables that only the screen has.
    pub extra: Vec<crate::report::Table>,
    /// How far it came.
    pub standing: Standing,
    /// Whether the case is still the one that it is about.
    pub age: Age,
    /// Where the recommended and the own portfolio stand on its chart.
    pub marks: Vec<found::Mark>,
    /// How many questions were answered, and how.
    pub tally: Tally,
    /// How long it took.
    pub seconds: f64,
}

/// How far a study came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It is under way: so far this.
    Partial,
    /// It was stopped: what was finished is kept.
    Stopped,
    /// It is finished.
    Finished,
}

/// Whether the case is still the one that a study is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Age {
    /// It is.
    Current,
    /// The case (or the own portfolio that it judged) has changed since.
    Stale,
}

/// An analysis under way.
#[derive(Debug, Clone)]
pub(crate) struct RunningStudy {
    /// The number of its job.
    pub job: u64,
    /// Which.
    pub kind: Kind,
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
pub(crate) enum Stopping {
    /// It goes on.
    No,
    /// It was told to.
    Yes,
}

/// What a view shows of chart and table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Shape {
    /// Both.
    #[default]
    Both,
    /// The chart alone.
    Chart,
    /// The table alone.
    Table,
}

/// Every analysis of a case: how it is set, what is under way, and what came out.
#[derive(Debug, Clone, Default)]
pub(crate) struct Studies {
    /// What came out, by analysis.
    pub results: BTreeMap<Kind, Arc<Study>>,
    /// Why the last run failed, by analysis.
    pub errors: BTreeMap<Kind, String>,
    /// The one that is under way.
    pub running: Option<RunningStudy>,
    /// Those that wait for it, in their order.
    pub waiting: Vec<Kind>,
    /// Options that the planner set, by analysis and name.
    pub chosen: BTreeMap<(Kind, &'static str), String>,
    /// The table that each view shows; the first where none is here.
    pub tables: BTreeMap<Kind, &'static str>,
    /// What the views show.
    pub shape: Shape,
    /// The jobs of those that were written to a file.
    pub written: std::collections::BTreeSet<u64>,
    /// Grows whenever something that is shown changes.
    pub version: u64,
}

/// What took longer than this, in seconds, is missed when it is gone.
const MISSED: f64 = 5.0;

impl Studies {
    /// The one that is under way, if it is this.
    pub fn running(&self, kind: Kind) -> Option<&RunningStudy> {
        self.running.as_ref().filter(|running| running.kind == kind)
    }

    /// The results that end with the session, took a while, and were not written to a file.
    pub fn unwritten(&self) -> Vec<Kind> {
        let missed = |study: &Study| study.seconds >= MISSED && !self.written.contains(&study.job);
        let missed = self.results.iter().filter(|(_, study)| study.age == Age::Current && missed(study));
        missed.map(|(kind, _)| *kind).collect()
    }

    /// The table that a view shows.
    pub fn table(&self, kind: Kind) -> Option<(&Study, &crate::report::Table)> {
        let study = self.results.get(&kind)?;
        let wanted = self.tables.get(&kind);
        let mut all = study.report.tables.iter().chain(&study.extra);
        let table = wanted.and_then(|key| all.find(|table| table.key == *key));
        Some((study, table.or_else(|| study.report.tables.first())?))
    }

    /// Looks again which studies are about the case as it stands, and where the portfolios stand on their charts.
    pub fn refresh(&mut self, case: &Arc<Case>, own: &Portfolio, recommended: Option<&Portfolio>) {
        self.version += 1;
        let mut same: Vec<(*const Case, bool)> = Vec::new();
        for study in self.results.values_mut() {
            let pointer = Arc::as_ptr(&study.case);
            let known = same.iter().find(|(other, _)| *other == pointer).map(|(_, equal)| *equal);
            let equal = known.unwrap_or_else(|| study.case == *case);
            if known.is_none() {
                same.push((pointer, equal));
            }
            let judged = study.own.as_ref().is_none_or(|judged| judged == own);
            let age = if equal && judged { Age::Current } else { Age::Stale };
            let own = Some(own).filter(|own| !own.picks().is_empty() && equal);
            let marks = study.found.marks(&study.case, recommended.filter(|_| equal), own);
            if study.age != age || study.marks != marks {
                let study = Arc::make_mut(study);
                study.age = age;
                study.marks = marks;
            }
        }
    }
}

/// The state of an analysis in a few words, and how they look.
pub(crate) fn state_words(studies: &Studies, kind: Kind) -> (String, super::theme::Role) {
    use super::theme::Role;
    if let Some(running) = studies.running(kind) {
        let verb = if running.stopping == Stopping::Yes { "stopping" } else { "running" };
        return (format!("{verb}, {} of {}", running.pace.done, running.pace.total.max(1)), Role::Warn);
    }
    if studies.waiting.contains(&kind) {
        return ("waiting".into(), Role::Warn);
    }
    if studies.errors.contains_key(&kind) {
        return ("failed".into(), Role::Bad);
    }
    let Some(study) = studies.results.get(&kind) else { return ("not run".into(), Role::Dim) };
    match (study.age, study.standing) {
        (Age::Stale, _) => ("out of date".into(), Role::Warn),
        (Age::Current, Standing::Finished) if study.report.open.is_empty() => ("finished, proven".into(), Role::Good),
        (Age::Current, Standing::Finished) => ("finished, not proven".into(), Role::Warn),
        (Age::Current, _) => ("stopped, part kept".into(), Role::Warn),
    }
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
pub enum StudyNews {
    /// How far it is, and the seconds since it began.
    Pace(Pace, f64),
    /// What was found so far.
    Part(Finding),
    /// A question of it was answered.
    Answered(Answered),
    /// It has ended, with the seconds that it took.
    End(Result<Finding, String>, Tally, f64),
}

/// Money or points at a place of a chart.
pub(crate) type At = (Decimal, Decimal);
