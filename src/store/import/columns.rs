//! What each column of a list is taken for: what the planner says, else what its heading says and its cells bear out.

use crate::model::order::InOrder as _;
use std::collections::BTreeSet;

use litemap::LiteMap;

use super::grid::GridRow;
use super::joint::joint;
use super::meaning::{EXACT, LIKELY, Meaning, meaning};
use super::numbers::{begins_amount, is_amount};
use super::options::Options;
use super::role::{Role, When};
use super::words::{by_pattern, flow_of, ministry_of, year_in};
use crate::model::guess::is_total;
use crate::model::money::{Money, said};
use crate::model::typed::yes_or_no;

/// Who says what a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The planner.
    Planner,
    /// Its heading.
    Heading,
    /// Its cells.
    Cells,
}

/// A column of a list, and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListColumn {
    /// Where it stands, from 0.
    pub at: usize,
    /// Its heading, on one line.
    pub heading: String,
    /// What it is taken for.
    pub role: Role,
    /// Who says so.
    pub by: By,
    /// A cell of it.
    pub example: String,
    /// How many cells of it hold something.
    pub filled: usize,
    /// How many of those are numbers.
    pub numbers: usize,
    /// How many different texts it holds.
    pub(super) distinct: usize,
    /// How long its texts are, in characters, on average.
    pub(super) length: usize,
    /// What its heading says of money.
    pub(super) money: Money,
    /// How surely the heading says so.
    pub(super) strength: u32,
    /// What the heading says, where the cells do not bear it out.
    pub(super) denied: Option<Role>,
}

impl ListColumn {
    /// Looks at a column.
    fn of(at: usize, heading: &str, rows: &[GridRow]) -> Self {
        let cells: Vec<&str> = rows.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty()).collect();
        let length: usize = cells.iter().map(|cell| cell.chars().count()).sum();
        Self {
            at,
            heading: heading.to_owned(),
            role: Role::Keep,
            by: By::Heading,
            example: cells.first().map_or("", |cell| *cell).to_owned(),
            filled: cells.len(),
            numbers: cells.iter().filter(|cell| is_amount(cell)).count(),
            distinct: cells.iter().collect::<BTreeSet<_>>().len(),
            length: length.checked_div(cells.len()).unwrap_or(0),
            money: said(heading),
            strength: 0,
            denied: None,
        }
    }

    /// Whether at least half of its cells are numbers.
    pub(super) const fn is_numeric(&self) -> bool {
        self.filled > 0 && 2 * self.numbers >= self.filled
    }

    fn take(&mut self, role: Role, by: By, strength: u32) {
        (self.role, self.by, self.strength) = (role, by, strength);
    }

    /// Whether its cells can be what its heading says.
    fn bears_out(&self, role: &Role, rows: &[GridRow]) -> bool {
        let cells = || rows.iter().map(|row| row.cell(self.at)).filter(|cell| !cell.is_empty());
        let count = |is: &dyn Fn(&str) -> bool| cells().filter(|cell| is(cell)).count();
        match role {
            // A heading that names a year leaves no doubt; many cells may say that there is no amount.
            Role::Cost(..) if self.strength >= EXACT => self.numbers > 0 || cells().any(begins_amount),
            Role::Cost(..)
            | Role::Sum
            | Role::Share(_)
            | Role::Field("points" | "success" | "cofinance" | "lead_time") => self.is_numeric(),
            Role::Field("start_from" | "start_to") => {
                2 * count(&|cell| cell.len() <= 20 && year_in(cell).is_some()) >= self.filled
            }
            Role::Field("candidate") => self.strength >= EXACT || 10 * self.distinct >= 9 * self.filled,
            // Numbers of a chapter are called titles in some countries.
            Role::Field("name") => 2 * count(&|cell| cell.contains(char::is_alphabetic)) >= self.filled,
            Role::Year => 5 * count(&|cell| cell.len() <= 12 && year_in(cell).is_some()) >= 4 * self.filled,
            Role::TotalMark => cells().all(|cell| cell.trim().is_empty() || yes_or_no(cell).is_some()),
            Role::Flow => cells().all(|cell| flow_of(cell).is_some()),
            Role::Ministry => self.distinct <= MOST_MINISTRIES,
            _ => true,
        }
    }
}

/// This many payers a list may name; more are something else, such as contacts.
const MOST_MINISTRIES: usize = 12;

/// What the columns are before those are weighed against each other that mean the same. `rows` are those below the headings.
pub(super) fn columns(names: &[String], rows: &[GridRow], options: &Options) -> Vec<ListColumn> {
    let mut columns: Vec<_> = names.iter().enumerate().map(|(at, heading)| ListColumn::of(at, heading, rows)).collect();
    // Costs by their heading without an amount among them.
    let mut empty: Vec<(usize, Role)> = Vec::new();
    for column in &mut columns {
        if column.filled == 0 {
            column.take(Role::Drop, By::Cells, 0);
            continue;
        }
        let year = options.year_of.as_deref().and_then(|pattern| by_pattern(pattern, &column.heading));
        if let Some(year) = year {
            column.take(Role::Cost(When::Year(year), None), By::Planner, EXACT);
            continue;
        }
        if let Some(Meaning { role, strength }) = meaning(&column.heading) {
            column.strength = strength;
            if column.bears_out(&role, rows) {
                column.take(role, By::Heading, strength);
            } else {
                if role.is_cost() && strength >= EXACT {
                    empty.push((column.at, role.clone()));
                }
                column.denied = Some(role).filter(|role| role.counts() && strength >= LIKELY);
            }
        }
        let is_ministry = |text: &str| {
            text.is_empty() || ministry_of(text).is_some() || is_total(text) || joint(text, &|_| false).is_some()
        };
        if column.strength < EXACT && rows.iter().all(|row| is_ministry(row.cell(column.at))) {
            column.take(Role::Ministry, By::Cells, EXACT - 1);
        }
    }
    // They are nothing, unless there is nothing else: then their rows say what is wrong.
    if !columns.iter().any(|column| column.role.is_cost()) {
        for (at, role) in empty {
            columns[at].take(role, By::Heading, EXACT);
        }
    }
    columns
}

