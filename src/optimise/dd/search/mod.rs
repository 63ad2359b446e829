//! Branch and bound over the relaxation: the node with the highest bound first, from there straight down.
//!
//! [`tree`] holds what waits, [`node`] works on one node, [`strong_branching`] tries out what to branch on, [`branch`] makes
//! its children, [`infeasible_assignment`] sees where chosen candidates cannot be paid together, [`conditional_bounds`] use
//! what was proven before, and [`reuse`] plants the tree of another search. Large cases are searched in [`rounds`], in which
//! several threads work. Heuristics look for a better incumbent: [`diving`], [`exchange_heuristic`], and [`neighbourhood`]
//! (large neighbourhood search).
//!
//! These files know each other: all of them are methods of one [`Search`], each for one of its jobs.

mod branch;
mod conditional_bounds;
mod diving;
mod exchange_heuristic;
mod infeasible_assignment;
mod limit;
mod neighbourhood;
mod node;
mod reuse;
mod rounds;
mod strong_branching;
mod task;
mod trail;
mod tree;

use std::sync::Arc;

use super::basis::Kept;
use super::branching::Pseudocost;
use super::clock::State;
use super::problem::Problem;
use super::record::{Entry, Sparse, spread};
use super::relaxation::{Fractions, Relaxation};
use super::tree_reuse::TreeReuse;
use super::warm_start::Learnt;
use crate::optimise::instance::build::below;
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::f64_of;
use crate::optimise::instance::plan::{Selection, Worth, judge};
use crate::optimise::options::Asked;
use crate::optimise::task::Task;
pub(crate) use conditional_bounds::Proven;
use infeasible_assignment::{Choices, InfeasibleAssignments};
use limit::Limit;
use node::{Step, Work};
use tree::Node;
pub(crate) use tree::Tree;

/// Going deep for a first portfolio, the search starts afresh from the highest bound after this many nodes.
const DEEP: u64 = 200;

/// How a search went on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Went {
    /// Everything was searched.
    Through,
    /// It was told to stop, or used up its nodes.
    Stopped,
}

/// What a search is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// An answer, and a tree for the next search.
    Answer,
    /// A proof that is written down: everything that is given up is justified by multipliers in its tree.
    Proof,
}

/// A search with its memory.
pub(crate) struct Search<'a> {
    /// The problem.
    pub problem: &'a Problem,
    /// What it is for.
    pub purpose: Purpose,
    /// The relaxation.
    pub relaxation: Relaxation,
    /// The incumbent: the best portfolio so far.
    pub incumbent: Option<(Selection, Worth)>,
    /// The highest exact worth that a portfolio was offered with. The best is within a hair of it, if that costs less.
    pub highest: Option<i128>,
    /// What was learnt: the multipliers and the basis of the root, and what branching cost.
    pub learnt: Learnt,
    /// What branching on the starts of each candidate cost.
    start_costs: Vec<Pseudocost>,
    /// What branching cost in another search, by candidate: which of them are worth trying out. None if nothing is known.
    pub hints: Vec<Pseudocost>,
    /// What was proven before.
    pub known: Vec<Proven>,
    /// What another search left behind, until its tree is planted.
    pub reuse: Option<&'a TreeReuse<'a>>,
    /// The solution of the root.
    pub root_fractions: Option<Fractions>,
    /// Nodes of all trees.
    pub nodes: u64,
    /// The highest bound that was given up although it is above the best.
    pub given_up: f64,
    /// Nodes of neighbourhoods, and how many were searched.
    near: (u64, u32),
    /// Passes of dives.
    dived: u64,
    /// The basis that was put by last: the next one shares with it what is the same.
    kept: Option<Kept>,
    /// How much may be remembered, and how near to that it is.
    limit: Limit,
    /// What the case leaves open.
    everything: Domains,
    /// The choices of candidates for which whole starts and shares were looked for.
    scheduled: Choices,
    /// What is known of choices at which every candidate is decided.
    infeasible_assignments: InfeasibleAssignments,
    /// So many threads work on rounds of nodes; 0 where nodes are worked on one after the other.
    threads: usize,
    /// Told now and then; true stops. It is given the best value and the bound.
    pub tick: &'a mut dyn FnMut(&State) -> bool,
    /// What `tick` is told.
    pub state: State,
}

/// What has a bound no higher than this is no better than a portfolio of this exact worth, but for the slack. Rounded down: a
/// float that is no higher is really no higher.
pub(crate) fn cutoff(problem: &Problem, worth: i128) -> f64 {
    below(f64_of(worth.saturating_add(problem.slack)) / problem.instance.fineness)
}

impl<'a> Search<'a> {
    /// A search of a problem from scratch; none when a service cannot hold its floor whatever is chosen.
    pub fn new(problem: &'a Problem, open: &Domains, tick: &'a mut dyn FnMut(&State) -> bool) -> Option<Self> {
        let relaxation = Relaxation::quickest(&problem.instance, &problem.layout, open)?;
        Some(Self {
            problem,
            purpose: Purpose::Answer,
            relaxation,
            incumbent: None,
            highest: None,
            learnt: Learnt {
                prices: vec![0.0; problem.instance.rows.len()],
                basis: Arc::default(),
                costs: vec![Pseudocost::default(); problem.instance.items.len()],
            },
            start_costs: vec![Pseudocost::default(); problem.instance.items.len()],
            hints: Vec::new(),
            known: Vec::new(),
            reuse: None,
            root_fractions: None,
            nodes: 0,
            given_up: f64::NEG_INFINITY,
            near: (0, 0),
            dived: 0,
            kept: None,
            limit: Limit::default(),
            everything: open.clone(),
            scheduled: Choices::default(),
            infeasible_assignments: InfeasibleAssignments::default(),
            threads: 0,
            tick,
            state: State { best: None, bound: f64::INFINITY, nodes: 0 },
        })
    }

