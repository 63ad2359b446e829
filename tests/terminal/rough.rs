//! Rough treatment in a real terminal: sizes, signals, a full disk, files that vanish or turn to garbage, an end in the middle
//! of saving. The terminal is restored and nothing is lost.

use std::fs::{read_to_string, write};

use crate::terminal::pty::{Session, copy_of};

const JOURNAL: &str = ".beslismacht-journal";

#[test]
fn a_terminal_that_shrinks_to_nothing_and_grows_again_keeps_what_is_typed() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("4l\r7.2").wait_for("in 2027, million EUR").wait_for("7.2");
    for (cols, rows) in [(1, 1), (3, 2), (59, 15), (1, 40), (200, 1)] {
        session.resize(cols, rows);
        session.type_in("5");
    }
    session.resize(100, 30);
    session.wait_for("7.255555").type_in("\r").wait_for("[unsaved]");
    session
        .wait_until("the journal", |_| read_to_string(case.join(JOURNAL)).is_ok_and(|text| text.contains("7.255555")));
}

#[test]
fn suspended_while_something_is_typed_it_is_there_again() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("4l\r7.25").wait_for("in 2027, million EUR").wait_for("7.25").type_in("\x1a");
    session.wait_until("the main screen", Session::is_restored);
    session.wait_until("the stop", Session::is_stopped);
    // Meanwhile the terminal has another size.
    session.resize(120, 35);
    session.signal("CONT");
    session.wait_for("in 2027, million EUR").wait_for("7.25").type_in("\r").wait_for("[unsaved]");
    for layer in ["?", ":", "2e"] {
        session.type_in(layer).type_in("\x1a");
        session.wait_until("the stop", Session::is_stopped);
        session.signal("CONT");
        session.wait_until("the screen", |session| !session.is_restored()).type_in("\x1b").wait_for("Enter Edit");
    }
}

#[test]
fn a_full_disk_is_told_and_leaves_every_file_as_it_was() {
    let (folder, case) = copy_of("tutorial");
    let before = read_to_string(case.join("budgets.csv")).unwrap();
    // No file may grow beyond nothing: what a full disk does, also to those who may do everything.
    let line = format!("trap '' XFSZ; ulimit -f 0; exec {} {}", env!("CARGO_BIN_EXE_beslismacht"), case.display());
    let mut session = Session::start_program("sh", folder.path(), &["-c", &line], &[]);
    session.wait_for("proven");
    session.type_in("4l\r7.25\r").wait_for("[unsaved, no crash recovery]");
    session.wait_for("Unsaved edits cannot be kept beside the case");
    session.type_in("\x13").wait_for("The case could not be saved").wait_for("the edits are still here");
    session.type_in("\x1b").wait_gone("The case could not be saved").wait_for("[unsaved, no crash");
    assert_eq!(read_to_string(case.join("budgets.csv")).unwrap(), before);
    session.type_in("q").wait_for("save and quit").type_in("s").wait_for("The case could not be saved");
    session.type_in("\x1b").wait_gone("The case could not be saved").type_in("qd");
    session.ended();
    let left: Vec<String> =
        std::fs::read_dir(&case).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    assert!(left.iter().all(|name| !name.starts_with(".beslismacht")), "{left:?}");
}

#[test]
fn a_folder_that_vanishes_and_comes_back_takes_the_edits_with_it() {
    let (folder, case) = copy_of("tutorial");
    let aside = folder.path().join("aside");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("proven").type_in("4l\r7.25\r").wait_for("[unsaved]");
    session.wait_until("the journal", |_| case.join(JOURNAL).exists());
    std::fs::rename(&case, &aside).unwrap();
    session
        .type_in("\x13")
        .wait_for("The case could not be saved")
        .type_in("\x1b")
        .wait_gone("The case could not be saved");
    session.type_in("l\r8.25\r").wait_for("[unsaved, no crash recovery]");
    std::fs::rename(&aside, &case).unwrap();
    session.type_in("l\r9.25\r").wait_for("[unsaved]");
    session.wait_until("the journal", |_| {
        read_to_string(case.join(JOURNAL))
            .is_ok_and(|text| ["7.25", "8.25", "9.25"].iter().all(|edit| text.contains(edit)))
    });
    session.type_in("\x13").wait_for("Saved budgets.csv");
    assert!(read_to_string(case.join("budgets.csv")).unwrap().contains("defence,2029,9.25"));
}

