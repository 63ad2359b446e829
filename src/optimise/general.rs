//! A general solver behind the trait: states the case, asks, and reads the answer.

use std::ops::ControlFlow;
use std::time::Instant;

use rust_decimal::{Decimal, RoundingStrategy};

use super::backend::{Ask, Backend, Direction, Effort, Ended, Outcome, Tick};
use super::formulation::program::{Scale, scale};
use super::formulation::{Form, Statement, state_unless};
use super::memory::Memory;
use super::solver::{End, Found, Goal, Solver, SolverError, Task};
use super::types::{Progress, Stop};
use super::{BEST_WITHIN, certificate};

/// The search for the best stops this near to its bound, in index points: a fifth of what counts as the same.
const SEARCH_WITHIN: Decimal = Decimal::from_parts(2, 0, 0, false, 7);

/// What a solver's bound is widened by, in index points.
///
/// A general solver reckons in floats of 16 digits with tolerances of 1e-7 on numbers that are scaled to 1000 for an
/// index point, so that its bounds are off by some 1e-10 points for each column at most. A ten-millionth of a point is
/// well above that, and a tenth of what counts as the same. The bound is still a solver's word: a proof that can be
/// checked without one comes from the program's own engine.
const BOUND_MARGIN: Decimal = Decimal::from_parts(1, 0, 0, false, 7);

/// What one index point is for the solver.
const POINT: Scale = Scale::by(Decimal::ONE_THOUSAND);

/// A general solver on one form of the program.
#[derive(Debug, Clone, Copy)]
pub(crate) struct General<B> {
    /// Who solves.
    pub backend: B,
    /// In what form the case is stated.
    pub form: Form,
}

impl<B: Backend> Solver for General<B> {
    fn name(&self) -> &'static str {
        self.backend.name()
    }

    fn version(&self) -> String {
        self.backend.version()
    }

    fn solve_from(
        &self,
        task: &Task,
        _memory: &mut Memory,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Found, SolverError> {
        let began = Instant::now();
        let mut stop = None;
        let stated = state_unless(task.case, self.form, &mut || {
            if task.time_left.is_some_and(|time| began.elapsed() >= time) {
                stop = Some(Stop::TimeLimit);
            } else if on(&Progress::default()).is_break() {
                stop = Some(Stop::Cancelled);
            }
            stop.is_some()
        });
        let Some(mut statement) = stated else {
            return Ok(Found::nothing(End::Stopped(stop.unwrap_or(Stop::Cancelled))));
        };
        statement.add_cut_offs(task.cut_offs);
        if let Goal::Cheapest { at_least } = task.goal {
            statement.add_objective_row(at_least);
        }
        let time = task.time_left.map(|time| time.saturating_sub(began.elapsed()));
        let ask = Ask { time, ..self.ask(&statement, task) };
        let constant = match task.goal {
            Goal::Best => statement.program.worth_constant,
            Goal::Cheapest { .. } => Decimal::ZERO,
        };
        let mut tell = |tick: &Tick| on(&progress(tick, task.goal, constant));
        let outcome = self.backend.run_surely(&statement.program, &ask, &mut tell)?;
        Ok(found(&statement, task, outcome, constant))
    }
}

impl<B: Backend> General<B> {
    fn ask(&self, statement: &Statement, task: &Task) -> Ask {
        let program = &statement.program;
        let (direction, objective, scale, gap) = match task.goal {
            Goal::Best => (Direction::Maximise, program.worth.clone(), POINT, SEARCH_WITHIN.max(task.options.gap)),
            Goal::Cheapest { .. } => {
                let scale = scale(program.bill.iter().map(|&(_, bill)| bill));
                // In whole numbers the next bill is at least 1 away.
                (Direction::Minimise, program.bill.clone(), scale, Decimal::new(5, 1) * scale.unit())
            }
        };
        let warm = task.warm.filter(|_| self.form != Form::Natural);
        let start = warm
            .and_then(|portfolio| statement.point(portfolio))
            .filter(|point| statement.keeps(point))
            .map(|point| point.iter().map(|&value| f64::try_from(value).unwrap_or(0.0)).collect());
        Ask {
            direction,
            objective,
            scale,
            gap,
            time: task.time_left,
            threads: task.options.threads,
            precision: task.precision,
            effort: if start.is_some() && task.goal != Goal::Best { Effort::Proof } else { Effort::Balanced },
            start,
        }
    }
}

fn progress(tick: &Tick, goal: Goal, constant: Decimal) -> Progress {
    let points = |value: f64| Decimal::try_from(value).ok().map(|value| (value + constant).round_dp(9));
    let (best, bound) = match goal {
        Goal::Best => (tick.best.and_then(points), tick.bound.and_then(points)),
        Goal::Cheapest { .. } => (None, None),
    };
    let gap = best.zip(bound).map(|(best, bound)| (bound - best).max(Decimal::ZERO));
    Progress { best, bound, gap, nodes: tick.nodes, seconds: tick.seconds, ..Progress::default() }
}

fn found(statement: &Statement, task: &Task, outcome: Outcome, constant: Decimal) -> Found {
    let decimal = |value: f64| Decimal::try_from(value).ok().map(|value| value + constant);
    let portfolio = outcome.values.as_ref().map(|values| statement.read(|column| values[column.0]).portfolio);
    let value = outcome.value.and_then(decimal).map(|value| value.round_dp(9));
    let bound = outcome.bound.and_then(decimal).map(|bound| safe(bound, task.goal));
    let end = match outcome.end {
        Ended::Infeasible => End::Infeasible,
        Ended::Stopped(stop) => End::Stopped(stop),
        Ended::Done => match (value, bound) {
            (Some(value), Some(bound)) if task.goal == Goal::Best && bound - value > BEST_WITHIN => {
                End::Stopped(Stop::GapReached)
            }
            _ => End::Proven,
        },
    };
    Found {
        end,
        portfolio,
        value,
        bound,
        nodes: outcome.nodes,
        first_found: outcome.first_found,
        options: outcome.options,
        prices: None,
    }
}

/// A bound on the safe side of a float's rounding.
fn safe(bound: Decimal, goal: Goal) -> Decimal {
    match goal {
        Goal::Best => (bound + BOUND_MARGIN).round_dp_with_strategy(9, RoundingStrategy::ToPositiveInfinity),
        Goal::Cheapest { .. } => {
            let margin = certificate::bill_tolerance(bound);
            (bound - margin).round_dp_with_strategy(9, RoundingStrategy::ToNegativeInfinity)
        }
    }
}
