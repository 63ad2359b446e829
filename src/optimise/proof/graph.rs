//! The diagram of a group of services, within a fixed memory.
//!
//! Services are followed one by one: the sum of gains of each as long as it is open, its power after that. A proof names the
//! groups, so that a file could ask for a diagram of any size; what is built here is counted before it is made.

use crate::say;
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::parts::{BELOW_FLOOR, End, Group, Layer, PLACES, Terms, exact, left};
use crate::measure::{Measures, Step};
use crate::model::{Case, DomainIx, ServiceIx};

/// What is left for the diagrams of a proof.
#[derive(Debug)]
pub(super) struct Room {
    /// So many nodes may still be made.
    nodes: usize,
    /// So many bytes may still be taken by ends.
    ends: usize,
}

impl Room {
    /// For all diagrams of a proof together: 32 MB of arcs, and as much for what stands at their ends.
    pub const ALL: Self = Self { nodes: 4_000_000, ends: 32_000_000 };
}

/// What the states of one layer may take; two layers are there at a time.
const LAYER: usize = 40_000_000;
/// What a state takes besides its places: where it is kept, found and looked up.
const STATE: usize = 80;
/// What a sum of gains takes with the power that is granted beside it.
const STANDING: usize = 110;

/// The sum of gains of a service, and the power that is granted to it; a closed one has its power in the second place.
type Standing = (Decimal, Decimal);

/// By layer and node: where it leads out of force, and in force.
type Arcs = Vec<Vec<(u32, u32)>>;

/// In place of the sum of gains of a service whose power is settled.
const CLOSED: Decimal = Decimal::NEGATIVE_ONE;

fn too_large() -> String {
    say!("graph-group-services-has")
}

/// The states of a layer: of each service the number of its standing.
#[derive(Debug, Default)]
struct States {
    standings: Vec<Standing>,
    numbers: HashMap<Standing, u32>,
    known: HashMap<Box<[u32]>, u32>,
    /// What all of it takes, in bytes.
    size: usize,
}

impl States {
    /// The number of a state, which joins the others if it is new.
    fn number(&mut self, state: &[Standing]) -> Result<u32, String> {
        let mut places = Vec::with_capacity(state.len());
        for &standing in state {
            let fresh = u32::try_from(self.standings.len()).ok().ok_or_else(too_large)?;
            let number = *self.numbers.entry(standing).or_insert(fresh);
            if number == fresh {
                self.standings.push(standing);
                self.size += STANDING;
            }
            places.push(number);
        }
        let fresh = u32::try_from(self.known.len()).ok().ok_or_else(too_large)?;
        let number = *self.known.entry(places.into_boxed_slice()).or_insert(fresh);
        if number == fresh {
            self.size += STATE + state.len() * size_of::<u32>();
        }
        if self.size > LAYER { Err(too_large()) } else { Ok(number) }
    }

    /// The states in the order of their numbers.
    fn finished(self) -> (Vec<Standing>, Vec<Box<[u32]>>) {
        let mut states = vec![Box::default(); self.known.len()];
        for (state, number) in self.known {
            if let Some(place) = states.get_mut(number as usize) {
                *place = state;
            }
        }
        (self.standings, states)
    }
}

/// What does not change while the layers of a group are walked through.
struct Walk<'a> {
    layers: &'a [Layer],
    controls: Vec<Decimal>,
    ladders: Vec<&'a [Step]>,
    /// The last layer that moves each service.
    last: Vec<Option<usize>>,
}

impl<'a> Walk<'a> {
    fn new(case: &Case, measures: &'a Measures, services: &[usize], layers: &'a [Layer]) -> Self {
        let last = |place: usize| layers.iter().rposition(|layer| layer.moves.iter().any(|it| it.0 == place));
        Self {
            layers,
            controls: services.iter().map(|&service| left(case, service)).collect(),
            ladders: services.iter().map(|&service| measures.ladder(ServiceIx(service))).collect(),
            last: (0..services.len()).map(last).collect(),
        }
    }

