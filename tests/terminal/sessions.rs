//! What a planner does in a real terminal, and what the terminal is like afterwards.

use std::fs::read_to_string;

use crate::terminal::pty::{Session, copy_of};

const JOURNAL: &str = ".beslismacht-journal";

#[test]
fn a_planner_opens_edits_optimises_saves_exports_and_quits() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[], &[]);
    session.wait_for("Which case?").wait_for("Tutorial: ten candidates");
    session.type_in("\r").wait_for("proven");
    session.type_in("4").wait_for("how the recommended portfolio uses");
    session.resize(140, 40);
    session.wait_for("1 Overview");
    session.type_in("l\r").wait_for("in 2027, million EUR");
    session.type_in("12.5\r").wait_for("[unsaved]").wait_for("proven").wait_gone("stale").wait_gone("searching");
    // The hashes in a note are those of the files; what is not in the files yet is named beside them.
    session.type_in("E\r").wait_for("Export to").type_in("unsaved.md\r").wait_for("Written to unsaved.md");
    let unsaved = read_to_string(folder.path().join("unsaved.md")).unwrap();
    assert!(unsaved.contains("- `budgets.amount[defence:2027]=12.5`"), "{unsaved}");
    let before = read_to_string(case.join("services.csv")).unwrap();
    session.type_in("\x13").wait_for("Saved budgets.csv");
    assert!(read_to_string(case.join("budgets.csv")).unwrap().contains("defence,2027,12.5,"));
    assert_eq!(read_to_string(case.join("services.csv")).unwrap(), before);
    session.type_in("E\r").wait_for("Export to");
    session.type_in("note.md\r").wait_for("Written to note.md");
    let note = read_to_string(folder.path().join("note.md")).unwrap();
    assert!(note.contains("Ministry of Defence") && !note.contains("budgets.amount"), "{note}");
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
    session.type_in("\x13").wait_for("Changed on disk");
    session
        .wait_for("Ministry of Defence, 2028: 10 to 11 on disk")
        .wait_for("Ministry of Defence, 2027: 10 to 7.25 here");
    assert_eq!(read_to_string(case.join("budgets.csv")).unwrap(), theirs);
    session.type_in("c").wait_gone("Changed on disk").type_in("\x13").wait_for("Changed on disk").type_in("m");
    session.wait_for("Saved budgets.csv");
    assert!(read_to_string(case.join("budgets.csv")).unwrap().contains("7.25"));
}

#[test]
fn what_both_sides_changed_is_put_together_or_taken_over_and_can_be_undone() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("4l\r7.25\r").wait_for("[unsaved]");
    let budgets = || read_to_string(case.join("budgets.csv")).unwrap();
    std::fs::write(case.join("budgets.csv"), budgets().replace("defence,2028,10", "defence,2028,11")).unwrap();
    session.type_in("\x13").wait_for("Changed on disk").type_in("b").wait_for("1 change on disk merged");
    session.type_in("\x13").wait_for("Saved budgets.csv");
    assert!(budgets().contains("defence,2027,7.25") && budgets().contains("defence,2028,11"), "{}", budgets());
    session.type_in("\r6.5\r").wait_for("[unsaved]");
    std::fs::write(case.join("budgets.csv"), budgets().replace("defence,2027,7.25", "defence,2027,8.75")).unwrap();
    session
        .type_in("\x13")
        .wait_for("7.25 to 6.5 here, to 8.75 on disk")
        .type_in("t")
        .wait_for("The version on disk has replaced");
    session.wait_gone("[unsaved]").wait_for("8.75").type_in("u").wait_for("[unsaved]").wait_for("6.5");
    // Both changed the same cell: each is chosen.
    std::fs::write(case.join("budgets.csv"), budgets().replace("defence,2027,8.75", "defence,2027,9.5")).unwrap();
    session.type_in("\x13").wait_for("8.75 to 6.5 here, to 9.5 on disk").type_in("b").wait_for("which version stays?");
    session.type_in("\x1b").wait_gone("which version stays?").type_in("\x13").wait_for("to 9.5 on disk").type_in("b");
    session.wait_for("which version stays?").type_in("t\r").wait_for("1 change on disk merged").wait_for("9.5");
    session.type_in("\x13").wait_for("Nothing had to be written").type_in("\r6.5\r").wait_for("[unsaved]");
    session.type_in("\x13").wait_for("Saved budgets.csv");
    assert!(budgets().contains("defence,2027,6.5"));
}

