//! Tables with typed columns, and what a reader sees of one.

use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::{Audience, Value};
use crate::messages::text_of;
use crate::report::number::{INDEX, MONEY, POWER, apportioned, fixed, sum};
use crate::report::style::Role;
use crate::say;

/// A table of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its key in JSON, and its name for `--table`.
    pub key: &'static str,
    /// Its heading; empty where it needs none.
    pub title: String,
    /// What the columns mean, where their heads do not say it.
    pub note: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, as many values as columns in each.
    pub rows: Vec<Vec<Value>>,
    /// Who it is for.
    pub audience: Audience,
    /// Whether it only shows some rows of another table of the report.
    pub is_excerpt: bool,
}

impl Table {
    /// Adds a column whose cells are there, with its texts.
    fn add(&mut self, column: Column) {
        let text = |kind| text_of(kind, self.key, &column.key, "");
        let head = if column.head.is_empty() { text("head") } else { column.head.clone() };
        let brief = Some(text("narrow")).filter(|brief| !brief.is_empty());
        self.columns.push(Column { head, brief, ..column });
    }

    /// A table of these rows for everybody; its columns are added one by one.
    pub fn of<R>(key: &'static str, title: impl Into<String>, rows: impl IntoIterator<Item = R>) -> TableBuilder<R> {
        let rows: Vec<R> = rows.into_iter().collect();
        let cells = rows.iter().map(|_| Vec::new()).collect();
        let (title, note) = (title.into(), String::new());
        TableBuilder {
            rows,
            table: Self {
                key,
                title,
                note,
                columns: Vec::new(),
                rows: cells,
                audience: Audience::Everybody,
                is_excerpt: false,
            },
        }
    }

    /// The table with a note on what its columns mean.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// The table for these readers alone.
    #[must_use]
    pub fn only(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }

    /// The table as some rows of another one, for whoever reads from beginning to end.
    #[must_use]
    pub fn excerpt(self) -> Self {
        Self { note: String::new(), is_excerpt: true, ..self }
    }
}

/// A table that is made column by column: each is declared once, with its key and its cell in a row. The head of a key stands in
/// the language, as `head-<table>-<key>` or for all tables as `head-<key>`; a shorter one for terminals as `brief-…`.
#[derive(Debug)]
pub struct TableBuilder<R> {
    rows: Vec<R>,
    table: Table,
}

impl<R> TableBuilder<R> {
    /// Adds a column.
    #[must_use]
    pub fn column<V: Into<Value>>(mut self, column: Column, mut cell: impl FnMut(&R) -> V) -> Self {
        self.cells(&mut |row| cell(row).into());
        self.table.add(column);
        self
    }

    /// One function for all columns of a table: there are hundreds of them, each with a closure of its own.
    fn cells(&mut self, cell: &mut dyn FnMut(&R) -> Value) {
        for (row, of) in self.table.rows.iter_mut().zip(&self.rows) {
            row.push(cell(of));
        }
    }

    /// Adds a column of words.
    #[must_use]
    pub fn words<V: Into<Value>>(self, key: &str, cell: impl FnMut(&R) -> V) -> Self {
        self.column(Column::of(key, Kind::Words), cell)
    }

    /// Adds a column of figures with this many places.
    #[must_use]
    pub fn figures<V: Into<Value>>(self, key: &str, places: u32, cell: impl FnMut(&R) -> V) -> Self {
        self.column(Column::of(key, Kind::Figures(places)), cell)
    }

    /// Adds a column of money.
    #[must_use]
    pub fn money<V: Into<Value>>(self, key: &str, cell: impl FnMut(&R) -> V) -> Self {
        self.column(Column::of(key, Kind::Money(MONEY)), cell)
    }

    /// Adds a column of index points.
    #[must_use]
    pub fn points<V: Into<Value>>(self, key: &str, cell: impl FnMut(&R) -> V) -> Self {
        self.column(Column::of(key, Kind::Points), cell)
    }

