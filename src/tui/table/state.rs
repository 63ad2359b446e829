//! What a table remembers: cursor, window, order, filter, hidden columns, widths, marks.

use crate::model::order::InOrder as _;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::Grid;
use super::filter::{Filter, has};
use super::order::Order;
use crate::tui::text::{cells, width};

/// A way that the cursor goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Move {
    /// This many rows, up where it is negative.
    Rows(isize),
    /// This many columns, left where it is negative.
    Columns(isize),
    /// To the first row.
    Top,
    /// To the last row.
    Bottom,
    FirstColumn,
    LastColumn,
}

/// What a column's visible cells add up to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Totals {
    /// Rows that are visible (or marked, if any are).
    pub rows: usize,
    /// Cells among them that hold a number.
    pub numbers: usize,
    pub sum: Decimal,
    /// The smallest.
    pub min: Option<Decimal>,
    /// The largest.
    pub max: Option<Decimal>,
}

/// Marks from one row to the cursor, which follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Range {
    /// The row of the grid at which it begins.
    pub from: usize,
    /// What was marked before.
    pub before: BTreeSet<usize>,
    /// What ends it.
    pub until: Until,
}

/// What ends a range of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Until {
    /// A move that does not ask for marks: it was begun by one that did.
    Moved,
    /// The key that began it.
    Asked,
}

/// What a table remembers between frames.
#[derive(Debug, Clone, Default)]
pub(crate) struct TableState {
    /// The cursor's row among the visible rows.
    pub row: usize,
    /// The cursor's column, by position in the grid.
    pub column: usize,
    /// The first visible row of the window.
    pub top: usize,
    /// The first column of the window after the pinned ones, by position in the grid.
    pub first: usize,
    /// The rows of the grid that are visible, in order.
    pub order: Arc<Vec<usize>>,
    /// Sorted by these columns of the grid: by the first, where that is the same by the second, and so on.
    pub sort: Vec<(String, Order)>,
    /// The text of the filter.
    pub filter: String,
    /// The text last searched for, in lower case.
    pub search: String,
    /// Columns that are hidden, by id.
    pub hidden: BTreeSet<String>,
    /// Columns that the planner pinned, by id.
    pub pinned: BTreeSet<String>,
    /// Widths that the planner chose, by id.
    pub chosen: HashMap<String, u16>,
    /// Widths that fit the cells, by position in the grid: the one that a column has by itself, and the one in which all of its first
    /// cells and its heading are whole.
    pub fitting: Vec<(u16, u16)>,
    /// How many rows the grid had when it was last arranged.
    pub rows: usize,
    /// Marked rows of the grid.
    pub marked: BTreeSet<usize>,
    /// A range of marks that follows the cursor.
    pub range: Option<Range>,
    /// Totals of the cursor's column.
    pub totals: Totals,
    /// What it was last arranged for; none when it has to be arranged anew.
    pub stamp: Option<(u64, u64, u64)>,
}

/// Cells that are looked at to find a column's width: the first ones, so that a large table opens at once.
const SAMPLE: usize = 300;
/// The widest that a column is made by itself.
const WIDEST: u16 = 32;
/// The widest that it can be made.
pub(crate) const LIMIT: u16 = 400;
/// The most columns that rows are sorted by.
const MOST_KEYS: usize = 3;

impl TableState {
    /// Works out which rows are visible, in which order, and how wide the columns are; keeps the cursor on its row.
    ///
    /// Gives what is wrong with the filter, if something is; then all rows are visible.
    pub fn arrange(&mut self, grid: &dyn Grid) -> Option<String> {
        let here = self.current();
        let (filter, error) = match Filter::parse(&self.filter, grid.columns()) {
            Ok(filter) => (filter, None),
            Err(error) => (Filter::default(), Some(error)),
        };
        let mut order: Vec<usize> = if filter.is_empty() { (0..grid.rows()).collect() } else { filter.rows(grid) };
        self.sort_rows(grid, &mut order);
        // Rows that came or went moved the others: a mark would stand on another row than the one that was marked.
        if std::mem::replace(&mut self.rows, grid.rows()) != grid.rows() {
            self.marked.clear();
        }
        self.range = None;
        if let Some(at) = here.and_then(|row| order.iter().position(|&other| other == row)) {
            self.row = at;
        }
        self.order = Arc::new(order);
        self.fitting = (0..grid.columns().len()).map(|column| self.fitting_width(grid, column)).collect();
        self.clamp(grid);
        self.count(grid);
        error
    }

    fn sort_rows(&self, grid: &dyn Grid, order: &mut Vec<usize>) {
        // The last key first: rows that are the same by a key stay in the order that they have.
        for (id, direction) in self.sort.iter().rev() {
            let Some(column) = grid.columns().iter().position(|column| column.id == *id) else { continue };
            *order = if grid.columns()[column].number {
                super::sort::by_number(order, *direction, |row| grid.number(row, column))
            } else {
                super::sort::by_text(order, *direction, |row| grid.cell(row, column))
            };
        }
    }

