//! A line to type in: a cell, a search, a filter, a file name. It says what is wrong while it is typed.

use crate::messages::{Thousands, written};
use ratatui::layout::Rect;

use super::form::edit_field;
use super::input::draw_input;
use super::keys::{check_filter, edit_text};
use super::list::help;
use crate::say;
use crate::tui::actions::{self, opening, prompts, run};
use crate::tui::canvas::{Canvas, Role, after, below, cells, centred, left, row, width};
use crate::tui::event::Effect;
use crate::tui::state::{App, Binding, Command as C, Context, Popup, Prompt, Proposal, Run as R, TableKey, bind};
use crate::tui::table::{Move, cursor_area};
use crate::tui::text::wrap;

/// In a line that is typed.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::Accept, "accept", &["enter"], 1, R::It(accept_prompt)),
    bind(C::Back, "back", &["esc"], 2, R::It(opening::close_popup)),
    bind(C::Complete, "complete", &["tab"], 3, R::Which(suggest)),
    bind(C::EditLeft, "edit-left", &["shift-tab"], 0, R::Which(accept_and_go_on)),
    bind(C::Down, "down", &["down"], 4, R::Which(suggest)),
    bind(C::Up, "up", &["up"], 0, R::Which(suggest)),
    bind(C::Help, "help", &["f1"], 8, R::It(help)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::It(actions::cancel)),
    bind(C::EraseAll, "erase-all", &["ctrl-u"], 7, R::Which(edit_text)),
];

/// Goes to another suggestion, or takes one over; without any, takes the cell over and goes on to the next one.
pub(crate) fn suggest(app: &mut App, command: C) {
    let document = app.document.as_ref();
    let Some(Popup::Prompt(line)) = app.popups.last_mut() else { return };
    if let (C::Complete, Some((path, reads))) = (command, line.unknown_path()) {
        return app.effects.push(Effect::ListFolder(path, reads));
    }
    match command {
        _ if line.suggestions.is_empty() => accept_and_go_on(app, command),
        C::Complete if line.is_of_a_cell() && line.is_whole() => accept_and_go_on(app, command),
        C::Down => line.suggest(1),
        C::Up => line.suggest(-1),
        _ => line.complete(document),
    }
}

/// Takes over what was typed.
pub(crate) fn accept_prompt(app: &mut App) {
    let document = app.document.as_ref();
    let Some(Popup::Prompt(line)) = app.popups.last_mut() else { return };
    if line.selected.is_some() {
        let is_meant = line.doubt;
        line.complete(document);
        if !is_meant {
            return;
        }
    }
    line.check(document);
    if line.means_one(document) {
        line.complete(document);
    }
    check_filter(app);
    if matches!(app.popups.last(), Some(Popup::Prompt(line)) if line.problem.is_some()) {
        return;
    }
    let document = app.document.as_ref();
    if let Some(Popup::Prompt(line)) = app.popups.last_mut()
        && line.asks_about_a_new_word(document)
    {
        return;
    }
    if let Some(Popup::Prompt(line)) = app.popups.pop() {
        prompts::accept(app, line);
    }
}

/// Takes over the text of a cell and edits the next one, as in a spreadsheet; nothing where no cell is typed.
pub(crate) fn accept_and_go_on(app: &mut App, command: C) {
    let Some(Popup::Prompt(line)) = app.popups.last() else { return };
    if !line.is_of_a_cell() {
        return;
    }
    let count = app.popups.len();
    accept_prompt(app);
    if app.popups.len() >= count {
        return;
    }
    let (rows, columns) = match command {
        C::Down => (1, 0),
        C::Up => (-1, 0),
        C::EditLeft => (0, -1),
        _ => (0, 1),
    };
    if let Some(Popup::Form(form)) = app.popups.last_mut() {
        // Where the small table of a line has no further column, the next line comes.
        let before = (form.line, form.column);
        if let Some(document) = app.document.as_ref() {
            form.go(document, rows, columns);
            if (form.line, form.column) == before {
                form.go(document, columns, 0);
            }
            if (form.line, form.column) == before {
                return;
            }
        }
        return edit_field(app);
    }
    let step = if rows == 0 { Move::Columns(columns) } else { Move::Rows(rows) };
    // In a table of the case, what is computed is passed over.
    let skips = rows == 0 && matches!(app.table_key(), Some(TableKey::Sheet(_)));
    let moved = app.with_current(|grid, state| {
        let before = (state.row, state.column);
        state.go(grid, step);
        while skips && grid.columns().get(state.column).is_some_and(|column| column.source.is_none()) {
            let here = state.column;
            state.go(grid, step);
            if state.column == here {
                break;
            }
        }
        (state.row, state.column) != before
    });
    if moved == Some(true) {
        run(app, C::Edit);
    }
}