    /// Adds columns for each of these.
    #[must_use]
    pub fn each<T>(self, all: impl IntoIterator<Item = T>, add: impl FnMut(Self, T) -> Self) -> Self {
        all.into_iter().fold(self, add)
    }

    /// The table.
    pub fn table(self) -> Table {
        self.table
    }

    /// The table with a note on what its columns mean.
    pub fn note(self, note: impl Into<String>) -> Table {
        self.table.note(note)
    }

    /// The table for these readers alone.
    pub fn only(self, audience: Audience) -> Table {
        self.table.only(audience)
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Words,
    /// A name beside an id: the first to go where room is short.
    Name,
    /// Money in the unit of the case, with this many places.
    Money(u32),
    /// Index points.
    Points,
    /// Power, 0-1.
    Power,
    /// Percent, with this many places.
    Percent(u32),
    /// A calendar year.
    Year,
    /// Other figures, with this many places.
    Figures(u32),
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its key in JSON and its head in CSV.
    pub key: String,
    /// Its head for people.
    pub head: String,
    /// Its head on a terminal, where that is shorter.
    pub brief: Option<String>,
    /// What it holds.
    pub kind: Kind,
    /// Who it is for.
    pub audience: Audience,
    /// How its cells look that have no role of their own.
    pub role: Role,
    /// The fewest letters that it may be cut down to; then each row keeps to one line.
    pub least: Option<usize>,
    /// Whether a cell is left out that says the same as the one above it.
    pub grouped: bool,
    /// The key of the column that it is a part of: beside its total, what is shown adds up.
    pub total: Option<String>,
}

impl Column {
    /// A column of this kind.
    pub fn new(key: impl Into<String>, head: impl Into<String>, kind: Kind) -> Self {
        Self {
            key: key.into(),
            head: head.into(),
            brief: None,
            kind,
            audience: Audience::Everybody,
            role: if kind == Kind::Name { Role::Faint } else { Role::Plain },
            least: (kind == Kind::Name).then_some(20),
            grouped: false,
            total: None,
        }
    }

    /// A column of this kind whose head the language knows by its key.
    pub fn of(key: impl Into<String>, kind: Kind) -> Self {
        Self::new(key, "", kind)
    }

    /// The column for these readers alone.
    #[must_use]
    pub fn only(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }

    /// The column for programs alone.
    #[must_use]
    pub fn for_programs(self) -> Self {
        self.only(Audience::Programs)
    }

    /// Its head for a reader.
    pub fn head_for(&self, reader: Audience) -> &str {
        self.brief.as_ref().filter(|_| reader == Audience::Terminal).unwrap_or(&self.head)
    }

    /// The column, less important than others.
    #[must_use]
    pub fn faint(self) -> Self {
        Self { role: Role::Faint, ..self }
    }

    /// The column, cut down to this many letters where room is short.
    #[must_use]
    pub fn least(self, letters: usize) -> Self {
        Self { least: Some(letters), ..self }
    }

    /// The column without what only repeats the row above.
    #[must_use]
    pub fn grouped(self) -> Self {
        Self { grouped: true, ..self }
    }

    /// The column as a part of another one, its total.
    #[must_use]
    pub fn part_of(self, total: &str) -> Self {
        Self { total: Some(total.to_owned()), ..self }
    }

    /// Places after the point for people; words have none.
    pub fn places(&self) -> Option<u32> {
        match self.kind {
            Kind::Words | Kind::Name => None,
            Kind::Money(places) | Kind::Percent(places) | Kind::Figures(places) => Some(places),
            Kind::Points => Some(INDEX),
            Kind::Power => Some(POWER),
            Kind::Year => Some(0),
        }
    }
}

/// A table as a reader sees it.
#[derive(Debug)]
pub struct View<'a> {
    /// Its heading, with the unit of its money.
    pub title: String,
    /// The columns that are seen.
    pub columns: Vec<&'a Column>,
    /// Their cells, each in its role.
    pub rows: Vec<Vec<(Role, String)>>,
    /// Whether a list was shortened.
    pub is_shortened: bool,
}

