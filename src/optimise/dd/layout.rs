//! Which services share a diagram, where each candidate is at home, and which rows tie its copies to it.
//!
//! A candidate that moves several services is at home in one diagram, where its plans are weighed; in every other
//! diagram it has a copy, and a row says that the copy is not more in force than the candidate is. Because more control
//! never gives less power, this inequality is enough, and its multiplier is the price that the diagram pays for the
//! candidate. Services that share candidates are put into one diagram while it stays small: each candidate that is
//! shared saves a tie.

use crate::say;
use std::sync::Arc;

use super::diagram::{Diagram, End, Layer, Mover, Pulse, Shape};
use crate::model::CandidateIx;
use crate::optimise::instance::rows::{Row, RowName};
use crate::optimise::instance::{By, Halt, Instance, Unsupported};

/// A cluster may have so many nodes for each tie that it saves, and for one service.
const NODES_FOR_A_TIE: usize = 150;
/// No cluster of several services has more nodes.
const LARGEST_CLUSTER: usize = 1200;
/// No domain has more nodes.
const LARGEST_DOMAIN: usize = 20_000;
/// No service alone has more nodes.
const LARGEST_SERVICE: usize = 60_000;
/// Candidates that move nothing go into diagrams of so many.
const CHAIN: usize = 3;
/// There are no more diagrams of candidates that move nothing.
const CHAINS: usize = 1000;
/// Of so many clusters it takes long to see which share the most.
const MANY: usize = 20;

/// The diagrams of an instance, with where to find candidates in them.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The diagrams.
    pub diagrams: Vec<Diagram>,
    /// Where every candidate with a start is at home: diagram and layer.
    pub homes: Vec<Option<(usize, usize)>>,
    /// Where its copies are: diagram, layer and row.
    pub copies: Vec<Vec<(usize, usize, u32)>>,
    /// All rows that pay a candidate for being in force: those of its copies and of its synergies.
    pub ties: Vec<Vec<u32>>,
    /// The synergies: effect, diagram and layer.
    pub synergies: Vec<(usize, usize, usize)>,
    /// What it was made from, for a layout of a case in which nothing moves otherwise.
    made: Option<Arc<Made>>,
}

/// Shapes, and what they follow from.
#[derive(Debug)]
struct Made {
    moves: Moves,
    shapes: Vec<Shape>,
}

/// All of an instance that the shapes of its diagrams follow from: money plays no part in them.
#[derive(Debug, PartialEq, Eq)]
struct Moves {
    /// The steps of each service.
    steps: Vec<Vec<(i128, usize)>>,
    /// What moves each service.
    moved_by: Vec<Vec<usize>>,
    /// Its domain.
    domains: Vec<usize>,
    /// By effect: who brings it, its gain, and what it lifts to.
    effects: Vec<(By, i128, Option<usize>)>,
    /// Candidates with a start that move nothing.
    alone: Vec<usize>,
    /// Whether domains have to reach their targets.
    targets: bool,
}

impl Moves {
    fn of(instance: &Instance) -> Self {
        let services = &instance.services;
        Self {
            steps: services.iter().map(|steps| steps.needs.clone()).collect(),
            moved_by: services.iter().map(|steps| steps.effects.clone()).collect(),
            domains: services.iter().map(|steps| steps.domain).collect(),
            effects: instance.effects.iter().map(|effect| (effect.by.clone(), effect.gain, effect.lifts)).collect(),
            alone: alone(instance),
            targets: instance.targets_needed > 0,
        }
    }
}

impl Layout {
    /// Lays out the diagrams and adds the rows that tie copies and synergies to the instance. The shapes of `old` are taken
    /// over where they would be the same.
    ///
    /// `tick` is asked whether to stop.
    pub fn new(instance: &mut Instance, old: Option<&Self>, tick: &mut dyn FnMut() -> bool) -> Result<Self, Halt> {
        let moves = Moves::of(instance);
        let made = match old.and_then(|old| old.made.clone()).filter(|made| made.moves == moves) {
            Some(made) => made,
            None => Arc::new(Made { moves, shapes: shapes(instance, &mut Pulse { tick, stopped: false })? }),
        };
        let mut it = Self {
            diagrams: Vec::new(),
            homes: homes(instance, &made.shapes),
            copies: vec![Vec::new(); instance.items.len()],
            ties: vec![Vec::new(); instance.items.len()],
            synergies: Vec::new(),
            made: Some(Arc::clone(&made)),
        };
        for (at, shape) in made.shapes.iter().cloned().enumerate() {
            let layers: Vec<Layer> =
                shape.movers.iter().enumerate().map(|(layer, &mover)| it.layer(instance, at, layer, mover)).collect();
            it.diagrams.push(shape.with_layers(layers));
        }
        it.targets_inside(instance);
        Ok(it)
    }

