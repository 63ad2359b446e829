//! What every analysis is: a declaration, parameters that are read from texts, a sweep, and what the sweep found.

use crate::say;
use std::borrow::Cow;
use std::fmt::Debug;
use std::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};

use rust_decimal::Decimal;
use serde_json::Value;

use super::partial_results::PartialResults;
use super::related::{AnalysisProgress, Failure, Oracle, QueryRunner, SolutionPool};
use super::spec::Spec;
use super::sweep::{self, Part, Shard, Sweep};
use super::values::Asked;
use crate::measure::Evaluation;
use crate::model::{Aggregate, Case, Portfolio, Workbook};
use crate::optimise::{Options, Progress, Query, QueryResult, WarmStart};

/// The parameters of an analysis, read; they say how it is worked on.
pub trait Analysis: Clone + Debug + Send + Sync + 'static {
    /// How it is declared.
    const SPEC: &'static Spec;
    /// With which piece a run begins that is watched.
    const BEGIN: Begin = Begin::First;
    /// Its pieces.
    type Sweep<'a>: Sweep<Result: Into<Self::Found>>;
    /// What it finds.
    type Found: Clone + Debug + Send + Sync + 'static;

    /// Reads the parameters. Quick, whatever the case.
    fn read(asked: &Asked<'_>) -> Result<Self, Failure>;

    /// Makes what the work needs besides the case, such as its scenarios.
    fn prepare(&mut self, _case: &Case, _book: &Workbook) -> Result<(), Failure> {
        Ok(())
    }

    /// The sweep.
    fn sweep<'a>(&'a self, case: &'a Case) -> Result<Self::Sweep<'a>, Failure>;

    /// The sweep that puts together what is finished on the way, where that must be quicker than at the end.
    fn preview<'a>(&'a self, case: &'a Case) -> Result<Self::Sweep<'a>, Failure> {
        self.sweep(case)
    }

    /// Whether it can be split into parts.
    fn has_parts(&self) -> bool {
        true
    }

    /// Works, and shows what is finished as it comes where somebody watches.
    fn work(&self, run: &Run<'_, '_>, show: Option<&Show<'_, Self::Found>>) -> Result<Self::Found, Failure> {
        work_in_pieces(self, run, show)
    }

    /// Where an answer stands on its chart, across and up; `None` if it has no chart of answers.
    fn place(&self, _case: &Case, _asked: &Case, _found: (&Portfolio, &Evaluation)) -> Option<(Decimal, Decimal)> {
        None
    }

    /// From where to where its chart reaches across, as far as that is known before.
    fn reach(&self, _case: &Case) -> Vec<Decimal> {
        Vec::new()
    }

    /// Whether what it finds is about this own portfolio, too.
    fn judges(&self, _own: &Portfolio) -> bool {
        false
    }
}

/// With which piece a run begins that is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begin {
    /// With the first.
    First,
    /// With the last.
    Last,
}

/// What an analysis works with.
#[derive(Clone, Copy)]
pub struct Run<'a, 'd> {
    /// The case.
    pub case: &'a Case,
    /// What asks its questions.
    pub runner: &'a QueryRunner<'d>,
    /// How a question is solved that does not go through the runner.
    pub options: &'a Options,
    /// Where the pieces of a run that is watched are put at its end, as a part that is the whole, for whoever keeps them.
    pub pieces: Option<&'a Mutex<Option<Value>>>,
}

/// The case that questions are asked of: where the weakest domain comes first, only portfolios that hold the highest level there is
/// are looked at, and among those the index decides.
pub(super) fn at_its_level<'a>(run: &Run<'a, '_>) -> Result<Cow<'a, Case>, Failure> {
    if run.case.aggregate == Aggregate::Weighted {
        return Ok(Cow::Borrowed(run.case));
    }
    let best = run.runner.best(&mut SolutionPool::default(), run.case, &say!("stage-level"))?;
    Ok(Cow::Owned(run.case.at_level(best.evaluation().and_then(Evaluation::overall))))
}

/// Whoever is shown what is finished so far.
pub type Show<'a, F> = dyn Fn(F) + Sync + 'a;

/// Works on a sweep, piece by piece.
pub(super) fn work_in_pieces<A: Analysis>(
    params: &A,
    run: &Run<'_, '_>,
    show: Option<&Show<'_, A::Found>>,
) -> Result<A::Found, Failure> {
    let sweep = params.sweep(run.case)?;
    match show {
        None => sweep::run(&sweep, run.runner).map(Into::into),
        Some(show) => watched(&sweep, &params.preview(run.case)?, (run, A::BEGIN), show),
    }
}