#[test]
fn after_kill_and_a_change_on_disk_both_are_shown_and_the_planner_decides() {
    let (folder, case) = copy_of("tutorial");
    let path = case.to_str().unwrap();
    let budgets = || read_to_string(case.join("budgets.csv")).unwrap();
    let crash = |cell: &str| {
        let mut session = Session::start(folder.path(), &[path], &[]);
        session.wait_for("proven").type_in(&format!("4l\r{cell}\r")).wait_for("[unsaved]");
        session.wait_until("the journal", |_| read_to_string(case.join(JOURNAL)).is_ok_and(|text| text.contains(cell)));
        session.signal("KILL");
        session.ended();
    };
    crash("7.25");
    // A line is put in above, so that every row stands elsewhere now, and another amount is changed.
    let theirs = budgets()
        .replace("defence,2027,", "economic_affairs,2020,1,\ndefence,2027,")
        .replace("defence,2028,10", "defence,2028,11");
    std::fs::write(case.join("budgets.csv"), &theirs).unwrap();
    let mut again = Session::start(folder.path(), &[path], &[]);
    again.wait_for("Unsaved edits were found").wait_for("Ministry of Defence, 2027: 10 to 7.25 here");
    again.wait_for("Ministry of Defence, 2028: 10 to 11 on disk").type_in("l").wait_gone("Unsaved edits were found");
    assert_eq!(budgets(), theirs, "looking changes nothing");
    again.type_in("4l\r3\r").wait_for("Unsaved edits were found").type_in("b").wait_for("[unsaved]");
    again.type_in("u\x13").wait_for("Saved budgets.csv").type_in("q");
    assert_eq!(again.ended(), 0);
    assert!(budgets().contains("defence,2027,7.25") && budgets().contains("defence,2028,11"), "{}", budgets());
    assert!(budgets().contains("economic_affairs,2020,1"));
    assert!(!case.join(JOURNAL).exists() && !case.join(format!("{JOURNAL}-2")).exists());

    crash("5.5");
    let theirs = budgets().replace("defence,2027,7.25", "defence,2027,4.5");
    std::fs::write(case.join("budgets.csv"), &theirs).unwrap();
    let mut again = Session::start(folder.path(), &[path], &[]);
    again.wait_for("Ministry of Defence, 2027: 7.25 to 5.5 here, to 4.5 on disk").type_in("d").wait_for("thrown away");
    again.type_in("q");
    assert_eq!(again.ended(), 0);
    assert_eq!(budgets(), theirs);
    assert!(!case.join(JOURNAL).exists());

    // Both changed the same cell again, and the planner takes theirs of it.
    crash("6.25");
    std::fs::write(case.join("budgets.csv"), budgets().replace("defence,2027,4.5", "defence,2027,3.5")).unwrap();
    let mut again = Session::start(folder.path(), &[path], &[]);
    again
        .wait_for("to 3.5 on disk")
        .type_in("b")
        .wait_for("which version stays?")
        .type_in("t\r")
        .wait_gone("which version stays?");
    again.type_in("4").wait_for("3.5").type_in("\x13").wait_gone("[unsaved]").type_in("q");
    assert_eq!(again.ended(), 0);
    assert!(budgets().contains("defence,2027,3.5"), "{}", budgets());
}

