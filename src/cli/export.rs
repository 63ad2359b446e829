//! `export CASE --lp FILE --mps FILE --xlsx FILE --bods FILE`

use super::output::{apart, shell};
use super::prelude::*;
use crate::optimise::{lp, mps};
use crate::report::safe::Sink;
use crate::session::spreadsheet::workbook;
use crate::store;

#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath, required_unless_present_any = ["mps", "xlsx", "bods"])]
    lp: Option<PathBuf>,
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    mps: Option<PathBuf>,
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath, conflicts_with_all = ["lp", "mps", "budget", "set", "scenario"])]
    xlsx: Option<PathBuf>,
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath, conflicts_with_all = ["lp", "mps", "xlsx"])]
    bods: Option<PathBuf>,
}

impl Command for Export {
    const NAME: &'static str = "export";

    fn run(&self, _call: &Call<'_>) -> Result<Code, Failure> {
        apart(self.lp.as_deref(), self.mps.as_deref())?;
        if let Some(path) = &self.xlsx {
            return self.workbook(path);
        }
        let open = |path: &PathBuf| Output::bare(path, &[&self.case.case]);
        let bods = self.bods.as_ref().map(open).transpose()?;
        let outputs = [self.lp.as_ref().map(open).transpose()?, self.mps.as_ref().map(open).transpose()?];
        let Loaded { case, mask, .. } = load::load_in(&self.case, &self.scenario)?;
        load::refuse_masked(&mask, Self::NAME)?;
        if let Some(output) = bods {
            output.text(store::bods::write(&case).as_bytes(), Sink::Text)?;
        }
        for (output, model) in outputs.into_iter().zip([lp as fn(&_) -> String, mps]) {
            if let Some(output) = output {
                output.text(model(&case).as_bytes(), Sink::Text)?;
            }
        }
        Ok(Code::Done)
    }
}

impl Export {
    /// Writes the case itself, as it lies on the disk.
    fn workbook(&self, path: &Path) -> Result<Code, Failure> {
        let output = Output::bare(path, &[&self.case.case])?;
        if self.case.level.is_some() {
            load::refuse_masked(&load::load_in(&self.case, &self.scenario)?.mask, Self::NAME)?;
        }
        let opened = store::open_as(&self.case.case, self.case.decimal)
            .map_err(|error| load::no_case(&self.case.case, error))?;
        let bytes = workbook(&opened.workbook, &opened.files, self.case.decimal).map_err(Failure::failed)?;
        output.bytes(&bytes)?;
        if path.as_os_str() != "-" {
            let (back, folder) = (shell(path), shell(&self.case.case));
            message(&say!("export-workbook-made", path = path.display(), back = back, folder = folder));
        }
        Ok(Code::Done)
    }
}
