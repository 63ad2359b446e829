//! Scenarios: what could happen, what the portfolios would lose then, and the best portfolio under each where it was run.

use super::drawn_table::draw_table;
use super::portfolio::together;
use crate::messages::{self, word};
use crate::optimise::Conflict;
use crate::say;
use crate::session::count_of;
use crate::session::names::Names;
use crate::session::scenarios::{Standing, State, Stood};
use crate::tui::actions::what_if::run;
use crate::tui::actions::{scenarios, what_if};
use crate::tui::canvas::{Canvas, Role, below, left, row, top};
use crate::tui::state::{App, Binding, Command as C, Document, Naming, Run as R, Screen, Spec, TableKey, bind};
use crate::tui::table::{Grid, GridColumn};
use crate::tui::widgets::number::{fixed, signed};
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use std::borrow::Cow;

pub(crate) const SPEC: Spec = Spec {
    go: Some(&["z"]),
    commands: COMMANDS,
    instead: &[(C::EditRow, R::It(scenarios::ask_rename))],
    settle,
    grid: |app, document| Some(Box::new(ScenarioList::new(app, document))),
    scenario,
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(Screen::SCENARIOS)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::Edit, "changes", &["enter"], 1, R::It(scenarios::open_current)),
    bind(C::AddRow, "new-scenario", &["a"], 2, R::It(|app| scenarios::ask_name(app, Naming::New))),
    bind(C::RunScenario, "run", &["r"], 2, R::It(|app| run(app, scenarios::chosen(app)))),
    bind(C::RunAll, "run-all", &["X"], 3, R::It(|app| run(app, what_if::all(app)))),
    bind(C::TryOn, "try-on", &["Z"], 3, R::It(what_if::try_on)),
    bind(C::OpenGrid, "grid", &["c"], 3, R::It(scenarios::open_grid)),
    bind(C::CommitScenario, "commit", &["I"], 4, R::It(what_if::ask_commit)),
    bind(C::FromEdits, "from-edits", &["i"], 4, R::It(scenarios::from_edits)),
    bind(C::DuplicateRow, "copy-scenario", &["A"], 0, R::It(scenarios::ask_copy)),
    bind(C::RenameScenario, "rename", &["e"], 5, R::It(scenarios::ask_rename)),
    bind(C::DeleteRows, "delete", &["D"], 5, R::It(scenarios::delete)),
];

/// Lines that the scenario under the cursor takes.
const DETAIL: u16 = 7;

pub(crate) struct ScenarioList<'a> {
    rows: &'a [Standing],
    on: Option<&'a str>,
    marker: &'static str,
    columns: Vec<GridColumn>,
}

impl<'a> ScenarioList<'a> {
    pub fn new(app: &'a App, document: &'a Document) -> Self {
        let columns = vec![
            GridColumn::text("scenario", &word("scenario"), say!("scenarios-name-mark-stands-before")).pinned(),
            GridColumn::number("changes", &word("size"), say!("scenarios-how-many-changes-has")),
            GridColumn::text("state", &word("state"), say!("scenarios-whether-best-portfolio-under")),
            GridColumn::number("best", &word("best"), say!("scenarios-gain-points-best-portfolio")),
            GridColumn::number("index", &word("index"), say!("scenarios-index-after-best-portfolio")),
            GridColumn::number(
                "lost",
                &say!("scenarios-rec-loses"),
                say!("scenarios-recommended-portfolio-case-loses"),
            ),
            GridColumn::number("falls", &word("falls"), say!("scenarios-services-stand-lower-under")),
            GridColumn::number("regret", &word("misses"), say!("scenarios-misses-how-much-better")),
            GridColumn::number("own_lost", &say!("scenarios-own-loses"), say!("scenarios-your-own-portfolio-loses")),
            GridColumn::number("own_falls", &word("falls"), say!("scenarios-services-stand-lower-under-2")),
            GridColumn::number("own_regret", &word("misses"), say!("scenarios-misses-how-much-better-2")),
            GridColumn::text("note", &word("note"), say!("scenarios-note-first-change")),
            GridColumn::text("source", &word("source"), say!("scenarios-source-first-change")),
        ];
        let marker = app.glyphs.yes();
        Self { rows: &app.what_if.standings, on: document.scenario_on(), marker, columns }
    }

    fn stood(&self, row: usize, column: usize) -> Option<&Stood> {
        let it = self.rows.get(row)?;
        if column >= 8 { it.own.as_ref() } else { it.recommended.as_ref() }
    }

    fn places(column: usize) -> u32 {
        if matches!(column, 1 | 6 | 9) { 0 } else { 2 }
    }
}