    fn control(&self, place: usize, sum: Decimal) -> Result<Decimal, String> {
        let control = self.controls[place].checked_add(sum).ok_or(&say!("graph-sum-gains-too"))?;
        Ok(control.min(Decimal::ONE_HUNDRED))
    }

    fn power(&self, place: usize, (sum, granted): Standing) -> Result<Decimal, String> {
        let control = self.control(place, sum)?;
        let reached = self.ladders[place].iter().rev().find(|step| step.is_reached(control));
        Ok(reached.map_or(Decimal::ZERO, |step| step.power).max(granted))
    }

    /// Settles what no layer after `done` moves, and what is on its highest step.
    fn close(&self, state: &mut [Standing], done: Option<usize>) -> Result<(), String> {
        for (place, standing) in state.iter_mut().enumerate() {
            if standing.0 == CLOSED {
                continue;
            }
            if self.last[place].is_none_or(|last| done.is_some_and(|done| last <= done)) {
                *standing = (CLOSED, self.power(place, *standing)?);
                continue;
            }
            let control = self.control(place, standing.0)?;
            if self.ladders[place].last().is_none_or(|step| step.is_reached(control)) {
                // On the highest step already: more control changes nothing.
                standing.0 = Decimal::ONE_HUNDRED;
            }
        }
        Ok(())
    }

    /// The state after a layer, in which who moves it is in force or not.
    fn after(&self, from: &[Standing], layer: usize, taken: bool) -> Result<Vec<Standing>, String> {
        let mut state = from.to_vec();
        if taken {
            for &(place, gain, granted) in &self.layers[layer].moves {
                let standing = &mut state[place];
                if standing.0 != CLOSED {
                    standing.0 = standing.0.checked_add(gain).ok_or(&say!("graph-sum-gains-too"))?;
                    standing.1 = standing.1.max(granted);
                }
            }
        }
        self.close(&mut state, Some(layer))?;
        Ok(state)
    }

    /// The arcs of all layers, and the powers at each end.
    fn walked(&self, room: &mut Room) -> Result<(Arcs, Vec<Vec<Decimal>>), String> {
        let mut first = vec![(Decimal::ZERO, Decimal::ZERO); self.last.len()];
        self.close(&mut first, None)?;
        let mut begin = States::default();
        begin.number(&first)?;
        let (mut standings, mut states) = begin.finished();
        let mut arcs = Vec::with_capacity(self.layers.len());
        for layer in 0..self.layers.len() {
            let mut next = States::default();
            let mut here = Vec::with_capacity(states.len());
            for state in &states {
                let from: Vec<Standing> = state.iter().map(|&it| standings[it as usize]).collect();
                let low = next.number(&self.after(&from, layer, false)?)?;
                here.push((low, next.number(&self.after(&from, layer, true)?)?));
            }
            arcs.push(here);
            room.nodes = room.nodes.checked_sub(next.known.len()).ok_or_else(too_large)?;
            (standings, states) = next.finished();
        }
        let powers = |state: Box<[u32]>| state.iter().map(|&it| standings[it as usize].1).collect();
        Ok((arcs, states.into_iter().map(powers).collect()))
    }
}

/// The graph of a group. `domains` are those of which it holds all services, where they have to reach their targets.
pub(super) fn graph(
    (case, measures): (&Case, &Measures),
    services: &[usize],
    layers: Vec<Layer>,
    domains: Vec<usize>,
    room: &mut Room,
) -> Result<Group, String> {
    let walk = Walk::new(case, measures, services, &layers);
    let (arcs, powers) = walk.walked(room)?;
    let mut none = Vec::with_capacity(services.len());
    for place in 0..services.len() {
        none.push(walk.power(place, (Decimal::ZERO, Decimal::ZERO))?);
    }
    // Each end knows its powers and domains, and may get a term for each domain and each service.
    let terms = if case.domains_at_target > 0 { services.len() + case.domains.len() } else { 0 };
    let size = size_of::<End>() + services.len() * size_of::<Decimal>() + terms * 2 * size_of::<Terms>();
    room.ends = powers.len().checked_mul(size).and_then(|size| room.ends.checked_sub(size)).ok_or_else(too_large)?;
    let mut ends = Vec::with_capacity(powers.len());
    for powers in powers {
        ends.push(end((case, measures), services, (powers, &none), &domains)?);
    }
    let mut group = Group { layers, arcs, ends, domains };
    fold(&mut group);
    Ok(group)
}

