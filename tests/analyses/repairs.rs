//! Ways out of impossible cases against all portfolios.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};

use beslismacht::analyse::alternatives::Ending;
use beslismacht::analyse::case_transforms::{with_total_budget, without_rules};
use beslismacht::analyse::repairs::{Change, MOST_RULES, Repair, Repairs, UNIT, repairs};
use beslismacht::analyse::{Failure, Oracle, Solving};
use beslismacht::measure::Rule;
use beslismacht::model::{Amount, CarryOver, Case, Holder, Portfolio, RelationKind, RungIx, Status};
use beslismacht::optimise::{Progress, Query, QueryResult, SAME, WarmStart};
use beslismacht::rules::negotiable_rules;
use rust_decimal::Decimal;

use super::exhaustive::{Exhaustive, all, best, cases, with_runner};

/// Cases with demands that cannot be met: much is locked in, floors are high and budgets are small.
fn impossible(seeds: std::ops::Range<u64>) -> impl Iterator<Item = (u64, Case)> {
    cases(seeds).filter_map(|(seed, case)| {
        let mut case = with_total_budget(&case, case.total_budget() * Decimal::new(4, 1));
        for candidate in case.candidates.iter_mut().skip(usize::try_from(seed % 2).unwrap()).step_by(2) {
            candidate.status = Status::LockedIn;
        }
        let top = case.rungs.len().checked_sub(1).map(RungIx);
        for service in case.services.iter_mut().skip(1).step_by(2) {
            service.floor = top.or(service.floor);
        }
        if seed.is_multiple_of(3) {
            sold(&mut case);
        }
        (all(&case).is_empty() && negotiable_rules(&case).len() <= 18).then_some((seed, case))
    })
}

/// Adds a floor to what a takeover of each service costs, and holders who sell.
fn sold(case: &mut Case) {
    for service in case.service_ixs().collect::<Vec<_>>() {
        case.services[service.0].takeover_floor = Some(Decimal::from(9));
        for (holder, stake, price) in [("a", 40, 6), ("b", 30, 5), ("c", 20, 3)] {
            case.holders.push(Holder {
                service,
                holder: holder.to_owned(),
                name: String::new(),
                jurisdiction: String::new(),
                stake: Decimal::from(stake),
                price: Some(Decimal::from(price)),
                marked: false,
                home: false,
                party: holder.to_owned(),
                row: case.holders.len(),
            });
        }
    }
}

/// Every smallest set of rules without which there is a portfolio, up to this many rules.
fn truth(case: &Case) -> BTreeSet<BTreeSet<Rule>> {
    let rules = negotiable_rules(case);
    let mut found: BTreeSet<BTreeSet<Rule>> = BTreeSet::new();
    let sets = (0..1_u32 << rules.len()).filter(|set| set.count_ones() <= u32::try_from(MOST_RULES).unwrap());
    let mut sets: Vec<u32> = sets.collect();
    sets.sort_by_key(|set| set.count_ones());
    for set in sets {
        let set: BTreeSet<Rule> = (0..rules.len()).filter(|at| set >> at & 1 == 1).map(|at| rules[at]).collect();
        if found.iter().any(|smaller| smaller.is_subset(&set)) {
            continue;
        }
        let given_up: Vec<Rule> = set.iter().copied().collect();
        if !all(&without_rules(case, &given_up)).is_empty() {
            found.insert(set);
        }
    }
    found
}

fn rule(change: &Change) -> Rule {
    match *change {
        Change::Raise(ministry, year, _) => Rule::Budget { ministry, year },
        Change::CarryOver(ministry, _) => Rule::CarryOver(ministry),
        Change::Limit(rule, _) | Change::Count(rule, _) | Change::GiveUp(rule) => rule,
        Change::Floor(service, _) => Rule::Floor(service),
        Change::DomainFloor(domain, _) => Rule::DomainFloor(domain),
        Change::TakeoverFloor(service, _) => Rule::TakeoverFloor(service),
    }
}

/// The change by one unit less; `None` if nothing would be left of it.
fn less(case: &Case, change: &Change) -> Option<Change> {
    let amount = |amount: &Amount, by: Decimal| match amount {
        Amount::Money(money) => Amount::Money(money + by),
        Amount::Percent(percent) => Amount::Percent(percent + by),
    };
    match change {
        Change::Raise(ministry, year, by) => (*by > UNIT).then(|| Change::Raise(*ministry, *year, by - UNIT)),
        Change::CarryOver(ministry, to) => {
            let CarryOver::Fraction(now) = case.ministries[ministry.0].carry_over else { return None };
            (*to - UNIT > now).then(|| Change::CarryOver(*ministry, to - UNIT))
        }
        Change::GiveUp(Rule::CarryOver(ministry)) => Some(Change::CarryOver(*ministry, Decimal::ONE)),
        Change::Limit(rule @ Rule::LimitMax(_), to) => Some(Change::Limit(*rule, amount(to, -UNIT))),
        Change::Limit(rule, to) => Some(Change::Limit(*rule, amount(to, UNIT))),
        Change::Floor(service, rung) => {
            let floor = case[*service].floor.unwrap();
            (rung.0 + 1 < floor.0).then_some(Change::Floor(*service, RungIx(rung.0 + 1)))
        }
        Change::DomainFloor(domain, rung) => {
            let floor = case[*domain].floor.unwrap();
            (rung.0 + 1 < floor.0).then_some(Change::DomainFloor(*domain, RungIx(rung.0 + 1)))
        }
        Change::TakeoverFloor(service, to) => {
            let floor = case[*service].takeover_floor.unwrap();
            (to + UNIT < floor).then(|| Change::TakeoverFloor(*service, to + UNIT))
        }
        Change::GiveUp(Rule::TakeoverFloor(service)) => Some(Change::TakeoverFloor(*service, UNIT)),
        Change::Count(rule @ Rule::Relation(at), count) if case.relations[*at].kind == RelationKind::AtMost => {
            (*count > case.relations[*at].count + 1).then(|| Change::Count(*rule, count - 1))
        }
        Change::Count(rule, count) => Some(Change::Count(*rule, count + 1)),
        Change::GiveUp(Rule::Floor(service)) => {
            case[*service].floor.filter(|floor| floor.0 > 0).map(|_| Change::Floor(*service, RungIx(0)))
        }
        Change::GiveUp(Rule::DomainFloor(domain)) => {
            case[*domain].floor.filter(|floor| floor.0 > 0).map(|_| Change::DomainFloor(*domain, RungIx(0)))
        }
        Change::GiveUp(_) => None,
    }
}

