//! Why a candidate is in the best portfolio or not, and what would have to change.
//!
//! *Obstacle*: the candidate is put into the best portfolio as it is, with every start and a grid of splits; of all ways the
//! one that breaks fewest rules (then by least) is told. Where one breaks nothing, it would only not pay.
//! *Break-evens* are those of `importance`: the factor on its costs, on its gains, and on all budgets from which it is in
//! a best portfolio (for budgets: from which it can be had at no loss against the best of now).

use super::analysis::{Run, Show, work_in_pieces};
use super::base::ceiling;
use super::break_even::{BreakEven, break_even_budget, break_even_cost, break_even_gain};
use super::case_transforms::with_status;
use super::forced_flip::certify_otherwise;
use super::prelude::*;
use super::repairs::Repairs;
use super::why_impossible::why_impossible;
use crate::measure::Measures;
use crate::model::{Pick, Status};
use crate::optimise::{Answer, QueryResult};

/// What is to be explained.
#[derive(Debug, Clone)]
pub enum Params {
    /// Why a candidate is in or out.
    Candidate(CandidateIx),
    /// Why no portfolio is possible, with this many ways out at most, from what is known of that already.
    Impossible(usize, Option<Box<Answer>>),
}

/// What explains it.
#[derive(Debug, Clone)]
pub enum Explained {
    /// Why the candidate is in or out; `None` if no portfolio is possible.
    Candidate(CandidateIx, Option<Box<Reasons>>),
    /// Which rules cannot hold together, and the ways out, where they were looked for.
    Impossible(Box<Answer>, Option<Repairs>),
}

impl Explained {
    /// The ways out of a case without a portfolio, where they were looked for.
    pub fn repairs(&self) -> Option<&Repairs> {
        match self {
            Self::Impossible(_, repairs) => repairs.as_ref(),
            Self::Candidate(..) => None,
        }
    }
}

impl From<(CandidateIx, Option<Reasons>)> for Explained {
    fn from((candidate, reasons): (CandidateIx, Option<Reasons>)) -> Self {
        Self::Candidate(candidate, reasons.map(Box::new))
    }
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "explain",
        command: CommandLine { name: "explain", by: None },
        params: &[
            Param { name: "candidate", value: "CANDIDATE", kind: ParamKind::Candidate, preset: Preset::Text("") },
            Param { name: "repairs", value: "N", kind: ParamKind::Count(0, 1_000), preset: Preset::Text("10") },
        ],
    };
    type Sweep<'a> = Explain<'a>;
    type Found = Explained;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        let impossible = || {
            let known = asked.answer.filter(|answer| answer.conflict.is_some());
            Ok(Self::Impossible(asked.count("repairs")?, known.cloned().map(Box::new)))
        };
        asked.candidate("candidate")?.map_or_else(impossible, |candidate| Ok(Self::Candidate(candidate)))
    }

    fn has_parts(&self) -> bool {
        matches!(self, Self::Candidate(_))
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Explain<'a>, Failure> {
        match self {
            Self::Candidate(candidate) => Ok(Explain { case, candidate: *candidate }),
            Self::Impossible(..) => Err(Failure::Asked(say!("explain-explanation-case-has"))),
        }
    }

    fn work(&self, run: &Run<'_, '_>, show: Option<&Show<'_, Explained>>) -> Result<Explained, Failure> {
        match self {
            Self::Candidate(_) => work_in_pieces(self, run, show),
            Self::Impossible(most, known) => {
                let (answer, repairs) = why_impossible(run, (*most, known.as_deref()), &|answer, repairs| {
                    if let Some(show) = show {
                        show(Explained::Impossible(Box::new(answer.clone()), repairs));
                    }
                })?;
                Ok(Explained::Impossible(Box::new(answer), repairs))
            }
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Explain<'a> {
    /// The case.
    pub case: &'a Case,
    /// The candidate.
    pub candidate: CandidateIx,
}

/// What stands behind a candidate's place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reasons {
    /// The best portfolio.
    pub best: Outcome,
    /// Whether the candidate is in it.
    pub chosen: bool,
    /// The best with it forced the other way.
    pub otherwise: Outcome,
    /// What stops it from being added to the best portfolio as that is; none for one that is in it, or cannot start.
    pub obstacle: Option<Obstacle>,
    /// The factor on its costs up to which it is in a best portfolio.
    pub cost: Option<BreakEven>,
    /// The factor on its gains from which it is in a best portfolio; only where it is not in.
    pub gain: Option<BreakEven>,
    /// The factor on all budgets from which it can be had at no loss; only where it is not in.
    pub budget: Option<BreakEven>,
}

