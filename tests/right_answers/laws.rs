//! What must always be true of the best portfolio, whatever the case.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use crate::made_up::{Shape, planning, small};
use beslismacht::measure::evaluate;
use beslismacht::model::schema::TABLES;
use beslismacht::model::{Amount, Case, MinistryIx, Portfolio, RelationKind, ShareRange, Status, Workbook};
use beslismacht::optimise::proof::{prove, verify};
use beslismacht::optimise::{Goal, Options, Precision, SolverChoice, Task, optimise};
use beslismacht::store;
use rand::rngs::ChaCha8Rng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;

use crate::right_answers::optimiser::{best, nearly};

/// Small cases of every kind and a few plans of real size.
fn texts() -> impl Iterator<Item = Workbook> {
    let plans = [(12, Shape::Ladder), (12, Shape::Tight), (15, Shape::PointsOnly), (10, Shape::Loose)];
    (2_000..2_060).map(small).chain((7..).zip(plans).map(|(seed, (size, shape))| planning(size, seed, shape)))
}

/// The best objective, on which the program's choice and the engine agree.
fn objective(case: &Case) -> Option<Decimal> {
    let [one, other] = [SolverChoice::Auto, SolverChoice::Engine].map(|it| best(case, it).map(|best| best.0));
    let agree = one.is_some() == other.is_some() && one.zip(other).is_none_or(|(a, b)| (a - b).abs() <= nearly());
    assert!(agree, "{}: {one:?}, the engine says {other:?}", case.title);
    one
}

/// Asserts that the second case is at least as good: where the first has a portfolio, so has the second.
fn never_worse(before: &Case, after: &Case, change: &str) {
    let (was, is) = (objective(before), objective(after));
    let fine = was.is_none_or(|was| is.is_some_and(|is| is >= was - nearly() - nearly()));
    assert!(fine, "{}: {change}: {was:?} became {is:?}", before.title);
}

#[test]
fn money_never_hurts() {
    for (text, seed) in texts().zip(0..) {
        let case = crate::right_answers::case(&text);
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let mut richer = case.clone();
        let ministry = chance.random_range(0..richer.ministries.len());
        let year = chance.random_range(0..richer.horizon());
        richer.ministries[ministry].budget[year] += Decimal::from(chance.random_range(1..=20));
        never_worse(&case, &richer, "more money");
    }
}

#[test]
fn another_candidate_never_hurts() {
    for (text, seed) in texts().zip(0..) {
        let case = crate::right_answers::case(&text);
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let mut more = case.clone();
        let mut another = case.candidates[chance.random_range(0..case.candidates.len())].clone();
        another.id = "another".to_owned();
        another.status = Status::Free;
        another.points += Decimal::ONE;
        another.costs.iter_mut().for_each(|cost| *cost /= Decimal::TWO);
        more.candidates.push(another);
        never_worse(&case, &more, "another candidate");
    }
}

/// Every case in which one rule of this one is relaxed.
fn relaxed(case: &Case) -> Vec<(String, Case)> {
    let mut all = Vec::new();
    let mut without = |what: String, change: &dyn Fn(&mut Case)| {
        let mut changed = case.clone();
        change(&mut changed);
        all.push((what, changed));
    };
    for at in 0..case.relations.len() {
        if case.relations[at].kind != RelationKind::Synergy {
            without(format!("without relation {at}"), &|case| drop(case.relations.remove(at)));
        }
    }
    for at in 0..case.limits.len() {
        without(format!("without limit {at}"), &|case| drop(case.limits.remove(at)));
        if let Some(Amount::Money(max)) = case.limits[at].max {
            let higher = Some(Amount::Money(max + Decimal::TEN));
            without(format!("a higher limit {at}"), &|case| case.limits[at].max = higher);
        }
    }
    for at in (0..case.services.len()).filter(|&at| case.services[at].floor.is_some()) {
        without(format!("without floor {at}"), &|case| case.services[at].floor = None);
    }
    for (at, candidate) in case.candidates.iter().enumerate() {
        if candidate.status != Status::Free {
            without(format!("without lock {at}"), &|case| case.candidates[at].status = Status::Free);
        }
        if case.candidates.len() < 5 {
            without(format!("later start {at}"), &|case| case.candidates[at].start_to += 1);
            without(format!("any shares {at}"), &|case| case.candidates[at].shares.fill(ShareRange::ANY));
        }
    }
    if case.domains_at_target > 0 {
        without("fewer targets".to_owned(), &|case| case.domains_at_target -= 1);
    }
    all
}

