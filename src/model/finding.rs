//! What is wrong with a case, where, and how to fix it.

use std::collections::HashMap;

use super::cell::Trouble;
use super::limits::{MOST_ALIKE, MOST_ERRORS};
use super::schema::TableId;
use super::visible::shortened;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The case cannot be computed: commands refuse it.
    Error,
    /// The case can be computed, but probably does not mean what it says.
    Warning,
    /// Something worth knowing.
    Note,
}

impl Level {
    /// Its word in files; `messages` says it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A setting of `case.toml`, by its dotted key; empty for the whole file.
    Setting(String),
    /// A whole table's file.
    Table(TableId),
    /// A column's header.
    Header(TableId, String),
    /// A row, from 0.
    Row(TableId, usize),
    /// A cell: row from 0, and column by name.
    Cell(TableId, usize, String),
    /// Somewhere in a file that is not part of the case, such as a portfolio; the finding's file and line say where.
    Elsewhere,
}

/// One thing that is wrong, or worth knowing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub level: Level,
    /// The rule's own short name, such as `unknown-id`; the error catalogue of the tests goes by it.
    pub code: &'static str,
    /// Where it is in the model.
    pub place: Place,
    /// The file's name.
    pub file: String,
    /// The line in the file, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// The character in the line at which the cell starts, from 1; 0 where the whole line is meant.
    pub character: usize,
    /// The column's name or the setting's key; empty where the whole row is meant.
    pub column: String,
    /// What is wrong: a full sentence.
    pub message: String,
    /// How to fix it: a full sentence.
    pub remedy: String,
}

impl Finding {
    /// Whether any of the findings is an error.
    pub fn any_error(findings: &[Self]) -> bool {
        findings.iter().any(|finding| finding.level == Level::Error)
    }

    /// One about a file that is not part of a case, such as a portfolio; a line and a character of 0 mean the whole file.
    pub fn elsewhere(
        file: &str,
        (line, character): (usize, usize),
        column: &str,
        level: Level,
        trouble: Trouble,
    ) -> Self {
        let Trouble { code, message, remedy } = trouble;
        let (file, column) = (file.to_owned(), column.to_owned());
        Self { level, code, place: Place::Elsewhere, file, line, character, column, message, remedy }.in_short()
    }

    /// The same with the middle left out of what is too long to be read.
    pub(crate) fn in_short(mut self) -> Self {
        for text in [&mut self.column, &mut self.message, &mut self.remedy] {
            if let std::borrow::Cow::Owned(short) = shortened(text) {
                *text = short;
            }
        }
        self
    }

    /// Where it is, as editors and people read it: `candidates.csv:12:5`, with as much of it as is known.
    pub fn place_in_file(&self) -> String {
        match (self.line, self.character) {
            (0, _) => self.file.clone(),
            (line, 0) => format!("{}:{line}", self.file),
            (line, character) => format!("{}:{line}:{character}", self.file),
        }
    }

    /// Where it is, for people: `effects.csv:4`, or the file alone where no line of it is meant.
    pub fn file_and_line(&self) -> String {
        if self.line == 0 { self.file.clone() } else { format!("{}:{}", self.file, self.line) }
    }
}

/// Findings as they are made; where they stand in the files is looked up once, at the end.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    pub(super) list: Vec<Finding>,
    /// How many there are of each level, rule and file; beyond [`MOST_ALIKE`] they are only counted.
    alike: HashMap<Alike, usize>,
    /// How many errors each table has.
    errors: HashMap<TableId, usize>,
    compared: usize,
}

/// What findings have in common that are told one by one only up to a number. The table is none for `case.toml`.
type Alike = (Level, &'static str, Option<TableId>);

const fn table_of(place: &Place) -> Option<TableId> {
    match place {
        Place::Table(id) | Place::Header(id, _) | Place::Row(id, _) | Place::Cell(id, ..) => Some(*id),
        Place::Setting(_) | Place::Elsewhere => None,
    }
}

/// Looking for the nearest name takes time: once so many names were looked at, other unknown names go without.
const MOST_COMPARED: usize = 500_000;

impl Findings {
    /// Something that keeps the case from being computed.
    pub fn error(&mut self, code: &'static str, place: Place, what: impl Into<String>, fix: impl Into<String>) {
        self.add(Level::Error, code, place, what, fix);
    }

    /// Something that is probably not meant.
    pub fn warning(&mut self, code: &'static str, place: Place, what: impl Into<String>, fix: impl Into<String>) {
        self.add(Level::Warning, code, place, what, fix);
    }

    /// Something worth knowing.
    pub(crate) fn note(&mut self, code: &'static str, place: Place, what: impl Into<String>, fix: impl Into<String>) {
        self.add(Level::Note, code, place, what, fix);
    }

    /// A cell or setting that cannot be read.
    pub fn trouble(&mut self, place: Place, trouble: Trouble) {
        self.add(Level::Error, trouble.code, place, trouble.message, trouble.remedy);
    }

    /// Takes over the findings about a part that nothing else depends on: what is wrong with it stops nothing.
    pub(crate) fn take_as_warnings(&mut self, others: Self) {
        let milder = |level| if level == Level::Error { Level::Warning } else { level };
        self.compared = self.compared.saturating_add(others.compared);
        self.list.extend(others.list.into_iter().map(|it| Finding { level: milder(it.level), ..it }));
        for ((level, code, table), count) in others.alike {
            *self.alike.entry((milder(level), code, table)).or_default() += count;
        }
    }

    /// Whether a table has so many errors that the rest of its cells need not be read.
    pub(crate) fn is_flooded(&self, table: TableId) -> bool {
        self.errors.get(&table).is_some_and(|&errors| errors > MOST_ERRORS)
    }

    /// How many findings like this one there are beyond those that are told, for the last of these.
    pub(super) fn untold(&mut self) -> Vec<(usize, usize)> {
        let mut more: HashMap<Alike, usize> = self
            .alike
            .drain()
            .filter(|(_, count)| *count > MOST_ALIKE)
            .map(|(it, count)| (it, count - MOST_ALIKE))
            .collect();
        let alike = |it: &Finding| (it.level, it.code, table_of(&it.place));
        let last = self.list.iter().enumerate().rev();
        last.filter_map(|(at, finding)| Some((at, more.remove(&alike(finding))?))).collect()
    }

    /// Whether any of them is an error.
    pub(crate) fn has_error(&self) -> bool {
        Finding::any_error(&self.list)
    }

    /// Whether there is still time to look for the nearest of this many names.
    pub(crate) fn may_suggest(&mut self, names: usize) -> bool {
        self.compared = self.compared.saturating_add(names);
        self.compared <= MOST_COMPARED
    }

    /// Something so bad as the level says.
    pub fn add(
        &mut self,
        level: Level,
        code: &'static str,
        place: Place,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) {
        let table = table_of(&place);
        if let Some(table) = table.filter(|_| level == Level::Error) {
            *self.errors.entry(table).or_default() += 1;
        }
        let count = self.alike.entry((level, code, table)).or_default();
        *count += 1;
        if *count > MOST_ALIKE {
            return;
        }
        let (file, line, character, column) = (String::new(), 0, 0, String::new());
        let (message, remedy) = (what.into(), fix.into());
        self.list.push(Finding { level, code, place, file, line, character, column, message, remedy });
    }
}
