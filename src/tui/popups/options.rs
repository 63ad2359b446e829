//! The options of an analysis as a small form.

use ratatui::layout::Rect;

use super::keys::move_on;
use super::list::help;
use crate::analyse::values::{problem, told};
use crate::say;
use crate::tui::actions::{self, analyses, opening};
use crate::tui::canvas::{Canvas, Role, after, below, cells, centred, left, row, width};
use crate::tui::state::{App, Binding, Command as C, Context, OptionList, Popup, Run as R, bind};
use crate::tui::text::wrap;

/// In the options of an analysis.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, R::It(edit_option)),
    bind(C::RunAnalysis, "run", &["r"], 2, R::It(run_options)),
    bind(C::Back, "back", &["esc", "q"], 3, R::It(opening::close_popup)),
    bind(C::Down, "down", &["j", "down", "tab"], 0, R::Which(move_on)),
    bind(C::Up, "up", &["k", "up", "shift-tab"], 0, R::Which(move_on)),
    bind(C::Help, "help", &["?", "f1"], 7, R::It(help)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::It(actions::cancel)),
];

/// Edits the option under the cursor.
pub(crate) fn edit_option(app: &mut App) {
    if let Some(&Popup::Options(list)) = app.popups.last() {
        analyses::ask_option(app, list.kind, list.line);
    }
}

/// Runs the analysis whose options are shown.
pub(crate) fn run_options(app: &mut App) {
    let Some(Popup::Options(list)) = app.popups.pop() else { return };
    app.show_analysis(list.kind);
    analyses::run(app, list.kind);
}

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
    let title = say!("options-of", analysis = list.kind.spec().title());
    let inside = canvas.frame(centred(area, wide, height.min(area.height)), &title);
    let names: Vec<String> = params.iter().map(|param| list.kind.spec().name_of(param)).collect();
    let widest = cells(names.iter().map(|name| width(name)).max().unwrap_or(0));
    for (y, (param, name)) in (0..inside.height).zip(params.iter().zip(&names)) {
        let text = values.text(param.name);
        let line = row(inside, y);
        let here = usize::from(y) == list.line;
        let role = if here { Role::Row } else { Role::Text };
        canvas.text(left(line, 2), if here { canvas.glyphs.marker() } else { "" }, Role::Accent);
        canvas.text(left(after(line, 2), widest), name, role);
        let wrong = problem(param, text, case);
        let value = after(line, widest + 4);
        let role = if wrong.is_some() { Role::Bad } else { Role::Text };
        let used = canvas.text(value, &told(param, text, case), role);
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
    let keys =
        say!("options-key-edits-key", edit_key = key(C::Edit), run_key = key(C::RunAnalysis), back_key = key(C::Back));
    canvas.text(row(rest, cells(help.len()) + 1), &keys, Role::Dim);
}