#[test]
fn a_second_planner_looks_only_until_they_say_otherwise() {
    let (folder, case) = copy_of("tutorial");
    let path = case.to_str().unwrap();
    let mut first = Session::start(folder.path(), &[path], &[("USER", "anna")]);
    first.wait_for("proven").type_in("4l\r7.25\r").wait_for("[unsaved]");
    let mut second = Session::start(folder.path(), &[path], &[("USER", "bert"), ("TZ", "<+0530>-5:30")]);
    second.wait_for("Open elsewhere").wait_for("anna (").wait_for("since ");
    // By the clocks of the reader.
    assert!(!second.screen().contains("UTC"), "{}", second.screen());
    second.type_in("l").wait_for("[read-only]");
    second.type_in("4ll\r9\r").wait_for("Open elsewhere").type_in("l").wait_gone("Open elsewhere");
    assert!(!second.screen().contains("[unsaved]"));
    second.type_in("\r9\r").wait_for("Open elsewhere").type_in("e").wait_for("[unsaved]");
    first.type_in("\x13").wait_for("Saved budgets.csv");
    second.type_in("\x13").wait_for("Changed on disk").wait_for("10 to 7.25 on disk").type_in("b");
    second.wait_for("on disk merged with your edits").type_in("\x13").wait_for("Saved budgets.csv");
    let budgets = read_to_string(case.join("budgets.csv")).unwrap();
    assert!(budgets.contains("defence,2027,7.25") && budgets.contains("defence,2028,9"), "{budgets}");
}

#[test]
fn a_second_planner_keeps_an_own_portfolio_exports_it_and_reads_what_the_first_saved() {
    let (folder, case) = copy_of("tutorial");
    let path = case.to_str().unwrap();
    let mut first = Session::start(folder.path(), &[path], &[("USER", "anna")]);
    first.wait_for("proven").type_in("4l\r7.25\r").wait_for("[unsaved]");
    let mut second = Session::start(folder.path(), &[path], &[("USER", "bert")]);
    second.wait_for("Open elsewhere").type_in("l").wait_for("[read-only]");
    second.type_in("2j ").wait_for("breaks nothing: Two more percent").wait_for("[read-only, own not saved]");
    second
        .type_in("j uu")
        .wait_for("Undone: into your own portfolio: Two more percent")
        .type_in("\x12")
        .wait_for("Done again: into your own portfolio: Two more percent");
    second.type_in("\x13").wait_for("export your own portfolio to a file").type_in("x").wait_for("Export your own");
    second.type_in("\r").wait_for("Written to tutorial-own.csv");
    let own = read_to_string(folder.path().join("tutorial-own.csv")).unwrap();
    assert!(own.starts_with("candidate,start,share_defence,share_economic_affairs\nhost-share,2028,"), "{own}");
    assert!(beslismacht::store::own_files(&case).is_empty());
    first.type_in("\x13").wait_for("Saved budgets.csv");
    // The journal is that of the first planner, and gone with the saving.
    assert!(!case.join(JOURNAL).exists() && !case.join(format!("{JOURNAL}-2")).exists());
    second.wait_for("[changed on disk: F5 reads it]").type_in("4\x1b[15~").wait_for("You now see the version on disk");
    second.wait_for("7.25").wait_for("[read-only, own not saved]").type_in("q").wait_for("kept for this session only");
    second.type_in("d");
    assert_eq!(second.ended(), 0);
}

#[test]
fn a_second_planner_who_is_cut_off_finds_the_own_portfolio_again() {
    let (folder, case) = copy_of("tutorial");
    let path = case.to_str().unwrap();
    let mut first = Session::start(folder.path(), &[path], &[]);
    first.wait_for("proven");
    let mut second = Session::start(folder.path(), &[path], &[]);
    second.wait_for("Open elsewhere").type_in("l").wait_gone("Open elsewhere");
    second.type_in("2j ").wait_for("breaks nothing: Two more percent").wait_for("own +");
    let kept = folder.path().join(".config/beslismacht/own");
    // What is only being written has a name that is hidden.
    let is_whole = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.is_ok_and(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
    };
    let is_kept = || std::fs::read_dir(&kept).is_ok_and(|mut entries| entries.any(is_whole));
    second.wait_until("the own portfolio is kept", |_| is_kept());
    second.signal("KILL");
    second.ended();

    let mut again = Session::start(folder.path(), &[path], &[]);
    again.wait_for("Open elsewhere").type_in("l").wait_gone("Open elsewhere").wait_for("own +");
    assert!(beslismacht::store::own_files(&case).is_empty(), "the case is the first planner's");
    // Let go with the session, it is kept no longer.
    again.type_in("q").wait_for("Quit?").type_in("d");
    assert_eq!(again.ended(), 0);
    assert!(!is_kept());
    first.type_in("q");
    assert_eq!(first.ended(), 0);
}

