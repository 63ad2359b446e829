//! The list of the analyses: what each answers, how it is set, and how far it is.

use super::view::progress_line;
use crate::analyse::AnalysisKind;
use crate::messages::word;
use crate::say;
use crate::tui::analysis_views::state_words;
use crate::tui::canvas::{Canvas, Role, below, top};
use crate::tui::screens::drawn_table::{draw_table, line_below};
use crate::tui::state::{App, Document, TableKey};
use crate::tui::table::{Grid, GridColumn};
use ratatui::layout::Rect;
use std::borrow::Cow;

/// The last row: a screen of its own, which needs no run.
fn compare() -> [String; 3] {
    [say!("list-compare"), say!("list-screen-own"), say!("list-portfolios-side-side-each")]
}

/// Lines below the table about the row under the cursor.
const DETAIL: u16 = 7;

/// The analyses as a table.
pub(crate) struct AnalysisList<'a> {
    document: &'a Document,
    columns: Vec<GridColumn>,
}

/// The analysis of a row; none for the comparison.
pub(crate) fn kind_at(row: usize) -> Option<AnalysisKind> {
    AnalysisKind::ALL.get(row).copied()
}

impl<'a> AnalysisList<'a> {
    pub fn new(document: &'a Document) -> Self {
        let columns = vec![
            GridColumn::text("analysis", &word("analysis"), say!("list-can-asked-shows-runs")).pinned(),
            GridColumn::text("state", &word("state"), say!("list-how-far-whether-case")),
            GridColumn::text("answers", &word("answers"), say!("list-answers")),
        ];
        Self { document, columns }
    }
}

impl Grid for AnalysisList<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (AnalysisKind::ALL.len() + 1, &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(kind) = kind_at(row) else {
            return compare().get(column).map_or(Cow::Borrowed(""), |text| Cow::Owned(text.clone()));
        };
        match column {
            0 => Cow::Owned(kind.spec().title()),
            1 => Cow::Owned(state_words(&self.document.analyses, kind).0),
            2 => Cow::Owned(kind.spec().question()),
            _ => Cow::Borrowed(""),
        }
    }

    fn role(&self, row: usize, column: usize) -> Role {
        match (column, kind_at(row)) {
            (1, Some(kind)) => state_words(&self.document.analyses, kind).1,
            (0, _) => Role::Text,
            _ => Role::Dim,
        }
    }
}

pub(super) fn table_area(body: Rect) -> Rect {
    let wanted = u16::try_from(AnalysisKind::ALL.len()).unwrap_or(0) + 3;
    top(body, wanted.min(body.height.saturating_sub(DETAIL).max(body.height / 2)))
}

pub(super) fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let table = table_area(body);
    draw_table(app, canvas, table, TableKey::ANALYSES, "");
    let mut rest = line_below(canvas, body, table);
    let mut say = |canvas: &mut Canvas<'_>, text: &str, role: Role| {
        let used = canvas.paragraph(rest, text, role);
        rest = below(rest, used);
    };
    let Some(at) = app.table_state(TableKey::ANALYSES).current() else { return };
    let Some(kind) = kind_at(at) else { return say(canvas, &compare()[2], Role::Text) };
    say(canvas, &kind.spec().question(), Role::Text);
    let options = document.analyses.runs.values(kind, document.case()).line(kind.spec(), document.case());
    if !options.is_empty() {
        say(canvas, &say!("list-options", options = options), Role::Dim);
    }
    if let Some(running) = document.analyses.runs.running(kind) {
        say(canvas, &progress_line(running), Role::Warn);
    }
    if let Some(error) = document.analyses.runs.errors.get(&kind) {
        say(canvas, error, Role::Bad);
    }
    if let Some(shown) = document.analyses.shown(kind) {
        for sentence in shown.report.summary.iter().take(if body.height > 30 { 8 } else { 2 }) {
            say(canvas, sentence, Role::Text);
        }
    }
}
