//! microlp, in pure Rust: the general solver that needs nothing but this program.
//!
//! It can be neither asked nor stopped while it works. It therefore works on a thread of its own, in slices of this many
//! nodes, and tells after each what it has. Whoever asked it waits, asks in turn every few milliseconds whether to go on,
//! and leaves the thread behind when told to stop: the best point so far is the outcome then, and the thread ends by
//! itself with its slice. Before the next program is begun, the thread that was left behind has ended: there is never more
//! than one of them for each that asks. Slices are counted in nodes, so that an answer does not depend on how fast a machine
//! is.

use crate::say;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use microlp::{Error, ResumeOptions, SolveOptions, SolveOutcome, TerminationReason};

use super::formulation::program::{Kind, Program};
use super::stated::{float, stated};
use super::{Ask, Backend, Ended, Listener, Outcome, Tick, decided};
use crate::optimise::options::Stop;
use crate::optimise::task::SolverError;

/// microlp.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Microlp;

const NAME: &str = "microlp";

/// This many nodes are one slice.
const SLICE: u64 = if cfg!(test) { 20 } else { 200 };

/// No slice takes longer than this, so that a thread that was left behind ends. It is far more than slices take: where one
/// is cut by it, the answer may depend on the machine.
const LONGEST: Duration = Duration::from_secs(60);

/// So often whoever asked is asked whether to go on.
const PAUSE: Duration = Duration::from_millis(20);

/// The solver keeps its own time; only when it is this late is it left behind.
const GRACE: Duration = Duration::from_millis(60);

/// What each row and column takes, each number of the program, and each number that a dense factor of its basis could have,
/// in bytes.
const A_LINE: u64 = 600;
const A_NUMBER: u64 = 120;
const A_FACTOR: u64 = 4;

/// What a bound that was changed on the way to a node takes, and what a node takes besides, in bytes.
const A_CHANGE: u64 = 24;
const A_NODE: u64 = 120;

/// This many bounds were changed on the way to a node, where the tree is deep.
const DEEP: u64 = 200;

/// Threads that were left behind and may still be at work.
static LEFT: Mutex<Vec<JoinHandle<()>>> = Mutex::new(Vec::new());

impl Backend for Microlp {
    fn name(&self) -> &'static str {
        NAME
    }

    fn version(&self) -> String {
        "0.6".to_owned()
    }

    fn run(&self, program: &Program, ask: &Ask, on: Listener<'_>) -> Result<Outcome, SolverError> {
        if let Some(outcome) = decided(program) {
            return Ok(outcome);
        }
        let size = Size::of(program);
        if let Some(what) = size.too_large(ask.memory) {
            return Err(SolverError::TooLarge { solver: NAME, what });
        }
        let mut wait = Wait { began: Instant::now(), time: ask.time, tick: Tick::default(), on };
        // What was left behind may use as much memory as what begins.
        while !all_ended() {
            std::thread::sleep(PAUSE);
            if let Some(stop) = wait.stop() {
                return Ok(Outcome::without_point(Ended::Stopped(stop)));
            }
        }
        if let Some(stop) = wait.stop() {
            return Ok(Outcome::without_point(Ended::Stopped(stop)));
        }
        let (words, heard) = channel();
        let left = Arc::new(AtomicBool::new(false));
        let work = Work {
            program: program.clone(),
            ask: ask.clone(),
            size,
            began: wait.began,
            left: Arc::clone(&left),
            words,
            best: None,
        };
        let failed = |error: &std::io::Error| SolverError::Failed { solver: NAME, what: error.to_string() };
        let thread = std::thread::Builder::new().name(NAME.to_owned()).spawn(move || work.run());
        let thread = thread.map_err(|error| failed(&error))?;
        let outcome = wait.hear(&heard);
        left.store(true, Ordering::Relaxed);
        if outcome.as_ref().is_ok_and(|outcome| matches!(outcome.end, Ended::Stopped(_))) {
            LEFT.lock().unwrap_or_else(PoisonError::into_inner).push(thread);
        } else {
            // It has said its last word: nobody need wait for it later.
            let _ = thread.join();
        }
        outcome
    }
}

/// Whether every thread that was left behind has ended.
fn all_ended() -> bool {
    let mut left = LEFT.lock().unwrap_or_else(PoisonError::into_inner);
    left.retain(|thread| !thread.is_finished());
    left.is_empty()
}

