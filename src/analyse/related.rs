//! Many related questions: asked only where known portfolios do not already prove the answer, from the best start, side
//! by side, in a fixed order.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rust_decimal::Decimal;

use super::inherited::is_no_easier;
use crate::measure::{Evaluation, Measures};
use crate::model::{Case, Portfolio};
use crate::optimise::{self, Aim, Known, Measure, Memory, Options, Progress, Question, Reply, SAME};

/// Whoever answers questions: a solver behind its certificate, or an exhaustive search in tests.
pub trait Answerer: Sync {
    /// Answers a question. `warm` keeps every rule of the question. `on` may break the search off, which gives what is
    /// known so far.
    fn answer(
        &self,
        question: &Question,
        warm: Option<&Portfolio>,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Reply, Failure>;

    /// The same from what the answer to a related question left in `memory`, which is replaced by what this one leaves.
    /// Whoever has no memory answers afresh.
    fn answer_from(
        &self,
        question: &Question,
        warm: Option<&Portfolio>,
        memory: &mut Memory,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Reply, Failure> {
        let _ = memory;
        self.answer(question, warm, on)
    }
}

/// Why an analysis could not be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The solver failed.
    #[error("{0}")]
    Solver(String),
    /// What was asked for is not there or makes no sense, in a full sentence.
    #[error("{0}")]
    Asked(String),
}

/// How far an analysis is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pace {
    /// Parts that are finished.
    pub done: usize,
    /// Parts that are known of so far; grows where the search finds more to do.
    pub total: usize,
    /// Questions so far.
    pub tally: Tally,
    /// The part that is being worked on, in words.
    pub doing: String,
    /// The search that is running.
    pub search: Option<Progress>,
}

/// How many questions were answered, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Tally {
    /// Searched for by a solver.
    pub searched: usize,
    /// Proven by portfolios that were already known.
    pub implied: usize,
}

impl std::ops::Add for Tally {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { searched: self.searched + other.searched, implied: self.implied + other.implied }
    }
}

/// Whoever is told of the pace; may break the analysis off.
pub type Listener<'a> = dyn FnMut(&Pace) -> ControlFlow<()> + Send + 'a;

/// Where an analysis puts its questions.
pub struct Desk<'a> {
    answerer: &'a dyn Answerer,
    workers: usize,
    on: Mutex<&'a mut Listener<'a>>,
    stopped: AtomicBool,
    done: AtomicUsize,
    total: AtomicUsize,
    searched: AtomicUsize,
    implied: AtomicUsize,
    /// What the first answer left: where blocks begin.
    base: Mutex<Memory>,
}

/// The portfolios that a block of questions knows of.
///
/// A pool belongs to one block and is filled in the block's own order, so that what is found does not depend on which
/// blocks run at the same time, or on which machine.
#[derive(Debug, Clone, Default)]
pub struct Pool {
    known: Vec<Portfolio>,
    /// Cases whose best is proven; none where there is none.
    answered: Vec<(Arc<Case>, Option<Ceiling>)>,
    /// What answers left behind: the first, and the last ones.
    memories: Vec<Memory>,
}

/// What a search starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// What the answer to the most similar case left behind, if that differs in a few rows; else the best known portfolio.
    Nearest,
    /// What the last answer left behind.
    Last,
    /// The best known portfolio alone: another tree leads astray where each answer is worth less than the one before.
    Portfolio,
}

/// A value that no portfolio of a question can beat: what a question with fewer rules was proven to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ceiling {
    /// No portfolio has a better value for the aim.
    pub value: Decimal,
    /// No portfolio with this value is cheaper; none where the bill does not matter.
    pub cost: Option<Decimal>,
}

impl Ceiling {
    /// What a proven answer is to every question that only adds rules to its own; none where it is not proven.
    pub fn of(reply: &Reply) -> Option<Self> {
        let cost = reply.evaluation().map(|evaluation| evaluation.cost);
        (reply.known == Known::Proven).then_some(())?;
        Some(Self { value: reply.value?, cost })
    }
}

/// So many memories are kept.
const MEMORIES: usize = 3;
/// So many portfolios are kept: the first, and the last ones.
const PORTFOLIOS: usize = 40;
/// So many answered cases are kept: the first, and the last ones.
const ANSWERED: usize = 8;
/// In so many rows another case may differ for its search to be gone on with.
const NEAR: usize = 3;
/// A search that starts from another answer and has not ended after so many nodes starts afresh.
const PATIENCE: u64 = 3000;

impl Pool {
    /// Adds a portfolio.
    pub fn add(&mut self, portfolio: &Portfolio) {
        if !self.known.contains(portfolio) {
            if self.known.len() >= PORTFOLIOS {
                self.known.remove(1);
            }
            self.known.push(portfolio.clone());
        }
    }

