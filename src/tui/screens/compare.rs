//! Compare: two portfolios side by side, aligned by id, also of the case as it was before the last edits or of a second
//! case, then with every cell in which the two cases differ; `n` goes to the next difference.

use crate::say;
use std::borrow::Cow;
use std::collections::BTreeSet;

use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::drawn_table::draw_table;
use super::spec::Spec;
use crate::model::DomainIx;
use crate::session::comparison::{Comparison, Data, Side};
use crate::session::count_of;
use crate::session::edit::difference::{CellDifference, Only, RowDifference};
use crate::tui::app::App;
use crate::tui::canvas::{Canvas, below, row};
use crate::tui::commands::{Binding, Command as C, Run as R, bind};
use crate::tui::document::Document;
use crate::tui::screen::{Screen, TableKey};
use crate::tui::table::{Grid, GridColumn};
use crate::tui::theme::Role;
use crate::tui::update::{analyses, comparing, kept, second_case, side_by_side};
use crate::tui::widgets::number::{fixed, plain, signed};

/// What the screen is called by.
pub(crate) const SCREEN: Screen = Screen("compare");

/// What the screen is.
pub(crate) const SPEC: Spec = Spec {
    go: Some(&["7"]),
    commands: COMMANDS,
    settle,
    table: |_| Some(TABLE),
    grid,
    area: |_, body| table_area(body),
    draw,
    ..Spec::new(SCREEN)
};

#[rustfmt::skip]
const COMMANDS: &[Binding] = &[
    bind(C::ChooseOther, "choose-other", &["c"], 1, R::It(comparing::choose_sides)),
    bind(C::OpenBeside, "open-beside", &["b"], 1, R::Do(second_case::ask)),
    bind(C::Edit, "edit", &["enter"], 5, R::It(comparing::go_to_pick)),
    bind(C::ExplainCandidate, "explain-candidate", &["w"], 5, R::Do(analyses::explain)),
    bind(C::ForgetKept, "forget-kept", &["D"], 0, R::It(kept::ask_forget)),
    bind(C::ExportTable, "export", &["E"], 4, R::It(side_by_side::ask)),
    bind(C::TakeRow, "take-right", &["T"], 3, R::It(comparing::take_right)),
    bind(C::NextDifference, "next-match", &["n"], 2, R::Which(comparing::next_difference)),
    bind(C::PreviousDifference, "previous-match", &["N"], 0, R::Which(comparing::next_difference)),
];

/// Its table.
pub(crate) const TABLE: TableKey = TableKey::Of(SCREEN);

fn empty() -> String {
    say!("compare-here-two-portfolios-stand")
}

/// The row of what a portfolio costs.
const BILL: &str = "public bill";

/// A row of the comparison.
struct CompareRow {
    group: &'static str,
    name: String,
    cells: [String; 2],
    difference: Option<Decimal>,
    /// Decimals of the difference: those of the two numbers.
    places: u32,
}

/// The comparison as a table.
pub(crate) struct CompareGrid {
    columns: Vec<GridColumn>,
    rows: Vec<CompareRow>,
}

impl CompareGrid {
    fn new(comparison: &Comparison, document: &Document) -> Option<Self> {
        let data = (comparison.left.data(comparison, document), comparison.right.data(comparison, document));
        let cells = cells(comparison);
        if data.0.is_none() && data.1.is_none() && cells.is_empty() {
            return None;
        }
        let columns = vec![
            GridColumn::text("what", "what", say!("compare-compared")).pinned(),
            GridColumn::text("name", "name", say!("compare-name-id")).pinned(),
            GridColumn::number("left", &comparison.left.name(), say!("compare-left-side-chooses")).no_sum(),
            GridColumn::number("right", &comparison.right.name(), say!("compare-right-side-chooses")).no_sum(),
            GridColumn::number("difference", "difference", say!("compare-right-less-left")).no_sum(),
        ];
        let mut rows = Vec::new();
        match data {
            (Some(left), Some(right)) => {
                rows.extend(totals(&left, &right));
                rows.extend(domains(&left, &right));
                rows.extend(picks(&left, &right));
                rows.extend(services(&left, &right));
            }
            // Two cases differ in their cells before the best portfolio of either is known.
            _ if cells.is_empty() => return None,
            _ => {}
        }
        rows.extend(cells);
        Some(Self { columns, rows })
    }

