//! Files of a case that could not be read, or not as a table: nothing is written over what nobody has seen.

use crate::model::quotes::open_quote;
use crate::model::settings::Settings;
use crate::model::workbook::SETTINGS_FILE;
use crate::model::{Level, Workbook};
use crate::say;

/// Why a file of a case may not be edited, if it may not: it could not be read, so that what is in it would be lost. Says what to
/// do about it.
pub fn why_unread(book: &Workbook, file: &str) -> Option<String> {
    let (message, remedy) = unread(book, file)?;
    Some(say!("unread-file-cannot-edited", file = file, message = message, remedy = remedy))
}

/// Why what a file of a case says cannot be told, if it cannot: nothing can be put beside it then, cell by cell.
pub fn why_no_table(book: &Workbook, file: &str) -> Option<String> {
    let why = |message: String, remedy: String| say!("unread-file", file = file, message = message, remedy = remedy);
    if let Some((message, remedy)) = unread(book, file) {
        return Some(why(message, remedy));
    }
    if file == SETTINGS_FILE {
        let wrong = Settings::parse(&book.settings).err()?;
        return Some(why(say!("settings-file-cannot-read", message = wrong.message), say!("settings-fix-line-until")));
    }
    let sheet = book.sheets().iter().find(|sheet| sheet.schema().file == file && !sheet.header.is_empty())?;
    // Rows are told apart by these; where they go by their number, whatever they need tells that it is that table.
    let schema = sheet.schema();
    let needed = schema.columns.iter().filter(|column| column.required).map(|column| column.name.text());
    let mut columns = needed.filter(|name| schema.key.is_empty() || schema.key.contains(name));
    let name = columns.find(|name| sheet.column(name).is_none())?;
    let message = say!("reader-table-table-has", table = schema.name, name = name);
    Some(why(message, say!("reader-add-column-name", name = name)))
}

/// What is wrong with a file that could not be read, and how it is fixed.
fn unread(book: &Workbook, file: &str) -> Option<(String, String)> {
    let unread = |code| matches!(code, "encoding" | "unreadable-file" | "too-big");
    let found = book.reading.iter().find(|it| it.level == Level::Error && it.file == file && unread(it.code));
    let found = found.map(|it| (it.message.clone(), it.remedy.clone()));
    found.or_else(|| {
        let sheet = book.sheets().iter().find(|sheet| sheet.schema().file == file)?;
        // Behind a quote that is never closed, a new row would become part of its cell.
        let trouble = open_quote(sheet).map(|quote| quote.trouble())?;
        Some((trouble.message, trouble.remedy))
    })
}
