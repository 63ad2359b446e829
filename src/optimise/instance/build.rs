//! From a [`Case`] to an [`Instance`].

use crate::model::order::InOrder as _;
use crate::say;
use rust_decimal::Decimal;

use super::exact::{Exact, TooWide};
use super::rows::{RowName, Rows, Term};
use super::{
    Building, By, Carry, Effect, Instance, Item, Level, LevelTerm, Start, Steps, Switch, Target, Units, Unsupported,
    f64_of, f64_of_decimal, push, rung_power,
};
use crate::measure::control::{Synergy, effective_gain, synergies, worn};
use crate::measure::index::Weights;
use crate::measure::ladder::{self, Step, in_reach, ladder_after};
use crate::measure::purchases::{Bought, bit, purchases, sets};
use crate::measure::takeover::TooMany;
use crate::measure::takeover_prices::{Stretch, TakeoverPrices};
use crate::model::{
    Amount, Candidate, CandidateIx, CarryOver, Case, DomainIx, MinistryIx, Scope, ServiceIx, Status, Timing, Year,
};
use crate::optimise::no_good::NoGood;
use crate::rules::limit::{self, Bound, SpendingBound};
use crate::rules::{Inequality, Side, When, budget, domain_floor, share, takeover_floor};

/// How many units of the exact worth one index point is.
pub(crate) const FINE: f64 = 1e18;

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
            control.extend(ladder_after(case, service, year, bought).iter().map(|step| step.at_least));
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

/// The steps of every service in every year that counts, before anything moves it: those of the last year first. Services that see
/// things late count in their own year alone.
fn services(
    case: &Case,
    (years, counted, late): (&[usize], &[usize], &[usize]),
    places: u32,
) -> Result<Vec<Steps>, TooWide> {
    let weights = Weights::new(case);
    let mut services = Vec::new();
    let end = case.horizon().saturating_sub(1);
    for (year, &position) in years.iter().enumerate().rev() {
        let counts = |at: &ServiceIx| match late.get(at.0) {
            None | Some(0) => counted.contains(&position),
            Some(&late) => position + late == end,
        };
        for at in case.service_ixs().filter(counts) {
            services.push(steps(case, &weights, at, (year, position, years.len()), places)?);
        }
    }
    Ok(services)
}

/// What one unit of power is worth in one of this many years that count, of what it is worth in all of them, or at the end of the last.
pub(super) fn in_year(case: &Case, worth: Decimal, (year, years): (usize, usize)) -> Result<Decimal, TooWide> {
    match case.timing {
        Timing::Final if year + 1 == years => Ok(worth),
        Timing::Final => Ok(Decimal::ZERO),
        Timing::Average => worth.checked_div(Decimal::from(years)).ok_or(TooWide),
    }
}

/// The steps of a service in a year: which of those that count, its position in the horizon, and how many there are.
fn steps(
    case: &Case,
    weights: &Weights,
    at: ServiceIx,
    (year, position, years): (usize, usize, usize),
    places: u32,
) -> Result<Steps, TooWide> {
    let service = &case[at];
    let base = Exact::scaled(worn(service, position), places)?;
    let granting: Vec<_> = case
        .candidates
        .iter()
        .flat_map(|candidate| &candidate.effects)
        .filter(|effect| effect.service == at)
        .filter_map(|effect| rung_power(case, effect.grants?))
        .collect();
    let by_set: Vec<_> = sets(case, at).map(|bought| in_reach(case, at, position, bought)).collect();
    let mut powers = vec![Decimal::ZERO];
    powers.extend(by_set.iter().flat_map(|steps| steps.iter()).map(|step| step.power));
    powers.extend(granting);
    powers.order();
    powers.dedup();
    let needs = |steps: &[Step]| {
        let level_of = |power: Decimal| powers.iter().position(|&it| it == power).unwrap_or(0);
        let mut needs = vec![(0_i128, 0_usize)];
        for step in steps {
            let need = Exact::scaled(step.at_least, places)? - base;
            let level = level_of(step.power);
            if need <= 0 {
                needs[0].1 = level;
            } else if needs.last().is_none_or(|last| last.1 != level) {
                needs.push((need, level));
            }
        }
        Ok(needs)
    };
    let mut named = by_set.iter().map(|steps| needs(steps)).collect::<Result<Vec<_>, TooWide>>()?;
    let needs = named.first().cloned().unwrap_or_default();
    if named.len() == 1 {
        named.clear();
    }
    let factor = in_year(case, weights.of_service(case, at), (year, years))?;
    let before = powers[needs[0].1];
    let level = |power: &Decimal| {
        let rise = power.checked_sub(before).and_then(|rise| factor.checked_mul(rise)).ok_or(TooWide)?;
        let worth = Exact::points(rise)?;
        let gain = f64_of(worth) / FINE;
        Ok(Level { power: *power, value: gain, gain, worth })
    };
    let levels = powers.iter().map(level).collect::<Result<Vec<_>, TooWide>>()?;
    let floor = domain_floor::of_the_service(case, at).unwrap_or_default();
    let floor = powers.iter().position(|&power| power >= floor).unwrap_or(powers.len());
    let floor = if year + 1 == years { floor } else { 0 };
    Ok(Steps {
        service: at.0,
        year,
        needs,
        named,
        levels,
        floor,
        effects: Vec::new(),
        terms: Vec::new(),
        is_price: false,
        domain: service.domain.0,
    })
}

