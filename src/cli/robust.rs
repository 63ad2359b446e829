//! `robust CASE`

use std::path::PathBuf;

use clap::Args;
use rust_decimal::Decimal;

use super::analysis::{AnalysisArgs, PartFile, Setting, run};
use super::args::{When, not_negative};
use super::failure::{Code, Failure};
use super::load::{self, Loaded};
use crate::analyse::robust::{Draws, Robust as Analysis, VoiceRange, WeightDraw};
use crate::analyse::scenarios::scenarios;
use crate::model::Case;
use crate::report::robust_report;

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

    /// The seed of everything random.
    #[arg(long, value_name = "S", default_value = "1")]
    seed: u64,

    /// How many outcomes to sample where there are too many to count all.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=1_000_000), default_value = "2000")]
    outcomes: u32,
}

impl Robust {
    pub fn run(&self, colour: When, parts: Option<Vec<PartFile>>) -> Result<Code, Failure> {
        let Loaded { case, header, workbook } = load::load(&self.shared.case)?;
        let own = self.own.as_deref().map(|path| load::portfolio(&case, path)).transpose()?;
        let scenarios = if self.no_scenarios {
            Vec::new()
        } else {
            scenarios(&workbook, &case, &self.scenarios).map_err(Failure::failed)?
        };
        let analysis = Analysis {
            case: &case,
            scenarios: &scenarios,
            own: own.as_ref(),
            voice: self.voice.as_deref().map(|text| voice(&case, text)).transpose()?,
            draws: self.drawn()?,
            outcomes: usize::try_from(self.outcomes).unwrap_or(usize::MAX),
        };
        let setting = Setting { args: &self.shared, colour, parts };
        run(setting, &analysis, header, |found, header| robust_report(&case, &found, header))
    }

    fn drawn(&self) -> Result<Draws, Failure> {
        let hundred = Decimal::ONE_HUNDRED;
        let weights = if self.weights == "ranking" {
            WeightDraw::Ranking
        } else {
            WeightDraw::Percent(
                not_negative(&self.weights).map_err(|error| Failure::usage(format!("--weights: {error}.")))?,
            )
        };
        let percents =
            [self.costs, self.gains, if let WeightDraw::Percent(percent) = weights { percent } else { hundred }];
        if percents.iter().any(|&percent| percent > hundred) {
            return Err(Failure::usage("--weights, --costs and --gains are at most 100 percent."));
        }
        let count = usize::try_from(self.draws).unwrap_or(usize::MAX);
        Ok(Draws { count, seed: self.seed, weights, costs: self.costs, gains: self.gains })
    }
}

/// `defence:30-70`
fn voice(case: &Case, text: &str) -> Result<VoiceRange, Failure> {
    let wrong = || {
        Failure::usage(format!("--voice {text} is no range of a voice."))
            .hint("Write a ministry and two percentages, such as defence:30-70.")
    };
    let (id, range) = text.split_once(':').ok_or_else(wrong)?;
    let (low, high) = range.split_once('-').ok_or_else(wrong)?;
    let ministry = case.ministry_by_id(id).ok_or_else(|| {
        let ids: Vec<&str> = case.ministries.iter().map(|ministry| ministry.id.as_str()).collect();
        Failure::usage(format!("The case has no ministry `{id}`.")).hint(format!("It has {}.", ids.join(", ")))
    })?;
    let part = |text: &str| {
        let percent = not_negative(text.trim()).ok().ok_or_else(wrong)?;
        Ok::<_, Failure>(percent / Decimal::ONE_HUNDRED)
    };
    let (low, high) = (part(low)?, part(high)?);
    if low >= high || high > Decimal::ONE {
        return Err(wrong());
    }
    Ok(VoiceRange { ministry, low, high })
}
