//! The answer: which candidates, each with a start year and a split of the bill.

use super::index::{CandidateIx, Year};
use crate::model::order::InOrder as _;

/// A chosen candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// The candidate.
    pub candidate: CandidateIx,
    /// The year in which it starts.
    pub start: Year,
    /// The whole percent of the public bill that each ministry pays; adds up to 100.
    pub shares: Vec<u8>,
}

/// A set of chosen candidates, in the order of the case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Portfolio {
    picks: Vec<Pick>,
}

impl Portfolio {
    /// A portfolio of these picks, put in the order of the case. Of two picks of one candidate both stay: a rule that the
    /// evaluator reports.
    pub fn new(mut picks: Vec<Pick>) -> Self {
        picks.order_by_key(|pick| (pick.candidate, pick.start));
        Self { picks }
    }

    /// Its picks, in the order of the case.
    pub fn picks(&self) -> &[Pick] {
        &self.picks
    }

    /// The pick of a candidate, if it is chosen.
    pub fn pick(&self, candidate: CandidateIx) -> Option<&Pick> {
        self.picks.binary_search_by_key(&candidate, |pick| pick.candidate).ok().map(|at| &self.picks[at])
    }

    /// Whether a candidate is chosen.
    pub fn contains(&self, candidate: CandidateIx) -> bool {
        self.pick(candidate).is_some()
    }

    /// Puts a pick in, in place of an earlier one of the same candidate.
    pub fn insert(&mut self, pick: Pick) {
        self.remove(pick.candidate);
        self.picks.push(pick);
        self.picks.order_by_key(|pick| pick.candidate);
    }

    /// Takes a candidate out; gives its pick back.
    pub fn remove(&mut self, candidate: CandidateIx) -> Option<Pick> {
        let at = self.picks.iter().position(|pick| pick.candidate == candidate)?;
        Some(self.picks.remove(at))
    }
}
