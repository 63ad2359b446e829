//! How fast the terminal interface is: frames, keys, the way to the first frame, and what it takes while nothing happens.
//!
//! `cargo bench --bench screens` measures on made-up cases of 100, 10 000 and 70 000 candidates and writes its section of
//! `benches/README.md`.

#[path = "../tests/made_up/mod.rs"]
mod made_up;
mod shared;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::made_up::{Shape, planning};
use beslismacht::model::Workbook;
use beslismacht::session::UserPortfolio;
use beslismacht::session::on_disk::Loaded;
use beslismacht::tui::{App, Event, Key, Setup, update, view};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

// A table of more than a million cells is refused: so many candidates just fit.
const SIZES: [usize; 3] = [100, 10_000, 70_000];
const WIDTH: u16 = 160;
const HEIGHT: u16 = 45;

fn main() {
    let mut section = String::from("## The terminal interface\n\n");
    let _ = writeln!(
        section,
        "On a screen of {WIDTH}x{HEIGHT}, made-up cases, medians in milliseconds; a key is the whole way from the key to the \
         drawn frame, without the terminal's own time. Written by `cargo bench --bench screens`.\n"
    );
    section.push_str("| candidates | frame | j | Ctrl-d | G | sort | filter | undo of an edit |\n");
    section.push_str("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    for size in SIZES {
        let _ = writeln!(section, "{}", line(size));
    }
    section.push('\n');
    section.push_str(&whole_program());
    shared::put("screens", &section);
    print_section(&section);
}

#[expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
fn print_section(section: &str) {
    println!("{section}");
}

/// A line of the table for a made-up case.
fn line(candidates: usize) -> String {
    let mut screen = Screen::on(planning(candidates, 1, Shape::Ladder));
    screen.press("2");
    let frame = median(50, || screen.draw());
    let mut texts = vec![format!("{candidates}"), shown(frame)];
    let cheap = if candidates > 1_000 { 9 } else { 25 };
    for (keys, after, times) in [
        ("j", "", 25),
        ("<ctrl-d>", "", 25),
        ("G", "g", 25),
        ("s", "", cheap),
        ("fcost>3<enter>", "F", cheap),
        ("u", "<ctrl-r>", cheap),
    ] {
        if keys == "u" {
            screen.press("2/c<enter>$");
            screen.press("D");
        }
        let mut measured = Vec::new();
        for _ in 0..times {
            let start = Instant::now();
            screen.press(keys);
            screen.draw();
            measured.push(start.elapsed());
            screen.press(after);
        }
        texts.push(shown(middle(measured)));
    }
    format!("| {} |", texts.join(" | "))
}

struct Screen {
    app: App,
    buffer: Buffer,
}

impl Screen {
    fn on(workbook: Workbook) -> Self {
        let mut app = App::new(&Setup::default(), (WIDTH, HEIGHT));
        let case = Loaded::new(workbook, UserPortfolio::default());
        drop(update(&mut app, Event::Loaded(PathBuf::from("made-up"), Ok(Box::new(case)))));
        Self { app, buffer: Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT)) }
    }

    fn press(&mut self, keys: &str) {
        for key in Key::sequence(keys).unwrap_or_default() {
            drop(update(&mut self.app, Event::Key(key)));
        }
    }

    fn draw(&mut self) {
        self.buffer.reset();
        view(&self.app, &mut self.buffer);
    }
}

fn median(times: usize, mut work: impl FnMut()) -> Duration {
    let measured = (0..times).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    middle(measured.collect())
}

fn middle(mut measured: Vec<Duration>) -> Duration {
    measured.sort_unstable();
    measured.get(measured.len() / 2).copied().unwrap_or_default()
}

fn shown(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64() * 1000.0)
}

