//! What a planner does with the own portfolio, with a case that is impossible, and with what colleagues send.

use beslismacht::model::Workbook;
use beslismacht::optimise::{Progress, Stage};
use beslismacht::tui::{Event, ReadFor};

use crate::screens::driver::{Driver, Solve};
use crate::screens::states;

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::AtOnce)
}

#[test]
fn an_edit_to_the_same_value_is_no_edit() {
    let mut driver = tutorial();
    driver.solve = Solve::Never;
    driver
        .press("4l<enter>10<enter>")
        .press("2j<enter><enter>")
        .press("0j<enter><enter>")
        .press("9]]]]$hh<ctrl-a>b=10<enter>");
    driver.press("<esc><esc><esc><esc>1");
    let screen = driver.screen(120, 40);
    assert!(!screen.contains("[unsaved]") && !screen.contains("stale"), "{screen}");
    driver.press("u");
    assert!(driver.screen(120, 40).contains("Nothing to undo"));
}

/// SEAL-3 everywhere costs 58 of the 60 million that there are.
#[test]
fn the_level_of_the_weakest_domain_is_proven_anew_after_an_edit() {
    let mut driver = Driver::on("seal", Solve::AtOnce);
    driver.press("1");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Overall = weakest: SEAL-3 (6 of 8 domains)"), "{screen}");
    assert!(screen.contains("SEAL-4 is proven out of reach"), "{screen}");
    driver.press("4l<enter>57<enter>1");
    let screen = driver.screen(120, 40);
    assert!(
        screen.contains("Overall = weakest: SEAL-2") && screen.contains("SEAL-3 is proven out of reach"),
        "{screen}"
    );
}

/// One effect of the pick lasts a year and the other for ever; all that the second pick does lasts a year. A takeover has to cost something.
#[test]
fn what_wears_off_and_what_a_takeover_costs_stand_where_picks_and_rules_do() {
    let settings = "format = 1\nfirst_year = 2027\nlast_year = 2030\n[require]\ntakeover_floor = 20\n[objective]\ntiming = \"average\"\n\
                    [[ministry]]\nid = \"m\"\n[[rung]]\nid = \"seat\"\nat_least = 10\npower = 0.5\n";
    let book = Workbook::from_files(&[
        ("case.toml", settings),
        ("domains.csv", "domain,weight_m,target\nd,1,0\n"),
        ("services.csv", "service,domain,name,control\ns,d,Registry,5\nt,d,Mail,5\nu,d,Cloud,5\n"),
        ("candidates.csv", "candidate,domain,name,cost_1,start_from\na,d,Alpha,1,2027\nb,d,Beta,1,2027\n"),
        ("effects.csv", "candidate,service,control_gain,lasts\na,s,10,1\na,t,10,\nb,u,10,1\n"),
        ("budgets.csv", "ministry,year,amount\nm,2027,5\n"),
        ("holders.csv", "service,holder,stake,bloc,price\ns,we,5,home,\ns,x,95,,40\n"),
    ]);
    let mut driver = Driver::with("rights", book, Solve::AtOnce);
    driver.press("5");
    let screen = driver.screen(120, 40);
    let strip = |name: &str| screen.lines().find(|line| line.contains(name)).unwrap_or_default().to_owned();
    assert!(strip("Alpha").contains("█▒▒▒") && strip("Beta").contains("█···"), "{screen}");
    driver.press("6");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("taking over Registry must cost at least 20 million EUR at the end of 2030"), "{screen}");
}

#[test]
fn an_own_portfolio_that_was_not_begun_says_how_to_begin_and_breaks_nothing() {
    let mut driver = tutorial();
    driver.press("5");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("none yet: Space adds a candidate; R starts from the recommended one"), "{screen}");
    driver.press("6");
    let broken =
        |driver: &mut Driver| driver.screen(160, 45).lines().skip(3).take(20).any(|line| line.contains("broken"));
    assert!(!broken(&mut driver));
    driver.press("2j<space>6");
    assert!(broken(&mut driver), "one pick alone leaves a locked candidate out");
}

