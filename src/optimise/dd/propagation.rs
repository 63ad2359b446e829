//! What the linking rows alone settle: a plan that would break a row whatever the others do is not open.

use crate::optimise::instance::domains::{Decision, Domains};
use crate::optimise::instance::rows::RowName;
use crate::optimise::instance::{By, Instance, Item, Start, Steps};
use crate::optimise::work;

/// Rows are taken for broken only beyond this, relative to their largest coefficient: far more than rounding can be.
const CLEAR: f64 = 1e-7;

/// What every candidate adds to the rows.
#[derive(Debug, Clone)]
pub(crate) struct Propagation {
    /// By candidate and start: the rows that it touches, with its share-free part and its part by ministry.
    touched: Vec<Vec<Vec<Touch>>>,
}

/// What the rows settle.
#[derive(Debug, Clone, Default)]
pub(crate) struct Settled {
    /// The row that settled each decision.
    pub by_row: Vec<(u32, Decision)>,
    /// A row that cannot be kept at all, or a candidate for which nothing is left.
    pub broken: Option<Broken>,
}

/// Why nothing is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// This row cannot be kept.
    Row(u32),
    /// A candidate can neither be chosen nor left out.
    Candidate,
}

/// What a start adds to a row: the row, whatever the shares are, and for each percent of a ministry that counts there.
type Touch = (u32, f64, Vec<(usize, f64)>);

/// Memory that every candidate uses again.
#[derive(Debug, Default)]
struct Memory {
    /// By row: the least that everybody adds.
    sums: Vec<f64>,
    /// By row: the least of the candidate's starts that touch it.
    least: Vec<f64>,
    /// The rows that a candidate touches, and how many of its open starts do.
    touched: Vec<(usize, u32)>,
    /// By row: one more than its position in `touched`, and 0 for all others.
    place: Vec<usize>,
    /// The least that a candidate adds to each of these rows.
    own: Vec<(usize, f64)>,
    /// By row: the least that one of its starts adds, and 0 between two of them.
    mine: Vec<f64>,
}

impl Propagation {
    /// Gathers the coefficients of an instance.
    pub fn new(instance: &Instance) -> Self {
        let of_start = |start: &Start| {
            let mut rows = std::collections::BTreeMap::<u32, (f64, Vec<(usize, f64)>)>::new();
            for term in &start.fixed {
                rows.entry(term.row).or_default().0 += term.value;
            }
            for (ministry, terms) in start.per_share.iter().enumerate() {
                for term in terms {
                    let shares = &mut rows.entry(term.row).or_default().1;
                    match shares.last_mut() {
                        Some((last, value)) if *last == ministry => *value += term.value,
                        _ => shares.push((ministry, term.value)),
                    }
                }
            }
            rows.into_iter().map(|(row, (fixed, shares))| (row, fixed, shares)).collect()
        };
        let of_item = |item: &Item| item.starts.iter().map(of_start).collect();
        Self { touched: instance.items.iter().map(of_item).collect() }
    }

    /// The least that a start adds to each row it touches.
    fn least<'a>(&'a self, open: &'a Domains, item: usize, start: usize) -> impl Iterator<Item = (usize, f64)> + 'a {
        self.touched[item][start].iter().map(move |(row, fixed, shares)| {
            let mut sum = *fixed;
            for &(ministry, value) in shares {
                let share = if value >= 0.0 { open.least(item)[ministry] } else { open.most(item)[ministry] };
                sum += value * f64::from(share);
            }
            (*row as usize, sum)
        })
    }

    /// Narrows `open` by the rows until nothing changes.
    pub fn run(&self, instance: &Instance, open: &mut Domains) -> Settled {
        let mut settled = Settled::default();
        let rows = instance.rows.len();
        let mut memory =
            Memory { least: vec![0.0; rows], place: vec![0; rows], mine: vec![0.0; rows], ..Memory::default() };
        for _ in 0..8 {
            let before = settled.by_row.len();
            self.once(instance, open, &mut settled, &mut memory);
            if settled.broken.is_some() || settled.by_row.len() == before {
                break;
            }
        }
        settled
    }

    fn once(&self, instance: &Instance, open: &mut Domains, settled: &mut Settled, memory: &mut Memory) {
        work::done(instance.items.len() * 300);
        let mut sums = std::mem::take(&mut memory.sums);
        sums.clear();
        sums.resize(instance.rows.len(), 0.0);
        for item in 0..instance.items.len() {
            self.of_item(open, item, memory);
            memory.own.iter().for_each(|&(row, least)| sums[row] += least);
        }
        of_the_rest(instance, open, &mut sums);
        self.narrow(instance, open, settled, (&sums, memory));
        memory.sums = sums;
    }

