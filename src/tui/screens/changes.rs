//! The changes of one scenario: the cell that each names, what it is and what it becomes.

use super::drawn_table::{draw_table, line_below};
use crate::messages::{self, count_of, word};
use crate::model::schema::TableId;
use crate::model::schema::table_by_name;
use crate::model::{Case, Sheet, Workbook};
use crate::say;
use crate::session::edit::difference::CellDifference;
use crate::session::edit::scenarios::{Does, change_at};
use crate::session::names::Names;
use crate::session::scenarios::Standing;
use crate::tui::actions::edits::edit_cell;
use crate::tui::actions::what_if::run;
use crate::tui::actions::{self, scenarios, what_if};
use crate::tui::canvas::{Canvas, Role, after, below, row, top};
use crate::tui::state::{App, Binding, Command as C, Document, Run as R, Screen, Spec, TableKey, bind};
use crate::tui::table::{Grid, GridColumn};
use ratatui::layout::Rect;
use std::borrow::Cow;

pub(crate) const SPEC: Spec = Spec {
    commands: COMMANDS,
    tab: Some(Screen::SCENARIOS),
    instead: &[(C::EditRow, R::It(edit_change))],
    settle: super::scenarios::settle,
    grid: |app, document| Some(Box::new(ChangeGrid::new(app, document)?)),
    scenario: |app| app.what_if.open.clone(),
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(Screen::CHANGES)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, R::It(edit_change)),
    bind(C::AddRow, "add-change", &["a"], 2, R::It(|app| scenarios::ask_change(app, None))),
    bind(C::DeleteRows, "delete", &["D"], 3, R::It(scenarios::delete_changes)),
    bind(C::RunScenario, "run", &["r"], 3, R::It(|app| run(app, app.what_if.open.clone().into_iter().collect()))),
    bind(C::TryOn, "try-on", &["Z"], 3, R::It(what_if::try_on)),
    bind(C::CommitScenario, "commit", &["I"], 4, R::It(what_if::ask_commit)),
    bind(C::OpenGrid, "grid", &["c"], 4, R::It(scenarios::open_grid)),
    bind(C::RenameScenario, "rename", &[], 0, R::It(scenarios::rename_open)),
    bind(C::NextTable, "next-scenario", &["]"], 5, R::Which(scenarios::turn)),
    bind(C::PreviousTable, "previous-scenario", &["["], 5, R::Which(scenarios::turn)),
    bind(C::Back, "back", &["esc"], 6, R::It(actions::back)),
];

/// Lines that the change under the cursor takes.
const DETAIL: u16 = 6;

/// The changes of the open scenario.
pub(crate) struct ChangeGrid<'a> {
    book: &'a Workbook,
    sheet: &'a Sheet,
    names: Names<'a>,
    case: &'a Case,
    rows: &'a [Does],
    columns: Vec<GridColumn>,
}

impl<'a> ChangeGrid<'a> {
    /// The changes as they are now; none while no scenario is open.
    pub fn new(app: &'a App, document: &'a Document) -> Option<Self> {
        let columns = vec![
            GridColumn::text("table", &word("table"), say!("changes-table-case-case-toml")).pinned(),
            GridColumn::text("id", &word("row"), say!("changes-row-s-key-stands")).pinned(),
            GridColumn::text("column", &word("column"), say!("changes-column-key-setting")),
            GridColumn::text("change", &word("change"), say!("changes-v-sets-v-v")),
            GridColumn::number("was", &word("was"), say!("changes-stands-there-before-change")),
            GridColumn::number("becomes", &word("becomes"), say!("changes-stands-there-after")),
            GridColumn::text("note", &word("note"), say!("changes-why-fact-assumption-edits")),
            GridColumn::text("source", &word("source"), say!("changes-where-comes-from-edits")),
        ];
        let book = document.base_book();
        let sheet = book.sheet(TableId::Scenarios);
        let case = &document.base_snapshot().case;
        Some(Self { book, sheet, names: Names::new(case), case, rows: &open(app)?.does, columns })
    }
}

/// The scenario that is open.
pub(crate) fn open(app: &App) -> Option<&Standing> {
    let open = app.what_if.open.as_deref()?;
    app.what_if.standings.iter().find(|it| it.name == open)
}

/// The column of the file that a column of the grid edits by itself.
const fn own_column(column: usize) -> Option<&'static str> {
    match column {
        6 => Some("note"),
        7 => Some("source"),
        _ => None,
    }
}

