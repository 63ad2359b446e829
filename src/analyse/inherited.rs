//! Which answers hold for another case as well: bounds that one question inherits from another.
//!
//! A case is *no easier* than another where every portfolio that it allows is allowed by the other, is worth at least as
//! much there, and costs no more. Then nothing can be better in it than the proven best of the other, and where the other
//! has no portfolio it has none. So it is with less money, one more lock, one more rule, higher costs, smaller gains, or
//! less success. Only what is certain from the cells alone is said; no portfolio is looked at.

use crate::model::{
    Amount, Candidate, CandidateIx, Case, Domain, Limit, Relation, RelationKind, Risk, Service, Status,
};

/// Whether a case is no easier than another one.
pub(super) fn is_no_easier(case: &Case, than: &Case) -> bool {
    let same = case.risk == than.risk
        && case.timing == than.timing
        && (case.first_year, case.last_year) == (than.first_year, than.last_year)
        && case.rungs == than.rungs
        && case.holders == than.holders
        && case.domains_at_target >= than.domains_at_target
        && case.candidates.len() == than.candidates.len()
        && case.ministries.len() == than.ministries.len()
        && case.services.len() == than.services.len()
        && case.domains.len() == than.domains.len();
    same && each(&case.ministries, &than.ministries, |one, other| {
        one.voice == other.voice
            && one.carry_over == other.carry_over
            && one.budget.len() == other.budget.len()
            && one.budget.iter().zip(&other.budget).all(|(one, other)| one <= other)
    }) && each(&case.domains, &than.domains, |one, other| is_same_domain(one, other, than.domains_at_target))
        && each(&case.services, &than.services, |one, other| is_no_easier_service(case, one, other))
        && each(&case.candidates, &than.candidates, |one, other| is_no_easier_candidate(case, one, other))
        && limits(case, than)
        && relations(&case.relations, &than.relations)
}

fn each<T>(one: &[T], other: &[T], holds: impl Fn(&T, &T) -> bool) -> bool {
    one.iter().zip(other).all(|(one, other)| holds(one, other))
}

fn is_same_domain(one: &Domain, other: &Domain, targets: usize) -> bool {
    one.weights == other.weights && (targets == 0 || one.target >= other.target)
}

fn is_no_easier_service(case: &Case, one: &Service, other: &Service) -> bool {
    let floor = |service: &Service| service.floor.and_then(|rung| case.rungs.get(rung.0)).map(|rung| rung.power);
    (one.domain, one.weight, one.control, one.drift) == (other.domain, other.weight, other.control, other.drift)
        && (one.power, one.quota) == (other.power, other.quota)
        && floor(one) >= floor(other)
}

fn is_no_easier_candidate(case: &Case, one: &Candidate, other: &Candidate) -> bool {
    let public = |candidate: &Candidate| rust_decimal::Decimal::ONE_HUNDRED - candidate.cofinance;
    let dearer = one.costs.len() == other.costs.len()
        && each(&one.costs, &other.costs, |one, other| one >= other)
        && public(one) >= public(other);
    let effects = one.effects.len() == other.effects.len()
        && each(&one.effects, &other.effects, |one, other| {
            one.service == other.service
                && one.control_gain <= other.control_gain
                && (one.grants == other.grants || one.grants.is_none())
        });
    let shares = one.shares.len() == other.shares.len()
        && each(&one.shares, &other.shares, |one, other| one.min >= other.min && one.max <= other.max);
    dearer
        && effects
        && shares
        && (one.domain == other.domain && one.instrument == other.instrument && one.pillar == other.pillar)
        && one.start_from >= other.start_from
        && one.start_to <= other.start_to
        && one.lead_time >= other.lead_time
        && (one.success <= other.success || case.risk == Risk::Full)
        && one.points <= other.points
        && (one.status == other.status || other.status == Status::Free)
}

/// Whether spending is bounded no more loosely. Bills that differ may keep a limit of a case and break it in the other.
fn limits(case: &Case, than: &Case) -> bool {
    let bills = |case: &Case| case.candidates.iter().map(|it| (it.costs.clone(), it.cofinance)).collect::<Vec<_>>();
    if !than.limits.is_empty() && bills(case) != bills(than) {
        return false;
    }
    case.limits.len() >= than.limits.len() && each(&case.limits, &than.limits, is_no_looser)
}

fn is_no_looser(one: &Limit, other: &Limit) -> bool {
    use std::cmp::Ordering::{Greater, Less};
    let within = |one: Option<Amount>, other: Option<Amount>, wrong: std::cmp::Ordering| match (one, other) {
        (_, None) => true,
        (Some(Amount::Money(one)), Some(Amount::Money(other)))
        | (Some(Amount::Percent(one)), Some(Amount::Percent(other))) => one.cmp(&other) != wrong,
        _ => false,
    };
    one.scope == other.scope && within(one.min, other.min, Less) && within(one.max, other.max, Greater)
}

/// Whether at least the same is asked of candidates. More relations may stand behind those of the other.
fn relations(one: &[Relation], other: &[Relation]) -> bool {
    let adds = |relation: &Relation| matches!(relation.kind, RelationKind::Synergy { .. });
    one.len() >= other.len()
        && each(one, other, |one, other| is_no_looser_relation(&one.kind, &other.kind))
        && !one.iter().skip(other.len()).any(adds)
}

fn is_no_looser_relation(one: &RelationKind, other: &RelationKind) -> bool {
    let synergy = |it: &RelationKind| -> Option<(Vec<CandidateIx>, crate::model::ServiceIx)> {
        match it {
            RelationKind::Synergy { members, service, .. } => Some((members.clone(), *service)),
            _ => None,
        }
    };
    match (one, other) {
        (RelationKind::AtLeast { count: one, members }, RelationKind::AtLeast { count: other, members: others }) => {
            one >= other && (members == others || *other == 0)
        }
        (RelationKind::AtMost { count: one, members }, RelationKind::AtMost { count: other, members: others }) => {
            one <= other && members == others
        }
        (RelationKind::Synergy { control_gain: gain, .. }, RelationKind::Synergy { control_gain: other_gain, .. }) => {
            gain <= other_gain && synergy(one) == synergy(other)
        }
        // A relation that asks for nothing is how one is left out.
        (one, RelationKind::AtLeast { count: 0, .. }) => synergy(one).is_none(),
        (one, other) => one == other,
    }
}
