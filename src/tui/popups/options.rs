//! The options of an analysis as a small form.

use crate::say;
use ratatui::layout::Rect;

use crate::analyse::AnalysisKind;
use crate::analyse::values::problem;
use crate::tui::app::App;
use crate::tui::canvas::{Canvas, after, below, centred, left, row};
use crate::tui::commands::{Command, Context};
use crate::tui::text::{cells, width, wrap};
use crate::tui::theme::Role;

/// The options of an analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OptionList {
    /// Of which.
    pub kind: AnalysisKind,
    /// The one under the cursor.
    pub line: usize,
}

impl OptionList {
    /// Moves the cursor.
    pub fn go(&mut self, by: isize) {
        self.line = self.line.saturating_add_signed(by).min(self.kind.spec().form().count().saturating_sub(1));
    }
}

/// Draws it.
pub(crate) fn draw(app: &App, list: &OptionList, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(document) = &app.document else { return };
    let case = document.case();
    let values = document.analyses.runs.values(list.kind, case);
    let params: Vec<_> = list.kind.spec().form().collect();
    let wide = area.width.saturating_sub(6).min(84);
    let room = usize::from(wide.saturating_sub(4));
    let help = params
        .get(list.line)
        .map_or_else(Vec::new, |param| wrap(&app.said(&list.kind.spec().form_help_of(param)), room));
    let height = cells(params.len() + help.len()).saturating_add(6);
    let title = format!("{}: options", list.kind.spec().title());
    let inside = canvas.frame(centred(area, wide, height.min(area.height)), &title);
    let names = cells(params.iter().map(|param| width(param.name)).max().unwrap_or(0));
    for (y, param) in (0..inside.height).zip(&params) {
        let text = values.text(param.name);
        let line = row(inside, y);
        let here = usize::from(y) == list.line;
        let role = if here { Role::Row } else { Role::Text };
        canvas.text(left(line, 2), if here { canvas.glyphs.marker() } else { "" }, Role::Accent);
        canvas.text(left(after(line, 2), names), param.name, role);
        let wrong = problem(param, text, case);
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
    let rest = below(inside, cells(params.len()) + 1);
    for (y, text) in (0..rest.height).zip(&help) {
        canvas.text(row(rest, y), text, Role::Dim);
    }
    let key = |command| app.keymap.shown(command, &[Context::Options]);
    let keys = say!(
        "options-key-edits-key",
        edit_key = key(Command::Edit),
        run_key = key(Command::RunStudy),
        back_key = key(Command::Back)
    );
    canvas.text(row(rest, cells(help.len()) + 1), &keys, Role::Dim);
}
