//! Quotes that do not do what they are for: one that is never closed, one that closed too late and took rows into its cell,
//! and one that stands alone. Found in the text that was read, so that every reader of a table says the same of them.

use std::cell::LazyCell;

use super::cell::Trouble;
use super::csv;
use super::finding::{Finding, Level, Place};
use super::locate::cell_in;
use super::sheet::Sheet;
use crate::say;

/// What is wrong with a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is never closed, so the rest of the file is one cell.
    Open,
    /// Its cell holds a line that looks like a row.
    RowInside,
    /// Its cell ends in a line that has the marks of a row and the spaces of prose.
    PerhapsRowInside,
    /// It neither opens nor closes its cell, and is not written twice.
    Stray,
}

/// A quote that does not do what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// What is wrong with it.
    pub kind: Kind,
    /// The row that its cell is in; none for the header.
    pub row: Option<usize>,
    /// The cell, by its place in the row.
    pub cell: usize,
    /// The line in the file, from 1.
    pub line: usize,
    /// The character in the line, from 1, at which the cell begins.
    pub character: usize,
    /// The line on which what looks like a row stands.
    inside: usize,
    /// The cell as it is written.
    written: String,
}

impl Quote {
    /// The rule's short name.
    pub(crate) fn code(&self) -> &'static str {
        match self.kind {
            Kind::Open => "open-quote",
            Kind::RowInside | Kind::PerhapsRowInside => "row-in-cell",
            Kind::Stray => "stray-quote",
        }
    }

    /// One that is open keeps the file from being read; what is most likely prose is no more than worth knowing.
    pub fn level(&self) -> Level {
        match self.kind {
            Kind::Open => Level::Error,
            Kind::PerhapsRowInside => Level::Note,
            Kind::RowInside | Kind::Stray => Level::Warning,
        }
    }

    /// Where it is in a table of a case.
    pub fn place(&self, sheet: &Sheet) -> Place {
        let table = sheet.table;
        // A name that the quote itself belongs to may hold the rest of the file.
        let name = sheet.header.get(if self.row.is_none() { 0 } else { self.cell }).cloned().unwrap_or_default();
        match self.row {
            None => Place::Header(table, name),
            Some(row) if sheet.column(&name) == Some(self.cell) => Place::Cell(table, row, name),
            Some(row) => Place::Row(table, row),
        }
    }

    /// What is wrong, by which rule, and how to fix it.
    pub fn trouble(&self) -> Trouble {
        let (message, remedy) = match self.kind {
            Kind::Open => (say!("quotes-double-quote-opens"), say!("quotes-close-quote-double-quote")),
            Kind::RowInside | Kind::PerhapsRowInside => {
                (say!("quotes-cell-holds-line", inside = self.inside), say!("quotes-close-quote-where-text"))
            }
            Kind::Stray => {
                let written = shortened(&self.written);
                let message = say!("quotes-double-quote-stands", written = super::visible::visible(&written));
                (message, say!("quotes-put-whole-text-double"))
            }
        };
        Trouble::new(self.code(), message, remedy)
    }

    /// The finding about a file that is not part of a case.
    pub fn finding(&self, file: &str, sheet: &Sheet) -> Finding {
        let column = sheet.header.get(self.cell).filter(|_| self.row.is_some()).map_or("", String::as_str);
        Finding::elsewhere(file, (self.line, self.character), column, self.level(), self.trouble())
    }
}

fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match one_line.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", csv::part(&one_line, 0..at)),
        None => one_line,
    }
}

/// The quote of a table that is never closed, if there is one: only in its last row it can be, for it takes in all that follows.
pub fn open_quote(sheet: &Sheet) -> Option<Quote> {
    let row = sheet.rows.len().checked_sub(1);
    let raw = match row {
        Some(row) => sheet.rows.get(row)?.raw.as_deref()?,
        None => sheet.header_raw.as_deref()?,
    };
    let record = csv::next_record(raw, 0).filter(|record| !record.closed)?;
    let cell = record.cells.len().checked_sub(1)?;
    let first = row.map_or_else(|| sheet.header_line(), |row| sheet.lines().get(row).copied().unwrap_or(0));
    Some(quote(Kind::Open, (row, cell), raw, first, 0))
}

/// So many quotes are told of one row: a row with more is wrong as a whole.
const MOST_IN_A_ROW: usize = 20;

/// Every quote of a table that does not do what it is for, in the order of the file.
pub fn quotes(sheet: &Sheet) -> Vec<Quote> {
    let header = sheet.header_raw.iter().map(|raw| (None, raw, sheet.header_line()));
    let lines = sheet.lines();
    let rows = sheet.rows.iter().enumerate().zip(lines);
    let rows = rows.filter_map(|((at, row), line)| Some((Some(at), row.raw.as_ref()?, line)));
    let marks = sheet.header.len().saturating_sub(1).max(1);
    let spaced = LazyCell::new(|| is_spaced(sheet));
    let mut found = Vec::new();
    for (row, raw, first) in header.chain(rows) {
        // Most rows have no quote at all.
        if raw.contains('"') {
            in_record((row, raw, first), marks, &spaced, &mut found);
        }
    }
    found
}

