//! A line to type in: a cell, a search, a filter, a file name. It says what is wrong while it is typed.

use crate::say;
use ratatui::layout::Rect;
use tui_input::{Input, InputRequest};

use crate::analyse::AnalysisKind;
use crate::analyse::spec::Param;
use crate::analyse::values::{problem, suggestions};
use crate::model::schema::{Kind, TableId, Unit};
use crate::session::validation::{self, Wanted};
use crate::tui::app::App;
use crate::tui::canvas::{Canvas, after, below, centred, left, row};
use crate::tui::commands::{Binding, Command as C, Run as R, bind};
use crate::tui::document::Document;
use crate::tui::popups::input::draw_input;
use crate::tui::screen::TableKey;
use crate::tui::text::{cells, width, wrap};
use crate::tui::theme::Role;
use crate::tui::update::{self, opening, popups};

/// In a line that is typed.
#[rustfmt::skip]
pub(crate) const COMMANDS: &[Binding] = &[
    bind(C::Accept, "accept", &["enter"], 1, R::Do(popups::accept_prompt)),
    bind(C::Back, "back", &["esc"], 2, R::Do(opening::close_popup)),
    bind(C::Complete, "complete", &["tab"], 3, R::DoWhich(popups::suggest)),
    bind(C::EditLeft, "edit-left", &["shift-tab"], 0, R::DoWhich(popups::accept_and_go_on)),
    bind(C::Down, "down", &["down"], 4, R::DoWhich(popups::suggest)),
    bind(C::Up, "up", &["up"], 0, R::DoWhich(popups::suggest)),
    bind(C::Help, "help", &["f1"], 8, R::It(popups::help)),
    bind(C::Cancel, "cancel", &["ctrl-c"], 0, R::Do(update::cancel)),
    bind(C::EraseAll, "erase-all", &["ctrl-u"], 7, R::Which(popups::edit_text)),
];

/// A line to type in.
#[derive(Debug, Clone)]
pub(crate) struct Prompt {
    /// Its heading.
    pub title: String,
    /// What it is about, below the line.
    pub help: String,
    /// What was typed.
    pub input: Input,
    /// What it is for.
    pub purpose: Purpose,
    /// What is wrong with the text; nothing if it can be taken over.
    pub problem: Option<String>,
    /// What it would do, where that can be told.
    pub preview: Option<String>,
    /// What could complete it, each with what it means.
    pub suggestions: Vec<(String, String)>,
    /// The suggestion under the cursor.
    pub selected: Option<usize>,
    /// The text that was proposed.
    pub proposed: String,
    /// Whether the text is still as it was proposed: then the first letter replaces it, as in a spreadsheet.
    pub proposal: Proposal,
}

/// Whether the text of a line is still as it was proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Proposal {
    /// The first letter replaces it.
    Untouched,
    /// Letters go where the cursor is.
    Touched,
}

