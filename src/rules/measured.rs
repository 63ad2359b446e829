//! What rules are told of a portfolio that was measured.

use rust_decimal::Decimal;

use super::relations::Starts;
use crate::model::exact::{add, subtract};
use crate::model::{CandidateIx, Case, Money, Portfolio, Year};

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

    /// What is left and does not go on: `left - carried_out`; nothing where more is spent than there is.
    pub fn lapsed(&self) -> Money {
        subtract(self.left(), self.carried_out).max(Decimal::ZERO)
    }
}

/// A chosen candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickResult {
    /// The candidate.
    pub candidate: CandidateIx,
    /// The year in which it starts.
    pub start: Year,
    /// The first year at whose end its effect holds; may lie after the horizon.
    pub in_force: Year,
    /// The whole percent of the public bill that each ministry pays.
    pub shares: Vec<u8>,
    /// Its public bill over all years, after cofinancing.
    pub bill: Money,
    /// What each ministry pays of the bill.
    pub paid: Vec<Money>,
}

/// What rules ask of a portfolio: whoever measures it says so.
pub(crate) struct Measured<'a> {
    pub case: &'a Case,
    pub portfolio: &'a Portfolio,
    /// Its picks that the case knows.
    pub picks: &'a [PickResult],
    /// The earliest start of each candidate that is chosen.
    pub starts: Starts,
    /// The money of each ministry in each year: `[ministry][year]`.
    pub spending: &'a [Vec<YearSpending>],
    /// The public bill of all picks.
    pub cost: Money,
    /// The power of each service at the end.
    pub power: Vec<Decimal>,
    /// The power of each domain at the end.
    pub domain_power: Vec<Decimal>,
    /// What it costs to take control of each service at the end; `None` where nobody can, and where no price is asked for.
    pub takeover_price: Vec<Option<Money>>,
    /// How many domains reach their target.
    pub at_target: usize,
}
