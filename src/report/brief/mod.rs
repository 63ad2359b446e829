//! The page that a minister reads before signing: what is to be decided, what it brings, what it hangs on.
//!
//! What it says beyond the answer is measured here, each figure on the recommended portfolio as it stands: nothing is searched.

mod costs;
mod page;
#[cfg(test)]
mod tests;

use crate::model::order::InOrder as _;
use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::brief_data::{Addition, Brief, Given, Held, Loss};
use super::data::{CaseHeader, PortfolioReport};
use super::making::report_of_answer;
use super::number::Figure;
use crate::analyse::scenarios::Scenario;
use crate::measure::{Evaluation, Measures, ServiceResult};
use crate::messages::list;
use crate::model::exact::{shown, subtract};
use crate::model::{CandidateIx, Case, Pick, Portfolio, RungIx, ServiceIx, ShareRange, Status, Timing};
use crate::optimise::{self, Answer};
use crate::rules::Rule;
use crate::rules::words::ministry;
use crate::say;

pub use self::costs::rule_costs;
pub(super) use self::page::page;

/// How many picks are named.
const PICKS: usize = 5;
/// How many candidates that are left out are named.
const LEFT_OUT: usize = 3;
/// This many are measured with and without at most, those with the largest bills first.
const MEASURED: usize = 200;

impl Brief {
    /// Measures what the page says of an answer; `None` if there is no portfolio.
    pub fn of(case: &Case, answer: &Answer, scenarios: &[Scenario]) -> Option<Self> {
        let (portfolio, found) = (answer.portfolio.as_ref()?, answer.evaluation.as_ref()?);
        let measures = Measures::new(case);
        let locked = case.candidates.iter().filter(|candidate| candidate.status == Status::LockedOut);
        let held = |scenario: &Scenario| {
            let there = crate::measure::evaluate(&scenario.case, portfolio);
            Held {
                name: case.scenario_name(&scenario.name),
                index: Figure(there.index_after),
                broken: breaks(&scenario.case, &there),
            }
        };
        Some(Self {
            picks: losses(case, &measures, portfolio, found),
            left_out: additions(case, &measures, portfolio, found),
            locked_out: locked.map(|candidate| (candidate.name.clone(), candidate.reason.clone())).collect(),
            scenarios: scenarios.iter().map(held).collect(),
            reserve: reserve(case, found),
            nothing_gains: !case.can_gain(),
            is_average: case.timing == Timing::Average,
            given: None,
        })
    }

    /// The report of a portfolio that somebody chose, with its page, beside the best one.
    pub fn of_given(
        case: &Case,
        (portfolio, evaluation): (Portfolio, Evaluation),
        best: Answer,
        (header, name, scenarios): (CaseHeader, String, &[Scenario]),
    ) -> PortfolioReport {
        let given = Given {
            name,
            broken: evaluation.broken().map(|verdict| verdict.sentence(case)).collect(),
            best: best.evaluation.as_ref().map(|it| Figure(it.objective)),
            is_proven: best.status == optimise::Status::Optimal,
        };
        let gap = best.bound.map(|bound| subtract(bound, evaluation.objective).max(Decimal::ZERO));
        let answer = Answer {
            status: optimise::Status::Feasible,
            portfolio: Some(portfolio),
            evaluation: Some(evaluation),
            gap,
            stopped: None,
            conflict: None,
            prices: None,
            closeness: None,
            ..best
        };
        let brief = Self::of(case, &answer, scenarios).map(|brief| Self { given: Some(given), ..brief });
        PortfolioReport { brief, ..report_of_answer(case, &answer, header) }
    }
}

/// Those with the largest bills.
fn measured(measures: &Measures, candidates: impl Iterator<Item = CandidateIx>) -> Vec<CandidateIx> {
    let mut all: Vec<_> = candidates.collect();
    all.order_by_key(|&candidate| Reverse(measures.bill(candidate).iter().sum::<Decimal>()));
    all.truncate(MEASURED);
    all
}

fn losses(case: &Case, measures: &Measures, portfolio: &Portfolio, found: &Evaluation) -> Vec<Loss> {
    let all = measured(measures, portfolio.picks().iter().map(|pick| pick.candidate));
    let mut losses: Vec<_> =
        all.into_iter().map(|candidate| loss(case, measures, (portfolio, found), candidate)).collect();
    losses.order_by_key(|loss| Reverse(loss.index.0 + loss.points.0));
    losses.truncate(PICKS);
    losses
}

