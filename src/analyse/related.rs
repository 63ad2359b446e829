//! Many related questions: asked only where known portfolios do not already prove the answer, from the best start, side
//! by side, in a fixed order.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rust_decimal::Decimal;

use crate::measure::{Evaluation, Measures};
use crate::model::{Case, Portfolio};
use crate::optimise::{self, Aim, Known, Memory, Options, Progress, Question, Reply, SAME};

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
    /// What answers left behind: the first, and the last ones.
    memories: Vec<Memory>,
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

impl Pool {
    /// Adds a portfolio.
    pub fn add(&mut self, portfolio: &Portfolio) {
        if !self.known.contains(portfolio) {
            self.known.push(portfolio.clone());
        }
    }

    /// What the answer to the most similar case left behind.
    fn nearest(&self, case: &Case) -> Option<Memory> {
        let by_distance = |memory: &&Memory| memory.distance(case).unwrap_or(usize::MAX);
        self.memories.iter().rev().min_by_key(by_distance).cloned()
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

    /// A start for the question made from the last known portfolio: picks go, the least valuable first, until every
    /// rule is kept.
    fn repaired(&self, question: &Question) -> Option<Portfolio> {
        let measures = Measures::new(&question.case);
        let mut portfolio = self.known.last()?.clone();
        loop {
            let evaluation = measures.evaluate(&question.case, &portfolio);
            if question.allows(&portfolio, &evaluation) {
                return Some(portfolio);
            }
            portfolio = without_one(question, &measures, &portfolio, &evaluation)?;
        }
    }
}

/// The portfolio without the pick that loses least for what it mends; none where no pick mends anything.
fn without_one(
    question: &Question,
    measures: &Measures,
    portfolio: &Portfolio,
    evaluation: &Evaluation,
) -> Option<Portfolio> {
    let excess = |evaluation: &Evaluation| -> (usize, Decimal) {
        let broken: Vec<_> = evaluation.broken().collect();
        (broken.len(), broken.iter().map(|verdict| verdict.slack.abs()).sum())
    };
    let before = excess(evaluation);
    let mut best: Option<(Decimal, Portfolio)> = None;
    for pick in portfolio.picks() {
        let mut fewer = portfolio.clone();
        fewer.remove(pick.candidate);
        let left = measures.evaluate(&question.case, &fewer);
        let after = excess(&left);
        if after.0 > before.0 || after.1 >= before.1 {
            continue;
        }
        let lost = (evaluation.objective - left.objective).max(Decimal::ZERO);
        let rate = lost.checked_div(before.1 - after.1).unwrap_or(Decimal::MAX);
        if best.as_ref().is_none_or(|(lowest, _)| rate < *lowest) {
            best = Some((rate, fewer));
        }
    }
    best.map(|(_, portfolio)| portfolio)
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
        let warm = best.map(|(portfolio, _, _)| portfolio).or_else(|| pool.repaired(question));
        if pool.memories.is_empty() {
            let base = self.base.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if !base.is_empty() {
                pool.memories.push(base);
            }
        }
        let mut memory = pool.nearest(&question.case).unwrap_or_default();
        let mut tell = |progress: &Progress| self.tell(doing, Some(progress));
        let reply = self.answerer.answer_from(question, warm.as_ref(), &mut memory, &mut tell)?;
        if !memory.is_empty() {
            pool.remember(memory);
        }
        self.searched.fetch_add(1, Ordering::Relaxed);
        if let Some(portfolio) = reply.portfolio() {
            pool.add(portfolio);
        }
        Ok(reply)
    }

    /// The best portfolio of a case.
    pub fn best(&self, pool: &mut Pool, case: &Case, doing: &str) -> Result<Reply, Failure> {
        let reply = self.ask(pool, &Question::best(std::sync::Arc::new(case.clone())), None, doing)?;
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
