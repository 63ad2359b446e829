//! Reduced decision diagrams: every way to move the services of a cluster, folded to what matters for their levels.
//!
//! For one service the reward is a step function of a sum of gains. Two partial sums are one node when every completion
//! ends on the same level; the interval of sums for which that holds is found from the bottom up, so that only nodes
//! which are reached are ever made. A cluster of several services that share candidates is the product of their
//! diagrams, taken layer by layer: a candidate moves all of them in one layer and needs no copy.
//!
//! Sources: Behle, *Binary Decision Diagrams and Integer Programming*, 2007 (threshold diagrams by intervals); Hosaka et
//! al., *On the size of ordered binary decision diagrams representing threshold functions*, 1997; Bergman, Cire, van
//! Hoeve, Hooker, *Decision Diagrams for Optimization*, 2016.

use std::collections::{BTreeMap, HashMap};

use crate::optimise::instance::{By, Instance};
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

/// So many nodes are folded between two questions whether to stop.
const OFTEN: usize = 2048;

/// A diagram: nodes by layer, the root first, the terminals last. Children come after their parents.
#[derive(Debug, Clone)]
pub(crate) struct Diagram {
    /// Who decides in each layer.
    pub layers: Vec<Layer>,
    /// The node that follows when the layer's effect is not in force, for every node but the terminals.
    pub low: Vec<u32>,
    /// The node that follows when it is.
    pub high: Vec<u32>,
    /// The services of the cluster.
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

/// Who decides in a layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Layer {
    /// A candidate at home: this layer carries its plans.
    Home(usize),
    /// The copy of a candidate whose home is another diagram, tied by a row.
    Copy(usize, u32),
    /// A synergy (an effect of the instance), tied to its members by a row each.
    Synergy(usize, Vec<u32>),
}

/// Who moves the services in a layer, before homes and ties are given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mover {
    /// A candidate.
    Candidate(usize),
    /// A synergy: an effect of the instance.
    Synergy(usize),
}

/// A diagram before homes and ties are given out.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// Who moves the services in each layer.
    pub movers: Vec<Mover>,
    low: Vec<u32>,
    high: Vec<u32>,
    services: Vec<usize>,
    terminals: Vec<Vec<usize>>,
}

impl Diagram {
    /// How many nodes it has, terminals included.
    pub fn size(&self) -> usize {
        self.low.len() + self.terminals.len()
    }

    /// The place of the first terminal.
    pub fn first_terminal(&self) -> usize {
        self.low.len()
    }
}

impl Shape {
    /// The diagram of these services; none when it would have more than `most` nodes, or when told to stop.
    pub fn of(instance: &Instance, services: &[usize], most: usize, pulse: &mut Pulse) -> Option<Self> {
        let movers = movers(instance, services);
        let parts: Vec<Threshold> =
            services.iter().map(|&at| Threshold::of(instance, at, &movers, most, pulse)).collect::<Option<_>>()?;
        product(&parts, services, movers, most, pulse)
    }

    /// A chain without reward: candidates that move no service.
    pub fn chain(items: &[usize]) -> Self {
        let count = items.len();
        let next = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
        Self {
            movers: items.iter().map(|&item| Mover::Candidate(item)).collect(),
            low: (0..count).map(next).collect(),
            high: (0..count).map(next).collect(),
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
        self.low.len() + self.terminals.len()
    }

    /// The diagram, once it is settled who decides in each layer.
    pub fn with_layers(self, layers: Vec<Layer>) -> Diagram {
        Diagram {
            layers,
            low: self.low,
            high: self.high,
            services: self.services,
            terminals: self.terminals,
            ends: Vec::new(),
        }
    }
}

/// Who moves these services: service by service, in each the largest gain first, so that partial sums meet early.
fn movers(instance: &Instance, services: &[usize]) -> Vec<Mover> {
    let mut movers = Vec::new();
    for &service in services {
        let mut effects = instance.services[service].effects.clone();
        effects.sort_by_key(|&at| (std::cmp::Reverse(instance.effects[at].gain), at));
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
        By::Synergy(..) => Mover::Synergy(effect),
    }
}

/// The diagram of one service, over the layers of its cluster that move it.
struct Threshold {
    /// By layer of the cluster: the layer of this diagram, if it moves the service.
    place: Vec<Option<usize>>,
    /// By layer of this diagram and node: the two children. After the last layer a node is a level.
    children: Vec<Vec<(u32, u32)>>,
    root: u32,
}

/// Makes a [`Threshold`] from the bottom up.
struct Folding<'a> {
    needs: &'a [(i128, usize)],
    effects: Vec<(i128, usize)>,
    /// By layer: for a granted level and the lowest sum, the end of the interval and the node.
    known: Vec<BTreeMap<(usize, i128), (i128, u32)>>,
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
            place.push(Some(effects.len()));
            let gain = found.iter().map(|effect| effect.gain).sum();
            effects.push((gain, found.iter().filter_map(|effect| effect.lifts).max().unwrap_or(0)));
        }
        let layers = effects.len();
        let mut folding = Folding {
            needs: &steps.needs,
            effects,
            known: vec![BTreeMap::new(); layers],
            unique: vec![HashMap::new(); layers],
            children: vec![Vec::new(); layers],
            left: most.saturating_mul(8),
        };
        let (_, _, root) = folding.node(0, 0, 0, pulse)?;
        Some(Self { place, children: folding.children, root })
    }
}

