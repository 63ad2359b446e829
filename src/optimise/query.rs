//! Questions beyond "the best portfolio of this case": other aims, bounds on measures, portfolios left out.
//!
//! Analyses ask many of them. A question that only alters the case, or leaves portfolios out, goes to whichever solver
//! answers a case; one with another aim or with bounds is stated as rows of the tightened program.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::answer::Status;
use super::no_good::{ConditionalBound, NoGood, ROUNDING};
use crate::measure;
use crate::measure::Evaluation;
use crate::model::{CandidateIx, Case, DomainIx, MinistryIx, Portfolio, Risk, Timing};

/// Something that is measured of a portfolio, linear in what is chosen and in the power that it gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// Gain and points together: the objective of the case, in index points.
    Objective,
    /// The gain (without points) as another case sees it, in index points. That case has the same candidates at the
    /// same positions; its services, ladder, success, lead times, weights, voices, risk and timing count.
    Gain(Arc<Case>),
    /// The objective (gain and points) as another case sees it, in index points.
    ObjectiveIn(Arc<Case>),
    /// The direct points, in index points.
    Points,
    /// The total public bill, in money.
    Cost,
    /// The public bill of a domain's candidates, in money.
    Spending(DomainIx),
    /// How many candidates are in one of the two portfolios and not in the other; of these candidates.
    Distance(Vec<CandidateIx>),
}

impl Measure {
    /// The gain of the case under its joint weights, without points.
    pub fn gain(case: &Case) -> Self {
        Self::Gain(Arc::new(case.clone()))
    }

    /// The gain under one ministry's own domain weights.
    pub fn own_gain(case: &Case, ministry: MinistryIx) -> Self {
        let mut view = case.clone();
        for (at, other) in view.ministries.iter_mut().enumerate() {
            other.voice = if at == ministry.0 { Decimal::ONE } else { Decimal::ZERO };
        }
        Self::Gain(Arc::new(view))
    }

    /// The gain as if everything succeeds.
    pub fn risk_free_gain(case: &Case) -> Self {
        Self::Gain(Arc::new(Case { risk: Risk::Full, ..case.clone() }))
    }

    /// The rise of a domain's power at the end of the horizon, in points of 100.
    pub fn domain_power(case: &Case, domain: DomainIx) -> Self {
        let mut view = Case { timing: Timing::Final, ..case.clone() };
        for (at, other) in view.domains.iter_mut().enumerate() {
            let weight = if at == domain.0 { Decimal::ONE } else { Decimal::ZERO };
            other.weights.iter_mut().for_each(|own| *own = weight);
        }
        for ministry in &mut view.ministries {
            ministry.voice = Decimal::ONE;
        }
        Self::Gain(Arc::new(view))
    }

    /// The exact value for a portfolio that was measured in `case`.
    pub fn of(&self, case: &Case, portfolio: &Portfolio, evaluation: &Evaluation) -> Decimal {
        match self {
            Self::Objective => evaluation.objective,
            Self::Gain(view) => measure::evaluate(view, portfolio).gain,
            Self::ObjectiveIn(view) => measure::evaluate(view, portfolio).objective,
            Self::Points => evaluation.points,
            Self::Cost => evaluation.cost,
            Self::Spending(domain) => {
                let picks = evaluation.picks.iter().filter(|pick| case[pick.candidate].domain == *domain);
                picks.map(|pick| pick.bill).sum()
            }
            Self::Distance(from) => {
                let new = portfolio.picks().iter().filter(|pick| !from.contains(&pick.candidate)).count();
                let gone = from.iter().filter(|&&candidate| !portfolio.contains(candidate)).count();
                Decimal::from(new + gone)
            }
        }
    }
}

/// What is sought.
#[derive(Debug, Clone, PartialEq)]
pub enum Aim {
    /// The highest objective and, among the best, the lowest bill: what the optimiser always answers.
    Best,
    /// The highest value of a measure.
    Highest(Measure),
    /// The lowest value of a measure.
    Lowest(Measure),
    /// The portfolio whose smallest `measure - offset` is as high as can be.
    HighestLeast(Vec<(Measure, Decimal)>),
}

impl Aim {
    /// The value of a portfolio for this aim.
    pub fn of(&self, case: &Case, portfolio: &Portfolio, evaluation: &Evaluation) -> Decimal {
        match self {
            Self::Best => evaluation.objective,
            Self::Highest(measure) | Self::Lowest(measure) => measure.of(case, portfolio, evaluation),
            Self::HighestLeast(parts) => {
                let values = parts
                    .iter()
                    .map(|(measure, offset)| measure.of(case, portfolio, evaluation).saturating_sub(*offset));
                values.min().unwrap_or_default()
            }
        }
    }

