//! `log CASE`

use super::prelude::*;
use crate::model::compile::compile;
use crate::report::{self, Input};
use crate::store;

#[derive(Debug, Args)]
pub(super) struct Log {
    #[arg(value_name = "CASE", value_hint = clap::ValueHint::DirPath)]
    case: PathBuf,
    #[arg(long, value_name = "N")]
    last: Option<usize>,
    #[command(flatten)]
    output: OutputArgs,
}

impl Command for Log {
    const NAME: &'static str = "log";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let output = Output::open(&self.output, &[&self.case])?;
        let opened = store::open(&self.case).map_err(|error| load::no_case(&self.case, error))?;
        let log = store::read_log(&opened.folder)?;
        let case = compile(&opened.workbook).case;
        let inputs = opened.files.into_iter().map(|file| Input { file: file.name, sha256: file.sha256 });
        let header = report::header(&case, self.case.display().to_string(), inputs.collect(), Vec::new());
        output.report(&report::log_report(&case, header, log.as_ref(), self.last), None, call.colour)?;
        Ok(Code::Done)
    }
}
