//! A first portfolio within milliseconds: candidates are set one by one to what is best given all others, with a price on
//! every broken rule that rises until none is broken.
//!
//! The search knows no relaxation and proves nothing. It keeps all sums (rows, what each ministry pays in each year, the
//! control of each service) up to date, so that one change of one candidate costs less than a microsecond. A sweep sets each
//! candidate in turn to its best start and split, or leaves it out. When a sweep changes nothing and rules are still broken,
//! their prices rise; when none is broken, the portfolio is judged in exact integers, a few candidates are put aside, and
//! the sweeps begin again. Everything is in a fixed order with fixed seeds: the same case always gives the same portfolio.
//!
//! Sources: Morris, *The breakout method for escaping from local minima*, 1993 (prices on what is broken); Lourenço, Martin,
//! Stützle, *Iterated local search*, 2003.

mod broken;
mod choice;
mod incremental_state;
mod needs;
mod shared;

use crate::optimise::instance::Instance;
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::plan::{Selection, Worth, judge};
use crate::optimise::work;
use incremental_state::IncrementalState;

/// This many changes are tried between two questions whether to stop.
const OFTEN: usize = 1000;

/// With this many rows and budgets a change takes twice as long.
const TERMS: usize = 500;

/// This many sweeps without a better portfolio, once there is one, before a kick.
const CALM: usize = 1;

/// What is broken becomes dearer by this factor after a sweep that changed nothing, and after one that did.
const RISE: f64 = 2.0;
const CREEP: f64 = 1.4;

/// This many sweeps that change nothing, while rules are broken, before candidates are put aside.
const STUCK: usize = 3;

/// A kick puts one candidate of this many aside.
const KICK: usize = 12;

/// This many times as many sweeps where candidates share what they require.
const PUZZLED: usize = 20;

/// What is told of each portfolio that is better than the one before, and now and then of none; true stops.
pub(crate) type Tell<'a> = &'a mut dyn FnMut(Option<&(Selection, Worth)>) -> bool;

/// When to stop.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    /// This many sweeps may be made until a first portfolio is found.
    pub first: usize,
    /// This many more may be made after each that was better.
    pub more: usize,
}

/// The best portfolio that was found; `None` if none was. `tell` is told the worth of each that is better than the one
/// before, and none now and then; true stops.
pub(crate) fn breakout_search(
    instance: &Instance,
    open: &Domains,
    patience: Patience,
    tell: Tell<'_>,
) -> Option<(Selection, Worth)> {
    let state = IncrementalState::new(instance, open, &mut || tell(None))?;
    // Which projects are shared is a puzzle that little but patience solves.
    let more = if state.shared.is_empty() { patience.more } else { patience.more * PUZZLED };
    let patience = Patience { more, ..patience };
    let mut it = Breakout {
        instance,
        state,
        best: None,
        sweeps: 0,
        until: patience.first,
        patience,
        tried: 0,
        random: 0x2545_f491_4f6c_dd1d,
        stopped: false,
        tell,
    };
    it.run();
    it.best
}

struct Breakout<'a> {
    instance: &'a Instance,
    state: IncrementalState<'a>,
    best: Option<(Selection, Worth)>,
    sweeps: usize,
    until: usize,
    patience: Patience,
    /// Changes since it was last asked whether to stop.
    tried: usize,
    random: u64,
    stopped: bool,
    tell: Tell<'a>,
}

impl Breakout<'_> {
    fn run(&mut self) {
        let mut order = self.state.by_value_for_money();
        let mut aside = vec![false; order.len()];
        let (mut calm, mut stuck) = (0, 0);
        while !self.is_over() {
            let changed = self.sweep(&order, &aside);
            if self.state.is_kept() {
                calm = if self.take() { 0 } else { calm + 1 };
                if calm > CALM || !changed {
                    calm = 0;
                    self.kick(&mut aside);
                } else {
                    aside.fill(false);
                }
                self.state.relax_prices();
            } else {
                aside.fill(false);
                stuck = if changed { 0 } else { stuck + 1 };
                if stuck > STUCK {
                    stuck = 0;
                    self.state.forget_prices();
                    self.put_aside(&mut aside);
                } else {
                    self.state.raise_prices(if stuck > 0 { RISE } else { CREEP });
                }
            }
            self.shuffle(&mut order);
        }
    }

    fn is_over(&self) -> bool {
        self.stopped || self.sweeps >= self.until
    }

    /// Sets every candidate to what is best given all others; whether one changed.
    fn sweep(&mut self, order: &[usize], aside: &[bool]) -> bool {
        let mut changed = false;
        self.sweeps += 1;
        for &item in order {
            let tried = self.state.choices(item);
            self.tried += tried * (1 + self.state.terms() / TERMS);
            work::done(tried * (250 + self.state.terms() / 64));
            if self.tried >= OFTEN {
                self.tried = 0;
                self.stopped |= (self.tell)(None);
            }
            if self.stopped {
                break;
            }
            changed |= self.state.settle(item, aside[item]) || (!aside[item] && self.state.settle_with_needs(item));
        }
        changed
    }

    /// Takes the portfolio on the board in, if it keeps every rule and is better.
    fn take(&mut self) -> bool {
        let selection = self.state.selection();
        let Some(worth) = judge(self.instance, &selection) else { return false };
        let better =
            self.best.as_ref().is_none_or(|(_, best)| worth.exact > best.exact.saturating_add(self.instance.hair()));
        if better {
            self.until = self.sweeps + self.patience.more;
            let found = self.best.insert((selection, worth));
            self.stopped |= (self.tell)(Some(found));
        }
        better
    }

    /// Back to the best portfolio, with a few candidates put aside.
    fn kick(&mut self, aside: &mut [bool]) {
        if let Some((selection, _)) = &self.best {
            self.state.set(selection);
        }
        self.put_aside(aside);
    }

    /// Puts a few candidates aside for one sweep.
    fn put_aside(&mut self, aside: &mut [bool]) {
        for (item, aside) in aside.iter_mut().enumerate() {
            *aside = self.next(KICK) == 0;
            if *aside {
                self.state.leave_out(item);
            }
        }
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for last in (1..order.len()).rev() {
            let other = self.next(last + 1);
            order.swap(last, other);
        }
    }

    fn next(&mut self, below: usize) -> usize {
        self.random = self.random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.random >> 33).unwrap_or(0) % below.max(1)
    }
}

#[cfg(test)]
mod tests;
