//! The form of a whole row: every column with its value, unit, default and help; for a candidate also its effects and
//! its costs by year as small tables.

use crate::messages::{capital, word};
use ratatui::layout::{Position, Rect};

use crate::model::schema::{Kind, TableId};
use crate::say;
use crate::session::edit::Edit;
use crate::session::names;
use crate::session::on_disk::Overwrite;
use crate::session::rows::name_of;
use crate::session::validation;
use crate::tui::actions::{self, edits, opening, prompts, run_on_screen};
use crate::tui::canvas::{Canvas, Role, after, below, cells, centred, inner, left, row, top, width};
use crate::tui::popups::keys::move_on;
use crate::tui::popups::list::help;
use crate::tui::state::{
    App, Binding, Command as C, Document, EFFECT_COLUMNS, Field, Form, Popup, Proposal, Purpose, Run as R, TableKey,
    bind,
};
use crate::tui::table::Move;

/// In forms.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter", "f2"], 1, R::It(edit_field)),
    bind(C::Back, "back", &["esc", "q"], 2, R::It(opening::close_popup)),
    bind(C::Down, "down", &["j", "down", "tab"], 0, R::Which(move_on)),
    bind(C::Up, "up", &["k", "up", "shift-tab"], 0, R::Which(move_on)),
    bind(C::Left, "left", &["h", "left"], 0, R::Which(move_in_form)),
    bind(C::Right, "right", &["l", "right"], 0, R::Which(move_in_form)),
    bind(C::Top, "top", &["g", "home"], 0, R::Which(move_in_form)),
    bind(C::Bottom, "bottom", &["G", "end"], 0, R::Which(move_in_form)),
    bind(C::PageDown, "page-down", &["ctrl-d"], 0, R::Which(move_on)),
    bind(C::PageUp, "page-up", &["ctrl-u"], 0, R::Which(move_on)),
    bind(C::AddRow, "add-row", &["a"], 3, R::It(add_effect)),
    bind(C::DeleteRows, "delete-rows", &["D"], 4, R::It(delete_effect)),
    bind(C::ClearCells, "clear-cells", &["delete"], 0, R::It(clear_field)),
    bind(C::WholeCell, "whole-cell", &["t"], 0, R::It(show_field)),
    bind(C::Undo, "undo", &["u"], 5, R::Which(undo_in_form)),
    bind(C::Redo, "redo", &["ctrl-r"], 0, R::Which(undo_in_form)),
    bind(C::NextMatch, "next-row", &["ctrl-n", "pagedown"], 6, R::Which(next_form)),
    bind(C::PreviousMatch, "previous-row", &["ctrl-p", "pageup"], 0, R::Which(next_form)),
    bind(C::Help, "help", &["?", "f1"], 7, R::It(help)),
    bind(C::Save, "save", &["ctrl-s"], 0, R::It(|app| opening::save(app, Overwrite::Ask))),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::It(actions::cancel)),
];

/// Goes to another column of a small table, or to the first or the last field.
pub(crate) fn move_in_form(app: &mut App, command: C) {
    let (Some(document), Some(Popup::Form(form))) = (&app.document, app.popups.last_mut()) else { return };
    match command {
        C::Left => form.go(document, 0, -1),
        C::Right => form.go(document, 0, 1),
        C::Bottom => form.go(document, isize::MAX, 0),
        _ => form.line = 0,
    }
}

/// The table, the row and the column that the cursor of the form is on.
fn field(app: &App) -> Option<(TableId, usize, String)> {
    match (app.popups.last(), &app.document) {
        (Some(Popup::Form(form)), Some(document)) => form.target(document),
        _ => None,
    }
}

/// Edits the field under the cursor.
pub(crate) fn edit_field(app: &mut App) {
    if let Some((table, row, column)) = field(app) {
        edits::edit_cell(app, table, row, &column);
    }
}

/// Empties the field under the cursor; where it may not be empty, its line stays open and says so.
pub(crate) fn clear_field(app: &mut App) {
    edit_field(app);
    let Some(Popup::Prompt(mut line)) = app.popups.pop_if(|popup| matches!(popup, Popup::Prompt(_))) else { return };
    line.input.reset();
    line.proposal = Proposal::Touched;
    line.check(app.document.as_ref());
    if line.problem.is_some() {
        app.popups.push(Popup::Prompt(line));
    } else {
        prompts::accept(app, line);
    }
}

/// Shows the whole text of the field under the cursor.
pub(crate) fn show_field(app: &mut App) {
    if let (Some((table, row, column)), Some(document)) = (field(app), &app.document) {
        let text = document.book.sheet(table).cell(row, &column).to_owned();
        app.popups.push(Popup::text(&names::column(document.case(), table, &column), text));
    }
}

