//! `stress CASE PORTFOLIO`

use std::path::PathBuf;

use clap::Args;

use super::analysis::{AnalysisArgs, Setting, run};
use super::args::When;
use super::failure::{Code, Failure};
use super::load::{self, Loaded};
use super::output::refuse;
use crate::analyse::scenarios::scenarios;
use crate::analyse::stress::Stress as Analysis;
use crate::report::analyses::{Context, stress};
use crate::store::PartFile;

/// Apply each scenario to a fixed portfolio: what is lost, which rungs fall, what the best would have been.
#[derive(Debug, Args)]
pub(super) struct Stress {
    #[command(flatten)]
    pub shared: AnalysisArgs,

    /// The portfolio, as `optimise --format csv` writes it.
    #[arg(value_name = "PORTFOLIO", value_hint = clap::ValueHint::FilePath)]
    portfolio: PathBuf,

    /// Only this scenario. May be given again.
    #[arg(long = "scenario", value_name = "NAME")]
    scenarios: Vec<String>,
}

impl Stress {
    pub fn run(&self, colour: When, parts: Option<Vec<PartFile>>) -> Result<Code, Failure> {
        refuse(self.shared.output.out.as_deref(), &[&self.shared.case.case, &self.portfolio])?;
        let Loaded { case, mut header, workbook } = load::load(&self.shared.case)?;
        let portfolio = load::portfolio(&case, &self.portfolio, &mut header)?;
        let scenarios = scenarios(&workbook, &case, &self.scenarios).map_err(Failure::failed)?;
        let analysis = Analysis { case: &case, scenarios: &scenarios, portfolio: &portfolio };
        let setting = Setting { args: &self.shared, colour, parts };
        run(setting, &analysis, header, |hits, header| stress::report((&scenarios, &hits), Context::new(&case, header)))
    }
}