impl Table {
    /// The table for a reader, its money in this unit. Lists of more ids than `most_ids` are shortened.
    pub fn view(&self, reader: Audience, money: &str, most_ids: usize) -> View<'_> {
        let seen: Vec<usize> = (0..self.columns.len()).filter(|&at| self.is_seen(at, reader)).collect();
        let columns: Vec<&Column> = seen.iter().map(|&at| &self.columns[at]).collect();
        let has_money = !money.is_empty() && columns.iter().any(|column| matches!(column.kind, Kind::Money(_)));
        let mut is_shortened = false;
        let mut before: Option<Vec<String>> = None;
        let mut rows = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let mut cells: Vec<String> = row.iter().zip(&self.columns).map(|it| it.0.shown(it.1.places())).collect();
            for &at in &seen {
                if let Value::List(ids) = row[at].bare()
                    && ids.len() > most_ids
                {
                    let (kept, rest) = ids.split_at(most_ids.saturating_sub(2));
                    cells[at] =
                        say!("table-kept-rest-more", kept = Value::List(kept.to_vec()).shown(None), rest = rest.len());
                    is_shortened = true;
                }
            }
            for (part, figure) in self.added_up(row) {
                let total = self.columns[part].total.as_ref();
                let places = self.columns.iter().find(|column| Some(&column.key) == total).and_then(Column::places);
                cells[part] = fixed(figure, places.unwrap_or_default());
            }
            let same = |at: usize| before.as_ref().is_some_and(|before| before[at] == cells[at]);
            let cell = |&at: &usize| {
                let column = &self.columns[at];
                let role = if let Value::Marked(role, _) = &row[at] { *role } else { column.role };
                (role, if column.grouped && same(at) { String::new() } else { cells[at].clone() })
            };
            rows.push(seen.iter().map(cell).collect());
            before = Some(cells);
        }
        let title = match self.title.as_str() {
            title if has_money && !title.is_empty() => say!("table-title-money-money", title = title, money = money),
            title => title.to_owned(),
        };
        View { title, columns, rows, is_shortened }
    }

    /// Whether a reader sees a column: it is for them, and it is no bound where everything is proven.
    fn is_seen(&self, at: usize, reader: Audience) -> bool {
        let column = &self.columns[at];
        let status = self.columns.iter().position(|column| column.key == "status");
        let open = |status: usize| self.rows.iter().any(|row| row[status] == Value::from("not proven"));
        column.audience.includes(reader) && (column.key != "bound" || status.is_none_or(open))
    }

    /// The parts of totals in a row, by where they stand, each rounded so that they add up to their total as it is shown.
    pub(in crate::report) fn added_up(&self, row: &[Value]) -> Vec<(usize, Decimal)> {
        let mut all = Vec::new();
        for (at, total) in self.columns.iter().enumerate() {
            let is_part = |column: &Column| column.total.as_ref() == Some(&total.key);
            let parts: Vec<usize> = (0..self.columns.len()).filter(|&part| is_part(&self.columns[part])).collect();
            let figures: Option<Vec<_>> = parts.iter().map(|&part| row[part].figure()).collect();
            let (Some(figures), Some(places)) = (figures, total.places()) else { continue };
            if !parts.is_empty() && row[at].figure() == sum(&figures) {
                all.extend(parts.into_iter().zip(apportioned(&figures, places)));
            }
        }
        all
    }
}

/// A table as a list of objects.
pub(in crate::report) struct Rows<'a>(pub &'a Table);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.0.rows.len()))?;
        for row in &self.0.rows {
            rows.serialize_element(&Object(&self.0.columns, row))?;
        }
        rows.end()
    }
}

struct Object<'a>(&'a [Column], &'a [Value]);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.0.len()))?;
        for (column, value) in self.0.iter().zip(self.1) {
            object.serialize_entry(&column.key, value)?;
        }
        object.end()
    }
}
