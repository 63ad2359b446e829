//! Branch and bound over the relaxation: the node with the highest bound first, from there straight down.

use std::collections::BinaryHeap;
use std::sync::Arc;

use super::branching::{Pseudocost, fractional, question, score};
use super::domains::{Decision, Domains};
use super::fixing::settle;
use super::instance::Instance;
use super::layout::Layout;
use super::master::Basic;
use super::plan::{Selection, Worth, judge};
use super::primal;
use super::propagation::{Broken, Propagation};
use super::record::{Entry, Record, Sparse, sparse};
use super::relaxation::{Fractions, Relaxation, Relaxed, Until};

/// A candidate is tried out until so many observations are known of both its sides.
const KNOWN: u32 = 4;
/// So many candidates are tried out at a node.
const TRIED: usize = 8;
/// So many passes for each child that is tried out.
const TRIAL: usize = 40;
/// So many tries to find whole starts and shares.
const TRIES: usize = 6;
/// Every so many nodes a portfolio is put together from the relaxation.
const ROUNDING: u64 = 16;

/// Going deep for a first portfolio, the search starts afresh from the highest bound after so many nodes.
const DEEP: u64 = 200;
/// A dive may begin at every so many nodes.
const OFTEN: u64 = 16;
/// A neighbourhood is searched with so many nodes.
const NEAR: u64 = 60;
/// So many nodes of the tree for each node of a neighbourhood.
const FAR: u64 = 8;

/// What does not change during a search.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    /// The case.
    pub instance: Instance,
    /// Its diagrams.
    pub layout: Layout,
    /// Its rows, by candidate.
    pub propagation: Propagation,
    /// A node whose bound is higher than the best by no more than this is given up.
    pub slack: f64,
}

/// A node that waits.
#[derive(Debug, Clone)]
struct Node {
    bound: f64,
    order: u64,
    decisions: Vec<Decision>,
    basis: Option<Arc<Vec<Basic>>>,
    place: usize,
    /// A bound that is already proven, and the multipliers that prove it.
    proven: Option<(f64, Arc<Sparse>)>,
    /// What it was made by, and what its parent's bound was: for the pseudocosts.
    born: Option<(usize, bool, f64, f64)>,
}

impl Node {
    fn new(bound: f64, decisions: Vec<Decision>, place: usize) -> Self {
        Self { bound, order: 0, decisions, basis: None, place, proven: None, born: None }
    }
}

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
    base: Domains,
    waiting: BinaryHeap<Node>,
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
        it.push(Node::new(f64::INFINITY, Vec::new(), place));
        it
    }

    /// The highest bound of what waits.
    pub fn bound(&self) -> f64 {
        let newest = self.newest.iter().map(|node| node.bound);
        self.waiting.peek().map(|node| node.bound).into_iter().chain(newest).fold(f64::NEG_INFINITY, f64::max)
    }

    /// The next node: the one with the highest bound, or the newest while the search goes deep.
    fn pop(&mut self, deep: bool) -> Option<Node> {
        if deep && let Some(node) = self.newest.pop() {
            return Some(node);
        }
        self.waiting.extend(self.newest.drain(..));
        self.waiting.pop()
    }

    fn place(&mut self) -> usize {
        self.record.as_mut().map_or(0, Record::add)
    }

    fn write(&mut self, at: usize, entry: impl FnOnce() -> Entry) {
        if let Some(record) = &mut self.record {
            record.set(at, entry());
        }
    }

    fn push(&mut self, mut node: Node) {
        self.made += 1;
        node.order = self.made;
        self.newest.push(node);
    }
}

/// How a search went on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Went {
    /// Everything was searched.
    Through,
    /// It was told to stop, or used up its nodes.
    Stopped,
}

