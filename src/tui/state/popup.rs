//! What can lie over a screen: a line to type in, a list to choose from, a text, a question, a form.

use tui_input::Input;

use super::confirm::Confirm;
use super::form::Form;
use super::list::List;
use super::merge::Merge;
use super::options::OptionList;
use super::prompt::Prompt;
use super::purpose::Purpose;
use super::text::Text;
use crate::session::list_import::ListImport;
use crate::tui::commands::Context;
use crate::tui::document::Document;

/// Something over the screen. The top one gets the keys.
#[derive(Debug, Clone)]
pub(crate) enum Popup {
    /// A line to type in.
    Prompt(Prompt),
    /// A list with a line to search in it.
    List(List),
    /// A text to read.
    Text(Text),
    /// A question.
    Confirm(Confirm),
    /// The form of a row.
    Form(Form),
    /// The options of an analysis.
    Options(OptionList),
    /// Cells that both sides changed.
    Merge(Merge),
    /// A list from elsewhere that becomes a case.
    Import(Box<ListImport>),
}

/// Where the commands of each of them are looked for, the nearest context first.
pub(crate) const CONTEXTS: [&[Context]; 8] = [
    &[Context::Line, Context::Typing],
    &[Context::List, Context::Typing],
    &[Context::Dialog],
    &[Context::Question, Context::Dialog],
    &[Context::Form],
    &[Context::Options],
    &[Context::Conflicts],
    &[Context::Import],
];

impl Popup {
    /// A line to type in, with what is wrong with the text that it begins with.
    pub fn ask(
        title: impl Into<String>,
        help: impl Into<String>,
        text: &str,
        purpose: Purpose,
        document: Option<&Document>,
    ) -> Self {
        let mut line = Prompt::new(title, help, text, purpose);
        line.check(document);
        Self::Prompt(line)
    }

    /// A text to read.
    pub fn text(title: &str, text: String) -> Self {
        Self::Text(Text { title: title.to_string(), body: text, top: 0 })
    }

    /// Where commands are looked for while it is on top.
    pub fn contexts(&self) -> Vec<Context> {
        let at = match self {
            Self::Prompt(_) => 0,
            Self::List(_) => 1,
            Self::Text(_) => 2,
            Self::Confirm(_) => 3,
            Self::Form(_) => 4,
            Self::Options(_) => 5,
            Self::Merge(_) => 6,
            Self::Import(_) => 7,
        };
        CONTEXTS[at].to_vec()
    }

    /// Whether letters go into a line of it.
    pub const fn takes_letters(&self) -> bool {
        matches!(self, Self::Prompt(_) | Self::List(_))
    }

    /// The line that letters go into, if it has one.
    pub fn input(&mut self) -> Option<&mut Input> {
        match self {
            Self::Prompt(line) => Some(&mut line.input),
            Self::List(list) => Some(&mut list.input),
            _ => None,
        }
    }
}
