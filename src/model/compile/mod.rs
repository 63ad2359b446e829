//! From text to types: reads a [`Case`] from a [`Workbook`].
//!
//! Nothing is refused here. A cell that cannot be read counts as its default, a row without an id or with one that was
//! seen before is left out, and each such thing is a finding. Commands refuse a case whose findings hold an error.

mod budgets;
mod candidates;
mod places;
mod reader;
mod rules;
mod settings;

use super::case::Case;
use super::finding::{Finding, Findings};
use super::ownership;
use super::workbook::Workbook;

/// A case, and what was found while it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Compiled {
    /// The case, with a default wherever something could not be read.
    pub case: Case,
    /// What could not be read, in the order in which it was met.
    pub findings: Vec<Finding>,
}

/// Reads the case that a workbook holds.
pub fn compile(workbook: &Workbook) -> Compiled {
    let mut findings = Findings::default();
    let (mut case, readable) = settings::read(workbook, &mut findings);
    let ministries = case.ministries.clone();
    let rungs = case.rungs.clone();
    let ministries = reader::Ids::of(ministries.iter().map(|ministry| ministry.id.as_str()), readable);
    let rungs = reader::Ids::of(rungs.iter().map(|rung| rung.id.as_str()), readable);
    let domains = places::domains(workbook, &mut case, &rungs, &mut findings);
    let services = places::services(workbook, &mut case, (&domains, &rungs), &mut findings);
    let candidates = candidates::candidates(workbook, &mut case, &domains, &mut findings);
    candidates::effects(workbook, &mut case, (&candidates, &services, &rungs), &mut findings);
    budgets::budgets(workbook, &mut case, &ministries, &mut findings);
    rules::relations(workbook, &mut case, (&candidates, &services), &mut findings);
    budgets::limits(workbook, &mut case, (&domains, &ministries), &mut findings);
    places::holders(workbook, &mut case, &services, &mut findings);
    places::owners(workbook, &mut case, &mut findings);
    ownership::settle(&mut case);
    rules::scenarios(workbook, &mut case, &mut findings);
    let mut all = workbook.reading.clone();
    all.extend(findings.located(workbook));
    Compiled { case, findings: all }
}

#[cfg(test)]
mod tests;
