//! Which rows of a list are candidates, and which are not: totals, headings that come again, notes, rows without an amount.

use std::collections::HashSet;

use litemap::LiteMap;
use rust_decimal::Decimal;

use super::grid::GridRow;
use super::numbers::is_amount;
use super::role::Role;
use super::view::View;
use super::words::{Flow, flow_of};
use crate::model::Year;
use crate::model::guess::is_total;
use crate::model::typed::yes_or_no;

/// Why a row is no candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It holds nothing.
    Empty,
    /// It is the headings again.
    Heading,
    /// It is the heading of the rows below it.
    Group,
    /// It is a note.
    Note,
    /// It adds up others, as it says itself.
    Total,
    /// It adds up others, as its amounts tell.
    Sum,
    /// It is money that is received.
    Received,
    /// It is money that is committed, and counted again when it is spent.
    Committed,
    /// The planner asked for other rows.
    NotAsked,
    /// It holds no amount.
    NoAmount,
    /// An amount of it is negative, which no cost can be.
    Negative,
    /// It holds what begins like an amount and cannot be read as one.
    NotUnderstood,
}

impl Reason {
    /// Its name in tables and JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Heading => "heading",
            Self::Group => "group",
            Self::Note => "remark",
            Self::Total => "total",
            Self::Sum => "sum",
            Self::Received => "received",
            Self::Committed => "committed",
            Self::NotAsked => "not asked",
            Self::NoAmount => "no amount",
            Self::Negative => "negative",
            Self::NotUnderstood => "not understood",
        }
    }
}

/// A row that is no candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub reason: Reason,
    /// Its line in the file.
    pub line: usize,
    /// What it is called: the first of its texts.
    pub name: String,
    /// Its amounts by year.
    pub amounts: LiteMap<Year, Decimal>,
}

/// A row that is a candidate, or a part of one.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    /// The row; where merged cells of the list are empty, with the value above.
    pub(super) row: GridRow,
    /// The heading above it, where the list has some among its rows.
    pub(super) group: Option<String>,
}

/// The rows in two parts.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    pub(super) kept: Vec<Kept>,
    pub(super) left_out: Vec<LeftOut>,
    /// Rows that are marked as totals and kept, as nothing else is of their group.
    pub(super) alone: Vec<usize>,
    /// Rows that are kept, although their amounts add up those above them.
    pub(super) doubtful: Vec<usize>,
    /// Rows that are kept, although they begin like a total: their lines, with their names.
    pub(super) begun: Vec<(usize, String)>,
    /// Empty cells that took the value above, by the heading.
    pub(super) filled: LiteMap<String, usize>,
}

/// What a row is called: the first of its texts, but for the number of a chapter of a budget.
pub(super) fn name_of(row: &GridRow) -> String {
    let texts = || row.filled().map(|(_, cell)| cell);
    let first = texts().find(|cell| !is_amount(cell) && !is_chapter(cell));
    first
        .or_else(|| texts().find(|cell| !is_amount(cell)))
        .or_else(|| texts().next())
        .map_or_else(String::new, |text| undashed(&text.split_whitespace().collect::<Vec<_>>().join(" ")).to_owned())
}

/// Whether a text numbers a chapter as budgets do: `X`, `XIII`, `B`.
fn is_chapter(text: &str) -> bool {
    text.chars().count() < 2 || text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
}

/// A text without the dash or the dot of a list before it.
pub(super) fn undashed(text: &str) -> &str {
    let rest = text.trim_start_matches(['-', '–', '—', '•', '·', '▪', '‣']);
    let is_listed = rest.len() < text.len() && rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    if is_listed { rest.trim_start() } else { text }
}

