//! The tree of a search: what waits, and which of it is next.

use std::collections::BinaryHeap;
use std::sync::Arc;

use super::trail::Trail;
use crate::optimise::dd::basis::Kept;
use crate::optimise::dd::branching::Question;
use crate::optimise::dd::held::Counted;
use crate::optimise::dd::record::{Entry, Record, Sparse};
use crate::optimise::instance::domains::{Decision, Domains};
#[cfg(test)]
use crate::optimise::work;

/// A node that waits.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub bound: f64,
    order: u64,
    pub trail: Trail,
    /// The basis to begin with; `None` if the last one will do.
    pub basis: Option<Kept>,
    pub place: usize,
    /// A bound that is already proven, and the multipliers that prove it.
    pub proven: Option<(f64, Arc<Counted<Sparse>>)>,
    /// What it was made by: for the pseudocosts.
    pub born: Option<Born>,
}

/// What a node was made by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Born {
    pub question: Question,
    /// Which side of it.
    pub up: bool,
    /// The bound of the parent.
    pub parent: f64,
    /// How far the relaxation was from that side.
    pub distance: f64,
}

impl Node {
    pub fn new(bound: f64, trail: Trail, place: usize) -> Self {
        Self { bound, order: 0, trail, basis: None, place, proven: None, born: None }
    }
}

/// What a node that waits takes, with the decision that it was made by.
const A_WAITING: usize = size_of::<Node>() + size_of::<Decision>();

/// What has this many nodes and entries takes a millisecond to take down.
const MANY: usize = 1000;

/// Bounds that differ by less are alike: of those the newest node goes first, for it is the deepest.
fn grain(bound: f64) -> f64 {
    (bound * 1e6).round()
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Node {}
impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Node {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        grain(self.bound).total_cmp(&grain(other.bound)).then(self.order.cmp(&other.order))
    }
}

/// A tree that is searched: the whole problem, or the neighbourhood of a portfolio.
#[derive(Debug)]
pub(crate) struct Tree {
    /// What is open at its root.
    pub base: Domains,
    pub(super) waiting: BinaryHeap<Node>,
    /// What waits while no portfolio is known, the newest last: until there is one, the search goes deep.
    newest: Vec<Node>,
    /// What is written down; none for neighbourhoods.
    pub record: Option<Record>,
    made: u64,
    /// Nodes so far.
    pub nodes: u64,
}

impl Tree {
    /// Everything that `base` leaves open.
    pub fn new(base: Domains, record: Option<Record>) -> Self {
        let mut it = Self { base, waiting: BinaryHeap::new(), newest: Vec::new(), record, made: 0, nodes: 0 };
        let place = it.place();
        it.push(Node::new(f64::INFINITY, Trail::default(), place));
        it
    }

    /// Nothing of it is left to be searched, and nothing in it says why.
    pub fn settle(&mut self) {
        (self.waiting, self.newest, self.record) = (BinaryHeap::new(), Vec::new(), None);
    }

    /// The highest bound of what waits.
    pub fn bound(&self) -> f64 {
        let newest = self.newest.iter().map(|node| node.bound);
        self.waiting.peek().map(|node| node.bound).into_iter().chain(newest).fold(f64::NEG_INFINITY, f64::max)
    }

    /// The next node: the one with the highest bound, or the newest while the search goes deep.
    pub(super) fn pop(&mut self, deep: bool) -> Option<Node> {
        if deep && let Some(node) = self.newest.pop() {
            return Some(node);
        }
        self.waiting.extend(self.newest.drain(..));
        self.waiting.pop()
    }

    pub(super) fn place(&mut self) -> usize {
        self.record.as_mut().map_or(0, Record::add)
    }

    pub(super) fn write(&mut self, at: usize, entry: impl FnOnce() -> Entry) {
        if let Some(record) = &mut self.record {
            record.set(at, entry());
        }
    }

    pub(super) fn push(&mut self, mut node: Node) {
        self.made += 1;
        node.order = self.made;
        self.newest.push(node);
    }

    /// How many nodes wait.
    pub(super) fn waits(&self) -> usize {
        self.waiting.len() + self.newest.len()
    }

    /// A tree of its own for one of the nodes, the `at`-th of several.
    pub(super) fn part(&self, node: Node, at: usize) -> Self {
        let record = self.record.as_ref().map(Record::part);
        let mut it = Self::new(self.base.clone(), record);
        (it.waiting, it.newest) = (BinaryHeap::new(), vec![Node { place: 0, ..node }]);
        // What is done at every so many nodes is not due in all of them at once.
        it.nodes = self.nodes.max(1) + u64::try_from(at).unwrap_or(0);
        it
    }

    /// Takes in what has grown from the node of a place, as a tree of its own.
    pub(super) fn graft(&mut self, place: usize, mut grown: Self) {
        let shift = match (&mut self.record, grown.record.take()) {
            (Some(record), Some(grown)) => record.graft(place, grown),
            _ => 0,
        };
        let mut nodes = std::mem::take(&mut grown.waiting).into_vec();
        nodes.append(&mut grown.newest);
        nodes.sort_by_key(|node| node.order);
        for node in nodes {
            let place = if node.place == 0 { place } else { node.place + shift };
            self.push(Node { place, ..node });
        }
    }

    /// What its nodes and its record take by themselves, in bytes; what nodes share counts itself.
    pub(super) fn bytes(&self) -> u64 {
        let nodes = self.waits() * A_WAITING;
        let record = self.record.as_ref().map_or(0, Record::bytes);
        u64::try_from(nodes + record).unwrap_or(u64::MAX)
    }

    /// Lets go of what can be made again: the bases of all nodes that wait; and where no proof is written, the multipliers of
    /// their bounds, and what the next search would begin with. The order of the nodes stays.
    pub(super) fn slim(&mut self, no_proof: bool) {
        if let Some(record) = self.record.as_mut().filter(|_| no_proof) {
            record.give_up();
        }
        let mut nodes = std::mem::take(&mut self.waiting).into_vec();
        for node in nodes.iter_mut().chain(&mut self.newest) {
            node.basis = None;
            if no_proof {
                node.proven = None;
            }
        }
        self.waiting = nodes.into();
    }

    /// Leaves the tree as it is. Giving back the memory of a million nodes takes as long as some searches: a thread of its
    /// own does it, so that whoever wished to stop does not wait for it.
    pub fn leave(self) {
        if self.waiting.len() + self.record.as_ref().map_or(0, |record| record.entries.len()) < MANY {
            return;
        }
        // Where no thread can be had, what was to be given back is given back here.
        let _ = std::thread::Builder::new().name("tree".to_owned()).spawn(move || drop(self));
    }
}

#[cfg(test)]
impl Drop for Tree {
    fn drop(&mut self) {
        let entries = self.record.as_ref().map_or(0, |record| record.entries.len());
        work::done(self.waiting.len() * A_NODE + entries * AN_ENTRY);
    }
}

/// What it costs to give back the memory of a node that waits, and of an entry, in steps.
#[cfg(test)]
const A_NODE: usize = 1000;
#[cfg(test)]
const AN_ENTRY: usize = 200;
