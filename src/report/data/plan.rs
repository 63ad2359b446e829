//! How much a portfolio changes of a plan that was to stay.

use crate::report::number::Figure;

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
