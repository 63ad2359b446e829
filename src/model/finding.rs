//! What is wrong with a case, where, and how to mend it.

use super::schema::TableId;

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
    /// How to mend it: a full sentence.
    pub remedy: String,
}

impl Finding {
    /// Whether any of the findings is an error.
    pub fn any_error(findings: &[Self]) -> bool {
        findings.iter().any(|finding| finding.level == Level::Error)
    }
}
