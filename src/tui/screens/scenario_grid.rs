//! The grid of scenarios: the case itself and the chosen scenarios side by side, metric by metric; `n` goes to the next
//! row in which they differ.

use super::compare::{group_title, pick_words};
use super::drawn_table::draw_table;
use super::portfolio::payers;
use crate::measure::Evaluation;
use crate::messages::word;
use crate::model::{Case, Portfolio};
use crate::say;
use crate::session::scenarios::{Standing, Whose};
use crate::session::{count_of, same_case};
use crate::tui::actions::{self, scenarios, side_by_side, what_if};
use crate::tui::canvas::{Canvas, Glyphs, Role, below, left, row};
use crate::tui::state::{App, Binding, Command as C, Document, Run as R, Screen, Spec, TableKey, bind};
use crate::tui::table::{Grid, GridColumn, Order};
use crate::tui::widgets::number::{fixed, signed};
use ratatui::layout::Rect;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::cmp::Ordering;

pub(crate) const SPEC: Spec = Spec {
    commands: COMMANDS,
    tab: Some(Screen::SCENARIOS),
    settle: super::scenarios::settle,
    grid: |app, document| Some(Box::new(ScenarioGrid::new(app, document)?)),
    scenario,
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(Screen::SCENARIO_GRID)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::NextDifference, "next-match", &["n"], 1, R::Which(next_difference)),
    bind(C::PreviousDifference, "previous-match", &["N"], 0, R::Which(next_difference)),
    bind(C::ExportTable, "export", &["E"], 4, R::It(side_by_side::ask)),
    bind(C::TurnWhose, "whose", &["m"], 2, R::It(scenarios::turn_whose)),
    bind(C::RunScenario, "run", &["r", "X"], 3, R::It(scenarios::run_shown)),
    bind(C::TryOn, "try-on", &["Z"], 3, R::It(what_if::try_on)),
    bind(C::CommitScenario, "commit", &["I"], 4, R::It(what_if::ask_commit)),
    bind(C::Back, "back", &["esc"], 6, R::It(actions::back)),
];

/// The columns before those of the scenarios: group, name, the case itself.
const FIRST: usize = 3;

/// A side of the grid: the case itself, or a scenario.
struct Side<'a> {
    name: &'a str,
    /// The name of its scenario for people.
    called: String,
    state: String,
    case: Option<&'a Case>,
    holds: Option<(&'a Portfolio, &'a Evaluation)>,
}

/// A cell of a scenario.
#[derive(Debug, Clone)]
struct Value {
    text: String,
    /// How it compares with the case itself; `None` if it is the same or cannot be compared.
    way: Option<Way>,
}

/// How a cell differs from that of the case itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Better,
    Worse,
    Other,
}

struct GridRow {
    group: &'static str,
    name: String,
    base: String,
    cells: Vec<Value>,
}

/// Which direction of a number is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    More,
    Fewer,
    Neither,
}

/// What is taken of what a portfolio gives.
type Take = fn(&Evaluation) -> Decimal;

/// The scenarios side by side.
pub(crate) struct ScenarioGrid {
    columns: Vec<GridColumn>,
    rows: Vec<GridRow>,
    /// Whose each of the shares of a pick is.
    payers: String,
}

impl ScenarioGrid {
    /// The grid as it is now; none while there is nothing to compare.
    pub fn new(app: &App, document: &Document) -> Option<Self> {
        let scenarios = shown(app);
        let base = base(app.what_if.whose, document);
        base.holds.as_ref()?;
        if scenarios.is_empty() {
            return None;
        }
        let comparison: Vec<Side<'_>> = scenarios.iter().map(|it| side(app.what_if.whose, it)).collect();
        let mut columns = vec![
            GridColumn::text("what", &word("what"), say!("scenario-grid-compared")).pinned(),
            GridColumn::text("name", &word("name"), say!("scenario-grid-name-id")).pinned(),
            GridColumn::number("case", &word("the case"), say!("scenario-grid-case-itself")).pinned().mixed(),
        ];
        columns.extend(comparison.iter().map(|side| {
            GridColumn::number(side.name, &side.called, say!("scenario-grid-value-under-scenario-how")).mixed()
        }));
        let mut grid = Self { columns, rows: Vec::new(), payers: payers(document.case()) };
        grid.totals(app.glyphs, &base, &comparison);
        grid.picks(&base, &comparison);
        grid.services(app.glyphs, &base, &comparison);
        Some(grid)
    }

