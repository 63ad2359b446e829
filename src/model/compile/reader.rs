//! Reading the cells of one table: a cell that cannot be read becomes a finding, and its default is used.

use crate::messages::word;
use crate::say;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use crate::model::candidate::ShareRange;
use crate::model::case::Amount;
use crate::model::cell::{self, Trouble};
use crate::model::finding::{Findings, Place};
use crate::model::guess::suggest;
use crate::model::heading::Columns;
use crate::model::index::Year;
use crate::model::levels;
use crate::model::quotes::open_quote;
use crate::model::schema::{Column, Kind, TableId, table};
use crate::model::visible::visible;
use crate::model::{Sheet, Workbook};

/// A column of a sheet: where it stands, and what the schema says of it.
pub(super) struct Field {
    pub(super) name: String,
    at: Option<usize>,
    schema: &'static Column,
}

/// The ids of a table, with the position of each in the case; none for one whose row the case leaves out.
#[derive(Default)]
pub(super) struct Ids<'a> {
    ix: HashMap<&'a str, Option<usize>>,
    /// Whether an id that is not listed is unknown; not so where the file that should list it cannot be read.
    complete: bool,
}

impl<'a> Ids<'a> {
    /// Ids that all have their place in the case, in the case's order.
    pub(super) fn of(ids: impl Iterator<Item = &'a str>, complete: bool) -> Self {
        let mut ix = HashMap::new();
        for (at, id) in ids.enumerate() {
            ix.entry(id).or_insert(Some(at));
        }
        Self { ix, complete }
    }

    /// The same ids, none of which has a place in the case.
    pub(super) fn left_out(mut self) -> Self {
        self.ix.values_mut().for_each(|ix| *ix = None);
        self
    }

    /// The ids, in no order.
    fn names(&self) -> impl Iterator<Item = &'a str> {
        self.ix.keys().copied()
    }
}

/// The cells of one table.
pub(super) struct Reader<'a, 'f> {
    pub(super) id: TableId,
    pub(super) sheet: &'a Sheet,
    pub(super) findings: &'f mut Findings,
    lines: OnceCell<Vec<usize>>,
}

impl<'a, 'f> Reader<'a, 'f> {
    pub(super) fn new(workbook: &'a Workbook, id: TableId, findings: &'f mut Findings) -> Self {
        let sheet = workbook.sheet(id);
        let schema = table(id);
        let mut reader = Self { id, sheet, findings, lines: OnceCell::new() };
        if workbook.is_unread(&Place::Table(id)) {
            return reader;
        }
        if let Some(quote) = open_quote(sheet) {
            reader.findings.trouble(quote.place(sheet), quote.trouble());
            if quote.row.is_some() {
                reader.require_columns();
            }
        } else if !sheet.header.is_empty() {
            reader.require_columns();
        } else if schema.needed {
            let (file, header) = (schema.file, header_of(id));
            let (message, remedy) = if sheet.present {
                (say!("reader-file-empty", file = file), say!("reader-write-header", header = header))
            } else {
                (say!("reader-file-missing", file = file), say!("reader-add-file", header = header))
            };
            reader.findings.error("missing-file", Place::Table(id), message, remedy);
        }
        reader
    }

    fn require_columns(&mut self) {
        for column in table(self.id).columns.iter().filter(|column| column.required) {
            let name = column.name.text();
            if self.sheet.column(name).is_none() {
                let columns = Columns::of_table(table(self.id), std::iter::empty());
                let means = |header: &&String| {
                    let unknown = table(self.id).column(header).is_none();
                    unknown && columns.meant(header, |column| column == name).is_some_and(|meant| meant.column == name)
                };
                let near = self.sheet.header.iter().find(means);
                let remedy = near.map_or_else(
                    || say!("reader-add-column-name", name = name),
                    |header| say!("reader-rename-column-visible", written = visible(header), name = name),
                );
                self.findings.error(
                    "missing-column",
                    near.map_or(Place::Table(self.id), |header| Place::Header(self.id, header.clone())),
                    say!("reader-table-table-has", table = table(self.id).name, name = name),
                    remedy,
                );
            }
        }
    }

    /// A column by its name; the schema must have it.
    pub(super) fn field(&self, name: &str) -> Field {
        let schema = self.sheet.schema();
        let at = self.sheet.column(name);
        let column = schema.column(name).unwrap_or(&schema.columns[0]);
        Field { name: name.to_owned(), at, schema: column }
    }

    /// Where a cell is.
    pub(super) fn place(&self, row: usize, field: &Field) -> Place {
        Place::Cell(self.id, row, field.name.clone())
    }

