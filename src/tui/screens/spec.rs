//! What a screen says of itself.

use ratatui::layout::Rect;

use crate::tui::app::App;
use crate::tui::canvas::Canvas;
use crate::tui::commands::{Binding, Command, Context, Run, bind};
use crate::tui::document::Document;
use crate::tui::screen::{Screen, TableKey};
use crate::tui::table::Grid;

/// A screen: what it is called, what can be done on it, what it shows.
pub(crate) struct Spec {
    /// What it is called by.
    pub screen: Screen,
    /// The screen on whose tab it stands, where that is another one.
    pub tab: Option<Screen>,
    /// The keys by which it is gone to from everywhere; none where other screens lead there.
    pub go: Option<&'static [&'static str]>,
    /// Commands about it that hold everywhere.
    pub everywhere: &'static [Binding],
    /// Where commands are looked for that are not its own, the nearest context first.
    pub around: &'static [Context],
    /// Its commands.
    pub commands: &'static [Binding],
    /// What it does for commands of the contexts around it.
    pub instead: &'static [(Command, Run)],
    /// Brings up to date what it shows.
    pub settle: fn(&mut App),
    /// The table that it shows, if it shows one.
    pub table: fn(&App) -> Option<TableKey>,
    /// The cells of the table of its own.
    pub grid: for<'a> fn(&'a App, &'a Document) -> Option<Box<dyn Grid + 'a>>,
    /// Where its table stands in the body of the screen.
    pub area: fn(&App, Rect) -> Rect,
    /// Draws it between the header and the footer.
    pub draw: fn(&App, &Document, &mut Canvas<'_>, Rect),
}

/// Around screens with a table.
const AROUND_TABLE: &[Context] = &[Context::Table, Context::Case, Context::Everywhere];
/// Around screens of a case without one.
pub(super) const IN_CASE: &[Context] = &[Context::Case, Context::Everywhere];

impl Spec {
    /// A screen of a case with a table that fills it, to be told apart where it is more.
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
            table: |_| None,
            grid: |_, _| None,
            area: |_, body| body,
            draw: |_, _, _, _| (),
        }
    }

    /// The command that shows it.
    pub fn binding(&self) -> Option<Binding> {
        let run = Run::Which(crate::tui::update::go);
        Some(bind(Command::Go(self.screen), self.screen.0, self.go?, 0, run))
    }

    /// Its table with the cells of its own, to be drawn.
    pub fn own_table<'a>(&self, app: &'a App, document: &'a Document) -> (TableKey, Option<Box<dyn Grid + 'a>>) {
        (TableKey::Of(self.screen), (self.grid)(app, document))
    }
}
