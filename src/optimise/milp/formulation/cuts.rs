//! Portfolios that must not be the answer, what must be worth enough to others, and the first stage's objective as a row of the second.

use rust_decimal::Decimal;

use super::Statement;
use super::measures::Push;
use super::program::{Tag, Terms};
use crate::model::CandidateIx;
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
            let is_chosen = |candidate: CandidateIx, start: Option<i32>| match cut_off {
                NoGood::Starts(picks) => picks.iter().any(|&(it, when)| it == candidate && start == Some(when)),
                NoGood::Candidates(picks) => picks.contains(&candidate),
                NoGood::ObjectiveFloor { .. } => false,
            };
            let mut terms = Terms::new();
            let mut chosen = 0_usize;
            for candidate in self.case.candidate_ixs() {
                let mut counted = false;
                for plan in &self.plans[candidate.0] {
                    let inside = is_chosen(candidate, Some(plan.start));
                    counted |= inside;
                    terms.push((plan.column, if inside { Decimal::NEGATIVE_ONE } else { Decimal::ONE }));
                }
                chosen += usize::from(counted);
            }
            let size = match cut_off {
                NoGood::Starts(picks) => picks.len(),
                NoGood::Candidates(picks) => picks.len(),
                NoGood::ObjectiveFloor { .. } => 0,
            };
            // What this statement cannot choose at all needs no cutting off.
            if chosen == size {
                self.program.at_least(Tag::CutOff, terms, Decimal::ONE - Decimal::from(size));
            }
        }
    }

    /// The row that the objective is at least so high.
    pub(crate) fn add_objective_row(&mut self, at_least: Decimal) {
        let side = at_least - self.program.worth_constant;
        self.program.at_least(Tag::Objective, self.program.worth.clone(), side);
    }
}
