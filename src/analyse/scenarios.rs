//! The scenarios of a case, each as a case of its own.

use crate::model::apply::apply_scenario;
use crate::model::compile::compile;
use crate::model::{Aggregate, Case, Level, Workbook};
use crate::say;

use super::related::Failure;

/// A scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Its id.
    pub name: String,
    /// The case with all of its changes, in file order.
    pub case: Case,
}

impl Scenario {
    /// Its name for people.
    pub fn called(&self) -> String {
        self.case.scenario_name(&self.name)
    }
}

/// The names of the scenarios of a case, in file order; those with a row that cannot be read as well.
pub fn names(case: &Case) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    let read = case.scenarios.iter().map(|change| change.scenario.as_str());
    for name in read.chain(case.unread_scenarios.iter().map(|(name, _)| name.as_str())) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// That a case has no scenario of this name.
pub(super) fn unknown(name: &str, names: &[&str]) -> Failure {
    let known = if names.is_empty() {
        say!("scenarios-has-none")
    } else {
        say!("scenarios-has-names", names = names.join(", "))
    };
    Failure::Asked(say!("scenarios-case-has-no", name = name, known = known))
}

/// All scenarios of a case, in file order; those named, if any are.
///
/// The budgets of each are scaled as those of `case` were, where the run scales them.
pub fn scenarios(workbook: &Workbook, case: &Case, wanted: &[String]) -> Result<Vec<Scenario>, Failure> {
    let mut names = names(case);
    if let Some(name) = wanted.iter().find(|wanted| !names.contains(&wanted.as_str())) {
        return Err(unknown(name, &names));
    }
    if !wanted.is_empty() {
        names.retain(|name| wanted.iter().any(|wanted| wanted == name));
    }
    let unscaled = compile(workbook).case.total_budget();
    let factor = case.total_budget().checked_div(unscaled);
    names.into_iter().map(|name| scenario(workbook, case, name, factor)).collect()
}

fn scenario(
    workbook: &Workbook,
    case: &Case,
    name: &str,
    factor: Option<rust_decimal::Decimal>,
) -> Result<Scenario, Failure> {
    let mut changed = workbook.clone();
    apply_scenario(case, name, &mut changed)
        .map_err(|error| Failure::Asked(say!("scenarios-scenario-name-cannot", name = name, error = error)))?;
    let compiled = compile(&changed);
    if let Some(error) = compiled.findings.iter().find(|finding| finding.level == Level::Error) {
        return Err(Failure::Asked(say!("scenarios-scenario-name-makes", name = name, message = error.message)));
    }
    let mut case = compiled.case;
    if let Some(factor) = factor.filter(|factor| *factor != rust_decimal::Decimal::ONE) {
        let total = case.total_budget() * factor;
        case.scale_budgets(total).map_err(Failure::Asked)?;
    }
    // Scenarios are compared by the index: another level may be the highest in each.
    case.aggregate = Aggregate::Weighted;
    Ok(Scenario { name: name.to_owned(), case })
}
