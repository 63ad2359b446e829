//! All analyses, one line for each: this list is the only place that names them all.
//!
//! A line declares the module of the analysis here and that of its report in `report/analyses`, which have the same name, and
//! makes it known to the command line, to the interface and to the page of reference.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde_json::Value;

use super::analysis::{self, Analysis, MergeError, Run, SavedPart, Show};
use super::related::Failure;
use super::spec::Spec;
use super::sweep::Shard;
use super::values::Asked;
use crate::measure::Evaluation;
use crate::model::{Case, Portfolio, Workbook};

/// Hands the list to a macro: what each is called, and its module.
macro_rules! for_each_analysis {
    ($make:ident) => {
        $make! {
            Budget: budget_frontier,
            Pareto: pareto,
            Changes: plan_changes,
            Alternatives: alternatives,
            Importance: importance,
            Robust: robust,
            Stress: stress,
            Cooperate: cooperate,
            Pillars: pillars,
            Takeover: takeover,
            Fortify: fortify,
            Events: events,
            Explain: explain,
            #[cfg(test)]
            Census: census,
        }
    };
}
pub(crate) use for_each_analysis;

/// Does the same with the parameters of whichever analysis it is.
macro_rules! each {
    ($($(#[$attr:meta])* $name:ident: $module:ident,)*) => {
        /// An analysis, by what it is called.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each is described where it is declared")]
        pub enum AnalysisKind { $($(#[$attr])* $name,)* }

        /// The parameters of an analysis.
        #[derive(Debug, Clone)]
        #[expect(missing_docs, reason = "each is described where it is declared")]
        pub enum AnalysisParams { $($(#[$attr])* $name(Arc<super::$module::Params>),)* }

        /// What an analysis found, with the parameters that it was asked with.
        #[derive(Debug, Clone)]
        #[expect(missing_docs, reason = "each is described where it is declared")]
        pub enum AnalysisOutcome {
            $($(#[$attr])* $name(Arc<super::$module::Params>, Box<<super::$module::Params as Analysis>::Found>),)*
        }

        impl AnalysisKind {
            /// All of them, in the order of lists.
            pub const ALL: &'static [Self] = &[$($(#[$attr])* Self::$name,)*];

            /// How it is declared.
            pub const fn spec(self) -> &'static Spec {
                match self { $($(#[$attr])* Self::$name => <super::$module::Params as Analysis>::SPEC,)* }
            }

            /// The name of its files.
            pub const fn module(self) -> &'static str {
                match self { $($(#[$attr])* Self::$name => stringify!($module),)* }
            }

            /// Reads its parameters.
            pub fn read(self, asked: &Asked<'_>) -> Result<AnalysisParams, Failure> {
                Ok(match self { $($(#[$attr])* Self::$name => AnalysisParams::$name(Arc::new(Analysis::read(asked)?)),)* })
            }
        }

        impl AnalysisParams {
            /// Which analysis.
            pub const fn kind(&self) -> AnalysisKind {
                match self { $($(#[$attr])* Self::$name(_) => AnalysisKind::$name,)* }
            }

            /// Makes what the work needs besides the case.
            pub fn prepare(&mut self, case: &Case, book: &Workbook) -> Result<(), Failure> {
                match self { $($(#[$attr])* Self::$name(params) => Arc::make_mut(params).prepare(case, book),)* }
            }

            /// Works, and shows what is finished as it comes where somebody watches.
            pub fn work(&self, run: &Run<'_, '_>, show: Option<&Show<'_, AnalysisOutcome>>) -> Result<AnalysisOutcome, Failure> {
                let case = analysis::at_its_level(run)?;
                let run = &Run { case: &case, ..*run };
                match self { $($(#[$attr])* Self::$name(params) => {
                    let made = |found| AnalysisOutcome::$name(Arc::clone(params), Box::new(found));
                    let show = show.map(|show| move |found| show(made(found)));
                    params.work(run, show.as_ref().map(|show| show as &Show<'_, _>)).map(made)
                })* }
            }

            /// Works on one part.
            pub fn work_part(&self, run: &Run<'_, '_>, shard: Shard) -> Result<SavedPart, Failure> {
                let case = analysis::at_its_level(run)?;
                let run = &Run { case: &case, ..*run };
                match self { $($(#[$attr])* Self::$name(params) => analysis::run_part(params.as_ref(), run, shard),)* }
            }

            /// Puts all parts together, each with its name.
            pub fn merge(&self, run: &Run<'_, '_>, parts: Vec<(String, Value)>) -> Result<AnalysisOutcome, MergeError> {
                let case = analysis::at_its_level(run)?;
                let run = &Run { case: &case, ..*run };
                match self { $($(#[$attr])* Self::$name(params) => {
                    let found = analysis::merge(params.as_ref(), run, parts)?;
                    Ok(AnalysisOutcome::$name(Arc::clone(params), Box::new(found)))
                })* }
            }

            /// Whether it can be split into parts.
            pub fn has_parts(&self) -> bool {
                match self { $($(#[$attr])* Self::$name(params) => params.has_parts(),)* }
            }

            /// Where an answer to a question about the case `asked` stands on the chart, across and up.
            pub fn place(&self, case: &Case, asked: &Case, found: (&Portfolio, &Evaluation)) -> Option<(Decimal, Decimal)> {
                match self { $($(#[$attr])* Self::$name(params) => params.place(case, asked, found),)* }
            }

            /// From where to where the chart reaches across, as far as that is known before.
            pub fn reach(&self, case: &Case) -> Vec<Decimal> {
                match self { $($(#[$attr])* Self::$name(params) => params.reach(case),)* }
            }

            /// Whether what it finds is about this own portfolio, too.
            pub fn judges(&self, own: &Portfolio) -> bool {
                match self { $($(#[$attr])* Self::$name(params) => params.judges(own),)* }
            }
        }

        impl AnalysisOutcome {
            /// The parameters.
            pub fn params(&self) -> AnalysisParams {
                match self { $($(#[$attr])* Self::$name(params, _) => AnalysisParams::$name(Arc::clone(params)),)* }
            }
        }
    };
}
for_each_analysis!(each);
