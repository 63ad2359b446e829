//! Finding things and taking them along: search, filters by what a cell shows, copies, sums, messages, other cases.

use beslismacht::session::on_disk::CaseEntry;
use beslismacht::tui::Event;

use crate::screens::driver::{Driver, Solve};

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::AtOnce)
}

/// The line with the cursor's sign.
fn here(driver: &mut Driver) -> String {
    let screen = driver.screen(160, 45);
    screen.lines().find(|line| line.starts_with('▸')).unwrap_or_else(|| panic!("no cursor: {screen}")).to_owned()
}

#[test]
fn a_search_looks_in_ids_and_names_first_and_leaves_the_cursor_in_its_column() {
    let mut driver = tutorial();
    driver.press("2ccost_1<enter>/cable<enter>");
    assert!(here(&mut driver).contains("Own sea cable"), "{}", driver.screen(160, 45));
    driver.press("n");
    assert!(
        here(&mut driver).contains("Lease on a foreign cable"),
        "its note has it as well as others, but this is an id"
    );
    driver.press("n");
    assert!(here(&mut driver).contains("Own sea cable"));
    let before = driver.cell("candidates", "own-cable", "cost_1");
    assert_eq!(before, "24");
    driver.press("<enter>25<enter>");
    assert_eq!(driver.cell("candidates", "own-cable", "cost_1"), "25", "the column is the one that was worked in");
    // What is only in another column is found there, and told.
    driver.press("/parliament<enter>");
    assert!(here(&mut driver).contains("Incident desk"));
    assert!(
        driver.screen(160, 45).contains("`parliament` is in the column Why locked of this row."),
        "{}",
        driver.screen(160, 45)
    );
}

#[test]
fn only_this_value_works_on_words_in_a_column_of_numbers() {
    let mut driver = tutorial();
    driver.press("R2/host-share<enter><space>7");
    driver.press("$/Two more<enter>,");
    let screen = driver.screen(160, 45);
    assert!(!screen.contains("No row matches") && screen.contains("left only"), "{screen}");
    driver.press("F").press("fleft<enter>");
    assert!(driver.screen(160, 45).contains("left only"), "{}", driver.screen(160, 45));
    driver.press("F").press("fdifference>0<enter>");
    assert!(!driver.screen(160, 45).contains("left only"), "a word is neither above nor below a number");
}

#[test]
fn what_is_computed_is_copied_with_all_its_digits() {
    let mut driver = tutorial();
    driver.press("2/host-share<enter>ccost_1<enter><enter>1.65<enter>");
    driver.press("ccost<enter>y");
    assert_eq!(driver.copied.pop().unwrap(), "1.65");
    assert!(here(&mut driver).contains(" 1.7 "), "a half is rounded up: {}", here(&mut driver));
    driver.press("<ctrl-y>");
    assert!(driver.copied.pop().unwrap().lines().any(|line| line == "1.65"));
    assert!(driver.screen(160, 45).contains("Copied 10 cells."), "{}", driver.screen(160, 45));
}

#[test]
fn sums_are_of_what_adds_up() {
    let mut driver = tutorial();
    driver.press("R2/host-share<enter><space>5cbill<enter>");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("bill: recommended 50, own 48"), "{screen}");
    driver.press("cin force<enter>");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("in force: ") && !screen.contains("in force: sum"), "{screen}");
    driver.press("2cvalue<enter>");
    assert!(!driver.screen(160, 45).contains("value: sum"));
    driver.press("ccost_1<enter>");
    assert!(driver.screen(160, 45).contains("Cost year 1: sum 71"), "{}", driver.screen(160, 45));
}

#[test]
fn a_message_that_is_cut_is_read_whole() {
    let mut driver = tutorial();
    driver.press("0/domains_at_target<enter>l<enter>9<enter>");
    let screen = driver.screen(80, 24);
    assert!(screen.contains("F8 all of it") && !screen.contains("Ask for"), "{screen}");
    driver.press("<f8>");
    assert!(driver.screen(80, 24).contains("Require at most"), "{}", driver.screen(80, 24));
    driver.press("<esc>1").press("<f8>");
    assert!(driver.screen(80, 24).contains("Require at most"), "also when it is no longer shown");
}

