//! Help, completions, manual pages, colour, pipes.

use insta::assert_snapshot;

use super::support::Place;

#[test]
fn help_of_everything() {
    let place = Place::new();
    assert_snapshot!("help", place.transcript(&["--help"]));
    for command in ["check", "optimise", "evaluate", "verify", "new", "import", "completions", "man"] {
        assert_snapshot!(format!("help_{command}"), place.transcript(&[command, "--help"]));
    }
}

#[test]
fn completions_for_every_shell() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let text = place.output(&["completions", shell], 0);
        assert!(text.contains("optimise") && text.contains("require-optimal"), "{shell}");
    }
}

#[test]
fn a_manual_page_for_everything() {
    let place = Place::new();
    assert!(place.output(&["man"], 0).contains(".TH beslismacht 1"));
    assert!(place.output(&["man", "optimise"], 0).contains("require\\-optimal"));
    assert_snapshot!(place.transcript(&["man", "optimize-all"]));
    assert_snapshot!("man_near", place.transcript(&["man", "chekc"]));
}

#[test]
fn without_a_terminal_the_cases_are_listed() {
    let place = Place::new();
    assert_snapshot!("list_none", place.transcript(&[]));
    std::fs::create_dir(place.path("portfolios")).unwrap();
    std::fs::rename(place.path("small"), place.path("portfolios/small")).unwrap();
    assert_snapshot!("list_one", place.transcript(&[]));
}

#[test]
fn without_a_terminal_a_case_prints_its_portfolio() {
    let place = Place::new();
    let expected = place.transcript(&["optimise", "small"]);
    let found = place.transcript(&["small"]);
    assert_eq!(found.split_once('\n').unwrap().1, expected.split_once('\n').unwrap().1);
}

#[test]
fn a_case_that_is_not_there() {
    let place = Place::new();
    assert_snapshot!("case_near", place.transcript(&["check", "smal"]));
    assert_snapshot!("case_command", place.transcript(&["optimse"]));
    assert_snapshot!("case_far", place.transcript(&["check", "somewhere/else"]));
    std::fs::create_dir(place.path("empty")).unwrap();
    assert_snapshot!("case_empty", place.transcript(&["check", "empty"]));
}

#[test]
fn colour_only_where_it_is_wanted() {
    let place = Place::new();
    assert!(!place.output(&["optimise", "small"], 0).contains('\u{1b}'), "a pipe gets none");
    assert!(place.output(&["optimise", "small", "--color", "always"], 0).contains("\u{1b}[32m"));
    assert!(!place.output(&["optimise", "small", "--color", "never"], 0).contains('\u{1b}'));
}

#[test]
fn nothing_is_said_beside_the_data() {
    let output = Place::new().run(&["optimise", "small"]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "progress belongs to terminals");
}
