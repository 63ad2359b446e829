//! The program in a real (pseudo-)terminal: start, resize, edit, optimise, stop, crash and recovery, quit.
// A test plays the other planner, who writes files in whatever way.

mod keeping;
mod killed;
mod pty;
mod rough;
mod sessions;
