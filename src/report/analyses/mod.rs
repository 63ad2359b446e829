//! What each analysis found, as a report: one file for each.
//!
//! Each has one entry, `report(found, context)`: what was found, and what it is told for.

pub mod alternatives;
mod chance;
pub mod compare;
pub mod cooperate;
pub mod explain;
pub mod frontier;
pub mod importance;
pub mod impossible;
pub mod pareto;
pub mod robust;
pub mod stress;
mod words;

use super::data::CaseHeader;
use crate::model::{Case, Portfolio};

/// What the report of an analysis is made for.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// The case that was analysed.
    pub case: &'a Case,
    /// The head of the report.
    pub header: CaseHeader,
    /// A portfolio of the planner's own, to be shown beside what was found where the analysis itself does not judge it.
    pub own: Option<&'a Portfolio>,
}

impl<'a> Context<'a> {
    /// Without a portfolio of the planner's own.
    pub fn new(case: &'a Case, header: CaseHeader) -> Self {
        Self { case, header, own: None }
    }
}
