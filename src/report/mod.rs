//! Results as text and bytes: one file for each format.
//!
//! [`Report`] and [`EvaluationReport`] are plain data with every name resolved, made once from the case and the
//! answer; each format only lays them out. Nothing here knows a terminal: the colours and the width of the aligned
//! table are handed in.

mod analyses;
mod analysis;
pub mod csv;
pub mod data;
mod evaluation;
mod figure;
mod findings;
mod grid;
pub mod json;
mod making;
pub mod markdown;
mod reference;
pub mod safe;
mod style;
pub mod table;
#[cfg(test)]
mod tests;
mod words;

pub use analyses::*;
pub use analysis::{
    AnalysisReport, Audience, Chart, ChartKind, Column, Series, Table, Value, analysis_csv, analysis_json,
    analysis_markdown, analysis_table,
};
pub use data::{CaseHeader, Comparison, EvaluationReport, Input, Report, Standing};
pub use evaluation::{evaluation_csv, evaluation_json, evaluation_markdown, evaluation_table};
pub use figure::Figure;
pub use findings::{FindingsReport, findings_csv, findings_json, findings_markdown, findings_table};
pub use making::{header, report_of_answer, report_of_evaluation};
pub use reference::file_reference;
pub use style::Style;
