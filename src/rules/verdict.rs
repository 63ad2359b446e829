//! What is said of a rule for one portfolio.

use rust_decimal::Decimal;

use super::rule::Rule;
use crate::model::exact::subtract;
use crate::model::schema::Unit;

/// Whether a portfolio keeps a rule, and by how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The rule.
    pub rule: Rule,
    /// Whether it is kept.
    pub holds: bool,
    /// Whether it is kept with nothing to spare.
    pub binds: bool,
    /// Whether it asks nothing of this portfolio, such as what a candidate requires that is not chosen.
    pub idle: bool,
    /// How far it is from being broken, in `unit`; below 0 it is broken by so much.
    pub slack: Decimal,
    /// What the portfolio has, in `unit`: money spent, members chosen, power held.
    pub actual: Decimal,
    /// What the rule allows or asks for, in `unit`.
    pub bound: Decimal,
    /// The unit of the three numbers.
    pub unit: Unit,
}

impl Verdict {
    /// The verdict on a rule that is kept when nothing is missing (`slack ≥ 0`).
    pub(crate) fn by_slack(rule: Rule, actual: Decimal, bound: Decimal, slack: Decimal, unit: Unit) -> Self {
        let slack = slack.normalize();
        Self { rule, holds: slack >= Decimal::ZERO, binds: slack.is_zero(), idle: false, slack, actual, bound, unit }
    }

    /// The verdict on `actual ≤ bound`.
    pub(crate) fn at_most(rule: Rule, actual: Decimal, bound: Decimal, unit: Unit) -> Self {
        Self::by_slack(rule, actual, bound, subtract(bound, actual), unit)
    }

    /// The verdict on `actual ≥ bound`.
    pub(crate) fn at_least(rule: Rule, actual: Decimal, bound: Decimal, unit: Unit) -> Self {
        Self::by_slack(rule, actual, bound, subtract(actual, bound), unit)
    }
}