#[test]
fn a_search_is_stopped_and_the_screen_stays_alive() {
    let (folder, case) = copy_of("netherlands");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("searching").type_in("2").wait_for("Sovereign government cloud");
    session.type_in("jjj").wait_for("4 of ");
    session.type_in("\x03").wait_gone("searching");
    session.type_in("q");
    assert_eq!(session.ended(), 0);
    assert!(session.is_restored());
}

#[test]
fn signals_restore_the_terminal_and_lose_nothing() {
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
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
    // To go on before it has stopped would be lost on it.
    session.wait_until("the stop", Session::is_stopped);
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
    session.wait_for("proven").type_in("2").wait_for("Incident desk").type_in("q");
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
fn a_case_that_is_not_there_ends_the_program_with_a_message() {
    let (folder, _) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &["portfolios/nowhere"], &[]);
    session.wait_for("There is no folder portfolios/nowhere.");
    assert_eq!(session.ended(), 1);
}

#[test]
fn a_folder_without_a_case_leads_back_to_the_picker() {
    let (folder, _) = copy_of("tutorial");
    std::fs::create_dir(folder.path().join("portfolios/empty")).unwrap();
    let mut session = Session::start(folder.path(), &["portfolios/empty"], &[]);
    session.wait_for("cannot be opened").type_in("\x1b").wait_gone("cannot be opened").type_in("q");
    assert_eq!(session.ended(), 0);
}

#[test]
fn scenarios_are_run_one_is_tried_on_edited_and_saved() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("zX").wait_for("2 scenarios run");
    session.type_in("Z").wait_for("under: Host sold").type_in("4l\r7\r").wait_for("recommended +39.00, proven");
    session.type_in("\x13").wait_for("Saved scenarios.csv").type_in("Z").wait_gone("under: Host sold").type_in("q");
    assert_eq!(session.ended(), 0);
    assert!(read_to_string(case.join("scenarios.csv")).unwrap().contains("host-sold,budgets,defence:2027,amount,=7,"));
    assert!(read_to_string(case.join("budgets.csv")).unwrap().contains("defence,2027,10,"));
}

#[test]
fn whoever_has_no_case_yet_is_given_the_tutorial_by_the_tour() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::start(folder.path(), &[], &[]);
    session.wait_for("Which case?").type_in("\x1b[21~").wait_for("Tour, step 1 of 14").wait_for("proven");
    let case = folder.path().join("portfolios/tutorial");
    assert!(read_to_string(case.join("case.toml")).unwrap().contains("Tutorial"));
    session.type_in("\x1b").wait_gone("Tour, step 1 of 14").type_in("q");
    assert_eq!(session.ended(), 0);
    // What is there is opened, and not made again.
    std::fs::write(case.join("limits.csv"), "scope,value,min,max\n").unwrap();
    let mut again = Session::start(folder.path(), &[], &[]);
    again.wait_for("Tutorial: ten candidates").type_in("\x1b[21~").wait_for("Tour, step 1 of 14").wait_for("proven");
    again.type_in("\x1b").wait_gone("Tour, step 1 of 14").type_in("q");
    assert_eq!(again.ended(), 0);
    assert_eq!(read_to_string(case.join("limits.csv")).unwrap(), "scope,value,min,max\n");
}

#[test]
fn what_another_program_writes_is_told_without_a_key() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("4").wait_for("Ministry of Defence");
    let theirs = read_to_string(case.join("budgets.csv")).unwrap().replace("defence,2028,10", "defence,2028,11");
    std::fs::write(case.join("budgets.csv"), theirs).unwrap();
    session.wait_for("[changed on disk: F5 reads it]");
    // What the program writes itself is no such thing.
    session.type_in("\x1b[15~").wait_for("You now see the version on disk").wait_gone("[changed on disk");
    session.type_in("l\r7.25\r").wait_for("[unsaved]").type_in("\x13").wait_for("Saved budgets.csv");
    session.wait_gone("[unsaved]");
}

