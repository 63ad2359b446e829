//! `explain CASE [CANDIDATE]`

use clap::Args;
use rust_decimal::Decimal;

use super::analysis::{AnalysisArgs, PartFile, Setting, at_desk, print, run};
use super::args::When;
use super::failure::{Code, Failure};
use super::load::{self, Loaded};
use super::optimise::search;
use super::output::Output;
use crate::analyse::Pool;
use crate::analyse::derive::without_rule;
use crate::analyse::explain::Explain as Analysis;
use crate::measure::Rule;
use crate::model::Case;
use crate::model::guess::did_you_mean;
use crate::report::{CaseHeader, conflict_report, explain_report};

/// Show why a candidate is in or out, or why no portfolio is possible.
#[derive(Debug, Args)]
pub(super) struct Explain {
    #[command(flatten)]
    pub shared: AnalysisArgs,

    /// The id of a candidate; without one the case itself is explained where no portfolio is possible.
    #[arg(value_name = "CANDIDATE")]
    candidate: Option<String>,
}

impl Explain {
    pub fn run(&self, colour: When, parts: Option<Vec<PartFile>>) -> Result<Code, Failure> {
        let Loaded { case, header, .. } = load::load(&self.shared.case)?;
        let Some(id) = &self.candidate else { return self.conflict(&case, header, colour) };
        let candidate = case.candidate_by_id(id).ok_or_else(|| {
            let ids = case.candidates.iter().map(|candidate| candidate.id.as_str());
            let failure = Failure::failed(format!("The case has no candidate `{id}`."));
            failure.maybe_hint(did_you_mean(id, ids).map(|near| format!("Did you mean {near}?")))
        })?;
        let setting = Setting { args: &self.shared, colour, parts };
        run(setting, &Analysis { case: &case, candidate }, header, |reasons, header| {
            explain_report(&case, candidate, reasons.as_ref(), header)
        })
    }

    fn conflict(&self, case: &Case, header: CaseHeader, colour: When) -> Result<Code, Failure> {
        let output = Output::open(&self.shared.output)?;
        let answer = search(case, &self.shared.solve.options())?;
        let rules: Vec<Rule> = answer.conflict.iter().flat_map(|conflict| conflict.rules.clone()).collect();
        let mut repairs: Vec<(String, Option<Decimal>)> = at_desk(&self.shared, |desk| {
            let mut found = Vec::new();
            desk.expect(rules.len());
            for rule in rules {
                let reply = desk.best(&mut Pool::default(), &without_rule(case, rule), "a rule left out")?;
                desk.finish(1);
                if let Some(value) = reply.value {
                    found.push((rule.describe(case), Some(value.normalize())));
                }
            }
            Ok(found)
        })?;
        repairs.sort_by_key(|(_, objective)| std::cmp::Reverse(*objective));
        let report = conflict_report(&answer, &repairs, header);
        print(&report, output, self.shared.table.as_deref(), colour)?;
        Ok(Code::Done)
    }
}
