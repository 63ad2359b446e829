//! Other portfolios that are nearly as good.
//!
//! *Next best*: the best portfolio whose candidates are not those of any portfolio before it, and so on: each found
//! one is cut off (a no-good cut, Balas and Jeroslow 1972) and the case is answered again. Portfolios that differ only
//! in starts or shares count as one, and so do those that are one of them with trifles added or left out: candidates that are
//! worth less than a part of the gain. *Within x %*: all whose objective is at least `best - x % × |best|`.
//!
//! *Most different*: the portfolio within x % with the most candidates that are in it or in the best one but not in
//! both.
//!
//! *Ranges*: for each domain the lowest and the highest public spending, and the lowest and the highest rise of its
//! power at the end of the horizon, within x % (modelling to generate alternatives: De Carolis 2011; the near-optimal
//! space of energy models: Neumann and Brown 2021).

use super::base::ceiling;
use super::prelude::*;
use super::related::Ceiling;
use super::saved::no_better;
use super::spread::{self, Seeking, Spread, apart};
use crate::measure::Measures;
use crate::model::{DomainIx, Percent, Pick, ShareRange};
use crate::optimise::{Aim, Measure, NoGood, Side};

/// How many, and how near the best.
#[derive(Debug, Clone)]
pub struct Params {
    count: usize,
    /// Within how many percent of the best.
    pub within: Percent,
    reach: Reach,
    /// Candidates that are worth less than so many percent of the gain make no other portfolio.
    pub trifle: Percent,
    spread: usize,
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "alternatives",
        command: CommandLine { name: "alternatives", by: None },
        params: &[
            Param { name: "count", value: "K", kind: ParamKind::Count(0, 10_000), preset: Preset::Text("10") },
            Param { name: "within", value: "X", kind: ParamKind::Percent(Some(10_000)), preset: Preset::Text("5") },
            Param { name: "near", value: "", kind: ParamKind::Switch, preset: Preset::Text("no") },
            Param { name: "trifle", value: "P", kind: ParamKind::Percent(Some(100)), preset: Preset::Text("1") },
            Param { name: "spread", value: "N", kind: ParamKind::Count(0, 12), preset: Preset::Text("3") },
        ],
    };
    type Sweep<'a> = Alternatives<'a>;
    type Found = Others;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        let reach = if asked.is_on("near") { Reach::Within } else { Reach::Count };
        let (trifle, spread) = (asked.percent("trifle")?, asked.count("spread")?);
        Ok(Self { count: asked.count("count")?, within: asked.percent("within")?, reach, trifle, spread })
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Alternatives<'a>, Failure> {
        let Self { count, within, reach, trifle, spread } = self.clone();
        Ok(Alternatives { case, count, within, reach, trifle, spread })
    }
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Alternatives<'a> {
    /// The case.
    pub case: &'a Case,
    /// How many next best portfolios at most, the best one not counted.
    pub count: usize,
    /// Within how many percent of the best.
    pub within: Percent,
    /// Which next best ones are wanted.
    pub reach: Reach,
    /// Candidates that are worth less than so many percent of the gain make no other portfolio.
    pub trifle: Percent,
    /// How many portfolios a spread has, the best counted; none below 2.
    pub spread: usize,
}

/// Which next best portfolios are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// This many, however good.
    #[default]
    Count,
    /// Only those within the percentage.
    Within,
}

/// The result of one piece.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Piece {
    /// The next best portfolios, and whether there are no more of those asked for.
    Next(Vec<Outcome>, Ending),
    /// The most different portfolio.
    Different(Outcome),
    /// The ranges of a domain.
    Range(Box<Range>),
    /// A spread.
    Spread(Spread),
}

/// Why a list of next best portfolios ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// There are no others that were asked for: proven.
    Complete,
    /// As many as were asked for.
    Count,
    /// The search was stopped.
    Stopped,
}

/// How far a domain can go within the percentage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// The position of the domain.
    pub domain: usize,
    /// The least public spending.
    pub spending_low: Outcome,
    /// The most public spending.
    pub spending_high: Outcome,
    /// The least rise of power, in points of 100.
    pub power_low: Outcome,
    /// The most rise of power, in points of 100.
    pub power_high: Outcome,
}

