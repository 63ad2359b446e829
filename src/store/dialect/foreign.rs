//! A table written back in the way in which it was read.

use std::collections::HashMap;
use std::ops::Range;

use super::{Record, each_record, is_quoted};
use crate::model::DecimalMark;
use crate::model::csv::{self, BOM};
use crate::model::number::{Evidence, evidence, plain};
use crate::model::schema::{Column, Table};

/// How the text of a file is made of the text that the program works with. What was read and not changed comes back as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Foreign {
    mark: u8,
    decimal: DecimalMark,
    old_lines: bool,
    /// The first line, where it announces the mark.
    announced: Option<String>,
    /// What each record was, by what it is here; several in the order of the file.
    records: HashMap<String, Vec<String>>,
    /// What a cell was that would be written otherwise, by what it is here.
    cells: HashMap<String, String>,
}

impl Foreign {
    /// Remembers how the records of a text were written, given the text that was made of it and where each record is there.
    pub(super) fn new(
        mark: u8,
        decimal: DecimalMark,
        old_lines: bool,
        announced: Option<String>,
        (lines, canonical): (&str, &str),
        records: &[(Range<usize>, Record)],
    ) -> Self {
        let mut new = Self { mark, decimal, old_lines, announced, records: HashMap::new(), cells: HashMap::new() };
        for (here, record) in records {
            let here = csv::part(canonical, here.clone());
            new.records.entry(here.to_owned()).or_default().push(csv::part(lines, record.all.clone()).to_owned());
            let Some(made) = csv::next_record(here, 0) else { continue };
            for (now, then) in made.cells.iter().zip(&record.cells) {
                let (now, then) = (csv::part(here, now.clone()), csv::part(lines, then.clone()));
                if now != then {
                    new.cells.entry(now.to_owned()).or_insert_with(|| then.to_owned());
                }
            }
        }
        new
    }

    /// The text of the file.
    pub(crate) fn write(&self, text: &str, table: &Table) -> String {
        let mut written = String::with_capacity(text.len());
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let (mut at, mut columns) = (0, None);
        for record in each_record(text, b',') {
            let raw = csv::part(text, record.all.clone());
            at = record.all.end;
            let columns: &Vec<_> = columns.get_or_insert_with(|| self.columns(text, &record, table));
            if let Some(known) = self.records.get(raw) {
                let nth = seen.entry(raw).or_default();
                if let Some(was) = known.get(*nth).or(known.last()) {
                    *nth += 1;
                    written.push_str(was);
                    continue;
                }
            }
            let first = record.cells.first().map_or(at, |cell| cell.start);
            written.push_str(csv::part(text, record.all.start..first));
            for (column, cell) in record.cells.iter().enumerate() {
                if column > 0 {
                    written.push(char::from(self.mark));
                }
                let raw = csv::part(text, cell.clone());
                match self.cells.get(raw) {
                    Some(was) => written.push_str(was),
                    None => written.push_str(&self.cell(raw, columns.get(column).copied().flatten())),
                }
            }
            written.push_str(csv::part(text, record.cells.last().map_or(at, |cell| cell.end)..at));
        }
        written.push_str(csv::part(text, at..text.len()));
        if self.old_lines {
            written = written.replace('\n', "\r");
        }
        if let Some(line) = &self.announced {
            let at = if written.starts_with(BOM) { BOM.len_utf8() } else { 0 };
            written.insert_str(at, line);
        }
        written
    }

    /// What the columns of a table hold, by its header.
    fn columns(&self, text: &str, header: &Record, table: &Table) -> Vec<Option<&'static Column>> {
        let counts = self.decimal == DecimalMark::Comma;
        super::cells(text, header).map(|name| table.column(&name).filter(|_| counts)).collect()
    }

    /// A cell that was not in the file.
    fn cell(&self, raw: &str, column: Option<&'static Column>) -> String {
        let text = csv::decode(raw);
        let with_comma = column.filter(|_| text.contains('.')).and_then(|column| {
            let mut number = text.trim().replace('.', ",");
            // Three digits behind the mark could be taken for thousands.
            if let Evidence::Doubt { .. } = evidence(&number, column)
                && number.ends_with(|c: char| c.is_ascii_digit())
            {
                number.push('0');
            }
            plain(&number, column, DecimalMark::Comma).map(|_| number)
        });
        if let Some(number) = with_comma {
            return csv::encode_between(&number, self.mark).into_owned();
        }
        if raw.contains(char::from(self.mark)) && !is_quoted(raw) {
            return csv::encode_between(&text, self.mark).into_owned();
        }
        raw.to_owned()
    }
}
