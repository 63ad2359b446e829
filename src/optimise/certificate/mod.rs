//! The certificate: stands between every solver and everything else.
//!
//! Whatever a solver says, its portfolio is measured again in decimals. It is refused when a rule is broken, when it is
//! not worth what the solver said, when the bound lies on the wrong side of it, when `proven` is claimed with a gap, or
//! when it was cut off. What is refused is never shown.
//!
//! What it cannot check is that no better portfolio exists: that is the solver's bound, which each solver makes safe
//! against its own rounding before it gets here.

#[cfg(test)]
mod tests;

use crate::say;
use rust_decimal::Decimal;

use super::no_good::NoGood;
use super::task::End;
use super::task::{BEST_WITHIN, Found, Goal};
use crate::measure::{Evaluation, evaluate};
use crate::model::{Case, Money, Portfolio};

/// An answer that passed.
#[derive(Debug, Clone, PartialEq)]
pub struct Certified {
    /// The portfolio.
    pub portfolio: Portfolio,
    /// What it gives, in decimals.
    pub evaluation: Evaluation,
}

/// Why an answer was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Rules are broken.
    #[error("{}", say!("refusal-breaks-rules", rules = .0.join("; ")))]
    BreaksRules(Vec<String>),
    /// It is not worth what the solver said.
    #[error("{}", say!("refusal-wrong-value", said = said, worth = is))]
    WrongValue {
        /// What the solver said.
        said: Decimal,
        /// What it is.
        is: Decimal,
    },
    /// The solver said nothing about what it is worth.
    #[error("{}", say!("refusal-no-value"))]
    NoValue,
    /// The bound says that the portfolio cannot be as good as it is.
    #[error("{}", say!("refusal-wrong-bound", bound = bound, worth = is))]
    WrongBound {
        /// The bound.
        bound: Decimal,
        /// What the portfolio is worth.
        is: Decimal,
    },
    /// It was said to be proven, but the bound does not meet it.
    #[error("{}", say!("refusal-not-proven", bound = bound, worth = is))]
    NotProven {
        /// The bound.
        bound: Decimal,
        /// What the portfolio is worth.
        is: Decimal,
    },
    /// It was said to be proven without a bound or without a portfolio.
    #[error("{}", say!("refusal-nothing-given"))]
    Unfounded,
    /// In the second stage: the objective is below that of the first.
    #[error("{}", say!("refusal-too-low", worth = is, asked = at_least))]
    TooLow {
        /// What was asked.
        at_least: Decimal,
        /// What it is.
        is: Decimal,
    },
    /// It was to be left out.
    #[error("{}", say!("refusal-left-out"))]
    NoGood,
}

/// What two bills may differ by and count as the same: float sums of many bills do not come out to the last digit.
pub(crate) fn bill_tolerance(bill: Money) -> Money {
    (bill.abs() * BEST_WITHIN).max(BEST_WITHIN)
}

/// Examines what a solver says. `None` if it has no portfolio and claims none.
pub fn examine(case: &Case, found: &Found, goal: Goal, no_goods: &[NoGood]) -> Result<Option<Certified>, Refusal> {
    let Some(portfolio) = &found.portfolio else {
        return if found.end == End::Proven { Err(Refusal::Unfounded) } else { Ok(None) };
    };
    let evaluation = evaluate(case, portfolio);
    let broken: Vec<String> = evaluation.broken().map(|verdict| verdict.rule.describe(case)).collect();
    if !broken.is_empty() {
        return Err(Refusal::BreaksRules(broken));
    }
    if no_goods.iter().any(|no_good| no_good.cuts(portfolio)) {
        return Err(Refusal::NoGood);
    }
    match goal {
        Goal::Best => examine_best(found, evaluation.objective)?,
        Goal::Cheapest { at_least } => examine_cheapest(found, &evaluation, at_least)?,
    }
    Ok(Some(Certified { portfolio: portfolio.clone(), evaluation }))
}

fn examine_best(found: &Found, is: Decimal) -> Result<(), Refusal> {
    let said = found.value.ok_or(Refusal::NoValue)?;
    // What a search that was stopped holds may be worth more than it had counted: rungs that its portfolio reaches but that
    // it had not yet taken. That is no fault, as long as its bound holds; to say too much always is one.
    let understated = said < is && matches!(found.end, End::Stopped(_));
    if (said - is).abs() > BEST_WITHIN && !understated {
        return Err(Refusal::WrongValue { said, is });
    }
    match (found.end, found.bound) {
        (_, Some(bound)) if bound < is => Err(Refusal::WrongBound { bound, is }),
        (End::Proven, Some(bound)) if bound - is > BEST_WITHIN => Err(Refusal::NotProven { bound, is }),
        (End::Proven, None) => Err(Refusal::Unfounded),
        _ => Ok(()),
    }
}

fn examine_cheapest(found: &Found, evaluation: &Evaluation, at_least: Decimal) -> Result<(), Refusal> {
    if evaluation.objective < at_least {
        return Err(Refusal::TooLow { at_least, is: evaluation.objective });
    }
    let is = evaluation.cost;
    let said = found.value.ok_or(Refusal::NoValue)?;
    let tolerance = bill_tolerance(is);
    if (said - is).abs() > tolerance {
        return Err(Refusal::WrongValue { said, is });
    }
    match (found.end, found.bound) {
        (_, Some(bound)) if bound > is => Err(Refusal::WrongBound { bound, is }),
        (End::Proven, None) => Err(Refusal::Unfounded),
        _ => Ok(()),
    }
}
