//! Counts elementary steps, in tests only: how much is done between two questions whether to stop.
//!
//! A step is about a nanosecond's worth of work. Time itself would say as much about the machine as about the program.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static DONE: Cell<u64> = const { Cell::new(0) };
}

/// This many steps were done.
#[cfg(test)]
pub(super) fn done(steps: usize) {
    DONE.with(|done| done.set(done.get().saturating_add(u64::try_from(steps).unwrap_or(u64::MAX))));
}

/// This many steps were done. Nobody counts them outside tests.
#[cfg(not(test))]
#[inline]
pub(super) fn done(_: usize) {}

/// The steps since this was asked last.
#[cfg(test)]
pub(super) fn taken() -> u64 {
    DONE.with(|done| done.replace(0))
}
