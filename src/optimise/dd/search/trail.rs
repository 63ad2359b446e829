//! The decisions on the way from the root to a node: those of its parents are shared with all that stem from them.

use std::sync::Arc;

use crate::optimise::dd::held::{Held, Meter};
use crate::optimise::instance::domains::Decision;

/// The decisions on the way to a node.
#[derive(Debug, Clone, Default)]
pub(super) struct Trail {
    /// Those up to the last split.
    parent: Option<Arc<Link>>,
    /// Those since.
    own: Vec<Decision>,
}

/// The decisions between two splits.
#[derive(Debug)]
struct Link {
    parent: Option<Arc<Self>>,
    own: Box<[Decision]>,
    _held: Held,
}

impl Drop for Link {
    /// One after the other: a long way would be a deep recursion.
    fn drop(&mut self) {
        let mut next = self.parent.take();
        while let Some(link) = next {
            next = Arc::into_inner(link).and_then(|mut link| link.parent.take());
        }
    }
}

impl Trail {
    /// One more decision.
    pub fn push(&mut self, decision: Decision) {
        self.own.push(decision);
    }

    /// More decisions.
    pub fn extend(&mut self, decisions: impl IntoIterator<Item = Decision>) {
        self.own.extend(decisions);
    }

    /// From here on what was decided so far is shared with every clone.
    pub fn share(&mut self, meter: &Meter) {
        if self.own.is_empty() {
            return;
        }
        let own = std::mem::take(&mut self.own).into_boxed_slice();
        let held = meter.hold(size_of::<Link>() + size_of_val(&*own));
        self.parent = Some(Arc::new(Link { parent: self.parent.take(), own, _held: held }));
    }

    /// All decisions in the order in which they were taken.
    pub fn each(&self, mut take: impl FnMut(Decision)) {
        let links: Vec<&Link> = std::iter::successors(self.parent.as_deref(), |link| link.parent.as_deref()).collect();
        let before = links.iter().rev().flat_map(|link| link.own.iter());
        before.chain(&self.own).for_each(|&decision| take(decision));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(trail: &Trail) -> Vec<Decision> {
        let mut all = Vec::new();
        trail.each(|decision| all.push(decision));
        all
    }

    #[test]
    fn what_was_decided_before_a_split_is_held_once() {
        let meter = Meter::default();
        let mut one = Trail::default();
        one.extend((0..1000).map(Decision::Out));
        one.share(&meter);
        let held = meter.bytes();
        let mut other = one.clone();
        one.push(Decision::In(1000));
        other.push(Decision::Out(1000));
        one.share(&meter);
        assert!(meter.bytes() < held + 100, "{} after {held}", meter.bytes());
        assert_eq!(all(&one)[998..], [Decision::Out(998), Decision::Out(999), Decision::In(1000)]);
        assert_eq!(all(&other).last(), Some(&Decision::Out(1000)));
        drop(one);
        assert_eq!(meter.bytes(), held);
        drop(other);
        assert_eq!(meter.bytes(), 0);
    }

    #[test]
    fn a_long_way_is_dropped_without_a_deep_recursion() {
        let meter = Meter::default();
        let mut trail = Trail::default();
        for at in 0..1_000_000 {
            trail.push(Decision::Out(at));
            trail.share(&meter);
        }
        drop(trail);
        assert_eq!(meter.bytes(), 0);
    }
}
