//! The thread that reads and writes files, seen from the main one: what was asked of it, whether it is done, and what happens where the
//! disk does not answer.

#[cfg(test)]
mod hanging_tests;

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::DiskWorker;
use crate::say;
use crate::session::Document;
use crate::session::on_disk::Basis;
use crate::tui::event::{Effect, Event};
use crate::tui::runtime::environment::Environment;
use crate::tui::runtime::news::News;
use crate::tui::runtime::rescue::Rescuer;

/// The thread that reads and writes files.
pub struct Disk {
    tasks: Option<Sender<Effect>>,
    thread: Option<JoinHandle<()>>,
    /// Says of each task that it was done.
    done: Receiver<()>,
    /// The tasks that were not done when last asked, the oldest first.
    waiting: VecDeque<Waiting>,
    /// When a task was done last, or was asked for while there was none.
    since: Instant,
    /// Whether those for the journal took too long when last asked.
    is_slow: bool,
    /// The open case as the thread read or saved it last.
    basis: Arc<Mutex<Option<Basis>>>,
    /// Keeps unsaved edits while the disk does not answer.
    rescuer: Option<Rescuer>,
    /// Whether it did not when last asked.
    hangs: bool,
    /// Whether nobody waits for the thread any more: what was asked of it and not begun is kept elsewhere.
    given_up: Arc<AtomicBool>,
    news: Sender<News>,
}

/// A task that waits.
struct Waiting {
    /// Whether it is about what must be there after a crash.
    keeps: bool,
    /// It takes no longer than this where the disk answers.
    longest: Duration,
}

impl Waiting {
    const fn of(task: &Effect) -> Self {
        let computes = matches!(
            task,
            Effect::Load(_) | Effect::LoadSecondCase(_) | Effect::Read { .. } | Effect::Export(_) | Effect::Preview(_)
        );
        Self { keeps: keeps(task), longest: if computes { WORK } else { ANSWER } }
    }
}

/// A disk that does not answer for so long hangs.
const ANSWER: Duration = Duration::from_secs(3);

/// So long reading a case, or making a large report, may take.
const WORK: Duration = Duration::from_secs(60);

impl Disk {
    /// Starts the thread.
    pub fn start(news: Sender<News>, environment: &Environment) -> io::Result<Self> {
        let ((tasks, queue), (told, done)) = (channel(), channel());
        let basis = Arc::<Mutex<Option<Basis>>>::default();
        let Environment { who, settings, state, .. } = environment.clone();
        let author = environment.author();
        let (more, published) = (news.clone(), Arc::clone(&basis));
        let given_up = Arc::<AtomicBool>::default();
        let stop = Arc::clone(&given_up);
        let thread = thread::Builder::new().name("disk".into()).spawn(move || {
            let mut worker =
                DiskWorker { news, who, author, settings, state, opened: None, basis: published, given_up: stop };
            worker.work(&queue, &told);
        })?;
        Ok(Self {
            tasks: Some(tasks),
            thread: Some(thread),
            done,
            waiting: VecDeque::new(),
            since: Instant::now(),
            is_slow: false,
            basis,
            rescuer: None,
            hangs: false,
            given_up,
            news: more,
        })
    }

    /// Waits until the edits are in the journal, so that what the planner sees is there also after a crash. A disk that takes longer
    /// than this keeps nobody waiting, and only once; the frame says so then.
    pub fn wait_for_journal(&mut self, longest: Duration) {
        let longest = if self.is_slow { Duration::ZERO } else { longest };
        let began = Instant::now();
        while self.done.try_recv().is_ok() {
            self.one_done();
        }
        while self.keeps() && self.done.recv_timeout(longest.saturating_sub(began.elapsed())).is_ok() {
            self.one_done();
        }
        self.is_slow = self.keeps();
    }

    fn one_done(&mut self) {
        self.waiting.pop_front();
        self.since = Instant::now();
    }

