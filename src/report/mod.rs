//! Results for people and programs.
//!
//! A subject - a portfolio, an evaluation, findings, what an analysis found - is plain data with every name resolved. It is a
//! [`Report`]: it makes one [`Document`] of itself for people, and its JSON and tables for programs. Each format lays that
//! out; [`formats`] has them all. Nothing here knows a terminal: colours and width are handed in.

pub mod analyses;
mod analysis;
mod asks;
mod brief;
mod brief_data;
mod changes;
mod chart;
pub mod data;
mod document;
mod evaluation;
mod findings;
pub mod formats;
mod holders;
mod import;
mod log;
mod log_mask;
mod making;
mod mask;
mod network_power;
pub mod number;
mod portfolio;
mod proposals;
mod reference;
pub mod safe;
mod sections;
mod style;
#[cfg(test)]
mod tests;
pub mod text;
mod words;

pub use analysis::{AnalysisReport, TableReport};
#[cfg(feature = "tui")]
pub(crate) use asks::pillar_name;
pub use brief::rule_costs;
pub use brief_data::{Addition, Brief, Given, Held, Loss};
pub use changes::{changes_report, versions_report};
pub use chart::{Chart, ChartKind, Series};
pub use data::{CaseHeader, Comparison, EvaluationReport, Input, PortfolioReport, Standing};
pub use document::{
    Audience, Block, BriefReport, Column, Document, Item, Kind, Report, Table, TableBuilder, Value, View,
};
pub use findings::FindingsReport;
pub use formats::{Format, Options};
pub use holders::words as holders_in_words;
pub use import::ImportReport;
pub use log::log_report;
pub use log_mask::{LogMask, mask_with_log};
pub use making::{header, report_of_answer, report_of_evaluation};
pub use number::Figure;
pub use proposals::told as proposal_told;
pub use proposals::{agreement, broken_rules, day, masked_proposals, ministry, proposals_report, state_words};
pub use reference::{file_reference, findings_reference, limits_reference};
pub use style::{Role, Style};