/// The alternatives.
#[derive(Debug, Clone, PartialEq)]
pub struct Others {
    /// The best portfolio.
    pub best: Outcome,
    /// The objective that counts as near; none without a best portfolio.
    pub near: Option<Decimal>,
    /// The next best ones, in order.
    pub next: Vec<Outcome>,
    /// Why they end.
    pub ending: Ending,
    /// The most different one; `None` if it was not reached.
    pub different: Option<Outcome>,
    /// The ranges of the domains.
    pub ranges: Vec<Range>,
    /// The spread; `None` if it was not reached.
    pub spread: Option<Spread>,
    /// Domains that were not reached.
    pub missing: usize,
}

impl Alternatives<'_> {
    fn near(&self, base: &Outcome) -> Option<Decimal> {
        let best = base.objective?;
        // However many percent were asked for: what is too far away for a number is as far as a number goes.
        let part = self.within.checked_div(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX);
        Some(best.saturating_sub(best.abs().saturating_mul(part)))
    }

    /// What is no other portfolio than this: the same candidates, and these with trifles added or left out. A candidate's worth is
    /// what the objective gains or loses with it alone.
    fn same_as(&self, base: &Outcome, outcome: &Outcome) -> Vec<NoGood> {
        let chosen: Vec<CandidateIx> = outcome.picks.candidates().collect();
        let gain = base.gain.unwrap_or_default().abs();
        let least = gain.saturating_mul(self.trifle).checked_div(Decimal::ONE_HUNDRED).unwrap_or_default();
        if least.is_zero() {
            return vec![NoGood::Candidates(chosen)];
        }
        let measures = Measures::new(self.case);
        let whole = outcome.picks.portfolio();
        let objective = |portfolio: &Portfolio| measures.evaluate(self.case, portfolio).objective;
        let now = objective(&whole);
        let is_trifle = |candidate: CandidateIx| {
            let mut other = whole.clone();
            let facts = &self.case[candidate];
            if other.contains(candidate) {
                other.remove(candidate);
                return now - objective(&other) < least;
            }
            facts.best_starts(self.case.first_year, self.case.last_year).all(|start| {
                other.insert(Pick { candidate, start, shares: ShareRange::even_split(&facts.shares) });
                objective(&other) - now < least
            })
        };
        let others: Vec<CandidateIx> = self.case.candidate_ixs().filter(|it| !chosen.contains(it)).collect();
        let count = |from: &[CandidateIx]| from.iter().copied().filter(|&it| !is_trifle(it)).collect::<Vec<_>>();
        let (members, outsiders) = (count(&chosen), count(&others));
        vec![NoGood::Alike { all: chosen, none: outsiders, by: 1 }, NoGood::Alike { all: members, none: others, by: 1 }]
    }

    fn next(&self, runner: &QueryRunner<'_>, base: &Outcome, told: &Told<'_, Piece>) -> Result<Piece, Failure> {
        let mut pool = pool_of(self.case, base);
        let mut found: Vec<Outcome> = Vec::new();
        let mut question = Query::best(Arc::new(self.case.clone()));
        let mut last = base.clone();
        let mut ceiling = ceiling(base);
        let near = self.near(base);
        while found.len() < self.count {
            if runner.is_stopped() {
                return Ok(Piece::Next(found, Ending::Stopped));
            }
            question.no_goods.extend(self.same_as(base, &last));
            // Where nothing makes another portfolio there is none.
            let differs = |it: &NoGood| !matches!(it, NoGood::Alike { all, none, .. } if all.len() + none.len() == 0);
            if !question.no_goods.iter().all(differs) {
                runner.finish(1);
                return Ok(Piece::Next(found, Ending::Complete));
            }
            let reply = runner.ask(
                &mut pool,
                &question,
                ceiling,
                &say!("alternatives-alternative-number", rank = found.len() + 1),
            )?;
            ceiling = Ceiling::of(&reply).or(ceiling);
            last = Outcome::of(&reply);
            runner.finish(1);
            let far = |value: Option<Decimal>| {
                self.reach == Reach::Within && value.zip(near).is_some_and(|(value, near)| value < near - SAME)
            };
            match last.known {
                ProofStatus::Impossible => return Ok(Piece::Next(found, Ending::Complete)),
                ProofStatus::Proven if far(last.objective) => return Ok(Piece::Next(found, Ending::Complete)),
                ProofStatus::Open if far(last.bound) => return Ok(Piece::Next(found, Ending::Complete)),
                // What was found is not near; whether anything is, was not settled.
                ProofStatus::Open if last.objective.is_none() || far(last.objective) => {
                    return Ok(Piece::Next(found, Ending::Stopped));
                }
                _ => found.push(last.clone()),
            }
            told(Piece::Next(found.clone(), Ending::Stopped));
        }
        Ok(Piece::Next(found, Ending::Count))
    }

    /// Each next best portfolio is none of those before it, and no better.
    fn certify_next(&self, base: &Outcome, found: &[Outcome]) -> Result<(), String> {
        let mut question = Query::best(Arc::new(self.case.clone()));
        let mut last = base;
        for outcome in found {
            question.no_goods.extend(self.same_as(base, last));
            if outcome.objective.is_none() {
                return Err(say!("alternatives-next-best-portfolio"));
            }
            outcome.certify(&question)?;
            no_better(&say!("alternatives-next-best-portfolio-2"), outcome.objective, last.bound)?;
            last = outcome;
        }
        Ok(())
    }

    /// Each of a spread is near enough and differs from all others, the first is the best, and the bound is above the least.
    fn certify_spread(&self, base: &Outcome, spread: &Spread) -> Result<(), String> {
        let wrong = || say!("spread-not-as-said");
        let near = self.near(base).ok_or_else(wrong)?;
        let case = Arc::new(self.case.clone());
        let Some((first, others)) = spread.members.split_first() else {
            return if self.spread < 2 { Ok(()) } else { Err(wrong()) };
        };
        let apart = |at: usize| spread.members[..at].iter().all(|it| apart(&spread.members[at], it) >= spread.least);
        let sound = first == base && spread.members.len() <= self.spread.max(1) && spread.least <= spread.at_most;
        if !sound || (spread.members.len() > 1 && !(1..spread.members.len()).all(apart)) {
            return Err(wrong());
        }
        others.iter().try_for_each(|it| it.certify(&spread::question(&case, near, &[], 0)))
    }

    fn near_question(&self, base: &Outcome, aim: Aim) -> Option<Query> {
        let near = self.near(base)?;
        let question = Query::new(Arc::new(self.case.clone()), aim);
        Some(question.with(Measure::Objective, Side::AtLeast, near))
    }

    fn ask(
        &self,
        runner: &QueryRunner<'_>,
        pool: &mut SolutionPool,
        base: &Outcome,
        aim: Aim,
        doing: &str,
    ) -> Result<Outcome, Failure> {
        let Some(question) = self.near_question(base, aim) else { return Ok(Outcome::IMPOSSIBLE) };
        let outcome = Outcome::of(&runner.ask(pool, &question, None, doing)?);
        runner.finish(1);
        Ok(outcome)
    }

    fn range(&self, runner: &QueryRunner<'_>, base: &Outcome, domain: DomainIx) -> Result<Range, Failure> {
        let mut pool = pool_of(self.case, base);
        let id = &self.case[domain].id;
        let power = Measure::domain_power(self.case, domain);
        let mut ask = |aim: Aim, what: String| {
            self.ask(runner, &mut pool, base, aim, &say!("alternatives-range-of", range = what, domain = id))
        };
        Ok(Range {
            domain: domain.0,
            spending_low: ask(Aim::Lowest(Measure::Spending(domain)), say!("alternatives-least-spending"))?,
            spending_high: ask(Aim::Highest(Measure::Spending(domain)), say!("alternatives-most-spending"))?,
            power_low: ask(Aim::Lowest(power.clone()), say!("alternatives-least-power"))?,
            power_high: ask(Aim::Highest(power), say!("alternatives-most-power"))?,
        })
    }
}

