//! General solvers of mixed-integer programs: what they are asked and what they answer, in floats.

pub(crate) mod doubt;
pub(crate) mod export;
mod fallback;
pub(crate) mod formulation;
pub(crate) mod guest;
pub(crate) mod microlp;
mod mps;
mod stated;

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use rust_decimal::Decimal;

use super::options::Stop;
use super::task::{Precision, SolverError};
pub(crate) use fallback::Fallback;
use formulation::program::{Program, Scale, Terms};

/// Who is told how far a solver is, and may break it off.
pub(crate) type Listener<'a> = &'a mut dyn FnMut(&Tick) -> ControlFlow<()>;

/// A solver of mixed-integer programs.
pub(crate) trait Backend {
    /// Its name, as reports show it.
    fn name(&self) -> &'static str;

    /// Its version.
    fn version(&self) -> String;

    /// Whether it is a program of the machine and no part of this one.
    fn is_guest(&self) -> bool {
        false
    }

    /// What it has to say about how it came to its answers: a sentence for the report.
    fn remark(&self) -> Option<String> {
        None
    }

    /// Is told that its answers were refused time and again. Whether somebody else answers from now on.
    fn distrust(&self, why: &str) -> bool {
        let _ = why;
        false
    }

    /// Solves a program. `on` may break it off.
    fn run(&self, program: &Program, ask: &Ask, on: Listener<'_>) -> Result<Outcome, SolverError>;

    /// Solves a program, and asks once more, as exactly as can be, where the answer is that nothing is possible: the one
    /// thing that no certificate can check, for a portfolio would show that it is wrong, but there is none.
    fn run_surely(&self, program: &Program, ask: &Ask, on: Listener<'_>) -> Result<Outcome, SolverError> {
        let began = Instant::now();
        let outcome = self.run(program, ask, on)?;
        if outcome.end != Ended::Infeasible || ask.precision == Precision::Tightest {
            return Ok(outcome);
        }
        let time = ask.time.map(|time| time.saturating_sub(began.elapsed()));
        self.run(program, &Ask { time, precision: Precision::Tightest, ..ask.clone() }, on)
    }
}

/// What a program is solved for, and how.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    /// Which way is better.
    pub direction: Direction,
    pub objective: Terms,
    /// What the objective is multiplied by before a solver sees it.
    pub scale: Scale,
    /// The search may stop when it is so near to the bound (absolute, before scaling).
    pub gap: Decimal,
    /// The longest time; none is no limit.
    pub time: Option<Duration>,
    /// The most memory that its tree may take, in bytes. Guests have a limit of their own, in the settings.
    pub memory: u64,
    pub threads: usize,
    /// How tight the tolerances are.
    pub precision: Precision,
    /// A point to start from.
    pub start: Option<Vec<f64>>,
    /// What the work should go into.
    pub effort: Effort,
}

/// What the work of a search should go into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Effort {
    /// Good points and the proof.
    #[default]
    Balanced,
    /// The proof: the start is probably the best already.
    Proof,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// More.
    Maximise,
    /// Less.
    Minimise,
}

/// How far a solver is. Bounds and values are unscaled.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Tick {
    /// The best value so far.
    pub best: Option<f64>,
    /// The bound so far.
    pub bound: Option<f64>,
    /// Nodes so far.
    pub nodes: u64,
    /// Time so far, in seconds.
    pub seconds: f64,
}

/// What a solver answers. Bounds and values are unscaled.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Outcome {
    pub end: Ended,
    /// The values of the best point, by column.
    pub values: Option<Vec<f64>>,
    /// The objective of the point.
    pub value: Option<f64>,
    pub bound: Option<f64>,
    /// Nodes of the search.
    pub nodes: u64,
    /// When the first point was found.
    pub first_found: Option<Duration>,
    /// The options it was run with.
    pub options: Vec<(String, String)>,
}

/// How a solver ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    /// The bound meets the best, within the gap.
    Done,
    /// No point keeps all rows.
    Infeasible,
    /// Stopped on the way.
    Stopped(Stop),
}

impl Outcome {
    fn without_point(end: Ended) -> Self {
        Self { end, values: None, value: None, bound: None, nodes: 0, first_found: None, options: Vec::new() }
    }
}

/// The answer where a program is decided without a solver: a row without columns that cannot hold, or no columns at all.
fn decided(program: &Program) -> Option<Outcome> {
    if program.rows.iter().any(|row| row.terms.is_empty() && !row.holds(&[])) {
        return Some(Outcome::without_point(Ended::Infeasible));
    }
    program.columns.is_empty().then(|| Outcome {
        values: Some(Vec::new()),
        value: Some(0.0),
        bound: Some(0.0),
        ..Outcome::without_point(Ended::Done)
    })
}
