//! From a [`Case`] to an [`Instance`].

use crate::model::order::InOrder as _;
use crate::say;
use rust_decimal::Decimal;

use super::exact::{Exact, FINE, TooWide};
use super::rows::Rows;
use super::services::{prices, services};
use super::{Building, By, Effect, Instance, Item, Start, Units, Unsupported, f64_of, rung_power};
use crate::measure::control::{Synergy, effective_gain, synergies, worn};
use crate::measure::ladder;
use crate::measure::purchases::{Bought, bit, purchases, sets};
use crate::model::{Amount, Candidate, CandidateIx, CarryOver, Case, Status, Timing, Year};
use crate::optimise::no_good::NoGood;
use crate::rules::{limit, share, takeover_floor};

impl Instance {
    /// What the engine sees in a case.
    pub fn new(case: &Case) -> Result<Self, Unsupported> {
        Self::but(case, &[])
    }

    /// What the engine sees in a case without some portfolios.
    pub fn but(case: &Case, no_goods: &[NoGood]) -> Result<Self, Unsupported> {
        Self::late(case, no_goods, &[])
    }

    /// The same where services see what moves them so many years late, by service: of the end of the horizon they show what is
    /// there so many years before it. Those that do stand behind all others.
    pub fn late(case: &Case, no_goods: &[NoGood], late: &[usize]) -> Result<Self, Unsupported> {
        if case.horizon() > 60 {
            return Err(Unsupported(say!("build-its-horizon-longer")));
        }
        let counted = years_that_count(case, no_goods);
        let end = case.horizon().saturating_sub(1);
        let mut years = counted.clone();
        years.extend(late.iter().map(|&late| end.saturating_sub(late)));
        years.order();
        years.dedup();
        let mut building = Building { case, units: units(case, &years)?, rows: Rows::default() };
        let items: Vec<Item> = case
            .candidate_ixs()
            .map(|candidate| item(case, candidate, &years, building.units.money))
            .collect::<Result<_, _>>()?;
        let mut services = services(case, (&years, &counted, late), building.units.control)?;
        services.extend(prices(case, &years, building.units.control)?);
        let mut it = Self {
            items,
            years,
            services,
            effects: Vec::new(),
            switches: Vec::new(),
            rows: Vec::new(),
            ministries: case.ministries.len(),
            budgets: Vec::new(),
            carries: vec![None; case.ministries.len()],
            targets: Vec::new(),
            domain_floors: Vec::new(),
            count_row: None,
            targets_needed: case.domains_at_target,
            budget_rows: Vec::new(),
            worst: 0.0,
            fineness: FINE,
            money_places: building.units.money,
            objective_at_least: None,
            above: Vec::new(),
            least: None,
            late: late.to_vec(),
        };
        building.effects(&mut it)?;
        building.budgets(&mut it)?;
        building.relations(&mut it);
        for bound in limit::bounds(case) {
            building.limit(&mut it, bound)?;
        }
        building.targets(&mut it)?;
        building.domain_floors(&mut it)?;
        it.rows = building.rows.rows;
        let least = it.services.iter().filter_map(|steps| steps.levels.iter().map(|level| level.worth.min(0)).min());
        it.worst = below(f64_of(it.items.iter().map(|item| item.worth.min(0)).chain(least).sum()) / FINE);
        it.finish()?;
        has_room(&it)?;
        Ok(it)
    }
}

/// The years whose end counts, by their position in the horizon: for the objective, or for something else that has to be worth
/// enough.
fn years_that_count(case: &Case, no_goods: &[NoGood]) -> Vec<usize> {
    let last = case.horizon().saturating_sub(1);
    let all = case.timing == Timing::Average || no_goods.iter().any(NoGood::counts_every_year);
    if all { (0..=last).collect() } else { vec![last] }
}

/// The year at a position in the horizon.
fn year_at(case: &Case, position: usize) -> Year {
    case.first_year.saturating_add(i32::try_from(position).unwrap_or(i32::MAX))
}

