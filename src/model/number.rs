//! Numbers as people and spreadsheets write them: `1.250,50`, `€ 1,250.50`, `(125)`, `12,5 %`.
//!
//! Which mark begins the decimals belongs to the file that a number stands in: [`evidence`] says what one cell tells of it,
//! and [`plain`] reads a cell once it is known.

use rust_decimal::Decimal;

use super::money::{MoneyUnit, unit_behind};
use super::schema::{Column, Kind, Unit};

/// The mark before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1,250.50`
    Point,
    /// `1.250,50`
    Comma,
}

impl DecimalMark {
    const fn decimal(self) -> char {
        if matches!(self, Self::Point) { '.' } else { ',' }
    }

    const fn thousands(self) -> char {
        if matches!(self, Self::Point) { ',' } else { '.' }
    }
}

/// What a cell tells of the marks of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// It is a number under one mark alone.
    Only(DecimalMark),
    /// It is the same number under both, or none.
    Nothing,
    /// It is one number with a decimal point and another one with a decimal comma.
    Doubt {
        /// The number with a decimal point.
        point: String,
        /// The number with a decimal comma.
        comma: String,
    },
}

/// The words for the signs of a change, which no spreadsheet takes for a formula.
pub(crate) const CHANGE_WORDS: [(&str, char); 4] = [("set ", '='), ("add ", '+'), ("subtract ", '-'), ("times ", '*')];

/// What a place for a number holds, and in which unit its money is, where that is known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Holds {
    pub(crate) kind: Kind,
    pub(crate) unit: Unit,
    pub(crate) money: Option<MoneyUnit>,
}

impl From<&Column> for Holds {
    fn from(column: &Column) -> Self {
        Self { kind: column.kind, unit: column.unit, money: None }
    }
}

/// What a cell of a column tells of the marks of its file.
pub fn evidence(text: &str, column: &Column) -> Evidence {
    evidence_in(text, column.into())
}

/// The same of a text in a place of any kind.
pub(crate) fn evidence_in(text: &str, holds: Holds) -> Evidence {
    if !has_digits_and_marks(text) {
        return Evidence::Nothing;
    }
    let most = match holds.kind {
        Kind::Number { max, .. } => max,
        Kind::Whole { max, .. } => Some(max),
        Kind::Amount if text.contains('%') => Some(100),
        // Nobody makes a thousand of one.
        Kind::Change if text.starts_with('*') => Some(999),
        _ => None,
    };
    // What the column cannot hold was not meant.
    let within = |number: &String| {
        let most = most.map(Decimal::from);
        let number = number.trim_start_matches(['*', '=', '+']).trim_end_matches('%');
        most.is_none_or(|most| Decimal::from_str_exact(number).is_ok_and(|number| number <= most))
    };
    let read = |mark| plain_in(text, holds, mark);
    let (point, comma) = (read(DecimalMark::Point), read(DecimalMark::Comma));
    let (point, comma) = match (point.clone().filter(within), comma.clone().filter(within)) {
        (None, None) => (point, comma),
        within => within,
    };
    match (point, comma) {
        (Some(_), None) => Evidence::Only(DecimalMark::Point),
        (None, Some(_)) => Evidence::Only(DecimalMark::Comma),
        (Some(point), Some(comma)) if point != comma => Evidence::Doubt { point, comma },
        _ => Evidence::Nothing,
    }
}

