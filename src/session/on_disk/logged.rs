//! What a save changes, as the log says it.

use std::collections::BTreeSet;

use litemap::LiteMap;

use crate::model::Workbook;
use crate::model::cell::decimal;
use crate::model::schema::{TABLES, table_by_name};
use crate::model::workbook::SETTINGS_FILE;
use crate::session::edit::difference::{Only, difference, settings};
use crate::session::history::{Change, Step};
use crate::session::user_portfolio::{UserPick, UserPortfolio};
use crate::store::{FileStamp, Log, LogLine, Logged, OWN_FILE, Said};

/// The files that a step writes to.
pub(super) fn files_of(step: &Step) -> Vec<&'static str> {
    let files = step.changes.iter().flat_map(|change| match change {
        Change::Book(edit) => edit.files(),
        Change::Own(_) => vec![OWN_FILE],
    });
    files.collect()
}

/// What differs between two texts of a case: each cell, and each row that is new or gone.
pub(super) fn of_case(before: &Workbook, after: &Workbook) -> Vec<Logged> {
    let file = |table: &str| table_by_name(table).map_or(SETTINGS_FILE, |table| table.file).to_owned();
    let found = difference(before, after);
    let cells = found.cells.into_iter().map(|cell| {
        let said = |text: String| Some(text).filter(|text| !text.is_empty()).map(Said::Cell);
        let (before, after) = (said(cell.before), said(cell.after));
        Logged { file: file(&cell.table), row: cell.id, column: cell.column, before, after }
    });
    let rows = found.rows.into_iter().map(|row| {
        let said = Some(Said::Row(row.cells.into_iter().collect()));
        let (before, after) = if row.only == Only::Before { (said, None) } else { (None, said) };
        Logged { file: file(&row.table), row: row.id, column: String::new(), before, after }
    });
    cells.chain(rows).collect()
}

/// What differs between two own portfolios: each pick.
pub(super) fn of_own(file: &str, before: &UserPortfolio, after: &UserPortfolio) -> Vec<Logged> {
    let said = |pick: &UserPick| {
        let shares: Vec<String> = pick.shares.iter().map(ToString::to_string).collect();
        let cells = [("start", pick.start.to_string()), ("shares", shares.join("/"))];
        Said::Row(cells.into_iter().map(|(name, text)| (name.to_owned(), text)).collect::<LiteMap<_, _>>())
    };
    let all: BTreeSet<&String> = before.picks.keys().chain(after.picks.keys()).collect();
    let differing = all.into_iter().filter(|id| before.picks.get(*id) != after.picks.get(*id));
    let line = |id: &String| Logged {
        file: file.to_owned(),
        row: id.clone(),
        column: String::new(),
        before: before.picks.get(id).map(said),
        after: after.picks.get(id).map(said),
    };
    differing.map(line).collect()
}

/// Lines of a log, from 1, that say of a file as it stands what it does not hold.
pub fn contradicted(log: &Log, book: &Workbook, files: &[FileStamp]) -> Vec<usize> {
    let is_now = |line: &LogLine| {
        files.iter().any(|file| file.name == line.change.file && file.sha256 == line.sha256 && file.readable)
    };
    let settings = settings(&book.settings);
    let wrong =
        log.lines.iter().zip(&log.numbers).filter(|(line, _)| is_now(line) && !holds(&line.change, book, &settings));
    wrong.map(|(_, number)| *number).collect()
}

