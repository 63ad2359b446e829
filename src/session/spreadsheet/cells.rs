//! What a text of a case is in a spreadsheet, and whether what comes back from there is still the same.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::model::cell::{self, FORMULA_MARKS};
use crate::model::number::alone;
use crate::model::schema::{Column, Kind};
use crate::store::xlsx::{XlsxCell, digits};

/// So many digits a spreadsheet keeps of a number; one with more is written as text.
const DIGITS: usize = 15;

/// Whether what a column holds is mostly numbers.
pub(super) const fn is_numeric(kind: Kind) -> bool {
    matches!(kind, Kind::Number { .. } | Kind::Whole { .. } | Kind::Year | Kind::Share | Kind::Amount)
}

/// The number that a text is in a spreadsheet; none where it is text there.
pub(super) fn number(text: &str, kind: Option<Kind>) -> Option<f64> {
    let number = kind.filter(|kind| is_numeric(*kind)).and_then(|_| plain(text))?;
    let significant = number.mantissa().unsigned_abs().to_string().len();
    if significant > DIGITS { None } else { number.to_string().parse().ok() }
}

fn plain(text: &str) -> Option<Decimal> {
    cell::decimal(text.trim()).ok().map(|number| number.normalize())
}

/// Writes the text of a cell.
pub(super) fn write(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    text: &str,
    kind: Option<Kind>,
) -> Result<(), XlsxError> {
    let text = text.trim();
    match number(text, kind) {
        _ if text.is_empty() => {}
        Some(number) => drop(sheet.write_number_with_format(row, at, number, &Format::new())?),
        // It stays a text when somebody goes into the cell and out of it again.
        None if text.starts_with(FORMULA_MARKS) => {
            sheet.write_string_with_format(row, at, text, &Format::new().set_num_format("@").set_quote_prefix())?;
        }
        None => drop(sheet.write_string_with_format(row, at, text, &Format::new().set_num_format("@"))?),
    }
    Ok(())
}

/// What a text says, by which rows are found again: numbers however they are written, texts without what spreadsheets do to them.
pub(super) fn says(text: &str) -> String {
    plain(text).map_or_else(|| laid_out(text), |number| number.to_string())
}

/// A text without what spreadsheets do to line ends and spaces.
fn laid_out(text: &str) -> String {
    text.trim().replace("\r\n", "\n").replace('\r', "\n")
}

/// Whether a cell still says what the text of the case says.
pub(super) fn is_same(text: &str, cell: Option<&XlsxCell>, kind: Option<Kind>) -> bool {
    match cell {
        None => text.trim().is_empty(),
        Some(XlsxCell::Number(number) | XlsxCell::Date(number, _)) if plain(text).is_some() => {
            plain(text).map(|it| it.to_string()) == Some(digits(*number))
        }
        Some(cell) => {
            let now = typed(cell, kind);
            laid_out(&now) == laid_out(text) || number(text, kind).is_some() && plain(&now) == plain(text)
        }
    }
}

/// The text that a cell has in the case.
pub(super) fn typed(cell: &XlsxCell, kind: Option<Kind>) -> String {
    match (cell, kind) {
        // A number that was typed where days are shown; a year is one of them, and the day itself tells it where it is not.
        (XlsxCell::Date(number, day), Some(Kind::Year)) if !(1000.0..=9999.0).contains(number) => {
            day.split('-').next().unwrap_or_default().to_owned()
        }
        (XlsxCell::Date(number, _), Some(Kind::Year | Kind::Number { .. } | Kind::Whole { .. } | Kind::Amount)) => {
            digits(*number)
        }
        (XlsxCell::Text(text), Some(kind)) if is_numeric(kind) && plain(text).is_none() && kind != Kind::Share => {
            alone(text).unwrap_or_else(|| laid_out(text))
        }
        _ => laid_out(&cell.text()),
    }
}

/// A cell from which nothing can be taken, in words: one without a value, or a yes or no where none belongs.
pub(super) fn odd(was: &str, cell: Option<&XlsxCell>) -> Option<String> {
    match cell {
        Some(XlsxCell::NoValue(text)) if text != was.trim() => Some(text.clone()),
        Some(XlsxCell::Flag(flag)) if !was.trim().eq_ignore_ascii_case(if *flag { "true" } else { "false" }) => {
            Some(flag.to_string().to_uppercase())
        }
        _ => None,
    }
}

/// A cell as spreadsheets call it: `AB12`; row and column from 0.
pub(super) fn called(row: u32, at: u32) -> String {
    let (mut letters, mut left) = (String::new(), at + 1);
    while let Some(digit) = left.checked_sub(1) {
        letters.insert(0, char::from(b'A' + u8::try_from(digit % 26).unwrap_or(0)));
        left = digit / 26;
    }
    format!("{letters}{}", row + 1)
}

/// What a column of the schema holds.
pub(super) fn kind(column: Option<&Column>) -> Option<Kind> {
    column.map(|column| column.kind)
}
