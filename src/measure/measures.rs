//! What is the same for every portfolio of a case, computed once.

use std::sync::{Arc, OnceLock};

use rust_decimal::Decimal;

use super::bill::public_bill;
use super::control::{Synergy, effective_gain, synergies, with_gains, worn};
use super::index::{self, Weights};
use super::ladder::{Step, ladder, ladder_after};
use super::power::{Standing, standing};
use super::purchases::{Bought, Purchase, bit, purchases, sets};
use super::takeover_prices::TakeoverPrices;
use crate::model::{CandidateIx, Case, DomainIx, Money, Percent, RungIx, Service, ServiceIx};
use crate::rules::takeover_floor;

/// What is the same for every portfolio of a case. It belongs to the case that it was made from: make it anew after
/// each edit.
#[derive(Debug, Clone)]
pub struct Measures {
    bills: Vec<Vec<Money>>,
    moves: Vec<Vec<Moved>>,
    /// The synergies of the case, with what they count.
    pub synergies: Vec<Synergy>,
    ladders: Vec<Arc<[Step]>>,
    named: Vec<Named>,
    /// By service the price of control, where a rule asks for it.
    pub(super) takeover: Vec<Option<Arc<TakeoverPrices>>>,
    /// How much services and domains count.
    pub weights: Weights,
    worn: Vec<Vec<Percent>>,
    before: Vec<Vec<Standing>>,
    /// The power of each domain with nothing chosen: `[year][domain]`.
    pub domain_power_before: Vec<Vec<Decimal>>,
    /// The index with nothing chosen at the end of each year.
    pub index_before: Vec<Decimal>,
}

/// What a candidate in force does to a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// The service.
    pub service: ServiceIx,
    /// The control that it adds, in percentage points, with success where the case says so.
    pub gain: Percent,
    /// The rung whose rights it confers.
    pub grants: Option<RungIx>,
    /// After this many years it has worn off.
    pub lasts: Option<u32>,
    /// Its bit among the purchases by name that move the service; 0 where it is none.
    pub bought: Bought,
}

/// The ladders of a service after purchases by name, each made when it is first asked for.
#[derive(Debug, Clone, Default)]
struct Named {
    /// How many sets of purchases there are, the empty one included.
    sets: usize,
    /// By year and set; one year where drift does not move what the holders have.
    ladders: Vec<OnceLock<Arc<[Step]>>>,
}

impl Named {
    fn of(case: &Case, service: ServiceIx) -> Self {
        let sets = sets(case, service).len();
        let years = if case[service].drift.is_zero() { 1 } else { case.horizon().max(1) };
        let ladders = if sets > 1 { sets * years } else { 0 };
        Self { sets, ladders: vec![OnceLock::new(); ladders] }
    }
}

impl Measures {
    /// Computes what all portfolios of the case have in common.
    pub fn new(case: &Case) -> Self {
        let weights = Weights::new(case);
        let purchases: Vec<_> = case.service_ixs().map(|service| purchases(case, service)).collect();
        let ladders: Vec<_> = case.service_ixs().map(|service| ladder(case, service)).collect();
        let worn: Vec<Vec<_>> = case
            .services
            .iter()
            .map(|service| (0..case.horizon()).map(|year| with_gains(worn(service, year), Decimal::ZERO)).collect())
            .collect();
        let before: Vec<Vec<_>> = ladders
            .iter()
            .zip(&worn)
            .map(|(ladder, worn)| worn.iter().map(|&control| standing(case, ladder, control, None)).collect())
            .collect();
        let mut measures = Self {
            bills: case.candidates.iter().map(public_bill).collect(),
            moves: case.candidate_ixs().map(|candidate| moves(case, candidate, &purchases)).collect(),
            synergies: synergies(case),
            ladders,
            named: case.service_ixs().map(|service| Named::of(case, service)).collect(),
            takeover: case.service_ixs().map(|service| prices(case, service)).collect(),
            weights,
            worn,
            before: Vec::new(),
            domain_power_before: Vec::new(),
            index_before: Vec::new(),
        };
        measures.domain_power_before = measures.domain_power(case, &before);
        measures.index_before = index_by_year(&measures.weights.joint, &measures.domain_power_before);
        measures.before = before;
        measures
    }

