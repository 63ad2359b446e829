//! Decimals as integers in a common unit.

use rust_decimal::Decimal;

/// A number does not fit into the integers of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooWide;

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

    /// How many decimal places a number needs.
    pub fn places(number: Decimal) -> u32 {
        number.normalize().scale()
    }
}
