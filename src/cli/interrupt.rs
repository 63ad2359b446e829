//! Ctrl-C, or a request to end: the first asks the work to stop with what it has, the second ends the program.

use super::failure::Failure;
use crate::say;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether Ctrl-C was pressed, or the program was asked to end, since it was made.
#[derive(Debug, Clone)]
pub(super) struct Interrupt {
    pressed: Arc<AtomicBool>,
    asked_to_end: Arc<AtomicBool>,
    skip: Arc<AtomicBool>,
}

impl Interrupt {
    /// Listens from now on.
    pub fn listen() -> Result<Self, Failure> {
        Self::listening().map_err(|error| Failure::failed(say!("analysis-ctrl-cannot-listened", error = error)))
    }

    fn listening() -> io::Result<Self> {
        let pressed = Arc::new(AtomicBool::new(false));
        let asked_to_end = Arc::new(AtomicBool::new(false));
        signal_hook::flag::register(signal_hook::consts::SIGTERM, Arc::clone(&asked_to_end))?;
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
            // The order counts: the second signal finds the flag set and ends the program as it would without us.
            signal_hook::flag::register_conditional_default(signal, Arc::clone(&pressed))?;
            signal_hook::flag::register(signal, Arc::clone(&pressed))?;
        }
        let skip = Arc::new(AtomicBool::new(false));
        Ok(Self { pressed, asked_to_end, skip })
    }

    /// From now on Ctrl-\ skips the question that is worked on, where the system knows that key.
    pub fn listen_for_skip(&self) -> io::Result<()> {
        #[cfg(unix)]
        signal_hook::flag::register(signal_hook::consts::SIGQUIT, Arc::clone(&self.skip))?;
        Ok(())
    }

    /// Whether it was skipped since this was last asked.
    pub fn is_skipped(&self) -> bool {
        self.skip.swap(false, Ordering::Relaxed)
    }

    /// Whether it was pressed.
    pub fn pressed(&self) -> bool {
        self.pressed.load(Ordering::Relaxed)
    }

    /// By what the work was stopped, as messages tell them apart.
    pub fn by(&self) -> &'static str {
        if self.asked_to_end.load(Ordering::Relaxed) { "term" } else { "key" }
    }
}
