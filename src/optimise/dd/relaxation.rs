//! The bound of a node: the simplex method on one side, longest paths on the other, until they meet.

use std::sync::Arc;

use super::bounding::Pass;
use super::closure::Closure;
use super::column::{Column, Sums};
use super::diagram::NONE;
use super::held::Meter;
use super::layout::Layout;
use super::master::{Basic, Master, Tick};
use crate::optimise::instance::Instance;
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::plan::Selection;

/// A node is left to branching when its bound can sink by no more than this part of what it has to lose.
const CLOSE: f64 = 0.02;
/// This many paths enter the basis for each pass.
const ENTER: usize = 6;
/// A penalty grows no further than this, relative to the first.
const HARDEST: f64 = 1e9;

/// The working memory of one thread: its master problem and its passes.
#[derive(Debug, Clone)]
pub(crate) struct Relaxation {
    /// The simplex method.
    pub master: Master,
    /// The passes over the diagrams.
    pub pass: Pass,
    /// What all of the search holds.
    pub meter: Meter,
    sums: Sums,
    prices: Vec<f64>,
    /// The multipliers of the lowest bound so far; at the start of a node those of its parent.
    pub centre: Vec<f64>,
    /// Passes so far.
    pub passes: u64,
    /// What bounds in place of the master problem, where little links candidates but who requires whom.
    closure: Option<Box<Closure>>,
}

/// The weight of the best multipliers so far against those of the basis: the duals of a basis swing, and what is priced
/// nearer to the best of them makes fewer passes. Source: Wentges, *Weighted Dantzig–Wolfe decomposition for linear
/// mixed-integer programming*, 1997.
const SMOOTH: f64 = 0.7;
/// Only a basis with this many positions swings enough to be smoothed.
const SWINGS: usize = 300;
/// A node that is through with this many passes has nothing to smooth.
const UNSMOOTHED: usize = 6;

/// No multiplier is larger.
const LARGEST: f64 = 1e30;

/// What a relaxation gave.
#[derive(Debug, Clone)]
pub(crate) struct Relaxed {
    /// No portfolio of the node is worth more, rounding included.
    pub bound: f64,
    /// The multipliers that prove it.
    pub prices: Vec<f64>,
    /// Whether some diagram has no path at all.
    pub hopeless: bool,
    /// Whether the search was told to stop.
    pub stopped: bool,
}

/// When a relaxation may stop.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Until {
    /// The bound is no higher than this.
    pub cutoff: f64,
    /// This many passes were made.
    pub passes: usize,
    /// The part of what the node has to lose within which the bound is left to branching.
    pub close: f64,
}

/// A multiplier from a dual: any that is not negative is good for a bound, but what is not a number, or so large that a
/// bound would overflow, is good for nothing.
fn usable(dual: f64) -> f64 {
    if dual.is_finite() { dual.clamp(0.0, LARGEST) } else { 0.0 }
}

impl Until {
    /// Until the bound is at most `cutoff`, or hardly sinks any more.
    pub fn below(cutoff: f64) -> Self {
        Self { cutoff, passes: 4000, close: CLOSE }
    }
}

/// Copies of the master problem that there are at once: the one that is worked with, those that strong branching and dives begin with,
/// and that of the search for starts and shares.
const COPIES: u64 = 4;

/// What the relaxation of this many rows and blocks takes, in bytes.
pub(super) fn working_memory(size: usize) -> u64 {
    let size = u64::try_from(size).unwrap_or(u64::MAX);
    size.saturating_mul(size).saturating_mul(8 * COPIES)
}

impl Relaxation {
    /// A master problem with the best path of each diagram at price 0.
    pub fn new(instance: &Instance, layout: &Layout, open: &Domains) -> Option<Self> {
        Self::with(instance, layout, open, None)
    }

    /// The same, which bounds by closures where that is quicker.
    pub fn quickest(instance: &Instance, layout: &Layout, open: &Domains) -> Option<Self> {
        Self::with(instance, layout, open, Closure::of(instance, open).map(Box::new))
    }

    fn with(instance: &Instance, layout: &Layout, open: &Domains, closure: Option<Box<Closure>>) -> Option<Self> {
        let mut pass = Pass::new(instance, layout);
        let mut sums = Sums::new(instance.rows.len());
        // Everything at a price: the first paths choose little, so that few rows start out broken.
        let prices = vec![0.0; instance.rows.len()];
        if pass.run(instance, layout, open, &prices) == NONE {
            return None;
        }
        let blocks = layout.diagrams.len() + instance.switches.len();
        let column = |block| Arc::new(Column::best(instance, layout, open, (&pass, &prices), block, &mut sums));
        let master = if closure.is_some() {
            Master::new(&[], Vec::new())
        } else {
            let rhs: Vec<f64> = instance.rows.iter().map(|row| row.rhs).collect();
            Master::new(&rhs, (0..blocks).map(column).collect())
        };
        Some(Self { master, pass, meter: Meter::default(), sums, centre: prices.clone(), prices, passes: 0, closure })
    }

