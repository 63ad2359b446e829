//! What the background needs to work on an analysis: plain data that belongs to nobody else.

use std::sync::Arc;

use super::kept::KeptRun;
use crate::analyse::{AnalysisKind, AnalysisParams, Skips};
use crate::model::{Case, Workbook};
use crate::optimise::{Answer, ProofStatus, QueryResult, Status};

/// An analysis for the background.
#[derive(Debug, Clone)]
pub struct AnalysisRequest {
    /// The number of its job.
    pub job: u64,
    /// The case.
    pub case: Arc<Case>,
    /// Its text, from which scenarios are made.
    pub book: Box<Workbook>,
    /// What is asked.
    pub params: AnalysisParams,
    /// The best portfolio of the case, where it is proven already.
    pub known: Option<QueryResult>,
    /// Whoever skips its questions.
    pub skips: Skips,
    /// What is kept of it when it is finished, where it can be.
    pub kept: Option<Box<KeptRun>>,
}

impl AnalysisRequest {
    /// Which analysis.
    pub fn kind(&self) -> AnalysisKind {
        self.params.kind()
    }
}

/// What the last answer to a case proves of its best portfolio.
pub fn proven(answer: &Answer) -> Option<QueryResult> {
    match answer.status {
        Status::Optimal => {
            let found = answer.portfolio.clone().zip(answer.evaluation.clone())?;
            let value = Some(found.1.objective);
            Some(QueryResult { known: ProofStatus::Proven, found: Some(found), value, bound: answer.bound, nodes: 0 })
        }
        Status::Infeasible => Some(QueryResult::IMPOSSIBLE),
        Status::Feasible | Status::Unknown => None,
    }
}
