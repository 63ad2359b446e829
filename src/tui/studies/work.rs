//! The work of an analysis: run in the background, piece by piece, with what is finished shown as it comes.

use std::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rust_decimal::Decimal;

use super::asked::{Asked, StudyRequest, Wanted};
use super::found::{Finding, Found};
use super::{At, StudyNews};
use crate::analyse::alternatives::Alternatives;
use crate::analyse::budget_frontier::BudgetFrontier;
use crate::analyse::cooperate::Cooperate;
use crate::analyse::derive::without_rule;
use crate::analyse::explain::{Explain, Reasons};
use crate::analyse::importance::Importance;
use crate::analyse::pareto::{Axis, Pareto};
use crate::analyse::robust::Robust;
use crate::analyse::scenarios::{Scenario, scenarios};
use crate::analyse::stress::Stress;
use crate::analyse::sweep::Sweep;
use crate::analyse::{Answerer, Desk, Failure, Outcome, Pace, Pool, Solving, Tally};
use crate::measure::Rule;
use crate::model::{CandidateIx, Case, Portfolio};
use crate::optimise::{Aim, Known, Options, Progress, Question, Reply, optimise};

/// What is finished on the way.
pub(crate) enum Sofar {
    /// The pieces that are.
    Part(Finding),
    /// Where the portfolios of all answers stand on the chart.
    Dots(Vec<At>),
}

/// Works on an analysis. `on` is told how far it is and may break it off; `part` gets what is finished so far.
///
/// # Errors
/// A sentence where it cannot be done.
pub(crate) fn work<'a>(
    request: &StudyRequest,
    workers: usize,
    on: &'a mut (dyn FnMut(&Pace) -> ControlFlow<()> + Send + 'a),
    part: &(dyn Fn(Sofar) + Sync),
) -> Result<Finding, String> {
    let answerer = Knowing {
        solving: Solving::default(),
        request,
        dots: Mutex::new(Vec::new()),
        tell: &|dots| part(Sofar::Dots(dots)),
    };
    let desk = Desk::new(&answerer, workers, on);
    let show = |found: Found| part(Sofar::Part(Finding(Box::new(found))));
    let found = answer(request, &desk, &show).map_err(|failure| failure.to_string())?;
    Ok(Finding(Box::new(found)))
}

/// Works on an analysis at once, as one worker, without news on the way: for drivers without threads or a clock.
pub fn study(request: &StudyRequest) -> StudyNews {
    let mut tally = Tally::default();
    let mut on = |pace: &Pace| {
        tally = pace.tally;
        ControlFlow::Continue(())
    };
    let found = work(request, 1, &mut on, &|_| {});
    StudyNews::End(found, tally, 0.0)
}

