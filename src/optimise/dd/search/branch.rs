//! The branching step: which candidate or question splits a node, tried out where little is known of it.

use super::Search;
use super::node::{Step, Work};
use super::tree::{Born, Node, Tree};
use crate::optimise::dd::basis::Kept;
use crate::optimise::dd::branching::{Question, best_first, fractional, mixed_starts, question};
use crate::optimise::dd::record::Entry;
use crate::optimise::dd::relaxation::Fractions;
use crate::optimise::instance::domains::Decision;

impl Search<'_> {
    /// Splits a node and goes on with one child.
    pub(super) fn branch(&mut self, tree: &mut Tree, work: &mut Work, fractions: &Fractions) -> Step {
        let mut questions = fractional(&work.open, fractions, &self.learnt.costs, &self.hints);
        let starts = mixed_starts(&self.problem.instance, &work.open, fractions, &self.start_costs);
        if questions.is_empty() {
            self.round(&work.open, fractions);
            if work.bound > self.cutoff() {
                self.schedule(&work.open, fractions);
            }
            if let Some(step) = self.surpassed(tree, work) {
                return step;
            }
            let free = work.open.items.iter().position(|state| state.is_free());
            if let Some(item) = free.filter(|_| starts.is_empty()) {
                // Which candidates are chosen is settled before when they start: what cannot be paid together is then seen by itself.
                let index = u32::try_from(item).unwrap_or(u32::MAX);
                let (inside, out) = ((Decision::In(index), work.bound), (Decision::Out(index), work.bound));
                let order = if fractions.chosen[item] > 0.5 { [inside, out] } else { [out, inside] };
                return self.split(tree, work, order, None);
            }
            if free.is_none() && self.is_infeasible_assignment(work) {
                // Nothing in the tree says why: for the next search the place is open.
                return Step::Closed;
            }
            if let Some(step) = self.surpassed(tree, work) {
                return step;
            }
        }
        questions.extend(starts);
        best_first(&mut questions);
        if questions.is_empty() {
            let Some((one, other)) = question(&self.problem.instance, &work.open, fractions) else {
                // Everything that can be asked is settled: `leaf` closes it.
                tree.write(work.place, || Entry::Settled);
                self.given_up = self.given_up.max(work.bound);
                return Step::Closed;
            };
            return self.split(tree, work, [(one, work.bound), (other, work.bound)], None);
        }
        let Some((question, [down, up])) = self.try_out(work, &questions) else { return Step::Stop };
        let [out, inside] = question.sides();
        let (out, inside) = ((out, down), (inside, up));
        let down_first = down > up || (down >= up && question.value < 0.5);
        let order = if down_first { [out, inside] } else { [inside, out] };
        self.split(tree, work, order, Some(question))
    }

    /// Makes both children; the first is gone on with, the second waits.
    fn split(
        &mut self,
        tree: &mut Tree,
        work: &mut Work,
        [first, second]: [(Decision, f64); 2],
        question: Option<Question>,
    ) -> Step {
        let places = [tree.place(), tree.place()];
        tree.write(work.place, || Entry::Split([(first.0, places[0]), (second.0, places[1])]));
        let born = |decision: Decision, bound: f64| {
            let question = question.filter(|_| bound >= work.bound)?;
            let up = decision == question.sides()[1];
            let distance = if up { 1.0 - question.value } else { question.value };
            Some(Born { question, up, parent: work.bound, distance })
        };
        work.trail.share(&self.relaxation.meter);
        let mut trail = work.trail.clone();
        trail.push(second.0);
        let basis = Kept::new(&self.relaxation.master.basis, self.kept.as_ref(), &self.relaxation.meter);
        self.kept = Some(basis.clone());
        let mut node = Node::new(second.1.min(work.bound), trail, places[1]);
        node.basis = Some(basis);
        node.proven.clone_from(&work.proven);
        node.born = born(second.0, second.1);
        tree.push(node);
        work.born = born(first.0, first.1);
        work.trail.push(first.0);
        work.place = places[0];
        if !work.open.apply(first.0) {
            tree.write(work.place, || Entry::Empty);
            return Step::Closed;
        }
        work.bound = work.bound.min(first.1);
        Step::Down
    }
}
