//! Tables as text for the clipboard, and text from the clipboard as rows.

use super::Grid;
use crate::session::bulk::parse_number;

/// Rows of a grid as tab-separated text, the columns that come from the file only.
pub(crate) fn row_text(grid: &dyn Grid, rows: &[usize], columns: &[usize]) -> String {
    let line = |&row: &usize| {
        let fields: Vec<_> = columns.iter().map(|&column| field(&exact(grid, row, column))).collect();
        fields.join("\t")
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// One column's cells, a line for each.
pub(crate) fn columns_text(grid: &dyn Grid, rows: &[usize], column: usize) -> String {
    row_text(grid, rows, &[column])
}

/// A cell with all its digits: what is computed is shown rounded.
pub(crate) fn exact(grid: &dyn Grid, row: usize, column: usize) -> String {
    let shown = grid.cell(row, column).into_owned();
    let computed = grid.columns().get(column).is_some_and(|it| it.number && it.source.is_none());
    // A cell with more than a number in it is copied as it stands.
    let number = computed.then(|| parse_number(&shown).and_then(|_| grid.number(row, column))).flatten();
    number.map_or(shown, |number| number.normalize().to_string())
}

/// A field as spreadsheets paste it: in double quotes where it has a tab, a line break or a quote in it.
fn field(text: &str) -> String {
    if text.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_string() }
}

/// The rows of tab-separated text as spreadsheets copy it.
pub(crate) fn parse_tsv(text: &str) -> Vec<Vec<String>> {
    parse_rows(text, '\t')
}

/// The rows of a text with this sign between cells. A cell in double quotes may hold the sign and line breaks; a quote that
/// is not closed before the end of a cell is a character like any other. Rows without a text are left out at the end only:
/// elsewhere they are cells that are empty.
pub(crate) fn parse_rows(text: &str, sign: char) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new()];
    let mut rest = text;
    loop {
        let quoted = quoted(rest, sign);
        let (cell, after) = quoted.unwrap_or_else(|| {
            let end = rest.find([sign, '\n', '\r']).unwrap_or(rest.len());
            let (cell, after) = rest.split_at(end);
            (cell.to_owned(), after)
        });
        if let Some(row) = rows.last_mut() {
            row.push(cell.trim().to_owned());
        }
        let mut signs = after.chars();
        match signs.next() {
            None => break,
            Some('\r') => {
                let after = signs.as_str();
                rest = after.strip_prefix('\n').unwrap_or(after);
                rows.push(Vec::new());
            }
            Some('\n') => {
                rest = signs.as_str();
                rows.push(Vec::new());
            }
            Some(_) => rest = signs.as_str(),
        }
    }
    while rows.last().is_some_and(|row| is_blank(row)) {
        rows.pop();
    }
    rows
}

/// Whether no cell of a row has a text.
pub(crate) fn is_blank(row: &[String]) -> bool {
    row.iter().all(String::is_empty)
}

/// A cell in double quotes at the beginning of a text, and what comes after it.
fn quoted(text: &str, sign: char) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None if after.is_empty() || after.starts_with([sign, '\n', '\r']) => return Some((cell, after)),
            None => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_as_spreadsheets_write_them() {
        let rows = parse_tsv("a\tb\r\n\"x \"\"y\"\" z\"\t\"two\nlines\"\r\n\t\n  c  \n");
        assert_eq!(rows, [vec!["a", "b"], vec!["x \"y\" z", "two\nlines"], vec!["", ""], vec!["c"]]);
        assert_eq!(parse_tsv(""), Vec::<Vec<String>>::new());
        assert_eq!(parse_tsv("a\t\rb"), [vec!["a", ""], vec!["b"]]);
        assert_eq!(parse_rows("a;\"b;c\"", ';'), [["a", "b;c"]]);
    }

    #[test]
    fn a_quote_that_is_not_closed_takes_no_other_cell() {
        let rows = parse_tsv("\"5 inch\tpipe\nb\t\"c\"d\ne\tf\"");
        assert_eq!(rows, [["\"5 inch", "pipe"], ["b", "\"c\"d"], ["e", "f\""]]);
    }
}