/// The program itself in a pseudo-terminal: how soon it shows something and the case, how soon a key, and what it takes
/// while nothing happens.
fn whole_program() -> String {
    let mut text = String::from(
        "The program itself in a pseudo-terminal, in milliseconds: from its start to the first frame and to the case on the screen; \
         from a key to the frame that answers it (median of 50); and the CPU time of all its threads in five seconds without a key.\n\n\
         | case | first frame | case on the screen | key to frame | idle CPU |\n| --- | ---: | ---: | ---: | ---: |\n",
    );
    let mut cases =
        vec![("the tutorial".to_owned(), Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios/tutorial"))];
    let Ok(folder) = tempfile::tempdir() else { return text };
    for size in SIZES {
        let case = folder.path().join(size.to_string());
        if written(&planning(size, 1, Shape::Ladder), &case).is_some() {
            cases.push((format!("{size} candidates"), case));
        }
    }
    for (name, case) in cases {
        match in_terminal(&case) {
            Some(figures) => {
                let figures = figures.map(|figure| format!("{figure:.1}"));
                let _ = writeln!(text, "| {name} | {} |", figures.join(" | "));
            }
            None => {
                let _ = writeln!(text, "| {name} | could not be measured on this system ||||");
            }
        }
    }
    text
}

/// Writes a case into a folder.
fn written(workbook: &Workbook, folder: &Path) -> Option<()> {
    std::fs::create_dir_all(folder).ok()?;
    let tables = beslismacht::model::schema::TABLES.iter().map(|table| table.file);
    for name in std::iter::once("case.toml").chain(tables) {
        if let Some(text) = workbook.file(name) {
            beslismacht::store::write_file(&folder.join(name), text.as_bytes()).ok()?;
        }
    }
    Some(())
}

/// The program in a pseudo-terminal, with a picture of its screen.
struct Session {
    child: Box<dyn portable_pty::Child + Send + Sync>,
    writer: Box<dyn std::io::Write + Send>,
    output: std::sync::mpsc::Receiver<Vec<u8>>,
    parser: vt100::Parser,
    // The terminal is closed when this goes.
    _master: Box<dyn portable_pty::MasterPty + Send>,
}

impl Session {
    fn start(case: &Path) -> Option<Self> {
        use portable_pty::{CommandBuilder, PtySize, native_pty_system};
        use std::io::Read as _;
        let size = PtySize { rows: HEIGHT, cols: WIDTH, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).ok()?;
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_beslismacht"));
        command.arg(case);
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).ok()?;
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().ok()?;
        let writer = pair.master.take_writer().ok()?;
        let (sender, output) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let cells = |count: u16| std::num::NonZero::new(count);
        let parser = vt100::Parser::new(cells(HEIGHT)?, cells(WIDTH)?, 0);
        Some(Self { child, writer, output, parser, _master: pair.master })
    }

    fn type_in(&mut self, text: &str) -> Option<()> {
        self.writer.write_all(text.as_bytes()).ok()?;
        self.writer.flush().ok()
    }

    /// Waits until something holds of the screen.
    fn wait(&mut self, holds: impl Fn(&str) -> bool) -> Option<()> {
        let begin = Instant::now();
        while !holds(&self.parser.screen().contents()) {
            let left = Duration::from_secs(60).checked_sub(begin.elapsed())?;
            self.parser.process(&self.output.recv_timeout(left).ok()?);
        }
        Some(())
    }

    /// Waits until nothing was drawn for a while, or until it is clear that something goes on being drawn.
    fn quiet(&mut self) {
        let begin = Instant::now();
        while begin.elapsed() < Duration::from_secs(5)
            && let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(500))
        {
            self.parser.process(&bytes);
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// First frame, case on the screen, key to frame, idle CPU: in milliseconds.
fn in_terminal(case: &Path) -> Option<[f64; 4]> {
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    let begin = Instant::now();
    let mut session = Session::start(case)?;
    session.wait(|screen| !screen.trim().is_empty())?;
    let first = begin.elapsed();
    session.wait(|screen| screen.contains("1 Overview"))?;
    let ready = begin.elapsed();
    // A search that does not end by itself is stopped: idle is what is left.
    session.type_in("2")?;
    session.wait(|screen| screen.contains("1 of "))?;
    session.quiet();
    if session.parser.screen().contents().contains("searching") {
        session.type_in("\x03")?;
        session.wait(|screen| !screen.contains("searching"))?;
    }
    session.quiet();
    let mut keys = Vec::new();
    for step in 0..50 {
        let down = step % 2 == 0;
        let begin = Instant::now();
        session.type_in(if down { "j" } else { "k" })?;
        session.wait(|screen| screen.contains(if down { "2 of " } else { "1 of " }))?;
        keys.push(begin.elapsed());
    }
    session.quiet();
    let process = session.child.process_id()?;
    let before = cpu(process)?;
    std::thread::sleep(Duration::from_secs(5));
    let idle = cpu(process)?.saturating_sub(before);
    Some([milliseconds(first), milliseconds(ready), milliseconds(middle(keys)), milliseconds(idle)])
}

/// The CPU time that all threads of a process took: the first field of each thread's `schedstat`, in nanoseconds.
fn cpu(process: u32) -> Option<Duration> {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).ok()?;
    let mut sum = 0;
    for thread in threads {
        let stat = std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        sum += stat.split_whitespace().next()?.parse::<u64>().ok()?;
    }
    Some(Duration::from_nanos(sum))
}