/// A float that is lower than a number by more than the number was rounded.
pub(crate) fn below(number: f64) -> f64 {
    number - number.abs() * 4.0 * f64::EPSILON
}

/// Whether the worth and the bill of any portfolio fit into integers, and twice that.
fn has_room(it: &Instance) -> Result<(), TooWide> {
    let (mut worth, mut bill) = (0_i128, 0_i128);
    let add = |sum: &mut i128, number: i128| -> Result<(), TooWide> {
        *sum = number.checked_abs().and_then(|number| sum.checked_add(number)).ok_or(TooWide)?;
        sum.checked_mul(2).map(|_| ()).ok_or(TooWide)
    };
    for item in &it.items {
        add(&mut worth, item.worth)?;
        add(&mut bill, item.bill)?;
    }
    for level in it.services.iter().flat_map(|steps| &steps.levels) {
        add(&mut worth, level.worth)?;
    }
    Ok(())
}

/// The units in which everything of the case is whole.
fn units(case: &Case, years: &[usize]) -> Result<Units, TooWide> {
    let mut money = vec![0];
    for candidate in &case.candidates {
        let public = public_percent(candidate)?;
        money.extend(candidate.costs.iter().map(|cost| Exact::places(*cost) + Exact::places(public) + 4));
    }
    for ministry in &case.ministries {
        let carried = match ministry.carry_over {
            CarryOver::All => 0,
            CarryOver::Fraction(fraction) => Exact::places(fraction),
        };
        money.extend(ministry.budget.iter().map(|budget| Exact::places(*budget) + carried));
    }
    money.extend(limit::bounds(case).filter_map(|bound| match bound.amount {
        Amount::Money(amount) => Some(Exact::places(amount)),
        Amount::Percent(_) => None,
    }));
    let mut control: Vec<Decimal> = synergies(case).into_iter().map(|synergy| synergy.gain).collect();
    for service in case.service_ixs() {
        control.extend(years.iter().map(|&year| worn(&case[service], year)));
        for (&year, bought) in years.iter().flat_map(|year| sets(case, service).map(move |bought| (year, bought))) {
            control.extend(ladder::ladder_after(case, service, year, bought).iter().map(|step| step.at_least));
        }
        if takeover_floor::asked(case, service).is_some() {
            control.push(Decimal::new(1, ladder::places(case, service)));
        }
    }
    for candidate in &case.candidates {
        let effects = candidate.effects.iter();
        control.extend(effects.map(|effect| effective_gain(case.risk, candidate, effect.control_gain)));
    }
    let money = money.into_iter().max().unwrap_or(0);
    let control = control.into_iter().map(Exact::places).max().unwrap_or(0);
    Ok(Units { money, control })
}

/// A candidate without its rows and effects.
fn item(case: &Case, at: CandidateIx, years: &[usize], places: u32) -> Result<Item, TooWide> {
    let candidate = &case[at];
    let possible = candidate.status != Status::LockedOut && share::possible(&candidate.shares).is_some();
    let mut starts = Vec::new();
    let mut by_year = vec![0_u64; years.len()];
    for year in case.starts(at) {
        let Some(year_ix) = case.year_ix(year).filter(|_| possible) else { continue };
        // Before the horizon begins is as good as by the end of its first year.
        let in_force = case.year_ix(candidate.in_force(year).max(case.first_year));
        let from = in_force.map_or(years.len(), |in_force| years.partition_point(|&year| year < in_force));
        by_year[from..].iter_mut().for_each(|starts_by| *starts_by |= 1 << starts.len());
        let per_share = vec![Vec::new(); case.ministries.len()];
        let in_force = candidate.in_force(year);
        starts.push(Start { year: year_ix, from, in_force, fixed: Vec::new(), per_share });
    }
    let mut bill = 0_i128;
    let mut yearly = Vec::new();
    for cost in &candidate.costs[..candidate.cost_years()] {
        let percent = per_percent(*cost, candidate, places)?;
        yearly.push(percent);
        bill = percent.checked_mul(100).and_then(|cost| bill.checked_add(cost)).ok_or(TooWide)?;
    }
    let worth = Exact::points(candidate.points)?;
    let points = f64_of(worth) / FINE;
    let locked_in = candidate.status == Status::LockedIn;
    Ok(Item {
        locked_in,
        value: points,
        points,
        worth,
        bill,
        starts,
        by_year,
        least: candidate.shares.iter().map(|range| range.min).collect(),
        most: candidate.shares.iter().map(|range| range.max).collect(),
        effects: Vec::new(),
        yearly,
        needs: Vec::new(),
        wears_off: candidate.wears_off(),
    })
}

