//! What the text of one cell means: numbers, years, share ranges, amounts, ids.
//!
//! Every function gives the value, or a [`Trouble`] that says in full sentences what is wrong and how to fix it. The
//! bounds on size and digits keep all later arithmetic inside what a decimal can hold.

use crate::messages::{Thousands, written};
use crate::say;
use rust_decimal::Decimal;

use super::candidate::ShareRange;
use super::case::Amount;
use super::change::Operation;
use super::guess::suggest;
use super::index::Year;
use super::limits::LONGEST_CELL;
pub use super::limits::{LARGEST_MONEY, LARGEST_NUMBER, MOST_DECIMALS, MOST_YEARS};
use super::schema::{Kind, Unit};

/// What is wrong with a text, and how to fix it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The rule's short name.
    pub code: &'static str,
    /// What is wrong: a full sentence.
    pub message: String,
    /// How to fix it: a full sentence.
    pub remedy: String,
}

impl Trouble {
    /// What is wrong, by which rule, and how to fix it.
    pub fn new(code: &'static str, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { code, message: message.into(), remedy: remedy.into() }
    }
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.message, self.remedy)
    }
}

/// What a text begins with that a spreadsheet takes for a formula.
pub const FORMULA_MARKS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a text is an id: `[a-z0-9][a-z0-9_-]*`.
pub fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.bytes().next().is_some_and(plain) && text.bytes().all(|byte| plain(byte) || byte == b'_' || byte == b'-')
}

/// Checks the form of an id, and offers one that is well formed.
pub(crate) fn id(text: &str) -> Result<(), Trouble> {
    if is_id(text) {
        return Ok(());
    }
    let better = to_id(text);
    let remedy = if better.is_empty() {
        say!("cell-use-small-letters-digits")
    } else {
        say!("cell-use-small-letters", better = better)
    };
    Err(Trouble::new("bad-id", say!("cell-id-text-not", text = text), remedy))
}

/// Whether a text is no longer than a cell may be.
pub(crate) fn length(text: &str) -> Result<(), Trouble> {
    // What has few bytes has no more characters.
    if text.len() <= LONGEST_CELL || text.chars().nth(LONGEST_CELL).is_none() {
        return Ok(());
    }
    let apart = |number: usize| written(&number.to_string(), Thousands::Apart);
    let (count, most) = (apart(text.chars().count()), apart(LONGEST_CELL));
    let message = say!("cell-too-long", count = count, most = most);
    Err(Trouble::new("too-long", message, say!("cell-too-long-fix")))
}

/// A text made into an id: small letters, and an underscore for everything that an id cannot hold.
pub fn to_id(text: &str) -> String {
    let mut id = String::new();
    for character in text.trim().to_lowercase().chars() {
        if character.is_ascii_alphanumeric() || character == '-' {
            id.push(character);
        } else if !id.ends_with('_') {
            id.push('_');
        }
    }
    id.trim_matches(['_', '-']).to_owned()
}

/// A decimal number with a point, such as `-12.5`; no exponent, no unit, no marks between thousands.
pub fn decimal(text: &str) -> Result<Decimal, Trouble> {
    match plain_decimal(text) {
        Digits::None => Err(not_a_number(text)),
        Digits::Number(number) => within_digits(text, Some(number)),
        Digits::TooMany => within_digits(text, None),
    }
}

/// What the digits of a text come to.
enum Digits {
    /// It is not a number.
    None,
    /// It is one.
    Number(Decimal),
    /// It has more digits than a decimal can hold.
    TooMany,
}

/// Reads digits with at most one point among them and perhaps a sign in front.
fn plain_decimal(text: &str) -> Digits {
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    };
    let mut mantissa: i128 = 0;
    let mut scale = None;
    let mut count = 0_u32;
    for &byte in digits {
        match byte {
            b'0'..=b'9' => {
                count += 1;
                mantissa = mantissa.saturating_mul(10).saturating_add(i128::from(byte - b'0'));
                scale = scale.map(|scale| scale + 1);
            }
            b'.' if scale.is_none() => scale = Some(0),
            _ => return Digits::None,
        }
    }
    if count == 0 {
        return Digits::None;
    }
    let sign = if negative { -1 } else { 1 };
    Decimal::try_from_i128_with_scale(sign * mantissa, scale.unwrap_or(0)).map_or(Digits::TooMany, Digits::Number)
}

fn within_digits(text: &str, number: Option<Decimal>) -> Result<Decimal, Trouble> {
    let decimals = text.rsplit_once('.').map_or("", |(_, after)| after).trim_end_matches('0');
    if u32::try_from(decimals.len()).is_ok_and(|digits| digits > MOST_DECIMALS) {
        let rounded = number.map(|number| number.round_dp(MOST_DECIMALS).normalize().to_string());
        let remedy = rounded.map_or_else(
            || say!("cell-write-at-most", most_decimals = MOST_DECIMALS),
            |rounded| say!("cell-write-at-most-most", most_decimals = MOST_DECIMALS, rounded = rounded),
        );
        return Err(Trouble::new(
            "too-precise",
            say!("cell-number-text-has", text = text, most_decimals = MOST_DECIMALS),
            remedy,
        ));
    }
    number.ok_or_else(|| too_large(text, LARGEST_MONEY))
}

