//! Written proofs of optimality, and their checker.
//!
//! The format, its rows, the bound that multipliers give and the canonical form of a case are described in the README of
//! this folder, completely enough to write a second checker; `tests/second_checker.py` is one.

mod bound;
mod decision;
mod digest;
mod graph;
mod model;
mod parts;
#[cfg(test)]
mod tests;
mod verify;
mod write;

pub use verify::{Refused, Verified, verify, verify_lines};
pub use write::{Proof, prove};

/// The first entry of the header.
const FORMAT: &str = "beslismacht-proof-2";

/// The level that every domain has to hold in a part of a proof, where that comes first; inside, none below the first rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Floor(Option<crate::model::RungIx>);
