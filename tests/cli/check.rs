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

#[test]
fn the_dutch_case_and_the_examples_can_be_computed() {
    for case in ["netherlands", "tutorial", "lorie-savage"] {
        let folder = super::support::root().join("portfolios").join(case);
        let place = Place::new();
        let found = place.json(&["check", folder.to_str().unwrap()], 0);
        assert_eq!(found["errors"], 0, "{case}: {found:#}");
    }
}
