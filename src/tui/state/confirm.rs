//! A question with a few answers, each on the key of its command.

use super::{Act, App};
use crate::tui::commands::Command;

/// A question.
#[derive(Debug, Clone)]
pub(crate) struct Confirm {
    /// Its heading.
    pub title: String,
    /// What is asked, and what there is to know.
    pub text: String,
    /// The answers. The command of yes gives the first, that of no the last, going back none.
    pub answers: Vec<Answer>,
    /// The first line of the text that is shown.
    pub top: usize,
}

impl Confirm {
    /// A question with its heading, text and answers.
    pub fn new(title: impl Into<String>, text: impl Into<String>, answers: Vec<Answer>) -> Self {
        Self { title: title.into(), text: text.into(), answers, top: 0 }
    }

    /// The answer that a command gives, if the question has it.
    pub fn answer(&self, command: Command) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.command == command).or_else(|| match command {
            Command::Yes => self.answers.first(),
            Command::No => self.answers.last(),
            _ => None,
        })
    }

    /// Scrolls the text by this many lines.
    pub fn scroll(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by).min(self.text.len());
    }
}

/// An answer to a question.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    /// The command that gives it.
    pub command: Command,
    /// What it says.
    pub label: String,
    /// What it does, once the question is closed.
    pub act: Act,
}

impl Answer {
    /// An answer with what it says and what it does.
    pub fn new(command: Command, label: String, act: impl Fn(&mut App) + Send + Sync + 'static) -> Self {
        Self { command, label, act: Act::new(act) }
    }

    /// An answer that leaves all as it is.
    pub fn leave(command: Command, label: String) -> Self {
        Self::new(command, label, App::leave)
    }
}