    /// Its text, without the spaces around it.
    pub(super) fn text(&self, row: usize, field: &Field) -> &'a str {
        field.at.map_or("", |at| self.sheet.cell_at(row, at))
    }

    /// The name of a row, from the columns of [`Sheet::name_columns`], else its id.
    pub(super) fn name(&self, row: usize, names: [Option<usize>; 2], id: &Field) -> String {
        let written = self.first(row, names);
        if written.is_empty() { self.owned(row, id) } else { written.to_owned() }
    }

    /// The first text of a row that is not empty in one of the columns; empty where there is none.
    pub(super) fn first(&self, row: usize, columns: [Option<usize>; 2]) -> &'a str {
        let mut written = columns.into_iter().flatten().map(|at| self.sheet.cell_at(row, at));
        written.find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// Its text, owned.
    pub(super) fn owned(&self, row: usize, field: &Field) -> String {
        self.text(row, field).to_owned()
    }

    /// Reports a cell.
    pub(super) fn trouble(&mut self, row: usize, field: &Field, trouble: Trouble) {
        let place = self.place(row, field);
        self.findings.trouble(place, trouble);
    }

    /// Reports an empty cell where the column exists; a missing column is reported once, by itself.
    pub(super) fn missing(&mut self, row: usize, field: &Field, why: &str) {
        if field.at.is_some() || !field.schema.required {
            let trouble = Trouble::new(
                "missing-cell",
                say!("reader-cell-field-empty", field = field.name, why = why),
                say!("reader-fill-help", help = self.sheet.schema().help_of(field.schema)),
            );
            self.trouble(row, field, trouble);
        }
    }

    /// What a cell means; none if it is empty, which is reported where the schema needs it, or cannot be read.
    pub(super) fn parse<T>(
        &mut self,
        row: usize,
        field: &Field,
        parse: impl FnOnce(&str) -> Result<T, Trouble>,
    ) -> Option<T> {
        let text = self.text(row, field);
        if self.findings.is_flooded(self.id) {
            return None;
        }
        if text.is_empty() {
            if field.schema.required {
                self.missing(row, field, "");
            }
            return None;
        }
        parse(text).map_err(|trouble| self.trouble(row, field, trouble)).ok()
    }

    /// A decimal number within the bounds of the schema.
    pub(super) fn number(&mut self, row: usize, field: &Field) -> Option<Decimal> {
        let (min, max) = match field.schema.kind {
            Kind::Number { min, max } => (min, max),
            _ => (None, None),
        };
        let unit = field.schema.unit;
        self.parse(row, field, |text| cell::number(text, min, max, unit))
    }

    /// A whole number within the bounds of the schema.
    pub(super) fn whole<T: TryFrom<i64>>(&mut self, row: usize, field: &Field) -> Option<T> {
        let (min, max) = match field.schema.kind {
            Kind::Whole { min, max } => (min, max),
            _ => (0, 0),
        };
        self.parse(row, field, |text| cell::whole(text, min, max)).and_then(|whole| T::try_from(whole).ok())
    }

    /// A calendar year.
    pub(super) fn year(&mut self, row: usize, field: &Field) -> Option<Year> {
        self.parse(row, field, cell::year)
    }

    /// A share range.
    pub(super) fn share(&mut self, row: usize, field: &Field) -> Option<ShareRange> {
        self.parse(row, field, cell::share)
    }

    /// Money or a percentage.
    pub(super) fn amount(&mut self, row: usize, field: &Field) -> Option<Amount> {
        self.parse(row, field, cell::amount)
    }

    /// A word of a fixed list; empty where there is none, or not one of the list.
    pub(super) fn word(&mut self, row: usize, field: &Field) -> &'a str {
        let text = self.text(row, field);
        let words = match field.schema.kind {
            Kind::Choice(words) => words,
            _ => &[],
        };
        self.parse(row, field, |text| cell::choice(text, words)).map_or("", |()| text)
    }

    /// A level of classification, by its place; the highest where it is not known, so that nothing is told by mistake.
    pub(super) fn level(&mut self, row: usize, field: &Field, levels: &[String]) -> usize {
        let text = self.text(row, field);
        let words: Vec<&str> = levels.iter().map(String::as_str).collect();
        self.parse(row, field, |text| cell::choice(text, &words));
        levels::level(levels, text)
    }

    /// A word of an open vocabulary: any id.
    pub(super) fn vocabulary(&mut self, row: usize, field: &Field) -> String {
        let text = self.owned(row, field);
        self.parse(row, field, cell::id);
        text
    }

    /// The position of what a cell names; `what` says what kind of thing it is, such as `service`.
    pub(super) fn reference(&mut self, row: usize, field: &Field, ids: &Ids<'_>, what: &str) -> Option<usize> {
        self.parse(row, field, |_| Ok(()))?;
        self.find(row, field, self.text(row, field), ids, what)
    }

    /// The position of one id of a cell.
    pub(super) fn find(&mut self, row: usize, field: &Field, id: &str, ids: &Ids<'_>, what: &str) -> Option<usize> {
        if let Some(&ix) = ids.ix.get(id) {
            return ix;
        }
        if !ids.complete || self.findings.is_flooded(self.id) {
            return None;
        }
        let trouble = if self.findings.may_suggest(ids.ix.len()) {
            // An id that is not well formed is no good advice.
            unknown(what, id, ids.names().filter(|id| cell::is_id(id)))
        } else {
            unknown(what, id, std::iter::empty())
        };
        self.trouble(row, field, trouble);
        None
    }

    /// The rows that the ids of a cell name, each once, in the order in which they stand.
    pub(super) fn references(
        &mut self,
        row: usize,
        field: &Field,
        ids: &Ids<'_>,
        what: &str,
    ) -> impl Iterator<Item = usize> + use<> {
        let (mut found, mut seen) = (Vec::new(), HashSet::new());
        self.parse(row, field, |_| Ok(()));
        for id in self.text(row, field).split_whitespace() {
            found.extend(self.find(row, field, id, ids, what).filter(|&ix| seen.insert(ix)));
        }
        found.into_iter()
    }

    /// The rows that have a key of their own, each with its position in the case, and the ids as a whole.
    ///
    /// A row without an id and a second row with the same id are left out and reported.
    pub(super) fn keyed(&mut self, field: &Field, what: &str) -> (Vec<usize>, Ids<'a>) {
        let mut rows = Vec::with_capacity(self.sheet.rows.len());
        let mut first: HashMap<&str, usize> = HashMap::with_capacity(self.sheet.rows.len());
        let mut ix = HashMap::with_capacity(self.sheet.rows.len());
        for row in self.filled() {
            let Some(()) = self.parse(row, field, |_| Ok(())) else { continue };
            let id = self.text(row, field);
            if let Err(trouble) = cell::id(id) {
                self.trouble(row, field, trouble);
            }
            if let Some(&earlier) = first.get(id) {
                self.duplicate(row, earlier, field, &say!("reader-the-thing", thing = word(what), id = id));
                continue;
            }
            first.insert(id, row);
            ix.insert(id, Some(rows.len()));
            rows.push(row);
        }
        let whole = open_quote(self.sheet).is_none();
        (rows, Ids { ix, complete: field.at.is_some() && whole })
    }

    /// Reports a second row with the same key.
    pub(super) fn duplicate(&mut self, row: usize, earlier: usize, field: &Field, what: &str) {
        let line = self.lines.get_or_init(|| self.sheet.lines()).get(earlier).copied().unwrap_or(0);
        let trouble = Trouble::new(
            "duplicate-id",
            say!("reader-what-stands-here", what_stands = what, line = line),
            say!("reader-give-id-its"),
        );
        self.trouble(row, field, trouble);
    }

    /// The rows that are not all empty; the others are noted. One with a quote that is never closed is left out: what it
    /// lacks is in the cell of the quote.
    pub(super) fn filled(&mut self) -> Vec<usize> {
        let mut filled = Vec::with_capacity(self.sheet.rows.len());
        let open = open_quote(self.sheet).and_then(|quote| quote.row);
        for (at, row) in self.sheet.rows.iter().enumerate().filter(|(at, _)| open != Some(*at)) {
            if row.cells.iter().any(|cell| !cell.trim().is_empty()) {
                filled.push(at);
            } else {
                self.findings.note(
                    "empty-row",
                    Place::Row(self.id, at),
                    say!("reader-row-has-no"),
                    say!("reader-fill-delete"),
                );
            }
        }
        filled
    }
}

/// An id that names nothing.
pub(super) fn unknown<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a str>) -> Trouble {
    let what = word(what);
    let remedy = suggest(id, known, &say!("reader-use-id-what", kind = what));
    Trouble::new("unknown-id", say!("reader-there-no-what", kind = what, id = id), remedy)
}

fn header_of(id: TableId) -> String {
    let names = table(id).columns.iter().filter(|column| column.required).map(|column| column.name.text());
    names.collect::<Vec<_>>().join(",")
}
