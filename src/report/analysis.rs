//! What an analysis found: sentences, tables and charts, as a document; and a table by itself.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::chart::Chart;
use super::data::CaseHeader;
use super::document::{Audience, Block, Document, Report, Rows, Table};
use super::formats::object;
use super::style::Role;
use crate::say;

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
    /// The page that it begins with for whoever reads it from beginning to end.
    pub page: Vec<Block>,
}

impl Report for AnalysisReport {
    fn document(&self) -> Document {
        let paragraph = |role: Role| move |text: &String| Block::Paragraph(role, text.clone());
        let mut blocks: Vec<Block> = self.summary.iter().map(paragraph(Role::Plain)).collect();
        blocks.extend(self.open.iter().map(paragraph(Role::Caution)));
        if !self.page.is_empty() {
            let note = vec![Block::Page(self.page.clone()), Block::Heading(say!("brief-annex"))];
            blocks = vec![Block::Only(Audience::Terminal, blocks), Block::Only(Audience::Notes, note)];
        }
        let charts = self.charts.iter().cloned().map(Block::Chart);
        blocks.extend(charts.filter(|chart| !self.page.contains(chart)));
        blocks.extend(self.tables.iter().cloned().map(Block::Table));
        blocks.push(Block::Inputs);
        Document { case: self.case.clone(), subject: self.title.clone(), blocks }
    }

    fn tables(&self) -> Cow<'_, [Table]> {
        Cow::Borrowed(&self.tables)
    }

    fn json(&self) -> Vec<u8> {
        object(self)
    }

    fn page(&self) -> Vec<Block> {
        self.page.clone()
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

/// A table as it stands on a screen.
#[derive(Debug, Clone, PartialEq)]
pub struct TableReport {
    /// The case.
    pub case: CaseHeader,
    /// What the table shows, as the second half of a title.
    pub title: String,
    /// What is said of it.
    pub about: String,
    /// The table.
    pub table: Table,
}

impl Report for TableReport {
    fn document(&self) -> Document {
        let blocks = vec![Block::text(self.about.clone()), Block::Table(self.table.clone())];
        Document { case: self.case.clone(), subject: self.title.clone(), blocks }
    }

    fn tables(&self) -> Cow<'_, [Table]> {
        Cow::Borrowed(std::slice::from_ref(&self.table))
    }

    fn json(&self) -> Vec<u8> {
        object(&serde_json::json!({ "case": self.case, "about": self.about, self.table.key: Rows(&self.table) }))
    }
}
