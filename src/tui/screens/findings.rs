//! Findings: what is wrong with the case or worth knowing, and how to fix it. Enter goes to the cell.

use crate::say;
use std::borrow::Cow;

use ratatui::layout::Rect;

use super::drawn_table::draw_table;
use super::spec::Spec;
use crate::model::Level;
use crate::tui::app::App;
use crate::tui::canvas::Canvas;
use crate::tui::commands::{Binding, Command as C, Context, Run as R, bind};
use crate::tui::document::Document;
use crate::tui::screen::{Screen, TableKey};
use crate::tui::table::{Grid, GridColumn};
use crate::tui::theme::Role;
use crate::tui::update::edits;

/// What the screen is called by.
pub(crate) const SCREEN: Screen = Screen("findings");

/// What the screen is.
pub(crate) const SPEC: Spec = Spec {
    go: Some(&["8"]),
    commands: COMMANDS,
    table: |_| Some(TABLE),
    grid: |_, document| Some(Box::new(FindingGrid::new(document))),
    draw,
    ..Spec::new(SCREEN)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Edit, "edit", &["enter"], 1, R::It(edits::go_to_finding)),
];

/// Its table.
pub(crate) const TABLE: TableKey = TableKey::Of(SCREEN);

/// The findings of the case.
pub(crate) struct FindingGrid<'a> {
    document: &'a Document,
    columns: Vec<GridColumn>,
}

impl<'a> FindingGrid<'a> {
    /// The findings as they are now.
    pub fn new(document: &'a Document) -> Self {
        let columns = vec![
            GridColumn::text("level", "level", say!("findings-error-case-cannot-computed")).pinned(),
            GridColumn::text("file", "file", say!("findings-file")),
            GridColumn::number("line", "line", say!("findings-line-file")),
            GridColumn::text("column", "column", say!("findings-column")),
            GridColumn::text("message", "what", say!("findings-wrong")),
            GridColumn::text("remedy", &say!("findings-how-mend-2"), say!("findings-how-mend")),
        ];
        Self { document, columns }
    }
}

impl Grid for FindingGrid<'_> {
    fn rows(&self) -> usize {
        self.document.snapshot.findings.len()
    }

    fn columns(&self) -> &[GridColumn] {
        &self.columns
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(finding) = self.document.snapshot.findings.get(row) else { return Cow::Borrowed("") };
        match column {
            0 => Cow::Borrowed(level(finding.level)),
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

/// A level as a word.
pub(crate) const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

/// Why nothing of a case with errors can be computed, and where they stand; none where it has none.
pub(crate) fn errors_text(app: &App, document: &Document) -> Option<String> {
    let [errors, ..] = document.snapshot.counts();
    (errors > 0).then(|| {
        say!("screens-case-has-count", errors = errors, key = app.keymap.shown(C::Go(SCREEN), &[Context::Everywhere]))
    })
}

/// Draws the screen: the table, and the finding under the cursor in full.
pub(crate) fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    use crate::tui::canvas::{below, row, top};
    let detail = if body.height >= 14 { 5 } else { 0 };
    let table = top(body, body.height - detail);
    draw_table(app, canvas, table, SPEC.own_table(app, document), &say!("findings-nothing-wrong-this"));
    let area = below(body, table.height);
    let at = app.table_state(TABLE).current();
    if let Some(finding) = at.and_then(|at| document.snapshot.findings.get(at)) {
        canvas.repeat(row(area, 0), canvas.glyphs.horizontal(), Role::Line);
        canvas.paragraph(below(area, 1), &format!("{} {}", finding.message, finding.remedy), Role::Text);
    }
}
