//! What the optimiser answers.

use crate::say;
use rust_decimal::Decimal;

use super::certificate::Refusal;
use super::conflict::Conflict;
use super::guests::GuestKind;
use super::highest_level::HighestLevel;
use super::no_good::Changes;
use super::options::Stop;
use super::task::SolverError;
use crate::measure::Evaluation;
use crate::model::{Percent, Portfolio};

/// An answer: certified, or none.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// What is known.
    pub status: Status,
    /// The portfolio; `None` if there is none, or none was found in time.
    pub portfolio: Option<Portfolio>,
    /// What the portfolio gives, in decimals.
    pub evaluation: Option<Evaluation>,
    /// No portfolio has a higher objective than this, in index points.
    pub bound: Option<Decimal>,
    /// `bound - objective`, in index points, never below 0.
    pub gap: Option<Decimal>,
    /// Why a search ended early. With [`Status::Optimal`] the objective is proven all the same: what was cut short is the
    /// search for the lowest bill among the best, or for what changes a plan least.
    pub stopped: Option<Stop>,
    /// Who answered, and how.
    pub solver: SolverReport,
    /// When no portfolio is possible: why not.
    pub conflict: Option<Conflict>,
    /// What one more unit of money is worth to each ministry in each year, in index points: `[ministry][year]`; where
    /// the solver knows it.
    pub prices: Option<Vec<Vec<Decimal>>>,
    /// How much it changes of a plan that was to stay, where one was named.
    pub closeness: Option<Closeness>,
    /// The level of the weakest domain, where the case goes by that first and there is a portfolio.
    pub level: Option<HighestLevel>,
}

/// What is known of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The portfolio is certified and the bound meets its objective within 1e-6.
    Optimal,
    /// The portfolio is certified; whether a better one exists is not proven.
    Feasible,
    /// No portfolio keeps all rules.
    Infeasible,
    /// Stopped before a portfolio was found: nothing is known but the bound, if there is one.
    Unknown,
}

/// How much of a plan an answer changes, and how far that is proven.
#[derive(Debug, Clone, PartialEq)]
pub struct Closeness {
    /// The plan.
    pub plan: Portfolio,
    /// What is changed.
    pub changes: Changes,
    /// Proven: nothing that is as good and as cheap changes fewer picks; with a part of the best, nothing that reaches it.
    pub fewest_picks: bool,
    /// Proven: of those, nothing that is as good and as cheap moves fewer starts.
    pub fewest_starts: bool,
    /// Proven: of those, nothing that is as good and as cheap changes fewer shares.
    pub fewest_shares: bool,
    /// What was to be kept, where less than the best was enough.
    pub kept: Option<Kept>,
}

/// A part of the best that was enough.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// In percent of the best.
    pub percent: Percent,
    /// The best objective without regard to the plan.
    pub best: Decimal,
    /// Whether that is proven to be the best.
    pub is_best: bool,
    /// Whether nothing is proven to be better that changes no more picks.
    pub is_best_of_these: bool,
}

impl Closeness {
    /// Whether all of it is proven.
    pub fn is_proven(&self) -> bool {
        let kept = self.kept.as_ref().is_none_or(|kept| kept.is_best && kept.is_best_of_these);
        kept && self.fewest_picks && self.fewest_starts && self.fewest_shares
    }

    /// What a portfolio changes of a plan, before anything was asked: that it changes the least is known where it changes nothing.
    pub(super) fn known(plan: &Portfolio, portfolio: &Portfolio, kept: Option<Kept>) -> Self {
        let changes = Changes::between(plan, portfolio);
        let none = changes == Changes::NONE;
        Self { plan: plan.clone(), changes, fewest_picks: none, fewest_starts: none, fewest_shares: none, kept }
    }
}

/// Who answered, and how.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SolverReport {
    /// The solver's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Wall time over all stages, in seconds, to the millisecond.
    pub seconds: Decimal,
    /// Nodes of the search over all stages.
    pub nodes: u64,
    /// When the first portfolio was known, in seconds.
    pub first_found: Option<Decimal>,
    /// The options that it was run with.
    pub options: Vec<(String, String)>,
    /// Why this solver, and what had to be done again: one or more sentences.
    pub why: String,
    /// Whether the bound is the word of a general solver, which works in floating point, and no proof that can be checked.
    pub is_word: bool,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OptimiseError {
    /// The solver failed.
    #[error(transparent)]
    Solver(#[from] SolverError),
    /// The solver that was asked for is not on the machine.
    #[error("{}", say!("optimise-solver-not-found", solver = .0.name(), program = .0.program()))]
    NotFound(GuestKind),
    /// The solver's answers were refused again and again.
    #[error("{}", say!("optimise-refused", solver = solver, times = times, why = last))]
    Refused {
        /// The solver's name.
        solver: &'static str,
        /// How often.
        times: usize,
        /// The last reason.
        last: Refusal,
    },
    /// The solver says that no portfolio is possible, but one is known.
    #[error("{}", say!("optimise-wrongly-infeasible", solver = .0))]
    WronglyInfeasible(&'static str),
}