/// A search with its memory.
pub(crate) struct Search<'a> {
    /// The problem.
    pub problem: &'a Problem,
    /// The relaxation.
    pub relaxation: Relaxation,
    /// What is known of each candidate.
    pub costs: Vec<Pseudocost>,
    /// The best portfolio so far.
    pub best: Option<(Selection, Worth)>,
    /// The multipliers of the root.
    pub root_prices: Vec<f64>,
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
    /// Told now and then; true stops. It is given the best value and the bound.
    pub tick: &'a mut dyn FnMut(&State) -> bool,
    /// What `tick` is told.
    pub state: State,
}

/// How far a search is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct State {
    /// What the best portfolio is worth.
    pub best: Option<f64>,
    /// What no portfolio can be worth more than.
    pub bound: f64,
    /// Nodes so far.
    pub nodes: u64,
}

/// What happened to a node.
enum Step {
    /// It is done with.
    Closed,
    /// Go on with a child.
    Down,
    /// Stop the search.
    Stop,
}

/// A node while it is worked on.
struct Work {
    open: Domains,
    decisions: Vec<Decision>,
    place: usize,
    bound: f64,
    /// The bound of the last relaxation, and its multipliers.
    proven: Option<(f64, Arc<Sparse>)>,
    born: Option<(usize, bool, f64, f64)>,
}

impl<'a> Search<'a> {
    /// A search of a problem from scratch; none when a service cannot hold its floor whatever is chosen.
    pub fn new(problem: &'a Problem, open: &Domains, tick: &'a mut dyn FnMut(&State) -> bool) -> Option<Self> {
        let relaxation = Relaxation::new(&problem.instance, &problem.layout, open)?;
        Some(Self {
            problem,
            relaxation,
            costs: vec![Pseudocost::default(); problem.instance.items.len()],
            best: None,
            root_prices: vec![0.0; problem.instance.rows.len()],
            root_fractions: None,
            nodes: 0,
            given_up: f64::NEG_INFINITY,
            near: (0, 0),
            dived: 0,
            tick,
            state: State { best: None, bound: f64::INFINITY, nodes: 0 },
        })
    }

    /// A node with a bound no higher than this is given up.
    pub fn cutoff(&self) -> f64 {
        match &self.best {
            Some((_, worth)) => worth.value + self.problem.slack,
            None => self.problem.instance.worst - 1.0,
        }
    }

    /// Takes a portfolio in, if it keeps every rule and is better.
    pub fn offer(&mut self, selection: &Selection) -> bool {
        let Some(worth) = judge(&self.problem.instance, selection) else { return false };
        let better = self.best.as_ref().is_none_or(|(_, best)| {
            worth.value > best.value + 1e-9 || (worth.value >= best.value - 1e-9 && worth.bill < best.bill)
        });
        if better {
            self.best = Some((selection.clone(), worth));
            self.state.best = Some(worth.value);
        }
        better
    }

    /// Searches a tree, for at most so many nodes.
    pub fn run(&mut self, tree: &mut Tree, most: u64) -> Went {
        while let Some(node) = tree.pop(self.best.is_none() && !tree.nodes.is_multiple_of(DEEP)) {
            if node.bound <= self.cutoff() && tree.record.is_none() {
                continue;
            }
            if let Some((_, prices)) = node.proven.as_ref().filter(|(bound, _)| *bound <= self.cutoff()) {
                tree.write(node.place, || Entry::Leaf(prices.as_ref().clone()));
                continue;
            }
            if tree.record.is_some() {
                self.state.bound = node.bound.max(tree.bound());
            }
            if tree.nodes >= most {
                tree.waiting.push(node);
                return Went::Stopped;
            }
            if tree.record.is_some() {
                self.look_around(tree);
            }
            let mut open = tree.base.clone();
            for &decision in &node.decisions {
                open.apply(decision);
            }
            if let Some(basis) = &node.basis {
                self.relaxation.master.restore(basis.as_ref().clone());
            }
            let mut work = Work {
                open,
                decisions: node.decisions,
                place: node.place,
                bound: node.bound,
                proven: None,
                born: node.born,
            };
            loop {
                match self.step(tree, &mut work) {
                    Step::Closed => break,
                    Step::Down => {}
                    Step::Stop => {
                        let Work { decisions, place, bound, .. } = work;
                        tree.push(Node::new(bound, decisions, place));
                        return Went::Stopped;
                    }
                }
            }
        }
        Went::Through
    }

