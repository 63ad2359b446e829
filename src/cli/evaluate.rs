//! `evaluate CASE PORTFOLIO.csv`

use super::optimise::search;
use super::prelude::*;
use crate::analyse::scenarios::scenarios;
use crate::report::{self, Brief, BriefReport};

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
    #[arg(long, conflicts_with = "alone")]
    brief: bool,
}

impl Command for Evaluate {
    const NAME: &'static str = "evaluate";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let output = Output::open(&self.output, &[&self.case.case, &self.portfolio])?;
        let Loaded { case, mut header, workbook, mask } = load::load_in(&self.case, &self.scenario)?;
        let portfolio = load::portfolio(&case, &self.portfolio, (&mut header, &mask))?;
        let evaluation = crate::measure::evaluate(&case, &portfolio);
        let best = if self.alone { None } else { Some(search(&case, &self.solve.options())?) };
        let file = mask.text(&self.portfolio.display().to_string());
        if let (true, Some(best)) = (self.brief, &best) {
            let scenarios =
                if self.scenario.scenario.is_some() { Vec::new() } else { scenarios(&workbook, &case, &[])? };
            let of = (header, file, scenarios.as_slice());
            let report = Brief::of_given(&case, (portfolio, evaluation), best.clone(), of);
            output.report(&BriefReport(&report), None, call.colour)?;
            return Ok(Code::Done);
        }
        let report = report::report_of_evaluation(&case, &portfolio, &evaluation, best.as_ref(), header, file);
        output.report(&report, None, call.colour)?;
        Ok(Code::Done)
    }
}
