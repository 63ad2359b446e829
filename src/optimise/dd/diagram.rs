//! Reduced decision diagrams: every way to move the services of a cluster, folded to what matters for their levels.
//!
//! For one service the reward is a step function of a sum of gains. Two partial sums are one node when every completion
//! ends on the same level; the interval of sums for which that holds is found from the bottom up, so that only nodes
//! which are reached are ever made. A cluster of several services that share candidates is the product of their
//! diagrams, taken layer by layer: a candidate moves all of them in one layer and needs no copy.
//!
//! Where the mean over the years counts, a service in one year is a service of its own here, with the steps that its control has
//! left in that year, and all its years are a cluster. A layer then asks by when the candidate is in force: an arc for "never" and
//! one for each year in which that can come to be (a multi-valued diagram). Where only the last year counts, that is an arc for "out
//! of force" and one for "in force".
//!
//! Sources: Behle, *Binary Decision Diagrams and Integer Programming*, 2007 (threshold diagrams by intervals); Hosaka et
//! al., *On the size of ordered binary decision diagrams representing threshold functions*, 1997; Bergman, Cire, van
//! Hoeve, Hooker, *Decision Diagrams for Optimization*, 2016.

use crate::model::order::InOrder as _;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::measure::purchases::Bought;
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::{By, Effect, Instance, Steps};
use crate::optimise::work;

/// What no path can be worth: there is none.
pub(crate) const NONE: f64 = f64::NEG_INFINITY;

/// Asks whether to stop, and remembers the answer.
pub(super) struct Pulse<'a> {
    /// True says to stop.
    pub tick: &'a mut dyn FnMut() -> bool,
    /// Whether it said so.
    pub stopped: bool,
}

impl Pulse<'_> {
    /// Asks.
    pub fn is_stopped(&mut self) -> bool {
        self.stopped = self.stopped || (self.tick)();
        self.stopped
    }
}

/// This many nodes are folded between two questions whether to stop.
const OFTEN: usize = 2048;

/// A diagram: nodes by layer, the root first, the terminals last. Children come after their parents.
#[derive(Debug, Clone)]
pub(crate) struct Diagram {
    /// Who decides in each layer.
    pub layers: Vec<Layer>,
    /// Its nodes and arcs.
    pub graph: Graph,
    /// The services of the cluster, each in a year that counts.
    pub services: Vec<usize>,
    /// The levels of each terminal, one for each service.
    pub terminals: Vec<Vec<usize>>,
    /// The domains that lie wholly in the cluster.
    pub ends: Vec<End>,
}

/// A domain that lies wholly in a cluster: each terminal knows whether the domain is at its target.
#[derive(Debug, Clone)]
pub(crate) struct End {
    /// The switch that says so.
    pub switch: usize,
    /// The row that counts domains at their target.
    pub row: u32,
    /// By terminal.
    pub reached: Vec<bool>,
}

/// The nodes and arcs of a diagram. A node has an arc for each class of its layer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Graph {
    /// Where the nodes of each layer begin, and then the terminals.
    nodes: Vec<usize>,
    /// Where the arcs of each layer begin.
    arcs: Vec<usize>,
    /// Where the classes of each layer begin among those of all layers, and where they end.
    classes: Vec<usize>,
    /// By arc: the node that follows.
    next: Vec<u32>,
    terminals: usize,
}

impl Graph {
    /// How many nodes it has, terminals included.
    pub fn size(&self) -> usize {
        self.first_terminal() + self.terminals
    }

    /// The place of the first terminal.
    pub fn first_terminal(&self) -> usize {
        self.nodes.last().copied().unwrap_or(0)
    }

    /// The classes of a layer among those of all layers.
    pub fn classes(&self, layer: usize) -> Range<usize> {
        self.classes[layer]..self.classes[layer + 1]
    }

    /// How many classes all layers have together.
    pub fn width(&self) -> usize {
        self.classes.last().copied().unwrap_or(0)
    }

    /// Where the nodes of a layer begin, and the arcs of all of them, those of a node together.
    pub fn layer(&self, layer: usize) -> (usize, &[u32]) {
        let end = self.arcs.get(layer + 1).copied().unwrap_or(self.next.len());
        (self.nodes[layer], &self.next[self.arcs[layer]..end])
    }

    /// What follows a node of a layer, class by class.
    pub fn children(&self, layer: usize, node: usize) -> &[u32] {
        let (begin, next) = self.layer(layer);
        let width = self.classes(layer).len();
        &next[(node - begin) * width..(node - begin + 1) * width]
    }

