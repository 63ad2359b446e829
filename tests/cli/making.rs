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
        ("Een titel;\nNaam;Kosten\na;vijf\n", "No row is left: none of them holds an amount"),
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
    let text = "sep=;\r\nNaam;Domein;FY2027;2028/29;Opbrengst\r\n\"Kabel \"\"Noord\"\"\";kabels;€ 1.250,50;0,5;(3,2)\r\n\
                Kabel Zuid;kabels;2;1;1\r\nTotaal;;1.252,50;1,5;\r\n";
    place.write("list.csv", text);
    let said = place.output(&["import", "list.csv"], 0);
    assert!(said.contains("Read with semicolons between the cells."), "{said}");
    assert!(said.contains("Read with decimal commas."), "{said}");
    let found = place.read("list/candidates.csv");
    assert!(found.contains("1250.5,0.5,-3.2") && !found.contains("Totaal"), "{found}");
    let left_out = &place.json(&["import", "list.csv", "--dry-run"], 0)["left_out"];
    assert_eq!(left_out[0]["line"], 5, "{left_out:#}");
    assert_eq!(place.json(&["check", "list"], 0)["errors"], 0);
    let place = Place::new();
    place.write("list.csv", "Naam\tKosten\nKabel\t1.250\nAnder\t2.500\n");
    let said = place.output(&["import", "list.csv", "--decimal", "comma"], 0);
    assert!(!said.contains("Nothing in the file tells"), "{said}");
    assert!(place.read("list/candidates.csv").contains(",2500"), "{said}");
}

#[test]
fn no_case_with_errors_of_its_own_making_is_made() {
    let place = Place::new();
    place.write("my list.csv", "Naam,Kosten,Status,Type\nKabel,twelve,,\nBoei,5,Active,Infra and build\n");
    let said = place.said(&["import", "my list.csv"], 0);
    assert!(said.contains("Made my list. Edit it with: beslismacht 'my list'\n"), "{said}");
    assert_eq!(place.json(&["check", "my list"], 0)["errors"], 0);
    assert_eq!(place.json(&["optimise", "my list"], 0)["status"], "optimal");
    let said = place.said(&["new", "Anna's case"], 0);
    assert!(said.ends_with("beslismacht 'Anna'\\''s case'\n"), "{said}");
}

#[test]
fn what_is_understood_of_a_list_is_shown_before_anything_is_written() {
    let place = Place::new();
    place.write("plan.csv", PLAN);
    assert_snapshot!("import_preview", place.transcript(&["import", "plan.csv", "--dry-run"]));
    assert!(!place.path("plan").exists());
    let found = place.json(&["import", "plan.csv", "--dry-run"], 0);
    let sums: Vec<_> =
        found["sums"].as_array().unwrap().iter().map(|sum| (&sum["year"], &sum["list"], &sum["case"])).collect();
    assert_eq!(sums, [(&2027.into(), &"1260".into(), &"630".into()), (&2028.into(), &"420".into(), &"210".into())]);
    assert_eq!(found["columns"][3]["read_as"], "2027:defence");
    place.output(&["import", "plan.csv", "--budget", "500"], 0);
    assert_eq!(place.json(&["check", "plan"], 0)["errors"], 0);
    let best = place.json(&["optimise", "plan"], 0);
    assert_eq!((&best["status"], &best["objective"]), (&"optimal".into(), &"5".into()), "{best:#}");
}

/// A list as a planner keeps it: a title, its unit, headings on two rows, merged cells, a total, a note.
const PLAN: &str = "Investeringsplan;;;;;;;\nbedragen x € 1.000;;;;;;;\n;;;Defensie;;EZ;;\n\
    Domein;Naam;Baten;2027;2028;2027;2028;Eigenaar\n\
    Zee;Kabel;9;100;100;100;100;Anna\n;Boei;5;10;5;20;5;Bert\nWolk;Bouw;8;400;;;;Anna\n\
    Totaal;;;510;105;120;105;\nBron: eigen opgave;;;;;;;\n";

#[test]
fn how_a_list_is_read_is_said_by_options_and_kept_in_a_file() {
    let place = Place::new();
    place.write("odd.csv", "ref,boe_amt,FY27 plan,what,area\nx,5,7,Cable,sea\ny,6,8,Cloud,land\n");
    let map = [
        "--map",
        "boe_amt=keep",
        "--map",
        "what=name",
        "--year-of",
        "FY{} plan",
        "--domain-from",
        "area",
        "--unit",
        "million",
        "--currency",
        "GBP",
    ];
    let all = [&["import", "odd.csv", "--into", "one", "--save-mapping", "odd.toml"], &map[..]].concat();
    let said = place.said(&all, 0);
    assert!(said.contains("Wrote odd.toml."), "{said}");
    assert_snapshot!("import_mapping", place.read("odd.toml"));
    place.output(&["import", "odd.csv", "--into", "two", "--mapping", "odd.toml"], 0);
    for file in ["case.toml", "candidates.csv", "budgets.csv", "domains.csv"] {
        assert_eq!(place.read(&format!("one/{file}")), place.read(&format!("two/{file}")), "{file}");
    }
    assert!(place.read("one/candidates.csv").contains("x,Cable,sea,7,5"), "{}", place.read("one/candidates.csv"));
    for (arguments, code, said) in [
        (&["--map", "boe_amount=cost"][..], 1, "Did you mean boe_amt?"),
        (&["--map", "boe_amt=csot"], 2, "Did you mean cost?"),
        (&["--map", "boe_amt"], 2, "does not say which column is what"),
        (&["--year-of", "FY"], 2, "does not say where the year stands"),
        (&["--unit", "thousands"], 2, "thousand"),
        (&["--base-year", "soon"], 2, "--base-year"),
        (&["--only", "aera=sea"], 1, "Did you mean area?"),
        (&["--mapping", "bad.toml"], 1, "Did you mean columns?"),
        (&["--mapping", "nothing.toml"], 1, "nothing.toml cannot be read"),
    ] {
        place.write("bad.toml", "[colums]\n");
        let list = ["import", "odd.csv", "--into", "three", "--map", "FY27 plan=keep", "--map", "boe_amt=cost"];
        let list = if arguments.contains(&"--map") { &list[..4] } else { &list[..] };
        let refused = place.said(&[list, arguments].concat(), code);
        assert!(refused.contains(said), "{arguments:?}: {refused}");
        assert!(!place.path("three").exists());
    }
    place.output(
        &[
            "import",
            "odd.csv",
            "--into",
            "three",
            "--only",
            "area=land",
            "--map",
            "boe_amt=cost",
            "--map",
            "FY27 plan=keep",
        ],
        0,
    );
    assert!(!place.read("three/candidates.csv").contains("Cable"));
}

#[test]
fn what_a_list_was_understood_as_is_said_in_dutch_as_well() {
    let place = Place::new();
    place.write("plan.csv", PLAN);
    assert_snapshot!("import_dutch", place.transcript(&["import", "plan.csv", "--dry-run", "--language", "nl"]));
}

#[test]
fn a_table_that_is_none_is_refused() {
    let place = Place::new();
    place.write("list.csv", "what,ever\n1,2\n");
    assert_snapshot!("import_wrong", place.transcript(&["import", "list.csv"]));
    assert_snapshot!("import_missing", place.transcript(&["import", "nothing.csv"]));
}