    /// The width in which every visible cell of a column is shown whole.
    pub fn whole_width(&self, grid: &dyn Grid, column: usize) -> u16 {
        let widest = self.order.iter().map(|&row| width(&grid.shown(row, column))).max().unwrap_or(0);
        let title = grid.columns().get(column).map_or(0, |column| width(&column.title) + 2);
        cells(widest.max(title)).clamp(3, LIMIT)
    }

    fn fitting_width(&self, grid: &dyn Grid, column: usize) -> (u16, u16) {
        let sample = self.order.iter().take(SAMPLE);
        let widest = sample.map(|&row| width(&grid.shown(row, column))).max().unwrap_or(0);
        let title = width(&grid.columns()[column].title) + 2;
        let least = if grid.columns()[column].titled {
            title
        } else {
            title.min(if grid.columns()[column].source.is_some() { 16 } else { 12 })
        };
        (cells(widest.max(least)).clamp(3, WIDEST), cells(widest.max(title)).clamp(3, LIMIT))
    }

    pub fn width(&self, grid: &dyn Grid, column: usize) -> u16 {
        let id = grid.columns().get(column).map_or("", |column| column.id.as_str());
        self.chosen.get(id).copied().unwrap_or_else(|| self.fitting.get(column).map_or(8, |it| it.0))
    }

    /// How much wider a column could be and still show more: nothing where the planner chose its width.
    pub fn wants(&self, grid: &dyn Grid, column: usize) -> u16 {
        let id = grid.columns().get(column).map_or("", |column| column.id.as_str());
        let fitting = self.fitting.get(column).filter(|_| !self.chosen.contains_key(id));
        fitting.map_or(0, |(usual, whole)| whole.saturating_sub(*usual))
    }

    /// The row of the grid under the cursor.
    pub fn current(&self) -> Option<usize> {
        self.order.get(self.row).copied()
    }

    /// The columns that are shown, by position in the grid: those that are pinned first.
    pub fn shown(&self, grid: &dyn Grid) -> Vec<usize> {
        let mut shown: Vec<usize> =
            (0..grid.columns().len()).filter(|&column| !self.hidden.contains(&grid.columns()[column].id)).collect();
        shown.order_by_key(|&column| !self.is_pinned(grid, column));
        shown
    }

    /// Whether a column stays at the left when the table scrolls sideways.
    pub fn is_pinned(&self, grid: &dyn Grid, column: usize) -> bool {
        grid.columns().get(column).is_some_and(|column| column.pinned || self.pinned.contains(&column.id))
    }

    /// The rows that a question about the table is about: the marked ones that are visible, or else all that are visible.
    pub fn looked_at(&self) -> Vec<usize> {
        let marked: Vec<usize> = self.order.iter().copied().filter(|row| self.marked.contains(row)).collect();
        if marked.is_empty() { self.order.to_vec() } else { marked }
    }

    /// Adds a term to the filter, or takes it away where it is there.
    pub fn toggle_filter(&mut self, term: &str) {
        let whole = format!(" {} ", self.filter);
        let found = format!(" {term} ");
        let filter = if whole.contains(&found) { whole.replacen(&found, " ", 1) } else { format!("{whole}{term}") };
        filter.trim().clone_into(&mut self.filter);
        self.stamp = None;
    }

    /// Puts the cursor on a row of the grid, if it is visible.
    pub fn go_to(&mut self, row: usize) -> bool {
        let at = self.order.iter().position(|&other| other == row);
        if let Some(at) = at {
            self.row = at;
        }
        at.is_some()
    }

    /// Moves the cursor.
    pub fn go(&mut self, grid: &dyn Grid, step: Move) {
        let shown = self.shown(grid);
        let at = shown.iter().position(|&column| column == self.column).unwrap_or(0);
        match step {
            Move::Rows(by) => self.row = self.row.saturating_add_signed(by),
            Move::Top => self.row = 0,
            Move::Bottom => self.row = usize::MAX,
            Move::Columns(by) => {
                let to = at.saturating_add_signed(by).min(shown.len().saturating_sub(1));
                self.column = shown.get(to).copied().unwrap_or(0);
            }
            Move::FirstColumn => {
                self.column = shown.first().copied().unwrap_or(0);
                self.first = 0;
            }
            Move::LastColumn => self.column = shown.last().copied().unwrap_or(0),
        }
        self.clamp(grid);
        if matches!(step, Move::Columns(_) | Move::FirstColumn | Move::LastColumn) {
            self.count(grid);
        }
    }

    /// Brings cursor and window back into the table.
    pub fn clamp(&mut self, grid: &dyn Grid) {
        self.row = self.row.min(self.order.len().saturating_sub(1));
        let shown = self.shown(grid);
        if !shown.contains(&self.column) {
            let near = shown.iter().rev().find(|&&column| column < self.column).or(shown.first());
            self.column = near.copied().unwrap_or(0);
        }
    }

