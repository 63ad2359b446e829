//! The screens, one file each.
//!
//! A screen draws itself from the [`App`] (`draw`), and may have a table of its own (`grid`). What keys do is in
//! `update`; a screen that needs more has a `command` function that `update` asks first. A new screen is a variant of
//! [`Screen`], a file, and one line in each `match` below.

use std::fmt::Write as _;

pub(crate) mod analyses;
pub(crate) mod budgets;
pub(crate) mod candidates;
pub(crate) mod changes;
pub(crate) mod compare;
pub(crate) mod findings;
mod first_steps;
pub(crate) mod overview;
pub(crate) mod picker;
pub(crate) mod portfolio;
pub(crate) mod rules;
pub(crate) mod scenario_grid;
pub(crate) mod scenarios;
pub(crate) mod services;
pub(crate) mod settings;
mod story;
pub(crate) mod tables;

use ratatui::layout::Rect;

use super::app::App;
use super::canvas::Canvas;
use super::commands::{Command, Context};
use super::event::Effect;
use super::sheets::SheetGrid;
use super::table::Grid;
use crate::analyse::AnalysisKind;
use crate::model::schema::TableId;

/// What is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Screen {
    /// The cases to choose from.
    Picker,
    /// The case at a glance.
    Overview,
    /// The investments that could be made.
    Candidates,
    /// The services on their ladders.
    Services,
    /// Money by ministry and year.
    Budgets,
    /// The recommended and the own portfolio.
    Portfolio,
    /// Every rule, and whether it holds.
    Rules,
    /// Two portfolios side by side.
    Compare,
    /// What is wrong with the case.
    Findings,
    /// Every table of the case.
    Tables,
    /// The settings of the case.
    Settings,
    /// What the case can be asked.
    Analyses,
    /// What one analysis found; part of the screen of analyses.
    Study(AnalysisKind),
    /// What could happen.
    Scenarios,
    /// The changes of one scenario, over the list of them.
    Changes,
    /// Scenarios side by side, over the list of them.
    Grid,
}

/// A table on some screen; its cursor, order and filter are kept by this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum TableKey {
    /// A table of the case.
    Sheet(TableId),
    /// Ministries by years.
    Budgets,
    /// The picks of the portfolios.
    Portfolio,
    /// The rules.
    Rules,
    /// The comparison.
    Compare,
    /// The findings.
    Findings,
    /// The settings.
    Settings,
    /// The analyses.
    Analyses,
    /// A table of what an analysis found, by its key.
    Study(AnalysisKind, &'static str),
    /// The scenarios.
    Scenarios,
    /// The changes of the open scenario.
    Changes,
    /// Scenarios side by side.
    Grid,
}

impl Screen {
    /// The screens of an open case, in the order of their keys.
    pub(crate) const ALL: [Self; 12] = [
        Self::Overview,
        Self::Candidates,
        Self::Services,
        Self::Budgets,
        Self::Portfolio,
        Self::Rules,
        Self::Compare,
        Self::Findings,
        Self::Tables,
        Self::Settings,
        Self::Analyses,
        Self::Scenarios,
    ];

