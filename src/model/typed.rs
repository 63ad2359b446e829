//! A number that somebody types or pastes, read as cells of files are.
//!
//! A file tells by its other cells what its marks mean; what is typed stands alone. So where it is one number with a decimal
//! point and another one with a decimal comma, [`typed`] gives both, and whoever typed it says which. A zero more at the end says it
//! as well: `1.1250` can only have a decimal point.

use crate::messages::{Thousands, decimals_follow_a_comma, written};
use crate::say;

use super::money::{MoneyUnit, said};
use super::number::{DecimalMark, Evidence, Holds, evidence_in, plain_in};
use super::schema::{Column, Kind, Unit};
use super::settings::{Settings, Written};
use super::workbook::Workbook;

/// What a typed text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// The text as a cell holds it. One that is no number is as it was typed, for the checks to say what is wrong.
    Text(String),
    /// It is one number or the other.
    Either(Readings),
}

/// The two numbers that a text can be, each written so that it is nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readings {
    /// With a decimal point.
    pub point: String,
    /// With a decimal comma.
    pub comma: String,
}

impl Typed {
    /// The text, where there is one.
    ///
    /// # Errors
    /// The sentence that names both readings of the text that was typed.
    pub fn only(self, text: &str) -> Result<String, String> {
        match self {
            Self::Text(text) => Ok(text),
            Self::Either(either) => {
                let [point, comma] = [&either.point, &either.comma].map(|it| written(it, Thousands::Never));
                Err(say!("typed-two-numbers", text = text, point = point, comma = comma))
            }
        }
    }
}

impl Readings {
    /// Both with what they read the mark as, the one that is usual in the spoken language first.
    #[must_use]
    pub fn both(&self) -> [(&str, String); 2] {
        let mut both = [(self.point.as_str(), say!("typed-by-point")), (self.comma.as_str(), say!("typed-by-comma"))];
        if decimals_follow_a_comma() {
            both.reverse();
        }
        both
    }
}

/// Reads a text that is typed where something of this kind stands. `money` is the unit of the case's money, so that `5 mln` can be
/// read; a decimal mark that is given leaves no doubt.
#[must_use]
pub fn typed(text: &str, (kind, unit): (Kind, Unit), money: Option<MoneyUnit>, mark: Option<DecimalMark>) -> Typed {
    let text = text.trim();
    let holds = Holds { kind, unit, money };
    let given = mark.is_some();
    let mark = match (mark, evidence_in(text, holds)) {
        (Some(mark), _) | (None, Evidence::Only(mark)) => mark,
        (None, Evidence::Doubt { point, comma }) => {
            let sure = |number: String| {
                let short =
                    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { &number };
                let is_open = matches!(evidence_in(short, holds), Evidence::Doubt { .. });
                if is_open { format!("{short}0") } else { short.to_owned() }
            };
            return Typed::Either(Readings { point: sure(point), comma: sure(comma) });
        }
        (None, Evidence::Nothing) if plain_in(text, holds, DecimalMark::Point).is_none() => DecimalMark::Comma,
        (None, Evidence::Nothing) => DecimalMark::Point,
    };
    // The zero that says which mark it is has said it.
    let is_open = |text: &&str| matches!(evidence_in(text, holds), Evidence::Doubt { .. });
    let shorter = text.strip_suffix('0').filter(|_| !given).filter(is_open);
    let number = shorter.unwrap_or(text);
    let other = if mark == DecimalMark::Point { DecimalMark::Comma } else { DecimalMark::Point };
    let read = plain_in(number, holds, mark).or_else(|| plain_in(number, holds, other));
    Typed::Text(read.unwrap_or_else(|| text.to_owned()))
}