/// Runs a sweep and shows what is finished as it comes, also within a piece. `preview` puts the pieces together for that.
fn watched<S: Sweep<Result: Into<F>>, F>(
    sweep: &S,
    preview: &S,
    (run, begin): (&Run<'_, '_>, Begin),
    show: &Show<'_, F>,
) -> Result<F, Failure> {
    let runner = run.runner;
    let base = sweep.base(runner)?;
    let mut all = sweep::in_order(sweep, (0..sweep.pieces(&base)).collect());
    if begin == Begin::Last {
        all.reverse();
    }
    let results = PartialResults::new(all.len());
    let tell = |pieces| {
        let mut nobody = |_: &AnalysisProgress| ControlFlow::Break(());
        let closed = QueryRunner::new(&Nobody, 1, &mut nobody);
        // The first word to this listener stops the runner: nothing is asked while a part is put together.
        closed.finish(0);
        // What is wrong with it is told at the end.
        if let Ok(found) = preview.assemble(&closed, base.clone(), pieces) {
            show(found.into());
        }
    };
    let mut worked = Ok(());
    results.told_beside(&tell, &mut || {
        worked = runner.each(&all, &|piece| {
            let told = |found| results.put(piece, found);
            results.put(piece, sweep.piece(runner, &base, piece, &told)?);
            Ok(())
        });
    });
    worked?;
    let pieces = results.into_pieces();
    if let Some(place) = run.pieces.filter(|_| !runner.is_stopped() && pieces.iter().all(Option::is_some)) {
        let found = pieces.iter().flatten().enumerate().collect();
        let whole = serde_json::to_value(Part { base: &base, pieces: pieces.len(), found });
        *place.lock().unwrap_or_else(PoisonError::into_inner) = whole.ok();
    }
    sweep.assemble(runner, base, pieces).map(Into::into)
}

/// Answers nothing: for the runner with which parts are put together.
struct Nobody;

impl Oracle for Nobody {
    fn answer(
        &self,
        _: &Query,
        _: Option<&Portfolio>,
        _: &mut WarmStart,
        _: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<QueryResult, Failure> {
        Ok(QueryResult::NOTHING)
    }
}

/// One part of a sweep, to be written to a file.
#[derive(Debug, Clone)]
pub struct SavedPart {
    /// What it found.
    pub found: Value,
    /// Whether it was not stopped.
    pub complete: bool,
}

/// Why parts of a sweep cannot be put together.
#[derive(Debug, thiserror::Error)]
pub enum MergeError {
    /// A part is not what this version writes.
    #[error("{}", say!("analysis-part-unreadable", part = .0, error = .1))]
    Unreadable(String, serde_json::Error),
    /// They are not the parts of one whole.
    #[error("{}", say!("analysis-parts-apart", why = .0))]
    Apart(String),
    /// What they claim is not true.
    #[error("{}", say!("analysis-parts-untrue", why = .0))]
    Untrue(String),
    /// What needs all parts could not be worked out.
    #[error(transparent)]
    Failed(#[from] Failure),
}

/// Works on one part of an analysis.
pub(super) fn run_part<A: Analysis>(params: &A, run: &Run<'_, '_>, shard: Shard) -> Result<SavedPart, Failure> {
    let part = sweep::run_part(&params.sweep(run.case)?, run.runner, shard)?;
    let complete = part.found.len() == shard.pieces(part.pieces).len();
    let found = serde_json::to_value(part).map_err(|error| Failure::Asked(format!("{error}.")))?;
    Ok(SavedPart { found, complete })
}

/// Puts parts together, each with its name: what they claim is checked before anything is worked out from it.
pub(super) fn merge<A: Analysis>(
    params: &A,
    run: &Run<'_, '_>,
    parts: Vec<(String, Value)>,
) -> Result<A::Found, MergeError> {
    let sweep = params.sweep(run.case)?;
    let read = |(name, found)| serde_json::from_value(found).map_err(|error| MergeError::Unreadable(name, error));
    let parts = parts.into_iter().map(read).collect::<Result<Vec<Part<_, _>>, _>>()?;
    let whole = sweep::merge(parts).map_err(MergeError::Apart)?;
    sweep::certify(&sweep, &whole).map_err(MergeError::Untrue)?;
    Ok(sweep::assemble(&sweep, run.runner, whole)?.into())
}
