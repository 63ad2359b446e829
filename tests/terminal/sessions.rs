//! What a planner does in a real terminal, and what the terminal is like afterwards.

use std::fs::read_to_string;

use crate::pty::{Session, copy_of};

const JOURNAL: &str = ".beslismacht-unsaved.json";

#[test]
fn a_planner_opens_edits_optimises_saves_exports_and_quits() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[], &[]);
    session.wait_for("Which case?").wait_for("Tutorial: ten candidates");
    session.type_in("\r").wait_for("proven");
    session.type_in("4").wait_for("Ministry of Defence");
    session.resize(140, 40);
    session.wait_for("0 Settings");
    session.type_in("l\r").wait_for("in 2027, million EUR");
    session.type_in("12.5\r").wait_for("[unsaved]").wait_for("proven");
    let before = read_to_string(case.join("services.csv")).unwrap();
    session.type_in("\x13").wait_for("Saved budgets.csv");
    assert!(read_to_string(case.join("budgets.csv")).unwrap().contains("defence,2027,12.5,"));
    assert_eq!(read_to_string(case.join("services.csv")).unwrap(), before);
    session.type_in("E").wait_for("Export to");
    session.type_in("note.md\r").wait_for("Written to note.md");
    assert!(read_to_string(folder.path().join("note.md")).unwrap().contains("Ministry of Defence"));
    session.type_in("q");
    assert_eq!(session.ended(), 0);
    assert!(session.is_restored());
    assert!(!case.join(JOURNAL).exists());
}

#[test]
fn after_kill_the_unsaved_edits_are_offered_again() {
    let (folder, case) = copy_of("tutorial");
    let path = case.to_str().unwrap();
    let mut session = Session::start(folder.path(), &[path], &[]);
    session.wait_for("proven").type_in("4l\r7.25\r").wait_for("[unsaved]");
    session.wait_until("the journal", |_| read_to_string(case.join(JOURNAL)).is_ok_and(|text| text.contains("7.25")));
    session.signal("KILL");
    session.ended();
    let untouched = read_to_string(case.join("budgets.csv")).unwrap();
    assert!(!untouched.contains("7.25"));

    let mut again = Session::start(folder.path(), &[path], &[]);
    again.wait_for("Unsaved edits were found").type_in("y").wait_for("[unsaved]");
    again.type_in("4").wait_for("7.25").wait_gone("stale").wait_gone("searching");
    again.type_in("\x13").wait_for("Saved budgets.csv").type_in("q");
    assert_eq!(again.ended(), 0);
    assert!(read_to_string(case.join("budgets.csv")).unwrap().contains("7.25"));
    assert!(!case.join(JOURNAL).exists());
}

#[test]
fn a_file_that_changed_on_disk_is_shown_and_not_written_over() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("4l\r7.25\r").wait_for("[unsaved]");
    let theirs = read_to_string(case.join("budgets.csv")).unwrap().replace("defence,2028,10", "defence,2028,11");
    std::fs::write(case.join("budgets.csv"), &theirs).unwrap();
    session.type_in("\x13").wait_for("Changed on disk").wait_for("defence,2028,11").wait_for("7.25");
    assert_eq!(read_to_string(case.join("budgets.csv")).unwrap(), theirs);
    session.type_in("k").wait_gone("Changed on disk").type_in("\x13").wait_for("Changed on disk").type_in("o");
    session.wait_for("Saved budgets.csv");
    assert!(read_to_string(case.join("budgets.csv")).unwrap().contains("7.25"));
}

#[test]
fn a_search_is_stopped_and_the_screen_stays_alive() {
    let (folder, case) = copy_of("netherlands");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("searching").type_in("2").wait_for("gov-cloud-build");
    session.type_in("jjj").wait_for("4 of ");
    session.type_in("\x03").wait_gone("searching");
    session.type_in("q");
    assert_eq!(session.ended(), 0);
    assert!(session.is_restored());
}

#[test]
fn signals_restore_the_terminal_and_lose_nothing() {
    for signal in ["TERM", "HUP"] {
        let (folder, case) = copy_of("tutorial");
        let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
        session.wait_for("proven").type_in("4l\r7.25\r").wait_for("[unsaved]");
        session.signal(signal);
        session.ended();
        assert!(session.is_restored(), "after SIG{signal}");
        assert!(read_to_string(case.join(JOURNAL)).unwrap().contains("7.25"));
    }
}

#[test]
fn suspended_the_terminal_is_given_back_and_taken_again() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("\x1a");
    session.wait_until("the main screen", Session::is_restored);
    session.signal("CONT");
    session.wait_for("1 Overview").type_in("q");
    assert_eq!(session.ended(), 0);
    assert!(session.is_restored());
}

/// Only a debug build can be asked to panic.
#[cfg(debug_assertions)]
#[test]
fn a_panic_restores_the_terminal_and_the_edits_are_kept() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[("BESLISMACHT_DEBUG_PANIC", "1")]);
    session.wait_for("proven").type_in("4l\r7.25\r").wait_for("[unsaved]");
    session.type_in("!");
    assert_ne!(session.ended(), 0);
    assert!(session.is_restored());
    assert!(session.screen().contains("asked for by BESLISMACHT_DEBUG_PANIC"));
    assert!(read_to_string(case.join(JOURNAL)).unwrap().contains("7.25"));
}

#[test]
fn no_colour_means_no_colour() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[("NO_COLOR", "1")]);
    session.wait_for("proven").type_in("2").wait_for("incident-desk").type_in("q");
    session.ended();
    let text = String::from_utf8_lossy(&session.bytes).into_owned();
    for code in ["[3", "[9", "[38;", "[4"] {
        for digit in "01234567".chars() {
            let colour = format!("\x1b{code}{digit}m");
            assert!(!text.contains(&colour), "{colour:?}");
        }
    }
}

#[test]
fn a_case_that_is_not_there_leads_back_to_the_picker() {
    let (folder, _) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &["portfolios/nowhere"], &[]);
    session.wait_for("cannot be opened").type_in("\x1b").wait_gone("cannot be opened").type_in("q");
    assert_eq!(session.ended(), 0);
}
