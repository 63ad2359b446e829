//! What is said of a rule for one portfolio.

use super::words::number;
use rust_decimal::Decimal;

use super::inequality::Side;
use super::rule::Rule;
use super::words::{money, sentence};
use crate::model::Case;
use crate::model::exact::{shown, subtract};
use crate::model::schema::Unit;
use crate::say;

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

    /// The verdict on `actual ≥ bound` or `actual ≤ bound`.
    pub(crate) fn on(side: Side, rule: Rule, actual: Decimal, bound: Decimal, unit: Unit) -> Self {
        let slack = subtract(actual, bound);
        Self::by_slack(rule, actual, bound, if side == Side::AtLeast { slack } else { -slack }, unit)
    }

    /// The verdict as a sentence: the rule, and whether it holds, binds, or is broken by how much.
    pub fn sentence(&self, case: &Case) -> String {
        let rule = self.rule.describe(case);
        let by = self.amount(case, self.slack.abs());
        let broken = self.rule.ask(|it| it.broken());
        let verdict = match (self.holds, self.binds) {
            _ if self.rule.is_withheld(case) => {
                if self.holds {
                    say!("told-this-holds")
                } else {
                    say!("told-this-broken-2")
                }
            }
            _ if self.idle && matches!(self.rule, Rule::TakeoverFloor(_)) => say!("told-nobody-takes-it"),
            _ if self.idle => say!("told-this-asks-nothing"),
            (true, true) => say!("told-this-binds-nothing"),
            (true, false) if broken.is_some() => say!("told-this-holds"),
            (true, false) => say!("told-this-holds-spare", amount = by),
            (false, _) => broken.unwrap_or_else(|| say!("told-this-broken", amount = by)),
        };
        sentence(&format!("{rule}; {verdict}"))
    }

    /// An amount in the verdict's unit.
    fn amount(&self, case: &Case, amount: Decimal) -> String {
        let shown = shown(amount);
        match self.unit {
            Unit::Money => money(case, amount),
            Unit::Percent => format!("{} %", number(amount)),
            Unit::Points => say!("told-shown-points-control", points = shown),
            Unit::Years => say!("told-years", years = shown),
            Unit::Fraction => say!("told-shown-power", power = shown),
            Unit::Index => say!("told-shown-index-points", points = shown),
            Unit::None if self.rule == Rule::DomainsAtTarget => say!("told-domains", domains = shown),
            Unit::None if matches!(self.rule, Rule::Relation(_)) => say!("told-candidates", candidates = shown),
            Unit::None | Unit::Year => number(amount),
        }
    }
}
