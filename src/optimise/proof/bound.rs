//! The bound of multipliers, in integers of 10^-24, with everything that must be rounded rounded up.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::model::{End, Group, Item, Layer, Model, PLACES, Start, Who, exact, left};
use crate::measure::{Measures, Step};
use crate::model::{Case, ServiceIx};

/// A group may have so many states before they are folded.
const STATES: usize = 4_000_000;

/// What is open at a place of the tree.
#[derive(Debug, Clone)]
pub(super) struct Open {
    /// By candidate: whether it may be left out.
    pub out: Vec<bool>,
    /// By candidate and start.
    pub starts: Vec<Vec<bool>>,
    /// By candidate and ministry: the range of whole percents.
    pub shares: Vec<Vec<(u8, u8)>>,
    /// By domain: whether it may miss its target, and reach it.
    pub domains: Vec<(bool, bool)>,
}

impl Open {
    /// Everything that the case leaves open.
    pub fn of(case: &Case, model: &Model) -> Self {
        Self {
            out: model.items.iter().map(|item| !item.locked_in).collect(),
            starts: model.items.iter().map(|item| vec![true; item.starts.len()]).collect(),
            shares: case
                .candidates
                .iter()
                .map(|it| it.shares.iter().map(|range| (range.min, range.max)).collect())
                .collect(),
            domains: vec![(true, true); case.domains.len()],
        }
    }

    /// Whether a candidate may be in force, and out of force.
    fn force(&self, model: &Model, item: usize) -> (bool, bool) {
        let starts = model.items[item].starts.iter().zip(&self.starts[item]).filter(|(_, open)| **open);
        let (mut on, mut off) = (false, self.out[item]);
        if has_split(&self.shares[item]) {
            for (start, _) in starts {
                on |= start.in_force;
                off |= !start.in_force;
            }
        }
        (on, off)
    }
}

/// Whether some whole shares in these ranges add up to 100.
pub(super) fn has_split(ranges: &[(u8, u8)]) -> bool {
    let sum = |pick: fn(&(u8, u8)) -> u8| ranges.iter().map(|range| u32::from(pick(range))).sum::<u32>();
    ranges.iter().all(|range| range.0 <= range.1) && sum(|range| range.0) <= 100 && sum(|range| range.1) >= 100
}

/// The graph of a group: services one by one, the sum of gains of each as long as it is open, its power after that.
pub(super) fn graph(
    case: &Case,
    measures: &Measures,
    services: &[usize],
    layers: Vec<Layer>,
    domains: Vec<usize>,
) -> Result<Group, String> {
    type State = Vec<(Decimal, Decimal)>;
    let controls: Vec<Decimal> = services.iter().map(|&service| left(case, service)).collect();
    let ladders: Vec<&[Step]> = services.iter().map(|&service| measures.ladder(ServiceIx(service))).collect();
    let power = |place: usize, (sum, granted): (Decimal, Decimal)| {
        let control = (controls[place] + sum).min(Decimal::ONE_HUNDRED);
        let reached = ladders[place].iter().rev().find(|step| step.is_reached(control));
        reached.map_or(Decimal::ZERO, |step| step.power).max(granted)
    };
    let closed = Decimal::NEGATIVE_ONE;
    let last = |place: usize| layers.iter().rposition(|layer| layer.moves.iter().any(|it| it.0 == place));
    let last: Vec<Option<usize>> = (0..services.len()).map(last).collect();
    let close = |state: &mut State, done: Option<usize>| {
        for place in 0..state.len() {
            if state[place].0 != closed && last[place].is_none_or(|last| done.is_some_and(|done| last <= done)) {
                state[place] = (closed, power(place, state[place]));
            } else if state[place].0 != closed
                && ladders[place].last().is_none_or(|step| step.is_reached(controls[place] + state[place].0))
            {
                // On the highest step already: more control changes nothing.
                state[place].0 = Decimal::ONE_HUNDRED;
            }
        }
    };
    let mut first: State = vec![(Decimal::ZERO, Decimal::ZERO); services.len()];
    close(&mut first, None);
    let mut states = vec![first];
    let mut arcs: Vec<Vec<(u32, u32)>> = Vec::new();
    let mut made = 0;
    for (at, layer) in layers.iter().enumerate() {
        let mut index: HashMap<State, u32> = HashMap::new();
        let mut next: Vec<State> = Vec::new();
        let mut here = Vec::with_capacity(states.len());
        for state in &states {
            let mut pair = [0_u32; 2];
            for (taken, child) in pair.iter_mut().enumerate() {
                let mut state = state.clone();
                if taken == 1 {
                    for &(place, gain, granted) in &layer.moves {
                        state[place].0 += gain;
                        state[place].1 = state[place].1.max(granted);
                    }
                }
                close(&mut state, Some(at));
                let fresh = u32::try_from(next.len()).unwrap_or(u32::MAX);
                *child = *index.entry(state.clone()).or_insert_with(|| {
                    next.push(state);
                    fresh
                });
            }
            here.push((pair[0], pair[1]));
        }
        arcs.push(here);
        made += next.len();
        if made > STATES {
            return Err("a group of services has too many states to check".to_owned());
        }
        states = next;
    }
    let weights = measures.weights();
    let mut ends = Vec::new();
    for state in &states {
        let powers: Vec<Decimal> = state.iter().map(|&(_, power)| power).collect();
        let mut gain = 0;
        for (place, &service) in services.iter().enumerate() {
            let rise = powers[place] - power(place, (Decimal::ZERO, Decimal::ZERO));
            let worth = (weights.of_service(case, ServiceIx(service)) * rise)
                .round_dp_with_strategy(PLACES, rust_decimal::RoundingStrategy::ToPositiveInfinity);
            // One more in the last place for the digits that the quotient itself has lost.
            gain += exact(worth)? + i128::from(!rise.is_zero());
        }
        let level =
            |service: ServiceIx| services.iter().position(|&it| it == service.0).map_or(Decimal::ZERO, |at| powers[at]);
        let reached = domains.iter().map(|&domain| {
            let domain = crate::model::DomainIx(domain);
            weights.at_target(case, domain, weights.weighted_power(case, domain, level))
        });
        let reached = reached.collect();
        let floor = services.iter().zip(&powers).all(|(&service, &power)| {
            let floor = case[ServiceIx(service)].floor.and_then(|rung| case.rungs.get(rung.0));
            floor.is_none_or(|rung| power >= rung.power)
        });
        let gain = if floor { gain * 10_i128.pow(PLACES) } else { BELOW_FLOOR };
        ends.push(End { gain, powers, terms: Vec::new(), reached });
    }
    let mut group = Group { layers, arcs, ends, domains };
    fold(&mut group);
    Ok(group)
}

