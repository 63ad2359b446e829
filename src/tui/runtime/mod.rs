//! The only part of the interface that touches the terminal, threads, signals and files.
//!
//! The main thread waits for events, hands them to `update`, does the effects and draws when something changed. It blocks
//! while nothing happens. Keys come from one thread, signals from another, files are read and written by a third; the
//! solver, the analyses, the scenarios, large reports and a second case to compare with have one each.

mod analyses;
mod disk;
mod environment;
mod exports;
mod local_time;
mod news;
mod rescue;
mod scenarios;
mod terminal;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use std::{io, thread};

use ratatui::crossterm::event as input;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};

use crate::analyse::complete::{Complete, Completion};
use crate::job::{Cancel, Newest, cores, guard};
use crate::messages;
use crate::model::{Case, Portfolio};
use crate::optimise::{Options, Progress, StayClose, WarmStart, optimise_close, optimise_from};
use crate::say;
use crate::session::analyses::AnalysisRequest;
use crate::tui::event::{Effect, Event, Export};
use crate::tui::key::Key;
use crate::tui::state::App;
use crate::tui::{update, view};
use disk::Disk;
use news::{Listener, News};
use terminal::Screen;

pub use environment::Environment;

/// How the interface ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The planner quit.
    Quit,
    /// A signal asked the process to end: its number.
    Signal(i32),
}

/// Why the interface could not run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TuiError {
    /// The terminal refused.
    #[error("{}", say!("runtime-terminal", error = .0))]
    Terminal(#[from] io::Error),
    /// The disk of the case does not answer; a sentence of what became of unsaved edits.
    #[error("{0}")]
    Hangs(String),
}

/// Opens the interface on a case, or on a picker, and returns when it ends. The terminal is restored in every case.
///
/// # Errors
/// When the terminal cannot be used or the system gives no thread.
pub fn run(path: Option<PathBuf>, environment: &Environment) -> Result<Ending, TuiError> {
    terminal::install_panic_hook();
    let (sender, news) = channel();
    watch_signals(sender.clone())?;
    let mut screen = Screen::enter()?;
    let mut app = App::new(&environment.setup(), screen.size()?);
    app.offset = local_time::offset(clock());
    read_keys(sender.clone())?;
    #[cfg(unix)]
    watch_terminal(sender.clone())?;
    let of_many = Options { guests: environment.guests.clone(), ..Options::default() };
    let options = Options { threads: cores(), ..of_many.clone() };
    let mut runtime = Runtime {
        app,
        jobs: start_solver(sender.clone(), options.clone())?,
        analyses: analyses::start(sender.clone(), of_many.clone())?,
        restored: analyses::start_restoring(sender.clone(), of_many.clone())?,
        scenarios: scenarios::start(sender.clone(), of_many.clone())?,
        exports: exports::start(sender.clone(), of_many)?,
        second_case: start_solver(sender.clone(), options)?,
        disk: Disk::start(sender, environment)?,
        debug_panic: environment.debug_panic,
    };
    let first = path.map_or(Effect::ListCases, Effect::Load);
    runtime.perform(first, &mut screen)?;
    let ending = runtime.run(&news, &mut screen)?;
    // The terminal first, then what is not on disk yet: work that does not stop at once must keep neither.
    drop(screen);
    let hangs = runtime.disk.end(runtime.app.document.as_deref());
    // The solver's own threads must have ended before the process does; but nobody waits long for them, least of all a system that
    // ends its programs.
    let longest = match ending {
        Ending::Quit => Duration::from_secs(2),
        Ending::Signal(_) => Duration::from_secs(1),
    };
    let began = Instant::now();
    let left = || longest.saturating_sub(began.elapsed());
    for work in [&runtime.jobs, &runtime.second_case, &runtime.restored] {
        work.cancel();
    }
    runtime.analyses.cancel();
    runtime.scenarios.cancel();
    runtime.exports.cancel();
    runtime.jobs.stop(left());
    runtime.analyses.stop(left());
    runtime.scenarios.stop(left());
    runtime.second_case.stop(left());
    runtime.restored.stop(left());
    runtime.exports.stop(left());
    hangs.map_or(Ok(ending), |sentence| Err(TuiError::Hangs(sentence)))
}

/// So long a frame waits for what it shows to be in the journal.
const KEPT_WITHIN: Duration = Duration::from_millis(100);

struct Runtime {
    app: App,
    jobs: Newest<Effect>,
    analyses: Newest<AnalysisRequest>,
    /// Reads back what analyses found in an earlier session.
    restored: Newest<Effect>,
    scenarios: Newest<scenarios::Request>,
    /// Makes reports for which much is looked for once more.
    exports: Newest<Export>,
    /// Looks for the best portfolio of a second case.
    second_case: Newest<Effect>,
    disk: Disk,
    debug_panic: bool,
}

