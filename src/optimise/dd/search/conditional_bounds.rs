//! What was proven before, of the same case with other locks: a candidate whose other side is worth no more than the best so
//! far is settled.

use super::Search;
use super::node::Work;
use crate::optimise::instance::domains::Decision;
use crate::optimise::instance::f64_of_decimal;
use crate::optimise::no_good::ConditionalBound;

/// A float that is higher than a decimal by more than what that loses when it becomes a float, or 10^-9 index points.
fn above(bound: f64) -> f64 {
    bound + (bound.abs() * 4.0 * f64::EPSILON).max(1e-9)
}

/// Equal values give bounds that differ by no more than rounding: what is above the best by so little counts as reached. The
/// bound of the answer says so.
const HAIR: f64 = 2e-9;

/// Something that was proven before.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Proven {
    item: usize,
    /// Where everything better has the candidate.
    decision: Decision,
    /// What the other side is worth at most.
    at_most: f64,
}

impl Proven {
    /// The same in the words of the engine.
    pub fn new(known: &ConditionalBound) -> Self {
        let item = known.candidate.0;
        let index = u32::try_from(item).unwrap_or(u32::MAX);
        let decision = if known.chosen { Decision::In(index) } else { Decision::Out(index) };
        Self { item, decision, at_most: above(f64_of_decimal(known.at_most)) }
    }
}

impl Search<'_> {
    /// Settles what was proven before; false when nothing better is left at the node.
    pub(super) fn settle_known(&mut self, work: &mut Work) -> bool {
        let cutoff = self.cutoff() + HAIR;
        for known in self.known.iter().filter(|known| known.at_most <= cutoff) {
            let state = work.open.items[known.item];
            let is_there = match known.decision {
                Decision::In(_) => state.is_in(),
                _ => state.starts == 0,
            };
            if is_there {
                continue;
            }
            self.given_up = self.given_up.max(known.at_most);
            if !work.open.apply(known.decision) {
                return false;
            }
            work.trail.push(known.decision);
        }
        true
    }
}
