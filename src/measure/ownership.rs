//! Integrated ownership: what everybody at the top owns of a service, through all companies in between.
//!
//! Let `d` be the stakes in the service, and `a[c, e]` the stake of `c` in the company `e`. What flows through each company is
//!
//! ```text
//! y[c] = d[c] + Σ_e a[c, e] × y[e]
//! ```
//!
//! which also counts what goes round in a circle (Brioschi, Buzzacchi and Colombo 1989). The equations of the companies are solved by
//! elimination, in fractions; an owner who is nobody's company then owns `d[p] + Σ_e a[p, e] × y[e]`. What no row tells of is left over.
//! Whoever owns is not therefore in control: that is [`crate::model::ownership`].

use std::collections::BTreeMap;

use num_rational::BigRational;
use num_traits::{One as _, ToPrimitive as _, Zero as _};
use rust_decimal::Decimal;

use super::cap_table::parties;
use crate::model::order::InOrder as _;
use crate::model::ownership::Decider;
use crate::model::{Case, Owner, Percent, ServiceIx};

/// Companies between a service and the top of which the equations are solved.
const MOST: usize = 60;
/// Decimal places of what is told.
const PLACES: u32 = 6;

/// What everybody at the top owns of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ownership<'a> {
    /// The owners, by name, each with the fraction that it owns.
    pub owners: BTreeMap<&'a str, BigRational>,
    /// What no row tells of.
    pub untold: BigRational,
}

/// Who owns a service in the end. `None` where companies own each other whole, so that nobody does, and where there are too many.
pub fn integrated(case: &Case, service: ServiceIx) -> Option<Ownership<'_>> {
    // In the order in which they are met.
    let mut companies: Vec<&str> = Vec::new();
    let holders = || case.holders.iter().filter(|it| it.service == service);
    let is_company = |id: &str| rows(case, id).next().is_some();
    companies.extend(holders().map(|it| it.holder.as_str()).filter(|id| is_company(id)));
    let mut at = 0;
    while let Some(&company) = companies.get(at) {
        for it in rows(case, company).filter(|it| is_company(&it.owner)) {
            if !companies.contains(&it.owner.as_str()) {
                companies.push(&it.owner);
            }
        }
        at += 1;
        if companies.len() > MOST {
            return None;
        }
    }
    let place = |id: &str| companies.iter().position(|it| *it == id);
    // One equation for each company, with the constant last: y[c] - Σ a[c, e] y[e] = d[c].
    let many = companies.len();
    let mut equations = vec![vec![BigRational::zero(); many + 1]; many];
    for (own, equation) in equations.iter_mut().enumerate() {
        equation[own] = BigRational::one();
    }
    for it in holders() {
        if let Some(own) = place(&it.holder) {
            equations[own][many] += fraction(it.stake);
        }
    }
    for (of, company) in companies.iter().enumerate() {
        for it in rows(case, company) {
            if let Some(own) = place(&it.owner) {
                equations[own][of] -= fraction(it.stake);
            }
        }
    }
    let flows = solve(equations)?;
    let mut owners: BTreeMap<&str, BigRational> = BTreeMap::new();
    let mut add = |owner, part| *owners.entry(owner).or_insert_with(BigRational::zero) += part;
    for it in holders().filter(|it| place(&it.holder).is_none()) {
        add(it.holder.as_str(), fraction(it.stake));
    }
    for (company, flow) in companies.iter().zip(&flows) {
        for it in rows(case, company).filter(|it| place(&it.owner).is_none()) {
            add(it.owner.as_str(), flow * fraction(it.stake));
        }
    }
    let untold = owners.values().fold(BigRational::one(), |left, part| left - part);
    Some(Ownership { owners, untold })
}

/// The rows about a company.
fn rows<'a>(case: &'a Case, company: &'a str) -> impl Iterator<Item = &'a Owner> {
    case.owners.iter().filter(move |it| it.company == company && it.owner != company)
}

/// Who decides over the votes in a service, each with its votes, most first.
pub fn deciders(case: &Case, service: ServiceIx) -> Vec<(Decider<'_>, Percent)> {
    let home: Percent = case.holders.iter().filter(|it| it.service == service && it.home).map(|it| it.stake).sum();
    let others = parties(case, service).into_iter().map(|(party, votes)| (Decider::Party(party), votes));
    let mut all: Vec<_> =
        std::iter::once((Decider::Home, home)).filter(|(_, votes)| !votes.is_zero()).chain(others).collect();
    all.order_by_key(|(_, votes)| std::cmp::Reverse(*votes));
    all
}

/// Gauss and Jordan. `None` if the equations have no single solution.
fn solve(mut equations: Vec<Vec<BigRational>>) -> Option<Vec<BigRational>> {
    for at in 0..equations.len() {
        let pivot = (at..equations.len()).find(|&row| !equations[row][at].is_zero())?;
        equations.swap(at, pivot);
        let by = equations[at][at].clone();
        for cell in equations[at].iter_mut().filter(|it| !it.is_zero()) {
            *cell /= &by;
        }
        let own = equations[at].clone();
        for (row, equation) in equations.iter_mut().enumerate() {
            if row == at || equation[at].is_zero() {
                continue;
            }
            let times = equation[at].clone();
            for (cell, own) in equation.iter_mut().zip(&own).filter(|(_, own)| !own.is_zero()) {
                *cell -= &times * own;
            }
        }
    }
    equations.into_iter().map(|mut equation| equation.pop()).collect()
}

/// A percentage as a fraction of one.
fn fraction(percent: Percent) -> BigRational {
    let percent = percent.normalize();
    BigRational::new(percent.mantissa().into(), (10_i128.pow(percent.scale()) * 100).into())
}

/// A fraction as a percentage of a few decimals.
pub fn percent(part: &BigRational) -> Percent {
    let scaled = (part * BigRational::from_integer(10_i64.pow(PLACES + 2).into())).round();
    let digits = scaled.to_integer().to_i128().unwrap_or_default();
    Decimal::try_from_i128_with_scale(digits, PLACES).unwrap_or_default().normalize()
}
