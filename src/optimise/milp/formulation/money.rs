//! Budgets by ministry and year with carry-over, and limits on spending.

use rust_decimal::Decimal;

use super::program::{Kind, Tag, Terms, What};
use super::{Form, Statement, Tick};
use crate::measure::{Rule, bill};
use crate::model::{Amount, MinistryIx, Scope};
use crate::rules::budget;
use crate::rules::limit::{self, SpendingBound};

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

impl Statement<'_> {
    /// `spent[m,y] ≤ available[m,y]`. Where a row does not take in all years, a column takes what is carried into the next.
    pub(super) fn add_budgets(&mut self, tick: Tick<'_>) {
        let last = self.case.horizon().saturating_sub(1);
        for ministry in self.case.ministry_ixs().take_while(|_| !tick()) {
            let spent = self.spending(ministry);
            let mut carried_in = None;
            let years = self.case.years().zip(budget::rows(&self.case[ministry], self.form == Form::Natural));
            for (at, (year, row)) in years.enumerate() {
                let mut terms = spent[row.from..=at].concat();
                terms.extend(carried_in.take().map(|column| (column, -HUNDRED)));
                if let Some(most) = row.carried.filter(|most| at < last && !most.is_zero()) {
                    let column = self.program.column(What::Carried { ministry, year: at }, Kind::Continuous, most);
                    terms.push((column, HUNDRED));
                    carried_in = Some(column);
                }
                // Where nothing is spent in a year, a sum over all years up to it says no more than the one before.
                if !spent[at].is_empty() || row.carried.is_some() && !terms.is_empty() {
                    let tag = Tag::Rule(Rule::Budget { ministry, year });
                    self.program.at_most(tag, terms, row.amount * HUNDRED);
                }
            }
        }
    }

    /// What a ministry spends in each year, in hundredths of the unit: `Σ bill × share in percent`.
    fn spending(&self, ministry: MinistryIx) -> Vec<Terms> {
        let mut spent = vec![Terms::new(); self.case.horizon()];
        for candidate in self.case.candidate_ixs() {
            let bill = bill::public_bill(&self.case[candidate]);
            for plan in &self.plans[candidate.0] {
                for (after, &amount) in bill.iter().enumerate().filter(|(_, amount)| !amount.is_zero()) {
                    let Some(first) = self.case.year_ix(plan.start) else { continue };
                    let Some(spent) = spent.get_mut(first + after) else { continue };
                    let share = &plan.shares[ministry.0];
                    spent.extend(share.iter().map(|&(column, factor)| (column, factor * amount)));
                }
            }
        }
        spent
    }

    /// Limits: spending within the scope, in money or against a percentage of all spending.
    pub(super) fn add_limits(&mut self, tick: Tick<'_>) {
        for SpendingBound { of, scope, amount } in limit::bounds(self.case).take_while(|_| !tick()) {
            let mut terms = self.within(scope);
            let bound = match amount {
                Amount::Money(money) => money * HUNDRED,
                Amount::Percent(percent) => {
                    terms.extend(super::program::times(&self.program.bill, -percent));
                    Decimal::ZERO
                }
            };
            self.program.bound(Tag::Rule(of.rule()), terms, of.1, bound);
        }
    }

    /// Public spending within a scope over the horizon, in hundredths of the unit.
    pub(super) fn within(&self, scope: &Scope) -> Terms {
        let mut terms = Terms::new();
        for candidate in self.case.candidate_ixs() {
            let total = bill::whole(&self.case[candidate]);
            for plan in &self.plans[candidate.0] {
                match scope {
                    Scope::Ministry(ministry) => {
                        let share = &plan.shares[ministry.0];
                        terms.extend(share.iter().map(|&(column, factor)| (column, factor * total)));
                    }
                    _ if scope.concerns(&self.case[candidate]) => terms.push((plan.column, total * HUNDRED)),
                    _ => {}
                }
            }
        }
        terms
    }
}
