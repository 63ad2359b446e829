//! A session on a system of which each call in turn fails: no edit that was kept is lost, and each file is whole.

use std::path::Path;

use super::*;
use crate::model::schema::TableId;
use crate::session::edit::Edit;
use crate::session::history::{Change, Step};
use crate::store;
use crate::store::system::failing::{self, Fails};

const EDITS: i32 = 3;
const OWN: &str = "candidate,start,share_defence,share_economic_affairs\n";

fn own_text(number: i32) -> String {
    format!("{OWN}own-cable,{},40,60\n", 2026 + number)
}

fn own(number: i32) -> UserPortfolio {
    UserPortfolio::from_csv(&own_text(number), &["defence".to_owned(), "economic_affairs".to_owned()]).0
}

/// The edit of a number: cells of two tables and the own portfolio, as one step.
fn edit(number: i32) -> Step {
    let set = |table, column: &str| {
        Change::Book(Edit::SetCell { table, row: 0, column: column.to_owned(), text: (1_000 + number).to_string() })
    };
    let changes = vec![set(TableId::Budgets, "amount"), set(TableId::Candidates, "cost_1"), Change::Own(own(number))];
    Step::new(number.to_string(), changes)
}

/// Which edit a case was read after, by each of the files; 0 for none.
fn numbers(book: &Workbook, own: &UserPortfolio) -> [i32; 3] {
    let untouched = store::tutorial();
    let cell = |table, column: &str| match book.sheet(table).cell(0, column) {
        text if text == untouched.sheet(table).cell(0, column) => 0,
        text => text.parse::<i32>().unwrap_or_else(|_| panic!("{column} is {text}")) - 1_000,
    };
    [
        cell(TableId::Budgets, "amount"),
        cell(TableId::Candidates, "cost_1"),
        own.picks.get("own-cable").map_or(0, |pick| pick.start - 2026),
    ]
}

/// Each file as it is before the edits or after one of them, byte for byte.
fn are_whole(case: &Path) {
    let versions: Vec<Workbook> = (0..=EDITS)
        .map(|last| {
            let (mut book, mut own) = (store::tutorial(), UserPortfolio::default());
            (1..=last).for_each(|number| drop(edit(number).apply(&mut book, &mut own)));
            book
        })
        .collect();
    for name in ["budgets.csv", "candidates.csv", "services.csv", "case.toml"] {
        let text = std::fs::read_to_string(case.join(name)).unwrap();
        assert!(versions.iter().any(|book| book.file(name).as_ref() == Some(&text)), "{name} is {text}");
    }
    let own = std::fs::read_to_string(case.join("own-a-test.csv")).unwrap_or_default();
    assert!(own.is_empty() || (1..=EDITS).any(|number| own == own_text(number)), "{own}");
}

/// Edits and saves; gives the last edit that was said to be kept or saved, and whether all was saved in the end.
fn session(case: &Path, state: &Path, fails: Fails) -> (i32, bool) {
    let Ok((mut opened, loaded)) = CaseOnDisk::read(case, "a test", Some(state), None) else { return (0, false) };
    let (mut book, mut mine) = (loaded.book, loaded.own);
    let mut confirmed = 0;
    let save = |opened: &mut CaseOnDisk, book: &Workbook, number: i32| {
        let request = SaveRequest {
            path: case.to_owned(),
            generation: 1,
            book: book.clone(),
            own: own_text(number),
            why: String::new(),
            over: Overwrite::Ask,
        };
        match opened.save(&request) {
            SaveOutcome::Saved(..) => true,
            SaveOutcome::Failed(_) => false,
            outcome @ SaveOutcome::Changed(..) => panic!("nobody else was there: {outcome:?}"),
        }
    };
    for number in 1..=EDITS {
        drop(edit(number).apply(&mut book, &mut mine));
        if opened.keep(vec![edit(number)]).is_ok() {
            confirmed = number;
        }
        if number == 2 && save(&mut opened, &book, number) {
            confirmed = number;
        }
    }
    let mut saved = save(&mut opened, &book, EDITS);
    if !saved && fails == Fails::Once {
        saved = save(&mut opened, &book, EDITS);
    }
    (if saved { EDITS } else { confirmed }, saved)
}

