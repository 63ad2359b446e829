//! A search keeps to what it may remember.
//!
//! At half of it everything is let go that can be made again (the bases of all nodes that wait, what was learnt of single
//! choices, the record that nobody needs for a proof), and the search goes deep instead of from the highest bound: then the
//! tree hardly grows. What still does not fit ends the search: the best
//! portfolio is kept, and of the nodes that wait nothing but the highest bound.

use super::infeasible_assignment::{Choices, InfeasibleAssignments};
use super::tree::Tree;
use super::{DEEP, Purpose, Search};
use crate::optimise::dd::held::note;

/// How much a search may remember, and how near to that it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Limit {
    /// This many bytes; `None` if nobody limits it.
    most: Option<u64>,
    /// What was held when nodes were last made lighter.
    slimmed: Option<u64>,
    /// Whether the search goes deep because little is left.
    tight: bool,
    /// Whether nothing is left.
    full: bool,
}

/// From this part of the limit on nodes are made lighter; and again when this part more was added.
const TIGHT: u64 = 2;
const AGAIN: u64 = 16;

impl Search<'_> {
    /// Limits what is remembered, in bytes.
    pub fn remember_at_most(&mut self, bytes: u64) {
        self.limit.most = Some(bytes);
    }

    /// Whether the limit changed how the search went.
    pub fn was_limited(&self) -> bool {
        self.limit.slimmed.is_some() || self.limit.full
    }

    /// Whether the search was ended because nothing more could be remembered.
    pub fn ran_full(&self) -> bool {
        self.limit.full
    }

    /// Whether the newest node is next, not the one with the highest bound: until there is a portfolio, and while little
    /// memory is left.
    pub(super) fn goes_deep(&self, tree: &Tree) -> bool {
        self.limit.tight || (self.highest.is_none() && !tree.nodes.is_multiple_of(DEEP))
    }

    /// What is remembered, in bytes.
    fn held(&self, tree: &Tree) -> u64 {
        let infeasible_assignments =
            u64::try_from(self.infeasible_assignments.bytes() + self.scheduled.bytes()).unwrap_or(u64::MAX);
        self.relaxation.bytes() + self.relaxation.meter.bytes() + tree.bytes() + infeasible_assignments
    }

    /// Whether so many tasks can be worked on side by side. What they work with is counted for all of them, however many
    /// threads there are: as much as the search itself, but for the copies of the master problem that a task does not need.
    pub(super) fn has_room_for(&self, tasks: usize, tree: &Tree) -> bool {
        let Some(most) = self.limit.most else { return true };
        let each = self.relaxation.bytes() / 2;
        let held = self.held(tree).saturating_add(each.saturating_mul(u64::try_from(tasks).unwrap_or(u64::MAX)));
        let fits = !self.limit.tight && held <= most - most / 4;
        if fits {
            note(held);
        }
        fits
    }

    /// Whether nothing more can be remembered. Where little is left, nodes that wait are made lighter.
    pub(super) fn is_full(&mut self, tree: &mut Tree) -> bool {
        let Some(most) = self.limit.most else { return false };
        let mut held = self.held(tree);
        note(held);
        let enough = most / TIGHT;
        if held > enough && self.limit.slimmed.is_none_or(|before| held > before.saturating_add(most / AGAIN)) {
            tree.slim(self.purpose == Purpose::Answer);
            self.kept = None;
            (self.infeasible_assignments, self.scheduled) = (InfeasibleAssignments::default(), Choices::default());
            held = self.held(tree);
            self.limit.slimmed = Some(held);
        }
        self.limit.tight = held > enough;
        self.limit.full |= held > most;
        self.limit.full
    }
}
