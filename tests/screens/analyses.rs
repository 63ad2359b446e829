//! The analyses: what keys do, what comes back from the background, and how it looks.

use beslismacht::analyse::{AnalysisProgress, QueryStats};
use beslismacht::optimise::{Progress, ProofStatus};
use beslismacht::session::analyses::{AnalysisNews, Answered};
use beslismacht::tui::Event;

use crate::screens::driver::{Driver, Solve, work_at_once};

macro_rules! looks {
    ($name:expr, $driver:expr) => {
        let driver: &mut Driver = &mut $driver;
        insta::assert_snapshot!(format!("{}_80x24", $name), driver.screen(80, 24));
        insta::assert_snapshot!(format!("{}_160x45", $name), driver.screen(160, 45));
    };
}

/// The analyses in the order of the list.
const NAMES: [&str; 13] = [
    "budget",
    "pareto",
    "changes",
    "alternatives",
    "importance",
    "robust",
    "stress",
    "cooperate",
    "pillars",
    "takeover",
    "fortify",
    "events",
    "explain",
];

fn tutorial() -> Driver {
    Driver::on("tutorial", Solve::AtOnce)
}

/// Opens the view of an analysis from the list.
fn open(driver: &mut Driver, name: &str) {
    let at = NAMES.iter().position(|other| *other == name).unwrap();
    driver.press(&format!("xg{}<enter>", "j".repeat(at)));
}

/// Runs an analysis of the tutorial with few random worlds.
fn finished(name: &str) -> Driver {
    let mut driver = tutorial();
    open(&mut driver, name);
    match name {
        "robust" => driver.press("ejj<enter>3<enter><esc>r"),
        "explain" => driver.press("2/datacentre<enter>w"),
        _ => driver.press("r"),
    };
    driver
}

#[test]
fn the_list() {
    let mut driver = tutorial();
    driver.press("x");
    looks!("analyses", driver);
    open(&mut driver, "alternatives");
    driver.press("r<esc>");
    assert!(driver.screen(120, 40).contains("finished, proven"), "{}", driver.screen(120, 40));
}

#[test]
fn an_analysis_that_was_not_run_says_what_it_is_for() {
    for name in ["robust", "explain"] {
        let mut driver = tutorial();
        open(&mut driver, name);
        looks!(format!("empty_{name}"), driver);
    }
}

#[test]
fn every_analysis_when_it_is_finished() {
    for name in NAMES {
        let mut driver = finished(name);
        driver.press("j");
        looks!(format!("analysis_{name}"), driver);
    }
}

#[test]
fn the_other_tables_of_an_analysis() {
    let mut driver = finished("robust");
    driver.press("]");
    looks!("analysis_robust_worlds", driver);
    driver.press("[[");
    looks!("analysis_robust_presence", driver);
    let mut driver = finished("importance");
    driver.press("]]j");
    looks!("analysis_importance_funding", driver);
    let mut driver = finished("alternatives");
    driver.press("]]");
    looks!("analysis_alternatives_domains", driver);
}

#[test]
fn chart_and_table_by_turns() {
    let mut driver = finished("budget");
    driver.press("t");
    let chart = driver.screen(80, 24);
    driver.press("t");
    let table = driver.screen(80, 24);
    assert!(chart.contains("main knee") && !chart.contains("1 of "), "{chart}");
    assert!(!table.contains("total budget, ") && table.contains("1 of "), "{table}");
    driver.press("<f4>t");
    let ascii = driver.screen(120, 40);
    assert!(ascii.is_ascii(), "{ascii}");
}

#[test]
fn pictures_need_no_colour_and_only_ascii() {
    for name in NAMES {
        let mut driver = finished(name);
        driver.press("<f4>");
        for _ in 0..4 {
            let screen = driver.press("]").screen(140, 45);
            let other: Vec<char> = screen.chars().filter(|c| !c.is_ascii()).collect();
            assert_eq!(other, Vec::<char>::new(), "{name}\n{screen}");
        }
    }
}

#[test]
fn a_frontier_that_runs_shows_every_answer_on_its_chart() {
    let mut driver = tutorial();
    driver.solve = Solve::Never;
    open(&mut driver, "budget");
    driver.press("r");
    let job = driver.analysis.as_ref().unwrap().job;
    for (total, objective) in [(90, 62), (73, 59), (40, 22)] {
        let at = Some((total.into(), objective.into()));
        let doing = format!("total budget {total}");
        let answered = Answered { doing, known: ProofStatus::Proven, objective: Some(objective.into()), at };
        driver.send(Event::Analysis(job, AnalysisNews::Answered(answered)));
    }
    looks!("analysis_running_chart", driver);
}

