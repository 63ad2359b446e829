//! Measures one portfolio.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::bill::{paid, total};
use super::budget::over_the_years;
use super::control::with_gains;
use super::index;
use super::measures::{Moved, index_by_year};
use super::power::{Standing, standing};
use super::purchases::Bought;
use super::takeover_prices::TakeoverPrices;
use super::{DomainResult, Evaluation, Measures, MinistryResult, PickResult, ServiceResult, YearResult, YearSpending};
use crate::model::candidate::holds;
use crate::model::exact::{add, subtract, sum};
use crate::model::{Case, DomainIx, MinistryIx, Money, Percent, Pick, Portfolio, RungIx, ServiceIx, Year};
use crate::rules::{Measured, Starts, takeover_floor, verdicts};

impl Measures {
    /// Measures a portfolio of the case that this was made from, in time proportional to candidates × years.
    ///
    /// Of two picks of one candidate both are paid, but effect and points count once. A pick of a candidate that the
    /// case does not have is only reported.
    pub fn evaluate(&self, case: &Case, portfolio: &Portfolio) -> Evaluation {
        let known = |pick: &&Pick| pick.candidate.0 < case.candidates.len();
        let picks: Vec<_> = portfolio.picks().iter().filter(known).map(|pick| self.pick(case, pick)).collect();
        let in_force = earliest(case, &picks, |pick| pick.in_force);
        let spending = self.spending(case, &picks);
        let services = self.after(case, &in_force);
        let domain_power = self.domain_power(case, &services.standing);
        let years = self.years(case, &domain_power);
        let chosen = in_force.iter().zip(&case.candidates).filter(|(year, _)| year.is_some());
        let points = sum(chosen.map(|(_, candidate)| candidate.points));
        let before: Vec<_> = years.iter().map(|year| year.index_before).collect();
        let after: Vec<_> = years.iter().map(|year| year.index_after).collect();
        let index_before = index::over_the_years(case.timing, &before);
        let index_after = index::over_the_years(case.timing, &after);
        let gain = subtract(index_after, index_before);
        let mut evaluation = Evaluation {
            objective: add(gain, points),
            gain,
            points,
            index_before,
            index_after,
            cost: sum(picks.iter().map(|pick| pick.bill)),
            ministries: self.ministries(case, &picks, &domain_power),
            domains: self.domains(case, &services, &domain_power),
            services: self.services(case, services),
            picks,
            spending,
            years,
            verdicts: Vec::new(),
        };
        evaluation.verdicts = verdicts(&Measured {
            case,
            portfolio,
            picks: &evaluation.picks,
            starts: Starts(earliest(case, &evaluation.picks, |pick| pick.start)),
            spending: &evaluation.spending,
            cost: evaluation.cost,
            power: evaluation.services.iter().map(|service| service.power_after).collect(),
            domain_power: evaluation.domains.iter().map(|domain| domain.power_after).collect(),
            takeover_price: self.takeover_prices(case, &evaluation),
            at_target: evaluation.domains.iter().filter(|domain| domain.at_target).count(),
        });
        evaluation
    }

    /// What it costs to take control of each service at the end, where a rule asks for that and nothing in force prevents it.
    fn takeover_prices(&self, case: &Case, evaluation: &Evaluation) -> Vec<Option<Money>> {
        let is_prevented = |service: ServiceIx| {
            evaluation.picks.iter().any(|pick| {
                let mut effects = case[pick.candidate].effects.iter().filter(|effect| effect.service == service);
                effects.any(|effect| takeover_floor::lifts(effect) && effect.holds(pick.in_force, case.last_year))
            })
        };
        let price = |(service, prices): (ServiceIx, &Option<Arc<TakeoverPrices>>)| {
            let prices = prices.as_ref().filter(|_| !is_prevented(service))?;
            prices.at(evaluation.services[service.0].control_after)
        };
        case.service_ixs().zip(&self.takeover).map(price).collect()
    }

