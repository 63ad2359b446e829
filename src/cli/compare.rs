//! `compare CASE [PORTFOLIO…]`

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::analysis::{AnalysisArgs, at_desk, print};
use super::args::{CaseArgs, When};
use super::failure::{Code, Failure};
use super::load::{self, Loaded};
use super::output::Output;
use crate::analyse::Pool;
use crate::analyse::compare::Column;
use crate::analyse::scenarios::scenarios;
use crate::model::Case;
use crate::report::compare_report;

/// Put portfolios, scenarios and cases side by side.
#[derive(Debug, Args)]
#[command(
    after_help = "Each column is a portfolio of your own, the best of the case (--best), of a scenario (--scenario) or of \
                        another case (--with). At least two are needed; a single one gets the best of the case beside it."
)]
pub(super) struct Compare {
    #[command(flatten)]
    pub shared: AnalysisArgs,

    /// Portfolios of your own.
    #[arg(value_name = "PORTFOLIO", value_hint = clap::ValueHint::FilePath)]
    portfolios: Vec<PathBuf>,

    /// Add the best portfolio of the case.
    #[arg(long)]
    best: bool,

    /// Add the best portfolio of a scenario. May be given again.
    #[arg(long = "scenario", value_name = "NAME")]
    scenarios: Vec<String>,

    /// Add the best portfolio of another case. May be given again.
    #[arg(long = "with", value_name = "CASE", value_hint = clap::ValueHint::DirPath)]
    with: Vec<PathBuf>,
}

impl Compare {
    pub fn run(&self, colour: When) -> Result<Code, Failure> {
        let output = Output::open(&self.shared.output)?;
        if self.shared.shard.is_some() {
            return Err(Failure::usage("A comparison has no parts to be split into."));
        }
        let Loaded { case, header, workbook } = load::load(&self.shared.case)?;
        let mut asked: Vec<(String, Arc<Case>)> = Vec::new();
        let case = Arc::new(case);
        let others = self.portfolios.len() + self.scenarios.len() + self.with.len();
        if self.best || others < 2 {
            asked.push(("the best".to_owned(), Arc::clone(&case)));
        }
        if !self.scenarios.is_empty() {
            for scenario in scenarios(&workbook, &case, &self.scenarios).map_err(Failure::failed)? {
                asked.push((scenario.name, Arc::new(scenario.case)));
            }
        }
        for path in &self.with {
            asked.push((path.display().to_string(), Arc::new(other(path)?)));
        }
        let mut columns = Vec::new();
        for path in &self.portfolios {
            let portfolio = load::portfolio(&case, path)?;
            columns.push(Column::new(path.display().to_string(), Arc::clone(&case), portfolio, None));
        }
        columns.extend(at_desk(&self.shared, |desk| {
            desk.expect(asked.len());
            let mut best = Vec::new();
            for (name, case) in &asked {
                let reply = desk.best(&mut Pool::default(), case, name)?;
                desk.finish(1);
                let portfolio = reply.portfolio().cloned().unwrap_or_default();
                best.push(Column::new(name.clone(), Arc::clone(case), portfolio, Some(reply.is_proven())));
            }
            Ok(best)
        })?);
        print(&compare_report(&columns, header), output, self.shared.table.as_deref(), colour)?;
        Ok(Code::Done)
    }
}

fn other(path: &Path) -> Result<Case, Failure> {
    let args = CaseArgs { case: path.to_owned(), budget: None, set: Vec::new() };
    load::load(&args).map(|loaded| loaded.case)
}
