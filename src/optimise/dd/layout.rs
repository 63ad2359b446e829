//! Which services share a diagram, where each candidate is at home, and which rows tie its copies to it.
//!
//! A candidate that moves several services is at home in one diagram, where its plans are weighed; in every other
//! diagram it has a copy, and a row says that the copy is not more in force than the candidate is. Because more control
//! never gives less power, this inequality is enough, and its multiplier is the price that the diagram pays for the
//! candidate. Services that share candidates are put into one diagram while it stays small: each candidate that is
//! shared saves a tie.
//!
//! Where the mean over the years counts, a service is all its years in one diagram; where that would be too large, its years are
//! split in halves, each with a diagram of its own. A copy then says by the end of which year it is in force, with a row for
//! each year in which that can come to be. What wears off is there in some years and not in later ones: a copy says in which, with a
//! row for each, so that more of it is never worth less there either.

use crate::model::order::InOrder as _;
use crate::say;
use std::sync::Arc;

use super::diagram::{Diagram, End, Layer, Mover, Pulse, Shape, Signal, Turns, Who};
use crate::measure::purchases::Bought;
use crate::model::CandidateIx;
use crate::optimise::instance::rows::{Row, RowName};
use crate::optimise::instance::{By, Halt, Instance, Steps, Unsupported};

/// A cluster may have this many nodes for each tie that it saves, and for one service.
const NODES_FOR_A_TIE: usize = 150;
/// No cluster of several services has more nodes.
const LARGEST_CLUSTER: usize = 1200;
/// Nor of several years.
const LARGEST_CLUSTER_OF_YEARS: usize = if cfg!(test) { 12 } else { 300 };
/// No domain has more nodes.
const LARGEST_DOMAIN: usize = 20_000;
/// Nor in several years.
const LARGEST_DOMAIN_OF_YEARS: usize = if cfg!(test) { 20 } else { 20_000 };
/// No service alone has more nodes.
const LARGEST_SERVICE: usize = 60_000;
/// Nor in several years, for a larger one is split; in tests all of these are small, so that every exhaustive one is about that too.
const LARGEST_OF_YEARS: usize = if cfg!(test) { 12 } else { 30_000 };
/// Candidates that move nothing go into diagrams of this many.
const CHAIN: usize = 3;
/// There are no more diagrams of candidates that move nothing.
const CHAINS: usize = 1000;
/// Of this many clusters it takes long to see which share the most.
const MANY: usize = 20;

/// The diagrams of an instance, with where to find candidates in them.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The diagrams.
    pub diagrams: Vec<Diagram>,
    /// Where every candidate with a start is at home: diagram and layer.
    pub homes: Vec<Option<(usize, usize)>>,
    /// Where its copies are: diagram and layer.
    pub copies: Vec<Vec<(usize, usize)>>,
    /// All rows that pay a candidate for being in force, those of its copies and of its synergies, with the starts that are paid.
    pub ties: Vec<Vec<(u32, u64)>>,
    /// By candidate and start: the class of its layer at home.
    pub classes: Vec<Vec<u8>>,
    /// What it was made from, for a layout of a case in which nothing moves otherwise.
    made: Option<Arc<Made>>,
}

/// Shapes, and what they follow from.
#[derive(Debug)]
struct Made {
    moves: Moves,
    shapes: Vec<Shape>,
}

/// Of what wears off: how long it lasts and with which starts it is there.
type Passing = Option<(u32, u64)>;
/// From which sum of gains on a service is on which level.
type Needs = Vec<(i128, usize)>;

/// All of an instance that the shapes of its diagrams follow from: money plays no part in them.
#[derive(Debug, PartialEq, Eq)]
struct Moves {
    /// The steps of each service, those after purchases by name, and whether they are those of a price.
    steps: Vec<(Needs, Vec<Needs>, bool)>,
    /// What moves each service.
    moved_by: Vec<Vec<usize>>,
    /// Its domain.
    domains: Vec<usize>,
    /// By effect: who brings it, its gain, whether it is bought by name, what it lifts to, and of what wears off how long it lasts and with which starts it is there.
    effects: Vec<(By, i128, Bought, Option<usize>, Passing)>,
    /// By candidate: the years by whose end it may come to be in force.
    years: Vec<Vec<usize>>,
    /// Candidates with a start that move nothing.
    alone: Vec<usize>,
    /// Whether domains have to reach their targets, or to hold their floors.
    targets: bool,
}

