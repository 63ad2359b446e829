//! The pillars of policy: how much of the money and of the gain of the best portfolio each carries, and the best portfolio in which
//! every one of them carries its part of the money.
//!
//! *Lost without* a pillar is the objective of the portfolio less that of the same without the pillar's picks; *by itself* is the
//! objective of its picks alone. Rungs that several pillars climb together are lost without each of them and reached by none, so
//! that neither adds up to the whole: what is missing is what the pillars do together. Candidates without a pillar carry the rest.

use super::prelude::*;
use super::saved::Picks;
use crate::measure::evaluate;
use crate::model::{Amount, Limit, Scope};

/// The part of the money that every pillar has to carry.
#[derive(Debug, Clone)]
pub struct Params {
    /// In percent.
    pub least: usize,
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "pillars",
        command: CommandLine { name: "pillars", by: None },
        params: &[Param { name: "each", value: "PERCENT", kind: ParamKind::Count(0, 100), preset: Preset::Text("33") }],
    };
    type Sweep<'a> = Pillars<'a>;
    type Found = Carried;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        Ok(Self { least: asked.count("each")? })
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Pillars<'a>, Failure> {
        let even = Arc::new(with_parts(case, &pillars(case), self.least));
        Ok(Pillars { case, even })
    }
}

/// The sweep: one piece, the best portfolio in which every pillar carries its part.
#[derive(Debug)]
pub struct Pillars<'a> {
    case: &'a Case,
    even: Arc<Case>,
}

/// What the pillars carry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Carried {
    /// The best portfolio.
    pub best: Outcome,
    /// The best one in which every pillar carries its part; `None` if that was not reached.
    pub even: Option<Outcome>,
    /// Each pillar, in the order in which candidates name them.
    pub pillars: Vec<Pillar>,
}

/// A pillar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pillar {
    /// Its word in `candidates.csv`.
    pub pillar: String,
    /// How many candidates it has.
    pub candidates: usize,
    /// What it carries of the best portfolio.
    pub best: Part,
    /// What it carries of the other one.
    pub even: Option<Part>,
}

/// What a pillar carries of a portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// How many picks.
    pub picks: usize,
    /// Their public bill.
    pub cost: Money,
    /// The same in percent of the whole bill; 0 where that is 0.
    pub percent: Decimal,
    /// What the objective loses without them.
    pub lost: Decimal,
    /// The objective of them alone.
    pub alone: Decimal,
}

/// The pillars that candidates name, each once.
fn pillars(case: &Case) -> Vec<String> {
    let mut pillars: Vec<String> = Vec::new();
    for candidate in &case.candidates {
        if !candidate.pillar.is_empty() && !pillars.contains(&candidate.pillar) {
            pillars.push(candidate.pillar.clone());
        }
    }
    pillars
}

/// The case in which at least so many percent of all public spending go to each pillar.
fn with_parts(case: &Case, pillars: &[String], percent: usize) -> Case {
    let mut even = case.clone();
    for pillar in pillars {
        let (scope, row) = (Scope::Pillar(pillar.clone()), even.limits.len());
        even.limits.push(Limit { scope, min: Some(Amount::Percent(Decimal::from(percent))), max: None, row });
    }
    even
}

/// What a pillar carries of a portfolio.
fn part(case: &Case, pillar: &str, picks: &Picks) -> Part {
    let whole = picks.portfolio();
    let is_in = |candidate: CandidateIx| case[candidate].pillar == pillar;
    let of = |inside: bool| {
        let picks = whole.picks().iter().filter(|pick| is_in(pick.candidate) == inside);
        evaluate(case, &Portfolio::new(picks.cloned().collect()))
    };
    let (all, own, rest) = (evaluate(case, &whole), of(true), of(false));
    let percent = (own.cost * Decimal::ONE_HUNDRED).checked_div(all.cost).unwrap_or_default();
    Part {
        picks: own.picks.len(),
        cost: own.cost.normalize(),
        percent: percent.round_dp(12).normalize(),
        lost: (all.objective - rest.objective).normalize(),
        alone: own.objective.normalize(),
    }
}

impl Sweep for Pillars<'_> {
    type Base = Outcome;
    type Piece = Outcome;
    type Result = Carried;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<Outcome, Failure> {
        runner.expect(1);
        Ok(Outcome::of(&runner.first(self.case, &say!("stress-best-portfolio-case"))?))
    }

    fn pieces(&self, _: &Outcome) -> usize {
        1
    }

    fn piece(
        &self,
        runner: &QueryRunner<'_>,
        base: &Outcome,
        _: usize,
        _: &Told<'_, Outcome>,
    ) -> Result<Outcome, Failure> {
        let mut pool = pool_of(self.case, base);
        let found = Outcome::of(&runner.best(&mut pool, &self.even, &say!("pillars-each-its-part"))?);
        runner.finish(1);
        Ok(found)
    }

    fn certify(&self, base: &Outcome, pieces: &[(usize, Outcome)]) -> Result<(), String> {
        base.certify(&Query::best(Arc::new(self.case.clone())))?;
        pieces.iter().try_for_each(|(_, even)| even.certify(&Query::best(Arc::clone(&self.even))))
    }

    fn assemble(&self, _: &QueryRunner<'_>, best: Outcome, pieces: Pieces<Outcome>) -> Result<Carried, Failure> {
        let (case, even) = (self.case, pieces.into_iter().flatten().next());
        let of_even = |pillar: &str| {
            let found = even.as_ref().filter(|even| even.objective.is_some())?;
            Some(part(case, pillar, &found.picks))
        };
        let pillar = |pillar: String| Pillar {
            candidates: case.candidates.iter().filter(|candidate| candidate.pillar == pillar).count(),
            best: part(case, &pillar, &best.picks),
            even: of_even(&pillar),
            pillar,
        };
        let pillars = pillars(case).into_iter().map(pillar).collect();
        Ok(Carried { best, even, pillars })
    }
}
