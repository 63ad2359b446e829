//! Why no portfolio is possible: a smallest set of rules that cannot hold together.
//!
//! A deletion filter over the rules of the case, by name: rules are taken out in lots, and a lot stays out where the
//! rest still cannot hold together. What remains is irreducible: without any one of it the others can hold. It need not
//! be the only such set, nor the one with the fewest rules of all; two orders of leaving out are tried, and the shorter set
//! is told.

pub(super) mod repair;

use std::ops::ControlFlow;
use std::time::Duration;

use rust_decimal::Decimal;

use super::answer::{Conflict, OptimiseError};
use super::milp::doubt::doubt;
use super::milp::formulation::program::{Program, Row, Scale, Tag};
use super::milp::formulation::{Form, state_unless};
use super::milp::{Ask, Backend, Direction, Effort, Ended};
use super::options::{Progress, Stage};
use super::run::Run;
use super::solvers::choice;
use super::task::{Precision, SolverError};
use crate::measure::Rule;
use repair::cheapest;

/// The longest time for one probe. A probe that runs out of it is inconclusive, and its rule is kept.
const PROBE: Duration = Duration::from_secs(10);

/// Explains why no portfolio is possible; none where it was stopped before it began.
pub(super) fn explain(run: &mut Run) -> Result<Option<Conflict>, OptimiseError> {
    let backend = choice::backend(run.options);
    let case = run.case;
    let stated = state_unless(case, Form::Apart, &mut || run.asks_to_stop(Stage::Conflict));
    let Some(statement) = stated else { return Ok(None) };
    let mut rules = rules(&statement.program);
    let mut filter =
        Filter { backend: backend.as_ref(), program: &statement.program, active: Vec::new(), inconclusive: 0, run };
    let mut open = 0;
    let doubted = doubt(&statement.program, &Vec::new(), true).is_some();
    match filter.can_hold(&rules)? {
        // What a solver takes for possible, or impossible, proves nothing where numbers are too far apart for it.
        _ if doubted => open = 1,
        Some(true) => return Err(OptimiseError::WronglyInfeasible(backend.name())),
        Some(false) => {}
        None => open = 1,
    }
    let mut fewest: Option<(Vec<Rule>, usize)> = None;
    for order in ORDERS {
        rules.sort_by_key(|rule| (order(rule), *rule));
        (filter.active, filter.inconclusive) = (rules.clone(), open);
        for kind in rules.chunk_by(|a, b| order(a) == order(b)) {
            filter.take_out(kind)?;
        }
        let found = (std::mem::take(&mut filter.active), filter.inconclusive);
        let better = |best: &(Vec<Rule>, usize)| (found.1, found.0.len()) < (best.1, best.0.len());
        if fewest.as_ref().is_none_or(better) {
            fewest = Some(found);
        }
    }
    let (mut rules, inconclusive) = fewest.unwrap_or((rules, open));
    // What planners change first is told first.
    rules.sort_by_key(|rule| (std::cmp::Reverse(interest(rule)), *rule));
    let proven_smallest = inconclusive == 0;
    let words = rules.iter().map(|rule| rule.describe(run.case)).collect();
    let repair = cheapest(run, backend.as_ref())?;
    Ok(Some(Conflict { rules, words, repair, proven_smallest }))
}

/// In which orders rules are left out. Each ends with a set from which nothing more can be left out, but one can be much
/// shorter than the other: without the years in which a candidate can start, a conflict about two years needs every budget
/// before them. The shorter one is told.
const ORDERS: [fn(&Rule) -> u8; 2] = [interest, facts_last];

/// The same order, but what a candidate is like is left out last: the case is explained as it stands around it.
fn facts_last(rule: &Rule) -> u8 {
    match rule {
        Rule::Known(_) | Rule::Shares(_) | Rule::Start(_) => 20 + interest(rule),
        _ => interest(rule),
    }
}

/// How readily a rule is left out of the explanation: what planners change first is kept longest.
fn interest(rule: &Rule) -> u8 {
    match rule {
        Rule::Known(_) => 0,
        Rule::Shares(_) => 1,
        Rule::Start(_) => 2,
        Rule::LockedOut(_) => 3,
        Rule::Relation(_) => 4,
        Rule::LimitMax(_) => 5,
        Rule::LimitMin(_) => 6,
        Rule::Budget { .. } => 7,
        Rule::LockedIn(_) => 8,
        Rule::Floor(_) => 9,
        Rule::DomainsAtTarget => 10,
    }
}

/// The rules that the program states.
fn rules(program: &Program) -> Vec<Rule> {
    let of_row = |row: &Row| match row.tag {
        Tag::Rule(rule) => Some(rule),
        _ => None,
    };
    let mut rules: Vec<Rule> = program.rows.iter().filter_map(of_row).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

struct Filter<'a, 'b> {
    backend: &'a dyn Backend,
    program: &'a Program,
    active: Vec<Rule>,
    inconclusive: usize,
    run: &'a mut Run<'b>,
}

impl Filter<'_, '_> {
    /// Takes out as much of a lot as the rest does not need to be impossible.
    fn take_out(&mut self, lot: &[Rule]) -> Result<(), OptimiseError> {
        let rest: Vec<Rule> = self.active.iter().filter(|rule| !lot.contains(rule)).copied().collect();
        match self.can_hold(&rest)? {
            Some(false) => self.active = rest,
            Some(true) if lot.len() == 1 => {}
            None if lot.len() == 1 => self.inconclusive += 1,
            _ => {
                let (first, second) = lot.split_at(lot.len() / 2);
                self.take_out(first)?;
                self.take_out(second)?;
            }
        }
        Ok(())
    }

    /// Whether these rules can hold together; none where the probe ran out of time.
    fn can_hold(&mut self, rules: &[Rule]) -> Result<Option<bool>, OptimiseError> {
        if self.run.is_over() {
            return Ok(None);
        }
        let holds = |tag: &Tag| match tag {
            Tag::Rule(rule) => rules.contains(rule),
            _ => true,
        };
        let program = Program {
            rows: self.program.rows.iter().filter(|row| holds(&row.tag)).cloned().collect(),
            ..self.program.clone()
        };
        let ask = feasibility(self.run);
        let run = &mut *self.run;
        let outcome = match self.backend.run(&program, &ask, &mut |_| probing(run, Stage::Conflict)) {
            // A solver that fails at one probe has only not answered it.
            Err(SolverError::Failed { .. }) => return Ok(None),
            outcome => outcome?,
        };
        Ok(match outcome.end {
            Ended::Infeasible => Some(false),
            Ended::Done => Some(true),
            Ended::Stopped(_) => outcome.values.map(|_| true),
        })
    }
}

/// Any point at all is asked for.
fn feasibility(run: &Run) -> Ask {
    Ask {
        direction: Direction::Minimise,
        objective: Vec::new(),
        scale: Scale::ONE,
        gap: Decimal::ZERO,
        time: Some(run.time_left().map_or(PROBE, |left| left.min(PROBE))),
        threads: run.options.threads,
        precision: Precision::Normal,
        effort: Effort::Balanced,
        start: None,
    }
}

/// Tells that the work goes on.
pub(super) fn probing(run: &mut Run, stage: Stage) -> ControlFlow<()> {
    run.tell(&Progress::default(), stage)
}