/// Whether the rows of a table are written with a space behind the mark between two cells.
fn is_spaced(sheet: &Sheet) -> bool {
    let mut behind = sheet.rows.iter().flat_map(|row| row.cells.iter().skip(1));
    sheet.header_raw.as_ref().is_some_and(|raw| raw.contains(", ")) || behind.any(|cell| cell.starts_with(' '))
}

/// Those of one record that begins on a line; a row of the table has this many marks between its cells.
fn in_record(
    (row, raw, first): (Option<usize>, &str, usize),
    marks: usize,
    spaced: &LazyCell<bool, impl FnOnce() -> bool>,
    found: &mut Vec<Quote>,
) {
    let Some(record) = csv::next_record(raw, 0) else { return };
    let before = found.len();
    for (cell, range) in record.cells.iter().enumerate() {
        if found.len() - before >= MOST_IN_A_ROW {
            break;
        }
        let open = !record.closed && cell + 1 == record.cells.len();
        let text = csv::part(raw, range.clone());
        let mut add = |kind, inside| found.push(quote(kind, (row, cell), raw, first, inside));
        if open {
            add(Kind::Open, 0);
            continue;
        }
        // What a cell holds keeps the marks of its file.
        let is_row = |line: &str| MARKS.iter().any(|mark| line.matches(*mark).count() >= marks);
        let last = text.rsplit_once('\n').map(|(above, last)| (above.lines().count(), last));
        if let Some(after) = text.lines().skip(1).position(is_row) {
            add(Kind::RowInside, after + 1);
        } else if let Some((below, last)) = last {
            // A quote in the middle of a row closed it there, and the rest of that row stands in the cells behind it.
            let goes_on = csv::part(raw, range.end..raw.len()).split('\n').next().unwrap_or("");
            let between =
                record.cells.iter().filter(|it| range.end < it.start && it.start <= range.end + goes_on.len());
            let between = between.count();
            let has_marks = |mark: char| {
                let behind = goes_on.matches(mark).count() + if mark == ',' { 0 } else { between };
                last.contains(mark) && last.matches(mark).count() + behind >= marks
            };
            if is_cut(last, cell) {
                add(Kind::RowInside, below);
            } else if MARKS.into_iter().any(has_marks) {
                let prose = is_prose(last) && !**spaced;
                add(if prose { Kind::PerhapsRowInside } else { Kind::RowInside }, below);
            }
        }
        if csv::stray_quote(text).is_some() {
            add(Kind::Stray, 0);
        }
    }
}

/// The marks that may stand between cells.
const MARKS: [char; 4] = [',', ';', '\t', '|'];

/// Whether the last line of a cell is the beginning of a row: the quote that closes it there was to open the next cell of that row.
fn is_cut(line: &str, cell: usize) -> bool {
    let inside = line.trim_end().trim_end_matches('"');
    MARKS.iter().any(|mark| inside.ends_with(*mark) && inside.matches(*mark).count() >= cell.max(1))
}

/// Whether each mark of a line has a space behind it.
fn is_prose(line: &str) -> bool {
    line.split(|c| MARKS.contains(&c)).skip(1).all(|behind| behind.starts_with(' '))
}

