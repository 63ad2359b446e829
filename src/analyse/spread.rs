//! A spread of portfolios near the best: the best and others, so that the least difference between any two is as large as can be.
//!
//! A difference is the number of candidates that are in one of two portfolios and not in both. The farthest from the best is
//! found and proven by one question; each further one is the best of those whose least difference from those before it is
//! largest: how large that can be is one question as well, and where that is not settled it is found by halving; then each is
//! sought anew against all others until nothing moves (the greedy choice reaches half of what can be: Ravi, Rosenkrantz and
//! Tayi 1994). That no spread is wider is proven where few enough portfolios are farther from the best than its least
//! difference: then all of them are listed and every choice among them is looked at. Where small exchanges show that they are
//! too many for that, or they turn out to be, the bound is the farthest from the best, or what a candidate can add to all
//! differences together.

use std::collections::BTreeSet;

use super::prelude::*;
use crate::measure::Measures;
use crate::model::{Pick, ShareRange, Status};
use crate::optimise::{Aim, Measure, NoGood, Side};

/// So many portfolios are listed to prove that no spread is wider.
const LISTED: usize = 40;

/// How often all of them are sought anew.
const ROUNDS: usize = 3;

/// A spread of portfolios.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// The best portfolio and the others; the value of each other one is its objective. None where no spread was wanted.
    pub members: Vec<Outcome>,
    /// The least difference between any two.
    pub least: usize,
    /// No spread of so many that has the best in it has a larger one.
    pub at_most: usize,
}

impl Spread {
    /// Whether no spread is wider: proven.
    pub fn is_proven(&self) -> bool {
        self.least >= self.at_most
    }
}

/// How many candidates are in one and not in both.
pub fn apart(one: &Outcome, other: &Outcome) -> usize {
    one.picks.beyond(&other.picks).len() + other.picks.beyond(&one.picks).len()
}

/// The least difference between any two; none of fewer than two.
fn least_of(members: &[&Outcome]) -> Option<usize> {
    let pairs =
        members.iter().enumerate().flat_map(|(at, one)| members[..at].iter().map(move |other| apart(one, other)));
    pairs.min()
}

/// What a spread is sought with.
pub(super) struct Seeking<'a, 'r, 'd> {
    /// The case.
    pub case: &'a Arc<Case>,
    /// Who asks.
    pub runner: &'r QueryRunner<'d>,
    /// The best portfolio.
    pub best: &'a Outcome,
    /// The least objective of a member.
    pub near: Decimal,
    /// How many members.
    pub count: usize,
}

/// The question for a portfolio near enough that differs from each of these in at least so many candidates.
pub(super) fn question(case: &Arc<Case>, near: Decimal, from: &[&Outcome], by: usize) -> Query {
    let question = Query::new(Arc::clone(case), Aim::Highest(Measure::Objective));
    let mut question = question.with(Measure::Objective, Side::AtLeast, near);
    let far = |other: &&Outcome| NoGood::near(case, &other.picks.candidates().collect::<Vec<_>>(), by);
    question.no_goods.extend(from.iter().map(far));
    question
}

