//! Reading a planner's own portfolio: `candidate,start,share_<ministry>…`, as the program writes it.

use super::decode::Encoding;
use super::dialect;
use crate::model::cell::{self, Trouble};
use crate::model::finding::{Finding, Level};
use crate::model::guess::suggest;
use crate::model::heading::{self, Columns};
use crate::model::locate::{cell_at, cell_in};
use crate::model::order::InOrder as _;
use crate::model::quotes::{open_quote, quotes};
use crate::model::schema::{TableId, table};
use crate::model::visible::visible;
use crate::model::{CandidateIx, Case};
use crate::model::{Pick, Portfolio, Sheet};
use crate::say;

struct Reader<'a> {
    case: &'a Case,
    file: &'a str,
    sheet: Sheet,
    lines: Vec<usize>,
    findings: Vec<Finding>,
}

/// A portfolio as it was read, and what its writer should know.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The portfolio.
    pub portfolio: Portfolio,
    /// What is most likely not meant as it is written, such as a cell that took in a row.
    pub warnings: Vec<Finding>,
}

/// Reads a portfolio of this case; `file` is its name in findings. Whether it keeps the rules is for the evaluator.
///
/// An empty start is the only year in which the candidate can start; an empty share is 0, or 100 where the case has
/// one ministry. Columns of somebody's own are passed over; one that is nearly called like ours is an error.
///
/// # Errors
/// Everything that cannot be read, with its line: unknown candidates, years and shares that are none.
pub fn read(case: &Case, file: &str, text: &str) -> Result<Read, Vec<Finding>> {
    // The layout of a table is the same whatever it holds, so it is read as one of the case's tables.
    let candidates = table(TableId::Candidates);
    let column_of = |name: &str| match name {
        "start" => candidates.column("start_from"),
        _ if name == "candidate" || name.starts_with("share_") => candidates.column(name),
        _ => None,
    };
    let read = dialect::read(text, &column_of, None);
    let told = read.findings(file, Encoding::Utf8);
    if read.is_too_big() {
        return Err(told);
    }
    let sheet = Sheet::parse(TableId::Candidates, &read.text);
    let lines = sheet.lines();
    if let Some(quote) = open_quote(&sheet) {
        return Err(vec![quote.finding(file, &sheet)]);
    }
    let mut warnings: Vec<Finding> = quotes(&sheet).iter().map(|quote| quote.finding(file, &sheet)).collect();
    warnings.extend(told);
    let mut reader = Reader { case, file, sheet, lines, findings: Vec::new() };
    let picks = reader.picks();
    if !reader.findings.is_empty() {
        // A row that is in a cell is most likely why another one is wrong.
        reader.findings.extend(warnings);
        reader.findings.order_by_key(|finding| (finding.line, finding.character));
        return Err(reader.findings);
    }
    Ok(Read { portfolio: Portfolio::new(picks), warnings })
}

impl Reader<'_> {
    fn picks(&mut self) -> Vec<Pick> {
        if !self.headings() {
            return Vec::new();
        }
        if self.sheet.column("candidate").is_none() {
            let (message, remedy) = (say!("portfolio-portfolio-has-no"), say!("portfolio-begin-file-header"));
            self.report(None, "candidate", Trouble::new("missing-column", message, remedy));
            return Vec::new();
        }
        let names: Vec<String> = self.case.ministries.iter().map(|ministry| format!("share_{}", ministry.id)).collect();
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

    /// Whether no column is nearly called like one of ours or stands twice; what is wrong with one is reported.
    fn headings(&mut self) -> bool {
        let ministries = self.case.ministries.iter().map(|ministry| ministry.id.as_str());
        let columns = Columns::of_portfolio(ministries.clone());
        let names: Vec<String> = ministries.map(|id| format!("share_{id}")).collect();
        let header = self.sheet.header.clone();
        let mut certain = true;
        for (at, name) in header.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            let known = matches!(name.as_str(), "candidate" | "start") || names.contains(name);
            let first = header.iter().position(|other| other == name) == Some(at);
            let trouble = if known && first {
                None
            } else if known {
                let message = say!("portfolio-column-name-stands", name = name);
                Some(Trouble::new("duplicate-column", message, say!("tables-rename-delete-other")))
            } else if let Some(trouble) = heading::trouble(name, &header, &columns, None) {
                Some(trouble)
            } else if name.starts_with("share_") {
                let remedy = suggest(name, names.iter().map(String::as_str), &say!("portfolio-use-id-ministry"));
                let message = say!("portfolio-column-visible-names", column = visible(name));
                Some(Trouble::new("unknown-id", message, remedy))
            } else {
                None
            };
            if let Some(trouble) = trouble {
                certain &= trouble.code == "unknown-id";
                let (after, character) = cell_in(self.sheet.header_raw.as_deref().unwrap_or(""), at);
                let line = self.sheet.header_line() + after;
                self.findings.push(Finding::elsewhere(self.file, (line, character), name, Level::Error, trouble));
            }
        }
        certain
    }

    fn candidate(&mut self, row: usize) -> Option<CandidateIx> {
        let id = self.sheet.cell(row, "candidate").to_owned();
        let found = self.case.candidate_by_id(&id);
        if found.is_none() {
            let masked = id.strip_prefix("withheld-").is_some_and(|number| number.parse::<usize>().is_ok());
            if masked {
                let trouble =
                    Trouble::new("unknown-id", say!("portfolio-masked", id = id), say!("portfolio-use-unmasked"));
                self.report(Some(row), "candidate", trouble);
                return None;
            }
            let known = self.case.candidates.iter().map(|candidate| candidate.id.as_str());
            let remedy = suggest(&id, known, &say!("portfolio-use-id-candidate"));
            let trouble = Trouble::new("unknown-id", say!("portfolio-there-no-candidate", id = id), remedy);
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
            say!("portfolio-start-id-empty", id = candidate.id),
            say!("portfolio-write-year-which"),
        );
        self.report(Some(row), "start", trouble);
        None
    }

    fn share(&mut self, row: usize, name: &str) -> u8 {
        let text = self.sheet.cell(row, name).to_owned();
        if text.is_empty() {
            return if self.case.ministries.len() == 1 { 100 } else { 0 };
        }
        let trouble = match cell::share(&text) {
            Ok(range) if range.min == range.max => return range.min,
            Ok(_) => {
                let message = say!("portfolio-share-text-range", text = text);
                Trouble::new("bad-share", message, say!("portfolio-write-one-whole"))
            }
            Err(trouble) => trouble,
        };
        self.report(Some(row), name, trouble);
        0
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
        self.findings.push(Finding::elsewhere(self.file, (line, character), column, Level::Error, trouble));
    }
}
