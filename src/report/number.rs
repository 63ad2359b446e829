//! Numbers as people read them, and exact for programs. Only what is shown is rounded; what is computed with is not.
//!
//! People expect a half to be rounded away from zero (12.345 is 12.35), and parts to add up to the total that stands beside
//! them. Programs get 12 places, rounded half to even.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

use crate::messages::{Thousands, written};

/// How many places a figure has at most where a program reads it.
const EXACT: u32 = 12;
/// Places of money that people read.
pub const MONEY: u32 = 2;
/// Places of control in percent.
pub const CONTROL: u32 = 2;
/// Places of power, 0-1.
pub const POWER: u32 = 3;
/// Places of the index and of points.
pub const INDEX: u32 = 2;
/// Places of what a unit of money is worth.
pub const PRICE: u32 = 5;
/// Places of what is compared closely: gaps, distances, how far a rule is broken.
pub const FINE: u32 = 4;

/// A number rounded for people: a half away from zero. A rounded zero has no sign.
pub fn rounded(value: Decimal, places: u32) -> Decimal {
    let value = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    if value.is_zero() { Decimal::ZERO } else { value }
}

/// A number with exactly this many decimals, for columns.
pub fn fixed(value: Decimal, places: u32) -> String {
    written(&digits(value, places), Thousands::Plain)
}

/// The digits of a number with exactly this many decimals, in no language.
fn digits(value: Decimal, places: u32) -> String {
    format!("{:.*}", usize::try_from(places).unwrap_or(0), rounded(value, places))
}

/// A calendar year.
pub fn year(value: Decimal) -> String {
    written(&digits(value, 0), Thousands::Never)
}

/// A time in seconds.
pub fn seconds(value: f64, places: usize) -> String {
    written(&format!("{value:.places$}"), Thousands::Plain)
}

/// A number with at most this many decimals, for sentences. What is not zero never reads as zero.
pub fn short(value: Decimal, places: u32) -> String {
    let rounded = rounded(value, places);
    if rounded.is_zero() && !value.is_zero() {
        let digits = value.round_sf_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        return written(&format!("{:e}", digits.unwrap_or(value)), Thousands::Plain);
    }
    written(&rounded.normalize().to_string(), Thousands::Plain)
}

/// A number along the axis of a chart: as [`short`], but its thousands never stand apart, for it may be a year.
pub fn tick(value: Decimal, places: u32) -> String {
    let rounded = rounded(value, places);
    if rounded.is_zero() { short(value, places) } else { written(&rounded.normalize().to_string(), Thousands::Never) }
}

/// A number with all its decimals.
pub fn exact(value: Decimal) -> String {
    written(&value.normalize().to_string(), Thousands::Plain)
}

/// A number with a sign in front.
pub fn signed(value: Decimal, places: u32) -> String {
    let text = fixed(value, places);
    if text.starts_with('-') { text } else { format!("+{text}") }
}

/// A number without zeros at its end, with at most four decimals and its thousands apart.
pub fn plain(value: Decimal) -> String {
    written(&rounded(value, FINE).normalize().to_string(), Thousands::Apart)
}

/// Money where room is short: no decimals where there are none, one otherwise, with its thousands apart.
pub fn money(value: Decimal) -> String {
    let places = u32::from(!rounded(value, 1).fract().is_zero());
    written(&digits(value, places), Thousands::Apart)
}

/// A number with its unit, if there is one.
pub fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() { number.to_owned() } else { format!("{number} {unit}") }
}

/// A part of a whole in percent; none of nothing.
pub fn percentage(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// The sum of numbers; `None` if it is too large.
pub fn sum(numbers: &[Decimal]) -> Option<Decimal> {
    numbers.iter().try_fold(Decimal::ZERO, |sum, number| sum.checked_add(*number))
}

/// Parts rounded so that they add up to their rounded sum (largest remainder; of equal ones the first).
pub fn apportioned(parts: &[Decimal], places: u32) -> Vec<Decimal> {
    let down = |value: &Decimal| value.round_dp_with_strategy(places, RoundingStrategy::ToNegativeInfinity);
    let mut shown: Vec<Decimal> = parts.iter().map(down).collect();
    let (Some(whole), Some(so_far)) = (sum(parts), sum(&shown)) else { return shown };
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(parts[at] - shown[at]));
    let mut left = rounded(whole, places) - so_far;
    let unit = Decimal::new(1, places);
    for at in order {
        if left < unit {
            break;
        }
        shown[at] += unit;
        left -= unit;
    }
    shown
}

/// A decimal of a report. Programs get it as a string with at most 12 places, rounded half to even.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Figure(pub Decimal);

impl Figure {
    /// The text for programs: at most 12 places, rounded half to even, no trailing zeros.
    pub fn exact(self) -> String {
        let rounded = self.0.round_dp(EXACT).normalize();
        if rounded.is_zero() { "0".to_owned() } else { rounded.to_string() }
    }