    fn keeps(&self) -> bool {
        self.waiting.iter().any(|it| it.keeps)
    }

    /// Whether something waits, which is to be looked at again soon.
    pub fn is_busy(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Looks whether the disk answers. While it does not, what is not saved is kept elsewhere, and that is told; where it does again,
    /// that is told as well.
    pub fn watch(&mut self, document: Option<&Document>) -> Option<Event> {
        if self.waiting.front().is_none_or(|it| self.since.elapsed() <= it.longest) {
            // What was kept elsewhere goes when all of it is beside the case.
            if !self.hangs || self.keeps() {
                return None;
            }
            self.hangs = false;
            if let Some(rescuer) = self.rescuer.take() {
                rescuer.end();
            }
            return Some(Event::Hangs(None));
        }
        let is_first = !std::mem::replace(&mut self.hangs, true);
        self.rescue(document);
        // Who has something to keep is told when that is done.
        (is_first && self.rescuer.is_none()).then(|| Event::Hangs(Some(Ok(PathBuf::new()))))
    }

    fn rescue(&mut self, document: Option<&Document>) {
        let Some(document) = document.filter(|it| it.is_dirty() && !it.is_elsewhere()) else { return };
        if self.rescuer.is_none() {
            let basis = self.basis.lock().ok().and_then(|basis| basis.clone()).filter(|it| it.path == document.path);
            self.rescuer = basis.and_then(|basis| Rescuer::start(basis, self.news.clone()));
        }
        if let Some(rescuer) = &mut self.rescuer {
            rescuer.keep(document);
        }
    }

    /// Waits until everything is on disk. Where it does not answer, keeps what is not saved elsewhere, and gives a sentence of what
    /// came of it.
    pub fn end(&mut self, document: Option<&Document>) -> Option<String> {
        if self.finish() {
            return None;
        }
        self.rescue(document);
        let kept = self.rescuer.as_mut().and_then(|it| it.outcome(ANSWER));
        Some(match kept {
            Some(Ok(path)) => say!("rescue-kept", path = path.display()),
            Some(Err(error)) => say!("rescue-not-kept", error = error),
            None if document.is_some_and(Document::is_dirty) => {
                say!("rescue-not-kept", error = say!("rescue-no-place"))
            }
            None => say!("rescue-nothing"),
        })
    }

    /// Whether something that the planner sees is not in the journal yet.
    pub const fn is_behind(&self) -> bool {
        self.is_slow
    }

    /// Puts a task in the queue.
    pub fn submit(&mut self, effect: Effect) {
        if self.waiting.is_empty() {
            self.since = Instant::now();
        }
        self.waiting.push_back(Waiting::of(&effect));
        if let Some(tasks) = &self.tasks {
            // The thread ends only when the sender is dropped, so that this cannot fail before.
            let _ = tasks.send(effect);
        }
    }

    /// Waits until everything in the queue is on disk; gives whether it is. Nobody waits without end for a disk that does not answer.
    fn finish(&mut self) -> bool {
        self.tasks = None;
        let Some(thread) = self.thread.take() else { return true };
        let began = Instant::now();
        while !thread.is_finished() {
            match self.done.recv_timeout(Duration::from_millis(20)) {
                Ok(()) => self.one_done(),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => thread::sleep(Duration::from_millis(1)),
            }
            let (since, longest) = self.waiting.front().map_or((began, ANSWER), |it| (self.since, it.longest));
            if since.elapsed() > longest && began.elapsed() > Duration::from_secs(1) {
                self.given_up.store(true, Ordering::SeqCst);
                return false;
            }
        }
        thread.join().is_ok()
    }
}

impl Drop for Disk {
    /// Also where a panic ends the program: what the planner did last must be in the journal first.
    fn drop(&mut self) {
        self.finish();
    }
}

/// Whether it is about what must be there after a crash.
const fn keeps(task: &Effect) -> bool {
    matches!(task, Effect::Journal(_) | Effect::KeepFound(_))
}
