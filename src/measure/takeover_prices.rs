//! What it costs to take a service over, by the control of the home bloc; and where that is enough.
//!
//! Of all sets of stakes that are for sale only those are kept that none beats in votes and in price, with the listed votes
//! `V_1 < V_2 < …` and the prices `P_1 < P_2 < …`, of the votes `S` of all who do not vote with the bloc. At the control `c` a buyer takes the
//! first that has enough, `V_i > q S / (100 - c)`, and pays `P_i (100 - c) / S`. So set `i` is the cheapest for
//!
//! ```text
//! t_(i-1) ≤ c < t_i   with   t_i = 100 - q S / V_i
//! ```
//!
//! There the price *falls* with the bloc's stake, as the others have less to sell, and at `t_i` it leaps, as more has to be
//! bought; from the last `t` on nobody can take control. So what costs at least `X` are several intervals: in each of the above the part
//! with `c ≤ 100 - X S / P_i`, and all from the last `t` on. Exact in fractions.

use std::sync::{Arc, Mutex, PoisonError};

use num_traits::{CheckedDiv as _, CheckedMul as _, CheckedSub as _};
use rust_decimal::Decimal;

use super::cap_table::{Fraction, PowerStep, least};
use super::takeover::{Aim, DIGITS, TooMany, lots, need, unbeaten};
use crate::model::exact::{divide, multiply};
use crate::model::{Case, Money, Percent, ServiceIx};

/// The price of control in a service.
#[derive(Debug, PartialEq)]
pub struct TakeoverPrices {
    quota: Percent,
    /// The votes of all who do not vote with the bloc, and the decimal places of one.
    sum: i128,
    scale: u32,
    /// Votes and prices of the sets that no other beats, from few votes to many.
    sets: Vec<(i128, Money)>,
}

/// From this much control on, inclusive, what a takeover costs is enough, or is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The control, in percent.
    pub from: Percent,
    /// Whether it costs enough from there on; also where nobody can take control at all.
    pub is_dear: bool,
}

/// What the prices of a service depend on: its quota, and by holder the stake and the price.
type Key = (Percent, Vec<(Percent, Option<Money>)>);
/// Prices that were computed, the newest last: each is asked for over and over.
static KNOWN: Mutex<Vec<(Key, Arc<TakeoverPrices>)>> = Mutex::new(Vec::new());
/// So many are remembered.
const REMEMBERED: usize = 200;

impl TakeoverPrices {
    /// The prices of a service.
    ///
    /// # Errors
    ///
    /// If the sets of holders are too many, or the numbers have too many digits.
    pub fn of(case: &Case, service: ServiceIx) -> Result<Arc<Self>, TooMany> {
        let others = case.holders.iter().filter(|it| it.service == service && !it.home && it.stake > Decimal::ZERO);
        let key = (case[service].quota.normalize(), others.map(|it| (it.stake, it.price)).collect());
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, prices)) = known.iter().find(|(other, _)| *other == key) {
            return Ok(Arc::clone(prices));
        }
        let (lots, scale) = lots(case, service)?;
        if scale + key.0.scale() > DIGITS / 2 {
            return Err(TooMany);
        }
        let mut sets: Vec<_> =
            unbeaten(&lots, i128::MAX)?.into_iter().map(|(votes, price, ..)| (votes, price)).collect();
        sets.reverse();
        // Of sets with the same price only the one with the most votes is worth buying.
        sets.dedup_by(|next, kept| {
            let same = next.1 == kept.1;
            kept.0 = if same { next.0 } else { kept.0 };
            same
        });
        let sum = lots.iter().map(|it| it.votes).sum();
        let prices = Arc::new(Self { quota: key.0, sum, scale, sets });
        if known.len() >= REMEMBERED {
            known.remove(0);
        }
        known.push((key, Arc::clone(&prices)));
        Ok(prices)
    }

    /// What taking control costs at least when the home bloc has this much; `None` if nobody can.
    pub fn at(&self, control: Percent) -> Option<Money> {
        let control = control.normalize();
        if self.scale + self.quota.scale() + control.scale() > DIGITS {
            return None;
        }
        let need = need(self.sum, self.quota, control, Aim::Control)?;
        let (_, price) = self.sets.get(self.sets.partition_point(|(votes, _)| *votes < need))?;
        let listed = Decimal::try_from_i128_with_scale(self.sum, self.scale).ok()?;
        Some(divide(multiply(*price, Decimal::ONE_HUNDRED - control), listed).normalize())
    }

    /// Where control costs at least `floor`: by stretches from 0 on, in turn enough and not. Each begins at the least control of so many
    /// decimal places that belongs to it.
    ///
    /// # Errors
    ///
    /// If the numbers have too many digits.
    pub fn stretches(&self, floor: Money, places: u32) -> Result<Vec<Stretch>, TooMany> {
        // Else `at` could not tell a control of so many places, which would pass for one that nobody can take.
        if self.scale + self.quota.scale() + places > DIGITS {
            return Err(TooMany);
        }
        let whole = |number: Decimal| {
            let number = number.normalize();
            Fraction::new(number.mantissa(), 10_i128.pow(number.scale()))
        };
        let (hundred, zero) = (Fraction::from(100), Fraction::from(0));
        let over = |number: Fraction, of: Fraction, by: Fraction| {
            let share = number.checked_mul(&of).and_then(|it| it.checked_div(&by)).ok_or(TooMany)?;
            hundred.checked_sub(&share).ok_or(TooMany)
        };
        let listed = Fraction::new(self.sum, 10_i128.pow(self.scale));
        let (mut from, mut borders) = (zero, Vec::new());
        for &(votes, price) in self.sets.iter().filter(|(votes, _)| *votes > 0) {
            let to = over(whole(self.quota), Fraction::from(self.sum), Fraction::from(votes))?;
            if to <= from {
                continue;
            }
            let last = if price.is_zero() { None } else { Some(over(whole(floor), listed, whole(price))?) };
            let last = last.filter(|last| *last >= from);
            borders.push((from, false, last.is_some()));
            borders.extend(last.filter(|last| *last < to).map(|last| (last, true, false)));
            from = to;
        }
        borders.push((from, false, true));
        let mut stretches: Vec<Stretch> = Vec::with_capacity(borders.len());
        for (stake, above, is_dear) in borders {
            let from = least(&PowerStep { stake, above, power: zero }, places);
            // Of borders that no control of these digits parts, the last one holds.
            if stretches.last().is_some_and(|last| last.from == from) {
                stretches.pop();
            }
            if stretches.last().is_none_or(|last| last.is_dear != is_dear) {
                stretches.push(Stretch { from, is_dear });
            }
        }
        Ok(stretches)
    }
}

/// Whether what a takeover costs is enough at this control.
pub fn is_dear(stretches: &[Stretch], control: Percent) -> bool {
    let reached = stretches.iter().rev().find(|stretch| stretch.from <= control);
    reached.is_none_or(|stretch| stretch.is_dear)
}