    /// Begins a layer with this many classes, in which there are this many nodes.
    fn begin(&mut self, classes: usize, nodes: usize) {
        if self.nodes.is_empty() {
            (self.nodes, self.classes) = (vec![0], vec![0]);
        }
        self.arcs.push(self.next.len());
        self.classes.push(self.width() + classes);
        self.nodes.push(self.first_terminal() + nodes);
    }
}

/// Who decides in a layer, and between what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Layer {
    /// Who decides.
    pub who: Who,
    /// Its classes.
    pub turns: Turns,
    /// The rows that each signal adds to.
    pub pays: Vec<Vec<u32>>,
    /// The candidates that all have to be in force, and by class their starts.
    pub brought_by: Vec<(usize, Vec<u64>)>,
}

/// That something is there at the end of a year that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Signal {
    /// After so many years it has worn off; `None` if it never does.
    pub lasts: Option<u32>,
    /// The year, of those that count.
    pub year: usize,
    /// Of what wears off: the starts with which it is there, one bit for each.
    pub on: u64,
}

/// What may be there, and what together: the classes of a layer.
///
/// What never wears off comes first, the latest year first. Where nothing does, class 0 is not to be in force by the end of any of
/// these years, class `c` to be so from the year at `c - 1` on, and not by that at `c`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Turns {
    /// All that may be there.
    pub signals: Vec<Signal>,
    /// By class: the positions of those that are there, class 0 with none. Empty where nothing wears off.
    pub patterns: Vec<Vec<usize>>,
}

impl Turns {
    /// Those of what never wears off.
    pub fn lasting(years: impl IntoIterator<Item = usize>) -> Self {
        let signals = years.into_iter().map(|year| Signal { lasts: None, year, on: 0 });
        Self { signals: signals.collect(), patterns: Vec::new() }
    }

    /// How many classes there are.
    pub fn width(&self) -> usize {
        if self.patterns.is_empty() { self.signals.len() + 1 } else { self.patterns.len() }
    }

    /// The positions of the signals that are there in a class.
    pub fn there(&self, class: usize) -> impl Iterator<Item = usize> + '_ {
        let nested = if self.patterns.is_empty() { 0..class.min(self.signals.len()) } else { 0..0 };
        nested.chain(self.patterns.get(class).into_iter().flatten().copied())
    }

    /// The signals that a start gives.
    fn of_start(&self, from: usize, at: usize) -> Vec<usize> {
        let is_there = |signal: &Signal| match signal.lasts {
            None => from <= signal.year,
            Some(_) => signal.on & (1 << at) != 0,
        };
        (0..self.signals.len()).filter(|&it| is_there(&self.signals[it])).collect()
    }

    /// The class of a start.
    pub fn class(&self, from: usize, at: usize) -> usize {
        let there = self.of_start(from, at);
        if self.patterns.is_empty() {
            return there.len();
        }
        self.patterns.iter().position(|pattern| *pattern == there).unwrap_or(0)
    }

    /// Whether what lasts so long is there at the end of a year in a class.
    fn is_there(&self, class: usize, lasts: Option<u32>, year: usize) -> bool {
        self.there(class).map(|at| &self.signals[at]).any(|it| match lasts {
            // Of years with the same starts only the first is among the signals.
            None => it.lasts.is_none() && it.year <= year,
            Some(_) => it.lasts == lasts && it.year == year,
        })
    }
}

/// Who decides in a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// A candidate at home: this layer carries its plans.
    Home(usize),
    /// The copy of a candidate whose home is another diagram, tied by a row for each class.
    Copy(usize),
    /// A synergy (a relation of the case), tied to its members by a row each for each class.
    Synergy(usize),
}

impl Layer {
    /// The classes that are open, one bit for each.
    pub fn open(&self, open: &Domains) -> u64 {
        let (mut some, mut highest) = (0, u64::MAX);
        for (item, starts) in &self.brought_by {
            let state = open.items[*item];
            let mut own = u64::from(state.out);
            for (class, starts) in starts.iter().enumerate() {
                own |= u64::from(state.starts & starts != 0) << class;
            }
            some |= own;
            // Together they are in force no earlier than each of them.
            highest &= if own == 0 { 0 } else { u64::MAX >> own.leading_zeros() };
        }
        some & highest
    }

