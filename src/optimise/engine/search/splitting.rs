//! The branching step: which candidate or question splits a node, tried out where little is known of it.

use std::sync::Arc;

use super::Search;
use super::node::{Step, Work};
use super::tree::{Node, Tree};
use crate::optimise::engine::branching::{Pseudocost, fractional, question, score};
use crate::optimise::engine::domains::Decision;
use crate::optimise::engine::record::Entry;
use crate::optimise::engine::relaxation::{Fractions, Until};

/// A candidate is tried out until so many observations are known of both its sides.
const KNOWN: u32 = 4;

/// So many candidates are tried out at a node.
const TRIED: usize = 8;

/// So many passes for each child that is tried out.
const TRIAL: usize = 40;

impl Search<'_> {
    /// Splits a node and goes on with one child.
    pub(super) fn branch(&mut self, tree: &mut Tree, work: &mut Work, fractions: &Fractions) -> Step {
        let candidates = fractional(&work.open, fractions, &self.learnt.costs);
        if candidates.is_empty() {
            self.round(&work.open, fractions);
            if work.bound > self.cutoff() {
                self.schedule(&work.open, fractions);
            }
            if work.bound <= self.cutoff() {
                return Step::Down;
            }
            if let Some(item) = work.open.items.iter().position(|state| state.is_free()) {
                // Which candidates are chosen is settled before when they start: what clashes is then seen by itself.
                let index = u32::try_from(item).unwrap_or(u32::MAX);
                let (inside, out) = ((Decision::In(index), work.bound), (Decision::Out(index), work.bound));
                let order = if fractions.chosen[item] > 0.5 { [inside, out] } else { [out, inside] };
                return self.split(tree, work, order, None);
            }
            if self.is_clash(work) {
                // Nothing in the tree says why: for the next search the place is open.
                return Step::Closed;
            }
            if work.bound <= self.cutoff() {
                return Step::Down;
            }
            let Some((one, other)) = question(&self.problem.instance, &work.open, fractions) else {
                // Everything that can be asked is settled: `leaf` closes it.
                tree.write(work.place, || Entry::Settled);
                self.given_up = self.given_up.max(work.bound);
                return Step::Closed;
            };
            return self.split(tree, work, [(one, work.bound), (other, work.bound)], None);
        }
        let Some((item, [down, up])) = self.try_out(work, fractions, &candidates) else { return Step::Stop };
        let index = u32::try_from(item).unwrap_or(u32::MAX);
        let value = fractions.chosen[item];
        let (out, inside) = ((Decision::Out(index), down), (Decision::In(index), up));
        let down_first = down > up || (down >= up && value < 0.5);
        let order = if down_first { [out, inside] } else { [inside, out] };
        self.split(tree, work, order, Some((item, value)))
    }

    /// Tries out candidates of which little is known; the best to branch on, with the bounds of both children.
    fn try_out(
        &mut self,
        work: &Work,
        fractions: &Fractions,
        candidates: &[(f64, usize)],
    ) -> Option<(usize, [f64; 2])> {
        let mut best: Option<(f64, usize, [f64; 2])> = None;
        let mut tried = 0;
        for &(estimate, item) in candidates {
            if self.learnt.costs[item].known() >= KNOWN {
                if best.is_none_or(|(score, ..)| estimate > score) {
                    best = Some((estimate, item, [work.bound; 2]));
                }
                continue;
            }
            if tried == TRIED {
                continue;
            }
            tried += 1;
            let bounds = self.trial(work, item, fractions.chosen[item])?;
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
    fn trial(&mut self, work: &Work, item: usize, value: f64) -> Option<[f64; 2]> {
        let index = u32::try_from(item).unwrap_or(u32::MAX);
        let mut bounds = [work.bound; 2];
        let saved = self.relaxation.master.clone();
        let floor = self.problem.instance.worst - 1.0;
        for (side, decision) in [Decision::Out(index), Decision::In(index)].into_iter().enumerate() {
            let mut open = work.open.clone();
            open.apply(decision);
            let until = Until { cutoff: self.cutoff(), passes: TRIAL, close: 0.05 };
            let relaxed = self.relax(&open, until);
            self.relaxation.master.clone_from(&saved);
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

    /// Makes both children; the first is gone on with, the second waits.
    fn split(
        &mut self,
        tree: &mut Tree,
        work: &mut Work,
        [first, second]: [(Decision, f64); 2],
        item: Option<(usize, f64)>,
    ) -> Step {
        let places = [tree.place(), tree.place()];
        tree.write(work.place, || Entry::Split([(first.0, places[0]), (second.0, places[1])]));
        let born = |decision: Decision, bound: f64| {
            let (item, value) = item.filter(|_| bound >= work.bound)?;
            let up = matches!(decision, Decision::In(_));
            Some((item, up, work.bound, if up { 1.0 - value } else { value }))
        };
        let mut decisions = work.decisions.clone();
        decisions.push(second.0);
        let basis = Arc::new(self.relaxation.master.basis());
        let mut node = Node::new(second.1.min(work.bound), decisions, places[1]);
        node.basis = Some(basis);
        node.proven.clone_from(&work.proven);
        node.born = born(second.0, second.1);
        tree.push(node);
        work.born = born(first.0, first.1);
        work.decisions.push(first.0);
        work.place = places[0];
        if !work.open.apply(first.0) {
            tree.write(work.place, || Entry::Empty);
            return Step::Closed;
        }
        work.bound = work.bound.min(first.1);
        Step::Down
    }
}
