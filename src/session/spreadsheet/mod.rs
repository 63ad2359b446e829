//! A case as a workbook, for a colleague who works in a spreadsheet, and what comes back from there.
//!
//! A sheet for each table, one for the settings, and a hidden one with the files as they were: so that what comes back can be held
//! against them cell by cell, and what nobody changed is the same bytes again.

mod back;
mod cells;
mod lists;
mod look;
mod origin;
mod settings_sheet;
mod table_sheet;
#[cfg(test)]
mod tests;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook as Book, Worksheet, XlsxError};

use self::lists::Lists;
use self::look::SETTINGS;
use crate::messages::word;
use crate::model::schema::TABLES;
use crate::model::workbook::SETTINGS_FILE;
use crate::model::{DecimalMark, Workbook};
use crate::say;
use crate::store::FileStamp;

pub use self::back::{Returned, Takeover};

/// A case as a workbook. `files` are its files as they were read, in whose way they are kept; `decimal` is the mark with which
/// they were read.
///
/// # Errors
/// A sentence that says why it cannot be one.
pub fn workbook(book: &Workbook, files: &[FileStamp], decimal: Option<DecimalMark>) -> Result<Vec<u8>, String> {
    let mut kept = Vec::new();
    let names = std::iter::once(SETTINGS_FILE).chain(TABLES.iter().map(|table| table.file));
    for name in names {
        let stamp = files.iter().find(|stamp| stamp.name == name);
        if stamp.is_some_and(|stamp| !stamp.readable) {
            return Err(say!("spreadsheet-file-unread", file = name));
        }
        let Some(text) = book.file(name).filter(|text| name != SETTINGS_FILE || !text.is_empty()) else { continue };
        let bytes = stamp.map_or_else(|| text.clone().into_bytes(), |stamp| stamp.bytes(&text));
        kept.push((name.to_owned(), bytes));
    }
    made(book, &kept, decimal).map_err(|error| say!("xlsx-cannot-be-made", why = error))
}

fn made(book: &Workbook, files: &[(String, Vec<u8>)], decimal: Option<DecimalMark>) -> Result<Vec<u8>, XlsxError> {
    let lists = Lists::of(book);
    let mut all = Book::new();
    // The same case makes the same bytes: no time of day.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    all.set_properties(&DocProperties::new().set_creation_datetime(&made));
    all.push_worksheet(guide()?);
    all.push_worksheet(settings_sheet::made(&book.settings)?);
    for table in TABLES {
        all.push_worksheet(table_sheet::made(book.sheet(table.id), &lists)?);
    }
    all.push_worksheet(lists.sheet()?);
    all.push_worksheet(origin::made(files, decimal)?);
    all.save_to_buffer()
}

/// What a colleague has to know.
fn guide() -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(word("read me"))?;
    sheet.set_column_width(0, 14)?.set_column_width(1, 100)?;
    let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    sheet.write_string_with_format(0, 0, say!("spreadsheet-guide"), &bold.clone().set_font_size(16))?;
    let steps = [
        say!("spreadsheet-guide-change"),
        say!("spreadsheet-guide-rows"),
        say!("spreadsheet-guide-keep"),
        say!("spreadsheet-guide-back"),
    ];
    let mut row = 2;
    for step in steps {
        sheet.write_string_with_format(row, 1, step, &wrapped)?;
        row += 1;
    }
    row += 1;
    let settings = [(SETTINGS, say!("spreadsheet-guide-settings"))];
    let tables = TABLES.iter().map(|table| (table.name, table.help()));
    for (name, help) in settings.into_iter().chain(tables) {
        let url = rust_xlsxwriter::Url::new(format!("internal:'{name}'!A1")).set_text(name);
        sheet.write_url(row, 0, url)?;
        sheet.write_string_with_format(row, 1, help, &wrapped)?;
        row += 1;
    }
    Ok(sheet)
}
