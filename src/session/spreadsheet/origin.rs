//! The hidden sheet with the files of the case as they were, each with its hash.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::model::DecimalMark;
use crate::say;
use crate::store::sha256;
use crate::store::xlsx::{XlsxCell, XlsxSheet};

/// The name of the sheet.
const NAME: &str = "beslismacht";
/// What its first cell says.
const MARK: &str = "beslismacht case 1";
/// How the decimal mark of the files is named beside that; nothing where it was found out.
const DECIMAL: &[(&str, Option<DecimalMark>)] =
    &[("", None), ("point", Some(DecimalMark::Point)), ("comma", Some(DecimalMark::Comma))];
/// A cell holds so many letters of a file.
const PIECE: usize = 32_000;

/// What a workbook was made of.
pub(super) struct Origin {
    /// The files by name.
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// The mark with which they are read.
    pub(super) decimal: Option<DecimalMark>,
}

/// The sheet.
pub(super) fn made(files: &[(String, Vec<u8>)], decimal: Option<DecimalMark>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(NAME)?.set_very_hidden(true);
    sheet.write_string(0, 0, MARK)?;
    let decimal = DECIMAL.iter().find(|(_, mark)| *mark == decimal).map_or("", |(name, _)| *name);
    sheet.write_string(0, 1, decimal)?;
    for (row, (name, bytes)) in (1..).zip(files) {
        sheet.write_string(row, 0, name)?;
        sheet.write_string(row, 1, sha256(bytes))?;
        let text = STANDARD.encode(bytes);
        for (at, piece) in (2..).zip(text.as_bytes().chunks(PIECE)) {
            sheet.write_string(row, at, String::from_utf8_lossy(piece))?;
        }
    }
    Ok(sheet)
}

/// What a workbook was made of; none where it was not made of a case.
///
/// # Errors
/// A sentence where a file in it is not what it was.
pub(super) fn read(sheets: &[XlsxSheet]) -> Option<Result<Origin, String>> {
    let text = |sheet: &XlsxSheet, row, at| sheet.rows.get(&row)?.get(&at).map(XlsxCell::text);
    let sheet = sheets.iter().find(|it| it.name == NAME && text(it, 0, 0).as_deref() == Some(MARK))?;
    let decimal = text(sheet, 0, 1).unwrap_or_default();
    let decimal = DECIMAL.iter().find(|(name, _)| *name == decimal).and_then(|(_, mark)| *mark);
    let file = |row: u32| {
        let name = text(sheet, row, 0)?;
        let pieces = sheet.rows.get(&row)?.range(2..).map(|(_, piece)| piece.text());
        let bytes = STANDARD.decode(pieces.collect::<String>()).ok();
        let whole = bytes.filter(|bytes| text(sheet, row, 1).as_deref() == Some(sha256(bytes).as_str()));
        Some(whole.map(|bytes| (name.clone(), bytes)).ok_or_else(|| say!("spreadsheet-origin-damaged", file = name)))
    };
    let files: Result<Vec<_>, String> =
        sheet.rows.keys().filter(|row| **row > 0).filter_map(|row| file(*row)).collect();
    Some(files.map(|files| Origin { files, decimal }))
}
