//! What the screens look like, at the smallest usual size and at a large one, in each state.

use beslismacht::tui::Event;

use crate::screens::driver::{Driver, Solve};

macro_rules! looks {
    ($name:expr, $driver:expr) => {
        let driver: &mut Driver = &mut $driver;
        insta::assert_snapshot!(format!("{}_80x24", $name), driver.screen(80, 24));
        insta::assert_snapshot!(format!("{}_160x45", $name), driver.screen(160, 45));
    };
}

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::AtOnce)
}

#[test]
fn candidates() {
    let mut driver = tutorial();
    driver.press("2jj<space>");
    looks!("candidates", driver);
}

#[test]
fn overview() {
    let mut driver = tutorial();
    looks!("overview", driver);
}

#[test]
fn portfolio() {
    let mut driver = tutorial();
    driver.press("2jj<space>5jj");
    looks!("portfolio", driver);
    driver.press("p");
    looks!("proof", driver);
}

#[test]
fn rules() {
    let mut driver = tutorial();
    driver.press("6G");
    looks!("rules", driver);
}

#[test]
fn compare() {
    let mut driver = tutorial();
    driver.press("7n");
    looks!("compare", driver);
}

#[test]
fn compare_before_and_after_an_edit() {
    let mut driver = tutorial();
    driver.press("M<enter>4l<enter>4<enter>7");
    looks!("compare_kept", driver);
}

#[test]
fn where_no_portfolio_is_possible() {
    let mut driver = tutorial();
    driver.press("4jl<enter>0<enter>5");
    looks!("infeasible", driver);
}

#[test]
fn services() {
    let mut driver = tutorial();
    driver.press("3j");
    looks!("services", driver);
}

#[test]
fn budgets() {
    let mut driver = tutorial();
    driver.press("4");
    looks!("budgets", driver);
}

#[test]
fn tables() {
    let mut driver = tutorial();
    driver.press("9]]]");
    looks!("tables", driver);
}

#[test]
fn settings() {
    let mut driver = tutorial();
    driver.press("0jj");
    looks!("settings", driver);
}

#[test]
fn findings() {
    let mut book = tutorial().app.workbook().unwrap().clone();
    let text = book.file("effects.csv").unwrap().replace("own-cable,", "no-cable,");
    book.put_file("effects.csv", &text);
    looks!("findings", Driver::with("broken", book, Solve::Never));
    let mut driver = tutorial();
    driver.press("8");
    looks!("no_findings", driver);
}

#[test]
fn a_form() {
    let mut driver = tutorial();
    driver.press("2jjjje");
    looks!("form", driver);
}

#[test]
fn a_cell_with_a_number_as_people_write_it() {
    let mut driver = tutorial();
    driver.press("4l<enter>12,5");
    looks!("typed_number", driver);
}

#[test]
fn help_and_palette() {
    let mut driver = tutorial();
    driver.press("2?");
    looks!("help", driver);
    driver.press("<esc>:own");
    looks!("palette", driver);
}

#[test]
fn the_guard_on_quitting() {
    let mut driver = tutorial();
    driver.press("2<space>jj<space>q");
    looks!("quit", driver);
}

#[test]
fn the_picker() {
    looks!("picker_looking", Driver::empty());
}

#[test]
fn an_empty_case() {
    let settings =
        "format = 1\ntitle = \"A new plan\"\nfirst_year = 2027\nlast_year = 2030\n[[ministry]]\nid = \"defence\"\n";
    let mut driver = Driver::with("empty", beslismacht::model::Workbook::new(settings), Solve::Never);
    driver.press("2");
    looks!("empty_candidates", driver);
}

#[test]
fn while_a_search_runs() {
    let mut driver = Driver::on("tutorial", Solve::Never);
    let progress = beslismacht::optimise::Progress {
        best: Some("58.5".parse().unwrap()),
        bound: Some("60".parse().unwrap()),
        gap: Some("1.5".parse().unwrap()),
        nodes: 12,
        seconds: 3.25,
        ..Default::default()
    };
    driver.send(Event::Progress(1, progress));
    driver.press("5");
    looks!("running", driver);
}

#[test]
fn while_the_recommendation_is_stale() {
    let mut driver = tutorial();
    driver.solve = Solve::Never;
    driver.press("O4l<enter>9<enter>2");
    looks!("stale", driver);
}

#[test]
fn the_tour() {
    let mut driver = tutorial();
    driver.press("<f10><f10>");
    looks!("tour", driver);
}

#[test]
fn too_small() {
    insta::assert_snapshot!(tutorial().screen(59, 16), @"needs 60x16, have 59x16");
}

#[test]
fn wide_characters_and_long_names_are_cut_cleanly() {
    let mut book = tutorial().app.workbook().unwrap().clone();
    let text = book
        .file("candidates.csv")
        .unwrap()
        .replace("Own sea cable", "海底ケーブルと光ファイバーの国家計画 e\u{301}tude ‒ une très longue désignation");
    book.put_file("candidates.csv", &text);
    let mut driver = Driver::with("wide", book, Solve::Never);
    driver.press("2");
    looks!("wide", driver);
}

#[test]
fn ascii_and_no_colour() {
    let mut driver = tutorial();
    driver.press("<f4>3");
    let screen = driver.screen(120, 40);
    let own: Vec<char> = screen.chars().filter(|c| !c.is_ascii()).collect();
    assert_eq!(own, Vec::<char>::new(), "{screen}");
}
