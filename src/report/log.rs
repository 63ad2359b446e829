//! The log of a case as a table: who changed what, when and why, with names in place of ids.

use super::analysis::TableReport;
use super::data::CaseHeader;
use super::document::{Column, Kind, Table, Value};
use crate::messages::{list, word};
use crate::model::Case;
use crate::model::schema::{self, TABLES, TableId};
use crate::say;
use crate::store::{Log, LogLine, Logged, Said, is_own};

/// The log, the newest change first; so many changes, where that is asked. `wrong` are lines that say what is not in the files.
pub fn log_report(
    case: &Case,
    header: CaseHeader,
    (log, wrong): (Option<&Log>, &[usize]),
    last: Option<usize>,
) -> TableReport {
    let lines = log.map_or(&[][..], |log| &log.lines);
    let shown = lines.iter().rev().take(last.unwrap_or(usize::MAX));
    let author = |line: &&LogLine| if line.author.is_empty() { word("another program") } else { line.author.clone() };
    let table = Table::of("log", "", shown)
        .column(Column::of("time", Kind::Words).grouped(), |line| Value::Moment(line.time.clone()))
        .words("author", author)
        .words("file", |line| line.change.file.clone())
        .column(Column::of("row", Kind::Words), |line| named(case, &line.change))
        .column(Column::of("id", Kind::Words).for_programs(), |line| line.change.row.clone())
        .words("column", |line| line.change.column.clone())
        .words("before", |line| said(line.change.before.as_ref()))
        .words("after", |line| said(line.change.after.as_ref()))
        .words("why", |line| line.why.clone())
        .column(Column::of("hash", Kind::Words).for_programs(), |line| line.sha256.clone())
        .table();
    TableReport { about: about((log, wrong), last), title: say!("log-title"), table, case: header }
}

/// How many changes there are, and what is wrong with the log.
fn about((log, wrong): (Option<&Log>, &[usize]), last: Option<usize>) -> String {
    let Some(log) = log else { return say!("log-none") };
    let changes = log.lines.len();
    if changes == 0 && log.unread.is_empty() {
        return say!("log-emptied");
    }
    let mut sentences = vec![match last.filter(|last| *last < changes) {
        Some(last) => say!("log-last", last = last, changes = changes),
        None => say!("log-changes", changes = changes),
    }];
    let numbers = |lines: &[usize]| list(&lines.iter().take(MOST).map(ToString::to_string).collect::<Vec<_>>());
    if !log.broken.is_empty() {
        sentences.push(say!("log-broken", count = log.broken.len(), lines = numbers(&log.broken)));
    }
    if !log.unread.is_empty() {
        sentences.push(say!("log-unread", count = log.unread.len(), lines = numbers(&log.unread)));
    }
    if !log.altered.is_empty() {
        sentences.push(say!("log-altered", count = log.altered.len(), lines = numbers(&log.altered)));
    }
    if !wrong.is_empty() {
        sentences.push(say!("log-contradicted", count = wrong.len(), lines = numbers(wrong)));
    }
    if log.is_cut {
        sentences.push(say!("log-cut"));
    }
    if log.is_merged {
        sentences.push(say!("log-merged"));
    }
    if log.is_unvouched {
        sentences.push(say!("log-unvouched"));
    }
    if log.changed.is_empty() && log.is_whole() && wrong.is_empty() {
        sentences.push(say!("log-whole"));
    }
    if !log.changed.is_empty() {
        sentences.push(say!("log-elsewhere", files = list(&log.changed)));
    }
    sentences.join(" ")
}

/// So many numbers of lines are told.
const MOST: usize = 10;

/// What stood or stands somewhere, on one line.
fn said(said: Option<&Said>) -> String {
    match said {
        None => String::new(),
        Some(Said::Cell(text)) => text.clone(),
        Some(Said::Row(cells)) => {
            let cells: Vec<String> = cells.iter().map(|(column, text)| format!("{column}: {text}")).collect();
            cells.join("; ")
        }
    }
}

/// The row that changed, with names in place of ids; of one that is gone the name that it had.
fn named(case: &Case, change: &Logged) -> String {
    let table = TABLES.iter().find(|table| table.file == change.file);
    let key = match table {
        Some(table) => table.key,
        None if is_own(&change.file) => schema::table(TableId::Candidates).key,
        None => &[],
    };
    let had = [&change.after, &change.before].into_iter().flatten().find_map(|said| match said {
        Said::Row(cells) => cells.get("name").cloned(),
        Said::Cell(_) => None,
    });
    let parts = change.row.split(':').zip(key.iter().map(Some).chain(std::iter::repeat(None)));
    let names: Vec<String> = parts.map(|(id, column)| name(case, column.copied().unwrap_or(""), id)).collect();
    match names.as_slice() {
        [one] if *one == change.row => had.unwrap_or_else(|| change.row.clone()),
        names => names.join(", "),
    }
}

fn name(case: &Case, column: &str, id: &str) -> String {
    let found = match column {
        "candidate" => case.candidates.iter().find(|it| it.id == id).map(|it| &it.name),
        "service" => case.services.iter().find(|it| it.id == id).map(|it| &it.name),
        "domain" => case.domains.iter().find(|it| it.id == id).map(|it| &it.name),
        "ministry" => case.ministries.iter().find(|it| it.id == id).map(|it| &it.name),
        _ => None,
    };
    found.map_or(id, String::as_str).to_owned()
}
