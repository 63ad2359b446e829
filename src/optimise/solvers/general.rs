//! A general solver behind the trait: states the case, asks, and reads the answer.

use crate::say;
use std::cell::Cell;
use std::ops::ControlFlow;
use std::time::Instant;

use rust_decimal::{Decimal, RoundingStrategy};

use super::Solver;
use crate::measure::evaluate;
use crate::optimise::certificate;
use crate::optimise::dd::WarmStart;
use crate::optimise::milp::doubt::{Doubt, doubt, off_by};
use crate::optimise::milp::formulation::program::{Scale, scale};
use crate::optimise::milp::formulation::{Form, Statement, state, state_unless};
use crate::optimise::milp::{Ask, Backend, Direction, Effort, Ended, Outcome, Tick};
use crate::optimise::options::{Progress, Stop};
use crate::optimise::task::{BEST_WITHIN, End, Found, Goal, SolverError, Task};

/// The search for the best stops this near to its bound, in index points: a fifth of what counts as the same.
pub(crate) const SEARCH_WITHIN: Decimal = Decimal::from_parts(2, 0, 0, false, 7);

/// What a solver's bound is widened by, in index points.
///
/// A general solver computes in floats of 16 digits with tolerances of 1e-7 on numbers that are scaled to 1000 for an
/// index point, so that its bounds are off by some 1e-10 points for each column at most. A ten-millionth of a point is
/// well above that, and a tenth of what counts as the same; what large values add to it is added. The bound is still a solver's word: a proof that can be
/// checked without one comes from the program's own engine.
pub(crate) const BOUND_MARGIN: Decimal = Decimal::from_parts(1, 0, 0, false, 7);

/// What one index point is for the solver.
pub(crate) const POINT: Scale = Scale::by(Decimal::ONE_THOUSAND);

/// A general solver on one form of the program.
pub(crate) struct General {
    /// Who solves.
    backend: Box<dyn Backend>,
    /// In what form the case is stated.
    form: Form,
    /// How many variables the last case had.
    columns: Cell<usize>,
}

/// From this many variables on a case takes the built-in solver more than some seconds.
const SLOW_FROM: usize = 200;

impl Solver for General {
    fn name(&self) -> &'static str {
        self.backend.name()
    }

    fn version(&self) -> String {
        self.backend.version()
    }

    fn remark(&self) -> Option<String> {
        let is_slow = !self.backend.is_guest() && self.columns.get() > SLOW_FROM;
        let slow = is_slow.then(|| say!("general-name-slow-case", name = self.name()));
        let remarks: Vec<String> = self.backend.remark().into_iter().chain(slow).collect();
        (!remarks.is_empty()).then(|| remarks.join(" "))
    }

    fn is_word(&self) -> bool {
        true
    }

    fn distrust(&self, why: &str) -> bool {
        self.backend.distrust(why)
    }

    fn solve_from(
        &self,
        task: &Task,
        _warm_start: &mut WarmStart,
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
        let Some(statement) = stated else {
            return Ok(Found::nothing(End::Stopped(stop.unwrap_or(Stop::Cancelled))));
        };
        let statement = asked(statement, task);
        self.columns.set(statement.program.columns.len());
        let doubt = doubt_of(&statement, task.goal);
        let time = task.time_left.map(|time| time.saturating_sub(began.elapsed()));
        let ask = Ask { time, ..self.ask(&statement, task) };
        let constant = match task.goal {
            Goal::Best => statement.program.worth_constant,
            Goal::Cheapest { .. } => Decimal::ZERO,
        };
        let mut tell = |tick: &Tick| on(&progress(tick, task.goal, constant));
        if doubt.is_none() {
            let outcome = self.backend.run_surely(&statement.program, &ask, &mut tell)?;
            return Ok(found(&statement, task, outcome, constant));
        }
        // Where it can fail at all it fails on numbers like these: then it has found nothing.
        Ok(match self.backend.run(&statement.program, &ask, &mut tell) {
            Ok(outcome) => doubted(task, found(&statement, task, outcome, constant)),
            Err(_) => Found::nothing(End::Stopped(Stop::TooFarApart)),
        })
    }

    fn doubts(&self, task: &Task) -> Option<String> {
        let doubt = doubt_of(&asked(state(task.case, self.form), task), task.goal)?;
        Some(doubt.describe(task.case, self.name()))
    }
}

impl General {
    /// This backend, on cases stated in this form.
    pub fn new(backend: Box<dyn Backend>, form: Form) -> Self {
        Self { backend, form, columns: Cell::new(0) }
    }

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
            memory: task.options.memory_limit,
            threads: task.options.threads,
            precision: task.precision,
            effort: if start.is_some() && task.goal != Goal::Best { Effort::Proof } else { Effort::Balanced },
            start,
        }
    }
}

/// The program of a case with the rows of what is asked.
fn asked<'a>(mut statement: Statement<'a>, task: &Task) -> Statement<'a> {
    statement.add_cut_offs(task.no_goods);
    if let Goal::Cheapest { at_least } = task.goal {
        statement.add_objective_row(at_least);
    }
    statement
}

/// Why what is said of this program counts for nothing.
fn doubt_of(statement: &Statement, goal: Goal) -> Option<Doubt> {
    let program = &statement.program;
    match goal {
        Goal::Best => doubt(program, &program.worth, true),
        Goal::Cheapest { .. } => doubt(program, &program.bill, false),
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
    let off_by = off_by(&statement.program, &statement.program.worth);
    let bound = outcome.bound.and_then(decimal).map(|bound| safe(bound, task.goal, off_by));
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

/// What is left of a solver's word where its numbers are too far apart: the portfolio, for what it is measured to be.
fn doubted(task: &Task, found: Found) -> Found {
    let measured = found.portfolio.as_ref().map(|portfolio| evaluate(task.case, portfolio));
    let value = measured.map(|it| if task.goal == Goal::Best { it.objective } else { it.cost });
    let end = match found.end {
        End::Stopped(stop @ (Stop::TimeLimit | Stop::Cancelled)) => End::Stopped(stop),
        End::Proven | End::Infeasible | End::Stopped(_) => End::Stopped(Stop::TooFarApart),
    };
    Found { end, value, bound: None, ..found }
}

/// A bound on the safe side of a float's rounding.
fn safe(bound: Decimal, goal: Goal, off_by: Decimal) -> Decimal {
    match goal {
        Goal::Best => (bound + BOUND_MARGIN + off_by).round_dp_with_strategy(9, RoundingStrategy::ToPositiveInfinity),
        Goal::Cheapest { .. } => {
            let margin = certificate::bill_tolerance(bound);
            (bound - margin).round_dp_with_strategy(9, RoundingStrategy::ToNegativeInfinity)
        }
    }
}
