//! Figures that a planner adds up, subtracts and tells further: they say what they are of, and fit together.

use std::ops::ControlFlow;

use beslismacht::analyse::QueryStats;
use beslismacht::optimise::{Options, Stop, optimise};
use beslismacht::session::analyses::AnalysisNews;
use beslismacht::tui::Event;

use crate::screens::driver::{Driver, Solve, work_at_once};

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::AtOnce)
}

/// The number that follows a word on a screen.
fn number(screen: &str, before: &str) -> f64 {
    let rest = screen.split(before).nth(1).unwrap_or_else(|| panic!("no {before}: {screen}"));
    let number: String =
        rest.trim_start().chars().take_while(|c| c.is_ascii_digit() || ['.', '+', '-'].contains(c)).collect();
    number.parse().unwrap_or_else(|_| panic!("no number after {before}: {screen}"))
}

#[test]
fn the_overview_says_where_the_country_stands_today_and_what_is_lost_if_nothing_is_done() {
    let mut driver = tutorial();
    let screen = driver.screen(120, 40);
    let (today, nothing) = (number(&screen, "today"), number(&screen, "nothing chosen"));
    let line = screen.lines().find(|line| line.contains("by the end of 2029")).unwrap_or_else(|| panic!("{screen}"));
    let before = line.split(" by the end").next().unwrap();
    let drift: f64 = before.split_whitespace().last().unwrap().parse().unwrap();
    assert!((nothing - today - drift).abs() < 0.011, "{today} and {drift} make {nothing}");
}

#[test]
fn what_each_ministry_gains_by_its_own_weights_is_on_the_overview_and_beside_the_proof() {
    let mut driver = tutorial();
    driver.press("5");
    let screen = driver.screen(120, 40);
    let line = screen.lines().find(|line| line.contains("priorities   ")).unwrap_or_else(|| panic!("{screen}"));
    let (defence, economic) = (number(line, "Defence "), number(line, "Affairs "));
    assert!(!line.contains("own +"), "an own portfolio was not begun");
    driver.press("1");
    let screen = driver.screen(120, 40);
    let of = |name: &str| screen.lines().find(|line| line.starts_with(' ') && line.contains(name)).unwrap().to_owned();
    assert!(of("Ministry of Defence").trim_end().ends_with(&format!("{defence:+.2}")), "{screen}");
    assert!(of("Economic Affairs").trim_end().ends_with(&format!("{economic:+.2}")), "{screen}");
    driver.press("2j<space>5");
    assert!(driver.screen(120, 40).contains(", own +"), "{}", driver.screen(120, 40));
}

#[test]
fn letters_on_the_chart_of_two_aims_have_their_figures_beside_them() {
    let mut driver = tutorial();
    driver.press("R").press(":frontier of two aims<enter>r");
    let screen = driver.screen(120, 40);
    let figures = "62.00 vertical, 56.00 horizontal";
    assert!(screen.contains(&format!("R, recommended: {figures}; O, own: {figures}.")), "{screen}");
}

#[test]
fn a_stop_that_comes_with_the_proof_is_not_told_as_one() {
    let mut driver = tutorial();
    driver.solve = Solve::Never;
    driver.press("4l<enter>9<enter>");
    let (job, case) = driver.search.take().unwrap();
    let mut answer = optimise(&case, &Options::default(), None, &mut |_| ControlFlow::Continue(())).unwrap();
    answer.stopped = Some(Stop::Cancelled);
    driver.press("<ctrl-x>");
    driver.send(Event::Answered(job, Ok(Box::new(answer))));
    let screen = driver.screen(160, 40);
    assert!(screen.contains(", proven") && !screen.contains("not proven"), "{screen}");
}

#[test]
fn quitting_asks_where_results_of_analyses_that_took_long_would_be_gone() {
    let mut driver = tutorial();
    driver.solve = Solve::Never;
    driver.press(":cooperate<enter>r");
    let request = driver.analysis.take().unwrap();
    let AnalysisNews::End(Ok(found), ..) = work_at_once(&request) else { panic!("no finding") };
    driver.send(Event::Analysis(request.job, AnalysisNews::End(Ok(found), QueryStats::default(), 36.0)));
    driver.press("q");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("will be lost:") && screen.contains("Cooperate. E"), "{screen}");
    assert!(!driver.asked.contains(&"Quit".to_owned()));
    driver.press("nE<enter>").press("q");
    assert!(driver.asked.contains(&"Quit".to_owned()), "written down, nothing is lost: {}", driver.screen(120, 40));
}

#[test]
fn the_list_of_scenarios_follows_to_a_copy_and_to_what_was_just_made() {
    let mut driver = tutorial();
    driver.press("zAtwin<enter><enter>");
    assert!(driver.screen(120, 40).to_lowercase().contains("scenario twin"), "{}", driver.screen(120, 40));
    driver.press("<esc>Z");
    assert!(driver.screen(120, 40).to_lowercase().contains("under: twin"), "{}", driver.screen(120, 40));
    driver.press("Z<esc>zafresh<enter>objective.risk=full<enter><esc>Z");
    assert!(driver.screen(120, 40).to_lowercase().contains("under: fresh"), "{}", driver.screen(120, 40));
}

#[test]
fn an_error_in_one_row_leaves_the_bills_of_the_others_and_what_was_recommended() {
    let mut driver = tutorial();
    let mut book = driver.app.workbook().unwrap().clone();
    let candidates = book.file("candidates.csv").unwrap();
    let wrong = candidates
        .lines()
        .map(|line| if line.starts_with("own-cable") { line.replacen(",24", ",24x", 1) } else { line.to_owned() });
    let wrong: Vec<String> = wrong.collect();
    assert_ne!(wrong.join("\n"), candidates.trim_end());
    book.put_file("candidates.csv", &(wrong.join("\n") + "\n"));
    driver.press("2");
    let before = driver.screen(120, 40);
    let mut driver = Driver::with("tutorial", book, Solve::AtOnce);
    driver.press("<esc>2");
    let screen = driver.screen(120, 40);
    let row = |screen: &str, id: &str| screen.lines().find(|line| line.contains(id)).unwrap().to_owned();
    assert!(
        row(&before, "Own government cloud").contains(" 15.0 ")
            && row(&screen, "Own government cloud").contains(" 15.0 "),
        "{screen}"
    );
    assert!(!row(&screen, "Own sea cable").contains(" 24.0 "), "{screen}");
}