impl Sweep for Alternatives<'_> {
    type Base = Outcome;
    type Piece = Piece;
    type Result = Others;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<Outcome, Failure> {
        runner.expect(self.count + 2 + 4 * self.case.domains.len());
        Ok(Outcome::of(&runner.first(self.case, &say!("alternatives-best-portfolio"))?))
    }

    fn pieces(&self, base: &Outcome) -> usize {
        if base.objective.is_none() { 0 } else { 3 + self.case.domains.len() }
    }

    fn piece(
        &self,
        runner: &QueryRunner<'_>,
        base: &Outcome,
        piece: usize,
        told: &Told<'_, Piece>,
    ) -> Result<Piece, Failure> {
        match piece {
            0 => self.next(runner, base, told),
            1 => {
                let from: Vec<CandidateIx> = base.picks.candidates().collect();
                let aim = Aim::Highest(Measure::Distance(from));
                let Some(question) = self.near_question(base, aim) else {
                    return Ok(Piece::Different(Outcome::IMPOSSIBLE));
                };
                let begin = || pool_of(self.case, base);
                let reply = runner.ask_once(begin, &question, &say!("alternatives-most-different-portfolio"))?;
                runner.finish(1);
                Ok(Piece::Different(Outcome::of(&reply)))
            }
            _ if piece == 2 + self.case.domains.len() => {
                let case = Arc::new(self.case.clone());
                let near = self.near(base).unwrap_or_default();
                let spread = Seeking { case: &case, runner, best: base, near, count: self.spread }.spread()?;
                runner.finish(1);
                Ok(Piece::Spread(spread))
            }
            _ => self.range(runner, base, DomainIx(piece - 2)).map(|range| Piece::Range(Box::new(range))),
        }
    }

    /// The spread takes longest, and is begun behind the next best portfolios, of which planners see the first at once.
    fn second(&self) -> Option<usize> {
        Some(2 + self.case.domains.len()).filter(|_| self.spread >= 2)
    }

    fn certify(&self, base: &Outcome, pieces: &[(usize, Piece)]) -> Result<(), String> {
        base.certify(&Query::best(Arc::new(self.case.clone())))?;
        let near = |outcome: &Outcome, aim: Aim| match self.near_question(base, aim) {
            Some(question) => outcome.certify(&question),
            None => Err(say!("alternatives-there-no-portfolio")),
        };
        for (number, piece) in pieces {
            match piece {
                Piece::Next(found, _) if *number == 0 && found.len() <= self.count => self.certify_next(base, found)?,
                Piece::Different(outcome) if *number == 1 => {
                    near(outcome, Aim::Highest(Measure::Distance(base.picks.candidates().collect())))?;
                }
                Piece::Range(range) if range.domain.checked_add(2) == Some(*number) => {
                    let domain = DomainIx(range.domain);
                    let power = Measure::domain_power(self.case, domain);
                    near(&range.spending_low, Aim::Lowest(Measure::Spending(domain)))?;
                    near(&range.spending_high, Aim::Highest(Measure::Spending(domain)))?;
                    near(&range.power_low, Aim::Lowest(power.clone()))?;
                    near(&range.power_high, Aim::Highest(power))?;
                }
                Piece::Spread(spread) if *number == 2 + self.case.domains.len() => self.certify_spread(base, spread)?,
                _ => return Err(say!("alternatives-piece-number-holds", number = number)),
            }
        }
        Ok(())
    }

    fn assemble(&self, _runner: &QueryRunner<'_>, best: Outcome, pieces: Pieces<Piece>) -> Result<Others, Failure> {
        let mut others = Others {
            near: self.near(&best),
            next: Vec::new(),
            ending: if best.known == ProofStatus::Impossible { Ending::Complete } else { Ending::Stopped },
            different: None,
            spread: None,
            ranges: Vec::new(),
            missing: pieces.iter().filter(|piece| piece.is_none()).count(),
            best,
        };
        for piece in pieces.into_iter().flatten() {
            match piece {
                Piece::Next(next, ending) => (others.next, others.ending) = (next, ending),
                Piece::Different(different) => others.different = Some(different),
                Piece::Range(range) => others.ranges.push(*range),
                Piece::Spread(spread) => others.spread = Some(spread),
            }
        }
        Ok(others)
    }
}
