//! Pasted text: rows with and without a heading, cells over cells, amounts, text for a line; and what is refused.

use std::fmt::Write as _;

use beslismacht::tui::Event;

use crate::screens::driver::{Driver, Solve};

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::Never)
}

fn paste(driver: &mut Driver, text: &str) {
    driver.send(Event::Paste(text.into()));
}

fn rows(driver: &Driver) -> usize {
    let table = beslismacht::model::schema::table_by_name("candidates").unwrap();
    driver.app.workbook().unwrap().sheet(table.id).rows.len()
}

#[test]
fn a_decimal_comma_beside_points_is_read_as_a_point() {
    let mut driver = tutorial();
    driver.press("2");
    driver.send(Event::Paste(
        "candidate\tname\tdomain\tcost_1\tsuccess\nnew-a\tA\tcloud\t2,5\t0.5\nnew-b\tB\tcloud\t1,250\t1\n".into(),
    ));
    let screen = driver.screen(120, 40);
    assert!(screen.contains("the mark in \"1,250\" means") && screen.contains("it is 1250, with"), "{screen}");
    driver.press(".");
    assert_eq!(driver.cell("candidates", "new-a", "cost_1"), "2.5");
    assert_eq!(driver.cell("candidates", "new-b", "cost_1"), "1250", "as the planner said");
}

#[test]
fn a_heading_says_where_cells_belong_whatever_its_case_and_order() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2ll");
    paste(&mut driver, "Cost 2\tDomain\tCandidate\r\n7\tcloud\tnew-a\r\n8\tcyber\tnew-b\r\n");
    assert_eq!(driver.cell("candidates", "new-a", "cost_2"), "7", "a column that the file did not have");
    assert_eq!(driver.cell("candidates", "new-b", "domain"), "cyber");
    driver.press("u");
    assert_eq!(driver.files(), before);
    paste(&mut driver, "candidate,domain,cost_1\nnew-a,cloud,7\n");
    assert_eq!(driver.cell("candidates", "new-a", "cost_1"), "7", "commas, from a text editor");
}

#[test]
fn a_heading_with_a_wrong_name_is_refused_with_the_name_that_was_meant() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2");
    paste(&mut driver, "candidate\tdomian\tcost_1\nnew-a\tcloud\t7\n");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("`domian`") && screen.contains("Did you mean domain?"), "{screen}");
    assert_eq!(driver.files(), before);
}

#[test]
fn rows_that_are_there_are_written_over_or_added_as_the_planner_says() {
    let mut driver = tutorial();
    let before = driver.files();
    let count = rows(&driver);
    driver.press("2");
    let text = "candidate\tcost_1\nhost-share\t3\nnew-a\t4\n";
    paste(&mut driver, text);
    assert!(driver.screen(120, 40).contains("Already in the table: host-share. That is 1 of 2 pasted rows."));
    assert_eq!(driver.files(), before, "not before the answer");
    driver.press("w");
    assert_eq!(driver.cell("candidates", "host-share", "cost_1"), "3");
    assert_eq!(driver.cell("candidates", "host-share", "domain"), "cloud", "what is not pasted stays");
    assert_eq!((driver.cell("candidates", "new-a", "cost_1").as_str(), rows(&driver)), ("4", count + 1));
    driver.press("u");
    assert_eq!(driver.files(), before, "one step");
    paste(&mut driver, text);
    driver.press("a");
    assert_eq!(driver.cell("candidates", "host-share-2", "cost_1"), "3");
    assert_eq!(driver.cell("candidates", "host-share", "cost_1"), "2");
    driver.press("u");
    paste(&mut driver, text);
    driver.press("<esc>");
    assert_eq!(driver.files(), before);
}

#[test]
fn a_block_is_written_over_the_cells_from_the_cursor_on() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2jccost_1<enter>");
    paste(&mut driver, "2,5\n6,25\n");
    assert_eq!(driver.cell("candidates", "host-share", "cost_1"), "2.5", "decimal commas become points");
    assert_eq!(driver.cell("candidates", "datacentre-stake", "cost_1"), "6.25");
    driver.press("u");
    assert_eq!(driver.files(), before);
    paste(&mut driver, "1\n\n3\n\n\n");
    let costs = ["host-share", "datacentre-stake", "cloud-build", "own-cable"];
    let costs = costs.map(|id| driver.cell("candidates", id, "cost_1"));
    assert_eq!(costs, ["1", "", "3", "24"], "an empty cell is one, and what follows the last is none");
    driver.press("u");
    // One value goes into every marked row.
    driver.press("Vj");
    paste(&mut driver, "9");
    assert_eq!(driver.cell("candidates", "host-share", "cost_1"), "9");
    assert_eq!(driver.cell("candidates", "datacentre-stake", "cost_1"), "9");
    driver.press("u");
    paste(&mut driver, "1,250\n2,500\n");
    assert!(
        driver.screen(160, 45).contains("Two ways to read the numbers"),
        "thousands or decimals: not for us to say"
    );
    assert_eq!(driver.files(), before);
    driver.press("<esc>");
    assert_eq!(driver.files(), before);
    paste(&mut driver, "1,250\n2,500\n");
    driver.press(",");
    assert_eq!(driver.cell("candidates", "datacentre-stake", "cost_1"), "2.500");
    driver.press("u");
    paste(&mut driver, "€ 1.250,50\n€ 5 mln\n");
    let costs = ["host-share", "datacentre-stake"].map(|id| driver.cell("candidates", id, "cost_1"));
    assert_eq!(costs, ["1250.50", "5"], "as spreadsheets and people write money");
}

