//! `check CASE`

use super::load;
use super::prelude::*;
use crate::model::Finding;
use crate::report::FindingsReport;

#[derive(Debug, Args)]
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
        output.report(&FindingsReport { case, findings }, None, call.colour)?;
        Ok(code)
    }
}