/// What stops a candidate from being added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Obstacle {
    /// The start that was tried.
    pub start: i32,
    /// The shares that were tried.
    pub shares: Vec<u8>,
    /// The rules that it would break, each as a sentence; none if it only would not pay.
    pub broken: Vec<String>,
    /// What the objective would gain.
    pub gain: rust_decimal::Decimal,
}

impl Explain<'_> {
    /// What stops the candidate from being added to a portfolio as that is; `None` if it cannot start. Needs no search.
    pub fn obstacle(&self, best: &Portfolio) -> Option<Obstacle> {
        let facts = &self.case[self.candidate];
        let measures = Measures::new(self.case);
        let now = measures.evaluate(self.case, best).objective;
        let mut least: Option<((usize, rust_decimal::Decimal), Obstacle)> = None;
        for start in facts.starts(self.case.first_year, self.case.last_year) {
            for shares in splits(self.case, self.candidate) {
                let mut more = best.clone();
                more.insert(Pick { candidate: self.candidate, start, shares: shares.clone() });
                let evaluation = measures.evaluate(self.case, &more);
                let broken: Vec<_> = evaluation.broken().collect();
                let by = broken.iter().map(|verdict| verdict.slack.abs()).sum();
                let rank = (broken.len(), by);
                if least.as_ref().is_none_or(|(lowest, _)| rank < *lowest) {
                    let broken = broken.iter().map(|verdict| verdict.sentence(self.case)).collect();
                    let gain = (evaluation.objective - now).normalize();
                    least = Some((rank, Obstacle { start, shares, broken, gain }));
                }
            }
        }
        least.map(|(_, obstacle)| obstacle)
    }
}

/// Splits of a candidate's bill to try: in steps of 10 % for two payers with room, else the ends of the ranges.
fn splits(case: &Case, candidate: CandidateIx) -> Vec<Vec<u8>> {
    let ranges = &case[candidate].shares;
    let mut splits: Vec<Vec<u8>> = Vec::new();
    let mut add = |shares: Vec<u8>| {
        let sum: u32 = shares.iter().map(|&share| u32::from(share)).sum();
        let fits = shares.iter().zip(ranges).all(|(&share, range)| range.contains(share));
        if sum == 100 && fits && !splits.contains(&shares) {
            splits.push(shares);
        }
    };
    for first in 0..ranges.len() {
        for second in 0..ranges.len() {
            let mut base: Vec<u8> = ranges.iter().map(|range| range.min).collect();
            let others: u32 = base
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != first && *at != second)
                .map(|(_, &it)| u32::from(it))
                .sum();
            let left = 100_u32.saturating_sub(others);
            let tries =
                (0..=10).map(|tenth| tenth * 10).chain([u32::from(ranges[first].min), u32::from(ranges[first].max)]);
            for share in tries.filter(|&share| share <= left) {
                base[first] = u8::try_from(share).unwrap_or(0);
                if second != first {
                    base[second] = u8::try_from(left - share).unwrap_or(0);
                }
                add(base.clone());
            }
        }
    }
    splits
}