/// What a takeover of each service costs at the end, where a rule asks for that: behind all services.
fn prices(case: &Case, years: &[usize], places: u32) -> Result<Vec<Steps>, Unsupported> {
    let mut all = Vec::new();
    let Some(last) = years.len().checked_sub(1) else { return Ok(all) };
    for at in case.service_ixs() {
        let Some(stretches) = stretches(case, at)? else { continue };
        let base = Exact::scaled(worn(&case[at], years[last]), places)?;
        let mut needs = vec![(0_i128, 1_usize)];
        for stretch in stretches {
            let (need, level) = (Exact::scaled(stretch.from, places)? - base, usize::from(stretch.is_dear));
            if need <= 0 {
                needs[0].1 = level;
            } else if needs.last().is_none_or(|last| last.1 != level) {
                needs.push((need, level));
            }
        }
        let level = Level { power: Decimal::ZERO, value: 0.0, gain: 0.0, worth: 0 };
        all.push(Steps {
            service: at.0,
            year: last,
            needs,
            named: Vec::new(),
            levels: vec![level.clone(), level],
            floor: 1,
            effects: Vec::new(),
            terms: Vec::new(),
            is_price: true,
            domain: case[at].domain.0,
        });
    }
    Ok(all)
}

/// Where what a takeover of a service costs is enough, if a rule asks for that.
pub(crate) fn stretches(case: &Case, at: ServiceIx) -> Result<Option<Vec<Stretch>>, Unsupported> {
    let Some(floor) = takeover_floor::asked(case, at) else { return Ok(None) };
    let found = TakeoverPrices::of(case, at).and_then(|prices| prices.stretches(floor, ladder::places(case, at)));
    found.map(Some).map_err(|TooMany| Unsupported(say!("instance-its-numbers-too")))
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

    /// `spent ≤ amount + carried in`: the rows of [`budget::rows`]. Where only a part is carried, that is a column between 0
    /// and its cap.
    fn budgets(&mut self, it: &mut Instance) -> Result<(), Unsupported> {
        let places = self.units.money;
        for (ministry, payer) in self.case.ministries.iter().enumerate() {
            let mut rows = Vec::new();
            for (year, row) in budget::rows(payer, false).enumerate() {
                let name = RowName::Budget { ministry: MinistryIx(ministry), year };
                let rhs = Exact::scaled(row.amount, places)?;
                rows.push((self.rows.add(name, rhs, power_of_ten(places)), row));
            }
            if let CarryOver::Fraction(fraction) = payer.carry_over {
                let cap = |(_, row): &(u32, budget::Row)| Exact::scaled(row.carried.unwrap_or_default(), places);
                let caps = rows.iter().map(cap).collect::<Result<Vec<_>, TooWide>>()?;
                for (pair, &cap) in rows.windows(2).zip(&caps).filter(|(_, cap)| **cap > 0) {
                    let term = |row: u32, exact: i128| Term { row, value: 0.0, exact };
                    let terms = vec![term(pair[0].0, cap), term(pair[1].0, -cap)];
                    it.switches.push(Switch { terms, whole: false, target: None, value: 0.0 });
                }
                it.carries[ministry] = Some(Carry { fraction: f64_of_decimal(fraction), caps });
            }
            for Item { starts, yearly, .. } in &mut it.items {
                for start in starts {
                    let mut sum = 0_i128;
                    for (year, (at, row)) in rows.iter().enumerate().skip(start.year) {
                        let percent = yearly.get(year - start.year).copied().unwrap_or_default();
                        let before = if row.from == year { 0 } else { sum };
                        sum = before.checked_add(percent).ok_or(TooWide)?;
                        push(&mut start.per_share[ministry], *at, sum);
                    }
                }
            }
            let amounts = payer.budget.iter().map(|&amount| Exact::scaled(amount, places));
            it.budgets.push(amounts.collect::<Result<_, TooWide>>()?);
            it.budget_rows.push(rows.into_iter().map(|(row, _)| Some(row)).collect());
        }
        Ok(())
    }

    fn relations(&mut self, it: &mut Instance) {
        let case = self.case;
        for (relation, rule) in case.relations.iter().enumerate() {
            for (part, inequality) in rule.inequalities().iter().enumerate() {
                self.inequality(it, (relation, part), inequality);
            }
            for (candidate, need) in rule.needs() {
                it.items[candidate.0].needs.push(need.0);
            }
        }
    }

    fn inequality(&mut self, it: &mut Instance, (relation, part): (usize, usize), inequality: &Inequality) {
        let (terms, bound) = inequality.as_at_most();
        if inequality.when == When::Ever {
            let row = self.rows.add(RowName::Relation { relation, part }, bound.into(), 1.0);
            for (member, factor) in terms {
                for start in &mut it.items[member.0].starts {
                    push(&mut start.fixed, row, factor.into());
                }
            }
            return;
        }
        for year in inequality.years(|member| it.items[member.0].starts.iter().map(|start| start.year)) {
            let row = self.rows.add(RowName::Requires { relation, need: part, year }, bound.into(), 1.0);
            for &(member, factor) in &terms {
                for start in it.items[member.0].starts.iter_mut().filter(|start| start.year <= year) {
                    push(&mut start.fixed, row, factor.into());
                }
            }
        }
    }

    /// `sign × spending of the scope ≤ sign × amount`; for `p %`, `sign × (100 × scope - p × all) ≤ 0`.
    fn limit(&mut self, it: &mut Instance, bound: SpendingBound) -> Result<(), Unsupported> {
        let SpendingBound { of: Bound(at, side), scope, amount } = bound;
        let (name, sign) = match side {
            Side::AtLeast => (RowName::LimitMin(at), -1),
            Side::AtMost => (RowName::LimitMax(at), 1),
        };
        let (rhs, scale, part) = match amount {
            Amount::Money(money) => (sign * Exact::scaled(money, self.units.money)?, 1, 0),
            Amount::Percent(percent) => {
                let percent = percent.normalize();
                let scale = 10_i128.checked_pow(percent.scale()).ok_or(TooWide)?;
                (0, scale.checked_mul(100).ok_or(TooWide)?, percent.mantissa())
            }
        };
        let unit = power_of_ten(self.units.money) * f64_of(scale);
        let row = self.rows.add(name, rhs, unit);
        for (ix, candidate) in self.case.candidates.iter().enumerate() {
            let inside = !matches!(scope, Scope::Ministry(_)) && scope.concerns(candidate);
            let item = &mut it.items[ix];
            let times = |factor: i128| item.bill.checked_mul(factor).and_then(|it| it.checked_mul(sign)).ok_or(TooWide);
            let fixed = times(if inside { scale - part } else { -part })?;
            let paid = times(scale)? / 100;
            for start in &mut item.starts {
                push(&mut start.fixed, row, fixed);
                if let Scope::Ministry(ministry) = scope {
                    push(&mut start.per_share[ministry.0], row, paid);
                }
            }
        }
        Ok(())
    }

    /// For each domain a switch that counts it as at its target, which it may be only with the power for it.
    fn targets(&mut self, it: &mut Instance) -> Result<(), Unsupported> {
        let case = self.case;
        if case.domains_at_target == 0 {
            return Ok(());
        }
        let needed = i128::try_from(case.domains_at_target).unwrap_or(i128::from(u64::MAX));
        let count = self.rows.add(RowName::DomainsAtTarget, -needed, 1.0);
        it.count_row = Some(count);
        for domain in case.domain_ixs() {
            let places = target_places(case, domain);
            let row = self.rows.add(RowName::Target(domain), 0, power_of_ten(places));
            let (weights, services) = powers(case, it, (domain, row), places)?;
            let need = if weights.is_zero() {
                Exact::scaled(case[domain].target, places)?
            } else {
                Exact::product(case[domain].target, weights, places)?
            };
            it.targets.push(Target { row: Some(row), need, services });
            let term = |row: u32, exact: i128| Term { row, value: 0.0, exact };
            it.switches.push(Switch {
                terms: vec![term(row, need), term(count, -1)],
                whole: true,
                target: Some(it.targets.len() - 1),
                value: 0.0,
            });
        }
        Ok(())
    }

    /// `- Σ weight × power ≤ - power of the floor × Σ weights` for each domain of several services; the floor of a domain of one
    /// is that of the service.
    fn domain_floors(&mut self, it: &mut Instance) -> Result<(), Unsupported> {
        let case = self.case;
        for domain in case.domain_ixs() {
            let Some(floor) = domain_floor::rung(case, domain) else { continue };
            if domain_floor::of_service(case, domain).is_some() {
                continue;
            }
            let places = target_places(case, domain);
            let row = self.rows.add(RowName::DomainFloor(domain), 0, power_of_ten(places));
            let (weights, services) = powers(case, it, (domain, row), places)?;
            // A domain in which nothing counts holds nothing.
            let weights = if weights.is_zero() { Decimal::ONE } else { weights };
            let need = Exact::product(floor.power, weights, places)?;
            self.rows.rows[row as usize].exact = -need;
            it.domain_floors.push(Target { row: Some(row), need, services });
        }
        Ok(())
    }
}

