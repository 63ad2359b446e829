//! Numbers as a language writes them.

use std::fmt::Display;

use fluent_bundle::FluentValue;
use rust_decimal::Decimal;

/// The signs in the numbers of a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    /// Before the decimals.
    decimal: char,
    /// Between thousands.
    thousands: char,
    /// From how many digits on thousands stand apart.
    from: usize,
    /// Whether they do so in columns and sentences as well.
    everywhere: bool,
}

/// `1234.5` and, where it has room, `12 345.6`: a plain space copies well.
pub(super) const ENGLISH: Marks = Marks { decimal: '.', thousands: ' ', from: 5, everywhere: false };
/// `1.234,5`
pub(super) const DUTCH: Marks = Marks { decimal: ',', thousands: '.', from: 4, everywhere: true };

/// What becomes of the thousands of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thousands {
    /// They stand apart.
    Apart,
    /// They stand apart where the language always wants it.
    Plain,
    /// They never do, as in years.
    Never,
}

/// A number in the spoken language; it comes as programs write it: `-1234.50`, `3.5e-5`.
pub fn written(number: &str, thousands: Thousands) -> String {
    let marks = super::spoken().next().map_or(ENGLISH, |language| language.marks);
    let (number, power) = number.find('e').map_or((number, ""), |at| number.split_at(at));
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let is_apart = match thousands {
        Thousands::Apart => true,
        Thousands::Plain => marks.everywhere,
        Thousands::Never => false,
    };
    let mut text = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if is_apart && at > 0 && (whole.len() - at) % 3 == 0 && whole.len() >= marks.from {
            text.push(marks.thousands);
        }
        text.push(digit);
    }
    if let Some(decimals) = decimals {
        text.push(marks.decimal);
        text.push_str(decimals);
    }
    text + power
}

/// What a sentence is told: a decimal is written as the language does, everything else as it is.
#[derive(Debug)]
pub struct Said<'a, T: ?Sized>(pub &'a T);

/// Makes a fact of everything that can be written.
pub trait Fact<'a> {
    /// The fact.
    fn fact(&self) -> FluentValue<'a>;
}

impl<'a, T: Display + ?Sized> Fact<'a> for Said<'_, T> {
    fn fact(&self) -> FluentValue<'a> {
        super::fact(self.0.to_string())
    }
}

impl Said<'_, Decimal> {
    /// The decimal in the spoken language. Chosen before the one of the trait.
    pub fn fact<'a>(&self) -> FluentValue<'a> {
        super::fact(written(&self.0.to_string(), Thousands::Plain))
    }
}

impl Said<'_, &Decimal> {
    /// The same of a decimal that is borrowed.
    pub fn fact<'a>(&self) -> FluentValue<'a> {
        Said(*self.0).fact()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::in_language;

    #[test]
    fn a_number_is_written_as_the_language_does() {
        let all = |number: &str| {
            [Thousands::Apart, Thousands::Plain, Thousands::Never].map(|thousands| written(number, thousands))
        };
        assert_eq!(all("1250.50"), ["1250.50", "1250.50", "1250.50"]);
        assert_eq!(all("-1234567.5"), ["-1 234 567.5", "-1234567.5", "-1234567.5"]);
        in_language("nl", || {
            assert_eq!(all("1250.50"), ["1.250,50", "1.250,50", "1250,50"]);
            assert_eq!(all("-1234567.5"), ["-1.234.567,5", "-1.234.567,5", "-1234567,5"]);
            assert_eq!(all("-999"), ["-999", "-999", "-999"]);
            assert_eq!(all("3.5e-5"), ["3,5e-5", "3,5e-5", "3,5e-5"]);
        });
    }

    #[test]
    fn a_sentence_writes_decimals_alone_in_its_language() {
        let number: Decimal = "1250.5".parse().unwrap();
        let text = |value: FluentValue<'_>| match value {
            FluentValue::String(text) => text.into_owned(),
            other => format!("{other:?}"),
        };
        in_language("nl", || {
            assert_eq!(text(Said(&number).fact()), "1.250,5");
            assert_eq!(text(Said(&&number).fact()), "1.250,5");
            assert_eq!(text(Said(&"1250.5").fact()), "1250.5", "what somebody wrote stays");
        });
    }
}
