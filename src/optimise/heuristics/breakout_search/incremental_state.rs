//! What is chosen, with every sum that rules and rewards depend on.

use super::choice::{Choice, choices};
use super::shared::Shared;
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::plan::Selection;
use crate::optimise::instance::rows::RowName;
use crate::optimise::instance::{By, Instance, Steps, Target, f64_of};

/// Sums are taken for kept up to this: far more than rounding, far less than anything that counts.
pub(super) const KEPT: f64 = 1e-9;

/// Domains below their target cost this many times as much as other rules: they take the most changes to repair.
pub(super) const TARGETS: f64 = 10.0;

/// The first price of a broken rule, as a part of everything that can be gained.
const FIRST: f64 = 0.1;

/// Whether to stop is asked after this many shares.
const OFTEN: usize = 100_000;

/// What is chosen, and all sums.
#[derive(Debug, Clone)]
pub(super) struct IncrementalState<'a> {
    pub(super) instance: &'a Instance,
    /// By candidate: the ways to choose it, and whether it may be left out.
    pub(super) choices: Vec<(Vec<Choice>, bool)>,
    /// By candidate: what is chosen.
    pub(super) now: Vec<Option<usize>>,
    /// By row of the board: what the chosen candidates add to it, its right-hand side and its price.
    pub(super) rows: Vec<Line>,
    /// The rows that are broken, one bit for each.
    pub(super) broken: Vec<u64>,
    /// By ministry: how much it spends that it does not have, in its largest payments.
    pub(super) over: Vec<f64>,
    /// By ministry and year: what is paid, and what there is.
    pub(super) paid: Vec<f64>,
    pub(super) budgets: Vec<f64>,
    /// By ministry: how much may be carried out of each year; `None` if all may.
    pub(super) caps: Vec<Option<Vec<f64>>>,
    /// By ministry: the largest payment, that overspending is measured in; and the price.
    pub(super) purses: Vec<(f64, f64)>,
    pub(super) years: usize,
    /// By candidate: the first of the years that count by whose end it is in force; as many as there are where it never is.
    from: Vec<usize>,
    /// By candidate: the services whose level it can change.
    touched: Vec<Vec<usize>>,
    /// What others require.
    pub(super) shared: Shared,
    /// By service: its level, its sum of gains.
    pub(super) levels: Vec<usize>,
    pub(super) sums: Vec<i128>,
    /// By service with a floor: the service, the sum of gains that the floor needs, the largest gain, the price.
    pub(super) floors: Vec<(usize, f64, f64, f64)>,
    /// By target: what there is, with what services are on their way to, and what it needs.
    pub(super) targets: Vec<Reach>,
    /// By service: what it adds on its way to its next level.
    /// By service: the targets that it counts for, with what each level adds.
    counts: Vec<Vec<(usize, Vec<f64>, f64)>>,
    pub(super) target_price: f64,
    pub(super) first: f64,
    pub(super) value: f64,
    pub(super) missing: Vec<f64>,
}

/// A row of the board.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub sum: f64,
    pub rhs: f64,
    pub price: f64,
}

impl Line {
    /// How far it is above its right-hand side; 0 or less where it is kept.
    pub fn above(&self) -> f64 {
        self.sum - self.rhs - KEPT
    }
}

/// How far a domain is from its target.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    have: f64,
    /// What services that are between two levels would add, in part: without it nothing would say that a first step helps.
    near: f64,
    need: f64,
}

impl Reach {
    /// How much is missing, as a part of what it needs; 0 where it is reached.
    pub fn short(self) -> f64 {
        // Sums are whole numbers: one that is short is short by at least one.
        if self.have > self.need - 0.5 { 0.0 } else { 0.2 + (self.need - self.have - self.near) / self.need.max(1.0) }
    }
}

