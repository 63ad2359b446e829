//! Compare: two portfolios side by side, aligned by id, also of the case as it was before the last edits or of a second
//! case, then with every cell in which the two cases differ; `n` goes to the next difference.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::{TableKey, draw_table};
use crate::edit::difference::{CellDifference, Only, RowDifference};
use crate::measure::Evaluation;
use crate::model::{Case, DomainIx, Portfolio};
use crate::tui::app::App;
use crate::tui::beside::{Beside, Of, PortfolioFile};
use crate::tui::canvas::{Canvas, below, row};
use crate::tui::commands::Command;
use crate::tui::document::{Document, Shown};
use crate::tui::event::Effect;
use crate::tui::layer::Layer;
use crate::tui::layers::ask::{Action, Answer, Ask};
use crate::tui::layers::line::{Line, Purpose};
use crate::tui::layers::list::{Choice, Item, List};
use crate::tui::own::Own;
use crate::tui::table::{Grid, GridColumn, Order};
use crate::tui::theme::Role;
use crate::tui::update::count_of;
use crate::tui::widgets::number::{fixed, plain, signed};

const EMPTY: &str = "Here two portfolios stand side by side. `‹optimise›` looks for the recommended one, ‹toggle-own› on the screen of candidates (key ‹candidates›) \
                     makes your own; `‹choose-other›` chooses what is compared. ‹keep› on any screen keeps the recommended portfolio of now under a name, so that \
                     you can compare it with the one after your next edits. `‹open-beside›` opens a second case to compare this one with, or a portfolio \
                     that a colleague exported.";

/// The row of what a portfolio costs.
const BILL: &str = "public bill";

/// A side of a comparison.
#[derive(Debug, Clone)]
pub(crate) enum Side {
    /// The recommended portfolio.
    Recommended,
    /// The own portfolio.
    Own,
    /// Nothing chosen.
    Nothing,
    /// The best portfolio of the second case.
    Beside(Arc<str>),
    /// The own portfolio of the second case.
    BesideOwn(Arc<str>),
    /// A portfolio that was kept or comes from a file, by its name, as the case is now.
    File(Arc<str>),
    /// A portfolio that was kept, by its name, in the case as it was then.
    Then(Arc<str>),
}

/// A side of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum At {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// The two sides of the comparison.
#[derive(Debug, Clone)]
pub(crate) struct Sides {
    /// The left one.
    pub left: Side,
    /// The right one.
    pub right: Side,
    /// The second case.
    pub beside: Option<Box<Beside>>,
    /// The portfolios that were kept, and those from files.
    pub files: Vec<PortfolioFile>,
}

impl Default for Sides {
    fn default() -> Self {
        Self { left: Side::Recommended, right: Side::Own, beside: None, files: Vec::new() }
    }
}

impl Side {
    fn name(&self) -> String {
        match self {
            Self::Recommended => "recommended".to_owned(),
            Self::Own => "own".to_owned(),
            Self::Nothing => "nothing chosen".to_owned(),
            Self::Then(name) => format!("{name}, then"),
            Self::Beside(name) | Self::File(name) => name.to_string(),
            Self::BesideOwn(name) => format!("{name}, own"),
        }
    }

    /// Whether it is about the second case.
    const fn is_beside(&self) -> bool {
        matches!(self, Self::Beside(_) | Self::BesideOwn(_))
    }

    /// What it is, in words.
    fn words(&self) -> String {
        match self {
            Self::Recommended => "the best of the case as it is now".to_owned(),
            Self::Own => "your own as it is now".to_owned(),
            Self::Nothing => "the country if nothing is done".to_owned(),
            Self::Then(name) => format!("{name}, in the case as it was when you kept it"),
            Self::Beside(name) => format!("the best of the case {name}"),
            Self::BesideOwn(name) => format!("the own portfolio kept beside the case {name}"),
            Self::File(name) => format!("the portfolio {name} in the case as it is now"),
        }
    }