fn end(
    (case, measures): (&Case, &Measures),
    services: &[usize],
    (powers, none): (Vec<Decimal>, &[Decimal]),
    domains: &[usize],
) -> Result<End, String> {
    let large = || say!("graph-gain-too-large");
    let weights = &measures.weights;
    let mut gain = 0_i128;
    for ((&service, &power), &none) in services.iter().zip(&powers).zip(none) {
        let rise = power.checked_sub(none).ok_or_else(large)?;
        let worth = weights.of_service(case, ServiceIx(service)).checked_mul(rise).ok_or_else(large)?;
        let worth = worth.round_dp_with_strategy(PLACES, rust_decimal::RoundingStrategy::ToPositiveInfinity);
        // One more in the last place for the digits that the quotient itself has lost.
        let worth = exact(worth)?.checked_add(i128::from(!rise.is_zero()));
        gain = worth.and_then(|worth| gain.checked_add(worth)).ok_or_else(large)?;
    }
    let level =
        |service: ServiceIx| services.iter().position(|&it| it == service.0).map_or(Decimal::ZERO, |at| powers[at]);
    let reached = domains.iter().map(|&domain| {
        let domain = DomainIx(domain);
        weights.at_target(case, domain, weights.weighted_power(case, domain, level))
    });
    let reached = reached.collect();
    let floor = services.iter().zip(&powers).all(|(&service, &power)| {
        let floor = case[ServiceIx(service)].floor.and_then(|rung| case.rungs.get(rung.0));
        floor.is_none_or(|rung| power >= rung.power)
    });
    let gain = if floor { gain.checked_mul(10_i128.pow(PLACES)).ok_or_else(large)? } else { BELOW_FLOOR };
    Ok(End { gain, powers, terms: Vec::new(), reached })
}

/// Makes one node of those that lead to the same places. Ends differ already.
fn fold(group: &mut Group) {
    let mut place: Vec<u32> = (0..group.ends.len()).map(|at| u32::try_from(at).unwrap_or(u32::MAX)).collect();
    for layer in group.arcs.iter_mut().rev() {
        let mut index: HashMap<(u32, u32), u32> = HashMap::new();
        let mut kept: Vec<(u32, u32)> = Vec::new();
        let mut moved = Vec::with_capacity(layer.len());
        for &(low, high) in layer.iter() {
            let arc = (place[low as usize], place[high as usize]);
            let fresh = u32::try_from(kept.len()).unwrap_or(u32::MAX);
            let at = *index.entry(arc).or_insert(fresh);
            if at == fresh {
                kept.push(arc);
            }
            moved.push(at);
        }
        kept.shrink_to_fit();
        *layer = kept;
        place = moved;
    }
    // The root is the only node of the first layer, so it stays the first.
}

/// Adds `- weight × power` of a service to a row at every end of its group.
pub(super) fn add_power(
    group: &mut Group,
    (groups, at): (&[Vec<usize>], usize),
    service: ServiceIx,
    row: usize,
    weight: Decimal,
) -> Result<(), String> {
    let place = groups[at].iter().position(|&it| it == service.0).ok_or(&say!("graph-service-no-group"))?;
    for end in &mut group.ends {
        let power = weight.checked_mul(end.powers[place]).ok_or(&say!("graph-weight-too-large"))?;
        end.terms.push((row, -exact(power)?));
    }
    Ok(())
}
