//! `evaluate CASE PORTFOLIO.csv`

use super::optimise::search;
use super::prelude::*;
use crate::report;

#[derive(Debug, Args)]
pub(super) struct Evaluate {
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[arg(value_name = "PORTFOLIO", value_hint = clap::ValueHint::FilePath)]
    portfolio: PathBuf,
    #[command(flatten)]
    solve: SolveArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[arg(long)]
    alone: bool,
}

impl Command for Evaluate {
    const NAME: &'static str = "evaluate";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let output = Output::open(&self.output, &[&self.case.case, &self.portfolio])?;
        let Loaded { case, mut header, mask, .. } = load::load_in(&self.case, &self.scenario)?;
        let portfolio = load::portfolio(&case, &self.portfolio, (&mut header, &mask))?;
        let evaluation = crate::measure::evaluate(&case, &portfolio);
        let best = if self.alone { None } else { Some(search(&case, &self.solve.options())?) };
        let file = mask.text(&self.portfolio.display().to_string());
        let report = report::report_of_evaluation(&case, &portfolio, &evaluation, best.as_ref(), header, file);
        output.report(&report, None, call.colour)?;
        Ok(Code::Done)
    }
}
