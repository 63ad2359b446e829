use std::sync::Arc;

use rand::RngExt as _;
use rand::SeedableRng as _;
use rand::rngs::ChaCha8Rng;
use rand::seq::IndexedRandom as _;

use super::Edit;
use crate::model::cell;
use crate::model::schema::{TableId, table};
use crate::model::{Row, Workbook};
use crate::session::{Change, History, Step, UserPortfolio};

const SETTINGS: &str = "format = 1\nfirst_year = 2027\nlast_year = 2028\n\n[[ministry]]\nid = \"defence\" # us\n";

fn letters(random: &mut ChaCha8Rng, letters: &str, most: usize) -> String {
    let letters: Vec<char> = letters.chars().collect();
    (0..random.random_range(0..=most)).filter_map(|_| letters.choose(random)).collect()
}

fn text(random: &mut ChaCha8Rng) -> String {
    letters(random, "ab,\"\n\r \t0é", 6)
}

/// Text of a CSV file with quotes, line endings and blank lines of every kind.
fn csv_text(random: &mut ChaCha8Rng) -> String {
    let mark = if random.random_bool(0.5) { "\u{feff}" } else { "" };
    format!("{mark}{}", letters(random, "ab,\"\n\r \té", 60))
}

fn budgets(random: &mut ChaCha8Rng) -> String {
    let mut row = || format!("defence,202{},{}\n", random.random_range(7..=8), random.random_range(0..=9));
    let rows: Vec<String> = (0..4).map(|_| row()).collect();
    format!("ministry,year,amount\n{}", rows[..random.random_range(0..=4)].concat())
}

fn edit(random: &mut ChaCha8Rng) -> Edit {
    let table = *[TableId::Domains, TableId::Budgets, TableId::Limits].choose(random).unwrap();
    let at = random.random_range(0..4);
    let name = (*["a", "b", "ab", "domain", "target"].choose(random).unwrap()).to_owned();
    let cells = |random: &mut ChaCha8Rng| (0..random.random_range(0..4)).map(|_| text(random)).collect::<Vec<_>>();
    let row = |random: &mut ChaCha8Rng| Arc::new(Row::new(cells(random)));
    match random.random_range(0..7) {
        0 => Edit::SetCell { table, row: at, column: name, text: text(random) },
        1 => Edit::ReplaceRow { table, row: at, with: row(random) },
        2 => Edit::InsertRows { table, at, rows: (0..random.random_range(0..3)).map(|_| row(random)).collect() },
        3 => Edit::DeleteRows { table, at, count: random.random_range(0..3) },
        4 => Edit::InsertColumn { table, at, name },
        5 => Edit::DeleteColumn { table, at },
        _ => Edit::Settings(text(random)),
    }
}

fn edits(random: &mut ChaCha8Rng, most: usize) -> Vec<Edit> {
    (0..random.random_range(0..most)).map(|_| edit(random)).collect()
}

/// Random sources, one for each case of a test.
fn randoms() -> impl Iterator<Item = ChaCha8Rng> {
    (0..300).map(ChaCha8Rng::seed_from_u64)
}

fn step(label: impl Into<String>, edits: Vec<Edit>) -> Step {
    Step::new(label, edits.into_iter().map(Change::Book).collect())
}

fn workbook(domains: &str, budgets: &str) -> Workbook {
    Workbook::from_files(&[("case.toml", SETTINGS), ("domains.csv", domains), ("budgets.csv", budgets)])
}

#[test]
fn a_file_that_was_not_changed_is_written_byte_for_byte() {
    for mut random in randoms() {
        let text = csv_text(&mut random);
        assert_eq!(workbook(&text, "").file("domains.csv"), Some(text));
    }
}

#[test]
fn all_edits_undone_give_identical_bytes_and_redone_the_same_again() {
    for mut random in randoms() {
        let domains = csv_text(&mut random);
        let before = workbook(&domains, &budgets(&mut random));
        let mut now = before.clone();
        let mut history = History::default();
        let mut own = UserPortfolio::default();
        let edits = edits(&mut random, 12);
        let count = edits.len();
        for (number, edit) in edits.into_iter().enumerate() {
            history.perform(step(number.to_string(), vec![edit]), &mut now, &mut own);
        }
        let after = now.clone();
        assert!(history.as_saved(&now, &own) == Some(before.clone()));
        while history.undo(&mut now, &mut own).is_some() {}
        assert_eq!(&now, &before);
        assert_eq!(now.file("domains.csv"), Some(domains));
        assert!(!history.is_dirty());
        while history.redo(&mut now, &mut own).is_some() {}
        assert_eq!(now, after);
        assert!(count >= history.unsaved().len());
    }
}

#[test]
fn what_is_written_reads_back_with_the_same_cells() {
    for mut random in randoms() {
        let domains = csv_text(&mut random);
        // A quote that is never closed swallows what is put behind it: the checks report it.
        if crate::model::quotes::open_quote(&crate::model::Sheet::parse(TableId::Domains, &domains)).is_some() {
            continue;
        }
        let mut now = workbook(&domains, "");
        for edit in edits(&mut random, 6) {
            let _ = edit.apply(&mut now);
        }
        let sheet = now.sheet(TableId::Domains);
        let again = workbook(&sheet.to_text(), "");
        let cells = |workbook: &Workbook| -> Vec<Vec<String>> {
            let sheet = workbook.sheet(TableId::Domains);
            let width = sheet.header.len();
            sheet.rows.iter().map(|row| trimmed(&row.cells, width)).collect()
        };
        assert_eq!(cells(&again), cells(&now));
        assert_eq!(&again.sheet(TableId::Domains).header.len(), &sheet.header.len());
    }
}

