//! What `check` finds as a document.

use crate::say;
use std::borrow::Cow;

use serde::Serialize;

use super::data::CaseHeader;
use super::document::{Audience, Block, Column, Document, Item, Report, Table, Value};
use super::formats::object;
use super::style::Role;
use super::words;
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
        let counts = [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Note, "note")];
        let counts = counts.iter().map(|&(level, noun)| words::count(self.number(level), noun)).collect::<Vec<_>>();
        let meaning = if self.number(Level::Error) > 0 {
            say!("findings-case-cannot-computed-until")
        } else {
            say!("findings-case-can-computed")
        };
        format!("{}: {meaning}.", counts.join(", "))
    }
}

/// The word for its level.
fn level(finding: &Finding) -> &'static str {
    match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

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
        Document { case: self.case.clone(), subject: "findings".to_owned(), blocks }
    }

    fn tables(&self) -> Cow<'_, [Table]> {
        let columns = ["level", "file", "line", "character", "column", "code", "message", "remedy"];
        let row = |it: &Finding| {
            let text = [&it.file, &it.column, &it.message, &it.remedy].map(Value::from);
            let [file, column, message, remedy] = text;
            vec![level(it).into(), file, it.line.into(), it.character.into(), column, it.code.into(), message, remedy]
        };
        vec![
            Table::new(
                "findings",
                "Findings",
                columns.map(|name| Column::words(name, name)).to_vec(),
                self.findings.iter().map(row),
            )
            .only(Audience::Programs),
        ]
        .into()
    }

    fn json(&self) -> Vec<u8> {
        let findings = self.findings.iter().map(|finding| Line {
            level: level(finding),
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
    let column = if finding.column.is_empty() { String::new() } else { format!(" column {}", finding.column) };
    Item {
        lead: level(finding).to_owned(),
        role,
        text: format!("{}{column}", finding.place_in_file()),
        more: vec![finding.message.clone(), finding.remedy.clone()],
    }
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
        let row = |it: &Finding| {
            vec![
                level(it).into(),
                it.place_in_file().into(),
                (&it.column).into(),
                (&it.message).into(),
                (&it.remedy).into(),
            ]
        };
        let heads = ["level", "place", "column", "what is wrong", "how to fix it"];
        Table::new(
            "file",
            file.to_owned(),
            heads.map(|head| Column::words(head, head)).to_vec(),
            findings.iter().filter(|finding| finding.file == file).map(row),
        )
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
