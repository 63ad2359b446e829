//! Control of a service over the years: what wears off, and what investments add.

use rust_decimal::Decimal;

use crate::model::exact::{add, count, multiply, subtract};
use crate::model::{Candidate, CandidateIx, Case, Percent, Risk, Service, ServiceIx};
use crate::rules::Joint;

const FULL: Decimal = Decimal::ONE_HUNDRED;

/// What is left of the control of today at the end of the `year_ix`-th year of the horizon (from 0), in percent.
///
/// `max(0, control - drift × (y - first_year + 1))`.
pub fn worn(service: &Service, year_ix: usize) -> Percent {
    subtract(service.control, multiply(service.drift, count(year_ix + 1))).max(Decimal::ZERO)
}

/// Control with `added` percentage points on top of what is left: `min(100, worn + added)`.
pub fn with_gains(worn: Percent, added: Percent) -> Percent {
    add(worn, added).min(FULL)
}

/// What a gain of a candidate counts, in percentage points: `gain × success` at expected risk, else `gain`.
pub fn effective_gain(risk: Risk, candidate: &Candidate, gain: Percent) -> Percent {
    match risk {
        Risk::Expected => multiply(gain, candidate.success),
        Risk::Full => gain,
    }
}

/// What a synergy counts, in percentage points: at expected risk `gain × Π success` of its members, else `gain`.
pub fn effective_synergy(case: &Case, members: &[CandidateIx], gain: Percent) -> Percent {
    members.iter().fold(gain, |gain, &member| effective_gain(case.risk, &case[member], gain))
}

/// A gain of control that all of `members` bring together.
#[derive(Debug, Clone, PartialEq)]
pub struct Synergy {
    /// Its position in [`Case::relations`].
    pub relation: usize,
    /// Who must all be in force.
    pub members: Vec<CandidateIx>,
    /// The service that it moves.
    pub service: ServiceIx,
    /// What it counts, in percentage points, with success where the case says so.
    pub gain: Percent,
}

/// What may be added to the control of a service, each gain by itself.
pub fn gains(case: &Case, service: ServiceIx) -> Vec<Percent> {
    gains_but(case, service, |_, _| false)
}

/// The same without some effects of candidates, each by its position.
pub fn gains_but(case: &Case, service: ServiceIx, but: impl Fn(CandidateIx, usize) -> bool) -> Vec<Percent> {
    let mut gains = Vec::new();
    for candidate in case.candidate_ixs() {
        let effects = case[candidate].effects.iter().enumerate();
        for (_, it) in effects.filter(|&(at, it)| it.service == service && !but(candidate, at)) {
            gains.push(effective_gain(case.risk, &case[candidate], it.control_gain));
        }
    }
    let together = synergies(case).into_iter().filter(|synergy| synergy.service == service);
    gains.extend(together.map(|synergy| synergy.gain));
    gains
}

/// All synergies of a case, with what they count.
pub fn synergies(case: &Case) -> Vec<Synergy> {
    let relations = case.relations.iter().enumerate();
    relations
        .filter_map(|(relation, entry)| {
            let Joint { members, service, control_gain } = entry.joint()?;
            let gain = effective_synergy(case, members, control_gain);
            Some(Synergy { relation, members: members.to_vec(), service, gain })
        })
        .collect()
}
