//! `robust CASE`

use std::path::{Path, PathBuf};

use clap::Args;
use rust_decimal::Decimal;

use super::analysis::{AnalysisArgs, Setting, run};
use super::args::{When, not_negative};
use super::failure::{Code, Failure};
use super::load::{self, Loaded};
use super::output::refuse;
use crate::analyse::asked::{voice, weights};
use crate::analyse::robust::{Draws, Robust as Analysis};
use crate::analyse::scenarios::scenarios;
use crate::report::analyses::{Context, robust};
use crate::store::PartFile;

/// Show how the choice holds over scenarios, voices, and random weights, costs, gains and success.
#[derive(Debug, Args)]
#[command(
    after_help = "Core index: the part of the worlds (the case, its scenarios, random draws) in whose best portfolio a \
                        candidate is. Regret: what the best portfolio of a world has more there."
)]
pub(super) struct Robust {
    #[command(flatten)]
    pub shared: AnalysisArgs,

    /// A portfolio of your own, judged beside the recommended one.
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    own: Option<PathBuf>,

    /// Only this scenario. May be given again.
    #[arg(long = "scenario", value_name = "NAME")]
    scenarios: Vec<String>,

    /// Leave all scenarios out.
    #[arg(long, conflicts_with = "scenarios")]
    no_scenarios: bool,

    /// The voice of a ministry from A to B percent of all voices, such as `defence:30-70`: every change of the best
    /// portfolio in between.
    #[arg(long, value_name = "MINISTRY:A-B")]
    voice: Option<String>,

    /// How many random worlds to draw.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=1_000_000), default_value = "0")]
    draws: u32,

    /// In random worlds: domain weights within so many percent, or `ranking` for any weights in the same order.
    #[arg(long, value_name = "P", default_value = "20")]
    weights: String,

    /// In random worlds: costs of each candidate within so many percent.
    #[arg(long, value_name = "P", value_parser = not_negative, default_value = "10")]
    costs: Decimal,

    /// In random worlds: gains of each candidate within so many percent.
    #[arg(long, value_name = "P", value_parser = not_negative, default_value = "10")]
    gains: Decimal,

    /// In random worlds: success of each candidate within so many percent, at most 1.
    #[arg(long, value_name = "P", value_parser = not_negative, default_value = "10")]
    success: Decimal,

    /// The seed of everything random.
    #[arg(long, value_name = "S", default_value = "1")]
    seed: u64,

    /// How many outcomes to sample where there are too many to count all.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=1_000_000), default_value = "2000")]
    outcomes: u32,
}

impl Robust {
    pub fn run(&self, colour: When, parts: Option<Vec<PartFile>>) -> Result<Code, Failure> {
        let inputs: Vec<&Path> = [&self.shared.case.case].into_iter().chain(&self.own).map(PathBuf::as_path).collect();
        refuse(self.shared.output.out.as_deref(), &inputs)?;
        let Loaded { case, mut header, workbook } = load::load(&self.shared.case)?;
        let own = self.own.as_deref().map(|path| load::portfolio(&case, path, &mut header)).transpose()?;
        let scenarios = if self.no_scenarios {
            Vec::new()
        } else {
            scenarios(&workbook, &case, &self.scenarios).map_err(Failure::failed)?
        };
        let analysis = Analysis {
            case: &case,
            scenarios: &scenarios,
            own: own.as_ref(),
            voice: self.voice.as_deref().map(|text| voice(&case, text).map_err(Failure::usage)).transpose()?,
            draws: self.drawn()?,
            outcomes: usize::try_from(self.outcomes).unwrap_or(usize::MAX),
        };
        let setting = Setting { args: &self.shared, colour, parts };
        run(setting, &analysis, header, |found, header| robust::report(&found, Context::new(&case, header)))
    }

    fn drawn(&self) -> Result<Draws, Failure> {
        let weights = weights(&self.weights).map_err(|error| Failure::usage(format!("--weights: {error}")))?;
        if [self.costs, self.gains, self.success].iter().any(|&percent| percent > Decimal::ONE_HUNDRED) {
            return Err(Failure::usage("--costs, --gains and --success are at most 100 percent."));
        }
        let count = usize::try_from(self.draws).unwrap_or(usize::MAX);
        let Self { seed, costs, gains, success, .. } = *self;
        Ok(Draws { count, seed, weights, costs, gains, success })
    }
}