    /// Narrows `open` by the least that everybody adds to each row.
    fn narrow(
        &self,
        instance: &Instance,
        open: &mut Domains,
        settled: &mut Settled,
        (sums, memory): (&[f64], &mut Memory),
    ) {
        for (row, it) in instance.rows.iter().enumerate() {
            if !matches!(it.name, RowName::Tie { .. } | RowName::Member { .. }) && sums[row] > it.rhs + CLEAR {
                settled.broken = Some(Broken::Row(u32::try_from(row).unwrap_or(u32::MAX)));
                return;
            }
        }
        for item in 0..instance.items.len() {
            if open.items[item].starts == 0 || (!open.items[item].out && open.items[item].starts.is_power_of_two()) {
                continue;
            }
            self.of_item(open, item, memory);
            for decision in self.closed(instance, open, item, sums, memory) {
                settled.by_row.push(decision);
                if !open.apply(decision.1) {
                    settled.broken = Some(Broken::Candidate);
                    return;
                }
            }
        }
    }

    /// The least that a candidate adds to each row that it touches, left in the memory.
    fn of_item(&self, open: &Domains, item: usize, Memory { least, touched, place, own, .. }: &mut Memory) {
        let state = open.items[item];
        touched.clear();
        own.clear();
        let mut left = state.starts;
        while left != 0 {
            let start = left.trailing_zeros() as usize;
            left &= left - 1;
            for (row, sum) in self.least(open, item, start) {
                if place[row] > 0 {
                    touched[place[row] - 1].1 += 1;
                    least[row] = f64::min(least[row], sum);
                } else {
                    touched.push((row, 1));
                    place[row] = touched.len();
                    least[row] = sum;
                }
            }
        }
        for &mut (row, count) in touched {
            let every = !state.out && count == state.starts.count_ones();
            own.push((row, if every { least[row] } else { least[row].min(0.0) }));
            place[row] = 0;
        }
    }

    /// The starts of a candidate that would break a row, and whether it cannot be left out.
    fn closed(
        &self,
        instance: &Instance,
        open: &Domains,
        item: usize,
        sums: &[f64],
        Memory { own, mine, .. }: &mut Memory,
    ) -> Vec<(u32, Decision)> {
        let mut closed = Vec::new();
        let index = u32::try_from(item).unwrap_or(u32::MAX);
        let state = open.items[item];
        let mut left = state.starts;
        while left != 0 {
            let start = left.trailing_zeros() as usize;
            left &= left - 1;
            self.least(open, item, start).for_each(|(row, here)| mine[row] = here);
            let breaks =
                |&&(row, least): &&(usize, f64)| sums[row] - least + mine[row] > instance.rows[row].rhs + CLEAR;
            let broken = own.iter().find(breaks).copied();
            self.touched[item][start].iter().for_each(|(row, ..)| mine[*row as usize] = 0.0);
            if let Some((row, _)) = broken {
                let decision = Decision::NotStart(index, u8::try_from(start).unwrap_or(u8::MAX));
                closed.push((u32::try_from(row).unwrap_or(u32::MAX), decision));
            }
        }
        if state.out {
            let breaks = |&&(row, least): &&(usize, f64)| sums[row] - least > instance.rows[row].rhs + CLEAR;
            if let Some(&(row, _)) = own.iter().find(breaks) {
                closed.push((u32::try_from(row).unwrap_or(u32::MAX), Decision::In(index)));
            }
        }
        closed
    }
}

/// The least that switches and services add.
fn of_the_rest(instance: &Instance, open: &Domains, sums: &mut [f64]) {
    for (switch, state) in instance.switches.iter().zip(&open.switches) {
        for term in &switch.terms {
            let on = if state.on { term.value } else { 0.0 };
            let off = if state.off { 0.0 } else { term.value };
            sums[term.row as usize] += on.min(off);
        }
    }
    if let Some(count) = instance.count_row {
        for (switch, state) in
            instance.switches.iter().zip(&open.switches).filter(|(switch, _)| switch.terms.is_empty())
        {
            let Some(target) = switch.target.map(|at| &instance.targets[at]) else { continue };
            let reachable = target.is_reached(|service| highest_level(instance, open, &instance.services[service]));
            if state.on && reachable {
                sums[count as usize] -= 1.0;
            }
        }
    }
    for steps in &instance.services {
        if steps.terms.is_empty() {
            continue;
        }
        let highest = highest_level(instance, open, steps);
        for (row, terms) in &steps.terms {
            let least = terms[..=highest].iter().map(|term| term.value).fold(f64::INFINITY, f64::min);
            sums[*row as usize] += least;
        }
    }
}

/// The highest level that a service can still reach.
pub(super) fn highest_level(instance: &Instance, open: &Domains, steps: &Steps) -> usize {
    let (mut sum, mut granted, mut bought) = (0, 0, 0);
    for &at in &steps.effects {
        let effect = &instance.effects[at];
        let can_be_on = |item: &usize| open.items[*item].starts & instance.items[*item].by_year[steps.year] != 0;
        let on = match &effect.by {
            By::Candidate(item) => open.items[*item].starts & effect.on != 0,
            By::Synergy(_, members) => members.iter().all(can_be_on),
        };
        if on {
            sum += effect.gain;
            bought |= effect.bought;
            granted = granted.max(effect.lifts.unwrap_or(0));
        }
    }
    steps.level_of(sum, bought).max(granted)
}
