//! The tightest single row for "these gains reach that need".
//!
//! `Σ g_i z_i ≥ need × y` over whole numbers z says the same for many choices of the coefficients, and the smallest say
//! most of fractions. A need that no sum hits exactly can be raised to the next sum that there is; a gain that only helps
//! together with others can be lowered to what it adds to the smallest sum of the others with which it is enough.

use crate::model::order::InOrder as _;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

/// Beyond this many sums the row is left as it is.
const MOST_SUMS: usize = 3_000;

/// Raises the need and lowers the gains, by turns, to what says the same of whole choices. No gain may be above the
/// need.
pub(super) fn tighten(gains: &mut [Decimal], need: &mut Decimal) {
    for gain in gains.iter_mut() {
        *gain = (*gain).min(*need);
    }
    let Some(all) = sums(gains.iter().copied(), *need) else { return };
    let Some(&reached) = all.last().filter(|&&sum| sum >= *need) else { return };
    *need = reached;
    let mut order: Vec<usize> = (0..gains.len()).collect();
    order.order_by_key(|&at| (gains[at], at));
    for at in order {
        let others = gains.iter().enumerate().filter(|&(other, _)| other != at).map(|(_, &gain)| gain);
        let Some(others) = sums(others, *need) else { return };
        let enough = others.range(*need - gains[at]..).next().copied();
        // Where no sum of the others is enough with it, it never helps.
        gains[at] = enough.map_or(Decimal::ZERO, |enough| (*need - enough).max(Decimal::ZERO));
    }
}

/// The sums of some of the gains: all below the need, and the smallest that is not. `None` if there are too many.
fn sums(gains: impl Iterator<Item = Decimal>, need: Decimal) -> Option<BTreeSet<Decimal>> {
    let mut sums = BTreeSet::from([Decimal::ZERO]);
    let mut enough: Option<Decimal> = None;
    for gain in gains {
        let more: Vec<Decimal> = sums.iter().map(|&sum| sum + gain).collect();
        for sum in more {
            if sum >= need {
                enough = Some(enough.map_or(sum, |least| least.min(sum)));
            } else {
                sums.insert(sum);
            }
        }
        if sums.len() > MOST_SUMS {
            return None;
        }
    }
    sums.extend(enough);
    Some(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tightened(gains: &[i64], need: i64) -> (Vec<i64>, i64) {
        let mut numbers: Vec<Decimal> = gains.iter().map(|&gain| Decimal::from(gain)).collect();
        let mut side = Decimal::from(need);
        tighten(&mut numbers, &mut side);
        let whole = |number: &Decimal| i64::try_from(*number).unwrap();
        (numbers.iter().map(whole).collect(), whole(&side))
    }

    #[test]
    fn says_the_same_with_smaller_numbers() {
        // Any two of three fours reach 5: the need is 8.
        assert_eq!(tightened(&[4, 4, 4], 5), (vec![4, 4, 4], 8));
        // The 2 never decides: 15 + 10 is needed.
        assert_eq!(tightened(&[15, 10, 2], 25), (vec![15, 10, 0], 25));
        // A gain above the need counts for the need.
        assert_eq!(tightened(&[30, 5], 10), (vec![10, 0], 10));
    }

    /// For all whole choices the tightened row allows exactly what the row allowed.
    #[test]
    fn allows_the_same_choices() {
        use rand::RngExt;
        let mut rng = crate::optimise::testing::rng(7);
        for _ in 0..500 {
            let gains: Vec<i64> = (0..rng.random_range(1..=8)).map(|_| rng.random_range(1..=30)).collect();
            let need = rng.random_range(1..=60);
            let (smaller, side) = tightened(&gains, need);
            for choice in 0..1_u32 << gains.len() {
                let sum = |of: &[i64]| -> i64 {
                    of.iter().enumerate().filter(|(at, _)| choice >> at & 1 == 1).map(|(_, gain)| gain).sum()
                };
                assert_eq!(sum(&gains) >= need, sum(&smaller) >= side, "{gains:?} {need} {choice:b}");
            }
        }
    }
}