    /// Its name on its tab.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Picker => "Cases",
            Self::Overview => "Overview",
            Self::Candidates => "Candidates",
            Self::Services => "Services",
            Self::Budgets => "Budgets",
            Self::Portfolio => "Portfolio",
            Self::Rules => "Rules",
            Self::Compare => "Compare",
            Self::Findings => "Findings",
            Self::Tables => "Tables",
            Self::Settings => "Settings",
            Self::Analyses => "Analyses",
            Self::Study(kind) => kind.spec().title,
            Self::Scenarios => "Scenarios",
            Self::Changes => "Changes",
            Self::Grid => "Grid",
        }
    }

    /// The screen on whose tab it stands.
    pub(crate) const fn tab(self) -> Self {
        match self {
            Self::Study(_) => Self::Analyses,
            Self::Changes | Self::Grid => Self::Scenarios,
            screen => screen,
        }
    }

    /// The command that shows it.
    pub(crate) const fn command(self) -> Command {
        match self {
            Self::Picker => Command::OpenCase,
            Self::Overview => Command::GoOverview,
            Self::Candidates => Command::GoCandidates,
            Self::Services => Command::GoServices,
            Self::Budgets => Command::GoBudgets,
            Self::Portfolio => Command::GoPortfolio,
            Self::Rules => Command::GoRules,
            Self::Compare => Command::GoCompare,
            Self::Findings => Command::GoFindings,
            Self::Tables => Command::GoTables,
            Self::Settings => Command::GoSettings,
            Self::Analyses => Command::GoAnalyses,
            Self::Study(kind) => Command::GoAnalysis(kind),
            Self::Scenarios | Self::Changes | Self::Grid => Command::GoScenarios,
        }
    }

    /// Where its commands are looked for, the nearest context first.
    pub(crate) fn contexts(self) -> Vec<Context> {
        let own = match self {
            Self::Picker => return vec![Context::Picker, Context::Everywhere],
            Self::Overview => return vec![Context::Overview, Context::Case, Context::Everywhere],
            Self::Candidates => Context::Candidates,
            Self::Services => Context::Services,
            Self::Budgets => Context::Budgets,
            Self::Portfolio => Context::Portfolio,
            Self::Rules => Context::Rules,
            Self::Compare => Context::Compare,
            Self::Findings => Context::Findings,
            Self::Tables => Context::Tables,
            Self::Settings => Context::Settings,
            Self::Analyses => Context::Analyses,
            Self::Study(_) => Context::Study,
            Self::Scenarios => Context::Scenarios,
            Self::Changes => Context::Changes,
            Self::Grid => Context::Grid,
        };
        vec![own, Context::Table, Context::Case, Context::Everywhere]
    }

    /// The table that it shows, if it shows one.
    pub(crate) fn table(self, app: &App) -> Option<TableKey> {
        match self {
            Self::Picker | Self::Overview => None,
            Self::Candidates => Some(TableKey::Sheet(TableId::Candidates)),
            Self::Services => Some(TableKey::Sheet(TableId::Services)),
            Self::Tables => Some(TableKey::Sheet(app.sheet)),
            Self::Budgets => Some(TableKey::Budgets),
            Self::Portfolio => Some(TableKey::Portfolio),
            Self::Rules => Some(TableKey::Rules),
            Self::Compare => Some(TableKey::Compare),
            Self::Findings => Some(TableKey::Findings),
            Self::Settings => Some(TableKey::Settings),
            Self::Analyses => Some(TableKey::Analyses),
            Self::Study(kind) => {
                let (_, table) = app.document.as_ref()?.analyses.table(kind)?;
                Some(TableKey::Study(kind, table.key))
            }
            Self::Scenarios => Some(TableKey::Scenarios),
            Self::Changes => Some(TableKey::Changes),
            Self::Grid => Some(TableKey::Grid),
        }
    }

    /// Where its table stands in the body of the screen.
    pub(crate) fn table_area(self, app: &App, body: Rect) -> Rect {
        match self {
            Self::Analyses => analyses::table_area(body),
            Self::Study(kind) => analyses::study_table_area(app, kind, body),
            Self::Candidates => candidates::table_area(body),
            Self::Services => services::table_area(body),
            Self::Budgets => budgets::table_area(body),
            Self::Portfolio => portfolio::table_area(body),
            Self::Rules => rules::table_area(body),
            Self::Compare => compare::table_area(body),
            Self::Tables => tables::table_area(body),
            Self::Scenarios => scenarios::table_area(body),
            Self::Changes => changes::table_area(body),
            Self::Grid => scenario_grid::table_area(body),
            _ => body,
        }
    }
}

/// The cells of a table; none while there is nothing to show.
pub(crate) fn grid(app: &App, key: TableKey) -> Option<Box<dyn Grid + '_>> {
    let document = app.document.as_ref()?;
    Some(match key {
        TableKey::Sheet(table) => Box::new(SheetGrid::new(document, table).drawn_with(app.glyphs)),
        TableKey::Budgets => Box::new(budgets::BudgetGrid::new(document)),
        TableKey::Portfolio => Box::new(portfolio::PortfolioGrid::new(document, app.glyphs)),
        TableKey::Rules => Box::new(rules::RuleGrid::new(document)?),
        TableKey::Compare => compare::grid(app, document)?,
        TableKey::Findings => Box::new(findings::FindingGrid::new(document)),
        TableKey::Settings => Box::new(settings::SettingGrid::new(document)),
        TableKey::Analyses => Box::new(analyses::AnalysisGrid::new(document)),
        TableKey::Study(kind, table) => Box::new(analyses::StudyGrid::new(document, kind, table, app.glyphs)?),
        TableKey::Scenarios => Box::new(scenarios::ScenarioList::new(app, document)),
        TableKey::Changes => Box::new(changes::ChangeGrid::new(app, document.base_book())?),
        TableKey::Grid => Box::new(scenario_grid::ScenarioGrid::new(app, document)?),
    })
}

/// What a screen does with a command that is about it alone; none where it leaves the command to `update`.
pub(crate) fn command(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    match app.screen {
        Screen::Overview => overview::command(app, command),
        Screen::Compare => crate::tui::update::compare(app, command),
        Screen::Rules => rules::command(app, command),
        _ => None,
    }
}

