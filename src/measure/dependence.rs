//! What stops with what: services that depend on others, the laws whose orders can stop them, and the weakest layer of each.
//!
//! A service stops when an order under a law that it answers to stops it, or when a service that it depends on stops, through
//! any number of them. An alternative replaces its own service alone: what that depends on has to have its own. The services that
//! stop are the least set with these properties, so that circles stop together or not at all.
//!
//! The *layers* of a service are the service and all that it depends on, through any number of services. It is as sovereign as
//! the *weakest* of them: `e_s = min power_l` over its layers. The index with `e_s` in place of `power_s` is the index by the weakest
//! layers; it is never above the index, and equal to it where no service depends on a weaker one.

use rust_decimal::Decimal;

use super::Evaluation;
use super::index::Weights;
use crate::model::exact::{divide, multiply, sum};
use crate::model::order::InOrder as _;
use crate::model::{Case, DomainIx, Effect, Event, ServiceIx};

/// The laws that a cell names, parted by `/`; what stands in brackets is a remark.
pub fn laws(text: &str) -> impl Iterator<Item = &str> {
    text.split('/').filter_map(|part| part.split('(').next()).map(str::trim).filter(|law| !law.is_empty())
}

/// Whether a law of another country is among those that a cell names, and which: all but the case's own.
pub fn foreign_laws(case: &Case, service: ServiceIx) -> impl Iterator<Item = &str> {
    laws(&case[service].jurisdiction).filter(|law| !laws(&case.jurisdiction).any(|own| own == *law))
}

/// Every law of another country that services answer to, in order.
pub fn all_foreign_laws(case: &Case) -> Vec<String> {
    let mut all: Vec<String> =
        case.service_ixs().flat_map(|service| foreign_laws(case, service)).map(str::to_owned).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The services that go on through an event by themselves, because a candidate that prevents it is in force at the end of the last
/// year.
pub fn goes_on(case: &Case, result: &Evaluation, event: Event) -> Vec<bool> {
    let mut all = vec![false; case.services.len()];
    for pick in &result.picks {
        let holds = |effect: &&Effect| effect.prevents == Some(event) && effect.holds(pick.in_force, case.last_year);
        let effects = case[pick.candidate].effects.iter().filter(holds);
        effects.for_each(|effect| all[effect.service.0] = true);
    }
    all
}

/// The services that depend on each service themselves.
fn dependants(case: &Case) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new(); case.services.len()];
    for service in case.service_ixs() {
        case[service].depends_on.iter().for_each(|on| all[on.0].push(service.0));
    }
    all
}

/// What stops each service when some of them are hit: itself, or the service that it depends on through which the shortest chain leads
/// to one that is hit; nothing if it goes on.
pub fn stopped(case: &Case, hit: &[bool]) -> Vec<Option<ServiceIx>> {
    let above = dependants(case);
    let mut by: Vec<Option<ServiceIx>> = case.service_ixs().map(|it| hit[it.0].then_some(it)).collect();
    let mut reached: Vec<usize> = (0..by.len()).filter(|&at| hit[at]).collect();
    let mut next = 0;
    while let Some(&at) = reached.get(next) {
        next += 1;
        for &user in &above[at] {
            if by[user].is_none() {
                by[user] = Some(ServiceIx(at));
                reached.push(user);
            }
        }
    }
    by
}

/// The chain from a service that has stopped down to the one that was hit, both ends included.
pub fn chain(by: &[Option<ServiceIx>], service: ServiceIx) -> Vec<ServiceIx> {
    let mut chain = vec![service];
    while let Some(Some(next)) = chain.last().map(|it| by[it.0])
        && !chain.contains(&next)
    {
        chain.push(next);
    }
    chain
}

/// The weakest layer of each service, when they have these powers: the service itself where no layer is weaker, else of equal
/// ones the first in the order of the case.
pub fn weakest(case: &Case, power: &[Decimal]) -> Vec<ServiceIx> {
    let above = dependants(case);
    let mut order: Vec<usize> = (0..power.len()).collect();
    order.order_by_key(|&at| power[at]);
    let mut weakest: Vec<Option<usize>> = vec![None; power.len()];
    for layer in order {
        let mut open = if weakest[layer].is_none() { vec![layer] } else { Vec::new() };
        while let Some(at) = open.pop() {
            if weakest[at].is_none() {
                weakest[at] = Some(layer);
                open.extend(&above[at]);
            }
        }
    }
    let settled =
        |(at, layer): (usize, Option<usize>)| ServiceIx(layer.filter(|&layer| power[layer] < power[at]).unwrap_or(at));
    weakest.into_iter().enumerate().map(settled).collect()
}

/// The index at the end of the last year when every service counts by its weakest layer.
pub fn weakest_index(case: &Case, weights: &Weights, power: &[Decimal]) -> Decimal {
    let terms = weakest(case, power).into_iter().enumerate();
    sum(terms.map(|(at, layer)| multiply(weights.of_service(case, ServiceIx(at)), power[layer.0])))
}

/// How much of what each ministry weighs stands with some services, in percent: `100 × Σ w[m,d] × weight_s / Σ weights` over them.
pub fn tasks(case: &Case, weights: &Weights, services: &dyn Fn(ServiceIx) -> bool) -> Vec<Decimal> {
    let of = |own: &Vec<Decimal>| {
        let counted = case.service_ixs().filter(|&service| services(service));
        sum(counted.map(|service| {
            let DomainIx(domain) = case[service].domain;
            divide(multiply(multiply(Decimal::ONE_HUNDRED, own[domain]), case[service].weight), weights.sums[domain])
        }))
    };
    weights.own.iter().map(of).collect()
}