    fn pick(&self, case: &Case, pick: &Pick) -> PickResult {
        let bill = total(self.bill(pick.candidate));
        let share = |MinistryIx(m): MinistryIx| pick.shares.get(m).copied().unwrap_or(0);
        PickResult {
            candidate: pick.candidate,
            start: pick.start,
            in_force: case[pick.candidate].in_force(pick.start),
            shares: case.ministry_ixs().map(share).collect(),
            bill,
            paid: case.ministry_ixs().map(|ministry| paid(bill, share(ministry))).collect(),
        }
    }

    fn spending(&self, case: &Case, picks: &[PickResult]) -> Vec<Vec<YearSpending>> {
        let mut spent = vec![vec![Decimal::ZERO; case.horizon()]; case.ministries.len()];
        for pick in picks {
            for (after, &bill) in self.bill(pick.candidate).iter().enumerate() {
                let Some(year) = years_after(pick.start, after).and_then(|year| case.year_ix(year)) else { continue };
                for (spent, &share) in spent.iter_mut().zip(&pick.shares) {
                    spent[year] = add(spent[year], paid(bill, share));
                }
            }
        }
        let rows = case.ministries.iter().zip(&spent);
        rows.map(|(ministry, spent)| over_the_years(ministry, case.first_year, spent)).collect()
    }

    /// Control and standing of every service in every year, with what is in force.
    fn after(&self, case: &Case, in_force: &[Option<Year>]) -> After {
        let mut added = vec![vec![Decimal::ZERO; case.horizon()]; case.services.len()];
        let mut granted: Vec<Vec<Option<RungIx>>> = vec![vec![None; case.horizon()]; case.services.len()];
        let mut bought: Vec<Vec<Bought>> = vec![vec![0; case.horizon()]; case.services.len()];
        let mut passing: Vec<(Moved, Option<Year>)> = Vec::new();
        for (candidate, year) in case.candidate_ixs().zip(in_force) {
            let Some(since) = since(case, *year) else { continue };
            for moved in self.moves(candidate) {
                let ServiceIx(service) = moved.service;
                if moved.lasts.is_some() {
                    passing.push((*moved, *year));
                    continue;
                }
                added[service][since] = add(added[service][since], moved.gain);
                granted[service][since] = granted[service][since].max(moved.grants);
                bought[service][since] |= moved.bought;
            }
        }
        for synergy in &self.synergies {
            let years = synergy.members.iter().map(|member| in_force[member.0]);
            let together = years.reduce(|a, b| a.zip(b).map(|(a, b)| a.max(b))).flatten();
            if let Some(since) = since(case, together) {
                let added = &mut added[synergy.service.0][since];
                *added = add(*added, synergy.gain);
            }
        }
        let along = |service: ServiceIx| {
            let passing: Vec<_> = passing.iter().filter(|(moved, _)| moved.service == service).collect();
            self.along(case, service, (&added[service.0], &granted[service.0], &bought[service.0]), &passing)
        };
        let (control, standing) = case.service_ixs().map(along).unzip();
        After { control, standing }
    }

    /// Adds up what comes into force in each year, and keeps it for the years after; with it what wears off, while it lasts.
    fn along(
        &self,
        case: &Case,
        service: ServiceIx,
        (added, granted, bought): (&[Percent], &[Option<RungIx>], &[Bought]),
        passing: &[&(Moved, Option<Year>)],
    ) -> (Vec<Percent>, Vec<Standing>) {
        let (mut gains, mut rung, mut named) = (Decimal::ZERO, None, 0);
        let years = case.years().enumerate().zip(self.control_before(service));
        years
            .zip(added.iter().zip(granted.iter().zip(bought)))
            .map(|(((year_ix, year), &worn), (&added, (&granted, &bought)))| {
                gains = add(gains, added);
                rung = rung.max(granted);
                named |= bought;
                let there = |(moved, since): &&&(Moved, Option<Year>)| {
                    since.is_some_and(|since| holds(moved.lasts, since, year))
                };
                let (mut all, mut highest, mut bought) = (gains, rung, named);
                for (moved, _) in passing.iter().filter(there) {
                    all = add(all, moved.gain);
                    highest = highest.max(moved.grants);
                    bought |= moved.bought;
                }
                let control = with_gains(worn, all);
                (control, standing(case, self.ladder_after(case, service, year_ix, bought), control, highest))
            })
            .unzip()
    }