/// In place of the gain of an end that a floor forbids.
const BELOW_FLOOR: i128 = i128::MIN;

/// Makes one node of those that lead to the same places.
fn fold(group: &mut Group) {
    let mut index: HashMap<Vec<Decimal>, u32> = HashMap::new();
    let mut ends: Vec<End> = Vec::new();
    let mut place: Vec<u32> = Vec::new();
    for end in &group.ends {
        let fresh = u32::try_from(ends.len()).unwrap_or(u32::MAX);
        let at = *index.entry(end.powers.clone()).or_insert(fresh);
        if at == fresh {
            ends.push(end.clone());
        }
        place.push(at);
    }
    group.ends = ends;
    for layer in group.arcs.iter_mut().rev() {
        let mut index: HashMap<(u32, u32), u32> = HashMap::new();
        let mut kept: Vec<(u32, u32)> = Vec::new();
        let mut moved = Vec::with_capacity(layer.len());
        for &(low, high) in layer.iter() {
            let arc = (place[low as usize], place[high as usize]);
            let fresh = u32::try_from(kept.len()).unwrap_or(u32::MAX);
            let at = *index.entry(arc).or_insert(fresh);
            if at == fresh {
                kept.push(arc);
            }
            moved.push(at);
        }
        *layer = kept;
        place = moved;
    }
    // The root is the only node of the first layer, so it stays the first.
}

/// Adds `- weight × power` of a service to a row at every end of its group.
pub(super) fn add_power(
    group: &mut Group,
    (groups, at): (&[Vec<usize>], usize),
    service: ServiceIx,
    row: usize,
    weight: Decimal,
) -> Result<(), String> {
    let place = groups[at].iter().position(|&it| it == service.0).ok_or("a service is in no group")?;
    for end in &mut group.ends {
        end.terms.push((row, -exact(weight * end.powers[place])?));
    }
    Ok(())
}

/// The bound of these multipliers (in 10^-12, by row), in 10^-24; none where nothing is possible. Without `worths` every
/// portfolio counts 0.
pub(super) fn bound(model: &Model, open: &Open, prices: &[i128], worths: bool) -> Result<Option<i128>, String> {
    let far = || "the multipliers of a line are too large".to_owned();
    let mut total = 0_i128;
    for (right, price) in model.rights.iter().zip(prices) {
        total = right.checked_mul(*price).and_then(|it| total.checked_add(it)).ok_or_else(far)?;
    }
    for switch in &model.switches {
        let (off, on) = switch.domain.map_or((true, true), |domain| open.domains[domain]);
        let worth = dot(&switch.terms, prices).and_then(i128::checked_neg).ok_or_else(far)?;
        let best = match (off, on) {
            (true, true) => worth.max(0),
            (true, false) => 0,
            (false, true) => worth,
            (false, false) => return Ok(None),
        };
        total = total.checked_add(best).ok_or_else(far)?;
    }
    let mut plans = Vec::with_capacity(model.items.len());
    for at in 0..model.items.len() {
        plans.push(item(&model.items[at], open, at, prices, worths).ok_or_else(far)?);
    }
    let mut at_home = vec![false; plans.len()];
    for group in &model.groups {
        for layer in &group.layers {
            if let Who::Home(item) = layer.who {
                at_home[item] = true;
            }
        }
        match longest(model, open, group, prices, &plans, worths)? {
            Some(worth) => total = total.checked_add(worth).ok_or_else(far)?,
            None => return Ok(None),
        }
    }
    for (plan, at_home) in plans.iter().zip(at_home) {
        if !at_home {
            match plan.0.max(plan.1) {
                Some(worth) => total = total.checked_add(worth).ok_or_else(far)?,
                None => return Ok(None),
            }
        }
    }
    Ok(Some(total))
}

