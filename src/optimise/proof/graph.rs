//! The diagram of a group of services, within a fixed memory.
//!
//! Each service in each year is followed by itself first: the sum of gains, the power that is granted, and what is bought by name. What leads to the same
//! power whatever follows is one state of it. The states of a group are those of its services side by side. A proof names the
//! groups, so that a file could ask for a diagram of any size; what is built here is counted before it is made.

use crate::say;
use std::collections::HashMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::parts::{BELOW_FLOOR, End, Group, Layer, PLACES, Slice, Terms, exact, left, years_that_count};
use crate::measure::ladder::reached;
use crate::measure::purchases::Bought;
use crate::measure::takeover::TooMany;
use crate::measure::takeover_prices::TakeoverPrices;
use crate::measure::{Measures, Step};
use crate::model::{Case, DomainIx, Money, ServiceIx};
use crate::rules::{domain_floor, takeover_floor};

/// What is left for the diagrams of a proof.
#[derive(Debug)]
pub(super) struct Room {
    /// This many arcs may still be made.
    arcs: usize,
    /// This many bytes may still be taken by ends.
    ends: usize,
}

impl Room {
    /// For all diagrams of a proof together: 32 MB of arcs, and as much for what stands at their ends.
    pub const ALL: Self = Self { arcs: 8_000_000, ends: 32_000_000 };
}

/// What the states of one layer may take; two layers are there at a time.
const LAYER: usize = 40_000_000;
/// What a state of a group takes besides its places: where it is kept, found and looked up.
const STATE: usize = 80;
/// What a sum of gains takes with the power that is granted beside it.
const STANDING: usize = 110;
/// This many sums of gains may one service have in one year, all layers together.
const SUMS: usize = 4_000_000;

/// The sum of gains of a service, the power that is granted to it, what is bought by name, and whether it cannot be taken over.
type Standing = (Decimal, Decimal, Bought, bool);

const NOTHING: Standing = (Decimal::ZERO, Decimal::ZERO, 0, false);

fn too_large() -> String {
    say!("graph-group-services-has")
}

/// A service in a year by itself.
struct Part<'a> {
    case: &'a Case,
    measures: &'a Measures,
    slice: Slice,
    control: Decimal,
    /// What a takeover has to cost at least at the end of this year, and what it costs.
    takeover: Option<(Money, Arc<TakeoverPrices>)>,
    /// By layer of the group: by state, what follows out of force and in force; `None` if the layer does not move it.
    arcs: Vec<Option<Vec<(u32, u32)>>>,
    /// The state in which it begins.
    first: u32,
    /// By state at the end: the power, and whether a takeover costs enough.
    powers: Vec<(Decimal, bool)>,
}

impl<'a> Part<'a> {
    fn new(
        (case, measures): (&'a Case, &'a Measures),
        slice: Slice,
        layers: &[Layer],
        room: &mut Room,
    ) -> Result<Self, String> {
        let (arcs, powers) = (Vec::new(), Vec::new());
        let service = ServiceIx(slice.0);
        let asked = takeover_floor::asked(case, service).filter(|_| slice.1 + 1 == case.horizon());
        let takeover = match asked {
            None => None,
            Some(least) => Some((least, TakeoverPrices::of(case, service).map_err(|TooMany| too_large())?)),
        };
        let mut it = Self { case, measures, slice, control: left(case, slice), takeover, arcs, first: 0, powers };
        let ends = it.follow(slice.0, layers)?;
        it.fold(&ends)?;
        let kept = it.arcs.iter().flatten().map(|arcs| arcs.len() * 2).sum();
        room.arcs = room.arcs.checked_sub(kept).ok_or_else(too_large)?;
        Ok(it)
    }

    fn control(&self, sum: Decimal) -> Result<Decimal, String> {
        let control = self.control.checked_add(sum).ok_or(&say!("graph-sum-gains-too"))?;
        Ok(control.min(Decimal::ONE_HUNDRED))
    }