/// Puts in what the planner says; gives what is said of columns that are not there, or not by one name.
pub(super) fn by_planner(columns: &mut [ListColumn], options: &Options) -> Vec<(String, Vec<String>)> {
    let mut missing = Vec::new();
    let headings: Vec<String> = columns.iter().map(|column| column.heading.clone()).collect();
    for (heading, role) in &options.columns {
        match find(&headings, heading) {
            Some(at) => {
                if let Some(column) = columns.iter_mut().find(|column| column.at == at) {
                    column.take(role.clone(), By::Planner, u32::MAX);
                }
            }
            // What is kept or left out need not be there.
            None if matches!(role, Role::Keep | Role::Drop | Role::Sum) => {}
            None => missing.push((heading.clone(), headings.clone())),
        }
    }
    missing
}

/// Leaves columns of years before the base year out of the costs, unless the planner asks for them or there are no others; gives
/// their headings.
pub(super) fn leave_past(columns: &mut [ListColumn]) -> Vec<String> {
    let is_past =
        |column: &ListColumn| matches!(column.role, Role::Cost(When::After(..0), _)) && column.by != By::Planner;
    if columns.iter().all(|column| !column.role.is_cost() || is_past(column)) {
        return Vec::new();
    }
    let past = columns.iter_mut().filter(|column| is_past(column));
    let left = past.map(|column| {
        column.take(Role::Keep, By::Heading, 0);
        column.heading.clone()
    });
    left.collect()
}

/// The column that a planner names: by its whole heading, also in other letters or with `#2` for the second of that name, or by its
/// beginning and `…` or three full stops, where no other begins so.
pub(super) fn find(headings: &[String], name: &str) -> Option<usize> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let wanted = plain(name);
    let same = |heading: &&String| plain(heading) == wanted;
    if let Some(at) =
        headings.iter().position(|heading| *heading == name).or_else(|| headings.iter().position(|it| same(&it)))
    {
        return Some(at);
    }
    if let Some((bare, nth)) = wanted.rsplit_once('#')
        && let Ok(nth) = nth.parse::<usize>()
        && nth > 0
    {
        return headings
            .iter()
            .enumerate()
            .filter(|(_, heading)| plain(heading) == bare.trim())
            .map(|it| it.0)
            .nth(nth - 1);
    }
    let beginning = wanted.strip_suffix('…').or_else(|| wanted.strip_suffix("..."))?.trim_end();
    let mut begun =
        headings.iter().enumerate().filter(|(_, heading)| plain(heading).starts_with(beginning)).map(|it| it.0);
    begun.next().filter(|_| begun.next().is_none() && !beginning.is_empty())
}

/// Columns that mean the same as others, by what they mean; the surest first.
pub(super) fn doubles(columns: &[ListColumn]) -> Vec<Vec<usize>> {
    let mut by_role: LiteMap<&Role, Vec<usize>> = LiteMap::new();
    for (at, column) in columns.iter().enumerate() {
        if !matches!(column.role, Role::Keep | Role::Drop | Role::Sum) {
            by_role.entry(&column.role).or_default().push(at);
        }
    }
    let mut doubles: Vec<Vec<usize>> =
        by_role.into_tuple_vec().into_iter().map(|(_, columns)| columns).filter(|columns| columns.len() > 1).collect();
    for double in &mut doubles {
        double.order_by_key(|at| std::cmp::Reverse(columns[*at].strength));
    }
    doubles
}

/// Finds the name where no heading says it, or where what it says hardly tells the rows apart.
pub(super) fn find_name(columns: &mut [ListColumn], rows: usize) {
    let has = |columns: &[ListColumn], role: &Role| columns.iter().any(|column| column.role == *role);
    let (name, domain) = (Role::Field("name"), Role::Field("domain"));
    let named = columns.iter().position(|column| column.role == name);
    // The ways of one asset, and the years of one item, have its name in common.
    let by_year = columns.iter().any(|column| column.role == Role::Year && column.distinct > 1);
    let shared = has(columns, &Role::Asset) || has(columns, &Role::Way) || by_year;
    let is_dull = |column: &ListColumn| {
        column.by == By::Heading && column.strength < EXACT && 2 * column.distinct < column.filled && !shared
    };
    let least = match named {
        Some(at) if is_dull(&columns[at]) => 2 * columns[at].distinct,
        Some(_) => return,
        None if has(columns, &Role::Field("candidate")) || shared => return,
        None => rows / 2,
    };
    let fits = |column: &&ListColumn| {
        let free = column.role == Role::Keep && column.by != By::Planner;
        free && !column.is_numeric() && column.length <= 80 && 2 * column.filled >= rows && column.distinct > least
    };
    let Some(best) = columns.iter().filter(fits).max_by_key(|column| (column.distinct, usize::MAX - column.at)) else {
        return;
    };
    let best = best.at;
    let has_domain = has(columns, &domain);
    if let Some(dull) = named {
        let role = if has_domain { Role::Keep } else { domain };
        columns[dull].take(role, By::Cells, 0);
    }
    columns[best].take(name, By::Cells, 0);
}
