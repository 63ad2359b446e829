//! Right answers: the evaluator and the optimiser against an exhaustive search, published answers, and laws that must
//! always hold.

mod conflicts;
mod evaluation;
mod impossible;
mod laws;
mod mutated;
mod optimiser;
mod published;
mod referee;
mod sameness;
mod spoilt;

use beslismacht::model::compile::compile;
use beslismacht::model::{Case, Finding, Portfolio, Workbook};

/// The typed case of a text without errors.
fn case(workbook: &Workbook) -> Case {
    let compiled = compile(workbook);
    assert!(!Finding::any_error(&compiled.findings), "{}\n{:#?}", workbook.settings, compiled.findings);
    compiled.case
}

/// The ids of what is chosen.
fn chosen<'a>(case: &'a Case, portfolio: &Portfolio) -> Vec<&'a str> {
    portfolio.picks().iter().map(|pick| case[pick.candidate].id.as_str()).collect()
}
