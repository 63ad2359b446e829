//! A case as a mixed-integer program: all of the rules, every row named after the rule that it states.
//!
//! These files know each other: a statement is one struct, to which each file adds its own columns and rows.

mod bills;
mod cuts;
mod ladders;
pub(crate) mod measures;
mod money;
mod point;
pub(crate) mod program;
mod relations;
mod takeovers;
mod targets;
#[cfg(test)]
mod tests;
mod tighten;

use rust_decimal::Decimal;

use crate::measure::index::Weights;
use crate::measure::{Rule, control};
use crate::model::{CandidateIx, Case, Status, Timing, Year};

use program::{Col, Kind, Program, Tag, Terms, What};

/// In what form a case is stated. All forms have the same portfolios, bills and objectives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Smallest coefficients, decided things taken out, rows that tighten the relaxation put in: for solving.
    Tight,
    /// As one would write it down by hand: the yardstick of the benchmarks.
    Natural,
}

/// A case stated as a program.
#[derive(Debug, Clone)]
pub(crate) struct Statement<'a> {
    pub case: &'a Case,
    pub program: Program,
    pub form: Form,
    /// The starts of each candidate, with their columns and the shares of the bill.
    pub plans: Vec<Vec<bills::Plan>>,
    weights: Weights,
    synergies: Vec<control::Synergy>,
    /// Effects on each service: `(candidate, position of the effect)`.
    movers: Vec<Vec<(CandidateIx, usize)>>,
}

/// Asked whether to stop.
pub(crate) type Tick<'a> = &'a mut dyn FnMut() -> bool;

/// States a case.
pub(crate) fn state(case: &Case, form: Form) -> Statement<'_> {
    let mut statement = state_view(case, form, Vec::new(), Program::default());
    statement.build(&mut || false);
    statement
}

/// States a case; `None` if `tick` said on the way that it is to stop.
pub(crate) fn state_unless<'a>(case: &'a Case, form: Form, tick: Tick<'_>) -> Option<Statement<'a>> {
    let mut stopped = false;
    let mut statement = state_view(case, form, Vec::new(), Program::default());
    statement.build(&mut || {
        stopped = stopped || tick();
        stopped
    });
    (!stopped).then_some(statement)
}

/// A statement of a case on plans and a program that exist already.
fn state_view(case: &Case, form: Form, plans: Vec<Vec<bills::Plan>>, program: Program) -> Statement<'_> {
    let mut movers = vec![Vec::new(); case.services.len()];
    for candidate in case.candidate_ixs() {
        for (at, effect) in case[candidate].effects.iter().enumerate() {
            movers[effect.service.0].push((candidate, at));
        }
    }
    Statement { case, program, form, plans, weights: Weights::new(case), synergies: control::synergies(case), movers }
}

impl Statement<'_> {
    /// States everything, until `tick` says that it is to stop: from then on it always does.
    fn build(&mut self, tick: Tick<'_>) {
        self.add_plans(tick);
        if tick() {
            return;
        }
        self.add_locks();
        self.add_budgets(tick);
        self.add_limits(tick);
        self.add_relations(tick);
        let slices = self.add_ladders(tick);
        if tick() {
            return;
        }
        self.add_targets(&slices);
        self.add_domain_floors(&slices);
        self.program.worth = program::tidy(std::mem::take(&mut self.program.worth));
    }

    /// `Σ_t x[i,t]`: 1 when the candidate is chosen.
    pub(crate) fn chosen(&self, candidate: CandidateIx) -> Terms {
        self.started(candidate, |_| true)
    }

    /// `Σ x[i,t]` over some of the starts.
    fn started(&self, candidate: CandidateIx, counts: impl Fn(Year) -> bool) -> Terms {
        let plans = self.plans[candidate.0].iter().filter(|plan| counts(plan.start));
        plans.map(|plan| (plan.column, Decimal::ONE)).collect()
    }

    /// `Σ x[i,t]` over the starts that are in force at the end of `year`.
    fn in_force(&self, candidate: CandidateIx, year: Year) -> Terms {
        self.started(candidate, |start| self.case[candidate].in_force(start) <= year)
    }

    /// The years whose power counts: `(position in the horizon, year)`.
    fn years_that_count(&self) -> Vec<(usize, Year)> {
        let all = self.case.years().enumerate();
        match self.case.timing {
            Timing::Final => all.last().into_iter().collect(),
            Timing::Average => all.collect(),
        }
    }

    /// Locks: a locked-in candidate starts in one of its years, a locked-out one in none.
    fn add_locks(&mut self) {
        for candidate in self.case.candidate_ixs() {
            let chosen = self.chosen(candidate);
            match self.case[candidate].status {
                Status::LockedIn => self.program.equal(Tag::Rule(Rule::LockedIn(candidate)), chosen, Decimal::ONE),
                Status::LockedOut if !chosen.is_empty() => {
                    self.program.at_most(Tag::Rule(Rule::LockedOut(candidate)), chosen, Decimal::ZERO);
                }
                Status::Free if chosen.len() > 1 => self.program.at_most(Tag::Meaning, chosen, Decimal::ONE),
                Status::Free | Status::LockedOut => {}
            }
        }
    }

    /// A new variable that is 0 or 1.
    fn binary(&mut self, what: What) -> Col {
        self.program.column(what, Kind::Whole, Decimal::ONE)
    }
}
