//! `cooperate CASE`

use clap::Args;

use super::analysis::{AnalysisArgs, Setting, run};
use super::args::{ScenarioArgs, When};
use super::failure::{Code, Failure};
use super::load::{self, Loaded};
use crate::analyse::cooperate::Cooperate as Analysis;
use crate::report::analyses::{Context, cooperate};
use crate::store::PartFile;

/// Show what cooperation is worth: each ministry alone, side by side and together, and a fair division.
#[derive(Debug, Args)]
pub(super) struct Cooperate {
    #[command(flatten)]
    pub shared: AnalysisArgs,
    #[command(flatten)]
    scenario: ScenarioArgs,
}

impl Cooperate {
    pub fn run(&self, colour: When, parts: Option<Vec<PartFile>>) -> Result<Code, Failure> {
        let Loaded { case, header, .. } = load::load_in(&self.shared.case, &self.scenario)?;
        let setting = Setting { args: &self.shared, colour, parts };
        run(setting, &Analysis { case: &case }, header, |found, header| {
            cooperate::report(&found, Context::new(&case, header))
        })
    }
}
