//! Control and the power that it gives: one column for each level of power that a service can still win.
//!
//! A *slice* is a service at the end of a year that counts. Its *levels* are the powers above what it has anyway, by
//! its ladder or by a grant. The row of a level says what must be in force for it: `Σ g z ≥ need × y`, where `need` is the
//! control that is missing and a grant counts for all of it. The numbers of the row are then made the smallest that say
//! the same of whole choices (see `tighten`): no gain counts for more than the need.
//!
//! Where stakes are bought from holders by name, each set of such purchases has steps of its own. A level is then held by one of
//! several *ways*: a set of purchases, all in force, and the gains without a name that it takes beside them, `Σ g z + M t ≥ (need + M) w`,
//! where `t` says that all of the set are in force, the sum is over gains without a name, and `M` is more than these can exceed the need by.
//! The row of the level is `Σ w ≥ y`. Further purchases take no power away, but they do not stand in for gains without a name either: the
//! same control bought from one holder may be worth less. A way that takes no less beside its purchases than one with fewer of them
//! is left out: whoever goes it goes the other too.

use std::collections::BTreeMap;

use crate::model::order::InOrder as _;
use rust_decimal::Decimal;

use super::program::{Col, Kind, Tag, Terms, What};
use super::tighten::tighten;
use super::{Form, Statement, Tick};
use crate::measure::ladder::{self, in_reach};
use crate::measure::purchases::{Bought, bit, purchases, sets};
use crate::measure::{Rule, control};
use crate::model::{CandidateIx, Percent, ServiceIx, Timing, Year};

/// A service at the end of a year that counts.
#[derive(Debug, Clone)]
pub(super) struct Slice {
    pub service: ServiceIx,
    /// The year's position in the horizon.
    pub year_ix: usize,
    /// The power that it has with nothing chosen, as far as the levels leave it out.
    pub base: Decimal,
    /// `(power, column)`: the column is 1 when the service has at least this power; ascending.
    pub levels: Vec<(Decimal, Col)>,
}

/// Something that may move a slice.
pub(super) struct Item {
    /// 1 when it is in force.
    pub in_force: Terms,
    /// The control that it adds.
    pub gain: Percent,
    /// The power that it grants by itself.
    grant: Decimal,
    /// Its bit among the purchases by name that move the service; 0 where it is none.
    bought: Bought,
}

/// A power above what the service has anyway.
struct Level {
    power: Decimal,
    /// The control that gives it; `None` if only a grant does.
    at_least: Option<Percent>,
}

