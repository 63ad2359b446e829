//! Three kinds of event, before and after a portfolio: a takeover, after which somebody else decides; a denial, by which an order under
//! a foreign law stops a service within days, whoever holds it; an outage, in which a service fails and control stays.
//!
//! What stops with what is in `measure/dependence.rs`. A takeover needs holders who can be won (`takeover.rs` has what that costs); a
//! denial stops all services that answer to the law and all that depend on them; an outage stops one service and all that depend on it. A
//! candidate in force whose effect `prevents` an event keeps its service going, and that service alone.
//!
//! *Where the next money goes*: each candidate that the portfolio leaves open is added to it alone, at its first possible start, whatever
//! the budgets say. What it adds to the index by the weakest layers, for each unit of its bill, says which layer to move next; no
//! plan comes of that, only a direction.

use super::prelude::*;
use crate::measure::dependence::{all_foreign_laws, foreign_laws, goes_on, stopped, tasks, weakest, weakest_index};
use crate::measure::index::Weights;
use crate::measure::purchases::bought;
use crate::measure::takeover::{Aim, fewest};
use crate::measure::{Evaluation, Measures};
use crate::model::order::InOrder as _;
use crate::model::{Event, Pick, ServiceIx, ShareRange, Year};

/// A portfolio.
#[derive(Debug, Clone)]
pub struct Params {
    portfolio: Portfolio,
}

impl Params {
    /// About this portfolio.
    pub fn of(portfolio: Portfolio) -> Self {
        Self { portfolio }
    }
}

impl Analysis for Params {
    const SPEC: &'static Spec =
        &Spec { id: "events", command: CommandLine { name: "events", by: None }, params: &[Param::PORTFOLIO] };
    type Sweep<'a> = Events<'a>;
    type Found = Reached;

    fn read(asked: &Asked<'_>) -> Result<Self, Failure> {
        let none = || Failure::Asked(say!("stress-there-no-portfolio"));
        Ok(Self { portfolio: asked.portfolio("portfolio").ok_or_else(none)? })
    }

    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Events<'a>, Failure> {
        Ok(Events { case, params: self })
    }

    fn judges(&self, own: &Portfolio) -> bool {
        self.portfolio == *own
    }
}

/// The sweep: one piece, in which nothing is searched.
#[derive(Debug)]
pub struct Events<'a> {
    case: &'a Case,
    params: &'a Params,
}

/// What each event reaches.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reached {
    /// Each service.
    pub services: Vec<Exposed>,
    /// Each law of another country that services answer to.
    pub laws: Vec<Denial>,
    /// The outage of each service that others depend on.
    pub outages: Vec<Outage>,
    /// The index at the end of the last year, with nothing chosen and with the portfolio.
    pub index: [Decimal; 2],
    /// The same when every service counts by its weakest layer.
    pub weakest: [Decimal; 2],
    /// The layers that hold services back, and what moves them; those that bring most for their money first.
    pub layers: Vec<Layer>,
    /// Candidates that keep a service going.
    pub alternatives: Vec<Alternative>,
}

/// A service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exposed {
    /// Its position.
    pub service: usize,
    /// Whether it can be taken over with the portfolio.
    pub takeover: Option<Takeover>,
    /// The laws whose orders stop it with the portfolio.
    pub denied_by: Vec<String>,
    /// Its power with the portfolio.
    pub power: Decimal,
    /// Its weakest layer with the portfolio.
    pub weakest: usize,
    /// The power of that.
    pub weakest_power: Decimal,
}

/// Whether a service can be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Takeover {
    /// Holders can be won who decide together.
    Possible,
    /// Not even all holders together decide.
    Impossible,
    /// A candidate in force prevents it.
    Prohibited,
}

/// What an event stops.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// What stops each service, by positions: itself, or the service through which the event comes; nothing if it goes on.
    pub by: Vec<Option<usize>>,
    /// How much of what each ministry weighs stops, in percent.
    pub tasks: Vec<Decimal>,
}