    /// Its case, its portfolio and what it gives, if it is there.
    fn data<'a>(&'a self, sides: &'a Sides, document: &'a Document) -> Option<Data<'a>> {
        let of_shown = |shown: &'a Arc<Shown>| {
            let answer = &shown.answer;
            Some(Data {
                case: &shown.case,
                portfolio: Cow::Borrowed(answer.portfolio.as_ref()?),
                gives: answer.evaluation.as_ref()?,
            })
        };
        let reading = &document.reading;
        match self {
            Self::Recommended => of_shown(document.best.shown.as_ref()?),
            Self::Then(name) => of_shown(sides.file(name)?.then.as_ref()?),
            Self::Beside(_) => of_shown(sides.beside.as_ref()?.shown.as_ref()?),
            Self::BesideOwn(_) => {
                let reading = &sides.beside.as_ref()?.reading;
                Some(Data {
                    case: &reading.case,
                    portfolio: Cow::Borrowed(&reading.own),
                    gives: reading.own_evaluation.as_ref()?,
                })
            }
            Self::File(name) => {
                let (_, portfolio, gives) = sides.file(name)?.stands.as_ref()?;
                Some(Data { case: &reading.case, portfolio: Cow::Borrowed(portfolio), gives: gives.as_ref()? })
            }
            Self::Own => Some(Data {
                case: &reading.case,
                portfolio: Cow::Borrowed(&reading.own),
                gives: reading.own_evaluation.as_ref()?,
            }),
            Self::Nothing => Some(Data {
                case: &reading.case,
                portfolio: Cow::Owned(Portfolio::default()),
                gives: reading.nothing.as_ref()?,
            }),
        }
    }
}

impl Sides {
    /// A portfolio that was kept or comes from a file.
    fn file(&self, name: &str) -> Option<&PortfolioFile> {
        self.files.iter().find(|file| &*file.name == name)
    }

    /// Puts a portfolio among those that can be compared, in the place of one with the same name.
    pub fn add(&mut self, file: PortfolioFile) {
        self.files.retain(|it| it.name != file.name);
        self.files.push(file);
    }

    /// Every side that there is to choose from.
    fn all(&self) -> Vec<Side> {
        let mut sides = vec![Side::Recommended, Side::Own, Side::Nothing];
        for file in &self.files {
            sides.push(Side::File(Arc::clone(&file.name)));
            sides.extend(file.then.as_ref().map(|_| Side::Then(Arc::clone(&file.name))));
        }
        if let Some(beside) = &self.beside {
            let name: Arc<str> = beside.name().into();
            sides.extend([Side::Beside(Arc::clone(&name)), Side::BesideOwn(name)]);
        }
        sides
    }
}

