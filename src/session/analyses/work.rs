//! The work of an analysis: run in the background, piece by piece, with what is finished told as it comes.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};
use std::thread::ThreadId;

use rust_decimal::Decimal;

use super::request::AnalysisRequest;
use super::run::{AnalysisNews, Answered};
use crate::analyse::{AnalysisOutcome, AnalysisProgress, Failure, LONGEST, Oracle, QueryRunner, Run, Solving};
use crate::model::Portfolio;
use crate::optimise::{Aim, Options, Progress, ProofStatus, Query, QueryResult, WarmStart};

/// Works on an analysis. `on` is told how far it is and may break it off; `tell` gets what is finished on the way.
///
/// # Errors
/// A sentence where it cannot be done.
pub fn work<'a>(
    request: &AnalysisRequest,
    (workers, options): (usize, &Options),
    on: &'a mut (dyn FnMut(&AnalysisProgress) -> ControlFlow<()> + Send + 'a),
    tell: &(dyn Fn(AnalysisNews) + Sync),
) -> Result<AnalysisOutcome, String> {
    let mut params = request.params.clone();
    params.prepare(&request.case, &request.book).map_err(|failure| failure.to_string())?;
    // What each worker is doing: the runner tells it before it asks.
    let doing: Doing = Mutex::default();
    let oracle = Knowing { solving: Solving::with(&options.guests), request, doing: &doing, tell };
    let mut heard = |progress: &AnalysisProgress| {
        if !progress.doing.is_empty() {
            let mut doing = doing.lock().unwrap_or_else(PoisonError::into_inner);
            doing.insert(std::thread::current().id(), progress.doing.clone());
        }
        on(progress)
    };
    let runner = QueryRunner::new(&oracle, workers, &mut heard).patient(Some(LONGEST), request.skips.clone());
    let pieces = Mutex::new(None);
    let run = Run { case: &request.case, runner: &runner, options, pieces: Some(&pieces) };
    let show = |outcome| tell(AnalysisNews::Part(outcome));
    let found = params.work(&run, Some(&show)).map_err(|failure| failure.to_string())?;
    if let Some(pieces) = pieces.into_inner().unwrap_or_else(PoisonError::into_inner) {
        tell(AnalysisNews::Pieces(pieces));
    }
    Ok(found)
}

/// The optimiser, with the best portfolio of the case known from the recommendation.
struct Knowing<'a> {
    solving: Solving,
    request: &'a AnalysisRequest,
    doing: &'a Doing,
    tell: &'a (dyn Fn(AnalysisNews) + Sync),
}

/// What each worker is doing, in words.
type Doing = Mutex<HashMap<ThreadId, String>>;

impl Knowing<'_> {
    /// Tells an answer at once, so that there is something to see before the first piece is finished.
    fn show(&self, question: &Query, reply: &QueryResult) {
        let doing = self.doing.lock().unwrap_or_else(PoisonError::into_inner);
        let doing = doing.get(&std::thread::current().id()).cloned().unwrap_or_default();
        let objective = reply.evaluation().map(|evaluation| evaluation.objective.normalize());
        let answered = Answered { doing, known: reply.known, objective, at: self.place(question, reply) };
        (self.tell)(AnalysisNews::Answered(answered));
    }

    /// Where an answer stands on the chart.
    fn place(&self, question: &Query, reply: &QueryResult) -> Option<(Decimal, Decimal)> {
        let (portfolio, evaluation) = reply.found.as_ref().filter(|_| reply.known == ProofStatus::Proven)?;
        self.request.params.place(&self.request.case, &question.case, (portfolio, evaluation))
    }
}

impl Oracle for Knowing<'_> {
    fn answer(
        &self,
        question: &Query,
        warm: Option<&Portfolio>,
        memory: &mut WarmStart,
        on: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<QueryResult, Failure> {
        let plain = question.aim == Aim::Best && question.bounds.is_empty() && question.no_goods.is_empty();
        let reply = match &self.request.known {
            Some(known) if plain && question.case == self.request.case => known.clone(),
            _ => self.solving.answer(question, warm, memory, on)?,
        };
        self.show(question, &reply);
        Ok(reply)
    }
}
