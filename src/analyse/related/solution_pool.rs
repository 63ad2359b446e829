//! What a block of questions knows: portfolios, proven answers, and what searches left behind.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::ceiling::Ceiling;
use crate::measure::{Evaluation, Measures};
use crate::model::{Case, Portfolio};
use crate::optimise::{Aim, Measure, Query, SAME, WarmStart};
use crate::rules::facts::is_no_easier;

/// The portfolios that a block of questions knows of.
///
/// A pool belongs to one block and is filled in the block's own order, so that what is found does not depend on which
/// blocks run at the same time, or on which machine.
#[derive(Debug, Clone, Default)]
pub struct SolutionPool {
    known: Vec<Portfolio>,
    /// Cases whose best is proven; `None` if there is none.
    answered: Vec<(Arc<Case>, Option<Ceiling>)>,
    /// What answers left behind: the first, and the last ones.
    memories: Vec<WarmStart>,
}

/// What a search starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartFrom {
    /// What the answer to the most similar case left behind, if that differs in a few rows; else the best known portfolio.
    Nearest,
    /// What the last answer left behind.
    Last,
    /// The best known portfolio alone: another tree leads astray where each answer is worth less than the one before.
    Portfolio,
}

/// This many memories are kept.
const MEMORIES: usize = 3;
/// This many portfolios are kept: the first, and the last ones.
const PORTFOLIOS: usize = 40;
/// This many answered cases are kept: the first, and the last ones.
const ANSWERED: usize = 8;
/// In this many rows another case may differ for its search to be gone on with.
const NEAR: usize = 3;
impl SolutionPool {
    /// Adds a portfolio.
    pub fn add(&mut self, portfolio: &Portfolio) {
        if !self.known.contains(portfolio) {
            if self.known.len() >= PORTFOLIOS {
                self.known.remove(1);
            }
            self.known.push(portfolio.clone());
        }
    }

    /// Keeps the proven best of a case, from which cases that are no easier inherit their bounds.
    pub fn answer(&mut self, case: Arc<Case>, best: Option<Ceiling>) {
        if self.answered.len() >= ANSWERED {
            self.answered.remove(1);
        }
        self.answered.push((case, best));
    }

    /// What the answered cases prove of a question: the lowest bound, or that nothing is possible.
    pub(super) fn known_bound(&self, question: &Query) -> KnownBound {
        let mut lowest: Option<Ceiling> = None;
        if question.aim != Aim::Best && question.aim != Aim::Highest(Measure::Objective) {
            return KnownBound::Bound(None);
        }
        for (case, best) in &self.answered {
            let lower = |best: &Ceiling| lowest.is_none_or(|lowest| best.value < lowest.value);
            if best.as_ref().is_none_or(lower) && is_no_easier(&question.case, case) {
                let Some(best) = best else { return KnownBound::Impossible };
                lowest = Some(*best);
            }
        }
        KnownBound::Bound(lowest)
    }

    /// What a search starts from.
    pub(super) fn memory(&self, question: &Query, from: StartFrom) -> Option<WarmStart> {
        match from {
            StartFrom::Portfolio => self.memories.first().map(WarmStart::hints_only),
            StartFrom::Last => self.memories.last().cloned(),
            StartFrom::Nearest => {
                let by_distance = |memory: &WarmStart| Some((memory.distance(question)?, memory.clone()));
                let nearest = self.memories.iter().rev().filter_map(by_distance).min_by_key(|&(rows, _)| rows);
                nearest.filter(|&(rows, _)| rows <= NEAR).map(|(_, memory)| memory)
            }
        }
    }

    /// What searches begin with where none of them left anything behind yet.
    pub(super) fn begin_with(&mut self, base: impl FnOnce() -> WarmStart) {
        if self.memories.is_empty() {
            let base = base();
            if !base.is_empty() {
                self.memories.push(base);
            }
        }
    }

    /// What the last answer left behind.
    pub(super) fn last(&self) -> Option<&WarmStart> {
        self.memories.last()
    }

    /// Keeps what an answer left behind.
    pub(super) fn remember(&mut self, memory: WarmStart) {
        if self.memories.len() >= MEMORIES {
            self.memories.remove(1);
        }
        self.memories.push(memory);
    }

    /// The best known portfolio that the question allows: `(portfolio, evaluation, value)`.
    pub(super) fn best(&self, question: &Query) -> Option<(Portfolio, Evaluation, Decimal)> {
        let measures = Measures::new(&question.case);
        let mut best: Option<(Portfolio, Evaluation, Decimal)> = None;
        for portfolio in &self.known {
            let evaluation = measures.evaluate(&question.case, portfolio);
            if !question.allows(portfolio, &evaluation) {
                continue;
            }
            let value = question.aim.of(&question.case, portfolio, &evaluation);
            let wins = best.as_ref().is_none_or(|(_, other, highest)| {
                let by = question.aim.better_by(value, *highest);
                by > SAME || (by >= -SAME && evaluation.cost < other.cost)
            });
            if wins {
                best = Some((portfolio.clone(), evaluation, value));
            }
        }
        best
    }

    /// Whether a known portfolio that the question allows reaches this value.
    pub(in crate::analyse) fn reaches(&self, question: &Query, value: Decimal) -> bool {
        self.best(question).is_some_and(|(_, _, best)| question.aim.better_by(best, value) >= -SAME)
    }
}

/// What answered cases prove of a question.
pub(super) enum KnownBound {
    /// Nothing is possible.
    Impossible,
    /// Nothing is better than this, where it is anything.
    Bound(Option<Ceiling>),
}