impl Statement<'_> {
    /// Columns and rows for every service and year that counts; floors too.
    pub(super) fn add_ladders(&mut self, tick: Tick<'_>) -> Vec<Slice> {
        let mut slices = Vec::new();
        let years = self.years_that_count();
        let last = self.case.horizon().saturating_sub(1);
        for service in self.case.service_ixs() {
            if let Some(&(year_ix, year)) = years.last() {
                self.add_takeover_floor(service, year_ix, year);
            }
            for &(year_ix, year) in &years {
                let matters = !self.weights.of_service(self.case, service).is_zero()
                    || (year_ix == last && self.must_hold(service));
                if tick() {
                    return slices;
                }
                if matters {
                    let slice = self.add_slice(service, year_ix, year);
                    if year_ix == last {
                        self.add_floor(&slice);
                    }
                    slices.push(slice);
                }
            }
        }
        slices
    }

    /// Whether a rule asks for the power of a service at the end.
    fn must_hold(&self, service: ServiceIx) -> bool {
        let (own, of_domain) = (self.case[service].floor, self.case[self.case[service].domain].floor);
        self.case.domains_at_target > 0 || own.is_some() || of_domain.is_some()
    }

    /// Index points for one unit of power of a service in one year.
    fn worth_of_power(&self, service: ServiceIx) -> Decimal {
        let worth = self.weights.of_service(self.case, service);
        match self.case.timing {
            Timing::Final => worth,
            Timing::Average => worth / Decimal::from(self.case.horizon().max(1)),
        }
    }

    fn add_slice(&mut self, service: ServiceIx, year_ix: usize, year: Year) -> Slice {
        let worn = control::worn(&self.case[service], year_ix);
        let items = self.items(service, year);
        if sets(self.case, service).len() > 1 {
            return self.add_named(service, year_ix, &items);
        }
        let steps = in_reach(self.case, service, year_ix, 0);
        let has = ladder::reached(&steps, worn).map_or(Decimal::ZERO, |step| step.power);
        let natural = self.form == Form::Natural;
        let base = if natural { Decimal::ZERO } else { has };
        let reach: Percent = items.iter().map(|item| item.gain).sum::<Percent>() + worn;
        let mut slice = Slice { service, year_ix, base, levels: Vec::new() };
        let worth = self.worth_of_power(service);
        let mut below = base;
        for level in levels(&steps, &items, base) {
            let granted = items.iter().any(|item| item.grant >= level.power);
            let reached = level.at_least.filter(|&at_least| natural || at_least <= reach);
            if reached.is_none() && !granted {
                continue;
            }
            let column = self.add_level(&items, worn, &Level { at_least: reached, ..level });
            if let Some(&(_, lower)) = slice.levels.last() {
                let order = vec![(lower, Decimal::ONE), (column, Decimal::NEGATIVE_ONE)];
                self.program.at_least(Tag::Tightening, order, Decimal::ZERO);
            }
            self.program.worth.push((column, worth * (level.power - below)));
            below = level.power;
            slice.levels.push((level.power, column));
        }
        self.program.worth_constant -= worth * (has - base);
        slice
    }

    /// The same for a service of which stakes can be bought by name.
    fn add_named(&mut self, service: ServiceIx, year_ix: usize, items: &[Item]) -> Slice {
        let worn = control::worn(&self.case[service], year_ix);
        let possible = items.iter().fold(0, |all, item| all | item.bought);
        let of = |bought| (bought, in_reach(self.case, service, year_ix, bought));
        let by_set: Vec<_> = sets(self.case, service).filter(|it| it & !possible == 0).map(of).collect();
        let has = by_set.first().and_then(|(_, steps)| ladder::reached(steps, worn));
        let base = has.map_or(Decimal::ZERO, |step| step.power);
        let mut slice = Slice { service, year_ix, base, levels: Vec::new() };
        let worth = self.worth_of_power(service);
        let steps: Vec<_> = by_set.iter().flat_map(|(_, steps)| steps.to_vec()).collect();
        let mut below = base;
        let mut together = BTreeMap::new();
        for Level { power, .. } in levels(&steps, items, base) {
            let mut ways: Vec<(Bought, Percent)> = Vec::new();
            // A set comes after all that it includes.
            for (bought, steps) in &by_set {
                let Some(step) = steps.iter().find(|step| step.power >= power) else { continue };
                let named: Percent = items.iter().filter(|it| it.bought & bought != 0).map(|it| it.gain).sum();
                let need = step.at_least - worn - named;
                if !ways.iter().any(|&(with, other)| with & !bought == 0 && other <= need) {
                    ways.push((*bought, need));
                }
            }
            let mut holds: Terms = Vec::new();
            for way in ways {
                holds.extend(self.add_way(items, way, &mut together));
            }
            let grants = items.iter().filter(|item| item.grant >= power);
            holds.extend(grants.flat_map(|item| item.in_force.clone()));
            if holds.is_empty() {
                continue;
            }
            let column = self.binary(What::Level { row: self.program.rows.len() });
            holds.push((column, Decimal::NEGATIVE_ONE));
            self.program.at_least(Tag::Meaning, holds, Decimal::ZERO);
            if let Some(&(_, lower)) = slice.levels.last() {
                let order = vec![(lower, Decimal::ONE), (column, Decimal::NEGATIVE_ONE)];
                self.program.at_least(Tag::Tightening, order, Decimal::ZERO);
            }
            self.program.worth.push((column, worth * (power - below)));
            below = power;
            slice.levels.push((power, column));
        }
        slice
    }

    /// What is 1 only if all of a set of purchases are in force, and so much is gained beside what is bought by name.
    fn add_way(
        &mut self,
        items: &[Item],
        (bought, need): (Bought, Percent),
        together: &mut BTreeMap<Bought, Terms>,
    ) -> Terms {
        let members = || items.iter().filter(|item| item.bought & bought != 0);
        let all = if let Some(known) = together.get(&bought) {
            known.clone()
        } else {
            let terms = match members().map(|item| item.in_force.clone()).collect::<Vec<_>>().as_slice() {
                [] => Vec::new(),
                [one] => one.clone(),
                several => vec![(self.all_of(several.to_vec()), Decimal::ONE)],
            };
            together.insert(bought, terms.clone());
            terms
        };
        if bought != 0 && need <= Percent::ZERO {
            return all;
        }
        let unnamed = || items.iter().filter(|item| item.bought == 0);
        let most: Percent = unnamed().map(|item| item.gain).sum();
        if most < need {
            return Vec::new();
        }
        let more = if bought == 0 { Decimal::ZERO } else { most - need + Decimal::ONE };
        let column = self.binary(What::Level { row: self.program.rows.len() });
        let mut terms: Terms = vec![(column, -(need + more))];
        for item in unnamed() {
            terms.extend(super::program::times(&item.in_force, item.gain));
        }
        terms.extend(super::program::times(&all, more));
        self.program.at_least(Tag::Meaning, terms, Decimal::ZERO);
        vec![(column, Decimal::ONE)]
    }

    /// The row that allows a level, and its column.
    fn add_level(&mut self, items: &[Item], worn: Percent, level: &Level) -> Col {
        let column = self.binary(What::Level { row: self.program.rows.len() });
        let natural = self.form == Form::Natural;
        let (need, have) = match level.at_least {
            Some(at_least) if natural => (at_least.max(worn), worn),
            Some(at_least) => (at_least - worn, Decimal::ZERO),
            None => (Decimal::ONE, Decimal::ZERO),
        };
        let counts = items.iter().map(|item| match level.at_least {
            _ if item.grant >= level.power => need - have,
            Some(_) => item.gain,
            None => Decimal::ZERO,
        });
        let mut counts: Vec<Decimal> = counts.collect();
        let mut need = need;
        if !natural {
            tighten(&mut counts, &mut need);
        }
        let mut terms: Terms = vec![(column, -need)];
        for (item, counts) in items.iter().zip(counts) {
            terms.extend(super::program::times(&item.in_force, counts));
        }
        self.program.at_least(Tag::Meaning, terms, -have);
        column
    }

    /// What may move a service by the end of a year: candidates in force, and synergies with all members in force.
    pub(super) fn items(&mut self, service: ServiceIx, year: Year) -> Vec<Item> {
        let mut items = Vec::new();
        let named = purchases(self.case, service);
        for (candidate, at) in self.movers[service.0].clone() {
            let facts = &self.case[candidate];
            let effect = &facts.effects[at];
            let in_force = self.started(candidate, |start| effect.holds(facts.in_force(start), year));
            let gain = control::effective_gain(self.case.risk, facts, effect.control_gain);
            let grant = effect.grants.and_then(|rung| self.case.rungs.get(rung.0)).map(|rung| rung.power);
            let grant = grant.unwrap_or(Decimal::ZERO);
            if !in_force.is_empty() && (gain > Decimal::ZERO || grant > Decimal::ZERO) {
                let bought = bit(&named, candidate, at);
                items.push(Item { in_force, gain, grant, bought });
            }
        }
        for synergy in self.synergies.clone() {
            if synergy.service == service && synergy.gain > Decimal::ZERO {
                items.extend(self.together(&synergy.members, synergy.gain, year));
            }
        }
        items
    }

    /// A synergy: a column that is at most each member in force. Its gain is never bad, so it needs no other row.
    fn together(&mut self, members: &[CandidateIx], gain: Percent, year: Year) -> Option<Item> {
        let in_force: Vec<Terms> = members.iter().map(|&member| self.in_force(member, year)).collect();
        if in_force.iter().any(Vec::is_empty) {
            return None;
        }
        let column = self.all_of(in_force);
        Some(Item { in_force: vec![(column, Decimal::ONE)], gain, grant: Decimal::ZERO, bought: 0 })
    }

    /// A column that is at most each of these.
    fn all_of(&mut self, members: Vec<Terms>) -> Col {
        let kind = if self.form == Form::Natural { Kind::Whole } else { Kind::Continuous };
        let what = What::Together { row: self.program.rows.len(), rows: members.len() };
        let column = self.program.column(what, kind, Decimal::ONE);
        for mut member in members {
            member.push((column, Decimal::NEGATIVE_ONE));
            self.program.at_least(Tag::Meaning, member, Decimal::ZERO);
        }
        column
    }

    /// The floor of a service: the level of its rung's power is held. Where no level gives it, nothing can.
    fn add_floor(&mut self, slice: &Slice) {
        let Some(rung) = self.case[slice.service].floor.and_then(|rung| self.case.rungs.get(rung.0)) else { return };
        if rung.power <= slice.base {
            return;
        }
        let level = slice.levels.iter().find(|(power, _)| *power >= rung.power);
        let terms: Terms = level.map(|&(_, column)| (column, Decimal::ONE)).into_iter().collect();
        self.program.at_least(Tag::Rule(Rule::Floor(slice.service)), terms, Decimal::ONE);
    }
}

/// The distinct powers above `base` that the ladder or a grant can give, ascending.
fn levels(steps: &[ladder::Step], items: &[Item], base: Decimal) -> Vec<Level> {
    let powers = steps.iter().map(|step| step.power).chain(items.iter().map(|item| item.grant));
    let mut powers: Vec<Decimal> = powers.filter(|&power| power > base).collect();
    powers.order();
    powers.dedup();
    let at_least = |power| steps.iter().find(|step| step.power >= power).map(|step| step.at_least);
    powers.into_iter().map(|power| Level { power, at_least: at_least(power) }).collect()
}
