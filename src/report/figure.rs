//! Decimals as reports write them: exact for programs, short for people.

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// How many places a figure has at most where a program reads it.
const PLACES: u32 = 12;

/// A decimal of a report. Programs get it as a string with at most 12 places, rounded half to even.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Figure(pub Decimal);

impl Figure {
    /// The text for programs: at most 12 places, rounded half to even, no trailing zeros.
    pub fn exact(self) -> String {
        shortest(self.0, PLACES)
    }

    /// The text for people: at most so many places, no trailing zeros. What is not zero never reads as zero.
    pub fn short(self, places: u32) -> String {
        let text = shortest(self.0, places);
        if text == "0" && !self.0.is_zero() { format!("{:e}", self.0.round_sf(2).unwrap_or(self.0)) } else { text }
    }

    /// The text for a column of aligned figures: exactly so many places.
    pub fn fixed(self, places: u32) -> String {
        let rounded = self.0.round_dp(places);
        let rounded = if rounded.is_zero() { Decimal::ZERO } else { rounded };
        format!("{rounded:.*}", usize::try_from(places).unwrap_or(0))
    }
}

fn shortest(value: Decimal, places: u32) -> String {
    let rounded = value.round_dp(places).normalize();
    if rounded.is_zero() { "0".to_owned() } else { rounded.to_string() }
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

    fn figure(text: &str) -> Figure {
        Figure(text.parse().unwrap())
    }

    #[test]
    fn programs_get_twelve_places_rounded_half_to_even() {
        assert_eq!(figure("0.1234567890125").exact(), "0.123456789012");
        assert_eq!(figure("0.1234567890135").exact(), "0.123456789014");
        assert_eq!(figure("70.500").exact(), "70.5");
        assert_eq!(figure("-0.0000000000001").exact(), "0");
        assert_eq!(figure("1200").exact(), "1200");
    }

    #[test]
    fn people_never_read_zero_for_something() {
        assert_eq!(figure("0.004").short(2), "4e-3");
        assert_eq!(figure("0").short(2), "0");
        assert_eq!(figure("12.345").short(2), "12.34");
    }

    #[test]
    fn columns_have_the_same_places() {
        assert_eq!(figure("3").fixed(2), "3.00");
        assert_eq!(figure("-0.001").fixed(2), "0.00");
    }
}