    /// The public bill of a candidate in the first, second, … year after its start.
    pub fn bill(&self, candidate: CandidateIx) -> &[Money] {
        &self.bills[candidate.0]
    }

    /// What a candidate does to services while in force.
    pub fn moves(&self, candidate: CandidateIx) -> &[Moved] {
        &self.moves[candidate.0]
    }

    /// The ladder of a service.
    pub fn ladder(&self, service: ServiceIx) -> &[Step] {
        &self.ladders[service.0]
    }

    /// The ladder of a service at the end of a year after these purchases by name.
    pub fn ladder_after(&self, case: &Case, service: ServiceIx, year_ix: usize, bought: Bought) -> &[Step] {
        let (Named { sets, ladders }, set) = (&self.named[service.0], usize::try_from(bought).unwrap_or(0));
        let year = if ladders.len() > *sets { year_ix } else { 0 };
        match ladders.get(year * sets + set).filter(|_| bought > 0 && set < *sets) {
            Some(ladder) => ladder.get_or_init(|| ladder_after(case, service, year_ix, bought)),
            None => self.ladder(service),
        }
    }

    /// The control of a service with nothing chosen, drift included, at the end of each year.
    pub fn control_before(&self, service: ServiceIx) -> &[Percent] {
        &self.worn[service.0]
    }

    /// Where a service stands with nothing chosen at the end of each year.
    pub fn standing_before(&self, service: ServiceIx) -> &[Standing] {
        &self.before[service.0]
    }

    /// The index of today, 0-100: with the control of now in every service, before any drift and with nothing chosen.
    pub fn index_today(&self, case: &Case) -> Decimal {
        let stands = |(service, ladder): (&Service, &Arc<[Step]>)| {
            standing(case, ladder, with_gains(service.control, Decimal::ZERO), None).power
        };
        let today: Vec<Decimal> = case.services.iter().zip(&self.ladders).map(stands).collect();
        let power = |domain| {
            let weighted = self.weights.weighted_power(case, domain, |service| today[service.0]);
            self.weights.domain_power(domain, weighted)
        };
        index::index(&self.weights.joint, &case.domain_ixs().map(power).collect::<Vec<_>>())
    }

    /// `D[d,y]` as `[year][domain]`, from where every service stands in each year.
    pub(super) fn domain_power(&self, case: &Case, standings: &[Vec<Standing>]) -> Vec<Vec<Decimal>> {
        let power_in = |domain: DomainIx, year: usize| {
            let weighted = self.weights.weighted_power(case, domain, |service| standings[service.0][year].power);
            self.weights.domain_power(domain, weighted)
        };
        (0..case.horizon()).map(|year| case.domain_ixs().map(|domain| power_in(domain, year)).collect()).collect()
    }
}

/// The index of each year by these weights, from `[year][domain]`.
pub(super) fn index_by_year(weights: &[Decimal], domain_power: &[Vec<Decimal>]) -> Vec<Decimal> {
    domain_power.iter().map(|power| index::index(weights, power)).collect()
}

/// The price of control of a service, where a rule asks for it.
fn prices(case: &Case, service: ServiceIx) -> Option<Arc<TakeoverPrices>> {
    takeover_floor::asked(case, service)?;
    TakeoverPrices::of(case, service).ok()
}

fn moves(case: &Case, candidate_ix: CandidateIx, purchases: &[Vec<Purchase>]) -> Vec<Moved> {
    let candidate = &case[candidate_ix];
    let effects = candidate.effects.iter().enumerate();
    effects
        .map(|(at, effect)| Moved {
            service: effect.service,
            gain: effective_gain(case.risk, candidate, effect.control_gain),
            grants: effect.grants,
            lasts: effect.lasts,
            bought: bit(&purchases[effect.service.0], candidate_ix, at),
        })
        .collect()
}