    fn totals(&mut self, glyphs: Glyphs, base: &Side<'_>, comparison: &[Side<'_>]) {
        let states = comparison.iter().map(|side| Value { text: side.state.clone(), way: None }).collect();
        self.rows.push(GridRow { group: "total", name: word("state"), base: base.state.clone(), cells: states });
        let count = |value: usize| Decimal::from(u64::try_from(value).unwrap_or(u64::MAX));
        let mut number =
            |group, name: &str, places, wanted, take: &dyn Fn(&Case, &Portfolio, &Evaluation) -> Option<Decimal>| {
                let value = |side: &Side<'_>| {
                    let (portfolio, gives) = side.holds?;
                    take(side.case?, portfolio, gives)
                };
                let old = value(base);
                let cells = comparison.iter().map(|side| compared(glyphs, old, value(side), places, wanted)).collect();
                let base = old.map_or_else(String::new, |old| fixed(old, places));
                self.rows.push(GridRow { group, name: name.to_owned(), base, cells });
            };
        let totals: [(String, u32, Wanted, Take); 4] = [
            (say!("scenario-grid-index-portfolio"), 2, Wanted::More, |gives| gives.index_after),
            (say!("scenario-grid-index-nothing-chosen"), 2, Wanted::More, |gives| gives.index_before),
            // Over doing nothing there: it also grows where all without it is worse, which is no gain to anybody.
            (say!("scenario-grid-gain-points"), 2, Wanted::Neither, |gives| gives.objective),
            (say!("asks-public-bill"), 1, Wanted::Neither, |gives| gives.cost),
        ];
        for (name, places, wanted, take) in totals {
            number("total", &name, places, wanted, &|_, _, gives| Some(take(gives)));
        }
        number("total", &word("picks"), 0, Wanted::Neither, &|_, portfolio, _| Some(count(portfolio.picks().len())));
        let broken = |gives: &Evaluation| Some(count(gives.broken().count()));
        number("total", &say!("compare-rules-broken"), 0, Wanted::Fewer, &|_, _, gives| broken(gives));
        let Some(case) = base.case else { return };
        for ministry in &case.ministries {
            number("paid by", &ministry.name, 1, Wanted::Neither, &|case, _, gives| {
                gives.ministries.get(case.ministry_by_id(&ministry.id)?.0).map(|it| it.spent)
            });
        }
        for domain in &case.domains {
            number("power", &domain.name, 3, Wanted::More, &|case, _, gives| {
                let at = case.domains.iter().position(|it| it.id == domain.id)?;
                gives.domains.get(at).map(|it| it.power_after)
            });
        }
    }

    fn picks(&mut self, base: &Side<'_>, comparison: &[Side<'_>]) {
        let Some(case) = base.case else { return };
        let pick = |side: &Side<'_>, id: &str| pick_words(side.case?, side.holds?.0, id);
        for candidate in &case.candidates {
            let old = pick(base, &candidate.id);
            let news: Vec<_> = comparison.iter().map(|side| pick(side, &candidate.id)).collect();
            if old.is_none() && news.iter().all(Option::is_none) {
                continue;
            }
            let cells = news.into_iter().zip(comparison).map(|(new, side)| match (&old, new) {
                _ if side.holds.is_none() => Value { text: String::new(), way: None },
                (None, None) => Value { text: word("out"), way: None },
                (Some(_), None) => Value { text: format!("- {}", word("out")), way: Some(Way::Worse) },
                (None, Some(new)) => Value { text: format!("+ {new}"), way: Some(Way::Better) },
                (Some(old), Some(new)) if *old == new => Value { text: new, way: None },
                (Some(_), Some(new)) => Value { text: format!("~ {new}"), way: Some(Way::Other) },
            });
            let cells = cells.collect();
            let base = old.unwrap_or_else(|| word("out"));
            self.rows.push(GridRow { group: "pick", name: candidate.name.clone(), base, cells });
        }
    }

    /// The control of the services that differ somewhere.
    fn services(&mut self, glyphs: Glyphs, base: &Side<'_>, comparison: &[Side<'_>]) {
        let Some(case) = base.case else { return };
        let control = |side: &Side<'_>, at: usize, id: &str| {
            let (case, (_, gives)) = (side.case?, side.holds?);
            let at = Some(at).filter(|&at| case.services.get(at).is_some_and(|it| it.id == id));
            let at = at.or_else(|| case.services.iter().position(|it| it.id == id))?;
            gives.services.get(at).map(|it| it.control_after)
        };
        for (at, service) in case.services.iter().enumerate() {
            let old = control(base, at, &service.id);
            let cells: Vec<Value> = comparison
                .iter()
                .map(|side| compared(glyphs, old, control(side, at, &service.id), 1, Wanted::More))
                .collect();
            if cells.iter().any(|cell| cell.way.is_some()) {
                let base = old.map_or_else(String::new, |old| fixed(old, 1));
                self.rows.push(GridRow { group: "control %", name: service.name.clone(), base, cells });
            }
        }
    }

    /// Whether a row differs anywhere.
    fn differs(&self, at: usize) -> bool {
        self.rows.get(at).is_some_and(|row| row.cells.iter().any(|cell| cell.way.is_some()))
    }
}