#[test]
fn relaxing_a_rule_never_hurts() {
    let mut times = 0;
    for text in texts().take(50) {
        let case = crate::right_answers::case(&text);
        for (what, relaxed) in relaxed(&case) {
            never_worse(&case, &relaxed, &what);
            times += 1;
        }
    }
    assert!(times > 100, "only {times} rules were relaxed");
}

/// The text with the rows of every table in another order.
fn shuffled(text: &Workbook, seed: u64) -> Workbook {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let mut shuffled = text.clone();
    for table in TABLES {
        shuffled.sheet_mut(table.id).rows.shuffle(&mut chance);
    }
    shuffled
}

/// All of an answer that planners see: what is known, the picks with starts and shares by id, prices, and what conflicts.
fn seen(case: &Case, solver: SolverChoice) -> impl PartialEq + std::fmt::Debug + use<> {
    let options = Options { solver, ..Options::default() };
    let answer = optimise(case, &options, None, &mut |_| ControlFlow::Continue(())).unwrap();
    let picks = answer.portfolio.iter().flat_map(Portfolio::picks);
    let picks: BTreeMap<String, (i32, Vec<u8>)> =
        picks.map(|pick| (case[pick.candidate].id.clone(), (pick.start, pick.shares.clone()))).collect();
    let conflict = answer.conflict.map(|conflict| {
        let named: Vec<String> = conflict.rules.iter().map(|rule| rule.describe(case)).collect();
        assert!(conflict.words.starts_with(&named), "{:?}", conflict.words);
        (named, conflict.repair)
    });
    (answer.status, picks, answer.prices, conflict)
}

#[test]
fn row_order_changes_nothing() {
    let tutorial = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/tutorial");
    let tutorial = store::open(&tutorial).unwrap().workbook;
    let more = [planning(15, 9, Shape::PointsOnly), planning(12, 11, Shape::Crowded), tutorial];
    let mut conflicts = 0;
    for (text, seed) in texts().chain(more).zip(0..) {
        let (this, that) = (crate::right_answers::case(&text), crate::right_answers::case(&shuffled(&text, seed)));
        let (one, other) = (seen(&this, SolverChoice::Auto), seen(&that, SolverChoice::Auto));
        assert_eq!(one, other, "{}", text.settings);
        conflicts += usize::from(format!("{one:?}").starts_with("(Infeasible"));
    }
    assert!(conflicts > 5, "only {conflicts} cases were impossible");
}