impl Runtime {
    fn run(&mut self, news: &Receiver<News>, screen: &mut Screen) -> Result<Ending, TuiError> {
        screen.draw(|buffer| view(&self.app, buffer))?;
        while let Ok(mut next) = self.next(news) {
            let mut resized = false;
            // Everything that already waits is done before the next frame, so that typing never lags behind drawing.
            while let Some(item) = next {
                resized |= matches!(item, News::Event(Event::Resize(..)));
                if let Some(ending) = self.take(item, screen)? {
                    return Ok(ending);
                }
                next = news.try_recv().ok();
            }
            if resized {
                // A terminal that shrank and grew again has lost what stood there, whatever its size is now.
                screen.clear()?;
            }
            self.disk.wait_for_journal(KEPT_WITHIN);
            self.app.is_keeping = self.disk.is_behind();
            if let Some(event) = self.disk.watch(self.app.document.as_deref()) {
                let _ = self.take(News::Event(event), screen)?;
            }
            screen.draw(|buffer| view(&self.app, buffer))?;
        }
        Ok(Ending::Quit)
    }

    /// The next news; none where files are worked on, so that it is looked at again soon.
    fn next(&self, news: &Receiver<News>) -> Result<Option<News>, RecvTimeoutError> {
        if !self.disk.is_busy() {
            return news.recv().map(Some).map_err(RecvTimeoutError::from);
        }
        match news.recv_timeout(KEPT_WITHIN) {
            Err(RecvTimeoutError::Timeout) => Ok(None),
            other => other.map(Some),
        }
    }

    fn take(&mut self, item: News, screen: &mut Screen) -> Result<Option<Ending>, TuiError> {
        let event = match item {
            News::Event(event) => event,
            News::Signal(SIGTSTP) => {
                Self::suspend(screen)?;
                return Ok(None);
            }
            News::Signal(SIGCONT) => {
                screen.resume()?;
                // The size may be another one after a pause.
                let (width, height) = screen.size()?;
                Event::Resize(width, height)
            }
            News::Signal(signal) => return Ok(Some(Ending::Signal(signal))),
        };
        self.debug_panic(&event);
        self.app.tell_time(clock());
        for effect in update(&mut self.app, event) {
            if matches!(effect, Effect::Quit) {
                return Ok(Some(Ending::Quit));
            }
            self.perform(effect, screen)?;
        }
        Ok(None)
    }

    /// In debug builds, and only where the environment asks: a panic, to show that the terminal is restored.
    fn debug_panic(&self, event: &Event) {
        let asked = self.debug_panic && matches!(event, Event::Key(key) if key.character() == Some('!'));
        assert!(!asked, "asked for by BESLISMACHT_DEBUG_PANIC");
    }

    fn suspend(screen: &mut Screen) -> Result<(), TuiError> {
        terminal::give_back();
        signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
        screen.resume()?;
        Ok(())
    }

    fn perform(&mut self, effect: Effect, screen: &mut Screen) -> Result<(), TuiError> {
        match effect {
            Effect::Quit => {}
            Effect::Suspend => Self::suspend(screen)?,
            Effect::Redraw => screen.clear()?,
            Effect::Optimise { .. } | Effect::Complete { .. } => self.jobs.submit(effect),
            Effect::CancelJob => self.jobs.cancel(),
            Effect::Analysis(request) => self.analyses.submit(*request),
            Effect::CancelAnalysis => self.analyses.cancel(),
            Effect::Restore { .. } => self.restored.submit(effect),
            Effect::RunScenarios { job, book, case, names, warm } => {
                self.scenarios.submit(scenarios::Request { job, book: *book, case, names, warm });
            }
            Effect::CancelScenarios => self.scenarios.cancel(),
            Effect::Export(export) if export.asks_much() => self.exports.submit(*export),
            Effect::CancelExport => self.exports.cancel(),
            Effect::OptimiseSecondCase { .. } => self.second_case.submit(effect),
            Effect::Copy(text) => screen.copy(&text)?,
            Effect::Speak(id) => {
                if let Some(language) = messages::by_id(id) {
                    messages::speak(language);
                    for effect in update(&mut self.app, Event::Spoken) {
                        self.perform(effect, screen)?;
                    }
                }
            }
            effect => self.disk.submit(effect),
        }
        Ok(())
    }
}

/// Seconds since the beginning of 1970.
#[expect(clippy::disallowed_methods, reason = "the list of steps says when each was done; nothing is computed from it")]
fn clock() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