impl Moves {
    fn of(instance: &Instance) -> Self {
        let services = &instance.services;
        Self {
            steps: services.iter().map(|it| (it.needs.clone(), it.named.clone(), it.is_price)).collect(),
            moved_by: services.iter().map(|steps| steps.effects.clone()).collect(),
            domains: services.iter().map(|steps| steps.domain).collect(),
            effects: instance
                .effects
                .iter()
                .map(|it| (it.by.clone(), it.gain, it.bought, it.lifts, it.lasts.map(|lasts| (lasts, it.on))))
                .collect(),
            years: (0..instance.items.len()).map(|item| years(instance, item)).collect(),
            alone: alone(instance),
            targets: asks_for_domains(instance),
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
            classes: Vec::new(),
            made: Some(Arc::clone(&made)),
        };
        for (at, shape) in made.shapes.iter().cloned().enumerate() {
            let all = shape.movers.iter().enumerate();
            let layers = all.map(|(layer, (mover, turns))| it.layer(instance, (at, layer), *mover, turns)).collect();
            it.diagrams.push(shape.with_layers(layers));
        }
        it.targets_inside(instance);
        it.classes(instance);
        Ok(it)
    }

    /// Every candidate in a diagram of its own, without services: for problems in which only starts and shares are open.
    pub fn of_chains(instance: &Instance) -> Self {
        let items: Vec<usize> = (0..instance.items.len()).collect();
        Self::chained(instance, items.chunks(1))
    }

    /// Chains for candidates that move nothing, in a case without services.
    pub fn of_list(instance: &Instance) -> Self {
        let items: Vec<usize> = (0..instance.items.len()).collect();
        Self::chained(instance, items.chunks(CHAIN))
    }

    fn chained<'a>(instance: &Instance, chains: impl Iterator<Item = &'a [usize]>) -> Self {
        let mut it = Self {
            diagrams: Vec::new(),
            homes: vec![None; instance.items.len()],
            copies: vec![Vec::new(); instance.items.len()],
            ties: vec![Vec::new(); instance.items.len()],
            classes: Vec::new(),
            made: None,
        };
        for items in chains {
            let at = it.diagrams.len();
            items.iter().enumerate().for_each(|(layer, &item)| it.homes[item] = Some((at, layer)));
            let shape = Shape::chain(items);
            let movers = shape.movers.iter();
            let layers = movers.map(|(mover, turns)| brought_by(instance, Who::of(*mover), *mover, turns)).collect();
            it.diagrams.push(shape.with_layers(layers));
        }
        it.classes(instance);
        it
    }

    /// Looks up the class of every start at home.
    fn classes(&mut self, instance: &Instance) {
        let of_item = |(item, home): (usize, &Option<(usize, usize)>)| {
            let Some((diagram, layer)) = *home else { return vec![1; instance.items[item].starts.len()] };
            let layer = &self.diagrams[diagram].layers[layer];
            let starts = 0..instance.items[item].starts.len();
            let class = |start: usize| layer.class_of(u8::try_from(start).unwrap_or(u8::MAX));
            starts.map(|start| u8::try_from(class(start)).unwrap_or(u8::MAX)).collect()
        };
        self.classes = self.homes.iter().enumerate().map(of_item).collect();
    }

    /// How many classes the layer of a candidate at home has.
    pub fn width(&self, item: usize) -> usize {
        self.homes[item].map_or(2, |(diagram, layer)| self.diagrams[diagram].graph.classes(layer).len())
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
        let layers = self.diagrams.iter_mut().flat_map(|diagram| &mut diagram.layers);
        layers.flat_map(|layer| layer.pays.iter_mut().flatten()).for_each(moved);
        self.ties.iter_mut().flatten().for_each(|(row, _)| moved(row));
    }

    fn layer(&mut self, instance: &mut Instance, (diagram, at): (usize, usize), mover: Mover, turns: &Turns) -> Layer {
        let who = match Who::of(mover) {
            Who::Home(item) if self.homes[item] != Some((diagram, at)) => Who::Copy(item),
            who => who,
        };
        let mut layer = brought_by(instance, who, mover, turns);
        if let Who::Copy(item) = who {
            self.copies[item].push((diagram, at));
        }
        if matches!(who, Who::Home(_)) {
            return layer;
        }
        for (at, pays) in layer.pays.iter_mut().enumerate() {
            let Signal { lasts, year, .. } = turns.signals[at];
            let classes: Vec<usize> =
                (0..turns.width()).filter(|&class| turns.there(class).any(|signal| signal == at)).collect();
            for (item, starts) in &layer.brought_by {
                let candidate = CandidateIx(*item);
                let row = match who {
                    Who::Synergy(relation) => tie(instance, RowName::Member { relation, candidate, year }),
                    Who::Home(_) | Who::Copy(_) => tie(instance, RowName::Tie { candidate, diagram, year, lasts }),
                };
                let paid = classes.iter().fold(0, |all, &class| all | starts[class]);
                self.ties[*item].push((row, paid));
                pays.push(row);
            }
        }
        layer
    }
}

