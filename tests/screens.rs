//! The terminal interface without a terminal: keys in, state and screens out.
#![cfg(feature = "tui")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "screens/analyses.rs"]
mod analyses;
#[path = "screens/comparing.rs"]
mod comparing;
#[path = "screens/driver.rs"]
mod driver;
#[path = "screens/editing.rs"]
mod editing;
#[path = "screens/figures.rs"]
mod figures;
#[path = "screens/finding.rs"]
mod finding;
#[path = "screens/keymap.rs"]
mod keymap;
#[path = "screens/keys.rs"]
mod keys;
#[path = "screens/looks.rs"]
mod looks;
#[path = "screens/own.rs"]
mod own;
#[path = "screens/page.rs"]
mod page;
#[path = "screens/pasting.rs"]
mod pasting;
#[path = "screens/planning.rs"]
mod planning;
#[path = "screens/scenarios.rs"]
mod scenarios;
#[path = "screens/sizes.rs"]
mod sizes;
#[path = "screens/states.rs"]
mod states;
#[path = "screens/tables.rs"]
mod tables;
#[path = "screens/themes.rs"]
mod themes;
#[path = "screens/undo.rs"]
mod undo;