#[test]
fn with_errors_no_screen_claims_what_it_cannot_know() {
    let mut driver = states::with_errors();
    driver.press("<esc><esc>6");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("The case has 1 error, so nothing can be computed"), "{screen}");
    driver.press("3");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Majority needs") && !screen.contains("with nothing chosen"), "{screen}");
    driver.press("5");
    assert!(driver.screen(120, 40).contains("own          cannot be measured while the case has 1 error"));
}

#[test]
fn where_nothing_is_possible_the_way_out_is_told_first_and_the_rules_that_conflict_are_marked() {
    let mut driver = states::infeasible();
    driver.press("1");
    let screen = driver.screen(120, 40);
    let (way, rules) = (screen.find("The smallest fix: ").unwrap(), screen.find("cannot").unwrap());
    assert!(way < rules, "{screen}");
    driver.press("6gn");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("conflicts") && screen.contains("No portfolio can keep this rule"), "{screen}");
}

#[test]
fn as_soon_as_nothing_is_possible_the_screen_says_so_while_why_is_still_looked_for() {
    let mut driver = states::finding_why();
    let screen = driver.screen(80, 24);
    assert!(screen.contains("no portfolio is possible, finding why: 3.2 s"), "{screen}");
    driver.press("5");
    let screen = driver.screen(120, 40);
    assert!(
        screen.contains("infeasible   no portfolio keeps every rule; finding the rules that conflict, 3.2 s"),
        "{screen}"
    );
    driver.press("w");
    assert_eq!(driver.asked.last().map(String::as_str), Some("Analysis"), "the ways out need not wait for that");
    assert_eq!(driver.app.screen_name(), "Explain");
    driver.press("<ctrl-x>");
    driver.send(Event::Progress(1, Progress { seconds: 4.0, stage: Stage::Best, ..Progress::default() }));
    assert!(driver.screen(120, 40).contains("searching"));
}

#[test]
fn the_ways_out_do_not_wait_for_the_explanation_of_the_optimiser() {
    let mut driver = Driver::on("tutorial", Solve::Never);
    driver.press("4jl<enter>0<enter>");
    driver.send(Event::Progress(2, Progress { seconds: 3.25, stage: Stage::Conflict, ..Progress::default() }));
    driver.solve = Solve::AtOnce;
    driver.press("5w");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("No portfolio is possible: 4 rules cannot hold together."), "{screen}");
    assert!(screen.contains("2 add 1 million EUR to the budget"), "{screen}");
    driver.press("ja");
    assert_eq!(driver.cell("budgets", "economic_affairs:2027", "amount"), "1");
}

#[test]
fn a_scenario_under_which_nothing_is_possible_says_why() {
    let mut book = tutorial().app.workbook().unwrap().clone();
    let text = book.file("scenarios.csv").unwrap() + "broke,budgets,economic_affairs:2027,amount,=0,,\n";
    book.put_file("scenarios.csv", &text);
    let mut driver = Driver::with("broke", book, Solve::AtOnce);
    driver.press("zXG");
    let screen = driver.screen(80, 24);
    assert!(
        screen.contains("infeasible") && screen.contains("Under this scenario, no portfolio keeps every rule."),
        "{screen}"
    );
    let screen = driver.screen(160, 45);
    assert!(screen.contains("The smallest fix: ") && screen.contains("cannot hold together"), "{screen}");
}

const COLLEAGUE: &str =
    "candidate,start,share_defence,share_economic_affairs\ncable-lease,2028,0,100\nincident-desk,2027,0,100\n";