#[test]
fn a_proposal_that_a_colleague_writes_is_told_at_once() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("B").wait_for("no proposals yet");
    let does = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_beslismacht"));
        command.args([&[arguments[0], case.to_str().unwrap()], &arguments[1..], &["--author", "Bart"]].concat());
        assert!(command.output().unwrap().status.success(), "{arguments:?}");
    };
    let picks = "candidate,start,share_defence,share_economic_affairs\ncable-lease,2028,0,100\n";
    std::fs::write(folder.path().join("theirs.csv"), picks).unwrap();
    let theirs = folder.path().join("theirs.csv");
    does(&["propose", "Rent a cable", "--from", theirs.to_str().unwrap()]);
    session.wait_for("Bart made the proposal Rent a cable (proposed)").type_in("\r").wait_for("Rent a cable (open)");
    // What both say at once stays.
    session.type_in("ragreed so far\r").wait_for("has its first remark");
    does(&["remark", "Rent a cable", "and in 2029?"]);
    session.wait_for("Bart on Rent a cable: and in 2029?").type_in("q").wait_for("throw them away").type_in("d");
    assert_eq!(session.ended(), 0);
    let text = read_to_string(case.join("proposals/rent_a_cable.toml")).unwrap();
    assert!(text.contains("agreed so far") && text.contains("and in 2029?"), "{text}");
}

#[test]
fn a_kept_portfolio_is_there_at_the_next_start() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("M").wait_for("Keep it as").type_in("\r").wait_for("Kept as the proposal best");
    session.type_in("q");
    assert_eq!(session.ended(), 0);
    assert!(read_to_string(case.join("proposals/best.toml")).unwrap().contains("own-cable,2029,100,0"));
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("7c").wait_for("right: best").type_in("right: best\r");
    session.wait_for("recommended and best: 0 differences");
    session.type_in("D").wait_for("Throw a proposal away?").type_in("d").wait_for("has been thrown away");
    session.type_in("q");
    assert_eq!(session.ended(), 0);
    assert!(!case.join("proposals").exists(), "the folder goes with the last one");
}

#[test]
fn the_language_of_the_interface_is_switched_and_kept() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("\x1b[20~").wait_for("Taal: Nederlands").wait_for("bewezen").wait_gone("proven");
    session.type_in("?taal").wait_for("Volgende taal").type_in("\x1b").wait_gone("Volgende taal").type_in("q");
    assert_eq!(session.ended(), 0);
    let mut again = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    again.wait_for("bewezen").type_in("\x1b[20~").wait_for("Language: English").wait_for("proven").type_in("q");
    assert_eq!(again.ended(), 0);
}

#[test]
fn what_there_is_to_export_is_listed_and_the_brief_is_shown() {
    let (folder, case) = copy_of("tutorial");
    std::fs::create_dir(folder.path().join("out")).unwrap();
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("E").wait_for("the brief: one page").wait_for("To tutorial-portfolio.md");
    session.type_in("look\r").wait_for("Decision asked").wait_for("Approve 7 investments").type_in("\x1b");
    session.wait_gone("Decision asked").type_in("Ebrief\r").wait_for("tutorial-brief.html");
    session.type_in("out/page.html\r").wait_for("Written to out/page.html");
    let page = read_to_string(folder.path().join("out/page.html")).unwrap();
    assert!(page.contains("Decision asked") && !page.contains("SHA-256"), "{page}");
    // The next one goes into the same folder, also at the next start.
    session.type_in("E").wait_for("To out/tutorial-portfolio.md").type_in("\x1b").wait_gone("one page").type_in("q");
    assert_eq!(session.ended(), 0);
    let mut again = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    again
        .wait_for("proven")
        .type_in("E")
        .wait_for("To out/tutorial-portfolio.md")
        .type_in("\x1b")
        .wait_gone("one page")
        .type_in("q");
    assert_eq!(again.ended(), 0);
}
