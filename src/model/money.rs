//! In which unit and currency amounts are, by what a heading, a title, a setting or the amount itself says.

use rust_decimal::Decimal;

/// How much money one of an amount is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MoneyUnit {
    /// One euro, pound or dollar.
    One,
    /// A thousand of them.
    Thousand,
    /// A million.
    Million,
    /// A thousand million.
    Billion,
}

impl MoneyUnit {
    /// Its name for planners and files, and the unit.
    pub const ALL: &'static [(&'static str, Self)] =
        &[("one", Self::One), ("thousand", Self::Thousand), ("million", Self::Million), ("billion", Self::Billion)];

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, unit)| *unit == self).map_or("", |(name, _)| name)
    }

    /// How many of the other unit it is, or which part of it.
    pub fn in_units_of(self, other: Self) -> Decimal {
        let zeros = 3 * (self as u32).abs_diff(other as u32);
        if (self as u32) < other as u32 { Decimal::new(1, zeros) } else { Decimal::from(10_i64.pow(zeros)) }
    }
}

/// What a text says of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Money {
    /// How much each of the number is.
    pub unit: Option<MoneyUnit>,
    /// Its code, such as `EUR`.
    pub currency: Option<&'static str>,
}

/// Signs, codes and words for currencies.
const CURRENCIES: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("£", "GBP"),
    ("gbp", "GBP"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("$", "USD"),
    ("usd", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("chf", "CHF"),
];

/// Words for units, which stand beside a currency or alone in brackets.
const UNITS: &[(&str, MoneyUnit)] = &[
    ("k", MoneyUnit::Thousand),
    ("t", MoneyUnit::Thousand),
    ("tsd", MoneyUnit::Thousand),
    ("tausend", MoneyUnit::Thousand),
    ("milliers", MoneyUnit::Thousand),
    ("dzd", MoneyUnit::Thousand),
    ("thousand", MoneyUnit::Thousand),
    ("thousands", MoneyUnit::Thousand),
    ("duizend", MoneyUnit::Thousand),
    ("duizenden", MoneyUnit::Thousand),
    ("m", MoneyUnit::Million),
    ("mn", MoneyUnit::Million),
    ("mio", MoneyUnit::Million),
    ("mln", MoneyUnit::Million),
    ("million", MoneyUnit::Million),
    ("millions", MoneyUnit::Million),
    ("miljoen", MoneyUnit::Million),
    ("miljoenen", MoneyUnit::Million),
    ("millionen", MoneyUnit::Million),
    ("bn", MoneyUnit::Billion),
    ("billion", MoneyUnit::Billion),
    ("mrd", MoneyUnit::Billion),
    ("mld", MoneyUnit::Billion),
    ("miljard", MoneyUnit::Billion),
    ("milliarden", MoneyUnit::Billion),
    ("milliards", MoneyUnit::Billion),
];

/// The words of a text: signs of currencies stand alone, and what is written together with one is apart from it.
fn words(text: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(text.len() + 8);
    for c in text.to_lowercase().chars() {
        match c {
            '€' | '£' | '$' | '×' | '(' | ')' | '[' | ']' => spaced.extend([' ', c, ' ']),
            c if c.is_alphanumeric() || c == '.' || c == ',' => spaced.push(c),
            _ => spaced.push(' '),
        }
    }
    spaced.split_whitespace().map(|word| word.trim_matches(['.', ',']).to_owned()).collect()
}

/// The unit that a word behind an amount names, and the amount before it: `5 mln`, `3.5m`.
pub(crate) fn unit_behind(text: &str) -> Option<(&str, MoneyUnit)> {
    let bare = text.trim_end_matches('.');
    let amount = bare.trim_end_matches(char::is_alphabetic);
    let word = bare.strip_prefix(amount)?.to_lowercase();
    UNITS.iter().find(|(name, _)| *name == word).map(|(_, unit)| (amount, *unit))
}

/// What a heading or a title says of money: `£m`, `EUR million`, `bedragen x € 1.000`, `Kosten (k€)`.
pub fn said(text: &str) -> Money {
    let words = words(text);
    let is_times = |word: &str| matches!(word, "x" | "×" | "in");
    let mut money = Money::default();
    for (at, word) in words.iter().enumerate() {
        let named = CURRENCIES.iter().find(|(name, _)| name == word);
        // `keur`, `meur`, `mlneuro`: the unit is written before the code.
        let joined = || {
            let (name, code) = CURRENCIES.iter().skip(1).find(|(name, _)| name.len() > 2 && word.ends_with(name))?;
            let unit = UNITS.iter().find(|(unit, _)| word.strip_suffix(name) == Some(*unit))?;
            Some((*code, unit.1))
        };
        if let Some((_, code)) = named {
            money.currency = money.currency.or(Some(code));
        } else if let Some((code, unit)) = joined() {
            (money.currency, money.unit) = (money.currency.or(Some(code)), money.unit.or(Some(unit)));
        } else if is_times(word) {
            // `x 1.000`, `x € 1 000`, `x 1 mln`: the number may be cut at its thousands.
            let rest = words.iter().skip(at + 1).filter(|word| !CURRENCIES.iter().any(|(name, _)| name == *word));
            let digits: String = rest
                .take_while(|word| word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')))
                .flat_map(|word| word.chars().filter(char::is_ascii_digit))
                .collect();
            let unit = match digits.as_str() {
                "1000" => Some(MoneyUnit::Thousand),
                "1000000" => Some(MoneyUnit::Million),
                "1000000000" => Some(MoneyUnit::Billion),
                _ => None,
            };
            money.unit = money.unit.or(unit);
        } else if let Some((_, unit)) = UNITS.iter().find(|(name, _)| name == word) {
            // A single letter is a unit only beside a currency or alone in brackets.
            let beside = |at: Option<usize>| at.and_then(|at| words.get(at)).map(String::as_str);
            let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
            let is_money = |word: Option<&str>| word.is_some_and(|word| CURRENCIES.iter().any(|it| it.0 == word));
            let alone = *word != "t" && matches!(before, Some("(" | "[")) && matches!(after, Some(")" | "]"));
            if word.len() > 2 || is_money(before) || is_money(after) || alone || *word == "bn" {
                money.unit = money.unit.or(Some(*unit));
            }
        }
    }
    money
}

/// Whether a word of a heading only says in which unit or currency its amounts are.
pub fn is_money_word(word: &str) -> bool {
    let joined = CURRENCIES.iter().any(|(name, _)| {
        name.len() > 2 && word.strip_suffix(name).is_some_and(|unit| UNITS.iter().any(|(name, _)| *name == unit))
    });
    joined
        || CURRENCIES.iter().any(|(name, _)| *name == word)
        || UNITS.iter().any(|(name, _)| *name == word)
        || matches!(word, "x" | "in" | "1000" | "000" | "1000000")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_known_as_lists_say_them() {
        for (text, unit, currency) in [
            ("bedragen x 1 000", Some(MoneyUnit::Thousand), None),
            ("(bedragen x € 1.000)", Some(MoneyUnit::Thousand), Some("EUR")),
            ("Bedragen x € 1 mln.", Some(MoneyUnit::Million), Some("EUR")),
            ("bedragen x 1.000.000 euro", Some(MoneyUnit::Million), Some("EUR")),
            ("in duizenden euro's", Some(MoneyUnit::Thousand), Some("EUR")),
            ("TOTAL Baseline Benefits (£m)", Some(MoneyUnit::Million), Some("GBP")),
            ("EUR million", Some(MoneyUnit::Million), Some("EUR")),
            ("Cost (k€)", Some(MoneyUnit::Thousand), Some("EUR")),
            ("Kosten kEUR", Some(MoneyUnit::Thousand), Some("EUR")),
            ("Beträge in 1.000 €", Some(MoneyUnit::Thousand), Some("EUR")),
            ("Soll (T€)", Some(MoneyUnit::Thousand), Some("EUR")),
            ("en milliers d'euros", Some(MoneyUnit::Thousand), Some("EUR")),
            ("Bedrag (t)", None, None),
            ("Kosten (mln)", Some(MoneyUnit::Million), None),
            ("£bn", Some(MoneyUnit::Billion), Some("GBP")),
            ("Cost_USD", None, Some("USD")),
            ("Kosten", None, None),
            ("Phase M", None, None),
        ] {
            assert_eq!(said(text), Money { unit, currency }, "{text}");
        }
        assert_eq!(MoneyUnit::Million.in_units_of(MoneyUnit::Thousand), Decimal::from(1000));
        assert_eq!(MoneyUnit::Thousand.in_units_of(MoneyUnit::Million), Decimal::new(1, 3));
    }
}