    /// Keeps the proven best of a case, from which cases that are no easier inherit their bounds.
    pub fn answer(&mut self, case: Arc<Case>, best: Option<Ceiling>) {
        if self.answered.len() >= ANSWERED {
            self.answered.remove(1);
        }
        self.answered.push((case, best));
    }

    /// What the answered cases prove of a question: the lowest bound, or that nothing is possible.
    fn inherited(&self, question: &Question) -> Inherited {
        let mut lowest: Option<Ceiling> = None;
        if question.aim != Aim::Best && question.aim != Aim::Highest(Measure::Objective) {
            return Inherited::Bound(None);
        }
        for (case, best) in &self.answered {
            let lower = |best: &Ceiling| lowest.is_none_or(|lowest| best.value < lowest.value);
            if best.as_ref().is_none_or(lower) && is_no_easier(&question.case, case) {
                let Some(best) = best else { return Inherited::Impossible };
                lowest = Some(*best);
            }
        }
        Inherited::Bound(lowest)
    }

    /// What a search starts from.
    fn memory(&self, question: &Question, from: From) -> Option<Memory> {
        match from {
            From::Portfolio => self.memories.first().map(Memory::hints_only),
            From::Last => self.memories.last().cloned(),
            From::Nearest => {
                let by_distance = |memory: &Memory| Some((memory.distance(question)?, memory.clone()));
                let nearest = self.memories.iter().rev().filter_map(by_distance).min_by_key(|&(rows, _)| rows);
                nearest.filter(|&(rows, _)| rows <= NEAR).map(|(_, memory)| memory)
            }
        }
    }

    /// Keeps what an answer left behind.
    fn remember(&mut self, memory: Memory) {
        if self.memories.len() >= MEMORIES {
            self.memories.remove(1);
        }
        self.memories.push(memory);
    }

    /// The best known portfolio that the question allows: `(portfolio, evaluation, value)`.
    fn best(&self, question: &Question) -> Option<(Portfolio, Evaluation, Decimal)> {
        let measures = Measures::new(&question.case);
        let mut best: Option<(Portfolio, Evaluation, Decimal)> = None;
        for portfolio in &self.known {
            let evaluation = measures.evaluate(&question.case, portfolio);
            if !question.allows(portfolio, &evaluation) {
                continue;
            }
            let value = question.aim.of(&question.case, portfolio, &evaluation);
            let wins = best.as_ref().is_none_or(|(_, other, highest)| {
                let by = question.aim.better_by(value, *highest);
                by > SAME || (by >= -SAME && evaluation.cost < other.cost)
            });
            if wins {
                best = Some((portfolio.clone(), evaluation, value));
            }
        }
        best
    }

    /// Whether a known portfolio that the question allows reaches this value.
    pub(super) fn reaches(&self, question: &Question, value: Decimal) -> bool {
        self.best(question).is_some_and(|(_, _, best)| question.aim.better_by(best, value) >= -SAME)
    }
}

/// What answered cases prove of a question.
enum Inherited {
    /// Nothing is possible.
    Impossible,
    /// Nothing is better than this, where it is anything.
    Bound(Option<Ceiling>),
}

/// The lower of two ceilings; of two that are as high, the one with the higher bill.
fn lower(one: Option<Ceiling>, other: Option<Ceiling>) -> Option<Ceiling> {
    match (one, other) {
        (Some(one), Some(other)) => {
            let first = one.value < other.value || (one.value == other.value && one.cost >= other.cost);
            Some(if first { one } else { other })
        }
        (one, other) => one.or(other),
    }
}

/// What a reply is under a ceiling: its bound is no worse, and what reaches the ceiling is proven.
fn under(question: &Question, mut reply: Reply, ceiling: Option<Ceiling>) -> Reply {
    let Some(ceiling) = ceiling.filter(|_| reply.known == Known::Open) else { return reply };
    if reply.bound.is_none_or(|bound| question.aim.better_by(bound, ceiling.value) > Decimal::ZERO) {
        reply.bound = Some(ceiling.value);
    }
    if let Some(value) = reply.value.filter(|_| question.aim != Aim::Best)
        && question.aim.better_by(value, ceiling.value) >= -SAME
    {
        reply.known = Known::Proven;
        if question.aim.better_by(value, ceiling.value) > Decimal::ZERO {
            reply.bound = Some(value);
        }
    }
    reply
}

/// What a search that was stopped found, or what was known before it where that is better.
fn at_least(question: &Question, reply: Reply, known: Option<(Portfolio, Evaluation, Decimal)>) -> Reply {
    let Some((portfolio, evaluation, value)) = known.filter(|_| reply.known == Known::Open) else { return reply };
    if reply.value.is_some_and(|found| question.aim.better_by(value, found) <= Decimal::ZERO) {
        return reply;
    }
    Reply { found: Some((portfolio, evaluation)), value: Some(value), ..reply }
}

