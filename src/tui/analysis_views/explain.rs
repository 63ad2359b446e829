//! Why a candidate is in or out: the sentences say it, the rows are what it moves.

use super::parts::{About, Meaning};
use crate::analyse::explain::Reasons;
use crate::model::CandidateIx;
use crate::say;

/// Every row is about the candidate; the portfolio is the best one with it forced the other way.
pub(super) fn meaning(candidate: CandidateIx, reasons: Option<&Reasons>) -> Meaning {
    let otherwise = reasons.filter(|reasons| reasons.otherwise.objective.is_some()).map(|reasons| {
        let way = if reasons.chosen { "without it" } else { "with it" };
        (say!("explain-best-portfolio-way", way = way), reasons.otherwise.picks.clone())
    });
    Meaning { portfolio: otherwise, candidates: vec![candidate], about: About::Candidate }
}
