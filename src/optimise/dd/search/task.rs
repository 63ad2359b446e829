//! One task of a round: a search of its own from one node.

use std::sync::Arc;

use super::infeasible_assignment::{Choices, InfeasibleAssignments};
use super::limit::Limit;
use super::tree::{Node, Tree};
use super::{Proven, Purpose, Search};
use crate::optimise::dd::basis::Kept;
use crate::optimise::dd::branching::Pseudocost;
use crate::optimise::dd::clock::State;
use crate::optimise::dd::problem::Problem;
use crate::optimise::dd::relaxation::Relaxation;
use crate::optimise::dd::warm_start::Learnt;
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::plan::{Selection, Worth};

/// A task begins no further way down after so many nodes.
const NODES: u64 = if cfg!(test) { 2 } else { 1 };

/// What all tasks of a round begin with.
pub(super) struct Beginning<'a> {
    pub problem: &'a Problem,
    pub purpose: Purpose,
    pub relaxation: &'a Relaxation,
    pub incumbent: Option<&'a (Selection, Worth)>,
    pub highest: Option<i128>,
    pub costs: &'a [Pseudocost],
    pub start_costs: &'a [Pseudocost],
    pub hints: &'a [Pseudocost],
    pub known: &'a [Proven],
    pub scheduled: &'a Choices,
    pub infeasible_assignments: &'a InfeasibleAssignments,
    pub everything: &'a Domains,
    pub dived: u64,
    pub state: State,
    pub tree: &'a Tree,
}

/// What a task gave: what it added to what it began with.
pub(super) struct Outcome {
    /// Which of the tasks it was.
    pub at: usize,
    /// The place of its node in the tree.
    pub place: usize,
    /// What has grown in that place.
    pub tree: Tree,
    pub incumbent: Option<(Selection, Worth)>,
    pub highest: Option<i128>,
    pub costs: Vec<Pseudocost>,
    pub start_costs: Vec<Pseudocost>,
    pub scheduled: Choices,
    pub infeasible_assignments: InfeasibleAssignments,
    pub given_up: f64,
    pub passes: u64,
    pub dived: u64,
    pub nodes: u64,
}

impl Beginning<'_> {
    /// Works on one node, with a relaxation in which anything may be left of another task.
    pub fn work(
        &self,
        (at, mut node): (usize, Node),
        relaxation: &mut Option<Relaxation>,
        tick: &mut dyn FnMut(&State) -> bool,
    ) -> Outcome {
        let mut used = relaxation.take().unwrap_or_else(|| self.relaxation.clone());
        used.begin_like(self.relaxation);
        // Where the last basis will do, that is the last one before the round.
        let last = || Kept::new(&self.relaxation.master.basis, None, &self.relaxation.meter);
        node.basis.get_or_insert_with(last);
        let place = node.place;
        let mut tree = self.tree.part(node, at);
        let costs = self.costs.to_vec();
        let mut search = Search {
            problem: self.problem,
            purpose: self.purpose,
            relaxation: used,
            incumbent: self.incumbent.cloned(),
            highest: self.highest,
            learnt: Learnt { prices: Vec::new(), basis: Arc::default(), costs },
            start_costs: self.start_costs.to_vec(),
            hints: self.hints.to_vec(),
            known: self.known.to_vec(),
            reuse: None,
            root_fractions: None,
            nodes: 0,
            given_up: f64::NEG_INFINITY,
            near: (0, 0),
            dived: self.dived,
            kept: None,
            limit: Limit::default(),
            everything: self.everything.clone(),
            scheduled: self.scheduled.clone(),
            infeasible_assignments: self.infeasible_assignments.clone(),
            threads: 0,
            tick,
            state: State { nodes: 0, ..self.state },
        };
        let most = tree.nodes + NODES;
        search.run(&mut tree, most);
        let outcome = Outcome {
            at,
            place,
            tree,
            incumbent: search.incumbent,
            highest: search.highest,
            costs: search.learnt.costs,
            start_costs: search.start_costs,
            scheduled: search.scheduled,
            infeasible_assignments: search.infeasible_assignments,
            given_up: search.given_up,
            passes: search.relaxation.passes - self.relaxation.passes,
            dived: search.dived - self.dived,
            nodes: search.nodes,
        };
        // Paths are counted: whatever is left of this task must not depend on who worked on it.
        search.relaxation.master.basis.clear();
        *relaxation = Some(search.relaxation);
        outcome
    }
}
