//! The comparison as a table: totals, powers, picks, controls, and the cells in which two cases differ.

use crate::messages::word;
use std::borrow::Cow;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::measure::MinistryResult;
use crate::model::schema::table_by_name;
use crate::model::{Case, DomainIx, MinistryIx, Portfolio};
use crate::say;
use crate::session::comparison::{Comparison, Data, Side};
use crate::session::edit::difference::{CellDifference, Only, RowDifference};
use crate::session::names::Names;
use crate::tui::screens::portfolio::payers;
use crate::tui::state::{App, Document, TableKey};
use crate::tui::table::{Grid, GridColumn};
use crate::tui::theme::Role;
use crate::tui::widgets::number::{fixed, signed};

/// A row of the comparison.
struct CompareRow {
    group: &'static str,
    name: String,
    /// What the row is about, where that has an id.
    id: String,
    cells: [String; 2],
    /// Those of further portfolios, where there is room for them.
    more: Vec<String>,
    difference: Option<Decimal>,
    /// Decimals of the difference: those of the two numbers.
    places: u32,
}

/// The comparison as a table.
pub(super) struct CompareGrid {
    columns: Vec<GridColumn>,
    rows: Vec<CompareRow>,
    /// Whose each of the shares of a pick is.
    payers: String,
}

impl CompareGrid {
    fn new(comparison: &Comparison, document: &Document, wide: usize) -> Option<Self> {
        let data = (comparison.left.data(comparison, document), comparison.right.data(comparison, document));
        let cells = cells(comparison, &Names::new(document.case()));
        if data.0.is_none() && data.1.is_none() && cells.is_empty() {
            return None;
        }
        let mut columns = vec![
            GridColumn::text("what", &word("what"), say!("compare-compared")).pinned(),
            GridColumn::text("name", &word("name"), say!("compare-name-id")).pinned(),
            GridColumn::number("left", &comparison.left.name(), say!("compare-left-side-chooses")).mixed(),
            GridColumn::number("right", &comparison.right.name(), say!("compare-right-side-chooses")).mixed(),
            GridColumn::number("difference", &word("difference"), say!("compare-right-less-left")).mixed(),
        ];
        let mut rows = Vec::new();
        match data {
            (Some(left), Some(right)) => {
                rows = two(&left, &right);
                for (side, data) in further(comparison, document, wide) {
                    beside(&mut rows, &left, &data);
                    let help = say!("compare-further-portfolio");
                    let id = format!("side_{}", columns.len());
                    columns.push(GridColumn::number(&id, &side.name(), help).mixed());
                }
            }
            // Two cases differ in their cells before the best portfolio of either is known.
            _ if cells.is_empty() => return None,
            _ => {}
        }
        rows.extend(cells);
        Some(Self { columns, rows, payers: payers(document.case()) })
    }

    fn differs(&self, at: usize) -> bool {
        self.rows.get(at).is_some_and(|row| row.cells[0] != row.cells[1])
    }
}

/// Narrower than this two sides fill the screen; each further one takes so much.
const TWO: usize = 100;
const ONE_MORE: usize = 16;

/// Further portfolios that there is room for: kept ones, then the own and the recommended one.
fn further<'a>(comparison: &'a Comparison, document: &'a Document, wide: usize) -> Vec<(Side, Data<'a>)> {
    let room = wide.saturating_sub(TWO) / ONE_MORE;
    let shown = [comparison.left.name(), comparison.right.name()];
    let empty = document.own.picks.is_empty();
    let kept = comparison.files.iter().map(|file| Side::File(std::sync::Arc::clone(&file.name)));
    let mut all: Vec<Side> = kept.chain([Side::Own, Side::Recommended]).collect();
    all.retain(|side| !(shown.contains(&side.name()) || matches!(side, Side::Own) && empty));
    let found = all.into_iter().filter_map(|side| {
        let data = side.data(comparison, document)?;
        Some((side, data))
    });
    found.take(room).collect()
}

/// The rows of two portfolios.
fn two(left: &Data<'_>, right: &Data<'_>) -> Vec<CompareRow> {
    [totals(left, right), domains(left, right), picks(left, right), services(left, right)]
        .into_iter()
        .flatten()
        .collect()
}

/// Puts a further portfolio beside the rows of two; what only it has gets a row behind its group.
fn beside(rows: &mut Vec<CompareRow>, left: &Data<'_>, further: &Data<'_>) {
    let before = rows.first().map_or(0, |row| row.more.len());
    for new in two(left, further) {
        let [_, cell] = new.cells;
        if let Some(row) = rows.iter_mut().find(|row| row.group == new.group && row.name == new.name) {
            row.more.push(cell);
        } else {
            let at = rows.iter().rposition(|row| row.group == new.group).map_or(rows.len(), |at| at + 1);
            let mut more = vec![String::new(); before];
            more.push(cell);
            rows.insert(at, CompareRow { cells: Default::default(), more, difference: None, ..new });
        }
    }
    for row in rows.iter_mut().filter(|row| row.more.len() == before) {
        row.more.push(String::new());
    }
}

