//! What an analysis keeps of an answer: enough to report it, and to write it to a file and read it back.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::model::{CandidateIx, Pick, Portfolio, Year};
use crate::optimise::{Known, Reply};

/// The picks of a portfolio: `(position of the candidate, start, shares)`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Picks(pub Vec<(usize, Year, Vec<u8>)>);

impl Picks {
    /// The picks of a portfolio.
    pub fn of(portfolio: &Portfolio) -> Self {
        let picks = portfolio.picks().iter();
        Self(picks.map(|pick| (pick.candidate.0, pick.start, pick.shares.clone())).collect())
    }

    /// The portfolio.
    pub fn portfolio(&self) -> Portfolio {
        let picks = self.0.iter();
        Portfolio::new(
            picks
                .map(|(candidate, start, shares)| Pick {
                    candidate: CandidateIx(*candidate),
                    start: *start,
                    shares: shares.clone(),
                })
                .collect(),
        )
    }

    /// The candidates.
    pub fn candidates(&self) -> impl Iterator<Item = CandidateIx> + '_ {
        self.0.iter().map(|&(candidate, _, _)| CandidateIx(candidate))
    }

    /// Whether a candidate is chosen.
    pub fn contains(&self, candidate: CandidateIx) -> bool {
        self.candidates().any(|it| it == candidate)
    }

    /// The candidates that are here and not there.
    pub fn beyond(&self, other: &Self) -> Vec<CandidateIx> {
        self.candidates().filter(|&candidate| !other.contains(candidate)).collect()
    }
}

/// What is known of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Whether it is proven.
    pub known: Known,
    /// The value that was asked for: index points, or money where the bill was.
    pub value: Option<Decimal>,
    /// No portfolio has a better value.
    pub bound: Option<Decimal>,
    /// Gain and points of the portfolio.
    pub objective: Option<Decimal>,
    /// The gain of the portfolio.
    pub gain: Option<Decimal>,
    /// Its public bill.
    pub cost: Option<Decimal>,
    /// Its picks.
    pub picks: Picks,
}

impl Outcome {
    /// Proven to be impossible.
    pub const IMPOSSIBLE: Self = Self {
        known: Known::Impossible,
        value: None,
        bound: None,
        objective: None,
        gain: None,
        cost: None,
        picks: Picks(Vec::new()),
    };

    /// What is known from a reply.
    pub fn of(reply: &Reply) -> Self {
        let evaluation = reply.evaluation();
        Self {
            known: reply.known,
            value: reply.value.map(|value| value.normalize()),
            bound: reply.bound.map(|bound| bound.normalize()),
            objective: evaluation.map(|evaluation| evaluation.objective.normalize()),
            gain: evaluation.map(|evaluation| evaluation.gain.normalize()),
            cost: evaluation.map(|evaluation| evaluation.cost.normalize()),
            picks: reply.portfolio().map(Picks::of).unwrap_or_default(),
        }
    }

    /// Whether it is proven, also that nothing is possible.
    pub fn is_proven(&self) -> bool {
        self.known != Known::Open
    }
}
