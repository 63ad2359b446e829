//! Candidates of which little is known are tried out before a node is split: some passes bound both their children (strong
//! branching).

use super::Search;
use super::node::Work;
use crate::optimise::dd::branching::{Pseudocost, score};
use crate::optimise::dd::master::Master;
use crate::optimise::dd::relaxation::{Fractions, Until};
use crate::optimise::instance::domains::Decision;

/// A candidate is tried out until so many observations are known of both its sides.
const KNOWN: u32 = 4;

/// So many candidates are tried out at a node.
const TRIED: usize = 8;

/// So many where hints say which are the most promising.
const HINTED: usize = 2;

/// So many passes for each child that is tried out.
const PASSES: usize = 40;

/// Where all probes of a node begin.
struct Start {
    master: Master,
    /// The bound of the last pass, which says how hard a forbidden path is punished.
    last: f64,
}

impl Search<'_> {
    /// Tries out candidates of which little is known; the best to branch on, with the bounds of both children. None when
    /// told to stop.
    pub(super) fn try_out(
        &mut self,
        work: &Work,
        fractions: &Fractions,
        candidates: &[(f64, usize)],
    ) -> Option<(usize, [f64; 2])> {
        let mut start = None;
        let mut tried = 0;
        let most = if self.hints.is_empty() { TRIED } else { HINTED };
        let mut best: Option<(f64, usize, [f64; 2])> = None;
        for &(estimate, item) in candidates {
            if self.learnt.costs[item].known() >= KNOWN {
                if best.is_none_or(|(score, ..)| estimate > score) {
                    best = Some((estimate, item, [work.bound; 2]));
                }
                continue;
            }
            if tried == most {
                continue;
            }
            tried += 1;
            let relaxation = &self.relaxation;
            let start =
                start.get_or_insert_with(|| Start { master: relaxation.master.clone(), last: relaxation.pass.bound });
            let bounds = self.trial(work, start, item, fractions.chosen[item])?;
            let worth = score(work.bound - bounds[0], work.bound - bounds[1]);
            if best.is_none_or(|(score, ..)| worth > score) {
                best = Some((worth, item, bounds));
            }
            if bounds.iter().any(|&bound| bound <= self.cutoff()) {
                break;
            }
        }
        best.map(|(_, item, bounds)| (item, bounds))
    }

    /// The bounds of both children of a candidate after a few passes; none when told to stop.
    fn trial(&mut self, work: &Work, start: &Start, item: usize, value: f64) -> Option<[f64; 2]> {
        let index = u32::try_from(item).unwrap_or(u32::MAX);
        let mut bounds = [work.bound; 2];
        let floor = self.problem.instance.worst - 1.0;
        for (side, decision) in [Decision::Out(index), Decision::In(index)].into_iter().enumerate() {
            let mut open = work.open.clone();
            open.apply(decision);
            let relaxed = self.relax(&open, Until { cutoff: self.cutoff(), passes: PASSES, close: 0.05 });
            // No probe depends on the one before.
            self.relaxation.master.clone_from(&start.master);
            self.relaxation.pass.bound = start.last;
            if relaxed.stopped {
                return None;
            }
            bounds[side] = relaxed.bound.min(work.bound);
            let (cost, distance) = (&mut self.learnt.costs[item], [value, 1.0 - value][side]);
            let sum = if side == 0 { &mut cost.down } else { &mut cost.up };
            Pseudocost::learn(sum, work.bound - bounds[side].max(floor), distance);
        }
        Some(bounds)
    }
}
