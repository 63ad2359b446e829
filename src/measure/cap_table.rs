//! Power from a cap table: how much of the say the home bloc has by its stake, as an exact step function.
//!
//! The bloc holds `c` of 100 votes. The others hold `100 - c` together, always in the proportions of their listed stakes:
//! what the bloc buys it buys from all of them alike, and what wears off goes to all of them alike. A coalition wins when its
//! votes *exceed* the quota `q`. Let `f` be what a coalition of others has of all that the others hold. The bloc is decisive
//! for it, a *swing*, when it wins with the bloc and not without it:
//!
//! ```text
//! c + (100 - c) f > q   and   (100 - c) f ≤ q
//! ```
//!
//! Of a coalition with `100 f ≤ q` that is `c > (q - 100 f) / (1 - f)`, of any other `c ≥ (100 f - q) / f`. So each coalition
//! becomes a swing at one stake and stays one, and power only ever rises with the stake. With `n` others and `s` of them in a
//! coalition:
//!
//! - absolute Banzhaf index: swings / 2ⁿ (Penrose 1946; Banzhaf 1965; Dubey and Shapley 1979),
//! - Shapley–Shubik index: Σ over the swings of `s! (n - s)! / (n + 1)!` (Shapley and Shubik 1954).
//!
//! Coalitions are not listed one by one. A generating function counts how many have the same votes and size (Mann and
//! Shapley 1962): `Π (1 + x^stake y)`, multiplied out one holder after the other. All of it is in whole numbers and
//! fractions; only the power that enters the plan is a decimal of [`PLACES`] places, rounded half to even.
//!
//! What is bought from one holder by name changes the proportions themselves: [`purchases`](super::purchases) gives those
//! that are left, and the steps are those of that table.

use std::collections::BTreeMap;

use crate::model::order::InOrder as _;
use num_rational::Ratio;
use rust_decimal::Decimal;

use crate::model::limits::{MOST_HOLDERS, MOST_SUMS};
use crate::model::{Case, Percent, PowerRule, ServiceIx};

/// Decimal places of a power index where it enters the plan.
pub const PLACES: u32 = 12;

/// So many decimal places may stakes and quota have together: then every fraction fits.
const DIGITS: u32 = 28;

/// A fraction of whole numbers.
pub type Fraction = Ratio<i128>;

/// From a stake on, the bloc has this power.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PowerStep {
    /// The stake, in percent.
    pub stake: Fraction,
    /// Whether the bloc needs more than the stake; else the stake itself is enough.
    pub above: bool,
    /// Its power from there on, 0-1.
    pub power: Fraction,
}

/// Why the power from a cap table is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// Nobody but the home bloc holds anything.
    NoOthers,
    /// So many hold something besides the bloc: too many.
    TooMany(usize),
    /// Their coalitions have too many different sums of votes.
    TooFine,
    /// A stake or the quota is no percentage.
    NoPercent,
}

/// The stakes of those in a service who do not vote with the home bloc, from low to high. Holders whom the same party controls
/// vote as one.
pub fn others(case: &Case, service: ServiceIx) -> Vec<Percent> {
    let mut stakes: Vec<Percent> = parties(case, service).into_values().map(|it| it.normalize()).collect();
    stakes.order();
    stakes
}

/// Who decides over the votes in a service besides the home bloc, each with its votes.
pub fn parties(case: &Case, service: ServiceIx) -> BTreeMap<&str, Percent> {
    let mut parties = BTreeMap::new();
    for it in case.holders.iter().filter(|it| it.service == service && !it.home && !it.stake.is_zero()) {
        *parties.entry(it.party.as_str()).or_default() += it.stake;
    }
    parties
}

/// The power of the home bloc by its stake, from low to high; below the first step it has none.
///
/// # Errors
///
/// If the table does not give it.
pub fn steps(rule: PowerRule, quota: Percent, others: &[Percent]) -> Result<Vec<PowerStep>, Unknown> {
    steps_of(rule, quota, &in_votes(quota, others)?)
}

/// The stakes of the others in votes: whole numbers in the same proportions.
///
/// # Errors
///
/// If nobody can say what a table with them gives.
pub fn in_votes(quota: Percent, others: &[Percent]) -> Result<Vec<i128>, Unknown> {
    let percent = Decimal::ZERO..=Decimal::ONE_HUNDRED;
    if others.is_empty() {
        return Err(Unknown::NoOthers);
    }
    if others.len() > MOST_HOLDERS {
        return Err(Unknown::TooMany(others.len()));
    }
    if !others.iter().chain([&quota]).all(|it| percent.contains(it)) {
        return Err(Unknown::NoPercent);
    }
    let scale = others.iter().map(Decimal::scale).max().unwrap_or(0);
    if scale + quota.scale() > DIGITS {
        return Err(Unknown::TooFine);
    }
    Ok(others.iter().map(|it| it.mantissa() * 10_i128.pow(scale - it.scale())).collect())
}