    /// Searches for this task, with this purpose. Where it is one of many, what only makes a good portfolio known early is left
    /// out: the proof alone counts.
    pub fn serve(&mut self, task: &Task, purpose: Purpose, hints: &[Pseudocost]) {
        self.purpose = purpose;
        self.hints = hints.to_vec();
        if task.options.asked == Asked::AmongMany {
            self.near = neighbourhood::LATER;
        }
    }

    /// Starts from what another search left behind.
    pub fn remember(&mut self, reuse: &'a TreeReuse<'a>, open: &Domains) {
        if let Some(best) = reuse.best() {
            self.adapt_portfolio(open, &best);
        }
        self.learnt.costs = reuse.costs();
        let basis = reuse.basis(&mut self.relaxation, open);
        let (state, tick) = (self.state, &mut *self.tick);
        self.relaxation.master.restore(basis, &mut || tick(&state));
        if reuse.record().is_some() && (self.incumbent.is_some() || reuse.is_of_nothing()) {
            self.reuse = Some(reuse);
            self.near.1 = neighbourhood::FIRST;
        }
    }

    /// A node with a bound no higher than this is given up.
    pub fn cutoff(&self) -> f64 {
        match self.highest {
            Some(highest) => cutoff(self.problem, highest),
            None => self.problem.instance.worst - 1.0,
        }
    }

    /// Takes a portfolio in, if it keeps every rule and is better.
    pub fn offer(&mut self, selection: &Selection) -> bool {
        let Some(worth) = judge(&self.problem.instance, selection) else { return false };
        let hair = self.problem.instance.hair();
        let highest = self.highest.map_or(worth.exact, |highest| highest.max(worth.exact));
        self.highest = Some(highest);
        let better = self.incumbent.as_ref().is_none_or(|(_, best)| {
            worth.exact > best.exact.saturating_add(hair)
                || (worth.exact >= highest.saturating_sub(hair)
                    && (worth.bill < best.bill || best.exact < highest.saturating_sub(hair)))
        });
        if better {
            self.incumbent = Some((selection.clone(), worth));
            self.state.best = Some(worth.value);
            if self.problem.instance.years.len() > 1 {
                self.start_earlier(selection);
            }
        }
        better
    }

    /// Where every year counts: lets each candidate of a portfolio start earlier, while that keeps every rule.
    fn start_earlier(&mut self, selection: &Selection) {
        let mut earlier = selection.clone();
        for item in 0..earlier.len() {
            let Some(chosen) = &earlier[item] else { continue };
            if (self.tick)(&self.state) {
                return;
            }
            for start in 0..chosen.start {
                let mut trial = earlier.clone();
                if let Some(chosen) = &mut trial[item] {
                    chosen.start = start;
                }
                if judge(&self.problem.instance, &trial).is_some() {
                    earlier = trial;
                    break;
                }
            }
        }
        if earlier != *selection {
            self.offer(&earlier);
        }
    }

    /// Searches a tree, for at most this many nodes.
    pub fn run(&mut self, tree: &mut Tree, most: u64) -> Went {
        while let Some(node) = self.next(tree) {
            if tree.record.is_some() {
                self.state.bound = node.bound.max(tree.bound()).max(self.cutoff()).max(self.given_up);
            }
            if tree.nodes >= most || self.is_full(tree) {
                tree.waiting.push(node);
                return Went::Stopped;
            }
            if tree.record.is_some() {
                self.look_around(tree);
            }
            if self.begins_a_round(tree) {
                if self.work_side_by_side(tree, node) == Went::Stopped {
                    return Went::Stopped;
                }
                continue;
            }
            let mut open = tree.base.clone();
            node.trail.each(|decision| {
                open.apply(decision);
            });
            if let Some(basis) = node.basis {
                let (state, tick) = (self.state, &mut *self.tick);
                self.relaxation.master.restore(basis.basis(), &mut || tick(&state));
                self.kept = Some(basis);
                if let Some((_, prices)) = &node.proven {
                    spread(prices, &mut self.relaxation.centre);
                }
            }
            let mut work = Work {
                open,
                trail: node.trail,
                place: node.place,
                bound: node.bound,
                proven: node.proven,
                born: node.born,
                asked_again: false,
            };
            loop {
                match self.step(tree, &mut work) {
                    Step::Closed => break,
                    Step::Down if !self.is_full(tree) => {}
                    Step::Down | Step::Stop => {
                        let Work { trail, place, bound, .. } = work;
                        tree.push(Node::new(bound, trail, place));
                        return Went::Stopped;
                    }
                }
            }
        }
        Went::Through
    }

    /// The next node that is to be worked on. Those that the best portfolio has closed meanwhile are left out.
    fn next(&self, tree: &mut Tree) -> Option<Node> {
        while let Some(node) = tree.pop(self.goes_deep(tree)) {
            if node.bound <= self.cutoff() && tree.record.is_none() {
                continue;
            }
            if let Some((_, prices)) = node.proven.as_ref().filter(|(bound, _)| *bound <= self.cutoff()) {
                tree.write(node.place, || Entry::Leaf(Sparse::clone(prices)));
                continue;
            }
            return Some(node);
        }
        None
    }
}