    /// The first row of a window of this height in which the cursor is visible.
    pub fn window(&self, height: usize) -> usize {
        let last = self.order.len().saturating_sub(height.max(1));
        let top = self.top.min(self.row).min(last);
        if self.row >= top + height.max(1) { self.row + 1 - height.max(1) } else { top }
    }

    /// Goes through the sort orders of a column: up, down, as in the file. The columns that rows were sorted by before go on
    /// to decide where this one is the same.
    pub fn cycle_sort(&mut self, id: &str) {
        match self.sort.first_mut() {
            Some((sorted, order @ Order::Up)) if sorted == id => *order = Order::Down,
            Some((sorted, Order::Down)) if sorted == id => self.sort.clear(),
            _ => {
                self.sort.retain(|(sorted, _)| sorted != id);
                self.sort.insert(0, (id.to_string(), Order::Up));
                self.sort.truncate(MOST_KEYS);
            }
        }
    }

    /// Which sort key a column is, from 1, and its order; `None` if rows are not sorted by it.
    pub fn sorted_by(&self, id: &str) -> Option<(usize, Order)> {
        let at = self.sort.iter().position(|(sorted, _)| sorted == id)?;
        Some((at + 1, self.sort[at].1))
    }

    /// Begins a range of marks at the cursor. What is marked stays marked.
    pub fn begin_range(&mut self, grid: &dyn Grid, until: Until) {
        if let Some(from) = self.current() {
            self.range = Some(Range { from, before: self.marked.clone(), until });
            self.mark_range(grid);
        }
    }

    /// Marks from the beginning of the range to the cursor, if there is a range.
    pub fn mark_range(&mut self, grid: &dyn Grid) {
        let Some(range) = &self.range else { return };
        let Some(from) = self.order.iter().position(|&row| row == range.from) else { return };
        let rows = from.min(self.row)..=from.max(self.row);
        self.marked = range.before.clone();
        self.marked.extend(self.order.get(rows).unwrap_or_default());
        self.count(grid);
    }

    /// The rows that a command is about: the marked ones that are visible, or else the one under the cursor.
    pub fn chosen_rows(&self) -> Vec<usize> {
        let marked: Vec<_> = self.order.iter().copied().filter(|row| self.marked.contains(row)).collect();
        if marked.is_empty() { self.current().into_iter().collect() } else { marked }
    }

    /// The places of the other rows, from the cursor on and round, and last its own.
    fn onwards(&self, direction: Order) -> impl Iterator<Item = usize> + use<> {
        let (row, count) = (self.row, self.order.len());
        (1..=count).map(move |step| match direction {
            Order::Up => (row + step) % count,
            Order::Down => (row + count - step) % count,
        })
    }

    /// Goes to the next (or previous) row of which something holds; whether there is one.
    pub fn step_to(&mut self, direction: Order, holds: impl Fn(usize) -> bool) -> bool {
        let found = self.onwards(direction).find(|&at| holds(self.order[at]));
        self.row = found.unwrap_or(self.row);
        found.is_some()
    }

    /// Goes to the next (or previous) row that has the searched text, first of all in its id or name; gives the column that has it,
    /// and whether that is one of those. The cursor stays in its column, where the planner is at work.
    pub fn find(&mut self, grid: &dyn Grid, direction: Order) -> Option<(String, bool)> {
        if self.search.is_empty() || self.order.is_empty() {
            return None;
        }
        let names = |at: usize| {
            let column = &grid.columns()[at];
            self.is_pinned(grid, at) || column.is_id || column.id.starts_with("name")
        };
        let (names, others): (Vec<usize>, Vec<usize>) = self.shown(grid).into_iter().partition(|&column| names(column));
        for (columns, named) in [(names, true), (others, false)] {
            for at in self.onwards(direction) {
                let row = self.order[at];
                if let Some(&column) = columns.iter().find(|&&column| has(grid, (row, column), &self.search)) {
                    self.row = at;
                    self.count(grid);
                    return Some((grid.columns()[column].title.clone(), named));
                }
            }
        }
        None
    }

    /// Adds up the cursor's column over the visible rows, or over the marked ones if there are any.
    pub fn count(&mut self, grid: &dyn Grid) {
        let mut totals = Totals::default();
        let number = grid.columns().get(self.column).is_some_and(|column| column.number);
        let marks = !self.marked.is_empty() && self.order.iter().any(|row| self.marked.contains(row));
        for &row in self.order.iter().filter(|row| !marks || self.marked.contains(row)) {
            totals.rows += 1;
            let Some(value) = number.then(|| grid.number(row, self.column)).flatten() else { continue };
            totals.numbers += 1;
            totals.sum = totals.sum.checked_add(value).unwrap_or(totals.sum);
            totals.min = Some(totals.min.map_or(value, |min| min.min(value)));
            totals.max = Some(totals.max.map_or(value, |max| max.max(value)));
        }
        self.totals = totals;
    }
}