    /// Forgets what it learnt, so that it goes on as another one would that comes to the same basis.
    pub fn begin_like(&mut self, other: &Self) {
        self.centre.clone_from(&other.centre);
        self.passes = other.passes;
        self.pass.bound = other.pass.bound;
        self.master.punish_like(&other.master);
    }

    /// What its working memory takes, with the copies that strong branching and dives begin with, in bytes.
    pub fn bytes(&self) -> u64 {
        working_memory(self.master.size())
    }

    /// Bounds what is open.
    pub fn run(
        &mut self,
        (instance, layout): (&Instance, &Layout),
        open: &Domains,
        until: Until,
        tick: &mut dyn FnMut() -> bool,
    ) -> Relaxed {
        if let Some(closure) = &mut self.closure {
            closure.lowest(open, &self.centre, &mut self.prices, tick);
            return self.at_once((instance, layout), open, tick);
        }
        let first = self.penalty(instance, until.cutoff);
        self.master.punish(first, |column| column.is_open(instance, layout, open));
        let mut best = Relaxed { bound: f64::INFINITY, prices: self.centre.clone(), hopeless: false, stopped: false };
        let smoothed_from = if self.master.size() < SWINGS { usize::MAX } else { UNSMOOTHED };
        // The first pass is at the multipliers of the parent.
        let mut weight = if smoothed_from == usize::MAX { 0.0 } else { 1.0 };
        for pass in 0..until.passes {
            if tick() {
                best.stopped = true;
                break;
            }
            for _ in 0..4 {
                if !self.master.enter_slack(tick) {
                    break;
                }
            }
            if pass > 0 && pass <= smoothed_from {
                weight = if pass == smoothed_from { SMOOTH } else { 0.0 };
            }
            for ((price, dual), centre) in self.prices.iter_mut().zip(&self.master.duals).zip(&best.prices) {
                *price = weight * centre + (1.0 - weight) * usable(*dual);
            }
            self.passes += 1;
            if self.pass.run(instance, layout, open, &self.prices) == NONE {
                best.hopeless = true;
                best.bound = NONE;
                break;
            }
            if self.pass.safe() < best.bound {
                best.bound = self.pass.safe();
                best.prices.clone_from(&self.prices);
            }
            if best.bound <= until.cutoff {
                break;
            }
            let left = self.master.unwanted();
            let gap = best.bound - self.master.worth();
            if left < 1e-7 && gap < -self.slack_of(instance, &best.prices) && self.master.afresh(tick) {
                // No basis is worth more than a bound: the inverse is worn out.
                continue;
            }
            if left < 1e-7 && gap <= until.close * (best.bound - until.cutoff) {
                break;
            }
            if self.improve((instance, layout), open, weight > 0.0, tick) {
                if pass >= smoothed_from {
                    weight = SMOOTH;
                }
                continue;
            }
            if weight > 0.0 {
                // Nothing gains under the true multipliers: nearer to them.
                weight = if weight > 0.5 * SMOOTH { 0.5 * weight } else { 0.0 };
                continue;
            }
            if left < 1e-7 || self.master.penalty() > HARDEST * first {
                break;
            }
            let penalty = self.master.penalty() * 4.0;
            self.master.punish(penalty, |column| column.is_open(instance, layout, open));
        }
        self.centre.clone_from(&best.prices);
        best
    }

    /// The bound at multipliers that are the best.
    fn at_once(
        &mut self,
        (instance, layout): (&Instance, &Layout),
        open: &Domains,
        tick: &mut dyn FnMut() -> bool,
    ) -> Relaxed {
        self.passes += 1;
        let hopeless = self.pass.run(instance, layout, open, &self.prices) == NONE;
        let bound = if hopeless { NONE } else { self.pass.safe() };
        self.centre.clone_from(&self.prices);
        Relaxed { bound, prices: self.prices.clone(), hopeless, stopped: tick() }
    }

    /// A portfolio from the last bound, where there is one at once.
    pub fn portfolio(&self, open: &Domains) -> Option<Selection> {
        self.closure.as_ref()?.portfolio(open)
    }

    /// By how much the worth of the basis may exceed a bound, because its right-hand sides are perturbed.
    fn slack_of(&self, instance: &Instance, prices: &[f64]) -> f64 {
        self.master.raised(instance.rows.iter().map(|row| row.rhs), prices) + 1e-9 * (1.0 + self.pass.bound.abs())
    }

