//! What a screen says of itself.

use ratatui::layout::Rect;

use super::{App, Binding, Run};
use crate::model::CandidateIx;
use crate::tui::canvas::Canvas;
use crate::tui::commands::{Command, Context};
use crate::tui::document::Document;
use crate::tui::screen::{Screen, TableKey};
use crate::tui::table::Grid;

/// A screen: what it is called, what can be done on it, what it shows.
#[derive(Debug)]
pub(crate) struct Spec {
    /// What it is called by.
    pub screen: Screen,
    /// The screen on whose tab it stands, where that is another one.
    pub tab: Option<Screen>,
    /// The keys by which it is gone to from everywhere; `None` if other screens lead there.
    pub go: Option<&'static [&'static str]>,
    /// Commands about it that hold everywhere.
    pub everywhere: &'static [Binding],
    /// Where commands are looked for that are not its own, the nearest context first.
    pub around: &'static [Context],
    pub commands: &'static [Binding],
    /// What it does for commands of the contexts around it.
    pub instead: &'static [(Command, Run)],
    /// Brings up to date what it shows.
    pub settle: fn(&mut App),
    /// The table that it shows, if it shows one.
    pub table: fn(&App) -> Option<TableKey>,
    /// The cells of the table of its own.
    pub grid: for<'a> fn(&'a App, &'a Document) -> Option<Box<dyn Grid + 'a>>,
    /// The candidates that its marked rows stand for, or the row under the cursor.
    pub candidates: fn(&App, &Document) -> Vec<CandidateIx>,
    /// The scenario that a command on it is about.
    pub scenario: fn(&App) -> Option<String>,
    /// Where its table stands in the body of the screen.
    pub area: fn(&App, Rect) -> Rect,
    /// Draws it between the header and the footer.
    pub draw: fn(&App, &Document, &mut Canvas<'_>, Rect),
}

/// Around screens with a table.
const AROUND_TABLE: &[Context] = &[Context::Table, Context::Case, Context::Everywhere];
/// Around screens of a case without one.
pub(crate) const IN_CASE: &[Context] = &[Context::Case, Context::Everywhere];

impl Spec {
    /// A screen of a case with a table of its own that fills it, to be told apart where it is more.
    pub const fn new(screen: Screen) -> Self {
        Self {
            screen,
            tab: None,
            go: None,
            everywhere: &[],
            around: AROUND_TABLE,
            commands: &[],
            instead: &[],
            settle: |_| (),
            table: |app| Some(TableKey::Of(app.screen)),
            grid: |_, _| None,
            candidates: |_, _| Vec::new(),
            scenario: |_| None,
            area: |_, body| body,
            draw: |_, _, _, _| (),
        }
    }

    /// Where its commands are looked for, the nearest context first.
    pub fn contexts(&self) -> Vec<Context> {
        std::iter::once(Context::Screen(self.screen)).chain(self.around.iter().copied()).collect()
    }
}
