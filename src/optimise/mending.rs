//! A portfolio that keeps all rules, from one that does not: a search that takes one candidate in or out at a time.
//!
//! What is wrong with a portfolio is a number, its *harm*: for each broken rule how far it is from being kept, as a part
//! of what the rule asks. Domains and floors count by the control that is still missing, so that the first of two stakes
//! that make a rung together is a step forward already. Each turn takes the step that mends most for its money; where no
//! step mends anything, it takes the one that harms least, and what it moved rests for some turns, so that it
//! does not run in circles. Every portfolio on the way keeps the budgets and is measured in decimals.

use std::collections::VecDeque;

use rust_decimal::Decimal;

use super::greedy::{Known, Search};
use crate::measure::{Evaluation, Rule, Verdict};
use crate::model::{CandidateIx, Case, DomainIx, Money, RungIx, ServiceIx, Status};

/// How many steps are tried at most, over all turns.
const TRIES: usize = 3_000;
/// For how many turns a candidate rests that was taken in or out.
const REST: usize = 6;
/// What a step costs besides its bill, as a part of all money.
const EFFORT: Decimal = Decimal::from_parts(2, 0, 0, false, 2);
/// What a broken rule weighs however little is missing.
const BROKEN: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// A step that was tried.
struct Step {
    moved: CandidateIx,
    to: Known,
    /// By how much there is less harm.
    mends: Decimal,
    /// The same for its money.
    worth: Decimal,
}

/// Mends what is broken. None where the tries did not suffice.
pub(super) fn mended(search: &Search, from: Known) -> Option<Known> {
    let all: Money = search.case.ministries.iter().flat_map(|ministry| &ministry.budget).sum();
    let all = all.max(Decimal::ONE);
    let mut resting: VecDeque<CandidateIx> = VecDeque::new();
    let mut tries = 0;
    let mut now = from;
    while tries < TRIES {
        let before = harm(search.case, &now.1);
        if before.is_zero() {
            return Some(now);
        }
        let mut best: Option<Step> = None;
        for &candidate in search.order.iter().filter(|candidate| !resting.contains(candidate)) {
            tries += 1;
            let Some(to) = changed(search, &now, candidate) else { continue };
            let mends = before - harm(search.case, &to.1);
            let money = (to.1.cost - now.1.cost).max(Decimal::ZERO) / all + EFFORT;
            let worth = if mends > Decimal::ZERO { mends / money } else { mends };
            if best.as_ref().is_none_or(|best| worth > best.worth) {
                best = Some(Step { moved: candidate, to, mends, worth });
            }
        }
        let Some(step) = best else {
            resting.pop_front()?;
            continue;
        };
        // A step that mends may be followed by another with the same candidate's group; only others need rest.
        if step.mends <= Decimal::ZERO || now.0.contains(step.moved) {
            resting.push_back(step.moved);
        }
        if resting.len() > REST {
            resting.pop_front();
        }
        now = step.to;
    }
    None
}

/// The portfolio with the candidate taken in, with what it needs, or taken out if it is in.
fn changed(search: &Search, now: &Known, candidate: CandidateIx) -> Option<Known> {
    if !now.0.contains(candidate) {
        return search.with(candidate, now);
    }
    if search.case[candidate].status == Status::LockedIn {
        return None;
    }
    let mut portfolio = now.0.clone();
    portfolio.remove(candidate);
    let evaluation = search.measures.evaluate(search.case, &portfolio);
    Some((portfolio, evaluation))
}

/// How much is wrong: 0 where all rules are kept.
fn harm(case: &Case, evaluation: &Evaluation) -> Decimal {
    evaluation.broken().map(|verdict| BROKEN + missing(case, evaluation, verdict)).sum()
}

fn missing(case: &Case, evaluation: &Evaluation, verdict: &Verdict) -> Decimal {
    let part = || (-verdict.slack / verdict.bound.abs().max(Decimal::new(1, 2))).min(Decimal::ONE);
    match verdict.rule {
        Rule::Floor(service) => {
            case[service].floor.map_or(Decimal::ONE, |floor| to_rung(case, evaluation, service, floor))
        }
        Rule::DomainsAtTarget => {
            let mut short: Vec<Decimal> = case
                .domain_ixs()
                .filter(|domain| !evaluation.domains[domain.0].at_target)
                .map(|domain| BROKEN + to_target(case, evaluation, domain))
                .collect();
            short.sort_unstable();
            short.iter().take(usize::try_from(-verdict.slack).unwrap_or(usize::MAX)).sum()
        }
        Rule::LimitMin(_) | Rule::LimitMax(_) => part(),
        _ => -verdict.slack,
    }
}

/// The part of the control that is missing to a rung, 0-1.
fn to_rung(case: &Case, evaluation: &Evaluation, service: ServiceIx, rung: RungIx) -> Decimal {
    let has = evaluation.services[service.0].control_after;
    let Some(asked) = case.rungs.get(rung.0).map(|rung| rung.at_least) else { return Decimal::ONE };
    ((asked - has) / asked.max(Decimal::ONE)).clamp(Decimal::ZERO, Decimal::ONE)
}

/// How far a domain is from its target, in power, with control between two rungs counted for most of what it is on the
/// way.
fn to_target(case: &Case, evaluation: &Evaluation, domain: DomainIx) -> Decimal {
    let members = case.service_ixs().filter(|&service| case[service].domain == domain);
    let (mut has, mut weights) = (Decimal::ZERO, Decimal::ZERO);
    for service in members {
        has += case[service].weight * on_the_way(case, evaluation, service);
        weights += case[service].weight;
    }
    if weights.is_zero() {
        return Decimal::ONE_HUNDRED;
    }
    (case[domain].target - has / weights).max(Decimal::ZERO)
}

/// The power of a service at the end, and the part of the next rung's that its control has come.
fn on_the_way(case: &Case, evaluation: &Evaluation, service: ServiceIx) -> Decimal {
    let result = &evaluation.services[service.0];
    let (has, power) = (result.control_after, result.power_after);
    let Some(next) = case.rungs.iter().find(|rung| rung.power > power && rung.at_least > has) else { return power };
    let below = case.rungs.iter().rev().find(|rung| rung.at_least <= has).map_or(Decimal::ZERO, |rung| rung.at_least);
    power + (next.power - power) * (has - below) / (next.at_least - below) * Decimal::new(9, 1)
}
