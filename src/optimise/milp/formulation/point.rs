//! From a portfolio to a point of the program and back.

use rust_decimal::Decimal;

use super::program::{Col, Program, What};
use super::{Statement, bills};
use crate::measure::YearSpending;
use crate::model::{Pick, Portfolio};

/// A portfolio read from a solver's numbers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    pub portfolio: Portfolio,
    /// The largest distance of a whole-number column from a whole number.
    pub worst_rounding: f64,
}

impl Statement<'_> {
    /// The portfolio that a solver's values stand for: whole columns are rounded.
    pub(crate) fn read(&self, value: impl Fn(Col) -> f64) -> Reading {
        let mut worst_rounding = 0.0_f64;
        let mut whole = |column: Col| {
            let exact = value(column);
            let rounded = exact.round();
            worst_rounding = worst_rounding.max((exact - rounded).abs());
            Decimal::try_from(rounded).unwrap_or_default()
        };
        let mut picks = Vec::new();
        for candidate in self.case.candidate_ixs() {
            for plan in &self.plans[candidate.0] {
                if whole(plan.column) < Decimal::ONE {
                    continue;
                }
                let shares = plan.shares.iter().map(|share| {
                    let percent: Decimal = share.iter().map(|&(column, factor)| factor * whole(column)).sum();
                    u8::try_from(percent).unwrap_or(u8::MAX)
                });
                picks.push(Pick { candidate, start: plan.start, shares: shares.collect() });
            }
        }
        Reading { portfolio: Portfolio::new(picks), worst_rounding }
    }

    /// The point that a portfolio stands for, every auxiliary column at its best; none if the program has no column for
    /// one of its picks.
    ///
    /// That a point exists does not mean that it keeps the rows: [`Self::keeps`] says that.
    pub(crate) fn point(&self, portfolio: &Portfolio) -> Option<Vec<Decimal>> {
        let mut point = vec![Decimal::ZERO; self.program.columns.len()];
        for pick in portfolio.picks() {
            let plan = self.plans[pick.candidate.0].iter().find(|plan| plan.start == pick.start)?;
            point[plan.column.0] = Decimal::ONE;
            self.set_shares(plan, pick, &mut point)?;
        }
        self.set_carried(portfolio, &mut point);
        for at in 0..self.program.columns.len() {
            match self.program.columns[at].what {
                What::Together { row, rows } | What::Within { row, rows } => {
                    self.raise(at, row..row + rows, &mut point);
                }
                What::Level { row } | What::AtTarget { row, .. } => self.raise(at, row..row + 1, &mut point),
                _ => {}
            }
        }
        Some(point)
    }

    /// Whether a portfolio keeps every row of the program, exactly.
    pub(crate) fn keeps(&self, point: &[Decimal]) -> bool {
        self.program.rows.iter().all(|row| row.holds(point))
    }

    /// What the objective of a point is, in index points.
    #[cfg(test)]
    pub(crate) fn worth(&self, point: &[Decimal]) -> Decimal {
        Program::at(&self.program.worth, point) + self.program.worth_constant
    }

    fn set_shares(&self, plan: &bills::Plan, pick: &Pick, point: &mut [Decimal]) -> Option<()> {
        for (share, &percent) in plan.shares.iter().zip(&pick.shares) {
            let own = share.iter().find(|(column, _)| {
                matches!(self.program.columns[column.0].what, What::Share { .. }) && point[column.0].is_zero()
            });
            // The ministry that pays the rest has the columns of the others, already set or all zero.
            let is_rest = share.iter().any(|&(_, factor)| factor < Decimal::ZERO);
            if let (Some(&(Col(column), _)), false) = (own, is_rest) {
                let above = Decimal::from(percent) - Program::at(share, point);
                if above < Decimal::ZERO || above > self.program.columns[column].upper {
                    return None;
                }
                point[column] = above;
            }
        }
        let paid = plan.shares.iter().zip(&pick.shares);
        paid.into_iter().all(|(share, &percent)| Program::at(share, point) == Decimal::from(percent)).then_some(())
    }

    /// Sets a column to 1 if these rows allow it.
    fn raise(&self, column: usize, rows: std::ops::Range<usize>, point: &mut [Decimal]) {
        point[column] = Decimal::ONE;
        if !self.program.rows[rows].iter().all(|row| row.holds(point)) {
            point[column] = Decimal::ZERO;
        }
    }

    fn set_carried(&self, portfolio: &Portfolio, point: &mut [Decimal]) {
        let evaluation = crate::measure::evaluate(self.case, portfolio);
        for (at, column) in self.program.columns.iter().enumerate() {
            if let What::Carried { ministry, year } = column.what {
                let spending: Option<&YearSpending> =
                    evaluation.spending.get(ministry.0).and_then(|years| years.get(year));
                point[at] = spending.map_or(Decimal::ZERO, |year| year.carried_out.max(Decimal::ZERO));
            }
        }
    }
}