/// How large a program is.
#[derive(Debug, Clone, Copy)]
struct Size {
    rows: u64,
    columns: u64,
    numbers: u64,
}

impl Size {
    fn of(program: &Program) -> Self {
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let numbers = program.rows.iter().map(|row| row.terms.len()).sum();
        Self { rows: count(program.rows.len()), columns: count(program.columns.len()), numbers: count(numbers) }
    }

    /// Why it is too large for the memory that there is, in words.
    fn too_large(self, memory: u64) -> Option<String> {
        let lines = (self.rows + self.columns).saturating_mul(A_LINE);
        let factor = self.rows.saturating_mul(self.columns).saturating_mul(A_FACTOR);
        let bytes = lines.saturating_add(self.numbers.saturating_mul(A_NUMBER)).saturating_add(factor);
        (bytes > memory).then(|| say!("microlp-its-program-rows", rows = self.rows, columns = self.columns))
    }

    /// About what a tree takes after this many nodes: each leaves at most one more open than there was.
    fn of_tree(self, nodes: u64) -> u64 {
        let depth = nodes.min(self.columns).min(DEEP);
        (self.rows + self.columns + A_NODE + depth.saturating_mul(A_CHANGE)).saturating_mul(nodes)
    }
}

/// What the thread says.
enum Word {
    /// How far it is, and the values of its best point where that is new.
    Far(Tick, Option<Vec<f64>>),
    /// It is done.
    Done(Result<Outcome, SolverError>),
}

/// Whoever waits for the thread.
struct Wait<'a> {
    began: Instant,
    time: Option<Duration>,
    tick: Tick,
    on: Listener<'a>,
}

impl Wait<'_> {
    /// Why to stop, if there is a reason.
    fn stop(&mut self) -> Option<Stop> {
        let passed = self.began.elapsed();
        self.tick.seconds = passed.as_secs_f64();
        if self.time.is_some_and(|time| passed >= time + GRACE) {
            return Some(Stop::TimeLimit);
        }
        (self.on)(&self.tick).is_break().then_some(Stop::Cancelled)
    }

    /// Listens until the thread is done, or until there is a reason to stop.
    fn hear(&mut self, heard: &Receiver<Word>) -> Result<Outcome, SolverError> {
        let mut best: Option<Vec<f64>> = None;
        loop {
            match heard.recv_timeout(PAUSE) {
                Ok(Word::Done(outcome)) => return outcome,
                Ok(Word::Far(tick, values)) => {
                    self.tick = tick;
                    best = values.or(best);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(SolverError::Failed { solver: NAME, what: say!("microlp-its-thread-ended") });
                }
            }
            if let Some(stop) = self.stop() {
                return Ok(Outcome {
                    value: self.tick.best.filter(|_| best.is_some()),
                    values: best,
                    bound: self.tick.bound,
                    nodes: self.tick.nodes,
                    ..Outcome::without_point(Ended::Stopped(stop))
                });
            }
        }
    }
}

/// What the thread does.
struct Work {
    program: Program,
    ask: Ask,
    size: Size,
    began: Instant,
    left: Arc<AtomicBool>,
    words: Sender<Word>,
    /// The value of the best point that was told.
    best: Option<f64>,
}

impl Work {
    fn run(mut self) {
        let outcome = self.solve();
        // Where nobody listens any more, nobody is told.
        let _ = self.words.send(Word::Done(outcome));
    }

    fn solve(&mut self) -> Result<Outcome, SolverError> {
        let whole = |upper: f64| (0.0..=f64::from(i32::MAX)).contains(&upper);
        let mut columns = self.program.columns.iter();
        if !columns.all(|column| column.kind != Kind::Whole || whole(float(column.upper))) {
            return Err(SolverError::Failed { solver: NAME, what: say!("microlp-whole-number-too") });
        }
        let (model, _) = stated(&self.program, &self.ask, good_lp::solvers::microlp::microlp);
        let mut options = SolveOptions::default();
        options.node_limit = Some(SLICE);
        options.time_limit = Some(self.slice());
        options.warm_start = self.ask.start.as_deref().map(hints);
        let mut now = model.as_inner().solve_with(options);
        drop(model);
        loop {
            let outcome = match now {
                Ok(outcome) => outcome,
                Err(Error::Infeasible) => return Ok(Outcome::without_point(Ended::Infeasible)),
                Err(_) if self.is_late() => return Ok(Outcome::without_point(Ended::Stopped(Stop::TimeLimit))),
                Err(error) => return Err(SolverError::Failed { solver: NAME, what: error.to_string() }),
            };
            if let Some(end) = self.end(&outcome) {
                return Ok(self.outcome(&outcome, end));
            }
            self.tell(&outcome);
            let mut options = ResumeOptions::default();
            options.node_limit = Some(SLICE);
            options.time_limit = Some(self.slice());
            now = outcome.resume_with(options);
        }
    }