impl Stop {
    /// How many services stop.
    pub fn count(&self) -> usize {
        self.by.iter().flatten().count()
    }
}

/// An order under a foreign law.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Denial {
    /// The law.
    pub law: String,
    /// What it stops with nothing chosen, and with the portfolio.
    pub stops: [Stop; 2],
}

/// A service fails.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outage {
    /// Its position.
    pub service: usize,
    /// What it stops with nothing chosen, and with the portfolio.
    pub stops: [Stop; 2],
}

/// A service that is the weakest layer of others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Layer {
    /// Its position.
    pub service: usize,
    /// The services that it holds back with the portfolio, itself left out.
    pub holds_back: Vec<usize>,
    /// What the index by the weakest layers would gain if it had all power.
    pub held_back: Decimal,
    /// The candidate that adds most for its money.
    pub next: Option<Next>,
}

/// A candidate that moves a layer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Next {
    /// Its position.
    pub candidate: usize,
    /// Its public bill.
    pub cost: Money,
    /// What it adds to the index by the weakest layers.
    pub adds: Decimal,
    /// The same for each unit of money; `None` if it costs nothing.
    pub for_money: Option<Decimal>,
}

/// A candidate that keeps a service going.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// Its position.
    pub candidate: usize,
    /// The service.
    pub service: usize,
    /// Through which event.
    pub event: Event,
    /// Its public bill.
    pub cost: Money,
    /// From the end of this year on it holds.
    pub in_force: Year,
    /// Whether it is in the portfolio.
    pub chosen: bool,
    /// The services that go on because of it alone, whichever foreign law the order comes under.
    pub keeps: Vec<usize>,
}