impl Sweep for Explain<'_> {
    type Base = Outcome;
    type Piece = Reasons;
    /// The candidate, without reasons where no portfolio is possible.
    type Result = (CandidateIx, Option<Reasons>);

    fn base(&self, runner: &QueryRunner<'_>) -> Result<Outcome, Failure> {
        runner.expect(1);
        Ok(Outcome::of(&runner.first(self.case, &say!("alternatives-best-portfolio"))?))
    }

    fn pieces(&self, base: &Outcome) -> usize {
        usize::from(base.known != ProofStatus::Impossible)
    }

    fn piece(
        &self,
        runner: &QueryRunner<'_>,
        base: &Outcome,
        _piece: usize,
        told: &Told<'_, Reasons>,
    ) -> Result<Reasons, Failure> {
        let facts = &self.case[self.candidate];
        let mut pool = pool_of(self.case, base);
        let chosen = base.picks.contains(self.candidate);
        let mut reasons = Reasons {
            best: base.clone(),
            chosen,
            otherwise: Outcome::IMPOSSIBLE,
            obstacle: None,
            cost: None,
            gain: None,
            budget: None,
        };
        if facts.starts(self.case.first_year, self.case.last_year).is_empty() {
            return Ok(reasons);
        }
        if !chosen {
            reasons.obstacle = self.obstacle(&base.picks.portfolio());
        }
        told(Reasons { otherwise: Outcome::of(&QueryResult::NOTHING), ..reasons.clone() });
        let status = if chosen { Status::LockedOut } else { Status::LockedIn };
        let question = Query::best(Arc::new(with_status(self.case, self.candidate, status)));
        let ceiling = ceiling(base).filter(|_| facts.status == Status::Free);
        let doing = if chosen { say!("explain-forced-out") } else { say!("explain-forced") };
        reasons.otherwise = Outcome::of(&runner.ask(&mut pool, &question, ceiling, &doing)?);
        told(reasons.clone());
        if facts.status == Status::Free {
            reasons.cost = break_even_cost(runner, &mut pool, self.case, self.candidate, base, &reasons.otherwise)?;
            if let (false, Some(must)) = (chosen, base.objective.filter(|_| base.is_proven())) {
                reasons.gain = Some(break_even_gain(runner, &mut pool, self.case, self.candidate, must)?);
                reasons.budget = Some(break_even_budget(runner, &mut pool, self.case, self.candidate, must)?);
            }
        }
        runner.finish(1);
        Ok(reasons)
    }

    fn certify(&self, base: &Outcome, pieces: &[(usize, Reasons)]) -> Result<(), String> {
        base.certify(&Query::best(Arc::new(self.case.clone())))?;
        for (_, Reasons { best, chosen, otherwise, obstacle, cost, gain, budget }) in pieces {
            if best != base {
                return Err(say!("explain-best-portfolio-said"));
            }
            certify_otherwise(self.case, base, (self.candidate, *chosen), otherwise)?;
            let can_start = !self.case[self.candidate].starts(self.case.first_year, self.case.last_year).is_empty();
            let is = if *chosen || !can_start { None } else { self.obstacle(&base.picks.portfolio()) };
            if *obstacle != is {
                return Err(say!("explain-what-stops-candidate"));
            }
            [cost, gain, budget].into_iter().flatten().try_for_each(|break_even| break_even.certify())?;
        }
        Ok(())
    }

    fn assemble(
        &self,
        _runner: &QueryRunner<'_>,
        base: Outcome,
        pieces: Pieces<Reasons>,
    ) -> Result<(CandidateIx, Option<Reasons>), Failure> {
        if base.known == ProofStatus::Impossible {
            return Ok((self.candidate, None));
        }
        let unknown = Reasons {
            chosen: base.picks.contains(self.candidate),
            best: base,
            otherwise: Outcome::of(&QueryResult::NOTHING),
            obstacle: None,
            cost: None,
            gain: None,
            budget: None,
        };
        Ok((self.candidate, Some(pieces.into_iter().flatten().next().unwrap_or(unknown))))
    }
}
