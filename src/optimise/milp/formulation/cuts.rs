//! Portfolios that must not be the answer, what must be worth enough to others, and the first stage's objective as a row of the second.

use rust_decimal::Decimal;

use super::Statement;
use super::measures::Push;
use super::program::{Tag, Terms};
use crate::optimise::no_good::NoGood;
use crate::optimise::query::Measure;

impl Statement<'_> {
    /// Rows that cut these portfolios off: at least one of what it chose is not chosen, or something else is.
    pub(crate) fn add_cut_offs(&mut self, cut_offs: &[NoGood]) {
        for cut_off in cut_offs {
            if let NoGood::ObjectiveFloor { view, objective } = cut_off {
                let sum = self.measure(&Measure::ObjectiveIn(std::sync::Arc::clone(view)), Push::Up);
                self.program.at_least(Tag::CutOff, sum.terms, objective - sum.constant);
                continue;
            }
            for counted in cut_off.rows() {
                let mut terms = Terms::new();
                for candidate in self.case.candidate_ixs() {
                    for plan in &self.plans[candidate.0] {
                        let sign = counted.coefficient(candidate, plan.start);
                        if sign != 0 {
                            terms.push((plan.column, Decimal::from(-sign)));
                        }
                    }
                }
                self.program.at_least(Tag::CutOff, terms, Decimal::from(-counted.most));
            }
        }
    }

    /// The row that the objective is at least so high.
    pub(crate) fn add_objective_row(&mut self, at_least: Decimal) {
        let side = at_least - self.program.worth_constant;
        self.program.at_least(Tag::Objective, self.program.worth.clone(), side);
    }
}
