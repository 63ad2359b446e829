//! beslismacht: decision power over digital infrastructure, planned and proven.
//!
//! Data flows one way, and a module uses only those to its left:
//!
//! `messages` ← `model` ← `rules` ← `measure` ← `check` ← `optimise` ← `analyse` ← `store` ← `session` ← `report` ← `job` ← `cli` | `tui`

// What the tests share with those outside names the library as these do.
#[cfg(test)]
extern crate self as beslismacht;

pub mod analyse;
pub mod check;
pub mod cli;
pub mod job;
pub mod measure;
pub mod messages;
pub mod model;
pub mod optimise;
pub mod report;
pub mod rules;
pub mod session;
pub mod store;
#[cfg(feature = "tui")]
pub mod tui;
