//! The core of a long list without groups, enumerated: which candidates are other than the multipliers would have them.
//!
//! Under multipliers a portfolio is worth the bound, less what each candidate loses that is chosen otherwise than it should be, less
//! the price of what is left of each row. So whoever is better than the best known has few such candidates, each of which loses
//! little, and where there are thousands of candidates little stands between the bound and the best. All sets of them that lose
//! no more than a limit are looked at, one candidate after the other in the order of their losses: a few steps for each set, where
//! a node of a tree has to be bounded anew. The limit grows until it is as far as the best known lies below the bound.
//!
//! Source: Balas and Zemel, *An algorithm for large zero-one knapsack problems*, 1980, whose core this is, for several rows.

use super::bounding::plan_worth;
use super::layout::Layout;
use crate::model::order::InOrder as _;
use crate::optimise::instance::Instance;
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::plan::{Chosen, Selection, Worth, judge};
use crate::optimise::work;

/// With more rows it is rare that all of them are kept by a set that loses little.
const MOST_ROWS: usize = 6;
/// So many sets are looked at. What needs more is searched as a tree.
const MOST_SETS: usize = 60_000_000;
/// The limit begins at this many sets of one candidate, and grows by this factor.
const FIRST: usize = 12;
const GROWS: f64 = 1.4;
/// Rows count as kept within this: integers decide.
const NEAR: f64 = 1e-9;
/// This many sets between two questions whether to stop.
const OFTEN: usize = 100_000;

/// What is enumerated.
struct Enumeration<'a> {
    instance: &'a Instance,
    open: &'a Domains,
    /// The portfolio that the multipliers would choose.
    base: Vec<bool>,
    /// By candidate, those that lose least first: what it loses when it is otherwise, and which it is.
    losses: Vec<(f64, usize)>,
    /// By candidate in that order: what it then adds to what is left of each row.
    frees: Vec<f64>,
    prices: Vec<f64>,
    /// The bound, and what it can be off by.
    bound: f64,
    /// Those that are otherwise.
    otherwise: Vec<usize>,
    limit: f64,
    sets: usize,
    best: Option<(Selection, Worth)>,
    /// What a portfolio has to be worth to be better than the best.
    better: f64,
    tick: &'a mut dyn FnMut() -> bool,
    stopped: bool,
}

/// The best portfolio that is worth more than `highest`, if there is one, proven; `None` where there is too much to look at, or it is no such
/// list. `cutoff` is what a bound of no better portfolio is at most.
#[allow(clippy::option_option, reason = "that nothing is better is not the same as not knowing")]
pub(super) fn enumerate(
    (instance, layout): (&Instance, &Layout),
    open: &Domains,
    prices: &[f64],
    (highest, cutoff): (Option<i128>, &dyn Fn(i128) -> f64),
    tick: &mut dyn FnMut() -> bool,
) -> Option<Option<(Selection, Worth)>> {
    let one_plan = |item: usize| open.items[item].starts.is_power_of_two() && open.least(item) == open.most(item);
    let rows = instance.rows.len();
    let plain = instance.services.is_empty() && instance.switches.is_empty() && rows <= MOST_ROWS;
    if !plain || !(0..instance.items.len()).all(|item| one_plan(item) && layout.ties[item].is_empty()) {
        return None;
    }
    let (mut base, mut losses, mut bound) = (Vec::new(), Vec::new(), 0.0);
    let mut size = instance.size();
    let mut left: Vec<f64> = Vec::with_capacity(rows);
    for (row, price) in instance.rows.iter().zip(prices) {
        bound += price * row.rhs;
        size += price * row.size;
        left.push(row.rhs);
    }
    let mut adds = vec![0.0; rows * instance.items.len()];
    for (item, it) in instance.items.iter().enumerate() {
        let start = &it.starts[open.items[item].starts.trailing_zeros() as usize];
        let own = &mut adds[item * rows..(item + 1) * rows];
        start.fixed.iter().for_each(|term| own[term.row as usize] += term.value);
        for (terms, &share) in start.per_share.iter().zip(open.least(item)) {
            for term in terms {
                own[term.row as usize] += term.value * f64::from(share);
            }
        }
        let worth = plan_worth(instance, open, prices, item, open.items[item].starts.trailing_zeros() as usize);
        let chosen = worth > 0.0 || !open.items[item].out;
        base.push(chosen);
        if chosen {
            bound += worth;
            left.iter_mut().zip(own).for_each(|(left, adds)| *left -= *adds);
        }
        if open.items[item].out {
            losses.push((worth.abs(), item));
        }
    }
    losses.order_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let sign = |item: usize| if base[item] { 1.0 } else { -1.0 };
    let frees =
        losses.iter().flat_map(|&(_, item)| adds[item * rows..(item + 1) * rows].iter().map(move |it| (item, it)));
    let frees = frees.map(|(item, adds)| sign(item) * adds).collect();
    // What a sum of many thousand numbers is off by: what is settled was taken out of the rows one by one.
    let margin = size * 1e5 * f64::EPSILON;
    let first = losses.get(FIRST).or(losses.last()).map_or(0.0, |(loss, _)| *loss).max(margin);
    let better = highest.map_or(f64::NEG_INFINITY, cutoff);
    let mut it = Enumeration {
        instance,
        open,
        base,
        losses,
        frees,
        prices: prices.to_vec(),
        bound: bound + margin,
        otherwise: Vec::new(),
        limit: first,
        sets: 0,
        best: None,
        better,
        tick,
        stopped: false,
    };
    it.run(&left, cutoff).then_some(it.best)
}