fn loss(
    case: &Case,
    measures: &Measures,
    (portfolio, found): (&Portfolio, &Evaluation),
    candidate: CandidateIx,
) -> Loss {
    let mut others = portfolio.clone();
    others.remove(candidate);
    let without = measures.evaluate(case, &others);
    let fall =
        |service: &ServiceIx| subtract(found.services[service.0].power_after, without.services[service.0].power_after);
    // What something withheld does is withheld with it.
    let told = |service: &ServiceIx| case[candidate].withheld.is_none() && fall(service) > Decimal::ZERO;
    let furthest = case.service_ixs().max_by_key(fall).filter(told);
    Loss {
        name: case[candidate].name.clone(),
        bill: Figure(measures.bill(candidate).iter().sum()),
        index: Figure(subtract(found.index_after, without.index_after)),
        points: Figure(case[candidate].points),
        falls: furthest.map(|at| {
            let called = |result: &ServiceResult| standing(case, result);
            (case[at].name.clone(), called(&found.services[at.0]), called(&without.services[at.0]))
        }),
    }
}

/// What breaks in a scenario, in one clause; empty where nothing does.
fn breaks(case: &Case, there: &Evaluation) -> String {
    let (mut payers, mut lost): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let (mut targets, mut others) = (false, 0);
    for verdict in there.broken() {
        match verdict.rule {
            Rule::Budget { ministry: payer, .. } => payers.push(ministry(case, payer)),
            Rule::LockedOut(candidate) if !verdict.rule.is_withheld(case) => lost.push(case[candidate].name.clone()),
            Rule::DomainsAtTarget => targets = true,
            _ => others += 1,
        }
    }
    // A ministry breaks the budget of each of its years.
    payers.dedup();
    let parts = [
        (!payers.is_empty()).then(|| say!("brief-breaks-budget", ministries = list(&payers))),
        (!lost.is_empty()).then(|| say!("brief-breaks-lost", candidates = list(&lost))),
        targets.then(|| say!("brief-breaks-targets")),
        (others > 0).then(|| say!("brief-breaks-others", count = others)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Where a service stands, by the name of its rung or by its power.
fn standing(case: &Case, result: &ServiceResult) -> String {
    let rung = result.rung_after.and_then(|RungIx(at)| case.rungs.get(at));
    match rung {
        Some(rung) => rung.name.clone(),
        None if result.power_after.is_zero() => say!("compare-no-rung"),
        None => say!("brief-power", power = shown(result.power_after)),
    }
}

/// The candidates that money alone keeps out, by what they would add.
fn additions(case: &Case, measures: &Measures, portfolio: &Portfolio, found: &Evaluation) -> Vec<Addition> {
    let free = |candidate: &CandidateIx| !portfolio.contains(*candidate) && case.may_be_chosen(*candidate);
    let all = measured(measures, case.candidate_ixs().filter(free));
    let addition = |candidate: CandidateIx| {
        let shares = ShareRange::even_split(&case[candidate].shares);
        let with = |start| {
            let mut more = portfolio.clone();
            more.insert(Pick { candidate, start, shares: shares.clone() });
            measures.evaluate(case, &more)
        };
        let there = case[candidate].best_starts(case.first_year, case.last_year).map(with);
        let there = there.max_by_key(|there| there.objective)?;
        let by_money_alone = there.broken().all(|verdict| matches!(verdict.rule, Rule::Budget { .. }));
        let adds = subtract(there.objective, found.objective);
        let bill = Figure(measures.bill(candidate).iter().sum());
        (by_money_alone && adds > Decimal::ZERO).then(|| Addition {
            name: case[candidate].name.clone(),
            bill,
            adds: Figure(adds),
        })
    };
    let mut all: Vec<_> = all.into_iter().filter_map(addition).collect();
    all.order_by_key(|addition| Reverse(addition.adds));
    all.truncate(LEFT_OUT);
    all
}

/// The service that the portfolio lifts and that keeps its rung by the least control.
fn reserve(case: &Case, found: &Evaluation) -> Option<(String, String, Figure)> {
    let spare = |(at, result): (ServiceIx, &ServiceResult)| {
        let rung = &case[result.rung_after.filter(|_| result.power_after > result.power_before)?];
        let spare = subtract(result.control_after, rung.at_least);
        // What is held by a right alone is not lost with control.
        (spare >= Decimal::ZERO).then(|| (case[at].name.clone(), rung.name.clone(), Figure(spare)))
    };
    case.service_ixs().zip(&found.services).filter_map(spare).min_by_key(|(_, _, spare)| *spare)
}
