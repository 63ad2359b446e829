//! Every screen in every state a case can be in: empty, with errors, searching, impossible, out of date. A new screen is
//! drawn in all of them.

use beslismacht::model::Workbook;
use beslismacht::optimise::{Progress, Stage};
use beslismacht::tui::{COMMANDS, Command, Event};

use crate::screens::driver::{Driver, Solve};

/// The screens, each with the keys that lead to it from any other: those with a tab, and those that others lead to.
pub fn screens() -> Vec<(&'static str, &'static str)> {
    let tabs = COMMANDS.iter().filter(|entry| matches!(entry.command, Command::Go(_)));
    let inner = [("analysis", "xg<enter>"), ("changes", "zg<enter>"), ("grid", "zc")];
    tabs.map(|entry| (entry.id, entry.keys[0])).chain(inner).collect()
}

/// A state, by its name, and the interface in it.
pub fn states() -> Vec<(&'static str, Driver)> {
    vec![
        ("empty", empty()),
        ("error", with_errors()),
        ("running", running()),
        ("infeasible", infeasible()),
        ("finding_why", finding_why()),
        ("stale", stale()),
        ("stale_running", stale_running()),
    ]
}

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::AtOnce)
}

pub fn empty() -> Driver {
    let settings = "format = 1\ntitle = \"A new plan\"\nfirst_year = 2027\nlast_year = 2030\n[[ministry]]\nid = \"defence\"\n\
                    [[rung]]\nid = \"seat\"\nat_least = 10\npower = 0.1\n";
    let files = [
        ("case.toml", settings),
        ("domains.csv", "domain,name,weight_defence,target\n"),
        ("services.csv", "service,domain,name,weight,control\n"),
        ("candidates.csv", "candidate,name,domain,cost_1,start_from,start_to\n"),
        ("effects.csv", "candidate,service,control_gain\n"),
        ("budgets.csv", "ministry,year,amount\ndefence,2027,0\n"),
    ];
    let driver = Driver::with("empty", Workbook::from_files(&files), Solve::AtOnce);
    assert!(driver.app.workbook().is_some());
    driver
}

pub fn with_errors() -> Driver {
    let mut driver = tutorial();
    driver.press("R0/domains_at_target<enter>l<enter>9<enter>");
    assert!(driver.screen(80, 24).contains("1 error: press"), "{}", driver.screen(80, 24));
    driver
}

pub fn running() -> Driver {
    let mut driver = Driver::on("tutorial", Solve::Never);
    driver.send(Event::Progress(1, progress(Stage::Best)));
    driver
}

pub fn infeasible() -> Driver {
    let mut driver = tutorial();
    driver.press("R4jl<enter>0<enter>");
    driver
}

pub fn finding_why() -> Driver {
    let mut driver = Driver::on("tutorial", Solve::Never);
    driver.send(Event::Progress(1, Progress { seconds: 3.25, stage: Stage::Conflict, ..Progress::default() }));
    driver
}

pub fn stale() -> Driver {
    let mut driver = tutorial();
    driver.solve = Solve::Never;
    driver.press("RO4l<enter>9<enter>");
    driver
}

/// An edit was made, and the portfolio of before is shown while the one of now is looked for.
pub fn stale_running() -> Driver {
    let mut driver = tutorial();
    driver.solve = Solve::Never;
    driver.press("R4l<enter>9<enter>");
    driver.send(Event::Progress(2, progress(Stage::Best)));
    driver
}

fn progress(stage: Stage) -> Progress {
    Progress {
        best: Some("58.5".parse().unwrap()),
        bound: Some("60".parse().unwrap()),
        gap: Some("1.5".parse().unwrap()),
        nodes: 12,
        seconds: 3.25,
        conflict: None,
        stage,
    }
}

fn look(state: &str, driver: &mut Driver) {
    for (name, keys) in screens() {
        driver.press(&format!("<esc><esc>{keys}"));
        let both = format!("{}\n{}\n{}", driver.screen(80, 24), "=".repeat(160), driver.screen(160, 45));
        insta::assert_snapshot!(format!("{state}_{name}"), both);
    }
}

#[test]
fn a_case_that_was_just_made() {
    look("empty", &mut empty());
}

#[test]
fn a_case_with_an_error() {
    look("error", &mut with_errors());
}

#[test]
fn while_the_best_portfolio_is_looked_for() {
    look("running", &mut running());
}

#[test]
fn where_no_portfolio_is_possible() {
    look("infeasible", &mut infeasible());
}

#[test]
fn after_an_edit_while_the_best_portfolio_is_looked_for() {
    look("stale_running", &mut stale_running());
}

/// What is typed has to be read together with the news that nothing is possible.
#[test]
fn where_no_portfolio_is_possible_and_a_line_is_typed() {
    let mut driver = infeasible();
    for (name, keys) in
        [("cell", "4<enter>1x"), ("filter", "2fcost>"), ("export", "5<ctrl-e>"), ("option", "xe<enter>")]
    {
        driver.press(&format!("<esc><esc><esc>{keys}"));
        let both = format!("{}\n{}\n{}", driver.screen(80, 24), "=".repeat(160), driver.screen(160, 45));
        insta::assert_snapshot!(format!("infeasible_typing_{name}"), both);
    }
}

#[test]
fn after_an_edit_until_it_is_proven_again() {
    look("stale", &mut stale());
}
