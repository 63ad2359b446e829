//! What can lie over a screen: what can be done with it, and its drawing; what each holds is a part of the state.

pub(crate) mod confirm;
pub(crate) mod form;
pub(crate) mod import;
mod input;
pub(crate) mod keys;
pub(crate) mod list;
pub(crate) mod merge;
pub(crate) mod options;
pub(crate) mod prompt;
pub(crate) mod text;

use ratatui::layout::Rect;

use crate::tui::canvas::Canvas;
use crate::tui::state::{App, Popup};

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
            Popup::Import(list) => import::draw(app, list, canvas, area),
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
    use crate::tui::commands::Command;
    use crate::tui::state::merge::{Merge, Of};
    use crate::tui::state::{Answer, Confirm, Setup};

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
            Answer::leave(Command::TakeMine, "mine: write over what is on disk".into()),
            Answer::leave(Command::No, "stay here".into()),
        ];
        let mut merge = Merge::new(versions(), Of::Recovering);
        assert_eq!(merge.conflicts.len(), 1);
        merge.take(true);
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
