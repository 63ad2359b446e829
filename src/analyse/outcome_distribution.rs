//! What chance does to a fixed portfolio: every candidate with `success` below 1 works or fails, independently.
//!
//! A candidate that fails adds no control, also not in synergies; its grants, points and bill stay (grants count in full
//! under both risk settings). Whatever the case's risk setting, what works counts in full.
//!
//! For a service the chance of each rung is exact where at most [`EXACT_SERVICE`] uncertain candidates move it: every
//! outcome is counted with its probability. The distribution of the objective is exact where the whole portfolio has at most
//! [`EXACT_PORTFOLIO`] uncertain candidates; else it is sampled with a fixed seed, and the standard error of the mean is
//! said.

use crate::model::order::InOrder as _;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use crate::measure::Measures;
use crate::model::{CandidateIx, Case, Portfolio, PowerRule, Relation, Risk, RungIx, ServiceIx};

/// The most uncertain candidates on one service that are counted out.
pub const EXACT_SERVICE: usize = 14;
/// The most uncertain candidates in a portfolio that are counted out.
pub const EXACT_PORTFOLIO: usize = 12;

/// What chance does to a portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OutcomeDistribution {
    /// How it was found.
    pub method: Method,
    /// The mean of the objective.
    pub mean: Decimal,
    /// Its standard deviation.
    pub deviation: Decimal,
    /// The objective that is reached at least with probability 95, 50 and 5 %: low, median, high.
    pub quantiles: [Decimal; 3],
    /// The lowest objective that came out.
    pub lowest: Decimal,
    /// The highest objective that came out.
    pub highest: Decimal,
    /// The chance that the objective is at least the one that the case expects.
    pub as_expected: Decimal,
    /// For each service that the portfolio moves, the chance of each rung.
    pub rungs: Vec<RungChances>,
}

/// How a distribution was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// Every outcome was counted.
    Exact {
        /// How many.
        outcomes: usize,
    },
    /// It was sampled.
    Sampled {
        /// How many draws.
        draws: usize,
        /// The seed.
        seed: u64,
        /// The standard error of the mean.
        error: Decimal,
    },
}

/// The chances of a service at the end of the horizon.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RungChances {
    /// The position of the service.
    pub service: usize,
    /// The position of the rung that the case expects; none below the first.
    pub expected: Option<usize>,
    /// The chance of holding at least the expected rung.
    pub holds: Decimal,
    /// The chance of exactly each rung; the first is that of none.
    pub chances: Vec<Decimal>,
    /// Whether the chances are counted out and not sampled.
    pub exact: bool,
}

/// What chance does to a portfolio of a case.
pub fn outcome_distribution(case: &Case, portfolio: &Portfolio, draws: usize, seed: u64) -> OutcomeDistribution {
    let uncertain: Vec<CandidateIx> = portfolio
        .picks()
        .iter()
        .map(|pick| pick.candidate)
        .filter(|&candidate| case[candidate].success < Decimal::ONE && moves_anything(case, candidate))
        .collect();
    let mut rungs = no_rungs(case);
    let (method, outcomes) = if uncertain.len() <= EXACT_PORTFOLIO {
        let outcomes = counted(case, portfolio, &uncertain, &mut rungs);
        (Method::Exact { outcomes: outcomes.len() }, outcomes)
    } else {
        let outcomes = sampled((case, portfolio), &uncertain, draws.max(2), seed, &mut rungs);
        (Method::Sampled { draws: outcomes.len(), seed, error: Decimal::ZERO }, outcomes)
    };
    summarised((case, portfolio), &uncertain, method, outcomes, &rungs)
}

/// An outcome: its probability and the objective.
struct Happening {
    probability: Decimal,
    objective: Decimal,
}

/// By service the probability of no rung, and of each: added up on the way, for there may be a million outcomes.
type Rungs = Vec<Vec<Decimal>>;

fn moves_anything(case: &Case, candidate: CandidateIx) -> bool {
    let mut joint = case.relations.iter().filter_map(Relation::joint);
    let synergy = joint.any(|it| it.members.contains(&candidate));
    synergy || case[candidate].effects.iter().any(|effect| effect.control_gain > Decimal::ZERO)
}

