//! What every command of the program is: a name, arguments, and what it does.

use std::ffi::OsString;

use clap::{ArgMatches, Args};

use super::args::When;
use super::failure::{Code, Failure};

/// How the program was called, besides the arguments of the command.
#[derive(Debug, Clone, Copy)]
pub(super) struct Call<'a> {
    /// All that it was called with; the first is its own name.
    pub arguments: &'a [OsString],
    /// When to use colour.
    pub colour: When,
    /// Makes the parser of the whole program.
    pub program: fn() -> clap::Command,
}

/// A command whose arguments are its fields.
pub(super) trait Command: Args + 'static {
    /// Its name.
    const NAME: &'static str;

    /// Does it.
    fn run(&self, call: &Call<'_>) -> Result<Code, Failure>;
}

/// A line of the table of commands: how a command is read, and what does it.
pub(super) struct Entry {
    /// Its parser.
    pub parser: clap::Command,
    /// What does it.
    pub run: Box<Handler>,
}

/// What does a command with its arguments.
pub(super) type Handler = dyn Fn(&ArgMatches, &Call<'_>) -> Result<Code, Failure>;

impl Entry {
    /// The line of a command.
    pub fn of<C: Command>() -> Self {
        Self {
            parser: C::augment_args(clap::Command::new(C::NAME)),
            run: Box::new(|matches, call| C::from_arg_matches(matches)?.run(call)),
        }
    }
}
