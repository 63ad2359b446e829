//! Numbers as a language writes them.

/// The signs in the numbers of a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks {
    /// Before the decimals.
    pub(super) decimal: char,
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

/// A number with these signs; it comes as programs write it: `-1234.50`, `3.5e-5`.
pub(super) fn with(marks: Marks, number: &str, thousands: Thousands) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_the_language_does() {
        let all = |marks, number: &str| {
            [Thousands::Apart, Thousands::Plain, Thousands::Never].map(|thousands| with(marks, number, thousands))
        };
        assert_eq!(all(ENGLISH, "1250.50"), ["1250.50", "1250.50", "1250.50"]);
        assert_eq!(all(ENGLISH, "-1234567.5"), ["-1 234 567.5", "-1234567.5", "-1234567.5"]);
        assert_eq!(all(DUTCH, "1250.50"), ["1.250,50", "1.250,50", "1250,50"]);
        assert_eq!(all(DUTCH, "-1234567.5"), ["-1.234.567,5", "-1.234.567,5", "-1234567,5"]);
        assert_eq!(all(DUTCH, "-999"), ["-999", "-999", "-999"]);
        assert_eq!(all(DUTCH, "3.5e-5"), ["3,5e-5", "3,5e-5", "3,5e-5"]);
    }
}
