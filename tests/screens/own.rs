//! The planner's own portfolio: what is put in, completed, marked and asked about.

use std::fmt::Write as _;

use beslismacht::analyse::complete::Step;
use beslismacht::optimise::{Progress, Stage};
use beslismacht::tui::Event;

use crate::screens::driver::{Driver, Solve};

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::AtOnce)
}

/// The first line of a screen with a text between spaces.
fn line(driver: &mut Driver, text: &str) -> String {
    let screen = driver.screen(160, 45);
    let found = screen.lines().find(|line| format!(" {line} ").contains(&format!(" {text} ")));
    found.unwrap_or_else(|| panic!("no line {text}: {screen}")).to_owned()
}

/// What stands in the box over a screen, as one line.
fn boxed(driver: &mut Driver) -> String {
    let screen = driver.screen(120, 40);
    let inside = screen.lines().filter_map(|line| Some(line.split_once(['│', '╭'])?.1.rsplit_once(['│', '╮'])?.0));
    inside.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

#[test]
fn why_leads_back_to_where_it_was_asked() {
    let mut driver = tutorial();
    driver.press("2jw<esc>");
    assert_eq!(driver.app.screen_name(), "Candidates");
    assert!(line(&mut driver, "host-share").starts_with('▸'), "the cursor is where it was");
    driver.press("5jw<esc>");
    assert_eq!(driver.app.screen_name(), "Portfolio");
    driver.press("xw").press("x<enter><esc>");
    assert_eq!(driver.app.screen_name(), "Analyses", "from the list one goes back to the list");
}

#[test]
fn completing_keeps_what_was_set_by_hand_and_says_what_changed() {
    let mut driver = tutorial();
    driver.press("2/datacentre<enter><space>S2029<enter>C");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("Own portfolio completed: 5 added, +"), "{screen}");
    assert!(screen.contains("below the recommended one; u takes it back."), "{screen}");
    driver.press("<f8>");
    let all = boxed(&mut driver);
    assert!(all.contains("In ") && all.contains("Own sea cable"), "what came in, by name: {all}");
    driver.press("<esc>5");
    assert!(line(&mut driver, "datacentre-stake").contains("2029"), "{}", driver.screen(160, 45));
    driver.press("u");
    driver.press("2/datacentre<enter>S2028<enter>").press("C");
    driver.press("5");
    assert!(line(&mut driver, "datacentre-stake").contains("2028"), "{}", driver.screen(160, 45));
}

#[test]
fn a_completion_that_is_impossible_says_the_fewest_picks_that_have_to_go() {
    let mut driver = tutorial();
    driver.press("2/own-cable<enter><space>").press("/cable-lease<enter><space>").press("/host-share<enter><space>C");
    let screen = boxed(&mut driver);
    assert!(screen.contains("Your own portfolio cannot be completed"), "{screen}");
    assert!(screen.contains("contains all 3 of your investments. 2 of them can stay together, without:"), "{screen}");
    assert!(screen.contains("Own sea cable") || screen.contains("Lease on a foreign cable"), "{screen}");
    assert!(screen.contains("leaving out fewer is not possible"), "{screen}");
    assert!(screen.contains("At most one of Own sea cable and Lease on a foreign cable"), "why: {screen}");
    driver.press("n");
    assert!(driver.screen(120, 40).contains("own +"), "{}", driver.screen(120, 40));
    driver.press("Cd");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Out of your own portfolio: ") && screen.contains("breaks 1 rule"), "{screen}");
    driver.press("uCy");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Own portfolio completed without "), "{screen}");
    driver.press("5");
    assert!(driver.screen(120, 40).contains("keeps every rule"), "{}", driver.screen(120, 40));
    driver.press("u");
    let own = driver.screen(120, 40);
    assert!(line(&mut driver, "own-cable").contains("2029") && own.contains("cable-lease"), "one step: {own}");
}

/// Room is made for the pick that was put in last, whichever of two that was; where nothing can make room for it, that is said.
#[test]
fn room_is_made_for_the_pick_that_was_put_in_last() {
    for (first, last, name) in
        [("own-cable", "cable-lease", "Lease on a foreign cable"), ("cable-lease", "own-cable", "Own sea cable")]
    {
        let mut driver = tutorial();
        driver.press(&format!("2/{first}<enter><space>")).press(&format!("/{last}<enter><space>C"));
        let screen = boxed(&mut driver);
        let (_, after) = screen.split_once("1 of them can stay together, without:").expect(&screen);
        let (without, kept) = after.split_once("What you put in last stays:").expect(&screen);
        assert!(kept.contains(name) && !without.contains(name), "{screen}");
        // The key says what it does here.
        let screen = driver.screen(160, 45);
        assert!(screen.contains("d Only take these out") && !screen.contains("Throw away"), "{screen}");
    }
    let mut driver = tutorial();
    driver.press("2/own-cable<enter><space>").press("/cable-lease<enter><space>");
    driver.press("2/cable-lease<enter>");
    driver.press("-too dear<enter>C");
    let screen = boxed(&mut driver);
    assert!(screen.contains("which you put in last, cannot stay"), "{screen}");
}

