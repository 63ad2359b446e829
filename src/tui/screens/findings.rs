//! Findings: what is wrong with the case or worth knowing, and how to fix it. Enter goes to the cell.

use super::drawn_table::{draw_table, line_below};
use crate::messages::word;
use crate::model::{Level, Place};
use crate::say;
use crate::tui::actions::edits::{show_cell, show_setting};
use crate::tui::canvas::{Canvas, Role, top};
use crate::tui::state::{App, Binding, Command as C, Context, Document, Run as R, Screen, Spec, TableKey, bind};
use crate::tui::table::{Grid, GridColumn};
use ratatui::layout::Rect;
use std::borrow::Cow;

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["8"]),
    commands: COMMANDS,
    grid: |_, document| Some(Box::new(FindingGrid::new(document))),
    draw,
    ..Spec::new(Screen::FINDINGS)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, R::It(go_to_finding)),
];

/// Goes to the cell that the finding under the cursor is about.
fn go_to_finding(app: &mut App) {
    let at = app.table_state(TableKey::FINDINGS).current();
    let place = at.and_then(|at| Some(app.document.as_ref()?.snapshot.findings.get(at)?.place.clone()));
    match place {
        Some(Place::Cell(table, row, column)) => show_cell(app, table, row, &column),
        Some(Place::Row(table, row)) => show_cell(app, table, row, ""),
        Some(Place::Table(table) | Place::Header(table, _)) => show_cell(app, table, 0, ""),
        Some(Place::Setting(setting)) => show_setting(app, &setting),
        Some(Place::Elsewhere) | None => {}
    }
}

/// The findings of the case.
pub(crate) struct FindingGrid<'a> {
    document: &'a Document,
    columns: Vec<GridColumn>,
}

impl<'a> FindingGrid<'a> {
    pub fn new(document: &'a Document) -> Self {
        let columns = vec![
            GridColumn::text("level", &word("level"), say!("findings-error-case-cannot-computed")).pinned(),
            GridColumn::text("file", &word("file"), say!("findings-file")),
            GridColumn::number("line", &word("line"), say!("findings-line-file")),
            GridColumn::text("column", &word("column"), say!("findings-column")),
            GridColumn::text("message", &word("what"), say!("findings-wrong")),
            GridColumn::text("remedy", &say!("findings-how-fix-2"), say!("findings-how-fix")),
        ];
        Self { document, columns }
    }
}

impl Grid for FindingGrid<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.document.snapshot.findings.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(finding) = self.document.snapshot.findings.get(row) else { return Cow::Borrowed("") };
        match column {
            0 => Cow::Owned(word(finding.level.word())),
            1 => Cow::Borrowed(&finding.file),
            2 if finding.line > 0 => Cow::Owned(finding.line.to_string()),
            3 => Cow::Borrowed(&finding.column),
            4 => Cow::Borrowed(&finding.message),
            5 => Cow::Borrowed(&finding.remedy),
            _ => Cow::Borrowed(""),
        }
    }

    fn role(&self, row: usize, column: usize) -> Role {
        match (column, self.document.snapshot.findings.get(row).map(|finding| finding.level)) {
            (0, Some(Level::Error)) => Role::Bad,
            (0, Some(Level::Warning)) => Role::Warn,
            (5, _) => Role::Dim,
            _ => Role::Text,
        }
    }
}

/// Why nothing of a case with errors can be computed, and where they stand; `None` if it has none.
pub(crate) fn errors_text(app: &App, document: &Document) -> Option<String> {
    let errors = document.snapshot.stopping();
    (errors > 0).then(|| {
        say!(
            "screens-case-has-count",
            errors = errors,
            key = app.keymap.shown(C::Go(Screen::FINDINGS), &[Context::Everywhere])
        )
    })
}

/// The table, and the finding under the cursor in full.
fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let detail = if body.height >= 14 { 5 } else { 0 };
    let table = top(body, body.height - detail);
    draw_table(app, canvas, table, TableKey::FINDINGS, &say!("findings-nothing-wrong-this"));
    let at = app.table_state(TableKey::FINDINGS).current();
    if let Some(finding) = at.and_then(|at| document.snapshot.findings.get(at)) {
        let rest = line_below(canvas, body, table);
        canvas.paragraph(rest, &format!("{} {}", finding.message, finding.remedy), Role::Text);
    }
}
