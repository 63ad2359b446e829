//! The whole state of the interface. Everything that is drawn is in here, and only `update` changes it.

use crate::say;
use std::collections::HashMap;
use std::path::PathBuf;

use ratatui::layout::Rect;

use super::keymap::Keymap;
use super::popup::Popup;
use super::registry::Registry;
use super::spec::Spec;
use super::tour::{TOUR, Tour};
use crate::analyse::AnalysisKind;
use crate::messages::capital;
use crate::model::schema::TableId;
use crate::session::Running;
use crate::session::comparison::{Comparison, Side};
use crate::session::on_disk::CaseEntry;
use crate::session::pillars::Pillars;
use crate::session::scenarios::WhatIf;
use crate::store::proposal::By;
use crate::tui::analysis_views::{AnalysisGrid, Whose};
use crate::tui::case_table::CaseTable;
use crate::tui::commands::{Command, Context};
use crate::tui::document::Document;
use crate::tui::event::Effect;
use crate::tui::key::Key;
use crate::tui::screen::{Screen, TableKey};
use crate::tui::table::{Grid, TableState};
use crate::tui::theme::{Glyphs, Role, Theme};

/// A report that is being made.
#[derive(Debug, Clone)]
pub(crate) struct Exporting {
    /// Where it goes.
    pub file: std::path::PathBuf,
    /// The questions that are answered.
    pub done: usize,
    /// All of them; nought until it is known.
    pub total: usize,
}

/// The state of the interface.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is about something else")]
pub struct App {
    /// The open case.
    pub(crate) document: Option<Document>,
    /// What is on the screen below the layers.
    pub(crate) screen: Screen,
    /// The analysis that the screen of a analysis shows.
    pub(crate) analysis: AnalysisKind,
    /// The first domain that the overview shows.
    pub(crate) overview_top: usize,
    /// Where a key led here from, to go back to: from a candidate to why it is in or out.
    pub(crate) from: Option<Screen>,
    /// The tables' cursors, orders, filters.
    pub(crate) tables: HashMap<TableKey, TableState>,
    /// The table that the screen of tables shows.
    pub(crate) sheet: TableId,
    /// The cases to choose from.
    pub(crate) picker: Picker,
    /// The two sides of the comparison.
    pub(crate) comparison: Comparison,
    /// What the pillars of policy carry.
    pub(crate) pillars: Box<Pillars>,
    /// What is known of the scenarios.
    pub(crate) what_if: WhatIf,
    /// What lies over the screen, the top one last.
    pub(crate) popups: Vec<Popup>,
    /// The guided tour, when it is on.
    pub(crate) tour: Option<Tour>,
    /// The last news, in one line.
    pub(crate) message: Option<Message>,
    /// What was last news, also when it is no longer shown.
    pub(crate) last_message: String,
    /// How things look.
    pub(crate) theme: Theme,
    /// The characters that things are drawn with.
    pub(crate) glyphs: Glyphs,
    /// Which key does what.
    pub(crate) keymap: Keymap,
    /// Columns and rows of the terminal.
    pub(crate) size: (u16, u16),
    /// The number of the last job.
    pub(crate) jobs: u64,
    /// What is to be done once the running save has ended well.
    pub(crate) after_save: Option<AfterSave>,
    /// Why the case is saved, for the log.
    pub(crate) why: String,
    /// Whether that is asked at each save.
    pub(crate) asks_why: bool,
    /// The level of the readers of the report that is being written, where not everybody may see everything.
    pub(crate) readers: Option<String>,
    /// The folder that the last report went to; empty where that is the one in which the program was started.
    pub(crate) export_folder: PathBuf,
    /// The portfolio of which the page for a minister is wanted.
    pub(crate) brief_of: Side,
    /// The portfolio whose spending is shown.
    pub(crate) whose: Whose,
    /// Whether the proof was looked at in this session, for the tour.
    pub(crate) proof_seen: bool,
    /// The mouse button that is held down on a cell.
    pub(crate) press: Option<Press>,
    /// The last edit of a cell, to be done again elsewhere.
    pub(crate) last_edit: Option<LastEdit>,
    /// Whether the last key was one that quits when it is pressed again.
    pub(crate) leaving: bool,
    /// Whether something that the screen shows is not in the journal yet.
    pub(crate) is_keeping: bool,
    /// The report that is being made, where much is looked for once more for it.
    pub(crate) exporting: Option<Exporting>,
    /// Where unsaved edits are kept while the disk does not answer, or a sentence why they are not; none where it does.
    pub(crate) hangs: Option<Result<std::path::PathBuf, String>>,
    /// How many seconds the clocks of this place are east of UTC, where that is known.
    pub(crate) offset: Option<i64>,
    /// Who works here, for proposals.
    pub(crate) person: By,
    /// What the world is to do: given out when the event is done with.
    pub(crate) effects: Vec<Effect>,
}