fn running() -> Driver {
    let mut driver = tutorial();
    driver.solve = Solve::Never;
    open(&mut driver, "alternatives");
    driver.press("r");
    driver
}

fn progress(done: usize) -> AnalysisNews {
    let search =
        Progress { best: Some("58.5".parse().unwrap()), bound: Some("60".parse().unwrap()), ..Progress::default() };
    let stats = QueryStats { searched: done, implied: 1, given_up: 0 };
    AnalysisNews::Progress(
        AnalysisProgress { done, total: 23, stats, doing: "alternative 4".into(), search: Some(search) },
        3.25,
    )
}

#[test]
fn while_an_analysis_runs() {
    let mut driver = running();
    let job = driver.analysis.as_ref().unwrap().job;
    driver.send(Event::Analysis(job, progress(3)));
    for (doing, known, objective) in
        [("alternative 1", ProofStatus::Proven, Some("59")), ("least power of cyber", ProofStatus::Impossible, None)]
    {
        let objective = objective.map(|text| text.parse().unwrap());
        let answered = Answered { doing: doing.into(), known, objective, at: None };
        driver.send(Event::Analysis(job, AnalysisNews::Answered(answered)));
    }
    looks!("analysis_running", driver);
    let AnalysisNews::End(Ok(found), ..) = work_at_once(driver.analysis.as_ref().unwrap()) else {
        panic!("no finding")
    };
    driver.send(Event::Analysis(job, AnalysisNews::Part(found.clone())));
    looks!("analysis_running_with_a_part", driver);
    // Work goes on meanwhile: an edit neither stops it nor waits for it.
    driver.press("4l<enter>9<enter>");
    assert!(driver.app.is_analysing());
    driver.send(Event::Analysis(job, AnalysisNews::End(Ok(found), QueryStats::default(), 4.0)));
    assert!(!driver.app.is_analysing());
    open(&mut driver, "alternatives");
    looks!("analysis_stale", driver);
    driver.press("4u");
    open(&mut driver, "alternatives");
    assert!(driver.screen(120, 40).contains("finished, proven"), "undone, it is about the case again");
}

#[test]
fn stopping_keeps_what_is_finished() {
    let mut driver = running();
    let job = driver.analysis.as_ref().unwrap().job;
    let AnalysisNews::End(Ok(found), ..) = work_at_once(driver.analysis.as_ref().unwrap()) else {
        panic!("no finding")
    };
    driver.send(Event::Analysis(job, AnalysisNews::Part(found.clone())));
    driver.press("o").press("<ctrl-c>");
    assert_eq!(driver.asked.last().unwrap(), "CancelAnalysis", "on its screen the analysis is stopped first");
    driver.send(Event::Analysis(job, AnalysisNews::End(Ok(found), QueryStats::default(), 4.0)));
    assert!(driver.screen(120, 40).contains("stopped, part kept"));
    driver.press("1<ctrl-c>");
    assert_eq!(driver.asked.last().unwrap(), "CancelJob");
}

#[test]
fn an_analysis_that_is_run_again_wins_over_its_last_run_and_late_news_of_that_is_left_out() {
    let mut driver = running();
    let first = driver.analysis.as_ref().unwrap().job;
    let late = work_at_once(driver.analysis.as_ref().unwrap());
    driver.press("r");
    let second = driver.analysis.as_ref().unwrap().job;
    assert!(second > first);
    driver.send(Event::Analysis(first, late));
    assert!(driver.app.is_analysing(), "the end of the first is not that of the second");
}

#[test]
fn an_analysis_waits_for_the_one_that_runs() {
    let mut driver = running();
    let first = driver.analysis.as_ref().unwrap().job;
    let end = work_at_once(driver.analysis.as_ref().unwrap());
    driver.press("<esc>jr");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Importance begins when Alternatives has ended"), "{screen}");
    assert_eq!(driver.analysis.as_ref().unwrap().job, first, "nothing new is asked");
    driver.press("<esc>");
    let screen = driver.screen(120, 40);
    assert!(screen.lines().any(|line| line.contains("Importance") && line.contains("waiting")), "{screen}");
    driver.send(Event::Analysis(first, end));
    let second = driver.analysis.as_ref().unwrap().job;
    assert!(second > first && driver.app.is_analysing());
    let screen = driver.screen(120, 40);
    assert!(screen.lines().any(|line| line.contains("Alternatives") && line.contains("finished")), "{screen}");
    assert!(screen.lines().any(|line| line.contains("Importance") && line.contains("running")), "{screen}");
    // Stopping stops those that wait as well.
    driver.press("jr<ctrl-x>");
    driver.send(Event::Analysis(second, AnalysisNews::End(Err("Stopped.".into()), QueryStats::default(), 1.0)));
    assert!(!driver.app.is_analysing());
}

