//! Ties, nothing to pay, nothing to gain, many on one service, many services for one, huge and tiny numbers, nothing possible.

use rust_decimal::Decimal;

use super::{agree, ask, fitting, highs, objective, seeds, within};
use crate::measure::evaluate;
use crate::model::{
    Amount, CandidateIx, CarryOver, Case, Effect, Limit, MinistryIx, Relation, RelationKind, RungIx, Scope, ServiceIx,
    ShareRange, Status,
};
use crate::optimise::{End, Engine, Goal};

fn position(seed: u64) -> usize {
    usize::try_from(seed).unwrap()
}

#[test]
fn nothing_to_pay_nothing_to_gain_and_hardly_anything_to_gain() {
    for seed in seeds(40) {
        let mut case = fitting(seed, 6, 0);
        for (at, candidate) in case.candidates.iter_mut().enumerate() {
            match (position(seed) + at) % 4 {
                0 => candidate.costs.iter_mut().for_each(|cost| *cost = Decimal::ZERO),
                1 => candidate.effects.iter_mut().for_each(|effect| effect.control_gain = Decimal::ZERO),
                2 => candidate.points = Decimal::ONE,
                _ => candidate.points = Decimal::new(1, 9),
            }
        }
        agree(&case, &format!("seed {seed}"));
    }
}

#[test]
fn everything_free_and_everything_worthless() {
    for seed in seeds(20) {
        let mut free = fitting(seed, 8, 1);
        free.candidates.iter_mut().flat_map(|it| &mut it.costs).for_each(|cost| *cost = Decimal::ZERO);
        agree(&free, &format!("free, seed {seed}"));
        let mut worthless = fitting(seed, 8, 1);
        for candidate in &mut worthless.candidates {
            candidate.effects.clear();
            candidate.points = Decimal::ZERO;
        }
        agree(&worthless, &format!("worthless, seed {seed}"));
    }
}

#[test]
fn twins_tie() {
    for seed in seeds(20) {
        let mut case = fitting(seed, 4, 1);
        for at in 0..4 {
            for copy in 0..2 {
                let mut twin = case.candidates[at].clone();
                twin.id = format!("{}-{copy}", twin.id);
                twin.status = Status::Free;
                case.candidates.push(twin);
            }
        }
        agree(&case, &format!("seed {seed}"));
    }
}

#[test]
fn thirty_candidates_on_one_service() {
    // The solver that is built in takes minutes for thirty of them, and the engine a moment.
    let many = if highs().is_some() { 30 } else { 12 };
    for seed in seeds(4) {
        let mut case = fitting(900 + seed, many, 0);
        case.relations.clear();
        case.last_year = case.first_year;
        for ministry in &mut case.ministries {
            ministry.budget = vec![Decimal::from(30)];
        }
        for (at, candidate) in case.candidates.iter_mut().enumerate() {
            (candidate.start_from, candidate.start_to) = (case.first_year, case.first_year);
            candidate.costs = vec![Decimal::new(i64::try_from(13 + 7 * at % 31).unwrap(), 1)];
            candidate.lead_time = 1;
            candidate.status = Status::Free;
            candidate.shares.fill(ShareRange::ANY);
            let gain = Decimal::new(i64::try_from(7 + 11 * (at + position(seed)) % 23).unwrap(), 1);
            candidate.effects = vec![Effect {
                service: ServiceIx(0),
                control_gain: gain,
                buys_from: String::new(),
                grants: None,
                prevents: None,
                lasts: None,
                row: at,
            }];
        }
        agree(&case, &format!("seed {seed}"));
    }
}

#[test]
fn candidates_that_move_every_service() {
    for seed in seeds(20) {
        let mut case = fitting(1_300 + seed, 7, 1);
        let services = case.services.len();
        for (at, candidate) in case.candidates.iter_mut().enumerate() {
            let effect = |service: usize| Effect {
                service: ServiceIx(service),
                control_gain: Decimal::from((at * 5 + service * 3 + position(seed)) % 19 + 1),
                buys_from: String::new(),
                grants: (at + service).is_multiple_of(6).then_some(RungIx(0)),
                prevents: None,
                lasts: None,
                row: service,
            };
            candidate.effects = (0..services).map(effect).collect();
        }
        agree(&case, &format!("seed {seed}"));
    }
}

/// The case with all money times a factor.
fn with_money_times(case: &Case, factor: Decimal) -> Case {
    let mut case = case.clone();
    let times = |amount: &mut Decimal| *amount *= factor;
    case.ministries.iter_mut().flat_map(|ministry| &mut ministry.budget).for_each(times);
    case.candidates.iter_mut().flat_map(|candidate| &mut candidate.costs).for_each(times);
    for limit in &mut case.limits {
        for amount in [&mut limit.min, &mut limit.max] {
            if let Some(Amount::Money(money)) = amount {
                *money *= factor;
            }
        }
    }
    case
}

#[test]
fn huge_and_tiny_money_is_like_any_other() {
    for seed in seeds(40) {
        let case = fitting(seed, 7, (seed % 3) as u32);
        let usual = ask(&Engine, &case, Goal::Best);
        let best = objective(&case, &usual);
        for factor in [Decimal::new(1, 4), Decimal::from(1_000_000_000)] {
            let scaled = with_money_times(&case, factor);
            let found = ask(&Engine, &scaled, Goal::Best);
            assert!(within(best, objective(&scaled, &found)), "seed {seed}, money times {factor}: {found:?}");
            let Some(best) = best else { continue };
            let goal = Goal::Cheapest { at_least: best };
            let bill = |case: &Case| evaluate(case, ask(&Engine, case, goal).portfolio.as_ref().unwrap()).cost;
            assert_eq!(bill(&case) * factor, bill(&scaled), "seed {seed}, money times {factor}");
        }
    }
}

