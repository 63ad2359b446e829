//! A table on a sheet: its head stays in sight, its rows can be filtered, its figures are numbers.

use std::borrow::Cow;

use rust_decimal::Decimal;
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::looks;
use crate::model::cell::FORMULA_MARKS;
use crate::report::document::{Audience, Column, Kind, Table, Value};
use crate::report::number::{Figure, rounded};
use crate::report::safe::line;
use crate::report::text::{width, wrap};

/// A column is at least so wide, and at most: longer texts go on in the next line.
const WIDTHS: (usize, usize) = (8, 60);

/// The table without the columns in which a terminal alone says what another one under the same key says as well.
pub(super) fn said_once(table: &Table) -> Cow<'_, Table> {
    let others = |key: &str| table.columns.iter().filter(|it| it.key == key).count() > 1;
    let stays = |column: &Column| column.audience != Audience::Terminal || !others(&column.key);
    if table.columns.iter().all(stays) {
        return Cow::Borrowed(table);
    }
    let mut once = table.clone();
    for row in &mut once.rows {
        let mut columns = table.columns.iter();
        row.retain(|_| columns.next().is_none_or(stays));
    }
    once.columns.retain(stays);
    Cow::Owned(once)
}

/// Writes a table with all its columns, money in this unit.
pub(super) fn write(sheet: &mut Worksheet, table: &Table, money: &str) -> Result<(), XlsxError> {
    let mut widths = vec![WIDTHS.0; table.columns.len()];
    for (at, column) in (0..).zip(&table.columns) {
        let head = looks::cut(&line(&head(column, money)));
        let longest_word = head.split(' ').map(width).max().unwrap_or_default();
        widen(&mut widths, at, longest_word);
        sheet.write_string_with_format(0, at, head, &looks::head())?;
    }
    // The looks of each column that were needed so far.
    let mut made = vec![Vec::new(); table.columns.len()];
    for (row, values) in (1..).zip(&table.rows) {
        let moved = table.added_up(values);
        for (at, (column, value)) in (0..).zip(table.columns.iter().zip(values)) {
            let kind = match value.bare() {
                Value::Share(_) => Kind::Percent(0),
                Value::Bar(_) => Kind::Power,
                _ => column.kind,
            };
            let role = if let Value::Marked(role, _) = value { *role } else { column.role };
            let known = &mut made[usize::from(at)];
            let nth = known.iter().position(|(of, in_role, _)| (*of, *in_role) == (kind, role)).unwrap_or_else(|| {
                known.push((kind, role, looks::cell(kind, role)));
                known.len() - 1
            });
            let look = &known[nth].2;
            let shown = moved.iter().find(|(part, _)| *part == usize::from(at)).map(|(_, figure)| *figure);
            widen(&mut widths, at, width(&value.shown(column.places())));
            cell(sheet, (row, at), value.bare(), column.places().zip(shown), look)?;
        }
    }
    for (at, wide) in (0..).zip(&widths) {
        let wide = u32::try_from((*wide).min(WIDTHS.1) + 2).map_or(0.0, f64::from);
        sheet.set_column_width(at, wide)?;
    }
    // Rows say how high they are: not every spreadsheet finds out by itself.
    let room = |at: usize| widths[at].min(WIDTHS.1);
    let head_lines = table.columns.iter().enumerate().map(|(at, column)| wrap(&head(column, money), room(at)).len());
    looks::height(sheet, 0, head_lines.max().unwrap_or(1))?;
    for (row, values) in (1..).zip(&table.rows) {
        let texts = values.iter().enumerate().filter(|(_, value)| value.figure().is_none());
        let lines = texts.map(|(at, value)| wrap(&value.shown(table.columns[at].places()), room(at)).len());
        looks::height(sheet, row, lines.max().unwrap_or(1))?;
    }
    let last = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, rows, last)?;
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}

fn widen(widths: &mut [usize], at: u16, wide: usize) {
    if let Some(width) = widths.get_mut(usize::from(at)) {
        *width = (*width).max(wide);
    }
}

/// The head of a column, with the unit of its money.
fn head(column: &Column, money: &str) -> String {
    let head = match column.head_for(Audience::Notes) {
        "" => column.key.as_str(),
        head => head,
    };
    match column.kind {
        Kind::Money(_) if !money.is_empty() => format!("{head} ({money})"),
        _ => head.to_owned(),
    }
}

/// Writes a value; where it is a part that has to add up with others, also what is to be shown of it, with its places.
fn cell(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    value: &Value,
    shown: Option<(u32, Decimal)>,
    look: &Format,
) -> Result<(), XlsxError> {
    if let Value::Moment(utc) = value
        && let Ok(moment) = ExcelDateTime::parse_from_str(utc.trim_end_matches('Z'))
    {
        sheet.write_datetime_with_format(row, at, &moment, &looks::moment())?;
        return Ok(());
    }
    let number = match (value.bare(), shown) {
        (Value::Figure(figure), Some((places, shown))) if rounded(*figure, places) != shown => Some(shown),
        (Value::Figure(figure) | Value::Bar(figure), _) => Some(*figure),
        (Value::Count(count), _) => Some(Decimal::from(*count)),
        (Value::Year(year), _) => Some(Decimal::from(*year)),
        (Value::Share(percent), _) => Some(Decimal::from(*percent)),
        _ => None,
    };
    if let Some(number) = number {
        // The digits that programs get, so that both read the same number.
        let number: f64 = Figure(number).exact().parse().unwrap_or_default();
        sheet.write_number_with_format(row, at, number, look)?;
        return Ok(());
    }
    let text = looks::cut(&line(&value.shown(None)));
    match text.chars().next() {
        None => sheet.write_blank(row, at, look)?,
        // It stays a text when somebody goes into the cell and out of it again.
        Some(first) if FORMULA_MARKS.contains(&first) => {
            sheet.write_string_with_format(row, at, text, &look.clone().set_quote_prefix())?
        }
        Some(_) => sheet.write_string_with_format(row, at, text, look)?,
    };
    Ok(())
}
