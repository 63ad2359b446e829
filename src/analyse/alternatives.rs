//! Other portfolios that are nearly as good.
//!
//! *Next best*: the best portfolio whose candidates are not those of any portfolio before it, and so on: each found
//! one is cut off (a no-good cut, Balas and Jeroslow 1972) and the case is answered again. Portfolios that differ only
//! in starts or shares count as one. *Within x %*: all whose objective is at least `best - x % × |best|`.
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
use crate::model::{DomainIx, Percent};
use crate::optimise::{Aim, Measure, NoGood, Side};

/// How many, and how near the best.
#[derive(Debug, Clone)]
pub struct Params {
    count: usize,
    /// Within how many percent of the best.
    pub within: Percent,
    reach: Reach,
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "alternatives",
        command: CommandLine { name: "alternatives", by: None },
        params: &[
            Param { name: "count", value: "K", kind: ParamKind::Count(0, 10_000), preset: Preset::Text("10") },
            Param { name: "within", value: "X", kind: ParamKind::Percent(Some(10_000)), preset: Preset::Text("5") },
            Param { name: "near", value: "", kind: ParamKind::Switch, preset: Preset::Text("no") },
        ],
    };
    type Sweep<'a> = Alternatives<'a>;
    type Found = Others;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        let reach = if asked.is_on("near") { Reach::Within } else { Reach::Count };
        Ok(Self { count: asked.count("count")?, within: asked.percent("within")?, reach })
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Alternatives<'a>, Failure> {
        Ok(Alternatives { case, count: self.count, within: self.within, reach: self.reach })
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
            question.no_goods.push(NoGood::Candidates(last.picks.candidates().collect()));
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
            question.no_goods.push(NoGood::Candidates(last.picks.candidates().collect()));
            if outcome.objective.is_none() {
                return Err(say!("alternatives-next-best-portfolio"));
            }
            outcome.certify(&question)?;
            no_better(&say!("alternatives-next-best-portfolio-2"), outcome.objective, last.bound)?;
            last = outcome;
        }
        Ok(())
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
        runner.expect(self.count + 1 + 4 * self.case.domains.len());
        Ok(Outcome::of(&runner.first(self.case, &say!("alternatives-best-portfolio"))?))
    }

    fn pieces(&self, base: &Outcome) -> usize {
        if base.objective.is_none() { 0 } else { 2 + self.case.domains.len() }
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
                self.ask(
                    runner,
                    &mut pool_of(self.case, base),
                    base,
                    aim,
                    &say!("alternatives-most-different-portfolio"),
                )
                .map(Piece::Different)
            }
            _ => self.range(runner, base, DomainIx(piece - 2)).map(|range| Piece::Range(Box::new(range))),
        }
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
            ranges: Vec::new(),
            missing: pieces.iter().filter(|piece| piece.is_none()).count(),
            best,
        };
        for piece in pieces.into_iter().flatten() {
            match piece {
                Piece::Next(next, ending) => (others.next, others.ending) = (next, ending),
                Piece::Different(different) => others.different = Some(different),
                Piece::Range(range) => others.ranges.push(*range),
            }
        }
        Ok(others)
    }
}