/// Whether a case holds what a change made of it; where its place has no name of its own nobody can tell.
fn holds(change: &Logged, book: &Workbook, settings: &[(String, String)]) -> bool {
    let cell = |said: Option<&Said>| match said {
        Some(Said::Cell(text)) => Some(text.clone()),
        None => Some(String::new()),
        Some(Said::Row(_)) => None,
    };
    let is_same = |one: &str, other: &str| {
        one.split_whitespace().eq(other.split_whitespace())
            || decimal(one.trim()).ok().is_some_and(|it| decimal(other.trim()).ok() == Some(it))
    };
    if change.file == SETTINGS_FILE {
        let now = settings.iter().find(|(key, _)| *key == change.column).map_or("", |(_, text)| text);
        return change.column.is_empty() || cell(change.after.as_ref()).is_some_and(|text| is_same(&text, now));
    }
    let Some(table) = TABLES.iter().find(|table| table.file == change.file && !table.key.is_empty()) else {
        return true;
    };
    if change.row.is_empty() {
        return true;
    }
    let sheet = book.sheet(table.id);
    let row = sheet.row_of(&change.row);
    match &change.after {
        Some(Said::Row(cells)) => {
            row.is_some_and(|row| cells.iter().all(|(column, text)| is_same(text, sheet.cell(row, column))))
        }
        None if change.column.is_empty() => row.is_none(),
        after => row.is_some_and(|row| {
            cell(after.as_ref()).is_some_and(|text| is_same(&text, sheet.cell(row, &change.column)))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::schema::TableId;
    use crate::session::on_disk::{CaseOnDisk, Overwrite, SaveOutcome, SaveRequest};
    use crate::store;

    fn with_amount(book: &Workbook, amount: &str) -> Workbook {
        let mut book = book.clone();
        let sheet = book.sheet_mut(TableId::Budgets);
        let at = sheet.column("amount").unwrap();
        sheet.set(0, at, amount);
        book
    }

    /// Who changed the files meanwhile is named where the log names them, and nobody is where another program did as well.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test plays the part of another program")]
    fn who_changed_files_on_disk_is_read_from_the_log() {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("case");
        store::create(&case, &store::tutorial()).unwrap();
        let request = |book: &Workbook| {
            let (path, book, own, why) = (case.clone(), book.clone(), String::new(), String::new());
            SaveRequest { path, generation: 1, book, own, why, over: Overwrite::Ask }
        };
        let (mut mine, loaded) = CaseOnDisk::read(&case, "a test", None, None).unwrap();
        let who = |mine: &mut CaseOnDisk| match mine.save(&request(&with_amount(&loaded.book, "12"))) {
            SaveOutcome::Changed(_, who) => who,
            other => panic!("{other:?}"),
        };
        let (mut theirs, _) = CaseOnDisk::read(&case, "another", None, None).unwrap();
        theirs.sign("Bart");
        assert!(matches!(theirs.save(&request(&with_amount(&loaded.book, "11"))), SaveOutcome::Saved(..)));
        assert_eq!(who(&mut mine), ["Bart"]);
        let text = std::fs::read_to_string(case.join("budgets.csv")).unwrap();
        std::fs::write(case.join("budgets.csv"), text.replacen(",11", ",13", 1)).unwrap();
        assert_eq!(who(&mut mine), Vec::<String>::new());
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test plays the part of another program")]
    fn a_save_logs_each_cell_row_setting_and_pick_with_what_stood_there() {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("case");
        store::create(&case, &store::tutorial()).unwrap();
        let (mut opened, loaded) = CaseOnDisk::read(&case, "a test", None, None).unwrap();
        opened.sign("Anna");
        let mut book = with_amount(&loaded.book, "11");
        book.settings = book.settings.replacen("carry_over = ", "carry_over = 0 # ", 1);
        book.sheet_mut(TableId::Limits).remove_rows(|row| row == 0);
        let mut request = SaveRequest {
            path: case.clone(),
            generation: 1,
            book,
            own: "candidate,start,share_defence,share_economic_affairs\nhost-share,2028,0,100\n".to_owned(),
            why: "talks".to_owned(),
            over: Overwrite::Ask,
        };
        assert!(matches!(opened.save(&request), SaveOutcome::Saved(1, _)));
        let log = |case| store::read_log(case).unwrap().unwrap();
        let told = |at: usize| {
            let change = log(&case).lines[at].change.clone();
            (change.file, change.row, change.column, change.before.is_some(), change.after.is_some())
        };
        let said = |file: &str, row: &str, column: &str, before, after| {
            (file.to_owned(), row.to_owned(), column.to_owned(), before, after)
        };
        assert_eq!(log(&case).lines.len(), 4, "{:#?}", log(&case));
        assert_eq!(told(0), said("case.toml", "", "ministry.defence.carry_over", true, true));
        assert_eq!(told(1), said("budgets.csv", "defence:2027", "amount", true, true));
        assert_eq!(told(2), said("limits.csv", "1", "", true, false));
        assert_eq!(told(3), said("own-a-test.csv", "host-share", "", false, true));
        assert!(log(&case).lines.iter().all(|line| line.author == "Anna" && line.why == "talks"));
        assert_eq!(log(&case).changed, Vec::<String>::new());
        let told = |from: &str, to: &str| {
            let mut log = log(&case);
            let line = log.lines.iter_mut().find(|line| format!("{:?}", line.change.after).contains(from)).unwrap();
            line.change.after = Some(Said::Cell(to.to_owned()));
            let now = store::open(&case).unwrap();
            contradicted(&log, &now.workbook, &now.files)
        };
        assert_eq!(told("11", "11"), Vec::<usize>::new());
        assert_eq!(told("11", "12"), [2], "the budget is 11 in the very file that the line is about");
        assert_eq!(told("0", "all"), [1]);
        // Over what somebody else wrote meanwhile: what is lost there is what stood there.
        let other = with_amount(&store::open(&case).unwrap().workbook, "77");
        std::fs::write(case.join("budgets.csv"), other.file("budgets.csv").unwrap()).unwrap();
        request.book = with_amount(&request.book, "12");
        assert!(matches!(opened.save(&request), SaveOutcome::Changed(..)));
        request.over = Overwrite::Yes;
        assert!(matches!(opened.save(&request), SaveOutcome::Saved(1, _)));
        let lines = log(&case).lines;
        let [.., elsewhere, last] = lines.as_slice() else { panic!("{lines:?}") };
        assert_eq!((elsewhere.author.as_str(), elsewhere.change.file.as_str()), ("", "budgets.csv"));
        assert_eq!(last.change.before, Some(Said::Cell("77".to_owned())));
        assert_eq!(last.change.after, Some(Said::Cell("12".to_owned())));
    }
}