/// A cell's text before or after, or how many cells there are.
fn text(cells: &[CellDifference], side: impl Fn(&CellDifference) -> &str) -> String {
    match cells {
        [] => word("same"),
        [one] => messages::cell(side(one)),
        many => count_of(many.len(), "cell"),
    }
}

impl Grid for ChangeGrid<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.rows.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(it) = self.rows.get(row) else { return Cow::Borrowed("") };
        match (column, &it.cells) {
            (4, Ok(cells)) => Cow::Owned(text(cells, |cell| &cell.before)),
            (5, Ok(cells)) => Cow::Owned(text(cells, |cell| &cell.after)),
            (4, Err(_)) => Cow::Owned(word("wrong")),
            (0..=3, _) => Cow::Borrowed(self.sheet.cell(it.row, ["table", "id", "column", "change"][column])),
            (6, _) => Cow::Borrowed(self.sheet.cell(it.row, "note")),
            (7, _) => Cow::Borrowed(self.sheet.cell(it.row, "source")),
            _ => Cow::Borrowed(""),
        }
    }

    fn shown(&self, row: usize, column: usize) -> Cow<'_, str> {
        let text = self.cell(row, column);
        let Some(it) = self.rows.get(row).filter(|_| column < 6 && !text.is_empty()) else { return text };
        let table = table_by_name(self.sheet.cell(it.row, "table"));
        Cow::Owned(match (column, table) {
            (3, _) => change_at(self.book, it.row).map_or(text.into_owned(), |it| self.names.of_operation(&it)),
            (4 | 5, _) => match &it.cells {
                Ok(cells) if let [cell] = cells.as_slice() => {
                    let [before, after] = self.names.of_texts(cell);
                    messages::cell(if column == 4 { &before } else { &after })
                }
                _ => return text,
            },
            (0, Some(table)) => table.title(),
            (0, None) => word("setting"),
            (1, Some(table)) if text != "*" => self.names.of_key(table, &text),
            (2, Some(table)) => self.case.label(table, &text),
            (2, None) => self.case.setting_label(&text),
            _ => return text,
        })
    }

    fn role(&self, row: usize, column: usize) -> Role {
        match (column, self.rows.get(row).map(|it| it.cells.is_ok())) {
            (_, Some(false)) => Role::Bad,
            (5, _) => Role::Accent,
            (6.., _) => Role::Dim,
            _ => Role::Text,
        }
    }
}

fn table_area(body: Rect) -> Rect {
    let table = below(body, 1);
    if table.height >= DETAIL + 8 { top(table, table.height - DETAIL) } else { table }
}

fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let line = row(body, 0);
    let Some(it) = open(app) else {
        canvas.text(line, &app.said(&say!("changes-this-scenario-no")), Role::Warn);
        return;
    };
    let used =
        canvas.pieces(line, &[(&say!("changes-scenario"), Role::Dim), (&it.called, Role::Accent), ("  ", Role::Dim)]);
    let used = used + canvas.text(after(line, used), &it.state.words(), super::scenarios::state_role(it.state));
    let others = say!("changes-go-one-before-after");
    let others = app.said(&others);
    canvas.right(after(line, used + 2), &others, Role::Dim);
    let table = table_area(body);
    draw_table(app, canvas, table, TableKey::CHANGES, &say!("changes-here-belong-changes-scenario"));
    let detail = line_below(canvas, body, table);
    let at = app.table_state(TableKey::CHANGES).current();
    let Some(does) = at.and_then(|at| it.does.get(at)) else { return };
    match &does.cells {
        Err(error) => drop(canvas.paragraph(detail, error, Role::Bad)),
        Ok(cells) => {
            let arrow = canvas.glyphs.arrow();
            let names = Names::new(document.case());
            let room = usize::from(detail.height);
            for (y, cell) in (0..detail.height).zip(cells) {
                let last = usize::from(y) + 1 == room && cells.len() > room;
                let [before, after] = names.of_texts(cell).map(|text| messages::cell(&text));
                let text = if last {
                    say!("changes-room-more-cells", room = cells.len() - room + 1)
                } else {
                    format!("{}: {before} {arrow} {after}", names.of_cell(cell))
                };
                canvas.text(row(detail, y), &text, Role::Text);
            }
        }
    }
}

/// Edits the change under the cursor.
fn edit_change(app: &mut App) {
    let Some(row) = scenarios::change_row(app) else { return scenarios::ask_change(app, None) };
    let column = app.table_state(TableKey::CHANGES).column;
    match own_column(column) {
        Some(name) => edit_cell(app, TableId::Scenarios, row, name),
        None => scenarios::ask_change(app, Some(row)),
    }
}
