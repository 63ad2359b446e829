//! The calls of the system by which cases are saved and edits kept. They go through one place, so that a test can have each of them
//! fail.

use std::fs::File;
use std::io::{self, Write as _};

/// Does a call.
pub(super) fn call<T>(call: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    #[cfg(test)]
    failing::next()?;
    call()
}

/// Writes all of it.
pub(super) fn write_all(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    #[cfg(test)]
    failing::next().inspect_err(|_| failing::in_part(file, bytes))?;
    file.write_all(bytes)
}

/// Flushes what was written to the disk.
pub(super) fn sync(file: &File) -> io::Result<()> {
    call(|| file.sync_all())
}

/// A system whose calls fail.
#[cfg(test)]
pub(crate) mod failing {
    use std::cell::Cell;
    use std::fs::File;
    use std::io::{self, Write as _};
    use std::sync::{Condvar, Mutex};
    use std::thread::ThreadId;

    /// How calls fail.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) enum Fails {
        /// One does, those behind it work again.
        Once,
        /// From one on all do, as where a program is killed.
        ForGood,
    }

    thread_local! {
        static CALLS: Cell<usize> = const { Cell::new(0) };
        static FAILS: Cell<Option<(usize, Fails)>> = const { Cell::new(None) };
    }

    /// Does something on this thread while the call of this number fails; gives what it made and how many calls it did.
    pub(crate) fn with<T>(fails: Option<(usize, Fails)>, work: impl FnOnce() -> T) -> (T, usize) {
        CALLS.set(0);
        FAILS.set(fails);
        let made = work();
        FAILS.set(None);
        (made, CALLS.get())
    }

    pub(super) fn next() -> io::Result<()> {
        wait_for_answer();
        let call = CALLS.get();
        CALLS.set(call + 1);
        match FAILS.get() {
            Some((at, Fails::Once)) if call == at => Err(full()),
            Some((at, Fails::ForGood)) if call >= at => Err(full()),
            _ => Ok(()),
        }
    }

    /// The threads whose calls do not return, as on a disk behind a network that is gone.
    static HANGING: (Mutex<Vec<ThreadId>>, Condvar) = (Mutex::new(Vec::new()), Condvar::new());

    /// From now on the calls of a thread do not return until [`answer`].
    #[cfg(feature = "tui")]
    pub(crate) fn hang(thread: ThreadId) {
        HANGING.0.lock().unwrap().push(thread);
    }

    /// The calls of a thread return again.
    #[cfg(feature = "tui")]
    pub(crate) fn answer(thread: ThreadId) {
        HANGING.0.lock().unwrap().retain(|it| *it != thread);
        HANGING.1.notify_all();
    }

    fn wait_for_answer() {
        let here = std::thread::current().id();
        let mut hanging = HANGING.0.lock().unwrap();
        while hanging.contains(&here) {
            hanging = HANGING.1.wait(hanging).unwrap();
        }
    }

    fn full() -> io::Error {
        io::ErrorKind::StorageFull.into()
    }

    /// A disk that is full, or a program that is killed, takes the first part of what is written.
    pub(super) fn in_part(file: &mut File, bytes: &[u8]) {
        if FAILS.get().is_some_and(|(at, _)| at + 1 == CALLS.get()) {
            let _ = file.write_all(bytes.get(..bytes.len() / 2).unwrap_or_default());
        }
    }
}
