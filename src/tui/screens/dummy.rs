//! A screen for the tests alone: what it takes to add one.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::drawn_table::draw_table;
use crate::tui::canvas::Canvas;
use crate::tui::state::{App, Binding, Command, Document, Run, Screen, Spec, TableKey, bind};
use crate::tui::table::{Grid, GridColumn};

/// What the screen is called by.
pub(crate) const SCREEN: Screen = Screen("dummy");

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["f12"]),
    commands: COMMANDS,
    grid: |_, _| Some(Box::new(Answers(vec![GridColumn::number("answer", "answer", "The answer.")]))),
    draw,
    ..Spec::new(SCREEN)
};

const TABLE: TableKey = TableKey::Of(SCREEN);

const COMMANDS: &[Binding] = &[bind(Command::Only("wonder"), "wonder", &["w"], 1, Run::It(wonder))];

fn draw(app: &App, _: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    draw_table(app, canvas, body, TABLE, "");
}

fn wonder(app: &mut App) {
    app.note("It is 42.");
}

struct Answers(Vec<GridColumn>);

impl Grid for Answers {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (1, &self.0)
    }

    fn cell(&self, _row: usize, _column: usize) -> Cow<'_, str> {
        Cow::Borrowed("42")
    }
}
