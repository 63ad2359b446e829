//! The work of an analysis: run in the background, piece by piece, with what is finished shown as it comes.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::ThreadId;

use super::asked::{Asked, StudyRequest, Wanted};
use super::found::{Finding, Found};
use super::so_far::{Ended, SoFar};
use super::{Answered, At, StudyNews};
use crate::analyse::alternatives::Alternatives;
use crate::analyse::budget_frontier::BudgetFrontier;
use crate::analyse::cooperate::Cooperate;
use crate::analyse::derive::with_status;
use crate::analyse::explain::{Explain, Reasons};
use crate::analyse::importance::Importance;
use crate::analyse::pareto::{Axis, Pareto};
use crate::analyse::repairs::{first_conflict, repairs_told};
use crate::analyse::robust::Robust;
use crate::analyse::scenarios::{Scenario, scenarios};
use crate::analyse::stress::Stress;
use crate::analyse::sweep::Sweep;
use crate::analyse::{Answerer, Ceiling, Desk, Failure, Outcome, Pace, Pool, Solving, Tally};
use crate::measure::Rule;
use crate::model::{CandidateIx, Case, Portfolio, Status};
use crate::optimise::{
    Aim, Answer, Conflict, Known, Memory, Options, Progress, Question, Reply, SolverReport, Status as Outlook, optimise,
};

/// What is finished on the way.
pub(crate) enum Sofar {
    /// The pieces that are.
    Part(Finding),
    /// A question that was answered.
    Answered(Answered),
}

/// Works on an analysis. `on` is told how far it is and may break it off; `part` gets what is finished so far.
///
/// # Errors
/// A sentence where it cannot be done.
pub(crate) fn work<'a>(
    request: &StudyRequest,
    (workers, options): (usize, &Options),
    on: &'a mut (dyn FnMut(&Pace) -> ControlFlow<()> + Send + 'a),
    part: &(dyn Fn(Sofar) + Sync),
) -> Result<Finding, String> {
    // What each worker is doing: the desk tells it before it asks.
    let doing: Doing = Mutex::default();
    let answerer = Knowing {
        solving: Solving::with(&options.guests),
        request,
        doing: &doing,
        last: Mutex::new(None),
        tell: &|answered| part(Sofar::Answered(answered)),
    };
    let mut heard = |pace: &Pace| {
        if !pace.doing.is_empty() {
            let mut doing = doing.lock().unwrap_or_else(PoisonError::into_inner);
            doing.insert(std::thread::current().id(), pace.doing.clone());
        }
        on(pace)
    };
    let desk = Desk::new(&answerer, workers, &mut heard);
    let show = |found: Found| part(Sofar::Part(Finding(Box::new(found))));
    let found = answer((request, options), &desk, &show).map_err(|failure| failure.to_string())?;
    Ok(Finding(Box::new(found)))
}

/// Works on an analysis at once, as one worker, without news on the way: for drivers without threads or a clock.
pub fn study(request: &StudyRequest) -> StudyNews {
    let mut tally = Tally::default();
    let mut on = |pace: &Pace| {
        tally = pace.tally;
        ControlFlow::Continue(())
    };
    let found = work(request, (1, &Options::default()), &mut on, &|_| {});
    StudyNews::End(found, tally, 0.0)
}

fn answer(
    (request, options): (&StudyRequest, &Options),
    desk: &Desk<'_>,
    show: &(dyn Fn(Found) + Sync),
) -> Result<Found, Failure> {
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
        Asked::Conflict => conflict((request, options), desk, show),
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

/// Runs a sweep and shows what is finished as it comes, also within a piece. `quick` puts the pieces together for that.
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
    let so_far = SoFar::new(all.len());
    std::thread::scope(|scope| {
        scope.spawn(|| {
            so_far.tell(|pieces| {
                let mut nobody = |_: &Pace| ControlFlow::Break(());
                let closed = Desk::new(&Nobody, 1, &mut nobody);
                // The first word of this desk's listener closes it: nothing is asked while a part is put together.
                closed.finish(0);
                // What is wrong with it is told at the end.
                if let Ok(found) = quick.assemble(&closed, base.clone(), pieces) {
                    show(made(found));
                }
            });
        });
        // Also where the work ends in a panic, so that nobody waits for more.
        let _ended = Ended(&so_far);
        desk.blocks(&all, |piece| {
            let told = |found| so_far.put(piece, found);
            so_far.put(piece, sweep.piece_told(desk, &base, piece, &told)?);
            Ok(())
        })
    })?;
    let pieces = so_far.into_pieces();
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
    let chosen = base.picks.contains(candidate);
    let mut so_far = Reasons {
        chosen,
        best: base.clone(),
        otherwise: Outcome::of(&Reply::NOTHING),
        obstacle: if chosen { None } else { sweep.obstacle(&base.picks.portfolio()) },
        cost: None,
        gain: None,
        budget: None,
    };
    show(made(Some(so_far.clone())));
    let facts = &case[candidate];
    if base.objective.is_some() && !facts.starts(case.first_year, case.last_year).is_empty() {
        // The answer is remembered, so that the piece below does not search for it again.
        let mut pool = Pool::default();
        pool.add(&base.picks.portfolio());
        let status = if chosen { Status::LockedOut } else { Status::LockedIn };
        let question = Question::best(Arc::new(with_status(case, candidate, status)));
        let free = facts.status == Status::Free && base.known == Known::Proven;
        let ceiling = base.objective.filter(|_| free).map(|value| Ceiling { value, cost: base.cost });
        let doing = if chosen { "it is forced out" } else { "it is forced in" };
        so_far.otherwise = Outcome::of(&desk.ask(&mut pool, &question, ceiling, doing)?);
        show(made(Some(so_far)));
    }
    let piece = sweep.piece(desk, &base, 0)?;
    Ok(made(Some(piece)))
}

