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
fn a_table_in_another_dialect_or_without_anything_in_it_makes_no_case() {
    let place = Place::new();
    for (text, said) in [
        (
            "Naam;Domein;Kosten;Opbrengst\n\"Kabel \"\"Noord\"\"\";kabels;12,5;3,2\n",
            "The cells of list.csv are separated by semicolons. Separate them with commas and write decimal points: Naam,Domein,Kosten,Opbrengst.",
        ),
        ("Naam\tKosten\nKabel\t12\n", "The cells of list.csv are separated by tabs."),
        ("Naam,Kosten\rKabel,12\r", "The lines of list.csv end in a way"),
        ("", "The file list.csv is empty."),
        ("Naam,Kosten\n", "The file list.csv has no row below its header"),
    ] {
        place.write("list.csv", text);
        let refused = place.said(&["import", "list.csv"], 1);
        assert!(refused.contains(said), "{text:?}: {refused}");
        assert!(!place.path("list").exists(), "{text:?}");
    }
}

#[test]
fn a_case_with_errors_that_was_made_of_a_table_says_so() {
    let place = Place::new();
    place.write("my list.csv", "Naam,Kosten\nKabel,\"12,5\"\n");
    let said = place.said(&["import", "my list.csv"], 0);
    assert!(said.contains("The case has 1 candidate in 1 domain."), "{said}");
    assert!(said.contains("Made my list. Edit it with: beslismacht 'my list'\n"), "{said}");
    assert!(said.contains("it has an error to fix first: beslismacht check 'my list'\n"), "{said}");
    let said = place.said(&["new", "Anna's case"], 0);
    assert!(said.ends_with("beslismacht 'Anna'\\''s case'\n"), "{said}");
}

#[test]
fn a_table_that_is_none_is_refused() {
    let place = Place::new();
    place.write("list.csv", "what,ever\n1,2\n");
    assert_snapshot!("import_wrong", place.transcript(&["import", "list.csv"]));
    assert_snapshot!("import_missing", place.transcript(&["import", "nothing.csv"]));
}