/// The engine's picks, prices and proofs: proofs name relations and limits by their rows, so that only their length and
/// their portfolio are compared.
#[test]
fn row_order_changes_nothing_for_the_engine() {
    for seed in 0..6 {
        let text = planning(12, 30 + seed, Shape::Ladder);
        let (this, that) = (crate::right_answers::case(&text), crate::right_answers::case(&shuffled(&text, seed)));
        assert_eq!(seen(&this, SolverChoice::Engine), seen(&that, SolverChoice::Engine), "seed {seed}");
        let prove = |case: &Case| {
            let options = Options::default();
            let (warm, goal, precision) = (None, Goal::Best, Precision::Normal);
            let task =
                Task { case, options: &options, time_left: None, warm, goal, no_goods: &[], known: &[], precision };
            let proof = prove(&task, &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
            let verified = verify(case, &proof.text).unwrap();
            assert_eq!(verified.portfolio, proof.found.portfolio);
            let portfolio = verified.portfolio.unwrap();
            let picks: BTreeMap<_, _> =
                portfolio.picks().iter().map(|pick| (case[pick.candidate].id.clone(), pick.start)).collect();
            (proof.text.lines().count(), picks, verified.leaves)
        };
        assert_eq!(prove(&this), prove(&that), "seed {seed}");
    }
}

/// Nothing is picked that does nothing: without any one pick that is not locked in, the objective is lower, the bill is
/// higher, or a rule is broken.
#[test]
fn every_pick_does_something() {
    let mut picks = 0;
    for text in (3_000..3_150).map(small).chain(texts().skip(60)) {
        let case = crate::right_answers::case(&text);
        let Some((objective, bill, portfolio)) = best(&case, SolverChoice::Auto) else { continue };
        for pick in portfolio.picks().iter().filter(|pick| case[pick.candidate].status != Status::LockedIn) {
            let mut without = portfolio.clone();
            without.remove(pick.candidate);
            let result = evaluate(&case, &without);
            let as_good = result.objective >= objective && result.cost <= bill && result.keeps_all_rules();
            assert!(!as_good, "{}: {} does nothing", case.title, case[pick.candidate].id);
            picks += 1;
        }
    }
    assert!(picks > 60, "only {picks} picks were looked at");
}

/// The case with all money times 1 000.
fn in_thousands(case: &Case) -> Case {
    let mut case = case.clone();
    let times = |amount: &mut Decimal| *amount *= Decimal::ONE_THOUSAND;
    case.ministries.iter_mut().flat_map(|ministry| &mut ministry.budget).for_each(times);
    case.candidates.iter_mut().flat_map(|candidate| &mut candidate.costs).for_each(times);
    for limit in &mut case.limits {
        for amount in [&mut limit.min, &mut limit.max] {
            if let Some(Amount::Money(money)) = amount {
                times(money);
            }
        }
    }
    case
}

#[test]
fn the_unit_of_money_changes_nothing() {
    for text in texts() {
        let case = crate::right_answers::case(&text);
        let (one, other) = (best(&case, SolverChoice::Auto), best(&in_thousands(&case), SolverChoice::Auto));
        assert_eq!(one.is_some(), other.is_some(), "{}", case.title);
        let Some((one, other)) = one.zip(other) else { continue };
        assert!((one.0 - other.0).abs() <= nearly(), "{}: {} and {}", case.title, one.0, other.0);
        assert!(
            (one.1 * Decimal::ONE_THOUSAND - other.1).abs() <= nearly(),
            "{}: {} and {}",
            case.title,
            one.1,
            other.1
        );
    }
}

/// The case as one ministry alone would see it: its own weights, and nobody else's money.
fn alone(case: &Case, MinistryIx(m): MinistryIx) -> Case {
    let mut case = case.clone();
    for (_, ministry) in case.ministries.iter_mut().enumerate().filter(|(at, _)| *at != m) {
        ministry.voice = Decimal::ZERO;
        ministry.budget.fill(Decimal::ZERO);
    }
    case
}

#[test]
fn together_is_at_least_as_good_as_apart_where_that_can_be_funded_together() {
    let mut times = 0;
    for text in (2_000..2_200).map(small).chain(texts().skip(60)) {
        let case = crate::right_answers::case(&text);
        if case.ministries.len() < 2 || case.ministries.iter().any(|ministry| ministry.voice.is_zero()) {
            continue;
        }
        let apart = case.ministry_ixs().filter_map(|ministry| best(&alone(&case, ministry), SolverChoice::Auto));
        let mut both = Portfolio::default();
        for pick in apart.flat_map(|(_, _, portfolio)| portfolio.picks().to_vec()) {
            both.insert(pick);
        }
        let result = evaluate(&case, &both);
        if both.picks().is_empty() || !result.keeps_all_rules() {
            continue;
        }
        times += 1;
        let together = objective(&case).unwrap();
        assert!(together >= result.objective - nearly(), "{}: {together} and {}", case.title, result.objective);
    }
    assert!(times > 20, "only {times} cases could be compared");
}
