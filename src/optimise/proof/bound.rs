//! The bound of multipliers, in integers of 10^-24, with everything that must be rounded rounded up.

use super::model::Model;
use super::parts::{BELOW_FLOOR, Group, Item, Layer, PLACES, Start, Who};
use crate::model::Case;
use crate::say;

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

/// The bound of these multipliers (in 10^-12, by row), in 10^-24; none where nothing is possible. Without `worths` every
/// portfolio counts 0.
pub(super) fn bound(model: &Model, open: &Open, prices: &[i128], worths: bool) -> Result<Option<i128>, String> {
    let far = || say!("bound-multipliers-line-too");
    let mut total = 0_i128;
    for (rhs, price) in model.rhs.iter().zip(prices) {
        total = rhs.checked_mul(*price).and_then(|it| total.checked_add(it)).ok_or_else(far)?;
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
    let far = || say!("bound-multipliers-line-too");
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