/// What a side of a comparison is about.
struct Data<'a> {
    case: &'a Case,
    portfolio: Cow<'a, Portfolio>,
    gives: &'a Evaluation,
}

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
    fn new(sides: &Sides, document: &Document) -> Option<Self> {
        let data = (sides.left.data(sides, document), sides.right.data(sides, document));
        let cells = cells(sides);
        if data.0.is_none() && data.1.is_none() && cells.is_empty() {
            return None;
        }
        let columns = vec![
            GridColumn::text("what", "what", "What is compared.").pinned(),
            GridColumn::text("name", "name", "Its name or id.").pinned(),
            GridColumn::number("left", &sides.left.name(), "The left side; ‹choose-other› chooses it.").no_sum(),
            GridColumn::number("right", &sides.right.name(), "The right side; ‹choose-other› chooses it.").no_sum(),
            GridColumn::number("difference", "difference", "Right less left.").no_sum(),
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
fn cells(sides: &Sides) -> Vec<CompareRow> {
    let turned = sides.left.is_beside();
    let Some((_, found)) = sides.beside.as_ref().and_then(|beside| beside.difference.as_ref()) else {
        return Vec::new();
    };
    if turned == sides.right.is_beside() {
        return Vec::new();
    }
    let pair = |before: String, after: String| if turned { [after, before] } else { [before, after] };
    let number = |text: &str| crate::tui::table::parse_number(text);
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
        row("objective, index points", &|it| it.gives.objective, 4),
        row("index after", &|it| it.gives.index_after, 4),
        row(BILL, &|it| it.gives.cost, 1),
        row("picks", &|it| count(it.portfolio.picks().len()), 0),
        row("rules broken", &|it| count(it.gives.broken().count()), 0),
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
        let row = numbers("total", &format!("paid by {}", ministry.name), [spent(left), spent(right)], 1);
        rows.push(if same { row } else { CompareRow { difference: None, ..row } });
    }
    for ministry in &left.case.ministries {
        let gain = |it: &Data<'_>| {
            let ix = it.case.ministry_by_id(&ministry.id)?;
            it.gives.ministries.get(ix.0).map(|result| result.gain_by_own_weights)
        };
        // Whole names would be cut to the same.
        let name = format!("gain, weights of {}", ministry.id);
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
    CompareGrid::new(&app.sides, document).map(|grid| Box::new(grid) as Box<dyn Grid + 'a>)
}

/// The candidate of the row under the cursor, by id, where it is a pick.
pub(crate) fn pick_here(app: &App) -> Option<String> {
    let grid = CompareGrid::new(&app.sides, app.document.as_ref()?)?;
    let row = grid.rows.get(app.table_state(TableKey::Compare).current()?)?;
    (row.group == "pick").then(|| row.name.clone())
}

/// Where the table stands.
pub(crate) fn table_area(body: Rect) -> Rect {
    below(body, 1)
}

/// What the screen does with a command.
pub(crate) fn command(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::NextDifference => next_difference(app, Order::Up),
        Command::PreviousDifference => next_difference(app, Order::Down),
        Command::ChooseOther => choose_sides(app),
        Command::ForgetKept => ask_forget(app),
        Command::Edit => match pick_here(app) {
            Some(id) => crate::tui::update::go_to_candidate(app, &id),
            None => app.note("Only rows of picks stand for something to go to."),
        },
        Command::OpenBeside => return Some(crate::tui::update::ask_beside(app)),
        Command::TakeRow => take_right(app),
        _ => return None,
    }
    Some(Vec::new())
}

fn next_difference(app: &mut App, direction: Order) {
    let Some(grid) = app.document.as_ref().and_then(|document| CompareGrid::new(&app.sides, document)) else { return };
    let differs: std::collections::HashSet<usize> = (0..grid.rows()).filter(|&row| grid.differs(row)).collect();
    let found = app.with_table(TableKey::Compare, |_, state| state.step_to(direction, |row| differs.contains(&row)));
    if found != Some(true) {
        app.note("The two sides do not differ.");
    }
}

/// Asks for one of the two sides; the cursor is on the right one of now.
fn choose_sides(app: &mut App) {
    let sides = &app.sides;
    let mut items = Vec::new();
    for (at, group, now) in [(At::Left, "The left side", &sides.left), (At::Right, "The right side", &sides.right)] {
        for side in sides.all() {
            let shown = side.name() == now.name();
            items.push(Item {
                group,
                label: format!("{}: {}", if at == At::Left { "left" } else { "right" }, side.name()),
                keys: if shown { "shown now".to_owned() } else { String::new() },
                doc: side.words(),
                choice: Choice::Side(at, side),
            });
        }
    }
    let here = items.iter().rposition(|item| !item.keys.is_empty()).unwrap_or(0);
    let title = format!("Compare what? Now {} and {}", sides.left.name(), sides.right.name());
    let mut list = List::new(&title, items);
    list.selected = here;
    app.layers.push(Layer::List(list));
}

/// Makes the own portfolio that of the right side.
fn take_right(app: &mut App) {
    let Some(document) = &app.document else { return };
    let side = app.sides.right.clone();
    let Some(data) = side.data(&app.sides, document) else {
        return app.note("There is no portfolio on the right side; ‹choose-other› chooses the two sides.");
    };
    let mut own = Own::of(data.case, &data.portfolio);
    own.picks.retain(|id, _| document.case().candidate_by_id(id).is_some());
    crate::tui::update::set_own(app, format!("own portfolio taken from {}", side.name()), own);
}

/// Puts a portfolio from a file on the right side.
pub(crate) fn show_file(app: &mut App, name: &str, own: Own) {
    let name: Arc<str> = name.into();
    if matches!(app.sides.left, Side::Beside(_) | Side::BesideOwn(_) | Side::File(_)) {
        app.sides.left = Side::Recommended;
    }
    app.sides.right = Side::File(Arc::clone(&name));
    app.sides.add(PortfolioFile { name, own, stands: None, then: None, of: Of::File });
    app.rearrange(TableKey::Compare);
}

/// Puts a side that was chosen from the list; where it is the other one, the two change places.
pub(crate) fn choose(app: &mut App, at: At, side: Side) {
    let sides = &mut app.sides;
    let (mine, other) = match at {
        At::Left => (&mut sides.left, &mut sides.right),
        At::Right => (&mut sides.right, &mut sides.left),
    };
    if other.name() == side.name() {
        std::mem::swap(mine, other);
    } else {
        *mine = side;
    }
    app.rearrange(TableKey::Compare);
}

/// Asks for the name under which the recommended portfolio of now is kept.
pub(crate) fn ask_keep(app: &mut App) {
    let Some(document) = app.document.as_ref().filter(|document| document.recommended().is_some()) else {
        return app.note("No portfolio is recommended yet; ‹optimise› looks for one.");
    };
    if document.is_stale() {
        return app.note("The recommended portfolio is about an earlier edit; keep it when it is proven again.");
    }
    let begin = document.scenario_on().unwrap_or("best");
    let free = |name: &String| app.sides.file(name).is_none();
    // One more than there are is enough for a free one.
    let most = app.sides.files.len() + 2;
    let name = std::iter::once(begin.to_owned()).chain((2..=most).map(|n| format!("{begin}-{n}"))).find(free);
    let help = "The name of the recommended portfolio of now. It is kept in the folder of the case, under kept/, and can be compared with \
                any other, also at the next start.";
    let mut line = Line::new("Keep it as", help, &name.unwrap_or_default(), Purpose::KeepAs);
    line.check(Some(document));
    app.layers.push(Layer::Line(line));
}

/// What is wrong with the name of a portfolio that is to be kept.
pub(crate) fn name_problem(text: &str) -> Option<String> {
    (!crate::model::cell::is_id(text)).then(|| "A name of small letters, digits, - and _, such as cut-10.".to_owned())
}

/// Keeps the recommended portfolio of now under a name, in the place of what was kept so before.
pub(crate) fn keep(app: &mut App, name: &str) -> Vec<Effect> {
    let Some(document) = &app.document else { return Vec::new() };
    let Some(shown) = document.best.shown.clone().filter(|shown| shown.answer.portfolio.is_some()) else {
        return Vec::new();
    };
    let own = Own { picks: shown.picks.clone() };
    let (path, rows) = (document.path.clone(), own.to_csv(document.case()));
    let elsewhere = document.is_elsewhere();
    let file = PortfolioFile { name: name.into(), own, stands: None, then: Some(shown), of: Of::Kept };
    app.sides.add(file);
    // Sides that the planner chose stay.
    if matches!(
        (&app.sides.left, &app.sides.right),
        (Side::Recommended, Side::Own) | (Side::File(_), Side::Recommended)
    ) {
        app.sides.left = Side::File(name.into());
        app.sides.right = Side::Recommended;
    }
    app.rearrange(TableKey::Compare);
    if elsewhere {
        app.note(format!(
            "Kept as {name} for this session, as somebody else has the case open. ‹compare› compares it."
        ));
        return Vec::new();
    }
    app.note(format!("Kept as {name}: ‹compare› compares it with any other."));
    vec![Effect::KeepPortfolio { case: path, name: name.to_owned(), rows: Some(rows) }]
}

/// Asks whether a kept portfolio is thrown away: that of the right side, or of the left.
fn ask_forget(app: &mut App) {
    let name = [&app.sides.right, &app.sides.left].into_iter().find_map(|side| match side {
        Side::File(name) | Side::Then(name) => {
            app.sides.file(name).filter(|file| file.of == Of::Kept).map(|it| &it.name)
        }
        _ => None,
    });
    let Some(name) = name.cloned() else {
        return app.note("Neither side is a kept portfolio; ‹choose-other› chooses one.");
    };
    let text = format!(
        "The portfolio {name} was kept in the folder of the case. Its file is deleted; undo does not bring it back."
    );
    let answers = vec![
        Answer { command: Command::No, label: "leave it", action: Action::Nothing },
        Answer { command: Command::ThrowAway, label: "throw it away", action: Action::Forget(name.to_string()) },
    ];
    app.layers.push(Layer::Ask(Ask::new("Throw a kept portfolio away?", text, answers)));
}

/// Throws a kept portfolio away.
pub(crate) fn forget(app: &mut App, name: &str) -> Vec<Effect> {
    let Some(case) = app.document.as_ref().map(|document| document.path.clone()) else { return Vec::new() };
    let sides = &mut app.sides;
    sides.files.retain(|file| &*file.name != name);
    for (side, instead) in [(&mut sides.left, Side::Recommended), (&mut sides.right, Side::Own)] {
        if matches!(side, Side::File(it) | Side::Then(it) if &**it == name) {
            *side = instead;
        }
    }
    app.rearrange(TableKey::Compare);
    app.note(format!("The kept portfolio {name} is thrown away."));
    vec![Effect::KeepPortfolio { case, name: name.to_owned(), rows: None }]
}

/// The two sides in words.
pub(crate) fn words(app: &App) -> String {
    let say = |side: &Side| format!("{} ({})", side.name(), side.words());
    format!("{} and {}", say(&app.sides.left), say(&app.sides.right))
}

/// The money of the two sides, where it is not in the same unit: a difference of it means nothing.
fn units(app: &App, document: &Document) -> Option<(String, String)> {
    let sides = &app.sides;
    let of = |side: &Side| side.data(sides, document).map(|data| data.case.money_unit());
    of(&sides.left).zip(of(&sides.right)).filter(|(left, right)| left != right)
}

/// Draws the screen.
pub(crate) fn draw(app: &App, document: &Document, canvas: &mut Canvas<'_>, body: Rect) {
    let differences =
        CompareGrid::new(&app.sides, document).map(|grid| (0..grid.rows.len()).filter(|&at| grid.differs(at)).count());
    let mut text = match differences {
        Some(count) => count_of(count, "difference"),
        None => "one of them is not there yet".to_string(),
    };
    let own = matches!(app.sides.left, Side::Own) || matches!(app.sides.right, Side::Own);
    if own && document.own.picks.is_empty() {
        text.push_str(" (own is empty)");
    }
    let line = row(body, 0);
    let taken = draw_state(app, document, canvas, line) + 2;
    canvas.pieces(
        Rect { width: line.width.saturating_sub(taken), ..line },
        &[
            (&app.sides.left.name(), Role::Accent),
            (" and ", Role::Dim),
            (&app.sides.right.name(), Role::Accent),
            (": ", Role::Dim),
            (&text, Role::Text),
        ],
    );
    let errors = super::errors_text(app, document);
    draw_table(app, canvas, table_area(body), TableKey::Compare, errors.as_deref().unwrap_or(EMPTY));
}

/// At the right of the first line: what is looked for, or what the figures are in; gives the cells that it takes.
fn draw_state(app: &App, document: &Document, canvas: &mut Canvas<'_>, line: Rect) -> u16 {
    if let Some(running) = app.sides.beside.as_ref().filter(|beside| beside.running.is_some()) {
        canvas.right(line, &format!("looking for the best portfolio of {}", running.name()), Role::Warn)
    } else if let Some(error) = app.sides.beside.as_ref().and_then(|beside| beside.error.as_ref()) {
        canvas.right(line, error, Role::Bad)
    } else if let Some((left, right)) = units(app, document) {
        canvas.right(line, &format!("money in {left} and in {right}: not to be compared"), Role::Bad)
    } else if let Some(data) = app.sides.right.data(&app.sides, document) {
        let unit = format!(
            "money in {}, horizon to {}",
            data.case.money_unit(),
            plain(Decimal::from(data.case.last_year)).replace(' ', "")
        );
        canvas.right(line, &unit, Role::Dim)
    } else {
        0
    }
}
