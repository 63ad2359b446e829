//! Takeover stress: what an outside buyer has to win in each service, before and after a portfolio, and the worst that one with
//! some money can do.
//!
//! For each service with a cap table: the cheapest set of stakes that gives control or blocks the home bloc, and the fewest holders
//! (`measure/takeover.rs`), at the end of the horizon. Where a candidate in force prevents a takeover, none is possible. A service that is
//! taken has no power left but that of the rights that were granted on it; what goes is the *loss*, in index points at the end of the
//! last year. Losses of services add up, so that the worst attack with a budget is a knapsack problem, solved exactly.
//!
//! *Buy, protect, prohibit*: each candidate that moves a service beside the others, alone from its first possible start on: what it
//! costs, when it is in force, which power it adds, and what an outside buyer then needs. A prohibition adds no power, a right keeps
//! its power whoever owns the service, a stake makes taking and blocking dearer.

use super::prelude::*;
use crate::measure::index::Weights;
use crate::measure::purchases::bought;
use crate::measure::takeover::{Aim, At, Attack, Coup, TooMany, cheapest, fewest, worst};
use crate::measure::{Evaluation, evaluate};
use crate::model::{Event, Percent, Pick, ServiceIx, Year};

/// A portfolio, and the money of whoever attacks.
#[derive(Debug, Clone)]
pub struct Params {
    portfolio: Portfolio,
    /// The money of the attacker; `None` if it is no object.
    pub hostile: Option<Money>,
}

impl Params {
    /// About this portfolio, and an attacker with this money; `None` if it is no object.
    pub fn of(portfolio: Portfolio, hostile: Option<Money>) -> Self {
        Self { portfolio, hostile }
    }
}

impl Analysis for Params {
    const SPEC: &'static Spec = &Spec {
        id: "takeover",
        command: CommandLine { name: "takeover", by: None },
        params: &[
            Param::PORTFOLIO,
            Param {
                name: "hostile",
                value: "MONEY",
                kind: ParamKind::CountOrAll(0, 1_000_000_000),
                preset: Preset::Text("all"),
            },
        ],
    };
    type Sweep<'a> = Takeover<'a>;
    type Found = Exposure;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        let none = || Failure::Asked(say!("stress-there-no-portfolio"));
        let portfolio = asked.portfolio("portfolio").ok_or_else(none)?;
        Ok(Self { portfolio, hostile: asked.count_or_all("hostile")?.map(Decimal::from) })
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Takeover<'a>, Failure> {
        Ok(Takeover { case, params: self })
    }

    fn judges(&self, own: &Portfolio) -> bool {
        self.portfolio == *own
    }
}

/// The sweep: one piece, in which nothing is searched that takes long.
#[derive(Debug)]
pub struct Takeover<'a> {
    case: &'a Case,
    params: &'a Params,
}

/// What an outside buyer has to win.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exposure {
    /// Each service with a cap table.
    pub services: Vec<Exposed>,
    /// The worst attack with nothing chosen, and with the portfolio.
    pub attacks: [Worst; 2],
    /// What can be done about it, service by service.
    pub measures: Vec<Measure>,
    /// Services whose holders are too many to be looked through.
    pub unknown: Vec<usize>,
}

/// A service that can be taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exposed {
    /// The position of the service.
    pub service: usize,
    /// With nothing chosen.
    pub before: Stand,
    /// With the portfolio.
    pub after: Stand,
}

/// What it takes to win a service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stand {
    /// Control at the end of the last year.
    pub control: Percent,
    /// What is lost with the service, in index points.
    pub loss: Decimal,
    /// Whether a candidate in force prevents that it is taken over.
    pub prevented: bool,
    /// To take control.
    pub take: Needed,
    /// To block the home bloc.
    pub block: Needed,
}

/// What is needed for an aim.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Needed {
    /// The holders that are cheapest to win, by their positions; none if money does not do it.
    pub cheapest: Vec<usize>,
    /// What they cost.
    pub price: Option<Money>,
    /// The fewest holders that are enough, for sale or not; none if not even all are.
    pub fewest: Vec<usize>,
}

/// The worst attack.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Worst {
    /// The services that are taken, by their positions.
    pub services: Vec<usize>,
    /// What that costs.
    pub price: Money,
    /// The index points that are lost.
    pub loss: Decimal,
    /// No attack with the money loses more.
    pub bound: Decimal,
}

impl Worst {
    /// What is known of an attack that was not looked into: at worst all of the index goes.
    const UNKNOWN: Self =
        Self { services: Vec::new(), price: Decimal::ZERO, loss: Decimal::ZERO, bound: Decimal::ONE_HUNDRED };

    /// Whether nothing worse is possible.
    pub fn is_proven(&self) -> bool {
        self.bound <= self.loss
    }
}

/// A candidate that does something about a service, alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// The position of the service.
    pub service: usize,
    /// The position of the candidate.
    pub candidate: usize,
    /// Its public bill.
    pub cost: Money,
    /// From the end of this year on it holds.
    pub in_force: Year,
    /// After this many years it has worn off; `None` if it never does.
    #[serde(default)]
    pub lasts: Option<u32>,
    /// Whether it gains control.
    pub buys: bool,
    /// Whether it grants a right.
    pub protects: bool,
    /// Whether it prevents a takeover.
    pub prohibits: bool,
    /// The power that it adds to the service.
    pub power: Decimal,
    /// What it then takes to win the service.
    pub stand: Stand,
}

