//! The portfolio as CSV: `candidate,start,share_<ministry>…`, as `evaluate` reads it back.

use super::data::Report;
use super::safe::cell;
use crate::model::{Case, Portfolio};

/// The portfolio of a report; only the header where there is none, which reads back as nothing chosen.
pub fn write(report: &Report) -> Vec<u8> {
    let head = head(&report.case.ministries);
    let rows = report.parts.portfolio.iter().map(|pick| {
        let mut row = vec![pick.candidate.clone(), pick.start.to_string()];
        row.extend(pick.shares.0.iter().map(|(_, share)| share.to_string()));
        row
    });
    lines(std::iter::once(head).chain(rows))
}

/// Any portfolio of a case.
pub fn portfolio(case: &Case, portfolio: &Portfolio) -> Vec<u8> {
    let head = head(case.ministries.iter().map(|ministry| &ministry.id));
    let known = portfolio.picks().iter().filter(|pick| pick.candidate.0 < case.candidates.len());
    let rows = known.map(|pick| {
        let mut row = vec![case[pick.candidate].id.clone(), pick.start.to_string()];
        row.extend(pick.shares.iter().map(ToString::to_string));
        row
    });
    lines(std::iter::once(head).chain(rows))
}

fn head<'a>(ministries: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    let mut head = vec!["candidate".to_owned(), "start".to_owned()];
    head.extend(ministries.into_iter().map(|ministry| format!("share_{ministry}")));
    head
}

/// Rows as CSV with `\n` at the end of each; no text in it is a formula to a spreadsheet.
pub(super) fn lines(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and rows may differ in length.
        let _ = writer.write_record(row.iter().map(|text| cell(text).into_owned()));
    }
    writer.into_inner().unwrap_or_default()
}
