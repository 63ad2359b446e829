//! Which language is spoken, by its place in the list of languages.

use std::sync::atomic::{AtomicUsize, Ordering};

/// The language of the program: the same in all its threads.
static OF_PROGRAM: AtomicUsize = AtomicUsize::new(0);

#[cfg(test)]
thread_local! {
    /// The language of a test, which runs beside others in the same program.
    pub(super) static OF_TEST: std::cell::Cell<Option<usize>> = const { std::cell::Cell::new(None) };
}

/// The place of the language that is spoken.
pub(super) fn spoken() -> usize {
    #[cfg(test)]
    if let Some(place) = OF_TEST.get() {
        return place;
    }
    OF_PROGRAM.load(Ordering::Relaxed)
}

/// From now on the program speaks the language at this place.
pub(super) fn speak(place: usize) {
    OF_PROGRAM.store(place, Ordering::Relaxed);
}
