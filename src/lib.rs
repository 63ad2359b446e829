//! beslismacht: decision power over digital infrastructure, planned and proven.
//!
//! Data flows one way, and a module uses only those to its left:
//!
//! `messages` ← `model` ← `rules` ← `measure` ← `check` ← `optimise` ← `analyse` ← `store` ← `session` ← `report` ← `job` ← `cli` | `tui`
//!
//! Up to `optimise` it is the crate `beslismacht-engine`; the tests of the library build all of it as one, with what they make up.

// What the tests share with those outside names the library as these do.
#[cfg(test)]
extern crate self as beslismacht;

#[cfg(not(test))]
pub use beslismacht_engine::{check, measure, messages, model, optimise, rules, say};

#[cfg(test)]
pub mod check;
#[cfg(test)]
pub mod measure;
#[cfg(test)]
pub mod messages;
#[cfg(test)]
pub mod model;
#[cfg(test)]
pub mod optimise;
#[cfg(test)]
pub mod rules;

pub mod analyse;
pub mod cli;
pub mod job;
pub mod report;
pub mod session;
pub mod store;
#[cfg(feature = "tui")]
pub mod tui;