/// What a line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The text of a cell.
    Cell {
        /// Its table.
        table: TableId,
        /// Its row.
        row: usize,
        /// Its column's name.
        column: String,
    },
    /// A ministry's money in a year.
    Budget {
        /// The ministry's id.
        ministry: String,
        /// The year.
        year: i32,
    },
    /// The value of a setting, by its dotted key.
    Setting(String),
    /// The reason of a lock of these rows of candidates: `locked_in` or `locked_out`.
    Reason(Vec<usize>, &'static str),
    /// A change of a column in these rows.
    Bulk {
        /// The table.
        table: TableId,
        /// Its rows.
        rows: Vec<usize>,
        /// The column's name.
        column: String,
    },
    /// A text to look for in a table.
    Search(TableKey),
    /// A filter of a table.
    Filter(TableKey),
    /// The start of a candidate in the own portfolio, by id.
    Start(Vec<String>),
    /// The shares of a candidate in the own portfolio, by id.
    Shares(String),
    /// A file to export to.
    Export,
    /// A file to export the own portfolio to.
    ExportOwn,
    /// The name under which the recommended portfolio is kept.
    KeepAs,
    /// A portfolio to be taken as own; those that are known, each with what it is.
    OwnFile(Vec<(String, String)>),
    /// A file to export the table on the screen to.
    ExportTable(TableKey),
    /// A file to export what an analysis found to.
    ExportStudy(AnalysisKind),
    /// An option of an analysis.
    Study(AnalysisKind, &'static Param),
    /// A new effect of a candidate, by id: the service.
    Effect(String),
    /// The name of a scenario.
    ScenarioName(Naming),
    /// A change of a scenario: a new one, or another one in a row of `scenarios.csv`.
    ScenarioChange {
        /// The scenario.
        scenario: String,
        /// The row; none for a new one.
        row: Option<usize>,
    },
    /// The folder of a second case; those that are known, each with its title.
    SecondCase(Vec<(String, String)>),
    /// The folder of a case to be opened; those that are known, each with its title.
    OpenPath(Vec<(String, String)>),
    /// A step of making a new case.
    Wizard(crate::session::new_case::Wizard),
}

/// What a scenario is named for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Naming {
    /// A new one.
    New,
    /// One made of so many edits since the last save.
    FromEdits(usize),
    /// A copy of this one.
    Copy(String),
    /// Another name for this one.
    Rename(String),
}

impl Prompt {
    /// A line with a text in it.
    pub fn new(title: impl Into<String>, help: impl Into<String>, text: &str, purpose: Purpose) -> Self {
        Self {
            title: title.into(),
            help: help.into(),
            input: Input::new(text.to_string()),
            purpose,
            problem: None,
            preview: None,
            suggestions: Vec::new(),
            selected: None,
            proposed: text.to_string(),
            proposal: Proposal::Untouched,
        }
    }

    /// Makes ready for what is typed next: a letter in a proposal that was not touched replaces it.
    pub fn touch(&mut self, request: InputRequest) {
        let replaces = matches!(request, InputRequest::InsertChar(_) | InputRequest::DeletePrevChar);
        if self.proposal == Proposal::Untouched && replaces {
            self.input.reset();
        }
        self.proposal = Proposal::Touched;
    }

    /// The kind of the cell that it edits, if it edits one.
    fn wanted(&self, document: &Document) -> Option<Wanted> {
        match &self.purpose {
            Purpose::Cell { table, column, .. } => validation::of_cell(document, *table, column),
            Purpose::Budget { .. } => Some(validation::BUDGET),
            Purpose::Effect(_) => Some(Wanted { kind: Kind::Ref(TableId::Services), unit: Unit::None, required: true }),
            Purpose::Setting(key) => crate::session::settings::wanted(key),
            _ => None,
        }
    }