    fn ladder(&self, bought: Bought) -> &'a [Step] {
        self.measures.ladder_after(self.case, ServiceIx(self.slice.0), self.slice.1, bought)
    }

    /// The power of a standing, and whether a takeover costs enough.
    fn power(&self, (sum, granted, bought, prevented): Standing) -> Result<(Decimal, bool), String> {
        let control = self.control(sum)?;
        let power = reached(self.ladder(bought), control).map_or(Decimal::ZERO, |step| step.power).max(granted);
        let price = self.takeover.as_ref().filter(|_| !prevented).map(|(least, prices)| (least, prices.at(control)));
        Ok((power, price.is_none_or(|(least, price)| price.is_none_or(|price| price >= *least))))
    }

    /// Every sum of gains that there can be after each layer; those after the last.
    fn follow(&mut self, service: usize, layers: &[Layer]) -> Result<Vec<Standing>, String> {
        let mut now: Vec<Standing> = vec![NOTHING];
        let mut all = 0;
        for layer in layers {
            let moves: Vec<_> = layer.moves.iter().filter(|moved| moved.service == service).collect();
            if moves.is_empty() {
                self.arcs.push(None);
                continue;
            }
            let mut numbers: HashMap<Standing, u32> = HashMap::new();
            let mut next: Vec<Standing> = Vec::new();
            let mut arcs = Vec::with_capacity(now.len());
            for &from in &now {
                let mut high = from;
                for moved in &moves {
                    high.0 = high.0.checked_add(moved.gain).ok_or(&say!("graph-sum-gains-too"))?;
                    high.1 = high.1.max(moved.granted);
                    high.2 |= moved.bought;
                    // Where no price is asked for nothing hangs on it.
                    high.3 |= moved.prevents && self.takeover.is_some();
                }
                let control = self.control(high.0)?;
                let is_highest = self.ladder(high.2).last().is_none_or(|step| step.is_reached(control));
                if is_highest && self.takeover.is_none() {
                    // On the highest step already: more control changes nothing. With votes that step is to decide alone.
                    high.0 = Decimal::ONE_HUNDRED;
                }
                let mut number = |standing: Standing| -> Result<u32, String> {
                    let fresh = u32::try_from(next.len()).ok().ok_or_else(too_large)?;
                    let number = *numbers.entry(standing).or_insert(fresh);
                    if number == fresh {
                        next.push(standing);
                    }
                    if next.len() * STANDING > LAYER { Err(too_large()) } else { Ok(number) }
                };
                arcs.push((number(from)?, number(high)?));
            }
            all += next.len();
            if all > SUMS {
                return Err(too_large());
            }
            self.arcs.push(Some(arcs));
            now = next;
        }
        Ok(now)
    }

    /// Makes one state of those that lead to the same.
    fn fold(&mut self, ends: &[Standing]) -> Result<(), String> {
        let mut place = Vec::with_capacity(ends.len());
        for &end in ends {
            let power = self.power(end)?;
            let known = self.powers.iter().position(|it| *it == power);
            place.push(u32::try_from(known.unwrap_or(self.powers.len())).unwrap_or(u32::MAX));
            if known.is_none() {
                self.powers.push(power);
            }
        }
        for layer in self.arcs.iter_mut().rev().flatten() {
            place = folded(layer, |&(low, high)| (place[low as usize], place[high as usize]));
        }
        self.first = place.first().copied().unwrap_or(0);
        Ok(())
    }

    /// What follows a state in a layer.
    fn after(&self, layer: usize, state: u32, is_on: bool) -> u32 {
        let Some(arcs) = &self.arcs[layer] else { return state };
        let (low, high) = arcs[state as usize];
        if is_on { high } else { low }
    }
}

/// The states of a layer, those that are alike once; where each was is given back.
fn folded<T: Copy + Eq + std::hash::Hash>(layer: &mut Vec<T>, moved: impl Fn(&T) -> T) -> Vec<u32> {
    let mut index: HashMap<T, u32> = HashMap::new();
    let mut kept: Vec<T> = Vec::new();
    let mut places = Vec::with_capacity(layer.len());
    for state in layer.iter() {
        let state = moved(state);
        let fresh = u32::try_from(kept.len()).unwrap_or(u32::MAX);
        let at = *index.entry(state).or_insert(fresh);
        if at == fresh {
            kept.push(state);
        }
        places.push(at);
    }
    kept.shrink_to_fit();
    *layer = kept;
    places
}

/// The states of a layer of a group: of each of its services in its year the state.
#[derive(Debug, Default)]
struct States {
    known: HashMap<Box<[u32]>, u32>,
    /// What all of it takes, in bytes.
    size: usize,
}

impl States {
    /// The number of a state, which joins the others if it is new.
    fn number(&mut self, state: Box<[u32]>) -> Result<u32, String> {
        let size = STATE + state.len() * size_of::<u32>();
        let fresh = u32::try_from(self.known.len()).ok().ok_or_else(too_large)?;
        let number = *self.known.entry(state).or_insert(fresh);
        if number == fresh {
            self.size += size;
        }
        if self.size > LAYER { Err(too_large()) } else { Ok(number) }
    }

    /// The states in the order of their numbers.
    fn finished(self) -> Vec<Box<[u32]>> {
        let mut states = vec![Box::default(); self.known.len()];
        for (state, number) in self.known {
            if let Some(place) = states.get_mut(number as usize) {
                *place = state;
            }
        }
        states
    }
}

/// The arcs of all layers, and the states at the end.
type Walked = (Vec<Vec<u32>>, Vec<Box<[u32]>>);

