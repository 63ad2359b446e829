//! Each candidate forced the other way: what the best is worth then.
//!
//! Every answer helps all later ones. No portfolio in which a candidate is the other way round is worth more than what was
//! found when it was forced, so that a search that has something as good need not look there any more: the candidate is
//! settled. What loses most when it is forced settles most, so the candidates that seem to lose most come first, and for the
//! last ones hardly anything is left open. And a portfolio that was found for one candidate has others the other way round as
//! well: it is where their searches begin. Questions are asked in rounds of a fixed size, and a round knows what the rounds
//! before it found: so the answers do not depend on how many are worked on at the same time.

use super::prelude::*;
use crate::model::order::InOrder as _;
use std::sync::{Mutex, PoisonError};

use super::break_even::{BreakEven, BreakEvens, break_even_cost};
use super::case_transforms::with_status;
use super::related::StartFrom;
use super::saved::no_better;
use crate::measure::Measures;
use crate::model::{Pick, Status};
use crate::optimise::ConditionalBound;

/// Candidates that learn from each other.
const IN_PIECE: usize = 120;
/// Questions of a round.
const IN_ROUND: usize = 6;

/// A candidate forced the other way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ForcedFlip {
    /// The position of the candidate.
    pub candidate: usize,
    /// Whether it is in the best portfolio.
    pub chosen: bool,
    /// The best with it forced out, if it is chosen, and else forced in.
    pub otherwise: Outcome,
    /// Up to which factor on its costs it is in a best portfolio.
    #[serde(rename = "turning")]
    pub break_even: Option<BreakEven>,
}

/// How many pieces force candidates the other way.
pub fn candidate_pieces(case: &Case) -> usize {
    case.candidates.len().div_ceil(IN_PIECE)
}

/// The candidates of a piece forced the other way, in the order of the case. Those that were not reached when the analysis
/// was broken off are left out. `told` hears of all that are known after each one.
pub(super) fn forced(
    (case, break_evens): (&Case, BreakEvens),
    runner: &QueryRunner<'_>,
    base: &Outcome,
    piece: usize,
    told: &Told<'_, Vec<ForcedFlip>>,
) -> Result<Vec<ForcedFlip>, Failure> {
    let first = piece * IN_PIECE;
    let last = (first + IN_PIECE).min(case.candidates.len());
    let chain = Chain { case, break_evens, runner, base, best: base.picks.portfolio() };
    let order = chain.order(first..last);
    let mut learnt = Learnt::default();
    let mut all: Vec<ForcedFlip> = Vec::new();
    let so_far: Mutex<Vec<ForcedFlip>> = Mutex::default();
    for round in order.chunks(IN_ROUND) {
        let places: Vec<usize> = (0..round.len()).collect();
        let answers = runner.blocks(&places, |at| {
            let forced = chain.one(&learnt, round[at])?;
            // Told while it is held, so that what has less in it never comes later.
            let mut so_far = so_far.lock().unwrap_or_else(PoisonError::into_inner);
            so_far.push(forced.clone());
            told(so_far.clone());
            Ok(forced)
        })?;
        for forced in answers.into_iter().filter_map(|(_, forced)| forced) {
            chain.learn(&mut learnt, &forced);
            all.push(forced);
        }
    }
    all.order_by_key(|forced| forced.candidate);
    Ok(all)
}

/// Certifies what a file claims of the candidates of a piece.
pub(super) fn certify_forced(case: &Case, base: &Outcome, piece: usize, all: &[ForcedFlip]) -> Result<(), String> {
    let first = piece.saturating_mul(IN_PIECE);
    let mut next = first;
    for ForcedFlip { candidate, chosen, otherwise, break_even } in all {
        let last = first.saturating_add(IN_PIECE).min(case.candidates.len());
        if *candidate < next || *candidate >= last {
            return Err(say!("forced-flip-candidate-candidate-does", candidate = candidate, piece = piece));
        }
        next = candidate + 1;
        certify_otherwise(case, base, (CandidateIx(*candidate), *chosen), otherwise)?;
        break_even.map_or(Ok(()), BreakEven::certify)?;
    }
    Ok(())
}

/// Certifies the best with a candidate forced the other way.
pub(super) fn certify_otherwise(
    case: &Case,
    base: &Outcome,
    (candidate, chosen): (CandidateIx, bool),
    otherwise: &Outcome,
) -> Result<(), String> {
    if chosen != base.picks.contains(candidate) {
        return Err(say!("forced-flip-id-said-best", id = case[candidate].id));
    }
    let status = if chosen { Status::LockedOut } else { Status::LockedIn };
    otherwise.certify(&Query::objective(Arc::new(with_status(case, candidate, status))))?;
    // Without its lock another portfolio than those of the case may be the best.
    let free = case[candidate].status == Status::Free;
    no_better(&say!("forced-flip-candidate-forced-other"), otherwise.objective.filter(|_| free), base.bound)
}