fn read_keys(sender: Sender<News>) -> io::Result<()> {
    thread::Builder::new().name("keys".into()).spawn(move || {
        loop {
            let event = match input::read() {
                Ok(input::Event::Key(key)) => Key::of(key).map(Event::Key),
                // Where the mouse only passes nothing changes, and nothing has to be drawn.
                Ok(input::Event::Mouse(mouse)) if mouse.kind == input::MouseEventKind::Moved => None,
                Ok(input::Event::Mouse(mouse)) => Some(Event::Mouse(mouse)),
                Ok(input::Event::Paste(text)) => Some(Event::Paste(text)),
                Ok(input::Event::Resize(width, height)) => Some(Event::Resize(width, height)),
                Ok(_) => None,
                // The terminal is gone.
                Err(_) => Some(Event::Terminate),
            };
            let last = matches!(event, Some(Event::Terminate));
            if let Some(event) = event
                && (sender.send(News::Event(event)).is_err() || last)
            {
                return;
            }
        }
    })?;
    Ok(())
}

/// Says where the terminal goes away. Nobody else may: the signal for it goes to the leader of the session alone, which may
/// ignore it and stay; and whoever waits for keys finds that there is something to read, reads nothing, and waits again, for ever.
#[cfg(unix)]
fn watch_terminal(sender: Sender<News>) -> io::Result<()> {
    use std::io::IsTerminal as _;
    use std::os::fd::OwnedFd;

    use rustix::event::{PollFd, PollFlags, poll};
    // The same one from which keys are read.
    let terminal: OwnedFd = if io::stdin().is_terminal() {
        std::os::fd::AsFd::as_fd(&io::stdin()).try_clone_to_owned()?
    } else {
        std::fs::File::open("/dev/tty")?.into()
    };
    thread::Builder::new().name("terminal".into()).spawn(move || {
        loop {
            // Asked for nothing, the system tells no more than that it is gone.
            let mut asked = [PollFd::new(&terminal, PollFlags::empty())];
            let told = match poll(&mut asked, None) {
                Err(rustix::io::Errno::INTR) => continue,
                Err(_) => return,
                Ok(_) => asked[0].revents(),
            };
            // Systems that cannot watch a terminal in this way say so at once.
            if told.intersects(PollFlags::HUP | PollFlags::ERR) {
                let _ = sender.send(News::Signal(SIGHUP));
            }
            return;
        }
    })?;
    Ok(())
}

fn watch_signals(sender: Sender<News>) -> io::Result<()> {
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            if sender.send(News::Signal(signal)).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

fn start_solver(sender: Sender<News>, options: Options) -> io::Result<Newest<Effect>> {
    // What the last answer left: after an edit the next search starts from there.
    let mut memory = WarmStart::default();
    let work = move |work: Effect, cancel: &Cancel| {
        let mut listener = Listener::new(cancel, &sender);
        let mut solve = |job, case: &Case, warm: Option<&Portfolio>| {
            let answer = guard(|| {
                let on = &mut |progress: &Progress| listener.hear(|| Event::Progress(job, progress.clone()));
                match warm {
                    // What was recommended last stays where nothing is better or cheaper.
                    Some(plan) => optimise_close(case, &options, &StayClose { plan, keep: None }, &mut memory, on),
                    None => optimise_from(case, &options, None, &mut memory, on),
                }
            });
            let answer = answer.and_then(|answer| answer.map_err(|error| error.to_string()));
            Event::Answered(job, answer.map(Box::new))
        };
        let event = match work {
            Effect::Optimise { job, case, warm } => solve(job, &case, warm.as_ref()),
            Effect::OptimiseSecondCase { job, case } => solve(job, &case, None),
            Effect::Complete { job, case, picks, keep, known } => {
                let asked = Complete { case: &case, picks: &picks, keep: &keep, known: &known, options: &options };
                let found = guard(|| complete(job, &asked, &mut memory, cancel, &sender));
                let found = found.and_then(|found| found.map_err(|error| error.to_string()));
                Event::Completed(job, found.map(Box::new))
            }
            _ => return,
        };
        // Where nobody listens any more, the program is ending.
        let _ = sender.send(News::Event(event));
    };
    Newest::start("solver", work, |_| {})
}

fn complete(
    job: u64,
    asked: &Complete<'_>,
    memory: &mut WarmStart,
    cancel: &Cancel,
    sender: &Sender<News>,
) -> Result<Completion, crate::optimise::OptimiseError> {
    let mut listener = Listener::new(cancel, sender);
    let began = Instant::now();
    asked.run(memory, &mut |step, progress| {
        // Of the whole work, not of the question that is asked now.
        let progress = || Progress { seconds: began.elapsed().as_secs_f64(), ..progress.clone() };
        listener.hear(|| Event::Completing(job, step, progress()))
    })
}