/// What the next session has: the case as it stands, with the edits that it is offered.
fn afterwards(case: &Path, state: &Path) -> [i32; 3] {
    let (_, loaded) = CaseOnDisk::read(case, "a test", Some(state), None).unwrap();
    let (mut book, mut own) = (loaded.book, loaded.own);
    for step in loaded.found.into_iter().flat_map(|found| found.steps) {
        drop(step.apply(&mut book, &mut own));
    }
    numbers(&book, &own)
}

/// Does a session whose call of this number fails; gives how many calls it did.
fn attempt(fails: Option<(usize, Fails)>) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let (case, state) = (folder.path().join("case"), folder.path().join("state"));
    store::create(&case, &store::tutorial()).unwrap();
    let how = fails.map_or(Fails::Once, |(_, how)| how);
    let ((confirmed, saved), calls) = failing::with(fails, || session(&case, &state, how));
    are_whole(&case);
    let after = afterwards(&case, &state);
    let whole = after.iter().all(|number| *number == after[0]);
    assert!(whole && after[0] >= confirmed, "{fails:?}: {after:?} of {confirmed}");
    assert!(saved || how == Fails::ForGood, "{fails:?}: what failed once is done the second time");
    if how == Fails::Once {
        let left = std::fs::read_dir(&case).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
        let left: Vec<String> = left.filter(|name| name.starts_with(".beslismacht-new")).collect();
        assert!(left.is_empty(), "{fails:?}: {left:?}");
        let log = store::read_log(&case).unwrap().unwrap_or_default();
        assert_eq!((log.unread, log.broken), (vec![], vec![]), "{fails:?}");
    }
    calls
}

/// Takes over what an earlier session left and edits on; gives the last edit that was said to be kept.
fn take_over(case: &Path, state: &Path) -> i32 {
    let Ok((mut opened, loaded)) = CaseOnDisk::read(case, "a test", Some(state), None) else { return 2 };
    let found = loaded.found.unwrap();
    let _ = opened.keep_found(found.steps);
    if opened.keep(vec![edit(3)]).is_ok() { 3 } else { 2 }
}

/// A session that ends in the middle leaves two edits, the next one takes them over and ends in the middle as well.
fn taken_over(fails: Option<(usize, Fails)>) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let (case, state) = (folder.path().join("case"), folder.path().join("state"));
    store::create(&case, &store::tutorial()).unwrap();
    let (mut first, _) = CaseOnDisk::read(&case, "a test", Some(&state), None).unwrap();
    first.keep(vec![edit(1)]).unwrap();
    first.keep(vec![edit(2)]).unwrap();
    drop(first);
    let (confirmed, calls) = failing::with(fails, || take_over(&case, &state));
    are_whole(&case);
    let after = afterwards(&case, &state);
    assert!(after.iter().all(|number| *number == after[0]) && after[0] >= confirmed, "{fails:?}: {after:?}");
    // Once decided, no older journal comes up.
    let (mut opened, loaded) = CaseOnDisk::read(&case, "a test", Some(&state), None).unwrap();
    opened.decided(&loaded.found.unwrap().name).unwrap();
    drop(opened);
    let (_, loaded) = CaseOnDisk::read(&case, "a test", Some(&state), None).unwrap();
    assert!(loaded.found.is_none(), "{fails:?}: {:?}", loaded.found);
    calls
}

#[test]
fn what_was_taken_over_from_an_earlier_session_is_neither_lost_nor_offered_twice() {
    let calls = taken_over(None);
    assert!(calls > 5, "{calls}");
    for call in 0..calls {
        taken_over(Some((call, Fails::Once)));
        taken_over(Some((call, Fails::ForGood)));
    }
}

#[test]
fn whatever_fails_no_edit_that_was_kept_is_lost_and_each_file_is_whole() {
    let calls = attempt(None);
    assert!(calls > 20, "{calls}");
    for call in 0..calls {
        attempt(Some((call, Fails::Once)));
        attempt(Some((call, Fails::ForGood)));
    }
}
