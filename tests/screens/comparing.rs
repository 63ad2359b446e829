//! Two portfolios side by side: which ones, kept ones, those of files, other currencies, and the comparison as a file.

use beslismacht::tui::{Event, ReadFor};

use crate::screens::driver::{Driver, Solve};

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::AtOnce)
}

/// The cells of a row of the comparison: left, right and their difference.
fn row(driver: &mut Driver, name: &str) -> Vec<String> {
    let screen = driver.screen(160, 45);
    let line = screen.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("no {name}: {screen}"));
    let rest = line.split(name).nth(1).unwrap();
    rest.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn portfolios_are_kept_under_names_and_measured_in_the_case_as_it_is() {
    let mut driver = tutorial();
    driver.press("M");
    assert!(driver.screen(120, 40).contains("Keep it as"), "{}", driver.screen(120, 40));
    driver.press("<enter>");
    assert!(driver.asked.contains(&"Propose".to_owned()), "{:?}", driver.asked);
    driver.press("M");
    assert!(driver.screen(120, 40).contains("best-2"), "a second one does not take the place of the first");
    driver.press("<ctrl-u><enter>");
    assert!(driver.screen(120, 40).contains("Type a name"), "{}", driver.screen(120, 40));
    driver.press("Cut 10<enter>");
    driver.press("2/own-cable<enter>ccost_1<enter><enter>25<enter>7");
    assert_eq!(row(&mut driver, "public bill")[0], "51.0", "the kept one costs more now as well");
    driver.press("cleft: Cut 10, then<enter>");
    assert_eq!(row(&mut driver, "public bill")[0], "50.0", "and this is what it cost when it was kept");
}

#[test]
fn each_side_is_chosen_by_itself() {
    let mut driver = tutorial();
    driver.press("7c");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Now recommended and own"), "{screen}");
    assert!(screen.contains("The left side") && screen.contains("The right side"), "{screen}");
    assert_eq!(screen.matches("shown now").count(), 2, "{screen}");
    driver.press("right: nothing<enter>");
    assert!(driver.screen(120, 40).contains("recommended and nothing chosen: "), "{}", driver.screen(120, 40));
    driver.press("cleft: own<enter>");
    assert!(driver.screen(120, 40).contains("own and nothing chosen: "), "{}", driver.screen(120, 40));
    driver.press("cleft: nothing<enter>");
    assert!(driver.screen(120, 40).contains("nothing chosen and own: "), "they change places");
}

#[test]
fn a_kept_portfolio_is_thrown_away_after_a_question() {
    let mut driver = tutorial();
    driver.press("M<enter>7D");
    assert!(driver.screen(120, 40).contains("Throw a proposal away?"), "{}", driver.screen(120, 40));
    driver.asked.clear();
    driver.press("<enter>");
    assert!(driver.asked.is_empty(), "the first answer leaves it");
    driver.press("Dd");
    assert_eq!(driver.asked, ["Propose"]);
    let screen = driver.screen(120, 40);
    assert!(screen.contains("recommended and") && !screen.contains("best and"), "{screen}");
    driver.press("D");
    assert!(driver.screen(120, 40).contains("Neither side is a proposal"), "{}", driver.screen(120, 40));
}

#[test]
fn a_file_becomes_the_own_portfolio_at_once() {
    let mut driver = tutorial();
    driver.press("<ctrl-t>");
    assert!(driver.screen(120, 40).contains("Take as own"), "{}", driver.screen(120, 40));
    driver.press("theirs.csv<enter>");
    assert_eq!(driver.asked.last().unwrap(), "ReadPortfolio");
    let text = "candidate,start,share_defence,share_economic_affairs\ncable-lease,2028,0,100\n";
    driver.send(Event::PortfolioRead("theirs.csv".into(), ReadFor::Own, Ok(text.into())));
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Own portfolio taken from theirs.csv, 1 pick"), "{screen}");
    assert_eq!(driver.app.screen_name(), "Overview", "one stays where one is");
    driver.press("5");
    assert!(driver.screen(120, 40).contains("Lease on a foreign cable"));
    driver.press("u");
    assert!(driver.screen(120, 40).contains("Undone"), "{}", driver.screen(120, 40));
}

#[test]
fn money_in_other_units_is_not_compared() {
    let mut driver = tutorial();
    let mut book = driver.app.workbook().unwrap().clone();
    let settings = book.file("case.toml").unwrap().replace("\"EUR\"", "\"USD\"");
    book.put_file("case.toml", &settings);
    driver.press("7").beside("other", book);
    let screen = driver.screen(160, 45);
    assert!(screen.contains("money in million EUR and in million USD: cannot be compared"), "{screen}");
    let mut book = driver.app.workbook().unwrap().clone();
    let settings = book.file("case.toml").unwrap().replace("\"EUR\"", "\"USD\"");
    book.put_file("case.toml", &settings);
    let candidates = book.file("candidates.csv").unwrap().replace(
        ",cables,infrastructure_build,economy_and_defence,24",
        ",cables,infrastructure_build,economy_and_defence,20",
    );
    book.put_file("candidates.csv", &candidates);
    driver.press("7").beside("cheaper", book);
    assert_eq!(row(&mut driver, "public bill"), ["50.0", "46.0", "differs"]);
}

#[test]
fn what_is_side_by_side_is_exported_as_it_is_shown() {
    let mut driver = tutorial();
    driver.press("R2/host-share<enter><space>7E");
    assert!(driver.screen(120, 40).contains("comparison.md"), "{}", driver.screen(120, 40));
    driver.press("<enter>");
    let (name, text) = driver.written.pop().unwrap();
    assert_eq!(name, "comparison.md");
    assert!(
        text.contains("| what | name | recommended | own | difference |\n| --- | --- | ---: | ---: | ---: |\n"),
        "{text}"
    );
    assert!(text.contains("| total | public bill | 50.0 | 48.0 | -2.0 |\n"), "{text}");
    assert!(text.contains("Money in million EUR."), "{text}");
    driver.press("fwhat=total<enter>Eall.csv<enter>");
    let (_, text) = driver.written.pop().unwrap();
    assert!(text.starts_with("what,name,recommended,own,difference\n"), "{text}");
    assert!(text.lines().skip(1).all(|line| line.starts_with("total,")), "only what is shown: {text}");
    driver.press("zXcEgrid.txt<enter>");
    let (_, text) = driver.written.pop().unwrap();
    assert!(text.contains("Host sold") && text.contains("public bill"), "{text}");
    driver.press("Egrid.pdf<enter>");
    assert!(driver.screen(120, 40).contains("Cannot export .pdf."), "{}", driver.screen(120, 40));
}

/// What was recommended before the last edit, and when the case was saved last, are sides as well, each in the case as it was.
#[test]
fn the_case_before_this_edit_and_at_the_last_save_can_be_sides() {
    let mut driver = tutorial();
    driver
        .press("2/own-cable<enter>ccost_1<enter><enter><ctrl-u>23<enter><enter><ctrl-u>22.5<enter>7cright: rec<enter>");
    assert_eq!(row(&mut driver, "public bill")[1], "48.5", "{}", driver.screen(160, 45));
    driver.press("cleft: before<enter>");
    assert_eq!(row(&mut driver, "public bill")[..2], ["49.0", "48.5"], "{}", driver.screen(160, 45));
    driver.press("cleft: at the last<enter>");
    assert_eq!(row(&mut driver, "public bill")[..2], ["50.0", "48.5"], "{}", driver.screen(160, 45));
}