/// Sorts the rows below the headings.
pub(super) fn sort(rows: &[GridRow], view: &View<'_>) -> Sorted {
    let mut sorted = Sorted::default();
    let shapes = shapes(rows, view);
    let mut data: Vec<GridRow> =
        rows.iter().zip(&shapes).filter(|(_, shape)| shape.is_none()).map(|(row, _)| row.clone()).collect();
    sorted.filled = fill_down(&mut data, view);
    let details: HashSet<Vec<String>> =
        data.iter().filter(|row| !is_marked(row, view)).map(|row| view.group_of(row)).collect();
    let mut data = data.into_iter();
    let mut group = None;
    let mut sums = Sums::default();
    for (row, shape) in rows.iter().zip(shapes) {
        if let Some(reason) = shape {
            if reason == Reason::Group {
                group = row.filled().next().map(|(_, text)| text.to_owned());
            }
            if matches!(reason, Reason::Group | Reason::Total) {
                sums.begin();
            }
            sorted.left_out.push(left_out(row, reason, view));
            continue;
        }
        let Some(row) = data.next() else { break };
        let alone = is_marked(&row, view) && view.has_groups() && !details.contains(&view.group_of(&row));
        let marked = (is_marked(&row, view) && !alone).then_some(Reason::Total);
        let reason = marked.or_else(|| counts(&row, view));
        let reason = reason.or_else(|| amounts(&row, view, &mut sums, &mut sorted.doubtful));
        if let Some(reason) = reason {
            sorted.left_out.push(left_out(&row, reason, view));
        } else {
            sorted.alone.extend(alone.then_some(row.line));
            let name = named(&row, view);
            if !alone && begins_total(&name) {
                sorted.begun.push((row.line, name));
            }
            sorted.kept.push(Kept { row, group: group.clone() });
        }
    }
    sorted
}

/// A row that is no candidate.
fn left_out(row: &GridRow, reason: Reason, view: &View<'_>) -> LeftOut {
    LeftOut { reason, line: row.line, name: named(row, view), amounts: view.amounts_by_year(row) }
}

/// What a row is called: by the column of names, where there is one.
fn named(row: &GridRow, view: &View<'_>) -> String {
    let name = view.text(row, &Role::Field("name")).split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || is_amount(&name) { name_of(row) } else { undashed(&name).to_owned() }
}

/// The texts of a row that are no money.
fn texts<'r>(row: &'r GridRow, view: &View<'_>) -> impl Iterator<Item = &'r str> {
    let all: Vec<&str> =
        row.filled().filter(|(at, text)| !view.is_money(*at) && !is_amount(text)).map(|(_, text)| text).collect();
    all.into_iter()
}

/// Which rows are none of the list's own by their shape: empty ones, headings, notes, totals that say so.
fn shapes(rows: &[GridRow], view: &View<'_>) -> Vec<Option<Reason>> {
    let last = rows.iter().rposition(|row| view.has_amount(row)).map_or(0, |last| last + 1);
    let first = rows.iter().find(|row| row.filled().next().is_some());
    // Headings among the rows begin at the first of them; else a name alone is a row without an amount.
    let has_groups = first.is_some_and(|row| is_alone(row, view));
    let shape = |(at, row): (usize, &GridRow)| {
        if row.filled().next().is_none() {
            Some(Reason::Empty)
        } else if view.is_heading(row) {
            Some(Reason::Heading)
        } else if at >= last && (is_alone(row, view) || !view.has_amount(row) && begins_note(row)) {
            Some(Reason::Note)
        } else if has_groups && is_alone(row, view) {
            Some(Reason::Group)
        } else {
            says_total(row, view).then_some(Reason::Total)
        }
    };
    rows.iter().enumerate().map(shape).collect()
}

/// Fills empty cells with the value above, in columns where each value stands once for all rows that have it.
fn fill_down(rows: &mut [GridRow], view: &View<'_>) -> LiteMap<String, usize> {
    let mut filled = LiteMap::new();
    let key = view.years.and_then(|_| view.at(&Role::Field("candidate")).or_else(|| view.at(&Role::Field("name"))));
    let grouped = [Role::Field("domain"), Role::Ministry, Role::Asset].map(|role| view.at(&role));
    for at in grouped.into_iter().chain([key]).flatten() {
        let repeated = rows.windows(2).any(|pair| !pair[0].cell(at).is_empty() && pair[0].cell(at) == pair[1].cell(at));
        // A sum below the rows of a group stands in none of the columns of texts.
        let is_of_a_group = |row: &GridRow| row.filled().any(|(at, text)| !view.is_money(at) && !is_amount(text));
        let empty = rows.iter().filter(|row| row.cell(at).is_empty()).count();
        if repeated || empty == 0 || rows.first().is_none_or(|first| first.cell(at).is_empty()) {
            continue;
        }
        let mut above = String::new();
        let mut count = 0;
        let long = view.years.is_some();
        for row in rows.iter_mut() {
            if !row.cell(at).is_empty() {
                row.cell(at).clone_into(&mut above);
            } else if long || is_of_a_group(row) {
                row.cells.resize(row.cells.len().max(at + 1), String::new());
                row.cells[at].clone_from(&above);
                count += 1;
            }
        }
        if count > 0 {
            filled.insert(view.columns.get(at).map_or_else(String::new, |column| column.heading.clone()), count);
        }
    }
    filled
}

