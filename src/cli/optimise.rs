//! `optimise CASE`

use super::analysis::listening;
use super::args::percent;
use super::output::{apart, refuse};
use super::prelude::*;
use super::progress::watched;
use super::proof;
use rust_decimal::Decimal;

use crate::analyse::scenarios::scenarios;
use crate::model::Case;
use crate::optimise::{Answer, Options, Status, StayClose, WarmStart, optimise_close};
use crate::report::{self, Audience, Brief, BriefReport};

#[derive(Debug, Args)]
#[command(visible_alias = "optimize")]
pub(super) struct Optimise {
    #[command(flatten)]
    case: CaseArgs,
    #[command(flatten)]
    scenario: ScenarioArgs,
    #[command(flatten)]
    solve: SolveArgs,
    #[command(flatten)]
    output: OutputArgs,
    #[arg(long)]
    require_optimal: bool,
    #[arg(long)]
    brief: bool,
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    proof: Option<PathBuf>,
    #[arg(long, value_name = "PORTFOLIO", value_hint = clap::ValueHint::FilePath)]
    stay_close_to: Option<PathBuf>,
    #[arg(long, value_name = "X", value_parser = percent, requires = "stay_close_to", conflicts_with = "proof")]
    keep: Option<Decimal>,
}

impl Command for Optimise {
    const NAME: &'static str = "optimise";

    fn run(&self, call: &Call<'_>) -> Result<Code, Failure> {
        let inputs: Vec<&Path> =
            [&self.case.case].into_iter().chain(&self.stay_close_to).map(PathBuf::as_path).collect();
        apart(self.output.out.as_deref(), self.proof.as_deref())?;
        refuse(self.proof.as_deref(), &inputs)?;
        let output = Output::open(&self.output, &inputs)?;
        let Loaded { case, mut header, workbook, mask } = load::load_in(&self.case, &self.scenario)?;
        if self.proof.is_some() {
            load::refuse_masked(&mask, "--proof")?;
        }
        let proof = self.proof.as_deref().map(|path| proof::open(path, &case, &inputs)).transpose()?;
        let options = self.solve.options();
        let plan = self.stay_close_to.as_deref().map(|path| load::portfolio(&case, path, (&mut header, &mask)));
        let answer = match plan.transpose()? {
            Some(plan) => {
                let close = StayClose { plan: &plan, keep: self.keep };
                watched(|on| optimise_close(&case, &options, &close, &mut WarmStart::default(), on))?
                    .map_err(Failure::failed)?
            }
            None => search(&case, &options)?,
        };
        let mut report = report::report_of_answer(&case, &answer, header);
        if let (Some(line), Some(path)) = (&mut report.plan, &self.stay_close_to) {
            line.plan = mask.text(&path.display().to_string());
        }
        if self.brief || output.format.reader == Audience::Notes {
            // Of a case that stands under one scenario already, others would say something else than their names.
            let scenarios =
                if self.scenario.scenario.is_some() { Vec::new() } else { scenarios(&workbook, &case, &[])? };
            report.brief = Brief::of(&case, &answer, &scenarios);
        }
        // What rules cost stands behind the page, and where programs ask for all that a note says.
        let has_annex = match output.format.reader {
            Audience::Notes => !self.brief,
            _ => self.brief && output.format.id == "json",
        };
        if has_annex {
            let many = self.solve.options_of_many();
            report.binding = listening(|skips, on| (report::rule_costs((&case, &answer), &many, skips, on), 0))?;
        }
        match report.no_portfolio() {
            Some(why) if !output.format.holds(&report) => message((why + &self.nothing_written()).trim_end()),
            why => {
                if self.brief {
                    output.report(&BriefReport(&report), None, call.colour)?;
                } else {
                    output.report(&report, None, call.colour)?;
                }
                // Whoever sends the report to a file learns here that there is no portfolio in it.
                let line = why.as_deref().and_then(|why| why.lines().next());
                if let Some(line) =
                    line.filter(|_| self.output.out.as_deref().is_some_and(|path| path.as_os_str() != "-"))
                {
                    message(line);
                }
            }
        }
        if let Some(proof) = proof {
            proof::write(proof, &case, &answer, &options)?;
        }
        let is_kept = answer.closeness.as_ref().is_some_and(|it| it.kept.is_some() && it.is_proven());
        Ok(match answer.status {
            // With less than the best what is asked for is proven where the fewest changes are.
            Status::Feasible if self.require_optimal && !is_kept => Code::NotProven,
            status => code(status),
        })
    }
}

impl Optimise {
    /// What became of the file that was asked for where there is no portfolio to put in it.
    fn nothing_written(&self) -> String {
        match self.output.out.as_deref() {
            Some(path) if path.is_file() => say!("optimise-path-was-left", path = path.display()),
            Some(path) if path.as_os_str() != "-" => say!("optimise-path-was-not", path = path.display()),
            _ => String::new(),
        }
    }
}

/// How the program ends after such an answer.
pub(super) fn code(status: Status) -> Code {
    match status {
        Status::Optimal | Status::Feasible => Code::Done,
        Status::Infeasible => Code::Impossible,
        Status::Unknown => Code::Failed,
    }
}

/// Searches with progress on standard error; Ctrl-C stops it with the best so far.
pub(super) fn search(case: &Case, options: &Options) -> Result<Answer, Failure> {
    watched(|on| crate::optimise::optimise(case, options, None, on))?.map_err(Failure::failed)
}