impl Folding<'_> {
    /// The interval of sums (from, up to but without) that are one node with `sum` in this layer, and that node.
    fn node(&mut self, layer: usize, sum: i128, granted: usize, pulse: &mut Pulse) -> Option<(i128, i128, u32)> {
        let granted = if self.level(sum) >= granted { 0 } else { granted };
        if layer == self.effects.len() {
            return Some(self.terminal(sum, granted));
        }
        if let Some((&(level, from), &(to, node))) = self.known[layer].range(..=(granted, sum)).next_back()
            && level == granted
            && sum < to
        {
            return Some((from, to, node));
        }
        self.left = self.left.checked_sub(1)?;
        work::done(200);
        if self.left.is_multiple_of(OFTEN) && pulse.is_stopped() {
            return None;
        }
        let (gain, lift) = self.effects[layer];
        let low = self.node(layer + 1, sum, granted, pulse)?;
        let high = self.node(layer + 1, sum + gain, granted.max(lift), pulse)?;
        let from = low.0.max(high.0 - gain);
        let to = low.1.min(high.1 - gain);
        let fresh = u32::try_from(self.children[layer].len()).ok()?;
        let node = *self.unique[layer].entry((low.2, high.2)).or_insert(fresh);
        if node == fresh {
            self.children[layer].push((low.2, high.2));
        }
        self.known[layer].insert((granted, from), (to, node));
        Some((from, to, node))
    }

    fn level(&self, sum: i128) -> usize {
        self.needs.iter().rev().find(|(need, _)| *need <= sum).map_or(0, |&(_, level)| level)
    }

    fn terminal(&self, sum: i128, granted: usize) -> (i128, i128, u32) {
        let level = self.level(sum).max(granted);
        let to = self.needs.iter().skip(1).find(|(_, it)| *it > level).map_or(FAR, |&(need, _)| need);
        let below = |&&(_, it): &&(i128, usize)| it.max(granted) == level;
        let from = if granted == level {
            -FAR
        } else {
            self.needs.iter().find(below).map_or(-FAR, |&(need, _)| if need == 0 { -FAR } else { need })
        };
        (from, to, u32::try_from(level).unwrap_or(u32::MAX))
    }
}

/// Walks the diagrams of several services side by side.
fn product(
    parts: &[Threshold],
    services: &[usize],
    movers: Vec<Mover>,
    most: usize,
    pulse: &mut Pulse,
) -> Option<Shape> {
    let mut begin = 0;
    let (mut low, mut high) = (Vec::new(), Vec::new());
    let mut layer: Vec<Vec<u32>> = vec![parts.iter().map(|part| part.root).collect()];
    let mut made = 1_usize;
    for at in 0..movers.len() {
        let mut index: HashMap<Vec<u32>, usize> = HashMap::new();
        let mut next: Vec<Vec<u32>> = Vec::new();
        begin += layer.len();
        for state in &layer {
            for (taken, children) in [(false, &mut low), (true, &mut high)] {
                let follow = |(part, &node): (&Threshold, &u32)| match part.place[at] {
                    None => node,
                    Some(place) => {
                        let (low, high) = part.children[place][node as usize];
                        if taken { high } else { low }
                    }
                };
                let state: Vec<u32> = parts.iter().zip(state).map(follow).collect();
                let place = *index.entry(state.clone()).or_insert_with(|| {
                    next.push(state);
                    next.len() - 1
                });
                children.push(u32::try_from(begin + place).ok()?);
            }
        }
        made += next.len();
        work::done(next.len() * 400);
        if made > most || pulse.is_stopped() {
            return None;
        }
        layer = next;
    }
    let terminals = layer.iter().map(|state| state.iter().map(|&level| level as usize).collect()).collect();
    Some(Shape { movers, low, high, services: services.to_vec(), terminals })
}