impl Who {
    /// Somebody at home, until it is known where that is.
    fn of(mover: Mover) -> Self {
        match mover {
            Mover::Candidate(item) => Self::Home(item),
            Mover::Synergy(relation) => Self::Synergy(relation),
        }
    }
}

/// A layer without rows: which starts of whom bring it into force by when.
fn brought_by(instance: &Instance, who: Who, mover: Mover, turns: &Turns) -> Layer {
    let starts = |item: usize| {
        let mut classes = vec![0_u64; turns.width()];
        for (at, start) in instance.items[item].starts.iter().enumerate() {
            classes[turns.class(start.from, at)] |= 1 << at;
        }
        (item, classes)
    };
    let brought_by = mover.members(instance).into_iter().map(starts).collect();
    Layer { who, turns: turns.clone(), pays: vec![Vec::new(); turns.signals.len()], brought_by }
}

/// The years by whose end a candidate may come to be in force.
fn years(instance: &Instance, item: usize) -> Vec<usize> {
    let mut years: Vec<usize> = instance.items[item].starts.iter().map(|start| start.from).collect();
    years.retain(|&year| year < instance.years.len());
    years.dedup();
    years
}

/// A new row `copy - candidate ≤ 0`.
fn tie(instance: &mut Instance, name: RowName) -> u32 {
    instance.rows.push(Row { name, exact: 0, unit: 1.0, rhs: 0.0, norm: 1.0, size: 2.0 });
    u32::try_from(instance.rows.len() - 1).unwrap_or(u32::MAX)
}