fn answer(request: &StudyRequest, desk: &Desk<'_>, show: &(dyn Fn(Found) + Sync)) -> Result<Found, Failure> {
    let case: &Case = &request.case;
    match &request.asked {
        Asked::Budget { from, to, widths } => {
            let sweep = BudgetFrontier::in_percent(case, *from, *to, *widths)?;
            run(&sweep, &sweep, (desk, Begin::Last), Found::Budget, show)
        }
        Asked::Pareto { axes, points } => {
            let (first, second) = axes.as_ref().clone();
            let made = |front| Found::Pareto(Box::new((front, axes.0.clone(), axes.1.clone())));
            let sweep = Pareto { case, first, second, points: *points };
            run(&sweep, &sweep, (desk, Begin::First), made, show)
        }
        Asked::Alternatives { count, within, reach } => {
            let sweep = Alternatives { case, count: *count, within: *within, reach: *reach };
            run(&sweep, &sweep, (desk, Begin::First), |others| Found::Alternatives(others, *within), show)
        }
        Asked::Importance { cuts, turning } => {
            let sweep = Importance { case, cuts: *cuts, turning: *turning };
            run(&sweep, &sweep, (desk, Begin::First), Found::Importance, show)
        }
        Asked::Robust { scenarios, own, voice, draws, outcomes } => {
            let scenarios = wanted(request, scenarios)?;
            let whole = Robust {
                case,
                scenarios: &scenarios,
                own: own.as_ref(),
                voice: *voice,
                draws: *draws,
                outcomes: *outcomes,
            };
            // What chance does is worked out at the end; until then a few outcomes must do.
            let quick = Robust { outcomes: FEW_OUTCOMES.min(*outcomes), ..whole.clone() };
            run(&whole, &quick, (desk, Begin::First), |found| Found::Robust(Box::new(found)), show)
        }
        Asked::Stress { portfolio, scenarios } => {
            let scenarios = wanted(request, scenarios)?;
            let sweep = Stress { case, scenarios: &scenarios, portfolio };
            run(&sweep, &sweep, (desk, Begin::First), |hits| Found::Stress(scenarios.clone(), hits), show)
        }
        Asked::Cooperate => {
            let sweep = Cooperate { case };
            run(&sweep, &sweep, (desk, Begin::First), Found::Cooperate, show)
        }
        Asked::Explain(candidate) => explain(case, *candidate, desk, show),
        Asked::Conflict => conflict(request, desk, show),
    }
}

const FEW_OUTCOMES: usize = 50;

fn wanted(request: &StudyRequest, wanted: &Wanted) -> Result<Vec<Scenario>, Failure> {
    match wanted {
        Wanted::None => Ok(Vec::new()),
        Wanted::Named(names) => scenarios(&request.book, &request.case, names),
    }
}

/// With which piece a run begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begin {
    /// With the first.
    First,
    /// With the last: of a frontier by budget that is the end with the most money, where the most can be picked.
    Last,
}

/// Parts are shown no more often than this.
const PARTS_EVERY: Duration = Duration::from_millis(400);

