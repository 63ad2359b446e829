//! Files that are none, and links, in a case that somebody else made: refused at once, and nothing else is read or written.
#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use super::support::Place;

/// Runs the program and ends it where it hangs.
fn at_once(place: &Place, arguments: &[&str]) -> Output {
    let mut command = place.command(arguments);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > Duration::from_secs(20) {
            child.kill().unwrap();
            panic!("{arguments:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    child.wait_with_output().unwrap()
}

/// What it says, on both; it must end with 1.
fn refused(place: &Place, arguments: &[&str]) -> String {
    let output = at_once(place, arguments);
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}\n{text}");
    text
}

fn pipe(place: &Place, name: &str) {
    assert!(Command::new("mkfifo").arg(place.path(name)).status().unwrap().success());
}

/// A case in which one file was replaced.
fn without(file: &str) -> Place {
    let place = Place::new();
    let _ = std::fs::remove_file(place.path(file));
    place
}

#[test]
fn what_is_no_file_in_a_case_is_refused_at_once() {
    for file in ["case.toml", "effects.csv", "limits.csv", "scenarios.csv"] {
        let path = format!("small/{file}");
        let place = without(&path);
        pipe(&place, &path);
        for command in ["check", "optimise"] {
            let said = refused(&place, &[command, "small"]);
            assert!(said.contains(&format!("There is a pipe where the file {file} should be.")), "{command}: {said}");
        }
        let place = without(&path);
        let _listener = UnixListener::bind(place.path(&path)).unwrap();
        let said = refused(&place, &["check", "small"]);
        assert!(said.contains(&format!("There is a socket where the file {file} should be.")), "{said}");
        for (target, why) in [
            ("/dev/zero", "a file outside the folder of the case"),
            ("/etc/passwd", "a file outside the folder of the case"),
            ("../secret.csv", "a file outside the folder of the case"),
            ("nowhere.csv", "a file that is not there"),
        ] {
            let place = without(&path);
            place.write("secret.csv", "secret");
            symlink(target, place.path(&path)).unwrap();
            let said = refused(&place, &["check", "small"]);
            assert!(said.contains(&format!("{file} is a link to {why}")), "{target}: {said}");
            assert!(!said.contains("secret,"), "{said}");
        }
    }
}

#[test]
fn a_link_to_a_file_of_the_same_case_is_read() {
    let place = Place::new();
    std::fs::rename(place.path("small/effects.csv"), place.path("small/all.csv")).unwrap();
    symlink("all.csv", place.path("small/effects.csv")).unwrap();
    place.output(&["check", "small"], 0);
}

#[test]
fn a_table_a_portfolio_a_proof_or_a_part_that_is_no_file_is_refused_at_once() {
    let place = Place::new();
    pipe(&place, "pipe.csv");
    std::fs::create_dir(place.path("kept")).unwrap();
    std::fs::create_dir(place.path("small/kept")).unwrap();
    pipe(&place, "small/kept/pipe.csv");
    place.write("secret.csv", "candidate,start\n");
    symlink("../../secret.csv", place.path("small/kept/out.csv")).unwrap();
    for (arguments, why) in [
        (&["evaluate", "small", "pipe.csv"][..], "it is a pipe, not a file"),
        (&["evaluate", "small", "/dev/zero"], "it is a device, not a file"),
        (&["evaluate", "small", "kept"], "it is a folder, not a file"),
        (&["evaluate", "small", "small/kept/pipe.csv"], "it is a pipe, not a file"),
        (&["evaluate", "small", "small/kept/out.csv"], "it is a link to a file outside the folder of the case"),
        (&["verify", "small", "pipe.csv"], "it is a pipe, not a file"),
        (&["merge", "pipe.csv"], "it is a pipe, not a file"),
        (&["import", "pipe.csv"], "it is a pipe, not a file"),
    ] {
        let said = refused(&place, arguments);
        assert!(said.contains(why), "{arguments:?}: {said}");
    }
    // A link of the planner's own is followed.
    symlink("secret.csv", place.path("own.csv")).unwrap();
    assert_eq!(at_once(&place, &["evaluate", "small", "own.csv"]).status.code(), Some(0));
}

#[test]
fn settings_that_are_no_file_are_told_at_once_and_stop_nothing() {
    let place = Place::new();
    std::fs::create_dir_all(place.path(".config/beslismacht")).unwrap();
    let settings = ".config/beslismacht/settings.toml";
    pipe(&place, settings);
    let output = at_once(&place, &["solvers"]);
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert!(said.contains("it is a pipe, not a file"), "{said}");
    assert_eq!(at_once(&place, &["optimise", "small"]).status.code(), Some(0));
    std::fs::remove_file(place.path(settings)).unwrap();
    symlink("/dev/zero", place.path(settings)).unwrap();
    assert_eq!(at_once(&place, &["optimise", "small"]).status.code(), Some(0));
    std::fs::remove_file(place.path(settings)).unwrap();
    std::fs::File::create(place.path(settings)).unwrap().set_len(1 << 30).unwrap();
    let output = at_once(&place, &["solvers"]);
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert!(said.contains("it is larger than 1 MB"), "{said}");
}

#[test]
fn what_is_named_as_a_case_and_is_no_folder_is_refused_at_once() {
    let place = Place::new();
    pipe(&place, "pipe");
    for case in ["pipe", "/dev/zero", "/dev/null"] {
        for arguments in [&["check", case][..], &["check", case, "--budget", "9"], &["optimise", case], &[case]] {
            refused(&place, arguments);
        }
    }
}

#[test]
fn what_comes_through_a_pipe_of_the_shell_is_read() {
    let place = Place::new();
    place.write("own.csv", "candidate,start\n");
    let mut command = place.command(&["evaluate", "small", "/dev/stdin"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"candidate,start\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}
