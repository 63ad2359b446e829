//! The bound of multipliers, in integers of 10^-24, with everything that must be rounded rounded up.

use super::model::Model;
use super::parts::{BELOW_FLOOR, Group, Item, Layer, PLACES, Start, Who};
use crate::model::Case;
use crate::model::order::InOrder as _;
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

    /// The classes of a layer in which a candidate may be.
    fn classes(&self, model: &Model, layer: &Layer, item: usize) -> Vec<bool> {
        let mut classes = vec![false; layer.classes.len()];
        classes[0] = self.out[item];
        if has_split(&self.shares[item]) {
            let starts = model.items[item].starts.iter().zip(&self.starts[item]).filter(|(_, open)| **open);
            starts.for_each(|(start, _)| classes[layer.class(start.from)] = true);
        }
        classes
    }
}

/// Whether some whole shares in these ranges add up to 100.
pub(super) fn has_split(ranges: &[(u8, u8)]) -> bool {
    let sum = |pick: fn(&(u8, u8)) -> u8| ranges.iter().map(|range| u32::from(pick(range))).sum::<u32>();
    ranges.iter().all(|range| range.0 <= range.1) && sum(|range| range.0) <= 100 && sum(|range| range.1) >= 100
}

/// The bound of these multipliers (in 10^-12, by row), in 10^-24; `None` if nothing is possible. Without `worths` every
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
            match plan.best(|_| true) {
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

/// What a candidate is worth with each open start, by when it is in force; and left out.
struct Plan {
    out: bool,
    starts: Vec<(usize, i128)>,
}

impl Plan {
    /// The best of those that are in force from such a year on; left out is never in force.
    fn best(&self, is: impl Fn(usize) -> bool) -> Option<i128> {
        let starts = self.starts.iter().filter(|(from, _)| is(*from)).map(|(_, worth)| *worth);
        starts.chain((self.out && is(usize::MAX)).then_some(0)).max()
    }
}

fn item(item: &Item, open: &Open, at: usize, prices: &[i128], worths: bool) -> Option<Plan> {
    let mut plan = Plan { out: open.out[at], starts: Vec::new() };
    if !has_split(&open.shares[at]) {
        return Some(plan);
    }
    let points = if worths { item.points.checked_mul(10_i128.pow(PLACES))? } else { 0 };
    for (start, _) in item.starts.iter().zip(&open.starts[at]).filter(|(_, open)| **open) {
        let worth =
            points.checked_sub(dot(&start.fixed, prices)?)?.checked_sub(split(start, &open.shares[at], prices)?)?;
        let paid = item.ties.iter().filter(|(_, signal)| signal.is_there(start.from));
        let tied = paid.map(|&(row, _)| prices[row]).try_fold(0_i128, |sum, price| {
            if price == 0 { Some(sum) } else { sum.checked_add(price.checked_mul(10_i128.pow(PLACES))?) }
        })?;
        plan.starts.push((start.from, worth.checked_add(tied)?));
    }
    Some(plan)
}

/// The price of the cheapest split of a bill.
fn split(start: &Start, ranges: &[(u8, u8)], prices: &[i128]) -> Option<i128> {
    let mut costs = Vec::with_capacity(ranges.len());
    for (terms, range) in start.per_share.iter().zip(ranges) {
        costs.push((dot(terms, prices)?, *range));
    }
    costs.order_by_key(|it| it.0);
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
        let classes = arc(model, open, layer, prices, plans).ok_or_else(far)?;
        let add = |worth: Option<i128>, arc: Option<i128>| match (worth, arc) {
            (Some(worth), Some(arc)) => worth.checked_add(arc).map(Some).ok_or_else(far),
            _ => Ok(None),
        };
        let mut next = Vec::with_capacity(arcs.len() / classes.len());
        for children in arcs.chunks_exact(classes.len()) {
            let mut best = None;
            for (&child, &arc) in children.iter().zip(&classes) {
                best = best.max(add(worth[child as usize], arc)?);
            }
            next.push(best);
        }
        worth = next;
    }
    Ok(worth.first().copied().flatten())
}

/// What each class of a layer is worth; `None` if it is not open.
fn arc(model: &Model, open: &Open, layer: &Layer, prices: &[i128], plans: &[Plan]) -> Option<Vec<Option<i128>>> {
    let all = 0..layer.classes.len();
    let members = match &layer.who {
        Who::Home(item) => return Some(all.map(|it| plans[*item].best(|from| layer.class(from) == it)).collect()),
        Who::Copy(item) => std::slice::from_ref(item),
        Who::Synergy(members) => members,
    };
    let possible: Vec<Vec<bool>> = members.iter().map(|&member| open.classes(model, layer, member)).collect();
    let mut worth = Vec::with_capacity(layer.classes.len());
    for class in all {
        let mut paid = 0_i128;
        for &row in layer.classes[class].iter().flat_map(|&signal| &layer.pays[signal]) {
            paid = paid.checked_sub(prices[row].checked_mul(10_i128.pow(PLACES))?)?;
        }
        // In force as early as the last of the members.
        let is_open = possible.iter().any(|it| it[class]) && possible.iter().all(|it| it[class..].contains(&true));
        worth.push(is_open.then_some(paid));
    }
    Some(worth)
}