fn has_digits_and_marks(text: &str) -> bool {
    text.contains(['.', ',']) && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The text of a cell as the program writes it: digits with a decimal point; `None` if it is no number of this column.
pub fn plain(text: &str, column: &Column, mark: DecimalMark) -> Option<String> {
    plain_in(text, column.into(), mark)
}

/// The same of a text in a place of any kind.
pub(crate) fn plain_in(text: &str, holds: Holds, mark: DecimalMark) -> Option<String> {
    let number = |text: &str, unit: Unit| number(text, unit, holds.money.filter(|_| unit == Unit::Money), mark);
    match holds.kind {
        Kind::Number { .. } | Kind::Whole { .. } => number(text, holds.unit),
        Kind::Amount => match without_percent(text) {
            Some(percent) => number(percent, Unit::Percent).map(|percent| percent + "%"),
            None => number(text, Unit::Money),
        },
        Kind::Change => {
            if let Some((word, _)) = CHANGE_WORDS.iter().find(|(word, _)| text.starts_with(word)) {
                return number(text.strip_prefix(word)?, Unit::None).map(|value| format!("{word}{value}"));
            }
            let operator = text.chars().next().filter(|c| matches!(c, '=' | '+' | '-' | '*'))?;
            let value = text.strip_prefix(operator)?;
            number(value, Unit::None).map(|value| format!("{operator}{value}"))
        }
        Kind::Share => share(text),
        _ => None,
    }
}

/// A number that stands by itself; `None` if the two marks would make different ones of it, or none at all.
pub fn alone(text: &str) -> Option<String> {
    let read = |mark| number(text, Unit::None, None, mark);
    match (read(DecimalMark::Point), read(DecimalMark::Comma)) {
        (Some(point), Some(comma)) => (point == comma).then_some(point),
        (point, comma) => point.or(comma),
    }
}

/// A whole percent or a range of them, such as `20–60 %`.
fn share(text: &str) -> Option<String> {
    let kept = text.chars().filter(|c| *c != '%' && !is_space(*c));
    let share: String = kept.map(|c| if is_dash(c) { '-' } else { c }).collect();
    let whole = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    share.splitn(2, '-').all(whole).then_some(share)
}

fn without_percent(text: &str) -> Option<&str> {
    text.trim_end_matches(is_space).strip_suffix('%')
}

fn number(text: &str, unit: Unit, money: Option<MoneyUnit>, mark: DecimalMark) -> Option<String> {
    let text = text.trim_matches(is_space);
    let percent = without_percent(text).filter(|_| matches!(unit, Unit::Percent | Unit::Points | Unit::Fraction));
    let (negative, amount) = sign(percent.unwrap_or(text));
    let named = money.and_then(|of| Some((of, unit_behind(amount)?)));
    let amount = named.map_or(amount, |(_, (amount, _))| without_currency(amount));
    let digits = digits(amount, mark)?;
    let digits = match named {
        Some((of, (_, unit))) => times(&digits, unit.in_units_of(of))?,
        None if percent.is_some() && unit == Unit::Fraction => times(&digits, Decimal::new(1, 2))?,
        None => digits,
    };
    Some(if negative { format!("-{digits}") } else { digits })
}

fn times(digits: &str, factor: Decimal) -> Option<String> {
    Some(Decimal::from_str_exact(digits).ok()?.checked_mul(factor)?.normalize().to_string())
}

/// Whether an amount is negative, by a minus on either side or by brackets around it, and the amount without sign and
/// currency.
fn sign(text: &str) -> (bool, &str) {
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        let bare = without_currency(inner);
        // A minus inside brackets would be one sign too many.
        return (true, bare);
    }
    let bare = without_currency(text);
    if let Some(rest) = bare.strip_prefix(is_dash).or_else(|| text.strip_prefix(is_dash)) {
        return (true, without_currency(rest));
    }
    if let Some(rest) = bare.strip_suffix(is_dash).filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit())) {
        return (true, without_currency(rest));
    }
    (false, bare.strip_prefix('+').map_or(bare, without_currency))
}

/// The text without a sign or code of a currency before or behind it.
fn without_currency(text: &str) -> &str {
    const CURRENCIES: &[&str] = &["€", "$", "£", "¥", "EUR", "USD", "GBP", "CHF", "eur", "euro", "Euro"];
    let text = text.trim_matches(is_space);
    let bare = CURRENCIES.iter().find_map(|sign| text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)));
    bare.unwrap_or(text).trim_matches(is_space)
}

/// Digits with one decimal mark and perhaps marks between groups of three, as digits with a decimal point.
fn digits(text: &str, mark: DecimalMark) -> Option<String> {
    // Whole amounts end in `,-` or `.-` on Dutch bills.
    let whole = text.trim_end_matches(is_dash);
    let text = if whole.len() == text.len() { text } else { whole.strip_suffix(mark.decimal())? };
    let (before, after) = match text.split_once(mark.decimal()) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    };
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let before = grouped(before, mark)?;
    let after = after.unwrap_or_default();
    if !all_digits(after) || before.is_empty() && after.is_empty() {
        return None;
    }
    let whole = if before.is_empty() { "0".to_owned() } else { before };
    Some(if after.is_empty() { whole } else { format!("{whole}.{after}") })
}

