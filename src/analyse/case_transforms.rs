//! Cases made from a case: with other money, other locks, or without a rule.

use rust_decimal::Decimal;

use crate::model::{CandidateIx, CarryOver, Case, MinistryIx, Money, Relation, ShareRange, Status};
pub use crate::rules::{ample, without_rule, without_rules};

/// The case with every budget multiplied by `total` over the total of all, rounded down to 4 places. Where there are no
/// budgets at all there is nothing to multiply.
#[must_use]
pub fn with_total_budget(case: &Case, total: Money) -> Case {
    let mut scaled = case.clone();
    // Without budgets the case stays as it is.
    let _ = scaled.scale_budgets(total);
    scaled
}

/// The case with another status of a candidate.
#[must_use]
pub fn with_status(case: &Case, candidate: CandidateIx, status: Status) -> Case {
    let mut changed = case.clone();
    if let Some(candidate) = changed.candidates.get_mut(candidate.0) {
        candidate.status = status;
    }
    changed
}

/// The case in which nothing can be chosen but these candidates.
#[must_use]
pub fn with_only(case: &Case, allowed: &[CandidateIx]) -> Case {
    let mut changed = case.clone();
    for candidate in case.candidate_ixs().filter(|candidate| !allowed.contains(candidate)) {
        changed.candidates[candidate.0].status = Status::LockedOut;
    }
    changed
}

/// The case with the costs of a candidate multiplied.
#[must_use]
pub fn with_cost_factor(case: &Case, candidate: CandidateIx, factor: Decimal) -> Case {
    let mut changed = case.clone();
    if let Some(candidate) = changed.candidates.get_mut(candidate.0) {
        for cost in &mut candidate.costs {
            *cost = cost.saturating_mul(factor);
        }
    }
    changed
}

/// The case with all gains of a candidate multiplied, and its points where they are positive.
#[must_use]
pub fn with_gain_factor(case: &Case, candidate: CandidateIx, factor: Decimal) -> Case {
    let mut changed = case.clone();
    if let Some(candidate) = changed.candidates.get_mut(candidate.0) {
        for effect in &mut candidate.effects {
            effect.control_gain = effect.control_gain.saturating_mul(factor);
        }
        if candidate.points > Decimal::ZERO {
            candidate.points = candidate.points.saturating_mul(factor);
        }
    }
    changed
}

/// The case without demands: nothing has to be chosen, spent, held or reached, so that doing nothing is possible. What
/// forbids stays.
#[must_use]
pub fn without_demands(case: &Case) -> Case {
    let mut changed = case.clone();
    for candidate in &mut changed.candidates {
        if candidate.status == Status::LockedIn {
            candidate.status = Status::Free;
        }
    }
    changed.relations = changed.relations.iter().map(Relation::without_demand).collect();
    changed.limits.iter_mut().for_each(|limit| limit.min = None);
    changed.services.iter_mut().for_each(|service| service.floor = None);
    changed.domains.iter_mut().for_each(|domain| domain.floor = None);
    changed.domains_at_target = 0;
    changed
}

/// The case in which only these ministries pay: the others have no money, and what needs a share of theirs cannot be
/// chosen.
#[must_use]
pub fn paid_by(case: &Case, payers: &[MinistryIx]) -> Case {
    let mut changed = case.clone();
    let pays = |m: usize| payers.contains(&MinistryIx(m));
    for (m, ministry) in changed.ministries.iter_mut().enumerate() {
        if !pays(m) {
            ministry.budget.iter_mut().for_each(|amount| *amount = Decimal::ZERO);
            ministry.carry_over = CarryOver::All;
        }
    }
    for candidate in &mut changed.candidates {
        let least_of_others = candidate.shares.iter().enumerate().any(|(m, range)| !pays(m) && range.min > 0);
        let most: u32 =
            candidate.shares.iter().enumerate().filter(|(m, _)| pays(*m)).map(|(_, range)| u32::from(range.max)).sum();
        if least_of_others || most < 100 {
            candidate.status = Status::LockedOut;
        } else {
            let others = candidate.shares.iter_mut().enumerate().filter(|(m, _)| !pays(*m));
            others.for_each(|(_, range)| *range = ShareRange { min: 0, max: 0 });
        }
    }
    changed
}

/// The case by the weights of these ministries alone.
#[must_use]
pub fn valued_by(case: &Case, voices: &[MinistryIx]) -> Case {
    let mut changed = case.clone();
    for (m, ministry) in changed.ministries.iter_mut().enumerate() {
        if !voices.contains(&MinistryIx(m)) {
            ministry.voice = Decimal::ZERO;
        }
    }
    if changed.ministries.iter().all(|ministry| ministry.voice.is_zero()) {
        for voice in voices {
            changed.ministries[voice.0].voice = Decimal::ONE;
        }
    }
    changed
}