/// The case in which these candidates fail and all others work.
pub fn with_failed(case: &Case, failed: &[CandidateIx]) -> Case {
    let mut outcome = Case { risk: Risk::Full, ..case.clone() };
    for candidate in failed {
        for effect in &mut outcome.candidates[candidate.0].effects {
            effect.control_gain = Decimal::ZERO;
        }
    }
    for relation in &mut outcome.relations {
        if relation.joint().is_some_and(|it| it.members.iter().any(|member| failed.contains(member))) {
            relation.control_gain = Decimal::ZERO;
        }
    }
    outcome
}

fn happening(
    case: &Case,
    portfolio: &Portfolio,
    failed: &[CandidateIx],
    probability: Decimal,
    rungs: &mut Rungs,
) -> Happening {
    let outcome = with_failed(case, failed);
    let evaluation = Measures::new(&outcome).evaluate(&outcome, portfolio);
    for (sums, service) in rungs.iter_mut().zip(&evaluation.services) {
        if let Some(sum) = sums.get_mut(service.rung_after.map_or(0, |rung| rung.0 + 1)) {
            *sum += probability;
        }
    }
    Happening { probability, objective: evaluation.objective }
}

fn no_rungs(case: &Case) -> Rungs {
    vec![vec![Decimal::ZERO; case.rungs.len() + 1]; case.services.len()]
}

/// Every outcome of these candidates with its probability.
fn outcomes(case: &Case, uncertain: &[CandidateIx]) -> Vec<(Vec<CandidateIx>, Decimal)> {
    let mut all = vec![(Vec::new(), Decimal::ONE)];
    for &candidate in uncertain {
        let success = case[candidate].success;
        let mut next = Vec::with_capacity(all.len() * 2);
        for (failed, probability) in all {
            let mut more: Vec<CandidateIx> = failed.clone();
            more.push(candidate);
            next.push((failed, probability * success));
            next.push((more, probability * (Decimal::ONE - success)));
        }
        next.retain(|(_, probability)| !probability.is_zero());
        all = next;
    }
    all
}

fn counted(case: &Case, portfolio: &Portfolio, uncertain: &[CandidateIx], rungs: &mut Rungs) -> Vec<Happening> {
    let all = outcomes(case, uncertain).into_iter();
    all.map(|(failed, probability)| happening(case, portfolio, &failed, probability, rungs)).collect()
}

fn sampled(
    (case, portfolio): (&Case, &Portfolio),
    uncertain: &[CandidateIx],
    draws: usize,
    seed: u64,
    rungs: &mut Rungs,
) -> Vec<Happening> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let each = Decimal::ONE / Decimal::from(draws);
    (0..draws)
        .map(|_| {
            let fails = |candidate: &CandidateIx| !happens(&mut rng, case[*candidate].success);
            let failed: Vec<CandidateIx> = uncertain.iter().copied().filter(fails).collect();
            happening(case, portfolio, &failed, each, rungs)
        })
        .collect()
}

/// A draw that is true with this probability.
fn happens(rng: &mut ChaCha8Rng, probability: Decimal) -> bool {
    const PARTS: u64 = 1_000_000_000;
    Decimal::from(rng.random_range(0..PARTS)) < probability * Decimal::from(PARTS)
}

fn summarised(
    (case, portfolio): (&Case, &Portfolio),
    uncertain: &[CandidateIx],
    method: Method,
    mut happenings: Vec<Happening>,
    rungs: &Rungs,
) -> OutcomeDistribution {
    happenings.order_by_key(|it| it.objective);
    let mean: Decimal = happenings.iter().map(|it| it.probability * it.objective).sum();
    let variance: Decimal =
        happenings.iter().map(|it| it.probability * (it.objective - mean) * (it.objective - mean)).sum();
    let deviation = root(variance);
    let method = match method {
        Method::Sampled { draws, seed, .. } => {
            Method::Sampled { draws, seed, error: (deviation / root(Decimal::from(draws))).round_dp(9) }
        }
        exact @ Method::Exact { .. } => exact,
    };
    let expected = Measures::new(case).evaluate(case, portfolio);
    let at_least = happenings.iter().filter(|it| it.objective >= expected.objective).map(|it| it.probability).sum();
    let quantile = |part: Decimal| {
        let mut sum = Decimal::ZERO;
        let found = happenings.iter().find(|it| {
            sum += it.probability;
            sum >= part
        });
        found.or(happenings.last()).map_or(Decimal::ZERO, |it| it.objective.normalize())
    };
    let rungs =
        case.service_ixs().filter_map(|service| service_chances(case, portfolio, uncertain, service, rungs)).collect();
    OutcomeDistribution {
        method,
        mean: mean.round_dp(12).normalize(),
        deviation: deviation.round_dp(9).normalize(),
        quantiles: [quantile(Decimal::new(5, 2)), quantile(Decimal::new(5, 1)), quantile(Decimal::new(95, 2))],
        lowest: happenings.first().map_or(Decimal::ZERO, |it| it.objective.normalize()),
        highest: happenings.last().map_or(Decimal::ZERO, |it| it.objective.normalize()),
        as_expected: Decimal::round_dp(&at_least, 12).normalize(),
        rungs,
    }
}

