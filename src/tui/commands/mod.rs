//! The table of commands: keys, footer hints, the `?` help, the `:` palette and the page of keys are made from it, and it says what
//! does each command.
//!
//! What is a screen's own stands in the screen's file; everything else stands in `table`. A new command is a variant of
//! [`Command`] (or [`Command::Only`], where no other screen has it), a line with its
//! handler, and its two texts in `messages`: `command-ID-title` and `command-ID-doc`. Nothing else names keys.

mod command;
mod context;
mod run;
mod table;

pub use command::Command;
pub use context::Context;
pub(crate) use run::Run;
pub(crate) use table::{Binding, bind};
pub use table::{COMMANDS, Entry};