fn too_large(text: &str, most: i64) -> Trouble {
    let most = grouped(most);
    Trouble::new("too-large", say!("cell-number-text-too", text = text), say!("cell-use-larger-unit", most = most))
}

fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

/// Why a text is not a number, as exactly as can be told.
fn not_a_number(text: &str) -> Trouble {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let marks: String = text.chars().filter(|c| !c.is_ascii_digit() && !matches!(c, '-' | '+')).collect();
    let spaced = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' | '_');
    if digits.is_empty() {
        return Trouble::new(
            "bad-number",
            say!("cell-text-not-number", text = text),
            say!("cell-write-number-decimal"),
        );
    }
    if marks == "," && text.rsplit_once(',').is_some_and(|(_, after)| after.len() != 3) {
        return Trouble::new(
            "decimal-comma",
            say!("cell-number-text-has-decimal", text = text),
            say!("cell-write-decimal-point", replace = text.replace(',', ".")),
        );
    }
    if let Some(result) = computed(text) {
        return Trouble::new(
            "bad-number",
            say!("cell-text-sum-calculation", text = text),
            say!("cell-write-what-comes", result = result),
        );
    }
    let signs_within = text.char_indices().any(|(at, c)| at > 0 && matches!(c, '-' | '+'));
    if !signs_within && marks.chars().all(|c| matches!(c, ',' | '.') || spaced(c)) {
        // Where the groups do not fit, or the mark could be that of decimals, nobody knows what was meant.
        let remedy = match super::number::alone(text) {
            Some(plain) => say!("cell-write-digits-decimal", number = plain),
            None => say!("cell-write-digits-decimal-point"),
        };
        return Trouble::new("thousands-mark", say!("cell-number-text-has-marks", text = text), remedy);
    }
    let remedy = if marks.ends_with('%') {
        say!("cell-leave-out-percent")
    } else if text.to_ascii_lowercase().contains('e') && marks.len() <= 2 {
        say!("cell-write-number-full")
    } else {
        say!("cell-write-digits-decimal-point")
    };
    Trouble::new("bad-number", say!("cell-text-not-plain", text = text), remedy)
}

/// What a text such as `50+38-2` comes to; `None` if it is no such sum.
fn computed(text: &str) -> Option<Decimal> {
    let mut sum = Decimal::ZERO;
    let mut terms = 0;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let signed = rest.starts_with(['+', '-']);
        let skip = usize::from(signed);
        let length =
            rest.char_indices().skip(skip).find(|(_, c)| matches!(c, '+' | '-')).map_or(rest.len(), |(at, _)| at);
        let (term, after) = rest.split_at(length);
        let Digits::Number(number) = plain_decimal(&term.replace(' ', "")) else { return None };
        sum = sum.checked_add(number)?;
        terms += 1;
        rest = after;
    }
    (terms > 1).then(|| sum.normalize())
}

/// A decimal number between bounds; without a bound, as large as its unit allows.
pub fn number(text: &str, min: Option<i64>, max: Option<i64>, unit: Unit) -> Result<Decimal, Trouble> {
    let number = decimal(text)?;
    let most = if matches!(unit, Unit::Money | Unit::Index) { LARGEST_MONEY } else { LARGEST_NUMBER };
    let below = min.is_some_and(|min| number < Decimal::from(min));
    let above = max.is_some_and(|max| number > Decimal::from(max));
    if below || above {
        let range = match (min, max) {
            (Some(min), Some(max)) if min == max => min.to_string(),
            (Some(min), Some(max)) => say!("cell-between-min-max", min = min, max = max),
            (Some(0), None) => say!("cell-more"),
            (Some(min), None) => say!("cell-min-more", min = min),
            (None, _) => say!("cell-at-most-most", most = max.unwrap_or(most)),
        };
        let hundredth = number / Decimal::ONE_HUNDRED;
        let fraction = (min, max) == (Some(0), Some(1)) && unit == Unit::Fraction;
        let remedy = if min == max {
            say!("cell-write-range", range = range)
        } else if fraction && !below && hundredth <= Decimal::ONE {
            say!("cell-fraction-write-hundredth", fraction = hundredth.normalize().to_string(), percent = text)
        } else {
            say!("cell-write-number-range", range = range)
        };
        return Err(Trouble::new("out-of-range", say!("cell-number-text-must", text = text, range = range), remedy));
    }
    if number.abs() > Decimal::from(most) { Err(too_large(text, most)) } else { Ok(number) }
}

/// A whole number between bounds.
pub fn whole(text: &str, min: i64, max: i64) -> Result<i64, Trouble> {
    let number = number(text, Some(min), Some(max), Unit::Money)?;
    if !number.fract().is_zero() {
        return Err(Trouble::new(
            "not-whole",
            say!("cell-number-text-must-whole", text = text),
            say!("cell-write-whole-number", round = number.round()),
        ));
    }
    i64::try_from(number).ok().ok_or_else(|| too_large(text, LARGEST_MONEY))
}

