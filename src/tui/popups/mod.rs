//! What can lie over a screen: a line to type in, a list to choose from, a text, a question, a form.

pub(crate) mod confirm;
pub(crate) mod form;
mod input;
pub(crate) mod list;
pub(crate) mod merge;
pub(crate) mod options;
pub(crate) mod prompt;
pub(crate) mod text;

use ratatui::layout::Rect;
use tui_input::Input;

use super::app::App;
use super::canvas::Canvas;
use super::commands::Context;
use crate::tui::commands::{Binding, Command as C, Run as R, bind};
use crate::tui::update::popups;
pub(crate) use input::editing;

/// Wherever letters are typed.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::LetterLeft, "letter-left", &["left"], 0, R::Which(popups::edit_text)),
    bind(C::LetterRight, "letter-right", &["right"], 0, R::Which(popups::edit_text)),
    bind(C::WordLeft, "word-left", &["ctrl-left", "alt-b"], 0, R::Which(popups::edit_text)),
    bind(C::WordRight, "word-right", &["ctrl-right", "alt-f"], 0, R::Which(popups::edit_text)),
    bind(C::LineStart, "line-start", &["home", "ctrl-a"], 0, R::Which(popups::edit_text)),
    bind(C::LineEnd, "line-end", &["end", "ctrl-e"], 0, R::Which(popups::edit_text)),
    bind(C::EraseBefore, "erase-before", &["backspace"], 0, R::Which(popups::edit_text)),
    bind(C::EraseAfter, "erase-after", &["delete"], 0, R::Which(popups::edit_text)),
    bind(C::EraseWord, "erase-word", &["ctrl-w", "ctrl-backspace"], 6, R::Which(popups::edit_text)),
    bind(C::EraseToEnd, "erase-to-end", &["ctrl-k"], 0, R::Which(popups::edit_text)),
];

/// Something over the screen. The top one gets the keys.
#[derive(Debug, Clone)]
pub(crate) enum Popup {
    /// A line to type in.
    Prompt(prompt::Prompt),
    /// A list with a line to search in it.
    List(list::List),
    /// A text to read.
    Text(text::Text),
    /// A question.
    Confirm(confirm::Confirm),
    /// The form of a row.
    Form(form::Form),
    /// The options of an analysis.
    Options(options::OptionList),
    /// Cells that both sides changed.
    Merge(merge::Merge),
}

/// Where the commands of each of them are looked for, the nearest context first.
pub(crate) const CONTEXTS: [&[Context]; 7] = [
    &[Context::Line, Context::Typing],
    &[Context::List, Context::Typing],
    &[Context::Dialog],
    &[Context::Question, Context::Dialog],
    &[Context::Form],
    &[Context::Options],
    &[Context::Conflicts],
];

impl Popup {
    /// A text to read.
    pub fn text(title: &str, text: String) -> Self {
        Self::Text(text::Text { title: title.to_string(), body: text, top: 0 })
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

/// Draws them all, the top one last.
pub(crate) fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    for popup in &app.popups {
        match popup {
            Popup::Prompt(prompt) => prompt::draw(app, prompt, canvas, area),
            Popup::List(list) => list::draw(app, list, canvas, area),
            Popup::Text(text) => text::draw(app, text, canvas, area),
            Popup::Confirm(confirm) => confirm::draw(app, confirm, canvas, area),
            Popup::Form(form) => form::draw(app, form, canvas, area),
            Popup::Options(list) => options::draw(app, list, canvas, area),
            Popup::Merge(merge) => merge::draw(app, merge, canvas, area),
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::model::Workbook;
    use crate::session::UserPortfolio;
    use crate::session::three_way_merge::{ThreeWayMerge, Version};
    use crate::tui::app::Setup;
    use crate::tui::commands::Command;
    use crate::tui::popups::confirm::{Action, Answer, Confirm};
    use crate::tui::popups::merge::{Merge, Of, Side};

    fn versions() -> Vec<crate::session::three_way_merge::Difference> {
        let own = UserPortfolio::default();
        let of = |amount: &str| {
            let text = format!("ministry,year,amount\ndefence,2027,{amount}\n");
            Workbook::from_files(&[("case.toml", "format = 1\n"), ("budgets.csv", &text)])
        };
        let [base, disk, here] = ["10", "11 海底ケーブル", "12"].map(of);
        let version = |book| Version { book, own: &own };
        ThreeWayMerge { base: version(&base), disk: version(&disk), here: version(&here) }.differences()
    }

    /// What only the disk and other planners bring on the screen; what keys bring is drawn by the tests of the screens.
    #[test]
    fn questions_and_choices_of_versions_at_every_size() {
        let answers = vec![
            Answer {
                command: Command::TakeMine,
                label: "mine: write over what is on disk".into(),
                action: Action::SaveOver,
            },
            Answer { command: Command::No, label: "stay here".into(), action: Action::Nothing },
        ];
        let mut merge = Merge::new(versions(), Of::Recovering);
        assert_eq!(merge.conflicts.len(), 1);
        merge.take(Side::Theirs);
        let text = "Somebody changed 海底 these files on disk.\n\n".repeat(12);
        for layer in [Popup::Confirm(Confirm::new("Changed on disk", text, answers)), Popup::Merge(merge)] {
            let mut app = App::new(&Setup::default(), (200, 60));
            app.popups.push(layer);
            for width in 0..=200 {
                for height in 0..=60 {
                    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
                    crate::tui::view(&app, &mut buffer);
                }
            }
        }
    }
}
