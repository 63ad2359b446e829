//! The ladder of a service: from which control on it has which power.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use rust_decimal::Decimal;

use super::cap_table::{self, PowerStep, least, rounded};
use super::control::{gains, gains_but, with_gains, worn};
use super::purchases::{Bought, purchases, votes};
use crate::model::exact::sum;
use crate::model::order::InOrder as _;
use crate::model::{Case, Percent, PowerRule, RungIx, ServiceIx};

/// A step of a service's own ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// From this much control on, inclusive.
    pub at_least: Percent,
    /// The power that it gives, 0-1.
    pub power: Decimal,
    /// The rung of the case that it is; `None` if a cap table decides.
    pub rung: Option<RungIx>,
}

impl Step {
    /// Whether this much control is enough for the step.
    pub fn is_reached(&self, control: Percent) -> bool {
        self.at_least <= control
    }
}

/// The steps of a service, from low to high; below the first it has no power.
///
/// Most services stand on the ladder of the case. One whose power comes from its cap table has steps of its own, at the
/// stakes where its power index jumps.
pub fn ladder(case: &Case, service: ServiceIx) -> Arc<[Step]> {
    if case[service].power != PowerRule::Ladder {
        return by_votes(case, service);
    }
    let rungs = case.rungs.iter().enumerate();
    rungs.map(|(at, rung)| Step { at_least: rung.at_least, power: rung.power, rung: Some(RungIx(at)) }).collect()
}

/// What the steps of a table depend on.
type Key = (PowerRule, Percent, Vec<i128>, u32);
/// Steps that were computed: each table is asked for over and over.
static KNOWN: Mutex<BTreeMap<Key, Arc<[Step]>>> = Mutex::new(BTreeMap::new());
/// So many steps are remembered, all tables together; with one more, all are forgotten.
const REMEMBERED: usize = 1_000_000;

/// The ladder of a service with a cap table. No steps if the table does not give them, which the checks report.
fn by_votes(case: &Case, service: ServiceIx) -> Arc<[Step]> {
    // Where nobody but the bloc holds anything, too many do, or stakes are no percentages, there is none.
    let votes = cap_table::in_votes(case[service].quota.normalize(), &cap_table::others(case, service));
    votes.map_or_else(|_| Arc::from([]), |votes| of_votes(case, service, votes))
}

/// The ladder of a service at the end of a year (its position in the horizon) after these purchases by name: its own where there are
/// none.
pub fn ladder_after(case: &Case, service: ServiceIx, year_ix: usize, bought: Bought) -> Arc<[Step]> {
    if bought == 0 || case[service].power == PowerRule::Ladder {
        return ladder(case, service);
    }
    let votes = votes(case, service, year_ix, bought);
    votes.map_or_else(|| Arc::from([]), |votes| of_votes(case, service, votes))
}

/// The ladder of a service where the others hold what the country does not in the proportions of these votes.
///
/// Each step begins at the least control of the case's own digits that reaches it. Whatever portfolios do, control is a sum
/// of numbers with no more digits, so that nothing lies between.
fn of_votes(case: &Case, service: ServiceIx, mut votes: Vec<i128>) -> Arc<[Step]> {
    let it = &case[service];
    let places = places(case, service);
    votes.order();
    let key = (it.power, it.quota.normalize(), votes, places);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(steps) = known.get(&key) {
        return Arc::clone(steps);
    }
    let steps = cap_table::steps_of(key.0, key.1, &key.2).unwrap_or_default();
    let step = |it: &PowerStep| Step { at_least: least(it, places), power: rounded(it.power), rung: None };
    let mut steps: Vec<Step> = steps.iter().map(step).collect();
    // Of steps that no control of these digits parts, the last one holds.
    steps.reverse();
    steps.dedup_by_key(|step| step.at_least);
    steps.reverse();
    let steps: Arc<[Step]> = steps.into();
    if known.values().map(|steps| steps.len() + 1).sum::<usize>() >= REMEMBERED {
        known.clear();
    }
    known.insert(key, Arc::clone(&steps));
    steps
}

/// No control that a service can have has more decimal places.
pub fn places(case: &Case, service: ServiceIx) -> u32 {
    let own = [case[service].control, case[service].drift].into_iter();
    own.chain(gains(case, service)).map(|number| number.normalize().scale()).max().unwrap_or(0)
}

/// The highest step that this much control reaches.
pub fn reached(steps: &[Step], control: Percent) -> Option<&Step> {
    if steps.first().is_none_or(|step| step.rung.is_some()) {
        return steps.iter().rev().find(|step| step.is_reached(control));
    }
    // A cap table may have thousands of steps, which ascend.
    steps.get(steps.partition_point(|step| step.is_reached(control)).checked_sub(1)?)
}

/// So many sums of gains are told apart: of more, every step in reach counts.
const SUMS: usize = 4_000;

/// The steps of a service at which some portfolio can stand at the end of a year: of a cap table's steps often few. With named
/// purchases: those in whose force just these are.
pub fn in_reach(case: &Case, service: ServiceIx, year_ix: usize, bought: Bought) -> Arc<[Step]> {
    let steps = ladder_after(case, service, year_ix, bought);
    if case[service].power == PowerRule::Ladder {
        return steps;
    }
    let named = purchases(case, service);
    let by_name = sum(named.iter().enumerate().filter(|(at, _)| bought >> at & 1 == 1).map(|(_, it)| it.amount));
    let left = with_gains(worn(&case[service], year_ix), by_name);
    let gains = gains_but(case, service, |candidate, effect| {
        named.iter().any(|it| it.candidate == candidate && it.effect == effect)
    });
    let mut controls = BTreeSet::from([left]);
    for &gain in &gains {
        let more: Vec<Percent> = controls.iter().map(|&control| with_gains(control, gain)).collect();
        controls.extend(more);
        if controls.len() > SUMS {
            let most = with_gains(left, sum(gains));
            return steps.iter().filter(|step| step.is_reached(most)).cloned().collect();
        }
    }
    let mut stands: Vec<&Step> = controls.iter().filter_map(|&control| reached(&steps, control)).collect();
    stands.dedup();
    stands.into_iter().cloned().collect()
}
