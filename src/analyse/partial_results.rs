//! What an analysis has finished so far, told as it comes.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// It is told no more often than this.
const PARTS_EVERY: Duration = Duration::from_millis(400);

/// The pieces that are finished so far, and who waits for news of them.
pub(super) struct PartialResults<P> {
    state: Mutex<State<P>>,
    changed: Condvar,
}

struct State<P> {
    pieces: Vec<Option<P>>,
    /// Whether something came since it was last told.
    news: bool,
    ended: bool,
}

impl<P: Clone> PartialResults<P> {
    /// None of this many is finished.
    pub fn new(pieces: usize) -> Self {
        let state = State { pieces: vec![None; pieces], news: false, ended: false };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    /// A piece is finished, or has more in it than before.
    pub fn put(&self, piece: usize, found: P) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.pieces[piece] = Some(found);
        state.news = true;
        drop(state);
        self.changed.notify_all();
    }

    /// Tells what is there each time something came, not too often, and never leaves news untold until the work has ended.
    pub fn tell(&self, tell: impl Fn(Vec<Option<P>>)) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let waits = |state: &mut State<P>| !state.news && !state.ended;
            state = self.changed.wait_while(state, waits).unwrap_or_else(PoisonError::into_inner);
            if state.ended {
                return;
            }
            state.news = false;
            let pieces = state.pieces.clone();
            drop(state);
            tell(pieces);
            state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            let pause = self.changed.wait_timeout_while(state, PARTS_EVERY, |state| !state.ended);
            state = pause.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// The pieces.
    pub fn into_pieces(self) -> Vec<Option<P>> {
        self.state.into_inner().unwrap_or_else(PoisonError::into_inner).pieces
    }
}

/// Says that nothing more comes.
pub(super) struct Ended<'a, P>(pub &'a PartialResults<P>);

impl<P> Drop for Ended<'_, P> {
    fn drop(&mut self) {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner).ended = true;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_shortly_after_a_part_was_told_is_told_as_well_though_nothing_follows() {
        let results = PartialResults::new(2);
        let (sender, told) = std::sync::mpsc::channel();
        std::thread::scope(|scope| {
            let _ended = Ended(&results);
            scope.spawn(|| results.tell(|pieces| drop(sender.send(pieces))));
            results.put(0, 1);
            assert_eq!(told.recv().unwrap(), [Some(1), None]);
            results.put(0, 2);
            results.put(1, 3);
            let mut last = Vec::new();
            while last != [Some(2), Some(3)] {
                last = told.recv().unwrap();
            }
        });
        assert_eq!(results.into_pieces(), [Some(2), Some(3)]);
    }
}
