//! What a report says, as plain data with every name resolved.
//!
//! The public field names are the keys of the JSON output. What only people read is left out there.

mod levels;
mod lines;
mod plan;
mod votes;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::ser::Serializer;

pub use self::levels::{Level, LevelLine, LevelProof, Levels};
use self::lines::pairs;
pub use self::lines::{
    DomainLine, MinistryLine, PickLine, PriceLine, RuleCost, RuleLine, ServiceLine, Shares, SpendingLine, YearLine,
};
pub use self::plan::{KeptLine, PlanLine, PlanProof};
pub use self::votes::{HolderLine, Network, OwnerLine, PlayerLine, PurchaseLine, StepLine, Votes};
use super::brief_data::Brief;
use super::number::Figure;
use crate::model::Year;

/// An input file and its hash.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Input {
    /// The file's name in the case's folder.
    pub file: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// The case that a report is about.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct CaseHeader {
    /// Its title.
    pub title: String,
    /// Where it was read from, as the planner named it.
    pub path: String,
    /// The files that it was read from.
    pub inputs: Vec<Input>,
    /// What was changed for this run only, as it was typed.
    #[serde(skip)]
    pub changes: Vec<String>,
    /// What is withheld from the readers that it is for, in a sentence; empty where nothing is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub withheld: String,
    /// The unit of money, such as `million EUR`.
    #[serde(skip)]
    pub money: String,
    /// The first and the last year of the horizon.
    #[serde(skip)]
    pub horizon: (Year, Year),
    /// The ids of the ministries.
    #[serde(skip)]
    pub ministries: Vec<String>,
    /// How many candidates there are to choose from.
    #[serde(skip)]
    pub candidates: usize,
}

/// How good an answer is known to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Proven: no portfolio is better.
    Optimal,
    /// Every rule is kept; a better portfolio may exist, but none above the bound.
    Feasible,
    /// Proven: no portfolio keeps all rules.
    Infeasible,
    /// Stopped before a portfolio was found.
    Unknown,
}

/// What solved the case.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct SolverLine {
    /// The solver's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Wall time in seconds: the only figure that differs from run to run, and a number, not a string.
    #[serde(serialize_with = "number")]
    pub seconds: Decimal,
    /// How many nodes of the search tree it looked at.
    pub nodes: u64,
    /// The options that it ran with.
    #[serde(serialize_with = "pairs")]
    pub options: Vec<(String, String)>,
    /// Why this solver.
    #[serde(skip)]
    pub why: String,
    /// Whether the bound is only the solver's word; not written where it is not.
    #[serde(rename = "bound_is_word", skip_serializing_if = "std::ops::Not::not")]
    pub is_word: bool,
}

/// The sums of a portfolio. None of them is there without a portfolio.
#[derive(Debug, Clone, PartialEq, serde::Serialize, Default)]
pub struct Totals {
    /// The rise of the index over doing nothing.
    pub gain: Option<Figure>,
    /// The direct points of the picks.
    pub points: Option<Figure>,
    /// The index with nothing chosen.
    pub index_before: Option<Figure>,
    /// The index with the portfolio.
    pub index_after: Option<Figure>,
    /// The public bill after cofinancing.
    pub cost: Option<Figure>,
}

/// Serialises a decimal as a number.
fn number<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(value.to_f64().unwrap_or_default())
}

/// The parts that a portfolio is shown in.
#[derive(Debug, Clone, PartialEq, serde::Serialize, Default)]
pub struct Parts {
    /// The picks, in the order of the case.
    pub portfolio: Vec<PickLine>,
    /// Spending by ministry and year.
    pub spending: Vec<SpendingLine>,
    /// Every service.
    pub services: Vec<ServiceLine>,
    /// Every domain.
    pub domains: Vec<DomainLine>,
    /// Every ministry.
    pub ministries: Vec<MinistryLine>,
    /// Every year.
    pub years: Vec<YearLine>,
    /// The level of each domain and of the whole, in a case that has levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<Levels>,
}

/// Why no portfolio is possible.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Impossible {
    /// A smallest set of rules that cannot hold together, in words.
    pub conflict: Vec<String>,
    /// The same as it is told: budgets of one ministry in years that follow each other are one line.
    pub conflict_told: Vec<String>,
    /// The cheapest change that makes the case possible.
    pub repair: Option<String>,
    /// Whether it is proven that no rule of the conflict can be left out.
    #[serde(skip)]
    pub proven_smallest: bool,
}

/// The recommended portfolio of a case, with its proof.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct PortfolioReport {
    /// The case.
    pub case: CaseHeader,
    /// How good the answer is known to be.
    pub status: Standing,
    /// Gain and points together.
    pub objective: Option<Figure>,
    /// No portfolio has a higher objective than this.
    pub bound: Option<Figure>,
    /// The bound less the objective.
    pub gap: Option<Figure>,
    /// The sums.
    #[serde(flatten)]
    pub totals: Totals,
    /// What solved it.
    pub solver: SolverLine,
    /// The parts.
    #[serde(flatten)]
    pub parts: Parts,
    /// What more money would bring, where the solver knows it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub prices: Vec<PriceLine>,
    /// What the prices are prices of: `relaxation`, in which investments can be made in part. A guide to where money is
    /// short, not a promise of what the next unit buys.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prices_of: Option<&'static str>,
    /// The rules beside budgets that are kept with nothing to spare, where it was asked what they cost.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub binding: Vec<RuleCost>,
    /// How much it changes of a plan that was to stay, where one was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanLine>,
    /// Why there is no portfolio, where there is none.
    #[serde(flatten)]
    pub impossible: Option<Impossible>,
    /// Why the solver stopped before the proof, in words; empty where it did not.
    #[serde(skip)]
    pub stopped: String,
    /// What the page for a minister says beyond the answer; `None` if it was not asked for.
    #[serde(skip)]
    pub brief: Option<Brief>,
}

/// How far a portfolio is from the best.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Comparison {
    /// How good the best answer is known to be.
    pub status: Standing,
    /// Its objective.
    pub objective: Option<Figure>,
    /// No portfolio that keeps all rules has a higher objective.
    pub bound: Option<Figure>,
    /// The bound less the best objective.
    pub gap: Option<Figure>,
    /// The best objective less that of the portfolio.
    pub distance: Option<Figure>,
    /// What solved it.
    pub solver: SolverLine,
    /// The picks of the best that the portfolio lacks, by name.
    #[serde(skip)]
    pub missing: Vec<String>,
    /// The picks of the portfolio that the best does without, by name.
    #[serde(skip)]
    pub extra: Vec<String>,
}

/// A portfolio of the planner's own: what it gives, and what it breaks.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct EvaluationReport {
    /// The case.
    pub case: CaseHeader,
    /// Where the portfolio was read from, as the planner named it.
    pub file: String,
    /// Whether every rule is kept.
    pub keeps_all_rules: bool,
    /// Gain and points together.
    pub objective: Figure,
    /// The sums.
    #[serde(flatten)]
    pub totals: Totals,
    /// The rules that it breaks.
    pub broken: Vec<RuleLine>,
    /// How far it is from the best, where that was asked for.
    pub best: Option<Comparison>,
    /// The parts.
    #[serde(flatten)]
    pub parts: Parts,
    /// Every rule, broken or not.
    #[serde(skip)]
    pub rules: Vec<RuleLine>,
}
