//! The cap tables of services: who holds what, what was bought from whom, and whose vote decides.

use crate::report::number::Figure;

/// The cap table of a service in which votes decide.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Votes {
    /// The power index: `banzhaf` or `shapley`.
    pub index: &'static str,
    /// The share of the votes that a coalition must exceed, in percent.
    pub quota: Figure,
    /// Who holds what.
    pub holders: Vec<HolderLine>,
    /// What everybody at the top owns through companies in between; only where there are such.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<OwnerLine>,
    /// How often the vote of everybody at the top decides; only where companies stand in between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network: Option<Network>,
    /// The service's own ladder, where the country buys from all others alike.
    pub steps: Vec<StepLine>,
    /// What candidates can buy from a holder by name; only where they can.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub purchases: Vec<PurchaseLine>,
    /// The ladder at the end of the horizon after the purchases by name of the portfolio; only where it makes some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps_after: Option<Vec<StepLine>>,
}

impl Votes {
    /// The ladder that holds with the portfolio.
    pub fn steps_now(&self) -> &[StepLine] {
        self.steps_after.as_ref().unwrap_or(&self.steps)
    }
}

/// What a candidate buys from a holder by name.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct PurchaseLine {
    /// Who buys.
    pub candidate: String,
    /// Who sells.
    pub holder: String,
    /// How much, in percentage points of the votes, with its chance of success where the case counts that.
    pub amount: Figure,
    /// Whether it is there at the end of the horizon with the portfolio.
    pub bought: bool,
    /// The ladder at the end of the horizon after this purchase alone.
    pub steps: Vec<StepLine>,
}

/// A row of a cap table.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct HolderLine {
    /// Who holds it.
    pub holder: String,
    /// The share of the votes.
    pub stake: Figure,
    /// Whether it votes with the country.
    pub home: bool,
    /// Who decides how it votes, where that is somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
}

/// What somebody at the top owns of a service.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct OwnerLine {
    /// Who owns it.
    pub owner: String,
    /// The law that it answers to.
    pub jurisdiction: String,
    /// The part of the service, in percent.
    pub part: Figure,
}

/// How often the vote of everybody at the top decides.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Network {
    /// `exact`; `bounds` where companies own each other in a circle; `too-many` where it is not counted.
    pub known: &'static str,
    /// Who stands at the top, the most powerful first.
    pub players: Vec<PlayerLine>,
}

/// How often the vote of somebody at the top decides.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct PlayerLine {
    /// Who it is; left out of the country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub player: Option<String>,
    /// Whether it is the country.
    pub home: bool,
    /// The law that it answers to.
    pub jurisdiction: String,
    /// Its power is at least this, 0-1.
    pub at_least: Figure,
    /// Its power is at most this, 0-1.
    pub at_most: Figure,
}

/// A step of a service's own ladder.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct StepLine {
    /// From this much control on.
    pub at_least: Figure,
    /// The power that it gives.
    pub power: Figure,
}
