//! Settings: the keys of `case.toml` with their values, defaults and meaning, to be edited in place.

use super::drawn_table::draw_table;
use crate::messages::word;
use crate::model::Case;
use crate::say;
use crate::session::settings::{SettingRow, help, rows, told};
use crate::tui::canvas::{Canvas, Role};
use crate::tui::state::{App, Command as C, Document, Popup, Purpose, Run as R, Screen, Spec, TableKey};
use crate::tui::table::{Grid, GridColumn};
use ratatui::layout::Rect;
use std::borrow::Cow;

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["0"]),
    instead: &[(C::Edit, R::It(edit_setting))],
    grid: |_, document| Some(Box::new(SettingGrid::new(document))),
    draw,
    ..Spec::new(Screen::SETTINGS)
};

/// The settings of the case.
pub(crate) struct SettingGrid<'a> {
    columns: Vec<GridColumn>,
    rows: Vec<SettingRow>,
    case: &'a Case,
}

impl<'a> SettingGrid<'a> {
    pub fn new(document: &'a Document) -> Self {
        let columns = vec![
            GridColumn::text("setting", &word("setting"), say!("settings-key-case-toml")).pinned(),
            GridColumn::text("value", &word("value"), say!("settings-value-edits")),
            GridColumn::text("default", &word("default"), say!("settings-leaving-out-means")),
            GridColumn::text("help", &say!("settings-means-2"), say!("settings-means")),
        ];
        Self { columns, rows: rows(&document.book.settings), case: document.case() }
    }
}

impl Grid for SettingGrid<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.rows.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(row) = self.rows.get(row) else { return Cow::Borrowed("") };
        Cow::Borrowed(match column {
            0 => &row.key,
            1 => &row.value,
            2 => &row.default,
            3 => &row.help,
            _ => "",
        })
    }

    fn shown(&self, row: usize, column: usize) -> Cow<'_, str> {
        match (column, self.rows.get(row)) {
            (0, Some(row)) => Cow::Owned(self.case.setting_label(&row.key)),
            (1, Some(row)) => Cow::Owned(told(&row.key, &row.value)),
            (3, Some(row)) => Cow::Owned(format!("{}{}", row.help, say!("validation-in-file", column = row.key))),
            _ => self.cell(row, column),
        }
    }

    fn role(&self, _row: usize, column: usize) -> Role {
        if column >= 2 { Role::Dim } else { Role::Text }
    }
}

fn draw(app: &App, _: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let empty = say!("settings-case-toml-cannot-read");
    draw_table(app, canvas, body, TableKey::SETTINGS, &empty);
}

/// Edits the setting under the cursor.
fn edit_setting(app: &mut App) {
    let row = app.table_state(TableKey::SETTINGS).current();
    let Some(document) = &app.document else { return };
    let Some(setting) = row.and_then(|row| rows(&document.book.settings).into_iter().nth(row)) else {
        return;
    };
    let help = format!("{}{}", help(&setting.key), say!("validation-in-file", column = setting.key));
    app.popups.push(Popup::ask(
        document.case().setting_label(&setting.key),
        help,
        &setting.value,
        Purpose::Setting(setting.key),
        Some(document),
    ));
}
