//! The names of the commands and of the places where they mean something. What does them stands in the file of their screen or
//! popup, or in `update/table.rs`.

mod command;
mod context;

pub use command::Command;
pub use context::Context;
