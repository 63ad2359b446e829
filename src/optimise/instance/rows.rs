//! The rows that link diagrams: everything that is not inside one service.

use std::collections::BTreeMap;

use crate::model::{CandidateIx, DomainIx, MinistryIx};

/// What a linking row says. Every row reads `Σ coefficient × variable ≤ right-hand side`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum RowName {
    /// What a ministry spends in a year, by the position of the year in the horizon. Where everything may be carried over: up
    /// to and with that year.
    Budget { ministry: MinistryIx, year: usize },
    /// The copy of a candidate in a diagram is not more in force by the end of this year, of those that count, than the candidate is.
    Tie { candidate: CandidateIx, diagram: usize, year: usize, lasts: Option<u32> },
    /// A synergy is not more in force by the end of this year, of those that count, than this member is.
    Member { relation: usize, candidate: CandidateIx, year: usize },
    /// What a relation asks for by this year, by the position of the year: which of its inequalities.
    Requires { relation: usize, need: usize, year: usize },
    /// What a relation asks for, whenever its members start: which of its inequalities.
    Relation { relation: usize, part: usize },
    /// The least of a limit.
    LimitMin(usize),
    /// The most of a limit.
    LimitMax(usize),
    /// A domain that counts as at its target has the power for it.
    Target(DomainIx),
    /// Enough domains are at their target.
    DomainsAtTarget,
    /// A domain of several services has the power of its floor.
    DomainFloor(DomainIx),
    /// A portfolio that must not be the answer, by its position in the task.
    NoGood(usize),
    /// The objective is at least what was asked (second stage).
    Objective,
    /// What is maximised is no more than this one of several objectives.
    Least(usize),
}

/// A linking row.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// What it says.
    pub name: RowName,
    /// The right-hand side, exact, in units of the row.
    pub exact: i128,
    /// The right-hand side divided by `norm`.
    pub rhs: f64,
    /// How many of its units are one unit of money, one candidate, or one unit of weighted power.
    pub unit: f64,
    /// The largest coefficient, by which everything in floating point is divided.
    pub norm: f64,
    /// The sum over all variables of the largest absolute coefficient, and of the right-hand side: what the rounding margin
    /// of a bound is made from.
    pub size: f64,
}

/// A coefficient of a row: exact, in units of the row, and divided by the row's norm.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Term {
    pub row: u32,
    /// The coefficient.
    pub value: f64,
    /// The coefficient in units of the row.
    pub exact: i128,
}

/// Rows while they are collected: positions by name.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    /// The rows so far.
    pub rows: Vec<Row>,
    by_name: BTreeMap<RowName, u32>,
}

impl Rows {
    /// The position of a row, which is made if it is new.
    pub fn add(&mut self, name: RowName, exact: i128, unit: f64) -> u32 {
        if let Some(&at) = self.by_name.get(&name) {
            return at;
        }
        let at = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        self.rows.push(Row { name, exact, unit, rhs: 0.0, norm: 1.0, size: 0.0 });
        self.by_name.insert(name, at);
        at
    }
}
