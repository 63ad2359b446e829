//! What is tested from outside, in one program, so that everything is linked once: `.tools/test cli::` runs a part.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
#![allow(clippy::disallowed_methods, reason = "cases are laid out by hand, and a test plays others who write files")]

mod analyses;
mod cli;
mod errors;
mod fuzz;
mod house;
mod made_up;
mod made_up_tests;
mod right_answers;
#[cfg(feature = "tui")]
mod screens;
#[cfg(all(feature = "tui", unix))]
mod terminal;
