//! `export CASE --lp FILE --mps FILE`

use super::output::apart;
use super::prelude::*;
use crate::optimise::{lp, mps};
use crate::report::safe::Sink;

#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath, required_unless_present = "mps")]
    lp: Option<PathBuf>,
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    mps: Option<PathBuf>,
}

impl Command for Export {
    const NAME: &'static str = "export";

    fn run(&self, _call: &Call<'_>) -> Result<Code, Failure> {
        apart(self.lp.as_deref(), self.mps.as_deref())?;
        let open = |path: &PathBuf| Output::bare(path, &[&self.case.case]);
        let outputs = [self.lp.as_ref().map(open).transpose()?, self.mps.as_ref().map(open).transpose()?];
        let Loaded { case, mask, .. } = load::load_in(&self.case, &self.scenario)?;
        load::refuse_masked(&mask, Self::NAME)?;
        for (output, model) in outputs.into_iter().zip([lp as fn(&_) -> String, mps]) {
            if let Some(output) = output {
                output.text(model(&case).as_bytes(), Sink::Text)?;
            }
        }
        Ok(Code::Done)
    }
}
