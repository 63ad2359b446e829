//! Reading a planner's own portfolio: `candidate,start,share_<ministry>…`, as the program writes it.

use crate::model::case::{CandidateIx, Case};
use crate::model::cell::{self, Trouble};
use crate::model::compile::dialect_of;
use crate::model::finding::{Finding, Level, Place};
use crate::model::guess::suggest;
use crate::model::locate::cell_at;
use crate::model::schema::TableId;
use crate::model::{Pick, Portfolio, Sheet};

struct Reader<'a> {
    case: &'a Case,
    file: &'a str,
    sheet: Sheet,
    lines: Vec<usize>,
    findings: Vec<Finding>,
}

/// Reads a portfolio of this case; `file` is its name in findings. Whether it keeps the rules is for the evaluator.
///
/// An empty start is the only year in which the candidate can start; an empty share is 0, or 100 where the case has
/// one ministry. Other columns are passed over.
///
/// # Errors
/// Everything that cannot be read, with its line: unknown candidates, years and shares that are none.
pub fn read(case: &Case, file: &str, text: &str) -> Result<Portfolio, Vec<Finding>> {
    // The layout of a table is the same whatever it holds, so it is read as one of the case's tables.
    let sheet = Sheet::parse(TableId::Candidates, text);
    let lines = sheet.lines();
    let mut reader = Reader { case, file, sheet, lines, findings: Vec::new() };
    let picks = reader.picks();
    if reader.findings.is_empty() { Ok(Portfolio::new(picks)) } else { Err(reader.findings) }
}

impl Reader<'_> {
    fn picks(&mut self) -> Vec<Pick> {
        let known = |name: &str| matches!(name, "candidate" | "start") || name.starts_with("share_");
        if let Some(trouble) = dialect_of(&self.sheet, self.file, known) {
            self.report(None, "", trouble);
            return Vec::new();
        }
        if self.sheet.column("candidate").is_none() {
            let trouble = Trouble::new(
                "missing-column",
                "The portfolio has no column candidate.",
                "Begin the file with a header: candidate,start and share_<ministry> for each ministry.",
            );
            self.report(None, "candidate", trouble);
            return Vec::new();
        }
        let names: Vec<String> = self.case.ministries.iter().map(|ministry| format!("share_{}", ministry.id)).collect();
        for column in self.sheet.header.clone() {
            if column.starts_with("share_") && !names.contains(&column) {
                let remedy =
                    suggest(&column, names.iter().map(String::as_str), "Use the id of a ministry of the case.");
                let trouble = Trouble::new("unknown-id", format!("The column {column} names no ministry."), remedy);
                self.report(None, &column, trouble);
            }
        }
        let mut picks = Vec::new();
        for row in 0..self.sheet.rows.len() {
            if self.sheet.rows[row].cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let candidate = self.candidate(row);
            let shares = names.iter().map(|name| self.share(row, name)).collect();
            let start = self.start(row, candidate);
            if let (Some(candidate), Some(start)) = (candidate, start) {
                picks.push(Pick { candidate, start, shares });
            }
        }
        picks
    }

    fn candidate(&mut self, row: usize) -> Option<CandidateIx> {
        let id = self.sheet.cell(row, "candidate").to_owned();
        let found = self.case.candidate_by_id(&id);
        if found.is_none() {
            let known = self.case.candidates.iter().map(|candidate| candidate.id.as_str());
            let remedy = suggest(&id, known, "Use the id of a candidate of this case.");
            let trouble = Trouble::new("unknown-id", format!("There is no candidate \"{id}\"."), remedy);
            self.report(Some(row), "candidate", trouble);
        }
        found
    }

    fn start(&mut self, row: usize, candidate: Option<CandidateIx>) -> Option<i32> {
        let text = self.sheet.cell(row, "start").to_owned();
        if !text.is_empty() {
            return cell::year(&text).map_err(|trouble| self.report(Some(row), "start", trouble)).ok();
        }
        let candidate = &self.case[candidate?];
        let starts = candidate.starts(self.case.first_year, self.case.last_year);
        if starts.start() == starts.end() {
            return Some(*starts.start());
        }
        let trouble = Trouble::new(
            "missing-cell",
            format!("The start of {} is empty, and it can start in more than one year or in none.", candidate.id),
            "Write the year in which it starts.",
        );
        self.report(Some(row), "start", trouble);
        None
    }

    fn share(&mut self, row: usize, name: &str) -> u8 {
        let text = self.sheet.cell(row, name).to_owned();
        if text.is_empty() {
            return if self.case.ministries.len() == 1 { 100 } else { 0 };
        }
        match cell::share(&text) {
            Ok(range) if range.min == range.max => range.min,
            Ok(_) => {
                let trouble = Trouble::new(
                    "bad-share",
                    format!("The share {text} is a range; a portfolio says exactly what each ministry pays."),
                    "Write one whole percent.",
                );
                self.report(Some(row), name, trouble);
                0
            }
            Err(trouble) => {
                self.report(Some(row), name, trouble);
                0
            }
        }
    }

    fn report(&mut self, row: Option<usize>, column: &str, trouble: Trouble) {
        let (line, character) = match (row, self.sheet.column(column)) {
            (Some(row), Some(at)) => {
                let (after, character) = cell_at(&self.sheet, row, at);
                (self.lines.get(row).copied().unwrap_or(0) + after, character)
            }
            (Some(row), None) => (self.lines.get(row).copied().unwrap_or(0), 0),
            (None, _) => (self.sheet.header_line(), 0),
        };
        self.findings.push(Finding {
            level: Level::Error,
            code: trouble.code,
            place: Place::Elsewhere,
            file: self.file.to_owned(),
            line,
            character,
            column: column.to_owned(),
            message: trouble.message,
            remedy: trouble.remedy,
        });
    }
}