/// The clusters: services merged while that saves more ties than it costs nodes; then candidates that move nothing.
fn shapes(instance: &Instance, pulse: &mut Pulse) -> Result<Vec<Shape>, Halt> {
    let mut clusters: Vec<Option<(Vec<usize>, Shape)>> = Vec::new();
    let last = instance.years.len().saturating_sub(1);
    // Each once: where it stands first, which is in the last year, unless it sees things late.
    let mut begun = std::collections::HashSet::new();
    for steps in instance.services.iter().filter(|steps| !steps.is_price && begun.insert(steps.service)) {
        let all = instance.services.iter().enumerate();
        let mut services: Vec<usize> = all.filter(|(_, it)| it.service == steps.service).map(|(at, _)| at).collect();
        // What a takeover costs at the end stands beside the service at the end, and never parts from it.
        services.order_by_key(|&at| (!instance.services[at].is_price && instance.services[at].year != last, at));
        if !of_service(instance, services, &mut clusters, pulse) {
            return Err(if pulse.stopped { Halt::Stopped } else { too_wide(steps.effects.len()).into() });
        }
    }
    if asks_for_domains(instance) {
        by_domain(instance, &mut clusters, pulse);
    }
    let largest =
        if instance.years.len() > 1 && instance.late.is_empty() { LARGEST_CLUSTER_OF_YEARS } else { LARGEST_CLUSTER };
    let mut refused = std::collections::BTreeSet::new();
    while let Some((one, other, saved)) = most_shared(&clusters, &refused, pulse) {
        let (Some(first), Some(second)) = (&clusters[one], &clusters[other]) else { break };
        let services: Vec<usize> = first.0.iter().chain(&second.0).copied().collect();
        let most = largest.min(first.1.size() + second.1.size() + NODES_FOR_A_TIE * saved);
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

/// Whether something is asked of whole domains.
fn asks_for_domains(instance: &Instance) -> bool {
    instance.targets_needed > 0 || !instance.domain_floors.is_empty()
}

/// The candidates with a start that move nothing.
fn alone(instance: &Instance) -> Vec<usize> {
    let alone = |at: &usize| instance.items[*at].effects.is_empty() && !instance.items[*at].starts.is_empty();
    (0..instance.items.len()).filter(alone).collect()
}

/// A service in these years: one cluster, or one for each half of them where it would be too large. False where it is too large
/// in a single year, or when told to stop.
fn of_service(
    instance: &Instance,
    services: Vec<usize>,
    clusters: &mut Vec<Option<(Vec<usize>, Shape)>>,
    pulse: &mut Pulse,
) -> bool {
    let with_price = services.get(1).is_some_and(|&at| instance.services[at].is_price);
    let is_one_year = services.len() == 1 + usize::from(with_price);
    let most = if is_one_year { LARGEST_SERVICE } else { LARGEST_OF_YEARS };
    if let Some(shape) = Shape::of(instance, &services, most, pulse) {
        clusters.push(Some((services, shape)));
        return true;
    }
    if is_one_year {
        return false;
    }
    let (late, early) = services.split_at((services.len() / 2).max(1 + usize::from(with_price)));
    !pulse.stopped
        && of_service(instance, late.to_vec(), clusters, pulse)
        && of_service(instance, early.to_vec(), clusters, pulse)
}

fn too_wide(candidates: usize) -> Unsupported {
    Unsupported(say!("layout-one-its-services", candidates = candidates))
}

/// Puts all services of a domain into one diagram, where that stays small: whether the domain is at its target is then a
/// matter of where a path ends, and not of a fractional row.
fn by_domain(instance: &Instance, clusters: &mut Vec<Option<(Vec<usize>, Shape)>>, pulse: &mut Pulse) {
    let domains = instance.services.iter().map(|steps| steps.domain).max().map_or(0, |last| last + 1);
    for domain in 0..domains {
        let place = |cluster: &Option<(Vec<usize>, Shape)>| cluster.as_ref().and_then(|it| it.0.first().copied());
        let inside = |at: &usize| place(&clusters[*at]).is_some_and(|it| instance.services[it].domain == domain);
        let mut parts: Vec<usize> = (0..clusters.len()).filter(inside).collect();
        parts.order_by_key(|&at| {
            place(&clusters[at]).map(|service| (instance.services[service].effects.len(), service))
        });
        if parts.len() < 2 {
            continue;
        }
        if pulse.is_stopped() {
            return;
        }
        let services: Vec<usize> =
            parts.iter().filter_map(|&at| clusters[at].as_ref()).flat_map(|it| it.0.clone()).collect();
        let most = if instance.years.len() > 1 { LARGEST_DOMAIN_OF_YEARS } else { LARGEST_DOMAIN };
        if let Some(shape) = Shape::of(instance, &services, most, pulse) {
            for at in parts {
                clusters[at] = None;
            }
            clusters.push(Some((services, shape)));
        } else if instance.years.len() > 1 {
            at_the_end(instance, clusters, &parts, pulse);
        }
    }
}

/// Puts the services of a domain in their last year into one diagram, where that stays small: targets are about that year alone.
/// The other years stay where they are.
fn at_the_end(
    instance: &Instance,
    clusters: &mut Vec<Option<(Vec<usize>, Shape)>>,
    parts: &[usize],
    pulse: &mut Pulse,
) {
    let last = instance.years.len() - 1;
    let (mut ends, mut others) = (Vec::new(), Vec::new());
    for &at in parts {
        let Some((services, _)) = &clusters[at] else { continue };
        let (end, rest): (Vec<usize>, Vec<usize>) =
            services.iter().partition(|&&service| instance.services[service].year == last);
        if end.is_empty() {
            continue;
        }
        ends.extend(end);
        let shape = if rest.is_empty() { None } else { Shape::of(instance, &rest, LARGEST_SERVICE, pulse) };
        if shape.is_none() && !rest.is_empty() {
            return;
        }
        others.push((at, shape.map(|shape| (rest, shape))));
    }
    if let Some(shape) = Shape::of(instance, &ends, LARGEST_DOMAIN, pulse) {
        for (at, other) in others {
            clusters[at] = other;
        }
        clusters.push(Some((ends, shape)));
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
    one.movers.iter().filter(|(mover, _)| other.movers.iter().any(|(it, _)| it == mover)).count()
}

/// Every candidate is at home in the diagram in which it moves most; but where more power is worth less, or where more control may make a
/// takeover too cheap, where that is so: nothing but branching would keep a copy from being less in force than the candidate.
fn homes(instance: &Instance, shapes: &[Shape]) -> Vec<Option<(usize, usize)>> {
    let mut homes: Vec<Option<(usize, usize)>> = vec![None; instance.items.len()];
    let mut most = vec![-1_i128; instance.items.len()];
    for (diagram, shape) in shapes.iter().enumerate() {
        for (layer, (mover, _)) in shape.movers.iter().enumerate() {
            let Mover::Candidate(item) = *mover else { continue };
            let moved = instance.items[item].effects.iter().map(|&effect| &instance.effects[effect]);
            let moved = moved.filter(|effect| shape.services().contains(&effect.service));
            let is_strict = |steps: &Steps| steps.is_lowered() || steps.is_price;
            let weight = |service: usize| if is_strict(&instance.services[service]) { 1 << 64 } else { 1 };
            let moved = moved.map(|effect| effect.gain.saturating_mul(weight(effect.service))).sum();
            if moved > most[item] {
                most[item] = moved;
                homes[item] = Some((diagram, layer));
            }
        }
    }
    homes
}