/// What follows a save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AfterSave {
    /// The program ends.
    Quit,
    /// Another case is opened.
    Open(PathBuf),
}

/// The cases to choose from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Picker {
    /// The cases that were found; none while they are looked for.
    pub cases: Option<Vec<CaseEntry>>,
    /// The one under the cursor.
    pub selected: usize,
}

/// A button that is held down on a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Press {
    /// The row among the visible ones.
    pub row: usize,
    /// Whether the cursor was on the cell before: then letting go edits it.
    pub again: bool,
}

/// An edit that can be done again elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LastEdit {
    /// A cell got this text.
    Text(String),
    /// Cells were changed by this: `*1.1`, `+2`, `=v`.
    Change(String),
    /// Candidates got this status, for this reason.
    Lock(&'static str, String),
}

/// A line of news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message {
    /// The sentence.
    pub text: String,
    /// How it looks.
    pub role: Role,
}

/// How the interface is set up, from the settings folder and the environment.
#[derive(Debug, Clone, Default)]
pub struct Setup {
    /// How things look.
    pub theme: Theme,
    /// The characters that things are drawn with.
    pub glyphs: Glyphs,
    /// The text of the keymap file, if there is one.
    pub keymap: Option<String>,
    /// Whether it is asked at each save why.
    pub asks_why: bool,
    /// The folder that the last report went to.
    pub export_folder: PathBuf,
    /// Who works here, for proposals: the person, and the ministry where one was said.
    pub person: By,
    /// What is wrong with the files in the settings folder, as sentences.
    pub wrong: Vec<String>,
}

/// The heading of what is wrong with the settings.
fn settings_title() -> String {
    say!("app-your-settings")
}

impl App {
    /// The interface before anything is open.
    pub(crate) fn with(registry: &'static Registry, setup: &Setup, size: (u16, u16)) -> Self {
        let read = |text| Keymap::read(registry, text);
        let (keymap, errors) = setup.keymap.as_deref().map_or_else(|| (Keymap::new(registry), Vec::new()), read);
        let mut app = Self {
            document: None,
            screen: Screen::PICKER,
            analysis: AnalysisKind::ALL[0],
            overview_top: 0,
            from: None,
            tables: HashMap::new(),
            sheet: TableId::Domains,
            picker: Picker::default(),
            comparison: Comparison::default(),
            pillars: Box::default(),
            what_if: WhatIf::default(),
            popups: Vec::new(),
            tour: None,
            message: None,
            last_message: String::new(),
            theme: setup.theme,
            glyphs: setup.glyphs,
            keymap,
            size,
            jobs: 0,
            after_save: None,
            why: String::new(),
            asks_why: setup.asks_why,
            readers: None,
            export_folder: setup.export_folder.clone(),
            brief_of: Side::Recommended,
            whose: Whose::default(),
            proof_seen: false,
            press: None,
            last_edit: None,
            leaving: false,
            is_keeping: false,
            exporting: None,
            hangs: None,
            offset: None,
            person: setup.person.clone(),
            effects: Vec::new(),
        };
        app.note(say!("app-help-shows-every"));
        let wrong = [setup.wrong.as_slice(), &errors].concat();
        if !wrong.is_empty() {
            app.popups.push(Popup::text(&settings_title(), wrong.join("\n\n")));
        }
        app
    }

