//! The form of a whole row: every column with its value, unit, default and help; for a candidate also its effects and
//! its costs by year as small tables.

use crate::say;
use ratatui::layout::{Position, Rect};

use crate::model::Sheet;
use crate::model::schema::{Kind, TableId};
use crate::session::validation;
use crate::tui::app::App;
use crate::tui::canvas::{Canvas, after, below, centred, inner, left, row, top};
use crate::tui::commands::{Binding, Command as C, Run as R, bind};
use crate::tui::document::Document;
use crate::tui::text::{cells, width};
use crate::tui::theme::Role;
use crate::tui::update::{self, opening, popups};

/// In forms.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, R::It(popups::edit_field)),
    bind(C::Back, "back", &["esc", "q"], 2, R::Do(opening::close_popup)),
    bind(C::Down, "down", &["j", "down", "tab"], 0, R::Which(popups::move_on)),
    bind(C::Up, "up", &["k", "up", "shift-tab"], 0, R::Which(popups::move_on)),
    bind(C::Left, "left", &["h", "left"], 0, R::Which(popups::move_in_form)),
    bind(C::Right, "right", &["l", "right"], 0, R::Which(popups::move_in_form)),
    bind(C::Top, "top", &["g", "home"], 0, R::Which(popups::move_in_form)),
    bind(C::Bottom, "bottom", &["G", "end"], 0, R::Which(popups::move_in_form)),
    bind(C::PageDown, "page-down", &["ctrl-d"], 0, R::Which(popups::move_on)),
    bind(C::PageUp, "page-up", &["ctrl-u"], 0, R::Which(popups::move_on)),
    bind(C::AddRow, "add-row", &["a"], 3, R::It(popups::add_effect)),
    bind(C::DeleteRows, "delete-rows", &["D", "delete"], 4, R::It(popups::delete_effect)),
    bind(C::WholeCell, "whole-cell", &["t"], 0, R::It(popups::show_field)),
    bind(C::Undo, "undo", &["u"], 5, R::DoWhich(popups::undo_in_form)),
    bind(C::Redo, "redo", &["ctrl-r"], 0, R::DoWhich(popups::undo_in_form)),
    bind(C::NextMatch, "next-row", &["ctrl-n", "pagedown"], 6, R::Which(popups::next_form)),
    bind(C::PreviousMatch, "previous-row", &["ctrl-p", "pageup"], 0, R::Which(popups::next_form)),
    bind(C::Help, "help", &["?", "f1"], 7, R::It(popups::help)),
    bind(C::Save, "save", &["ctrl-s"], 0, R::Do(opening::save_now)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::Do(update::cancel)),
];

/// The form of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// Its table.
    pub table: TableId,
    /// Its row.
    pub row: usize,
    /// The line under the cursor.
    pub line: usize,
    /// The column under the cursor in a small table.
    pub column: usize,
}

/// A line of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Field {
    /// A column of the row.
    Column(String),
    /// The costs by year: the columns of the row.
    Costs(Vec<String>),
    /// An effect of the candidate: its row in `effects.csv`.
    Effect(usize),
}

/// The columns of the small table of effects.
pub(crate) const EFFECT_COLUMNS: [&str; 3] = ["service", "control_gain", "grants"];

impl Form {
    /// The form of a row.
    pub fn new(table: TableId, row: usize) -> Self {
        Self { table, row, line: 0, column: 0 }
    }

    /// Its lines.
    pub fn fields(&self, document: &Document) -> Vec<Field> {
        let sheet = document.book.sheet(self.table);
        let mut fields = Vec::new();
        let mut costs = if self.table == TableId::Candidates { costs(sheet, document) } else { Vec::new() };
        for name in columns(sheet, document) {
            if self.table == TableId::Candidates && is_cost(&name) {
                if !costs.is_empty() {
                    fields.push(Field::Costs(std::mem::take(&mut costs)));
                }
            } else {
                fields.push(Field::Column(name));
            }
        }
        if !costs.is_empty() {
            fields.push(Field::Costs(costs));
        }
        if self.table == TableId::Candidates {
            fields.extend(
                crate::session::rows::effect_rows(document, sheet.cell(self.row, "candidate"))
                    .into_iter()
                    .map(Field::Effect),
            );
        }
        fields
    }

    /// The table, row and column that the cursor is on.
    pub fn target(&self, document: &Document) -> Option<(TableId, usize, String)> {
        match self.fields(document).get(self.line)? {
            Field::Column(name) => Some((self.table, self.row, name.clone())),
            Field::Costs(names) => Some((self.table, self.row, names.get(self.column.min(names.len() - 1))?.clone())),
            Field::Effect(effect) => Some((TableId::Effects, *effect, EFFECT_COLUMNS[self.column.min(2)].to_string())),
        }
    }

    /// Moves the cursor.
    pub fn go(&mut self, document: &Document, lines: isize, columns: isize) {
        let fields = self.fields(document);
        self.line = self.line.saturating_add_signed(lines).min(fields.len().saturating_sub(1));
        let last = match fields.get(self.line) {
            Some(Field::Costs(names)) => names.len() - 1,
            Some(Field::Effect(_)) => EFFECT_COLUMNS.len() - 1,
            _ => 0,
        };
        self.column = self.column.saturating_add_signed(columns).min(last);
    }
}