/// The most ways out that are looked for where nothing is possible.
const MOST_REPAIRS: usize = 10;

/// Why nothing is possible: the rules that conflict, and the ways out in order of price: as `explain` has them.
fn conflict(
    (request, options): (&StudyRequest, &Options),
    desk: &Desk<'_>,
    show: &(dyn Fn(Found) + Sync),
) -> Result<Found, Failure> {
    let case = &request.case;
    let answer = match &request.conflict {
        Some(answer) => answer.as_ref().clone(),
        None => match first_conflict(desk, case)? {
            Some(rules) => impossible(case, rules),
            None => optimise(case, options, None, &mut |_| {
                if desk.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })
            .map_err(|error| Failure::Solver(error.to_string()))?,
        },
    };
    let Some(conflict) = answer.conflict.clone() else { return Ok(Found::Conflict(Box::new(answer), None)) };
    show(Found::Conflict(Box::new(answer.clone()), None));
    let told = |so_far| show(Found::Conflict(Box::new(answer.clone()), Some(so_far)));
    let found = repairs_told(desk, case, &conflict.rules, MOST_REPAIRS, &told)?;
    Ok(Found::Conflict(Box::new(answer), Some(found)))
}

/// The answer that nothing is possible, as these rules cannot hold together.
fn impossible(case: &Case, rules: Vec<Rule>) -> Answer {
    let words = rules.iter().map(|rule| rule.describe(case)).collect();
    Answer {
        status: Outlook::Infeasible,
        portfolio: None,
        evaluation: None,
        bound: None,
        gap: None,
        stopped: None,
        solver: SolverReport::default(),
        conflict: Some(Conflict { rules, words, repair: None, proven_smallest: true }),
        prices: None,
    }
}

/// The optimiser, with the best portfolio of the case known from the recommendation.
struct Knowing<'a> {
    solving: Solving,
    request: &'a StudyRequest,
    doing: &'a Doing,
    /// The last answer of an explanation, which asks for it twice.
    last: Mutex<Option<(Question, Reply)>>,
    tell: &'a (dyn Fn(Answered) + Sync),
}

/// What each worker is doing, in words.
type Doing = Mutex<HashMap<ThreadId, String>>;

impl Knowing<'_> {
    /// Tells an answer at once, so that there is something to see before the first piece is finished.
    fn show(&self, question: &Question, reply: &Reply) {
        let doing = self.doing.lock().unwrap_or_else(PoisonError::into_inner);
        let doing = doing.get(&std::thread::current().id()).cloned().unwrap_or_default();
        let objective = reply.evaluation().map(|evaluation| evaluation.objective.normalize());
        (self.tell)(Answered { doing, known: reply.known, objective, at: self.place(question, reply) });
    }

    /// Where an answer stands on the chart.
    fn place(&self, question: &Question, reply: &Reply) -> Option<At> {
        let (portfolio, evaluation) = reply.found.as_ref().filter(|_| reply.known == Known::Proven)?;
        match &self.request.asked {
            Asked::Budget { .. } => Some((question.case.total_budget(), evaluation.objective)),
            Asked::Pareto { axes, .. } => {
                let of = |axis: &Axis| axis.measure.of(&self.request.case, portfolio, evaluation);
                Some((of(&axes.1), of(&axes.0)))
            }
            _ => None,
        }
    }
}

impl Answerer for Knowing<'_> {
    fn answer(
        &self,
        question: &Question,
        warm: Option<&Portfolio>,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Reply, Failure> {
        self.answer_from(question, warm, &mut Memory::default(), on)
    }

    fn answer_from(
        &self,
        question: &Question,
        warm: Option<&Portfolio>,
        memory: &mut Memory,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Reply, Failure> {
        let plain = question.aim == Aim::Best && question.bounds.is_empty() && question.no_goods.is_empty();
        let explains = matches!(self.request.asked, Asked::Explain(_));
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, reply)) = last.as_ref().filter(|(asked, _)| explains && asked == question) {
            return Ok(reply.clone());
        }
        drop(last.take());
        drop(last);
        let reply = match &self.request.known {
            Some(known) if plain && question.case == self.request.case => known.clone(),
            _ => self.solving.answer_from(question, warm, memory, on)?,
        };
        if explains && reply.is_proven() {
            *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some((question.clone(), reply.clone()));
        }
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
