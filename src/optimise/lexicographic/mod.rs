//! The road from a case to an answer: the best objective, then the lowest bill among the best, then a fixed choice among
//! those, each certified.

mod attempts;

use crate::say;
use std::ops::ControlFlow;
use std::time::Duration;

use rust_decimal::Decimal;

use super::answer::{Answer, OptimiseError, SolverReport, Status};
use super::canonical_case::CanonicalCase;
use super::certificate::Certified;
use super::conflict::Conflict;
use super::dd::WarmStart;
use super::heuristics::{greedy, start};
use super::levels::{self, Sought};
use super::no_good::{ConditionalBound, NoGood};
use super::options::{Options, Progress, SolverChoice, Stage, Stop};
use super::run::Run;
use super::solvers::{Solver, choice};
use super::task::{BEST_WITHIN, End, Found, Goal, SolverError, Task};
use super::{iis, tie_break};
use crate::measure::evaluate;
use crate::model::{Aggregate, Case, Portfolio};

/// Room that the second stage leaves below the first stage's bound, so that its rounding never costs the proof.
const ROOM: Decimal = Decimal::from_parts(1, 0, 0, false, 8);

/// A case on its road through the stages.
struct Lexicographic<'a> {
    run: Run<'a>,
    why: Vec<String>,
    asked_with: Vec<(String, String)>,
    first_found: Option<Duration>,
    /// Portfolios that must not be the answer.
    left_out: &'a [NoGood],
    /// What is proven already.
    known: &'a [ConditionalBound],
    /// Whether a case without a portfolio is explained.
    impossible: Impossible,
    /// Whether the bill matters.
    stages: Stages,
    /// What an earlier answer left behind, and what this one leaves.
    warm_start: &'a mut WarmStart,
}

/// How far a run goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stages {
    /// To the lowest bill among the best.
    Both,
    /// To the best objective: whichever of the best portfolios was found.
    Objective,
}

/// What is done where no portfolio is possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Impossible {
    /// It is explained: which rules conflict, and how to repair it.
    Explain,
    /// It is only said: one of many related questions.
    Say,
}

/// What came out of a search, certified.
struct Searched {
    certified: Option<Certified>,
    found: Found,
}

