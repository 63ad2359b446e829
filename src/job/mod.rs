//! Background work: the newest wins, the older is told to stop, and a panic becomes an error.
//!
//! One thread does one piece of work at a time. Asking for another while it is busy tells the running one to stop and
//! keeps only the newest request: the right thing where every edit asks anew.

use crate::messages::word;
use crate::say;
use std::any::Any;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// A sign that work is to stop. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Tells the work to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the work is to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A thread that does the newest of the requests that it gets.
#[derive(Debug)]
pub struct Newest<W> {
    shared: Arc<Shared<W>>,
}

#[derive(Debug)]
struct Shared<W> {
    state: Mutex<State<W>>,
    changed: Condvar,
}

#[derive(Debug)]
struct State<W> {
    waiting: Option<(W, Cancel)>,
    running: Option<Cancel>,
    closed: bool,
}

impl<W> Shared<W> {
    fn lock(&self) -> MutexGuard<'_, State<W>> {
        // A poisoned lock still holds a state that makes sense: every change of it is a single assignment.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<W: Send + 'static> Newest<W> {
    /// Starts the thread. `work` is called for each request with a sign to look at; what it finds it sends itself. Where
    /// it panics, `failed` is called with the panic's message and the thread goes on.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        name: &str,
        mut work: impl FnMut(W, &Cancel) + Send + 'static,
        mut failed: impl FnMut(String) + Send + 'static,
    ) -> std::io::Result<Self> {
        let state = State { waiting: None, running: None, closed: false };
        let shared = Arc::new(Shared { state: Mutex::new(state), changed: Condvar::new() });
        let own = Arc::clone(&shared);
        thread::Builder::new().name(name.to_owned()).spawn(move || {
            while let Some((request, cancel)) = next(&own) {
                let done = guard(|| work(request, &cancel));
                own.lock().running = None;
                own.changed.notify_all();
                if let Err(message) = done {
                    failed(message);
                }
            }
        })?;
        Ok(Self { shared })
    }

    /// Asks for work. What runs is told to stop, and what waited is forgotten.
    pub fn submit(&self, request: W) {
        let mut state = self.shared.lock();
        state.waiting = Some((request, Cancel::default()));
        if let Some(running) = &state.running {
            running.cancel();
        }
        drop(state);
        self.shared.changed.notify_all();
    }

    /// Tells what runs and what waits to stop. What waits is still begun, so that whoever asked for it gets an answer.
    pub fn cancel(&self) {
        let state = self.shared.lock();
        let waiting = state.waiting.as_ref().map(|(_, cancel)| cancel);
        for cancel in state.running.iter().chain(waiting) {
            cancel.cancel();
        }
    }

    /// Tells everything to stop and waits until nothing runs, at most so long; whether nothing runs.
    pub fn stop(&self, longest: Duration) -> bool {
        self.cancel();
        let mut state = self.shared.lock();
        state.waiting = None;
        let waited = self.shared.changed.wait_timeout_while(state, longest, |state| state.running.is_some());
        waited.unwrap_or_else(PoisonError::into_inner).0.running.is_none()
    }
}

fn next<W>(shared: &Shared<W>) -> Option<(W, Cancel)> {
    let mut state = shared.lock();
    loop {
        if state.closed {
            return None;
        }
        if let Some((request, cancel)) = state.waiting.take() {
            state.running = Some(cancel.clone());
            return Some((request, cancel));
        }
        state = shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
}

impl<W> Drop for Newest<W> {
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        state.closed = true;
        if let Some(running) = &state.running {
            running.cancel();
        }
        drop(state);
        self.shared.changed.notify_all();
    }
}

/// How many threads the machine works on at the same time.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// Does work and makes a panic in it an error with the panic's message.
///
/// # Errors
/// The panic's message as a sentence.
pub fn guard<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let message = message(panic.as_ref());
        say!("job-program-made-mistake", message = message)
    })
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref().cloned()).unwrap_or_else(|| word("no message"))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn the_newest_request_wins_and_the_running_one_is_told_to_stop() {
        let (started, starts) = mpsc::channel();
        let (done, ends) = mpsc::channel();
        let work = move |request: u32, cancel: &Cancel| {
            started.send(request).unwrap();
            while request == 1 && !cancel.is_cancelled() {
                thread::yield_now();
            }
            done.send((request, cancel.is_cancelled())).unwrap();
        };
        let jobs = Newest::start("test", work, |_| {}).unwrap();
        jobs.submit(1);
        assert_eq!(starts.recv().unwrap(), 1);
        jobs.submit(2);
        jobs.submit(3);
        assert_eq!(ends.recv().unwrap(), (1, true));
        // 2 may have been taken before 3 came, but 3 is always the last.
        let mut last = ends.recv().unwrap().0;
        if last == 2 {
            last = ends.recv().unwrap().0;
        }
        assert_eq!(last, 3);
        assert!(jobs.stop(Duration::from_secs(5)));
    }

    #[test]
    fn what_is_cancelled_before_it_began_is_answered_too() {
        let (done, ends) = mpsc::channel();
        let (release, gate) = mpsc::channel::<()>();
        let work = move |request: u32, cancel: &Cancel| {
            if request == 1 {
                gate.recv().unwrap();
            }
            done.send((request, cancel.is_cancelled())).unwrap();
        };
        let jobs = Newest::start("test", work, |_| {}).unwrap();
        jobs.submit(1);
        jobs.submit(2);
        jobs.cancel();
        release.send(()).unwrap();
        // The first may have been replaced before it began.
        let first = ends.recv().unwrap();
        let last = if first.0 == 1 { ends.recv().unwrap() } else { first };
        assert_eq!(last, (2, true));
    }

    #[test]
    fn a_panic_becomes_an_error_and_the_thread_goes_on() {
        let (done, ends) = mpsc::channel();
        let (failed, failures) = mpsc::channel();
        let work = move |request: u32, _: &Cancel| {
            assert!(request != 1, "one is too few");
            done.send(request).unwrap();
        };
        let jobs = Newest::start("test", work, move |message| failed.send(message).unwrap()).unwrap();
        jobs.submit(1);
        assert!(failures.recv().unwrap().contains("one is too few"));
        jobs.submit(2);
        assert_eq!(ends.recv().unwrap(), 2);
    }
}