    /// How long a slice may take.
    fn slice(&self) -> Duration {
        self.ask.time.map_or(LONGEST, |time| time.saturating_sub(self.began.elapsed()).min(LONGEST))
    }

    fn is_late(&self) -> bool {
        self.ask.time.is_some_and(|time| self.began.elapsed() >= time)
    }

    /// How it ends after a slice; `None` if it goes on.
    fn end(&self, outcome: &SolveOutcome) -> Option<Ended> {
        if outcome.termination_reason() == TerminationReason::ProvenOptimal {
            Some(Ended::Done)
        } else if self.left.load(Ordering::Relaxed) {
            Some(Ended::Stopped(Stop::Cancelled))
        } else if self.is_late() {
            Some(Ended::Stopped(Stop::TimeLimit))
        } else if self.size.of_tree(outcome.stats().nodes_solved) > self.ask.memory {
            Some(Ended::Stopped(Stop::MemoryLimit))
        } else {
            None
        }
    }

    /// Tells how far it is.
    fn tell(&mut self, outcome: &SolveOutcome) {
        let values = values(outcome);
        let best = values.as_deref().map(|values| self.value(values));
        let news = values.filter(|_| best != self.best);
        self.best = best;
        let tick = Tick {
            best,
            bound: self.bound(outcome),
            nodes: outcome.stats().nodes_solved,
            seconds: self.began.elapsed().as_secs_f64(),
        };
        let _ = self.words.send(Word::Far(tick, news));
    }

    /// What a point is worth, before scaling.
    fn value(&self, values: &[f64]) -> f64 {
        self.ask.objective.iter().map(|&(column, factor)| float(factor) * values[column.0]).sum()
    }

    /// The bound, before scaling.
    fn bound(&self, outcome: &SolveOutcome) -> Option<f64> {
        outcome.stats().best_bound.map(|bound| bound * float(self.ask.scale.unit())).filter(|bound| bound.is_finite())
    }

    fn outcome(&self, outcome: &SolveOutcome, end: Ended) -> Outcome {
        let values = values(outcome);
        let value = values.as_deref().map(|values| self.value(values));
        let options = self.ask.time.map(|time| ("time_limit".to_owned(), format!("{:.3}", time.as_secs_f64())));
        Outcome {
            end,
            value,
            values,
            bound: if end == Ended::Done { value } else { self.bound(outcome) },
            nodes: outcome.stats().nodes_solved,
            first_found: None,
            options: options.into_iter().collect(),
        }
    }
}

/// The values of the best point by column, where there is one.
fn values(outcome: &SolveOutcome) -> Option<Vec<f64>> {
    outcome.solution().map(|solution| solution.iter().map(|(_, value)| value).collect())
}

