//! Tables: every table of the case, one at a time.

use super::drawn_table::draw_table;
use crate::model::schema::{TABLES, Table, table};
use crate::say;
use crate::tui::canvas::{Canvas, Role, after, below, cells, row, width};
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
    let name = |table: &Table| {
        let rows = document.book.sheet(table.id).rows.len();
        if body.width >= 130 { format!("{} ({rows})", table.title()) } else { table.title() }
    };
    let names: Vec<String> = TABLES.iter().map(name).collect();
    let gap = if body.width >= 90 { 2 } else { 1 };
    // The open one is in sight, also where not all are.
    let here = app.sheet as usize;
    let mut first = 0;
    while first < here
        && names[first..=here].iter().map(|name| width(name) + gap).sum::<usize>() > usize::from(body.width)
    {
        first += 1;
    }
    let mut x = 0;
    for (name, table) in names.iter().zip(TABLES).skip(first) {
        let role = if table.id == app.sheet { Role::Cursor } else { Role::Dim };
        // A name that does not fit whole says less than that there are more.
        if x > 0 && usize::from(x) + width(name) > usize::from(body.width) {
            canvas.text(after(row(body, 0), x), canvas.glyphs.ellipsis(), role);
            break;
        }
        x += canvas.text(after(row(body, 0), x), name, role) + cells(gap);
    }
    let schema = table(app.sheet);
    canvas.text(row(body, 1), &schema.help(), Role::Dim);
    let empty = say!("tables-help-add-row", help = schema.help(), file = schema.file);
    draw_table(app, canvas, table_area(body), TableKey::Sheet(app.sheet), &empty);
}
