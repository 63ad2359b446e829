//! The starts of a candidate, and who pays what of its bill.
//!
//! The share `s[i,m]` of ministry `m` is a whole percent in its range. For each start there are columns `u[i,t,m]`, the
//! percents above the least share, that are 0 unless `x[i,t]` is 1; the last ministry with room pays the rest, so that
//! two ministries need one column and a fixed split none.

use rust_decimal::Decimal;

use super::program::{Col, Kind, Tag, Terms, What};
use super::{Form, Statement, Tick};
use crate::measure::{Rule, bill};
use crate::model::{CandidateIx, MinistryIx, ShareRange, Status, Year};
use crate::rules::share;

/// A start of a candidate.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plan {
    pub start: Year,
    /// The column that is 1 when it starts then.
    pub column: Col,
    /// The percents that each ministry pays, as a sum that is 0 unless it starts then.
    pub shares: Vec<Terms>,
}

/// Who starts when, and the column that says so.
type Begun = (CandidateIx, Year, Col);

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

impl Statement<'_> {
    /// Columns for every start and split of every candidate.
    pub(super) fn add_plans(&mut self, tick: Tick<'_>) {
        for candidate in self.case.candidate_ixs().take_while(|_| !tick()) {
            let facts = &self.case[candidate];
            let total = bill::whole(facts);
            let mut plans = Vec::new();
            for start in self.starts(candidate) {
                let column = self.binary(What::Start { candidate, year: start });
                let shares = self.add_shares(candidate, start, column);
                self.program.worth.push((column, facts.points));
                self.program.bill.push((column, total));
                plans.push(Plan { start, column, shares });
            }
            self.plans.push(plans);
        }
    }

    /// The years in which a start gets a column.
    fn starts(&self, candidate: CandidateIx) -> Vec<Year> {
        let facts = &self.case[candidate];
        let window = self.case.starts(candidate);
        match self.form {
            Form::Tight if facts.status == Status::LockedOut => Vec::new(),
            Form::Tight | Form::Natural => window.collect(),
        }
    }

    /// The percents that each ministry pays, with the columns and rows that they need.
    fn add_shares(&mut self, candidate: CandidateIx, start: Year, column: Col) -> Vec<Terms> {
        let written = &self.case[candidate].shares;
        let ranges = match self.form {
            Form::Tight => share::possible(written),
            Form::Natural => Some(written.clone()),
        };
        let Some(ranges) = ranges else {
            // No split adds up to 100: the start is impossible.
            self.program.at_most(Tag::Rule(Rule::Shares(candidate)), vec![(column, Decimal::ONE)], Decimal::ZERO);
            return vec![Terms::new(); written.len()];
        };
        match self.form {
            Form::Natural => self.add_natural_shares((candidate, start, column), &ranges),
            Form::Tight => self.add_tight_shares((candidate, start, column), &ranges),
        }
    }

    /// A column for each ministry with room but the last one, which pays the rest.
    fn add_tight_shares(&mut self, (candidate, year, column): Begun, ranges: &[ShareRange]) -> Vec<Terms> {
        let room = |range: &ShareRange| Decimal::from(range.max - range.min);
        let mut shares: Vec<Terms> = ranges.iter().map(|range| vec![(column, Decimal::from(range.min))]).collect();
        let free: Vec<usize> = (0..ranges.len()).filter(|&m| ranges[m].max > ranges[m].min).collect();
        let Some((&last, others)) = free.split_last() else { return shares };
        let lowest: Decimal = ranges.iter().map(|range| Decimal::from(range.min)).sum();
        let mut rest: Terms = vec![(column, HUNDRED - lowest)];
        for &m in others {
            let what = What::Share { candidate, year, ministry: MinistryIx(m) };
            let above = self.program.column(what, Kind::Whole, room(&ranges[m]));
            shares[m].push((above, Decimal::ONE));
            rest.push((above, Decimal::NEGATIVE_ONE));
            let only_if = vec![(above, Decimal::ONE), (column, -room(&ranges[m]))];
            self.program.at_most(Tag::Meaning, only_if, Decimal::ZERO);
        }
        if others.len() > 1 {
            // Where only two have room, the rest of a possible range is in its range by itself.
            self.program.at_least(Tag::Meaning, rest.clone(), Decimal::ZERO);
            let mut within = rest.clone();
            within.push((column, -room(&ranges[last])));
            self.program.at_most(Tag::Meaning, within, Decimal::ZERO);
        }
        shares[last].extend(rest);
        shares.into_iter().map(super::program::tidy).collect()
    }

    /// A whole column for every ministry, and a row that they add up to 100.
    fn add_natural_shares(&mut self, (candidate, year, column): Begun, ranges: &[ShareRange]) -> Vec<Terms> {
        let mut all: Terms = vec![(column, -HUNDRED)];
        let mut shares = Vec::with_capacity(ranges.len());
        for (m, range) in ranges.iter().enumerate() {
            let what = What::Share { candidate, year, ministry: MinistryIx(m) };
            let share = self.program.column(what, Kind::Whole, HUNDRED);
            all.push((share, Decimal::ONE));
            let at_most = vec![(share, Decimal::ONE), (column, -Decimal::from(range.max))];
            self.program.at_most(Tag::Meaning, at_most, Decimal::ZERO);
            let at_least = vec![(share, Decimal::ONE), (column, -Decimal::from(range.min))];
            self.program.at_least(Tag::Meaning, at_least, Decimal::ZERO);
            shares.push(vec![(share, Decimal::ONE)]);
        }
        self.program.equal(Tag::Meaning, all, Decimal::ZERO);
        shares
    }
}
