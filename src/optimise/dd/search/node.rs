//! The work on one node: narrowed by rows, bounded, narrowed by the bound, rounded, split.

use std::sync::Arc;

use super::trail::Trail;
use super::tree::{Born, Tree};
use super::{Purpose, Search, Went};
use crate::optimise::dd::branching::Pseudocost;
use crate::optimise::dd::fixing::settle;
use crate::optimise::dd::held::Counted;
use crate::optimise::dd::primal;
use crate::optimise::dd::propagation::{Broken, highest_level};
use crate::optimise::dd::record::{Entry, Sparse, sparse};
use crate::optimise::dd::relaxation::{Fractions, Relaxed, Until};
use crate::optimise::dd::schedule::{schedule, wanted};
use crate::optimise::instance::Steps;
use crate::optimise::instance::domains::{Domains, Open};
use crate::optimise::instance::plan::{Chosen, Selection, at_most, falls_short, levels};

/// This many steps to find whole starts and shares.
const STEPS: usize = 400;

/// Once in this many nodes a portfolio is put together from the relaxation.
const ROUNDING: u64 = 16;

/// A dive may begin once in this many nodes.
const OFTEN: u64 = 16;

/// With more open candidates than this the neighbourhoods are searched before the first split: they would wait for the
/// whole first plunge.
const MANY: usize = 80;

/// What happened to a node.
pub(super) enum Step {
    /// It is done with.
    Closed,
    /// Go on with a child.
    Down,
    /// Stop the search.
    Stop,
}

/// A node while it is worked on.
pub(super) struct Work {
    pub open: Domains,
    pub trail: Trail,
    pub place: usize,
    pub bound: f64,
    /// The lowest bound of a relaxation, and its multipliers.
    pub proven: Option<(f64, Arc<Counted<Sparse>>)>,
    pub born: Option<Born>,
    /// Whether its multipliers were asked for once more.
    pub asked_again: bool,
}

