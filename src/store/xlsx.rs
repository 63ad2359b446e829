//! Workbooks of spreadsheets, read as rows of cells.
//!
//! What is read may come from anybody: cells are taken one by one, so that one that stands far out takes no room for those that
//! are not there.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, DataRef, Reader as _, SheetVisible, Xlsx};
use rust_decimal::Decimal;

use crate::model::csv;
use crate::say;

/// What a cell of a workbook holds.
#[derive(Debug, Clone, PartialEq)]
pub enum XlsxCell {
    /// A number.
    Number(f64),
    /// A number that is shown as a date or a time: the number, and the day or the moment.
    Date(f64, String),
    /// Text.
    Text(String),
    /// Whether something is so.
    Flag(bool),
    /// No value: an error such as `#DIV/0!`, or a formula of which the file holds no result.
    NoValue(String),
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct XlsxSheet {
    /// Its name.
    pub name: String,
    /// Whether people see it.
    pub is_visible: bool,
    /// The cells that hold something, by row and column, both from 0.
    pub rows: BTreeMap<u32, BTreeMap<u32, XlsxCell>>,
}

/// What a workbook begins with, as every archive of its kind.
const BEGINNING: &[u8] = b"PK\x03\x04";
/// Unpacked, a workbook is at most so large: one that says so much with few bytes was not made by a spreadsheet.
const LARGEST: u64 = 1 << 28;
/// So many bytes its cells take at most, each with what keeping it takes: one text may stand in countless cells.
const LARGEST_CELLS: usize = 1 << 28;
/// What a cell takes beside its text.
const OF_A_CELL: usize = 80;
/// A table has at most this many cells, empty ones before the last of a row among them.
const MOST_CELLS: u64 = 50_000_000;

/// Whether bytes are those of a workbook.
pub fn is_xlsx(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINNING)
}

/// Why a workbook cannot be read, in a sentence.
fn wrong(why: &dyn std::fmt::Display) -> String {
    say!("xlsx-cannot-be-read", why = why.to_string().trim_end_matches('.'))
}

/// The sheets of a workbook, in its order.
///
/// # Errors
/// A sentence that says why it cannot be read.
pub fn read(bytes: &[u8]) -> Result<Vec<XlsxSheet>, String> {
    unpacked_size(bytes).map_err(|error| wrong(&error))?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| wrong(&error))?;
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    let (mut all, mut left) = (Vec::new(), LARGEST_CELLS);
    for (name, is_visible) in sheets {
        let mut sheet = XlsxSheet { name, is_visible, ..XlsxSheet::default() };
        // A sheet of charts alone has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&sheet.name) else { continue };
        while let Some(cell) = cells.next_cell_with_formula().map_err(|error| wrong(&error))? {
            let (row, column) = cell.pos;
            // An empty text is a result as well.
            let value = match (&cell.value, &cell.formula) {
                (DataRef::Empty, Some(formula)) => Some(XlsxCell::NoValue(format!("={formula}"))),
                (held, _) => value(held),
            };
            if let Some(value) = value {
                let size = OF_A_CELL + value.length();
                left = left.checked_sub(size).ok_or_else(|| wrong(&say!("xlsx-too-large")))?;
                sheet.rows.entry(row).or_default().insert(column, value);
            }
        }
        all.push(sheet);
    }
    Ok(all)
}

/// Reads through the archive once, as far as it may go.
fn unpacked_size(bytes: &[u8]) -> Result<(), String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut left = LARGEST;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|error| error.to_string())?;
        let size = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|error| error.to_string())?;
        left = left.checked_sub(size).ok_or_else(|| say!("xlsx-too-large"))?;
    }
    Ok(())
}

fn value(value: &DataRef<'_>) -> Option<XlsxCell> {
    Some(match Data::from(value.clone()) {
        Data::Empty => return None,
        Data::Int(number) => XlsxCell::Number(number.to_string().parse().ok()?),
        Data::Float(number) => XlsxCell::Number(number),
        Data::String(text) if text.is_empty() => return None,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => XlsxCell::Text(text),
        Data::Bool(flag) => XlsxCell::Flag(flag),
        Data::DateTime(date) => {
            let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
            let at = if (hour, minute, second) == (0, 0, 0) {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
            };
            XlsxCell::Date(date.as_f64(), at)
        }
        Data::Error(error) => XlsxCell::NoValue(error.to_string()),
    })
}

impl XlsxCell {
    /// The bytes of its text.
    const fn length(&self) -> usize {
        match self {
            Self::Date(_, text) | Self::Text(text) | Self::NoValue(text) => text.len(),
            Self::Number(_) | Self::Flag(_) => 0,
        }
    }

    /// Its text: a number in digits with a decimal point, a day as `2027-01-31`.
    pub fn text(&self) -> String {
        match self {
            Self::Number(number) => digits(*number),
            Self::Date(_, day) => day.clone(),
            Self::Text(text) | Self::NoValue(text) => text.clone(),
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

/// A number in digits: those that a spreadsheet shows at most, so that `0.1 + 0.2` is `0.3`.
pub fn digits(number: f64) -> String {
    let exact = Decimal::from_scientific(&format!("{number:.14e}")).ok();
    exact.map_or_else(|| number.to_string(), |exact| exact.normalize().to_string())
}

/// The first sheet with anything in it that people see, as CSV.
///
/// # Errors
/// A sentence that says why there is none.
pub fn as_csv(sheets: &[XlsxSheet]) -> Result<String, String> {
    let seen = sheets.iter().find(|sheet| sheet.is_visible && !sheet.rows.is_empty());
    let Some(sheet) = seen else { return Err(say!("xlsx-nothing-in-it")) };
    let width = |row: &BTreeMap<u32, XlsxCell>| row.keys().last().map_or(0, |last| last + 1);
    if sheet.rows.values().map(|row| u64::from(width(row))).sum::<u64>() > MOST_CELLS {
        return Err(wrong(&say!("xlsx-too-large")));
    }
    let mut text = String::new();
    for row in sheet.rows.values() {
        let cells: Vec<String> = (0..width(row)).map(|at| row.get(&at).map_or_else(String::new, in_table)).collect();
        text.push_str(&csv::encode_record(&cells, 1));
        text.push('\n');
    }
    Ok(text)
}

/// A cell in a table of text, where a number is no other one with a decimal comma.
fn in_table(cell: &XlsxCell) -> String {
    let text = cell.text();
    match (cell, text.split_once('.')) {
        // Three digits behind the mark could be taken for thousands.
        (XlsxCell::Number(_), Some((_, decimals))) if decimals.len() == 3 => text + "0",
        _ => text,
    }
}
