//! The options of an analysis as a small form.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::canvas::{Canvas, after, below, centred, left, row};
use crate::tui::commands::{Command, Context};
use crate::tui::studies::Kind;
use crate::tui::studies::options::{Options, problem};
use crate::tui::text::{cells, width, wrap};
use crate::tui::theme::Role;

/// The options of an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OptionList {
    /// Of which.
    pub kind: Kind,
    /// The one under the cursor.
    pub line: usize,
}

impl OptionList {
    /// Moves the cursor.
    pub fn go(&mut self, by: isize) {
        self.line = self.line.saturating_add_signed(by).min(self.kind.fields().len().saturating_sub(1));
    }
}

/// Draws it.
pub(crate) fn draw(app: &App, list: &OptionList, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(document) = &app.document else { return };
    let case = document.case();
    let options = Options::of(&document.studies, list.kind, case);
    let fields = list.kind.fields();
    let wide = area.width.saturating_sub(6).min(84);
    let room = usize::from(wide.saturating_sub(4));
    let help = fields.get(list.line).map_or_else(Vec::new, |field| wrap(&app.said(field.help), room));
    let height = cells(fields.len() + help.len()).saturating_add(6);
    let title = format!("{}: options", list.kind.title());
    let inside = canvas.frame(centred(area, wide, height.min(area.height)), &title);
    let names = cells(fields.iter().map(|field| width(field.key)).max().unwrap_or(0));
    for (y, (field, text)) in (0..inside.height).zip(options.all()) {
        let line = row(inside, y);
        let here = usize::from(y) == list.line;
        let role = if here { Role::Row } else { Role::Text };
        canvas.text(left(line, 2), if here { canvas.glyphs.marker() } else { "" }, Role::Accent);
        canvas.text(left(after(line, 2), names), field.key, role);
        let wrong = problem(list.kind, field.key, text, case);
        let value = after(line, names + 4);
        let role = if wrong.is_some() { Role::Bad } else { Role::Text };
        let used = canvas.text(value, if text.is_empty() { "(none)" } else { text }, role);
        if here {
            canvas.restyle(left(value, used.max(1)), Role::Cursor);
        }
        if let Some(wrong) = wrong {
            canvas.text(after(value, used + 2), &wrong, Role::Bad);
        }
    }
    let rest = below(inside, cells(fields.len()) + 1);
    for (y, text) in (0..rest.height).zip(&help) {
        canvas.text(row(rest, y), text, Role::Dim);
    }
    let key = |command| app.keymap.shown(command, &[Context::Options]);
    let keys =
        format!("{} edits, {} runs, {} goes back.", key(Command::Edit), key(Command::RunStudy), key(Command::Back));
    canvas.text(row(rest, cells(help.len()) + 1), &keys, Role::Dim);
}
