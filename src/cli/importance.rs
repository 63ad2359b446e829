//! `importance CASE`

use clap::Args;

use super::analysis::{AnalysisArgs, Setting, run};
use super::args::{ScenarioArgs, When};
use super::failure::{Code, Failure};
use super::load::{self, Loaded};
use crate::analyse::importance::{Importance as Analysis, TurningPoints};
use crate::report::analyses::{Context, importance};
use crate::store::PartFile;

/// Show what each candidate and each rule is worth, and what to cut first.
#[derive(Debug, Args)]
#[command(
    after_help = "Replacement cost: what the objective loses with one candidate forced the other way. Price: what it gains \
                        without one rule. The order of funding shrinks all budgets step by step."
)]
pub(super) struct Importance {
    #[command(flatten)]
    pub shared: AnalysisArgs,
    #[command(flatten)]
    scenario: ScenarioArgs,

    /// Into how many steps the budget shrinks for the order of funding; 0 for none.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(0..=1000), default_value = "10")]
    cuts: u16,

    /// Also seek at which cost each candidate would come in or go out.
    #[arg(long)]
    turning_costs: bool,
}

impl Importance {
    pub fn run(&self, colour: When, parts: Option<Vec<PartFile>>) -> Result<Code, Failure> {
        let Loaded { case, header, .. } = load::load_in(&self.shared.case, &self.scenario)?;
        let turning = if self.turning_costs { TurningPoints::With } else { TurningPoints::Without };
        let analysis = Analysis { case: &case, cuts: usize::from(self.cuts), turning };
        let setting = Setting { args: &self.shared, colour, parts };
        run(setting, &analysis, header, |worth, header| importance::report(&worth, Context::new(&case, header)))
    }
}
