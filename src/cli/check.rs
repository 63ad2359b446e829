//! `check CASE`

use clap::Args;

use super::args::{CaseArgs, Format, OutputArgs};
use super::command::{Call, Command};
use super::failure::{Code, Failure};
use super::load;
use super::output::Output;
use crate::model::Finding;
use crate::report::{FindingsReport, findings_csv, findings_json, findings_markdown, findings_table};

/// List everything that is wrong with a case, or worth knowing: where, what, and how to mend it.
#[derive(Debug, Args)]
#[command(after_help = "Ends with 1 if any finding is an error.")]
pub(super) struct Check {
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl Command for Check {
    const NAME: &'static str = "check";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let output = Output::open(&self.output, &[&self.case.case])?;
        let (case, findings) = load::inspect(&self.case)?;
        let code = if Finding::any_error(&findings) { Code::Failed } else { Code::Done };
        let report = FindingsReport { case, findings };
        let bytes = match output.format {
            Format::Table => findings_table(&report, &output.layout(call.colour)),
            Format::Csv => findings_csv(&report),
            Format::Json => findings_json(&report),
            Format::Md => findings_markdown(&report),
        };
        output.write(&bytes)?;
        Ok(code)
    }
}
