//! The answer to a question: by the optimiser where it is about the best portfolio, else by a general solver on the
//! tightened program with the question's rows. Either way a portfolio is measured in decimals before it is believed.

use std::ops::ControlFlow;
use std::time::Instant;

use rust_decimal::{Decimal, RoundingStrategy};

use super::answer::{Answer, OptimiseError, Status};
use super::canonical_case::CanonicalCase;
use super::certificate::{Refusal, bill_tolerance};
use super::dd::WarmStart;
use super::lexicographic::{Stages, best_without};
use super::milp::doubt::{doubt, off_by};
use super::milp::formulation::measures::{Push, Sum};
use super::milp::formulation::program::{Col, Kind, Scale, Tag, Terms, What, scale};
use super::milp::formulation::{Form, Statement, state_unless};
use super::milp::{Ask, Backend, Direction, Effort, Ended, Outcome, Tick};
use super::no_good::NoGood;
use super::options::{Asked, Options, Progress, SolverChoice, Stop};
use super::query::{Aim, Measure, ProofStatus, Query, QueryResult, Side};
use super::reoptimise::recast::RecastObjective;
use super::reoptimise::worlds::Worlds;
use super::solvers::choice;
use super::solvers::general::{BOUND_MARGIN, POINT, SEARCH_WITHIN};
use super::task::{Precision, SAME};
use crate::measure::{Evaluation, evaluate};
use crate::model::Portfolio;

/// How often a refused answer is asked for again.
const ATTEMPTS: usize = 6;
/// What a smallest measure is shifted by, so that its column stays above 0, in index points.
const SHIFT: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 2);

/// Answers a question. `warm` is used where it is allowed by the question; `on` may break the search off.
pub fn ask(
    question: &Query,
    options: &Options,
    warm: Option<&Portfolio>,
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<QueryResult, OptimiseError> {
    ask_from(question, options, warm, &mut WarmStart::default(), on)
}

/// The same, starting from what the answer to a related question left in `warm_start`, which is then replaced by what this
/// one leaves.
pub fn ask_from(
    question: &Query,
    options: &Options,
    warm: Option<&Portfolio>,
    warm_start: &mut WarmStart,
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<QueryResult, OptimiseError> {
    let options = &Options { asked: Asked::AmongMany, ..options.clone() };
    let (ordered, asked) = CanonicalCase::question(question);
    let warm = warm.map(|portfolio| ordered.portfolio(portfolio));
    let reply = ask_in_order(&asked, options, warm.as_ref(), warm_start, on)?;
    Ok(ordered.reply(&question.case, reply))
}

/// Answers a question about a case in its fixed order.
fn ask_in_order(
    question: &Query,
    options: &Options,
    warm: Option<&Portfolio>,
    warm_start: &mut WarmStart,
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<QueryResult, OptimiseError> {
    let stages = match question.aim {
        Aim::Best => Some(Stages::Both),
        Aim::Highest(Measure::Objective) => Some(Stages::Objective),
        _ => None,
    };
    if let Some(stages) = stages.filter(|_| question.bounds.is_empty()) {
        let only = (question.no_goods.as_slice(), question.known.as_slice(), stages, warm_start);
        return Ok(reply(best_without(&question.case, options, warm, only, on)?));
    }
    let began = Instant::now();
    if let Some(recast) =
        RecastObjective::of(question).filter(|_| matches!(options.solver, SolverChoice::Auto | SolverChoice::Engine))
    {
        let only = (recast.no_goods.as_slice(), [].as_slice(), Stages::Objective, warm_start);
        let answer = best_without(&recast.case, options, warm, only, on)?;
        // What neither the engine nor the solver behind it could settle is asked as it stands.
        if answer.stopped.is_some_and(|stop| stop != Stop::GapReached) || is_settled(&answer) {
            return Ok(recast.reply(question, answer));
        }
    }
    if matches!(options.solver, SolverChoice::Auto | SolverChoice::Engine)
        && let Some(reply) = Worlds::of(question).and_then(|worlds| worlds.ask(question, options, warm, on))
    {
        return Ok(reply);
    }
    let backend = choice::backend(options);
    Asking { question, options, backend: backend.as_ref(), began }.answer(warm, on)
}

fn is_settled(answer: &Answer) -> bool {
    matches!(answer.status, Status::Optimal | Status::Infeasible)
}

fn reply(answer: Answer) -> QueryResult {
    let value = answer.evaluation.as_ref().map(|evaluation| evaluation.objective);
    QueryResult {
        known: answer.status.into(),
        found: answer.portfolio.zip(answer.evaluation),
        value,
        bound: answer.bound,
        nodes: answer.solver.nodes,
    }
}

/// What the numbers of an aim are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Points,
    Money,
    Count,
}

struct Asking<'a> {
    question: &'a Query,
    options: &'a Options,
    backend: &'a dyn Backend,
    began: Instant,
}

/// The question as a program.
struct Stated<'a> {
    statement: Statement<'a>,
    goal: Sum,
    least: Option<(Col, Vec<Sum>)>,
}

