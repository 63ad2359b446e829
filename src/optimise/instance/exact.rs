//! Decimals as integers in a common unit.

use rust_decimal::Decimal;

/// A number does not fit into the integers of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooWide;

/// How many units of the exact worth one index point is.
pub(crate) const FINE: f64 = 1e18;
/// Decimal places of index points as integers.
const POINTS: u32 = 18;

/// Turns decimals into integers.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Exact;

impl Exact {
    /// `number × 10^places`, which must be whole.
    pub fn scaled(number: Decimal, places: u32) -> Result<i128, TooWide> {
        let number = number.normalize();
        let up = places.checked_sub(number.scale()).ok_or(TooWide)?;
        10_i128.checked_pow(up).and_then(|factor| number.mantissa().checked_mul(factor)).ok_or(TooWide)
    }

    /// The product of two decimals, as an integer with `places` places, which must be enough.
    pub fn product(a: Decimal, b: Decimal, places: u32) -> Result<i128, TooWide> {
        let (a, b) = (a.normalize(), b.normalize());
        let product = a.mantissa().checked_mul(b.mantissa()).ok_or(TooWide)?;
        let up = places.checked_sub(a.scale() + b.scale()).ok_or(TooWide)?;
        10_i128.checked_pow(up).and_then(|factor| product.checked_mul(factor)).ok_or(TooWide)
    }

    /// Index points in units of 10^-18. What a quotient has beyond that is rounded: far less than the 10^-6 within which two
    /// objectives are the same, however many are added up.
    pub fn points(number: Decimal) -> Result<i128, TooWide> {
        Self::scaled(number.round_dp(POINTS), POINTS)
    }

    /// Index points of units of 10^-18 as a decimal, not above what they are where a decimal holds fewer digits.
    pub fn decimal_below(points: i128) -> Option<Decimal> {
        let (mut points, mut scale) = (points, POINTS);
        loop {
            if let Ok(decimal) = Decimal::try_from_i128_with_scale(points, scale) {
                return Some(decimal);
            }
            (points, scale) = (points.div_euclid(10), scale.checked_sub(1)?);
        }
    }

    /// The same, not below what they are.
    pub fn decimal_above(points: i128) -> Option<Decimal> {
        Self::decimal_below(points.checked_neg()?).map(|below| -below)
    }

    /// How many decimal places a number needs.
    pub fn places(number: Decimal) -> u32 {
        number.normalize().scale()
    }
}
