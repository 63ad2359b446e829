//! Starting from the tree of another search: its splits are made again, and each of its leaves is closed by one pass with
//! the multipliers that closed it there. Only what that leaves open is searched, the highest bound first: what the answer
//! closes is never looked into.

use std::sync::Arc;

use super::Search;
use super::node::{Step, Work};
use super::trail::Trail;
use super::tree::{Node, Tree};
use crate::optimise::dd::basis::Kept;
use crate::optimise::dd::diagram::NONE;
use crate::optimise::dd::fixing::settle;
use crate::optimise::dd::held::Counted;
use crate::optimise::dd::record::{Entry, Record, Sparse, sparse};
use crate::optimise::dd::tree_reuse::{Mapped, TreeReuse};
use crate::optimise::instance::domains::{Decision, Domains};

/// With more leaves open than this the incumbent is improved by exchanges first: a better one closes some.
const FEW: usize = 4;

/// A place of the other tree that is planted.
struct Planted {
    /// Where it is in the other tree.
    at: usize,
    open: Domains,
    trail: Trail,
    place: usize,
    bound: f64,
}

/// What became of a place.
enum Grown {
    /// It is closed, or its children are planted.
    Done,
    /// It has to be searched, from these multipliers.
    Open(Option<Arc<Counted<Sparse>>>),
}

impl Search<'_> {
    /// Plants the other tree at a node, in whose place it stands then.
    pub(super) fn reuse_tree(&mut self, tree: &mut Tree, work: &mut Work, reuse: &TreeReuse, record: &Record) -> Step {
        let basis = Kept::new(&self.relaxation.master.basis, None, &self.relaxation.meter);
        work.trail.share(&self.relaxation.meter);
        let first =
            Planted { at: 0, open: work.open.clone(), trail: work.trail.clone(), place: work.place, bound: work.bound };
        let mut waiting = vec![first];
        let mut opened = Vec::new();
        while let Some(mut planted) = waiting.pop() {
            if (self.tick)(&self.state) {
                return Step::Stop;
            }
            if let Grown::Open(proven) = self.grow(tree, &mut planted, &mut waiting, reuse, record) {
                let mut node = Node::new(planted.bound, planted.trail, planted.place);
                node.basis = Some(basis.clone());
                node.proven = proven.map(|prices| (planted.bound, prices));
                opened.push(node);
            }
        }
        // In the second stage the first one's portfolio is all but the best.
        if opened.len() > FEW && self.problem.instance.objective_at_least.is_none() {
            self.improve_best(&work.open);
        }
        // The newest goes first where bounds are alike: the lowest bound is put in first.
        opened.sort_by(|a, b| a.bound.total_cmp(&b.bound));
        for node in opened {
            tree.push(node);
        }
        Step::Closed
    }

    /// Follows one place down to its split or its end.
    fn grow(
        &mut self,
        tree: &mut Tree,
        it: &mut Planted,
        waiting: &mut Vec<Planted>,
        reuse: &TreeReuse,
        record: &Record,
    ) -> Grown {
        loop {
            match &record.entries[it.at] {
                Entry::Split(children) => {
                    let [one, other] = children.map(|(decision, _)| reuse.decision(decision));
                    match (one, other) {
                        (Mapped::Same(one), Mapped::Same(other)) => {
                            let both = [(one, children[0].1), (other, children[1].1)];
                            let Some(only) = self.divide(tree, it, both, waiting) else { return Grown::Done };
                            it.at = only;
                        }
                        // The candidate is gone: the side without it is everything.
                        (Mapped::Nothing, _) => it.at = children[0].1,
                        (_, Mapped::Nothing) => it.at = children[1].1,
                        _ => return Grown::Open(None),
                    }
                }
                Entry::ByRow(_, next) => {
                    if !self.narrow(tree, it) {
                        return Grown::Done;
                    }
                    it.at = *next;
                }
                Entry::Fixed(prices, _, next) => {
                    let Some(prices) = self.bound(tree, it, reuse.prices(prices)) else { return Grown::Done };
                    self.settle(tree, it, &prices);
                    it.at = *next;
                }
                Entry::Leaf(prices) => {
                    return match self.bound(tree, it, reuse.prices(prices)) {
                        Some(prices) => Grown::Open(Some(self.multipliers(&prices))),
                        None => Grown::Done,
                    };
                }
                Entry::Open | Entry::Broken(_) | Entry::Empty | Entry::Settled => {
                    return if self.narrow(tree, it) { Grown::Open(None) } else { Grown::Done };
                }
            }
        }
    }

    /// Makes a split again; where one side is impossible, gives the place of the other instead.
    fn divide(
        &self,
        tree: &mut Tree,
        it: &mut Planted,
        both: [(Decision, usize); 2],
        waiting: &mut Vec<Planted>,
    ) -> Option<usize> {
        let sides = both.map(|(decision, _)| {
            let mut open = it.open.clone();
            open.apply(decision).then_some(open)
        });
        let [one, other] = match sides {
            [None, Some(_)] => return Some(both[1].1),
            [Some(_), None] => return Some(both[0].1),
            [None, None] => {
                tree.write(it.place, || Entry::Empty);
                return None;
            }
            [Some(one), Some(other)] => [one, other],
        };
        let places = [tree.place(), tree.place()];
        tree.write(it.place, || Entry::Split([(both[0].0, places[0]), (both[1].0, places[1])]));
        it.trail.share(&self.relaxation.meter);
        for ((open, (decision, at)), place) in [one, other].into_iter().zip(both).zip(places) {
            let mut trail = it.trail.clone();
            trail.push(decision);
            waiting.push(Planted { at, open, trail, place, bound: it.bound });
        }
        None
    }

    /// Narrows by single rows; false when nothing is left.
    fn narrow(&mut self, tree: &mut Tree, it: &mut Planted) -> bool {
        self.narrow_by_rows(tree, &mut it.open, &mut it.trail, &mut it.place)
    }

    /// Bounds with multipliers, which are given back; none when that closes the place.
    fn bound(&mut self, tree: &mut Tree, it: &mut Planted, prices: Vec<f64>) -> Option<Vec<f64>> {
        let (instance, layout) = (&self.problem.instance, &self.problem.layout);
        self.relaxation.passes += 1;
        if self.relaxation.pass.run(instance, layout, &it.open, &prices) == NONE {
            tree.write(it.place, || Entry::Empty);
            return None;
        }
        let bound = self.relaxation.pass.safe();
        if bound <= self.cutoff() {
            tree.write(it.place, || Entry::Leaf(sparse(&prices)));
            return None;
        }
        it.bound = it.bound.min(bound);
        Some(prices)
    }

    /// Settles what the multipliers of the last pass settle.
    fn settle(&mut self, tree: &mut Tree, it: &mut Planted, prices: &[f64]) {
        let (instance, layout) = (&self.problem.instance, &self.problem.layout);
        let cutoff = self.cutoff();
        let decisions = settle((instance, layout), &it.open, &mut self.relaxation.pass, prices, cutoff);
        if decisions.is_empty() {
            return;
        }
        for &decision in &decisions {
            it.open.apply(decision);
        }
        it.trail.extend(decisions.iter().copied());
        let next = tree.place();
        tree.write(it.place, || Entry::Fixed(sparse(prices), decisions, next));
        it.place = next;
    }
}