/// Whether a row holds one text and nothing else.
fn is_alone(row: &GridRow, view: &View<'_>) -> bool {
    let mut filled = row.filled();
    let one = filled.next().is_some_and(|(at, text)| !is_amount(text) && !view.is_money(at));
    one && filled.next().is_none()
}

/// Whether a text begins as notes below a table do.
fn begins_note(row: &GridRow) -> bool {
    const WORDS: &[&str] = &["bron", "source", "note", "noot", "toelichting", "opmerking", "nb", "n.b.", "peildatum"];
    row.filled().next().is_some_and(|(_, text)| {
        let text = text.to_lowercase();
        let word = text.split(|c: char| c.is_whitespace() || c == ':').next().unwrap_or_default();
        WORDS.contains(&word) || text.starts_with(['*', '†', '¹', '²', '³'])
    })
}

/// Whether a row says that it adds up others: it is called so, or begins with it and says nothing else where others do.
fn says_total(row: &GridRow, view: &View<'_>) -> bool {
    let mut texts = texts(row, view);
    let Some(first) = texts.next() else { return false };
    is_total(first) || (begins_total(first) && texts.next().is_none() && view.columns_of_text() > 1)
}

/// Whether a text begins as the name of a total does; candidates can be called so as well.
fn begins_total(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "total",
        "totaal",
        "totale",
        "subtotal",
        "subtotaal",
        "grand",
        "eindtotaal",
        "summe",
        "gesamtsumme",
        "zwischensumme",
    ];
    let text = text.to_lowercase();
    WORDS.contains(&text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default())
}

fn is_marked(row: &GridRow, view: &View<'_>) -> bool {
    view.total_mark.is_some_and(|at| yes_or_no(row.cell(at)) == Some(true))
}

/// Why a row does not count that could: it is no spending, or not asked for.
fn counts(row: &GridRow, view: &View<'_>) -> Option<Reason> {
    match view.flow.and_then(|at| flow_of(row.cell(at))) {
        Some(Flow::Received) => return Some(Reason::Received),
        Some(Flow::Committed) => return Some(Reason::Committed),
        Some(Flow::Spent) | None => {}
    }
    let asked = |(at, texts): &(usize, Vec<String>)| texts.iter().any(|text| text.eq_ignore_ascii_case(row.cell(*at)));
    (!view.only.iter().all(asked)).then_some(Reason::NotAsked)
}

/// What the rows so far add up to, in each column of money.
#[derive(Debug, Default)]
struct Sums {
    all: (usize, Vec<Decimal>),
    /// Since the last total or heading.
    since: (usize, Vec<Decimal>),
}

impl Sums {
    fn begin(&mut self) {
        self.since = (0, Vec::new());
    }

    fn add(&mut self, amounts: &[Decimal]) {
        for (count, sums) in [&mut self.all, &mut self.since] {
            *count += 1;
            sums.resize(amounts.len(), Decimal::ZERO);
            for (sum, amount) in sums.iter_mut().zip(amounts) {
                *sum = sum.checked_add(*amount).unwrap_or(Decimal::MAX);
            }
        }
    }

    /// Whether amounts are those of three rows or more.
    fn are(&self, amounts: &[Decimal]) -> bool {
        [&self.all, &self.since].into_iter().any(|(count, sums)| *count >= 3 && sums == amounts)
    }
}

/// Why a row is no candidate by its amounts.
fn amounts(row: &GridRow, view: &View<'_>, sums: &mut Sums, doubtful: &mut Vec<usize>) -> Option<Reason> {
    if !view.has_amount(row) {
        return Some(if view.unread(row).next().is_some() { Reason::NotUnderstood } else { Reason::NoAmount });
    }
    let amounts = view.amounts(row);
    if amounts.iter().any(|amount| *amount < Decimal::ZERO) {
        return Some(Reason::Negative);
    }
    let filled = amounts.iter().filter(|amount| !amount.is_zero()).count();
    if filled > 0 && sums.are(&amounts) {
        // A single amount can be the sum of others by chance, unless the row is called by nothing or as totals are.
        if filled > 1 || texts(row, view).next().is_none_or(begins_total) {
            sums.begin();
            return Some(Reason::Sum);
        }
        doubtful.push(row.line);
    }
    sums.add(&amounts);
    None
}