/// The decimal mark of cells that were pasted together.
///
/// # Errors
/// Where nothing tells it, or they speak against each other, and it matters: a cell, and what it is with a decimal point and with a
/// decimal comma.
pub fn mark_of(columns: &[Option<&'static Column>], rows: &[Vec<String>]) -> Result<DecimalMark, [String; 3]> {
    let (mut points, mut commas, mut doubt) = (false, false, None);
    let cells = rows.iter().flat_map(|row| row.iter().zip(columns));
    for (cell, column) in cells.filter_map(|(cell, column)| Some((cell.trim(), (*column)?))) {
        match evidence_in(cell, column.into()) {
            Evidence::Only(DecimalMark::Point) => points = true,
            Evidence::Only(DecimalMark::Comma) => commas = true,
            Evidence::Doubt { point, comma } => doubt = doubt.or(Some([cell.to_owned(), point, comma])),
            Evidence::Nothing => {}
        }
    }
    match doubt {
        Some(doubt) if points == commas => Err(doubt),
        _ if commas && !points => Ok(DecimalMark::Comma),
        _ => Ok(DecimalMark::Point),
    }
}

/// A plain number, as options take it.
#[must_use]
pub fn number(text: &str) -> Typed {
    typed(text, (Kind::Number { min: None, max: None }, Unit::Percent), None, None)
}

/// The unit of the money of a case, where its settings name one.
#[must_use]
pub fn money_of(book: &Workbook) -> Option<MoneyUnit> {
    let settings = Settings::parse(&book.settings).ok()?;
    let of = |key: &str, default: &str| match settings.get(key).map(|entry| &entry.written) {
        Some(Written::Text(text)) => text.clone(),
        _ => default.to_owned(),
    };
    let (unit, currency) = (of("unit", "million"), of("currency", "EUR"));
    if unit.trim().is_empty() { Some(MoneyUnit::One) } else { said(&format!("{currency} {unit}")).unit }
}

/// What a text says that says yes or no.
#[must_use]
pub fn yes_or_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "ja" | "j" | "yes" | "y" | "true" | "waar" | "oui" | "vrai" | "wahr" | "x" | "1" => Some(true),
        "nee" | "n" | "no" | "false" | "onwaar" | "non" | "faux" | "nein" | "falsch" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONEY: (Kind, Unit) = (Kind::Number { min: Some(0), max: None }, Unit::Money);

    fn read(text: &str, what: (Kind, Unit)) -> Typed {
        typed(text, what, Some(MoneyUnit::Million), None)
    }

    #[test]
    fn numbers_are_typed_as_people_write_them() {
        for (written, cell) in [
            ("12,5", "12.5"),
            ("12.5", "12.5"),
            ("€ 6,5", "6.5"),
            ("1.250,50", "1250.50"),
            ("1,250.50", "1250.50"),
            ("€ 5 mln", "5"),
            ("5 mln. euro", "5"),
            ("EUR 1,5m", "1.5"),
            ("250 k€", "0.25"),
            ("1,2 miljard", "1200"),
            ("(3)", "-3"),
            ("7,-", "7"),
            ("soon", "soon"),
            ("30%", "30%"),
            ("", ""),
        ] {
            assert_eq!(read(written, MONEY), Typed::Text(cell.into()), "{written}");
        }
        let percent = (Kind::Number { min: Some(0), max: Some(100) }, Unit::Percent);
        let fraction = (Kind::Number { min: Some(0), max: Some(1) }, Unit::Fraction);
        for (written, what, cell) in [
            ("30%", percent, "30"),
            ("90 %", fraction, "0.9"),
            ("1.250", percent, "1.250"),
            ("20–60", (Kind::Share, Unit::Percent), "20-60"),
            ("30%", (Kind::Share, Unit::Percent), "30"),
            ("30,5%", (Kind::Amount, Unit::Money), "30.5%"),
            ("=12,5", (Kind::Change, Unit::None), "=12.5"),
            ("*1.125", (Kind::Change, Unit::None), "*1.125"),
            ("1.250", (Kind::Text, Unit::None), "1.250"),
        ] {
            assert_eq!(read(written, what), Typed::Text(cell.into()), "{written}");
        }
        assert_eq!(typed("5 mln", MONEY, None, None), Typed::Text("5 mln".into()), "nobody knows of what");
    }

    #[test]
    fn where_two_readings_are_possible_there_are_both() {
        let both = |point: &str, comma: &str| Typed::Either(Readings { point: point.into(), comma: comma.into() });
        assert_eq!(read("1.250", MONEY), both("1.25", "1250"));
        assert_eq!(read("1,125", MONEY), both("1125", "1.1250"));
        assert_eq!(read("1.125", MONEY), both("1.1250", "1125"));
        assert!(read("1.125", MONEY).only("1.125").is_err_and(|said| said.contains("1.1250")));
        // Each reading can be typed, and then there is one.
        assert_eq!(read("1.1250", MONEY), Typed::Text("1.125".into()));
        assert_eq!(read("1.25", MONEY), Typed::Text("1.25".into()));
        assert_eq!(typed("1.125", MONEY, None, Some(DecimalMark::Comma)), Typed::Text("1125".into()));
        assert_eq!(read("=1.250", (Kind::Change, Unit::None)), both("=1.25", "=1250"));
    }

    #[test]
    fn yes_and_no_are_known_in_some_languages() {
        assert_eq!(["Ja", "yes", " WAAR ", "x"].map(yes_or_no), [Some(true); 4]);
        assert_eq!(["nee", "No", "onwaar"].map(yes_or_no), [Some(false); 3]);
        assert_eq!(yes_or_no("misschien"), None);
    }
}
