//! What one more unit of money is worth: the multipliers of the budgets in the relaxation of the whole case.
//!
//! In the relaxation investments can be made in part, so that its bound `z(b)` is a concave, piecewise linear function of
//! every budget `b`. Its best multipliers are a slope of it: `z(b + h) ≤ z(b) + h × price` for every `h`, above 0 and below.
//! Where the bound has a kink, any slope between the left and the right one is right (Dantzig 1963, chapter 12).

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Builder, Scope, ScopedJoinHandle, sleep};
use std::time::Duration;

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::problem::Problem;
use super::relaxation::{Relaxation, Relaxed, Until};
use crate::optimise::instance::Instance;
use crate::optimise::instance::domains::Domains;

/// The multipliers are sought until the bound can sink by no more than this part of what lies between it and the worst
/// portfolio.
const CLOSE: f64 = 1e-9;
/// Whoever waits for it is asked this often whether to stop.
const OFTEN: Duration = Duration::from_millis(1);
/// This many passes at most.
const PASSES: usize = 4000;

/// The relaxation of the whole case at its best multipliers; `None` if it has no solution, or when told to stop.
///
/// The search itself stops at multipliers that are good enough to give up or split a node, and narrows the root before:
/// its multipliers say less than these.
pub(super) fn relaxed(problem: &Problem, open: &Domains, tick: &mut dyn FnMut() -> bool) -> Option<Relaxed> {
    let (instance, layout) = (&problem.instance, &problem.layout);
    let mut relaxation = Relaxation::quickest(instance, layout, open)?;
    // No portfolio is worth so little: a bound as low as this says that there is none.
    let nothing = instance.worst - 1.0;
    let until = Until { cutoff: nothing, passes: PASSES, close: CLOSE };
    let relaxed = relaxation.run((instance, layout), open, until, tick);
    (!relaxed.stopped && !relaxed.hopeless && relaxed.bound > nothing).then_some(relaxed)
}

/// The same relaxation, sought by a thread of its own while the search goes on: it depends on nothing that is found.
pub(super) struct Beside<'a> {
    thread: Option<ScopedJoinHandle<'a, Option<Relaxed>>>,
    stop: &'a AtomicBool,
}

impl<'a> Beside<'a> {
    /// Starts, if there is a thread to be had.
    pub fn start<'env>(
        scope: &'a Scope<'a, 'env>,
        (problem, open): (&'env Problem, &'env Domains),
        stop: &'env AtomicBool,
    ) -> Self
    where
        'env: 'a,
    {
        let work = || relaxed(problem, open, &mut || stop.load(Ordering::Relaxed));
        Self { thread: Builder::new().name("prices".to_owned()).spawn_scoped(scope, work).ok(), stop }
    }

    /// What was found, once it is; none where nobody looked. `tick` is asked whether to stop.
    #[allow(clippy::option_option, reason = "nobody looked and nothing was found are two things")]
    pub fn take(mut self, tick: &mut dyn FnMut() -> bool) -> Option<Option<Relaxed>> {
        let thread = self.thread.take()?;
        while !thread.is_finished() {
            if tick() {
                self.stop.store(true, Ordering::Relaxed);
            }
            sleep(OFTEN);
        }
        Some(thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
    }
}

impl Drop for Beside<'_> {
    /// Nobody wants to know any more.
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// What one more unit of money is worth to each ministry in each year: the multipliers of the budget rows that it relaxes,
/// and of what more could be carried over.
pub(super) fn shadow_prices(instance: &Instance, prices: &[f64]) -> Vec<Vec<Decimal>> {
    let mut all = Vec::with_capacity(instance.ministries);
    for (rows, carry) in instance.budget_rows.iter().zip(&instance.carries) {
        let price = |row: &Option<u32>| {
            row.map_or(0.0, |row| {
                prices[row as usize] * instance.rows[row as usize].unit / instance.rows[row as usize].norm
            })
        };
        let own: Vec<f64> = rows.iter().map(price).collect();
        let mut years = own.clone();
        match carry {
            // Money of a year also serves every later year.
            None => (0..years.len().saturating_sub(1)).rev().for_each(|year| years[year] += years[year + 1]),
            Some(carry) => {
                for year in 0..own.len().saturating_sub(1) {
                    years[year] += carry.fraction * (own[year + 1] - own[year]).max(0.0);
                }
            }
        }
        let shown = |price: f64| Decimal::from_f64(price).unwrap_or_default().round_dp(12).normalize();
        all.push(years.into_iter().map(shown).collect());
    }
    all
}