/// The cells in which the two cases differ, where one of the sides is the second case; rows that only one has as one row.
fn cells(comparison: &Comparison, names: &Names<'_>) -> Vec<CompareRow> {
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
        let [left, right] = pair(it.before.clone(), it.after.clone());
        let [before, after] = names.of_texts(it).map(std::borrow::Cow::into_owned);
        let cells = pair(before, after);
        let difference = number(&left).zip(number(&right)).map(|(left, right)| (right - left).normalize());
        let places = difference.map_or(0, |it| it.scale().min(4));
        CompareRow {
            group: "cell",
            name: names.of_cell(it),
            id: String::new(),
            cells,
            more: Vec::new(),
            difference,
            places,
        }
    };
    let called = |it: &RowDifference| {
        let table = table_by_name(&it.table);
        table.map_or_else(String::new, |table| format!("{}: {}", table.title(), names.of_key(table, &it.id)))
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
        let (name, id) = (called(it), String::new());
        CompareRow { group: "row", name, id, cells, more: Vec::new(), difference: None, places: 0 }
    };
    found.rows.iter().map(row).chain(found.cells.iter().map(cell)).collect()
}

/// What a group of rows is called.
pub(in crate::tui::screens) fn group_title(group: &str, payers: &str) -> String {
    match group {
        "control %" => say!("compare-control-percent"),
        // Whose each of the shares is, beside them.
        "pick" => format!("{} {payers}", word(group)),
        group => word(group),
    }
}

fn numbers(group: &'static str, name: &str, pair: [Option<Decimal>; 2], places: u32) -> CompareRow {
    let cells = pair.map(|value| value.map_or_else(String::new, |value| fixed(value, places)));
    let difference = pair[0].zip(pair[1]).map(|(left, right)| right - left);
    CompareRow { group, name: name.to_string(), id: String::new(), cells, more: Vec::new(), difference, places }
}

fn totals(left: &Data<'_>, right: &Data<'_>) -> Vec<CompareRow> {
    let count = |value: usize| Decimal::from(u64::try_from(value).unwrap_or(u64::MAX));
    let row = |name: &str, take: &dyn Fn(&Data<'_>) -> Decimal, places: u32| {
        numbers("total", name, [Some(take(left)), Some(take(right))], places)
    };
    let bill = say!("asks-public-bill");
    let mut rows = vec![
        row(&say!("alternatives-objective-index-points"), &|it| it.gives.objective, 4),
        row(&say!("sections-index-after"), &|it| it.gives.index_after, 4),
        row(&bill, &|it| it.gives.cost, 1),
        row(&word("picks"), &|it| count(it.portfolio.picks().len()), 0),
        row(&say!("compare-rules-broken"), &|it| count(it.gives.broken().count()), 0),
    ];
    let same = left.case.money_unit() == right.case.money_unit();
    for row in rows.iter_mut().filter(|row| row.name == bill && !same) {
        row.difference = None;
    }
    let of = |id: &str, take: fn(&MinistryResult) -> Decimal| {
        [left, right].map(|it| it.gives.ministries.get(it.case.ministry_by_id(id)?.0).map(take))
    };
    for ministry in &left.case.ministries {
        let name = say!("compare-paid-ministry", ministry = ministry.name);
        let row = numbers("total", &name, of(&ministry.id, |it| it.spent), 1);
        rows.push(if same { row } else { CompareRow { difference: None, ..row } });
    }
    for (at, ministry) in left.case.ministries.iter().enumerate() {
        // Whole names would be cut to the same.
        let name = say!("compare-gain-weights-id", id = left.case.short_name(MinistryIx(at)));
        rows.push(numbers("total", &name, of(&ministry.id, |it| it.gain_by_own_weights), 4));
    }
    rows
}

fn domains(left: &Data<'_>, right: &Data<'_>) -> Vec<CompareRow> {
    let ids = union(left.case.domains.iter().map(|it| &it.id), right.case.domains.iter().map(|it| &it.id));
    let power = |it: &Data<'_>, id: &str| {
        let ix = it.case.domains.iter().position(|domain| domain.id == id).map(DomainIx)?;
        it.gives.domains.get(ix.0).map(|result| result.power_after)
    };
    let name = |id: &str| {
        let of =
            |it: &Data<'_>| it.case.domains.iter().find(|domain| domain.id == id).map(|domain| domain.name.clone());
        of(left).or_else(|| of(right)).unwrap_or_default()
    };
    ids.iter().map(|id| numbers("power", &name(id), [power(left, id), power(right, id)], 4)).collect()
}