    /// Looks at the text again: what is wrong with it, and what could complete it.
    pub fn check(&mut self, document: Option<&Document>) {
        self.preview = document.and_then(|document| {
            crate::tui::update::prompts::preview(&self.purpose, self.input.value().trim(), document)
        });
        self.selected = None;
        self.suggestions.clear();
        self.problem = match (&self.purpose, document) {
            (Purpose::SecondCase(known) | Purpose::OwnFile(known) | Purpose::OpenPath(known), _) => {
                let typed = self.input.value().trim();
                let known = known
                    .iter()
                    .filter(|(path, title)| (path.contains(typed) || title.contains(typed)) && path != typed);
                self.suggestions = known.cloned().collect();
                typed.is_empty().then(|| match self.purpose {
                    Purpose::OwnFile(_) => say!("prompt-file-portfolio"),
                    _ => say!("prompt-folder-case"),
                })
            }
            (Purpose::ScenarioChange { scenario, row }, Some(document)) => {
                let text = self.input.value();
                self.suggestions = crate::session::scenarios::line::suggestions(document, text);
                match crate::session::scenarios::line::preview(document, scenario, *row, text) {
                    Ok(preview) => {
                        self.preview = Some(preview);
                        None
                    }
                    Err(problem) => Some(problem),
                }
            }
            (Purpose::Cell { table: TableId::Scenarios, row, column }, Some(document)) => {
                use crate::session::scenarios::cell;
                let text = self.input.value();
                self.suggestions = cell::suggestions(document, *row, column, text);
                if self.proposal == Proposal::Untouched {
                    self.suggestions.retain(|(word, _)| word != text);
                }
                match cell::problem(document, *row, column, text) {
                    Ok(preview) => {
                        self.preview = preview;
                        None
                    }
                    Err(problem) => Some(problem),
                }
            }
            (Purpose::Wizard(wizard), _) => wizard.problem(self.input.value()),
            (Purpose::Study(_, param), Some(document)) => {
                let text = self.input.value().trim().to_lowercase();
                let mut all = suggestions(param, document.case());
                // What was proposed and not touched hides nothing.
                all.retain(|(id, name)| {
                    self.proposal == Proposal::Untouched || id.contains(&text) || name.to_lowercase().contains(&text)
                });
                self.suggestions = all;
                problem(param, self.input.value().trim(), document.case())
            }
            (purpose, Some(document)) => match self.wanted(document) {
                Some(wanted) => {
                    let kind = wanted.kind;
                    let typed = validation::last_word(kind, self.input.value()).trim().to_lowercase();
                    let mut all = validation::suggestions(kind, document);
                    // Of a word that was proposed and not touched all others are shown, but of a list of ids the one that is typed.
                    let untouched =
                        self.proposal == Proposal::Untouched && matches!(kind, Kind::Choice(_) | Kind::Vocabulary(_));
                    all.retain(|(id, name)| untouched || id.contains(&typed) || name.to_lowercase().contains(&typed));
                    all.sort_by_key(|(id, name)| closeness(id, name, &typed));
                    self.suggestions = all;
                    validation::problem(wanted, self.input.value(), document)
                }
                None => crate::tui::update::prompts::problem(purpose, self.input.value(), document),
            },
            _ => None,
        };
    }

    /// Whether a change of a scenario is typed that has no value yet, and can be completed.
    fn is_begun(&self) -> bool {
        let change = matches!(self.purpose, Purpose::ScenarioChange { .. });
        change && !self.suggestions.is_empty() && !self.input.value().contains('=')
    }

    /// Whether the text is for a cell of a table, so that there can be a next one.
    pub fn is_of_a_cell(&self) -> bool {
        matches!(self.purpose, Purpose::Cell { .. } | Purpose::Budget { .. } | Purpose::Setting(_))
    }

    /// Moves among the suggestions.
    pub fn suggest(&mut self, by: isize) {
        let count = self.suggestions.len();
        if count > 0 {
            let from = self.selected.map_or(if by > 0 { count - 1 } else { 0 }, |at| at);
            let next = (from + count).saturating_add_signed(by) % count;
            self.selected = Some(next);
        }
    }

    /// Takes over the suggestion under the cursor, or the first one.
    pub fn complete(&mut self, document: Option<&Document>) {
        let Some((id, _)) = self.suggestions.get(self.selected.unwrap_or(0)) else { return };
        let kind = document.and_then(|document| self.wanted(document)).map(|wanted| wanted.kind);
        let text = self.input.value();
        let typed = kind.map_or(text, |kind| validation::last_word(kind, text));
        let mut whole = text.strip_suffix(typed).unwrap_or_default().to_string();
        whole.push_str(id);
        self.input = Input::new(whole);
        self.proposal = Proposal::Touched;
        self.check(document);
    }
}

/// How near a suggestion is to what was typed, nearest first: its id begins so, a word of its name does, its id has it in it, its
/// name has.
fn closeness(id: &str, name: &str, typed: &str) -> usize {
    let name = name.to_lowercase();
    let places = [
        id.starts_with(typed),
        id.split(['_', '-']).any(|word| word.starts_with(typed)),
        id.contains(typed),
        name.split_whitespace().any(|word| word.starts_with(typed)),
    ];
    places.iter().position(|&it| it).unwrap_or(places.len())
}

