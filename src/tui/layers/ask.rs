//! A question with a few answers, each on its own key.

use ratatui::layout::Rect;

use crate::tui::canvas::{Canvas, centred, row};
use crate::tui::text::{cells, wrap};
use crate::tui::theme::Role;

/// A question.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    /// Its heading.
    pub title: String,
    /// What is asked, and what there is to know.
    pub text: String,
    /// The answers. The first is what `enter` and `y` take; `n` takes the last, `esc` none.
    pub answers: Vec<Answer>,
}

/// An answer to a question.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    /// Its key.
    pub key: char,
    /// What it says.
    pub label: &'static str,
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
    /// Saves, then opens another case.
    SaveAndOpen(std::path::PathBuf),
    /// Opens another case; what is unsaved stays in the journal of this one.
    Open(std::path::PathBuf),
    /// Takes up the unsaved edits of an earlier session.
    Recover(Box<(crate::model::Workbook, crate::tui::own::Own)>),
    /// Throws them away.
    DropJournal,
    /// Saves over files that changed on disk.
    SaveOver,
    /// Makes a scenario's changes in the case's own files.
    Commit(String, crate::edit::scenarios::Afterwards),
    /// Reads the case from disk again; the edits are kept in the history of neither.
    Reload,
}

/// Draws it.
pub(crate) fn draw(ask: &Ask, canvas: &mut Canvas<'_>, area: Rect) {
    let width = area.width.saturating_sub(6).min(76);
    let lines = wrap(&ask.text, usize::from(width.saturating_sub(4)));
    let wanted = cells(lines.len() + ask.answers.len()).saturating_add(3);
    let inside = canvas.frame(centred(area, width, wanted.min(area.height)), &ask.title);
    let answers = cells(ask.answers.len());
    let room = inside.height.saturating_sub(answers + 1);
    for (y, line) in (0..room).zip(&lines) {
        canvas.text(row(inside, y), line, Role::Text);
    }
    let from = inside.height.saturating_sub(answers);
    for (y, answer) in (from..).zip(&ask.answers) {
        let key = format!(" {} ", answer.key);
        canvas.pieces(row(inside, y), &[(&key, Role::Key), (" ", Role::Text), (answer.label, Role::Text)]);
    }
}
