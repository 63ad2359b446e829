//! A question with a few answers, each on the key of its command.

use crate::say;
use ratatui::layout::{Position, Rect};

use crate::tui::app::App;
use crate::tui::canvas::{Canvas, after, centred, inner, row};
use crate::tui::commands::{Binding, Command as C, Run as R, bind};
use crate::tui::commands::{Command, Context};
use crate::tui::text::{cells, width, wrap};
use crate::tui::theme::Role;
use crate::tui::update::popups;

/// Answers to questions.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::SaveFirst, "save-first", &["s"], 1, R::DoWhich(popups::give_answer)),
    bind(C::Keep, "keep", &["k"], 1, R::DoWhich(popups::give_answer)),
    bind(C::ThrowAway, "throw-away", &["d"], 1, R::DoWhich(popups::give_answer)),
    bind(C::Later, "later", &["l", "c"], 1, R::DoWhich(popups::give_answer)),
    bind(C::LookAgain, "look-again", &["r"], 1, R::DoWhich(popups::give_answer)),
    bind(C::EditAnyway, "edit-anyway", &["e"], 1, R::DoWhich(popups::give_answer)),
    bind(C::ExportFirst, "export-first", &["x"], 1, R::DoWhich(popups::give_answer)),
    bind(C::WriteOver, "write-over", &["w"], 1, R::DoWhich(popups::give_answer)),
    bind(C::AddAll, "add-all", &["a"], 1, R::DoWhich(popups::give_answer)),
    bind(C::TakeMine, "mine", &["m"], 1, R::DoWhich(popups::give_answer)),
    bind(C::TakeTheirs, "theirs", &["t"], 1, R::DoWhich(popups::give_answer)),
    bind(C::TakeBoth, "both", &["b"], 1, R::DoWhich(popups::give_answer)),
];

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
    KeepAndOpen(std::path::PathBuf),
    /// Saves, then opens another case.
    SaveAndOpen(std::path::PathBuf),
    /// Opens another case; what is unsaved stays in the journal of this one.
    Open(std::path::PathBuf),
    /// Takes up the unsaved edits of an earlier session as they were.
    Recover,
    /// Takes them up, with what was changed on disk since; where both changed a cell, the planner chooses.
    RecoverBoth,
    /// Throws them away.
    DropJournal,
    /// Edits a case all the same that somebody else has open.
    EditAnyway,
    /// Writes this over a file.
    WriteOver(std::path::PathBuf, Vec<u8>),
    /// Throws a kept portfolio away, by its name.
    Forget(String),
    /// Makes this the own portfolio, as a step of this name.
    TakeOwn(String, crate::session::UserPortfolio),
    /// Takes these candidates out of the own portfolio.
    LetGo(Vec<String>),
    /// Asks for a file to write the own portfolio to.
    ExportOwn,
    /// Looks again whether somebody else has the case open.
    OpenAgain,
    /// Saves over files that changed on disk.
    SaveOver,
    /// Makes a scenario's changes in the case's own files.
    Commit(String, crate::session::edit::scenarios::Afterwards),
    /// Puts pasted rows into their table.
    Paste(Box<crate::tui::update::Pasted>, crate::tui::update::Known),
    /// Takes over what is on disk; one undo brings the edits back.
    TakeDisk,
    /// Takes over what was changed on disk; where both changed a cell, the planner chooses.
    TakeBoth,
}

/// Where it stands, and the lines of its text.
fn place(ask: &Confirm, area: Rect) -> (Rect, Vec<String>) {
    let long = ask.text.lines().count() > 12;
    let width = area.width.saturating_sub(6).min(if long { 116 } else { 76 });
    let lines = wrap(&ask.text, usize::from(width.saturating_sub(4)));
    let wanted = cells(lines.len() + ask.answers.len()).saturating_add(3);
    (centred(area, width, wanted.min(area.height)), lines)
}

/// The answer that stands at a position of the screen.
pub(crate) fn answer_at(ask: &Confirm, area: Rect, at: Position) -> Option<&Answer> {
    let inside = inner(place(ask, area).0);
    let from = inside.y + inside.height.saturating_sub(cells(ask.answers.len()));
    if !inside.contains(at) {
        return None;
    }
    ask.answers.get(usize::from(at.y.checked_sub(from)?))
}

/// Draws it: the text, which scrolls where it is longer than its place, and below it the answers.
pub(crate) fn draw(app: &App, ask: &Confirm, canvas: &mut Canvas<'_>, area: Rect) {
    let (place, lines) = place(ask, area);
    let inside = canvas.frame(place, &ask.title);
    let answers = cells(ask.answers.len());
    let room = inside.height.saturating_sub(answers + 1);
    let top = ask.top.min(lines.len().saturating_sub(usize::from(room)));
    for (y, line) in (0..room).zip(lines.iter().skip(top)) {
        let role = if line.starts_with("! ") { Role::Warn } else { Role::Text };
        canvas.text(row(inside, y), line, role);
    }
    let from = inside.height.saturating_sub(answers);
    if lines.len() > usize::from(room) && from > 0 {
        let last = (top + usize::from(room)).min(lines.len());
        let more = say!("confirm-lines-top-last", top = top + 1, last = last, lines = lines.len());
        canvas.right(row(inside, from - 1), &app.keymap.said(&more, &CONTEXTS), Role::Dim);
    }
    let keys: Vec<String> = ask.answers.iter().map(|answer| key(app, answer.command)).collect();
    let names = cells(keys.iter().map(|key| width(key)).max().unwrap_or(0));
    for ((y, answer), key) in (from..).zip(&ask.answers).zip(&keys) {
        canvas.text(row(inside, y), key, Role::Key);
        canvas.text(after(row(inside, y), names + 1), &answer.label, Role::Text);
    }
}

/// Where the keys of a question are looked for.
const CONTEXTS: [Context; 2] = [Context::Question, Context::Dialog];

/// The key of an answer, with a space on both sides.
fn key(app: &App, command: Command) -> String {
    let keys = CONTEXTS.iter().find_map(|&context| app.keymap.keys(command, context).first());
    keys.map_or_else(|| "   ".to_owned(), |key| format!(" {key} "))
}
