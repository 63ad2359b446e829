//! Right answers: the evaluator and the optimiser against an exhaustive search, published answers, and laws that must
//! always hold.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "right_answers/evaluation.rs"]
mod evaluation;
#[path = "right_answers/laws.rs"]
mod laws;
#[path = "right_answers/mutated.rs"]
mod mutated;
#[path = "right_answers/optimiser.rs"]
mod optimiser;
#[path = "right_answers/published.rs"]
mod published;
#[path = "right_answers/referee.rs"]
mod referee;
#[path = "right_answers/sameness.rs"]
mod sameness;
#[path = "right_answers/spoilt.rs"]
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
