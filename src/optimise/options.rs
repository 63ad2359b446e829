//! What is asked of the optimiser and how it reports on the way.

use crate::say;
use std::sync::Arc;
use std::time::Duration;

use rust_decimal::Decimal;

use super::conflict::Conflict;
use super::guests::{GuestKind, Guests};

/// What a search may take for what it remembers where nothing else is asked for, in bytes: 2 GB.
pub const MEMORY: u64 = 2_000_000_000;

/// How a case is optimised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The longest wall time for all stages together; none is no limit.
    pub time_limit: Option<Duration>,
    /// This many bytes a search may take for what it remembers on its way. It is counted, not asked of the machine, so that the
    /// same case always ends the same way.
    pub memory_limit: u64,
    /// Stop as soon as the bound is within this many index points of the best (absolute); 0 asks for a proof.
    pub gap: Decimal,
    /// How many threads a solver may use; at least 1. The answer does not depend on a race between them.
    pub threads: usize,
    /// Who answers.
    pub solver: SolverChoice,
    /// Whether the question is asked by itself or among many.
    pub asked: Asked,
    /// Whether whoever watches is asked at every step of the engine whether to stop, however soon after the step before. What
    /// ends after so much work then ends at the same step on every machine, however busy.
    pub told_every_step: bool,
    /// The solvers of the machine that may be asked.
    pub guests: Guests,
}

/// How a question is asked, which says what is worth the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Asked {
    /// By itself: somebody waits for the first good portfolio, and reads what one more unit of money is worth to each ministry
    /// in each year, which the engine looks for as well.
    #[default]
    ByItself,
    /// Among many related ones: only the proven answer counts.
    AmongMany,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            time_limit: None,
            memory_limit: MEMORY,
            gap: Decimal::ZERO,
            threads: 1,
            solver: SolverChoice::Auto,
            asked: Asked::ByItself,
            told_every_step: false,
            guests: Guests::default(),
        }
    }
}

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SolverChoice {
    /// The program's own engine; where it does not take a case on, a guest if the machine has one, else microlp.
    #[default]
    Auto,
    /// The program's own engine.
    Engine,
    /// A solver of the machine, on the tightened formulation, with a warm start where it takes one.
    Guest(GuestKind),
    /// HiGHS on the formulation as one would write it by hand: the yardstick of the benchmarks.
    HighsNatural,
    /// microlp, which is built in.
    Microlp,
}

/// What the optimiser is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// Looking for the highest level that every domain can hold.
    Level,
    /// Looking for the highest objective.
    #[default]
    Best,
    /// Looking for the lowest bill among the best.
    Cheapest,
    /// Looking for the one that changes a plan least among the cheapest of the best.
    Closest,
    /// Looking for a smallest set of rules that cannot hold together.
    Conflict,
    /// Looking for the cheapest change that makes the case possible.
    Repair,
}

impl Stage {
    /// The stage in words, as progress lines show it.
    pub fn words(self) -> String {
        match self {
            Self::Level => say!("stage-level"),
            Self::Best => say!("stage-best"),
            Self::Cheapest => say!("stage-cheapest"),
            Self::Closest => say!("stage-closest"),
            Self::Conflict => say!("stage-conflict"),
            Self::Repair => say!("stage-repair"),
        }
    }
}

/// How far the optimiser is.
///
/// In [`Stage::Best`], `best`, `bound` and `gap` are in index points; in the later stages they stay what the first stage
/// ended with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Progress {
    /// What it is doing.
    pub stage: Stage,
    /// The objective of the best portfolio found so far.
    pub best: Option<Decimal>,
    /// No portfolio has a higher objective than this.
    pub bound: Option<Decimal>,
    /// `bound - best`, never below 0.
    pub gap: Option<Decimal>,
    /// Nodes of the search so far, over all stages.
    pub nodes: u64,
    /// Wall time so far in seconds, over all stages.
    pub seconds: f64,
    /// Where nothing is possible: the best explanation so far.
    pub conflict: Option<Arc<Conflict>>,
}

/// Why a search ended before its proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The time limit was reached.
    TimeLimit,
    /// What the search remembers reached the memory limit.
    MemoryLimit,
    /// The bound came within the gap that was asked for.
    GapReached,
    /// The caller asked to stop.
    Cancelled,
    /// The numbers of the case are too far apart for what the solver said to prove anything.
    TooFarApart,
}
