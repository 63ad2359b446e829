//! The pillars of policy: how much of the money and of the gain of the best portfolio each carries, and the best portfolio in which
//! every one of them carries its part of the money.
//!
//! *Lost without* a pillar is the objective of the portfolio less that of the same without the pillar's picks; *by itself* is the
//! objective of its picks alone. Rungs that several pillars climb together are lost without each of them and reached by none, so
//! that neither adds up to the whole: what is missing is what the pillars do together. Candidates without a pillar carry the rest.
//!
//! What each does for its kind of policy: the money of orders that the State places as the first customer, the money that others
//! add to the public money, and what each ministry loses without the picks by its own weights alone; the least of these is what all of
//! them gain from the pillar together. *Without the others* a ministry keeps the picks that it pays alone: what it loses then is what it
//! has of paying together.
//!
//! To carry a third is to carry at least `--each` percent of the whole public bill, 33 where nobody says otherwise: three thirds to the
//! cent would ask for three equal sums. Where that is impossible, the largest whole percent that every pillar can carry is searched
//! for by halving, as less is never harder, and the pillars are named that cannot carry so much even if no other has to.

use super::carrying::Carrying;
pub use super::carrying::{ORDER, Part};
use super::prelude::*;
use crate::model::{Amount, Limit, Scope};

/// The part of the money that every pillar has to carry.
#[derive(Debug, Clone)]
pub struct Params {
    /// In percent.
    pub least: usize,
    /// A portfolio whose pillars are shown beside the best one's.
    pub own: Option<Portfolio>,
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "pillars",
        command: CommandLine { name: "pillars", by: None },
        params: &[
            Param { name: "each", value: "PERCENT", kind: ParamKind::Count(0, 100), preset: Preset::Text("33") },
            Param { name: "own", value: "FILE", kind: ParamKind::Own, preset: Preset::Text("own") },
        ],
    };
    type Sweep<'a> = Pillars<'a>;
    type Found = Carried;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        Ok(Self { least: asked.count("each")?, own: asked.portfolio("own") })
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Pillars<'a>, Failure> {
        let names = pillars(case);
        let even = Arc::new(with_parts(case, &names, self.least));
        Ok(Pillars { case, params: self, names, even })
    }

    fn judges(&self, own: &Portfolio) -> bool {
        self.own.as_ref() == Some(own)
    }
}

/// The sweep: one piece, the best portfolio in which every pillar carries its part.
#[derive(Debug)]
pub struct Pillars<'a> {
    case: &'a Case,
    params: &'a Params,
    names: Vec<String>,
    even: Arc<Case>,
}

/// The best portfolio in which every pillar carries its part, or why there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Even {
    /// The portfolio.
    pub found: Outcome,
    /// Where there is none: the most percent that every pillar can carry as far as that is known, with the best portfolio for it.
    pub most: Option<(usize, Outcome)>,
    /// Whether no percent above that is possible.
    pub is_most: bool,
    /// Pillars that cannot carry their part even if no other has to.
    pub short: Vec<String>,
}

/// What the pillars carry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Carried {
    /// The best portfolio.
    pub best: Outcome,
    /// The best one in which every pillar carries its part; `None` if that was not reached.
    pub even: Option<Even>,
    /// Each pillar, in the order in which candidates name them.
    pub pillars: Vec<Pillar>,
    /// All picks together.
    pub all: Parts,
    /// What each ministry loses where the others pay nothing.
    pub without_others: WithoutOthers,
}

/// What each ministry loses of each portfolio where the others pay nothing, in index points by its own weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WithoutOthers {
    /// Of the best portfolio.
    pub best: Vec<Decimal>,
    /// Of the one in which every pillar carries its part, where there is one.
    pub even: Option<Vec<Decimal>>,
    /// Of the planner's own, where there is one.
    pub own: Option<Vec<Decimal>>,
}

/// A pillar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pillar {
    /// Its word in `candidates.csv`.
    pub pillar: String,
    /// How many candidates it has.
    pub candidates: usize,
    /// What it carries.
    pub parts: Parts,
}

/// What some picks carry of each portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parts {
    /// Of the best portfolio.
    pub best: Part,
    /// Of the one in which every pillar carries its part, where there is one.
    pub even: Option<Part>,
    /// Of the planner's own, where there is one.
    pub own: Option<Part>,
}

