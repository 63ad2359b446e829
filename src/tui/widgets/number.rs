//! Numbers as the screen writes them. Only what is shown is rounded; what is reckoned with is not.

use rust_decimal::{Decimal, RoundingStrategy};

/// A number with exactly this many decimals, a half rounded away from zero, as planners are used to it.
pub(crate) fn fixed(value: Decimal, places: u32) -> String {
    let value = value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    // A rounded zero has no sign.
    let value = if value.is_zero() { Decimal::ZERO } else { value };
    format!("{value:.places$}", places = usize::try_from(places).unwrap_or(0))
}

/// A number with a sign in front.
pub(crate) fn signed(value: Decimal, places: u32) -> String {
    let text = fixed(value, places);
    if text.starts_with('-') { text } else { format!("+{text}") }
}

/// A number without zeros at its end, with at most four decimals and its thousands apart.
pub(crate) fn plain(value: Decimal) -> String {
    let value = value.round_dp_with_strategy(4, RoundingStrategy::MidpointAwayFromZero).normalize();
    grouped(&value.to_string())
}

/// Money: no decimals where there are none, one otherwise, with its thousands apart.
pub(crate) fn money(value: Decimal) -> String {
    let places = u32::from(!value.round_dp(1).fract().is_zero());
    grouped(&fixed(value, places))
}

/// Thousands apart by an apostrophe-free narrow way that copies well: a plain space.
fn grouped(text: &str) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && whole.len() > 4 {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    if let Some(fraction) = fraction {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_for_readers() {
        let d = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(fixed(d("1.005"), 2), "1.01");
        assert_eq!(fixed(d("-0.001"), 2), "0.00");
        assert_eq!(signed(d("2.5"), 1), "+2.5");
        assert_eq!(plain(d("1234567.5000")), "1 234 567.5");
        assert_eq!(plain(d("1234")), "1234");
        assert_eq!(money(d("12345.00")), "12 345");
        assert_eq!(money(d("90.25")), "90.3");
        assert_eq!(money(d("-12345")), "-12 345");
    }
}
