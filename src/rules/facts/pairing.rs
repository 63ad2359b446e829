//! What the files of facts share: rows held against each other pair by pair, where rows go, and numbers in one form.

use rust_decimal::Decimal;

/// Whether as many are there, and something holds of each pair.
pub(super) fn each<T>(one: &[T], other: &[T], holds: impl Fn(&T, &T) -> bool) -> bool {
    one.len() == other.len() && pairs(one, other, holds)
}

/// Whether something holds of each pair, as far as there are pairs.
pub(super) fn pairs<T>(one: &[T], other: &[T], holds: impl Fn(&T, &T) -> bool) -> bool {
    one.iter().zip(other).all(|(one, other)| holds(one, other))
}

/// Where the rows of a case stand after they were put in another order: the new position, by the old one.
pub(crate) struct Moves<'a> {
    /// Of domains.
    pub domains: &'a dyn Fn(usize) -> usize,
    /// Of services.
    pub services: &'a dyn Fn(usize) -> usize,
    /// Of candidates.
    pub candidates: &'a dyn Fn(usize) -> usize,
}

/// A number with all its digits, without an exponent and without zeros at the end.
pub(super) fn number(number: Decimal) -> String {
    number.normalize().to_string()
}
