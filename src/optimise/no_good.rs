//! What a search is told besides the case: portfolios that must not be the answer, and what is proven already.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::measure;
use crate::model::{CandidateIx, Case, Portfolio, Timing, Year};

/// What a bound is kept within: quotients of 28 digits do not add up to the last one.
pub(super) const ROUNDING: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

/// Portfolios that must not be the answer.
#[derive(Debug, Clone, PartialEq)]
pub enum NoGood {
    /// Exactly these candidates with exactly these starts, however the bills are shared.
    Starts(Vec<(CandidateIx, Year)>),
    /// Exactly these candidates, whenever they start.
    Candidates(Vec<CandidateIx>),
    /// All that are worth less than this to somebody who values things otherwise.
    ObjectiveFloor {
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
pub struct ConditionalBound {
    /// The candidate.
    pub candidate: CandidateIx,
    /// Whether it is chosen in the portfolios that nothing is said of.
    pub chosen: bool,
    /// The most that the others are worth, in index points.
    pub at_most: Decimal,
}

impl NoGood {
    /// What is chosen in those that are left out: who, and where it matters when; `None` if it is told by what they are worth.
    pub(super) fn picks(&self) -> Option<Vec<(CandidateIx, Option<Year>)>> {
        match self {
            Self::Starts(picks) => Some(picks.iter().map(|&(it, start)| (it, Some(start))).collect()),
            Self::Candidates(picks) => Some(picks.iter().map(|&it| (it, None)).collect()),
            Self::ObjectiveFloor { .. } => None,
        }
    }

    /// Whether it is told by the mean over the years.
    pub(super) fn counts_every_year(&self) -> bool {
        matches!(self, Self::ObjectiveFloor { view, .. } if view.timing == Timing::Average)
    }

    /// Whether this portfolio is left out. What is worth too little is so by more than a billionth of an index point.
    pub fn cuts(&self, portfolio: &Portfolio) -> bool {
        let picks = portfolio.picks();
        match self {
            Self::Starts(starts) => {
                picks.len() == starts.len()
                    && starts.iter().all(|&(it, start)| portfolio.pick(it).is_some_and(|pick| pick.start == start))
            }
            Self::Candidates(chosen) => {
                picks.len() == chosen.len() && chosen.iter().all(|&candidate| portfolio.contains(candidate))
            }
            Self::ObjectiveFloor { view, objective } => {
                measure::evaluate(view, portfolio).objective < objective - ROUNDING
            }
        }
    }
}
