//! What an analysis has finished so far, told as it comes.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// It is told no more often than this.
const PARTS_EVERY: Duration = Duration::from_millis(400);

/// The pieces that are finished so far, and who waits for news of them.
pub(super) struct PartialResults<P> {
    pieces: Mutex<Vec<Option<P>>>,
    news: News,
}

impl<P: Clone> PartialResults<P> {
    /// None of this many is finished.
    pub fn new(pieces: usize) -> Self {
        Self { pieces: Mutex::new(vec![None; pieces]), news: News::default() }
    }

    /// A piece is finished, or has more in it than before.
    pub fn put(&self, piece: usize, found: P) {
        self.pieces.lock().unwrap_or_else(PoisonError::into_inner)[piece] = Some(found);
        self.news.came();
    }

    /// Tells what is there each time something came, not too often, and never leaves news untold until the work has ended.
    pub fn tell(&self, tell: impl Fn(Vec<Option<P>>)) {
        self.news.each(&|| {
            let pieces = self.pieces.lock().unwrap_or_else(PoisonError::into_inner).clone();
            tell(pieces);
        });
    }

    /// The pieces.
    pub fn into_pieces(self) -> Vec<Option<P>> {
        self.pieces.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Works, while somebody beside it tells what is finished so far.
    pub fn told_beside(&self, tell: &(dyn Fn(Vec<Option<P>>) + Sync), work: &mut dyn FnMut())
    where
        P: Send,
    {
        self.news.told_beside(&|| self.tell(tell), work);
    }
}

/// Whether something came since it was last told, and whether more can come.
#[derive(Default)]
struct News {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    came: bool,
    ended: bool,
}

impl News {
    fn came(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).came = true;
        self.changed.notify_all();
    }

    fn each(&self, tell: &dyn Fn()) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let waits = |state: &mut State| !state.came && !state.ended;
            state = self.changed.wait_while(state, waits).unwrap_or_else(PoisonError::into_inner);
            if state.ended {
                return;
            }
            state.came = false;
            drop(state);
            tell();
            state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
            let pause = self.changed.wait_timeout_while(state, PARTS_EVERY, |state| !state.ended);
            state = pause.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn told_beside(&self, tell: &(dyn Fn() + Sync), work: &mut dyn FnMut()) {
        std::thread::scope(|scope| {
            scope.spawn(tell);
            // Also where the work ends in a panic, so that nobody waits for more.
            let _ended = Ended(self);
            work();
        });
    }
}

/// Says that nothing more comes.
struct Ended<'a>(&'a News);

impl Drop for Ended<'_> {
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
        let tell = |pieces| drop(sender.send(pieces));
        results.told_beside(&tell, &mut || {
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