    /// Closes what lies over the screen; gives what is wrong with the settings, if that was not read yet.
    pub(crate) fn close_popups(&mut self) -> Option<Popup> {
        let unread = |layer: &Popup| matches!(layer, Popup::Text(text) if text.title == settings_title());
        std::mem::take(&mut self.popups).into_iter().find(unread)
    }

    /// What was asked is left as it is: nothing follows a save, and an edit that waited for a decision is not done.
    pub(crate) fn leave(&mut self) {
        self.after_save = None;
        if let Some(document) = &mut self.document {
            document.refused = None;
        }
    }

    /// Tells what the clock says, in seconds since the beginning of 1970: what is done next is done then.
    pub fn tell_time(&mut self, seconds: u64) {
        if let Some(document) = &mut self.document {
            document.now = Some(seconds);
        }
    }

    /// Whether a letter would be typed into a line now.
    pub fn takes_letters(&self) -> bool {
        self.popups.last().is_some_and(Popup::takes_letters)
    }

    /// The name of the screen that is shown, for tests and titles.
    pub fn screen_name(&self) -> String {
        if self.screen == Screen::ANALYSIS { self.analysis.spec().title() } else { self.screen.title() }
    }

    /// Shows what an analysis found.
    pub(crate) fn show_analysis(&mut self, kind: AnalysisKind) {
        self.screen = Screen::ANALYSIS;
        self.analysis = kind;
    }

    /// The text of the open case itself, if one is open: also while a scenario is tried on.
    pub fn workbook(&self) -> Option<&crate::model::Workbook> {
        self.document.as_ref().map(|document| document.base_book())
    }

    /// The search of this number in the open case, while it runs.
    pub(crate) fn search(&mut self, job: u64) -> Option<&mut Running> {
        self.document.as_mut()?.best.running.as_mut().filter(|running| running.job == job)
    }

    /// Whether an optimisation is running.
    pub fn is_running(&self) -> bool {
        self.what_if.running.is_some() || self.document.as_ref().is_some_and(|document| document.best.running.is_some())
    }

    /// Whether an analysis is under way.
    pub fn is_analysing(&self) -> bool {
        self.document.as_ref().is_some_and(|document| document.analyses.runs.running.is_some())
    }

    /// The settings file that keeps theme and characters.
    pub(crate) fn looks(&self) -> String {
        format!("theme = \"{}\"\nascii = {}\n", self.theme.name(), self.glyphs == Glyphs::Ascii)
    }

    /// Where commands are looked for, the nearest context first.
    pub(crate) fn contexts(&self) -> Vec<Context> {
        let mut contexts = self.popups.last().map_or_else(|| self.screen_contexts(), Popup::contexts);
        contexts.push(Context::Always);
        contexts
    }

    /// What a key does now: in the nearest context that knows the key and has something to do with it.
    pub(crate) fn command_of(&self, key: Key) -> Option<Command> {
        let contexts = self.contexts();
        contexts
            .iter()
            .find_map(|&context| self.keymap.command(key, context).filter(|&command| self.offers(context, command)))
    }

    /// Whether a command has something to do in a context: of all answers, only those that are offered.
    pub(crate) fn offers(&self, context: Context, command: Command) -> bool {
        match (context, self.popups.last()) {
            (Context::Question, Some(Popup::Confirm(ask))) => ask.answer(command).is_some(),
            _ => true,
        }
    }