fn needed(case: &Case, at: At, aim: Aim) -> Result<Needed, TooMany> {
    let (cheap, few) = (cheapest(case, at, aim)?, fewest(case, at, aim)?);
    let price = cheap.as_ref().and_then(|coup| coup.price);
    let of = |coup: Option<Coup>| coup.map(|coup| coup.holders).unwrap_or_default();
    Ok(Needed { cheapest: of(cheap), price, fewest: of(few) })
}

/// What it takes to win a service when a portfolio has been carried out.
pub(super) fn stand(case: &Case, weights: &Weights, service: ServiceIx, result: &Evaluation) -> Result<Stand, TooMany> {
    let effects = result.picks.iter().flat_map(|pick| {
        case[pick.candidate].effects.iter().filter(|effect| effect.holds(pick.in_force, case.last_year))
    });
    let (mut prevented, mut kept) = (false, Decimal::ZERO);
    for effect in effects.filter(|effect| effect.service == service) {
        prevented |= effect.prevents == Some(Event::Takeover);
        kept = kept.max(effect.grants.map(|rung| case[rung].power).unwrap_or_default());
    }
    let (control, power) = (result.services[service.0].control_after, result.services[service.0].power_after);
    let at = (service, control, bought(case, service, &result.picks, case.last_year));
    let take = if prevented { Needed::default() } else { needed(case, at, Aim::Control)? };
    Ok(Stand {
        control: control.normalize(),
        loss: (weights.of_service(case, service) * (power - kept).max(Decimal::ZERO)).normalize(),
        prevented,
        take,
        block: needed(case, at, Aim::Blocking)?,
    })
}

/// The worst attack on services that stand like this.
fn attack<'a>(services: impl Iterator<Item = (usize, &'a Stand)>, hostile: Option<Money>) -> Worst {
    let open: Vec<_> = services.filter_map(|(service, it)| Some((service, (it.take.price?, it.loss)))).collect();
    let targets: Vec<_> = open.iter().map(|(_, target)| *target).collect();
    let Attack { taken, price, loss, bound } = worst(&targets, hostile);
    let services = taken.into_iter().map(|at| open[at].0).collect();
    Worst { services, price: price.normalize(), loss: loss.normalize(), bound: bound.normalize() }
}

/// What each candidate does alone about a service, from its first possible start on.
fn measures(case: &Case, weights: &Weights, service: ServiceIx) -> Result<Vec<Measure>, TooMany> {
    let mut found = Vec::new();
    for candidate in case.candidate_ixs() {
        let it = &case[candidate];
        let Some(effect) = it.effects.iter().find(|effect| effect.service == service) else { continue };
        let shares = std::iter::once(100).chain(std::iter::repeat(0)).take(case.ministries.len()).collect();
        let pick = Pick { candidate, start: it.start_from, shares };
        let result = evaluate(case, &Portfolio::new(vec![pick]));
        let Some(pick) = result.picks.first() else { continue };
        let at = &result.services[service.0];
        found.push(Measure {
            service: service.0,
            candidate: candidate.0,
            cost: pick.bill.normalize(),
            in_force: pick.in_force,
            lasts: effect.lasts,
            buys: effect.control_gain > Decimal::ZERO,
            protects: effect.grants.is_some(),
            prohibits: effect.prevents == Some(Event::Takeover),
            power: (at.power_after - at.power_before).normalize(),
            stand: stand(case, weights, service, &result)?,
        });
    }
    Ok(found)
}

impl Takeover<'_> {
    fn exposure(&self) -> Exposure {
        let case = self.case;
        let weights = Weights::new(case);
        let nothing = evaluate(case, &Portfolio::default());
        let chosen = evaluate(case, &self.params.portfolio);
        let (mut services, mut all, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
        let is_held = |service: ServiceIx| {
            case.holders.iter().any(|it| it.service == service && !it.home && it.stake > Decimal::ZERO)
        };
        for service in case.service_ixs().filter(|&service| is_held(service)) {
            let stand = |result| stand(case, &weights, service, result);
            match (stand(&nothing), stand(&chosen), measures(case, &weights, service)) {
                (Ok(before), Ok(after), Ok(measures)) => {
                    services.push(Exposed { service: service.0, before, after });
                    all.extend(measures);
                }
                _ => unknown.push(service.0),
            }
        }
        let hostile = self.params.hostile;
        let before = attack(services.iter().map(|it| (it.service, &it.before)), hostile);
        let after = attack(services.iter().map(|it| (it.service, &it.after)), hostile);
        Exposure { services, attacks: [before, after], measures: all, unknown }
    }
}

impl Sweep for Takeover<'_> {
    type Base = ();
    type Piece = Exposure;
    type Result = Exposure;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<(), Failure> {
        runner.expect(1);
        Ok(())
    }

    fn pieces(&self, (): &()) -> usize {
        1
    }

    fn piece(&self, runner: &QueryRunner<'_>, (): &(), _: usize, _: &Told<'_, Exposure>) -> Result<Exposure, Failure> {
        let found = self.exposure();
        runner.finish(1);
        Ok(found)
    }

    fn certify(&self, (): &(), pieces: &[(usize, Exposure)]) -> Result<(), String> {
        let found = self.exposure();
        if pieces.iter().all(|(_, said)| *said == found) { Ok(()) } else { Err(say!("takeover-not-so")) }
    }

    fn assemble(&self, _: &QueryRunner<'_>, (): (), pieces: Pieces<Exposure>) -> Result<Exposure, Failure> {
        let empty = || Exposure {
            services: Vec::new(),
            attacks: [Worst::UNKNOWN, Worst::UNKNOWN],
            measures: Vec::new(),
            unknown: Vec::new(),
        };
        Ok(pieces.into_iter().flatten().next().unwrap_or_else(empty))
    }
}
