//! What it would cost to leave a plan as it is: for each number of changes the best portfolio that changes no more picks.
//!
//! A change is a candidate that comes in or goes out; starts and shares are free. Each number of changes is one question with
//! a row that counts them, so each point is proven; what more changes bring is the difference between two points. The last
//! number is that of the best portfolio that changes the plan least.

use super::prelude::*;
use super::saved::no_better;
use crate::measure::evaluate;
use crate::optimise::{Aim, Changes, Measure, NoGood, Side};

/// The plan, and how many changes are looked at.
#[derive(Debug, Clone)]
pub struct Params {
    /// The plan.
    pub plan: Portfolio,
    /// The most changes.
    pub most: Option<usize>,
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "plan-changes",
        command: CommandLine { name: "frontier", by: Some("changes") },
        params: &[
            Param { name: "own", value: "FILE", kind: ParamKind::Own, preset: Preset::Text("own") },
            Param { name: "most", value: "N", kind: ParamKind::CountOrAll(0, 10_000), preset: Preset::Text("all") },
        ],
    };
    type Sweep<'a> = Steps<'a>;
    type Found = Found;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        let plan = asked.portfolio("own").ok_or_else(|| Failure::Asked(say!("changes-name-the-plan")))?;
        Ok(Self { plan, most: asked.count_or_all("most")? })
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Steps<'a>, Failure> {
        Ok(Steps { case, plan: Arc::new(self.plan.clone()), most: self.most })
    }

    fn judges(&self, own: &Portfolio) -> bool {
        self.plan == *own
    }
}

/// The sweep: a piece for each number of changes.
#[derive(Debug)]
pub struct Steps<'a> {
    /// The case.
    pub case: &'a Case,
    /// The plan.
    pub plan: Arc<Portfolio>,
    /// The most changes that are looked at.
    pub most: Option<usize>,
}

/// What every number of changes starts from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Base {
    /// The best portfolio.
    pub best: Outcome,
    /// Of those that are worth as much the one that changes fewest picks; its value is how many.
    pub nearest: Outcome,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The plan as it is: what it would give.
    pub plan: Outcome,
    /// The rules that it breaks.
    pub broken: usize,
    /// What all starts from.
    pub base: Base,
    /// The best with at most so many changes, from none on; those that were not reached are none.
    pub steps: Vec<Option<Outcome>>,
}

impl Steps<'_> {
    fn question(&self, picks: usize) -> Query {
        let mut question = Query::best(Arc::new(self.case.clone()));
        let most = Changes { picks, ..Changes::ANY };
        question.no_goods.push(NoGood::Changed { plan: Arc::clone(&self.plan), most });
        question
    }

    /// The question for the fewest changes of what is worth as much as the best.
    fn nearest(&self, best: &Outcome) -> Option<Query> {
        let picks = self.plan.picks().iter().map(|pick| pick.candidate).collect();
        let question = Query::new(Arc::new(self.case.clone()), Aim::Lowest(Measure::Distance(picks)));
        Some(question.with(Measure::Objective, Side::AtLeast, best.objective? - SAME))
    }
}

impl Sweep for Steps<'_> {
    type Base = Base;
    type Piece = Outcome;
    type Result = Found;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<Base, Failure> {
        runner.expect(2);
        let best = Outcome::of(&runner.first(self.case, &say!("stress-best-portfolio-case"))?);
        runner.finish(1);
        let nearest = match self.nearest(&best) {
            Some(question) => {
                let mut pool = pool_of(self.case, &best);
                Outcome::of(&runner.ask(&mut pool, &question, None, &say!("changes-fewest-of-best"))?)
            }
            None => Outcome::IMPOSSIBLE,
        };
        runner.finish(1);
        Ok(Base { best, nearest })
    }

    fn pieces(&self, base: &Base) -> usize {
        let most = base.nearest.value.and_then(|value| usize::try_from(value.round()).ok());
        let most = most.map(|most| self.most.map_or(most, |wanted| wanted.min(most)));
        most.map_or(0, |most| most.saturating_add(1))
    }

    fn piece(
        &self,
        runner: &QueryRunner<'_>,
        base: &Base,
        piece: usize,
        _: &Told<'_, Outcome>,
    ) -> Result<Outcome, Failure> {
        runner.expect(1);
        let mut pool = pool_of(self.case, &base.best);
        let doing = say!("changes-with-so-many", count = piece);
        let found = Outcome::of(&runner.ask(&mut pool, &self.question(piece), None, &doing)?);
        runner.finish(1);
        Ok(found)
    }

    fn certify(&self, base: &Base, pieces: &[(usize, Outcome)]) -> Result<(), String> {
        base.best.certify(&Query::best(Arc::new(self.case.clone())))?;
        if let Some(question) = self.nearest(&base.best) {
            base.nearest.certify(&question)?;
        }
        pieces.iter().try_for_each(|(number, found)| {
            found.certify(&self.question(*number))?;
            no_better(&say!("changes-with-so-many", count = *number), found.objective, base.best.bound)
        })
    }

    fn assemble(&self, _: &QueryRunner<'_>, base: Base, pieces: Pieces<Outcome>) -> Result<Found, Failure> {
        let broken = evaluate(self.case, &self.plan).broken().count();
        let known = if broken == 0 { ProofStatus::Open } else { ProofStatus::Impossible };
        let plan = Outcome::given(self.case, &self.plan, known);
        Ok(Found { plan, broken, base, steps: pieces })
    }
}
