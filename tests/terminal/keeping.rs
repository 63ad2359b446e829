//! What is kept where the folder of the case cannot be written, and where the terminal goes away.

use std::fs::read_to_string;
use std::io::Read as _;
use std::path::Path;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::terminal::pty::{Session, copy_of};

const JOURNAL: &str = ".beslismacht-journal";

/// Takes every name that a journal beside a case can have, as in a folder that cannot be written: root may write everywhere.
fn take_every_name(case: &Path) {
    for n in 1..=99 {
        let name = if n == 1 { JOURNAL.to_owned() } else { format!("{JOURNAL}-{n}") };
        std::fs::create_dir(case.join(name)).unwrap();
    }
}

#[test]
fn edits_that_cannot_be_kept_beside_the_case_are_kept_elsewhere_and_offered_again() {
    let (folder, case) = copy_of("tutorial");
    take_every_name(&case);
    let state = folder.path().join("state");
    let variables = [("XDG_STATE_HOME", state.to_str().unwrap())];
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &variables);
    session.wait_for("proven").type_in("4l\r7.25\r").wait_for("[unsaved]").wait_for("kept in");
    session.type_in("q").wait_for("keep them for later").type_in("k");
    assert_eq!(session.ended(), 0);
    let mut again = Session::start(folder.path(), &[case.to_str().unwrap()], &variables);
    again.wait_for("Unsaved edits were found").type_in("y").wait_for("[unsaved]");
    again.type_in("\x13").wait_for("Saved budgets.csv").type_in("q");
    assert_eq!(again.ended(), 0);
    assert!(read_to_string(case.join("budgets.csv")).unwrap().contains("defence,2027,7.25,"));
    let mut last = Session::start(folder.path(), &[case.to_str().unwrap()], &variables);
    last.wait_for("proven");
    assert!(!last.screen().contains("Unsaved edits"), "{}", last.screen());
}

#[test]
fn where_nothing_can_be_kept_it_is_said_first_and_keeping_is_not_offered() {
    let (folder, case) = copy_of("tutorial");
    take_every_name(&case);
    let variables = [("XDG_STATE_HOME", "/dev/null/state")];
    let mut session = Session::start(folder.path(), &[case.to_str().unwrap()], &variables);
    session.wait_for("Unsaved edits cannot be kept").type_in("\x1b").wait_gone("Unsaved edits cannot be kept");
    session.wait_for("proven").type_in("4l\r7.25\r").wait_for("[unsaved, no crash recovery]");
    session.type_in("q").wait_for("cannot be kept for later");
    assert!(!session.screen().contains("quit and keep them"), "{}", session.screen());
    session.type_in("k").type_in("s");
    assert_eq!(session.ended(), 0);
    assert!(read_to_string(case.join("budgets.csv")).unwrap().contains("defence,2027,7.25,"));
}

/// The leader of the session ignores the hang-up, as `nohup` and some shells do, so that nobody ends the program.
#[test]
fn a_terminal_that_goes_away_ends_the_program_and_keeps_the_journal() {
    let (folder, case) = copy_of("tutorial");
    let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let program = env!("CARGO_BIN_EXE_beslismacht");
    let line = format!("trap '' HUP; sh -c 'echo $$ >pid; exec {program} {}'; echo $? >code; sleep 20", case.display());
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", &line]);
    command.cwd(folder.path());
    command.env("TERM", "xterm-256color");
    command.env("HOME", folder.path());
    command.env("LC_ALL", "C");
    let mut leader = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let mut parser = vt100::Parser::new(30.try_into().unwrap(), 100.try_into().unwrap(), 0);
    let mut read_until = |text: &str| {
        let mut buffer = [0; 8192];
        while !parser.screen().contents().contains(text) {
            let count = reader.read(&mut buffer).unwrap();
            parser.process(&buffer[..count]);
        }
    };
    read_until("proven");
    writer.write_all(b"4l\r7.25\r").unwrap();
    read_until("[unsaved]");
    // Until nothing is drawn any more: a program that draws notices at once that nobody is there.
    std::thread::sleep(Duration::from_secs(3));
    let pid: u32 = read_to_string(folder.path().join("pid")).unwrap().trim().parse().unwrap();
    // Every end on this side is closed: the terminal is gone.
    drop((reader, writer, pair.master));
    let gone = Instant::now();
    let ended = folder.path().join("code");
    while read_to_string(&ended).unwrap_or_default().is_empty() && gone.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let took = gone.elapsed();
    let _ = std::process::Command::new("kill").args(["-KILL", &pid.to_string()]).status();
    let _ = leader.kill();
    let _ = leader.wait();
    assert!(took < Duration::from_secs(2), "it ended after {took:?}");
    let journal = read_to_string(case.join(JOURNAL)).unwrap();
    assert!(journal.contains("7.25"), "{journal}");
}
