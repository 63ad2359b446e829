//! Files of a case that could not be read, or not as a table: nothing is written over what nobody has seen.

use crate::model::quotes::open_quote;
use crate::model::{Level, Workbook};
use crate::say;

/// Why a file of a case may not be edited, if it may not: it could not be read, so that what is in it would be lost. Says what to
/// do about it.
pub fn why_unread(book: &Workbook, file: &str) -> Option<String> {
    let unread = |code| matches!(code, "encoding" | "unreadable-file" | "too-big");
    let found = book.reading.iter().find(|it| it.level == Level::Error && it.file == file && unread(it.code));
    let found = found.map(|it| (it.message.clone(), it.remedy.clone()));
    let (message, remedy) = found.or_else(|| {
        let sheet = book.sheets().iter().find(|sheet| sheet.schema().file == file)?;
        // Behind a quote that is never closed, a new row would become part of its cell.
        let trouble = open_quote(sheet).map(|quote| quote.trouble())?;
        Some((trouble.message, trouble.remedy))
    })?;
    Some(say!("unread-file-cannot-edited", file = file, message = message, remedy = remedy))
}
