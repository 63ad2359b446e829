//! The time and the progress of one piece of work, over all of its searches.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use rust_decimal::Decimal;

use super::options::{Options, Progress, Stage, Stop};
use crate::model::Case;

/// A case that is worked on, and whoever waits for it.
pub(super) struct Run<'a> {
    pub case: &'a Case,
    pub options: &'a Options,
    on: &'a mut dyn FnMut(&Progress) -> ControlFlow<()>,
    /// When it began.
    pub began: Instant,
    /// The progress that was told last.
    told: Progress,
    /// Nodes of the searches that ended.
    pub nodes: u64,
    cancelled: bool,
}

impl<'a> Run<'a> {
    /// A run that begins now.
    pub fn new(case: &'a Case, options: &'a Options, on: &'a mut dyn FnMut(&Progress) -> ControlFlow<()>) -> Self {
        Self { case, options, on, began: Instant::now(), told: Progress::default(), nodes: 0, cancelled: false }
    }

    /// Passes progress on, with the time and nodes of all stages; remembers a cancel.
    pub fn tell(&mut self, progress: &Progress, stage: Stage) -> ControlFlow<()> {
        let known = &self.told;
        let best = match (progress.best, known.best) {
            (Some(new), Some(old)) => Some(new.max(old)),
            (new, old) => new.or(old),
        };
        let bound = match (progress.bound.filter(|_| stage == Stage::Best), known.bound) {
            // Every bound that was told holds, so that the lowest of them is the news.
            (Some(new), Some(old)) => Some(new.min(old)),
            (new, old) => new.or(old),
        };
        let told = Progress {
            stage,
            best,
            bound,
            gap: best.zip(bound).map(|(best, bound)| (bound - best).max(Decimal::ZERO)),
            nodes: self.nodes + progress.nodes,
            seconds: self.began.elapsed().as_secs_f64(),
            conflict: progress.conflict.clone().or_else(|| known.conflict.clone()),
        };
        self.told = told;
        let flow = (self.on)(&self.told);
        self.cancelled |= flow.is_break();
        if self.cancelled { ControlFlow::Break(()) } else { flow }
    }

    /// Asks whether to stop, with nothing new to tell; the time limit says so as well.
    pub fn asks_to_stop(&mut self, stage: Stage) -> bool {
        self.tell(&Progress::default(), stage).is_break() || self.is_over()
    }

    /// Why it is over, where it is.
    pub fn over(&self) -> Option<Stop> {
        if self.cancelled { Some(Stop::Cancelled) } else { self.is_over().then_some(Stop::TimeLimit) }
    }

    /// What is left of the time limit.
    pub fn time_left(&self) -> Option<Duration> {
        self.options.time_limit.map(|limit| limit.saturating_sub(self.began.elapsed()))
    }

    pub fn is_over(&self) -> bool {
        self.cancelled || self.time_left().is_some_and(|left| left.is_zero())
    }
}
