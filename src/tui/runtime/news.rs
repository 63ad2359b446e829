//! What threads tell the main one.

use std::time::Duration;

use crate::tui::event::Event;

/// What the main thread waits for.
pub(super) enum News {
    Event(Event),
    Signal(i32),
}

/// News of a search is sent at most so often.
pub(super) const NEWS_EVERY: Duration = Duration::from_millis(100);
