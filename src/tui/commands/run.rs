//! What does a command.

use super::Command;
use crate::tui::app::App;
use crate::tui::event::Effect;

/// A function that does a command: some need to know which, some ask something of the world.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Run {
    /// Changes the state.
    It(fn(&mut App)),
    /// Changes the state and asks something of the world.
    Do(fn(&mut App) -> Vec<Effect>),
    /// Changes the state, for one of several commands.
    Which(fn(&mut App, Command)),
    /// Both.
    DoWhich(fn(&mut App, Command) -> Vec<Effect>),
}

impl Run {
    /// Does a command.
    pub fn call(self, app: &mut App, command: Command) -> Vec<Effect> {
        match self {
            Self::It(run) => run(app),
            Self::Do(run) => return run(app),
            Self::Which(run) => run(app, command),
            Self::DoWhich(run) => return run(app, command),
        }
        Vec::new()
    }
}