    /// The rows that a class adds to.
    pub fn rows(&self, class: usize) -> impl Iterator<Item = u32> + '_ {
        self.turns.there(class).flat_map(|signal| self.pays[signal].iter().copied())
    }

    /// The class of a start of a candidate that brings it alone.
    pub fn class_of(&self, start: u8) -> usize {
        let Some((_, starts)) = self.brought_by.first() else { return 0 };
        starts.iter().position(|starts| starts & (1 << start) != 0).unwrap_or(0)
    }
}

/// Who moves the services in a layer, before homes and ties are given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mover {
    /// A candidate.
    Candidate(usize),
    /// A synergy: a relation of the case.
    Synergy(usize),
}

impl Mover {
    /// The candidates that all have to be in force.
    pub fn members(self, instance: &Instance) -> Vec<usize> {
        let members = |effect: &Effect| match &effect.by {
            By::Synergy(relation, members) if Self::Synergy(*relation) == self => Some(members.clone()),
            _ => None,
        };
        match self {
            Self::Candidate(item) => vec![item],
            Self::Synergy(_) => instance.effects.iter().find_map(members).unwrap_or_default(),
        }
    }

    /// What may be there of it in a diagram of these services.
    pub fn turns(self, instance: &Instance, services: &[usize]) -> Turns {
        let effects = services.iter().flat_map(|&at| &instance.services[at].effects);
        let effects: Vec<&Effect> =
            effects.filter(|&&at| mover(instance, at) == self).map(|&at| &instance.effects[at]).collect();
        let mut passing: Vec<Signal> = effects
            .iter()
            .filter(|it| it.lasts.is_some())
            .map(|it| Signal { lasts: it.lasts, year: instance.services[it.service].year, on: it.on })
            .collect();
        if passing.is_empty() {
            return Turns::lasting(self.years(instance, services));
        }
        passing.order();
        passing.dedup();
        let never = effects.iter().any(|it| it.lasts.is_none());
        let mut turns = Turns::lasting(if never { self.years(instance, services) } else { Vec::new() });
        turns.signals.extend(passing);
        let mut patterns = vec![Vec::new()];
        for item in self.members(instance) {
            // The latest first, as where nothing wears off.
            for (at, start) in instance.items[item].starts.iter().enumerate().rev() {
                let there = turns.of_start(start.from, at);
                if !patterns.contains(&there) {
                    patterns.push(there);
                }
            }
        }
        Turns { patterns, ..turns }
    }

    /// The years by whose end it may come to be in force, of those that count, the latest first. Of years with the same starts
    /// the earliest.
    fn years(self, instance: &Instance, services: &[usize]) -> Vec<usize> {
        let members = self.members(instance);
        let mut all: Vec<usize> = services.iter().map(|&at| instance.services[at].year).collect();
        all.sort_unstable_by(|a, b| b.cmp(a));
        all.dedup();
        let mut years: Vec<usize> = Vec::new();
        let starts = |item: usize, year: usize| instance.items[item].by_year[year];
        for year in all.into_iter().take_while(|&year| members.iter().all(|&item| starts(item, year) != 0)) {
            match years.last_mut() {
                Some(last) if members.iter().all(|&item| starts(item, *last) == starts(item, year)) => *last = year,
                _ => years.push(year),
            }
        }
        years
    }
}

/// "In force" of a candidate that moves nothing: that it is chosen.
const CHOSEN: usize = usize::MAX;

/// A diagram before homes and ties are given out.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// Who moves the services in each layer, and what may be there of it.
    pub movers: Vec<(Mover, Turns)>,
    graph: Graph,
    services: Vec<usize>,
    terminals: Vec<Vec<usize>>,
}

impl Shape {
    /// The diagram of these services; none when it would have more than `most` nodes, or when told to stop.
    pub fn of(instance: &Instance, services: &[usize], most: usize, pulse: &mut Pulse) -> Option<Self> {
        let movers = movers(instance, services);
        let parts: Vec<Threshold> =
            services.iter().map(|&at| Threshold::of(instance, at, &movers, most, pulse)).collect::<Option<_>>()?;
        let movers = movers.into_iter().map(|mover| (mover, mover.turns(instance, services))).collect();
        product(&parts, services, movers, most, pulse)
    }

    /// A chain without reward: candidates that move no service.
    pub fn chain(items: &[usize]) -> Self {
        let mut graph = Graph { terminals: 1, ..Graph::default() };
        for at in 0..items.len() {
            graph.begin(2, 1);
            graph.next.extend([u32::try_from(at + 1).unwrap_or(u32::MAX); 2]);
        }
        Self {
            movers: items.iter().map(|&item| (Mover::Candidate(item), Turns::lasting([CHOSEN]))).collect(),
            graph,
            services: Vec::new(),
            terminals: vec![Vec::new()],
        }
    }