#[test]
fn while_own_picks_cannot_stand_together_the_first_line_says_how_many_can() {
    let mut driver = tutorial();
    driver.press("2/own-cable<enter><space>").press("/cable-lease<enter><space>");
    driver.solve = Solve::Never;
    driver.press("C");
    let job = driver.completing.unwrap();
    let progress = Progress { seconds: 2.5, ..Progress::default() };
    driver.send(Event::Completing(job, Step::Most { kept: 1, at_most: 2 }, progress.clone()));
    assert!(driver.screen(120, 40).contains("own: 1 of 2 can stay, 2.5 s"), "{}", driver.screen(120, 40));
    driver.send(Event::Completing(job, Step::Rest, progress));
    assert!(driver.screen(120, 40).contains("completing own"), "{}", driver.screen(120, 40));
}

#[test]
fn marks_end_with_what_they_were_for_and_a_pick_comes_back_as_it_was() {
    let mut driver = tutorial();
    driver.press("2/host-share<enter><space>S2029<enter>");
    driver.press("gvvv<space>");
    assert!(!driver.screen(120, 40).contains("marked"), "{}", driver.screen(120, 40));
    driver.press("/host-share<enter><space>");
    assert!(
        driver.screen(120, 40).contains("Out of your own portfolio: Two more percent of the cloud host"),
        "only the one under the cursor"
    );
    driver.press("<space>");
    driver.press("5");
    assert!(line(&mut driver, "host-share").contains("2029"), "{}", driver.screen(160, 45));
}

#[test]
fn a_rule_about_something_that_is_not_chosen_is_idle() {
    let mut driver = tutorial();
    driver.press("2/host-share<enter><space>6");
    let screen = driver.screen(160, 45);
    let rule = screen.lines().find(|line| line.contains("requires Sensors for the cyber watch")).unwrap();
    assert!(rule.contains("idle"), "{rule}");
    driver.press("2/watch-centre<enter><space>6");
    let screen = driver.screen(160, 45);
    let rule = screen.lines().find(|line| line.contains("requires Sensors for the cyber watch")).unwrap();
    assert!(rule.contains("broken") && !rule.contains("idle"), "{rule}");
}

#[test]
fn two_portfolios_are_compared_by_the_weights_of_each_ministry() {
    let mut driver = tutorial();
    driver.press("R2/host-share<enter><space>7");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("gain, priorities of Economic Affairs"), "{screen}");
}

#[test]
fn the_overview_tells_direct_points_apart_from_the_index() {
    let mut book = tutorial().app.workbook().unwrap().clone();
    let text = book.file("candidates.csv").unwrap();
    let mut lines = text.lines();
    let mut with_points = format!("{},points\n", lines.next().unwrap());
    for line in lines {
        writeln!(with_points, "{line},{}", if line.starts_with("host-share") { "0.5" } else { "" }).unwrap();
    }
    book.put_file("candidates.csv", &with_points);
    let mut driver = Driver::with("tutorial", book, Solve::AtOnce);
    let recommended = line(&mut driver, "recommended     85.00");
    assert!(recommended.contains("(+0.50 direct)"), "{recommended}");
    assert!(!tutorial().screen(160, 45).contains("direct"), "where there are none nothing is said");
}

#[test]
fn the_overview_says_which_portfolio_it_tells_of() {
    use crate::screens::states;
    let mut driver = states::stale_running();
    driver.press("1");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("What the recommendation from before your last edits does"), "{screen}");
    assert!(screen.contains("recommended before the last edits: before, after"), "{screen}");
    driver.send(Event::Progress(2, Progress { seconds: 3.25, stage: Stage::Conflict, ..Progress::default() }));
    let screen = driver.screen(160, 45);
    assert!(
        screen.contains("no portfolio keeps every rule") && !screen.contains("What the recommendation from before"),
        "{screen}"
    );
}

#[test]
fn every_domain_is_in_reach_on_a_small_screen() {
    let mut driver = Driver::on("netherlands", Solve::Never);
    let shown = |driver: &mut Driver, name: &str| driver.screen(80, 24).contains(name);
    let last = driver.app.workbook().unwrap().file("domains.csv").unwrap();
    let last = last.lines().last().unwrap().split(',').nth(1).unwrap().trim_matches('"').to_owned();
    let begin: String = last.chars().take(12).collect();
    assert!(!shown(&mut driver, &begin), "{}", driver.screen(80, 24));
    driver.press("jjjjjjjjjjjj");
    assert!(shown(&mut driver, &begin), "{begin}: {}", driver.screen(80, 24));
    driver.press("kkkkkkkkkkkk");
    assert!(!shown(&mut driver, &begin));
}

#[test]
fn what_somebody_else_changed_on_disk_is_told_at_every_save() {
    let mut driver = tutorial();
    driver.send(Event::Moved(vec!["budgets.csv".into()]));
    assert!(driver.screen(120, 40).contains("[changed on disk: F5 reads it]"), "{}", driver.screen(120, 40));
    driver.press("<ctrl-s>");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Nothing to save, but budgets.csv changed on disk: F5 reads it."), "{screen}");
}
