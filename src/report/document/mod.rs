//! A report as a document: what stands in it from top to bottom, made once for each subject and laid out by each format.

mod figures;
mod table;
mod value;

use std::borrow::Cow;

pub(super) use table::Rows;
pub use table::{Column, Kind, Table, TableBuilder, View};
pub use value::Value;

use super::chart::Chart;
use super::data::CaseHeader;
use super::style::Role;

/// A subject that can be reported on, in every format.
pub trait Report {
    /// What people read.
    fn document(&self) -> Document;

    /// The tables that programs read, each by its key; the first is the usual one. None if there is nothing to put in one.
    fn tables(&self) -> Cow<'_, [Table]>;

    /// The object that programs read, as JSON.
    fn json(&self) -> Vec<u8>;

    /// The page that says it all in short; nothing where there is none.
    fn page(&self) -> Vec<Block> {
        Vec::new()
    }
}

/// The page of a report alone, for whoever wants no annex; the whole report where it has none.
pub struct BriefReport<'a>(pub &'a dyn Report);

impl Report for BriefReport<'_> {
    fn document(&self) -> Document {
        let whole = self.0.document();
        match self.0.page() {
            page if page.is_empty() => whole,
            page => Document { blocks: vec![Block::Page(page)], ..whole },
        }
    }

    fn tables(&self) -> Cow<'_, [Table]> {
        self.0.tables()
    }

    fn json(&self) -> Vec<u8> {
        self.0.json()
    }
}

/// A report as a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The case that it is about: its title, its files, and what was changed for this run.
    pub case: CaseHeader,
    /// What it says of the case, as the second half of its title.
    pub subject: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The heading of a section.
    Heading(String),
    /// The heading of a part of a section.
    Subheading(String),
    /// Sentences, in a role.
    Paragraph(Role, String),
    /// A list.
    List(Vec<Item>),
    /// Facts by name, each name a [word](Value::Word).
    Facts(Vec<(&'static str, String)>),
    /// A table under its own heading.
    Table(Table),
    /// A chart under its own heading.
    Chart(Chart),
    /// The files that it was made from, with their hashes.
    Inputs,
    /// What stands on a page of its own before everything else, to be read or printed alone.
    Page(Vec<Block>),
    /// What only some readers see.
    Only(Audience, Vec<Block>),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// What it begins with, set off; empty where nothing is.
    pub lead: String,
    /// The role of that.
    pub role: Role,
    /// The text.
    pub text: String,
    /// Lines below it.
    pub more: Vec<String>,
}

/// Who a block, a table or a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// People and programs.
    Everybody,
    /// Programs and the screens: it is in JSON and CSV, but in nothing that people read.
    Programs,
    /// Who looks something up, on a terminal: ids, short tables, one line for each row.
    Terminal,
    /// Who reads it from beginning to end, as a note to hand on: names and sentences.
    Notes,
}

impl Audience {
    /// Whether what is for these is for `reader`.
    pub fn includes(self, reader: Self) -> bool {
        self == Self::Everybody || self == reader
    }
}

impl From<String> for Item {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl Block {
    /// Ordinary sentences.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Paragraph(Role::Plain, text.into())
    }
}

impl Document {
    /// The title: the case, and what is said of it.
    pub fn title(&self) -> String {
        format!("{}: {}", self.case.title, self.subject)
    }

    /// The blocks that a reader sees.
    pub fn blocks_for(&self, reader: Audience) -> impl Iterator<Item = &Block> {
        let blocks = self.blocks.iter().flat_map(move |block| match block {
            Block::Only(audience, blocks) if audience.includes(reader) => blocks.as_slice(),
            Block::Only(..) => &[],
            block => std::slice::from_ref(block),
        });
        blocks.filter(move |block| !matches!(block, Block::Table(table) if !table.audience.includes(reader)))
    }
}
