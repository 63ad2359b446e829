//! Finding good portfolios: from what a relaxation suggests to whole starts and whole percents that keep every rule.

use super::relaxation::Fractions;
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::plan::{Chosen, Purse, Selection, Worth, judge};
use crate::optimise::instance::rows::RowName;
use crate::optimise::instance::{Instance, Start};
use crate::optimise::work;

/// What is suggested for a candidate.
#[derive(Debug, Clone)]
pub(crate) struct Wish {
    /// The candidate.
    pub item: usize,
    /// Its starts, the most wanted first.
    pub starts: Vec<u8>,
    /// What each ministry should pay, percent.
    pub shares: Vec<f64>,
}

/// The wishes that a relaxation suggests: candidates that it chooses for at least `least`, the surest first.
pub(crate) fn wishes(instance: &Instance, open: &Domains, fractions: &Fractions, least: f64) -> Vec<Wish> {
    let mut order: Vec<usize> = (0..instance.items.len())
        .filter(|&item| {
            open.items[item].starts != 0 && (open.items[item].is_in() || fractions.chosen[item] >= least.max(1e-9))
        })
        .collect();
    order.sort_by(|&a, &b| {
        let key = |item: usize| (open.items[item].is_in(), fractions.chosen[item]);
        let ((one_in, one), (other_in, other)) = (key(a), key(b));
        other_in.cmp(&one_in).then(other.total_cmp(&one)).then(a.cmp(&b))
    });
    order.into_iter().map(|item| wish(instance, open, fractions, item)).collect()
}

fn wish(instance: &Instance, open: &Domains, fractions: &Fractions, item: usize) -> Wish {
    let mut starts: Vec<u8> = (0..instance.items[item].starts.len())
        .filter(|&at| open.items[item].starts & (1 << at) != 0)
        .filter_map(|at| u8::try_from(at).ok())
        .collect();
    let weight = |at: u8| fractions.starts(item)[usize::from(at)];
    starts.sort_by(|&a, &b| weight(b).total_cmp(&weight(a)).then(a.cmp(&b)));
    let chosen = fractions.chosen[item];
    let shares = fractions.shares(item).iter().map(|share| if chosen > 1e-9 { share / chosen } else { 50.0 }).collect();
    Wish { item, starts, shares }
}

/// Gives every wish in turn a start and whole shares with which the money is enough; what does not fit is left out. A
/// candidate is put in only after what it needs.
pub(crate) fn arrange(instance: &Instance, open: &Domains, wishes: &[Wish]) -> Option<(Selection, Worth)> {
    let mut table = Table::new(instance);
    let mut left: Vec<&Wish> = wishes.iter().collect();
    for _ in 0..2 {
        left.retain(|wish| !table.place(wish, open));
    }
    let worth = judge(instance, &table.selection)?;
    Some((table.selection, worth))
}

/// A portfolio while it is put together.
#[derive(Debug, Clone)]
pub(crate) struct Table<'a> {
    instance: &'a Instance,
    purse: Purse,
    rows: Vec<i128>,
    /// What is chosen so far.
    pub selection: Selection,
}

impl<'a> Table<'a> {
    /// Nothing chosen.
    pub fn new(instance: &'a Instance) -> Self {
        Self {
            instance,
            purse: Purse::new(instance),
            rows: vec![0; instance.rows.len()],
            selection: vec![None; instance.items.len()],
        }
    }

    fn put(&mut self, item: usize, chosen: Chosen) {
        self.purse.pay(self.instance, item, &chosen);
        for term in &self.instance.items[item].starts[usize::from(chosen.start)].fixed {
            self.rows[term.row as usize] += term.exact;
        }
        self.selection[item] = Some(chosen);
    }

    /// Puts a candidate in, if it fits; whether it did.
    pub fn place(&mut self, wish: &Wish, open: &Domains) -> bool {
        work::done(500 * wish.starts.len());
        let instance = self.instance;
        let item = &instance.items[wish.item];
        if self.selection[wish.item].is_some() {
            return true;
        }
        let mut earliest = 0;
        for &needed in &item.needs {
            let Some(chosen) = &self.selection[needed] else { return false };
            earliest = earliest.max(instance.items[needed].starts[usize::from(chosen.start)].year);
        }
        for &start in &wish.starts {
            let plan = &item.starts[usize::from(start)];
            if plan.year < earliest || !self.keeps_counts(plan) {
                continue;
            }
            if let Some(shares) = self.split(wish, plan.year, open) {
                self.put(wish.item, Chosen { start, shares });
                return true;
            }
        }
        false
    }

    /// Whether relations that count members allow one more.
    fn keeps_counts(&self, plan: &Start) -> bool {
        plan.fixed.iter().all(|term| {
            let row = &self.instance.rows[term.row as usize];
            let counts = matches!(row.name, RowName::Relation { .. }) && term.exact > 0;
            !counts || self.rows[term.row as usize] + term.exact <= row.exact
        })
    }

    /// Whole shares that the ministries can pay, near to what is wished.
    fn split(&self, wish: &Wish, year: usize, open: &Domains) -> Option<Vec<u8>> {
        let item = &self.instance.items[wish.item];
        let (least, most) = (open.least(wish.item), open.most(wish.item));
        let mut largest = Vec::with_capacity(least.len());
        for ministry in 0..least.len() {
            let range = (least[ministry], most[ministry]);
            largest.push(self.purse.largest(self.instance, ministry, year, &item.yearly, range)?);
        }
        let mut shares: Vec<u8> = Vec::with_capacity(least.len());
        for ((&least, &largest), &wished) in least.iter().zip(&largest).zip(&wish.shares) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let wished = wished.round().clamp(0.0, 100.0) as u8;
            shares.push(wished.clamp(least, largest));
        }
        let total = |shares: &[u8]| shares.iter().map(|&share| i32::from(share)).sum::<i32>();
        for ministry in 0..shares.len() {
            let off = 100 - total(&shares);
            let share = i32::from(shares[ministry]) + off;
            let share = share.clamp(i32::from(least[ministry]), i32::from(largest[ministry]));
            shares[ministry] = u8::try_from(share).ok()?;
        }
        (total(&shares) == 100).then_some(shares)
    }
}