    fn services(&self, case: &Case, after: After) -> Vec<ServiceResult> {
        let results = case.service_ixs().zip(after.control).zip(after.standing);
        results
            .map(|((service, control_by_year), standing)| {
                let last_before = self.standing_before(service).last().copied().unwrap_or_default();
                let last_after = standing.last().copied().unwrap_or_default();
                ServiceResult {
                    control_before: self.control_before(service).last().copied().unwrap_or_default(),
                    control_after: control_by_year.last().copied().unwrap_or_default(),
                    rung_before: last_before.rung,
                    rung_after: last_after.rung,
                    power_before: last_before.power,
                    power_after: last_after.power,
                    control_by_year_before: self.control_before(service).to_vec(),
                    control_by_year,
                    power_by_year_before: self.standing_before(service).iter().map(|year| year.power).collect(),
                    power_by_year: standing.iter().map(|year| year.power).collect(),
                }
            })
            .collect()
    }

    fn domains(&self, case: &Case, after: &After, power: &[Vec<Decimal>]) -> Vec<DomainResult> {
        let last = |power: &[Vec<Decimal>], DomainIx(d): DomainIx| power.last().map_or(Decimal::ZERO, |year| year[d]);
        let power_at_end = |service: ServiceIx| after.standing[service.0].last().map_or(Decimal::ZERO, |s| s.power);
        case.domain_ixs()
            .map(|domain| (domain, last(&self.domain_power_before, domain), last(power, domain)))
            .map(|(domain, power_before, power_after)| DomainResult {
                weight: self.weights.joint[domain.0],
                power_before,
                power_after,
                level_before: case.level_of(power_before),
                level_after: case.level_of(power_after),
                has_services: !self.weights.members[domain.0].is_empty(),
                target: case[domain].target,
                at_target: {
                    let weighted = self.weights.weighted_power(case, domain, power_at_end);
                    self.weights.at_target(case, domain, weighted)
                },
            })
            .collect()
    }

    fn ministries(&self, case: &Case, picks: &[PickResult], power: &[Vec<Decimal>]) -> Vec<MinistryResult> {
        let index = |weights: &[Decimal], power| index::over_the_years(case.timing, &index_by_year(weights, power));
        let own = self.weights.own.iter().enumerate();
        own.map(|(m, weights)| MinistryResult {
            spent: sum(picks.iter().map(|pick| pick.paid[m])),
            gain_by_own_weights: subtract(index(weights, power), index(weights, &self.domain_power_before)),
        })
        .collect()
    }

    fn years(&self, case: &Case, domain_power: &[Vec<Decimal>]) -> Vec<YearResult> {
        let after = index_by_year(&self.weights.joint, domain_power);
        let years = case.years().zip(&self.index_before).zip(after);
        years.map(|((year, &index_before), index_after)| YearResult { year, index_before, index_after }).collect()
    }
}

/// Every service with the portfolio, over the years.
struct After {
    control: Vec<Vec<Percent>>,
    standing: Vec<Vec<Standing>>,
}

/// The year this many years after another, which a file may have set to anything.
fn years_after(year: Year, after: usize) -> Option<Year> {
    year.checked_add(Year::try_from(after).ok()?)
}

/// For each candidate the earliest of a year of its picks, if it is chosen.
fn earliest(case: &Case, picks: &[PickResult], year: fn(&PickResult) -> Year) -> Vec<Option<Year>> {
    let mut years: Vec<Option<Year>> = vec![None; case.candidates.len()];
    for pick in picks {
        let earliest = &mut years[pick.candidate.0];
        *earliest = Some(earliest.map_or(year(pick), |earlier| earlier.min(year(pick))));
    }
    years
}

/// The position in the horizon from which on something holds; `None` if it comes after the horizon.
fn since(case: &Case, year: Option<Year>) -> Option<usize> {
    case.year_ix(year?.max(case.first_year))
}