/// The power of the home bloc by its stake, where the others hold the rest in the proportions of these votes, of which none is
/// below 0. Who has none is nobody. Where nobody is left the bloc decides alone.
///
/// # Errors
///
/// If the table does not give it.
pub fn steps_of(rule: PowerRule, quota: Percent, votes: &[i128]) -> Result<Vec<PowerStep>, Unknown> {
    let mut votes: Vec<i128> = votes.iter().copied().filter(|votes| *votes > 0).collect();
    votes.order();
    let divisor = votes.iter().fold(0, |divisor, it| gcd(divisor, *it));
    if divisor == 0 {
        let alone = PowerStep { stake: Fraction::default(), above: false, power: Fraction::from(1) };
        return Ok(if quota < Decimal::ONE_HUNDRED { vec![alone] } else { Vec::new() });
    }
    for it in &mut votes {
        *it /= divisor;
    }
    if votes.len() > MOST_HOLDERS {
        return Err(Unknown::TooMany(votes.len()));
    }
    let all = votes.iter().try_fold(0_i128, |sum, it| sum.checked_add(*it)).ok_or(Unknown::TooFine)?;
    let most = 10_i128.checked_pow((DIGITS + 4).saturating_sub(quota.scale())).unwrap_or(0);
    if all > most {
        return Err(Unknown::TooFine);
    }
    let tally = tally(&votes, rule == PowerRule::Shapley).ok_or(Unknown::TooFine)?;
    let (weight, of) = weights(rule, votes.len());
    let hundred = Fraction::from(100);
    let quota = Fraction::new(quota.mantissa(), 10_i128.pow(quota.scale()));
    // What becomes a swing at a stake, and what that counts.
    let mut swings: Vec<(Fraction, bool, i128)> = Vec::new();
    for same in tally.chunk_by(|one, next| one.votes == next.votes) {
        let of_all = Fraction::new(same[0].votes, all);
        let above = of_all * hundred <= quota;
        // Everybody together without a majority: nobody can ever have one.
        if above && same[0].votes == all {
            continue;
        }
        let stake = if above {
            (quota - of_all * hundred) / (Fraction::from(1) - of_all)
        } else {
            (of_all * hundred - quota) / of_all
        };
        if !above || stake < hundred {
            swings.push((stake, above, same.iter().map(|it| weight[it.size] * i128::from(it.count)).sum()));
        }
    }
    swings.order();
    let mut power = 0;
    let steps = swings.chunk_by(|one, next| (one.0, one.1) == (next.0, next.1)).map(|same| {
        power += same.iter().map(|it| it.2).sum::<i128>();
        PowerStep { stake: same[0].0, above: same[0].1, power: Fraction::new(power, of) }
    });
    Ok(steps.collect())
}

/// The greatest common divisor.
pub(super) fn gcd(one: i128, other: i128) -> i128 {
    if other == 0 { one } else { gcd(other, one % other) }
}

/// How many coalitions have the same votes and the same size.
#[derive(Debug, Clone, Copy)]
struct Tally {
    votes: i128,
    size: usize,
    count: u32,
}

/// All coalitions, by votes and, where it matters, by size. `None` if there are too many different votes.
fn tally(votes: &[i128], by_size: bool) -> Option<Vec<Tally>> {
    let mut all = vec![Tally { votes: 0, size: 0, count: 1 }];
    for &votes in votes {
        let with = |it: &Tally| Tally { votes: it.votes + votes, size: it.size + usize::from(by_size), ..*it };
        let more: Vec<Tally> = all.iter().map(with).collect();
        all.extend(more);
        // Two sorted runs: sorting merges them.
        all.order_by_key(|it| (it.votes, it.size));
        all.dedup_by(|next, kept| {
            let same = (next.votes, next.size) == (kept.votes, kept.size);
            kept.count += if same { next.count } else { 0 };
            same
        });
        if all.chunk_by(|one, next| one.votes == next.votes).count() > MOST_SUMS {
            return None;
        }
    }
    Some(all)
}

/// What a swing counts, by the size of the coalition, and of what. The Banzhaf index looks at no size, and has but the first.
fn weights(rule: PowerRule, others: usize) -> (Vec<i128>, i128) {
    if rule == PowerRule::Banzhaf {
        return (vec![1], 1 << others);
    }
    let factorial = |number: usize| (1..=number).fold(1_i128, |product, it| product * i128::try_from(it).unwrap_or(1));
    let weight = |size| factorial(size) * factorial(others - size);
    ((0..=others).map(weight).collect(), factorial(others + 1))
}

/// A power index as it enters the plan: a decimal of [`PLACES`] places, rounded half to even.
pub fn rounded(power: Fraction) -> Decimal {
    let (over, under) = (power.numer() * 10_i128.pow(PLACES), *power.denom());
    let (whole, twice) = (over / under, over % under * 2);
    let up = twice > under || (twice == under && whole % 2 == 1);
    Decimal::try_from_i128_with_scale(whole + i128::from(up), PLACES).unwrap_or_default().normalize()
}

/// The least number of `places` decimals, or of fewer if a decimal does not hold as many, that reaches a step.
pub fn least(step: &PowerStep, places: u32) -> Percent {
    let (under, mut rest) = (*step.stake.denom(), *step.stake.numer());
    let mut digits = rest / under;
    for _ in 0..places {
        rest = rest % under * 10;
        digits = digits * 10 + rest / under;
    }
    digits += i128::from(step.above || rest % under > 0);
    match Decimal::try_from_i128_with_scale(digits, places) {
        Ok(least) => least.normalize(),
        Err(_) => least(step, places.saturating_sub(1)),
    }
}