    /// Every candidate in a diagram of its own, without services: for problems in which only starts and shares are open.
    pub fn of_chains(instance: &Instance) -> Self {
        let items = 0..instance.items.len();
        Self {
            diagrams: items.clone().map(|item| Shape::chain(&[item]).with_layers(vec![Layer::Home(item)])).collect(),
            homes: items.map(|item| Some((item, 0))).collect(),
            copies: vec![Vec::new(); instance.items.len()],
            ties: vec![Vec::new(); instance.items.len()],
            synergies: Vec::new(),
            made: None,
        }
    }

    /// Chains for candidates that move nothing, in a case without services.
    pub fn of_list(instance: &Instance) -> Self {
        let mut it =
            Self { diagrams: Vec::new(), homes: vec![None; instance.items.len()], ..Self::of_chains(instance) };
        let all: Vec<usize> = (0..instance.items.len()).collect();
        for items in all.chunks(CHAIN) {
            let at = it.diagrams.len();
            items.iter().enumerate().for_each(|(layer, &item)| it.homes[item] = Some((at, layer)));
            it.diagrams.push(Shape::chain(items).with_layers(items.iter().map(|&item| Layer::Home(item)).collect()));
        }
        it
    }

    /// Where a diagram holds a whole domain, its terminals know whether the domain is at its target: no row is needed.
    fn targets_inside(&mut self, instance: &mut Instance) {
        let Some(count) = instance.count_row else { return };
        let mut keep = vec![true; instance.rows.len()];
        let mut ends: Vec<(usize, End)> = Vec::new();
        for (switch, it) in instance.switches.iter_mut().enumerate() {
            let Some(target) = it.target.map(|at| &mut instance.targets[at]) else { continue };
            let holds =
                |diagram: &&Diagram| target.services.iter().all(|(service, _)| diagram.services.contains(service));
            let Some(at) = self.diagrams.iter().position(|diagram| holds(&diagram)) else { continue };
            if target.services.is_empty() {
                continue;
            }
            let diagram = &self.diagrams[at];
            let level = |levels: &[usize], service: usize| {
                diagram.services.iter().position(|&it| it == service).map_or(0, |place| levels[place])
            };
            let reached = diagram.terminals.iter().map(|levels| target.is_reached(|service| level(levels, service)));
            ends.push((at, End { switch, row: count, reached: reached.collect() }));
            it.terms.clear();
            if let Some(row) = target.row.take() {
                keep[row as usize] = false;
            }
        }
        for (at, end) in ends {
            self.diagrams[at].ends.push(end);
        }
        instance.keep_rows(&keep);
        self.renumber(&keep);
        if let Some(count) = instance.count_row {
            self.diagrams.iter_mut().flat_map(|diagram| &mut diagram.ends).for_each(|end| end.row = count);
        }
    }

    /// The rows of ties after rows have gone.
    fn renumber(&mut self, keep: &[bool]) {
        let mut place = Vec::with_capacity(keep.len());
        let mut next = 0_u32;
        for &kept in keep {
            place.push(next);
            next += u32::from(kept);
        }
        let moved = |row: &mut u32| *row = place[*row as usize];
        for diagram in &mut self.diagrams {
            for layer in &mut diagram.layers {
                match layer {
                    Layer::Home(_) => {}
                    Layer::Copy(_, row) => moved(row),
                    Layer::Synergy(_, rows) => rows.iter_mut().for_each(moved),
                }
            }
        }
        self.copies.iter_mut().flatten().for_each(|(_, _, row)| moved(row));
        self.ties.iter_mut().flatten().for_each(moved);
    }

    fn layer(&mut self, instance: &mut Instance, diagram: usize, layer: usize, mover: Mover) -> Layer {
        match mover {
            Mover::Candidate(item) if self.homes[item] == Some((diagram, layer)) => Layer::Home(item),
            Mover::Candidate(item) => {
                let row = tie(instance, RowName::Tie { candidate: CandidateIx(item), diagram });
                self.copies[item].push((diagram, layer, row));
                self.ties[item].push(row);
                Layer::Copy(item, row)
            }
            Mover::Synergy(effect) => {
                self.synergies.push((effect, diagram, layer));
                let By::Synergy(relation, members) = instance.effects[effect].by.clone() else {
                    return Layer::Synergy(effect, Vec::new());
                };
                let mut rows = Vec::new();
                for member in members {
                    let row = tie(instance, RowName::Member { relation, candidate: CandidateIx(member) });
                    self.ties[member].push(row);
                    rows.push(row);
                }
                Layer::Synergy(effect, rows)
            }
        }
    }
}

/// A new row `copy - candidate ≤ 0`.
fn tie(instance: &mut Instance, name: RowName) -> u32 {
    instance.rows.push(Row { name, exact: 0, unit: 1.0, rhs: 0.0, norm: 1.0, size: 2.0 });
    u32::try_from(instance.rows.len() - 1).unwrap_or(u32::MAX)
}