#[test]
fn steps_survive_the_journal() {
    for mut random in randoms() {
        for edit in edits(&mut random, 6) {
            let step = step("é", vec![edit]);
            let line = serde_json::to_string(&step).unwrap();
            assert!(!line.contains('\n'));
            assert_eq!(serde_json::from_str::<Step>(&line).unwrap(), step);
        }
    }
}

/// The cells of a row as they are read, without the spaces around them and the empty ones that only fill the row up.
fn trimmed(cells: &[String], width: usize) -> Vec<String> {
    let mut cells: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
    while cells.len() > width || cells.last().is_some_and(String::is_empty) {
        if !cells.last().is_some_and(String::is_empty) {
            break;
        }
        cells.pop();
    }
    cells
}

#[test]
fn a_changed_cell_leaves_the_rest_of_its_row_alone() {
    let mut workbook = workbook("domain, name ,target\r\n\r\n\"cloud\" , \"a, b\",0.5\r\nchips,x,", "");
    let edit = |row, column: &str, text: &str| Edit::SetCell {
        table: TableId::Domains,
        row,
        column: column.to_owned(),
        text: text.to_owned(),
    };
    let undo = edit(0, "target", "0,7").apply(&mut workbook);
    let _ = edit(1, "note", "new").apply(&mut workbook);
    assert_eq!(
        workbook.file("domains.csv").unwrap(),
        "domain, name ,target,note\r\n\r\n\"cloud\" , \"a, b\",\"0,7\",\r\nchips,x,,new"
    );
    assert!(matches!(undo, Edit::ReplaceRow { .. }));
}

#[test]
fn a_new_row_ends_the_line_before_it_and_a_new_table_gets_its_header() {
    let mut workbook = workbook("domain\r\ncloud", "");
    let row = |cells: &[&str]| vec![Arc::new(Row::new(cells.iter().map(|&cell| cell.to_owned()).collect()))];
    let _ = Edit::InsertRows { table: TableId::Domains, at: 9, rows: row(&["chips"]) }.apply(&mut workbook);
    assert_eq!(workbook.file("domains.csv").unwrap(), "domain\r\ncloud\r\nchips\r\n");
    let _ = Edit::InsertRows { table: TableId::Limits, at: 0, rows: row(&["domain", "cloud"]) }.apply(&mut workbook);
    assert_eq!(workbook.file("limits.csv").unwrap(), "scope,value,min,max,note,source\ndomain,cloud,,,,\n");
}

#[test]
fn changes_together_are_one_step_and_the_saved_state_is_known() {
    let mut workbook = workbook("domain,target\ncloud,0.5\n", "");
    let (mut history, mut own) = (History::default(), UserPortfolio::default());
    let set = |text: &str| Edit::SetCell {
        table: TableId::Domains,
        row: 0,
        column: "target".to_owned(),
        text: text.to_owned(),
    };
    let perform = |history: &mut History, book: &mut Workbook, label: &str, texts: &[&str]| {
        history.perform(step(label, texts.iter().map(|text| set(text)).collect()), book, &mut UserPortfolio::default());
    };
    perform(&mut history, &mut workbook, "two cells", &["0.6", "0.7"]);
    assert!(history.is_dirty());
    assert_eq!(history.unsaved(), ["two cells"]);
    history.mark_saved();
    perform(&mut history, &mut workbook, "c", &["0.8"]);
    assert_eq!(history.unsaved(), ["c"]);
    history.undo(&mut workbook, &mut own);
    assert!(!history.is_dirty());
    history.undo(&mut workbook, &mut own);
    assert!(history.is_dirty());
    assert_eq!(history.unsaved(), ["two cells"], "what was taken back since");
    assert_eq!(history.as_saved(&workbook, &own).unwrap().sheet(TableId::Domains).cell(0, "target"), "0.7");
    assert_eq!(workbook.sheet(TableId::Domains).cell(0, "target"), "0.5");
    perform(&mut history, &mut workbook, "d", &["0.9"]);
    history.undo(&mut workbook, &mut own);
    assert!(history.is_dirty(), "the saved state can no longer be reached");
}

#[test]
fn a_cell_is_checked_as_it_is_typed() {
    let candidates = table(TableId::Candidates);
    let check = |column: &str, text: &str| {
        let column = candidates.column(column).unwrap();
        cell::check(column.kind, column.unit, text)
    };
    for (column, text) in
        [("candidate", "a-1"), ("cost_7", " 12.50 "), ("share_ez", "20-60"), ("points", "-3"), ("note", "")]
    {
        assert_eq!(check(column, text), Ok(()), "{column} {text}");
    }
    for (column, text, code) in [
        ("candidate", "A b", "bad-id"),
        ("cost_7", "1,5", "decimal-comma"),
        ("success", "1.5", "out-of-range"),
        ("share_ez", "60-20", "bad-share"),
        ("status", "locked", "bad-word"),
        ("start_from", "27", "bad-year"),
    ] {
        assert_eq!(check(column, text).unwrap_err().code, code, "{column} {text}");
    }
}
