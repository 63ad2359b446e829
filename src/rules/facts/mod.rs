//! What each field of a case means for answers: whether a portfolio depends on it, and when an answer for one case says
//! something about another.
//!
//! Here alone cases are taken apart to be hashed, compared, put in order or reused, one file for each kind of row. Every
//! struct is taken apart without `..`: a field that is added does not compile until somebody has decided here what it means.
//! A field that is named and not looked at changes neither what is allowed nor what it is worth.

/// Takes a case or a row of it apart: the fields that are looked at, then those that are not. What is for readers alone, so that no
/// answer depends on it, is named here, once.
macro_rules! apart {
    (@ $row:expr, $of:ident [$($for_readers:ident)*]
        { $($(#[$if:meta])* $seen:ident),* $(,)? } $(not { $($(#[$or_if:meta])* $unseen:ident),* $(,)? })?) => {
        let $of { $($(#[$if])* $seen,)* $($($(#[$or_if])* $unseen: _,)*)? $($for_readers: _,)* } = $row;
    };
    ($row:expr => Case $($fields:tt)*) => {
        apart!(@ $row, Case [title currency unit scenarios unread_scenarios] $($fields)*);
    };
    ($row:expr => Service $($fields:tt)*) => {
        apart!(@ $row, Service [name holder jurisdiction note source row] $($fields)*);
    };
    ($row:expr => Candidate $($fields:tt)*) => {
        apart!(@ $row, Candidate [name reason note source row] $($fields)*);
    };
}

mod candidates;
mod canonical;
mod pairing;
mod rows;
mod services;
mod values;

use pairing::{each, pairs};

pub(crate) use canonical::canonical;
pub(crate) use pairing::Moves;
pub(crate) use rows::{limit_key, relation_key};

use crate::model::{Case, Relation};

/// Whether a case is no easier than another one.
///
/// So it is where every portfolio that it allows is allowed by the other, is worth at least as much there, and costs no
/// more: with less money, one more lock, one more rule, higher costs, smaller gains, or less success. Then nothing can be
/// better in it than the proven best of the other, and where the other has no portfolio it has none. Only what is certain
/// from the cells alone is said; no portfolio is looked at.
pub fn is_no_easier(case: &Case, than: &Case) -> bool {
    apart!(case => Case {
        first_year, last_year, risk, timing, domains_at_target, ministries, rungs, domains, services, candidates,
        holders,
    } not { relations, limits });
    let same = *risk == than.risk
        && *timing == than.timing
        && (*first_year, *last_year) == (than.first_year, than.last_year)
        && *holders == than.holders
        && *domains_at_target >= than.domains_at_target;
    same && each(rungs, &than.rungs, values::is_same_rung)
        && each(ministries, &than.ministries, values::is_no_richer)
        && each(domains, &than.domains, |one, other| values::is_same_domain(one, other, than.domains_at_target))
        && each(services, &than.services, |one, other| services::is_no_easier(case, one, other))
        && each(candidates, &than.candidates, |one, other| candidates::is_no_easier(case, one, other))
        && rows::limits(case, than)
        && relations(&case.relations, &than.relations)
}

/// Whether at least the same is asked of candidates. More relations may stand behind those of the other.
fn relations(one: &[Relation], other: &[Relation]) -> bool {
    let adds = |relation: &Relation| relation.joint().is_some();
    one.len() >= other.len() && pairs(one, other, Relation::is_no_looser) && !one.iter().skip(other.len()).any(adds)
}

/// The case with the domain weights, voices and points of another; none where anything else differs that counts.
pub(crate) fn with_values_of(case: &Case, view: &Case) -> Option<Case> {
    // Rules are those of the case that the question is about, however a view sees its portfolios.
    apart!(view => Case {
        first_year, last_year, risk, timing, ministries, rungs, domains, services, candidates, relations, holders,
    } not { domains_at_target, limits });
    let alike = *risk == case.risk
        && *timing == case.timing
        && (*first_year, *last_year) == (case.first_year, case.last_year)
        && *rungs == case.rungs
        && *services == case.services
        && *holders == case.holders
        && *relations == case.relations
        // Weights go by the position of the ministry.
        && ministries.len() == case.ministries.len()
        && domains.len() == case.domains.len()
        && candidates.len() == case.candidates.len()
        && pairs(&case.candidates, candidates, candidates::acts_alike);
    if !alike {
        return None;
    }
    let mut seen = case.clone();
    seen.domains.iter_mut().zip(domains).for_each(|(domain, other)| values::weigh_as(domain, other));
    seen.ministries.iter_mut().zip(ministries).for_each(|(ministry, other)| ministry.voice = other.voice);
    seen.candidates.iter_mut().zip(candidates).for_each(|(candidate, other)| candidate.points = other.points);
    Some(seen)
}

/// In how many rows and settings that count a case differs from another one.
pub(crate) fn distance(case: &Case, from: &Case) -> usize {
    apart!(case => Case {
        first_year, last_year, risk, timing, domains_at_target, ministries, rungs, domains, services, candidates,
        relations, limits, holders,
    });
    let settings = [
        from.risk != *risk,
        from.timing != *timing,
        (from.first_year, from.last_year) != (*first_year, *last_year),
        from.domains_at_target != *domains_at_target,
        from.rungs != *rungs,
    ];
    settings.into_iter().filter(|differs| *differs).count()
        + differing(&from.candidates, candidates)
        + differing(&from.ministries, ministries)
        + differing(&from.domains, domains)
        + differing(&from.services, services)
        + differing(&from.relations, relations)
        + differing(&from.limits, limits)
        + differing(&from.holders, holders)
}

/// In how many places two lists differ.
fn differing<T: PartialEq>(one: &[T], other: &[T]) -> usize {
    one.iter().zip(other).filter(|(one, other)| one != other).count() + one.len().abs_diff(other.len())
}

/// Lets everything that names a domain, a service or a candidate by its position name the new one. The rows themselves
/// stay where they stand; ministries, rungs and years do not move.
pub(crate) fn move_positions(case: &mut Case, moves: &Moves) {
    apart!(case => Case { services, candidates, relations, limits, holders } not {
        first_year, last_year, risk, timing, domains_at_target, ministries, rungs, domains,
    });
    for service in services {
        services::move_positions(service, moves);
    }
    for candidate in candidates {
        candidates::move_positions(candidate, moves);
    }
    for relation in relations {
        rows::move_relation(relation, moves);
    }
    for limit in limits {
        rows::move_limit(limit, moves);
    }
    for holder in holders {
        services::move_holder(holder, moves);
    }
}

#[cfg(test)]
mod tests;