/// Undoes or does again; the form stays with its row, and closes where that is gone.
pub(crate) fn undo_in_form(app: &mut App, command: C) {
    let shown = |app: &App| {
        let (Some(Popup::Form(form)), Some(document)) = (app.popups.last(), &app.document) else { return None };
        let sheet = document.book.sheet(form.table);
        Some((sheet.rows.len(), sheet.key(form.row)))
    };
    let before = shown(app);
    run_on_screen(app, command);
    let (Some((count, key)), Some((now, other))) = (before, shown(app)) else { return };
    let (Some(Popup::Form(form)), Some(document)) = (app.popups.last_mut(), &app.document) else { return };
    if now == count || other == key {
        return;
    }
    let sheet = document.book.sheet(form.table);
    match (0..sheet.rows.len()).find(|&row| sheet.key(row) == key) {
        Some(row) => form.row = row,
        None => drop(app.popups.pop()),
    }
}

/// The form of the next row, in the order and with the filter that the table has on the screen; its cursor goes along.
pub(crate) fn next_form(app: &mut App, command: C) {
    let by = if command == C::NextMatch { 1 } else { -1 };
    let Some(Popup::Form(form)) = app.popups.last() else { return };
    let key = TableKey::Sheet(form.table);
    let here = form.row;
    let next = app.with_table(key, |grid, state| {
        state.go_to(here);
        state.go(grid, Move::Rows(by));
        state.current()
    });
    if let (Some(Some(next)), Some(Popup::Form(form))) = (next, app.popups.last_mut()) {
        form.row = next;
    }
}

/// Asks for a new effect of the candidate.
pub(crate) fn add_effect(app: &mut App) {
    let Some(document) = app.document.as_ref() else { return };
    let Some(Popup::Form(form)) = app.popups.last() else { return };
    if form.table != TableId::Candidates {
        return app.note(say!("popups-effects-of-candidates"));
    }
    let candidate = document.book.sheet(form.table).cell(form.row, "candidate").to_string();
    if candidate.is_empty() {
        return app.note(say!("popups-give-candidate-id"));
    }
    let help = say!("popups-service-moves-completes-control");
    let title = say!("popups-new-effect-candidate", candidate = name_of(document, form.table, form.row));
    app.popups.push(Popup::ask(title, help, "", Purpose::Effect(candidate), Some(document)));
}

/// Deletes the effect under the cursor.
pub(crate) fn delete_effect(app: &mut App) {
    let Some(document) = app.document.as_ref() else { return };
    let Some(Popup::Form(form)) = app.popups.last() else { return };
    match form.fields(document).get(form.line) {
        Some(&Field::Effect(at)) => {
            let table = TableId::Effects;
            let label = say!("popups-effect-name-deleted", name = name_of(document, table, at));
            edits::apply(app, label.clone(), vec![Edit::DeleteRows { table, at, count: 1 }]);
            app.note(say!("edits-label-undo-brings", label = label));
        }
        _ => app.note(say!("popups-only-effects-deleted")),
    }
}

pub(crate) fn draw(app: &App, form: &Form, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(document) = &app.document else { return };
    let sheet = document.book.sheet(form.table);
    let title = say!(
        "form-row-of-table",
        key = name_of(document, form.table, form.row),
        table = sheet.schema().title(),
        row = form.row + 1,
        rows = sheet.rows.len()
    );
    canvas.frame(place(area), &title);
    let fields = form.fields(document);
    let Window { body, foot, lines, first } = window(form, &fields, area);
    let names = fields.iter().map(|field| width(&field_name(document, form, field))).max().unwrap_or(0);
    for (y, line) in (0..body.height).zip(lines.iter().skip(first)) {
        match line {
            None => drop(canvas.text(row(body, y), &say!("form-effects-service-control-gained"), Role::Header)),
            Some(at) => {
                draw_field(canvas, row(body, y), document, form, (*at, &fields[*at]), cells(names));
            }
        }
    }
    if let Some(Field::Relation(at)) = fields.get(form.line) {
        canvas.repeat(row(foot, 0), canvas.glyphs.horizontal(), Role::Line);
        canvas.paragraph(below(foot, 1), &related(document, *at), Role::Text);
    } else if let Some((table, at, column)) = form.target(document) {
        let room = body.width.saturating_sub(cells(names) + 4);
        draw_help(canvas, foot, document, (table, at, &column), room);
    }
}

fn place(area: Rect) -> Rect {
    // The last two lines stay free: the news of an edit, and the keys.
    let room = top(area, area.height.saturating_sub(2));
    centred(room, area.width.saturating_sub(2).min(120), room.height)
}

/// What of a form is visible.
struct Window {
    /// Where its lines stand.
    body: Rect,
    /// Where the help stands.
    foot: Rect,
    lines: Vec<Option<usize>>,
    /// The first of the lines that is visible.
    first: usize,
}

fn window(form: &Form, fields: &[Field], area: Rect) -> Window {
    let inside = inner(place(area));
    let foot = FOOT.min(inside.height);
    let body = top(inside, inside.height - foot);
    let lines = rows_of(fields);
    let at = lines.iter().position(|line| *line == Some(form.line)).unwrap_or(0);
    let first = (at + 1).saturating_sub(usize::from(body.height));
    Window { body, foot: below(inside, inside.height - foot), lines, first }
}

/// Lines below the fields, for the help.
const FOOT: u16 = 4;