    /// The penalty for what must leave: about what the node has to lose.
    fn penalty(&self, instance: &Instance, cutoff: f64) -> f64 {
        let lose = self.pass.bound - cutoff;
        if lose.is_finite() && lose > 0.0 { lose.max(1e-3 * instance.size()) } else { instance.size().max(1.0) }
    }

    /// Brings the best paths into the basis; whether any gained.
    fn improve(
        &mut self,
        (instance, layout): (&Instance, &Layout),
        open: &Domains,
        smoothed: bool,
        tick: Tick<'_>,
    ) -> bool {
        let rows = instance.rows.len();
        let diagrams = layout.diagrams.len();
        let mut gains: Vec<(f64, usize)> = Vec::new();
        for block in 0..diagrams + instance.switches.len() {
            let worth = if block < diagrams {
                self.pass.best(block)
            } else {
                let (on, worth) = self.pass.switches[block - diagrams];
                if on { worth } else { 0.0 }
            };
            let gain = worth - self.master.duals[rows + block];
            if smoothed || gain > 1e-9 {
                gains.push((gain, block));
            }
        }
        gains.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut entered = 0;
        for &(_, block) in &gains {
            let column = Column::best(instance, layout, open, (&self.pass, &self.prices), block, &mut self.sums);
            entered += usize::from(self.master.enter(&Arc::new(column.counted(&self.meter)), tick));
            if entered == ENTER {
                break;
            }
        }
        entered > 0 || self.master.enter_slack(tick)
    }

    /// How much of each candidate and of each switch the solution of the master problem has.
    pub fn fractions(&self, instance: &Instance, layout: &Layout) -> Fractions {
        let mut it = Fractions {
            chosen: vec![0.0; instance.items.len()],
            starts: Vec::new(),
            begins: Vec::with_capacity(instance.items.len() + 1),
            shares: vec![0.0; instance.ministries * instance.items.len()],
            ministries: instance.ministries,
            switches: vec![0.0; instance.switches.len()],
        };
        let mut starts = 0;
        for item in &instance.items {
            it.begins.push(starts);
            starts += item.starts.len();
        }
        it.begins.push(starts);
        it.starts.resize(starts, 0.0);
        if let Some(closure) = &self.closure {
            // Each has one start, and shares that are given.
            for (item, &chosen) in closure.chosen.iter().enumerate().filter(|(_, chosen)| **chosen > 0.0) {
                it.chosen[item] = chosen;
                it.starts[it.begins[item]] = chosen;
                let shares = it.shares[item * it.ministries..].iter_mut().zip(&instance.items[item].least);
                shares.for_each(|(sum, &share)| *sum = chosen * f64::from(share));
            }
            return it;
        }
        for (basic, &value) in self.master.basis.iter().zip(&self.master.values) {
            let Basic::Path(column) = basic else { continue };
            if value <= 0.0 {
                continue;
            }
            if column.block >= layout.diagrams.len() {
                if column.taken[0] == 1 && !instance.switches[column.block - layout.diagrams.len()].terms.is_empty() {
                    it.switches[column.block - layout.diagrams.len()] += value;
                }
                continue;
            }
            column.reached.iter().for_each(|&switch| it.switches[switch] += value);
            for plan in &column.plans {
                it.chosen[plan.item] += value;
                it.starts[it.begins[plan.item] + usize::from(plan.start)] += value;
                let from = plan.item * it.ministries;
                for (sum, &share) in it.shares[from..from + it.ministries].iter_mut().zip(&plan.shares) {
                    *sum += value * f64::from(share);
                }
            }
        }
        it
    }
}

/// How much of everything the solution of a master problem has.
#[derive(Debug, Clone)]
pub(crate) struct Fractions {
    /// By candidate.
    pub chosen: Vec<f64>,
    /// By candidate and start, one after the other.
    starts: Vec<f64>,
    /// Where the starts of each candidate begin, and where the last one's end.
    begins: Vec<usize>,
    /// By candidate and ministry, one after the other.
    shares: Vec<f64>,
    ministries: usize,
    /// By switch.
    pub switches: Vec<f64>,
}

impl Fractions {
    /// How much of each start of a candidate there is.
    pub fn starts(&self, item: usize) -> &[f64] {
        &self.starts[self.begins[item]..self.begins[item + 1]]
    }

    /// By ministry: percent, times how much of the candidate is chosen.
    pub fn shares(&self, item: usize) -> &[f64] {
        &self.shares[item * self.ministries..(item + 1) * self.ministries]
    }
}
