//! What an analysis keeps of an answer: enough to report it, and to write it to a file and read it back.

use std::sync::Arc;

use crate::messages::word;
use crate::say;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::measure::{Evaluation, evaluate};
use crate::model::{CandidateIx, Case, Pick, Portfolio, Year};
use crate::optimise::{ProofStatus, Query, QueryResult, SAME};

/// What two ways to add up the same may differ by: quotients of 28 digits do not add up to the last one.
const ROUNDING: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

/// Whether two numbers are the same, however large they are.
pub(super) fn is_same(one: Decimal, other: Decimal) -> bool {
    one.checked_sub(other).is_some_and(|apart| apart.abs() <= ROUNDING)
}

/// What is said and what is so, in words, where they differ.
pub(super) fn agree(what: &str, said: Option<Decimal>, is: Option<Decimal>) -> Result<(), String> {
    let text = |number: Option<Decimal>| number.map_or_else(|| word("nothing"), |it| it.normalize().to_string());
    match (said, is) {
        (Some(said), Some(is)) if is_same(said, is) => Ok(()),
        (None, None) => Ok(()),
        _ => Err(say!("saved-what-said-word", figure = what, said = text(said), right = text(is))),
    }
}

/// That a value is no better than a bound which is said to hold for it.
pub(super) fn no_better(what: &str, value: Option<Decimal>, bound: Option<Decimal>) -> Result<(), String> {
    match value.zip(bound) {
        Some((value, bound)) if value.checked_sub(bound).is_none_or(|over| over > SAME) => {
            Err(say!("saved-what-has-value", figure = what, value = value, bound = bound))
        }
        _ => Ok(()),
    }
}

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

    /// The portfolio of these picks, where each is one of the case and none is there twice: a file may hold anything.
    pub(super) fn certified(&self, case: &Case) -> Result<Portfolio, String> {
        for (at, (candidate, _, shares)) in self.0.iter().enumerate() {
            if *candidate >= case.candidates.len() {
                return Err(say!(
                    "saved-portfolio-picks-candidate",
                    candidate = candidate,
                    candidates = case.candidates.len()
                ));
            }
            if shares.len() != case.ministries.len() {
                return Err(say!("saved-id-does-not", id = case.candidates[*candidate].id));
            }
            if at >= case.candidates.len() || self.0.iter().take(at).any(|(other, ..)| other == candidate) {
                return Err(say!("saved-id-picked-twice", id = case.candidates[*candidate].id));
            }
        }
        Ok(self.portfolio())
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
    pub known: ProofStatus,
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
        known: ProofStatus::Impossible,
        value: None,
        bound: None,
        objective: None,
        gain: None,
        cost: None,
        picks: Picks(Vec::new()),
    };

    /// What is known from a reply.
    pub fn of(reply: &QueryResult) -> Self {
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

    /// What a portfolio gives in a case.
    pub(super) fn given(case: &Case, portfolio: &Portfolio, known: ProofStatus) -> Self {
        let evaluation = evaluate(case, portfolio);
        let objective = Some(evaluation.objective.normalize());
        let (gain, cost) = (Some(evaluation.gain.normalize()), Some(evaluation.cost.normalize()));
        Self { known, value: objective, bound: None, objective, gain, cost, picks: Picks::of(portfolio) }
    }

    /// Certifies the portfolio that is claimed: its picks are picks of the case, it keeps every rule, and its objective, gain
    /// and bill are what they are said to be. What it gives; `None` if there is no portfolio, of which nothing else is said then.
    pub(super) fn certified(&self, case: &Case) -> Result<Option<(Portfolio, Evaluation)>, String> {
        if self.objective.is_none() || self.known == ProofStatus::Impossible {
            let Self { known, value, bound, objective, gain, cost, picks } = self;
            let silent = [value, objective, gain, cost].iter().all(|it| it.is_none()) && picks.0.is_empty();
            let consistent =
                silent && *known != ProofStatus::Proven && (bound.is_none() || *known == ProofStatus::Open);
            return if consistent { Ok(None) } else { Err(say!("saved-answer-without-portfolio")) };
        }
        let portfolio = self.picks.certified(case)?;
        let evaluation = evaluate(case, &portfolio);
        if let Some(broken) = evaluation.broken().next() {
            return Err(say!("saved-portfolio-breaks-rule", sentence = broken.sentence(case).trim_end_matches('.')));
        }
        agree(&say!("saved-objective-portfolio"), self.objective, Some(evaluation.objective))?;
        agree(&say!("saved-gain-portfolio"), self.gain, Some(evaluation.gain))?;
        agree(&say!("saved-bill-portfolio"), self.cost, Some(evaluation.cost))?;
        Ok(Some((portfolio, evaluation)))
    }

    /// Certifies an answer to a question: the portfolio as above, that the question allows it, its value, and that the bound
    /// is no worse than it.
    pub(super) fn certify(&self, question: &Query) -> Result<(), String> {
        let Some((portfolio, evaluation)) = self.certified(&question.case)? else { return Ok(()) };
        if !question.allows(&portfolio, &evaluation) {
            return Err(say!("saved-portfolio-none-was"));
        }
        let value = question.aim.of(&question.case, &portfolio, &evaluation);
        agree(&say!("saved-value-portfolio"), self.value, Some(value))?;
        let beyond = |bound: Decimal| question.aim.better_by(value, bound) > SAME;
        match self.bound {
            Some(bound) if beyond(bound) => Err(say!("saved-bound-said-bound", bound = bound, value = value)),
            _ => Ok(()),
        }
    }

    /// The answer that it is to the question which portfolio of a case is best, certified as that of another machine is; `None` where it
    /// is none.
    pub fn reply(&self, case: &Arc<Case>) -> Option<QueryResult> {
        let question = Query::best(Arc::clone(case));
        self.certify(&question).ok()?;
        let found = self.certified(case).ok()?;
        let Self { known, value, bound, .. } = self;
        Some(QueryResult { known: *known, found, value: *value, bound: *bound, nodes: 0 })
    }

    /// Whether it is proven, also that nothing is possible.
    pub fn is_proven(&self) -> bool {
        self.known != ProofStatus::Open
    }
}
