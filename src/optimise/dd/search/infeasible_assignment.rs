//! Nodes at which every candidate is decided: whether the chosen ones have whole starts and shares together.
//!
//! The relaxation mixes starts and shares, so that it does not see where no whole ones fit, and branching by starts
//! and shares learns nothing from one infeasible assignment for the next. The search for schedules does, and its answer is kept: other
//! parts of the tree, and neighbourhoods, come to the same choice again.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::node::Work;
use super::{Purpose, Search};
use crate::optimise::dd::schedule::{Scheduled, Wanted, schedule};
use crate::optimise::instance::domains::Domains;

/// This many steps of the search for schedules: what is not found then is sought by the tree.
const STEPS: usize = 8000;

/// A choice that was infeasible within this many different domains is not looked into any more.
const MOST: usize = 8;

/// Choices that were looked into. What is kept of each is a digest: another choice with the same one would not be looked
/// into, by which nothing is lost but the chance of a portfolio.
#[derive(Debug, Clone, Default)]
pub(super) struct Choices(BTreeSet<u64>);

impl Choices {
    /// Notes a choice; whether it is new.
    pub fn insert(&mut self, choice: &[Wanted]) -> bool {
        self.0.insert(digest(choice))
    }

    fn contains(&self, choice: &[Wanted]) -> bool {
        self.0.contains(&digest(choice))
    }

    /// Notes all that others have noted.
    pub fn merge(&mut self, others: &Self) {
        self.0.extend(&others.0);
    }

    /// What they take, in bytes.
    pub fn bytes(&self) -> usize {
        self.0.len() * 2 * size_of::<u64>()
    }
}

/// A number for a choice, the same on every machine.
fn digest(choice: &[Wanted]) -> u64 {
    let mut hasher = DefaultHasher::new();
    choice.hash(&mut hasher);
    hasher.finish()
}

/// No more is kept of infeasible choices, in bytes.
const MOST_BYTES: usize = 100_000_000;

/// What is known of choices of candidates.
#[derive(Debug, Clone, Default)]
pub(super) struct InfeasibleAssignments {
    /// Within what these leave open nothing fits.
    never: BTreeMap<Arc<[Wanted]>, Vec<Arc<Domains>>>,
    /// Looked into, and not shown to be infeasible.
    tried: Choices,
    /// What the infeasible ones take.
    bytes: usize,
}

impl InfeasibleAssignments {
    /// Whether a choice is known to be infeasible within what is open.
    fn has(&self, choice: &[Wanted], open: &Domains) -> bool {
        let within = |wide: &Arc<Domains>| choice.iter().all(|wanted| open.is_within(wide, wanted.item));
        self.never.get(choice).is_some_and(|all| all.iter().any(within))
    }

    /// What all of it takes, in bytes.
    pub fn bytes(&self) -> usize {
        self.bytes + self.tried.bytes()
    }

    /// Notes a choice that is infeasible within what is open.
    fn add(&mut self, choice: Arc<[Wanted]>, open: Arc<Domains>) {
        let bytes = size_of_val(&*choice) + open.bytes();
        if self.bytes + bytes <= MOST_BYTES {
            self.bytes += bytes;
            self.never.entry(choice).or_default().push(open);
        }
    }

    /// Notes what a search has noted that began with what is known here, or with a part of it.
    pub fn merge(&mut self, others: &Self) {
        self.tried.merge(&others.tried);
        for (choice, all) in &others.never {
            for open in all {
                let is_known = |known: &Vec<Arc<Domains>>| known.iter().any(|known| Arc::ptr_eq(known, open));
                if !self.never.get(choice).is_some_and(is_known) {
                    self.add(Arc::clone(choice), Arc::clone(open));
                }
            }
        }
    }

    /// Whether nothing more is to be learnt of a choice.
    fn is_known(&self, choice: &[Wanted]) -> bool {
        self.tried.contains(choice) || self.never.get(choice).is_some_and(|all| all.len() >= MOST)
    }
}

impl Search<'_> {
    /// Every candidate is decided: looks for whole starts and shares until there are some, or everything was tried. Whether
    /// there are none at all, so that the node is given up.
    ///
    /// Only a search for an answer gives up for that: nothing in its tree says why.
    pub(super) fn is_infeasible_assignment(&mut self, work: &Work) -> bool {
        let instance = &self.problem.instance;
        let items = work.open.items.iter().enumerate().filter(|(_, state)| state.is_in());
        // Within what the node leaves open all starts will do, in force at the end or not.
        let choice: Vec<Wanted> = items.map(|(item, _)| Wanted { item, by: None }).collect();
        if self.infeasible_assignments.has(&choice, &work.open) {
            return self.purpose == Purpose::Answer;
        }
        if self.infeasible_assignments.is_known(&choice) {
            return false;
        }
        let (state, tick) = (self.state, &mut *self.tick);
        match schedule(instance, &work.open, &choice, STEPS, &mut || tick(&state)) {
            Scheduled::Found(selection) => {
                self.offer(&selection);
                self.infeasible_assignments.tried.insert(&choice);
                false
            }
            Scheduled::Never => {
                self.infeasible_assignments.add(choice.into(), Arc::new(work.open.clone()));
                self.purpose == Purpose::Answer
            }
            Scheduled::Unknown => {
                self.infeasible_assignments.tried.insert(&choice);
                false
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::compile::compile;
    use crate::model::generate::{Shape, planning};
    use crate::optimise::instance::Instance;
    use crate::optimise::instance::domains::Decision;

    #[test]
    fn an_infeasible_assignment_holds_within_what_was_open_and_nowhere_else() {
        let case = compile(&planning(20, 3, Shape::Ladder)).case;
        let instance = Instance::new(&case).unwrap();
        let mut wide = Domains::of(&instance);
        assert!(wide.settle_shares());
        let item = (0..instance.items.len()).find(|&item| wide.items[item].starts.count_ones() > 1).unwrap();
        let index = u32::try_from(item).unwrap();
        assert!(wide.apply(Decision::In(index)));
        let mut narrow = wide.clone();
        assert!(narrow.apply(Decision::StartUpTo(index, 0)));
        let choice = vec![Wanted { item, by: None }];
        let infeasible_assignments = |open: &Domains| InfeasibleAssignments {
            never: BTreeMap::from([(choice.as_slice().into(), vec![Arc::new(open.clone())])]),
            ..InfeasibleAssignments::default()
        };
        assert!(
            infeasible_assignments(&wide).has(&choice, &wide) && infeasible_assignments(&wide).has(&choice, &narrow)
        );
        // Elsewhere it may fit: it is looked into again.
        assert!(
            !infeasible_assignments(&narrow).has(&choice, &wide) && !infeasible_assignments(&narrow).is_known(&choice)
        );
    }
}
