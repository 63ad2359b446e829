//! Many related questions: asked only where known portfolios do not already prove the answer, from the best start, side
//! by side, in a fixed order. [`query_runner`] asks, [`solution_pool`] is what a block of questions knows, [`ceiling`] what is proven of values.

mod ceiling;
mod query_runner;
mod solution_pool;

use std::ops::ControlFlow;

use crate::model::Portfolio;
use crate::optimise::{self, Guests, Options, Progress, Query, QueryResult, WarmStart};

pub use ceiling::Ceiling;
pub use query_runner::{LONGEST, QueryRunner, Skips};
pub use solution_pool::{SolutionPool, StartFrom};

/// Whoever answers questions: a solver behind its certificate, or an exhaustive search in tests.
pub trait Oracle: Sync {
    /// Answers a question. `warm` keeps every rule of the question. `memory` is what the answer to a related question left, and
    /// may be replaced by what this one leaves. `on` may break the search off, which gives what is known so far.
    fn answer(
        &self,
        question: &Query,
        warm: Option<&Portfolio>,
        memory: &mut WarmStart,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<QueryResult, Failure>;
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
pub struct AnalysisProgress {
    /// Parts that are finished.
    pub done: usize,
    /// Parts that are known of so far; grows where the search finds more to do.
    pub total: usize,
    /// Questions so far.
    pub stats: QueryStats,
    /// The part that is being worked on, in words.
    pub doing: String,
    /// The search that is running.
    pub search: Option<Progress>,
}

/// How many questions were answered, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct QueryStats {
    /// Searched for by a solver.
    pub searched: usize,
    /// Proven by portfolios that were already known.
    pub implied: usize,
    /// Of those searched for, given up before their proof: they took too long, or somebody skipped them.
    #[serde(default)]
    pub given_up: usize,
}

impl std::ops::Add for QueryStats {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            searched: self.searched + other.searched,
            implied: self.implied + other.implied,
            given_up: self.given_up + other.given_up,
        }
    }
}

/// Whoever is told how far it is; may break the analysis off.
pub type Listener<'a> = dyn FnMut(&AnalysisProgress) -> ControlFlow<()> + Send + 'a;

/// The optimiser as the oracle.
#[derive(Debug, Clone, Default)]
pub struct Solving {
    /// How each question is solved. The time limit is for one question.
    pub options: Options,
}

impl Solving {
    /// With the solvers of the machine, and else as it comes.
    pub fn with(guests: &Guests) -> Self {
        Self { options: Options { guests: guests.clone(), ..Options::default() } }
    }
}

impl Oracle for Solving {
    fn answer(
        &self,
        question: &Query,
        warm: Option<&Portfolio>,
        memory: &mut WarmStart,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<QueryResult, Failure> {
        optimise::ask_from(question, &self.options, warm, memory, on)
            .map_err(|error| Failure::Solver(error.to_string()))
    }
}