pub(crate) fn draw(app: &App, line: &Prompt, canvas: &mut Canvas<'_>, area: Rect) {
    let wide = area.width.saturating_sub(6).min(80);
    let help = wrap(&app.said(&line.help), usize::from(wide.saturating_sub(4)));
    let shown = line.suggestions.len().min(6);
    // What can still be completed has nothing wrong with it yet.
    let problem = line.problem.as_ref().filter(|_| !line.is_begun());
    let problem =
        problem.map(|problem| wrap(&app.said(problem), usize::from(wide.saturating_sub(4)))).unwrap_or_default();
    let said = cells(problem.len()).clamp(1, 4);
    let height = cells(help.len() + shown).saturating_add(4 + said);
    let place = in_place(app, line, area, (wide, height)).unwrap_or_else(|| centred(area, wide, height));
    let inside = canvas.frame(place, &line.title);
    draw_input(canvas, inside, &line.input);
    if line.proposal == Proposal::Untouched && !line.input.value().is_empty() {
        canvas.restyle(left(row(inside, 0), cells(width(line.input.value()))), Role::Cursor);
    }
    canvas.repeat(row(inside, 1), canvas.glyphs.horizontal(), Role::Line);
    let place = below(inside, 2);
    for (y, text) in (0..said).zip(&problem) {
        canvas.text(row(place, y), text, Role::Bad);
    }
    if problem.is_empty() {
        match &line.preview {
            Some(preview) => canvas
                .pieces(row(place, 0), &[(preview, Role::Good), ("   ", Role::Text), (&hint(app, line), Role::Dim)]),
            None => canvas.text(row(place, 0), &hint(app, line), Role::Dim),
        };
    }
    let list = below(place, said);
    let top = line.selected.map_or(0, |at| (at + 1).saturating_sub(shown));
    for (y, (at, (id, name))) in (0..cells(shown)).zip(line.suggestions.iter().enumerate().skip(top)) {
        let role = if line.selected == Some(at) { Role::Cursor } else { Role::Text };
        // The two readings of a number are written as the language writes them.
        let is_number = id.contains('.') && id.parse::<rust_decimal::Decimal>().is_ok();
        let id = if is_number { written(id, Thousands::Never) } else { id.clone() };
        let (first, second) = if line.is_known_by_name(&id, name) { (name, &id) } else { (&id, name) };
        let used = canvas.text(row(list, y), first, role);
        canvas.text(after(row(list, y), used + 2), second, Role::Dim);
    }
    let rest = below(list, cells(shown));
    for (y, text) in (0..rest.height).zip(&help) {
        canvas.text(row(rest, y), text, Role::Dim);
    }
}

/// Where a cell of the table on the screen is edited: with the typed text just over the cell, as far as the screen allows.
fn in_place(app: &App, line: &Prompt, area: Rect, (wide, height): (u16, u16)) -> Option<Rect> {
    if !line.is_of_a_cell() || app.popups.len() > 1 {
        return None;
    }
    let key = app.table_key()?;
    let mut table = app.table_area();
    table.height = table.height.saturating_sub(1);
    let cell = cursor_area(app.grid(key)?.as_ref(), &app.table_state(key), table)?;
    let wide = wide.min(area.width);
    // The last two lines stay free: the news and the keys.
    let bottom = (area.y + area.height).saturating_sub(2);
    Some(Rect {
        x: cell.x.saturating_sub(2).min(area.x + area.width - wide),
        y: cell.y.saturating_sub(1).min(bottom.saturating_sub(height.min(bottom))),
        width: wide,
        height: height.min(area.height),
    })
}

/// The keys of a line; for a cell where nothing can be completed, those that go on to the next one.
fn hint(app: &App, line: &Prompt) -> String {
    let key = |command| app.keymap.shown(command, &[Context::Line]);
    let (accept, back, complete) = (key(C::Accept), key(C::Back), key(C::Complete));
    if line.is_of_a_cell() && line.suggestions.is_empty() {
        say!("prompt-accept-accepts-back", accept = accept, back = back, key = key(C::Down), complete = complete)
    } else if line.suggestions.is_empty() {
        say!("prompt-accept-accepts-back-only", accept = accept, back = back)
    } else {
        say!("prompt-accept-accepts-back-goes", accept = accept, back = back, complete = complete)
    }
}