impl<'a> IncrementalState<'a> {
    /// Nothing chosen but what must be; `None` if `tick` says to stop.
    pub fn new(instance: &'a Instance, open: &Domains, tick: &mut dyn FnMut() -> bool) -> Option<Self> {
        let years = instance.budgets.first().map_or(0, Vec::len);
        let mut place = vec![None; instance.rows.len()];
        let mut rows = Vec::new();
        let first = FIRST * instance.size().max(1e-9);
        for (at, row) in instance.rows.iter().enumerate() {
            let counts = matches!(
                row.name,
                RowName::Requires { .. }
                    | RowName::Relation { .. }
                    | RowName::LimitMin(_)
                    | RowName::LimitMax(_)
                    | RowName::NoGood(_)
            );
            if counts {
                place[at] = Some(rows.len());
                rows.push(Line { sum: 0.0, rhs: row.rhs, price: first });
            }
        }
        let mut ways: Vec<(Vec<Choice>, bool)> = Vec::with_capacity(instance.items.len());
        let mut made = 0;
        for item in 0..instance.items.len() {
            let own = choices(instance, open, item, &place, years);
            made += (own.len() + 1) * (instance.ministries + 10);
            ways.push((own, open.items[item].out));
            if made > OFTEN {
                made = 0;
                if tick() {
                    return None;
                }
            }
        }

        let mut largest = vec![0.0_f64; instance.ministries];
        for &(at, paid) in ways.iter().flat_map(|(all, _)| all).flat_map(|choice| &choice.paid) {
            largest[at / years.max(1)] = largest[at / years.max(1)].max(paid);
        }
        let mut it = Self {
            instance,
            now: vec![None; ways.len()],
            choices: ways,
            broken: vec![0; rows.len().div_ceil(64)],
            rows,
            over: vec![0.0; instance.ministries],
            paid: vec![0.0; instance.ministries * years],
            budgets: instance.budgets.iter().flatten().map(|&money| f64_of(money)).collect(),
            caps: instance
                .carries
                .iter()
                .map(|carry| carry.as_ref().map(|it| it.caps.iter().map(|&cap| f64_of(cap)).collect()))
                .collect(),
            purses: largest.into_iter().map(|largest| (largest.max(1e-9), first)).collect(),
            years,
            from: vec![instance.years.len(); instance.items.len()],
            touched: touched(instance),
            shared: Shared::of(instance),
            levels: vec![0; instance.services.len()],
            sums: vec![0; instance.services.len()],
            floors: floors(instance, first),
            targets: targets(instance).map(|it| Reach { have: 0.0, near: 0.0, need: f64_of(it.need) }).collect(),
            counts: vec![Vec::new(); instance.services.len()],
            target_price: TARGETS * first,
            first,
            value: 0.0,
            missing: Vec::new(),
        };
        for (at, target) in targets(instance).enumerate() {
            for (service, sums) in &target.services {
                it.counts[*service].push((at, sums.iter().map(|&sum| f64_of(sum)).collect(), 0.0));
                it.targets[at].have += f64_of(sums[0]);
            }
        }
        (0..it.rows.len()).for_each(|row| it.mark(row));
        (0..instance.ministries).for_each(|ministry| it.over[ministry] = it.overspent(ministry));
        for service in 0..instance.services.len() {
            it.value += instance.services[service].levels[0].value;
            it.level(service);
        }
        for item in 0..instance.items.len() {
            if !it.choices[item].1 && !it.choices[item].0.is_empty() {
                it.put(item, Some(0));
            }
        }
        Some(it)
    }

    /// How many ways there are to choose a candidate, and to leave it out.
    pub fn choices(&self, item: usize) -> usize {
        self.choices[item].0.len() + 1
    }

    /// How many sums a score is made of.
    pub fn terms(&self) -> usize {
        self.rows.len() + self.paid.len() + self.floors.len() + self.targets.len()
    }

