//! The prices are slopes of the relaxation's bound: the bound at a budget that is larger or smaller by `h` never lies above
//! `bound + h × price`, and where the slopes of both sides agree it lies on it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{ask, fitting, seeds, task};
use crate::model::compile::compile;
use crate::model::generate::{Shape, planning};
use crate::model::{CarryOver, Case};
use crate::optimise::dd::prices::{relaxed, shadow_prices};
use crate::optimise::dd::problem::problem;
use crate::optimise::instance::domains::Domains;
use crate::optimise::{Engine, Goal, Options};

/// A case in which money is short.
fn poor(seed: u64, strictness: u32) -> Case {
    let mut case = fitting(seed, 8, strictness);
    case.ministries.iter_mut().flat_map(|ministry| &mut ministry.budget).for_each(|budget| *budget /= Decimal::from(5));
    case
}

/// The bound of the whole relaxation, and what money is worth in it; `None` if nothing is possible.
fn relax(case: &Case) -> Option<(f64, Vec<Vec<Decimal>>)> {
    let options = Options::default();
    let problem = problem(&task(case, &options, Goal::Best), None, &mut || false).unwrap();
    let mut open = Domains::of(&problem.instance);
    if !open.settle_shares() {
        return None;
    }
    let relaxed = relaxed(&problem, &open, &mut || false)?;
    Some((relaxed.bound, shadow_prices(&problem.instance, &relaxed.prices)))
}

/// The bound when a ministry has so much more in a year.
fn with_more(case: &Case, ministry: usize, year: usize, more: Decimal) -> Option<f64> {
    let mut changed = case.clone();
    changed.ministries[ministry].budget[year] += more;
    relax(&changed).map(|it| it.0)
}

/// Holds every price of a case to the bounds beside it; counts where both sides agree, and where there is a kink.
fn hold(case: &Case, name: &str, step: Decimal) -> (usize, usize) {
    let Some((bound, prices)) = relax(case) else { return (0, 0) };
    let h = step.to_f64().unwrap();
    let close = 1e-6 * (1.0 + bound.abs());
    let (mut smooth, mut kinks) = (0, 0);
    for (m, years) in prices.iter().enumerate() {
        for (year, price) in years.iter().enumerate() {
            let price = price.to_f64().unwrap();
            assert!(price >= 0.0, "{name}: {price}");
            let more = with_more(case, m, year, step).unwrap();
            assert!(more <= bound + h * price + close, "{name}, {m}, {year}: {bound} + {h} × {price} < {more}");
            assert!(more >= bound - close, "{name}, {m}, {year}: money hurts");
            let has = case.ministries[m].budget[year] >= step;
            let Some(less) = has.then(|| with_more(case, m, year, -step)).flatten() else { continue };
            assert!(less <= bound - h * price + close, "{name}, {m}, {year}: {bound} - {h} × {price} < {less}");
            let (right, left) = ((more - bound) / h, (bound - less) / h);
            if (right - left).abs() <= 2.0 * close / h {
                assert!((price - right).abs() <= 4.0 * close / h, "{name}, {m}, {year}: {price}, not {right}");
                smooth += 1;
            } else {
                kinks += 1;
            }
        }
    }
    (smooth, kinks)
}

#[test]
fn prices_are_the_slopes_of_the_bound() {
    let (mut smooth, mut kinks) = (0, 0);
    for seed in seeds(60) {
        let case = poor(40_000 + seed, (seed % 3) as u32);
        let (a, b) = hold(&case, &format!("seed {seed}"), Decimal::new(1, 2));
        smooth += a;
        kinks += b;
    }
    assert!(smooth > 100 && smooth > kinks, "{smooth} smooth places, {kinks} kinks");
}

#[test]
fn prices_of_plans_are_the_slopes_of_the_bound() {
    let mut smooth = 0;
    for (seed, shape) in (610..).zip(Shape::ALL) {
        let case = compile(&planning(20, seed, shape)).case;
        smooth += hold(&case, shape.name(), Decimal::new(1, 1)).0;
    }
    assert!(smooth > 20, "{smooth} smooth places");
}

#[test]
fn the_answer_carries_the_prices_of_the_whole_relaxation() {
    let mut above = 0;
    for seed in seeds(30) {
        let case = poor(41_000 + seed, 0);
        let found = ask(&Engine, &case, Goal::Best);
        if found.portfolio.is_some() {
            let (_, prices) = relax(&case).unwrap();
            above += usize::from(prices.iter().flatten().any(|price| !price.is_zero()));
            assert_eq!(found.prices, Some(prices), "seed {seed}");
        }
    }
    assert!(above > 5, "only {above} cases have a price above 0");
}

/// Where everything carries over, money of a year is worth at least as much as money of a later year.
#[test]
fn early_money_is_worth_at_least_as_much_where_it_keeps() {
    for seed in seeds(30) {
        let case = poor(42_000 + seed, 0);
        let Some((_, prices)) = relax(&case) else { continue };
        for (ministry, years) in case.ministries.iter().zip(&prices) {
            if ministry.carry_over == CarryOver::All {
                assert!(years.windows(2).all(|pair| pair[0] >= pair[1] - Decimal::new(1, 9)), "seed {seed}: {years:?}");
            }
        }
    }
}
