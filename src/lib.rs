//! beslismacht: decision power over digital infrastructure, planned and proven.
//!
//! Data flows one way, and a module uses only those to its left:
//!
//! `model` ← `measure` ← `check` ← `optimise` ← `analyse` ← `edit` ← `store` ← `report` ← `job` ← `cli` | `tui`

pub mod analyse;
pub mod check;
pub mod cli;
pub mod edit;
pub mod job;
pub mod measure;
pub mod model;
pub mod optimise;
pub mod report;
pub mod session;
pub mod store;
#[cfg(feature = "tui")]
pub mod tui;