    /// Searches the neighbourhood of the best portfolio, when it is time to.
    fn look_around(&mut self, tree: &Tree) {
        while self.best.is_some()
            && self.root_fractions.is_some()
            && (self.near.1 < 3 || self.near.0 * FAR < tree.nodes)
            && self.state.bound > self.cutoff()
        {
            let Some(base) = self.neighbourhood(&tree.base) else { return };
            self.near.1 += 1;
            let mut near = Tree::new(base, None);
            let before = self.best.as_ref().map(|it| it.1.value);
            self.run(&mut near, NEAR);
            self.near.0 += near.nodes.max(1);
            let after = self.best.as_ref().map(|it| it.1.value);
            if before != after {
                // Where one was found there may be more.
                self.near.0 = self.near.0.saturating_sub(near.nodes);
            }
        }
    }

    /// The whole problem with all but some candidates as in the best portfolio: those about which the root is the least
    /// sure, or those of some services.
    fn neighbourhood(&self, base: &Domains) -> Option<Domains> {
        let instance = &self.problem.instance;
        let (selection, _) = self.best.as_ref()?;
        let fractions = self.root_fractions.as_ref()?;
        let count = instance.items.len();
        let mut free = vec![false; count];
        let turn = self.near.1;
        let mut random = u64::from(turn).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = |below: usize| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(random >> 33).unwrap_or(0) % below.max(1)
        };
        if turn < 3 || turn.is_multiple_of(3) {
            // The core: where the root and the portfolio differ first, then what the root is unsure of.
            let part = [30, 45, 60][turn as usize % 3];
            let far = |item: usize| {
                let chosen = if selection[item].is_some() { 1.0 } else { 0.0 };
                -(chosen - fractions.chosen[item]).abs()
            };
            let mut order: Vec<usize> = (0..count).collect();
            let shuffled: Vec<usize> = order.iter().map(|_| next(1 << 30)).collect();
            order.sort_by(|&a, &b| far(a).total_cmp(&far(b)).then(shuffled[a].cmp(&shuffled[b])));
            order.iter().take(count * part / 100).for_each(|&item| free[item] = true);
        } else {
            let wanted = count * [25, 40, 55][next(3)] / 100;
            let diagrams = self.problem.layout.diagrams.len();
            let mut rounds = 0;
            while free.iter().filter(|&&it| it).count() < wanted && rounds < 1000 {
                rounds += 1;
                for layer in &self.problem.layout.diagrams[next(diagrams)].layers {
                    if let super::diagram::Layer::Home(item) | super::diagram::Layer::Copy(item, _) = layer {
                        free[*item] = true;
                    }
                }
            }
        }
        let mut base = base.clone();
        for item in (0..count).filter(|&item| !free[item]) {
            let index = u32::try_from(item).ok()?;
            let fixed = base.apply(if selection[item].is_some() { Decision::In(index) } else { Decision::Out(index) });
            if !fixed {
                return None;
            }
        }
        Some(base)
    }

    /// Works on one node: settles, bounds, and branches.
    fn step(&mut self, tree: &mut Tree, work: &mut Work) -> Step {
        tree.nodes += 1;
        self.nodes += 1;
        self.state.nodes = self.nodes;
        for round in 0..4 {
            if !self.by_rows(tree, work) {
                return Step::Closed;
            }
            let relaxed = self.relax(&work.open, self.until());
            work.bound = work.bound.min(relaxed.bound);
            self.learn(work, relaxed.bound);
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
            if work.decisions.is_empty() && tree.record.is_some() {
                self.root_prices.clone_from(&relaxed.prices);
                self.root_fractions = Some(self.relaxation.fractions(&self.problem.instance, &self.problem.layout));
            }
            if tree.record.is_some() {
                work.proven = Some((relaxed.bound, Arc::new(sparse(&relaxed.prices))));
            }
            if !self.fix(tree, work, &relaxed) || round == 3 {
                break;
            }
        }
        if let Some(step) = self.leaf(tree, work) {
            return step;
        }
        let fractions = self.relaxation.fractions(&self.problem.instance, &self.problem.layout);
        let due = tree.nodes == 1 || (tree.nodes.is_multiple_of(OFTEN) && self.dived * 6 < self.relaxation.passes);
        if tree.record.is_some() && due {
            let saved = self.relaxation.master.clone();
            let before = self.relaxation.passes;
            let (found, stopped) = self.dive(&work.open);
            self.dived += self.relaxation.passes - before;
            self.relaxation.master.clone_from(&saved);
            if stopped {
                return Step::Stop;
            }
            if found {
                // With a portfolio more is settled: the node is worked on again.
                return Step::Down;
            }
        }
        if tree.nodes % ROUNDING == 1 || self.best.is_none() {
            self.round(&work.open, &fractions);
            if work.bound <= self.cutoff() {
                // The portfolio that was just found closes the node; its bound is proven again, with its multipliers.
                return Step::Down;
            }
        }
        self.branch(tree, work, &fractions)
    }

    /// Narrows by single rows; false when nothing is left.
    fn by_rows(&mut self, tree: &mut Tree, work: &mut Work) -> bool {
        let settled = self.problem.propagation.run(&self.problem.instance, &mut work.open);
        if !settled.by_row.is_empty() {
            work.decisions.extend(settled.by_row.iter().map(|(_, decision)| *decision));
            let next = tree.place();
            tree.write(work.place, || Entry::ByRow(settled.by_row, next));
            work.place = next;
        }
        match settled.broken {
            None => return true,
            Some(Broken::Row(row)) => tree.write(work.place, || Entry::Broken(row)),
            Some(Broken::Candidate) => tree.write(work.place, || Entry::Empty),
        }
        false
    }

    /// Until the bound is low enough. Without a portfolio nobody knows how low that is: near to the end then.
    fn until(&self) -> Until {
        let until = Until::below(self.cutoff());
        if self.best.is_some() { until } else { Until { close: 0.0005, ..until } }
    }

    pub(super) fn relax(&mut self, open: &Domains, until: Until) -> Relaxed {
        let (state, tick) = (self.state, &mut *self.tick);
        let problem = (&self.problem.instance, &self.problem.layout);
        self.relaxation.run(problem, open, until, &mut || tick(&state))
    }

    /// Takes in what branching on a candidate cost.
    fn learn(&mut self, work: &mut Work, bound: f64) {
        if let Some((item, up, parent, distance)) = work.born.take() {
            let cost = &mut self.costs[item];
            let side = if up { &mut cost.up } else { &mut cost.down };
            Pseudocost::learn(side, parent - bound.max(self.problem.instance.worst - 1.0), distance);
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
        work.decisions.extend(&decisions);
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
            selection.push(Some(super::plan::Chosen { start, shares: work.open.least(item).to_vec() }));
        }
        self.offer(&selection);
        tree.write(work.place, || Entry::Settled);
        Some(Step::Closed)
    }

    /// Puts portfolios together from what the relaxation suggests.
    pub(super) fn round(&mut self, open: &Domains, fractions: &Fractions) {
        let problem = self.problem;
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
        let wishes = primal::wishes(instance, open, fractions, 0.5);
        if let Some((selection, _)) = primal::schedule(instance, open, &wishes, TRIES) {
            self.offer(&selection);
        }
    }

    /// Splits a node and goes on with one child.
    fn branch(&mut self, tree: &mut Tree, work: &mut Work, fractions: &Fractions) -> Step {
        let candidates = fractional(&work.open, fractions, &self.costs);
        if candidates.is_empty() {
            self.round(&work.open, fractions);
            if work.bound > self.cutoff() {
                self.schedule(&work.open, fractions);
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
            if self.costs[item].known() >= KNOWN {
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
            let (cost, distance) = (&mut self.costs[item], [value, 1.0 - value][side]);
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
