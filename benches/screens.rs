//! How fast the terminal interface is: frames, keys, the way to the first frame, and what it takes while nothing happens.
//!
//! `cargo bench --bench screens` measures on made-up cases of 100, 10 000 and 100 000 candidates and writes its section of
//! `PERFORMANCE.md`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use beslismacht::model::Workbook;
use beslismacht::model::generate::{Shape, planning};
use beslismacht::tui::{App, Event, Key, Setup, update, view};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZES: [usize; 3] = [100, 10_000, 100_000];
const WIDTH: u16 = 160;
const HEIGHT: u16 = 45;
const BEGIN: &str = "<!-- figures: screens -->";
const END: &str = "<!-- end of figures: screens -->";

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
    write_section(&section);
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
        drop(app.open(PathBuf::from("made-up"), workbook));
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

/// The program itself in a pseudo-terminal: how soon the first frame is there, and what it takes while nothing happens.
fn whole_program() -> String {
    match idle() {
        Some((start, cpu)) => format!(
            "The program on the tutorial case in a pseudo-terminal: {start:.0} ms from its start to the first frame; in five seconds \
             without a key it took {cpu:.0} ms of CPU time.\n"
        ),
        None => "The program could not be measured in a pseudo-terminal on this system.\n".to_owned(),
    }
}

fn idle() -> Option<(f64, f64)> {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::Read as _;
    let size = PtySize { rows: HEIGHT, cols: WIDTH, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).ok()?;
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_beslismacht"));
    command.arg("portfolios/tutorial");
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command.env("TERM", "xterm-256color");
    let begin = Instant::now();
    let mut child = pair.slave.spawn_command(command).ok()?;
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().ok()?;
    let (sender, output) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = vec![0; 65_536];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if sender.send(String::from_utf8_lossy(&buffer[..count]).into_owned()).is_err() {
                return;
            }
        }
    });
    let mut text = String::new();
    let mut first = None;
    while first.is_none() || !text.contains("proven") {
        text.push_str(&output.recv_timeout(Duration::from_secs(60)).ok()?);
        if first.is_none() && text.contains("Overview") {
            first = Some(begin.elapsed());
        }
    }
    std::thread::sleep(Duration::from_millis(500));
    let process = child.process_id()?;
    let before = cpu(process)?;
    std::thread::sleep(Duration::from_secs(5));
    let after = cpu(process)?;
    child.kill().ok()?;
    let _ = child.wait();
    Some((first?.as_secs_f64() * 1000.0, (after - before) * 10.0))
}

/// Ticks of CPU time that a process took, of a hundredth of a second each.
fn cpu(process: u32) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some(ticks(11)? + ticks(12)?)
}

#[allow(clippy::disallowed_methods)] // A page of the project, not a planner's file.
/// Puts the section between its marks in `PERFORMANCE.md`, and leaves all else as it is.
fn write_section(section: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("PERFORMANCE.md");
    let before = std::fs::read_to_string(&path).unwrap_or_else(|_| "# Performance\n".to_owned());
    let section = format!("{BEGIN}\n{section}{END}\n");
    let parts = before.split_once(BEGIN).and_then(|(head, rest)| Some((head, rest.split_once(END)?.1)));
    let text = match parts {
        Some((head, tail)) => format!("{head}{}{tail}", section.trim_end()),
        None => format!("{}\n\n{section}", before.trim_end()),
    };
    if let Err(error) = std::fs::write(&path, text) {
        print_section(&format!("{}: {error}", path.display()));
    }
}