    /// A sentence with the keys that it speaks of, such as `‹undo›`, as they are on the screen that is open.
    pub(crate) fn said<'a>(&self, text: &'a str) -> std::borrow::Cow<'a, str> {
        self.keymap.said(text, &self.screen_contexts())
    }

    /// Shows a line of news, with the keys that it speaks of.
    pub(crate) fn note(&mut self, text: impl AsRef<str>) {
        self.tell(text.as_ref(), Role::Text);
    }

    /// Shows a line about something that went wrong, with the keys that it speaks of.
    pub(crate) fn warn(&mut self, text: impl AsRef<str>) {
        self.tell(text.as_ref(), Role::Bad);
    }

    /// Adds to the last message: on its line where there is room for it, whole for who asks for all of it.
    pub(crate) fn tell_more(&mut self, few: &str, all: &str) {
        let whole = format!("{}\n\n{}.", self.last_message, capital(all));
        if let Some(message) = &mut self.message {
            let line = format!("{} {}.", message.text, capital(few));
            if crate::tui::text::width(&line) <= usize::from(self.size.0) {
                message.text = line;
            }
        }
        self.last_message = whole;
    }

    fn tell(&mut self, text: &str, role: Role) {
        let text = self.said(text).into_owned();
        self.last_message.clone_from(&text);
        self.message = Some(Message { text, role });
    }

    /// What the screen says of itself.
    pub(crate) fn spec(&self) -> &'static Spec {
        self.keymap.registry.spec(self.screen)
    }

    /// The screen on whose tab the one that is shown stands.
    pub(crate) fn tab(&self) -> Screen {
        self.spec().tab.unwrap_or(self.screen)
    }

    /// The screens with a tab of their own.
    pub(crate) fn tabs(&self) -> Vec<Screen> {
        self.keymap.registry.screens.iter().filter(|spec| spec.go.is_some()).map(|spec| spec.screen).collect()
    }

    /// Where commands of the screen are looked for, the nearest context first.
    pub(crate) fn screen_contexts(&self) -> Vec<Context> {
        self.spec().contexts()
    }

    /// Where the body of the screen stands: between the tabs and the footer, or the tour above it.
    pub(crate) fn body(&self) -> Rect {
        self.body_in(Rect { x: 0, y: 0, width: self.size.0, height: self.size.1 })
    }

    /// Where the body stands in the area of the whole screen.
    pub(crate) fn body_in(&self, area: Rect) -> Rect {
        let foot = if self.tour.is_some() { 2 + TOUR } else { 2 };
        Rect { y: area.y + 2.min(area.height), height: area.height.saturating_sub(2 + foot), ..area }
    }

    /// The table that the screen shows, if it shows one.
    pub(crate) fn table_key(&self) -> Option<TableKey> {
        (self.spec().table)(self)
    }

    /// Where the table of the screen stands.
    pub(crate) fn table_area(&self) -> Rect {
        (self.spec().area)(self, self.body())
    }

    /// The cells of a table; none while there is nothing to show.
    pub(crate) fn grid(&self, key: TableKey) -> Option<Box<dyn Grid + '_>> {
        let document = self.document.as_ref()?;
        match key {
            TableKey::Sheet(table) => Some(Box::new(CaseTable::new(document, table).drawn_with(self.glyphs))),
            TableKey::Of(screen) => (self.keymap.registry.spec(screen).grid)(self, document),
            TableKey::Analysis(kind, table) => {
                Some(Box::new(AnalysisGrid::new(&document.analyses, kind, table, self.glyphs)?))
            }
        }
    }

    /// The state of a table; what a table starts with where it was never shown.
    pub(crate) fn table_state(&self, key: TableKey) -> TableState {
        self.tables.get(&key).cloned().unwrap_or_default()
    }

    /// Does something with a table's cells and state; nothing where the table has no cells now.
    pub(crate) fn with_table<R>(
        &mut self,
        key: TableKey,
        act: impl FnOnce(&dyn Grid, &mut TableState) -> R,
    ) -> Option<R> {
        let mut state = self.tables.remove(&key).unwrap_or_default();
        let result = self.grid(key).map(|grid| act(grid.as_ref(), &mut state));
        self.tables.insert(key, state);
        result
    }

    /// Has a table's rows worked out anew before it is next shown.
    pub(crate) fn rearrange(&mut self, key: TableKey) {
        if let Some(state) = self.tables.get_mut(&key) {
            state.stamp = None;
        }
    }

    /// Does something with the table that the screen shows.
    pub(crate) fn with_current<R>(&mut self, act: impl FnOnce(&dyn Grid, &mut TableState) -> R) -> Option<R> {
        let key = self.table_key()?;
        self.with_table(key, act)
    }
}
