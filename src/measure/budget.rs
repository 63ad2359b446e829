//! What a ministry has in each year, what it spends, and what it carries over.

use rust_decimal::Decimal;

use crate::model::exact::{add, multiply, subtract};
use crate::model::{CarryOver, Ministry, Money, Year};

/// A ministry's money in one year. All amounts are in the case's money unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearSpending {
    /// The year.
    pub year: Year,
    /// Its own budget of the year, before carry-over.
    pub budget: Money,
    /// What came over from the year before.
    pub carried_in: Money,
    /// What it pays in the year.
    pub spent: Money,
    /// What goes over to the next year.
    pub carried_out: Money,
}

impl YearSpending {
    /// What it could spend: `available = budget + carried_in`.
    pub fn available(&self) -> Money {
        add(self.budget, self.carried_in)
    }

    /// What is left: `available - spent`; below 0 where more is spent than there is.
    pub fn left(&self) -> Money {
        subtract(self.available(), self.spent)
    }
}

/// What may move to the next year: `min(left, fraction × budget)`, without the second term for "all".
///
/// What was overspent is not carried: a broken year counts as broken once, not again in each year after it.
pub fn carried(rule: CarryOver, budget: Money, left: Money) -> Money {
    let allowed = match rule {
        CarryOver::All => left,
        CarryOver::Fraction(fraction) => left.min(multiply(fraction, budget)),
    };
    allowed.max(Decimal::ZERO)
}

/// A ministry's money over the horizon, given what it spends in each year.
///
/// `available_y = budget_y + carried_(y-1)`, with nothing carried into the first year;
/// `carried_y = min(available_y - spent_y, carry_over × budget_y)`.
pub fn over_the_years(ministry: &Ministry, first_year: Year, spent: &[Money]) -> Vec<YearSpending> {
    let mut carried_in = Decimal::ZERO;
    let mut year = first_year;
    let years = spent.iter().enumerate();
    years
        .map(|(at, &spent)| {
            let budget = ministry.budget.get(at).copied().unwrap_or_default();
            let mut row = YearSpending { year, budget, carried_in, spent, carried_out: Decimal::ZERO };
            row.carried_out = carried(ministry.carry_over, budget, row.left());
            carried_in = row.carried_out;
            year = year.saturating_add(1);
            row
        })
        .collect()
}
