//! Keeps the time of a search, tells how far it is, and asks whether to stop.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use rust_decimal::{Decimal, RoundingStrategy};

use crate::optimise::instance::build::below;
use crate::optimise::instance::f64_of_decimal;
use crate::optimise::options::{Progress, Stage, Stop};
use crate::optimise::task::{Goal, Task};

/// How far a search is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct State {
    /// What the best portfolio is worth.
    pub best: Option<f64>,
    /// What no portfolio can be worth more than.
    pub bound: f64,
    /// Nodes so far.
    pub nodes: u64,
}

/// Keeps the time and passes progress on.
pub(super) struct Clock<'a> {
    begun: Instant,
    limit: Option<Duration>,
    gap: f64,
    told: Duration,
    often: Duration,
    /// Why to stop, once there is a reason.
    pub stop: Option<Stop>,
    first: Option<Duration>,
    goal: Goal,
    on: &'a mut dyn FnMut(&Progress) -> ControlFlow<()>,
}

/// Progress is told this often, and asked whether to stop; in tests at every question, so that nothing depends on time.
const OFTEN: Duration = if cfg!(test) { Duration::ZERO } else { Duration::from_millis(2) };

impl<'a> Clock<'a> {
    /// A clock that begins to run now.
    pub fn new(task: &Task, on: &'a mut dyn FnMut(&Progress) -> ControlFlow<()>) -> Self {
        Self {
            begun: Instant::now(),
            limit: task.time_left,
            gap: f64_of_decimal(task.options.gap),
            told: Duration::ZERO,
            often: if task.options.told_every_step { Duration::ZERO } else { OFTEN },
            stop: None,
            first: None,
            goal: task.goal,
            on,
        }
    }

    /// When the first portfolio was found.
    pub fn first_found(&self) -> Option<Duration> {
        self.first
    }

    /// Whether to stop.
    pub fn tick(&mut self, state: &State) -> bool {
        if self.stop.is_some() {
            return true;
        }
        if self.first.is_none() && state.best.is_some() {
            self.first = Some(self.begun.elapsed());
        }
        let passed = self.begun.elapsed();
        if self.limit.is_some_and(|limit| passed >= limit) {
            self.stop = Some(Stop::TimeLimit);
        } else if self.gap > 0.0 && state.best.is_some_and(|best| state.bound - best <= self.gap) {
            self.stop = Some(Stop::GapReached);
        } else if passed.saturating_sub(self.told) >= self.often {
            self.told = passed;
            let progress = self.progress(state, passed);
            if (self.on)(&progress).is_break() {
                self.stop = Some(Stop::Cancelled);
            }
        }
        self.stop.is_some()
    }

    fn progress(&self, state: &State, passed: Duration) -> Progress {
        let mut progress = Progress { nodes: state.nodes, seconds: passed.as_secs_f64(), ..Progress::default() };
        match self.goal {
            Goal::Best => {
                progress.best = state.best.and_then(downwards);
                progress.bound = upwards(state.bound).filter(|_| state.bound.is_finite());
                progress.gap = progress.best.zip(progress.bound).map(|(best, bound)| (bound - best).max(Decimal::ZERO));
            }
            Goal::Cheapest { .. } => progress.stage = Stage::Cheapest,
        }
        progress
    }
}

/// A bound as a decimal, never too low.
pub(super) fn upwards(bound: f64) -> Option<Decimal> {
    // A float has up to 53 digits of its own, of which a decimal keeps 28: far more than the hair that is added.
    let bound = Decimal::from_f64_retain(bound)?.checked_add(HAIR)?;
    Some(bound.round_dp_with_strategy(12, RoundingStrategy::ToPositiveInfinity))
}

/// What a portfolio is worth as a decimal, never too high: a float was rounded once.
fn downwards(worth: f64) -> Option<Decimal> {
    let worth = Decimal::from_f64_retain(below(worth))?;
    Some(worth.round_dp_with_strategy(12, RoundingStrategy::ToNegativeInfinity))
}

/// A unit in the last place that is told.
const HAIR: Decimal = Decimal::from_parts(1, 0, 0, false, 12);
