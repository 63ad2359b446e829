//! Every feature of a case is tried often enough by the random cases that the engine is held to: those of the exhaustive
//! searches (here and in the tests of right answers), and those that are compared with a general solver.

use rust_decimal::Decimal;

use super::fitting;
use crate::model::compile::compile;
use crate::model::generate::small;
use crate::model::{Amount, Candidate, CarryOver, Case, Relation, RelationKind, Risk, Scope, Status, Timing};

type Feature = (&'static str, fn(&Case) -> bool);

fn any(case: &Case, is: fn(&Case, &Candidate) -> bool) -> bool {
    case.candidates.iter().any(|candidate| is(case, candidate))
}

fn has_limit(case: &Case, scope: fn(&Scope) -> bool, amount: fn(&Amount) -> bool, least: bool) -> bool {
    let side = |limit: &crate::model::Limit| if least { limit.min } else { limit.max };
    case.limits.iter().any(|limit| scope(&limit.scope) && side(limit).is_some_and(|it| amount(&it)))
}

fn relation(case: &Case, is: impl Fn(&Relation) -> bool) -> bool {
    case.relations.iter().any(is)
}

fn carries(case: &Case, is: fn(&CarryOver) -> bool) -> bool {
    case.horizon() > 1 && case.ministries.iter().any(|ministry| is(&ministry.carry_over))
}

fn possible(case: &Case, candidate: &Candidate) -> usize {
    candidate.starts(case.first_year, case.last_year).count()
}

fn is_percent(amount: &Amount) -> bool {
    matches!(amount, Amount::Percent(_))
}

fn is_money(amount: &Amount) -> bool {
    matches!(amount, Amount::Money(_))
}

const FEATURES: &[Feature] = &[
    ("a choice of starts", |case| any(case, |case, it| possible(case, it) > 1)),
    ("no possible start", |case| any(case, |case, it| possible(case, it) == 0)),
    ("a start that comes into force too late", |case| {
        any(case, |case, it| it.starts(case.first_year, case.last_year).any(|year| it.in_force(year) > case.last_year))
    }),
    ("a choice of shares", |case| {
        any(case, |case, it| case.ministries.len() > 1 && it.shares[0].max > it.shares[0].min)
    }),
    ("one ministry", |case| case.ministries.len() == 1),
    ("three ministries", |case| case.ministries.len() == 3),
    ("nothing carried over", |case| carries(case, |it| *it == CarryOver::Fraction(Decimal::ZERO))),
    ("a fraction carried over", |case| {
        carries(case, |it| matches!(it, CarryOver::Fraction(part) if *part > Decimal::ZERO && *part < Decimal::ONE))
    }),
    ("all carried over", |case| carries(case, |it| *it == CarryOver::All)),
    ("requires", |case| relation(case, |it| it.kind == RelationKind::Requires)),
    ("requires two", |case| relation(case, |it| it.kind == RelationKind::Requires && it.members.len() > 2)),
    ("requires, with a choice of starts", |case| {
        relation(case, |it| {
            let choice = |at: &crate::model::CandidateIx| possible(case, &case[*at]) > 1;
            it.kind == RelationKind::Requires && choice(&it.members[0]) && it.members[1..].iter().any(choice)
        })
    }),
    ("excludes", |case| relation(case, |it| it.kind == RelationKind::Excludes)),
    ("at least", |case| relation(case, |it| it.kind == RelationKind::AtLeast)),
    ("at least two", |case| relation(case, |it| it.kind == RelationKind::AtLeast && it.count == 2)),
    ("at most", |case| relation(case, |it| it.kind == RelationKind::AtMost)),
    ("at most two of three", |case| {
        relation(case, |it| it.kind == RelationKind::AtMost && it.count == 2 && it.members.len() > 2)
    }),
    ("a synergy whose success is a product", |case| {
        case.risk == Risk::Expected
            && case
                .relations
                .iter()
                .filter_map(Relation::joint)
                .any(|it| it.members.iter().filter(|&&member| case[member].success < Decimal::ONE).count() > 1)
    }),
    ("a synergy that counts in full", |case| {
        case.risk == Risk::Full && relation(case, |it| it.kind == RelationKind::Synergy)
    }),
    ("a domain's least money", |case| has_limit(case, |it| matches!(it, Scope::Domain(_)), is_money, true)),
    ("a domain's most money", |case| has_limit(case, |it| matches!(it, Scope::Domain(_)), is_money, false)),
    ("a domain's least percent", |case| has_limit(case, |it| matches!(it, Scope::Domain(_)), is_percent, true)),
    ("a domain's most percent", |case| has_limit(case, |it| matches!(it, Scope::Domain(_)), is_percent, false)),
    ("an instrument's least money", |case| has_limit(case, |it| matches!(it, Scope::Instrument(_)), is_money, true)),
    ("an instrument's most money", |case| has_limit(case, |it| matches!(it, Scope::Instrument(_)), is_money, false)),
    ("an instrument's least percent", |case| {
        has_limit(case, |it| matches!(it, Scope::Instrument(_)), is_percent, true)
    }),
    ("an instrument's most percent", |case| {
        has_limit(case, |it| matches!(it, Scope::Instrument(_)), is_percent, false)
    }),
    ("a pillar's least money", |case| has_limit(case, |it| matches!(it, Scope::Pillar(_)), is_money, true)),
    ("a pillar's most money", |case| has_limit(case, |it| matches!(it, Scope::Pillar(_)), is_money, false)),
    ("a pillar's least percent", |case| has_limit(case, |it| matches!(it, Scope::Pillar(_)), is_percent, true)),
    ("a pillar's most percent", |case| has_limit(case, |it| matches!(it, Scope::Pillar(_)), is_percent, false)),
    ("a ministry's least money", |case| has_limit(case, |it| matches!(it, Scope::Ministry(_)), is_money, true)),
    ("a ministry's most money", |case| has_limit(case, |it| matches!(it, Scope::Ministry(_)), is_money, false)),
    ("a ministry's least percent", |case| has_limit(case, |it| matches!(it, Scope::Ministry(_)), is_percent, true)),
    ("a ministry's most percent", |case| has_limit(case, |it| matches!(it, Scope::Ministry(_)), is_percent, false)),
    ("a floor", |case| case.services.iter().any(|service| service.floor.is_some())),
    ("one domain at its target", |case| case.domains_at_target == 1),
    ("several domains at their targets", |case| case.domains_at_target > 1),
    ("a granted rung", |case| any(case, |_, it| it.effects.iter().any(|effect| effect.grants.is_some()))),
    ("a granted rung and a gain", |case| {
        any(case, |_, it| it.effects.iter().any(|effect| effect.grants.is_some() && !effect.control_gain.is_zero()))
    }),
    ("a granted rung without a gain", |case| {
        any(case, |_, it| it.effects.iter().any(|effect| effect.grants.is_some() && effect.control_gain.is_zero()))
    }),
    ("locked in", |case| any(case, |_, it| it.status == Status::LockedIn)),
    ("locked out", |case| any(case, |_, it| it.status == Status::LockedOut)),
    ("several effects", |case| any(case, |_, it| it.effects.len() > 1)),
    ("no effect", |case| any(case, |_, it| it.effects.is_empty())),
    ("success counts", |case| case.risk == Risk::Expected && any(case, |_, it| it.success < Decimal::ONE)),
    ("success does not count", |case| case.risk == Risk::Full && any(case, |_, it| it.success < Decimal::ONE)),
    ("negative points", |case| any(case, |_, it| it.points < Decimal::ZERO)),
    ("points and effects", |case| any(case, |_, it| it.points > Decimal::ZERO && !it.effects.is_empty())),
    ("no cost", |case| any(case, |_, it| it.costs.iter().all(Decimal::is_zero))),
    ("a year without cost before one with", |case| {
        any(case, |_, it| it.cost_years() > 1 && it.costs[..it.cost_years()].iter().any(Decimal::is_zero))
    }),
    ("a gain of 0", |case| {
        any(case, |_, it| it.effects.iter().any(|effect| effect.grants.is_none() && effect.control_gain.is_zero()))
    }),
    ("the mean over several years", |case| case.timing == Timing::Average && case.horizon() > 1),
    ("the mean over several years, with a choice of when in force", |case| {
        let moves = |case: &Case, it: &Candidate| possible(case, it) > 1 && !it.effects.is_empty();
        case.timing == Timing::Average && any(case, moves)
    }),
    ("the end of several years", |case| case.timing == Timing::Final && case.horizon() > 1),
    ("cofinance", |case| any(case, |_, it| !it.cofinance.is_zero())),
    ("drift", |case| case.services.iter().any(|service| !service.drift.is_zero())),
    ("a domain without services", |case| {
        (0..case.domains.len()).any(|at| case.services.iter().all(|service| service.domain.0 != at))
    }),
];

/// How many of these cases have each feature.
fn counts(cases: impl Iterator<Item = Case>) -> Vec<usize> {
    let mut counts = vec![0; FEATURES.len()];
    for case in cases {
        for (count, (_, has)) in counts.iter_mut().zip(FEATURES) {
            *count += usize::from(has(&case));
        }
    }
    counts
}

fn assert_often(counts: &[usize], least: usize, without: &[&str]) {
    let seldom: Vec<_> = FEATURES
        .iter()
        .zip(counts)
        .filter(|((name, _), count)| **count < least && !without.contains(name))
        .map(|((name, _), count)| format!("{name}: {count}"))
        .collect();
    assert!(seldom.is_empty(), "tried too seldom: {seldom:?}");
}

/// The cases that the tests of right answers try everything on.
#[test]
fn the_exhaustive_search_meets_every_feature() {
    assert_often(&counts((20_000..21_200).map(|seed| compile(&small(seed)).case)), 20, &[]);
}

/// The cases that a general solver is asked as well.
#[test]
fn the_general_solver_is_asked_about_every_feature() {
    let small = (0..200).map(|seed| fitting(seed, 4 + (seed % 9) as usize, (seed % 4) as u32));
    let middle = (0..160).map(|seed| fitting(70_000 + seed, 12 + (seed % 7) as usize, (seed % 3) as u32));
    // Effects are drawn with a gain or a rung; gains of 0 are tried by cases of their own.
    assert_often(&counts(small.chain(middle)), 5, &["a gain of 0"]);
}
