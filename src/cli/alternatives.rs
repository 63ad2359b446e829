//! `alternatives CASE`

use clap::Args;
use rust_decimal::Decimal;

use super::analysis::{AnalysisArgs, Setting, run};
use super::args::{ScenarioArgs, When, percent};
use super::failure::{Code, Failure};
use super::load::{self, Loaded};
use crate::analyse::alternatives::{Alternatives as Analysis, Reach};
use crate::report::analyses::{Context, alternatives};
use crate::store::PartFile;

/// Show the next best portfolios, the most different one, and how far each domain can go near the best.
#[derive(Debug, Args)]
pub(super) struct Alternatives {
    #[command(flatten)]
    pub shared: AnalysisArgs,
    #[command(flatten)]
    scenario: ScenarioArgs,

    /// How many next best portfolios at most.
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u16).range(0..=10_000), default_value = "10")]
    count: u16,

    /// How many percent below the best still count as near it.
    #[arg(long, value_name = "X", value_parser = percent, default_value = "5")]
    within: Decimal,

    /// Only next best portfolios that are near the best: all of them, up to --count.
    #[arg(long)]
    near: bool,
}

impl Alternatives {
    pub fn run(&self, colour: When, parts: Option<Vec<PartFile>>) -> Result<Code, Failure> {
        let Loaded { case, header, .. } = load::load_in(&self.shared.case, &self.scenario)?;
        let reach = if self.near { Reach::Within } else { Reach::Count };
        let analysis = Analysis { case: &case, count: usize::from(self.count), within: self.within, reach };
        let setting = Setting { args: &self.shared, colour, parts };
        run(setting, &analysis, header, |others, header| {
            alternatives::report((&others, self.within), Context::new(&case, header))
        })
    }
}
