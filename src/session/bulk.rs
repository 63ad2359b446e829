//! A change of many cells at once: `*1.1`, `+2`, `=v`.

use crate::say;
use rust_decimal::Decimal;

use super::document::Document;
use super::edit::Edit;
use super::names;
pub use super::names::EVERY_COST;
use super::rows::{name_of, own_key};
use super::validation::{self, Wanted};
use crate::model::change::Operation;
use crate::model::schema::{Kind, TableId, Unit};
use crate::model::typed::Typed;

/// What is typed behind the sign of a change of a column, by the sign.
fn behind(document: &Document, (table, column): (TableId, &str), text: &str) -> Option<Typed> {
    let (sign, rest) = text.split_at_checked(1)?;
    let cost = Wanted { required: false, ..validation::BUDGET };
    let of_cell = if column == EVERY_COST { Some(cost) } else { validation::of_cell(document, table, column) };
    let mut wanted = of_cell.unwrap_or(Wanted { kind: Kind::Text, unit: Unit::None, required: false });
    match sign {
        "=" => {}
        // Nobody makes a thousand of one.
        "*" => (wanted.kind, wanted.unit) = (Kind::Number { min: None, max: Some(999) }, Unit::None),
        _ => wanted.kind = Kind::Number { min: None, max: None },
    }
    Some(validation::typed(wanted, rest, document))
}

/// Both readings of a change whose number can be two, with what its mark is read as.
pub fn readings(document: &Document, of: (TableId, &str), text: &str) -> Option<[(String, String); 2]> {
    let sign = text.get(..1)?;
    match behind(document, of, text)? {
        Typed::Either(either) => Some(either.both().map(|(number, how)| (format!("{sign}{number}"), how))),
        Typed::Text(_) => None,
    }
}

/// The operation that a text means for a column.
///
/// # Errors
/// How to write one.
pub fn operation(document: &Document, of: (TableId, &str), text: &str) -> Result<Operation, String> {
    let help = say!("bulk-write-multiply-add");
    let Some((sign, rest)) = text.split_at_checked(1) else { return Err(help) };
    let rest = behind(document, of, text).map_or_else(|| Ok(rest.to_owned()), |typed| typed.only(rest))?;
    let number = || parse_number(&rest).ok_or_else(|| say!("bulk-rest-not-number", rest = rest));
    match sign {
        "=" => Ok(Operation::Set(rest)),
        "+" => number().map(Operation::Add),
        "-" => number().map(|number| Operation::Add(-number)),
        "*" => number().map(Operation::Multiply),
        _ => Err(help),
    }
}

/// What a change of many cells comes to.
#[derive(Debug)]
pub struct Bulk {
    /// The edits.
    pub edits: Vec<Edit>,
    /// Cells that hold no number to change.
    pub skipped: usize,
    /// The first change: from, to.
    pub first: Option<(String, String)>,
}

/// The edits of a change of many cells.
///
/// # Errors
/// What is wrong with it.
pub fn bulk_edits(
    document: &Document,
    table: TableId,
    rows: &[usize],
    column: &str,
    text: &str,
) -> Result<Bulk, String> {
    let operation = operation(document, (table, column), text)?;
    let sheet = document.book.sheet(table);
    let every = column == EVERY_COST;
    let is_cost = |name: &&String| name.strip_prefix("cost_").is_some_and(|n| n.parse::<u32>().is_ok());
    let columns: Vec<&str> =
        if every { sheet.header.iter().filter(is_cost).map(String::as_str).collect() } else { vec![column] };
    if every && !matches!(operation, Operation::Multiply(_)) {
        return Err(say!("bulk-cost-sum-several"));
    }
    if let Some(why) = own_key(sheet, column) {
        return Err(why);
    }
    let mut bulk = Bulk { edits: Vec::new(), skipped: 0, first: None };
    let mut same = 0;
    for (&row, &column) in rows.iter().flat_map(|row| columns.iter().map(move |column| (row, column))) {
        let old = sheet.cell(row, column);
        match operated(&operation, old) {
            Some(new) if new == old => same += 1,
            Some(new) => {
                validation::refuse(document, table, column, &new).map_err(|why| match operation {
                    Operation::Set(_) => why,
                    // What comes out differs from row to row.
                    _ => format!("{}: {why}", name_of(document, table, row)),
                })?;
                if bulk.first.is_none() {
                    bulk.first = Some((old.to_string(), new.clone()));
                }
                bulk.edits.push(Edit::SetCell { table, row, column: column.to_string(), text: new });
            }
            // The costs of years in which nothing is paid stay empty, and nobody misses them.
            None => bulk.skipped += usize::from(!every),
        }
    }
    match (bulk.edits.is_empty(), same) {
        (false, _) => Ok(bulk),
        (true, 0) => Err(say!("bulk-no-cell-column", column = names::column(document.case(), table, column))),
        (true, _) => Err(say!("bulk-changes-nothing-here")),
    }
}

/// What an operation makes of a cell; `None` if it is no number.
fn operated(operation: &Operation, cell: &str) -> Option<String> {
    let number = || parse_number(cell);
    match operation {
        Operation::Set(text) => Some(text.clone()),
        Operation::Add(by) => Some(number()?.checked_add(*by)?.normalize().to_string()),
        Operation::Multiply(by) => Some(number()?.checked_mul(*by)?.normalize().to_string()),
    }
}

/// The number that a text is.
pub fn parse_number(text: &str) -> Option<Decimal> {
    let text = text.trim();
    // Words are no numbers, and saying so is all that takes.
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.')) {
        return None;
    }
    text.parse::<Decimal>().ok().or_else(|| Decimal::from_scientific(text).ok().filter(|_| text.contains(['e', 'E'])))
}
