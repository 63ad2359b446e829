//! Ctrl-C: the first asks the work to stop with what it has, the second ends the program.

use super::failure::Failure;
use crate::say;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether Ctrl-C was pressed since it was made.
#[derive(Debug, Clone)]
pub(super) struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens from now on.
    pub fn listen() -> Result<Self, Failure> {
        Self::listening().map_err(|error| Failure::failed(say!("analysis-ctrl-cannot-listened", error = error)))
    }

    fn listening() -> io::Result<Self> {
        let pressed = Arc::new(AtomicBool::new(false));
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
            // The order counts: the second signal finds the flag set and ends the program as it would without us.
            signal_hook::flag::register_conditional_default(signal, Arc::clone(&pressed))?;
            signal_hook::flag::register(signal, Arc::clone(&pressed))?;
        }
        Ok(Self(pressed))
    }

    /// Whether it was pressed.
    pub fn pressed(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