impl Grid for ScenarioList<'_> {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.rows.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(it) = self.rows.get(row) else { return Cow::Borrowed("") };
        match column {
            0 if self.on == Some(it.name.as_str()) => Cow::Owned(format!("{} {}", self.marker, it.called)),
            0 => Cow::Borrowed(&it.called),
            2 => Cow::Owned(it.state.words()),
            7 | 10 if self.stood(row, column).is_some_and(|stood| !stood.hit.broken.is_empty()) => {
                Cow::Owned(word("breaks rules"))
            }
            11 => Cow::Borrowed(&it.note),
            12 => Cow::Borrowed(&it.source),
            3 => self.number(row, column).map_or(Cow::Borrowed(""), |value| Cow::Owned(signed(value, 2))),
            _ => {
                let text = self.number(row, column).map(|value| fixed(value, Self::places(column)));
                text.map_or(Cow::Borrowed(""), Cow::Owned)
            }
        }
    }

    fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        let it = self.rows.get(row)?;
        let count = |value: usize| Decimal::from(u64::try_from(value).unwrap_or(u64::MAX));
        let stood = self.stood(row, column);
        match column {
            1 => Some(count(it.changes)),
            3 => it.reply.as_ref()?.evaluation().map(|gives| gives.objective),
            4 => it.reply.as_ref()?.evaluation().map(|gives| gives.index_after),
            5 | 8 => stood.map(|stood| stood.hit.index_lost),
            6 | 9 => stood.map(|stood| count(stood.hit.falls.len())),
            7 | 10 => stood.and_then(|stood| stood.hit.regret),
            _ => None,
        }
    }

    fn role(&self, row: usize, column: usize) -> Role {
        let Some(it) = self.rows.get(row) else { return Role::Text };
        match column {
            0 if self.on == Some(it.name.as_str()) => Role::Warn,
            2 => state_role(it.state),
            3 | 4 if it.state == State::Stale => Role::Warn,
            5 | 8 if self.number(row, column).is_some_and(|lost| lost > Decimal::ZERO) => Role::Bad,
            7 | 10 if self.stood(row, column).is_some_and(|stood| !stood.hit.broken.is_empty()) => Role::Bad,
            11.. => Role::Dim,
            _ => Role::Text,
        }
    }
}

/// How a state looks.
pub(crate) const fn state_role(state: State) -> Role {
    match state {
        State::Proven => Role::Good,
        State::Running | State::Open | State::Stale | State::Stopped => Role::Warn,
        State::Wrong | State::Impossible | State::Failed => Role::Bad,
        State::Draft | State::NotRun => Role::Dim,
    }
}

/// Brings what is known of the scenarios up to date with the case.
pub(crate) fn settle(app: &mut App) {
    if let Some(document) = &app.document {
        crate::session::scenarios::refresh(&mut app.what_if, document);
    }
}

/// Where the table stands: below a line about the case itself.
fn table_area(body: Rect) -> Rect {
    let table = below(body, 1);
    if table.height >= DETAIL + 8 { top(table, table.height - DETAIL) } else { table }
}

fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    draw_base(app, document, canvas, row(body, 0));
    let table = table_area(body);
    draw_table(app, canvas, table, TableKey::SCENARIOS, &say!("scenarios-here-belong-things-could"));
    let detail = below(body, 1 + table.height);
    let at = app.table_state(TableKey::SCENARIOS).current();
    if let Some(it) = at.and_then(|at| app.what_if.standings.get(at)) {
        draw_detail(app, (document, it), canvas, detail);
    }
}

/// The case itself in one line, to compare with.
pub(crate) fn draw_base(app: &App, document: &Document, canvas: &mut Canvas<'_>, area: Rect) {
    let mut text = String::from(&say!("scenarios-case-itself"));
    match document.base_best().shown.as_ref().and_then(|shown| shown.answer.evaluation.as_ref()) {
        Some(gives) => {
            text.push_str(&say!(
                "scenarios-recommended-objective-index",
                objective = signed(gives.objective, 2),
                index_after = fixed(gives.index_after, 2)
            ));
        }
        None => text.push_str(&say!("scenarios-no-recommendation-yet")),
    }
    if let Some(own) = document.base_snapshot().own_evaluation.as_ref().filter(|_| !document.own.picks.is_empty()) {
        text += &say!("scenarios-own-objective", objective = signed(own.objective, 2));
    }
    let stale = what_if::stale(app);
    let right = match &app.what_if.running {
        Some(running) => running.words(),
        None if stale > 0 => app.said(&say!("scenarios-stale-out-date", stale = stale)).into_owned(),
        None => String::new(),
    };
    let taken = canvas.right(area, &right, Role::Warn);
    canvas.text(left(area, area.width.saturating_sub(taken + 1)), &text, Role::Dim);
}

