//! The engine against trying everything. Cases with wider shares are held to another exhaustive search, in the tests of
//! right answers.

use rust_decimal::Decimal;

use super::{ask, fitting, objective, seeds, within};
use crate::measure::evaluate;
use crate::measure::purchases::sets;
use crate::model::{
    Candidate, CandidateIx, Case, Pick, Portfolio, Relation, RelationKind, ServiceIx, ShareRange, Timing,
};
use crate::optimise::reoptimise::recast::lowered;
use crate::optimise::solvers::choice::choose;
use crate::optimise::testing::{bought_by_name, guarded, wearing_off};
use crate::optimise::{Engine, Goal, Measure, Options, Solver, SolverChoice};
use crate::rules::takeover_floor;

/// All whole splits of 100 percent in these ranges, for at most two ministries.
fn splits(ranges: &[ShareRange]) -> Vec<Vec<u8>> {
    match ranges {
        [one] => {
            if one.contains(100) {
                vec![vec![100]]
            } else {
                Vec::new()
            }
        }
        [one, other] => (one.min..=one.max)
            .filter(|share| other.contains(100 - share))
            .map(|share| vec![share, 100 - share])
            .collect(),
        _ => Vec::new(),
    }
}

/// The best objective and the lowest bill for it, by trying everything; none inside when no portfolio is possible, none
/// when there is too much to try.
#[allow(clippy::option_option)]
fn exhaustive(case: &Case, most: usize) -> Option<Option<(Decimal, Decimal)>> {
    exhaustive_of(case, most, |_| true)
}

/// The same of the portfolios that are wanted.
#[allow(clippy::option_option)]
pub(in crate::optimise) fn exhaustive_of(
    case: &Case,
    most: usize,
    wanted: impl Fn(&Portfolio) -> bool,
) -> Option<Option<(Decimal, Decimal)>> {
    let options = |candidate: &Candidate| {
        let mut options = vec![None];
        for start in candidate.starts(case.first_year, case.last_year) {
            options.extend(splits(&candidate.shares).into_iter().map(|shares| Some((start, shares))));
        }
        options
    };
    let options: Vec<_> = case.candidates.iter().map(options).collect();
    let count = options.iter().try_fold(1_usize, |count, it| count.checked_mul(it.len()))?;
    if count > most {
        return None;
    }
    let measures = crate::measure::Measures::new(case);
    let mut best: Option<(Decimal, Decimal)> = None;
    for number in 0..count {
        let mut rest = number;
        let mut picks = Vec::new();
        for (at, options) in options.iter().enumerate() {
            if let Some((start, shares)) = &options[rest % options.len()] {
                picks.push(Pick { candidate: CandidateIx(at), start: *start, shares: shares.clone() });
            }
            rest /= options.len();
        }
        let portfolio = Portfolio::new(picks);
        let evaluation = measures.evaluate(case, &portfolio);
        let better = best.is_none_or(|(objective, cost)| {
            evaluation.objective > objective || (evaluation.objective == objective && evaluation.cost < cost)
        });
        if better && evaluation.keeps_all_rules() && wanted(&portfolio) {
            best = Some((evaluation.objective, evaluation.cost));
        }
    }
    Some(best)
}

/// A random case with few splits to try.
pub(in crate::optimise) fn small(seed: u64) -> Case {
    let mut case = fitting(seed, 2 + (seed % 4) as usize, (seed % 4) as u32);
    for candidate in &mut case.candidates {
        if let [one, other] = candidate.shares.as_mut_slice() {
            one.max = one.max.min(one.min + 2);
            other.min = 100 - one.max;
            other.max = 100 - one.min;
        }
    }
    case
}

/// Where more power is worth less, nobody may be less in force than is chosen.
#[test]
fn the_least_power_agrees_with_exhaustive_search() {
    let mut compared = 0;
    for seed in seeds(3000) {
        let case = small(seed);
        let Some((case, _)) = lowered(&case, &Measure::Objective).filter(|_| case.ministries.len() <= 2) else {
            continue;
        };
        let Some(expected) = exhaustive(&case, 1200) else { continue };
        compared += 1;
        let value = objective(&case, &ask(&Engine, &case, Goal::Best));
        assert!(within(value, expected.map(|it| it.0)), "seed {seed}: {value:?}, exhaustive {expected:?}");
    }
    assert!(compared > 500, "only {compared} cases were small enough");
}

/// Both or none: two that require each other are chosen together, in the same year.
#[test]
fn pairs_that_require_each_other_agree_with_exhaustive_search() {
    let mut together = 0;
    for seed in seeds(600) {
        let mut case = small(seed);
        for (row, pair) in [[0, 1], [1, 0]].into_iter().enumerate() {
            let members = pair.map(CandidateIx).to_vec();
            let row = case.relations.len() + row;
            case.relations.push(Relation { row, ..Relation::between(RelationKind::Requires, members) });
        }
        let Some(expected) = exhaustive(&case, 1200).filter(|_| case.ministries.len() <= 2) else { continue };
        let found = ask(&Engine, &case, Goal::Best);
        let value = objective(&case, &found);
        assert!(within(value, expected.map(|it| it.0)), "seed {seed}: {value:?}, exhaustive {expected:?}");
        together += usize::from(found.portfolio.is_some_and(|it| it.contains(CandidateIx(0))));
    }
    assert!(together > 30, "only {together} pairs were chosen");
}