/// Draws it.
pub(crate) fn draw(app: &App, line: &Prompt, canvas: &mut Canvas<'_>, area: Rect) {
    let wide = area.width.saturating_sub(6).min(80);
    let help = wrap(&app.said(&line.help), usize::from(wide.saturating_sub(4)));
    let shown = line.suggestions.len().min(6);
    // What can still be completed has nothing wrong with it yet.
    let problem = line.problem.as_ref().filter(|_| !line.is_begun());
    let problem =
        problem.map(|problem| wrap(&app.said(problem), usize::from(wide.saturating_sub(4)))).unwrap_or_default();
    let said = cells(problem.len()).clamp(1, 4);
    let height = cells(help.len() + shown).saturating_add(4 + said);
    let place = in_place(app, line, area, (wide, height)).unwrap_or_else(|| centred(area, wide, height));
    let inside = canvas.frame(place, &line.title);
    draw_input(canvas, inside, &line.input);
    if line.proposal == Proposal::Untouched && !line.input.value().is_empty() {
        canvas.restyle(left(row(inside, 0), cells(width(line.input.value()))), Role::Cursor);
    }
    canvas.repeat(row(inside, 1), canvas.glyphs.horizontal(), Role::Line);
    let place = below(inside, 2);
    for (y, text) in (0..said).zip(&problem) {
        canvas.text(row(place, y), text, Role::Bad);
    }
    if problem.is_empty() {
        match &line.preview {
            Some(preview) => canvas
                .pieces(row(place, 0), &[(preview, Role::Good), ("   ", Role::Text), (&hint(app, line), Role::Dim)]),
            None => canvas.text(row(place, 0), &hint(app, line), Role::Dim),
        };
    }
    let list = below(place, said);
    let top = line.selected.map_or(0, |at| (at + 1).saturating_sub(shown));
    for (y, (at, (id, name))) in (0..cells(shown)).zip(line.suggestions.iter().enumerate().skip(top)) {
        let role = if line.selected == Some(at) { Role::Cursor } else { Role::Text };
        let used = canvas.text(row(list, y), id, role);
        canvas.text(after(row(list, y), used + 2), name, Role::Dim);
    }
    let rest = below(list, cells(shown));
    for (y, text) in (0..rest.height).zip(&help) {
        canvas.text(row(rest, y), text, Role::Dim);
    }
}

/// Where a cell of the table on the screen is edited: with the typed text just over the cell, as far as the screen allows.
fn in_place(app: &App, line: &Prompt, area: Rect, (wide, height): (u16, u16)) -> Option<Rect> {
    if !line.is_of_a_cell() || app.popups.len() > 1 {
        return None;
    }
    let key = app.screen.table(app)?;
    let mut table = app.screen.table_area(app, crate::tui::body::body(app));
    table.height = table.height.saturating_sub(1);
    let cell =
        crate::tui::table::cursor_area(crate::tui::screens::grid(app, key)?.as_ref(), &app.table_state(key), table)?;
    let wide = wide.min(area.width);
    // The last two lines stay free: the news and the keys.
    let bottom = (area.y + area.height).saturating_sub(2);
    Some(Rect {
        x: cell.x.saturating_sub(2).min(area.x + area.width - wide),
        y: cell.y.saturating_sub(1).min(bottom.saturating_sub(height.min(bottom))),
        width: wide,
        height: height.min(area.height),
    })
}

/// The keys of a line; for a cell where nothing can be completed, those that go on to the next one.
fn hint(app: &App, line: &Prompt) -> String {
    use crate::tui::commands::{Command, Context};
    let key = |command| app.keymap.shown(command, &[Context::Line]);
    let (accept, back, complete) = (key(Command::Accept), key(Command::Back), key(Command::Complete));
    if line.is_of_a_cell() && line.suggestions.is_empty() {
        say!("prompt-accept-accepts-back", accept = accept, back = back, key = key(Command::Down), complete = complete)
    } else {
        say!("prompt-accept-accepts-back-goes", accept = accept, back = back, complete = complete)
    }
}
