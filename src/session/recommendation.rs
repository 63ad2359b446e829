//! The recommended portfolio of a case: the last answer, and the work that looks for the next.

use std::sync::Arc;

use litemap::LiteMap;

use super::user_portfolio::{UserPick, UserPortfolio};
use crate::measure::Measures;
use crate::model::Case;
use crate::optimise::{Answer, Progress, Stage};

/// The recommended portfolio.
#[derive(Debug, Clone, Default)]
pub struct Best {
    /// The last answer, with the case it is about.
    pub shown: Option<Arc<Shown>>,
    /// The answer before the last edit that changed the case.
    pub before: Option<Arc<Shown>>,
    /// The answer when the case was opened or saved last.
    pub saved: Option<Arc<Shown>>,
    /// Work that is under way.
    pub running: Option<Running>,
    /// Why the last work failed.
    pub error: Option<String>,
    /// Whether it follows each edit by itself.
    pub follow: Follow,
    /// Grows whenever what is shown changes.
    pub version: u64,
}

impl Best {
    /// Shows an answer, and keeps what it is compared with: the one before the edit, and that of the case as it is on disk. Gives what
    /// was shown.
    pub fn show(&mut self, now: &Arc<Shown>, is_saved: bool) -> Option<Arc<Shown>> {
        let before = self.shown.replace(Arc::clone(now));
        if let Some(before) = before.as_ref().filter(|before| !same_case(&before.case, &now.case)) {
            self.before = Some(Arc::clone(before));
        }
        if is_saved {
            self.saved = Some(Arc::clone(now));
        }
        self.error = None;
        self.version += 1;
        before
    }
}

/// Whether the optimum follows each edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Follow {
    /// It is looked for again after each edit.
    #[default]
    On,
    /// Only when asked.
    Off,
}

/// An answer with the case it is about.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The edit after which the case stood so.
    pub generation: u64,
    /// The case.
    pub case: Arc<Case>,
    /// The answer.
    pub answer: Answer,
    /// The picks by candidate id.
    pub picks: LiteMap<String, UserPick>,
    /// A sentence for each pick of the evaluation, in its order.
    pub story: Vec<String>,
}

impl Shown {
    /// An answer about a case as it stands after an edit.
    pub fn new(generation: u64, case: Arc<Case>, answer: Answer) -> Self {
        let own = answer.portfolio.as_ref().map(|portfolio| UserPortfolio::of(&case, portfolio));
        let story = answer.evaluation.as_ref().map(|it| Measures::new(&case).story(&case, it)).unwrap_or_default();
        Self { generation, case, answer, picks: own.unwrap_or_default().picks, story }
    }

    /// The portfolio by candidate id.
    pub fn portfolio(&self) -> UserPortfolio {
        UserPortfolio { picks: self.picks.clone() }
    }
}

/// Optimisation under way.
#[derive(Debug, Clone)]
pub struct Running {
    /// The number of the job.
    pub job: u64,
    /// The edit that it is about.
    pub generation: u64,
    /// The case as it stood then.
    pub case: Arc<Case>,
    /// What it is for.
    pub purpose: Purpose,
    /// Who asked for it.
    pub asked: AskedBy,
    /// The last news.
    pub progress: Progress,
    /// How far completing the own portfolio is.
    pub step: crate::analyse::complete::Step,
}

impl Running {
    /// Whether it is known already that no portfolio is possible, and why is looked for.
    pub fn finds_why(&self) -> bool {
        matches!(self.progress.stage, Stage::Conflict | Stage::Repair)
    }
}

/// Who asked for an optimisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedBy {
    /// Nobody: it follows opening and editing by itself, and would be begun again at the next start.
    Itself,
    /// The planner, who waits for it.
    Planner,
}

/// What an optimisation is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To recommend a portfolio.
    Recommend,
    /// To complete the own portfolio.
    Complete,
}

/// Whether two cases are the same but for their lists of scenarios, which no portfolio of theirs depends on.
pub fn same_case(one: &Case, other: &Case) -> bool {
    if one.scenarios == other.scenarios && one.unread_scenarios == other.unread_scenarios {
        return one == other;
    }
    let alone = |case: &Case| Case { scenarios: Vec::new(), unread_scenarios: Vec::new(), ..case.clone() };
    alone(one) == alone(other)
}