#[test]
fn agrees_with_exhaustive_search() {
    assert!(compared(3000, 1200, small) > 1000);
}

/// Also where later starts are better, because effects wear off; in half of these cases every year counts.
#[test]
fn effects_that_wear_off_agree_with_exhaustive_search() {
    let later = std::cell::Cell::new(0);
    let wearing = |seed: u64| {
        let mut case = wearing_off(small(seed), seed);
        case.timing = if seed.is_multiple_of(2) { Timing::Average } else { Timing::Final };
        let for_ever = case.candidates.iter().all(|it| it.effects.iter().all(|effect| effect.lasts.is_none()));
        later.set(later.get() + u32::from(!for_ever));
        case
    };
    assert!(compared(400, 600, wearing) > 120);
    assert!(later.get() > 150, "only {} cases have effects that wear off", later.get());
}

/// Stakes that are bought from holders by name, in half of the cases with every year, in a third with effects that wear off.
fn named(seed: u64) -> Case {
    let mut case = bought_by_name(small(seed), seed);
    if seed.is_multiple_of(3) {
        case = wearing_off(case, seed);
    }
    case.timing = if seed.is_multiple_of(2) { Timing::Average } else { Timing::Final };
    case
}

/// The general solver too.
#[test]
fn purchases_by_name_agree_with_exhaustive_search() {
    let of_sets = |case: &Case| case.service_ixs().map(|it| sets(case, it).len()).max().unwrap_or(0);
    let (mut told_apart, mut other_power, mut wrong) = (0, 0, 0);
    for seed in seeds(900) {
        let case = named(seed);
        let Some(expected) = exhaustive(&case, 1200).filter(|_| case.ministries.len() <= 2) else { continue };
        told_apart += usize::from(of_sets(&case) > 2);
        let general = Options { solver: SolverChoice::Microlp, ..Options::default() };
        let general = choose(&case, &general).unwrap().0;
        for solver in [&Engine as &dyn Solver, general.as_ref()] {
            let found = ask(solver, &case, Goal::Best);
            let (name, end) = (solver.name(), found.end);
            if let Some(portfolio) = &found.portfolio
                && !evaluate(&case, portfolio).keeps_all_rules()
            {
                eprintln!("seed {seed}, {name}, {end:?}: breaks rules");
                wrong += 1;
                continue;
            }
            let value = objective(&case, &found);
            if !within(value, expected.map(|it| it.0)) {
                eprintln!("seed {seed}, {name}, {end:?}: {value:?}, exhaustive {expected:?}");
                wrong += 1;
            }
        }
        // Where nobody is named, the answer is another one: the names count.
        let mut alike = case.clone();
        alike.candidates.iter_mut().flat_map(|it| &mut it.effects).for_each(|effect| effect.buys_from.clear());
        other_power += usize::from(exhaustive(&alike, 1200).flatten() != expected);
    }
    assert_eq!(wrong, 0);
    assert!(told_apart > 150 && other_power > 60, "{told_apart}, {other_power}");
    assert!(compared(300, 600, named) > 100);
}

/// Also where more control may make a takeover too cheap, so that less of it is chosen; in a third of these cases every year counts, and in
/// others effects wear off.
#[test]
fn what_a_takeover_costs_agrees_with_exhaustive_search() {
    let (asked, matters) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    let guarded = |seed: u64| {
        let case = guarded(if seed.is_multiple_of(3) { wearing_off(small(seed), seed) } else { small(seed) }, seed);
        let rules = case.service_ixs().filter(|&it| takeover_floor::asked(&case, it).is_some()).count();
        asked.set(asked.get() + usize::from(rules > 0));
        let free = Case { takeover_floor: None, ..case.clone() };
        let free = case.service_ixs().fold(free, |mut free, ServiceIx(at)| {
            free.services[at].takeover_floor = None;
            free
        });
        let best = |case: &Case| exhaustive(case, 60).flatten();
        matters.set(matters.get() + usize::from(best(&case) != best(&free)));
        case
    };
    assert!(compared(900, 900, guarded) > 400);
    assert!(asked.get() > 500, "only {} cases ask for a price", asked.get());
    assert!(matters.get() > 60, "it changes the answer of only {}", matters.get());
}

/// How many random cases were small enough to try everything: the engine agrees in all of them, in both stages.
fn compared(usual: u64, most: usize, make: impl Fn(u64) -> Case) -> usize {
    let mut compared = 0;
    for seed in seeds(usual) {
        let case = make(seed);
        if case.ministries.len() > 2 {
            continue;
        }
        let Some(expected) = exhaustive(&case, most) else { continue };
        compared += 1;
        let found = ask(&Engine, &case, Goal::Best);
        let value = objective(&case, &found);
        assert!(within(value, expected.map(|it| it.0)), "seed {seed}: {value:?}, exhaustive {expected:?}");
        let Some((best, cost)) = expected else { continue };
        let cheapest = ask(&Engine, &case, Goal::Cheapest { at_least: best });
        let bill = evaluate(&case, cheapest.portfolio.as_ref().unwrap()).cost;
        assert!(objective(&case, &cheapest) >= Some(best - Decimal::new(1, 9)), "seed {seed}");
        assert_eq!(bill, cost, "seed {seed}");
    }
    compared
}