#[test]
fn a_failure_is_told_in_words() {
    let mut driver = running();
    let job = driver.analysis.as_ref().unwrap().job;
    let failed = AnalysisNews::End(Err("The solver failed three times.".into()), QueryStats::default(), 1.0);
    driver.send(Event::Analysis(job, failed));
    let screen = driver.screen(80, 24);
    assert!(screen.contains("failed") && screen.contains("The solver failed three times."), "{screen}");
}

#[test]
fn where_no_portfolio_is_possible() {
    let mut driver = tutorial();
    driver.press("4jl<enter>0<enter>");
    open(&mut driver, "alternatives");
    looks!("analysis_impossible", driver);
    driver.press("r");
    assert!(driver.screen(120, 40).contains("No portfolio is possible"), "{}", driver.screen(120, 40));
    open(&mut driver, "explain");
    driver.press("r");
    looks!("analysis_conflict", driver);
}

#[test]
fn a_way_out_is_made_in_the_case_as_one_step() {
    let mut driver = tutorial();
    driver.press("4jl<enter>0<enter>");
    let before = driver.files();
    // The screens say where the ways out are.
    assert!(driver.screen(160, 45).contains("no portfolio is possible: press 5"));
    driver.press("5");
    assert!(driver.screen(160, 45).contains("w shows all; Add "), "{}", driver.screen(160, 45));
    driver.press("w");
    let screen = driver.screen(160, 45);
    assert!(screen.contains("What would make it possible, in order of price"), "{screen}");
    driver.press("a");
    assert!(driver.screen(160, 45).contains("; u takes it back."), "{}", driver.screen(160, 45));
    assert!(driver.screen(160, 45).contains("proven"), "a portfolio is possible again");
    assert_ne!(driver.files(), before);
    driver.press("a");
    assert!(driver.screen(160, 45).contains("predate"), "{}", driver.screen(160, 45));
    driver.press("u");
    assert_eq!(driver.files(), before);
}

#[test]
fn a_case_with_errors_is_not_analysed() {
    let mut book = tutorial().app.workbook().unwrap().clone();
    let text = book.file("budgets.csv").unwrap().replace("defence,", "nobody,");
    book.put_file("budgets.csv", &text);
    let mut driver = Driver::with("broken", book, Solve::Never);
    open(&mut driver, "budget");
    driver.press("r");
    assert!(!driver.app.is_analysing());
    let screen = driver.screen(80, 24);
    assert!(
        screen.contains("The case has 1 error") || screen.contains("errors and cannot be analysed; key 8"),
        "{screen}"
    );
}

#[test]
fn a_scenario_ages_only_what_asks_scenarios() {
    for (name, ages) in [("alternatives", false), ("stress", true)] {
        let mut driver = finished(name);
        driver.press("zD");
        open(&mut driver, name);
        let screen = driver.screen(120, 40);
        assert_eq!(screen.contains("finished, proven"), !ages, "{screen}");
        driver.press("u");
        open(&mut driver, name);
        assert!(driver.screen(120, 40).contains("finished, proven"));
    }
}

#[test]
fn a_portfolio_of_a_row_becomes_the_own_one_and_undo_brings_the_old_one_back() {
    let mut driver = finished("alternatives");
    driver.press("jT");
    assert!(driver.screen(120, 40).contains("Alternative 1 taken as own"), "{}", driver.screen(120, 40));
    assert!(driver.screen(120, 40).contains("finished"), "the own portfolio does not make alternatives stale");
    driver.press("u");
    assert!(driver.screen(120, 40).contains("Undone: Alternative 1 taken as own"));
    driver.press("<enter>");
    assert!(driver.screen(120, 40).contains(" points for "), "its picks are shown");
}