/// The chances of a service that the portfolio moves; none of one that it does not.
fn service_chances(
    case: &Case,
    portfolio: &Portfolio,
    uncertain: &[CandidateIx],
    service: ServiceIx,
    rungs: &Rungs,
) -> Option<RungChances> {
    let here: Vec<CandidateIx> = uncertain.iter().copied().filter(|&it| moves(case, it, service)).collect();
    let touched = portfolio.picks().iter().any(|pick| moves(case, pick.candidate, service));
    // Where votes decide there are no rungs.
    (touched && case[service].power == PowerRule::Ladder).then_some(())?;
    let exact_already = uncertain.len() <= EXACT_PORTFOLIO;
    let exact = exact_already || here.len() <= EXACT_SERVICE;
    let chances = if exact && !exact_already {
        let mut own = no_rungs(case);
        counted(case, portfolio, &here, &mut own);
        own.swap_remove(service.0)
    } else {
        rungs.get(service.0)?.clone()
    };
    let evaluation = Measures::new(case).evaluate(case, portfolio);
    let expected = evaluation.services[service.0].rung_after.map(|RungIx(rung)| rung);
    let holds = chances.iter().skip(expected.map_or(0, |rung| rung + 1)).sum::<Decimal>();
    let tidy = |chance: Decimal| chance.round_dp(12).normalize();
    Some(RungChances {
        service: service.0,
        expected,
        holds: tidy(holds),
        chances: chances.into_iter().map(tidy).collect(),
        exact,
    })
}

fn moves(case: &Case, candidate: CandidateIx, service: ServiceIx) -> bool {
    case[candidate].effects.iter().any(|effect| effect.service == service)
        || case
            .relations
            .iter()
            .filter_map(Relation::joint)
            .any(|it| it.service == service && it.members.contains(&candidate))
}

/// How values that are equally likely are spread.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// How many.
    pub count: usize,
    /// Their mean.
    pub mean: Decimal,
    /// The standard error of the mean; 0 for one value.
    pub error: Decimal,
    /// The lowest.
    pub lowest: Decimal,
    /// The lowest that 5 % of them do not exceed.
    pub low: Decimal,
    /// The lowest that half of them do not exceed.
    pub median: Decimal,
    /// The lowest that 95 % of them do not exceed.
    pub high: Decimal,
    /// The highest.
    pub highest: Decimal,
}

impl Spread {
    /// The spread of these values; `None` if there are none.
    pub fn of(mut values: Vec<Decimal>) -> Option<Self> {
        values.order();
        let (&lowest, &highest) = (values.first()?, values.last()?);
        let count = Decimal::from(values.len());
        let mean = values.iter().sum::<Decimal>() / count;
        let squares: Decimal = values.iter().map(|value| (value - mean) * (value - mean)).sum();
        let variance = squares.checked_div(count - Decimal::ONE).unwrap_or_default();
        let quantile = |percent: usize| values[(values.len() * percent).div_ceil(100).max(1) - 1].normalize();
        Some(Self {
            count: values.len(),
            mean: mean.round_dp(12).normalize(),
            error: (root(variance) / root(count)).round_dp(9).normalize(),
            lowest: lowest.normalize(),
            low: quantile(5),
            median: quantile(50),
            high: quantile(95),
            highest: highest.normalize(),
        })
    }
}

/// The square root, by Newton's method on decimals.
fn root(value: Decimal) -> Decimal {
    if value <= Decimal::ZERO {
        return Decimal::ZERO;
    }
    let start = value.to_f64().map_or(1.0, f64::sqrt);
    let mut root = Decimal::try_from(start).unwrap_or(Decimal::ONE).max(Decimal::new(1, 12));
    for _ in 0..3 {
        root = (root + value / root) / Decimal::TWO;
    }
    root
}
