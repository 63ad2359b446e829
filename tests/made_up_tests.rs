//! What cases are made up of.

use beslismacht::model::compile::compile;
use beslismacht::model::{
    Amount, CarryOver, Case, Finding, RelationKind, Risk, Scope, ShareRange, Status, Timing, Workbook,
};
use rust_decimal::Decimal;

use crate::made_up::{Shape, Size, knapsack, planning, sized_planning, small};

fn read(workbook: &Workbook) -> Case {
    let compiled = compile(workbook);
    assert!(!Finding::any_error(&compiled.findings), "{}\n{:#?}", workbook.settings, compiled.findings);
    compiled.case
}

#[test]
fn the_same_seed_gives_the_same_text() {
    assert_eq!(small(5), small(5));
    assert_ne!(small(5), small(6));
    assert_eq!(planning(20, 5, Shape::Ladder), planning(20, 5, Shape::Ladder));
    assert_ne!(planning(20, 5, Shape::Ladder), planning(20, 6, Shape::Ladder));
    assert_eq!(knapsack(5, 2, 50, 1), knapsack(5, 2, 50, 1));
}

/// Something that a rule or a reader could get wrong, and whether a case has it.
type Feature = (&'static str, fn(&Case) -> bool);

const FEATURES: &[Feature] = &[
    ("several starts", |case| case.candidates.iter().any(|it| it.start_to > it.start_from)),
    ("a window that ends after the horizon", |case| case.candidates.iter().any(|it| it.start_to > case.last_year)),
    ("a bill over several years", |case| case.candidates.iter().any(|it| it.cost_years() > 1)),
    ("no cost at all", |case| case.candidates.iter().any(|it| it.cost_years() == 0)),
    ("cofinancing", |case| case.candidates.iter().any(|it| !it.cofinance.is_zero())),
    ("a fixed share", |case| shares(case, |range| range.min == range.max)),
    ("a narrow range", |case| shares(case, |range| range.max > range.min && range.max - range.min < 9)),
    ("an open range", |case| shares(case, |range| range == ShareRange::ANY)),
    ("all carried over", |case| case.ministries.iter().any(|it| it.carry_over == CarryOver::All)),
    ("nothing carried over", |case| {
        case.ministries.iter().any(|it| it.carry_over == CarryOver::Fraction(Decimal::ZERO))
    }),
    ("a part carried over", |case| {
        case.ministries.iter().any(|it| matches!(it.carry_over, CarryOver::Fraction(part) if !part.is_zero()))
    }),
    ("one ministry", |case| case.ministries.len() == 1),
    ("two ministries", |case| case.ministries.len() == 2),
    ("three ministries", |case| case.ministries.len() == 3),
    ("drift", |case| case.services.iter().any(|it| !it.drift.is_zero())),
    ("a floor", |case| case.services.iter().any(|it| it.floor.is_some())),
    ("no service", |case| case.services.is_empty()),
    ("a candidate that moves several services", |case| case.candidates.iter().any(|it| it.effects.len() > 1)),
    ("a grant", |case| case.candidates.iter().flat_map(|it| &it.effects).any(|it| it.grants.is_some())),
    ("success below 1", |case| case.candidates.iter().any(|it| it.success < Decimal::ONE)),
    ("negative points", |case| case.candidates.iter().any(|it| it.points < Decimal::ZERO)),
    ("locked in", |case| case.candidates.iter().any(|it| it.status == Status::LockedIn)),
    ("locked out", |case| case.candidates.iter().any(|it| it.status == Status::LockedOut)),
    ("an effect after the horizon", |case| {
        case.candidates.iter().any(|it| it.in_force(it.start_from) > case.last_year && !it.effects.is_empty())
    }),
    ("requires", |case| relation(case, RelationKind::Requires)),
    ("excludes", |case| relation(case, RelationKind::Excludes)),
    ("at least", |case| relation(case, RelationKind::AtLeast)),
    ("at most", |case| relation(case, RelationKind::AtMost)),
    ("a synergy", |case| relation(case, RelationKind::Synergy)),
    ("a least in money", |case| case.limits.iter().any(|it| matches!(it.min, Some(Amount::Money(_))))),
    ("a least in percent", |case| case.limits.iter().any(|it| matches!(it.min, Some(Amount::Percent(_))))),
    ("a most in money", |case| case.limits.iter().any(|it| matches!(it.max, Some(Amount::Money(_))))),
    ("a most in percent", |case| case.limits.iter().any(|it| matches!(it.max, Some(Amount::Percent(_))))),
    ("a limit on a ministry", |case| case.limits.iter().any(|it| matches!(it.scope, Scope::Ministry(_)))),
    ("a limit on an instrument", |case| case.limits.iter().any(|it| matches!(it.scope, Scope::Instrument(_)))),
    ("a target", |case| case.domains_at_target > 0),
    ("expected risk", |case| case.risk == Risk::Expected),
    ("full risk", |case| case.risk == Risk::Full),
    ("final timing", |case| case.timing == Timing::Final),
    ("average timing", |case| case.timing == Timing::Average),
    ("a year without a budget", |case| case.ministries.iter().any(|it| it.budget.contains(&Decimal::ZERO))),
];

fn shares(case: &Case, is: fn(ShareRange) -> bool) -> bool {
    case.ministries.len() > 1 && case.candidates.iter().flat_map(|it| &it.shares).any(|&range| is(range))
}

fn relation(case: &Case, kind: RelationKind) -> bool {
    case.relations.iter().any(|it| it.kind == kind)
}

#[test]
fn small_cases_have_every_feature_often() {
    let cases: Vec<_> = (0..400).map(|seed| read(&small(seed))).collect();
    for (feature, has) in FEATURES {
        let often = cases.iter().filter(|case| has(case)).count();
        assert!(often >= 20, "only {often} of 400 cases have {feature}");
    }
    assert!(cases.iter().all(|case| (2..=6).contains(&case.candidates.len()) && case.horizon() <= 3));
}

#[test]
fn plans_have_the_shape_that_was_asked_for() {
    for shape in Shape::ALL {
        let case = read(&planning(60, 3, shape));
        assert_eq!((case.candidates.len(), case.horizon(), case.ministries.len()), (60, 10, 2));
        let moved = |at| case.candidates.iter().flat_map(|it| &it.effects).filter(|it| it.service.0 == at).count();
        assert_eq!(case.services.is_empty(), shape == Shape::PointsOnly);
        assert_eq!(moved(0) >= 30, shape == Shape::Crowded, "{}", shape.name());
        let choice = case.candidates.iter().any(|it| it.starts(case.first_year, case.last_year).count() > 1);
        assert_eq!(choice, shape != Shape::Plain, "{}", shape.name());
    }
    let money =
        |shape| -> Decimal { read(&planning(60, 3, shape)).ministries.iter().flat_map(|it| it.budget.clone()).sum() };
    assert!(money(Shape::Tight) < money(Shape::Ladder) && money(Shape::Ladder) < money(Shape::Loose));
}

#[test]
fn plans_have_the_size_that_was_asked_for() {
    let size = Size { candidates: 40, services: 9, years: 6, crowd: 12 };
    let case = read(&sized_planning(size, 3, Shape::Ladder));
    assert_eq!((case.candidates.len(), case.services.len(), case.horizon()), (40, 9, 6));
    let first = case.candidates.iter().filter(|it| it.effects.first().is_some_and(|it| it.service.0 == 0)).count();
    // Four of the other 28 have the first service as their home as well.
    assert!((12..=16).contains(&first), "{first}");
}

#[test]
fn knapsacks_have_one_year_for_each_budget() {
    let case = read(&knapsack(8, 3, 40, 1));
    assert_eq!((case.candidates.len(), case.horizon()), (8, 3));
    for (year, &budget) in case.ministries[0].budget.iter().enumerate() {
        let uses: Decimal = case.candidates.iter().map(|it| it.costs[year]).sum();
        assert_eq!(budget, (uses * Decimal::new(40, 2)).floor());
    }
}

/// What cases have in which services can be bought.
#[test]
fn cases_in_which_services_are_sold_have_all_that_takeovers_are_about() {
    let guarded: Vec<Case> = (0..60).map(|seed| read(&crate::made_up::guarded(small(seed), seed))).collect();
    let named: Vec<Case> =
        (0..60).map(|seed| read(&crate::made_up::named(crate::made_up::held(small(seed), seed), seed))).collect();
    let effects = |case: &Case| case.candidates.iter().flat_map(|it| it.effects.clone()).collect::<Vec<_>>();
    let features: [Feature; 6] = [
        ("a price", |case| case.holders.iter().any(|it| it.price.is_some())),
        ("a holder who does not sell", |case| case.holders.iter().any(|it| !it.home && it.price.is_none())),
        ("a floor of all", |case| case.takeover_floor.is_some()),
        ("a floor of a service", |case| case.services.iter().any(|it| it.takeover_floor.is_some())),
        ("another quota", |case| case.services.iter().any(|it| it.quota != Decimal::from(50))),
        ("something that wears off", |case| {
            case.candidates.iter().flat_map(|it| &it.effects).any(|it| it.lasts.is_some())
        }),
    ];
    for (name, has) in features {
        assert!(guarded.iter().any(has), "{name}");
    }
    assert!(guarded.iter().any(|case| effects(case).iter().any(|it| it.prevents.is_some())));
    let buys = named.iter().filter(|case| effects(case).iter().any(|it| !it.buys_from.is_empty())).count();
    assert!(buys > 15, "{buys}");
    for seed in 0..60 {
        let book = crate::made_up::named(crate::made_up::held(small(seed), seed), seed);
        let findings = beslismacht::check::check(&book, &compile(&book));
        let wrong: Vec<&Finding> = findings.iter().filter(|it| it.code.starts_with("buys-")).collect();
        assert!(wrong.is_empty(), "case {seed}: {wrong:?}");
    }
}
