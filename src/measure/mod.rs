//! What a portfolio gives and which rules it keeps: pure functions in decimals, each with its formula.
//!
//! The formulas are this project's own definition of decision power; where one comes from the literature, its comment
//! names the source. [`evaluate()`] is the judge of everything else: a portfolio that the optimiser found is shown only
//! after it was measured here and every rule was found kept. What only depends on the case is computed once, in
//! [`Measures`].

pub mod cap_table;
pub mod control;
pub mod dependence;
mod evaluate;
mod evaluation;
pub mod index;
pub mod ladder;
mod measures;
pub mod network_power;
pub mod ownership;
pub mod power;
pub mod purchases;
mod story;
pub mod takeover;
pub mod takeover_prices;
#[cfg(test)]
mod tests;

pub use evaluation::{DomainResult, Evaluation, MinistryResult, ServiceResult, YearResult};
pub use ladder::{Step, ladder};
pub use measures::{Measures, Moved};
pub use power::Standing;

pub use crate::rules::{PickResult, Rule, Verdict, YearSpending, bill, budget, rules};

use crate::model::{Case, Portfolio};

/// Measures a portfolio: what it gives, and every rule with how far it holds or is broken.
///
/// Broken portfolios are measured as well. Where many portfolios of one case are measured, [`Measures`] saves what they
/// have in common.
pub fn evaluate(case: &Case, portfolio: &Portfolio) -> Evaluation {
    Measures::new(case).evaluate(case, portfolio)
}