    /// All candidates, those first that give most for their money.
    pub fn by_value_for_money(&self) -> Vec<usize> {
        let instance = self.instance;
        let worth = |item: usize| {
            let it = &instance.items[item];
            let gain = |effect: usize| {
                let effect = &instance.effects[effect];
                let steps = &instance.services[effect.service];
                let whole = steps.levels.iter().map(|level| level.value).fold(0.0, f64::max);
                let most = steps.needs.last().map_or(1.0, |&(need, _)| f64_of(need)).max(1e-9);
                whole * (f64_of(effect.gain) / most).min(1.0).max(if effect.lifts.is_some() { 0.5 } else { 0.0 })
            };
            let gains: f64 = it.effects.iter().map(|&effect| gain(effect)).sum();
            (it.value + gains) / f64_of(it.bill).max(1e-9)
        };
        let mut order: Vec<usize> = (0..instance.items.len()).collect();
        order.sort_by(|&a, &b| worth(b).total_cmp(&worth(a)).then(a.cmp(&b)));
        order
    }

    /// Sets a candidate to what is best given all others, or leaves it out where that is asked for; whether that changed it.
    pub fn settle(&mut self, item: usize, leave_out: bool) -> bool {
        let before = self.now[item];
        if self.choices[item].0.is_empty() || leave_out {
            return false;
        }
        let idle = self.is_idle(item);
        let mut best = (self.score(), before);
        if self.choices[item].1 && before.is_some() {
            self.put(item, None);
            let score = self.score();
            if score > best.0 + if idle { -KEPT } else { KEPT } {
                best = (score, None);
            }
        }
        for choice in 0..self.choices[item].0.len() {
            if Some(choice) == before {
                continue;
            }
            self.put(item, Some(choice));
            let score = self.score();
            if score > best.0 + KEPT {
                best = (score, Some(choice));
            }
        }
        self.put(item, best.1);
        best.1 != before
    }

    /// Leaves a candidate out, if it may be.
    pub fn leave_out(&mut self, item: usize) {
        if self.choices[item].1 {
            self.put(item, None);
        }
    }

    /// Goes back to a portfolio that was on the board.
    pub fn set(&mut self, selection: &Selection) {
        for (item, chosen) in selection.iter().enumerate() {
            let to = chosen.as_ref().and_then(|it| self.choices[item].0.iter().position(|choice| choice.chosen == *it));
            self.put(item, to);
        }
    }

    /// What is chosen.
    pub fn selection(&self) -> Selection {
        let chosen =
            |(now, (choices, _)): (&Option<usize>, &(Vec<Choice>, bool))| now.map(|at| choices[at].chosen.clone());
        self.now.iter().zip(&self.choices).map(chosen).collect()
    }

    pub(super) fn put(&mut self, item: usize, to: Option<usize>) {
        let from = self.now[item];
        if from == to {
            return;
        }
        if let Some(from) = from {
            self.add(item, from, -1.0);
        }
        if let Some(to) = to {
            self.add(item, to, 1.0);
        }
        self.now[item] = to;
        let from = to.map_or(self.instance.years.len(), |at| self.choices[item].0[at].from);
        let before = std::mem::replace(&mut self.from[item], from);
        let wears_off = self.instance.items[item].wears_off;
        if from == before && !wears_off {
            return;
        }
        let changed = from.min(before)..from.max(before);
        for at in 0..self.touched[item].len() {
            let service = self.touched[item][at];
            if wears_off || changed.contains(&self.instance.services[service].year) {
                self.level(service);
            }
        }
    }

    fn add(&mut self, item: usize, choice: usize, sign: f64) {
        self.value += sign * self.instance.items[item].value;
        for at in 0..self.choices[item].0[choice].rows.len() {
            let (row, value) = self.choices[item].0[choice].rows[at];
            self.rows[row].sum += sign * value;
            self.mark(row);
        }
        let mut last = None;
        for at in 0..self.choices[item].0[choice].paid.len() {
            let (at, paid) = self.choices[item].0[choice].paid[at];
            self.paid[at] += sign * paid;
            let ministry = at / self.years.max(1);
            if let Some(last) = last.replace(ministry).filter(|last| *last != ministry) {
                self.over[last] = self.overspent(last);
            }
        }
        if let Some(last) = last {
            self.over[last] = self.overspent(last);
        }
    }