#[test]
fn a_file_that_is_deleted_or_turns_to_garbage_is_shown_and_not_written_over() {
    let garbage: &[u8] = b"\xff\xfe\x00\x01\"";
    for theirs in [None, Some(garbage), Some(&b""[..])] {
        let (folder, case) = copy_of("tutorial");
        let path = case.join("budgets.csv");
        let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
        session.wait_for("proven").type_in("4l\r7.25\r").wait_for("[unsaved]");
        match theirs {
            Some(bytes) => write(&path, bytes).unwrap(),
            None => std::fs::remove_file(&path).unwrap(),
        }
        session.type_in("\x13").wait_for("Changed on disk");
        assert_eq!(std::fs::read(&path).ok().as_deref(), theirs, "shown first");
        session.type_in("c").wait_gone("Changed on disk").wait_for("[unsaved]");
        session.type_in("\x13").wait_for("Changed on disk").type_in("m").wait_for("Saved budgets.csv");
        let now = read_to_string(&path).unwrap();
        assert!(now.contains("defence,2027,7.25") && now.contains("economic_affairs,2029,10"), "{now}");
    }
}

/// Edits two files and is killed; the first of them is as if saving had come so far.
#[test]
fn an_end_between_the_saving_of_two_files_loses_neither() {
    let (folder, case) = copy_of("tutorial");
    let path = case.to_str().unwrap();
    let before = read_to_string(case.join("budgets.csv")).unwrap();
    let mut session = Session::start(folder.path(), &[path], &[]);
    session.wait_for("proven").type_in("4l\r7.25\r").wait_for("[unsaved]").type_in("2jccost_1\r\r2.75\r");
    session.wait_until("the journal", |_| read_to_string(case.join(JOURNAL)).is_ok_and(|text| text.contains("2.75")));
    let journal = read_to_string(case.join(JOURNAL)).unwrap();
    session.signal("KILL");
    session.ended();
    write(case.join("budgets.csv"), before.replace("defence,2027,10,", "defence,2027,7.25,")).unwrap();
    let mut again = Session::start(folder.path(), &[path], &[]);
    again.wait_for("Unsaved edits were found");
    assert!(!again.screen().contains("somebody"), "nobody else was there: {}", again.screen());
    again.type_in("y").wait_for("[unsaved]").type_in("\x13").wait_for("Saved candidates.csv").type_in("q");
    assert_eq!(again.ended(), 0);
    assert!(read_to_string(case.join("budgets.csv")).unwrap().contains("defence,2027,7.25,"));
    assert!(read_to_string(case.join("candidates.csv")).unwrap().contains(",economy_and_defence,2.75,"));
    // Ended after saving and before the journal went: there is nothing to ask.
    write(case.join(JOURNAL), journal).unwrap();
    let mut last = Session::start(folder.path(), &[path], &[]);
    last.wait_for("proven");
    assert!(!last.screen().contains("Unsaved edits"), "{}", last.screen());
    assert!(!case.join(JOURNAL).exists());
}

#[test]
fn a_journal_that_cannot_be_read_is_told_and_stays_until_the_planner_says() {
    let (folder, case) = copy_of("tutorial");
    write(case.join(JOURNAL), "garbage\nmore\n").unwrap();
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session.wait_for("Unsaved edits cannot be read").wait_for("2 lines").type_in("l").wait_gone("cannot be read");
    assert!(case.join(JOURNAL).exists());
    session.type_in("4l\r7.25\r").wait_for("Unsaved edits cannot be read").type_in("d").wait_for("[unsaved]");
    session.wait_until("the new journal", |_| {
        std::fs::read_dir(&case)
            .unwrap()
            .any(|it| read_to_string(it.unwrap().path()).is_ok_and(|text| text.contains("\"7.25\"")))
    });
}

