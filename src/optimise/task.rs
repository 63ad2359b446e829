//! What a solver is asked, and what it says that it found.

use crate::say;
use std::time::Duration;

use rust_decimal::Decimal;

use super::no_good::{ConditionalBound, NoGood};
use super::options::{Options, Stop};
use crate::model::{Case, Portfolio};

/// Values closer than this, in index points or money, count as the same.
pub const SAME: Decimal = Decimal::from_parts(1, 0, 0, false, 6);

/// Objectives within this many index points of each other count as the same: `optimal` means that the bound meets the
/// objective within this.
pub const BEST_WITHIN: Decimal = SAME;

/// What a solver is asked.
#[derive(Debug, Clone)]
pub struct Task<'a> {
    /// The case.
    pub case: &'a Case,
    /// Gap and threads. The time limit of the task is `time_left`.
    pub options: &'a Options,
    /// The wall time that is left for this search; none is no limit.
    pub time_left: Option<Duration>,
    /// A portfolio that keeps every rule of the case (not necessarily the no-goods), to start from.
    pub warm: Option<&'a Portfolio>,
    /// What is sought.
    pub goal: Goal,
    /// Portfolios that must not be the answer.
    pub no_goods: &'a [NoGood],
    /// What is proven already of the case without regard to the no-goods. Whoever cannot use it leaves it aside.
    pub known: &'a [ConditionalBound],
    /// How exact the arithmetic has to be.
    pub precision: Precision,
}

impl<'a> Task<'a> {
    /// The best portfolio of a case, with nothing left out and nothing known.
    pub fn best(case: &'a Case, options: &'a Options) -> Self {
        let (goal, precision) = (Goal::Best, Precision::Normal);
        Self { case, options, time_left: None, warm: None, goal, no_goods: &[], known: &[], precision }
    }
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
    #[error("{}", say!("solver-does-not-fit", solver = solver, why = why))]
    DoesNotFit {
        /// The solver's name.
        solver: &'static str,
        /// The reason, in words.
        why: String,
    },
    /// The case is larger than what the solver may use.
    #[error("{}", say!("solver-too-large", solver = solver, why = what))]
    TooLarge {
        /// The solver's name.
        solver: &'static str,
        /// What is too large, in words.
        what: String,
    },
    /// The solver reported an error of its own.
    #[error("{}", say!("solver-failed", solver = solver, error = what))]
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
