//! The rows of a list seen through what its columns are.

use litemap::LiteMap;
use rust_decimal::Decimal;

use super::columns::{ListColumn, find};
use super::grid::GridRow;
use super::numbers::{Numbers, begins_amount, is_amount};
use super::options::Options;
use super::role::{Role, When};
use super::words::year_in;
use crate::model::Year;
use crate::model::cell::LARGEST_MONEY;
use crate::model::money::{MoneyUnit, said};
use crate::store::quick::QUICK_YEAR;

/// A column of money.
#[derive(Debug, Clone)]
pub(super) struct MoneyColumn {
    pub(super) at: usize,
    when: When,
    /// The ministry that pays it, where it has a column of its own.
    pub(super) ministry: Option<String>,
    /// Whether it only tells how the ministries share what stands by the year in other columns.
    pub(super) is_share: bool,
    /// What an amount is multiplied with, so that all are in one unit.
    factor: Decimal,
}

/// The rows of a list seen through what its columns are.
#[derive(Debug)]
pub(super) struct View<'a> {
    pub(super) columns: &'a [ListColumn],
    pub(super) numbers: Numbers,
    /// The columns of costs.
    pub(super) money: Vec<MoneyColumn>,
    heads: &'a [GridRow],
    pub(super) total_mark: Option<usize>,
    /// Where what becomes of the amount stands, unless the planner says which rows count by it.
    pub(super) flow: Option<usize>,
    /// Which texts a column must hold.
    pub(super) only: Vec<(usize, Vec<String>)>,
    /// The column of years of a list with a row for each of them.
    pub(super) years: Option<usize>,
    start: Option<usize>,
    /// The first year of the case, and the year that is `t`.
    pub(super) first_year: Year,
    base_year: Year,
    /// Whether every amount is written as negative: what is spent, in the books of some.
    pub(super) negated: bool,
}

/// Why a list cannot be seen so.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unseen {
    /// A heading names a year after a base year that nobody has said.
    NoBaseYear(usize),
    /// Two columns hold the costs of one year.
    TwoOfOneYear(usize, usize),
    /// A column by which rows are chosen is not there.
    NoColumn(String),
}