/// A calendar year with four digits.
pub fn year(text: &str) -> Result<Year, Trouble> {
    let year = text.parse::<Year>().ok().filter(|year| (1000..=9999).contains(year));
    year.ok_or_else(|| Trouble::new("bad-year", say!("cell-text-not-year", text = text), say!("cell-write-year-four")))
}

/// A whole percent or a range of them, such as `40` or `20-60`.
pub fn share(text: &str) -> Result<ShareRange, Trouble> {
    let percent = |part: &str| {
        let part = part.trim();
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u8>().ok().filter(|&percent| digits && percent <= 100)
    };
    // With points between them no spreadsheet takes two numbers for a day and a month.
    let (min, max) = text.split_once("..").or_else(|| text.split_once('-')).unwrap_or((text, text));
    let (Some(min), Some(max)) = (percent(min), percent(max)) else {
        let remedy = if is_date(text) { say!("cell-was-made-date") } else { say!("cell-write-whole-percent") };
        return Err(Trouble::new("bad-share", say!("cell-text-not-share", text = text), remedy));
    };
    if min > max {
        return Err(Trouble::new(
            "bad-share",
            say!("cell-range-text-ends", text = text),
            say!("cell-write-smaller-percent", max = max, min = min),
        ));
    }
    Ok(ShareRange { min, max })
}

/// Whether a text is what spreadsheets make of `5-10`: `5-okt`, `2026-10-05`, `5-10-2026`, or the number of that day.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |part: &&str| part.len() >= 3 && part.chars().all(char::is_alphabetic);
    let is_day = |parts: &[&str]| parts.iter().any(is_number) && parts.iter().all(|it| is_number(it) || is_month(it));
    match parts.as_slice() {
        [one] => one.len() == 5 && is_number(one),
        [_, _] => is_day(&parts) && parts.iter().any(is_month),
        [_, _, _] => is_day(&parts),
        _ => false,
    }
}

/// Money, or a percentage of all public spending, such as `120` or `30%`.
pub fn amount(text: &str) -> Result<Amount, Trouble> {
    if let Some(percent) = text.strip_suffix('%') {
        return number(percent.trim_end(), Some(0), Some(100), Unit::Percent).map(Amount::Percent);
    }
    number(text, Some(0), None, Unit::Money).map(Amount::Money)
}

/// A change of a scenario: `=v`, `+v`, `-v` or `*v`, or the same with words: `set v`, `add v`, `subtract v`, `times v`.
pub fn operation(text: &str) -> Result<Operation, Trouble> {
    if let Some((word, sign)) = super::number::CHANGE_WORDS.iter().find(|(word, _)| text.starts_with(word)) {
        return operation(&text.replacen(word, &sign.to_string(), 1));
    }
    if let Some(value) = text.strip_prefix('=') {
        return Ok(Operation::Set(value.trim().to_owned()));
    }
    if let Some(factor) = text.strip_prefix('*') {
        return number(factor.trim(), None, None, Unit::Money).map(Operation::Multiply);
    }
    if let Some(sum) = text.strip_prefix('+') {
        return number(sum.trim(), None, None, Unit::Money).map(Operation::Add);
    }
    if let Some(sum) = text.strip_prefix('-') {
        return number(sum.trim(), None, None, Unit::Money).map(|sum| Operation::Add(-sum));
    }
    Err(Trouble::new(
        "bad-change",
        say!("cell-change-text-does", text = text),
        if text.starts_with('#') { say!("cell-was-made-formula") } else { say!("cell-begin-such-text", text = text) },
    ))
}

/// One of a fixed list of words.
pub(crate) fn choice(text: &str, words: &[&str]) -> Result<(), Trouble> {
    if words.contains(&text) {
        return Ok(());
    }
    let list = words.join(", ");
    Err(Trouble::new(
        "bad-word",
        say!("cell-text-not-one", text = text),
        suggest(text, words.iter().copied(), &say!("cell-write-one-list", list = list)),
    ))
}

/// Checks the form of a cell as it is typed: what can be told from the cell alone, without the rest of the case.
///
/// An empty text is in order: whether the column may be empty is for the whole row to say.
///
/// # Errors
/// What is wrong with the text, and how to fix it.
pub fn check(kind: Kind, unit: Unit, text: &str) -> Result<(), Trouble> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(());
    }
    match kind {
        Kind::Id | Kind::Ref(_) | Kind::Ministry | Kind::Rung | Kind::Holder | Kind::Vocabulary(_) | Kind::Scoped => {
            id(text)
        }
        Kind::Text | Kind::Level => Ok(()),
        Kind::Number { min, max } => number(text, min, max, unit).map(drop),
        Kind::Whole { min, max } => whole(text, min, max).map(drop),
        Kind::Year => year(text).map(drop),
        Kind::Share => share(text).map(drop),
        Kind::Choice(words) => choice(text, words),
        Kind::Refs(_) => text.split_whitespace().try_for_each(id),
        Kind::Amount => amount(text).map(drop),
        Kind::Change => operation(text).map(drop),
    }
}

#[cfg(test)]
mod tests;
