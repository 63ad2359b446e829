//! Where questions are asked, side by side and in a fixed order.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::ceiling::{Ceiling, at_least, lower, under};
use super::solution_pool::{KnownBound, SolutionPool, StartFrom};
use super::{AnalysisProgress, Failure, Listener, Oracle, QueryStats};
use crate::model::{Case, Portfolio};
use crate::optimise::{Aim, Measure, Progress, ProofStatus, Query, QueryResult, SAME, WarmStart};

/// A search that starts from another answer and has not ended after this many nodes starts afresh.
const PATIENCE: u64 = 3000;

/// The longest that one question of many may take where nobody says otherwise: none holds up all others.
pub const LONGEST: Duration = Duration::from_secs(60);

/// Whoever may skip questions that take too long: what is known of them so far is their answer. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Skips(Arc<AtomicUsize>);

impl Skips {
    /// Skips what is being searched now.
    pub fn skip(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

/// What is known of a question that several blocks ask.
type Shared = Arc<Mutex<Option<QueryResult>>>;

/// Where an analysis puts its questions.
pub struct QueryRunner<'a> {
    oracle: &'a dyn Oracle,
    workers: usize,
    on: Mutex<&'a mut Listener<'a>>,
    stopped: AtomicBool,
    done: AtomicUsize,
    total: AtomicUsize,
    searched: AtomicUsize,
    implied: AtomicUsize,
    given_up: AtomicUsize,
    /// Ends questions before their proof: somebody, and the time.
    skips: Skips,
    longest: Option<Duration>,
    /// What the first answer left: where blocks begin.
    base: Mutex<WarmStart>,
    /// What several blocks ask in the same words.
    shared: Mutex<Vec<(Query, Shared)>>,
}

impl<'a> QueryRunner<'a> {
    /// A runner that asks an oracle. `workers` blocks of questions run at the same time; at least 1.
    pub fn new(oracle: &'a dyn Oracle, workers: usize, on: &'a mut Listener<'a>) -> Self {
        Self {
            oracle,
            workers: workers.max(1),
            on: Mutex::new(on),
            stopped: AtomicBool::new(false),
            done: AtomicUsize::new(0),
            total: AtomicUsize::new(0),
            searched: AtomicUsize::new(0),
            implied: AtomicUsize::new(0),
            given_up: AtomicUsize::new(0),
            skips: Skips::default(),
            longest: None,
            base: Mutex::new(WarmStart::default()),
            shared: Mutex::new(Vec::new()),
        }
    }

    /// The same, which gives a question up that takes longer, or that is skipped.
    #[must_use]
    pub fn patient(self, longest: Option<Duration>, skips: Skips) -> Self {
        Self { skips, longest, ..self }
    }

    /// Whether the listener broke the analysis off.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// How many questions were answered, and how.
    pub fn stats(&self) -> QueryStats {
        let count = |of: &AtomicUsize| of.load(Ordering::Relaxed);
        QueryStats { searched: count(&self.searched), implied: count(&self.implied), given_up: count(&self.given_up) }
    }

    /// Says that this many parts more are to be done.
    pub fn expect(&self, parts: usize) {
        self.total.fetch_add(parts, Ordering::Relaxed);
    }

    /// Says that this many parts are finished.
    pub fn finish(&self, parts: usize) {
        self.done.fetch_add(parts, Ordering::Relaxed);
        let _ = self.tell("", None);
    }

    /// Counts a question that needed no search.
    pub fn imply(&self) {
        self.implied.fetch_add(1, Ordering::Relaxed);
    }

    /// Tells the listener; gives whether to go on.
    pub(in crate::analyse) fn tell(&self, doing: &str, search: Option<&Progress>) -> ControlFlow<()> {
        if self.is_stopped() {
            return ControlFlow::Break(());
        }
        let progress = AnalysisProgress {
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
            stats: self.stats(),
            doing: doing.to_owned(),
            search: search.cloned(),
        };
        let mut on = self.on.lock().unwrap_or_else(PoisonError::into_inner);
        let flow = on(&progress);
        if flow.is_break() {
            self.stopped.store(true, Ordering::Relaxed);
        }
        flow
    }