impl<'a> Desk<'a> {
    /// A desk in front of an answerer. `workers` blocks of questions run at the same time; at least 1.
    pub fn new(answerer: &'a dyn Answerer, workers: usize, on: &'a mut Listener<'a>) -> Self {
        Self {
            answerer,
            workers: workers.max(1),
            on: Mutex::new(on),
            stopped: AtomicBool::new(false),
            done: AtomicUsize::new(0),
            total: AtomicUsize::new(0),
            searched: AtomicUsize::new(0),
            implied: AtomicUsize::new(0),
            base: Mutex::new(Memory::default()),
        }
    }

    /// Whether the listener broke the analysis off.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// How many questions were answered, and how.
    pub fn tally(&self) -> Tally {
        Tally { searched: self.searched.load(Ordering::Relaxed), implied: self.implied.load(Ordering::Relaxed) }
    }

    /// Says that so many parts more are to be done.
    pub fn expect(&self, parts: usize) {
        self.total.fetch_add(parts, Ordering::Relaxed);
    }

    /// Says that so many parts are finished.
    pub fn finish(&self, parts: usize) {
        self.done.fetch_add(parts, Ordering::Relaxed);
        let _ = self.tell("", None);
    }

    /// Counts a question that needed no search.
    pub fn imply(&self) {
        self.implied.fetch_add(1, Ordering::Relaxed);
    }

    /// Tells the listener; gives whether to go on.
    fn tell(&self, doing: &str, search: Option<&Progress>) -> ControlFlow<()> {
        if self.is_stopped() {
            return ControlFlow::Break(());
        }
        let pace = Pace {
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
            tally: self.tally(),
            doing: doing.to_owned(),
            search: search.cloned(),
        };
        let mut on = self.on.lock().unwrap_or_else(PoisonError::into_inner);
        let flow = on(&pace);
        if flow.is_break() {
            self.stopped.store(true, Ordering::Relaxed);
        }
        flow
    }

    /// Answers a question: by what the pool already proves under the ceiling, else by a search from the pool's best.
    /// The portfolio found joins the pool.
    pub fn ask(
        &self,
        pool: &mut Pool,
        question: &Question,
        ceiling: Option<Ceiling>,
        doing: &str,
    ) -> Result<Reply, Failure> {
        self.ask_from(pool, question, (ceiling, From::Nearest), doing)
    }

    /// The same, with a say in what a search starts from.
    pub fn ask_from(
        &self,
        pool: &mut Pool,
        question: &Question,
        (ceiling, from): (Option<Ceiling>, From),
        doing: &str,
    ) -> Result<Reply, Failure> {
        let ceiling = match pool.inherited(question) {
            Inherited::Impossible => {
                self.imply();
                return Ok(Reply::IMPOSSIBLE);
            }
            Inherited::Bound(inherited) => lower(ceiling, inherited),
        };
        let best = pool.best(question);
        if let (Some((portfolio, evaluation, value)), Some(ceiling)) = (&best, ceiling) {
            let reached = question.aim.better_by(*value, ceiling.value) >= -SAME;
            let cheap = question.aim != Aim::Best || ceiling.cost.is_some_and(|cost| evaluation.cost <= cost);
            if reached && cheap {
                self.imply();
                return Ok(Reply {
                    known: Known::Proven,
                    found: Some((portfolio.clone(), evaluation.clone())),
                    value: Some(*value),
                    bound: Some(ceiling.value),
                    nodes: 0,
                });
            }
        }
        if self.tell(doing, None).is_break() {
            return Ok(Reply { bound: ceiling.map(|ceiling| ceiling.value), ..Reply::NOTHING });
        }
        let known = best.clone();
        let warm = best.map(|(portfolio, _, _)| portfolio);
        if pool.memories.is_empty() {
            let base = self.base.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if !base.is_empty() {
                pool.memories.push(base);
            }
        }
        let reply = self.search(pool, question, (warm.as_ref(), ceiling, from), doing)?;
        let reply = under(question, at_least(question, reply, known), ceiling);
        self.searched.fetch_add(1, Ordering::Relaxed);
        if let Some(portfolio) = reply.portfolio() {
            pool.add(portfolio);
        }
        let whole = question.bounds.is_empty() && question.cut_offs.is_empty();
        if whole && (question.aim == Aim::Best || question.aim == Aim::Highest(Measure::Objective)) {
            match reply.known {
                Known::Impossible => pool.answer(Arc::clone(&question.case), None),
                Known::Proven => {
                    // Only the best is known to be the cheapest of its worth.
                    let of = |ceiling: Ceiling| Ceiling {
                        cost: ceiling.cost.filter(|_| question.aim == Aim::Best),
                        ..ceiling
                    };
                    if let Some(ceiling) = Ceiling::of(&reply) {
                        pool.answer(Arc::clone(&question.case), Some(of(ceiling)));
                    }
                }
                Known::Open => {}
            }
        }
        Ok(reply)
    }

