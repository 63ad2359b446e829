//! What answers leave behind for questions about cases that are nearly the same.

use std::sync::Arc;

use super::engine::Remembered;
use super::ordered::Ordered;
use super::question::Question;
use super::seen::Seen;

/// What the last answer leaves behind for the next question: its portfolio, multipliers, basis, and the tree of its proof.
///
/// A question about a case that differs in a few cells is answered from there in a fraction of the time. The answer does
/// not depend on it: everything that is read from it is proven anew. It stays small (a few megabytes at most) and cheap
/// to clone. An empty memory is a fresh start.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    /// Of the highest objective.
    pub(super) best: Option<Arc<Remembered>>,
    /// Of the lowest bill among the best.
    pub(super) cheapest: Option<Arc<Remembered>>,
}

impl Memory {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.best.is_none()
    }

    /// In how many rows of its tables the case of a question differs from the one that this was left by; none where it is
    /// empty. A question that values things otherwise is about a case that does.
    pub fn distance(&self, question: &Question) -> Option<usize> {
        let old = &self.best.as_ref()?.case;
        let seen = Seen::of(question);
        let case = &Ordered::new(seen.as_ref().map_or(&question.case, |seen| &seen.case)).case;
        let mut rows = usize::from(old.risk != case.risk) + usize::from(old.rungs != case.rungs);
        rows += differing(&old.candidates, &case.candidates) + differing(&old.ministries, &case.ministries);
        rows += differing(&old.domains, &case.domains) + differing(&old.services, &case.services);
        rows += differing(&old.relations, &case.relations) + differing(&old.limits, &case.limits);
        Some(rows)
    }
}

/// In how many places two lists differ.
fn differing<T: PartialEq>(one: &[T], other: &[T]) -> usize {
    one.iter().zip(other).filter(|(one, other)| one != other).count() + one.len().abs_diff(other.len())
}
