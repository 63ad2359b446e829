//! Decimal arithmetic that never panics: what overflows stays at the largest decimal, and a division by zero gives 0.
//!
//! The checker refuses inputs beyond about 10^12, far below the limit of 7.9 × 10^28; but a case with errors is still
//! measured while it is edited, and must not bring the program down.

use rust_decimal::{Decimal, RoundingStrategy};

/// `a + b`.
pub(crate) fn add(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_add(b)
}

/// `a - b`.
pub fn subtract(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_sub(b)
}

/// `a × b`.
pub(crate) fn multiply(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_mul(b)
}

/// `a / b` with all digits that a decimal has; 0 where `b` is 0.
pub(crate) fn divide(a: Decimal, b: Decimal) -> Decimal {
    if b.is_zero() {
        return Decimal::ZERO;
    }
    let overflow = if a.is_sign_negative() == b.is_sign_negative() { Decimal::MAX } else { Decimal::MIN };
    a.checked_div(b).unwrap_or(overflow)
}

/// `a × percent / 100`, without dividing.
pub(crate) fn percent_of(a: Decimal, percent: Decimal) -> Decimal {
    multiply(a, multiply(percent, Decimal::new(1, 2)))
}

/// The sum of all.
pub(crate) fn sum(terms: impl IntoIterator<Item = Decimal>) -> Decimal {
    terms.into_iter().fold(Decimal::ZERO, add)
}

/// A count as a decimal.
pub(crate) fn count(number: usize) -> Decimal {
    Decimal::from(number)
}

/// A number as texts show it: at most 12 places, rounded half to even, without trailing zeros.
pub fn shown(number: Decimal) -> Decimal {
    number.round_dp_with_strategy(12, RoundingStrategy::MidpointNearestEven).normalize()
}
