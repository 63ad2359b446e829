//! The lines of the tables that every portfolio has: picks, spending, services, domains, ministries, years, prices and rules.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::votes::Votes;
use crate::model::Year;
use crate::report::number::Figure;

/// A chosen candidate.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct PickLine {
    /// Its id.
    pub candidate: String,
    /// Its name.
    pub name: String,
    /// The id of its home domain.
    pub domain: String,
    /// The kind of investment.
    pub instrument: String,
    /// The year in which it starts.
    pub start: Year,
    /// The first year at whose end it is in force.
    pub in_force: Year,
    /// The percent of the public bill that each ministry pays.
    pub shares: Shares,
    /// Its public bill.
    pub cost: Figure,
    /// What it moves, from where to where, and who pays, in a sentence.
    pub sentence: String,
    /// Whether a court may strike down what it confers.
    #[serde(skip)]
    pub has_legal_risk: bool,
    /// The pillar of policy that it serves.
    #[serde(skip)]
    pub pillar: String,
    /// What each ministry pays, in the order of the ministries.
    #[serde(skip)]
    pub paid: Vec<Figure>,
    /// What others pay beside the public bill.
    #[serde(skip)]
    pub cofinanced: Figure,
    /// Why it is locked in; empty where it is not.
    #[serde(skip)]
    pub locked: String,
}

/// The shares of a bill: an object from ministry to whole percent, in the order of the ministries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares(pub Vec<(String, u8)>);

impl Serialize for Shares {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        pairs(&self.0, serializer)
    }
}

/// Serialises pairs as an object that keeps their order.
pub(super) fn pairs<S: Serializer, V: Serialize>(pairs: &[(String, V)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(pairs.len()))?;
    for (key, value) in pairs {
        map.serialize_entry(key, value)?;
    }
    map.end()
}

/// A ministry's money in a year.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct SpendingLine {
    /// The ministry's id.
    pub ministry: String,
    /// The year.
    pub year: Year,
    /// The year's own budget.
    pub budget: Figure,
    /// What came from the year before.
    pub carried_in: Figure,
    /// What the portfolio takes.
    pub spent: Figure,
    /// What goes to the next year; of the last year, what is left for after the plan.
    pub carried_out: Figure,
    /// What is left and does not go on: it is lost.
    pub lapsed: Figure,
}

/// A service at the end of the horizon.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ServiceLine {
    /// Its id.
    pub service: String,
    /// The id of its domain.
    pub domain: String,
    /// Control with nothing chosen.
    pub control_before: Figure,
    /// Control with the portfolio.
    pub control_after: Figure,
    /// The id of the rung held with nothing chosen.
    pub rung_before: Option<String>,
    /// The id of the rung held with the portfolio.
    pub rung_after: Option<String>,
    /// Power with nothing chosen.
    pub power_before: Figure,
    /// Power with the portfolio.
    pub power_after: Figure,
    /// Its cap table, where votes decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub votes: Option<Votes>,
    /// Its name.
    #[serde(skip)]
    pub name: String,
    /// The names of the two rungs; empty where none is held.
    #[serde(skip)]
    pub rung_names: (String, String),
}

/// A domain at the end of the horizon.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct DomainLine {
    /// Its id.
    pub domain: String,
    /// Its joint weight, 0-1.
    pub weight: Figure,
    /// Power with nothing chosen.
    pub power_before: Figure,
    /// Power with the portfolio.
    pub power_after: Figure,
    /// The power that counts as reached.
    pub target: Figure,
    /// Whether it is reached.
    pub at_target: bool,
    /// Its name.
    #[serde(skip)]
    pub name: String,
}

/// A ministry's side of the answer.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct MinistryLine {
    /// Its id.
    pub ministry: String,
    /// What it pays over the horizon.
    pub spent: Figure,
    /// The gain under its own domain weights.
    pub gain_by_own_weights: Figure,
    /// Its name.
    #[serde(skip)]
    pub name: String,
}

/// The index of a year.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct YearLine {
    /// The year.
    pub year: Year,
    /// With nothing chosen.
    pub index_before: Figure,
    /// With the portfolio.
    pub index_after: Figure,
}

/// What more money would bring a ministry in a year.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct PriceLine {
    /// The ministry's id.
    pub ministry: String,
    /// The year.
    pub year: Year,
    /// Index points for one more unit of money, in the solver's relaxation.
    pub price: Figure,
}

/// A rule that a portfolio keeps with nothing to spare, and what it costs.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct RuleCost {
    /// The rule in the planner's words.
    pub rule: String,
    /// The points that the best portfolio would gain without this rule alone; `None` if that was not found out.
    pub cost: Option<Figure>,
    /// Whether that is proven; else it may cost more.
    pub proven: bool,
}

/// A rule, and whether a portfolio keeps it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is told by itself")]
pub struct RuleLine {
    /// The rule in the planner's words.
    pub rule: String,
    /// By how much it is broken.
    pub by: Figure,
    /// What that is measured in.
    pub unit: String,
    /// Whether that is in years.
    #[serde(skip)]
    pub is_years: bool,
    /// Whether it is about something withheld: by how much it is broken is, too.
    #[serde(skip)]
    pub is_withheld: bool,
    /// Whether it holds.
    #[serde(skip)]
    pub holds: bool,
    /// Whether it holds with nothing to spare.
    #[serde(skip)]
    pub binds: bool,
}