/// Finds the best portfolio of a case.
///
/// `warm` is a portfolio to start from; it is used if it keeps every rule. `on` is told the progress and may break the
/// work off at any time: the best portfolio so far is the answer then, labelled as what it is.
pub fn optimise(
    case: &Case,
    options: &Options,
    warm: Option<&Portfolio>,
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Answer, OptimiseError> {
    optimise_from(case, options, warm, &mut WarmStart::default(), on)
}

/// The same, starting from what an earlier answer about a related case left in `warm_start`, which is then replaced by what
/// this one leaves. The answer is the same as without; where little was changed it comes in a fraction of the time.
pub fn optimise_from(
    case: &Case,
    options: &Options,
    warm: Option<&Portfolio>,
    warm_start: &mut WarmStart,
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Answer, OptimiseError> {
    let (solver, why) = choice::choose(case, options)?;
    optimise_with(case, options, warm, (solver.as_ref(), why, warm_start), on)
}

/// The same with a solver of the caller's, and the reason why it was chosen.
pub(super) fn optimise_with(
    case: &Case,
    options: &Options,
    warm: Option<&Portfolio>,
    (solver, why, warm_start): (&dyn Solver, String, &mut WarmStart),
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Answer, OptimiseError> {
    let ordered = CanonicalCase::new(case);
    let warm = warm.map(|portfolio| ordered.portfolio(portfolio));
    let on = &mut |progress: &Progress| match &progress.conflict {
        Some(conflict) => on(&Progress { conflict: Some(ordered.conflict(conflict)), ..progress.clone() }),
        None => on(progress),
    };
    let answer = if case.aggregate == Aggregate::Weakest {
        let search: levels::Search = &mut |sought, (case, options, warm), on| match sought {
            Sought::Any => any_portfolio(case, options, &mut WarmStart::default(), on),
            Sought::Best => Lexicographic::new(case, options, (why.clone(), &mut *warm_start), on).answer(solver, warm),
        };
        levels::highest(&ordered.case, options, (warm.as_ref(), &[]), search, on)?
    } else {
        Lexicographic::new(&ordered.case, options, (why, warm_start), on).answer(solver, warm.as_ref())?
    };
    Ok(ordered.answer(case, answer))
}

/// Finds the best portfolio of a case in its fixed order apart from those that are left out; does not explain where there
/// is none, and looks for the lowest bill only where that is wanted. `known` is proven already.
pub(super) fn best_without(
    case: &Case,
    options: &Options,
    warm: Option<&Portfolio>,
    (left_out, known, stages, warm_start): (&[NoGood], &[ConditionalBound], Stages, &mut WarmStart),
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Answer, OptimiseError> {
    if case.aggregate == Aggregate::Weakest {
        // What is proven of the index says nothing about that of another level.
        let search: levels::Search = &mut |sought, (case, options, warm), on| match sought {
            Sought::Any => {
                best_without(case, options, warm, (left_out, &[], Stages::Objective, &mut WarmStart::default()), on)
            }
            Sought::Best => best_without(case, options, warm, (left_out, &[], stages, &mut *warm_start), on),
        };
        return levels::highest(case, options, (warm, left_out), search, on);
    }
    let (solver, why) = choice::choose(case, options)?;
    let run = Lexicographic {
        left_out,
        known,
        impossible: Impossible::Say,
        stages,
        ..Lexicographic::new(case, options, (why, warm_start), on)
    };
    run.answer(solver.as_ref(), warm)
}

/// A portfolio of a case in its fixed order, for whoever only wants to know whether there is one.
fn any_portfolio(
    case: &Case,
    options: &Options,
    warm_start: &mut WarmStart,
    on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Answer, OptimiseError> {
    best_without(case, options, None, (&[], &[], Stages::Objective, warm_start), on)
}

impl<'a> Lexicographic<'a> {
    /// A run that nothing was left out of, that goes over both stages and explains.
    fn new(
        case: &'a Case,
        options: &'a Options,
        (why, warm_start): (String, &'a mut WarmStart),
        on: &'a mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Self {
        Self {
            run: Run::new(case, options, on),
            why: vec![why],
            asked_with: Vec::new(),
            first_found: None,
            left_out: &[],
            known: &[],
            impossible: Impossible::Explain,
            stages: Stages::Both,
            warm_start,
        }
    }

    fn answer(mut self, solver: &dyn Solver, warm: Option<&Portfolio>) -> Result<Answer, OptimiseError> {
        let start = self.start(warm);
        let searched = if let Some(stop) = self.run.over() {
            Searched { certified: None, found: Found::nothing(End::Stopped(stop)) }
        } else {
            self.search(solver, Goal::Best, start.as_ref())?
        };
        self.asked_with.clone_from(&searched.found.options);
        let end = searched.found.end;
        if end == End::Infeasible {
            if start.is_some() {
                if solver.distrust(&say!("lexicographic-no-portfolio-possible")) {
                    return self.answer(solver, warm);
                }
                return Err(OptimiseError::WronglyInfeasible(solver.name()));
            }
            let conflict = match self.impossible {
                Impossible::Explain => self.explained(solver)?,
                Impossible::Say => None,
            };
            let mut answer = self.close(solver, Status::Infeasible, None);
            answer.conflict = conflict;
            return Ok(answer);
        }
        let prices = searched.found.prices.clone();
        let mut best = better(searched.certified, start);
        // A bound that the best is above of is none.
        let holds = |bound: &Decimal| best.as_ref().is_none_or(|best| best.evaluation.objective <= *bound);
        let bound = searched.found.bound.filter(holds);
        let status = status(end, best.as_ref(), bound);
        let mut stopped = match end {
            End::Stopped(stop) if status != Status::Optimal => Some(stop),
            _ => None,
        };
        if let (Status::Optimal, Some(first), Some(bound)) = (status, best.as_ref(), bound) {
            let at_least = (bound - BEST_WITHIN + ROOM).min(first.evaluation.objective);
            let (case, left_out) = (self.run.case, self.left_out);
            let mut cut_short = None;
            best = Some(match self.stages {
                Stages::Both => {
                    let (cheapest, stop) = self.cheapest(solver, first, at_least)?;
                    cut_short = stop;
                    let chosen = cheapest.unwrap_or_else(|| first.clone());
                    tie_break::break_ties(case, left_out, chosen, &mut || self.run.asks_to_stop(Stage::Cheapest))
                }
                // Whichever it is: when it starts and who pays how much is nobody's question.
                Stages::Objective => {
                    tie_break::fewest(case, left_out, first.clone(), &mut || self.run.asks_to_stop(Stage::Best))
                }
            });
            stopped = cut_short.or(self.run.over());
        } else if let Some(found) = best {
            let (case, left_out) = (self.run.case, self.left_out);
            best = Some(tie_break::fewest(case, left_out, found, &mut || self.run.asks_to_stop(Stage::Best)));
        }
        if stopped == Some(Stop::TooFarApart) {
            self.say_doubts(solver, status);
        }
        let mut answer = self.close(solver, status, best);
        answer.gap = answer
            .evaluation
            .as_ref()
            .zip(bound)
            .map(|(evaluation, bound)| (bound - evaluation.objective).max(Decimal::ZERO));
        answer.bound = bound;
        answer.stopped = stopped;
        answer.prices = prices;
        Ok(answer)
    }

    /// A portfolio to start from that keeps every rule: the caller's or the greedy one, whichever is better.
    fn start(&mut self, warm: Option<&Portfolio>) -> Option<Certified> {
        if self.run.options.solver == SolverChoice::HighsNatural {
            return None;
        }
        let certified = |portfolio: Portfolio| {
            let evaluation = evaluate(self.run.case, &portfolio);
            let allowed = evaluation.keeps_all_rules() && !self.left_out.iter().any(|no_good| no_good.cuts(&portfolio));
            allowed.then_some(Certified { portfolio, evaluation })
        };
        let mut start = warm.cloned().and_then(certified);
        self.tell_start(start.as_ref());
        if self.left_out.is_empty() && !self.warm_start.is_near(self.run.case) {
            *self.warm_start = self.warm_start.hints_only();
        }
        // What an earlier answer left behind is a better start than anything that can be put together quickly.
        let is_known = self.warm_start.best.as_ref().is_some_and(|it| it.portfolio.is_some());
        if !is_known && !self.run.is_over() {
            start = better(start, self.put_together().and_then(certified));
            self.tell_start(start.as_ref());
        }
        start
    }

    /// Which rules conflict; `None` if the solver that would look for them does not take the case on.
    fn explained(&mut self, solver: &dyn Solver) -> Result<Option<Conflict>, OptimiseError> {
        match iis::explain(&mut self.run, solver.name(), any_portfolio) {
            Err(OptimiseError::Solver(why @ SolverError::TooLarge { .. })) => {
                self.why.push(say!("lexicographic-which-rules-conflict", why = why));
                Ok(None)
            }
            explained => explained,
        }
    }

    /// Tells of a portfolio to start from. A cancel is remembered.
    fn tell_start(&mut self, start: Option<&Certified>) {
        if let Some(start) = start {
            self.first_found.get_or_insert_with(|| self.run.began.elapsed());
            let progress = Progress { best: Some(start.evaluation.objective), ..Progress::default() };
            let _ = self.run.tell(&progress, Stage::Best);
        }
    }

    /// A portfolio that is put together within milliseconds: by the breakout search, or by the greedy one where the
    /// engine does not take the case on.
    fn put_together(&mut self) -> Option<Portfolio> {
        let (case, left_out) = (self.run.case, self.left_out);
        let mut tell = |best: Option<Decimal>| {
            if best.is_some() {
                self.first_found.get_or_insert_with(|| self.run.began.elapsed());
            }
            // Floating point rounds: what is told is never more than the portfolio is worth.
            let best = best.map(|best| (best - ROOM).round_dp(9));
            self.run.tell(&Progress { best, ..Progress::default() }, Stage::Best).is_break() || self.run.is_over()
        };
        match start(case, left_out, &mut tell) {
            Ok(found) => found,
            Err(_) => Some(greedy(case, &mut || tell(None))),
        }
    }

    /// The second stage. A stop leaves the best that is known.
    fn cheapest(
        &mut self,
        solver: &dyn Solver,
        first: &Certified,
        at_least: Decimal,
    ) -> Result<(Option<Certified>, Option<Stop>), OptimiseError> {
        if first.evaluation.cost.is_zero() {
            return Ok((None, None));
        }
        let start = (first.evaluation.objective >= at_least).then_some(first);
        let searched = match self.search(solver, Goal::Cheapest { at_least }, start) {
            Err(OptimiseError::Refused { .. }) => {
                self.why.push(say!("lexicographic-lowest-bill-among"));
                return Ok((None, None));
            }
            searched => searched?,
        };
        let stop = match searched.found.end {
            End::Proven => None,
            // The first stage's portfolio is one: this can only be rounding at the edge.
            End::Infeasible => {
                self.why.push(say!("lexicographic-search-lowest-bill"));
                None
            }
            End::Stopped(stop) => Some(stop),
        };
        let cheaper = searched.certified.filter(|certified| certified.evaluation.cost <= first.evaluation.cost);
        Ok((cheaper, stop))
    }

    /// Says which numbers are too far apart, and what would help.
    fn say_doubts(&mut self, solver: &dyn Solver, status: Status) {
        let goal = match status {
            Status::Optimal => Goal::Cheapest { at_least: Decimal::ZERO },
            _ => Goal::Best,
        };
        let task = Task { goal, no_goods: self.left_out, ..Task::best(self.run.case, self.run.options) };
        self.why.extend(solver.doubts(&task));
    }

    fn close(&self, solver: &dyn Solver, status: Status, best: Option<Certified>) -> Answer {
        let milliseconds =
            |duration: Duration| Decimal::new(i64::try_from(duration.as_millis()).unwrap_or(i64::MAX), 3);
        let (portfolio, evaluation) = best.map(|best| (best.portfolio, best.evaluation)).unzip();
        Answer {
            status,
            portfolio,
            evaluation,
            bound: None,
            gap: None,
            stopped: None,
            solver: SolverReport {
                name: solver.name().to_owned(),
                version: solver.version(),
                seconds: milliseconds(self.run.began.elapsed()),
                nodes: self.run.nodes,
                first_found: self.first_found.map(milliseconds),
                options: self.asked_with.clone(),
                is_word: solver.is_word(),
                why: self.why.iter().cloned().chain(solver.remark()).collect::<Vec<_>>().join(" "),
            },
            conflict: None,
            prices: None,
            closeness: None,
            level: None,
        }
    }
}

/// The better of two; the first where they are equal.
fn better(a: Option<Certified>, b: Option<Certified>) -> Option<Certified> {
    match (a, b) {
        (Some(a), Some(b)) if b.evaluation.objective > a.evaluation.objective => Some(b),
        (a, b) => a.or(b),
    }
}

fn status(end: End, best: Option<&Certified>, bound: Option<Decimal>) -> Status {
    match (best, bound) {
        (None, _) => Status::Unknown,
        (Some(best), Some(bound)) if bound - best.evaluation.objective <= BEST_WITHIN && end != End::Infeasible => {
            Status::Optimal
        }
        _ => Status::Feasible,
    }
}
