//! Why a candidate is in or out: the sentences say it, the rows are what it moves.

use super::parts::{About, Meaning};
use crate::analyse::explain::Reasons;
use crate::model::CandidateIx;
use crate::say;

/// Every row is about the candidate; the portfolio is the best one with it forced the other way.
pub(super) fn meaning(candidate: CandidateIx, reasons: Option<&Reasons>) -> Meaning {
    let otherwise = reasons.filter(|reasons| reasons.otherwise.objective.is_some()).map(|reasons| {
        let title = if reasons.chosen { say!("explain-best-without-it") } else { say!("explain-best-with-it") };
        (title, reasons.otherwise.picks.clone())
    });
    Meaning { portfolio: otherwise, candidates: vec![candidate], about: About::Candidate }
}