#[test]
fn a_portfolio_that_a_colleague_exported_is_compared_and_taken_over() {
    let mut driver = tutorial();
    driver.press("7b");
    assert!(driver.screen(120, 40).contains("A second case, or a portfolio"));
    driver.press("theirs.csv<enter>");
    assert!(driver.asked.contains(&"ReadPortfolio".to_owned()), "{:?}", driver.asked);
    driver.send(Event::PortfolioRead("theirs.csv".into(), ReadFor::SecondCase, Ok(COLLEAGUE.into())));
    let screen = driver.screen(120, 40);
    assert!(screen.contains("recommended and theirs.csv: ") && screen.contains("theirs.csv with 2 picks"), "{screen}");
    driver.press("T");
    assert!(driver.screen(120, 40).contains("Own portfolio taken from theirs.csv"));
    driver.press("5");
    assert!(driver.screen(120, 40).contains("Lease on a foreign cable"));
    driver.press("u");
    assert!(driver.screen(120, 40).contains("Undone: own portfolio taken from theirs.csv"));
    // It is measured in the case as it stands, also after an edit.
    driver.press("7").press("4jll<enter>3<enter>7");
    assert!(driver.screen(120, 40).contains("rules broken"), "{}", driver.screen(120, 40));
}

#[test]
fn a_file_that_is_no_portfolio_of_the_case_is_refused_with_what_is_wrong() {
    let mut driver = tutorial();
    let text = "candidate,start,share_defence,share_economic_affairs\nno-such,2028,0,100\n";
    driver.send(Event::PortfolioRead("theirs.csv".into(), ReadFor::SecondCase, Ok(text.into())));
    let screen = driver.screen(120, 40);
    assert!(screen.contains("This is not a portfolio of this case") && screen.contains("no-such"), "{screen}");
}

#[test]
fn every_screen_is_in_sight_by_its_key_at_every_width() {
    let mut driver = tutorial();
    for (_, keys) in states::screens() {
        driver.press(&format!("<esc><esc>{keys}"));
        for width in [60, 80, 100, 160] {
            let screen = driver.screen(width, 24);
            let tabs: Vec<&str> = screen.lines().next().unwrap().split_whitespace().collect();
            for key in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "x", "z"] {
                assert!(tabs.contains(&key), "{key} at {width}: {tabs:?}");
            }
            let is_named = |name: &&str| tabs.iter().any(|tab| tab.starts_with(name));
            let names = ["Ove", "Can", "Ser", "Bud", "Por", "Rul", "Com", "Fin", "Tab", "Set", "Ana", "Sce"];
            assert!(width < 80 || names.iter().all(is_named), "{width}: {tabs:?}");
        }
    }
}

#[test]
fn a_new_case_says_what_it_still_needs_until_there_is_a_candidate() {
    let mut driver = states::empty();
    let screen = driver.screen(80, 24);
    assert!(screen.contains("What this case still needs") && screen.contains("no candidates yet"), "{screen}");
    driver.press("9ag<enter>cloud<enter><esc>1");
    let screen = driver.screen(80, 24);
    assert!(screen.contains("1 domain"), "{screen}");
    assert!(!tutorial().screen(80, 24).contains("still needs"));
}

#[test]
fn the_candidate_under_the_cursor_is_told_in_words() {
    let mut driver = tutorial();
    driver.press("2/cloud-build<enter>");
    let screen = driver.screen(80, 24);
    assert!(screen.contains("Own government cloud. Costs 15 million EUR; Defence 30-70 %"), "{screen}");
    driver.press("g");
    assert!(driver.screen(80, 24).contains("(locked in: Parliament asked for it)"));
}

#[test]
fn where_not_all_bars_fit_the_ministry_under_the_cursor_comes_first() {
    let mut driver = Driver::on("netherlands", Solve::Never);
    driver.press("W4");
    let lines = |driver: &mut Driver| {
        let screen = driver.screen(80, 24);
        screen.lines().filter(|line| line.contains(" spent, ")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(lines(&mut driver)[0].starts_with("Ministry of Defence"));
    driver.press("j");
    assert!(lines(&mut driver)[0].starts_with("Ministry of Economic Affairs"));
}

#[test]
fn the_story_of_a_portfolio_has_five_lines_at_every_size() {
    let mut driver = tutorial();
    for (width, height) in [(80, 24), (120, 40), (160, 45)] {
        let screen = driver.screen(width, height);
        for begin in ["of 10 candidates, ", "Points by domain: ", "Targets: ", "Rungs: ", "Largest: "] {
            assert!(screen.contains(begin), "{begin}: {screen}");
        }
    }
}
