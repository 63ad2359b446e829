//! Completing a planner's own picks: the best portfolio that has all of them; and where there is none, the most of them that can
//! stand together, with the best portfolio that has those.
//!
//! Picks that were put in last are what the others make room for: they stay, wherever any portfolio has them.
//!
//! *The most that can stand together*: the highest number of these picks in any portfolio that keeps every rule of the case.
//! That is asked of the optimiser like any other question, with one point for each pick and nothing else of worth, so that the
//! answer is proven as any other, and a first one is there as soon as any portfolio is. Only whole picks count: the search ends
//! where less than one lies between what was found and the bound. Which rules stand in the way is another question, and often a
//! far longer one.

use std::ops::ControlFlow;
use std::sync::Arc;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::measure::evaluate;
use crate::model::{CandidateIx, Case, Portfolio, Status};
use crate::optimise::{OptimiseError, Options, Progress, ProofStatus, Query, QueryResult, WarmStart, ask, ask_from};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Complete<'a> {
    /// The case.
    pub case: &'a Case,
    /// The picks.
    pub picks: &'a [CandidateIx],
    /// Of the picks, those for which the others make room: they are left out only where no portfolio has them all.
    pub keep: &'a [CandidateIx],
    /// Portfolios to start from, such as the recommended one; used where they are allowed.
    pub known: &'a [Portfolio],
    /// How each question is solved.
    pub options: &'a Options,
}

/// What became of the picks.
#[derive(Debug, Clone, PartialEq)]
pub struct Completion {
    /// The picks that are left out so that the others can stand together; none if all can.
    pub out: Vec<CandidateIx>,
    /// Whether it is proven that no fewer can be left out.
    pub fewest: Fewest,
    /// What became of the picks for which the others were to make room.
    pub kept: Kept,
    /// The best portfolio with all picks but those that are left out, in the case itself.
    pub reply: QueryResult,
}

/// What became of the picks for which the others were to make room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kept {
    /// There were none, or none had to make room.
    #[default]
    NotAsked,
    /// They stay.
    Stay,
    /// No portfolio has all of them, whatever else goes.
    CannotStay,
}

/// Whether it is proven that no fewer picks can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fewest {
    /// It is.
    Proven,
    /// The search was stopped: this many can stay for all that is known, at least as many as were kept.
    AtMost(usize),
}

/// How far the work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    /// The best portfolio with all picks is looked for.
    #[default]
    All,
    /// All of them cannot stand together; the most that can are looked for.
    Most {
        /// This many can stay in what was found so far.
        kept: usize,
        /// No more than this many can.
        at_most: usize,
    },
    /// The best portfolio with those that stay is looked for.
    Rest,
}

/// Hears how far the work is, and may break it off.
pub type Heard<'a> = dyn FnMut(Step, &Progress) -> ControlFlow<()> + 'a;

