//! The one table of commands: keys, footer hints, the `?` help, the `:` palette and the page of keys are made from it.
//!
//! A new command is a variant of [`Command`], a line in [`COMMANDS`] and an arm in `update`. Nothing else names keys.

mod command;
mod context;
mod table;

pub use command::Command;
pub use context::Context;
pub use table::{COMMANDS, Entry};