    fn differs(&self, at: usize) -> bool {
        self.rows.get(at).is_some_and(|row| row.cells[0] != row.cells[1])
    }
}

/// The cells in which the two cases differ, where one of the sides is the second case; rows that only one has as one row.
fn cells(comparison: &Comparison) -> Vec<CompareRow> {
    let turned = comparison.left.is_beside();
    let Some((_, found)) = comparison.second_case.as_ref().and_then(|second_case| second_case.difference.as_ref())
    else {
        return Vec::new();
    };
    if turned == comparison.right.is_beside() {
        return Vec::new();
    }
    let pair = |before: String, after: String| if turned { [after, before] } else { [before, after] };
    let number = |text: &str| crate::session::bulk::parse_number(text);
    let cell = |it: &CellDifference| {
        let cells = pair(it.before.clone(), it.after.clone());
        let difference = number(&cells[0]).zip(number(&cells[1])).map(|(left, right)| (right - left).normalize());
        let places = difference.map_or(0, |it| it.scale().min(4));
        CompareRow { group: "cell", name: it.place(), cells, difference, places }
    };
    let row = |it: &RowDifference| {
        // Its name says what it is, or else its first cells.
        let name = it.cells.iter().find(|(column, _)| column == "name").map(|(_, text)| text.clone());
        let text = name.unwrap_or_else(|| it.cells.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" "));
        let text: String = text.chars().take(24).collect();
        let cells = match it.only {
            Only::Before => pair(text, String::new()),
            Only::After => pair(String::new(), text),
        };
        CompareRow { group: "row", name: format!("{}[{}]", it.table, it.id), cells, difference: None, places: 0 }
    };
    found.rows.iter().map(row).chain(found.cells.iter().map(cell)).collect()
}

fn numbers(group: &'static str, name: &str, pair: [Option<Decimal>; 2], places: u32) -> CompareRow {
    let cells = pair.map(|value| value.map_or_else(String::new, |value| fixed(value, places)));
    let difference = pair[0].zip(pair[1]).map(|(left, right)| right - left);
    CompareRow { group, name: name.to_string(), cells, difference, places }
}

fn totals(left: &Data<'_>, right: &Data<'_>) -> Vec<CompareRow> {
    let count = |value: usize| Decimal::from(u64::try_from(value).unwrap_or(u64::MAX));
    let row = |name: &str, take: &dyn Fn(&Data<'_>) -> Decimal, places: u32| {
        numbers("total", name, [Some(take(left)), Some(take(right))], places)
    };
    let mut rows = vec![
        row(&say!("alternatives-objective-index-points"), &|it| it.gives.objective, 4),
        row(&say!("sections-index-after"), &|it| it.gives.index_after, 4),
        row(BILL, &|it| it.gives.cost, 1),
        row("picks", &|it| count(it.portfolio.picks().len()), 0),
        row(&say!("compare-rules-broken"), &|it| count(it.gives.broken().count()), 0),
    ];
    let same = left.case.money_unit() == right.case.money_unit();
    for row in rows.iter_mut().filter(|row| row.name == BILL && !same) {
        row.difference = None;
    }
    for ministry in &left.case.ministries {
        let spent = |it: &Data<'_>| {
            let ix = it.case.ministry_by_id(&ministry.id)?;
            it.gives.ministries.get(ix.0).map(|result| result.spent)
        };
        let row =
            numbers("total", &say!("compare-paid-ministry", ministry = ministry.name), [spent(left), spent(right)], 1);
        rows.push(if same { row } else { CompareRow { difference: None, ..row } });
    }
    for ministry in &left.case.ministries {
        let gain = |it: &Data<'_>| {
            let ix = it.case.ministry_by_id(&ministry.id)?;
            it.gives.ministries.get(ix.0).map(|result| result.gain_by_own_weights)
        };
        // Whole names would be cut to the same.
        let name = say!("compare-gain-weights-id", id = ministry.id);
        rows.push(numbers("total", &name, [gain(left), gain(right)], 4));
    }
    rows
}

