//! Tables: every table of the case, one at a time.

use super::drawn_table::draw_table;
use crate::model::schema::{TABLES, table};
use crate::say;
use crate::tui::canvas::{Canvas, Role, after, below, row};
use crate::tui::state::{App, Binding, Command as C, Document, Run as R, Screen, Spec, TableKey, bind};
use ratatui::layout::Rect;

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["9"]),
    commands: COMMANDS,
    table: |app| Some(TableKey::Sheet(app.sheet)),
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(Screen::TABLES)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::NextTable, "next-table", &["]"], 2, R::Which(turn)),
    bind(C::PreviousTable, "previous-table", &["["], 2, R::Which(turn)),
];

/// Shows the next table, or the one before.
fn turn(app: &mut App, command: C) {
    let by = if command == C::NextTable { 1 } else { TABLES.len() - 1 };
    app.sheet = TABLES[(app.sheet as usize + by) % TABLES.len()].id;
}

/// Where the table stands: below the names of all tables.
fn table_area(body: Rect) -> Rect {
    below(body, 2)
}

fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let mut x = 0;
    for table in TABLES {
        let rows = document.book.sheet(table.id).rows.len();
        let name = if body.width >= 130 { format!("{} ({rows})", table.name) } else { table.name.to_string() };
        let role = if table.id == app.sheet { Role::Cursor } else { Role::Dim };
        x += canvas.text(after(row(body, 0), x), &name, role) + if body.width >= 90 { 2 } else { 1 };
    }
    let schema = table(app.sheet);
    canvas.text(row(body, 1), &schema.help(), Role::Dim);
    let empty = say!("tables-help-add-row", help = schema.help(), file = schema.file);
    draw_table(app, canvas, table_area(body), TableKey::Sheet(app.sheet), &empty);
}
