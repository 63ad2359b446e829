//! What happens in a real terminal: progress, Ctrl-C, colour, width.

use std::fmt::Write as _;
use std::io::{Read, Write};

use portable_pty::{CommandBuilder, ExitStatus, PtySize, native_pty_system};

use super::support::Place;

/// A program in a terminal of 90 columns.
struct Terminal {
    reader: Box<dyn Read + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    seen: String,
}

impl Terminal {
    fn start(place: &Place, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 30, cols: 90, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_beslismacht"));
        command.args(arguments);
        command.cwd(place.path("."));
        command.env_clear();
        command.env("TERM", "xterm");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        Self { reader, writer, child, seen: String::new() }
    }

    /// Reads until the line of progress shows a first portfolio; fails where the program ends before.
    fn wait_for_a_portfolio(&mut self) {
        let found = |seen: &str| seen.split("best ").any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        while !found(&self.seen) {
            assert!(self.read_more(), "the program ended without progress:\n{}", self.seen);
        }
    }

    fn read_more(&mut self) -> bool {
        let mut bytes = [0; 4096];
        // The end of the program reads as an error on Linux and as nothing elsewhere.
        let count = self.reader.read(&mut bytes).unwrap_or(0);
        self.seen.push_str(&String::from_utf8_lossy(&bytes[..count]));
        count > 0
    }

    fn finish(mut self) -> (String, ExitStatus) {
        while self.read_more() {}
        (self.seen, self.child.wait().unwrap())
    }
}

/// A search that takes long enough to be stopped: every project gains a thousand more than it costs, so that all sets of as many
/// projects look alike.
fn long_search(place: &Place, more: &[&str]) -> Terminal {
    let mut seed = 1_u64;
    let mut table = String::from("candidate,cost,gain\n");
    for at in 0..2000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let cost = 1000 + (seed >> 33) % 60_000;
        let _ = writeln!(table, "k{at},{cost},{}", cost + 1000);
    }
    place.write("alike.csv", &table);
    let arguments = [&["optimise", "alike.csv", "--budget", "27000001"], more].concat();
    Terminal::start(place, &arguments, &[("NO_COLOR", "1")])
}

#[test]
fn ctrl_c_stops_the_search_with_the_best_so_far() {
    let place = Place::new();
    let mut terminal = long_search(&place, &[]);
    terminal.wait_for_a_portfolio();
    terminal.writer.write_all(b"\x03").unwrap();
    let (seen, status) = terminal.finish();
    assert_eq!(status.exit_code(), 0, "{seen}");
    assert!(seen.contains("Stopped by Ctrl-C"), "{seen}");
    let flat = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("Not proven: a better portfolio may exist"), "{seen}");
    assert!(seen.contains("feasible (not proven)"), "{seen}");
}

#[test]
fn ctrl_c_ends_with_4_where_a_proof_was_asked_for() {
    let place = Place::new();
    let mut terminal = long_search(&place, &["--require-optimal"]);
    terminal.wait_for_a_portfolio();
    terminal.writer.write_all(b"\x03").unwrap();
    let (seen, status) = terminal.finish();
    assert_eq!(status.exit_code(), 4, "{seen}");
}

#[test]
fn the_line_of_progress_is_gone_at_the_end() {
    let place = Place::new();
    let mut terminal = long_search(&place, &["--format", "csv"]);
    terminal.wait_for_a_portfolio();
    terminal.writer.write_all(b"\x03").unwrap();
    let (seen, _) = terminal.finish();
    let last = seen.rfind("\r\u{1b}[2K").unwrap();
    let after = seen.get(last..).unwrap();
    assert!(after.contains("candidate,start,") && !after.contains("nodes"), "{after}");
}

#[test]
fn a_case_that_is_not_there_opens_no_screen() {
    let place = Place::new();
    for (name, said) in [("smal", "Did you mean small?"), ("/nonexist", "There is no folder /nonexist.")] {
        let (seen, status) = Terminal::start(&place, &[name], &[]).finish();
        assert_eq!(status.exit_code(), 1, "{seen}");
        assert!(seen.contains(said) && !seen.contains("\u{1b}["), "{seen}");
    }
}

#[test]
fn a_terminal_is_not_sent_a_workbook() {
    let place = Place::new();
    for arguments in [&["optimise", "small", "--format", "xlsx"][..], &["export", "small", "--xlsx", "-"]] {
        let (seen, status) = Terminal::start(&place, arguments, &[]).finish();
        assert_eq!(status.exit_code(), 2, "{seen}");
        assert!(seen.contains("A terminal cannot show xlsx."), "{seen}");
    }
}

#[test]
fn a_terminal_gets_colour_unless_no_color_is_set() {
    let place = Place::new();
    let (seen, _) = Terminal::start(&place, &["optimise", "small"], &[]).finish();
    assert!(seen.contains("\u{1b}[32m"), "{seen}");
    let (seen, _) = Terminal::start(&place, &["optimise", "small"], &[("NO_COLOR", "1")]).finish();
    assert!(!seen.contains("\u{1b}[32m") && !seen.contains("\u{1b}[1m"), "{seen}");
    let (seen, _) = Terminal::start(&place, &["optimise", "small", "--color", "always"], &[("NO_COLOR", "1")]).finish();
    assert!(seen.contains("\u{1b}[32m"), "{seen}");
}

#[test]
fn short_work_shows_no_progress() {
    let place = Place::new();
    let (seen, _) = Terminal::start(&place, &["optimise", "small"], &[]).finish();
    assert!(!seen.contains("finding"), "{seen}");
}

#[test]
fn tables_keep_to_the_width_of_the_terminal() {
    let place = Place::new();
    let (seen, _) = Terminal::start(&place, &["optimise", "small"], &[("NO_COLOR", "1")]).finish();
    for line in seen.lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 90, "{line}");
    }
}
