//! The same case with its rows in one fixed order, so that the order of the rows in a file plays no part in an answer.
//!
//! A search depends on the order in which things stand: among portfolios that are equally good and equally cheap it meets
//! one or another first. Every search therefore runs on a copy of the case whose domains, services, candidates, effects,
//! relations and limits stand in an order that follows from what they say, and what it finds is turned back. Ministries
//! and rungs are no rows, and stay as they are; so do the row numbers, for whoever names a row of a file.

use crate::model::order::InOrder as _;
use std::sync::Arc;

use super::answer::{Answer, Status};
use super::conflict::Conflict;
use super::no_good::{ConditionalBound, NoGood};
use super::query::{Aim, Bound, Measure, Query, QueryResult};
use crate::measure::{Rule, evaluate};
use crate::model::{CandidateIx, Case, DomainIx, Pick, Portfolio, ServiceIx};
use crate::rules::facts::{Moves, limit_key, move_positions, relation_key};

/// A case in its fixed order, and the way there and back.
pub(super) struct CanonicalCase {
    /// The case.
    pub(super) case: Case,
    domains: Order,
    services: Order,
    candidates: Order,
    relations: Order,
    limits: Order,
}

/// Where things stand before and after they were put in order.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Order {
    /// The old position, by the new one.
    old: Vec<usize>,
    /// The new position, by the old one.
    new: Vec<usize>,
}

impl Order {
    /// The order by a key; what has the same key stays as it stands.
    fn by<T, K: Ord>(things: &[T], key: impl Fn(&T) -> K) -> Self {
        let mut old: Vec<usize> = (0..things.len()).collect();
        old.sort_by_cached_key(|&at| key(&things[at]));
        let mut new = vec![0; old.len()];
        for (place, &at) in old.iter().enumerate() {
            new[at] = place;
        }
        Self { old, new }
    }

    fn arranged<T: Clone>(&self, things: &[T]) -> Vec<T> {
        self.old.iter().map(|&at| things[at].clone()).collect()
    }

    /// The new position. What is not there at all keeps its position: whoever measures it says so.
    fn there(&self, at: usize) -> usize {
        self.new.get(at).copied().unwrap_or(at)
    }

    /// The old position.
    fn back(&self, at: usize) -> usize {
        self.old.get(at).copied().unwrap_or(at)
    }
}

/// Ids in the order in which people count: `c2` before `c10`.
fn by_id(id: &str) -> (usize, String) {
    (id.len(), id.to_owned())
}

impl CanonicalCase {
    /// Puts a case in order.
    pub(super) fn new(case: &Case) -> Self {
        let candidates = Order::by(&case.candidates, |candidate| by_id(candidate.order_id()));
        Self::with_candidates(case, candidates)
    }

    /// Puts a case in order whose candidates stand as those of another one.
    fn with_candidates(case: &Case, candidates: Order) -> Self {
        let domains = Order::by(&case.domains, |domain| by_id(&domain.id));
        let services = Order::by(&case.services, |service| by_id(service.order_id()));
        let mut ordered = case.clone();
        move_positions(
            &mut ordered,
            &Moves {
                domains: &|at| domains.there(at),
                services: &|at| services.there(at),
                candidates: &|at| candidates.there(at),
            },
        );
        let relations = Order::by(&ordered.relations, relation_key);
        let limits = Order::by(&ordered.limits, limit_key);
        ordered.domains = domains.arranged(&ordered.domains);
        ordered.services = services.arranged(&ordered.services);
        ordered.candidates = candidates.arranged(&ordered.candidates);
        ordered.relations = relations.arranged(&ordered.relations);
        ordered.limits = limits.arranged(&ordered.limits);
        for candidate in &mut ordered.candidates {
            candidate.effects.order_by_key(|effect| (effect.service, effect.control_gain, effect.grants));
        }
        ordered.holders.order_by(|a, b| (a.service, &a.holder, a.stake).cmp(&(b.service, &b.holder, b.stake)));
        Self { case: ordered, domains, services, candidates, relations, limits }
    }

    /// A portfolio of the case as it stands, in the ordered case.
    pub(super) fn portfolio(&self, portfolio: &Portfolio) -> Portfolio {
        moved_picks(portfolio, |at| self.candidates.there(at))
    }

    /// A portfolio of the ordered case, in the case as it stands.
    pub(super) fn portfolio_back(&self, portfolio: &Portfolio) -> Portfolio {
        moved_picks(portfolio, |at| self.candidates.back(at))
    }

    /// An answer for the ordered case as one for the case as it stands. The portfolio is measured anew: sums of quotients
    /// may differ in the last of their 28 digits, and what does not keep every rule then is not shown.
    pub(super) fn answer(&self, case: &Case, mut answer: Answer) -> Answer {
        answer.portfolio = answer.portfolio.map(|portfolio| self.portfolio_back(&portfolio));
        answer.evaluation = answer.portfolio.as_ref().map(|portfolio| evaluate(case, portfolio));
        if answer.evaluation.as_ref().is_some_and(|evaluation| !evaluation.keeps_all_rules()) {
            (answer.status, answer.portfolio, answer.evaluation, answer.gap) = (Status::Unknown, None, None, None);
        }
        if let (Some(evaluation), Some(bound)) = (&answer.evaluation, &mut answer.bound) {
            *bound = (*bound).max(evaluation.objective);
            answer.gap = Some(*bound - evaluation.objective);
        }
        if let Some(conflict) = &mut answer.conflict {
            conflict.rules.iter_mut().for_each(|rule| *rule = self.rule_back(*rule));
        }
        answer
    }

