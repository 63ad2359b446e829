//! Fortifying against takeovers: how dear the cheapest takeover can be made, what that costs in objective, and the portfolio that
//! leaves the least to win to an attacker with some money.
//!
//! With a portfolio `P` taking service `s` over costs `p_s(P)` at the end of the horizon (`measure/takeover_prices.rs`), without end where
//! nobody can. The *floor* of the portfolio is what the cheapest takeover costs, `min p_s(P)`. For every `X` the best portfolio by the usual
//! objective is sought among those in which no service costs less than `X`, nor less than its own `takeover_floor`. It changes only where the
//! price of its own cheapest takeover is exceeded, so that a question for each price that occurs gives every step, each proven
//! (`fortify/climb.rs`); the last one before nothing is possible has the highest floor. Prices that differ by less than 0.0001 count as the same.
//!
//! What an attacker with the money of `--hostile` wins at worst, and the portfolios that leave less: `fortify/siege.rs`. Such problems of
//! a defender who moves first are those of *fortification* against *interdiction* (Scaparra and Church 2008).
//!
//! Services in which no stake has a price, those whose own floor is 0, and those whose price depends on purchases by name are left out and named.

mod climb;
mod scope;
mod siege;

pub use self::climb::{Climb, Step};
use self::scope::Scope;
pub use self::scope::{Aside, RESOLUTION};
pub use self::siege::{Siege, Stand};
use super::prelude::*;
use super::takeover::{Stand as Exposed, stand};
use crate::measure::evaluate;
use crate::measure::index::Weights;
use crate::model::ServiceIx;
use crate::model::order::InOrder as _;

/// The money of whoever attacks.
#[derive(Debug, Clone)]
pub struct Params {
    /// `None` if money is no object.
    pub hostile: Option<Money>,
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "fortify",
        command: CommandLine { name: "fortify", by: None },
        params: &[Param {
            name: "hostile",
            value: "MONEY",
            kind: ParamKind::CountOrAll(0, 1_000_000_000),
            preset: Preset::Text("all"),
        }],
    };
    type Sweep<'a> = Fortify<'a>;
    type Found = Fortified;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        Ok(Self { hostile: asked.count_or_all("hostile")?.map(Decimal::from) })
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Fortify<'a>, Failure> {
        Ok(Fortify { scope: Scope::of(case), hostile: self.hostile })
    }
}

/// The sweep: the climb, and the attacks.
#[derive(Debug)]
pub struct Fortify<'a> {
    scope: Scope<'a>,
    hostile: Option<Money>,
}

/// What one piece finds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Piece {
    /// How dear the cheapest takeover can be made.
    Climb(Climb),
    /// How little can be left to win.
    Siege(Siege),
}

/// A service with holders.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// Its position.
    pub service: usize,
    /// Why no price is asked of it.
    pub aside: Option<Aside>,
    /// What it takes to win it with nothing chosen, with the best portfolio and with the one that has the highest floor; `None` if
    /// that cannot be said, or if there is no such portfolio.
    pub stands: [Option<Exposed>; 3],
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Fortified {
    /// The best portfolio.
    pub best: Outcome,
    /// How dear the cheapest takeover can be made; `None` if that was not looked for.
    pub climb: Option<Climb>,
    /// How little can be left to win; `None` if that was not looked for.
    pub siege: Option<Siege>,
    /// Every service with holders.
    pub services: Vec<Held>,
}

impl Fortified {
    /// The services whose takeover has a price that counts.
    pub fn counted(&self) -> usize {
        self.services.iter().filter(|it| it.aside.is_none()).count()
    }
}

impl Fortify<'_> {
    fn held(&self, best: &Outcome, climb: Option<&Climb>) -> Vec<Held> {
        let case = self.scope.case;
        let weights = Weights::new(case);
        let dearest = climb.and_then(|climb| climb.steps.last()).map(|last| &last.best);
        let portfolios = [Some(Portfolio::default()), of(Some(best)), of(dearest)];
        let results = portfolios.map(|it| it.map(|it| evaluate(case, &it)));
        let mut all: Vec<(ServiceIx, Option<Aside>)> =
            self.scope.services.iter().map(|&service| (service, None)).collect();
        all.extend(self.scope.aside.iter().map(|&(service, why)| (service, Some(why))));
        all.order_by_key(|(service, _)| service.0);
        let held = |(service, aside): (ServiceIx, Option<Aside>)| Held {
            service: service.0,
            aside,
            stands: results.each_ref().map(|it| stand(case, &weights, service, it.as_ref()?).ok()),
        };
        all.into_iter().map(held).collect()
    }
}

/// The portfolio of an answer that has one.
fn of(outcome: Option<&Outcome>) -> Option<Portfolio> {
    outcome.filter(|it| it.objective.is_some()).map(|it| it.picks.portfolio())
}

impl Sweep for Fortify<'_> {
    type Base = Outcome;
    type Piece = Piece;
    type Result = Fortified;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<Outcome, Failure> {
        runner.expect(1);
        let best = Outcome::of(&runner.first(self.scope.case, &say!("stress-best-portfolio-case"))?);
        runner.finish(1);
        Ok(best)
    }

    fn pieces(&self, _: &Outcome) -> usize {
        if self.scope.services.is_empty() { 0 } else { 2 }
    }

    fn piece(
        &self,
        runner: &QueryRunner<'_>,
        base: &Outcome,
        piece: usize,
        told: &Told<'_, Piece>,
    ) -> Result<Piece, Failure> {
        if piece == 0 {
            return self.scope.climb(runner, base, &|it| told(Piece::Climb(it.clone()))).map(Piece::Climb);
        }
        self.scope.siege(runner, (base, self.hostile), &|it| told(Piece::Siege(it.clone()))).map(Piece::Siege)
    }

    fn certify(&self, base: &Outcome, pieces: &[(usize, Piece)]) -> Result<(), String> {
        base.certify(&Query::best(Arc::new(self.scope.case.clone())))?;
        pieces.iter().try_for_each(|(number, piece)| match piece {
            Piece::Climb(climb) if *number == 0 => self.scope.certify_climb(base, climb),
            Piece::Siege(siege) if *number == 1 => self.scope.certify_siege((base, self.hostile), siege),
            _ => Err(say!("fortify-not-so")),
        })
    }

    fn assemble(&self, _: &QueryRunner<'_>, best: Outcome, pieces: Pieces<Piece>) -> Result<Fortified, Failure> {
        let (mut climb, mut siege) = (None, None);
        for piece in pieces.into_iter().flatten() {
            match piece {
                Piece::Climb(it) => climb = Some(Climb { steps: climb::joined(it.steps), ..it }),
                Piece::Siege(it) => siege = Some(Siege { stands: siege::joined(it.stands), ..it }),
            }
        }
        let services = self.held(&best, climb.as_ref());
        Ok(Fortified { best, climb, siege, services })
    }
}