impl Events<'_> {
    fn stop(&self, weights: &Weights, hit: &[bool]) -> Stop {
        let by = stopped(self.case, hit);
        let tasks = tasks(self.case, weights, &|service| by[service.0].is_some());
        Stop {
            tasks: tasks.into_iter().map(|it| it.round_dp(12).normalize()).collect(),
            by: by.into_iter().map(|it| it.map(|it| it.0)).collect(),
        }
    }

    /// The services that an order under a law stops by itself.
    fn denied(&self, law: &str, goes_on: &[bool]) -> Vec<bool> {
        let answers = |service| foreign_laws(self.case, service).any(|other| other == law);
        self.case.service_ixs().map(|service| answers(service) && !goes_on[service.0]).collect()
    }

    /// What an event stops with nothing chosen, and with the portfolio.
    fn both(&self, weights: &Weights, hit: &dyn Fn(&[bool]) -> Vec<bool>, after: &[bool]) -> [Stop; 2] {
        let before = vec![false; after.len()];
        [&before[..], after].map(|goes_on| self.stop(weights, &hit(goes_on)))
    }

    fn takeover(&self, service: ServiceIx, prevented: &[bool], result: &Evaluation) -> Option<Takeover> {
        let others = |it: &crate::model::Holder| it.service == service && !it.home && it.stake > Decimal::ZERO;
        if !self.case.holders.iter().any(others) {
            return None;
        }
        if prevented[service.0] {
            return Some(Takeover::Prohibited);
        }
        let bought = bought(self.case, service, &result.picks, self.case.last_year);
        let at = (service, result.services[service.0].control_after, bought);
        let coup = fewest(self.case, at, Aim::Control).ok()?;
        Some(if coup.is_some() { Takeover::Possible } else { Takeover::Impossible })
    }

    /// A candidate from its first possible start on.
    fn first(&self, candidate: CandidateIx) -> Option<Pick> {
        let may = self.case.may_be_chosen(candidate);
        let shares = ShareRange::even_split(&self.case[candidate].shares);
        may.then(|| Pick { candidate, start: *self.case.starts(candidate).start(), shares })
    }

    fn layers(&self, measures: &Measures, weights: &Weights, power: &[Decimal]) -> Vec<Layer> {
        let case = self.case;
        let base = weakest_index(case, weights, power);
        let chosen = self.params.portfolio.picks();
        let mut adds: Vec<Option<Next>> = Vec::new();
        for candidate in case.candidate_ixs() {
            let is_open = !case[candidate].effects.is_empty() && !chosen.iter().any(|it| it.candidate == candidate);
            adds.push(self.first(candidate).filter(|_| is_open).map(|pick| {
                let with = Portfolio::new(chosen.iter().cloned().chain([pick]).collect());
                let power: Vec<Decimal> =
                    measures.evaluate(case, &with).services.iter().map(|it| it.power_after).collect();
                let (cost, adds) =
                    (crate::rules::bill::whole(&case[candidate]), weakest_index(case, weights, &power) - base);
                let for_money = adds.checked_div(cost).map(|it| it.round_dp(12).normalize());
                Next { candidate: candidate.0, cost: cost.normalize(), adds: adds.normalize(), for_money }
            }));
        }
        let weakest = weakest(case, power);
        let layer = |service: ServiceIx| {
            let holds_back =
                case.service_ixs().filter(|&it| it != service && weakest[it.0] == service).map(|it| it.0).collect();
            let mut full = power.to_vec();
            full[service.0] = Decimal::ONE;
            let moves = |it: &&Next| {
                case[CandidateIx(it.candidate)].effects.iter().any(|effect| effect.service == service)
                    && it.adds > Decimal::ZERO
            };
            // What costs nothing comes before all that costs something.
            let worth = |it: &&Next| (it.for_money.is_none(), it.for_money, it.adds, std::cmp::Reverse(it.candidate));
            Layer {
                service: service.0,
                holds_back,
                held_back: (weakest_index(case, weights, &full) - base).normalize(),
                next: adds.iter().flatten().filter(moves).max_by_key(worth).cloned(),
            }
        };
        let mut layers: Vec<Layer> =
            case.service_ixs().map(layer).filter(|it| it.held_back > Decimal::ZERO || it.next.is_some()).collect();
        layers.order_by_key(|it| {
            let next = it.next.as_ref();
            std::cmp::Reverse((next.map(|it| (it.for_money.is_none(), it.for_money)), it.held_back))
        });
        layers
    }

    fn alternatives(&self, result: &Evaluation) -> Vec<Alternative> {
        let case = self.case;
        let laws = all_foreign_laws(case);
        let mut found = Vec::new();
        for candidate in case.candidate_ixs() {
            let pick = result.picks.iter().find(|pick| pick.candidate == candidate);
            let first = self.first(candidate);
            let Some(start) = pick.map(|pick| pick.start).or(first.map(|it| it.start)) else { continue };
            for effect in &case[candidate].effects {
                let Some(event) = effect.prevents.filter(|event| *event != Event::Takeover) else { continue };
                // What has worn off at the end keeps nothing going then.
                if !effect.holds(case[candidate].in_force(start), case.last_year) {
                    continue;
                }
                let mut alone = vec![false; case.services.len()];
                alone[effect.service.0] = true;
                let mut keeps = vec![false; alone.len()];
                let events: Vec<[Vec<bool>; 2]> = if event == Event::Outage {
                    vec![[alone.clone(), vec![false; alone.len()]]]
                } else {
                    let none = vec![false; alone.len()];
                    laws.iter().map(|law| [self.denied(law, &none), self.denied(law, &alone)]).collect()
                };
                for [without, with] in events {
                    let (without, with) = (stopped(case, &without), stopped(case, &with));
                    let kept = without.iter().zip(&with).map(|(without, with)| without.is_some() && with.is_none());
                    keeps.iter_mut().zip(kept).for_each(|(keeps, kept)| *keeps |= kept);
                }
                found.push(Alternative {
                    candidate: candidate.0,
                    service: effect.service.0,
                    event,
                    cost: crate::rules::bill::whole(&case[candidate]).normalize(),
                    in_force: case[candidate].in_force(start),
                    chosen: pick.is_some(),
                    keeps: (0..keeps.len()).filter(|&at| keeps[at]).collect(),
                });
            }
        }
        found
    }

    fn reached(&self) -> Reached {
        let case = self.case;
        let (weights, measures) = (Weights::new(case), Measures::new(case));
        let result = measures.evaluate(case, &self.params.portfolio);
        let power = |of: fn(&crate::measure::ServiceResult) -> Decimal| -> Vec<Decimal> {
            result.services.iter().map(of).collect()
        };
        let powers = [power(|it| it.power_before), power(|it| it.power_after)];
        let [no_takeover, no_denial, no_outage] =
            [Event::Takeover, Event::Denial, Event::Outage].map(|event| goes_on(case, &result, event));
        let laws: Vec<Denial> = all_foreign_laws(case)
            .into_iter()
            .map(|law| Denial { stops: self.both(&weights, &|goes_on| self.denied(&law, goes_on), &no_denial), law })
            .collect();
        let is_used = |at: ServiceIx| case.services.iter().any(|it| it.depends_on.contains(&at));
        let alone = |at: ServiceIx| {
            move |goes_on: &[bool]| (0..goes_on.len()).map(|it| it == at.0 && !goes_on[it]).collect::<Vec<bool>>()
        };
        let outages = case
            .service_ixs()
            .filter(|&at| is_used(at))
            .map(|at| Outage { service: at.0, stops: self.both(&weights, &alone(at), &no_outage) });
        let weak = weakest(case, &powers[1]);
        let exposed = |at: ServiceIx| Exposed {
            service: at.0,
            takeover: self.takeover(at, &no_takeover, &result),
            denied_by: laws.iter().filter(|it| it.stops[1].by[at.0].is_some()).map(|it| it.law.clone()).collect(),
            power: powers[1][at.0].normalize(),
            weakest: weak[at.0].0,
            weakest_power: powers[1][weak[at.0].0].normalize(),
        };
        let plain = |power: &Vec<Decimal>| {
            let terms = case.service_ixs().map(|at| weights.of_service(case, at) * power[at.0]);
            terms.sum::<Decimal>().round_dp(12).normalize()
        };
        Reached {
            services: case.service_ixs().map(exposed).collect(),
            outages: outages.collect(),
            index: [plain(&powers[0]), plain(&powers[1])],
            weakest: [&powers[0], &powers[1]]
                .map(|power| weakest_index(case, &weights, power).round_dp(12).normalize()),
            layers: self.layers(&measures, &weights, &powers[1]),
            alternatives: self.alternatives(&result),
            laws,
        }
    }
}

impl Sweep for Events<'_> {
    type Base = ();
    type Piece = Reached;
    type Result = Reached;

    fn base(&self, runner: &QueryRunner<'_>) -> Result<(), Failure> {
        runner.expect(1);
        Ok(())
    }

    fn pieces(&self, (): &()) -> usize {
        1
    }

    fn piece(&self, runner: &QueryRunner<'_>, (): &(), _: usize, _: &Told<'_, Reached>) -> Result<Reached, Failure> {
        let found = self.reached();
        runner.finish(1);
        Ok(found)
    }

    fn certify(&self, (): &(), pieces: &[(usize, Reached)]) -> Result<(), String> {
        let found = self.reached();
        if pieces.iter().all(|(_, said)| *said == found) { Ok(()) } else { Err(say!("events-not-so")) }
    }

    fn assemble(&self, _: &QueryRunner<'_>, (): (), pieces: Pieces<Reached>) -> Result<Reached, Failure> {
        Ok(pieces.into_iter().flatten().next().unwrap_or_default())
    }
}