#[test]
fn huge_and_tiny_money_side_by_side() {
    for seed in seeds(20) {
        let mut case = fitting(seed, 7, 0);
        case.ministries.iter_mut().for_each(|ministry| ministry.budget.iter_mut().for_each(|it| *it += Decimal::TEN));
        let huge = case.candidates.len();
        for at in 0..huge {
            let candidate = &mut case.candidates[at];
            match at % 3 {
                0 => candidate.costs.iter_mut().for_each(|cost| *cost = Decimal::new(1, 4)),
                1 => candidate.costs.iter_mut().for_each(|cost| *cost = Decimal::from(1_000_000_000)),
                _ => {}
            }
            candidate.status = Status::Free;
        }
        let found = ask(&Engine, &case, Goal::Best);
        // What costs a thousand million cannot be paid: without it the answer is the same.
        let mut without = case.clone();
        for candidate in &mut without.candidates {
            if candidate.costs.contains(&Decimal::from(1_000_000_000)) && candidate.cofinance < Decimal::ONE_HUNDRED {
                candidate.status = Status::LockedOut;
            }
        }
        agree(&without, &format!("seed {seed}"));
        assert!(
            within(objective(&case, &found), objective(&without, &ask(&Engine, &without, Goal::Best))),
            "seed {seed}"
        );
    }
}

#[test]
fn tiny_weights_count() {
    for seed in seeds(80) {
        let mut case = fitting(seed, 7, (seed % 3) as u32);
        let tiny = Decimal::new(1, 6);
        case.domains[0].weights.iter_mut().for_each(|weight| *weight *= tiny);
        case.services[1].weight *= tiny;
        agree(&case, &format!("seed {seed}"));
    }
}

/// Cases that have no portfolio, each for one reason.
fn impossible(seed: u64) -> Vec<(&'static str, Case)> {
    let case = || {
        let mut case = fitting(seed, 6, 0);
        case.relations.clear();
        case.limits.clear();
        for candidate in &mut case.candidates {
            candidate.status = Status::Free;
            candidate.shares.fill(ShareRange::ANY);
            (candidate.start_from, candidate.start_to) = (case.first_year, case.first_year);
            candidate.costs = vec![Decimal::ONE];
            candidate.cofinance = Decimal::ZERO;
        }
        case.ministries.iter_mut().for_each(|ministry| ministry.budget.fill(Decimal::TEN));
        case
    };
    let all = |case: &Case| case.candidate_ixs().collect::<Vec<_>>();
    let mut cases = Vec::new();
    let mut locked = case();
    locked.candidates[0].status = Status::LockedIn;
    locked.candidates[0].costs = vec![Decimal::from(1000)];
    cases.push(("a lock that costs too much", locked));
    let mut excluded = case();
    excluded.candidates.iter_mut().take(2).for_each(|candidate| candidate.status = Status::LockedIn);
    excluded.relations.push(Relation::between(RelationKind::Excludes, vec![CandidateIx(0), CandidateIx(1)]));
    cases.push(("locks that exclude each other", excluded));
    let mut counted = case();
    counted.relations.push(Relation::counting(RelationKind::AtLeast, 3, all(&counted)));
    counted.relations.push(Relation { row: 1, ..Relation::counting(RelationKind::AtMost, 2, all(&counted)) });
    cases.push(("at least three, at most two", counted));
    let mut limited = case();
    let more = Some(Amount::Money(Decimal::from(500)));
    limited.limits.push(Limit { scope: Scope::Ministry(MinistryIx(0)), min: more, max: None, row: 0 });
    cases.push(("a least that nothing reaches", limited));
    let mut floor = case();
    floor.candidates.iter_mut().for_each(|candidate| candidate.effects.clear());
    floor.services[0].control = Decimal::ZERO;
    floor.services[0].floor = Some(RungIx(floor.rungs.len() - 1));
    cases.push(("a floor out of reach", floor));
    let mut targets = case();
    targets.domains.iter_mut().for_each(|domain| domain.target = Decimal::ONE);
    targets.rungs.iter_mut().for_each(|rung| rung.power /= Decimal::TEN);
    targets.domains_at_target = targets.domains.len();
    cases.push(("targets out of reach", targets));
    let mut money = case();
    money.relations.push(Relation::counting(RelationKind::AtLeast, 4, all(&money)));
    for ministry in &mut money.ministries {
        ministry.carry_over = CarryOver::Fraction(Decimal::ZERO);
        ministry.budget.fill(Decimal::ZERO);
        ministry.budget[0] = Decimal::ONE;
    }
    cases.push(("four for the money of three", money));
    cases
}

#[test]
fn nothing_possible_is_said() {
    for seed in seeds(10) {
        for (why, case) in impossible(seed) {
            let found = ask(&Engine, &case, Goal::Best);
            assert_eq!((found.end, &found.portfolio), (End::Infeasible, &None), "seed {seed}: {why}");
        }
    }
}
