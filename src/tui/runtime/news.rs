//! What threads tell the main one.

use std::ops::ControlFlow;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use crate::job::Cancel;
use crate::tui::event::Event;

/// What the main thread waits for.
pub(super) enum News {
    Event(Event),
    Signal(i32),
}

/// News of a search is sent at most so often.
pub(super) const NEWS_EVERY: Duration = Duration::from_millis(100);

/// Tells of work now and then while it goes on, until it is cancelled.
pub(super) struct Listener<'a> {
    cancel: &'a Cancel,
    sender: &'a Sender<News>,
    last: Option<Instant>,
}

impl<'a> Listener<'a> {
    pub fn new(cancel: &'a Cancel, sender: &'a Sender<News>) -> Self {
        Self { cancel, sender, last: None }
    }

    /// Tells this if it is time, and says whether to go on.
    pub fn hear(&mut self, event: impl FnOnce() -> Event) -> ControlFlow<()> {
        if self.last.is_none_or(|last| last.elapsed() >= NEWS_EVERY) {
            self.last = Some(Instant::now());
            let _ = self.sender.send(News::Event(event()));
        }
        if self.cancel.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}