    /// By how much `a` is better than `b`; below 0 where it is worse.
    pub fn better_by(&self, a: Decimal, b: Decimal) -> Decimal {
        if matches!(self, Self::Lowest(_)) { b.saturating_sub(a) } else { a.saturating_sub(b) }
    }
}

/// A measure that must stay on one side of a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Bound {
    /// The measure.
    pub measure: Measure,
    /// Which side.
    pub side: Side,
    /// The value, in the unit of the measure.
    pub value: Decimal,
}

/// On which side of a value a measure must stay, the value included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At least the value.
    AtLeast,
    /// At most the value.
    AtMost,
}

/// A question about a case.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// The case, with whatever the question alters.
    pub case: Arc<Case>,
    /// What is sought.
    pub aim: Aim,
    /// Measures with a bound, besides the rules of the case.
    pub bounds: Vec<Bound>,
    /// Portfolios that must not be the answer.
    pub no_goods: Vec<NoGood>,
    /// What is proven already of the objective of the case. It does not change the answer.
    pub known: Vec<ConditionalBound>,
}

impl Query {
    /// The best portfolio of a case.
    pub fn best(case: Arc<Case>) -> Self {
        Self::new(case, Aim::Best)
    }

    /// The highest objective of a case, with whichever of the best portfolios: where the bill does not matter.
    pub fn objective(case: Arc<Case>) -> Self {
        Self::new(case, Aim::Highest(Measure::Objective))
    }

    /// A question without bounds.
    pub fn new(case: Arc<Case>, aim: Aim) -> Self {
        Self { case, aim, bounds: Vec::new(), no_goods: Vec::new(), known: Vec::new() }
    }

    /// The question with what is proven already.
    #[must_use]
    pub fn knowing(self, known: Vec<ConditionalBound>) -> Self {
        Self { known, ..self }
    }

    /// The question with one more bound.
    #[must_use]
    pub fn with(mut self, measure: Measure, side: Side, value: Decimal) -> Self {
        self.bounds.push(Bound { measure, side, value });
        self
    }

    /// Whether a portfolio keeps the rules of the case exactly, and the bounds of the question to 9 places.
    pub fn allows(&self, portfolio: &Portfolio, evaluation: &Evaluation) -> bool {
        evaluation.keeps_all_rules()
            && !self.no_goods.iter().any(|no_good| no_good.cuts(portfolio))
            && self.bounds.iter().all(|bound| {
                let value = bound.measure.of(&self.case, portfolio, evaluation);
                match bound.side {
                    Side::AtLeast => value >= bound.value.saturating_sub(ROUNDING),
                    Side::AtMost => value <= bound.value.saturating_add(ROUNDING),
                }
            })
    }
}

/// What is known of the answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProofStatus {
    /// Proven: no portfolio that the question allows is better.
    Proven,
    /// Not proven: the search was stopped. None is better than the bound, where there is one.
    Open,
    /// Proven: the question allows no portfolio.
    Impossible,
}

impl From<Status> for ProofStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::Optimal => Self::Proven,
            Status::Infeasible => Self::Impossible,
            Status::Feasible | Status::Unknown => Self::Open,
        }
    }
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryResult {
    /// What is known.
    pub known: ProofStatus,
    /// The portfolio with what it gives, certified by the evaluator.
    pub found: Option<(Portfolio, Evaluation)>,
    /// Its value for the question's aim.
    pub value: Option<Decimal>,
    /// No portfolio has a better value than this.
    pub bound: Option<Decimal>,
    /// Nodes of the search; 0 where nothing had to be searched.
    pub nodes: u64,
}

impl QueryResult {
    /// Proven to be impossible.
    pub const IMPOSSIBLE: Self =
        Self { known: ProofStatus::Impossible, found: None, value: None, bound: None, nodes: 0 };

    /// Stopped before anything was found.
    pub const NOTHING: Self = Self { known: ProofStatus::Open, found: None, value: None, bound: None, nodes: 0 };

    /// Whether the answer is proven, also that there is none.
    pub fn is_proven(&self) -> bool {
        self.known != ProofStatus::Open
    }

    /// The portfolio.
    pub fn portfolio(&self) -> Option<&Portfolio> {
        self.found.as_ref().map(|(portfolio, _)| portfolio)
    }

    /// What the portfolio gives.
    pub fn evaluation(&self) -> Option<&Evaluation> {
        self.found.as_ref().map(|(_, evaluation)| evaluation)
    }
}