/// A start, as the solver takes it. Its columns are the numbers that any problem gives to as many.
fn hints(start: &[f64]) -> Vec<(microlp::Variable, f64)> {
    let mut numbers = microlp::Problem::new(microlp::OptimizationDirection::Minimize);
    start.iter().map(|&value| (numbers.add_var(0.0, (0.0, 0.0)), value)).collect()
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use rust_decimal::Decimal;

    use super::*;
    use crate::model::compile::compile;
    use crate::model::generate::knapsack;
    use crate::optimise::milp::formulation::program::{Col, Scale, Tag, What};
    use crate::optimise::milp::formulation::{Form, state};
    use crate::optimise::milp::{Direction, Effort};
    use crate::optimise::options::MEMORY;
    use crate::optimise::task::Precision;

    fn ask(program: &Program, time: Option<Duration>) -> Ask {
        Ask {
            direction: Direction::Maximise,
            objective: program.worth.clone(),
            scale: Scale::by(Decimal::ONE_THOUSAND),
            gap: Decimal::ZERO,
            time,
            memory: MEMORY,
            threads: 1,
            precision: Precision::Normal,
            start: None,
            effort: Effort::Balanced,
        }
    }

    fn on_a_knapsack<T>(projects: usize, then: impl FnOnce(&Program) -> T) -> T {
        let case = compile(&knapsack(projects, 5, 50, 1)).case;
        then(&state(&case, Form::Tight).program)
    }

    fn wait_for_the_thread_left_behind() {
        for _ in 0..3000 {
            if all_ended() {
                return;
            }
            std::thread::sleep(PAUSE);
        }
        panic!("a thread that was left behind goes on");
    }

    /// A hundred projects under five budgets take it millions of nodes.
    #[test]
    fn a_cancel_while_it_works_is_obeyed_with_the_best_so_far() {
        on_a_knapsack(100, |program| {
            let mut last = None;
            let outcome = Microlp.run(program, &ask(program, None), &mut |tick| {
                last = tick.best;
                if tick.best.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            let outcome = outcome.unwrap();
            assert_eq!(outcome.end, Ended::Stopped(Stop::Cancelled));
            assert!(last.is_some() && outcome.value == last);
            assert!(outcome.values.is_some_and(|values| values.len() == program.columns.len()));
            assert!(outcome.bound >= last && outcome.nodes > 0);
            wait_for_the_thread_left_behind();
        });
    }

    #[test]
    fn a_cancel_that_comes_at_once_is_obeyed_before_anything_is_done() {
        on_a_knapsack(100, |program| {
            let mut asked = 0;
            let outcome = Microlp.run(program, &ask(program, None), &mut |_| {
                asked += 1;
                ControlFlow::Break(())
            });
            assert_eq!(outcome.unwrap(), Outcome::without_point(Ended::Stopped(Stop::Cancelled)));
            assert_eq!(asked, 1);
        });
    }

    #[test]
    fn a_time_limit_ends_it_with_what_it_has() {
        on_a_knapsack(100, |program| {
            let ask = ask(program, Some(Duration::from_millis(300)));
            let outcome = Microlp.run(program, &ask, &mut |_| ControlFlow::Continue(())).unwrap();
            assert_eq!(outcome.end, Ended::Stopped(Stop::TimeLimit));
            wait_for_the_thread_left_behind();
        });
    }

    #[test]
    fn a_memory_limit_ends_it_with_what_it_has() {
        on_a_knapsack(100, |program| {
            let ask = Ask { memory: 10_000_000, ..ask(program, None) };
            let outcome = Microlp.run(program, &ask, &mut |_| ControlFlow::Continue(())).unwrap();
            assert_eq!(outcome.end, Ended::Stopped(Stop::MemoryLimit));
            assert!(outcome.bound.is_some_and(|bound| outcome.value.is_none_or(|value| value <= bound)));
        });
    }

    /// Slices are counted in nodes: how fast the machine is plays no part.
    #[test]
    fn it_goes_the_same_way_every_time() {
        on_a_knapsack(20, |program| {
            let solve = || Microlp.run(program, &ask(program, None), &mut |_| ControlFlow::Continue(())).unwrap();
            let (one, other) = (solve(), solve());
            assert_eq!(one.end, Ended::Done);
            assert!(one.nodes > SLICE, "only {} nodes: that is not even a slice", one.nodes);
            assert_eq!((one.values, one.nodes), (other.values, other.nodes));
        });
    }

    #[test]
    fn a_program_that_is_too_large_is_refused_before_it_is_begun() {
        let mut program = Program::default();
        for row in 0..40_000 {
            let column = program.column(What::Level { row }, Kind::Whole, Decimal::ONE);
            program.at_most(Tag::Meaning, vec![(column, Decimal::ONE)], Decimal::ONE);
        }
        program.worth = vec![(Col(0), Decimal::ONE)];
        let refused = Microlp.run(&program, &ask(&program, None), &mut |_| ControlFlow::Continue(())).unwrap_err();
        let said = refused.to_string();
        assert!(said.contains("40000 rows and 40000 columns") && said.contains("--solver"), "{said}");
    }

    #[test]
    fn what_a_tree_takes_grows_with_its_nodes() {
        let size = Size { rows: 1000, columns: 1000, numbers: 5000 };
        assert_eq!(size.too_large(MEMORY), None);
        assert!(size.of_tree(1000) < MEMORY && size.of_tree(1_000_000) > MEMORY);
    }
}