impl Complete<'_> {
    /// Looks for the best portfolio with all picks, or else with the most of them. Where it is broken off, what was found so far
    /// is given.
    ///
    /// # Errors
    /// Where the optimiser fails.
    pub fn run(&self, memory: &mut WarmStart, on: &mut Heard<'_>) -> Result<Completion, OptimiseError> {
        let barred = self.picks.iter().any(|&pick| self.case[pick].status == Status::LockedOut);
        if !barred {
            let question = Query::best(Arc::new(self.with_all(self.picks)));
            let heard = &mut |progress: &Progress| on(Step::All, progress);
            let warm = self.known.first();
            let reply = ask_from(&question, self.options, warm, memory, heard)?;
            if reply.known != ProofStatus::Impossible {
                let (out, kept) = (Vec::new(), Kept::NotAsked);
                return Ok(Completion { out, fewest: Fewest::Proven, kept, reply: self.in_the_case(reply) });
            }
        }
        let (most, room) = self.most_with_those_kept(on)?;
        let Some(found) = most.portfolio() else {
            return Ok(Completion { out: Vec::new(), fewest: Fewest::Proven, kept: room, reply: most });
        };
        let (kept, out): (Vec<CandidateIx>, Vec<CandidateIx>) =
            self.picks.iter().partition(|&&pick| found.contains(pick));
        let fewest = match most.bound.map(whole) {
            Some(bound) if bound <= kept.len() => Fewest::Proven,
            bound => Fewest::AtMost(bound.unwrap_or(self.picks.len()).min(self.picks.len())),
        };
        let question = Query::best(Arc::new(self.with_all(&kept)));
        let heard = &mut |progress: &Progress| on(Step::Rest, progress);
        let reply = ask(&question, self.options, Some(found), heard)?;
        let reply =
            if reply.found.is_some() { reply } else { QueryResult { known: ProofStatus::Open, ..most.clone() } };
        Ok(Completion { out, fewest, kept: room, reply: self.in_the_case(reply) })
    }

    /// The portfolio with the most picks that has those for which the others make room; without these where none has them.
    fn most_with_those_kept(&self, on: &mut Heard<'_>) -> Result<(QueryResult, Kept), OptimiseError> {
        if self.keep.is_empty() {
            return Ok((self.most(&[], on)?, Kept::NotAsked));
        }
        let barred = self.keep.iter().any(|&pick| self.case[pick].status == Status::LockedOut);
        let most = if barred { QueryResult::IMPOSSIBLE } else { self.most(self.keep, on)? };
        if most.known == ProofStatus::Impossible {
            return Ok((self.most(&[], on)?, Kept::CannotStay));
        }
        Ok((most, Kept::Stay))
    }

    /// The case in which these picks are chosen.
    fn with_all(&self, picks: &[CandidateIx]) -> Case {
        let mut case = self.case.clone();
        for &pick in picks {
            let status = &mut case.candidates[pick.0].status;
            if *status == Status::Free {
                *status = Status::LockedIn;
            }
        }
        case
    }

    /// The portfolio with the most picks, these among them; its bound is how many there can be.
    fn most(&self, keep: &[CandidateIx], on: &mut Heard<'_>) -> Result<QueryResult, OptimiseError> {
        let case = self.counting(keep);
        let count = |portfolio: &Portfolio| self.picks.iter().filter(|&&pick| portfolio.contains(pick)).count();
        let allowed = |portfolio: &&Portfolio| evaluate(&case, portfolio).keeps_all_rules();
        let warm = self.known.iter().filter(allowed).max_by_key(|&portfolio| count(portfolio)).cloned();
        let known = warm.as_ref().map_or(0, count);
        let heard = &mut |progress: &Progress| {
            let kept = progress.best.map_or(0, whole).max(known);
            let at_most = progress.bound.map_or(self.picks.len(), whole).min(self.picks.len());
            on(Step::Most { kept, at_most }, progress)?;
            let found = progress.best.is_some() || warm.is_some();
            if found && at_most <= kept { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let reply = ask(&Query::objective(Arc::new(case.clone())), self.options, warm.as_ref(), heard)?;
        if reply.found.is_some() || reply.known == ProofStatus::Impossible {
            return Ok(reply);
        }
        let found = warm.clone().map(|portfolio| (evaluate(&case, &portfolio), portfolio));
        Ok(QueryResult { found: found.map(|(evaluation, portfolio)| (portfolio, evaluation)), ..reply })
    }

    /// The case in which each of the picks is worth a point and nothing else is worth anything, and these are chosen.
    fn counting(&self, keep: &[CandidateIx]) -> Case {
        let mut case = self.with_all(keep);
        for domain in &mut case.domains {
            domain.weights.iter_mut().for_each(|weight| *weight = Decimal::ZERO);
        }
        for at in case.candidate_ixs() {
            let counts = self.picks.contains(&at);
            case.candidates[at.0].points = if counts { Decimal::ONE } else { Decimal::ZERO };
        }
        case
    }

    /// What is known, measured in the case itself.
    fn in_the_case(&self, reply: QueryResult) -> QueryResult {
        let found = reply.found.map(|(portfolio, _)| {
            let evaluation = evaluate(self.case, &portfolio);
            (portfolio, evaluation)
        });
        QueryResult { found, ..reply }
    }
}

/// A number of picks, below which a bound allows no more.
fn whole(bound: Decimal) -> usize {
    (bound + crate::optimise::SAME).floor().to_usize().unwrap_or(0)
}
