//! Where commands mean something: everywhere, in an open case, on one screen, in one popup.

use crate::messages::text_of;
use crate::tui::screen::Screen;

/// Where a command means something. What is open decides which contexts hold, from the nearest to the widest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Context {
    /// Also while something is typed or asked.
    Always,
    Everywhere,
    Case,
    Table,
    /// On one screen.
    Screen(Screen),
    /// A line is being typed: letters go into it.
    Line,
    /// A list with a line to search in it.
    List,
    /// What letters go into: a line, or the search of a list.
    Typing,
    /// A question with its answers.
    Question,
    /// A text to read or a question.
    Dialog,
    /// The form of a row.
    Form,
    /// The options of an analysis.
    Options,
    /// Cells that were changed here and on disk.
    Conflicts,
    /// A list from elsewhere that becomes a case.
    Import,
}

impl Context {
    /// Its name in keymap files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Everywhere => "everywhere",
            Self::Case => "case",
            Self::Table => "table",
            Self::Screen(screen) => screen.0,
            Self::Line => "line",
            Self::List => "list",
            Self::Typing => "typing",
            Self::Question => "question",
            Self::Dialog => "dialog",
            Self::Form => "form",
            Self::Options => "options",
            Self::Conflicts => "conflicts",
            Self::Import => "import",
        }
    }

    /// Whether keys that are characters type them there, so that they can do nothing else.
    pub(crate) const fn types_letters(self) -> bool {
        matches!(self, Self::Line | Self::List | Self::Typing)
    }

    /// Its heading in the help.
    pub(crate) fn title(self) -> String {
        match self {
            Self::Screen(screen) => screen.heading(),
            _ => text_of("context", "", self.id(), ""),
        }
    }
}