/// The clusters: services merged while that saves more ties than it costs nodes; then candidates that move nothing.
fn shapes(instance: &Instance, pulse: &mut Pulse) -> Result<Vec<Shape>, Halt> {
    let mut clusters: Vec<Option<(Vec<usize>, Shape)>> = Vec::new();
    for (at, service) in instance.services.iter().enumerate() {
        match Shape::of(instance, &[at], LARGEST_SERVICE, pulse) {
            Some(shape) => clusters.push(Some((vec![at], shape))),
            None if pulse.stopped => return Err(Halt::Stopped),
            None => return Err(too_wide(service.effects.len()).into()),
        }
    }
    if instance.targets_needed > 0 {
        by_domain(instance, &mut clusters, pulse);
    }
    let mut refused = std::collections::BTreeSet::new();
    while let Some((one, other, saved)) = most_shared(&clusters, &refused, pulse) {
        let (Some(first), Some(second)) = (&clusters[one], &clusters[other]) else { break };
        let services: Vec<usize> = first.0.iter().chain(&second.0).copied().collect();
        let most = LARGEST_CLUSTER.min(first.1.size() + second.1.size() + NODES_FOR_A_TIE * saved);
        if pulse.is_stopped() {
            return Err(Halt::Stopped);
        }
        match Shape::of(instance, &services, most, pulse) {
            Some(shape) => {
                clusters[one] = None;
                clusters[other] = None;
                clusters.push(Some((services, shape)));
            }
            None => {
                refused.insert((one, other));
            }
        }
    }
    if pulse.stopped {
        return Err(Halt::Stopped);
    }
    let mut shapes: Vec<Shape> = clusters.into_iter().flatten().map(|(_, shape)| shape).collect();
    let alone = alone(instance);
    // The relaxation has a row for each diagram: of a great many candidates more share one.
    let chain = CHAIN.max(alone.len().div_ceil(CHAINS));
    shapes.extend(alone.chunks(chain).map(Shape::chain));
    Ok(shapes)
}

/// The candidates with a start that move nothing.
fn alone(instance: &Instance) -> Vec<usize> {
    let alone = |at: &usize| instance.items[*at].effects.is_empty() && !instance.items[*at].starts.is_empty();
    (0..instance.items.len()).filter(alone).collect()
}

fn too_wide(candidates: usize) -> Unsupported {
    Unsupported(say!("layout-one-its-services", candidates = candidates))
}

/// Puts all services of a domain into one diagram, where that stays small: whether the domain is at its target is then a
/// matter of where a path ends, and not of a fractional row.
fn by_domain(instance: &Instance, clusters: &mut Vec<Option<(Vec<usize>, Shape)>>, pulse: &mut Pulse) {
    let domains = instance.services.iter().map(|steps| steps.domain).max().map_or(0, |last| last + 1);
    for domain in 0..domains {
        let mut services: Vec<usize> =
            (0..instance.services.len()).filter(|&at| instance.services[at].domain == domain).collect();
        services.sort_by_key(|&at| (instance.services[at].effects.len(), at));
        if services.len() < 2 {
            continue;
        }
        if pulse.is_stopped() {
            return;
        }
        let shape = Shape::of(instance, &services, LARGEST_DOMAIN, pulse);
        if let Some(shape) = shape {
            for &at in &services {
                clusters[at] = None;
            }
            clusters.push(Some((services, shape)));
        }
    }
}

/// The two clusters that share the most candidates, and how many.
fn most_shared(
    clusters: &[Option<(Vec<usize>, Shape)>],
    refused: &std::collections::BTreeSet<(usize, usize)>,
    pulse: &mut Pulse,
) -> Option<(usize, usize, usize)> {
    let mut best: Option<(usize, usize, usize)> = None;
    for (one, first) in clusters.iter().enumerate() {
        let Some((_, first)) = first else { continue };
        if clusters.len() > MANY && pulse.is_stopped() {
            return None;
        }
        for (other, second) in clusters.iter().enumerate().skip(one + 1) {
            let Some((_, second)) = second else { continue };
            let count = shared(first, second);
            if count > 0 && !refused.contains(&(one, other)) && best.is_none_or(|(.., most)| count > most) {
                best = Some((one, other, count));
            }
        }
    }
    best
}

fn shared(one: &Shape, other: &Shape) -> usize {
    one.movers.iter().filter(|mover| other.movers.contains(mover)).count()
}

/// Every candidate is at home in the diagram in which it moves most.
fn homes(instance: &Instance, shapes: &[Shape]) -> Vec<Option<(usize, usize)>> {
    let mut homes: Vec<Option<(usize, usize)>> = vec![None; instance.items.len()];
    let mut most = vec![-1_i128; instance.items.len()];
    for (diagram, shape) in shapes.iter().enumerate() {
        for (layer, mover) in shape.movers.iter().enumerate() {
            let Mover::Candidate(item) = *mover else { continue };
            let moved = instance.items[item].effects.iter().map(|&effect| &instance.effects[effect]);
            let moved =
                moved.filter(|effect| shape.services().contains(&effect.service)).map(|effect| effect.gain).sum();
            if moved > most[item] {
                most[item] = moved;
                homes[item] = Some((diagram, layer));
            }
        }
    }
    homes
}