    /// The services of the cluster.
    pub fn services(&self) -> &[usize] {
        &self.services
    }

    /// How many nodes it has.
    pub fn size(&self) -> usize {
        self.graph.size()
    }

    /// The diagram, once it is settled who decides in each layer.
    pub fn with_layers(self, layers: Vec<Layer>) -> Diagram {
        Diagram { layers, graph: self.graph, services: self.services, terminals: self.terminals, ends: Vec::new() }
    }
}

/// Who moves these services: service by service, in each the largest gain first, so that partial sums meet early.
fn movers(instance: &Instance, services: &[usize]) -> Vec<Mover> {
    let mut movers = Vec::new();
    for &service in services {
        let mut effects = instance.services[service].effects.clone();
        effects.order_by_key(|&at| (std::cmp::Reverse(instance.effects[at].gain), at));
        for at in effects {
            let mover = mover(instance, at);
            if !movers.contains(&mover) {
                movers.push(mover);
            }
        }
    }
    movers
}

fn mover(instance: &Instance, effect: usize) -> Mover {
    match instance.effects[effect].by {
        By::Candidate(item) => Mover::Candidate(item),
        By::Synergy(relation, _) => Mover::Synergy(relation),
    }
}

/// The diagram of one service, over the layers of its cluster that move it.
struct Threshold {
    /// The year that counts.
    year: usize,
    /// By layer of the cluster: the layer of this diagram, if it moves the service, and how long that lasts.
    place: Vec<Option<(usize, Option<u32>)>>,
    /// By layer of this diagram and node: the two children. After the last layer a node is a level.
    children: Vec<Vec<(u32, u32)>>,
    root: u32,
}

/// By what is bought by name, a granted level and the lowest sum: the end of the interval and the node.
type Intervals = BTreeMap<(Bought, usize, i128), (i128, u32)>;

/// Makes a [`Threshold`] from the bottom up.
struct Folding<'a> {
    steps: &'a Steps,
    /// By layer: the gain, the level that it lifts to, and its bit among the purchases by name.
    effects: Vec<(i128, usize, Bought)>,
    /// By layer: for what is bought by name, a granted level and the lowest sum, the end of the interval and the node.
    known: Vec<Intervals>,
    /// By layer: the node with these two children.
    unique: Vec<HashMap<(u32, u32), u32>>,
    children: Vec<Vec<(u32, u32)>>,
    left: usize,
}

const FAR: i128 = i128::MAX / 4;

impl Threshold {
    fn of(instance: &Instance, service: usize, movers: &[Mover], most: usize, pulse: &mut Pulse) -> Option<Self> {
        let steps = &instance.services[service];
        let mut place = Vec::new();
        let mut effects = Vec::new();
        for &wanted in movers {
            let found = steps.effects.iter().filter(|&&at| mover(instance, at) == wanted);
            let found: Vec<_> = found.map(|&at| &instance.effects[at]).collect();
            if found.is_empty() {
                place.push(None);
                continue;
            }
            place.push(Some((effects.len(), found[0].lasts)));
            let gain = found.iter().map(|effect| effect.gain).sum();
            let lift = found.iter().filter_map(|effect| effect.lifts).max().unwrap_or(0);
            effects.push((gain, lift, found.iter().fold(0, |bought, effect| bought | effect.bought)));
        }
        let layers = effects.len();
        let mut folding = Folding {
            steps,
            effects,
            known: vec![BTreeMap::new(); layers],
            unique: vec![HashMap::new(); layers],
            children: vec![Vec::new(); layers],
            left: most.saturating_mul(8),
        };
        let (_, _, root) = folding.node(0, (0, 0, 0), pulse)?;
        Some(Self { year: steps.year, place, children: folding.children, root })
    }
}

