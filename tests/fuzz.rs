//! Inputs that are mutated at random, from a corpus that grows with what was found: no reader, writer, key or argument ends the
//! program, and no row is lost in silence.
//!
//! A few thousand in every run; the millions are in `long`. Every input follows from its number, so that what is found can be had
//! again. `tests/RELIABILITY.md` says how many were tried.

mod formats;
#[cfg(feature = "tui")]
mod keys;
mod lines;
#[cfg(feature = "tui")]
mod long;
mod mutation;
mod readers;
mod rows;
#[cfg(feature = "tui")]
mod targets;
