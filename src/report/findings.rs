//! What `check` finds, in each format.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use super::data::CaseHeader;
use super::style::Role;
use super::table::Layout;
use super::{csv, json, markdown, safe, table, words};
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
            return "No findings: the case can be computed.".to_owned();
        }
        let counts = [(Level::Error, "error"), (Level::Warning, "warning"), (Level::Note, "note")];
        let counts = counts.iter().map(|&(level, noun)| words::count(self.number(level), noun)).collect::<Vec<_>>();
        let meaning = if self.number(Level::Error) > 0 {
            "the case cannot be computed until the errors are mended"
        } else {
            "the case can be computed"
        };
        format!("{}: {meaning}.", counts.join(", "))
    }
}

/// The word for a level.
fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

/// One paragraph for each finding, with the place first.
pub fn findings_table(report: &FindingsReport, layout: &Layout) -> Vec<u8> {
    let mut text = table::title(&report.case, layout);
    for finding in &report.findings {
        let role = match finding.level {
            Level::Error => Role::Bad,
            Level::Warning => Role::Caution,
            Level::Note => Role::Faint,
        };
        let column =
            if finding.column.is_empty() { String::new() } else { format!(" column {}", safe::line(&finding.column)) };
        let _ = writeln!(
            text,
            "\n{} {}{column}",
            layout.paint(role, level(finding.level)),
            safe::line(&finding.place_in_file())
        );
        for line in [&finding.message, &finding.remedy] {
            for line in super::grid::wrap(&safe::line(line), layout.width.unwrap_or(100).clamp(30, 120) - 2) {
                let _ = writeln!(text, "  {line}");
            }
        }
    }
    let role = if Finding::any_error(&report.findings) { Role::Bad } else { Role::Good };
    let _ = writeln!(text, "\n{}", layout.paint(role, &report.summary()));
    text.into_bytes()
}

/// `level,file,line,character,column,code,message,remedy`
pub fn findings_csv(report: &FindingsReport) -> Vec<u8> {
    let head =
        ["level", "file", "line", "character", "column", "code", "message", "remedy"].map(str::to_owned).to_vec();
    let rows = report.findings.iter().map(|finding| {
        vec![
            level(finding.level).to_owned(),
            finding.file.clone(),
            finding.line.to_string(),
            finding.character.to_string(),
            finding.column.clone(),
            finding.code.to_owned(),
            finding.message.clone(),
            finding.remedy.clone(),
        ]
    });
    csv::lines(std::iter::once(head).chain(rows))
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

/// One object with the counts and the findings.
pub fn findings_json(report: &FindingsReport) -> Vec<u8> {
    let findings = report.findings.iter().map(|finding| Line {
        level: level(finding.level),
        code: finding.code,
        file: &finding.file,
        line: finding.line,
        character: finding.character,
        column: &finding.column,
        message: &finding.message,
        remedy: &finding.remedy,
    });
    json::object(&Findings {
        case: &report.case,
        errors: report.number(Level::Error),
        warnings: report.number(Level::Warning),
        notes: report.number(Level::Note),
        findings: findings.collect(),
    })
}

/// A note with the findings by file.
pub fn findings_markdown(report: &FindingsReport) -> Vec<u8> {
    let mut text = format!("# {}: findings\n\n{}\n", markdown::escape(&report.case.title), report.summary());
    let mut files: BTreeMap<usize, (&str, Vec<&Finding>)> = BTreeMap::new();
    for finding in &report.findings {
        let at = report.findings.iter().position(|other| other.file == finding.file).unwrap_or(0);
        files.entry(at).or_insert_with(|| (&finding.file, Vec::new())).1.push(finding);
    }
    for (file, findings) in files.values() {
        let _ = write!(text, "\n## {}\n\n", markdown::escape(file));
        let head = ["level", "place", "column", "what is wrong", "how to mend it"].map(str::to_owned);
        let rows = findings.iter().map(|finding| {
            vec![
                level(finding.level).to_owned(),
                markdown::escape(&finding.place_in_file()),
                markdown::escape(&finding.column),
                markdown::escape(&finding.message),
                markdown::escape(&finding.remedy),
            ]
        });
        text.push_str(&markdown::table(&head, head.len(), rows));
    }
    let _ = write!(text, "\n{}", markdown::inputs(&report.case));
    text.into_bytes()
}