    /// An explanation for the ordered case as one for the case as it stands.
    pub(super) fn conflict(&self, conflict: &Conflict) -> Arc<Conflict> {
        let rules = conflict.rules.iter().map(|&rule| self.rule_back(rule)).collect();
        Arc::new(Conflict { rules, ..conflict.clone() })
    }

    /// A reply for the ordered case as one for the case as it stands.
    pub(super) fn reply(&self, case: &Case, mut reply: QueryResult) -> QueryResult {
        reply.found = reply.found.map(|(portfolio, _)| {
            let portfolio = self.portfolio_back(&portfolio);
            let evaluation = evaluate(case, &portfolio);
            (portfolio, evaluation)
        });
        if reply.found.as_ref().is_some_and(|(_, evaluation)| !evaluation.keeps_all_rules()) {
            return QueryResult { bound: reply.bound, nodes: reply.nodes, ..QueryResult::NOTHING };
        }
        reply
    }

    fn rule_back(&self, rule: Rule) -> Rule {
        let candidate = |CandidateIx(at)| CandidateIx(self.candidates.back(at));
        match rule {
            Rule::Known(it) => Rule::Known(candidate(it)),
            Rule::Start(it) => Rule::Start(candidate(it)),
            Rule::Shares(it) => Rule::Shares(candidate(it)),
            Rule::LockedIn(it) => Rule::LockedIn(candidate(it)),
            Rule::LockedOut(it) => Rule::LockedOut(candidate(it)),
            Rule::Relation(at) => Rule::Relation(self.relations.back(at)),
            Rule::LimitMin(at) => Rule::LimitMin(self.limits.back(at)),
            Rule::LimitMax(at) => Rule::LimitMax(self.limits.back(at)),
            Rule::Floor(ServiceIx(at)) => Rule::Floor(ServiceIx(self.services.back(at))),
            Rule::TakeoverFloor(ServiceIx(at)) => Rule::TakeoverFloor(ServiceIx(self.services.back(at))),
            Rule::DomainFloor(DomainIx(at)) => Rule::DomainFloor(DomainIx(self.domains.back(at))),
            Rule::Budget { .. } | Rule::CarryOver(_) | Rule::DomainsAtTarget => rule,
        }
    }

    /// A question in order, and the way back for its reply.
    pub(super) fn question(question: &Query) -> (Self, Query) {
        let ordered = Self::new(&question.case);
        let aim = match &question.aim {
            Aim::Best => Aim::Best,
            Aim::Highest(measure) => Aim::Highest(ordered.measure(measure)),
            Aim::Lowest(measure) => Aim::Lowest(ordered.measure(measure)),
            Aim::HighestLeast(parts) => {
                let parts = parts.iter().map(|(measure, offset)| (ordered.measure(measure), *offset));
                Aim::HighestLeast(parts.collect())
            }
        };
        let known = |it: &ConditionalBound| ConditionalBound {
            candidate: CandidateIx(ordered.candidates.there(it.candidate.0)),
            ..*it
        };
        let bound = |bound: &Bound| Bound { measure: ordered.measure(&bound.measure), ..bound.clone() };
        let moved = Query {
            case: Arc::new(ordered.case.clone()),
            aim,
            bounds: question.bounds.iter().map(bound).collect(),
            no_goods: question.no_goods.iter().map(|no_good| ordered.no_good(no_good)).collect(),
            known: question.known.iter().map(known).collect(),
        };
        (ordered, moved)
    }

    fn measure(&self, measure: &Measure) -> Measure {
        // Another case has the same candidates at the same positions.
        let view = |view: &Case| Arc::new(Self::with_candidates(view, self.candidates.clone()).case);
        match measure {
            Measure::Gain(case) => Measure::Gain(view(case)),
            Measure::ObjectiveIn(case) => Measure::ObjectiveIn(view(case)),
            Measure::Spending(DomainIx(at)) => Measure::Spending(DomainIx(self.domains.there(*at))),
            Measure::Distance(from) => Measure::Distance(self.candidates(from)),
            Measure::Objective | Measure::Points | Measure::Cost => measure.clone(),
        }
    }

    /// Portfolios to leave out, in the ordered case.
    pub(super) fn no_good(&self, no_good: &NoGood) -> NoGood {
        match no_good {
            NoGood::Candidates(chosen) => NoGood::Candidates(self.candidates(chosen)),
            NoGood::Starts(starts) => {
                let mut starts: Vec<_> =
                    starts.iter().map(|&(it, start)| (CandidateIx(self.candidates.there(it.0)), start)).collect();
                starts.order();
                NoGood::Starts(starts)
            }
            NoGood::Alike { all, none, by } => {
                NoGood::Alike { all: self.candidates(all), none: self.candidates(none), by: *by }
            }
            NoGood::Changed { plan, most } => NoGood::Changed { plan: Arc::new(self.portfolio(plan)), most: *most },
            NoGood::ObjectiveFloor { view, objective } => {
                let view = Self::with_candidates(view, self.candidates.clone()).case;
                NoGood::ObjectiveFloor { view: Arc::new(view), objective: *objective }
            }
        }
    }

    fn candidates(&self, candidates: &[CandidateIx]) -> Vec<CandidateIx> {
        let mut moved: Vec<_> = candidates.iter().map(|it| CandidateIx(self.candidates.there(it.0))).collect();
        moved.order();
        moved
    }
}

fn moved_picks(portfolio: &Portfolio, place: impl Fn(usize) -> usize) -> Portfolio {
    let moved = |pick: &Pick| Pick { candidate: CandidateIx(place(pick.candidate.0)), ..pick.clone() };
    Portfolio::new(portfolio.picks().iter().map(moved).collect())
}