#[test]
fn a_block_that_does_not_fit_is_refused_whole() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2Gccost_1<enter>");
    paste(&mut driver, "1\n2\n");
    assert!(driver.screen(160, 45).contains("from here down only 1 is shown"));
    driver.press("gVjj");
    paste(&mut driver, "1\n2\n");
    assert!(driver.screen(160, 45).contains("You pasted 2 rows, but 3 rows are marked"));
    driver.press("<esc>$");
    paste(&mut driver, "1\t2\n");
    assert!(driver.screen(160, 45).contains("from here on there is only 1 column"));
    driver.press("ccost<enter>");
    paste(&mut driver, "1");
    assert!(driver.screen(160, 45).contains("This column is computed"));
    driver.press("^");
    paste(&mut driver, &"x\t".repeat(40));
    assert!(driver.screen(160, 45).contains("has 41 cells"));
    paste(&mut driver, "\n\t\n \r\n");
    assert!(driver.screen(160, 45).contains("no rows"));
    driver.press("5");
    paste(&mut driver, "x\ty");
    assert!(driver.screen(160, 45).contains("You cannot paste here"));
    assert_eq!(driver.files(), before);
}

#[test]
fn pasting_goes_by_the_rows_that_are_shown() {
    let mut driver = tutorial();
    driver.press("2fdomain=cyber<enter>ccost_1<enter>s");
    // By cost.
    let shown = ["incident-desk", "crypto-consent"];
    let screen = driver.screen(160, 45);
    let names: Vec<&str> = screen.lines().skip(3).take(2).collect();
    assert!(names[0].contains("Incident desk") && names[1].contains("Consent right"), "{screen}");
    paste(&mut driver, "0.1\n0.2\n");
    assert_eq!(driver.cell("candidates", shown[0], "cost_1"), "0.1");
    assert_eq!(driver.cell("candidates", shown[1], "cost_1"), "0.2");
}

#[test]
fn amounts_are_pasted_into_ministries_and_years() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("4l");
    paste(&mut driver, "1\t2\t3\n4\t5\t6\n");
    assert_eq!(driver.cell("budgets", "defence:2029", "amount"), "3");
    assert_eq!(driver.cell("budgets", "economic_affairs:2027", "amount"), "4");
    driver.press("u");
    assert_eq!(driver.files(), before);
    paste(&mut driver, "1\t2\t3\t4\n");
    assert!(driver.screen(120, 40).contains("run past 2029"));
    paste(&mut driver, "much\n");
    assert!(driver.screen(120, 40).contains("`much` is not a budget amount"));
    assert_eq!(driver.files(), before);
}

#[test]
fn text_goes_into_a_line_on_one_line_and_at_once() {
    let mut driver = tutorial();
    driver.press("2jcname<enter><enter>");
    paste(&mut driver, "Two\r\nlines\t数据 \n");
    driver.press("<enter>");
    assert_eq!(driver.cell("candidates", "host-share", "name"), "Two  lines 数据");
    // A long text by mistake does not stop the interface.
    driver.press("f");
    let start = std::time::Instant::now();
    paste(&mut driver, &"long text ".repeat(100_000));
    assert!(start.elapsed().as_secs() < 20);
    driver.press("<esc>");
}

#[test]
fn ten_thousand_rows_and_garbage_are_pasted_and_taken_back() {
    let mut driver = tutorial();
    let before = driver.files();
    driver.press("2");
    let mut text = String::from("candidate\tname\tdomain\tcost_1\n");
    for row in 0..10_000 {
        writeln!(text, "new-{row}\tName \u{fffd} {row}\tcloud\t{}", row % 90).unwrap();
    }
    paste(&mut driver, &text);
    assert!(driver.screen(120, 40).contains("10000 rows pasted"));
    paste(&mut driver, &text);
    driver.press("a");
    assert_eq!(rows(&driver), 20_010);
    driver.press("<ctrl-a>D");
    driver.press("uuu");
    assert_eq!(driver.files(), before);
    for garbage in
        ["\"", "\"\"\"\t\"", "a\tb\n\"c", "\0\u{1b}[31m\t\u{202e}x", "=cmd|' /C calc'!A0\t,", "\t\t\t\t\n\"\n\""]
    {
        paste(&mut driver, garbage);
        driver.press("<esc><esc>");
        driver.screen(120, 40);
    }
    driver.press(&"u".repeat(10));
    assert_eq!(driver.files(), before);
}

#[test]
fn a_quote_that_was_closed_too_late_is_told_and_a_column_twice_is_refused() {
    let mut driver = Driver::on("tutorial", Solve::Never);
    driver.press("2");
    paste(&mut driver, "candidate\tdomain\tname\tcost_1\nnew-a\tcloud\t\"A\tB\n7\tcloud\tx\t1\"\t3\n");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("contains a line break and then what looks like another row"), "{screen}");
    driver.press("u");
    let before = driver.files();
    paste(&mut driver, "candidate\tcost_1\tCost 1\nnew-a\t7\t8\n");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("The pasted heading has the column cost_1 more than once."), "{screen}");
    assert_eq!(driver.files(), before);
}