/// A number with its difference from that of the case, always as wide, so that the numbers stand below each other.
fn compared(glyphs: Glyphs, old: Option<Decimal>, new: Option<Decimal>, places: u32, wanted: Wanted) -> Value {
    let Some(new) = new else { return Value { text: String::new(), way: None } };
    let text = fixed(new, places);
    let difference = old.map_or(Decimal::ZERO, |old| new - old);
    let small = signed(difference, places);
    let order = if fixed(difference, places) == fixed(Decimal::ZERO, places) {
        Ordering::Equal
    } else {
        difference.cmp(&Decimal::ZERO)
    };
    let (sign, more) = match order {
        Ordering::Equal => return Value { text: format!("{text} {:>9}", "="), way: None },
        Ordering::Greater => (Order::Up.sign(glyphs), true),
        Ordering::Less => (Order::Down.sign(glyphs), false),
    };
    let way = match (wanted, more) {
        (Wanted::Neither, _) => Way::Other,
        (Wanted::More, true) | (Wanted::Fewer, false) => Way::Better,
        _ => Way::Worse,
    };
    Value { text: format!("{text} {:>9}", format!("{sign}{small}")), way: Some(way) }
}

/// The scenarios that the grid shows.
fn shown(app: &App) -> Vec<&Standing> {
    let chosen = &app.what_if.chosen;
    let all = app.what_if.standings.iter().filter(|it| it.changes > 0);
    all.filter(|it| chosen.is_empty() || chosen.contains(&it.name)).collect()
}

fn base(whose: Whose, document: &Document) -> Side<'_> {
    let snapshot = document.base_snapshot();
    if whose == Whose::Own {
        let holds = snapshot.own_evaluation.as_ref().map(|gives| (&snapshot.own, gives));
        return Side { name: "", called: String::new(), state: word("own"), case: Some(&snapshot.case), holds };
    }
    let best = document.base_best();
    let shown = best.shown.as_ref();
    let holds = shown.and_then(|shown| Some((shown.answer.portfolio.as_ref()?, shown.answer.evaluation.as_ref()?)));
    let old = shown.is_some_and(|shown| !same_case(&shown.case, &snapshot.case));
    let proven = shown.is_some_and(|shown| shown.answer.status == crate::optimise::Status::Optimal);
    let state = match (old, proven) {
        (true, _) => word("stale"),
        (false, true) => word("proven"),
        (false, false) => word("not proven"),
    };
    Side { name: "", called: String::new(), state, case: shown.map(|shown| shown.case.as_ref()), holds }
}