struct Chain<'a, 'd> {
    case: &'a Case,
    break_evens: BreakEvens,
    runner: &'a QueryRunner<'d>,
    base: &'a Outcome,
    best: Portfolio,
}

/// What earlier rounds found.
#[derive(Default)]
struct Learnt {
    known: Vec<ConditionalBound>,
    /// Portfolios that keep all rules of the case, with their objectives.
    found: Vec<(Decimal, Portfolio)>,
}

impl Learnt {
    /// The best portfolio that has a candidate the other way round.
    fn with_other(&self, candidate: CandidateIx, chosen: bool) -> Option<&Portfolio> {
        let all = self.found.iter().filter(|(_, portfolio)| portfolio.contains(candidate) != chosen);
        all.max_by_key(|(objective, _)| *objective).map(|(_, portfolio)| portfolio)
    }
}

impl Chain<'_, '_> {
    /// The candidates with what they seem to lose when they are forced: the most first, and of equals the first.
    ///
    /// What leaves the best portfolio loses what it does there, and gives its bill back; what comes in costs its bill and
    /// brings what it would do. A bill is worth what the best portfolio has for as much.
    fn order(&self, candidates: std::ops::Range<usize>) -> Vec<CandidateIx> {
        let case = self.case;
        let measures = Measures::new(case);
        let now = measures.evaluate(case, &self.best);
        let rate = now.objective.checked_div(now.cost).unwrap_or_default();
        let lost = |candidate: CandidateIx| {
            let mut changed = self.best.clone();
            if self.best.contains(candidate) {
                changed.remove(candidate);
            } else {
                let start = case[candidate].starts(case.first_year, case.last_year).min();
                let Some(start) = start else { return Decimal::ZERO };
                changed.insert(Pick {
                    candidate,
                    start,
                    shares: case[candidate].shares.iter().map(|it| it.min).collect(),
                });
            }
            let then = measures.evaluate(case, &changed);
            (now.objective - then.objective) - rate * (now.cost - then.cost)
        };
        let mut order: Vec<(Decimal, CandidateIx)> =
            candidates.map(CandidateIx).map(|candidate| (lost(candidate), candidate)).collect();
        order.order_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        order.into_iter().map(|(_, candidate)| candidate).collect()
    }

    /// Forces one candidate.
    fn one(&self, learnt: &Learnt, candidate: CandidateIx) -> Result<ForcedFlip, Failure> {
        let chosen = self.base.picks.contains(candidate);
        let mut pool = pool_of(self.case, self.base);
        let otherwise = self.otherwise(&mut pool, learnt, (candidate, chosen))?;
        let break_even = match self.break_evens {
            BreakEvens::With if self.case[candidate].status == Status::Free => {
                break_even_cost(self.runner, &mut pool, self.case, candidate, self.base, &otherwise)?
            }
            _ => None,
        };
        self.runner.finish(1);
        Ok(ForcedFlip { candidate: candidate.0, chosen, otherwise, break_even })
    }

    /// The best with a candidate forced the other way.
    fn otherwise(
        &self,
        pool: &mut SolutionPool,
        learnt: &Learnt,
        (candidate, chosen): (CandidateIx, bool),
    ) -> Result<Outcome, Failure> {
        let case = self.case;
        let facts = &case[candidate];
        if facts.starts(case.first_year, case.last_year).is_empty() {
            self.runner.imply();
            return Ok(Outcome::IMPOSSIBLE);
        }
        let status = if chosen { Status::LockedOut } else { Status::LockedIn };
        let mut question = Query::objective(Arc::new(with_status(case, candidate, status)));
        if self.is_told_of(candidate) {
            // Without its lock other portfolios are possible than those that something is known of.
            question = question.knowing(learnt.known.clone());
            if let Some(portfolio) = learnt.with_other(candidate, chosen) {
                pool.add(portfolio);
            }
        }
        let doing = match status {
            Status::LockedOut => say!("forced-flip-out", candidate = facts.id),
            _ => say!("forced-flip-in", candidate = facts.id),
        };
        Ok(Outcome::of(&self.runner.ask_from(pool, &question, (None, StartFrom::Portfolio), &doing)?))
    }

    /// Whether what is found for a candidate is about portfolios of the case.
    fn is_told_of(&self, candidate: CandidateIx) -> bool {
        self.case[candidate].status == Status::Free
    }

    fn learn(&self, learnt: &mut Learnt, forced: &ForcedFlip) {
        let candidate = CandidateIx(forced.candidate);
        if !self.is_told_of(candidate) {
            return;
        }
        let at_most = match forced.otherwise.known {
            ProofStatus::Proven => forced.otherwise.bound,
            ProofStatus::Impossible => Some(Decimal::MIN),
            ProofStatus::Open => None,
        };
        learnt.known.extend(at_most.map(|at_most| ConditionalBound { candidate, chosen: forced.chosen, at_most }));
        if let Some(objective) = forced.otherwise.objective {
            learnt.found.push((objective, forced.otherwise.picks.portfolio()));
        }
    }
}