fn domains(left: &Data<'_>, right: &Data<'_>) -> Vec<CompareRow> {
    let ids = union(left.case.domains.iter().map(|it| &it.id), right.case.domains.iter().map(|it| &it.id));
    let power = |it: &Data<'_>, id: &str| {
        let ix = it.case.domains.iter().position(|domain| domain.id == id).map(DomainIx)?;
        it.gives.domains.get(ix.0).map(|result| result.power_after)
    };
    ids.iter().map(|id| numbers("power", id, [power(left, id), power(right, id)], 4)).collect()
}

fn picks(left: &Data<'_>, right: &Data<'_>) -> Vec<CompareRow> {
    let ids = |it: &Data<'_>| -> Vec<String> {
        it.portfolio.picks().iter().map(|pick| it.case[pick.candidate].id.clone()).collect()
    };
    let (of_left, of_right) = (ids(left), ids(right));
    let pick = |it: &Data<'_>, id: &str| {
        let pick = it.portfolio.pick(it.case.candidate_by_id(id)?)?;
        let shares: Vec<_> = pick.shares.iter().map(ToString::to_string).collect();
        Some(format!("{} {}", pick.start, shares.join("/")))
    };
    let row = |id: &String| {
        let cells = [left, right].map(|it| pick(it, id).unwrap_or_default());
        CompareRow { group: "pick", name: id.clone(), cells, difference: None, places: 0 }
    };
    union(of_left.iter(), of_right.iter()).iter().map(row).collect()
}

fn services(left: &Data<'_>, right: &Data<'_>) -> Vec<CompareRow> {
    let ids = union(left.case.services.iter().map(|it| &it.id), right.case.services.iter().map(|it| &it.id));
    let control = |it: &Data<'_>, id: &str| {
        let at = it.case.services.iter().position(|service| service.id == id)?;
        it.gives.services.get(at).map(|result| result.control_after)
    };
    ids.iter().map(|id| numbers("control %", id, [control(left, id), control(right, id)], 2)).collect()
}

/// All ids of both, in the order of the first, then what only the second has.
fn union<'a>(left: impl Iterator<Item = &'a String>, right: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    left.chain(right).filter(|id| seen.insert(id.as_str())).cloned().collect()
}

impl Grid for CompareGrid {
    fn rows(&self) -> usize {
        self.rows.len()
    }

    fn columns(&self) -> &[GridColumn] {
        &self.columns
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(row) = self.rows.get(row) else { return Cow::Borrowed("") };
        match column {
            0 => Cow::Borrowed(row.group),
            1 => Cow::Borrowed(&row.name),
            2 => Cow::Borrowed(&row.cells[0]),
            3 => Cow::Borrowed(&row.cells[1]),
            _ if row.cells[0] == row.cells[1] => Cow::Borrowed(""),
            _ => match row.difference {
                Some(difference) => Cow::Owned(signed(difference, row.places)),
                None if row.cells[0].is_empty() => Cow::Borrowed("right only"),
                None if row.cells[1].is_empty() => Cow::Borrowed("left only"),
                None => Cow::Borrowed("differs"),
            },
        }
    }

    fn role(&self, row: usize, column: usize) -> Role {
        match column {
            0 => Role::Dim,
            2.. if self.differs(row) => Role::Warn,
            _ => Role::Text,
        }
    }
}