#[test]
fn undo_goes_back_beyond_a_save_to_the_same_bytes() {
    let (folder, case) = copy_of("tutorial");
    let files = ["budgets.csv", "candidates.csv", "effects.csv"];
    let read = || files.map(|file| std::fs::read(case.join(file)).unwrap());
    let before = read();
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session
        .wait_for("proven")
        .type_in("4l\r7.25\r")
        .wait_for("[unsaved]")
        .type_in("\x13")
        .wait_for("Saved budgets.csv");
    session
        .type_in("2jD")
        .wait_for("Two more percent of the cloud host deleted")
        .type_in("\x13")
        .wait_for("Saved candidates.csv, effects.csv");
    assert!(read().iter().zip(&before).all(|(now, then)| now != then));
    session
        .type_in("uu")
        .wait_for("[unsaved]")
        .type_in("\x13")
        .wait_for("Saved candidates.csv, effects.csv, budgets.csv");
    assert_eq!(read(), before);
    session.type_in("\x12\x12").wait_for("[unsaved]").type_in("uu").wait_gone("[unsaved]").type_in("q");
    assert_eq!(session.ended(), 0);
}

#[test]
fn settings_that_cannot_be_read_are_told() {
    let (folder, case) = copy_of("tutorial");
    let settings = folder.path().join("settings/beslismacht");
    std::fs::create_dir_all(&settings).unwrap();
    write(settings.join("keys.toml"), b"[table]\nsort = \"caf\xe9\"\n").unwrap();
    write(settings.join("settings.toml"), "theme =").unwrap();
    let variables = [("XDG_CONFIG_HOME", folder.path().join("settings"))];
    let variables = [(variables[0].0, variables[0].1.to_str().unwrap())];
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &variables);
    session.wait_for("Your settings").wait_for("keys.toml cannot be read").wait_for("settings.toml is not valid TOML");
    write(settings.join("keys.toml"), "[table]\nsrot = \"f6\"\nsort = \"f7\"\nfilter = \"f7\"\n").unwrap();
    std::fs::remove_file(settings.join("settings.toml")).unwrap();
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &variables);
    session.wait_for("Did you mean sort?").wait_for("to both `sort` and");
}

#[test]
fn a_terminal_that_cannot_place_its_cursor_gets_text() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[("TERM", "dumb")]);
    assert_eq!(session.ended(), 0);
    let text = String::from_utf8_lossy(&session.bytes).into_owned();
    assert!(text.contains("Own sea cable") && !text.contains("\x1b[?1049h"), "{text}");
}

#[test]
fn what_is_copied_goes_to_the_clipboard_of_the_terminal_and_what_is_pasted_comes_in_whole() {
    let (folder, case) = copy_of("tutorial");
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &[]);
    session
        .wait_for("proven")
        .type_in("2jccandidate\r")
        .wait_for("Short name")
        .type_in("y")
        .wait_for("Copied `host-share`");
    // `host-share`, as the terminal's clipboard takes it.
    assert!(String::from_utf8_lossy(&session.bytes).contains("\x1b]52;c;aG9zdC1zaGFyZQ==\x07"));
    session.type_in("\x1b[200~candidate\tname\tdomain\nnew-a\tqj? Ünïcode 数据\tcloud\nnew-b\t:q\tcyber\n\x1b[201~");
    session.wait_for("2 rows pasted").wait_for("new-b").type_in("\x13").wait_for("Saved candidates.csv");
    assert!(read_to_string(case.join("candidates.csv")).unwrap().contains("new-a,qj? Ünïcode 数据,cloud"));
}
