//! Which answers hold for another case as well: bounds that one question inherits from another.
//!
//! A case is *no easier* than another where every portfolio that it allows is allowed by the other, is worth at least as
//! much there, and costs no more. Then nothing can be better in it than the proven best of the other, and where the other
//! has no portfolio it has none. So it is with less money, one more lock, one more rule, higher costs, smaller gains, or
//! less success. Only what is certain from the cells alone is said; no portfolio is looked at.
//!
//! Every struct is taken apart without `..`, so that a field that is added to a case does not compile here until somebody has
//! decided what it means. A field that is named and not looked at changes neither what is allowed nor what it is worth.

use crate::model::{
    Amount, Candidate, CandidateIx, Case, Domain, Effect, Limit, Ministry, Relation, RelationKind, Risk, Rung, Service,
    ShareRange, Status,
};

/// Whether a case is no easier than another one.
pub(super) fn is_no_easier(case: &Case, than: &Case) -> bool {
    let Case {
        title: _,
        currency: _,
        unit: _,
        first_year,
        last_year,
        risk,
        timing,
        domains_at_target,
        ministries,
        rungs,
        domains,
        services,
        candidates,
        relations: all_relations,
        limits: _,
        holders,
        scenarios: _,
        unread_scenarios: _,
    } = case;
    let same = *risk == than.risk
        && *timing == than.timing
        && (*first_year, *last_year) == (than.first_year, than.last_year)
        && *holders == than.holders
        && *domains_at_target >= than.domains_at_target;
    same && each(rungs, &than.rungs, is_same_rung)
        && each(ministries, &than.ministries, is_no_richer)
        && each(domains, &than.domains, |one, other| is_same_domain(one, other, than.domains_at_target))
        && each(services, &than.services, |one, other| is_no_easier_service(case, one, other))
        && each(candidates, &than.candidates, |one, other| is_no_easier_candidate(case, one, other))
        && limits(case, than)
        && relations(all_relations, &than.relations)
}

/// Whether as many are there, and something holds of each pair.
fn each<T>(one: &[T], other: &[T], holds: impl Fn(&T, &T) -> bool) -> bool {
    one.len() == other.len() && pairs(one, other, holds)
}

/// Whether something holds of each pair, as far as there are pairs.
fn pairs<T>(one: &[T], other: &[T], holds: impl Fn(&T, &T) -> bool) -> bool {
    one.iter().zip(other).all(|(one, other)| holds(one, other))
}

fn is_same_rung(one: &Rung, other: &Rung) -> bool {
    let Rung { id: _, name: _, at_least, power } = one;
    (*at_least, *power) == (other.at_least, other.power)
}

fn is_no_richer(one: &Ministry, other: &Ministry) -> bool {
    let Ministry { id: _, name: _, voice, carry_over, budget } = one;
    *voice == other.voice && *carry_over == other.carry_over && each(budget, &other.budget, |one, other| one <= other)
}

fn is_same_domain(one: &Domain, other: &Domain, targets: usize) -> bool {
    let Domain { id: _, name: _, weights, target, row: _ } = one;
    *weights == other.weights && (targets == 0 || *target >= other.target)
}

fn is_no_easier_service(case: &Case, one: &Service, other: &Service) -> bool {
    let Service {
        id: _,
        domain,
        name: _,
        weight,
        control,
        drift,
        floor,
        power,
        quota,
        holder: _,
        jurisdiction: _,
        note: _,
        source: _,
        row: _,
    } = one;
    let held =
        |floor: Option<crate::model::RungIx>| floor.and_then(|rung| case.rungs.get(rung.0)).map(|rung| rung.power);
    (*domain, *weight, *control, *drift) == (other.domain, other.weight, other.control, other.drift)
        && (*power, *quota) == (other.power, other.quota)
        && held(*floor) >= held(other.floor)
}

fn is_no_easier_candidate(case: &Case, one: &Candidate, other: &Candidate) -> bool {
    let Candidate {
        id: _,
        name: _,
        domain,
        instrument,
        pillar,
        costs,
        cofinance,
        shares,
        start_from,
        start_to,
        lead_time,
        success,
        points,
        status,
        reason: _,
        effects,
        note: _,
        source: _,
        row: _,
    } = one;
    // Others pay no more, and all costs are as high: the public bill is no lower.
    let dearer = each(costs, &other.costs, |one, other| one >= other) && *cofinance <= other.cofinance;
    dearer
        && each(effects, &other.effects, is_no_stronger)
        && each(shares, &other.shares, |one, other| is_no_wider(*one, *other))
        && (*domain == other.domain && *instrument == other.instrument && *pillar == other.pillar)
        && *start_from >= other.start_from
        && *start_to <= other.start_to
        && *lead_time >= other.lead_time
        && (*success <= other.success || case.risk == Risk::Full)
        && *points <= other.points
        && (*status == other.status || other.status == Status::Free)
}

fn is_no_stronger(one: &Effect, other: &Effect) -> bool {
    let Effect { service, control_gain, grants, row: _ } = one;
    *service == other.service && *control_gain <= other.control_gain && (*grants == other.grants || grants.is_none())
}

fn is_no_wider(one: ShareRange, other: ShareRange) -> bool {
    let ShareRange { min, max } = one;
    min >= other.min && max <= other.max
}

/// Whether spending is bounded no more loosely. Bills that differ may keep a limit of a case and break it in the other.
fn limits(case: &Case, than: &Case) -> bool {
    let bills = |case: &Case| case.candidates.iter().map(|it| (it.costs.clone(), it.cofinance)).collect::<Vec<_>>();
    if !than.limits.is_empty() && bills(case) != bills(than) {
        return false;
    }
    case.limits.len() >= than.limits.len() && pairs(&case.limits, &than.limits, is_no_looser)
}

fn is_no_looser(one: &Limit, other: &Limit) -> bool {
    use std::cmp::Ordering::{Greater, Less};
    let within = |one: Option<Amount>, other: Option<Amount>, wrong: std::cmp::Ordering| match (one, other) {
        (_, None) => true,
        (Some(Amount::Money(one)), Some(Amount::Money(other)))
        | (Some(Amount::Percent(one)), Some(Amount::Percent(other))) => one.cmp(&other) != wrong,
        _ => false,
    };
    let Limit { scope, min, max, row: _ } = one;
    *scope == other.scope && within(*min, other.min, Less) && within(*max, other.max, Greater)
}

/// Whether at least the same is asked of candidates. More relations may stand behind those of the other.
fn relations(one: &[Relation], other: &[Relation]) -> bool {
    let adds = |relation: &Relation| matches!(relation.kind, RelationKind::Synergy { .. });
    one.len() >= other.len()
        && pairs(one, other, |Relation { kind: one, row: _ }, Relation { kind: other, row: _ }| {
            is_no_looser_relation(one, other)
        })
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
