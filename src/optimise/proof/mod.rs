//! Written proofs of optimality, and their checker.
//!
//! The format, its rows, the bound that multipliers give and the canonical form of a case are described in the README of
//! this folder, completely enough to write a second checker; `tests/second_checker.py` is one.

mod bound;
mod decision;
mod digest;
mod graph;
mod model;
#[cfg(test)]
mod tests;
mod verify;
mod write;

pub use verify::{Refused, Verified, verify, verify_lines};
pub use write::{Proof, prove};

/// The first entry of the header.
const FORMAT: &str = "beslismacht-proof-2";
