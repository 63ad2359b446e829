//! A question with a few answers, each on the key of its command.

use std::path::PathBuf;

use super::pasted::{Known, Pasted};
use crate::session::UserPortfolio;
use crate::session::edit::scenarios::Afterwards;
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

    /// Scrolls the text by so many lines.
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
    /// What it does.
    pub action: Action,
}

/// What an answer does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// Nothing: the question closes.
    Nothing,
    /// Saves, then quits.
    SaveAndQuit,
    /// Quits; what is unsaved stays in the journal and is offered at the next start.
    Quit,
    /// Quits and throws the unsaved edits away.
    DiscardAndQuit,
    /// Quits when the unsaved edits are kept for a later session.
    KeepAndQuit,
    /// Opens another case when they are.
    KeepAndOpen(PathBuf),
    /// Saves, then opens another case.
    SaveAndOpen(PathBuf),
    /// Opens another case; what is unsaved stays in the journal of this one.
    Open(PathBuf),
    /// Takes up the unsaved edits of an earlier session as they were.
    Recover,
    /// Takes them up, with what was changed on disk since; where both changed a cell, the planner chooses.
    RecoverBoth,
    /// Throws them away.
    DropJournal,
    /// Edits a case all the same that somebody else has open.
    EditAnyway,
    /// Writes this over a file.
    WriteOver(PathBuf, Vec<u8>),
    /// Throws a kept portfolio away, by its name.
    Forget(String),
    /// Makes this the own portfolio, as a step of this name.
    TakeOwn(String, UserPortfolio),
    /// Takes these candidates out of the own portfolio.
    LetGo(Vec<String>),
    /// Asks for a file to write the own portfolio to.
    ExportOwn,
    /// Looks again whether somebody else has the case open.
    OpenAgain,
    /// Saves over files that changed on disk.
    SaveOver,
    /// Makes a scenario's changes in the case's own files.
    Commit(String, Afterwards),
    /// Puts pasted rows into their table.
    Paste(Box<Pasted>, Known),
    /// Takes over what is on disk; one undo brings the edits back.
    TakeDisk,
    /// Takes over what was changed on disk; where both changed a cell, the planner chooses.
    TakeBoth,
}
