//! What each analysis found, as a report: one file for each, with the name of the file of the analysis.

mod chance;
mod compare;
mod impossible;
mod words;

macro_rules! modules {
    ($($(#[$attr:meta])* $name:ident: $module:ident,)*) => { $($(#[$attr])* mod $module;)* };
}
for_each_analysis!(modules);

pub use alternatives::alternatives_report;
pub use budget_frontier::budget_frontier_report;
pub use compare::compare_report;
pub use cooperate::cooperate_report;
pub use explain::explain_report;
pub use importance::importance_report;
pub use pareto::pareto_report;
pub use robust::robust_report;
pub use stress::stress_report;

use super::analysis::AnalysisReport;
use super::data::CaseHeader;
use crate::analyse::{Analysis, AnalysisOutcome, for_each_analysis};
use crate::model::Case;

/// How what an analysis found is told.
trait Told: Analysis {
    /// The report.
    fn report(&self, case: &Case, found: &Self::Found, header: CaseHeader) -> AnalysisReport;
}

macro_rules! reports {
    ($($(#[$attr:meta])* $name:ident: $module:ident,)*) => {
        /// The report of what an analysis found.
        pub fn analysis_report(case: &Case, outcome: &AnalysisOutcome, header: CaseHeader) -> AnalysisReport {
            match outcome {
                $($(#[$attr])* AnalysisOutcome::$name(params, found) => Told::report(params.as_ref(), case, found, header),)*
            }
        }
    };
}
for_each_analysis!(reports);
