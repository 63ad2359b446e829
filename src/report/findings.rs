//! What `check` finds as a document.

use crate::messages::word;
use crate::say;
use std::borrow::Cow;

use serde::Serialize;

use super::data::CaseHeader;
use super::document::{Audience, Block, Document, Item, Report, Table, Value};
use super::formats::object;
use super::style::Role;
use crate::model::{Finding, Level};

/// Everything that is wrong with a case, or worth knowing.
#[derive(Debug, Clone)]
pub struct FindingsReport {
    /// The case.
    pub case: CaseHeader,
    /// The findings, in the order of the files.
    pub findings: Vec<Finding>,
}

impl FindingsReport {
    fn number(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.level == level).count()
    }

    /// How many findings of each level there are, in a sentence.
    pub fn summary(&self) -> String {
        if self.findings.is_empty() {
            return say!("findings-no-findings-case");
        }
        let [errors, warnings, notes] = [Level::Error, Level::Warning, Level::Note].map(|level| self.number(level));
        let counts = say!("findings-counts", errors = errors, warnings = warnings, notes = notes);
        match errors {
            0 => say!("findings-case-can-computed", counts = counts),
            _ => say!("findings-case-cannot-computed-until", counts = counts),
        }
    }
}

/// The word for its level.
impl Report for FindingsReport {
    fn document(&self) -> Document {
        let role = if Finding::any_error(&self.findings) { Role::Bad } else { Role::Good };
        let summary = || vec![Block::Paragraph(role, self.summary())];
        // Where a terminal scrolls, what it comes to stands last.
        let mut blocks = vec![
            Block::Only(Audience::Notes, summary()),
            Block::Only(Audience::Terminal, vec![Block::List(self.findings.iter().map(item).collect())]),
            Block::Only(Audience::Terminal, summary()),
        ];
        blocks.extend(by_file(&self.findings).map(Block::Table));
        blocks.push(Block::Only(Audience::Notes, vec![Block::Inputs]));
        Document { case: self.case.clone(), subject: say!("findings-findings"), blocks }
    }

    fn tables(&self) -> Cow<'_, [Table]> {
        let table = Table::of("findings", say!("findings-findings"), &self.findings)
            .words("level", |it| it.level.word())
            .words("file", |it| it.file.clone())
            .words("line", |it| it.line)
            .words("character", |it| it.character)
            .words("column", |it| it.column.clone())
            .words("code", |it| Value::Text(it.code.to_owned()))
            .words("message", |it| it.message.clone())
            .words("remedy", |it| it.remedy.clone());
        vec![table.only(Audience::Programs)].into()
    }

    fn json(&self) -> Vec<u8> {
        let findings = self.findings.iter().map(|finding| Line {
            level: finding.level.word(),
            code: finding.code,
            file: &finding.file,
            line: finding.line,
            character: finding.character,
            column: &finding.column,
            message: &finding.message,
            remedy: &finding.remedy,
        });
        object(&Findings {
            case: &self.case,
            errors: self.number(Level::Error),
            warnings: self.number(Level::Warning),
            notes: self.number(Level::Note),
            findings: findings.collect(),
        })
    }
}

/// A finding with its place first.
fn item(finding: &Finding) -> Item {
    let role = match finding.level {
        Level::Error => Role::Bad,
        Level::Warning => Role::Caution,
        Level::Note => Role::Faint,
    };
    let place = finding.place_in_file();
    let text = match finding.column.as_str() {
        "" => place,
        column => say!("findings-place-column", place = place, column = column),
    };
    Item { lead: word(finding.level.word()), role, text, more: vec![finding.message.clone(), finding.remedy.clone()] }
}

/// A table for each file, in the order in which they are first found wanting.
fn by_file(findings: &[Finding]) -> impl Iterator<Item = Table> {
    let mut files: Vec<&str> = Vec::new();
    for finding in findings {
        if !files.contains(&finding.file.as_str()) {
            files.push(&finding.file);
        }
    }
    files.into_iter().map(|file| {
        Table::of("file", file, findings.iter().filter(|finding| finding.file == file))
            .words("level", |it| it.level.word())
            .words("place", |it| it.place_in_file())
            .words("column", |it| it.column.clone())
            .words("message", |it| it.message.clone())
            .words("remedy", |it| it.remedy.clone())
            .only(Audience::Notes)
    })
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "they are the keys of the output")]
struct Findings<'a> {
    case: &'a CaseHeader,
    errors: usize,
    warnings: usize,
    notes: usize,
    findings: Vec<Line<'a>>,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "they are the keys of the output")]
struct Line<'a> {
    level: &'static str,
    code: &'static str,
    file: &'a str,
    line: usize,
    character: usize,
    column: &'a str,
    message: &'a str,
    remedy: &'a str,
}
