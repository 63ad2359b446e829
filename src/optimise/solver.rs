//! The trait behind which every solver stands, and what passes through it.
//!
//! A solver is asked a [`Task`] and gives back what it [`Found`]. Nothing that it says is believed: the certificate
//! recomputes it in decimals before anybody sees it.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use rust_decimal::Decimal;

use super::memory::Memory;
use super::types::{Options, Progress, Stop};
use crate::model::{CandidateIx, Case, Portfolio, Year};

/// A whole-problem solver.
pub trait Solver {
    /// Its name, as reports show it, such as `HiGHS`.
    fn name(&self) -> &'static str;

    /// Its version, such as `1.16.0`.
    fn version(&self) -> String;

    /// Whether it takes on this case; the error says why not, in words.
    fn fits(&self, case: &Case) -> Result<(), String> {
        let _ = case;
        Ok(())
    }

    /// What it has to say about how it came to its answers, once it has any: a sentence for the report.
    fn remark(&self) -> Option<String> {
        None
    }

    /// Whether its bounds are only its word: nothing that it leaves behind lets anybody check them.
    fn is_word(&self) -> bool {
        false
    }

    /// Is told that its answers were refused time and again. Whether somebody else answers from now on.
    fn distrust(&self, why: &str) -> bool {
        let _ = why;
        false
    }

    /// Why its bounds, and its word that nothing is possible, prove nothing of this case: full sentences, with what would
    /// help. None where they do.
    fn doubts(&self, task: &Task) -> Option<String> {
        let _ = task;
        None
    }

    /// Searches from what an earlier search left in `memory`, and leaves what this one knows. A solver without a memory
    /// of its own searches afresh. `on` is told the progress of this search alone and may break it off, which is obeyed at
    /// once.
    fn solve_from(
        &self,
        task: &Task,
        memory: &mut Memory,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Found, SolverError>;

    /// The same with nothing to start from and nothing to leave.
    fn solve(&self, task: &Task, on: &mut dyn FnMut(&Progress) -> ControlFlow<()>) -> Result<Found, SolverError> {
        self.solve_from(task, &mut Memory::default(), on)
    }
}

/// What a solver is asked.
#[derive(Debug, Clone)]
pub struct Task<'a> {
    /// The case.
    pub case: &'a Case,
    /// Gap and threads. The time limit of the task is `time_left`.
    pub options: &'a Options,
    /// The wall time that is left for this search; none is no limit.
    pub time_left: Option<Duration>,
    /// A portfolio that keeps every rule of the case (not necessarily the cut-offs), to start from.
    pub warm: Option<&'a Portfolio>,
    /// What is sought.
    pub goal: Goal,
    /// Portfolios that must not be the answer.
    pub cut_offs: &'a [CutOff],
    /// What is proven already of the case without regard to the cut-offs. Whoever cannot use it leaves it aside.
    pub known: &'a [Otherwise],
    /// How exact the arithmetic has to be.
    pub precision: Precision,
}

/// What is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The highest objective (gain and points, in index points).
    Best,
    /// The lowest total public bill among the portfolios with at least this objective.
    Cheapest {
        /// The least objective, in index points.
        at_least: Decimal,
    },
}

/// Portfolios that must not be the answer.
#[derive(Debug, Clone, PartialEq)]
pub enum CutOff {
    /// Exactly these candidates with exactly these starts, however the bills are shared.
    Starts(Vec<(CandidateIx, Year)>),
    /// Exactly these candidates, whenever they start.
    Candidates(Vec<CandidateIx>),
    /// All that are worth less than this to somebody who values things otherwise.
    Below {
        /// The same case with other domain weights, voices or points, and nothing else that differs.
        view: Arc<Case>,
        /// The least objective (gain and points) that this case sees, in index points.
        objective: Decimal,
    },
}

/// What is proven of a case: no portfolio in which the candidate is the other way round is worth more.
///
/// Once something as good is found, the candidate is settled: the other way round nothing better is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Otherwise {
    /// The candidate.
    pub candidate: CandidateIx,
    /// Whether it is chosen in the portfolios that nothing is said of.
    pub chosen: bool,
    /// The most that the others are worth, in index points.
    pub at_most: Decimal,
}

/// How exact the arithmetic has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Precision {
    /// Tight tolerances.
    #[default]
    Normal,
    /// The tightest that the solver has, on the program as it was stated, not made smaller first: asked for after an
    /// answer was refused, and where a solver says that nothing is possible.
    Tightest,
}

/// What a solver says it found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// How the search ended.
    pub end: End,
    /// The best portfolio that it found.
    pub portfolio: Option<Portfolio>,
    /// What it says that the portfolio is worth: index points for [`Goal::Best`], money for [`Goal::Cheapest`].
    pub value: Option<Decimal>,
    /// What it says that no portfolio can beat: an upper bound in index points, or a lower bound in money. Already made
    /// safe against the solver's own rounding.
    pub bound: Option<Decimal>,
    /// Nodes of the search.
    pub nodes: u64,
    /// When the first portfolio was found, where the solver knows.
    pub first_found: Option<Duration>,
    /// The options that it was run with, for the report.
    pub options: Vec<(String, String)>,
    /// What one more unit of money is worth to each ministry in each year, in index points: `[ministry][year]`.
    pub prices: Option<Vec<Vec<Decimal>>>,
}

/// How a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The portfolio is proven to be the best, within the gap of 1e-6.
    Proven,
    /// There is no portfolio at all.
    Infeasible,
    /// It was stopped; the portfolio, if there is one, is the best so far.
    Stopped(Stop),
}

/// Why a solver could not search.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SolverError {
    /// The case is not for this solver.
    #[error("{solver} cannot take on this case: {why}.")]
    DoesNotFit {
        /// The solver's name.
        solver: &'static str,
        /// The reason, in words.
        why: String,
    },
    /// The case is larger than what the solver may use.
    #[error(
        "{solver} cannot take on this case: {what}. A solver outside this program may: see --solver, and the command \
         solvers for those that were found."
    )]
    TooLarge {
        /// The solver's name.
        solver: &'static str,
        /// What is too large, in words.
        what: String,
    },
    /// The solver reported an error of its own.
    #[error("{solver} failed: {what}.")]
    Failed {
        /// The solver's name.
        solver: &'static str,
        /// What it reported.
        what: String,
    },
}

impl Found {
    /// A search that ended without a portfolio.
    pub fn nothing(end: End) -> Self {
        Self {
            end,
            portfolio: None,
            value: None,
            bound: None,
            nodes: 0,
            first_found: None,
            options: Vec::new(),
            prices: None,
        }
    }
}