fn applied(case: &Case, changes: &[Change]) -> Case {
    changes.iter().fold(case.clone(), |case, change| change.apply(&case))
}

fn check_one(seed: u64, case: &Case, repair: &Repair) {
    let what = format!("case {seed}: {:?}", repair.changes);
    assert!(repair.least, "{what}");
    let repaired = applied(case, &repair.changes);
    let truth = best(&repaired);
    assert!(truth.is_some(), "{what}: it makes the case possible");
    assert!((repair.best.objective.unwrap() - truth.unwrap()).abs() <= SAME, "{what}");
    for (at, change) in repair.changes.iter().enumerate() {
        let mut others = repair.changes.clone();
        others.remove(at);
        assert!(best(&applied(case, &others)).is_none(), "{what}: none can be left out");
        // Each is as small as can be behind those before it, with those after it given up.
        if let Some(less) = less(case, change) {
            let mut changes = repair.changes[..at].to_vec();
            changes.push(less);
            changes.extend(repair.changes[at + 1..].iter().map(|change| Change::GiveUp(rule(change))));
            assert!(best(&applied(case, &changes)).is_none(), "{what}: change {at} could be smaller");
        }
    }
}

fn check(oracle: &dyn Oracle, seeds: std::ops::Range<u64>) -> usize {
    let (mut found_in_all, mut takeovers) = (0, 0);
    for (seed, case) in impossible(seeds) {
        let found = with_runner(oracle, 1, |runner| repairs(runner, &case, &[], 1000, &|_| {})).unwrap();
        assert_eq!(found.ending, Ending::Complete, "case {seed}");
        let sets: BTreeSet<BTreeSet<Rule>> =
            found.repairs.iter().map(|repair| repair.changes.iter().map(rule).collect()).collect();
        assert_eq!(sets.len(), found.repairs.len(), "case {seed}: none appears twice");
        assert_eq!(sets, truth(&case), "case {seed}");
        for repair in &found.repairs {
            check_one(seed, &case, repair);
            found_in_all += 1;
            takeovers += repair.changes.iter().filter(|it| matches!(it, Change::TakeoverFloor(..))).count();
        }
        let price = |repair: &Repair| (repair.money, -repair.best.objective.unwrap());
        assert!(found.repairs.is_sorted_by_key(price), "case {seed}: in order of price");
    }
    assert!(takeovers > 0, "no floor of a takeover is lowered");
    found_in_all
}

#[test]
fn the_repairs_are_all_smallest_sets_and_each_as_small_as_can_be() {
    let found = check(&Exhaustive, 0..60);
    assert!(found > 10, "{found}");
}

#[test]
fn the_solver_finds_the_same_repairs() {
    let found = check(&Solving::default(), 120..160);
    assert!(found > 2, "{found}");
}

#[test]
fn each_repair_is_told_before_the_next_is_looked_for() {
    let counting = Counting(AtomicUsize::new(0));
    let (mut told, mut cases) = (0, 0);
    for (seed, case) in impossible(0..120) {
        let asked = RefCell::new(Vec::new());
        let tell =
            |so_far: Repairs| asked.borrow_mut().push((so_far.repairs.len(), counting.0.load(Ordering::Relaxed)));
        let found = with_runner(&counting, 1, |runner| repairs(runner, &case, &[], 1000, &tell)).unwrap();
        let asked = asked.into_inner();
        assert_eq!(asked.len(), found.repairs.len(), "case {seed}: one more each time");
        for (before, after) in asked.iter().zip(asked.iter().skip(1)) {
            assert_eq!(before.0 + 1, after.0, "case {seed}");
            // The next one is looked for and priced after that.
            told += usize::from(before.1 < after.1);
            cases += 1;
        }
    }
    assert!(cases > 10 && told == cases, "{told} of {cases}");
}

/// The solver, and how often it was asked.
struct Counting(AtomicUsize);

impl Oracle for Counting {
    fn answer(
        &self,
        question: &Query,
        warm: Option<&Portfolio>,
        memory: &mut WarmStart,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<QueryResult, Failure> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Exhaustive.answer(question, warm, memory, on)
    }
}

#[test]
fn a_budget_that_is_too_small_by_seven_needs_seven() {
    let mut case = super::exhaustive::knapsack(&[1], &[&[12]], &[5]);
    case.candidates[0].status = Status::LockedIn;
    let found = with_runner(&Solving::default(), 1, |runner| repairs(runner, &case, &[], 10, &|_| {})).unwrap();
    let money: Vec<Decimal> = found.repairs.iter().map(|repair| repair.money).collect();
    // Giving up the lock costs nothing; else 7 are missing.
    assert_eq!(money, [Decimal::ZERO, Decimal::from(7)]);
    assert!(matches!(case.ministries[0].carry_over, CarryOver::Fraction(fraction) if fraction.is_zero()));
}
