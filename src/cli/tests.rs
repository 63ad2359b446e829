//! An analysis that is declared is a command: with a help, in the page of reference, run in one go or in parts.

use std::path::Path;

use super::*;

fn run_to(file: &Path, arguments: &[&str]) -> String {
    let case = concat!(env!("CARGO_MANIFEST_DIR"), "/portfolios/tutorial");
    let mut all = vec!["beslismacht".to_owned()];
    all.extend(arguments.iter().map(|argument| if *argument == "CASE" { case } else { argument }.to_owned()));
    all.extend(["--out".to_owned(), file.display().to_string()]);
    assert_eq!(run(all.iter().map(OsString::from)), ExitCode::SUCCESS, "{all:?}");
    std::fs::read_to_string(file).unwrap()
}

#[test]
fn an_analysis_in_a_file_of_its_own_is_a_command() {
    let mut program = program();
    let help = program.find_subcommand_mut("census").unwrap().render_long_help().to_string();
    for part in
        ["Count the candidates of each domain", "--least <N>", "--scenario <NAME>", "--shard", "Nothing is searched"]
    {
        assert!(help.contains(part), "{part}: {help}");
    }
    assert!(program.render_help().to_string().contains("census"));
    assert!(reference::analyses().contains("| `census CASE` | `census.rs` | How many candidates each domain has. |"));
    assert!(reference::commands(program).contains("| `--least N` | Leave out domains with fewer candidates |"));
}

#[test]
fn its_parts_make_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let whole = run_to(&file("whole.json"), &["census", "CASE", "--least", "2"]);
    assert!(whole.contains("\"analysis\": \"census\"") || whole.contains("\"analysis\":\"census\""), "{whole}");
    for part in ["1", "2"] {
        run_to(&file(part), &["census", "CASE", "--least", "2", "--shard", &format!("{part}/2")]);
    }
    let parts = [file("1").display().to_string(), file("2").display().to_string()];
    assert_eq!(run_to(&file("merged.json"), &["merge", &parts[0], &parts[1]]), whole);
}

#[test]
fn what_it_cannot_be_asked_is_refused() {
    let arguments = |least: &str| ["beslismacht", "census", "CASE", "--least", least].map(OsString::from);
    assert!(can_read(arguments("100")));
    assert!(!can_read(arguments("101")));
}

#[test]
fn every_help_is_told_by_the_language() {
    use crate::messages::in_dummy;
    let mut program = in_dummy(program);
    program.build();
    for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
        let name = command.get_name();
        assert!(command.get_about().is_some_and(|about| about.to_string().starts_with('⟦')), "{name}");
        let own = command.get_arguments().filter(|arg| !["help", "version"].contains(&arg.get_id().as_str()));
        for arg in own {
            assert!(arg.get_help().is_some_and(|help| help.to_string().contains('⟦')), "{name} {}", arg.get_id());
        }
    }
    let help = program.find_subcommand_mut("optimise").unwrap().render_long_help().to_string();
    assert!(help.contains("⟦The program's own engine⟧") && help.contains("⟦Ctrl-C stops"), "{help}");
}