impl Seeking<'_, '_, '_> {
    /// The spread, as far as it was found. What was broken off proves nothing.
    pub fn spread(&self) -> Result<Spread, Failure> {
        let mut spread = self.sought()?;
        if self.runner.is_stopped() {
            spread.at_most = spread.at_most.max(spread.least + 1);
        }
        Ok(spread)
    }

    fn sought(&self) -> Result<Spread, Failure> {
        if self.count < 2 {
            return Ok(Spread { members: Vec::new(), least: 0, at_most: 0 });
        }
        let mut pool = pool_of(self.case, self.best);
        let mut spread = Spread { members: vec![self.best.clone()], least: 0, at_most: 0 };
        let from = self.best.picks.candidates().collect();
        let farthest = Query::new(Arc::clone(self.case), Aim::Highest(Measure::Distance(from)));
        let farthest = farthest.with(Measure::Objective, Side::AtLeast, self.near);
        let begin = || pool_of(self.case, self.best);
        let reply = self.runner.ask_once(begin, &farthest, &say!("alternatives-most-different-portfolio"))?;
        if let Some(portfolio) = reply.portfolio() {
            pool.add(portfolio);
        }
        let whole = |value: Option<Decimal>| value.and_then(|value| usize::try_from(value.floor()).ok());
        let Some(bound) = whole(reply.bound.or(reply.value)) else {
            spread.at_most = self.together();
            return Ok(spread);
        };
        spread.at_most = bound.min(self.together());
        if reply.value.is_none() || whole(reply.value) == Some(0) {
            return Ok(spread);
        }
        let far = Outcome {
            value: reply.evaluation().map(|it| it.objective.normalize()),
            bound: None,
            ..Outcome::of(&reply)
        };
        spread.members.push(far);
        while spread.members.len() < self.count {
            let from: Vec<&Outcome> = spread.members.iter().collect();
            let most = least_of(&from).unwrap_or(0).min(spread.at_most);
            let (next, settled) = self.farthest(&mut pool, &from, (0, most))?;
            let Some(next) = next else {
                spread.least = least_of(&from).unwrap_or(0);
                // Nothing else at all is near enough: these are all.
                spread.at_most = if settled { spread.least } else { spread.at_most.max(spread.least + 1) };
                return Ok(spread);
            };
            spread.members.push(next);
        }
        self.sought_anew(&mut pool, &mut spread)?;
        spread.least = least_of(&spread.members.iter().collect::<Vec<_>>()).unwrap_or(0);
        self.prove(&mut pool, &mut spread)?;
        Ok(spread)
    }

    /// The most that the least difference can be, by what candidates can add: each one differs between at most half of the
    /// portfolios and the other half.
    fn together(&self) -> usize {
        let can_differ = |candidate: &&crate::model::Candidate| {
            candidate.status == Status::Free && !candidate.starts(self.case.first_year, self.case.last_year).is_empty()
        };
        let candidates = self.case.candidates.iter().filter(can_differ).count();
        let (half, pairs) = (self.count / 2, self.count * self.count.saturating_sub(1) / 2);
        (candidates * half * (self.count - half)).checked_div(pairs).unwrap_or(0)
    }

    /// The portfolio whose least difference from these is largest, above what is known and up to the most, and of those the best
    /// one; none if none was found. And whether every question was settled.
    fn farthest(
        &self,
        pool: &mut SolutionPool,
        from: &[&Outcome],
        (known, most): (usize, usize),
    ) -> Result<(Option<Outcome>, bool), Failure> {
        let (mut can, mut cannot, mut found, mut settled) = (known, most + 1, None, true);
        // How far is one question, to begin with; where it is not settled halving goes on between what was found and its bound.
        if let Some((least, bound)) = self.how_far(pool, from)? {
            cannot = cannot.min(bound + 1);
            let least = least.min(cannot - 1);
            if least > can {
                let (next, is_settled) = self.best_at(pool, from, least)?;
                settled &= is_settled || next.is_some();
                if let Some(next) = next {
                    can = Self::least_from(&next, from, least).min(cannot - 1);
                    found = Some(next);
                }
            }
        }
        while can + 1 < cannot && !self.runner.is_stopped() {
            let by = can + (cannot - can) / 2;
            let (next, is_settled) = self.best_at(pool, from, by)?;
            let Some(next) = next else {
                cannot = by;
                settled &= is_settled;
                continue;
            };
            can = Self::least_from(&next, from, by).min(cannot - 1);
            found = Some(next);
        }
        Ok((found, settled && !self.runner.is_stopped()))
    }

    /// How far a portfolio is from these that is at least so far.
    fn least_from(next: &Outcome, from: &[&Outcome], by: usize) -> usize {
        from.iter().map(|other| apart(next, other)).min().unwrap_or(by).max(by)
    }

    /// The largest least difference from these that was found, and the most that it can be; `None` where nothing is known.
    fn how_far(&self, pool: &mut SolutionPool, from: &[&Outcome]) -> Result<Option<(usize, usize)>, Failure> {
        let away = |it: &&Outcome| (Measure::Distance(it.picks.candidates().collect()), Decimal::ZERO);
        let aim = Aim::HighestLeast(from.iter().map(away).collect());
        let question = Query::new(Arc::clone(self.case), aim).with(Measure::Objective, Side::AtLeast, self.near);
        let reply = self.runner.ask(pool, &question, None, &say!("alternatives-most-different-portfolio"))?;
        let whole = |value: Decimal| usize::try_from(value.floor()).ok();
        let Some(bound) = reply.bound.map(|bound| bound + SAME).and_then(whole) else { return Ok(None) };
        Ok(Some((reply.value.and_then(whole).unwrap_or(0), bound)))
    }

    /// The best portfolio that differs from each of these in at least so many, if there is one; and whether that is settled.
    fn best_at(
        &self,
        pool: &mut SolutionPool,
        from: &[&Outcome],
        by: usize,
    ) -> Result<(Option<Outcome>, bool), Failure> {
        let question = question(self.case, self.near, from, by);
        let reply = self.runner.ask(pool, &question, None, &say!("spread-differing", by = by))?;
        let outcome = Outcome::of(&reply);
        let settled = outcome.known == ProofStatus::Impossible;
        Ok((Some(outcome).filter(|outcome| outcome.objective.is_some()), settled))
    }

    /// Seeks each member but the best anew against all others.
    fn sought_anew(&self, pool: &mut SolutionPool, spread: &mut Spread) -> Result<(), Failure> {
        // So many of them are as far from all others as can be: where all are, nothing moves any more.
        let mut far = 0;
        for _ in 0..ROUNDS {
            for at in 1..spread.members.len() {
                if far + 1 == spread.members.len() {
                    return Ok(());
                }
                let others = spread.members.iter().enumerate().filter(|(other, _)| *other != at);
                let others: Vec<&Outcome> = others.map(|(_, it)| it).collect();
                let now = others.iter().map(|other| apart(&spread.members[at], other)).min().unwrap_or(0);
                far += 1;
                if let (Some(farther), _) = self.farthest(pool, &others, (now, spread.at_most))? {
                    spread.members[at] = farther;
                    far = 1;
                }
            }
            if self.runner.is_stopped() {
                break;
            }
        }
        Ok(())
    }

    /// Lists all portfolios that differ from the best by more than the least difference, where they are few, and looks for a wider
    /// spread among them, until there is none.
    fn prove(&self, pool: &mut SolutionPool, spread: &mut Spread) -> Result<(), Failure> {
        while !spread.is_proven() && !self.runner.is_stopped() {
            let wider = spread.least + 1;
            if self.are_many(&spread.members, wider) {
                return Ok(());
            }
            let mut asked = question(self.case, self.near, &[self.best], wider);
            let mut listed: Vec<Outcome> = Vec::new();
            loop {
                if listed.len() == LISTED {
                    return Ok(());
                }
                let reply = self.runner.ask(pool, &asked, None, &say!("spread-differing", by = wider))?;
                let outcome = Outcome::of(&reply);
                if outcome.objective.is_none() {
                    if outcome.known == ProofStatus::Impossible {
                        break;
                    }
                    return Ok(());
                }
                asked.no_goods.push(NoGood::Candidates(outcome.picks.candidates().collect()));
                listed.push(outcome);
            }
            let mut chosen = vec![self.best];
            if !choose(&listed, wider, self.count, &mut chosen) {
                spread.at_most = spread.least;
                return Ok(());
            }
            spread.least = least_of(&chosen).unwrap_or(wider);
            spread.members = chosen.into_iter().cloned().collect();
        }
        Ok(())
    }
}

