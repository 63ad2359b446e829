//! `optimise --proof FILE` and `verify CASE PROOF`

use std::process::Command;

use crate::made_up::{Shape, held, named, planning};
use beslismacht::store;

use super::support::{Place, root};

#[test]
fn a_written_proof_is_verified() {
    let place = Place::new();
    place.output(&["optimise", "small", "--proof", "proof.jsonl"], 0);
    let said = place.output(&["verify", "small", "proof.jsonl"], 0);
    assert!(said.starts_with("PROVEN: no portfolio has an objective above 35.766666666667"), "{said}");
}

#[test]
fn a_proof_is_refused_for_another_case_and_when_it_is_spoilt() {
    let place = Place::new();
    place.output(&["optimise", "small", "--proof", "proof.jsonl"], 0);
    let refused = |arguments: &[&str]| {
        let output = place.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("NOT PROVEN: proof.jsonl, line"), "{said}");
        assert!(output.stdout.is_empty());
    };
    refused(&["verify", "small", "proof.jsonl", "--set", "budgets.amount[defence:2029]=21"]);
    let whole = place.read("proof.jsonl");
    let without_the_end = whole.trim_end().rsplit_once('\n').map_or("", |(rest, _)| rest);
    place.write("proof.jsonl", without_the_end);
    refused(&["verify", "small", "proof.jsonl"]);
}

#[test]
fn that_nothing_is_possible_can_be_proven() {
    let place = Place::new();
    let case = root().join("portfolios/tutorial");
    let case = case.to_str().unwrap();
    let settings = ["--set", "ministry.defence.carry_over=0", "--set", "require.domains_at_target=3"];
    place.output(&[&["optimise", case, "--proof", "proof.jsonl"], &settings[..]].concat(), 3);
    let said = place.output(&[&["verify", case, "proof.jsonl"], &settings[..]].concat(), 0);
    assert!(said.starts_with("PROVEN: no portfolio is possible"), "{said}");
}

#[test]
fn what_the_engine_cannot_prove_is_said_before_the_search() {
    let place = Place::new();
    let output = place.run(&["optimise", "small", "--set", "last_year=2099", "--proof", "proof.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("No proof can be written"));
    assert!(!place.path("proof.jsonl").exists());
}

/// What the checker in Python says; `None` if this machine has no Python that is new enough.
fn second_checker(place: &Place, case: &str, proof: &str) -> Option<(bool, String)> {
    let new = "import sys, tomllib; sys.exit(sys.version_info < (3, 11))";
    if !Command::new("python3").args(["-c", new]).output().is_ok_and(|output| output.status.success()) {
        return None;
    }
    let program = root().join("tests/second_checker.py");
    let output = Command::new("python3").arg(program).arg(place.path(case)).arg(place.path(proof)).output().unwrap();
    Some((output.status.success(), String::from_utf8(output.stdout).unwrap()))
}

#[test]
fn a_second_checker_comes_to_the_same_verdict() {
    let place = Place::new();
    place.case_from(&root().join("portfolios/tutorial"), "tutorial");
    store::create(&place.path("generated"), &planning(12, 4, Shape::Ladder)).unwrap();
    place.case_from(&root().join("portfolios/seal"), "seal");
    place.case_from(&root().join("portfolios/dictu"), "dictu");
    store::create(&place.path("votes"), &held(planning(12, 4, Shape::Ladder), 4)).unwrap();
    // Of every other effect of these it is said after how many years it has worn off.
    place.case_from(&place.path("generated"), "wearing off");
    let effects = place.read("wearing off/effects.csv");
    let lasts =
        |(at, row): (usize, &str)| format!("{row},{}\n", ["lasts", "2", "", "1"][if at == 0 { 0 } else { 1 + at % 3 }]);
    place.write("wearing off/effects.csv", &effects.lines().enumerate().map(lasts).collect::<String>());
    // In these every stake has a price, no takeover may cost less than 30, and an effect or two prevents one.
    place.case_from(&place.path("votes"), "takeovers");
    let settings = place.read("takeovers/case.toml");
    place.write("takeovers/case.toml", &format!("require.takeover_floor = 30\n{settings}"));
    let more = |file: &str, head: &str, cell: &dyn Fn(usize, &str) -> String| {
        let text = place.read(&format!("takeovers/{file}.csv"));
        let row = |(at, row): (usize, &str)| match at {
            0 => format!("{row},{head}\n"),
            _ => format!("{row},{}\n", cell(at, row)),
        };
        place.write(&format!("takeovers/{file}.csv"), &text.lines().enumerate().map(row).collect::<String>());
    };
    more("holders", "price", &|at, _| ["7", "12.5", "", "20"][at % 4].to_owned());
    more("effects", "prevents", &|at, _| if at % 5 == 2 { "takeover".to_owned() } else { String::new() });
    // In this one some purchases name the holder who sells; which seats that gives is then a matter of who sold.
    let named = named(held(planning(12, 4, Shape::Ladder), 4), 4);
    store::create(&place.path("by name"), &named).unwrap();
    assert!(
        place.read("by name/effects.csv").lines().skip(1).any(|row| row.contains(",h")),
        "nothing is bought by name"
    );
    for case in ["tutorial", "generated", "votes", "wearing off", "takeovers", "by name"] {
        let mean = format!("{case}, every year");
        place.case_from(&place.path(case), &mean);
        let settings = place.read(&format!("{mean}/case.toml"));
        place.write(&format!("{mean}/case.toml"), &settings.replace("timing = \"final\"", "timing = \"average\""));
    }
    let cases = [
        ("tutorial", "59"),
        ("small", "35.766"),
        ("generated", ""),
        ("tutorial, every year", ""),
        ("generated, every year", ""),
        ("votes", ""),
        ("votes, every year", ""),
        ("seal", "81.25"),
        ("dictu", "78"),
        ("wearing off", ""),
        ("wearing off, every year", ""),
        ("takeovers", ""),
        ("takeovers, every year", ""),
        ("by name", ""),
        ("by name, every year", ""),
    ];
    for (case, objective) in cases {
        place.output(&["optimise", case, "--proof", "proof.jsonl"], 0);
        let Some((believed, said)) = second_checker(&place, case, "proof.jsonl") else { return };
        assert!(believed && said.contains(&format!("no portfolio has more than {objective}")), "{case}: {said}");
        let whole = place.read("proof.jsonl");
        let lines: Vec<&str> = whole.lines().collect();
        let last = lines.len() - 1;
        // Without its last leaf, with it twice, and with a multiplier turned negative.
        let shorter = lines[..last].join("\n");
        let longer = [&lines[..], &lines[last..]].concat().join("\n");
        let negative = whole.replacen(":\"0.", ":\"-0.", 1);
        let another = whole.replacen("\"case\":\"", "\"case\":\"0", 1);
        for (what, spoilt) in [("shorter", shorter), ("longer", longer), ("negative", negative), ("another", another)] {
            if spoilt != whole {
                place.write("spoilt.jsonl", &spoilt);
                let (believed, said) = second_checker(&place, case, "spoilt.jsonl").unwrap();
                assert!(!believed && said.starts_with("NOT PROVEN"), "{case}, {what}: {said}");
            }
        }
    }
}
