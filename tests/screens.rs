//! The terminal interface without a terminal: keys in, state and screens out.

mod analyses;
mod comparing;
pub mod driver;
mod editing;
mod figures;
mod finding;
mod hostile;
mod keymap;
mod keys;
mod looks;
mod named;
mod own;
mod page;
mod pasting;
mod pillars;
mod planning;
mod proposals;
mod scenarios;
mod sizes;
mod states;
mod tables;
mod themes;
mod undo;
mod words;