impl Asking<'_> {
    fn answer(
        &self,
        warm: Option<&Portfolio>,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<QueryResult, OptimiseError> {
        let mut no_goods = self.question.no_goods.clone();
        let mut precision = Precision::Normal;
        let mut nodes = 0;
        let mut last = Refusal::Unfounded;
        for _ in 0..ATTEMPTS {
            let Some(stated) = self.stated(&no_goods, &mut || self.is_over() || on(&Progress::default()).is_break())
            else {
                return Ok(QueryResult { nodes, ..QueryResult::NOTHING });
            };
            let ask = self.terms(&stated, warm, precision);
            let mut cancelled = false;
            let mut tell = |tick: &Tick| {
                let flow = on(&progress(tick, stated.goal.constant));
                cancelled |= flow.is_break();
                flow
            };
            let doubted = self.is_doubted(&stated);
            let outcome = match self.backend.run_surely(&stated.statement.program, &ask, &mut tell) {
                // Where it can fail at all it fails on numbers like these: then it has found nothing.
                Err(_) if doubted => return Ok(QueryResult { nodes, ..QueryResult::NOTHING }),
                outcome => outcome?,
            };
            nodes += outcome.nodes;
            match self.examined(&stated, &outcome, doubted) {
                Ok(reply) => return Ok(QueryResult { nodes, ..reply }),
                Err((refusal, portfolio)) => {
                    if let (Precision::Tightest, Some(portfolio)) = (precision, portfolio) {
                        let starts = portfolio.picks().iter().map(|pick| (pick.candidate, pick.start));
                        no_goods.push(NoGood::Starts(starts.collect()));
                    }
                    precision = Precision::Tightest;
                    last = refusal;
                }
            }
            if cancelled {
                return Ok(QueryResult { nodes, ..QueryResult::NOTHING });
            }
        }
        if self.stated(&no_goods, &mut || false).is_some_and(|stated| self.is_doubted(&stated)) {
            return Ok(QueryResult { nodes, ..QueryResult::NOTHING });
        }
        if self.backend.distrust(&last.to_string()) {
            return self.answer(warm, on);
        }
        Err(OptimiseError::Refused { solver: self.backend.name(), times: ATTEMPTS, last })
    }

    /// Whether the numbers are too far apart for what the solver says to prove anything.
    fn is_doubted(&self, stated: &Stated) -> bool {
        doubt(&stated.statement.program, &stated.goal.terms, self.unit() == Unit::Points).is_some()
    }

    /// Whether the time limit was reached.
    fn is_over(&self) -> bool {
        self.options.time_limit.is_some_and(|limit| self.began.elapsed() >= limit)
    }

    /// The question as a program; `None` if `tick` said that it is to stop.
    fn stated(&self, no_goods: &[NoGood], tick: &mut dyn FnMut() -> bool) -> Option<Stated<'_>> {
        let mut statement = state_unless(&self.question.case, Form::Tight, tick)?;
        statement.add_cut_offs(no_goods);
        for bound in &self.question.bounds {
            let push = if bound.side == Side::AtLeast { Push::Up } else { Push::Down };
            let sum = statement.measure(&bound.measure, push);
            let side = bound.value - sum.constant;
            match bound.side {
                Side::AtLeast => statement.program.at_least(Tag::Objective, sum.terms, side),
                Side::AtMost => statement.program.at_most(Tag::Objective, sum.terms, side),
            }
        }
        let mut least = None;
        let goal = match &self.question.aim {
            Aim::Best => statement.measure(&Measure::Objective, Push::Up),
            Aim::Highest(measure) => statement.measure(measure, Push::Up),
            Aim::Lowest(measure) => statement.measure(measure, Push::Down),
            Aim::HighestLeast(parts) => {
                let column = statement.program.column(What::Least, Kind::Continuous, SHIFT + SHIFT);
                let mut sums = Vec::new();
                for (measure, offset) in parts {
                    let mut sum = statement.measure(measure, Push::Up);
                    sum.constant += SHIFT - offset;
                    let mut terms = sum.terms.clone();
                    terms.push((column, Decimal::NEGATIVE_ONE));
                    statement.program.at_least(Tag::Objective, terms, -sum.constant);
                    sums.push(sum);
                }
                least = Some((column, sums));
                Sum { terms: vec![(column, Decimal::ONE)], constant: -SHIFT }
            }
        };
        Some(Stated { statement, goal, least })
    }

    fn unit(&self) -> Unit {
        match &self.question.aim {
            Aim::Highest(measure) | Aim::Lowest(measure) => match measure {
                Measure::Cost | Measure::Spending(_) => Unit::Money,
                Measure::Distance(_) => Unit::Count,
                _ => Unit::Points,
            },
            _ => Unit::Points,
        }
    }

    fn terms(&self, stated: &Stated, warm: Option<&Portfolio>, precision: Precision) -> Ask {
        let (scale, gap) = match self.unit() {
            Unit::Points => (POINT, SEARCH_WITHIN.max(self.options.gap)),
            Unit::Money => {
                let scale = scale(stated.goal.terms.iter().map(|&(_, bill)| bill));
                (scale, Decimal::new(5, 1) * scale.unit())
            }
            Unit::Count => (Scale::ONE, Decimal::new(5, 1)),
        };
        let lowest = matches!(self.question.aim, Aim::Lowest(_));
        let start = warm.and_then(|portfolio| point(stated, portfolio));
        Ask {
            direction: if lowest { Direction::Minimise } else { Direction::Maximise },
            objective: stated.goal.terms.clone(),
            scale,
            gap,
            time: self.options.time_limit.map(|limit| limit.saturating_sub(self.began.elapsed())),
            memory: self.options.memory_limit,
            threads: self.options.threads,
            precision,
            effort: Effort::Balanced,
            start: start.map(|point| point.iter().map(|&value| f64::try_from(value).unwrap_or(0.0)).collect()),
        }
    }

    /// The reply that an outcome stands for, its portfolio measured; or why it is refused.
    ///
    /// Of what is doubted only the portfolio counts, for what it is measured to be.
    fn examined(
        &self,
        stated: &Stated,
        outcome: &Outcome,
        doubted: bool,
    ) -> Result<QueryResult, (Refusal, Option<Portfolio>)> {
        if outcome.end == Ended::Infeasible {
            return Ok(if doubted { QueryResult::NOTHING } else { QueryResult::IMPOSSIBLE });
        }
        let decimal = |value: f64| Decimal::try_from(value).ok().map(|value| value + stated.goal.constant);
        let bound = outcome.bound.filter(|_| !doubted).and_then(decimal).map(|bound| self.safe(stated, bound));
        let Some(values) = &outcome.values else { return Ok(QueryResult { bound, ..QueryResult::NOTHING }) };
        let portfolio = stated.statement.read(|column| values[column.0]).portfolio;
        let evaluation = evaluate(&self.question.case, &portfolio);
        if !self.question.allows(&portfolio, &evaluation) {
            return Err((refusal(self.question, &evaluation), Some(portfolio)));
        }
        let is = self.question.aim.of(&self.question.case, &portfolio, &evaluation);
        if doubted {
            let found = Some((portfolio, evaluation));
            return Ok(QueryResult { found, value: Some(is), ..QueryResult::NOTHING });
        }
        let said = outcome.value.and_then(decimal).ok_or((Refusal::NoValue, None))?;
        let tolerance = self.tolerance(is);
        if (said - is).abs() > tolerance {
            return Err((Refusal::WrongValue { said, is }, Some(portfolio)));
        }
        let known = match (outcome.end, bound) {
            (Ended::Done, Some(bound)) if self.question.aim.better_by(bound, is) <= tolerance => ProofStatus::Proven,
            _ => ProofStatus::Open,
        };
        Ok(QueryResult { known, found: Some((portfolio, evaluation)), value: Some(is), bound, nodes: 0 })
    }

    fn tolerance(&self, value: Decimal) -> Decimal {
        match self.unit() {
            Unit::Money => bill_tolerance(value) * Decimal::TWO,
            Unit::Points | Unit::Count => SAME,
        }
    }

    /// A bound on the safe side of a float's rounding.
    fn safe(&self, stated: &Stated, bound: Decimal) -> Decimal {
        let lowest = matches!(self.question.aim, Aim::Lowest(_));
        let margin = match self.unit() {
            Unit::Points => BOUND_MARGIN + off_by(&stated.statement.program, &stated.goal.terms),
            Unit::Money => bill_tolerance(bound),
            Unit::Count => {
                let near = Decimal::new(1, 6);
                return if lowest { (bound - near).ceil() } else { (bound + near).floor() };
            }
        };
        if lowest {
            (bound - margin).round_dp_with_strategy(9, RoundingStrategy::ToNegativeInfinity)
        } else {
            (bound + margin).round_dp_with_strategy(9, RoundingStrategy::ToPositiveInfinity)
        }
    }
}

