//! `new DIR` and `import FILE`

use insta::assert_snapshot;

use super::support::Place;

#[test]
fn a_new_case_is_read_without_errors() {
    let place = Place::new();
    assert_snapshot!(place.transcript(&["new", "mine"]));
    let found = place.json(&["check", "mine"], 0);
    assert_eq!(found["errors"], 0, "{found:#}");
}

#[test]
fn a_new_case_never_overwrites_one() {
    let place = Place::new();
    let before = place.read("small/case.toml");
    assert_snapshot!(place.transcript(&["new", "small"]));
    assert_eq!(place.read("small/case.toml"), before);
}

#[test]
fn a_table_becomes_a_case() {
    let place = Place::new();
    place.write("list.csv", "candidate,cost,gain\nfirst,5,8\nsecond,7,11\nthird,4,6\nfourth,3,4\n");
    assert_snapshot!(place.transcript(&["import", "list.csv", "--budget", "14"]));
    let found = place.json(&["optimise", "list"], 0);
    assert_eq!(found["objective"], "21");
}

#[test]
fn a_table_that_is_none_is_refused() {
    let place = Place::new();
    place.write("list.csv", "what,ever\n1,2\n");
    assert_snapshot!("import_wrong", place.transcript(&["import", "list.csv"]));
    assert_snapshot!("import_missing", place.transcript(&["import", "nothing.csv"]));
}
