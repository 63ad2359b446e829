//! Questions with other aims and bounds as questions about the best portfolio of a case that values things otherwise.
//!
//! What is sought becomes the objective: direct points for what is a sum over candidates (a bill, a distance), other
//! domain weights for a gain that is seen by others, and weights below 0 for one that is to be low. Each bound becomes a floor under what is worth too little to
//! whoever sees it so. So all that is answered fast about the best portfolio of a case is answered fast about these.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::measure::{bill, evaluate};
use crate::model::{Aggregate, Candidate, Case, Domain, DomainIx, Timing};
use crate::optimise::answer::Answer;
use crate::optimise::no_good::NoGood;
use crate::optimise::query::{Aim, Measure, Query, QueryResult, Side};
use crate::rules::facts::with_values_of;

/// A question as one about the best portfolio of a case.
pub(crate) struct RecastObjective {
    /// The case, with the aim as its objective.
    pub case: Arc<Case>,
    /// What is left out, also what is worth too little.
    pub no_goods: Vec<NoGood>,
    way: Way,
    /// What the value of the aim is more than the objective, with the sign of the way.
    more: Decimal,
}

/// Which way a measure is wanted to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

impl Way {
    fn signed(self, value: Decimal) -> Decimal {
        if self == Self::Up { value } else { -value }
    }
}

impl RecastObjective {
    /// The question seen so; `None` if it is no such question.
    pub fn of(question: &Query) -> Option<Self> {
        let (measure, way) = match &question.aim {
            Aim::Best => (&Measure::Objective, Way::Up),
            Aim::Highest(measure) => (measure, Way::Up),
            Aim::Lowest(measure) => (measure, Way::Down),
            Aim::HighestLeast(_) => return None,
        };
        let (mut case, more) = recast(&question.case, measure, way).or_else(|| lowered(&question.case, measure))?;
        // Whoever asks for something else than the best says by floors which level is to be held.
        case.aggregate = Aggregate::Weighted;
        let mut no_goods = question.no_goods.clone();
        for bound in &question.bounds {
            let way = if bound.side == Side::AtLeast { Way::Up } else { Way::Down };
            let (view, more) = recast(&question.case, &bound.measure, way)?;
            no_goods.push(NoGood::ObjectiveFloor { view: Arc::new(view), objective: way.signed(bound.value) - more });
        }
        Some(Self { case: Arc::new(case), no_goods, way, more })
    }

    /// What an answer for the seen case says to the question.
    pub fn reply(&self, question: &Query, answer: Answer) -> QueryResult {
        let found = answer.portfolio.map(|portfolio| {
            let evaluation = evaluate(&question.case, &portfolio);
            (portfolio, evaluation)
        });
        let value =
            found.as_ref().map(|(portfolio, evaluation)| question.aim.of(&question.case, portfolio, evaluation));
        let bound = answer.bound.map(|bound| self.way.signed(bound + self.more));
        QueryResult { known: answer.status.into(), found, value, bound, nodes: answer.solver.nodes }
    }
}

/// The case whose objective is the measure with the sign of the way, but for a constant: the case, and what the measure is
/// more. `None` if no case sees it so.
fn recast(case: &Case, measure: &Measure, way: Way) -> Option<(Case, Decimal)> {
    let total = bill::whole;
    let by_points = |points: &dyn Fn(usize, &Candidate) -> Decimal| {
        let mut recast = case.clone();
        recast.domains.iter_mut().flat_map(|domain| &mut domain.weights).for_each(|weight| *weight = Decimal::ZERO);
        for (at, candidate) in recast.candidates.iter_mut().enumerate() {
            candidate.points = way.signed(points(at, &case.candidates[at]));
        }
        recast
    };
    let none = Decimal::ZERO;
    match measure {
        Measure::Objective if way == Way::Up => Some((case.clone(), none)),
        Measure::Gain(view) | Measure::ObjectiveIn(view) if way == Way::Up => {
            let mut recast = with_values_of(case, view)?;
            if matches!(measure, Measure::Gain(_)) {
                recast.candidates.iter_mut().for_each(|candidate| candidate.points = none);
            }
            Some((recast, none))
        }
        // A floor under what is worth less with more power is not one that the engine can look at from above.
        Measure::Objective | Measure::Gain(_) | Measure::ObjectiveIn(_) => None,
        Measure::Points => Some((by_points(&|_, candidate| candidate.points), none)),
        Measure::Cost => Some((by_points(&|_, candidate| total(candidate)), none)),
        Measure::Spending(DomainIx(domain)) => {
            let inside = |candidate: &Candidate| candidate.domain.0 == *domain;
            let bill = |candidate: &Candidate| if inside(candidate) { total(candidate) } else { none };
            Some((by_points(&|_, candidate| bill(candidate)), none))
        }
        Measure::Distance(from) => {
            let is_in = |at: usize| from.iter().any(|it| it.0 == at);
            let step = |at: usize| if is_in(at) { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
            Some((by_points(&|at, _| step(at)), way.signed(Decimal::from(from.len()))))
        }
    }
}

/// The case whose objective is what power gives, with its sign turned: a domain without services has so much weight that all
/// weights together stay what they are, so that those of the others are theirs below 0.
pub(crate) fn lowered(case: &Case, measure: &Measure) -> Option<(Case, Decimal)> {
    let (mut lowered, more) = recast(case, measure, Way::Up)?;
    if lowered.timing != Timing::Final {
        return None;
    }
    let all =
        |ministry: usize| lowered.domains.iter().filter_map(|domain| domain.weights.get(ministry)).sum::<Decimal>();
    let counterweights = (0..lowered.ministries.len()).map(|ministry| all(ministry) * Decimal::TWO).collect();
    lowered.domains.iter_mut().flat_map(|domain| &mut domain.weights).for_each(|weight| *weight = -*weight);
    lowered.candidates.iter_mut().for_each(|candidate| candidate.points = -candidate.points);
    let first = lowered.domains.first()?.clone();
    // Longer than other ids, it stays the last where they are put in order.
    let id = "counterweight-of-what-is-to-be-low".to_owned();
    lowered.domains.push(Domain { id, weights: counterweights, target: Decimal::ONE, ..first });
    Some((lowered, -more))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::optimise::testing::random_case;

    #[test]
    fn a_view_with_other_ministries_is_no_view_of_the_case() {
        let case = random_case(3, 4, 0);
        assert!(with_values_of(&case, &case).is_some());
        let mut more = case.clone();
        more.ministries.push(more.ministries[0].clone());
        more.domains.iter_mut().for_each(|domain| domain.weights.push(Decimal::ONE));
        assert!(with_values_of(&case, &more).is_none());
        assert!(with_values_of(&more, &case).is_none());
    }
}
