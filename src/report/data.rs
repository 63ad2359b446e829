//! What a report says, as plain data with every name resolved.
//!
//! The public field names are the keys of the JSON output. What only people read is left out there.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::ser::{Serialize, SerializeMap, Serializer};

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
fn pairs<S: Serializer, V: Serialize>(pairs: &[(String, V)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(pairs.len()))?;
    for (key, value) in pairs {
        map.serialize_entry(key, value)?;
    }
    map.end()
}

/// Serialises a decimal as a number.
fn number<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(value.to_f64().unwrap_or_default())
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

/// The level of each domain, and that of the whole, which is that of the weakest.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Levels {
    /// The level of the whole with nothing chosen; none below the first rung.
    pub overall_before: Level,
    /// The level of the whole with the portfolio.
    pub overall: Level,
    /// The weakest domain with the portfolio; empty where none has services.
    pub weakest: String,
    /// What is proven of the highest level that every domain can hold, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<LevelProof>,
    /// Every domain that has services.
    pub domains: Vec<LevelLine>,
}

/// A level by its id and its name; none below the first rung. JSON has its id or `null`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, Default)]
#[serde(transparent)]
pub struct Level {
    /// Its id.
    pub id: Option<String>,
    /// Its name.
    #[serde(skip)]
    pub name: String,
}

/// What is proven of the level of the whole.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct LevelProof {
    /// Whether it is proven that no portfolio holds a higher one in every domain.
    pub proven: bool,
    /// The next higher level, which is proven to be out of reach; none where there is none, or where nothing is proven.
    pub impossible: Level,
}

/// The level of a domain.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct LevelLine {
    /// Its id.
    pub domain: String,
    /// Its name.
    #[serde(skip)]
    pub name: String,
    /// With nothing chosen.
    pub level_before: Level,
    /// With the portfolio.
    pub level_after: Level,
    /// The level that the case demands of it, where it does.
    pub floor: Level,
    /// Its power with the portfolio.
    pub power_after: Figure,
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

/// How much a portfolio changes of a plan that was to stay.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct PlanLine {
    /// What the plan is called.
    pub plan: String,
    /// The ids of candidates that come in.
    pub enter: Vec<String>,
    /// The ids of candidates that go out.
    pub leave: Vec<String>,
    /// The ids of candidates that start in another year.
    pub moved: Vec<String>,
    /// The ids of candidates that start as they did, paid otherwise.
    pub paid_otherwise: Vec<String>,
    /// The same by name, in this order.
    #[serde(skip)]
    pub names: [Vec<String>; 4],
    /// What is proven of it.
    pub proven: PlanProof,
    /// A part of the best that was enough.
    #[serde(flatten)]
    pub kept: Option<KeptLine>,
}

/// What is proven of how much a plan changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct PlanProof {
    /// Nothing that is as good and as cheap, or that reaches the part that was enough, changes fewer picks.
    pub picks: bool,
    /// Of those, nothing moves fewer starts.
    pub starts: bool,
    /// With the same picks and starts nothing changes fewer shares.
    pub shares: bool,
}

/// A part of the best that was enough.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct KeptLine {
    /// The percentage that was asked for.
    pub keep: Figure,
    /// The percentage that it reaches.
    pub reached: Figure,
    /// The best objective without regard to the plan.
    pub best: Figure,
    /// Whether that is proven to be the best.
    pub best_proven: bool,
    /// Whether nothing is proven to be better that changes no more picks.
    pub best_of_these: bool,
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