impl Folding<'_> {
    /// The interval of sums (from, up to but without) that are one node with `sum` in this layer, and that node.
    ///
    /// Purchases by name change the steps, so that only sums with the same purchases are held against each other. What was reached is
    /// not lost with one more: power never falls with it. A price does, so that what is granted stays.
    fn node(
        &mut self,
        layer: usize,
        (sum, granted, bought): (i128, usize, Bought),
        pulse: &mut Pulse,
    ) -> Option<(i128, i128, u32)> {
        let is_reached = !self.steps.is_price && self.steps.level_of(sum, bought) >= granted;
        let granted = if is_reached { 0 } else { granted };
        if layer == self.effects.len() {
            return Some(self.terminal(sum, granted, bought));
        }
        if let Some((&(with, level, from), &(to, node))) =
            self.known[layer].range(..=(bought, granted, sum)).next_back()
            && (with, level) == (bought, granted)
            && sum < to
        {
            return Some((from, to, node));
        }
        self.left = self.left.checked_sub(1)?;
        work::done(200);
        if self.left.is_multiple_of(OFTEN) && pulse.is_stopped() {
            return None;
        }
        let (gain, lift, bit) = self.effects[layer];
        let low = self.node(layer + 1, (sum, granted, bought), pulse)?;
        let high = self.node(layer + 1, (sum + gain, granted.max(lift), bought | bit), pulse)?;
        let from = low.0.max(high.0 - gain);
        let to = low.1.min(high.1 - gain);
        let fresh = u32::try_from(self.children[layer].len()).ok()?;
        let node = *self.unique[layer].entry((low.2, high.2)).or_insert(fresh);
        if node == fresh {
            self.children[layer].push((low.2, high.2));
        }
        self.known[layer].insert((bought, granted, from), (to, node));
        Some((from, to, node))
    }

    fn terminal(&self, sum: i128, granted: usize, bought: Bought) -> (i128, i128, u32) {
        let needs = self.steps.needs_of(bought);
        let level = self.steps.level_of(sum, bought).max(granted);
        let number = u32::try_from(level).unwrap_or(u32::MAX);
        if self.steps.is_price {
            // One stretch of many, or all of them where nobody can buy.
            let next = needs.iter().position(|(need, _)| *need > sum).unwrap_or(needs.len());
            let from = if next <= 1 { -FAR } else { needs[next - 1].0 };
            let to = needs.get(next).map_or(FAR, |&(need, _)| need);
            return if granted > 0 { (-FAR, FAR, number) } else { (from, to, number) };
        }
        let to = needs.iter().skip(1).find(|(_, it)| *it > level).map_or(FAR, |&(need, _)| need);
        let below = |&&(_, it): &&(i128, usize)| it.max(granted) == level;
        let from = if granted == level {
            -FAR
        } else {
            needs.iter().find(below).map_or(-FAR, |&(need, _)| if need == 0 { -FAR } else { need })
        };
        (from, to, number)
    }
}

/// Walks the diagrams of several services side by side.
fn product(
    parts: &[Threshold],
    services: &[usize],
    movers: Vec<(Mover, Turns)>,
    most: usize,
    pulse: &mut Pulse,
) -> Option<Shape> {
    let mut graph = Graph { nodes: vec![0], classes: vec![0], ..Graph::default() };
    let mut layer: Vec<Vec<u32>> = vec![parts.iter().map(|part| part.root).collect()];
    let mut made = 1_usize;
    for (at, (_, turns)) in movers.iter().enumerate() {
        let width = turns.width();
        // By class and part: whether what moves it is there.
        let on: Vec<bool> = (0..width)
            .flat_map(|class| parts.iter().map(move |part| (class, part)))
            .map(|(class, part)| part.place[at].is_some_and(|(_, lasts)| turns.is_there(class, lasts, part.year)))
            .collect();
        let mut index: HashMap<Vec<u32>, usize> = HashMap::new();
        let mut next: Vec<Vec<u32>> = Vec::new();
        graph.begin(width, layer.len());
        let begin = graph.first_terminal();
        for state in &layer {
            for class in 0..width {
                let on = &on[class * parts.len()..];
                let follow = |((part, &node), &on): ((&Threshold, &u32), &bool)| match part.place[at] {
                    None => node,
                    Some((place, _)) => {
                        let (low, high) = part.children[place][node as usize];
                        if on { high } else { low }
                    }
                };
                let state: Vec<u32> = parts.iter().zip(state).zip(on).map(follow).collect();
                let place = *index.entry(state.clone()).or_insert_with(|| {
                    next.push(state);
                    next.len() - 1
                });
                graph.next.push(u32::try_from(begin + place).ok()?);
            }
            if graph.next.len().is_multiple_of(OFTEN) && pulse.is_stopped() {
                return None;
            }
        }
        made += next.len();
        work::done(next.len() * 200 * width);
        if made > most || pulse.is_stopped() {
            return None;
        }
        layer = next;
    }
    graph.terminals = layer.len();
    let terminals = layer.iter().map(|state| state.iter().map(|&level| level as usize).collect()).collect();
    Some(Shape { movers, graph, services: services.to_vec(), terminals })
}
