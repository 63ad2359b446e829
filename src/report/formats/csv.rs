//! One table as CSV, for programs and spreadsheets.

use crate::say;
use std::borrow::Cow;

use rust_decimal::Decimal;

use super::format::{Format, Options, Refusal};
use crate::model::cell::FORMULA_MARKS;
use crate::report::document::{Audience, Report, Value};
use crate::report::safe::Sink;

/// One table.
pub(super) const FORMAT: Format = Format {
    id: "csv",
    aliases: &[],
    endings: &["csv"],
    one_table: true,
    reader: Audience::Programs,
    sink: Sink::Text,
    write,
};

fn write(report: &dyn Report, options: &Options<'_>) -> Result<Vec<u8>, Refusal> {
    let tables = report.tables();
    let wanted = |key: &str| options.table.is_none_or(|name| name == key);
    let Some(table) = tables.iter().find(|table| wanted(table.key)) else {
        let known: Vec<&str> = tables.iter().map(|table| table.key).collect();
        let Some(name) = options.table.filter(|_| !known.is_empty()) else {
            let (why, hint) = (say!("csv-there-no-table-write"), say!("csv-other-formats-say"));
            return Err(Refusal { why, hint });
        };
        let (why, hint) = (say!("csv-there-no-table", name = name), say!("csv-tables-known", known = known.join(", ")));
        return Err(Refusal { why, hint });
    };
    let head = table.columns.iter().map(|column| column.key.clone()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(Value::exact).collect());
    Ok(lines(std::iter::once(head).chain(rows)))
}

/// Rows as CSV with `\n` at the end of each; no text in it is a formula to a spreadsheet.
fn lines(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and rows may differ in length.
        let _ = writer.write_record(row.iter().map(|text| cell(text).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}

/// A text that a spreadsheet would take for a formula begins with `'`. Numbers stay numbers.
fn cell(text: &str) -> Cow<'_, str> {
    let formula = text.starts_with(FORMULA_MARKS);
    if formula && text.parse::<Decimal>().is_err() { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_formula_is_a_text_and_a_number_a_number() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(cell("-cable"), "'-cable");
        assert_eq!(cell("@x"), "'@x");
        assert_eq!(cell("\tx"), "'\tx");
        assert_eq!(cell("-12.5"), "-12.5");
        assert_eq!(cell("+5"), "+5");
        assert_eq!(cell("a=b"), "a=b");
    }
}