fn picks(left: &Data<'_>, right: &Data<'_>) -> Vec<CompareRow> {
    let ids = |it: &Data<'_>| -> Vec<String> {
        it.portfolio.picks().iter().map(|pick| it.case[pick.candidate].id.clone()).collect()
    };
    let (of_left, of_right) = (ids(left), ids(right));
    let row = |id: &String| {
        let cells = [left, right].map(|it| pick_words(it.case, &it.portfolio, id).unwrap_or_default());
        let named = |it: &Data<'_>| it.case.candidate_by_id(id).map(|ix| it.case[ix].name.clone());
        let name = named(left).or_else(|| named(right)).unwrap_or_else(|| id.clone());
        CompareRow { group: "pick", name, id: id.clone(), cells, more: Vec::new(), difference: None, places: 0 }
    };
    union(of_left.iter(), of_right.iter()).iter().map(row).collect()
}

/// The year and the shares of a candidate in a portfolio, if it is in it.
pub(crate) fn pick_words(case: &Case, portfolio: &Portfolio, id: &str) -> Option<String> {
    let pick = portfolio.pick(case.candidate_by_id(id)?)?;
    let shares: Vec<_> = pick.shares.iter().map(ToString::to_string).collect();
    Some(format!("{} {}", pick.start, shares.join("/")))
}

fn services(left: &Data<'_>, right: &Data<'_>) -> Vec<CompareRow> {
    let ids = union(left.case.services.iter().map(|it| &it.id), right.case.services.iter().map(|it| &it.id));
    let control = |it: &Data<'_>, id: &str| {
        let at = it.case.services.iter().position(|service| service.id == id)?;
        it.gives.services.get(at).map(|result| result.control_after)
    };
    let name = |id: &str| {
        let of = |it: &Data<'_>| it.case.services.iter().find(|service| service.id == id).map(|it| it.name.clone());
        of(left).or_else(|| of(right)).unwrap_or_default()
    };
    ids.iter().map(|id| numbers("control %", &name(id), [control(left, id), control(right, id)], 2)).collect()
}

/// All ids of both, in the order of the first, then what only the second has.
fn union<'a>(left: impl Iterator<Item = &'a String>, right: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    left.chain(right).filter(|id| seen.insert(id.as_str())).cloned().collect()
}

impl Grid for CompareGrid {
    fn shape(&self) -> (usize, &[GridColumn]) {
        (self.rows.len(), &self.columns)
    }

    fn cell(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(row) = self.rows.get(row) else { return Cow::Borrowed("") };
        match column {
            0 => Cow::Owned(group_title(row.group, &self.payers)),
            1 => Cow::Borrowed(&row.name),
            2 => Cow::Borrowed(&row.cells[0]),
            3 => Cow::Borrowed(&row.cells[1]),
            5.. => Cow::Borrowed(row.more.get(column - 5).map_or("", String::as_str)),
            _ if row.cells[0] == row.cells[1] => Cow::Borrowed(""),
            _ => match row.difference {
                Some(difference) => Cow::Owned(signed(difference, row.places)),
                None if row.cells[0].is_empty() => Cow::Owned(word("right only")),
                None if row.cells[1].is_empty() => Cow::Owned(word("left only")),
                None => Cow::Owned(word("differs")),
            },
        }
    }

    fn role(&self, row: usize, column: usize) -> Role {
        match column {
            0 => Role::Dim,
            5.. => {
                let differs = self.rows.get(row).is_some_and(|row| row.more.get(column - 5) != Some(&row.cells[0]));
                if differs { Role::Warn } else { Role::Text }
            }
            2.. if self.differs(row) => Role::Warn,
            _ => Role::Text,
        }
    }
}

/// The cells of the table; none while a side is not there.
pub(super) fn grid<'a>(app: &'a App, document: &'a Document) -> Option<Box<dyn Grid + 'a>> {
    CompareGrid::new(&app.comparison, document, usize::from(app.size.0))
        .map(|grid| Box::new(grid) as Box<dyn Grid + 'a>)
}

/// The candidate of the row under the cursor, by id, where it is a pick.
pub(super) fn pick_here(app: &App) -> Option<String> {
    let grid = CompareGrid::new(&app.comparison, app.document.as_ref()?, usize::from(app.size.0))?;
    let row = grid.rows.get(app.table_state(TableKey::COMPARE).current()?)?;
    (row.group == "pick").then(|| row.id.clone())
}

/// The rows whose two sides differ; `None` if there is nothing to compare.
pub(super) fn differing(app: &App) -> Option<BTreeSet<usize>> {
    let grid = CompareGrid::new(&app.comparison, app.document.as_ref()?, usize::from(app.size.0))?;
    Some((0..grid.rows.len()).filter(|&at| grid.differs(at)).collect())
}
