//! The program in a real (pseudo-)terminal: start, resize, edit, optimise, stop, crash and recovery, quit.
#![cfg(all(feature = "tui", unix))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
// A test plays the other planner, who writes files in whatever way.
#![allow(clippy::disallowed_methods)]

#[path = "terminal/keeping.rs"]
mod keeping;
#[path = "terminal/pty.rs"]
mod pty;
#[path = "terminal/rough.rs"]
mod rough;
#[path = "terminal/sessions.rs"]
mod sessions;