    /// Notes whether a row is broken.
    fn mark(&mut self, row: usize) {
        let bit = 1 << (row % 64);
        if self.rows[row].above() > 0.0 {
            self.broken[row / 64] |= bit;
        } else {
            self.broken[row / 64] &= !bit;
        }
    }

    /// The level of a service from what is in force, and what follows from it.
    fn level(&mut self, service: usize) {
        let steps = &self.instance.services[service];
        let (mut sum, mut granted, mut bought) = (0_i128, 0, 0);
        for effect in steps.effects.iter().map(|&at| &self.instance.effects[at]) {
            let on = match &effect.by {
                By::Candidate(item) => {
                    self.now[*item].is_some_and(|at| effect.on & (1 << self.choices[*item].0[at].chosen.start) != 0)
                }
                By::Synergy(_, members) => members.iter().all(|&member| self.from[member] <= steps.year),
            };
            if on {
                sum += effect.gain;
                bought |= effect.bought;
                granted = granted.max(effect.lifts.unwrap_or(0));
            }
        }
        let (before, after) = (self.levels[service], steps.level_of(sum, bought).max(granted));
        self.sums[service] = sum;
        self.levels[service] = after;
        self.value += steps.levels[after].value - steps.levels[before].value;
        if self.counts[service].is_empty() {
            return;
        }
        let way = on_the_way(steps, sum, after);
        for (target, sums, under_way) in &mut self.counts[service] {
            let reach = &mut self.targets[*target];
            reach.have += sums[after] - sums[before];
            let next = (after + 1).min(sums.len() - 1);
            let more = way * (sums[next] - sums[after]);
            reach.near += more - *under_way;
            *under_way = more;
        }
    }
}

/// The targets of domains, and behind them the floors of domains.
fn targets(instance: &Instance) -> impl Iterator<Item = &Target> {
    instance.targets.iter().chain(&instance.domain_floors)
}

/// How much of the way to its next level counts.
const HALF: f64 = 0.5;

/// How far a service is on its way to the next level, 0 to [`HALF`].
fn on_the_way(steps: &Steps, sum: i128, level: usize) -> f64 {
    let Some(at) = steps.needs.iter().position(|(_, it)| *it > level) else { return 0.0 };
    let from = if at == 0 { 0 } else { steps.needs[at - 1].0 };
    let whole = f64_of(steps.needs[at].0 - from).max(1.0);
    HALF * (f64_of(sum - from) / whole).clamp(0.0, 1.0)
}

/// The services whose level each candidate can change, itself or through a synergy.
fn touched(instance: &Instance) -> Vec<Vec<usize>> {
    let mut touched = vec![std::collections::BTreeSet::new(); instance.items.len()];
    for effect in &instance.effects {
        let members = match &effect.by {
            By::Candidate(item) => std::slice::from_ref(item),
            By::Synergy(_, members) => members,
        };
        for &member in members {
            touched[member].insert(effect.service);
        }
    }
    touched.into_iter().map(|services| services.into_iter().collect()).collect()
}

/// The services with a floor that does not hold by itself.
fn floors(instance: &Instance, first: f64) -> Vec<(usize, f64, f64, f64)> {
    let mut floors = Vec::new();
    for (at, steps) in instance.services.iter().enumerate().filter(|(_, steps)| steps.floor > 0) {
        let need = steps.needs.iter().find(|(_, level)| *level >= steps.floor).map_or(0.0, |&(need, _)| f64_of(need));
        let largest = steps.effects.iter().map(|&effect| f64_of(instance.effects[effect].gain)).fold(1e-9, f64::max);
        floors.push((at, need, largest, first));
    }
    floors
}
