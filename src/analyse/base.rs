//! What the best portfolio of a case, once it is known, is to all other questions.

use std::sync::Arc;

use super::related::{Ceiling, SolutionPool};
use super::saved::Outcome;
use crate::model::Case;
use crate::optimise::ProofStatus;

/// A pool that knows the best of a case.
pub(super) fn pool_of(case: &Case, base: &Outcome) -> SolutionPool {
    let mut pool = SolutionPool::default();
    if base.objective.is_some() {
        pool.add(&base.picks.portfolio());
    }
    if base.is_proven() {
        pool.answer(Arc::new(case.clone()), ceiling(base));
    }
    pool
}

/// What the base is to every question that only adds rules.
pub(super) fn ceiling(base: &Outcome) -> Option<Ceiling> {
    (base.known == ProofStatus::Proven).then_some(())?;
    Some(Ceiling { value: base.objective?, cost: base.cost })
}
