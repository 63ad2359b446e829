//! The report of an analysis: sentences, tables and charts, made once and laid out by each format.

mod chart;
mod heat;
mod layout;
#[cfg(test)]
mod tests;

pub use chart::{Chart, ChartKind, Series};
pub use layout::{analysis_csv, analysis_json, analysis_markdown, analysis_table};

use rust_decimal::Decimal;
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use super::data::CaseHeader;
use super::figure::Figure;

/// The report of an analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalysisReport {
    /// The case.
    pub case: CaseHeader,
    /// The analysis, by the name of its command.
    pub analysis: &'static str,
    /// What it is about, as a heading.
    pub title: String,
    /// What it found, in sentences.
    pub summary: Vec<String>,
    /// What is not proven or not finished, in sentences; empty where everything is.
    pub open: Vec<String>,
    /// Its tables, the most important first.
    pub tables: Vec<Table>,
    /// Its charts.
    pub charts: Vec<Chart>,
}

/// A table of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its key in JSON, and its name for `--table`.
    pub key: &'static str,
    /// Its heading.
    pub title: String,
    /// What the columns mean, where their heads do not say it.
    pub note: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, as many values as columns in each.
    pub rows: Vec<Vec<Value>>,
    /// Who it is for.
    pub audience: Audience,
}

/// Who a table or a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// People and programs.
    Everybody,
    /// Programs and the screens: it is in JSON and CSV, but not in a note.
    Programs,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its key in JSON and its head in CSV.
    pub key: String,
    /// Its head for people.
    pub head: String,
    /// Places after the point for people; words have none.
    pub places: Option<u32>,
    /// Who it is for.
    pub audience: Audience,
}

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A decimal.
    Figure(Decimal),
    /// A whole number.
    Count(i64),
    /// Yes or no.
    Flag(bool),
    /// Ids.
    List(Vec<String>),
    /// Nothing to say.
    Empty,
}

impl Column {
    /// A column of words.
    pub fn words(key: impl Into<String>, head: impl Into<String>) -> Self {
        Self { key: key.into(), head: head.into(), places: None, audience: Audience::Everybody }
    }

    /// A column of figures with so many places.
    pub fn figures(key: impl Into<String>, head: impl Into<String>, places: u32) -> Self {
        Self { key: key.into(), head: head.into(), places: Some(places), audience: Audience::Everybody }
    }
}

impl Column {
    /// The column for programs alone.
    #[must_use]
    pub fn for_programs(self) -> Self {
        Self { audience: Audience::Programs, ..self }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Decimal> for Value {
    fn from(figure: Decimal) -> Self {
        Self::Figure(figure)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<i32> for Value {
    fn from(count: i32) -> Self {
        Self::Count(i64::from(count))
    }
}

impl From<Vec<String>> for Value {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl Value {
    /// The value for programs: all digits, ids separated by spaces.
    pub fn exact(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Figure(figure) => Figure(*figure).exact(),
            Self::Count(count) => count.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::List(ids) => ids.join(" "),
            Self::Empty => String::new(),
        }
    }

    /// The value for people.
    pub fn shown(&self, places: Option<u32>) -> String {
        match (self, places) {
            (Self::Figure(figure), Some(places)) => Figure(*figure).fixed(places),
            (Self::Figure(figure), None) => Figure(*figure).short(4),
            (Self::Flag(flag), _) => (if *flag { "yes" } else { "no" }).to_owned(),
            (Self::List(ids), _) => ids.join(", "),
            _ => self.exact(),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Figure(figure) => Figure(*figure).serialize(serializer),
            Self::Count(count) => serializer.serialize_i64(*count),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(ids) => ids.serialize(serializer),
            Self::Empty => serializer.serialize_none(),
        }
    }
}

/// A table as a list of objects.
struct Rows<'a>(&'a Table);

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

impl Serialize for AnalysisReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("case", &self.case)?;
        object.serialize_entry("analysis", self.analysis)?;
        object.serialize_entry("proven", &self.open.is_empty())?;
        object.serialize_entry("summary", &self.summary)?;
        object.serialize_entry("open", &self.open)?;
        for table in &self.tables {
            object.serialize_entry(table.key, &Rows(table))?;
        }
        object.end()
    }
}
