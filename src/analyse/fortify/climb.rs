//! The climb: the best portfolio in which no service can be taken for less than `X`, for every `X` from nothing to the highest.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::scope::{Scope, above};
use crate::analyse::base::{ceiling, pool_of};
use crate::analyse::related::{Ceiling, Failure, QueryRunner, StartFrom};
use crate::analyse::saved::{Outcome, no_better};
use crate::model::Money;
use crate::optimise::{ProofStatus, Query, SAME};
use crate::say;

/// A portfolio that is the best for some floors.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The lowest floor for which it was asked; 0 for the best portfolio of the case.
    pub from: Money,
    /// What the cheapest takeover costs with it, so that it is the best up to that floor; `None` if nobody can take a service over.
    pub least: Option<Money>,
    /// The services that cost so little, by their positions.
    pub cheapest: Vec<usize>,
    /// The best portfolio in which no service can be taken for less than `from`.
    pub best: Outcome,
}

/// The climb.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Climb {
    /// The steps, from the lowest floor up.
    pub steps: Vec<Step>,
    /// Whether no portfolio has a higher floor than the last step: proven.
    pub is_highest: bool,
    /// The services that no portfolio makes dearer than the last step does, even if nothing is asked of any other: proven.
    pub stuck: Vec<usize>,
}

impl Scope<'_> {
    /// The step that a portfolio is.
    pub fn step(&self, from: Money, best: Outcome) -> Step {
        let prices = self.prices(&best.picks.portfolio());
        let least = prices.iter().flatten().min().copied();
        let is_least = |price: &Option<Money>| price.is_some() && *price == least;
        let cheapest = prices.iter().zip(&self.services).filter(|(price, _)| is_least(price));
        Step { from, least, cheapest: cheapest.map(|(_, service)| service.0).collect(), best }
    }

    /// Climbs by the prices that occur: what the cheapest takeover costs now is what it has to exceed next.
    pub fn climb(&self, runner: &QueryRunner<'_>, base: &Outcome, told: &dyn Fn(&Climb)) -> Result<Climb, Failure> {
        let (mut climb, mut pool) = (Climb::default(), pool_of(self.case, base));
        let (mut from, mut found, mut highest) = (Decimal::ZERO, base.clone(), ceiling(base));
        loop {
            if found.objective.is_none() {
                climb.is_highest = found.known == ProofStatus::Impossible;
                break;
            }
            let step = self.step(from, found);
            let least = step.least;
            climb.steps.push(step);
            told(&climb);
            let Some(least) = least else {
                climb.is_highest = true;
                break;
            };
            from = above(least);
            let Some(case) = self.with_all(from).filter(|_| !runner.is_stopped()) else { break };
            runner.expect(1);
            let doing = say!("fortify-asking-floor", floor = least.round_dp(2).normalize());
            let reply = runner.ask_from(&mut pool, &Query::best(case), (highest, StartFrom::Portfolio), &doing)?;
            highest = Ceiling::of(&reply).or(highest);
            found = Outcome::of(&reply);
            runner.finish(1);
        }
        self.find_stuck(runner, &mut climb)?;
        Ok(climb)
    }

    /// Which services hold the climb up by themselves.
    fn find_stuck(&self, runner: &QueryRunner<'_>, climb: &mut Climb) -> Result<(), Failure> {
        let Some(dearest) = climb.steps.last().filter(|_| climb.is_highest) else { return Ok(()) };
        let Some(least) = dearest.least else { return Ok(()) };
        let next = above(least);
        let prices = self.prices(&dearest.best.picks.portfolio());
        let low: Vec<usize> = (0..prices.len()).filter(|&at| prices[at].is_some_and(|price| price < next)).collect();
        for at in low {
            let mut floors = vec![Decimal::ZERO; prices.len()];
            floors[at] = next;
            let Some(case) = self.with(&floors).filter(|_| !runner.is_stopped()) else { break };
            runner.expect(1);
            let doing = say!("fortify-asking-service", service = self.case[self.services[at]].name);
            let reply = runner.best(&mut pool_of(self.case, &climb.steps[0].best), &case, &doing)?;
            climb.stuck.extend((reply.known == ProofStatus::Impossible).then_some(self.services[at].0));
            runner.finish(1);
        }
        Ok(())
    }

    /// Measures again what is said of a climb.
    pub fn certify_climb(&self, base: &Outcome, climb: &Climb) -> Result<(), String> {
        let wrong = || say!("fortify-not-so");
        let mut from = Some(Decimal::ZERO);
        let mut bound = base.bound;
        for step in &climb.steps {
            if from != Some(step.from) {
                return Err(wrong());
            }
            let case = self.with_all(step.from).ok_or_else(wrong)?;
            step.best.certify(&Query::best(case))?;
            if self.step(step.from, step.best.clone()) != *step {
                return Err(wrong());
            }
            no_better(&say!("fortify-higher-floor"), step.best.objective, bound)?;
            bound = step.best.bound.or(bound);
            from = step.least.map(above);
        }
        let counts = |service: &usize| self.services.iter().any(|it| it.0 == *service);
        let is_sound = climb.is_highest || climb.stuck.is_empty();
        if is_sound && climb.stuck.iter().all(counts) { Ok(()) } else { Err(wrong()) }
    }
}

/// Steps with the same objective and the same bill are one, of which the last portfolio is good for all floors.
pub(super) fn joined(steps: Vec<Step>) -> Vec<Step> {
    let mut joined: Vec<Step> = Vec::with_capacity(steps.len());
    for step in steps {
        if let Some(last) = joined.last_mut() {
            let apart = last.best.objective.zip(step.best.objective).map(|(one, other)| (one - other).abs());
            let same = last.best.cost == step.best.cost && apart.is_some_and(|apart| apart <= SAME);
            if same && last.best.is_proven() && step.best.is_proven() {
                *last = Step { from: last.from, ..step };
                continue;
            }
        }
        joined.push(step);
    }
    joined
}
