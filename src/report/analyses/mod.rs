//! What each analysis found, as a report: one file for each, with the name of the file of the analysis.
//!
//! Each has one entry, `report(found, context)`: what was found, and what it is told for.

mod chance;
pub mod compare;
mod compare_page;
pub mod impossible;
mod page;
mod prelude;
mod words;

macro_rules! modules {
    ($($(#[$attr:meta])* $name:ident: $module:ident,)*) => { $($(#[$attr])* pub mod $module;)* };
}
for_each_analysis!(modules);

use self::page::Page;
use super::analysis::AnalysisReport;
use super::data::CaseHeader;
use crate::analyse::{Analysis, AnalysisOutcome, for_each_analysis};
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

/// How what an analysis found is told.
trait Told: Analysis {
    /// The report, without its page.
    fn report(&self, found: &Self::Found, context: Context<'_>) -> AnalysisReport;

    /// What stands on the page of a report, where the beginning of the report does not say it.
    fn page(&self, _found: &Self::Found, _case: &Case, _report: &AnalysisReport) -> Page {
        Page::default()
    }
}

macro_rules! reports {
    ($($(#[$attr:meta])* $name:ident: $module:ident,)*) => {
        /// The report of what an analysis found.
        pub fn analysis_report(case: &Case, outcome: &AnalysisOutcome, header: CaseHeader) -> AnalysisReport {
            let context = Context::new(case, header);
            let (report, page) = match outcome {
                $($(#[$attr])* AnalysisOutcome::$name(params, found) => {
                    let report = Told::report(params.as_ref(), found, context);
                    let page = Told::page(params.as_ref(), found, case, &report);
                    (report, page)
                })*
            };
            AnalysisReport { page: page.of(&report), ..report }
        }
    };
}
for_each_analysis!(reports);