/// Services with what each of their levels adds to the sum of weight × power.
type Powers = Vec<(usize, Vec<i128>)>;

/// The services of a domain with what each of their levels adds to the sum of weight × power, which their terms in a row take
/// away; and the sum of their weights.
fn powers(
    case: &Case,
    it: &mut Instance,
    (domain, row): (DomainIx, u32),
    places: u32,
) -> Result<(Decimal, Powers), TooWide> {
    let mut weights = Decimal::ZERO;
    let mut services = Vec::new();
    for service in case.service_ixs().filter(|&service| case[service].domain == domain) {
        weights = weights.checked_add(case[service].weight).ok_or(TooWide)?;
        let steps = &mut it.services[service.0];
        let term = |level: &Level| {
            let exact = -Exact::product(case[service].weight, level.power, places)?;
            Ok(LevelTerm { value: 0.0, exact })
        };
        let levels = steps.levels.iter().map(term).collect::<Result<Vec<_>, TooWide>>()?;
        services.push((service.0, levels.iter().map(|level| -level.exact).collect()));
        steps.terms.push((row, levels));
    }
    Ok((weights, services))
}

/// `10^places`.
fn power_of_ten(places: u32) -> f64 {
    10_f64.powi(i32::try_from(places).unwrap_or(i32::MAX))
}

/// Decimal places that weight × power and target × weights need in a domain.
fn target_places(case: &Case, domain: DomainIx) -> u32 {
    let inside: Vec<ServiceIx> = case.service_ixs().filter(|&service| case[service].domain == domain).collect();
    let weight = inside.iter().map(|&service| Exact::places(case[service].weight)).max().unwrap_or(0);
    let last = case.horizon().saturating_sub(1);
    let ladders = inside
        .iter()
        .flat_map(|&service| sets(case, service).map(move |bought| ladder_after(case, service, last, bought)));
    let powers = ladders.flat_map(|ladder| ladder.to_vec()).map(|step| Exact::places(step.power));
    let powers = powers.chain(case.rungs.iter().map(|rung| Exact::places(rung.power))).max().unwrap_or(0);
    weight + powers.max(Exact::places(case[domain].target))
}