#[test]
fn one_key_explains_a_candidate() {
    let mut driver = tutorial();
    driver.press("2j");
    driver.press("w");
    assert_eq!(driver.app.screen_name(), "Explain");
    assert!(
        driver.screen(120, 40).contains("candidate Two more percent of the cloud host"),
        "{}",
        driver.screen(120, 40)
    );
    driver.press("<enter>");
    assert_eq!(driver.app.screen_name(), "Candidates", "its row leads back to the candidate");
    driver.press("5w");
    assert_eq!(driver.app.screen_name(), "Explain");
    // What is known already is not asked again.
    driver.solve = Solve::Never;
    driver.press("5w");
    assert!(!driver.app.is_analysing());
}

#[test]
fn a_row_that_names_many_candidates_asks_which_one_to_explain() {
    let mut driver = finished("alternatives");
    driver.press("jw");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("Explain which candidate?") || driver.app.screen_name() == "Explain", "{screen}");
    driver.press("<enter>");
    assert_eq!(driver.app.screen_name(), "Explain");
}

#[test]
fn options_are_checked_while_they_are_typed_and_kept() {
    let mut driver = tutorial();
    open(&mut driver, "budget");
    driver.press("ejj");
    looks!("options", driver);
    driver.press("<enter>many");
    assert!(driver.screen(120, 40).contains("A whole number from 2 to 20000."));
    driver.press("<enter><esc>");
    driver.press("<enter>11<enter>r");
    let screen = driver.screen(120, 40);
    assert!(screen.contains("tested budgets 11") && screen.contains("finished"), "{screen}");
    let mut driver = tutorial();
    open(&mut driver, "pareto");
    driver.press("e<enter>own:nobody");
    assert!(driver.screen(160, 45).contains("no ministry `own:nobody`"), "{}", driver.screen(160, 45));
}

#[test]
fn what_was_found_is_exported_in_the_format_of_the_ending() {
    let mut driver = finished("importance");
    driver.press("Y");
    let copied = driver.copied.last().unwrap();
    assert!(copied.starts_with("Own sea cable\tyes\t21\t"), "a copied row has no bars: {copied}");
    driver.press("E");
    assert!(driver.screen(120, 40).contains("tutorial-importance.md"));
    driver.press("<enter>");
    assert_eq!(driver.asked.last().unwrap(), "Export");
}

#[test]
fn escape_leads_from_a_view_to_the_list_and_the_palette_to_every_view() {
    let mut driver = finished("stress");
    driver.press("fno-such-row<enter><esc>");
    assert_eq!(driver.app.screen_name(), "Stress", "first the filter goes");
    driver.press("<esc>");
    assert_eq!(driver.app.screen_name(), "Analyses");
    for (name, screen) in [("cooperate", "Cooperate"), ("robust", "Robust"), ("importance", "Importance")] {
        driver.press(&format!(":{name}<enter>"));
        assert_eq!(driver.app.screen_name(), screen);
    }
    driver.press("<tab>");
    assert_eq!(driver.app.screen_name(), "Scenarios", "the tab after the analyses");
}

#[test]
fn views_at_every_size() {
    for name in NAMES {
        let mut driver = finished(name);
        for shape in 0..3 {
            for _ in 0..6 {
                driver.press("]j");
                for (width, height) in [(0, 0), (60, 16), (80, 24), (200, 60)] {
                    driver.screen(width, height);
                }
            }
            for (width, height) in crate::screens::sizes::some(shape, 6) {
                driver.buffer(width, height);
            }
            driver.press(if shape < 2 { "t" } else { "" });
        }
    }
}

#[test]
fn random_keys_in_every_view() {
    use rand::prelude::*;
    const KEYS: &[&str] = &[
        "j", "k", "h", "l", "g", "G", "s", "/", "f", "F", "H", "v", "y", "Y", "]", "[", "t", "i", "T", "w", "E", "e",
        "r", "u", "<enter>", "<esc>", "<tab>", "<ctrl-x>", "<ctrl-c>", "<f4>", "?", ":", "x", "2", "5", "<space>",
    ];
    let mut random = rand::rngs::ChaCha8Rng::seed_from_u64(45);
    for name in NAMES {
        let mut driver = finished(name);
        driver.solve = Solve::Never;
        for _ in 0..150 {
            driver.press(KEYS.choose(&mut random).unwrap());
            let (width, height) = (random.random_range(0..=170), random.random_range(0..=50));
            driver.screen(width.max(60), height);
        }
    }
}

#[test]
fn another_case_stops_the_analysis_of_this_one() {
    let mut driver = running();
    let book = driver.app.workbook().unwrap().clone();
    driver.open("other", book);
    assert!(driver.asked.contains(&"CancelAnalysis".to_owned()), "{:?}", driver.asked);
    assert!(!driver.app.is_analysing());
}
