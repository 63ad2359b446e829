//! A case as text: the cells of its tables and the text of `case.toml`, just as they stand in the files.
//!
//! Planners edit this; `compile` reads the typed case from it. Every cell keeps the
//! text that was typed, also when it is wrong, and every row that was not changed keeps the bytes it was read from.

use std::sync::Arc;

use litemap::LiteMap;

use super::finding::{Finding, Level, Place};
use super::schema::{TABLES, TableId};
pub use super::sheet::{Newline, Row, Sheet};

/// All text of a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Workbook {
    /// The case's name: that of its folder; the title where `case.toml` gives none.
    pub name: String,
    /// The text of `case.toml`, with its comments.
    pub settings: String,
    /// What was found while the files were read that the text itself no longer shows, such as a wrong encoding.
    pub reading: Vec<Finding>,
    /// In a masked copy: each id that stands for another one, with that one. It decides the order of rows alone.
    pub withheld: Arc<LiteMap<String, String>>,
    /// One sheet for each table of the schema, in the schema's order.
    sheets: Vec<Sheet>,
}

/// The file of a case that holds its settings.
pub const SETTINGS_FILE: &str = "case.toml";

impl Workbook {
    /// A workbook with this text of `case.toml` and no table.
    pub fn new(settings: impl Into<String>) -> Self {
        Self {
            name: String::new(),
            settings: settings.into(),
            reading: Vec::new(),
            withheld: Arc::default(),
            sheets: TABLES.iter().map(|table| Sheet::absent(table.id)).collect(),
        }
    }

    /// A workbook made of the texts of its files: `case.toml` and the tables by their file names.
    ///
    /// A file that is not part of a case is passed over.
    pub fn from_files(files: &[(&str, &str)]) -> Self {
        let mut workbook = Self::new("");
        for (name, text) in files {
            workbook.put_file(name, text);
        }
        workbook
    }

    /// Puts the text of a file in place of what the workbook holds for it; false where no file of a case has this name.
    pub fn put_file(&mut self, name: &str, text: &str) -> bool {
        if name == SETTINGS_FILE {
            text.clone_into(&mut self.settings);
            return true;
        }
        let Some(table) = TABLES.iter().find(|table| table.file == name) else { return false };
        *self.sheet_mut(table.id) = Sheet::parse(table.id, text);
        true
    }

    /// The text of a file as it would be saved; `None` if the file does not exist or is not part of a case.
    pub fn file(&self, name: &str) -> Option<String> {
        if name == SETTINGS_FILE {
            return Some(self.settings.clone());
        }
        let sheet = self.sheets.iter().find(|sheet| sheet.schema().file == name)?;
        sheet.in_use().then(|| sheet.to_text())
    }

    /// Whether both would be saved as the same files, however they came to be.
    pub fn same_files(&self, other: &Self) -> bool {
        let same = |one: &Sheet, other: &Sheet| {
            one == other || self.file(one.schema().file) == other.in_use().then(|| other.to_text())
        };
        self.settings == other.settings && self.sheets.iter().zip(&other.sheets).all(|(one, other)| same(one, other))
    }

    /// Whether reading found a file so wrong that nothing was taken from it: what it lacks is then only a consequence.
    pub(crate) fn is_unread(&self, place: &Place) -> bool {
        let unread =
            |code| matches!(code, "unreadable-file" | "missing-file" | "header-below" | "open-quote" | "too-big");
        self.reading.iter().any(|found| found.level == Level::Error && found.place == *place && unread(found.code))
    }

    /// The sheet of a table.
    pub fn sheet(&self, id: TableId) -> &Sheet {
        &self.sheets[id as usize]
    }

    /// The sheet of a table, to be changed.
    pub fn sheet_mut(&mut self, id: TableId) -> &mut Sheet {
        &mut self.sheets[id as usize]
    }

    /// All sheets, in the schema's order.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }
}