/// The digits before the decimals; the marks between them must all be the same and stand before groups of three.
fn grouped(text: &str, mark: DecimalMark) -> Option<String> {
    let is_mark = |c: char| c == mark.thousands() || is_space(c) || matches!(c, '\'' | '’');
    let Some(between) = text.chars().find(|c| is_mark(*c)) else {
        return text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.to_owned());
    };
    let mut groups = text.split(between);
    let first = groups.next()?;
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let begins = (1..=3).contains(&first.len()) && !first.starts_with('0') && digits(first);
    (begins && groups.all(|group| group.len() == 3 && digits(group))).then(|| text.replace(between, ""))
}

/// Spaces between the digits of a number: of a keyboard, and those at which no line is broken.
const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

/// A minus, also as typographers set it.
const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '\u{2013}' | '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::schema::{TableId, table};

    fn column(name: &str) -> &'static Column {
        table(TableId::Candidates).column(name).unwrap()
    }

    #[test]
    fn a_number_is_read_by_the_mark_of_its_file_and_its_groups_are_checked() {
        for (written, point, comma) in [
            ("12,5", None, Some("12.5")),
            ("12.5", Some("12.5"), None),
            ("1.250", Some("1.250"), Some("1250")),
            ("1,250", Some("1250"), Some("1.250")),
            ("0.125", Some("0.125"), None),
            ("1250.000", Some("1250.000"), None),
            ("1.234.567,8", None, Some("1234567.8")),
            ("1,234,567.8", Some("1234567.8"), None),
            ("10.999.99", None, None),
            ("1,5,0", None, None),
            ("1 234", Some("1234"), Some("1234")),
            ("1\u{a0}234\u{202f}567", None, None),
            ("1\u{202f}234\u{202f}567,5", None, Some("1234567.5")),
            ("12 34", None, None),
            ("1'234.50", Some("1234.50"), None),
            ("\u{a0}€\u{a0}1.250,50", None, Some("1250.50")),
            ("EUR 12", Some("12"), Some("12")),
            ("12 EUR", Some("12"), Some("12")),
            ("(125)", Some("-125"), Some("-125")),
            ("(€ 1.250,5)", None, Some("-1250.5")),
            ("\u{2212}12,5", None, Some("-12.5")),
            ("€ -3", Some("-3"), Some("-3")),
            ("-€ 3", Some("-3"), Some("-3")),
            ("3-", Some("-3"), Some("-3")),
            ("(-3)", None, None),
            ("--3", None, None),
            ("€ 1.250,-", None, Some("1250")),
            (".5", Some("0.5"), None),
            ("#REF!", None, None),
            ("1.2E+06", None, None),
            ("n.v.t.", None, None),
            ("-", None, None),
            ("", None, None),
            ("12 %", None, None),
        ] {
            let read = |mark| plain(written, column("cost_1"), mark);
            assert_eq!(read(DecimalMark::Point).as_deref(), point, "{written:?} with a point");
            assert_eq!(read(DecimalMark::Comma).as_deref(), comma, "{written:?} with a comma");
        }
    }

    #[test]
    fn percent_signs_are_read_where_a_column_holds_percent() {
        let read = |name: &str, text: &str| plain(text, column(name), DecimalMark::Comma);
        assert_eq!(read("cofinance", "12,5 %").as_deref(), Some("12.5"));
        assert_eq!(read("success", "90%").as_deref(), Some("0.9"));
        assert_eq!(read("share_defence", "20–60 %").as_deref(), Some("20-60"));
        assert_eq!(read("share_defence", "5-okt"), None);
        let limit = table(TableId::Limits).column("max").unwrap();
        assert_eq!(plain("30,5%", limit, DecimalMark::Comma).as_deref(), Some("30.5%"));
        let change = table(TableId::Scenarios).column("change").unwrap();
        assert_eq!(plain("=12,5", change, DecimalMark::Comma).as_deref(), Some("=12.5"));
        assert_eq!(plain("=locked_in", change, DecimalMark::Comma), None);
    }

    #[test]
    fn a_cell_tells_the_mark_of_its_file_or_leaves_a_doubt() {
        let tells = |text: &str| evidence(text, column("cost_1"));
        assert_eq!(tells("12,5"), Evidence::Only(DecimalMark::Comma));
        assert_eq!(tells("0.125"), Evidence::Only(DecimalMark::Point));
        assert_eq!(tells("1 234"), Evidence::Nothing);
        assert_eq!(tells("10.999.99"), Evidence::Nothing);
        assert_eq!(tells("1.250"), Evidence::Doubt { point: "1.250".into(), comma: "1250".into() });
    }
}
