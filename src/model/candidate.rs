//! Candidates: what each costs, who may pay it, when it may start, and what it brings.

use rust_decimal::Decimal;

use super::event::Event;
use super::index::{DomainIx, Money, Percent, RungIx, ServiceIx, Year};
use super::schema::GOLDEN_SHARE;

/// An investment that could be made.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Its id.
    pub id: String,
    /// Its name in reports.
    pub name: String,
    /// Its home domain, for limits and reports.
    pub domain: DomainIx,
    /// The kind of investment; may be empty.
    pub instrument: String,
    /// The pillar of policy that it serves; may be empty.
    pub pillar: String,
    /// What it costs in the first, second, … year after its start, before cofinancing.
    pub costs: Vec<Money>,
    /// The part of the cost that others pay.
    pub cofinance: Percent,
    /// What each ministry may pay of the public bill.
    pub shares: Vec<ShareRange>,
    /// The first year in which it may start.
    pub start_from: Year,
    /// The last year in which it may start.
    pub start_to: Year,
    /// Years until its effect holds; at least 1.
    pub lead_time: u32,
    /// The chance that it does what it promises, 0-1.
    pub success: Decimal,
    /// Index points that it brings by itself; may be negative.
    pub points: Decimal,
    /// By how much it costs more than is written. A column of the tests alone, which shows what a column that counts needs.
    #[cfg(test)]
    pub overrun: Percent,
    /// Whether the optimiser may choose, must take, or may not take it.
    pub status: Status,
    /// Why it is locked.
    pub reason: String,
    /// Its level of classification, by its place among those of the case.
    pub classification: usize,
    /// The id that was masked, where it was: it alone decides in which order rows are gone through, and is never told.
    pub withheld: Option<String>,
    /// What it adds to the control of which services.
    pub effects: Vec<Effect>,
    /// A remark for readers.
    pub note: String,
    /// Where the figures come from.
    pub source: String,
    /// Its row in `candidates.csv`, from 0.
    pub row: usize,
}

impl Candidate {
    /// Whether something that it does wears off: starting earlier may then be worth less.
    pub fn wears_off(&self) -> bool {
        self.effects.iter().any(|effect| effect.lasts.is_some())
    }

    /// The starts of which one is worth the most, whatever else is chosen: the first, or any where something wears off.
    pub fn best_starts(&self, first_year: Year, last_year: Year) -> impl Iterator<Item = Year> + use<> {
        self.starts(first_year, last_year).take(if self.wears_off() { usize::MAX } else { 1 })
    }

    /// Whether a court may strike down what it confers: the EU Court did so with golden shares of the Dutch state in 2006.
    pub fn has_legal_risk(&self) -> bool {
        self.instrument == GOLDEN_SHARE
    }

    /// The id that decides where it stands among others: also in a copy of the case in which it is masked.
    pub fn order_id(&self) -> &str {
        self.withheld.as_deref().unwrap_or(&self.id)
    }

    /// Whole years from the start to the last year with a cost; 0 where it costs nothing.
    pub fn cost_years(&self) -> usize {
        self.costs.iter().rposition(|cost| !cost.is_zero()).map_or(0, |last| last + 1)
    }

    /// The years in which it can start: inside its window and the horizon, with its last cost no later than `last_year`.
    pub fn starts(&self, first_year: Year, last_year: Year) -> std::ops::RangeInclusive<Year> {
        let tail = i32::try_from(self.cost_years().saturating_sub(1)).unwrap_or(i32::MAX);
        self.start_from.max(first_year)..=self.start_to.min(last_year.saturating_sub(tail))
    }

    /// The first year at whose end it is in force, if it starts in `start`.
    pub fn in_force(&self, start: Year) -> Year {
        start.saturating_add_unsigned(self.lead_time.saturating_sub(1))
    }
}

/// A range of whole percents, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShareRange {
    /// The least share, 0-100.
    pub min: u8,
    /// The largest share, 0-100.
    pub max: u8,
}

impl ShareRange {
    /// From nothing to everything.
    pub const ANY: Self = Self { min: 0, max: 100 };

    /// Whether a share lies in the range.
    pub fn contains(self, share: u8) -> bool {
        (self.min..=self.max).contains(&share)
    }

    /// The split that is as even as the ranges allow: everybody pays the least, then whoever pays least takes the next percent.
    /// It adds up to 100 where some split in the ranges does.
    pub fn even_split(ranges: &[Self]) -> Vec<u8> {
        let mut shares: Vec<u8> = ranges.iter().map(|range| range.min).collect();
        let least: u32 = shares.iter().map(|&share| u32::from(share)).sum();
        for _ in least..100 {
            let open = (0..shares.len()).filter(|&at| shares[at] < ranges[at].max);
            let Some(at) = open.min_by_key(|&at| shares[at]) else { break };
            shares[at] += 1;
        }
        shares
    }
}

/// Whether the optimiser may choose a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// It may be chosen.
    #[default]
    Free,
    /// It must be chosen.
    LockedIn,
    /// It must not be chosen.
    LockedOut,
}

/// What a candidate adds to the control of a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// The service.
    pub service: ServiceIx,
    /// The control that it adds while in force, in percentage points.
    pub control_gain: Percent,
    /// The holder that alone sells what it adds; empty if all others sell alike.
    pub buys_from: String,
    /// A rung whose rights it confers without a stake.
    pub grants: Option<RungIx>,
    /// What cannot happen to the service while it is in force.
    pub prevents: Option<Event>,
    /// It wears off after this many years from the one in which it begins to work; `None` if it never does.
    pub lasts: Option<u32>,
    /// Its row in `effects.csv`, from 0.
    pub row: usize,
}

impl Effect {
    /// Whether it works at the end of a year, if its candidate is in force from the end of another one on.
    pub fn holds(&self, in_force: Year, year: Year) -> bool {
        holds(self.lasts, in_force, year)
    }
}

/// Whether what lasts so many years from the end of a year on is still there at the end of another one.
pub fn holds(lasts: Option<u32>, in_force: Year, year: Year) -> bool {
    let age = i64::from(year) - i64::from(in_force);
    age >= 0 && lasts.is_none_or(|lasts| age < i64::from(lasts))
}
