//! `explain CASE [CANDIDATE]`

use clap::Args;

use super::analysis::{AnalysisArgs, Setting, at_desk, run};
use super::args::{ScenarioArgs, When};
use super::failure::{Code, Failure};
use super::load::{self, Loaded};
use super::optimise::search;
use super::output::Output;
use crate::analyse::explain::Explain as Analysis;
use crate::analyse::repairs::repairs;
use crate::model::Case;
use crate::model::guess::did_you_mean;
use crate::report::CaseHeader;
use crate::report::analyses::{Context, explain, impossible};
use crate::store::PartFile;

/// Show why a candidate is in or out, or why no portfolio is possible.
#[derive(Debug, Args)]
pub(super) struct Explain {
    #[command(flatten)]
    pub shared: AnalysisArgs,
    #[command(flatten)]
    scenario: ScenarioArgs,

    /// The id of a candidate; without one the case itself is explained where no portfolio is possible.
    #[arg(value_name = "CANDIDATE")]
    candidate: Option<String>,

    /// Of a case without a portfolio: how many repairs at most.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(0..=1000), default_value = "10")]
    repairs: u16,
}

impl Explain {
    pub fn run(&self, colour: When, parts: Option<Vec<PartFile>>) -> Result<Code, Failure> {
        let Loaded { case, header, .. } = load::load_in(&self.shared.case, &self.scenario)?;
        let Some(id) = &self.candidate else { return self.conflict(&case, header, colour) };
        let candidate = case.candidate_by_id(id).ok_or_else(|| {
            let ids = case.candidates.iter().map(|candidate| candidate.id.as_str());
            let failure = Failure::failed(format!("The case has no candidate `{id}`."));
            failure.maybe_hint(did_you_mean(id, ids).map(|near| format!("Did you mean {near}?")))
        })?;
        let setting = Setting { args: &self.shared, colour, parts };
        run(setting, &Analysis { case: &case, candidate }, header, |reasons, header| {
            explain::report((candidate, reasons.as_ref()), Context::new(&case, header))
        })
    }

    fn conflict(&self, case: &Case, header: CaseHeader, colour: When) -> Result<Code, Failure> {
        let output = Output::open(&self.shared.output, &[&self.shared.case.case])?;
        if self.shared.shard.is_some() {
            return Err(Failure::usage("The explanation of a case has no parts to be split into."));
        }
        let answer = search(case, &self.shared.solve.options())?;
        let found = match &answer.conflict {
            None => None,
            Some(conflict) => {
                let most = usize::from(self.repairs);
                Some(at_desk(&self.shared, |desk| repairs(desk, case, &conflict.rules, most))?)
            }
        };
        let report = impossible::report((&answer, found.as_ref()), Context::new(case, header));
        output.report(&report, self.shared.table.as_deref(), colour)?;
        Ok(Code::Done)
    }
}
