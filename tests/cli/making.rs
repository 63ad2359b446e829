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
fn a_table_without_anything_in_it_makes_no_case() {
    let place = Place::new();
    for (text, said) in [
        ("", "The file list.csv is empty."),
        ("Naam,Kosten\n", "The file list.csv has no row below its header"),
        ("Een titel;\nNaam;Kosten\na;5\n", "The header seems to be on line 2."),
    ] {
        place.write("list.csv", text);
        let refused = place.said(&["import", "list.csv"], 1);
        assert!(refused.contains(said), "{text:?}: {refused}");
        assert!(!place.path("list").exists(), "{text:?}");
    }
}

#[test]
fn a_table_of_a_dutch_spreadsheet_becomes_a_case_without_errors() {
    let place = Place::new();
    let text = "sep=;\r\nNaam;Domein;FY2027;2028/29;Opbrengst\r\n\"Kabel \"\"Noord\"\"\";kabels;€ 1.250,50;(0,5);3,2\r\n\
                Kabel Zuid;kabels;2;1;1\r\nTotaal;;1.252,50;0,5;\r\n";
    place.write("list.csv", text);
    let said = place.said(&["import", "list.csv"], 0);
    assert!(said.contains("list.csv: Read with semicolons between the cells and decimal commas."), "{said}");
    assert!(said.contains("Line 5 is a total (\"Totaal\") and was left out."), "{said}");
    let found = place.read("list/candidates.csv");
    assert!(found.contains("1250.50,-0.5,3.2") && !found.contains("Totaal"), "{found}");
    let place = Place::new();
    place.write("list.csv", "Naam\tKosten\nKabel\t1.250\nAnder\t2.500\n");
    let said = place.said(&["import", "list.csv", "--decimal", "comma"], 0);
    assert!(!said.contains("Nothing in the file tells"), "{said}");
    assert!(place.read("list/candidates.csv").contains(",2500"), "{said}");
}

#[test]
fn a_case_with_errors_that_was_made_of_a_table_says_so() {
    let place = Place::new();
    place.write("my list.csv", "Naam,Kosten\nKabel,twelve\n");
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