/// How far a search is.
fn progress(tick: &Tick, constant: Decimal) -> Progress {
    let points = |value: f64| Decimal::try_from(value).ok().map(|value| (value + constant).round_dp(9));
    let (best, bound) = (tick.best.and_then(points), tick.bound.and_then(points));
    let gap = best.zip(bound).map(|(best, bound)| (bound - best).abs());
    Progress { best, bound, gap, nodes: tick.nodes, seconds: tick.seconds, ..Progress::default() }
}

fn refusal(question: &Query, evaluation: &Evaluation) -> Refusal {
    let broken: Vec<String> = evaluation.broken().map(|verdict| verdict.rule.describe(&question.case)).collect();
    if broken.is_empty() { Refusal::NoGood } else { Refusal::BreaksRules(broken) }
}

/// The point of a portfolio in the program, where it keeps all rows.
fn point(stated: &Stated, portfolio: &Portfolio) -> Option<Vec<Decimal>> {
    let value = |sum: &Sum, point: &[Decimal]| {
        let terms: &Terms = &sum.terms;
        terms.iter().map(|&(Col(column), factor)| factor * point[column]).sum::<Decimal>() + sum.constant
    };
    let mut point = stated.statement.point(portfolio)?;
    if let Some((Col(column), sums)) = &stated.least {
        point[*column] = sums.iter().map(|sum| value(sum, &point)).min()?;
    }
    stated.statement.keeps(&point).then_some(point)
}
