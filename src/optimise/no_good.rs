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
    /// All that differ from having every one of `all` and none of `none` in fewer than `by` of these candidates.
    Alike {
        /// Those that would be chosen.
        all: Vec<CandidateIx>,
        /// Those that would not be.
        none: Vec<CandidateIx>,
        /// In how many others have to differ.
        by: usize,
    },
    /// All that change a plan more than this.
    Changed {
        /// The plan.
        plan: Arc<Portfolio>,
        /// The most changes.
        most: Changes,
    },
    /// All that are worth less than this to somebody who values things otherwise.
    ObjectiveFloor {
        /// The same case with other domain weights, voices or points, and nothing else that differs.
        view: Arc<Case>,
        /// The least objective (gain and points) that this case sees, in index points.
        objective: Decimal,
    },
}

/// How much of a plan is changed: what comes first counts most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changes {
    /// Candidates that are in one of the two and not in the other.
    pub picks: usize,
    /// Candidates of both that start in another year.
    pub starts: usize,
    /// Candidates of both that start in the same year, with the bill shared otherwise.
    pub shares: usize,
}

impl Changes {
    /// However many.
    pub const ANY: Self = Self { picks: usize::MAX, starts: usize::MAX, shares: usize::MAX };
    /// None at all.
    pub const NONE: Self = Self { picks: 0, starts: 0, shares: 0 };

    /// What a portfolio changes of a plan.
    pub fn between(plan: &Portfolio, portfolio: &Portfolio) -> Self {
        let mut changes = Self::NONE;
        changes.picks = plan.picks().iter().filter(|pick| !portfolio.contains(pick.candidate)).count();
        for pick in portfolio.picks() {
            match plan.pick(pick.candidate) {
                None => changes.picks += 1,
                Some(before) if before.start != pick.start => changes.starts += 1,
                Some(before) => changes.shares += usize::from(before.shares != pick.shares),
            }
        }
        changes
    }

    /// Whether there are no more of any kind than these.
    fn within(self, most: Self) -> bool {
        self.picks <= most.picks && self.starts <= most.starts && self.shares <= most.shares
    }
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
    /// All that differ from these candidates in fewer than `by`.
    pub fn near(case: &Case, chosen: &[CandidateIx], by: usize) -> Self {
        let none = case.candidate_ixs().filter(|it| !chosen.contains(it)).collect();
        Self::Alike { all: chosen.to_vec(), none, by }
    }

    /// What it says as rows of counts; none if it is told by what portfolios are worth, or by who pays for them.
    pub(super) fn rows(&self) -> Vec<CountRow<'_>> {
        let row = |counts, most: usize, less: usize| CountRow { counts, most: signed(most) - signed(less) };
        match self {
            Self::Starts(picks) => vec![row(Counts::Started(picks), picks.len(), 1)],
            Self::Candidates(picks) => vec![row(Counts::Alike(picks, None), picks.len(), 1)],
            Self::Alike { all, none, by } => vec![row(Counts::Alike(all, Some(none)), all.len(), *by)],
            Self::Changed { plan, most } => {
                let picks = (most.picks < usize::MAX).then(|| row(Counts::Picks(plan), most.picks, plan.picks().len()));
                let starts = (most.starts < usize::MAX).then(|| row(Counts::Moved(plan), most.starts, 0));
                picks.into_iter().chain(starts).collect()
            }
            Self::ObjectiveFloor { .. } => Vec::new(),
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
            Self::Alike { all, none, by } => {
                let gone = all.iter().filter(|&&it| !portfolio.contains(it)).count();
                let come = none.iter().filter(|&&it| portfolio.contains(it)).count();
                gone + come < *by
            }
            Self::Changed { plan, most } => !Changes::between(plan, portfolio).within(*most),
            Self::ObjectiveFloor { view, objective } => {
                measure::evaluate(view, portfolio).objective < objective - ROUNDING
            }
        }
    }
}

fn signed(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX / 4)
}

/// A row that counts what is chosen: `Σ coefficient × x ≤ most`.
pub(super) struct CountRow<'a> {
    counts: Counts<'a>,
    /// The most that it may come to.
    pub most: i64,
}

/// What a row counts.
enum Counts<'a> {
    /// 1 for each of these that starts so, less 1 for everything else.
    Started(&'a [(CandidateIx, Year)]),
    /// 1 for each of the first ones, less 1 for each of the others: all others, where none are named.
    Alike(&'a [CandidateIx], Option<&'a [CandidateIx]>),
    /// 1 for each that is not in the plan, less 1 for each that is.
    Picks(&'a Portfolio),
    /// 1 for each of the plan that starts in another year.
    Moved(&'a Portfolio),
}

impl CountRow<'_> {
    /// What a candidate counts that starts so.
    pub fn coefficient(&self, candidate: CandidateIx, start: Year) -> i8 {
        let or_less = |is_in: bool| if is_in { 1 } else { -1 };
        match &self.counts {
            Counts::Started(picks) => or_less(picks.contains(&(candidate, start))),
            Counts::Alike(all, None) => or_less(all.contains(&candidate)),
            Counts::Alike(all, Some(none)) => i8::from(all.contains(&candidate)) - i8::from(none.contains(&candidate)),
            Counts::Picks(plan) => -or_less(plan.contains(candidate)),
            Counts::Moved(plan) => i8::from(plan.pick(candidate).is_some_and(|pick| pick.start != start)),
        }
    }
}