#[test]
fn the_home_column_scrolls_the_table_back() {
    let mut driver = tutorial();
    driver.press("2$");
    assert!(!driver.screen(80, 24).contains(" Cost "), "{}", driver.screen(80, 24));
    driver.press("^");
    assert!(driver.screen(80, 24).contains(" Cost "), "{}", driver.screen(80, 24));
}

#[test]
fn another_case_is_opened_by_its_folder_and_back_leads_to_where_one_was() {
    let mut driver = tutorial();
    driver.press("4<ctrl-o>");
    driver.send(Event::Cases(Vec::new()));
    driver.press("<esc>");
    assert_eq!(driver.app.screen_name(), "Budgets");
    driver.press("<ctrl-o>o");
    assert!(driver.screen(120, 40).contains("The folder of a case"), "{}", driver.screen(120, 40));
    driver.asked.clear();
    driver.press("/some/where<enter>");
    assert_eq!(driver.asked, ["Load"]);
}

#[test]
fn a_path_of_which_nothing_is_known_is_completed_from_its_folder() {
    let in_folder = |names: &[&str]| -> Vec<CaseEntry> {
        let entry = |name: &&str| CaseEntry {
            path: format!("lists/{name}").into(),
            name: (*name).into(),
            title: String::new(),
        };
        names.iter().map(entry).collect()
    };
    let mut driver = tutorial();
    driver.press("<f7>");
    driver.asked.clear();
    driver.press("lists/a<tab>");
    assert_eq!(driver.asked, ["ListFolder"]);
    driver.send(Event::Folder("lists/a".into(), in_folder(&["atlantic.csv", "atlas.xlsx"])));
    assert!(driver.screen(80, 24).contains("│ lists/atla "), "{}", driver.screen(80, 24));
    // What was typed on meanwhile stays.
    driver.press("n");
    driver.send(Event::Folder("lists/a".into(), in_folder(&["other.csv"])));
    assert!(driver.screen(80, 24).contains("│ lists/atlan "), "{}", driver.screen(80, 24));
    driver.asked.clear();
    driver.press("<tab>");
    assert!(driver.asked.is_empty(), "{:?}", driver.asked);
    assert!(driver.screen(80, 24).contains("│ lists/atlantic.csv "), "{}", driver.screen(80, 24));
}

#[test]
fn a_file_that_is_there_is_written_over_after_a_question() {
    let mut driver = tutorial();
    driver.send(Event::There("note.md".into(), b"text".to_vec()));
    assert!(driver.screen(120, 40).contains("The file note.md already exists."), "{}", driver.screen(120, 40));
    driver.asked.clear();
    driver.press("<enter>");
    assert!(driver.asked.is_empty(), "the first answer leaves it");
    driver.send(Event::There("note.md".into(), b"text".to_vec()));
    driver.press("w");
    assert_eq!(driver.asked, ["WriteOver"]);
}

#[test]
fn a_pick_of_the_comparison_leads_to_its_candidate_and_why() {
    let mut driver = tutorial();
    driver.press("R2/host-share<enter><space>7/Own sea<enter><enter>");
    assert_eq!(driver.app.screen_name(), "Candidates");
    assert!(here(&mut driver).contains("own-cable"), "{}", here(&mut driver));
    driver.press("7w");
    assert_eq!(driver.app.screen_name(), "Explain");
    driver.press("<esc>");
    assert_eq!(driver.app.screen_name(), "Compare");
    driver.press("g<enter>");
    assert!(driver.screen(120, 40).contains("Only rows of investments"), "{}", driver.screen(120, 40));
}

#[test]
fn the_form_of_a_row_that_undo_takes_away_closes() {
    let mut driver = tutorial();
    driver.press("2/host-share<enter>A");
    assert!(
        driver.screen(120, 40).contains("Two more percent of the cloud host: Candidates"),
        "{}",
        driver.screen(120, 40)
    );
    driver.press("u");
    let screen = driver.screen(120, 40);
    assert!(!screen.contains(": candidates ") && screen.contains("Undone"), "no form of another row: {screen}");
}

#[test]
fn an_own_start_outside_its_years_is_told_at_once() {
    let mut driver = tutorial();
    driver.press("2/host-share<enter><space>S2035<enter>");
    let screen = driver.screen(160, 45);
    assert!(
        screen.contains("Own start 2035 breaks a rule: Two more percent of the cloud host may start only in 2028."),
        "{screen}"
    );
}
