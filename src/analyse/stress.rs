//! A fixed portfolio under each scenario: what is lost, which rungs fall, and what the best answer would have been.
//!
//! *Index lost* is the index with the portfolio in the case less that in the scenario: what the country is worse off by. *Lost* is the
//! objective of the portfolio in the case less that in the scenario; as a gain over doing nothing in the same scenario it can grow where
//! a scenario hurts, because nothing without the portfolio would be worse still. A rung *falls* where a service holds a
//! lower rung (or less power) at the end of the horizon with the portfolio in the scenario than with it in the case.
//! *Regret* is the best objective in the scenario less that of the portfolio there (Savage 1951); it has one only where the
//! portfolio keeps the scenario's rules.

use super::prelude::*;
use super::saved::Picks;
use super::scenarios::{Scenario, scenarios};
use super::spec::NoScenario;
use crate::measure::{Evaluation, evaluate};
use crate::model::Workbook;

/// A portfolio, and the scenarios that it is put under.
#[derive(Debug, Clone)]
pub struct Params {
    portfolio: Portfolio,
    wanted: Vec<String>,
    /// The scenarios, once they are made.
    pub scenarios: Vec<Scenario>,
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "stress",
        command: CommandLine { name: "stress", by: None },
        params: &[
            Param::PORTFOLIO,
            Param {
                name: "scenarios",
                value: "NAME",
                kind: ParamKind::Scenarios(NoScenario::Senseless),
                preset: Preset::Text("all"),
            },
        ],
    };
    type Sweep<'a> = Stress<'a>;
    type Found = Vec<Hit>;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        let none = || Failure::Asked(say!("stress-there-no-portfolio"));
        let portfolio = asked.portfolio("portfolio").ok_or_else(none)?;
        Ok(Self { portfolio, wanted: asked.scenarios("scenarios").unwrap_or_default(), scenarios: Vec::new() })
    }

    fn prepare(&mut self, case: &Case, book: &Workbook) -> Result<(), Failure> {
        self.scenarios = scenarios(book, case, &self.wanted)?;
        Ok(())
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Stress<'a>, Failure> {
        Ok(Stress { case, scenarios: &self.scenarios, portfolio: &self.portfolio })
    }

    fn judges(&self, own: &Portfolio) -> bool {
        self.portfolio == *own
    }
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Stress<'a> {
    /// The case.
    pub case: &'a Case,
    /// The scenarios.
    pub scenarios: &'a [Scenario],
    /// The portfolio.
    pub portfolio: &'a Portfolio,
}

/// A portfolio under a scenario.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// The position of the scenario.
    pub scenario: usize,
    /// Gain and points of the portfolio there.
    pub objective: Decimal,
    /// Its gain there.
    pub gain: Decimal,
    /// What it loses against the case.
    pub lost: Decimal,
    /// The index with it there.
    pub index: Decimal,
    /// What that is lower than in the case.
    pub index_lost: Decimal,
    /// Its bill there.
    pub cost: Decimal,
    /// The rules that it breaks there, in words.
    pub broken: Vec<String>,
    /// Services that fall: `(position, power in the case, power in the scenario, rungs)`.
    pub falls: Vec<Fall>,
    /// The best answer there.
    pub best: Outcome,
    /// The positions of candidates that the best answer there has besides those of the portfolio.
    pub besides: Vec<usize>,
    /// The positions of candidates of the portfolio that the best answer there has not; none if there is no answer.
    pub without: Vec<usize>,
    /// The best objective there less that of the portfolio; `None` if it breaks rules or the best is not known.
    pub regret: Option<Decimal>,
}

/// A service that stands lower in a scenario.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fall {
    /// The position of the service.
    pub service: usize,
    /// The position of the rung with the portfolio in the case.
    pub rung_before: Option<usize>,
    /// The same in the scenario.
    pub rung_after: Option<usize>,
    /// Power with the portfolio in the case.
    pub power_before: Decimal,
    /// The same in the scenario.
    pub power_after: Decimal,
}

impl Sweep for Stress<'_> {
    type Base = ();
    type Piece = Hit;
    type Result = Vec<Hit>;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<(), Failure> {
        runner.expect(self.scenarios.len());
        runner.first(self.case, &say!("stress-best-portfolio-case"))?;
        Ok(())
    }

    fn pieces(&self, (): &()) -> usize {
        self.scenarios.len()
    }

    fn piece(&self, runner: &QueryRunner<'_>, (): &(), piece: usize, _: &Told<'_, Hit>) -> Result<Hit, Failure> {
        let scenario = &self.scenarios[piece];
        let mut pool = SolutionPool::default();
        pool.add(self.portfolio);
        let best =
            Outcome::of(&runner.best(&mut pool, &scenario.case, &say!("stress-scenario", name = scenario.called()))?);
        runner.finish(1);
        Ok(hit(self.case, scenario, piece, self.portfolio, best))
    }

    fn certify(&self, (): &(), pieces: &[(usize, Hit)]) -> Result<(), String> {
        for (number, said) in pieces {
            let scenario =
                self.scenarios.get(*number).ok_or_else(|| say!("stress-there-no-scenario", number = number))?;
            said.best.certify(&Query::best(Arc::new(scenario.case.clone())))?;
            // All the rest follows from the two portfolios.
            if *said != hit(self.case, scenario, *number, self.portfolio, said.best.clone()) {
                return Err(say!("stress-what-scenario-scenario", scenario = scenario.name));
            }
        }
        Ok(())
    }

    fn assemble(&self, _runner: &QueryRunner<'_>, (): (), pieces: Pieces<Hit>) -> Result<Vec<Hit>, Failure> {
        Ok(pieces.into_iter().flatten().collect())
    }
}

/// What a scenario does to a portfolio, given the best answer there.
pub fn hit(case: &Case, scenario: &Scenario, at: usize, portfolio: &Portfolio, best: Outcome) -> Hit {
    let before = evaluate(case, portfolio);
    let after = evaluate(&scenario.case, portfolio);
    let broken: Vec<String> = after.broken().map(|verdict| verdict.sentence(&scenario.case)).collect();
    let regret = best.objective.filter(|_| best.is_proven() && broken.is_empty());
    let own = Picks::of(portfolio);
    let positions = |picks: Vec<CandidateIx>| picks.into_iter().map(|candidate| candidate.0).collect();
    let without = if best.objective.is_some() { own.beyond(&best.picks) } else { Vec::new() };
    Hit {
        besides: positions(best.picks.beyond(&own)),
        without: positions(without),
        scenario: at,
        objective: after.objective.normalize(),
        gain: after.gain.normalize(),
        lost: (before.objective - after.objective).normalize(),
        index: after.index_after.normalize(),
        index_lost: (before.index_after - after.index_after).normalize(),
        cost: after.cost.normalize(),
        falls: falls(&before, &after),
        regret: regret.map(|best| (best - after.objective).max(Decimal::ZERO).normalize()),
        broken,
        best,
    }
}

fn falls(before: &Evaluation, after: &Evaluation) -> Vec<Fall> {
    let services = before.services.iter().zip(&after.services).enumerate();
    let fallen = services
        .filter(|(_, (before, after))| after.power_after < before.power_after || after.rung_after < before.rung_after);
    fallen
        .map(|(service, (before, after))| Fall {
            service,
            rung_before: before.rung_after.map(|rung| rung.0),
            rung_after: after.rung_after.map(|rung| rung.0),
            power_before: before.power_after.normalize(),
            power_after: after.power_after.normalize(),
        })
        .collect()
}