impl Seeking<'_, '_, '_> {
    /// Whether so many portfolios differ from the best by so much that they will not all be listed: candidates are taken out of
    /// the members, and exchanged, until there are enough.
    fn are_many(&self, members: &[Outcome], wider: usize) -> bool {
        let measures = Measures::new(self.case);
        let asked = question(self.case, self.near, &[self.best], wider);
        let mut sets: BTreeSet<Vec<CandidateIx>> = BTreeSet::new();
        let mut seen: Vec<Portfolio> = Vec::new();
        let mut take = |portfolio: Portfolio, seen: &mut Vec<Portfolio>| {
            let mut set: Vec<CandidateIx> = portfolio.picks().iter().map(|pick| pick.candidate).collect();
            set.sort_unstable();
            if !sets.contains(&set) && asked.allows(&portfolio, &measures.evaluate(self.case, &portfolio)) {
                sets.insert(set);
                seen.push(portfolio);
            }
            sets.len() >= LISTED
        };
        let known = members.iter().skip(1).map(|member| member.picks.portfolio());
        if known.clone().any(|portfolio| take(portfolio, &mut Vec::new())) {
            return true;
        }
        seen.extend(known);
        let mut at = 0;
        while at < seen.len() && !self.runner.is_stopped() {
            for candidate in self.case.candidate_ixs() {
                let mut other = seen[at].clone();
                if other.contains(candidate) {
                    other.remove(candidate);
                    if take(other, &mut seen) {
                        return true;
                    }
                    continue;
                }
                let facts = &self.case[candidate];
                for start in self.case.starts(candidate) {
                    let mut other = seen[at].clone();
                    other.insert(Pick { candidate, start, shares: ShareRange::even_split(&facts.shares) });
                    if take(other, &mut seen) {
                        return true;
                    }
                }
            }
            at += 1;
        }
        false
    }
}

/// Chooses from a list until there are so many that any two differ by at least so many; whether that is possible.
fn choose<'a>(listed: &'a [Outcome], by: usize, count: usize, chosen: &mut Vec<&'a Outcome>) -> bool {
    if chosen.len() >= count {
        return true;
    }
    for (at, next) in listed.iter().enumerate() {
        if chosen.iter().all(|other| apart(next, other) >= by) {
            chosen.push(next);
            if choose(&listed[at + 1..], by, count, chosen) {
                return true;
            }
            chosen.pop();
        }
    }
    false
}
