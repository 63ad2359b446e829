//! The log of a case as a table: who changed what, when and why, with names in place of ids.

use super::analysis::TableReport;
use super::changes::{cell_shown, column_label, row_shown, table_title};
use super::data::CaseHeader;
use super::document::{Column, Kind, Table, Value};
use crate::messages::{list, word};
use crate::model::Case;
use crate::model::schema::{self, TABLES, TableId};
use crate::model::workbook::SETTINGS_FILE;
use crate::say;
use crate::session::names::Names;
use crate::store::{Log, LogLine, Logged, OWN_FILE, PROPOSALS_FOLDER, Said, is_own};

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
    let names = Names::new(case);
    let table = Table::of("log", "", shown)
        .column(Column::of("time", Kind::Words).grouped(), |line| Value::Moment(line.time.clone()))
        .words("author", author)
        .words("file", |line| Value::told(line.change.file.clone(), file_title(&line.change.file)))
        .column(Column::of("row", Kind::Words), |line| named(case, &line.change))
        .column(Column::of("id", Kind::Words).for_programs(), |line| line.change.row.clone())
        .words("column", |line| Value::told(line.change.column.clone(), column(case, &line.change)))
        .words("before", |line| said((&names, case), &line.change, line.change.before.as_ref()))
        .words("after", |line| said((&names, case), &line.change, line.change.after.as_ref()))
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

/// What people call what a file holds.
fn file_title(file: &str) -> String {
    match TABLES.iter().find(|table| table.file == file) {
        Some(table) => table.title(),
        None if file == SETTINGS_FILE => table_title(""),
        None if file == OWN_FILE => say!("changes-own"),
        None if is_own(file) => say!("changes-own-of", file = file),
        None if is_proposal(file) => say!("changes-proposal"),
        None => file.to_owned(),
    }
}

fn is_proposal(file: &str) -> bool {
    file.starts_with(PROPOSALS_FOLDER)
}

/// The name of the table that a file holds; empty for the settings and for portfolios.
fn table_of(change: &Logged) -> &'static str {
    TABLES.iter().find(|table| table.file == change.file).map_or("", |table| table.name)
}

/// What people call the column or the setting that changed.
fn column(case: &Case, change: &Logged) -> String {
    if change.column.is_empty() || is_own(&change.file) {
        return change.column.clone();
    }
    if is_proposal(&change.file) { word(&change.column) } else { column_label(case, table_of(change), &change.column) }
}

/// What stood or stands somewhere, on one line.
fn said((names, case): (&Names<'_>, &Case), change: &Logged, said: Option<&Said>) -> Value {
    let table = table_of(change);
    match said {
        None => Value::Empty,
        Some(Said::Cell(text)) if is_proposal(&change.file) && change.column != "remark" => {
            Value::told(text.clone(), word(text))
        }
        Some(Said::Cell(text)) => Value::told(text.clone(), cell_shown(names, table, &change.column, text)),
        Some(Said::Row(cells)) => {
            let exact: Vec<String> = cells.iter().map(|(column, text)| format!("{column}: {text}")).collect();
            let cells = cells.iter().map(|(column, text)| (column.as_str(), text.as_str()));
            let shown = if is_own(&change.file) {
                let of = |name: &str| cells.clone().find(|(column, _)| *column == name).map_or("", |(_, text)| text);
                say!("changes-pick", start = of("start"), shares = of("shares"))
            } else {
                row_shown((names, case), table, cells)
            };
            Value::told(exact.join("; "), shown)
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