fn dot(terms: &[(usize, i128)], prices: &[i128]) -> Option<i128> {
    terms.iter().try_fold(0_i128, |sum, &(row, term)| {
        if prices[row] == 0 { Some(sum) } else { term.checked_mul(prices[row]).and_then(|it| sum.checked_add(it)) }
    })
}

/// The best of a candidate out of force, and in force; none where it cannot be.
type Plan = (Option<i128>, Option<i128>);

fn item(item: &Item, open: &Open, at: usize, prices: &[i128], worths: bool) -> Option<Plan> {
    let mut best: Plan = (open.out[at].then_some(0), None);
    if !has_split(&open.shares[at]) {
        return Some(best);
    }
    let tied = item
        .ties
        .iter()
        .try_fold(0_i128, |sum, &row| sum.checked_add(prices[row].checked_mul(10_i128.pow(PLACES))?))?;
    let points = if worths { item.points.checked_mul(10_i128.pow(PLACES))? } else { 0 };
    for (start, _) in item.starts.iter().zip(&open.starts[at]).filter(|(_, open)| **open) {
        let worth =
            points.checked_sub(dot(&start.fixed, prices)?)?.checked_sub(split(start, &open.shares[at], prices)?)?;
        if start.in_force {
            best.1 = best.1.max(Some(worth.checked_add(tied)?));
        } else {
            best.0 = best.0.max(Some(worth));
        }
    }
    Some(best)
}

/// The price of the cheapest split of a bill.
fn split(start: &Start, ranges: &[(u8, u8)], prices: &[i128]) -> Option<i128> {
    let mut costs = Vec::with_capacity(ranges.len());
    for (terms, range) in start.per_share.iter().zip(ranges) {
        costs.push((dot(terms, prices)?, *range));
    }
    costs.sort_by_key(|it| it.0);
    let mut left = 100 - costs.iter().map(|(_, range)| i128::from(range.0)).sum::<i128>();
    let mut total = 0_i128;
    for (cost, (least, most)) in costs {
        let more = left.min(i128::from(most) - i128::from(least));
        left -= more;
        total = total.checked_add(cost.checked_mul(i128::from(least) + more)?)?;
    }
    Some(total)
}

fn longest(
    model: &Model,
    open: &Open,
    group: &Group,
    prices: &[i128],
    plans: &[Plan],
    worths: bool,
) -> Result<Option<i128>, String> {
    let far = || "the multipliers of a line are too large".to_owned();
    let mut worth: Vec<Option<i128>> = Vec::with_capacity(group.ends.len());
    for end in &group.ends {
        let allowed = group.domains.iter().zip(&end.reached).all(|(&domain, &reached)| {
            let (off, on) = open.domains[domain];
            if reached { on } else { off }
        });
        if !allowed || end.gain == BELOW_FLOOR {
            worth.push(None);
            continue;
        }
        let gain = if worths { end.gain } else { 0 };
        worth.push(Some(dot(&end.terms, prices).and_then(|it| gain.checked_sub(it)).ok_or_else(far)?));
    }
    for (layer, arcs) in group.layers.iter().zip(&group.arcs).rev() {
        let (off, on) = arc(model, open, layer, prices, plans).ok_or_else(far)?;
        let add = |worth: Option<i128>, arc: Option<i128>| match (worth, arc) {
            (Some(worth), Some(arc)) => worth.checked_add(arc).map(Some).ok_or_else(far),
            _ => Ok(None),
        };
        let mut next = Vec::with_capacity(arcs.len());
        for &(low, high) in arcs {
            next.push(add(worth[low as usize], off)?.max(add(worth[high as usize], on)?));
        }
        worth = next;
    }
    Ok(worth.first().copied().flatten())
}

/// What a layer is worth out of force, and in force.
fn arc(model: &Model, open: &Open, layer: &Layer, prices: &[i128], plans: &[Plan]) -> Option<Plan> {
    let price = layer
        .pays
        .iter()
        .try_fold(0_i128, |sum, &row| sum.checked_sub(prices[row].checked_mul(10_i128.pow(PLACES))?))?;
    let (on, off) = match &layer.who {
        Who::Home(item) => return Some(plans[*item]),
        Who::Copy(item) => open.force(model, *item),
        Who::Synergy(members) => members
            .iter()
            .map(|&member| open.force(model, member))
            .fold((true, false), |sum, it| (sum.0 && it.0, sum.1 || it.1)),
    };
    Some((off.then_some(0), on.then_some(price)))
}
