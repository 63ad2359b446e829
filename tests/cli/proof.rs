//! `optimise --proof FILE` and `verify CASE PROOF`

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
    let output = place.run(&["optimise", "small", "--set", "objective.timing=average", "--proof", "proof.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("No proof can be written"));
    assert!(!place.path("proof.jsonl").exists());
}
