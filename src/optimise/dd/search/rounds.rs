//! Rounds: the best nodes that wait are worked on side by side.
//!
//! A round takes a fixed number of nodes, whatever the machine has. Each becomes a task: a search of its own that goes from
//! there straight down, with what was known when the round began and nothing of what the others learn meanwhile. When all
//! are through, what they found is taken in in the order of the tasks. So the answer, its proof and the number of nodes are
//! the same with any number of threads; only the time that passes is not.
//!
//! The thread of the caller works on tasks itself, and alone asks the caller whether to stop; the others look at a flag.

use std::iter::Enumerate;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::Builder;
use std::time::Duration;
use std::vec::IntoIter;

use super::task::{Beginning, Outcome};
use super::tree::{Node, Tree};
use super::{Search, Went};
use crate::optimise::dd::branching::Pseudocost;
use crate::optimise::dd::clock::State;

/// So many nodes are worked on in a round, with any number of threads.
const TASKS: usize = if cfg!(test) { 3 } else { 8 };

/// Smaller cases are searched node by node, in which each learns from all before it: their trees are small, and rounds cost
/// more than they save.
const LARGE: usize = if cfg!(test) { 1 } else { 400 };

/// While others work on the last tasks, the caller is asked this often whether to stop.
const OFTEN: Duration = Duration::from_millis(1);

impl Search<'_> {
    /// Lets a large case be searched in rounds, with so many threads.
    pub fn in_rounds(&mut self, threads: usize) {
        if self.problem.instance.items.len() >= LARGE {
            self.threads = threads.max(1);
        }
    }

    /// Whether the next nodes are worked on side by side.
    pub(super) fn begins_a_round(&self, tree: &Tree) -> bool {
        self.threads > 0
            && tree.record.is_some()
            && self.highest.is_some()
            && tree.waits() >= TASKS
            && self.has_room_for(TASKS, tree)
    }

    /// Works on the best nodes that wait, `first` before all others.
    pub(super) fn work_side_by_side(&mut self, tree: &mut Tree, first: Node) -> Went {
        let mut nodes = vec![first];
        while nodes.len() < TASKS
            && let Some(node) = self.next(tree)
        {
            nodes.push(node);
        }
        let threads = self.threads.min(nodes.len());
        let beginning = Beginning {
            problem: self.problem,
            purpose: self.purpose,
            relaxation: &self.relaxation,
            incumbent: self.incumbent.as_ref(),
            highest: self.highest,
            costs: &self.learnt.costs,
            start_costs: &self.start_costs,
            hints: &self.hints,
            known: &self.known,
            scheduled: &self.scheduled,
            infeasible_assignments: &self.infeasible_assignments,
            everything: &self.everything,
            dived: self.dived,
            state: self.state,
            tree,
        };
        let waiting = Mutex::new(nodes.into_iter().enumerate());
        let round = Round { beginning, waiting, done: AtomicU64::new(0), stop: AtomicBool::new(false) };
        let outcomes = round.run(threads, self.tick);
        let (left, stopped) = (round.waiting, round.stop.into_inner());
        let left = left.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.take_in(tree, outcomes);
        for (_, node) in left {
            tree.push(node);
        }
        if stopped { Went::Stopped } else { Went::Through }
    }

    /// Takes in what the tasks of a round gave, in their order.
    fn take_in(&mut self, tree: &mut Tree, mut outcomes: Vec<Outcome>) {
        outcomes.sort_by_key(|outcome| outcome.at);
        let (before, starts_before) = (self.learnt.costs.clone(), self.start_costs.clone());
        self.highest = outcomes.iter().filter_map(|outcome| outcome.highest).chain(self.highest).max();
        for outcome in outcomes {
            if let Some((selection, _)) = &outcome.incumbent {
                self.offer(selection);
            }
            learn(&mut self.learnt.costs, &before, &outcome.costs);
            learn(&mut self.start_costs, &starts_before, &outcome.start_costs);
            self.scheduled.merge(&outcome.scheduled);
            self.infeasible_assignments.merge(&outcome.infeasible_assignments);
            self.given_up = self.given_up.max(outcome.given_up);
            self.relaxation.passes += outcome.passes;
            self.dived += outcome.dived;
            self.nodes += outcome.nodes;
            tree.nodes += outcome.nodes;
            tree.graft(outcome.place, outcome.tree);
        }
        self.state.nodes = self.nodes;
    }
}

/// Adds what a task learnt of branching.
fn learn(sums: &mut [Pseudocost], before: &[Pseudocost], after: &[Pseudocost]) {
    let add = |sum: &mut (f64, u32), before: (f64, u32), after: (f64, u32)| {
        sum.0 += after.0 - before.0;
        sum.1 += after.1 - before.1;
    };
    for ((sum, before), after) in sums.iter_mut().zip(before).zip(after) {
        add(&mut sum.down, before.down, after.down);
        add(&mut sum.up, before.up, after.up);
    }
}

/// Tasks, and how far they are.
struct Round<'a> {
    beginning: Beginning<'a>,
    /// Those that nobody has begun with.
    waiting: Mutex<Enumerate<IntoIter<Node>>>,
    /// Nodes of the tasks that are through.
    done: AtomicU64,
    stop: AtomicBool,
}

/// Where a thread panics, the others need not go on.
struct StopAtPanic<'a>(&'a AtomicBool);

impl Drop for StopAtPanic<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.store(true, Ordering::Relaxed);
        }
    }
}

impl Round<'_> {
    /// Works through the tasks with so many threads, until all are through or somebody says stop: what those gave that were
    /// begun with.
    fn run(&self, threads: usize, tick: &mut dyn FnMut(&State) -> bool) -> Vec<Outcome> {
        let state = self.beginning.state;
        let mut outcomes = Vec::new();
        let mut ask = |best: Option<f64>, nodes: u64| {
            let nodes = state.nodes + self.done.load(Ordering::Relaxed) + nodes;
            if tick(&State { best, nodes, ..state }) {
                self.stop.store(true, Ordering::Relaxed);
            }
            self.is_stopped()
        };
        std::thread::scope(|scope| {
            let _stop = StopAtPanic(&self.stop);
            let (sender, others) = channel();
            let help = |sender: Sender<Outcome>| {
                let _stop = StopAtPanic(&self.stop);
                self.work(&mut |_| self.is_stopped(), &mut |outcome| drop(sender.send(outcome)));
            };
            // Where no thread can be had, fewer do the same.
            let start = |_| {
                let sender = sender.clone();
                Builder::new().name("round".to_owned()).spawn_scoped(scope, move || help(sender)).ok()
            };
            let helpers: Vec<_> = (1..threads).map_while(start).collect();
            drop(sender);
            self.work(&mut |own| ask(own.best, own.nodes), &mut |outcome| outcomes.push(outcome));
            loop {
                match others.recv_timeout(OFTEN) {
                    Ok(outcome) => outcomes.push(outcome),
                    Err(RecvTimeoutError::Timeout) => drop(ask(state.best, 0)),
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            }
            for helper in helpers {
                if let Err(panic) = helper.join() {
                    resume_unwind(panic);
                }
            }
        });
        outcomes
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Works on one task after the other while there are any.
    fn work(&self, tick: &mut dyn FnMut(&State) -> bool, give: &mut dyn FnMut(Outcome)) {
        let mut relaxation = None;
        while !self.is_stopped() {
            let next = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((at, node)) = next else { break };
            let outcome = self.beginning.work((at, node), &mut relaxation, tick);
            self.done.fetch_add(outcome.nodes, Ordering::Relaxed);
            give(outcome);
        }
    }
}
