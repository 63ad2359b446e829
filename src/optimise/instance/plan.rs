//! Whole portfolios in exact integers: which rules they keep and what they are worth.

use super::rows::RowName;
use super::{Above, By, Instance, Least, f64_of};
use crate::optimise::work;

/// What each candidate does.
pub(crate) type Selection = Vec<Option<Chosen>>;

/// A chosen candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chosen {
    /// The position among its starts.
    pub start: u8,
    /// The whole percent that each ministry pays.
    pub shares: Vec<u8>,
}

/// What a portfolio is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Worth {
    /// What is maximised, exactly: the objective in units of 10^-18 index points, or the bill with its sign turned in units
    /// of money. What is better and what is proven is told by this.
    pub exact: i128,
    /// The same as floating point, as the relaxation counts.
    pub value: f64,
    /// Gain and points, in units of 10^-18 index points.
    pub objective: i128,
    /// The public bill, in units of money.
    pub bill: i128,
}

/// Objectives are taken for high enough that are lower by no more than this, in units of 10^-18 index points: quotients are
/// rounded in decimals and here.
const ALIKE: i128 = 1_000_000;

/// What a portfolio is worth; none if it breaks a rule.
pub(crate) fn judge(instance: &Instance, selection: &[Option<Chosen>]) -> Option<Worth> {
    work::done(instance.items.len() * 100 + instance.rows.len());
    let mut purse = Purse::new(instance);
    let mut rows = vec![0_i128; instance.rows.len()];
    let mut worth = Worth { exact: 0, value: 0.0, objective: 0, bill: 0 };
    for (at, chosen) in selection.iter().enumerate() {
        let item = &instance.items[at];
        let Some(chosen) = chosen else {
            if item.locked_in {
                return None;
            }
            continue;
        };
        let start = item.starts.get(usize::from(chosen.start))?;
        for term in &start.fixed {
            rows[term.row as usize] += term.exact;
        }
        for (terms, &share) in start.per_share.iter().zip(&chosen.shares) {
            for term in terms {
                rows[term.row as usize] += term.exact * i128::from(share);
            }
        }
        purse.pay(instance, at, chosen);
        worth.objective += item.worth;
        worth.bill += item.bill;
    }
    let kept = |(row, &sum): (&super::rows::Row, &i128)| match row.name {
        RowName::Requires { .. }
        | RowName::Relation { .. }
        | RowName::LimitMin(_)
        | RowName::LimitMax(_)
        | RowName::NoGood(_) => sum <= row.exact,
        _ => true,
    };
    if !instance.rows.iter().zip(&rows).all(kept) || !purse.is_solvent(instance) {
        return None;
    }
    let levels = levels(instance, selection);
    for (steps, &level) in instance.services.iter().zip(&levels) {
        if level < steps.floor {
            return None;
        }
        worth.objective += steps.levels[level].worth;
    }
    if instance.objective_at_least.is_some_and(|least| worth.objective < least - ALIKE) {
        return None;
    }
    if is_too_low(instance, selection, &levels) {
        return None;
    }
    worth.exact = match &instance.least {
        _ if instance.objective_at_least.is_some() => -worth.bill,
        Some(least) => least.of(selection, &levels),
        None => worth.objective,
    };
    worth.value = f64_of(worth.exact) / instance.fineness;
    let held = instance.domain_floors.iter().all(|floor| floor.is_reached(|service| levels[service]));
    (held && at_target(instance, &levels) >= instance.targets_needed).then_some(worth)
}

/// Whether a portfolio is worth too little to somebody who values things otherwise.
fn is_too_low(instance: &Instance, selection: &[Option<Chosen>], levels: &[usize]) -> bool {
    instance.above.iter().any(|above| above.by(selection, levels) < -ALIKE)
}

impl Above {
    /// By how much a portfolio is worth more than it has to be.
    fn by(&self, selection: &[Option<Chosen>], levels: &[usize]) -> i128 {
        let chosen = self.points.iter().zip(selection).filter(|(_, chosen)| chosen.is_some());
        let points: i128 = chosen.map(|(points, _)| points).sum();
        let gain: i128 = self.gains.iter().zip(levels).map(|(gains, &level)| gains[level]).sum();
        points + gain - self.least
    }
}

impl Least {
    /// The least of the objectives with these candidates, counted from the lowest that it can be.
    fn of(&self, selection: &[Option<Chosen>], levels: &[usize]) -> i128 {
        self.parts.iter().map(|part| part.by(selection, levels)).min().unwrap_or_default() - self.lowest
    }
}

/// Whether a search has to give up what is chosen here: with these starts its objective is too low, in a second stage, or
/// what it is worth to somebody else.
///
/// The relaxation does not see a difference that is small beside its row's largest coefficient, and would let the search
/// try every share and start of such a choice.
pub(crate) fn falls_short(instance: &Instance, selection: &[Option<Chosen>], levels: &dyn Fn() -> Vec<usize>) -> bool {
    if instance.objective_at_least.is_none() && instance.above.is_empty() {
        return false;
    }
    let levels = levels();
    if is_too_low(instance, selection, &levels) {
        return true;
    }
    let Some(least) = instance.objective_at_least else { return false };
    objective(instance, selection, &levels) < least - ALIKE
}

