//! The services whose takeover has a price that a rule can be about, what it is with a portfolio, and the case in which it must be higher.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::measure::ladder::places;
use crate::measure::purchases::sets;
use crate::measure::takeover_prices::TakeoverPrices;
use crate::measure::{Evaluation, evaluate};
use crate::model::{Case, Money, Portfolio, ServiceIx};
use crate::rules::takeover_floor::{has_sellers, lifts};

/// Prices that differ by less than this count as the same.
pub const RESOLUTION: Decimal = Decimal::from_parts(1, 0, 0, false, 4);

/// Why a service is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Aside {
    /// None of its stakes has a price.
    NoPrice,
    /// The planner asks nothing of it: its own floor is 0.
    Lifted,
    /// Its price depends on from whom the country buys by name, which no rule can be about.
    ByName,
    /// Too many holders, or stakes with too many digits.
    TooMany,
}

/// The services that count.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    pub case: &'a Case,
    /// Those whose price a rule can be about.
    pub services: Vec<ServiceIx>,
    /// Those that are left out.
    pub aside: Vec<(ServiceIx, Aside)>,
}

/// The next amount above a price that counts as another one.
pub(super) fn above(price: Money) -> Money {
    ((price / RESOLUTION).floor() * RESOLUTION + RESOLUTION).normalize()
}

/// More than a takeover of the service can cost: what all its stakes cost if nothing is left to the country.
fn beyond(case: &Case, service: ServiceIx) -> Option<Money> {
    let others = case.holders.iter().filter(|it| it.service == service && !it.home);
    let (mut stakes, mut prices) = (Decimal::ZERO, Decimal::ZERO);
    for it in others {
        stakes = stakes.checked_add(it.stake)?;
        prices = prices.checked_add(it.price.unwrap_or_default())?;
    }
    let all = prices.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(stakes)?;
    Some(all.max(prices).ceil() + Decimal::ONE)
}

/// Whether a rule can be about this price of a service.
fn can_ask(case: &Case, service: ServiceIx, floor: Money) -> bool {
    let prices = TakeoverPrices::of(case, service);
    prices.and_then(|prices| prices.stretches(floor, places(case, service))).is_ok()
}

fn aside(case: &Case, service: ServiceIx) -> Option<Aside> {
    if case[service].takeover_floor == Some(Decimal::ZERO) {
        return Some(Aside::Lifted);
    }
    if !has_sellers(case, service) {
        return Some(Aside::NoPrice);
    }
    if sets(case, service).len() > 1 {
        return Some(Aside::ByName);
    }
    // With the last decimal place filled this number has as many digits as any that is asked for.
    let widest = beyond(case, service).map(|most| most + RESOLUTION);
    (!widest.is_some_and(|widest| can_ask(case, service, widest))).then_some(Aside::TooMany)
}

impl<'a> Scope<'a> {
    pub fn of(case: &'a Case) -> Self {
        let is_held = |service: &ServiceIx| {
            case.holders.iter().any(|it| it.service == *service && !it.home && it.stake > Decimal::ZERO)
        };
        let mut it = Self { case, services: Vec::new(), aside: Vec::new() };
        for service in case.service_ixs().filter(is_held) {
            match aside(case, service) {
                Some(why) => it.aside.push((service, why)),
                None => it.services.push(service),
            }
        }
        it
    }

    /// What taking each service over costs when a portfolio has been carried out; `None` where nobody can.
    pub fn prices(&self, portfolio: &Portfolio) -> Vec<Option<Money>> {
        let result = evaluate(self.case, portfolio);
        self.services.iter().map(|&service| price(self.case, service, &result)).collect()
    }

    /// More than a takeover of the service at this place can cost, so that only what makes it impossible keeps such a floor.
    pub fn beyond(&self, at: usize) -> Option<Money> {
        beyond(self.case, self.services[at])
    }

    /// The case in which taking over each service costs at least its own floor, and at least this; `None` where that cannot be
    /// computed.
    pub fn with(&self, floors: &[Money]) -> Option<Arc<Case>> {
        let mut case = self.case.clone();
        for (&service, &least) in self.services.iter().zip(floors) {
            let own = case[service].takeover_floor.or(case.takeover_floor).unwrap_or_default();
            let least = least.max(own);
            if least > own && !can_ask(self.case, service, least) {
                return None;
            }
            case.services[service.0].takeover_floor = Some(least);
        }
        Some(Arc::new(case))
    }

    /// The same with one floor for all.
    pub fn with_all(&self, least: Money) -> Option<Arc<Case>> {
        self.with(&vec![least; self.services.len()])
    }
}

/// What it costs to take a service over; `None` if nobody can, or if something in force prevents it.
fn price(case: &Case, service: ServiceIx, result: &Evaluation) -> Option<Money> {
    let is_prevented = result.picks.iter().any(|pick| {
        let mut effects = case[pick.candidate].effects.iter().filter(|effect| effect.service == service);
        effects.any(|effect| lifts(effect) && effect.holds(pick.in_force, case.last_year))
    });
    let prices = TakeoverPrices::of(case, service).ok().filter(|_| !is_prevented)?;
    prices.at(result.services[service.0].control_after)
}