    /// The same digits for people.
    pub fn full(self) -> String {
        written(&self.exact(), Thousands::Plain)
    }

    /// The text for a sentence; see [`short`].
    pub fn short(self, places: u32) -> String {
        short(self.0, places)
    }

    /// The text for a column; see [`fixed`].
    pub fn fixed(self, places: u32) -> String {
        fixed(self.0, places)
    }
}

impl From<Decimal> for Figure {
    fn from(value: Decimal) -> Self {
        Self(value)
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.exact())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_on_an_axis_is_a_year_in_every_language() {
        let said = || [tick(d("2028"), 4), short(d("2028"), 4), tick(d("47.5"), 4)];
        assert_eq!(said(), ["2028", "2028", "47.5"]);
        assert_eq!(crate::messages::in_language("nl", said), ["2028", "2.028", "47,5"]);
    }

    #[test]
    fn programs_get_twelve_places_rounded_half_to_even() {
        assert_eq!(Figure(d("0.1234567890125")).exact(), "0.123456789012");
        assert_eq!(Figure(d("0.1234567890135")).exact(), "0.123456789014");
        assert_eq!(Figure(d("70.500")).exact(), "70.5");
        assert_eq!(Figure(d("-0.0000000000001")).exact(), "0");
        assert_eq!(Figure(d("1200")).exact(), "1200");
    }

    #[test]
    fn people_read_a_half_rounded_away_from_zero_wherever_it_stands() {
        for (value, shown) in [("12.345", "12.35"), ("-12.345", "-12.35"), ("12.355", "12.36"), ("0.125", "0.13")] {
            assert_eq!(short(d(value), 2), shown);
            assert_eq!(fixed(d(value), 2), shown);
            assert_eq!(Figure(d(value)).short(2), shown);
            assert_eq!(Figure(d(value)).fixed(2), shown);
        }
        assert_eq!(money(d("0.05")), "0.1");
        assert_eq!(signed(d("12.345"), 2), "+12.35");
        assert_eq!(plain(d("0.00005")), "0.0001");
    }

    #[test]
    fn people_never_read_zero_for_something() {
        assert_eq!(short(d("0.004"), 2), "4e-3");
        assert_eq!(short(d("0.0000345"), 2), "3.5e-5");
        assert_eq!(short(d("0"), 2), "0");
        assert_eq!(short(d("-0.0"), 2), "0");
    }

    #[test]
    fn columns_have_the_same_places() {
        assert_eq!(fixed(d("3"), 2), "3.00");
        assert_eq!(fixed(d("1.005"), 2), "1.01");
        assert_eq!(fixed(d("-0.001"), 2), "0.00");
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(plain(d("1234567.5000")), "1 234 567.5");
        assert_eq!(plain(d("1234")), "1234");
        assert_eq!(money(d("12345.00")), "12 345");
        assert_eq!(money(d("90.25")), "90.3");
        assert_eq!(money(d("-12345")), "-12 345");
    }

    #[test]
    fn people_read_numbers_as_their_language_writes_them_and_programs_as_ever() {
        crate::messages::in_language("nl", || {
            assert_eq!(fixed(d("1250.5"), 2), "1.250,50");
            assert_eq!(short(d("-1250.5"), 2), "-1.250,5");
            assert_eq!(short(d("0.0000345"), 2), "3,5e-5");
            assert_eq!(signed(d("12.345"), 2), "+12,35");
            assert_eq!((plain(d("1234.5")), money(d("12345.67"))), ("1.234,5".to_owned(), "12.345,7".to_owned()));
            assert_eq!((year(d("2027")), seconds(1250.04, 1)), ("2027".to_owned(), "1.250,0".to_owned()));
            assert_eq!(Figure(d("1250.50")).exact(), "1250.5");
            assert_eq!(Figure(d("1250.50")).full(), "1.250,5");
        });
    }

    #[test]
    fn parts_add_up_to_what_is_shown_of_their_sum() {
        let shown = |parts: &[&str], places| {
            let parts: Vec<Decimal> = parts.iter().map(|part| d(part)).collect();
            apportioned(&parts, places).into_iter().map(|part| fixed(part, places)).collect::<Vec<_>>()
        };
        assert_eq!(shown(&["33.3333333333", "33.3333333333", "33.3333333334"], 0), ["33", "33", "34"]);
        assert_eq!(shown(&["0.5", "0.5"], 0), ["1", "0"]);
        assert_eq!(shown(&["-0.4", "1.4"], 0), ["0", "1"]);
        assert_eq!(shown(&["1.004", "1.004", "1.004"], 2), ["1.01", "1.00", "1.00"]);
        assert_eq!(shown(&["40", "60"], 0), ["40", "60"]);
        assert!(shown(&[], 2).is_empty());
    }
}