impl<'a> View<'a> {
    /// The view; `rows` are those below the headings, and the headings stand in `heads`.
    pub(super) fn new(
        columns: &'a [ListColumn],
        options: &Options,
        numbers: Numbers,
        unit: Option<MoneyUnit>,
        (heads, rows): (&'a [GridRow], &[GridRow]),
    ) -> Result<Self, Unseen> {
        let at = |role: &Role| columns.iter().find(|column| column.role == *role).map(|column| column.at);
        let headings: Vec<String> = columns.iter().map(|column| column.heading.clone()).collect();
        let only = options.only.iter().map(|(name, texts)| {
            let at = find(&headings, name).ok_or_else(|| Unseen::NoColumn(name.clone()))?;
            Ok((at, texts.clone()))
        });
        let only = only.collect::<Result<Vec<_>, _>>()?;
        let dated = |when: When| matches!(when, When::Year(_) | When::After(_) | When::Nth(_));
        let by_year = columns.iter().any(|column| matches!(column.role, Role::Cost(when, _) if dated(when)));
        let mut money = Vec::new();
        for column in columns {
            let Role::Cost(when, ministry) = &column.role else { continue };
            let own = options.unit.or(column.money.unit);
            let factor = own.zip(unit).map_or(Decimal::ONE, |(own, unit)| own.in_units_of(unit));
            let is_share = by_year && !dated(*when) && ministry.is_some();
            money.push(MoneyColumn { at: column.at, when: *when, ministry: ministry.clone(), is_share, factor });
        }
        let year_column = at(&Role::Year);
        let years_of = |column: usize| rows.iter().filter_map(move |row| year_in(row.cell(column)));
        let one_year = year_column.and_then(|column| {
            let mut years = years_of(column);
            let first = years.next()?;
            years.all(|year| year == first).then_some(first)
        });
        let base = options.base_year.or(one_year);
        let after = columns.iter().find(|column| matches!(column.role, Role::Cost(When::After(_), _)));
        if let Some(column) = after.filter(|_| base.is_none()) {
            return Err(Unseen::NoBaseYear(column.at));
        }
        let year = |when: When| match when {
            When::Year(year) => Some(year),
            When::After(after) => Some(base.unwrap_or(QUICK_YEAR).saturating_add(after)),
            When::Nth(_) | When::Unsaid => None,
        };
        for (nth, column) in money.iter().enumerate() {
            let same =
                |other: &&MoneyColumn| year(other.when) == year(column.when) && other.ministry == column.ministry;
            if let Some(other) = money[..nth].iter().filter(|_| year(column.when).is_some()).find(same) {
                return Err(Unseen::TwoOfOneYear(other.at, column.at));
            }
        }
        let years = year_column.filter(|_| one_year.is_none() && !by_year);
        let start = at(&Role::Field("start_from"));
        let calendar = money.iter().filter_map(|column| year(column.when));
        let first_year = calendar
            .min()
            .or_else(|| years.and_then(|column| years_of(column).min()))
            .or(base)
            .or_else(|| start.and_then(|column| years_of(column).min()))
            .unwrap_or(QUICK_YEAR);
        let flow = at(&Role::Flow).filter(|flow| only.iter().all(|(column, _)| column != flow));
        let total_mark = at(&Role::TotalMark).filter(|mark| only.iter().all(|(column, _)| column != mark));
        let base_year = base.unwrap_or(first_year);
        let mut view = Self {
            columns,
            numbers,
            money,
            heads,
            total_mark,
            flow,
            only,
            years,
            start,
            first_year,
            base_year,
            negated: false,
        };
        let mut amounts = rows.iter().flat_map(|row| view.amounts(row)).filter(|amount| !amount.is_zero()).peekable();
        view.negated = amounts.peek().is_some() && amounts.all(|amount| amount < Decimal::ZERO);
        Ok(view)
    }

    /// The column of a role.
    pub(super) fn at(&self, role: &Role) -> Option<usize> {
        self.columns.iter().find(|column| column.role == *role).map(|column| column.at)
    }

    /// The text of a row in the column of a role; empty where there is none.
    pub(super) fn text<'r>(&self, row: &'r GridRow, role: &Role) -> &'r str {
        self.at(role).map_or("", |at| row.cell(at))
    }

    /// Whether a column holds money.
    pub(super) fn is_money(&self, at: usize) -> bool {
        self.money.iter().any(|column| column.at == at)
    }

    /// How many columns hold texts.
    pub(super) fn columns_of_text(&self) -> usize {
        self.columns.iter().filter(|column| column.filled > 0 && !column.is_numeric()).count()
    }

    /// Whether the costs fall in years of the calendar that headings or cells name.
    pub(super) fn is_calendar(&self) -> bool {
        let named = |column: &MoneyColumn| matches!(column.when, When::Year(_) | When::After(_));
        self.years.is_some() || self.money.iter().any(named)
    }

    /// An amount of a row.
    pub(super) fn amount(&self, row: &GridRow, column: &MoneyColumn) -> Option<Decimal> {
        let amount = self.numbers.amount(row.cell(column.at))?.checked_mul(column.factor)?;
        (amount.abs() <= Decimal::from(LARGEST_MONEY)).then_some(if self.negated { -amount } else { amount })
    }

    /// The amounts of a row, column by column; 0 where there is none.
    pub(super) fn amounts(&self, row: &GridRow) -> Vec<Decimal> {
        self.money.iter().map(|column| self.amount(row, column).unwrap_or_default()).collect()
    }

    /// Whether a row holds an amount.
    pub(super) fn has_amount(&self, row: &GridRow) -> bool {
        self.money.iter().any(|column| self.amount(row, column).is_some())
    }

    /// The years of what begins like an amount in a row and cannot be read as one, a year for each cell.
    pub(super) fn unread<'r>(&'r self, row: &'r GridRow) -> impl Iterator<Item = Year> + 'r {
        let is_unread = move |column: &&MoneyColumn| {
            !column.is_share && begins_amount(row.cell(column.at)) && self.amount(row, column).is_none()
        };
        self.money.iter().filter(is_unread).map(move |column| self.year_of(row, column))
    }

    /// The year in which an amount of a row falls.
    pub(super) fn year_of(&self, row: &GridRow, column: &MoneyColumn) -> Year {
        let start = || self.start_of(row).unwrap_or(self.first_year);
        match column.when {
            When::Year(year) => year,
            When::After(after) => self.base_year.saturating_add(after),
            When::Nth(number) => start().saturating_add(i32::try_from(number).unwrap_or(1) - 1),
            When::Unsaid => self.years.and_then(|at| year_in(row.cell(at))).unwrap_or_else(start),
        }
    }

    /// The year in which a row starts, where that is a year of the case.
    pub(super) fn start_of(&self, row: &GridRow) -> Option<Year> {
        self.start_written(row).filter(|year| *year >= self.first_year)
    }

    /// The year in which a row starts, as the list says.
    pub(super) fn start_written(&self, row: &GridRow) -> Option<Year> {
        self.start.and_then(|at| year_in(row.cell(at)))
    }

    /// The amounts of a row by year.
    pub(super) fn amounts_by_year(&self, row: &GridRow) -> LiteMap<Year, Decimal> {
        let mut amounts = LiteMap::new();
        for column in self.money.iter().filter(|column| !column.is_share) {
            if let Some(amount) = self.amount(row, column) {
                let sum: &mut Decimal = amounts.entry(self.year_of(row, column)).or_default();
                *sum = sum.checked_add(amount).unwrap_or(Decimal::MAX);
            }
        }
        amounts
    }

    /// The currencies in which the amounts of rows are said to be, each with the first line that says so.
    pub(super) fn currencies<'r>(
        &self,
        rows: &(impl Iterator<Item = &'r GridRow> + Clone),
    ) -> LiteMap<&'static str, usize> {
        let mut found = LiteMap::new();
        let head = self.heads.last().map_or(1, |row| row.line);
        for column in self.money.iter().filter(|column| !column.is_share) {
            let heading =
                self.columns.iter().find(|it| it.at == column.at).and_then(|it| it.money.currency).map(|it| (it, head));
            let cells = rows.clone().filter_map(|row| Some((said(row.cell(column.at)).currency?, row.line)));
            for (currency, line) in heading.into_iter().chain(cells) {
                found.entry(currency).or_insert(line);
            }
        }
        found
    }

    /// Whether a row is one of the headings again.
    pub(super) fn is_heading(&self, row: &GridRow) -> bool {
        let same = |head: &GridRow| {
            let mut both = row.filled().peekable();
            both.peek().is_some() && both.all(|(at, cell)| head.cell(at).eq_ignore_ascii_case(cell))
        };
        let plain = row.filled().all(|(_, cell)| !is_amount(cell)) || row.filled().count() > 1;
        plain && self.heads.iter().any(same)
    }

    /// Whether rows belong to groups by their domain or ministry.
    pub(super) fn has_groups(&self) -> bool {
        self.at(&Role::Field("domain")).is_some() || self.at(&Role::Ministry).is_some()
    }

    /// What tells the groups of rows apart that a total can be of.
    pub(super) fn group_of(&self, row: &GridRow) -> Vec<String> {
        [Role::Field("domain"), Role::Ministry, Role::Flow].map(|role| self.text(row, &role).to_owned()).to_vec()
    }
}