    /// Answers a question: by what the pool already proves under the ceiling, else by a search from the pool's best.
    /// The portfolio found joins the pool.
    pub fn ask(
        &self,
        pool: &mut SolutionPool,
        question: &Query,
        ceiling: Option<Ceiling>,
        doing: &str,
    ) -> Result<QueryResult, Failure> {
        self.ask_from(pool, question, (ceiling, StartFrom::Nearest), doing)
    }

    /// Answers a question that several blocks ask, each from a pool that knows as much: whoever asks later waits for what is proven
    /// to the first. What is found joins no pool, so that nothing depends on who that was.
    pub fn ask_once(
        &self,
        begin: impl FnOnce() -> SolutionPool,
        question: &Query,
        doing: &str,
    ) -> Result<QueryResult, Failure> {
        let place = {
            let mut shared = self.shared.lock().unwrap_or_else(PoisonError::into_inner);
            let known = shared.iter().find(|(asked, _)| asked == question).map(|(_, place)| Arc::clone(place));
            known.unwrap_or_else(|| {
                let place = Arc::default();
                shared.push((question.clone(), Arc::clone(&place)));
                place
            })
        };
        let mut answer = place.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(reply) = answer.as_ref() {
            self.imply();
            return Ok(reply.clone());
        }
        let reply = self.ask(&mut begin(), question, None, doing)?;
        if reply.is_proven() {
            *answer = Some(reply.clone());
        }
        Ok(reply)
    }

    /// The same, with a say in what a search starts from.
    pub fn ask_from(
        &self,
        pool: &mut SolutionPool,
        question: &Query,
        (ceiling, from): (Option<Ceiling>, StartFrom),
        doing: &str,
    ) -> Result<QueryResult, Failure> {
        let ceiling = match pool.known_bound(question) {
            KnownBound::Impossible => {
                self.imply();
                return Ok(QueryResult::IMPOSSIBLE);
            }
            KnownBound::Bound(inherited) => lower(ceiling, inherited),
        };
        let best = pool.best(question);
        if let (Some((portfolio, evaluation, value)), Some(ceiling)) = (&best, ceiling) {
            let reached = question.aim.better_by(*value, ceiling.value) >= -SAME;
            let cheap = question.aim != Aim::Best || ceiling.cost.is_some_and(|cost| evaluation.cost <= cost);
            if reached && cheap {
                self.imply();
                return Ok(QueryResult {
                    known: ProofStatus::Proven,
                    found: Some((portfolio.clone(), evaluation.clone())),
                    value: Some(*value),
                    bound: Some(ceiling.value),
                    nodes: 0,
                });
            }
        }
        if self.tell(doing, None).is_break() {
            return Ok(QueryResult { bound: ceiling.map(|ceiling| ceiling.value), ..QueryResult::NOTHING });
        }
        let known = best.clone();
        let warm = best.map(|(portfolio, _, _)| portfolio);
        pool.begin_with(|| self.base.lock().unwrap_or_else(PoisonError::into_inner).clone());
        let reply = self.search(pool, question, (warm.as_ref(), ceiling, from), doing)?;
        let reply = under(question, at_least(question, reply, known), ceiling);
        self.searched.fetch_add(1, Ordering::Relaxed);
        if let Some(portfolio) = reply.portfolio() {
            pool.add(portfolio);
        }
        let whole = question.bounds.is_empty() && question.no_goods.is_empty();
        if whole && (question.aim == Aim::Best || question.aim == Aim::Highest(Measure::Objective)) {
            match reply.known {
                ProofStatus::Impossible => pool.answer(Arc::clone(&question.case), None),
                ProofStatus::Proven => {
                    // Only the best is known to be the cheapest of its worth.
                    let of = |ceiling: Ceiling| Ceiling {
                        cost: ceiling.cost.filter(|_| question.aim == Aim::Best),
                        ..ceiling
                    };
                    if let Some(ceiling) = Ceiling::of(&reply) {
                        pool.answer(Arc::clone(&question.case), Some(of(ceiling)));
                    }
                }
                ProofStatus::Open => {}
            }
        }
        Ok(reply)
    }