fn quote(kind: Kind, (row, cell): (Option<usize>, usize), raw: &str, first: usize, inside: usize) -> Quote {
    let (after, character) = cell_in(raw, cell);
    let record = csv::next_record(raw, 0);
    let range = record.and_then(|record| record.cells.get(cell).cloned()).unwrap_or_default();
    let line = first + after;
    Quote { kind, row, cell, line, character, inside: line + inside, written: csv::part(raw, range).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::schema::TableId;

    fn found(text: &str) -> Vec<(&'static str, usize, usize)> {
        let found = quotes(&Sheet::parse(TableId::Candidates, text));
        found.iter().map(|quote| (quote.code(), quote.line, quote.character)).collect()
    }

    #[test]
    fn a_quote_that_is_never_closed_is_found_where_it_opens() {
        assert_eq!(found("a,b,c\n1,2,3\n4,\"5\n6,7,8\n9,10,11\n"), [("open-quote", 3, 3)]);
        assert_eq!(found("a,\"b\nc"), [("open-quote", 1, 3)]);
        let text = "a,b\n\"x\ny\",\"z\n1,2\n";
        assert_eq!(found(text), [("open-quote", 3, 4)]);
        assert_eq!(open_quote(&Sheet::parse(TableId::Candidates, text)).map(|quote| quote.line), Some(3));
        assert_eq!(open_quote(&Sheet::parse(TableId::Candidates, "a,b\n1,\"2\"\n")), None);
    }

    #[test]
    fn a_line_in_a_cell_that_looks_like_a_row_is_found() {
        assert_eq!(found("a,b,c\n1,2,\"open\n3,4,ok\n5,6,\"\n"), [("row-in-cell", 2, 5)]);
        assert_eq!(found("a,b,c\n1,2,\"two lines,\nand no row\"\n"), []);
        // The quote of the next row closed it in the middle of that row.
        assert_eq!(found("a,b,c,d\n1,2,\"x,4\n5,6,\",8\n"), [("row-in-cell", 2, 5)]);
        assert_eq!(found("a,b,c,d\n1,\"x\n5,\",7,8\n"), [("row-in-cell", 2, 3)]);
        // A quote in the middle of a later row closed it, and the rest of that row goes on behind it.
        assert_eq!(found("a,b,c,d\n1,2,\"x,4\n5,6,y\",8\n"), [("row-in-cell", 2, 5)]);
        assert_eq!(found("a,b,c,d\n1,2,\"x\n5,6,y \",\"8\"\n"), [("row-in-cell", 2, 5)]);
        assert_eq!(found("a,b,c,d\n1,2,\"x\nno row,y\",8\n"), []);
        // The first cell of a row may have a line break, as headings of spreadsheets do.
        assert_eq!(found("a,b,c,d\n\"North\nSea\",2,3,4\n"), []);
    }

    /// Each is a row of the table that a quote of the row above took in, and that a quote in the middle of it closed.
    #[test]
    fn a_row_is_found_wherever_the_quote_stands_that_closed_it() {
        for (inside, text) in [
            (3, "1,2,\"x\n5,6,y\",8"),
            (3, "1,2,\"x,4\n5, 6, y\",8"),
            (3, "1,\"x\n5,y\",7,8"),
            (3, "1,\"x,3,4\n5,y\",\"7,8\""),
            (4, "1,2,\"x\n3 4\n5,6,y \" , 8"),
            (3, "1,2,\"x\n5,6,\"\"y\"\"\",8,9"),
            (3, "1,\"x\n5;y\",7,8"),
        ] {
            let sheet = Sheet::parse(TableId::Candidates, &format!("a,b,c,d\n{text}\n9,9,9,9\n"));
            let found: Vec<_> = quotes(&sheet).iter().map(|it| (it.code(), it.line, it.inside)).collect();
            assert_eq!(found, [("row-in-cell", 2, inside)], "{text:?}");
        }
    }

    #[test]
    fn prose_is_told_apart_from_a_row_where_the_file_says_how_it_writes_its_rows() {
        let kind = |text: &str| quotes(&Sheet::parse(TableId::Candidates, text)).iter().map(|it| it.kind).next();
        // Too few marks for a row of this table, with those of the cells behind it.
        assert_eq!(kind("a,b,c,d\n1,2,\"A, B\nand C\",4\n"), None);
        assert_eq!(kind("a,b,c,d\n1,2,\"A\nB, C\",4\n"), None);
        // As many as a row has. Where no other row has spaces behind its marks, these are prose; else nobody knows.
        assert_eq!(kind("a,b,c,d\n1,2,\"A\nB, C, D\",4\n"), Some(Kind::PerhapsRowInside));
        assert_eq!(kind("a,b,c,d\n1,\"Hello,\nworld, bye\",7,8\n"), Some(Kind::PerhapsRowInside));
        for spaced in ["a, b, c, d\n1,2,\"A\n5, 6, y\",4\n", "a,b,c,d\n1, 2,\"A\n5, 6, y\",4\n"] {
            assert_eq!(kind(spaced), Some(Kind::RowInside), "{spaced:?}");
        }
        assert_eq!(kind("a,b,c,d\n1,2,\"A\n5, 6,y\",4\n"), Some(Kind::RowInside));
        let found = quotes(&Sheet::parse(TableId::Candidates, "a,b,c,d\n1,2,\"A\nB, C, D\",4\n"));
        assert_eq!(found.first().map(|it| (it.code(), it.level(), it.inside)), Some(("row-in-cell", Level::Note, 3)));
    }

    #[test]
    fn a_quote_that_stands_alone_is_found_and_its_text_stays_as_it_is_written() {
        assert_eq!(found("a,b\n1,\"TV 27\" to 31\"\"\n2,27\" wide\n"), [("stray-quote", 2, 3), ("stray-quote", 3, 3)]);
        assert_eq!(found("a,b\n1,\"TV 27\"\" to 31\"\"\"\n2, \"x\" \n3,\"\"\n"), []);
        let sheet = Sheet::parse(TableId::Candidates, "a,b\n1,\"TV 27\" to 31\"\"\n");
        assert_eq!(sheet.cell(0, "b"), "\"TV 27\" to 31\"\"");
    }
}
