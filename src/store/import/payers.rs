//! Who pays what: the shares of the ministries in each candidate, and their budgets.

use crate::model::order::InOrder as _;
use std::fmt::Write as _;

use litemap::LiteMap;
use rust_decimal::prelude::ToPrimitive as _;
use rust_decimal::{Decimal, RoundingStrategy};

use super::items::Item;
use crate::model::Year;

/// Candidates whose shares are not just what the list says.
#[derive(Debug, Default)]
pub(super) struct Rounding {
    /// Those that were rounded.
    pub(super) rounded: usize,
    /// Those that do not add up.
    pub(super) odd: usize,
}

/// What each ministry pays of a candidate, in whole percent that add up to 100; `None` if any part will do.
pub(super) fn shares(item: &Item, ministries: &[(String, String)], rounding: &mut Rounding) -> Option<Vec<u32>> {
    let total: Decimal = item.paid.values().copied().sum();
    let parts = if ministries.len() < 2 || item.is_joint {
        return None;
    } else if total > Decimal::ZERO {
        &item.paid
    } else {
        &item.shares
    };
    let parts: Vec<Decimal> = ministries.iter().map(|(id, _)| parts.get(id).copied().unwrap_or_default()).collect();
    let mut total: Decimal = parts.iter().copied().sum();
    let mut parts = parts;
    if total.is_zero() {
        return None;
    }
    if item.paid.values().all(Decimal::is_zero) {
        // Fractions of 1 are percent as well, and who is not named pays the rest.
        let whole = if total <= Decimal::ONE { Decimal::ONE } else { Decimal::ONE_HUNDRED };
        let unsaid: Vec<usize> =
            ministries.iter().enumerate().filter(|(_, (id, _))| !item.shares.contains_key(id)).map(|it| it.0).collect();
        if let ([one], true) = (unsaid.as_slice(), total < whole) {
            parts[*one] = whole - total;
            total = whole;
        }
        if (total - whole).abs() * Decimal::from(200) > whole {
            rounding.odd += 1;
            return None;
        }
    }
    let exact: Vec<Decimal> = parts.iter().map(|part| part * Decimal::ONE_HUNDRED / total).collect();
    let mut whole: Vec<u32> = exact.iter().map(|part| part.floor().to_u32().unwrap_or(0)).collect();
    rounding.rounded += usize::from(exact.iter().any(|part| !part.fract().is_zero()));
    // What is left of 100 goes to those who lose most by rounding down.
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.order_by_key(|at| std::cmp::Reverse(exact[*at].fract()));
    let left = 100_u32.saturating_sub(whole.iter().sum());
    for at in order.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        whole[at] += 1;
    }
    Some(whole)
}

/// The text of `budgets.csv`: what everything together would cost by year and ministry, or a budget in the same proportions.
pub(super) fn budgets(
    items: &[Item],
    shares: &[Option<Vec<u32>>],
    ministries: &[(String, String)],
    (first, last): (Year, Year),
    budget: Option<Decimal>,
) -> String {
    let even = Decimal::ONE_HUNDRED / Decimal::from(ministries.len().max(1));
    let mut wanted: LiteMap<(usize, Year), Decimal> = LiteMap::new();
    for (item, shares) in items.iter().zip(shares) {
        for (year, cost) in &item.costs {
            for at in 0..ministries.len() {
                let percent =
                    shares.as_ref().map_or(even, |shares| Decimal::from(shares.get(at).copied().unwrap_or(0)));
                let part = (cost * percent) / Decimal::ONE_HUNDRED;
                let sum = wanted.entry((at, *year)).or_default();
                *sum = sum.checked_add(part).unwrap_or(Decimal::MAX);
            }
        }
    }
    let total: Decimal = wanted.values().copied().sum();
    let mut text = "ministry,year,amount\n".to_owned();
    for (at, (id, _)) in ministries.iter().enumerate() {
        for year in first..=last {
            let part = wanted.get(&(at, year)).copied().unwrap_or_default();
            let amount = match budget {
                None => part.round_dp_with_strategy(4, RoundingStrategy::AwayFromZero),
                Some(budget) if total.is_zero() => {
                    if at == 0 && year == first {
                        budget
                    } else {
                        Decimal::ZERO
                    }
                }
                Some(budget) => {
                    let amount =
                        part.checked_mul(budget).map_or_else(|| part / total * budget, |product| product / total);
                    amount.round_dp_with_strategy(4, RoundingStrategy::ToZero)
                }
            };
            let _ = writeln!(text, "{id},{year},{}", amount.normalize());
        }
    }
    text
}