    /// Searches, until the answer is proven by itself or by the ceiling. A search that another answer leads nowhere is
    /// given up for a fresh one.
    fn search(
        &self,
        pool: &mut Pool,
        question: &Question,
        (warm, ceiling, from): (Option<&Portfolio>, Option<Ceiling>, From),
        doing: &str,
    ) -> Result<Reply, Failure> {
        let by_objective =
            matches!(question.aim, Aim::Highest(Measure::Objective | Measure::Gain(_) | Measure::ObjectiveIn(_)));
        let high = ceiling.filter(|_| by_objective).map(|ceiling| ceiling.value - SAME);
        let mut memory = pool.memory(question, from).unwrap_or_default();
        let is_warm = !memory.is_empty();
        let (mut enough, mut lost) = (false, false);
        let mut tell = |progress: &Progress| {
            enough |= progress.best.zip(high).is_some_and(|(best, high)| best >= high);
            lost |= is_warm && progress.nodes > PATIENCE;
            if enough || lost { ControlFlow::Break(()) } else { self.tell(doing, Some(progress)) }
        };
        let mut reply = self.answerer.answer_from(question, warm, &mut memory, &mut tell)?;
        let mut proven = under(question, reply, ceiling);
        if !proven.is_proven() && (enough || lost) && !self.is_stopped() {
            let warm = proven.portfolio().cloned().or_else(|| warm.cloned());
            memory = Memory::default();
            let mut tell = |progress: &Progress| self.tell(doing, Some(progress));
            reply = self.answerer.answer_from(question, warm.as_ref(), &mut memory, &mut tell)?;
            proven = under(question, reply, ceiling);
            enough = false;
        }
        if !memory.is_empty() && !enough {
            pool.remember(memory);
        }
        Ok(proven)
    }

    /// The best portfolio of a case.
    pub fn best(&self, pool: &mut Pool, case: &Case, doing: &str) -> Result<Reply, Failure> {
        self.ask(pool, &Question::best(Arc::new(case.clone())), None, doing)
    }

    /// The best portfolio of the case that all questions are about. What its search leaves behind is what every block
    /// begins with, so this is asked before there are any.
    pub fn first(&self, case: &Case, doing: &str) -> Result<Reply, Failure> {
        let mut pool = Pool::default();
        let reply = self.best(&mut pool, case, doing)?;
        let mut base = self.base.lock().unwrap_or_else(PoisonError::into_inner);
        if let (true, Some(memory)) = (base.is_empty(), pool.memories.last()) {
            base.clone_from(memory);
        }
        drop(base);
        Ok(reply)
    }

    /// Runs blocks of questions side by side and gives their results in order; those that were not begun when the
    /// analysis was broken off are none.
    pub fn blocks<T: Send>(
        &self,
        wanted: &[usize],
        work: impl Fn(usize) -> Result<T, Failure> + Sync,
    ) -> Result<Vec<(usize, Option<T>)>, Failure> {
        let next = AtomicUsize::new(0);
        let results: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::new());
        let failure: Mutex<Option<(usize, Failure)>> = Mutex::new(None);
        std::thread::scope(|scope| {
            for _ in 0..self.workers.min(wanted.len()) {
                scope.spawn(|| {
                    while let Some(&block) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if self.is_stopped() {
                            break;
                        }
                        match work(block) {
                            Ok(result) => {
                                results.lock().unwrap_or_else(PoisonError::into_inner).push((block, result));
                            }
                            Err(error) => {
                                let mut failure = failure.lock().unwrap_or_else(PoisonError::into_inner);
                                failure.get_or_insert((block, error));
                                break;
                            }
                        }
                    }
                });
            }
        });
        if let Some((_, failure)) = failure.into_inner().unwrap_or_else(PoisonError::into_inner) {
            return Err(failure);
        }
        let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut take = |block: usize| {
            let at = results.iter().position(|(it, _)| *it == block)?;
            Some(results.swap_remove(at).1)
        };
        Ok(wanted.iter().map(|&block| (block, take(block))).collect())
    }
}

/// The optimiser as the answerer.
#[derive(Debug, Clone, Default)]
pub struct Solving {
    /// How each question is solved. The time limit is for one question.
    pub options: Options,
}

impl Answerer for Solving {
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
        optimise::ask_from(question, &self.options, warm, memory, on)
            .map_err(|error| Failure::Solver(error.to_string()))
    }
}
