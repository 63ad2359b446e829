//! `check CASE`

use insta::assert_snapshot;

use super::support::Place;

/// The small case with mistakes in three files.
fn spoilt() -> Place {
    let place = Place::new();
    place.replace("small/effects.csv", "suite,mail,30,", "suit,mail,30,");
    place.replace("small/budgets.csv", "economy,2028,30", "economy,2028,3O");
    place.replace("small/candidates.csv", "agreed with the Council of State", "");
    place
}

#[test]
fn a_good_case_has_no_findings() {
    assert_snapshot!(Place::new().transcript(&["check", "small"]));
}

#[test]
fn all_findings_come_in_one_run_and_an_error_ends_with_1() {
    assert_snapshot!(spoilt().transcript(&["check", "small"]));
}

#[test]
fn findings_in_every_format() {
    let place = spoilt();
    assert_snapshot!("findings_csv", place.transcript(&["check", "small", "--format", "csv"]));
    assert_snapshot!("findings_json", place.transcript(&["check", "small", "--format", "json"]));
    assert_snapshot!("findings_md", place.transcript(&["check", "small", "--format", "md"]));
}

#[test]
fn a_warning_does_not_stop_anybody() {
    let place = Place::new();
    place.replace("small/candidates.csv", "agreed with the Council of State", "");
    place.output(&["check", "small"], 0);
    let output = place.run(&["optimise", "small", "--format", "csv"]);
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(String::from_utf8(output.stderr).unwrap(), @"warning: 1 warning; beslismacht check small shows what.");
}

/// The codes and files of what is found.
fn found(place: &Place, arguments: &[&str]) -> Vec<(String, String)> {
    let report = place.json(&[&["check"], arguments].concat(), 1);
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    report["findings"].as_array().unwrap().iter().map(|one| (text(&one["code"]), text(&one["file"]))).collect()
}

fn pair(code: &str, file: &str) -> (String, String) {
    (code.to_owned(), file.to_owned())
}

#[test]
fn files_that_cannot_be_read_are_findings_beside_all_others() {
    let place = Place::new();
    place.replace("small/candidates.csv", "agreed with the Council of State", "");
    for file in ["effects.csv", "budgets.csv"] {
        std::fs::remove_file(place.path(&format!("small/{file}"))).unwrap();
        std::fs::create_dir(place.path(&format!("small/{file}"))).unwrap();
    }
    let expected = [
        pair("lock-without-reason", "candidates.csv"),
        pair("unreadable-file", "effects.csv"),
        pair("unreadable-file", "budgets.csv"),
    ];
    assert_eq!(found(&place, &["small"]), expected);
    let refused = place.said(&["optimise", "small"], 1);
    assert!(refused.contains("\n  effects.csv: There is a folder where the file effects.csv should be."), "{refused}");
    assert!(!refused.contains(":0"), "a file as a whole has no line: {refused}");
}

/// Whoever may read everything, such as root, finds nothing wrong with such a file.
#[cfg(unix)]
#[test]
fn a_file_without_the_right_to_read_it_is_a_finding() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let path = place.path("small/effects.csv");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&path).is_err() {
        assert_eq!(found(&place, &["small"]), [pair("unreadable-file", "effects.csv")]);
    }
}

#[test]
fn a_missing_case_toml_is_a_finding_in_every_format() {
    let place = Place::new();
    std::fs::remove_file(place.path("small/case.toml")).unwrap();
    assert_eq!(found(&place, &["small"]), [pair("missing-file", "case.toml")]);
    for format in ["table", "csv", "md"] {
        let text = place.output(&["check", "small", "--format", format], 1);
        assert!(text.contains("The file case.toml is missing."), "{format}: {text}");
    }
}

#[test]
fn one_table_without_cost_or_gain_is_refused_with_the_name_that_was_meant() {
    let place = Place::new();
    for (text, code, said) in [
        (
            "candidate,kosten,gain\na,5,3\n",
            "missing-column",
            "q.csv:1: The table has no column cost. Rename the column kosten to cost.",
        ),
        (
            "candidate,cost\na,5\n",
            "missing-column",
            "q.csv:1: The table has no column gain. Add the column gain to the header.",
        ),
        (
            "candidate,cost,gian\na,5,3\n",
            "missing-column",
            "q.csv:1: The table has no column gain. Rename the column gian to gain.",
        ),
        ("candidate,cost,gain\na,,3\n", "missing-cell", "q.csv:2: The cell cost is empty."),
        ("", "missing-file", "q.csv: The file q.csv is empty."),
        ("candidate,cost,gain\n", "missing-file", "q.csv: The file q.csv has no row below its header"),
        (
            "Naam;Kosten;Baten\na;5,5;3\n",
            "missing-column",
            "q.csv:1: The table has no column cost. Rename the column Kosten to cost.",
        ),
        (
            "a title line;;\n;;\ncandidate;cost;gain\na;5;3\n",
            "header-below",
            "q.csv:3: The header seems to be on line 3. Delete what stands above line 3.",
        ),
    ] {
        place.write("q.csv", text);
        let refused = place.said(&["optimise", "q.csv", "--budget", "10"], 1);
        assert!(refused.contains(said), "{text:?}: {refused}");
        let found = found(&place, &["q.csv", "--budget", "10"]);
        assert!(found.contains(&pair(code, "q.csv")), "{text:?}: {found:?}");
        assert!(found.iter().all(|(_, file)| file == "q.csv"), "{text:?}: {found:?}");
    }
    place.write("q.csv", "candidate,cost_1,points\na,5,3\n");
    place.output(&["optimise", "q.csv", "--budget", "10"], 0);
}

#[test]
fn the_dutch_case_and_the_examples_can_be_computed() {
    let looked_back = ["backtest-state-crypto", "backtest-quantum-merger", "backtest-bank-it", "backtest-digid-host"];
    for case in ["netherlands", "tutorial", "lorie-savage", "seal", "dictu"].into_iter().chain(looked_back) {
        let folder = super::support::root().join("portfolios").join(case);
        let place = Place::new();
        let found = place.json(&["check", folder.to_str().unwrap()], 0);
        assert_eq!(found["errors"], 0, "{case}: {found:#}");
    }
}
