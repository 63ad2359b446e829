//! Budgets by ministry and year with carry-over, and limits on spending.

use rust_decimal::Decimal;

use super::program::{Kind, Tag, Terms, What};
use super::{Form, Statement, Tick};
use crate::measure::{Rule, bill};
use crate::model::{Amount, CandidateIx, CarryOver, MinistryIx, Money, Scope};

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

impl Statement<'_> {
    /// `spent[m,y] ≤ available[m,y]`.
    ///
    /// Money that may all be carried over makes sums from the first year on: no more is spent by any year than was
    /// given by then. Otherwise a column takes what is carried from each year into the next. That it may be less than
    /// what could be carried changes nothing: more money never hurts.
    pub(super) fn add_budgets(&mut self, tick: Tick<'_>) {
        for ministry in self.case.ministry_ixs().take_while(|_| !tick()) {
            let spent = self.spending(ministry);
            match self.case[ministry].carry_over {
                CarryOver::All if self.form != Form::Natural => self.add_running_totals(ministry, &spent),
                rule => self.add_years(ministry, rule, spent),
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

    fn add_running_totals(&mut self, ministry: MinistryIx, spent: &[Terms]) {
        let mut given = Decimal::ZERO;
        let mut so_far = Terms::new();
        for (year, spent) in spent.iter().enumerate() {
            given += self.case[ministry].budget[year];
            so_far.extend(spent);
            if !spent.is_empty() {
                self.program.at_most(self.budget_tag(ministry, year), so_far.clone(), given * HUNDRED);
            }
        }
    }

    fn add_years(&mut self, ministry: MinistryIx, rule: CarryOver, spent: Vec<Terms>) {
        let budget = &self.case[ministry].budget;
        let mut carried = None;
        let mut given = Decimal::ZERO;
        let last = spent.len().saturating_sub(1);
        for (year, mut terms) in spent.into_iter().enumerate() {
            let amount = self.case[ministry].budget[year];
            given += amount;
            if let Some(from_before) = carried.take() {
                terms.push((from_before, -HUNDRED));
            }
            let most = match rule {
                CarryOver::All => given,
                CarryOver::Fraction(fraction) => fraction * amount,
            };
            if year < last && !most.is_zero() {
                let column = self.program.column(What::Carried { ministry, year }, Kind::Continuous, most);
                terms.push((column, HUNDRED));
                carried = Some(column);
            }
            if !terms.is_empty() {
                self.program.at_most(self.budget_tag(ministry, year), terms, budget[year] * HUNDRED);
            }
        }
    }

    fn budget_tag(&self, ministry: MinistryIx, year: usize) -> Tag {
        let year = self.case.first_year.saturating_add_unsigned(u32::try_from(year).unwrap_or(u32::MAX));
        Tag::Rule(Rule::Budget { ministry, year })
    }

    /// Limits: spending within the scope, in money or against a percentage of all spending.
    pub(super) fn add_limits(&mut self, tick: Tick<'_>) {
        for (at, limit) in self.case.limits.iter().enumerate().take_while(|_| !tick()) {
            let within = self.within(&limit.scope);
            for (tag, amount) in [(Rule::LimitMin(at), limit.min), (Rule::LimitMax(at), limit.max)] {
                let Some(amount) = amount else { continue };
                let mut terms = within.clone();
                let side = match amount {
                    Amount::Money(money) => money * HUNDRED,
                    Amount::Percent(percent) => {
                        terms.extend(super::program::times(&self.program.bill, -percent));
                        Decimal::ZERO
                    }
                };
                let is_min = matches!(tag, Rule::LimitMin(_));
                match (is_min, Tag::Rule(tag)) {
                    (true, tag) => self.program.at_least(tag, terms, side),
                    (false, tag) => self.program.at_most(tag, terms, side),
                }
            }
        }
    }

    /// Public spending within a scope over the horizon, in hundredths of the unit.
    pub(super) fn within(&self, scope: &Scope) -> Terms {
        let mut terms = Terms::new();
        for candidate in self.case.candidate_ixs() {
            let total: Money = bill::total(&bill::public_bill(&self.case[candidate]));
            for plan in &self.plans[candidate.0] {
                match scope {
                    Scope::Ministry(ministry) => {
                        let share = &plan.shares[ministry.0];
                        terms.extend(share.iter().map(|&(column, factor)| (column, factor * total)));
                    }
                    _ if self.is_in(candidate, scope) => terms.push((plan.column, total * HUNDRED)),
                    _ => {}
                }
            }
        }
        terms
    }

    fn is_in(&self, candidate: CandidateIx, scope: &Scope) -> bool {
        scope.concerns(&self.case[candidate])
    }
}