/// What the public pays of a candidate's costs, in percent of what is written.
fn public_percent(candidate: &Candidate) -> Result<Decimal, TooWide> {
    let public = Decimal::ONE_HUNDRED.checked_sub(candidate.cofinance).ok_or(TooWide)?;
    #[cfg(test)]
    let public = public * (Decimal::ONE + candidate.overrun * Decimal::new(1, 2));
    Ok(public)
}

/// What one percent of the public part of a cost is, in units of money.
fn per_percent(cost: Decimal, candidate: &Candidate, places: u32) -> Result<i128, TooWide> {
    if cost.is_zero() {
        return Ok(0);
    }
    Exact::product(cost, public_percent(candidate)?, places.checked_sub(4).ok_or(TooWide)?)
}

impl Building<'_> {
    /// What moves each service in each year that counts.
    fn effects(&self, it: &mut Instance) -> Result<(), TooWide> {
        let (case, places) = (self.case, self.units.control);
        let mut movers = vec![Vec::new(); case.services.len()];
        for (ix, candidate) in case.candidates.iter().enumerate() {
            let effects = candidate.effects.iter().enumerate();
            effects.for_each(|(at, effect)| movers[effect.service.0].push((ix, candidate, (at, effect))));
        }
        let named = |at| if sets(case, at).len() > 1 { purchases(case, at) } else { Vec::new() };
        let named: Vec<_> = case.service_ixs().map(named).collect();
        let mut together = vec![Vec::new(); case.services.len()];
        for synergy in synergies(case) {
            together[synergy.service.0].push(synergy);
        }
        for (at, steps) in it.services.iter().enumerate() {
            let year = year_at(case, it.years[steps.year]);
            let mut add = |by: By, (gain, bought): (i128, Bought), lifts: Option<usize>, lasts: Option<u32>| {
                let (is_possible, on) = match &by {
                    By::Candidate(item) => {
                        let on = it.items[*item].on(lasts, year);
                        (on != 0, on)
                    }
                    By::Synergy(_, members) => {
                        (members.iter().all(|&member| it.items[member].by_year[steps.year] != 0), 0)
                    }
                };
                if (gain > 0 || lifts.is_some()) && is_possible {
                    it.effects.push(Effect { service: at, by, gain, bought, lifts, lasts, on });
                }
            };
            for &(ix, candidate, (place, effect)) in &movers[steps.service] {
                let gain = Exact::scaled(effective_gain(case.risk, candidate, effect.control_gain), places)?;
                if steps.is_price {
                    add(By::Candidate(ix), (gain, 0), takeover_floor::lifts(effect).then_some(1), effect.lasts);
                    continue;
                }
                let granted = effect.grants.and_then(|rung| rung_power(case, rung));
                let lifts = granted.and_then(|power| steps.levels.iter().position(|level| level.power == power));
                let bought = bit(&named[steps.service], CandidateIx(ix), place);
                add(By::Candidate(ix), (gain, bought), lifts.filter(|&level| level > steps.needs[0].1), effect.lasts);
            }
            for Synergy { relation, members, gain, .. } in &together[steps.service] {
                let mut members: Vec<usize> = members.iter().map(|member| member.0).collect();
                members.order();
                members.dedup();
                add(By::Synergy(*relation, members), (Exact::scaled(*gain, places)?, 0), None, None);
            }
        }
        for (at, effect) in it.effects.iter().enumerate() {
            it.services[effect.service].effects.push(at);
            if let By::Candidate(item) = effect.by {
                it.items[item].effects.push(at);
            }
        }
        Ok(())
    }
}