impl Search<'_> {
    /// Works on one node: settles, bounds, and branches.
    pub(super) fn step(&mut self, tree: &mut Tree, work: &mut Work) -> Step {
        tree.nodes += 1;
        self.nodes += 1;
        self.state.nodes = self.nodes;
        if !self.settle_known(work) {
            // Nothing in the tree says why: for the next search the place is open.
            return Step::Closed;
        }
        for round in 0..4 {
            if !self.by_rows(tree, work) {
                return Step::Closed;
            }
            let relaxed = self.relax(&work.open, self.until());
            work.bound = work.bound.min(relaxed.bound);
            self.learn(work, relaxed.bound);
            if tree.nodes == 1 && tree.record.is_some() && !relaxed.stopped {
                self.learnt.prices.clone_from(&relaxed.prices);
                self.learnt.basis = Arc::new(self.relaxation.master.basis());
                self.root_fractions = Some(self.relaxation.fractions(&self.problem.instance, &self.problem.layout));
            }
            if relaxed.stopped {
                return Step::Stop;
            }
            if relaxed.hopeless {
                tree.write(work.place, || Entry::Empty);
                return Step::Closed;
            }
            if relaxed.bound <= self.cutoff() {
                tree.write(work.place, || Entry::Leaf(sparse(&relaxed.prices)));
                return Step::Closed;
            }
            if tree.record.is_some() && work.proven.as_ref().is_none_or(|(bound, _)| relaxed.bound < *bound) {
                work.proven = Some((relaxed.bound, self.multipliers(&relaxed.prices)));
            }
            if !self.fix(tree, work, &relaxed) || round == 3 {
                break;
            }
        }
        if let Some(step) = self.leaf(tree, work) {
            return step;
        }
        let fractions = self.relaxation.fractions(&self.problem.instance, &self.problem.layout);
        if tree.record.is_some()
            && let Some(reuse) = self.reuse.take()
            && let Some(record) = reuse.record()
        {
            return self.reuse_tree(tree, work, reuse, record);
        }
        let is_root = tree.nodes == 1;
        let due = is_root || (tree.nodes.is_multiple_of(OFTEN) && self.dived * 6 < self.relaxation.passes);
        if tree.record.is_some() && due {
            if is_root {
                self.state.bound = work.bound;
            }
            let (saved, centre) = (self.relaxation.master.clone(), self.relaxation.centre.clone());
            let before = (self.relaxation.passes, self.highest);
            let (_, mut stopped) = self.dive(&work.open);
            self.dived += self.relaxation.passes - before.0;
            let is_free = |state: &&Open| state.is_free();
            if is_root && !stopped && work.open.items.iter().filter(is_free).count() > MANY {
                stopped = self.look_around(tree) == Went::Stopped;
            }
            self.relaxation.master.clone_from(&saved);
            self.relaxation.centre = centre;
            if stopped {
                return Step::Stop;
            }
            if self.highest > before.1 {
                // With a better portfolio more is settled: the node is worked on again.
                return Step::Down;
            }
        }
        if tree.nodes % ROUNDING == 1 || self.incumbent.is_none() {
            self.round(&work.open, &fractions);
            if let Some(step) = self.surpassed(tree, work) {
                return step;
            }
        }
        self.branch(tree, work, &fractions)
    }

    /// What becomes of a node whose bound was reached by a portfolio that was just found: it is closed, by the multipliers
    /// that proved the bound where they are known. A proof asks for them once more; they may be missed by a hair, so that the
    /// node is then worked on.
    pub(super) fn surpassed(&mut self, tree: &mut Tree, work: &mut Work) -> Option<Step> {
        let cutoff = self.cutoff();
        if work.bound > cutoff {
            return None;
        }
        if let Some((_, prices)) = work.proven.as_ref().filter(|(bound, _)| *bound <= cutoff) {
            tree.write(work.place, || Entry::Leaf(Sparse::clone(prices)));
            return Some(Step::Closed);
        }
        if self.purpose == Purpose::Answer || tree.record.is_none() {
            return Some(Step::Closed);
        }
        if std::mem::replace(&mut work.asked_again, true) { None } else { Some(Step::Down) }
    }

    /// Narrows by single rows; false when nothing is left.
    fn by_rows(&mut self, tree: &mut Tree, work: &mut Work) -> bool {
        self.narrow_by_rows(tree, &mut work.open, &mut work.trail, &mut work.place)
    }

    /// Narrows what is open by single rows and writes that down; false when nothing is left.
    pub(super) fn narrow_by_rows(
        &mut self,
        tree: &mut Tree,
        open: &mut Domains,
        trail: &mut Trail,
        place: &mut usize,
    ) -> bool {
        let settled = self.problem.propagation.run(&self.problem.instance, open);
        if !settled.by_row.is_empty() {
            trail.extend(settled.by_row.iter().map(|(_, decision)| *decision));
            let next = tree.place();
            tree.write(*place, || Entry::ByRow(settled.by_row, next));
            *place = next;
        }
        match settled.broken {
            None => return true,
            Some(Broken::Row(row)) => tree.write(*place, || Entry::Broken(row)),
            Some(Broken::Candidate) => tree.write(*place, || Entry::Empty),
        }
        false
    }

    /// Multipliers to keep, counted.
    pub(super) fn multipliers(&self, prices: &[f64]) -> Arc<Counted<Sparse>> {
        let sparse = sparse(prices);
        let bytes = size_of_val(sparse.as_slice());
        Arc::new(self.relaxation.meter.counted(sparse, bytes))
    }

    /// Until the bound is low enough. Without a portfolio nobody knows how low that is: near to the end then.
    fn until(&self) -> Until {
        let until = Until::below(self.cutoff());
        if self.highest.is_some() { until } else { Until { close: 0.0005, ..until } }
    }

    pub(super) fn relax(&mut self, open: &Domains, until: Until) -> Relaxed {
        let (state, tick) = (self.state, &mut *self.tick);
        let problem = (&self.problem.instance, &self.problem.layout);
        self.relaxation.run(problem, open, until, &mut || tick(&state))
    }

    /// Takes in what branching on a candidate cost.
    fn learn(&mut self, work: &mut Work, bound: f64) {
        if let Some(Born { question, up, parent, distance }) = work.born.take() {
            let lost = parent - bound.max(self.problem.instance.worst - 1.0);
            let cost = self.cost(&question);
            Pseudocost::learn(if up { &mut cost.up } else { &mut cost.down }, lost, distance);
        }
    }

    /// Settles what the multipliers settle; whether the relaxation has to be solved again.
    fn fix(&mut self, tree: &mut Tree, work: &mut Work, relaxed: &Relaxed) -> bool {
        let (instance, layout) = (&self.problem.instance, &self.problem.layout);
        let cutoff = self.cutoff();
        let pass = &mut self.relaxation.pass;
        pass.run(instance, layout, &work.open, &relaxed.prices);
        let decisions = settle((instance, layout), &work.open, pass, &relaxed.prices, cutoff);
        if decisions.is_empty() {
            return false;
        }
        for &decision in &decisions {
            work.open.apply(decision);
        }
        work.trail.extend(decisions.iter().copied());
        let next = tree.place();
        tree.write(work.place, || Entry::Fixed(sparse(&relaxed.prices), decisions, next));
        work.place = next;
        let penalty = self.relaxation.master.penalty();
        self.relaxation.master.punish(penalty, |column| column.is_open(instance, layout, &work.open));
        self.relaxation.master.unwanted() > 1e-6
    }

    /// Whether everything is settled: then the node is one portfolio, or none.
    fn leaf(&mut self, tree: &mut Tree, work: &Work) -> Option<Step> {
        let instance = &self.problem.instance;
        if let Some(selection) = Self::highest(work) {
            // What wears off counts where some start leaves it there: no one start is the best of all.
            let wears_off = instance.items.iter().zip(&selection).any(|(item, it)| item.wears_off && it.is_some());
            let most = || instance.services.iter().map(|it| highest_level(instance, &work.open, it)).collect();
            let levels = || if wears_off { most() } else { levels(instance, &selection) };
            if falls_short(instance, &selection, &levels) {
                tree.write(work.place, || Entry::Empty);
                return Some(Step::Closed);
            }
            // Where numbers are large a float's bound never comes down to this, and every share and start would be tried.
            // Nothing in the tree says why: for the next search the place is open.
            let is_enough =
                |highest: i128| at_most(instance, &selection, &levels) <= highest.saturating_add(self.problem.slack);
            // Nor does it where more power is worth less: who starts later may come into force too late.
            let rises = !instance.services.iter().any(Steps::is_lowered);
            if rises && self.purpose == Purpose::Answer && self.highest.is_some_and(is_enough) {
                return Some(Step::Closed);
            }
        }
        let mut selection = Vec::with_capacity(instance.items.len());
        for (item, state) in work.open.items.iter().enumerate() {
            if state.is_free() || state.starts.count_ones() > 1 {
                return None;
            }
            if state.starts == 0 {
                selection.push(None);
                continue;
            }
            if work.open.least(item) != work.open.most(item) {
                return None;
            }
            let start = u8::try_from(state.starts.trailing_zeros()).ok()?;
            selection.push(Some(Chosen { start, shares: work.open.least(item).to_vec() }));
        }
        self.offer(&selection);
        tree.write(work.place, || Entry::Settled);
        Some(Step::Closed)
    }

    /// The candidates that are chosen here, each in force as soon as it can be; `None` if one is not decided.
    fn highest(work: &Work) -> Option<Selection> {
        let choose = |state: &Open| {
            if state.is_free() {
                return None;
            }
            // The first start that is open is the first to be in force.
            let start = u8::try_from(state.starts.trailing_zeros()).ok().filter(|_| state.starts != 0);
            Some(start.map(|start| Chosen { start, shares: Vec::new() }))
        };
        work.open.items.iter().map(choose).collect()
    }

    /// Puts portfolios together from what the relaxation suggests.
    pub(super) fn round(&mut self, open: &Domains, fractions: &Fractions) {
        let problem = self.problem;
        if let Some(selection) = self.relaxation.portfolio(open) {
            self.offer(&selection);
        }
        let mut seen = usize::MAX;
        for least in [0.999, 0.7, 0.4, 0.1, 0.0] {
            let wishes = primal::wishes(&problem.instance, open, fractions, least);
            if wishes.len() == seen {
                continue;
            }
            seen = wishes.len();
            if let Some((selection, _)) = primal::arrange(&problem.instance, open, &wishes) {
                self.offer(&selection);
            }
        }
    }

    /// The relaxation chooses candidates wholly, but mixes their starts or shares: looks for whole ones.
    pub(super) fn schedule(&mut self, open: &Domains, fractions: &Fractions) {
        let instance = &self.problem.instance;
        let wanted = wanted(instance, open, fractions, 0.5);
        if !self.scheduled.insert(&wanted) {
            return;
        }
        let (state, tick) = (self.state, &mut *self.tick);
        let found = schedule(instance, &self.everything, &wanted, STEPS, &mut || tick(&state)).found();
        if let Some(selection) = found {
            self.offer(&selection);
        }
    }
}