fn is_cost(name: &str) -> bool {
    name.strip_prefix("cost_").is_some_and(|rest| rest.parse::<u32>().is_ok())
}

/// The costs by year: those of the file, and one more as long as the horizon has a year for it.
fn costs(sheet: &Sheet, document: &Document) -> Vec<String> {
    let mut costs: Vec<String> = sheet.header.iter().filter(|name| is_cost(name)).cloned().collect();
    let next = (1..=document.case().years().count()).map(|n| format!("cost_{n}")).find(|name| !costs.contains(name));
    costs.extend(next);
    costs
}

/// The columns of a form: those of the file, then those of the schema that the file does not have.
fn columns(sheet: &Sheet, document: &Document) -> Vec<String> {
    let mut names = sheet.header.clone();
    for column in sheet.schema().columns {
        match column.name {
            crate::model::schema::Name::Fixed(name) if sheet.column(name).is_none() => names.push(name.to_string()),
            crate::model::schema::Name::PerMinistry(prefix) => {
                let wanted = document.case().ministries.iter().map(|ministry| format!("{prefix}{}", ministry.id));
                names.extend(wanted.filter(|name| sheet.column(name).is_none()).collect::<Vec<_>>());
            }
            _ => {}
        }
    }
    names
}

/// Draws it.
pub(crate) fn draw(app: &App, form: &Form, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(document) = &app.document else { return };
    let sheet = document.book.sheet(form.table);
    let title = format!("{}: {} {} of {}", sheet.key(form.row), sheet.schema().name, form.row + 1, sheet.rows.len());
    canvas.frame(place(area), &title);
    let fields = form.fields(document);
    let Window { body, foot, lines, first } = window(form, &fields, area);
    let names = fields.iter().map(|field| width(&field_name(field))).max().unwrap_or(0);
    for (y, line) in (0..body.height).zip(lines.iter().skip(first)) {
        match line {
            FormLine::Heading(text) => drop(canvas.text(row(body, y), text, Role::Header)),
            FormLine::Field(at) => {
                draw_field(canvas, row(body, y), document, form, (*at, &fields[*at]), cells(names));
            }
        }
    }
    if let Some((table, at, column)) = form.target(document) {
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
    lines: Vec<FormLine>,
    /// The first of the lines that is visible.
    first: usize,
}

fn window(form: &Form, fields: &[Field], area: Rect) -> Window {
    let inside = inner(place(area));
    let foot = FOOT.min(inside.height);
    let body = top(inside, inside.height - foot);
    let lines = rows_of(fields);
    let at = lines.iter().position(|line| *line == FormLine::Field(form.line)).unwrap_or(0);
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
    match lines.get(first + usize::from(at.y - body.y))? {
        FormLine::Field(field) => Some(*field),
        FormLine::Heading(_) => None,
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum FormLine {
    Heading(String),
    Field(usize),
}

fn rows_of(fields: &[Field]) -> Vec<FormLine> {
    let mut lines = Vec::new();
    let mut effects = false;
    for (at, field) in fields.iter().enumerate() {
        if matches!(field, Field::Effect(_)) && !effects {
            lines.push(FormLine::Heading(say!("form-effects-service-control-gained")));
            effects = true;
        }
        lines.push(FormLine::Field(at));
    }
    lines
}

fn field_name(field: &Field) -> String {
    match field {
        Field::Column(name) => name.clone(),
        Field::Costs(_) => say!("form-cost-year"),
        Field::Effect(_) => "effect".to_string(),
    }
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
    canvas.text(left(after(area, 2), names), &field_name(field), if here { Role::Row } else { Role::Dim });
    let place = after(area, names + 4);
    let small: Vec<(TableId, usize, String, u16)> = match field {
        Field::Column(name) => return draw_value(canvas, place, document, form, name, here),
        Field::Costs(names) => names.iter().map(|name| (form.table, form.row, name.clone(), 9)).collect(),
        Field::Effect(effect) => EFFECT_COLUMNS
            .iter()
            .zip([28, 10, 18])
            .map(|(name, wide)| (TableId::Effects, *effect, (*name).to_string(), wide))
            .collect(),
    };
    let mut x = 0;
    for (column, (table, at, name, wide)) in small.iter().enumerate() {
        let text = document.book.sheet(*table).cell(*at, name);
        let text = if text.is_empty() { "-" } else { text };
        let cell = left(after(place, x), *wide);
        let number = matches!(kind_of(document, *table, name), Some(Kind::Number { .. }));
        if number {
            canvas.right(cell, text, Role::Text)
        } else {
            canvas.text(cell, text, Role::Text)
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
        let default = if default.is_empty() { "-".to_string() } else { format!("({default})") };
        canvas.text(place, &default, Role::Dim)
    } else {
        let used = canvas.text(place, text, role);
        used + canvas.text(after(place, used + 1), &unit, Role::Dim)
    };
    if here {
        canvas.restyle(left(place, used.max(1)), Role::Cursor);
    }
}

fn kind_of(document: &Document, table: TableId, name: &str) -> Option<Kind> {
    document.book.sheet(table).schema().column(name).map(|column| column.kind)
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
            |schema| validation::explain(sheet.schema(), schema, &document.case().money_unit()),
        );
        canvas.paragraph(area, &text, Role::Dim);
    }
}
