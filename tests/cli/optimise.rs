//! `optimise CASE`

use insta::assert_snapshot;
use serde_json::Value;

use super::support::{Place, steady};

#[test]
fn the_best_portfolio_in_every_format() {
    let place = Place::new();
    for format in ["table", "csv", "json", "md"] {
        assert_snapshot!(format!("best_{format}"), place.transcript(&["optimise", "small", "--format", format]));
    }
}

/// The keys of an object, sorted.
fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

fn sorted(text: &'static str) -> Vec<&'static str> {
    let mut keys: Vec<_> = text.split_whitespace().collect();
    keys.sort_unstable();
    keys
}

#[test]
fn the_object_has_exactly_these_keys() {
    let mut found = Place::new().json(&["optimise", "small"], 0);
    // Prices are there only where the solver knows them.
    if let Some(prices) = found.as_object_mut().unwrap().remove("prices") {
        assert_eq!(keys(&prices[0]), ["ministry", "price", "year"]);
        assert_eq!(found.as_object_mut().unwrap().remove("prices_of").unwrap(), "relaxation");
    }
    let head = "case status objective bound gap gain points index_before index_after cost solver portfolio spending \
                services domains ministries years";
    assert_eq!(keys(&found), sorted(head));
    assert_eq!(keys(&found["case"]), sorted("title path inputs"));
    assert_eq!(keys(&found["case"]["inputs"][0]), sorted("file sha256"));
    assert_eq!(keys(&found["solver"]), sorted("name version seconds nodes options"));
    let pick = "candidate name domain instrument start in_force shares cost sentence";
    assert_eq!(keys(&found["portfolio"][0]), sorted(pick));
    assert_eq!(keys(&found["portfolio"][0]["shares"]), ["defence", "economy"]);
    assert_eq!(keys(&found["spending"][0]), sorted("ministry year budget carried_in spent carried_out lapsed"));
    let service = "service domain control_before control_after rung_before rung_after power_before power_after";
    assert_eq!(keys(&found["services"][0]), sorted(service));
    assert_eq!(keys(&found["domains"][0]), sorted("domain weight power_before power_after target at_target"));
    assert_eq!(keys(&found["ministries"][0]), sorted("ministry spent gain_by_own_weights"));
    assert_eq!(keys(&found["years"][0]), sorted("year index_before index_after"));
}

/// Every string that is a decimal has at most 12 places, and every figure is such a string.
#[test]
fn figures_are_strings_with_at_most_twelve_places() {
    let found = Place::new().json(&["optimise", "small"], 0);
    for key in ["objective", "bound", "gap", "gain", "points", "index_before", "index_after", "cost"] {
        let text = found[key].as_str().unwrap_or_else(|| panic!("{key} is no string"));
        text.parse::<rust_decimal::Decimal>().unwrap();
        assert!(text.split_once('.').is_none_or(|(_, places)| places.len() <= 12), "{key}: {text}");
    }
    assert!(found["portfolio"][0]["shares"]["defence"].is_u64());
    assert!(found["portfolio"][0]["start"].is_u64());
    assert!(found["solver"]["seconds"].is_number());
    // The index of the small case is a third of something: the longest text that there is.
    assert_eq!(found["gain"].as_str().unwrap().len(), "35.416666666667".len());
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let place = Place::new();
    for format in ["table", "csv", "json", "md"] {
        let arguments = ["optimise", "small", "--format", format];
        let without_time =
            |text: String| text.lines().filter(|line| !line.contains("seconds")).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(without_time(place.output(&arguments, 0)), without_time(place.output(&arguments, 0)), "{format}");
    }
}

#[test]
fn the_format_follows_the_ending_of_the_file() {
    let place = Place::new();
    for (file, format) in [("a.csv", "csv"), ("a.json", "json"), ("a.md", "md"), ("a.txt", "table"), ("a", "table")] {
        assert_eq!(place.output(&["optimise", "small", "--out", file], 0), "", "{file} left standard output alone");
        let expected = place.output(&["optimise", "small", "--format", format], 0);
        assert_eq!(steady(&place.read(file)), steady(&expected), "{file}");
    }
    let forced = place.output(&["optimise", "small", "--format", "csv"], 0);
    place.output(&["optimise", "small", "--out", "b.json", "--format", "csv"], 0);
    assert_eq!(place.read("b.json"), forced);
}

#[test]
fn a_file_that_cannot_be_written_fails_before_the_search() {
    let place = Place::new();
    assert_snapshot!("out_no_folder", place.transcript(&["optimise", "small", "--out", "nowhere/a.csv"]));
    assert_snapshot!("out_folder", place.transcript(&["optimise", "small", "--out", "small", "--format", "csv"]));
    assert_snapshot!("out_ending", place.transcript(&["optimise", "small", "--out", "a.pdf"]));
    // Also for a case that could not be read: nothing is left behind.
    place.output(&["optimise", "nothing", "--out", "a.csv"], 1);
    assert!(!place.path("a.csv").exists());
}

#[test]
fn an_answer_replaces_the_file_and_a_failure_does_not() {
    let place = Place::new();
    place.write("a.csv", "my own notes");
    place.output(&["optimise", "nothing", "--out", "a.csv"], 1);
    assert_eq!(place.read("a.csv"), "my own notes");
    place.output(&["optimise", "small", "--out", "a.csv"], 0);
    assert!(place.read("a.csv").starts_with("candidate,start,share_defence,share_economy\n"));
    let left: Vec<_> = std::fs::read_dir(place.path(".")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing temporary is left: {left:?}");
}

/// What a file is, who may read it, and what it is linked to stay as they were.
#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    place.write("real.csv", "old");
    std::fs::set_permissions(place.path("real.csv"), std::fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("real.csv", place.path("link.csv")).unwrap();
    place.output(&["optimise", "small", "--out", "link.csv"], 0);
    assert!(place.path("link.csv").is_symlink());
    assert!(place.read("real.csv").starts_with("candidate,"));
    assert_eq!(std::fs::metadata(place.path("real.csv")).unwrap().permissions().mode() & 0o777, 0o640);
    let expected = place.output(&["optimise", "small", "--format", "csv"], 0);
    assert_eq!(place.output(&["optimise", "small", "--out", "-", "--format", "csv"], 0), expected);
    assert_eq!(place.output(&["optimise", "small", "--out", "/dev/stdout", "--format", "csv"], 0), expected);
    place.output(&["optimise", "small", "--out", "/dev/null"], 0);
}

#[test]
fn no_portfolio_is_possible() {
    let place = Place::new();
    place.replace("small/candidates.csv", "2027,2028,2,1,0.3,,", "2027,2028,2,1,0.3,locked_in,a promise");
    place.replace("small/budgets.csv", "defence,2028,30", "defence,2028,2");
    place.replace("small/budgets.csv", "defence,2027,30", "defence,2027,3");
    for format in ["table", "json", "md"] {
        assert_snapshot!(format!("impossible_{format}"), place.transcript(&["optimise", "small", "--format", format]));
    }
    place.output(&["optimise", "small", "--require-optimal"], 3);
    // The bare portfolio would be a header, which reads back as nothing chosen: it is not written.
    assert_eq!(place.output(&["optimise", "small", "--format", "csv"], 3), "");
    let why = place.said(&["optimise", "small", "--format", "csv"], 3);
    assert!(why.starts_with("No portfolio is possible"), "{why}");
    let told = |why: &str| why.contains("These rules cannot hold together") && why.contains("Cheapest fix");
    assert!(told(&why), "{why}");
    let why = place.said(&["optimise", "small", "--out", "best.csv"], 3);
    assert!(told(&why) && why.ends_with("best.csv was not written.\n"), "{why}");
    assert!(!place.path("best.csv").exists());
    place.write("best.csv", "last year's\n");
    let why = place.said(&["optimise", "small", "--out", "best.csv"], 3);
    assert!(told(&why) && why.ends_with("best.csv was left unchanged.\n"), "{why}");
    assert_eq!(place.read("best.csv"), "last year's\n");
    let why = place.said(&["optimise", "small", "--out", "best.json"], 3);
    assert_eq!(why, "No portfolio is possible: no choice keeps all rules of the case.\n");
    assert!(place.read("best.json").contains("\"conflict\""));
}

#[test]
fn a_limit_is_an_answer_that_says_so() {
    let place = Place::new();
    let case = super::support::root().join("portfolios/netherlands");
    let arguments = ["optimise", case.to_str().unwrap(), "--gap", "5"];
    let found = place.json(&arguments, 0);
    assert_eq!(found["status"], "feasible", "{found:#}");
    assert!(found["gap"].as_str().unwrap().parse::<rust_decimal::Decimal>().unwrap() > rust_decimal::Decimal::ZERO);
    let with_proof: Vec<_> = arguments.iter().copied().chain(["--require-optimal"]).collect();
    assert_eq!(place.json(&with_proof, 4)["status"], "feasible");
    let table = place.output(&arguments, 0);
    assert!(table.contains("stopped at the requested gap"), "{table}");
    assert!(!table.contains("(proven)"), "{table}");
}

#[test]
fn a_memory_limit_is_a_whole_number_of_megabytes() {
    let place = Place::new();
    assert_eq!(place.json(&["optimise", "small", "--memory-limit", "1"], 0)["status"], "optimal");
    for wrong in ["0", "-5", "1.5", "2GB", "99999999999999999999"] {
        let said = place.said(&["optimise", "small", "--memory-limit", wrong], 2);
        assert!(said.contains("a whole number of megabytes, such as 2000"), "{wrong}: {said}");
    }
}

#[test]
fn without_any_portfolio_in_time_the_work_has_failed() {
    let place = Place::new();
    let arguments = ["optimise", "small", "--solver", "microlp", "--time-limit", "0"];
    assert_eq!(place.json(&arguments, 1)["status"], "unknown");
    let with_proof: Vec<_> = arguments.iter().copied().chain(["--require-optimal"]).collect();
    assert_eq!(place.json(&with_proof, 1)["status"], "unknown", "4 is for a portfolio that is shown");
    let bare = [&arguments[..], &["--format", "csv"]].concat();
    assert_eq!(place.output(&bare, 1), "");
    assert!(place.said(&bare, 1).starts_with("No portfolio was found."));
}

#[test]
fn the_small_case_is_proven() {
    let found = Place::new().json(&["optimise", "small", "--require-optimal"], 0);
    assert_eq!(found["status"], "optimal");
}

#[test]
fn a_case_with_errors_is_refused() {
    let place = Place::new();
    place.replace("small/effects.csv", "suite,mail,30,", "suit,mail,30,");
    assert_snapshot!(place.transcript(&["optimise", "small"]));
}

#[test]
fn all_budgets_are_scaled_to_a_total() {
    let place = Place::new();
    // 150 in all; to 75 each budget is halved.
    let found = place.json(&["optimise", "small", "--budget", "75"], 0);
    let budgets: Vec<_> =
        found["spending"].as_array().unwrap().iter().map(|line| line["budget"].as_str().unwrap()).collect();
    assert_eq!(budgets, ["15", "15", "10", "15", "15", "5"]);
    let table = place.output(&["optimise", "small", "--budget", "75"], 0);
    assert!(table.contains("for this run only: all budgets scaled to a total of 75"), "{table}");
}

#[test]
fn a_cell_is_changed_for_one_run() {
    let place = Place::new();
    let before = place.read("small/budgets.csv");
    let found = place
        .json(&["optimise", "small", "--set", "budgets.amount[defence:2029]=12.5", "--set", "objective.risk=full"], 0);
    assert_eq!(found["spending"][2]["budget"], "12.5");
    let control = found["services"].as_array().unwrap().iter().find(|line| line["service"] == "mail").unwrap();
    assert_eq!(control["control_after"], "38", "8 and the whole 30, without the success of 0.7");
    assert_eq!(
        found["solver"]["options"]["changed_for_this_run"],
        "budgets.amount[defence:2029]=12.5; objective.risk=full"
    );
    assert_eq!(place.read("small/budgets.csv"), before);
}

#[test]
fn a_text_may_be_set_with_its_quotes() {
    let place = Place::new();
    place.output(&["optimise", "small", "--set", "ministry.economy.carry_over=\"all\""], 0);
}

#[test]
fn a_change_that_means_nothing_is_refused() {
    let place = Place::new();
    for (name, setting) in [
        ("table", "budget.amount[defence:2029]=12"),
        ("column", "budgets.amounts[defence:2029]=12"),
        ("row", "budgets.amount[defense:2029]=12"),
        ("key", "objective.rsk=full"),
        ("form", "amount"),
        ("value", "budgets.amount[defence:2029]=much"),
        ("plus", "budgets.amount[*:2028]=+5"),
        ("format_version", "format=2"),
    ] {
        assert_snapshot!(format!("set_{name}"), place.transcript(&["optimise", "small", "--set", setting]));
    }
}

#[test]
fn one_table_and_a_budget_are_enough() {
    let place = Place::new();
    place.write(
        "list.csv",
        "candidate,cost,gain,name\nfirst,5,8,First\nsecond,7,11,Second\nthird,4,6,Third\nfourth,3,4,\n",
    );
    assert_snapshot!("quick_table", place.transcript(&["optimise", "list.csv", "--budget", "14"]));
    assert_snapshot!("quick_csv", place.transcript(&["optimise", "list.csv", "--budget", "14", "--format", "csv"]));
    assert_snapshot!("quick_without_budget", place.transcript(&["optimise", "list.csv"]));
}

/// Who adds up what is shown comes to what is shown.
#[test]
fn the_table_of_spending_has_as_many_places_as_its_figures() {
    let place = Place::new();
    place.write("list.csv", "candidate,cost,gain\nfirst,5.0025,8\n");
    for format in ["table", "md"] {
        let text = place.output(&["optimise", "list.csv", "--budget", "14.19", "--format", format], 0);
        assert!(text.contains("14.1900") && text.contains("5.0025"), "{text}");
    }
    assert!(place.output(&["optimise", "small"], 0).contains(" 30.00 "), "two places are enough for whole amounts");
}

#[test]
fn every_solver_finds_the_same() {
    let place = Place::new();
    let best = place.json(&["optimise", "small"], 0)["objective"].clone();
    let listed = place.output(&["solvers"], 0);
    let has = |solver: &str| listed.lines().any(|line| line.starts_with(solver) && !line.contains("not found"));
    let with_highs = ["highs", "highs-natural"].into_iter().filter(|_| has("highs"));
    for solver in ["engine", "microlp"].into_iter().chain(with_highs) {
        assert_eq!(place.json(&["optimise", "small", "--solver", solver], 0)["objective"], best, "{solver}");
    }
}

#[test]
fn wrong_usage_ends_with_2_and_a_hint() {
    let place = Place::new();
    for (name, arguments) in [
        ("option", ["optimise", "small", "--bugdet", "5"].as_slice()),
        ("number", &["optimise", "small", "--gap", "small"]),
        ("negative", &["optimise", "small", "--budget=-5"]),
        ("negative_apart", &["optimise", "small", "--budget", "-1"]),
        ("format", &["optimise", "small", "--format", "pdf"]),
        ("solver", &["optimise", "small", "--solver", "higs"]),
        ("case", &["optimise"]),
    ] {
        assert_snapshot!(format!("usage_{name}"), place.transcript(arguments));
    }
}
