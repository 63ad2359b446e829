//! A pseudo-terminal with the program in it, and a picture of its screen.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a test waits for something to appear before it fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program in a pseudo-terminal.
pub struct Session {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// What came of a frame of which the end is not there yet: like a terminal that knows how, the picture shows whole frames.
    part: Vec<u8>,
    /// Every byte that the program wrote.
    pub bytes: Vec<u8>,
}

/// Where a frame begins and ends.
const FRAME: [&[u8]; 2] = [b"\x1b[?2026h", b"\x1b[?2026l"];

/// Where the last of such marks begins.
fn last(mark: &[u8], bytes: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).rposition(|it| it == mark)
}

/// How many of these bytes are outside of a frame that is not at its end.
fn whole(bytes: &[u8]) -> usize {
    let (begun, ended) = (last(FRAME[0], bytes), last(FRAME[1], bytes));
    match begun {
        Some(at) if ended < Some(at) => at,
        // A mark may be cut in two.
        _ => bytes.len() - (1..FRAME[0].len()).rev().find(|&part| bytes.ends_with(&FRAME[0][..part])).unwrap_or(0),
    }
}

/// A folder with a copy of a case of the project under `portfolios/`.
pub fn copy_of(case: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("portfolios").join(case);
    std::fs::create_dir_all(&to).unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("portfolios").join(case);
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    (folder, to)
}

fn cells(count: u16) -> std::num::NonZero<u16> {
    std::num::NonZero::new(count).unwrap()
}

impl Session {
    /// Starts the program in a folder, in a terminal of 100 columns and 30 rows.
    pub fn start(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::start_program(env!("CARGO_BIN_EXE_beslismacht"), folder, arguments, variables)
    }

    /// Starts another program, that starts this one.
    pub fn start_program(program: &str, folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        command.env("HOME", folder);
        command.env("LC_ALL", "C");
        command.env_remove("NO_COLOR");
        command.env_remove("RUST_BACKTRACE");
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let parser = vt100::Parser::new(cells(30), cells(100), 0);
        Self { master: pair.master, child, writer, output, parser, part: Vec::new(), bytes: Vec::new() }
    }

    fn take(&mut self, bytes: Vec<u8>) {
        self.part.extend(&bytes);
        let rest = self.part.split_off(whole(&self.part));
        self.parser.process(&std::mem::replace(&mut self.part, rest));
        self.bytes.extend(bytes);
    }

    /// Types.
    pub fn type_in(&mut self, text: &str) -> &mut Self {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        self
    }

    /// Waits until the screen shows a text.
    pub fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_until(&format!("`{text}` on the screen"), |session| session.screen().contains(text))
    }

    /// Waits until the screen no longer shows a text.
    pub fn wait_gone(&mut self, text: &str) -> &mut Self {
        self.wait_until(&format!("`{text}` gone"), |session| !session.screen().contains(text))
    }

    /// Waits until something holds.
    pub fn wait_until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) -> &mut Self {
        let start = Instant::now();
        while !holds(self) {
            let left = PATIENCE.saturating_sub(start.elapsed());
            match self.output.recv_timeout(left.min(Duration::from_millis(50))) {
                Ok(bytes) => self.take(bytes),
                Err(RecvTimeoutError::Timeout) if !left.is_zero() => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("waited in vain for {what}; the screen is\n{}", self.screen())
                }
            }
        }
        self
    }

    /// Types to a program that may have ended meanwhile.
    pub fn try_type(&mut self, text: &str) {
        let _ = self.writer.write_all(text.as_bytes()).and_then(|()| self.writer.flush());
    }

    /// Waits until something holds; gives whether it does before the program has ended.
    pub fn holds_before_the_end(&mut self, holds: impl Fn(&Self) -> bool) -> bool {
        let start = Instant::now();
        while !holds(self) {
            match self.output.recv_timeout(Duration::from_millis(20)) {
                Ok(bytes) => self.take(bytes),
                Err(RecvTimeoutError::Timeout) => {
                    assert!(start.elapsed() < PATIENCE, "waited in vain; the screen is\n{}", self.screen());
                }
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        true
    }

    pub fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Whether the program has given the terminal back: main screen, cursor shown, no mouse.
    pub fn is_restored(&self) -> bool {
        let screen = self.parser.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
            && !screen.bracketed_paste()
    }

    /// Whether the process is stopped; a system that does not say so counts as one where it is.
    pub fn is_stopped(&self) -> bool {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process_id()));
        stat.map_or(true, |stat| stat.rsplit_once(") ").is_none_or(|(_, rest)| rest.starts_with('T')))
    }

    pub fn resize(&mut self, cols: u16, rows: u16) {
        self.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        self.parser.screen_mut().set_size(cells(rows), cells(cols));
    }

    pub fn process_id(&self) -> i32 {
        i32::try_from(self.child.process_id().unwrap()).unwrap()
    }

    /// Sends a signal by its name, such as `TERM`.
    pub fn signal(&self, name: &str) {
        // The shell has a `kill` of its own; a program of that name is not on every machine.
        let line = format!("kill -{name} {}", self.process_id());
        let done = std::process::Command::new("sh").args(["-c", &line]).status();
        assert!(done.unwrap().success());
    }

    /// Waits until the program has ended; gives its exit code.
    pub fn ended(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.take(bytes);
            }
            if let Some(status) = self.child.try_wait().unwrap() {
                while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                    self.take(bytes);
                }
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "it does not end; the screen is\n{}", self.screen());
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
