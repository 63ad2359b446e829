//! The sheet of a table: its heads as in the file with notes on what they mean, its rows, and below them room for more.

use rust_xlsxwriter::{Format, Note, Worksheet, XlsxError};

use super::cells;
use super::lists::{Lists, MORE_ROWS};
use super::look::head;
use crate::model::Sheet;
use crate::model::schema::{Column, Kind, Name, Table};
use crate::say;

/// A new table offers so many columns of those that are numbered.
const NUMBERED: usize = 3;
/// A column is at least so wide, and at most.
const WIDTHS: (usize, usize) = (10, 44);

/// The sheet. A column stands where it stands in the file; those that could be added stand behind.
pub(super) fn made(table: &Sheet, lists: &Lists) -> Result<Worksheet, XlsxError> {
    let schema = table.schema();
    let mut sheet = Worksheet::new();
    sheet.set_name(schema.name)?;
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let heads = heads(table, &lists.ministries);
    for (at, name) in (0..).zip(&heads) {
        let column = schema.column(name).filter(|_| !name.is_empty());
        if let Some(column) = column {
            let meaning = meaning(schema, column);
            let tall = 24 + 17 * u32::try_from(meaning.chars().count().div_ceil(48)).unwrap_or(1);
            sheet.insert_note(0, at, &Note::new(meaning).add_author_prefix(false).set_width(320).set_height(tall))?;
            if let Some(validation) = lists.of_kind(column.kind, &schema.help_of(column))? {
                sheet.add_data_validation(1, at, last_row.saturating_add(MORE_ROWS), at, &validation)?;
            }
        }
        let widest = (0..table.rows.len()).map(|row| table.cell_at(row, usize::from(at)).chars().count()).max();
        let wide = widest.unwrap_or(0).max(name.chars().count() + 3).clamp(WIDTHS.0, WIDTHS.1);
        sheet.set_column_width(at, u32::try_from(wide).map_or(0.0, f64::from))?;
        if !cells::kind(column).is_some_and(is_counted) {
            // What is typed here stays as it is typed: `5-10` is no day, and `=12` no formula.
            sheet.set_column_format(at, &Format::new().set_num_format("@"))?;
        }
        sheet.write_string_with_format(0, at, name, &head(column.is_some_and(|column| column.required)))?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for (at, text) in (0..).zip(&cells.cells) {
            let column = heads.get(usize::from(at)).and_then(|name| schema.column(name));
            cells::write(&mut sheet, (row, at), text, cells::kind(column))?;
        }
    }
    let last = u16::try_from(heads.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last)?;
    sheet.set_freeze_panes(1, 1)?;
    Ok(sheet)
}

/// Whether a number that is typed in a column of this kind can be nothing else.
const fn is_counted(kind: Kind) -> bool {
    matches!(kind, Kind::Number { .. } | Kind::Whole { .. } | Kind::Year)
}

/// The heads of a table: its own, room for cells without one, and those of the schema that it does not have.
fn heads(table: &Sheet, ministries: &[String]) -> Vec<String> {
    let widest = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut heads = table.header.clone();
    heads.resize(heads.len().max(widest), String::new());
    for column in table.schema().columns {
        let has_some = matches!(column.name, Name::Numbered(_)) && heads.iter().any(|name| column.name.matches(name));
        let names = column.names(ministries.iter().map(String::as_str), if has_some { 0 } else { NUMBERED });
        let missing: Vec<String> = names.into_iter().filter(|name| !heads.contains(name)).collect();
        heads.extend(missing);
    }
    heads
}

/// What a column means, in which unit, and what leaving it out means.
fn meaning(table: &Table, column: &Column) -> String {
    let mut text = table.help_of(column);
    if column.required {
        text.push_str(&say!("spreadsheet-needed"));
    } else if !column.default.is_empty() {
        text.push_str(&say!("settings-left-out-default", default = column.default));
    }
    text
}
