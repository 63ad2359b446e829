//! Judges a portfolio by every rule of its case.

use rust_decimal::Decimal;

use super::budget::YearSpending;
use super::relations::Starts;
use super::rule::beside_locks;
use super::verdict::Verdict;
use super::{known, lock, share, start};
use crate::model::{CandidateIx, Case, Money, Portfolio, Year};

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
    /// How many domains reach their target.
    pub at_target: usize,
}

/// The verdict on every rule: of each pick, of locks, of budgets, and of the whole.
pub(crate) fn verdicts(measured: &Measured) -> Vec<Verdict> {
    let case = measured.case;
    let mut verdicts = known::picked_wrongly(measured);
    for pick in measured.picks {
        verdicts.extend([start::judge(case, pick), share::judge(case, pick)]);
    }
    let others = case.candidate_ixs().filter_map(|it| lock::of(case, it)).chain(beside_locks(case));
    verdicts.extend(others.filter_map(|rule| rule.ask(|it| it.judge(measured))));
    verdicts
}