/// The pillars that candidates name, each once.
pub fn pillars(case: &Case) -> Vec<String> {
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

/// What the pillars carry of a portfolio that is known already, where the one in which every pillar carries its part was not looked for.
pub fn carried(case: &Case, best: Outcome, own: Option<&Portfolio>) -> Carried {
    put_together(case, (best, None), own)
}

fn put_together(case: &Case, (best, even): (Outcome, Option<Even>), own: Option<&Portfolio>) -> Carried {
    let of_best = best.picks.portfolio();
    let of_even = even.as_ref().filter(|even| even.found.objective.is_some()).map(|even| even.found.picks.portfolio());
    let of = |whole| Carrying::new(case, whole);
    let each = (of(&of_best), of_even.as_ref().map(of), own.map(of));
    let parts = |is_in: &dyn Fn(CandidateIx) -> bool| Parts {
        best: each.0.part(is_in),
        even: each.1.as_ref().map(|it| it.part(is_in)),
        own: each.2.as_ref().map(|it| it.part(is_in)),
    };
    let pillar = |pillar: String| Pillar {
        candidates: case.candidates.iter().filter(|candidate| candidate.pillar == pillar).count(),
        parts: parts(&|candidate| case[candidate].pillar == pillar),
        pillar,
    };
    let pillars = pillars(case).into_iter().map(pillar).collect();
    let without_others = WithoutOthers {
        best: each.0.lost_without_others(),
        even: each.1.as_ref().map(Carrying::lost_without_others),
        own: each.2.as_ref().map(Carrying::lost_without_others),
    };
    let all = parts(&|_| true);
    drop(each);
    Carried { best, even, pillars, all, without_others }
}

impl Pillars<'_> {
    /// Why not every pillar can carry its part, and how much each of them can.
    fn why(&self, runner: &QueryRunner<'_>, pool: &mut SolutionPool, even: &mut Even) -> Result<(), Failure> {
        let doing = say!("pillars-each-its-part");
        let mut high = self.params.least;
        for pillar in &self.names {
            let alone = with_parts(self.case, std::slice::from_ref(pillar), self.params.least);
            if runner.best(pool, &alone, &doing)?.known == ProofStatus::Impossible {
                even.short.push(pillar.clone());
            }
        }
        let mut low = 0;
        while high - low > 1 {
            let middle = usize::midpoint(low, high);
            let found = Outcome::of(&runner.best(pool, &with_parts(self.case, &self.names, middle), &doing)?);
            match found.known {
                ProofStatus::Impossible => high = middle,
                _ if found.objective.is_some() => {
                    low = middle;
                    even.most = Some((middle, found));
                }
                _ => return Ok(()),
            }
        }
        even.is_most = true;
        Ok(())
    }
}

impl Sweep for Pillars<'_> {
    type Base = Outcome;
    type Piece = Even;
    type Result = Carried;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<Outcome, Failure> {
        runner.expect(1);
        Ok(Outcome::of(&runner.first(self.case, &say!("stress-best-portfolio-case"))?))
    }

    fn pieces(&self, _: &Outcome) -> usize {
        1
    }

    fn piece(&self, runner: &QueryRunner<'_>, base: &Outcome, _: usize, _: &Told<'_, Even>) -> Result<Even, Failure> {
        let mut pool = pool_of(self.case, base);
        let found = Outcome::of(&runner.best(&mut pool, &self.even, &say!("pillars-each-its-part"))?);
        let is_why = found.known == ProofStatus::Impossible && base.objective.is_some();
        let mut even = Even { found, most: None, is_most: false, short: Vec::new() };
        if is_why {
            self.why(runner, &mut pool, &mut even)?;
        }
        runner.finish(1);
        Ok(even)
    }

    fn certify(&self, base: &Outcome, pieces: &[(usize, Even)]) -> Result<(), String> {
        base.certify(&Query::best(Arc::new(self.case.clone())))?;
        pieces.iter().try_for_each(|(_, even)| {
            even.found.certify(&Query::best(Arc::clone(&self.even)))?;
            even.most.iter().try_for_each(|(percent, found)| {
                found.certify(&Query::best(Arc::new(with_parts(self.case, &self.names, *percent))))
            })
        })
    }

    fn assemble(&self, _: &QueryRunner<'_>, best: Outcome, pieces: Pieces<Even>) -> Result<Carried, Failure> {
        let even = pieces.into_iter().flatten().next();
        Ok(put_together(self.case, (best, even), self.params.own.as_ref()))
    }
}