/// Goes through the layers from the first state.
fn walked(parts: &[Part], layers: &[Layer], room: &mut Room) -> Result<Walked, String> {
    let mut states = vec![parts.iter().map(|part| part.first).collect::<Box<[u32]>>()];
    let mut all = Vec::with_capacity(layers.len());
    for (at, layer) in layers.iter().enumerate() {
        let width = layer.classes.len();
        room.arcs = states.len().checked_mul(width).and_then(|it| room.arcs.checked_sub(it)).ok_or_else(too_large)?;
        let moved = |class: usize| parts.iter().map(move |part| layer.is_on(class, part.slice));
        let on: Vec<Vec<bool>> = (0..width).map(|class| moved(class).collect()).collect();
        let mut next = States::default();
        let mut arcs = Vec::with_capacity(states.len() * width);
        for state in &states {
            for on in &on {
                let all = parts.iter().zip(state).zip(on);
                let after = all.map(|((part, &it), &is_on)| part.after(at, it, is_on));
                arcs.push(next.number(after.collect())?);
            }
        }
        all.push(arcs);
        states = next.finished();
    }
    Ok((all, states))
}

/// The graph of a group. `domains` are those of which it holds all services, where they have to reach their targets.
pub(super) fn graph(
    (case, measures): (&Case, &Measures),
    slices: &[Slice],
    layers: Vec<Layer>,
    domains: Vec<usize>,
    room: &mut Room,
) -> Result<Group, String> {
    let mut parts = Vec::with_capacity(slices.len());
    for &slice in slices {
        parts.push(Part::new((case, measures), slice, &layers, room)?);
    }
    let (arcs, states) = walked(&parts, &layers, room)?;
    let mut none = Vec::with_capacity(slices.len());
    for part in &parts {
        none.push(part.power(NOTHING)?.0);
    }
    // Each end knows its powers and domains, and may get a term for each domain and each service.
    let has_floors = case.domains.iter().any(|domain| domain.floor.is_some());
    let terms = if case.domains_at_target > 0 || has_floors { slices.len() * 2 + case.domains.len() } else { 0 };
    let size = size_of::<End>() + slices.len() * size_of::<Decimal>() + terms * 2 * size_of::<Terms>();
    room.ends = states.len().checked_mul(size).and_then(|size| room.ends.checked_sub(size)).ok_or_else(too_large)?;
    let mut ends = Vec::with_capacity(states.len());
    for state in states {
        let standings = parts.iter().zip(&state).map(|(part, &it)| part.powers[it as usize]);
        let (powers, are_dear): (Vec<_>, Vec<_>) = standings.unzip();
        let mut end = end((case, measures), slices, (powers, &none), &domains)?;
        if are_dear.contains(&false) {
            end.gain = BELOW_FLOOR;
        }
        ends.push(end);
    }
    Ok(Group { slices: slices.to_vec(), layers, arcs, ends, domains })
}

fn end(
    (case, measures): (&Case, &Measures),
    slices: &[Slice],
    (powers, none): (Vec<Decimal>, &[Decimal]),
    domains: &[usize],
) -> Result<End, String> {
    let large = || say!("graph-gain-too-large");
    let weights = &measures.weights;
    let mut gain = 0_i128;
    let years = Decimal::from(years_that_count(case).len());
    for ((&(service, _), &power), &none) in slices.iter().zip(&powers).zip(none) {
        let rise = power.checked_sub(none).ok_or_else(large)?;
        let worth = weights.of_service(case, ServiceIx(service)).checked_mul(rise).ok_or_else(large)?;
        let worth = worth.checked_div(years).ok_or_else(large)?;
        let worth = worth.round_dp_with_strategy(PLACES, rust_decimal::RoundingStrategy::ToPositiveInfinity);
        // One more in the last place for the digits that the quotient itself has lost.
        let worth = exact(worth)?.checked_add(i128::from(!rise.is_zero()));
        gain = worth.and_then(|worth| gain.checked_add(worth)).ok_or_else(large)?;
    }
    // Targets and floors are about the end of the last year.
    let last = case.horizon().saturating_sub(1);
    let level = |service: ServiceIx| {
        slices.iter().position(|&it| it == (service.0, last)).map_or(Decimal::ZERO, |at| powers[at])
    };
    let reached = domains.iter().map(|&domain| {
        let domain = DomainIx(domain);
        weights.at_target(case, domain, weights.weighted_power(case, domain, level))
    });
    let reached = reached.collect();
    let floor = slices.iter().zip(&powers).filter(|(slice, _)| slice.1 == last).all(|(&(service, _), &power)| {
        domain_floor::of_the_service(case, ServiceIx(service)).is_none_or(|floor| power >= floor)
    });
    let gain = if floor { gain.checked_mul(10_i128.pow(PLACES)).ok_or_else(large)? } else { BELOW_FLOOR };
    Ok(End { gain, powers, terms: Vec::new(), reached })
}

/// Adds `- weight × power` of a service to a row at every end of its group.
pub(super) fn add_power(group: &mut Group, slice: Slice, row: usize, weight: Decimal) -> Result<(), String> {
    let place = group.slices.iter().position(|&it| it == slice).ok_or(&say!("graph-service-no-group"))?;
    for end in &mut group.ends {
        let power = weight.checked_mul(end.powers[place]).ok_or(&say!("graph-weight-too-large"))?;
        end.terms.push((row, -exact(power)?));
    }
    Ok(())
}
