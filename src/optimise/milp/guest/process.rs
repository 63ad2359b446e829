//! A process that is not trusted: limits of time, memory, silence and disk, and ended with all that it started.

use crate::say;
use std::io::{BufRead as _, BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};
use std::{fs, io};

/// What a process may take.
#[derive(Debug, Clone)]
pub(super) struct Limits {
    /// It is ended after so long; none is never.
    pub time: Option<Duration>,
    /// It is ended where it says nothing for so long.
    pub silence: Duration,
    /// Memory, in megabytes.
    pub memory: u64,
    /// The largest file that it may write, and the most that its folder may hold, in megabytes.
    pub file: u64,
    /// The most that it may print, in megabytes.
    pub output: u64,
}

/// How a process ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ending {
    /// By itself, with success.
    Exited,
    /// It was ended, because its time was over.
    OutOfTime,
    /// It was ended, because somebody asked for that.
    Cancelled,
    /// It failed, or was ended because of what it did.
    Failed(String),
}

/// The listener is asked at least so often whether to go on.
const BEAT: Duration = Duration::from_millis(20);

/// Its folder is measured so often.
const MEASURE: Duration = Duration::from_millis(500);

/// Longer lines are cut.
const LINE: u64 = 64 * 1024;

const MEGABYTE: u64 = 1024 * 1024;

/// Sets the limits and starts the program behind them; should we go away, the pipe from us ends and everything with it.
///
/// Setting limits in the child and being told of a parent's death both need `unsafe` in Rust; a shell does both.
#[cfg(unix)]
const SHELL: &str = r#"ulimit -v "$1" 2>/dev/null; ulimit -f "$2" 2>/dev/null; ulimit -c 0 2>/dev/null; shift 2
exec 3<&0
"$@" </dev/null 2>&1 3<&- &
guest=$!
{ cat <&3; kill -9 0; } >/dev/null 2>&1 &
watch=$!
exec 3<&- >/dev/null
wait "$guest"
code=$?
kill -9 "$watch" 2>/dev/null
exit "$code""#;

/// Who is given what a process prints, and may end it.
type Listener<'a> = &'a mut dyn FnMut(Option<&str>, Duration) -> ControlFlow<()>;

/// Runs a program in a folder. `on` is given each line of its output, or none if there is none for a while, and may end
/// it.
pub(super) fn run(
    program: &Path,
    arguments: &[String],
    folder: &Path,
    limits: &Limits,
    on: Listener<'_>,
) -> io::Result<Ending> {
    let began = Instant::now();
    let mut child = Running(command(program, arguments, limits).current_dir(folder).spawn()?);
    let output = child.0.stdout.take().ok_or_else(|| io::Error::other(say!("guest-no-output")))?;
    let (tell, news) = sync_channel(1024);
    let most = limits.output.saturating_mul(MEGABYTE);
    let listener = thread::Builder::new().name("guest".to_owned()).spawn(move || listen(output, most, &tell))?;
    let ending = watch(&news, &mut child, folder, limits, began, on);
    child.end();
    drop(news);
    // The pipe is closed now: the listener ends by itself.
    let _ = listener.join();
    ending
}

#[cfg(unix)]
pub(super) fn command(program: &Path, arguments: &[String], limits: &Limits) -> Command {
    use std::os::unix::process::CommandExt as _;
    let mut command = Command::new("/bin/sh");
    command.args(["-c", SHELL, "sh", &(limits.memory * 1024).to_string(), &(limits.file * 2048).to_string()]);
    command.arg(program).args(arguments).process_group(0);
    // Its own linear algebra would take a thread, and memory, for each core.
    command.env("OPENBLAS_NUM_THREADS", "1");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

#[cfg(not(unix))]
pub(super) fn command(program: &Path, arguments: &[String], _limits: &Limits) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// A process that does not outlive its owner.
struct Running(Child);

impl Running {
    /// Ends it with all that it started, if it still runs.
    fn end(&mut self) {
        #[cfg(unix)]
        if let Ok(id) = i32::try_from(self.0.id())
            && let Some(group) = rustix::process::Pid::from_raw(id)
        {
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// What was heard of it.
enum News {
    Line(String),
    /// It prints without end, and nobody listens any more.
    TooMuch,
}

/// Passes on what it prints, line by line, until the end or until nobody listens.
fn listen(output: impl Read, most: u64, tell: &SyncSender<News>) {
    let mut reader = BufReader::new(output);
    let mut heard: u64 = 0;
    let mut line = Vec::new();
    loop {
        line.clear();
        let Ok(read) = reader.by_ref().take(LINE).read_until(b'\n', &mut line) else { return };
        heard += read as u64;
        let news = if heard > most { News::TooMuch } else { News::Line(String::from_utf8_lossy(&line).into_owned()) };
        if read == 0 || tell.send(news).is_err() || heard > most {
            return;
        }
    }
}

fn watch(
    news: &Receiver<News>,
    child: &mut Running,
    folder: &Path,
    limits: &Limits,
    began: Instant,
    on: Listener<'_>,
) -> io::Result<Ending> {
    let (mut spoke, mut measured, mut closed) = (began, began, false);
    loop {
        let line = match news.recv_timeout(BEAT) {
            Ok(News::Line(line)) => Some(line),
            Ok(News::TooMuch) => {
                return Ok(Ending::Failed(say!("guest-printed-too-much", megabytes = limits.output)));
            }
            Err(RecvTimeoutError::Timeout) => None,
            // Its output is at its end; it may still be running.
            Err(RecvTimeoutError::Disconnected) => {
                if let Some(status) = child.0.try_wait()? {
                    return Ok(ending(status, limits));
                }
                if !closed {
                    (spoke, closed) = (Instant::now(), true);
                }
                thread::sleep(Duration::from_millis(2));
                None
            }
        };
        let now = Instant::now();
        if line.is_some() {
            spoke = now;
        }
        if on(line.as_deref(), began.elapsed()).is_break() {
            return Ok(Ending::Cancelled);
        }
        if limits.time.is_some_and(|time| now.duration_since(began) >= time) {
            return Ok(Ending::OutOfTime);
        }
        if closed && now.duration_since(spoke) >= Duration::from_secs(2) {
            return Ok(Ending::Failed(say!("guest-closed-output")));
        }
        if now.duration_since(spoke) >= limits.silence {
            let seconds = limits.silence.as_secs();
            return Ok(Ending::Failed(say!("guest-said-nothing", seconds = seconds)));
        }
        if now.duration_since(measured) >= MEASURE {
            measured = now;
            if size_of(folder) > limits.file.saturating_mul(MEGABYTE) {
                return Ok(Ending::Failed(say!("guest-wrote-too-much", megabytes = limits.file)));
            }
        }
    }
}

fn ending(status: ExitStatus, limits: &Limits) -> Ending {
    if status.success() {
        return Ending::Exited;
    }
    let memory = limits.memory;
    Ending::Failed(match status.code() {
        // A shell adds 128 to the number of the signal that ended its child.
        Some(code @ (134 | 137 | 139)) => {
            say!("guest-crashed-by-signal", signal = code - 128, memory = memory)
        }
        Some(126 | 127) => say!("guest-not-started"),
        Some(code @ 129..=192) => say!("guest-ended-by-signal", signal = code - 128),
        Some(code) => say!("guest-ended-with-code", code = code),
        None => say!("guest-crashed", memory = memory),
    })
}

/// The bytes of the files in a folder.
fn size_of(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    entries.flatten().filter_map(|entry| entry.metadata().ok()).map(|facts| facts.len()).sum()
}
