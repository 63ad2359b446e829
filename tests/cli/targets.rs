//! Where a result is written: never over a file of a case or what it is made from, and never without a word where it fails.

use super::support::Place;

/// Everything in a folder, to see that nothing of it changed.
fn all(place: &Place, folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(place.path(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

fn refused(place: &Place, arguments: &[&str]) {
    let before = (all(place, "."), all(place, "small"), all(place, "small/kept"));
    let said = place.said(arguments, 1);
    assert!(
        said.contains("error: Cannot write ") && said.contains("hint: Name another file."),
        "{arguments:?}: {said}"
    );
    assert!(place.run(arguments).stdout.is_empty(), "{arguments:?}");
    assert_eq!((all(place, "."), all(place, "small"), all(place, "small/kept")), before, "{arguments:?}");
}

#[test]
fn no_result_is_written_over_a_file_of_a_case_or_what_it_is_made_from() {
    let place = Place::new();
    std::fs::create_dir(place.path("small/kept")).unwrap();
    let portfolio = "candidate,start,share_defence,share_economy\naudit,2027,40,60\n";
    for file in ["small/kept/best.csv", "small/own.csv", "mine.csv"] {
        place.write(file, portfolio);
    }
    place.write("q.csv", "candidate,cost,gain\na,5,3\n");
    place.case_from(&place.path("small").join("kept"), "other");
    place.write("other/case.toml", "format = 1\n");
    for target in [
        "small/candidates.csv",
        "small/case.toml",
        "small/holders.csv",
        "small/own.csv",
        "small/kept/best.csv",
        "./small/../small/budgets.csv",
        "other/scenarios.csv",
    ] {
        refused(&place, &["optimise", "small", "--out", target, "--format", "csv"]);
        refused(&place, &["optimise", "small", "--proof", target]);
        refused(&place, &["check", "small", "--out", target, "--format", "csv"]);
        refused(&place, &["export", "small", "--lp", target]);
        refused(&place, &["export", "small", "--lp", "model.lp", "--mps", target]);
        refused(&place, &["frontier", "small", "--out", target, "--format", "csv"]);
        refused(&place, &["explain", "small", "audit", "--out", target, "--format", "csv"]);
        refused(&place, &["compare", "small", "mine.csv", "--out", target, "--format", "csv"]);
        refused(&place, &["evaluate", "small", "mine.csv", "--out", target, "--format", "csv"]);
    }
    refused(&place, &["optimise", "q.csv", "--budget", "9", "--out", "q.csv"]);
    refused(&place, &["optimise", "q.csv", "--budget", "9", "--proof", "./q.csv"]);
    refused(&place, &["evaluate", "small", "mine.csv", "--out", "mine.csv"]);
    refused(&place, &["stress", "small", "mine.csv", "--out", "mine.csv"]);
    refused(&place, &["compare", "small", "mine.csv", "--out", "mine.csv"]);
    refused(&place, &["robust", "small", "--own", "mine.csv", "--out", "mine.csv"]);
    assert!(!place.path("model.lp").exists() && !place.path("small/holders.csv").exists());
    // What is no file of a case may be written beside one, and again.
    for _ in 0..2 {
        place.output(&["optimise", "small", "--out", "small/best.csv"], 0);
    }
    place.output(&["optimise", "small", "--out", "small/kept/new.csv"], 0);
    refused(&place, &["optimise", "small", "--out", "small/kept/new.csv"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_of_a_case_is_that_file() {
    let place = Place::new();
    std::fs::create_dir(place.path("small/kept")).unwrap();
    place.write("q.csv", "candidate,cost,gain\na,5,3\n");
    std::os::unix::fs::symlink(place.path("small/effects.csv"), place.path("link.csv")).unwrap();
    std::fs::hard_link(place.path("small/effects.csv"), place.path("hard.csv")).unwrap();
    std::fs::hard_link(place.path("q.csv"), place.path("same.csv")).unwrap();
    refused(&place, &["optimise", "small", "--out", "link.csv"]);
    refused(&place, &["optimise", "small", "--out", "hard.csv"]);
    refused(&place, &["optimise", "q.csv", "--budget", "9", "--out", "same.csv"]);
}

#[test]
fn two_results_need_two_files() {
    let place = Place::new();
    for arguments in
        [["optimise", "small", "--out", "x", "--proof", "./x"], ["export", "small", "--lp", "x", "--mps", "x"]]
    {
        let said = place.said(&arguments, 2);
        assert!(said.contains("Both results would be written to"), "{said}");
        assert!(!place.path("x").exists());
    }
}

/// A call of every command that writes to standard output, with the files that it needs.
#[cfg(unix)]
fn calls(place: &Place) -> Vec<Vec<&'static str>> {
    place.write("mine.csv", "candidate,start,share_defence,share_economy\naudit,2027,40,60\n");
    place.output(&["optimise", "small", "--proof", "proof.jsonl"], 0);
    place.output(&["frontier", "small", "--points", "3", "--shard", "1/1", "--out", "part.json"], 0);
    let calls = [
        "optimise small",
        "optimise small --format json",
        "optimise small --format html",
        "optimise small --proof -  --format csv",
        "optimise small --budget 20",
        "check small",
        "evaluate small mine.csv --alone",
        "verify small proof.jsonl",
        "frontier small --format csv",
        "frontier small --points 3 --shard 1/2",
        "alternatives small",
        "importance small",
        "robust small --draws 3",
        "stress small mine.csv",
        "cooperate small",
        "pillars small",
        "takeover small mine.csv",
        "fortify small",
        "events small mine.csv",
        "proposals small",
        "diff small small",
        "explain small audit",
        "compare small mine.csv",
        "export small --lp -",
        "export small --mps -",
        "merge part.json",
        "solvers",
        "completions bash",
        "man",
        "man optimise",
        "reference commands",
        "reference findings",
        "log small",
        "help",
        "help optimise",
        "--help",
        "--version",
        "optimise --help",
        "small",
    ];
    calls.iter().map(|line| line.split_whitespace().collect()).collect()
}

/// What writes files of a case, and no result.
#[cfg(unix)]
const WRITES_FILES: &[&str] = &["new", "import", "propose", "agree", "reject", "remark", "merge3"];

/// Whatever the help lists is tried, but for what writes no result.
#[cfg(unix)]
#[test]
fn every_command_is_among_the_calls() {
    let place = Place::new();
    let calls = calls(&place);
    let help = place.output(&["--help"], 0);
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = commands.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<&str> = names.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() > 15, "{names:?}");
    for name in names.into_iter().filter(|name| !WRITES_FILES.contains(name)) {
        assert!(calls.iter().any(|call| call[0] == name), "{name} is not tried");
    }
}

/// On this device every write fails because it is full.
#[cfg(target_os = "linux")]
#[test]
fn a_write_that_fails_is_never_a_success() {
    let place = Place::new();
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    for arguments in calls(&place) {
        let output = place.command(&arguments).stdout(full()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        // Where 1 says that versions differ, 2 is what failed.
        let failed = if arguments[0] == "diff" { 2 } else { 1 };
        assert_eq!(output.status.code(), Some(failed), "{arguments:?}: {said}");
        assert!(said.contains("error: standard output could not be written: "), "{arguments:?}: {said}");
    }
    for arguments in [
        "optimise small --out /dev/full",
        "optimise small --out /dev/full --format json",
        "optimise small --proof /dev/full",
        "check small --out /dev/full",
        "evaluate small mine.csv --out /dev/full",
        "stress small mine.csv --out /dev/full",
        "compare small mine.csv --out /dev/full",
        "explain small audit --out /dev/full",
        "alternatives small --out /dev/full",
        "importance small --out /dev/full",
        "robust small --draws 3 --out /dev/full",
        "cooperate small --out /dev/full",
        "frontier small --out /dev/full",
        "frontier small --points 3 --shard 1/2 --out /dev/full",
        "merge part.json --out /dev/full",
        "export small --lp /dev/full",
        "export small --mps /dev/full",
    ] {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        let said = place.said(&arguments, 1);
        assert!(said.contains("/dev/full could not be written: "), "{arguments:?}: {said}");
    }
}

/// A file that may not grow, as on a disk that is full, is not left half written.
#[cfg(unix)]
#[test]
fn a_disk_that_is_full_leaves_the_old_file() {
    let place = Place::new();
    calls(&place);
    for arguments in [
        &["optimise", "small", "--out", "out.csv"][..],
        &["optimise", "small", "--proof", "out.csv"],
        &["check", "small", "--out", "out.csv"],
        &["frontier", "small", "--points", "3", "--shard", "1/2", "--out", "out.csv", "--format", "json"],
        &["export", "small", "--lp", "out.csv"],
        &["new", "fresh"],
        &["import", "list.csv", "--into", "made"],
    ] {
        place.write("out.csv", "old");
        place.write("list.csv", "name,cost\nA,5\n");
        let mut command = std::process::Command::new("sh");
        let line = "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"";
        command.args(["-c", line, env!("CARGO_BIN_EXE_beslismacht")]).args(arguments).current_dir(place.path(""));
        let output = command.env_clear().env("HOME", place.path("")).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
        assert_eq!(place.read("out.csv"), "old", "{arguments:?}");
        assert!(!said.is_empty(), "{arguments:?}");
    }
}

/// Whoever reads has gone: what was asked for was not written, and nothing more is said.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_never_a_success() {
    let place = Place::new();
    for arguments in calls(&place) {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = place.command(&arguments).stdout(writer).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(!said.contains("error") && !said.contains("panicked"), "{arguments:?}: {said}");
    }
}