impl Enumeration<'_> {
    /// Looks at more and more sets; whether the best is proven.
    fn run(&mut self, left: &[f64], cutoff: &dyn Fn(i128) -> f64) -> bool {
        let all: f64 = self.losses.iter().map(|(loss, _)| *loss).sum();
        loop {
            let limit = self.limit;
            self.look(left, 0.0, cutoff);
            self.deeper(left, (0, 0.0), cutoff);
            if self.stopped {
                return false;
            }
            let gap = self.bound - self.better;
            if limit >= gap.min(all) {
                return true;
            }
            self.limit = (limit * GROWS).min(gap);
        }
    }

    /// All sets with one more candidate, none of which comes before this one.
    fn deeper(&mut self, left: &[f64], (from, loss): (usize, f64), cutoff: &dyn Fn(i128) -> f64) {
        let rows = left.len();
        let mut own = [0.0; MOST_ROWS];
        for at in from..self.losses.len() {
            let total = loss + self.losses[at].0;
            if total > self.limit || self.stopped {
                return;
            }
            self.sets += 1;
            if self.sets.is_multiple_of(OFTEN) {
                work::done(OFTEN);
                self.stopped |= self.sets > MOST_SETS || (self.tick)();
            }
            let frees = &self.frees[at * rows..(at + 1) * rows];
            own.iter_mut().zip(left.iter().zip(frees)).for_each(|(own, (left, frees))| *own = left + frees);
            self.otherwise.push(at);
            self.look(&own[..rows], total, cutoff);
            self.deeper(&own[..rows], (at + 1, total), cutoff);
            self.otherwise.pop();
        }
    }

    /// Takes a set in, if its portfolio keeps every rule and is better than the best.
    fn look(&mut self, left: &[f64], lost: f64, cutoff: &dyn Fn(i128) -> f64) {
        if left.iter().any(|&left| left < -NEAR) {
            return;
        }
        let unused: f64 = left.iter().zip(&self.prices).map(|(left, price)| left * price).sum();
        if self.bound - lost - unused <= self.better {
            return;
        }
        let mut chosen = self.base.clone();
        for &at in &self.otherwise {
            let item = self.losses[at].1;
            chosen[item] = !chosen[item];
        }
        let plan = |(item, chosen): (usize, bool)| {
            let start = u8::try_from(self.open.items[item].starts.trailing_zeros()).ok()?;
            chosen.then(|| Chosen { start, shares: self.open.least(item).to_vec() })
        };
        let selection: Selection = chosen.into_iter().enumerate().map(plan).collect();
        let Some(worth) = judge(self.instance, &selection) else { return };
        let better = cutoff(worth.exact);
        if better > self.better {
            self.better = better;
            self.limit = self.limit.min(self.bound - better);
            self.best = Some((selection, worth));
        }
    }
}