fn side(whose: Whose, it: &Standing) -> Side<'_> {
    let stood = match whose {
        Whose::Best => {
            let found = it.reply.as_ref().and_then(|reply| reply.found.as_ref());
            let holds = found.map(|(portfolio, gives)| (portfolio, gives));
            return Side {
                name: &it.name,
                called: it.called.clone(),
                state: it.state.words(),
                case: it.run_case.as_deref(),
                holds,
            };
        }
        Whose::Recommended => it.recommended.as_ref(),
        Whose::Own => it.own.as_ref(),
    };
    let state = match stood {
        Some(stood) if stood.hit.broken.is_empty() => word("keeps rules"),
        Some(_) => word("breaks rules"),
        None => word("not known"),
    };
    Side {
        name: &it.name,
        called: it.called.clone(),
        state,
        case: it.case.as_deref(),
        holds: stood.map(|stood| (&stood.portfolio, &stood.gives)),
    }
}

/// The scenario of the column under the cursor.
fn scenario(app: &App) -> Option<String> {
    let column = app.table_state(TableKey::SCENARIO_GRID).column;
    shown(app).get(column.checked_sub(FIRST)?).map(|it| it.name.clone())
}

impl Grid for ScenarioGrid {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.rows.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(row) = self.rows.get(row) else { return Cow::Borrowed("") };
        match column {
            0 => Cow::Owned(group_title(row.group, &self.payers)),
            1 => Cow::Borrowed(&row.name),
            2 => Cow::Borrowed(&row.base),
            _ => row.cells.get(column - FIRST).map_or(Cow::Borrowed(""), |cell| Cow::Borrowed(&cell.text)),
        }
    }

    fn number(&self, row: usize, column: usize) -> Option<Decimal> {
        // What stands before the difference.
        let text = self.cell(row, column);
        crate::session::bulk::parse_number(text.split_whitespace().next()?)
    }

    fn role(&self, row: usize, column: usize) -> Role {
        let way = column.checked_sub(FIRST).and_then(|at| self.rows.get(row)?.cells.get(at)?.way);
        match (column, way) {
            (0, _) => Role::Dim,
            (_, Some(Way::Better)) => Role::Good,
            (_, Some(Way::Worse)) => Role::Bad,
            (_, Some(Way::Other)) => Role::Warn,
            (_, None) => Role::Text,
        }
    }
}

/// Goes to the next row in which a scenario differs from the case, or to the one before.
fn next_difference(app: &mut App, command: C) {
    let direction = if command == C::NextDifference { Order::Up } else { Order::Down };
    let Some(grid) = app.document.as_ref().and_then(|document| ScenarioGrid::new(app, document)) else { return };
    let found = app.with_table(TableKey::SCENARIO_GRID, |_, state| state.step_to(direction, |row| grid.differs(row)));
    if found != Some(true) {
        app.note(say!("scenario-grid-nothing-differs-between"));
    }
}

fn table_area(body: Rect) -> Rect {
    below(body, 1)
}

fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let grid = ScenarioGrid::new(app, document);
    let differ = grid.map_or(0, |grid| (0..grid.rows.len()).filter(|&at| grid.differs(at)).count());
    let line = row(body, 0);
    let right = app
        .what_if
        .running
        .as_ref()
        .map_or_else(|| count_of(differ, "difference"), crate::session::scenarios::Running::words);
    let taken = canvas.right(line, &right, Role::Warn);
    let place = left(line, line.width.saturating_sub(taken + 1));
    canvas.pieces(
        place,
        &[(&say!("scenario-grid-compared-begin"), Role::Dim), (&app.what_if.whose.words(), Role::Accent)],
    );
    draw_table(
        app,
        canvas,
        table_area(body),
        TableKey::SCENARIO_GRID,
        &say!("scenario-grid-here-case-itself-scenarios"),
    );
}
