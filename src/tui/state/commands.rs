//! A line of the table of commands, and what does a command.

use super::App;
use crate::messages::text_of;
use crate::tui::commands::{Command, Context};

/// A function that does a command; some need to know which.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Run {
    /// Does the one.
    It(fn(&mut App)),
    /// Does one of several.
    Which(fn(&mut App, Command)),
}

impl Run {
    /// Does a command.
    pub fn call(self, app: &mut App, command: Command) {
        match self {
            Self::It(run) => run(app),
            Self::Which(run) => run(app, command),
        }
    }
}

/// A line of the table of commands.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its name in keymap files.
    pub id: &'static str,
    /// The keys that it has unless the keymap file changes them.
    pub keys: &'static [&'static str],
    /// Where it means something.
    pub context: Context,
    /// How soon the footer shows it: 1 first, 9 last, 0 never.
    pub hint: u8,
    /// What does it.
    pub(crate) run: Run,
}

impl Entry {
    /// Its name in the footer and the palette.
    pub fn title(&self) -> String {
        match self.command {
            Command::Go(screen) => screen.title(),
            Command::GoAnalysis(kind) => kind.spec().title(),
            _ => text_of("command", self.context.id(), self.id, "title"),
        }
    }

    /// What it does, in one sentence.
    pub fn doc(&self) -> String {
        match self.command {
            Command::Go(screen) => text_of("screen", "", screen.0, "doc"),
            Command::GoAnalysis(kind) => kind.spec().question(),
            _ => text_of("command", self.context.id(), self.id, "doc"),
        }
    }
}

/// A line of the table of commands before it is known where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Binding {
    command: Command,
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    run: Run,
}

impl Binding {
    /// The line in a place.
    pub fn entry(&self, context: Context) -> Entry {
        let Self { command, id, keys, hint, run } = *self;
        Entry { command, id, keys, context, hint, run }
    }
}

/// A command with its name in keymap files, its keys, how soon the footer shows it, and what does it.
pub(crate) const fn bind(
    command: Command,
    id: &'static str,
    keys: &'static [&'static str],
    hint: u8,
    run: Run,
) -> Binding {
    Binding { command, id, keys, hint, run }
}