/// What the scenario under the cursor changes, and what falls.
fn draw_detail(app: &App, (document, it): (&Document, &Standing), canvas: &mut Canvas<'_>, area: Rect) {
    canvas.repeat(row(area, 0), canvas.glyphs.horizontal(), Role::Line);
    if let Some(problem) = &it.problem {
        canvas.paragraph(below(area, 1), problem, Role::Bad);
        return;
    }
    let mut y = 1;
    let cells: Vec<_> = it.does.iter().filter_map(|does| does.cells.as_ref().ok()).flatten().collect();
    let arrow = canvas.glyphs.arrow();
    let names = Names::new(document.case());
    let shown = cells.iter().take(6).map(|cell| {
        let [before, after] = names.of_texts(cell).map(|text| messages::cell(&text));
        format!("{}: {before} {arrow} {after}", names.of_cell(cell))
    });
    let mut text = shown.collect::<Vec<_>>().join(";  ");
    if cells.len() > 6 {
        text.push_str(&say!("scenarios-cells-more", cells = cells.len() - 6));
    }
    if text.is_empty() {
        text.push_str(&say!("scenarios-no-change-yet"));
    }
    let impossible = it.state == State::Impossible;
    let lines = if impossible { 1 } else { area.height.saturating_sub(4).min(3) };
    y += canvas.paragraph(Rect { height: lines, ..below(area, y) }, &app.said(&text), Role::Text);
    if impossible {
        let why = match &it.conflict {
            Some(conflict) => why(conflict),
            None => say!("scenarios-no-portfolio-keeps-every"),
        };
        let room = Rect { height: area.height.saturating_sub(y + 1), ..below(area, y) };
        y += canvas.paragraph(room, &why, Role::Bad);
    }
    let case = &document.base_snapshot().case;
    for (name, stood) in [("recommended", &it.recommended), ("own", &it.own)] {
        let Some(stood) = stood else { continue };
        let role = if stood.hit.broken.is_empty() { Role::Text } else { Role::Bad };
        let ways = [Told::Whole, Told::Counted, Told::Brief].map(|told| sentence(&word(name), case, stood, told));
        canvas.ways(row(area, y), &ways.each_ref().map(|way| [(way.as_str(), role)]).each_ref().map(|way| &way[..]));
        y += 1;
    }
}

/// Why nothing is possible under a scenario, and what would make something possible.
fn why(conflict: &Conflict) -> String {
    let repair = conflict
        .repair
        .as_ref()
        .map_or_else(String::new, |repair| say!("portfolio-little-can-repair", repair = repair));
    say!("scenarios-no-portfolio-keeps", repair = repair, together = together(conflict))
}

/// How much is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Whole,
    /// What is broken and what falls is only counted.
    Counted,
    /// And in fewer words.
    Brief,
}

/// What happens to a portfolio under a scenario, in a sentence.
fn sentence(name: &str, case: &crate::model::Case, stood: &Stood, told: Told) -> String {
    let whole = told == Told::Whole;
    let index = fixed(stood.hit.index, 2);
    let mut text = match stood.hit.index_lost {
        lost if lost.is_zero() => say!("scenarios-name-loses-nothing", name = name, index = index),
        lost if lost.is_sign_negative() => {
            say!("scenarios-name-gains", name = name, index = index, points = fixed(-lost, 2))
        }
        lost if told == Told::Brief => {
            say!("scenarios-name-lower", name = name, index = index, points = fixed(lost, 2))
        }
        lost => say!("scenarios-name-loses", name = name, index = index, points = fixed(lost, 2)),
    };
    if let Some(broken) = stood.hit.broken.first() {
        let rules = count_of(stood.hit.broken.len(), "rule");
        text += &if whole {
            say!("scenarios-breaks-rules", rules = rules, first = broken)
        } else {
            say!("view-breaks-rules", rules = rules)
        };
    }
    let falls = Standing::falls(case, stood);
    if !falls.is_empty() {
        let services = if whole { falls.join(", ") } else { count_of(falls.len(), "service") };
        text += &say!("scenarios-falls", services = services);
    }
    text
}

/// The scenario under the cursor.
fn scenario(app: &App) -> Option<String> {
    let at = app.table_state(TableKey::SCENARIOS).current()?;
    app.what_if.standings.get(at).map(|it| it.name.clone())
}
