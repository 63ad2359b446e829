//! Tables as text for the clipboard, and text from the clipboard as rows.

use super::Grid;

/// Rows of a grid as tab-separated text, the columns that come from the file only.
pub(crate) fn row_text(grid: &dyn Grid, rows: &[usize], columns: &[usize]) -> String {
    let mut lines = Vec::with_capacity(rows.len());
    for &row in rows {
        let fields: Vec<_> = columns.iter().map(|&column| field(&grid.cell(row, column))).collect();
        lines.push(fields.join("\t"));
    }
    lines.join("\n")
}

/// One column's cells, a line for each.
pub(crate) fn columns_text(grid: &dyn Grid, rows: &[usize], column: usize) -> String {
    row_text(grid, rows, &[column])
}

/// A field as spreadsheets paste it: in double quotes where it has a tab, a line break or a quote in it.
fn field(text: &str) -> String {
    if text.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_string() }
}

/// The rows of tab-separated text as spreadsheets copy it.
pub(crate) fn parse_tsv(text: &str) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows: Vec<Vec<String>> = reader
        .records()
        .filter_map(Result::ok)
        .map(|record| record.iter().map(|cell| cell.trim().to_string()).collect())
        .collect();
    rows.into_iter().filter(|row: &Vec<String>| row.iter().any(|cell| !cell.is_empty())).collect()
}
