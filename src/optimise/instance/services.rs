//! The steps of services: what each is worth in each year that counts, and what a takeover of it costs where a rule asks for that.

use rust_decimal::Decimal;

use super::exact::{Exact, FINE, TooWide};
use super::{Level, Steps, Unsupported, f64_of, rung_power};
use crate::measure::control::worn;
use crate::measure::index::Weights;
use crate::measure::ladder::{self, Step, in_reach};
use crate::measure::purchases::sets;
use crate::measure::takeover::TooMany;
use crate::measure::takeover_prices::{Stretch, TakeoverPrices};
use crate::model::order::InOrder as _;
use crate::model::{Case, ServiceIx, Timing};
use crate::rules::{domain_floor, takeover_floor};
use crate::say;

/// The steps of every service in every year that counts, before anything moves it: those of the last year first. Services that see
/// things late count in their own year alone.
pub(super) fn services(
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
pub(super) fn prices(case: &Case, years: &[usize], places: u32) -> Result<Vec<Steps>, Unsupported> {
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
