//! What a search holds in memory, counted by itself: the same search always counts the same, on every machine.
//!
//! Whatever there is much of (paths, bases, decisions, multipliers) holds a [`Held`] of its size, which is given back when
//! it is dropped. What is shared is counted once. What allocators and small things add is left out.

use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts what one search holds. Its clones count together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meter(Arc<AtomicU64>);

impl Meter {
    /// Counts this many bytes until what is given is dropped.
    pub fn hold(&self, bytes: usize) -> Held {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.0.fetch_add(bytes, Ordering::Relaxed);
        Held(Some((self.clone(), bytes)))
    }

    /// Something that is counted as this many bytes.
    pub fn counted<T>(&self, value: T, bytes: usize) -> Counted<T> {
        Counted { value, _held: self.hold(bytes) }
    }

    /// The bytes that are held now.
    pub fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A part of what is held; nothing by default.
#[derive(Debug, Default)]
pub(crate) struct Held(Option<(Meter, u64)>);

impl Drop for Held {
    fn drop(&mut self) {
        if let Some((meter, bytes)) = &self.0 {
            meter.0.fetch_sub(*bytes, Ordering::Relaxed);
        }
    }
}

impl Clone for Held {
    fn clone(&self) -> Self {
        let Some((meter, bytes)) = &self.0 else { return Self::default() };
        meter.0.fetch_add(*bytes, Ordering::Relaxed);
        Self(self.0.clone())
    }
}

/// How much something takes says nothing of what it is.
impl PartialEq for Held {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Something that is counted.
#[derive(Debug)]
pub(crate) struct Counted<T> {
    value: T,
    _held: Held,
}

impl<T> Deref for Counted<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

#[cfg(test)]
thread_local! {
    static PEAK: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// So much is held now. Only tests look at the most that was.
#[cfg(test)]
pub(super) fn note(bytes: u64) {
    PEAK.with(|peak| peak.set(peak.get().max(bytes)));
}

/// So much is held now. Nobody notes it outside tests.
#[cfg(not(test))]
pub(super) fn note(_: u64) {}

/// The most that was held since this was asked last.
#[cfg(test)]
pub(super) fn peak() -> u64 {
    PEAK.with(|peak| peak.replace(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_is_counted_until_the_last_of_it_is_dropped() {
        let meter = Meter::default();
        let one = Arc::new(meter.counted(vec![1_u8; 10], 10));
        let shared = Arc::clone(&one);
        let held = meter.hold(5);
        let twice = held.clone();
        assert_eq!((meter.bytes(), one[0]), (20, 1));
        drop((one, held));
        assert_eq!(meter.bytes(), 15);
        drop((shared, twice, Held::default()));
        assert_eq!(meter.bytes(), 0);
    }
}