/// The field that stands at a position of the screen.
pub(crate) fn field_at(document: &Document, form: &Form, area: Rect, at: Position) -> Option<usize> {
    let Window { body, lines, first, .. } = window(form, &form.fields(document), area);
    if !body.contains(at) {
        return None;
    }
    *lines.get(first + usize::from(at.y - body.y))?
}

/// The fields by line; none stands for the heading of the effects.
fn rows_of(fields: &[Field]) -> Vec<Option<usize>> {
    let first = fields.iter().position(|field| matches!(field, Field::Effect(_)));
    (0..fields.len()).flat_map(|at| (first == Some(at)).then_some(None).into_iter().chain([Some(at)])).collect()
}

fn field_name(document: &Document, form: &Form, field: &Field) -> String {
    match field {
        Field::Column(name) => names::column(document.case(), form.table, name),
        Field::Costs(_) => capital(&say!("form-cost-year")),
        Field::Effect(_) => capital(&word("effect")),
        Field::Relation(_) => capital(&word("relation")),
    }
}

/// What a relation asks for or gives, in words.
fn related(document: &Document, row: usize) -> String {
    let case = document.case();
    case.relations.iter().find(|it| it.row == row).map_or_else(String::new, |it| capital(&it.describe(case)))
}

fn draw_field(
    canvas: &mut Canvas<'_>,
    area: Rect,
    document: &Document,
    form: &Form,
    (at, field): (usize, &Field),
    names: u16,
) {
    let here = at == form.line;
    if here {
        canvas.text(area, canvas.glyphs.marker(), Role::Accent);
    }
    canvas.text(
        left(after(area, 2), names),
        &field_name(document, form, field),
        if here { Role::Row } else { Role::Dim },
    );
    let place = after(area, names + 4);
    let small: Vec<(TableId, usize, String, u16)> = match field {
        Field::Column(name) => return draw_value(canvas, place, document, form, name, here),
        Field::Relation(relation) => {
            let used = canvas.text(place, &related(document, *relation), Role::Text);
            if here {
                canvas.restyle(left(place, used), Role::Cursor);
            }
            return;
        }
        Field::Costs(names) => names.iter().map(|name| (form.table, form.row, name.clone(), 9)).collect(),
        Field::Effect(effect) => EFFECT_COLUMNS
            .iter()
            .zip([24, 8, 16, 14, 4])
            .map(|(name, wide)| (TableId::Effects, *effect, (*name).to_string(), wide))
            .collect(),
    };
    let mut x = 0;
    for (column, (table, at, name, wide)) in small.iter().enumerate() {
        let text = document.book.sheet(*table).cell(*at, name);
        let text = if text.is_empty() { "-".to_owned() } else { names::text(document.case(), *table, name, text) };
        let cell = left(after(place, x), *wide);
        let kind = document.book.sheet(*table).schema().column(name).map(|column| column.kind);
        if matches!(kind, Some(Kind::Number { .. })) {
            canvas.right(cell, &text, Role::Text)
        } else {
            canvas.text(cell, &text, Role::Text)
        };
        if here && column == form.column {
            canvas.restyle(cell, Role::Cursor);
        }
        x += wide + 1;
    }
}

fn draw_value(canvas: &mut Canvas<'_>, place: Rect, document: &Document, form: &Form, name: &str, here: bool) {
    let text = document.book.sheet(form.table).cell(form.row, name);
    let schema = document.book.sheet(form.table).schema().column(name);
    let level = document.snapshot.level(form.table, form.row, name);
    let role = if level.is_some() { Role::Bad } else { Role::Text };
    let unit = schema.map_or_else(String::new, |it| validation::unit_words(it.unit, &document.case().money_unit()));
    let used = if text.is_empty() {
        let default = schema.map_or("", |column| column.default);
        let default = if default.is_empty() { "-".to_string() } else { format!("({})", names::default_words(default)) };
        canvas.text(place, &default, Role::Dim)
    } else {
        let used = canvas.text(place, &names::text(document.case(), form.table, name, text), role);
        used + canvas.text(after(place, used + 1), &unit, Role::Dim)
    };
    if here {
        canvas.restyle(left(place, used.max(1)), Role::Cursor);
    }
}

/// What is wrong with the cell under the cursor; or else its whole text, where the form shows only a part of it; or else what
/// its column means.
fn draw_help(
    canvas: &mut Canvas<'_>,
    area: Rect,
    document: &Document,
    (table, at, column): (TableId, usize, &str),
    room: u16,
) {
    canvas.repeat(row(area, 0), canvas.glyphs.horizontal(), Role::Line);
    let sheet = document.book.sheet(table);
    let cell = sheet.cell(at, column);
    let area = below(area, 1);
    if let Some(finding) = document.snapshot.about(table, at, column).next() {
        canvas.paragraph(area, &format!("{} {}", finding.message, finding.remedy), Role::Bad);
    } else if width(cell) > usize::from(room) {
        canvas.paragraph(area, cell, Role::Text);
    } else {
        let text = sheet.schema().column(column).map_or_else(
            || say!("case-table-column-your-own"),
            |schema| validation::explain(sheet.schema(), schema, column, &document.case().money_unit()),
        );
        canvas.paragraph(area, &text, Role::Dim);
    }
}