/// Draws the screen into the body between the header and the footer.
pub(crate) fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let Some(document) = &app.document else { return picker::draw(app, canvas, body) };
    match app.screen {
        Screen::Picker => picker::draw(app, canvas, body),
        Screen::Overview => overview::draw(app, document, canvas, body),
        Screen::Candidates => candidates::draw(app, document, canvas, body),
        Screen::Services => services::draw(app, document, canvas, body),
        Screen::Budgets => budgets::draw(app, document, canvas, body),
        Screen::Portfolio => portfolio::draw(app, document, canvas, body),
        Screen::Rules => rules::draw(app, document, canvas, body),
        Screen::Compare => compare::draw(app, document, canvas, body),
        Screen::Findings => findings::draw(app, document, canvas, body),
        Screen::Tables => tables::draw(app, document, canvas, body),
        Screen::Settings => settings::draw(app, document, canvas, body),
        Screen::Analyses => analyses::draw(app, document, canvas, body),
        Screen::Study(kind) => analyses::draw_study(app, document, kind, canvas, body),
        Screen::Scenarios => scenarios::draw(app, document, canvas, body),
        Screen::Changes => changes::draw(app, document, canvas, body),
        Screen::Grid => scenario_grid::draw(app, document, canvas, body),
    }
}

/// Why nothing of a case with errors can be computed, and where they stand; none where it has none.
pub(crate) fn errors_text(app: &App, document: &super::document::Document) -> Option<String> {
    let [errors, ..] = document.reading.counts();
    (errors > 0).then(|| {
        format!(
            "The case has {}, so nothing can be computed. The findings (key {}) say what is wrong and how to mend it.",
            super::update::count_of(errors, "error"),
            app.keymap.shown(Command::GoFindings, &[Context::Everywhere])
        )
    })
}

/// Draws a table in an area, with the totals of the cursor's column below it, or what belongs there while it is empty.
pub(crate) fn draw_table(app: &App, canvas: &mut Canvas<'_>, area: Rect, key: TableKey, empty: &str) {
    use super::canvas::{below, row, top};
    use super::table::paint;
    use super::theme::Role;
    let Some(grid) = grid(app, key) else {
        canvas.paragraph(super::canvas::inner(area), &app.said(empty), Role::Dim);
        return;
    };
    let state = app.table_state(key);
    let foot = row(area, area.height.saturating_sub(1));
    let body = top(area, area.height.saturating_sub(1));
    paint(canvas, body, grid.as_ref(), &state);
    if grid.rows() == 0 {
        canvas.paragraph(super::canvas::inner(below(body, 1)), &app.said(empty), Role::Dim);
    } else if state.order.is_empty() {
        let text = format!("No row matches the filter `{}`. ‹clear-filter› shows all rows again.", state.filter);
        canvas.paragraph(super::canvas::inner(below(body, 1)), &app.said(&text), Role::Dim);
    }
    draw_totals(canvas, foot, grid.as_ref(), &state);
}

/// The line below a table: how many rows, and what the cursor's column adds up to.
fn draw_totals(canvas: &mut Canvas<'_>, area: Rect, grid: &dyn Grid, state: &super::table::TableState) {
    use super::theme::Role;
    use super::widgets::number::plain;
    let totals = &state.totals;
    let at = if state.order.is_empty() { 0 } else { state.row + 1 };
    let mut text = format!("{at} of {}", state.order.len());
    if state.order.len() < grid.rows() {
        let _ = write!(text, " shown, {} in all", grid.rows());
    }
    if !state.marked.is_empty() {
        let _ = write!(text, ", {} marked", state.marked.len());
    }
    let used = canvas.text(area, &text, Role::Dim);
    let mut rest = super::canvas::after(area, used + 3);
    if !state.filter.is_empty() {
        let used = canvas.pieces(rest, &[("filter ", Role::Dim), (&state.filter, Role::Warn)]);
        rest = super::canvas::after(rest, used + 3);
    }
    let column = grid.columns().get(state.column);
    if let (Some(column), Some(min), Some(max)) = (column.filter(|column| column.number), totals.min, totals.max) {
        let count = if totals.numbers == totals.rows { String::new() } else { format!("count {}  ", totals.numbers) };
        let rows = state.looked_at();
        let sum = if column.total == super::table::Total::Sum {
            format!("sum {}  ", plain(totals.sum))
        } else {
            String::new()
        };
        let text = grid
            .sum_words(&rows, state.column)
            .unwrap_or_else(|| format!("{}: {count}{sum}min {}  max {}", column.title, plain(min), plain(max)));
        canvas.right(rest, &text, Role::Dim);
    }
}