/// Runs a sweep and shows what is finished after each piece. `quick` puts the pieces together for that.
fn run<S: Sweep>(
    sweep: &S,
    quick: &S,
    (desk, begin): (&Desk<'_>, Begin),
    made: impl Fn(S::Result) -> Found + Sync,
    show: &(dyn Fn(Found) + Sync),
) -> Result<Found, Failure>
where
    S::Base: Clone,
    S::Piece: Clone,
{
    let base = sweep.base(desk)?;
    let mut all: Vec<usize> = (0..sweep.pieces(&base)).collect();
    if begin == Begin::Last {
        all.reverse();
    }
    let kept: Mutex<Vec<Option<S::Piece>>> = Mutex::new(vec![None; all.len()]);
    let shown: Mutex<Option<Instant>> = Mutex::new(None);
    let lock = || kept.lock().unwrap_or_else(PoisonError::into_inner);
    desk.blocks(&all, |piece| {
        let found = sweep.piece(desk, &base, piece)?;
        lock()[piece] = Some(found);
        // Whoever shows a part holds this, so that an older part never follows a newer one.
        if let Ok(mut last) = shown.try_lock()
            && last.is_none_or(|last| last.elapsed() >= PARTS_EVERY)
        {
            let so_far = lock().clone();
            let mut nobody = |_: &Pace| ControlFlow::Break(());
            let closed = Desk::new(&Nobody, 1, &mut nobody);
            // The first word of this desk's listener closes it: nothing is asked while a part is put together.
            closed.finish(0);
            show(made(quick.assemble(&closed, base.clone(), so_far)?));
            *last = Some(Instant::now());
        }
        Ok(())
    })?;
    let pieces = kept.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(made(sweep.assemble(desk, base, pieces)?))
}

/// Why a candidate is in or out: first whether it is, then what would change that.
fn explain(
    case: &Case,
    candidate: CandidateIx,
    desk: &Desk<'_>,
    show: &(dyn Fn(Found) + Sync),
) -> Result<Found, Failure> {
    let sweep = Explain { case, candidate };
    let base = sweep.base(desk)?;
    let made = |reasons: Option<Reasons>| Found::Explain(candidate, reasons.map(Box::new));
    if base.known == Known::Impossible {
        return Ok(made(None));
    }
    show(made(Some(Reasons {
        chosen: base.picks.contains(candidate),
        best: base.clone(),
        otherwise: Outcome::of(&Reply::NOTHING),
        obstacle: None,
        cost: None,
        gain: None,
        budget: None,
    })));
    let piece = sweep.piece(desk, &base, 0)?;
    Ok(made(Some(piece)))
}

/// Why nothing is possible: the rules that conflict, and what leaving out each of them would bring, dearest first.
fn conflict(request: &StudyRequest, desk: &Desk<'_>, show: &(dyn Fn(Found) + Sync)) -> Result<Found, Failure> {
    let case = &request.case;
    let answer = match &request.conflict {
        Some(answer) => answer.as_ref().clone(),
        None => optimise(case, &Options::default(), None, &mut |_| {
            if desk.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
        .map_err(|error| Failure::Solver(error.to_string()))?,
    };
    let rules: Vec<Rule> = answer.conflict.iter().flat_map(|conflict| conflict.rules.clone()).collect();
    let made = |repairs: &[(String, Option<Decimal>)]| {
        let mut repairs = repairs.to_vec();
        repairs.sort_by_key(|(_, objective)| std::cmp::Reverse(*objective));
        Found::Conflict(Box::new(answer.clone()), repairs)
    };
    desk.expect(rules.len());
    let mut repairs = Vec::new();
    for rule in rules {
        show(made(&repairs));
        if desk.is_stopped() {
            break;
        }
        let words = rule.describe(case);
        let reply = desk.best(&mut Pool::default(), &without_rule(case, rule), &format!("without: {words}"))?;
        desk.finish(1);
        if let Some(value) = reply.value {
            repairs.push((words, Some(value.normalize())));
        }
    }
    Ok(made(&repairs))
}

/// The optimiser, with the best portfolio of the case known from the recommendation.
struct Knowing<'a> {
    solving: Solving,
    request: &'a StudyRequest,
    /// Where the answers so far stand on the chart.
    dots: Mutex<Vec<At>>,
    tell: &'a (dyn Fn(Vec<At>) + Sync),
}

impl Knowing<'_> {
    /// Shows where an answer stands, so that a chart grows with every answer and not only with every piece.
    fn show(&self, question: &Question, reply: &Reply) {
        let Some((portfolio, evaluation)) = reply.found.as_ref().filter(|_| reply.known == Known::Proven) else {
            return;
        };
        let case = &self.request.case;
        let at = match &self.request.asked {
            Asked::Budget { .. } => (question.case.total_budget(), evaluation.objective),
            Asked::Pareto { axes, .. } => {
                let of = |axis: &Axis| axis.measure.of(case, portfolio, evaluation);
                (of(&axes.1), of(&axes.0))
            }
            _ => return,
        };
        let mut dots = self.dots.lock().unwrap_or_else(PoisonError::into_inner);
        dots.push(at);
        (self.tell)(dots.clone());
    }
}

impl Answerer for Knowing<'_> {
    fn answer(
        &self,
        question: &Question,
        warm: Option<&Portfolio>,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Reply, Failure> {
        let plain = question.aim == Aim::Best && question.bounds.is_empty() && question.cut_offs.is_empty();
        let reply = match &self.request.known {
            Some(known) if plain && question.case == self.request.case => known.clone(),
            _ => self.solving.answer(question, warm, on)?,
        };
        self.show(question, &reply);
        Ok(reply)
    }
}

/// Answers nothing: behind the desk at which parts are put together.
struct Nobody;

impl Answerer for Nobody {
    fn answer(
        &self,
        _: &Question,
        _: Option<&Portfolio>,
        _: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Reply, Failure> {
        Ok(Reply::NOTHING)
    }
}