/// Gain and points, in units of 10^-18 index points.
fn objective(instance: &Instance, selection: &[Option<Chosen>], levels: &[usize]) -> i128 {
    let chosen = instance.items.iter().zip(selection).filter(|(_, chosen)| chosen.is_some());
    let points: i128 = chosen.map(|(item, _)| item.worth).sum();
    points + instance.services.iter().zip(levels).map(|(steps, &level)| steps.levels[level].worth).sum::<i128>()
}

/// What these candidates with these starts are worth at most, exactly, whoever pays for them; as [`Worth::exact`].
pub(crate) fn at_most(instance: &Instance, selection: &[Option<Chosen>], levels: &dyn Fn() -> Vec<usize>) -> i128 {
    if instance.objective_at_least.is_some() {
        let chosen = instance.items.iter().zip(selection).filter(|(_, chosen)| chosen.is_some());
        return -chosen.map(|(item, _)| item.bill).sum::<i128>();
    }
    match &instance.least {
        Some(least) => least.of(selection, &levels()),
        None => objective(instance, selection, &levels()),
    }
}

/// The level that each service reaches in each year that counts.
pub(crate) fn levels(instance: &Instance, selection: &[Option<Chosen>]) -> Vec<usize> {
    let in_force = |item: usize, year: usize| {
        selection[item].as_ref().is_some_and(|chosen| instance.is_on(item, chosen.start, year))
    };
    let level = |steps: &super::Steps| {
        let (mut sum, mut granted, mut bought) = (0_i128, 0, 0);
        for effect in steps.effects.iter().map(|&at| &instance.effects[at]) {
            let on = match &effect.by {
                By::Candidate(item) => selection[*item].as_ref().is_some_and(|it| effect.on & (1 << it.start) != 0),
                By::Synergy(_, members) => members.iter().all(|&member| in_force(member, steps.year)),
            };
            if on {
                sum += effect.gain;
                bought |= effect.bought;
                granted = granted.max(effect.lifts.unwrap_or(0));
            }
        }
        steps.level_of(sum, bought).max(granted)
    };
    instance.services.iter().map(level).collect()
}

/// How many domains are at their target.
fn at_target(instance: &Instance, levels: &[usize]) -> usize {
    let reached = |target: &&super::Target| target.is_reached(|service| levels[service]);
    instance.targets.iter().filter(reached).count()
}

/// What the ministries spend in each year, exactly.
#[derive(Debug, Clone)]
pub(crate) struct Purse {
    /// By ministry and year, in units of money.
    spent: Vec<Vec<i128>>,
}

impl Purse {
    /// Nothing spent.
    pub fn new(instance: &Instance) -> Self {
        Self { spent: instance.budgets.iter().map(|years| vec![0; years.len()]).collect() }
    }

    /// Pays for a chosen candidate.
    pub fn pay(&mut self, instance: &Instance, item: usize, chosen: &Chosen) {
        let from = instance.items[item].starts[usize::from(chosen.start)].year;
        for (ministry, &share) in chosen.shares.iter().enumerate() {
            for (year, percent) in instance.items[item].yearly.iter().enumerate() {
                if let Some(spent) = self.spent[ministry].get_mut(from + year) {
                    *spent += percent * i128::from(share);
                }
            }
        }
    }

    /// Whether no ministry spends more in a year than it has.
    pub fn is_solvent(&self, instance: &Instance) -> bool {
        (0..self.spent.len()).all(|ministry| self.affords(instance, ministry, 0, &[], 0))
    }

    /// Whether a ministry can also pay this share of a bill that starts in year `from`.
    pub fn affords(&self, instance: &Instance, ministry: usize, from: usize, yearly: &[i128], share: u8) -> bool {
        let mut carried = 0_i128;
        for (year, &budget) in instance.budgets[ministry].iter().enumerate() {
            let more = year.checked_sub(from).and_then(|at| yearly.get(at)).map_or(0, |bill| bill * i128::from(share));
            let left = budget + carried - self.spent[ministry][year] - more;
            if left < 0 {
                return false;
            }
            carried = instance.carries[ministry].as_ref().map_or(left, |carry| left.min(carry.caps[year]));
        }
        true
    }

    /// The largest share of a bill that a ministry can pay, up to `most`; none if it cannot even pay `least`.
    pub fn largest(
        &self,
        instance: &Instance,
        ministry: usize,
        from: usize,
        yearly: &[i128],
        (least, most): (u8, u8),
    ) -> Option<u8> {
        if self.affords(instance, ministry, from, yearly, most) {
            return Some(most);
        }
        if !self.affords(instance, ministry, from, yearly, least) {
            return None;
        }
        let (mut can, mut cannot) = (least, most);
        while cannot - can > 1 {
            let middle = can + (cannot - can) / 2;
            if self.affords(instance, ministry, from, yearly, middle) {
                can = middle;
            } else {
                cannot = middle;
            }
        }
        Some(can)
    }
}