    /// Searches, until the answer is proven by itself or by the ceiling. A search that another answer leads nowhere is
    /// given up for a fresh one.
    fn search(
        &self,
        pool: &mut SolutionPool,
        question: &Query,
        (warm, ceiling, from): (Option<&Portfolio>, Option<Ceiling>, StartFrom),
        doing: &str,
    ) -> Result<QueryResult, Failure> {
        let by_objective =
            matches!(question.aim, Aim::Highest(Measure::Objective | Measure::Gain(_) | Measure::ObjectiveIn(_)));
        let high = ceiling.filter(|_| by_objective).map(|ceiling| ceiling.value - SAME);
        let mut memory = pool.memory(question, from).unwrap_or_default();
        let is_warm = !memory.is_empty();
        let (mut enough, mut lost, mut given_up) = (false, false, false);
        let (began, skips) = (Instant::now(), self.skips.count());
        let is_over = || self.skips.count() != skips || self.longest.is_some_and(|longest| began.elapsed() >= longest);
        let mut tell = |progress: &Progress| {
            enough |= progress.best.zip(high).is_some_and(|(best, high)| best >= high);
            lost |= is_warm && progress.nodes > PATIENCE;
            given_up |= is_over();
            if enough || lost || given_up { ControlFlow::Break(()) } else { self.tell(doing, Some(progress)) }
        };
        let mut reply = self.oracle.answer(question, warm, &mut memory, &mut tell)?;
        let mut proven = under(question, reply, ceiling);
        if !proven.is_proven() && (enough || lost) && !given_up && !self.is_stopped() {
            let warm = proven.portfolio().cloned().or_else(|| warm.cloned());
            memory = WarmStart::default();
            let mut tell = |progress: &Progress| {
                given_up |= is_over();
                if given_up { ControlFlow::Break(()) } else { self.tell(doing, Some(progress)) }
            };
            reply = self.oracle.answer(question, warm.as_ref(), &mut memory, &mut tell)?;
            proven = under(question, reply, ceiling);
            enough = false;
        }
        if given_up && !proven.is_proven() {
            self.given_up.fetch_add(1, Ordering::Relaxed);
        }
        if !memory.is_empty() && !enough {
            pool.remember(memory);
        }
        Ok(proven)
    }

    /// The best portfolio of a case.
    pub fn best(&self, pool: &mut SolutionPool, case: &Case, doing: &str) -> Result<QueryResult, Failure> {
        self.ask(pool, &Query::best(Arc::new(case.clone())), None, doing)
    }

    /// The best portfolio of the case that all questions are about. What its search leaves behind is what every block
    /// begins with, so this is asked before there are any.
    pub fn first(&self, case: &Case, doing: &str) -> Result<QueryResult, Failure> {
        let mut pool = SolutionPool::default();
        let reply = self.best(&mut pool, case, doing)?;
        let mut base = self.base.lock().unwrap_or_else(PoisonError::into_inner);
        if let (true, Some(memory)) = (base.is_empty(), pool.last()) {
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
        let results: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::new());
        self.each(wanted, &|block| {
            let result = work(block)?;
            results.lock().unwrap_or_else(PoisonError::into_inner).push((block, result));
            Ok(())
        })?;
        let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut take = |block: usize| {
            let at = results.iter().position(|(it, _)| *it == block)?;
            Some(results.swap_remove(at).1)
        };
        Ok(wanted.iter().map(|&block| (block, take(block))).collect())
    }

    /// Works on blocks side by side until one fails or the analysis is broken off.
    pub fn each(&self, wanted: &[usize], work: &(dyn Fn(usize) -> Result<(), Failure> + Sync)) -> Result<(), Failure> {
        let next = AtomicUsize::new(0);
        let failure: Mutex<Option<Failure>> = Mutex::new(None);
        std::thread::scope(|scope| {
            for _ in 0..self.workers.min(wanted.len()) {
                scope.spawn(|| {
                    while let Some(&block) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if self.is_stopped() {
                            break;
                        }
                        if let Err(error) = work(block) {
                            failure.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
                            break;
                        }
                    }
                });
            }
        });
        failure.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), Err)
    }
}