/// The cells of the table; none while a side is not there.
pub(crate) fn grid<'a>(app: &'a App, document: &'a Document) -> Option<Box<dyn Grid + 'a>> {
    CompareGrid::new(&app.comparison, document).map(|grid| Box::new(grid) as Box<dyn Grid + 'a>)
}

/// The candidate of the row under the cursor, by id, where it is a pick.
pub(crate) fn pick_here(app: &App) -> Option<String> {
    let grid = CompareGrid::new(&app.comparison, app.document.as_ref()?)?;
    let row = grid.rows.get(app.table_state(TABLE).current()?)?;
    (row.group == "pick").then(|| row.name.clone())
}

/// The rows whose two sides differ; none where there is nothing to compare.
pub(crate) fn differing(app: &App) -> Option<BTreeSet<usize>> {
    let grid = CompareGrid::new(&app.comparison, app.document.as_ref()?)?;
    Some((0..grid.rows.len()).filter(|&at| grid.differs(at)).collect())
}

/// Brings what stands on the sides up to date with the case.
fn settle(app: &mut App) {
    let Some(document) = &app.document else { return };
    if let Some(second_case) = &mut app.comparison.second_case {
        second_case.refresh(document.generation, &document.book);
    }
    for file in &mut app.comparison.files {
        file.refresh(&document.snapshot);
    }
}

/// Where the table stands.
pub(crate) fn table_area(body: Rect) -> Rect {
    below(body, 1)
}

/// The two sides in words.
pub(crate) fn words(app: &App) -> String {
    let say = |side: &Side| format!("{} ({})", side.name(), side.words());
    format!("{} and {}", say(&app.comparison.left), say(&app.comparison.right))
}

/// The money of the two sides, where it is not in the same unit: a difference of it means nothing.
fn units(app: &App, document: &Document) -> Option<(String, String)> {
    let comparison = &app.comparison;
    let of = |side: &Side| side.data(comparison, document).map(|data| data.case.money_unit());
    of(&comparison.left).zip(of(&comparison.right)).filter(|(left, right)| left != right)
}

/// Draws the screen.
pub(crate) fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let mut text = match differing(app) {
        Some(differences) => count_of(differences.len(), "difference"),
        None => say!("compare-one-them-not"),
    };
    let own = matches!(app.comparison.left, Side::Own) || matches!(app.comparison.right, Side::Own);
    if own && document.own.picks.is_empty() {
        text.push_str(&say!("compare-own-empty"));
    }
    let line = row(body, 0);
    let taken = draw_state(app, document, canvas, line) + 2;
    canvas.pieces(
        Rect { width: line.width.saturating_sub(taken), ..line },
        &[
            (&app.comparison.left.name(), Role::Accent),
            (" and ", Role::Dim),
            (&app.comparison.right.name(), Role::Accent),
            (": ", Role::Dim),
            (&text, Role::Text),
        ],
    );
    let errors = super::findings::errors_text(app, document);
    draw_table(app, canvas, table_area(body), SPEC.own_table(app, document), errors.as_deref().unwrap_or(&empty()));
}

/// At the right of the first line: what is looked for, or what the figures are in; gives the cells that it takes.
fn draw_state(app: &App, document: &Document, canvas: &mut Canvas<'_>, line: Rect) -> u16 {
    if let Some(running) = app.comparison.second_case.as_ref().filter(|second_case| second_case.running.is_some()) {
        canvas.right(line, &say!("compare-looking-best-portfolio", running = running.name()), Role::Warn)
    } else if let Some(error) = app.comparison.second_case.as_ref().and_then(|second_case| second_case.error.as_ref()) {
        canvas.right(line, error, Role::Bad)
    } else if let Some((left, right)) = units(app, document) {
        canvas.right(line, &say!("compare-money-left-right", left = left, right = right), Role::Bad)
    } else if let Some(data) = app.comparison.right.data(&app.comparison, document) {
        let unit = say!(
            "compare-money-money-unit",
            money_unit = data.case.money_unit(),
            replace = plain(Decimal::from(data.case.last_year)).replace(' ', "")
        );
        canvas.right(line, &unit, Role::Dim)
    } else {
        0
    }
}
