//! The same case with its rows in one fixed order, so that the order of the rows in a file plays no part in an answer.
//!
//! A search depends on the order in which things stand: among portfolios that are equally good and equally cheap it meets
//! one or another first. Every search therefore runs on a copy of the case whose domains, services, candidates, effects,
//! relations and limits stand in an order that follows from what they say, and what it finds is turned back. Ministries
//! and rungs are no rows, and stay as they are; so do the row numbers, for whoever names a row of a file.

use std::sync::Arc;

use super::answer::{Answer, Status};
use super::question::{Aim, Bound, Measure, Question, Reply};
use super::solver::{CutOff, Otherwise};
use crate::measure::{Rule, evaluate};
use crate::model::{
    Amount, Candidate, CandidateIx, Case, DomainIx, Effect, Holder, Limit, Pick, Portfolio, Relation, Scope, Service,
    ServiceIx,
};

/// A case in its fixed order, and the way there and back.
pub(super) struct Ordered {
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

impl Ordered {
    /// Puts a case in order.
    pub(super) fn new(case: &Case) -> Self {
        let candidates = Order::by(&case.candidates, |candidate| by_id(&candidate.id));
        Self::with_candidates(case, candidates)
    }

    /// Puts a case in order whose candidates stand as those of another one.
    fn with_candidates(case: &Case, candidates: Order) -> Self {
        let domains = Order::by(&case.domains, |domain| by_id(&domain.id));
        let services = Order::by(&case.services, |service| by_id(&service.id));
        let relation = |it: &Relation| moved_relation(it, &candidates, &services);
        let moved: Vec<Relation> = case.relations.iter().map(relation).collect();
        let relations = Order::by(&moved, |it| relation_key(it));
        let moved_limits: Vec<Limit> = case.limits.iter().map(|limit| moved_limit(limit, &domains)).collect();
        let limits = Order::by(&moved_limits, limit_key);
        // Without `..`: whatever names something by its position has to be moved with it, or is about another thing.
        let Case {
            title,
            currency,
            unit,
            first_year,
            last_year,
            risk,
            timing,
            domains_at_target,
            ministries,
            rungs,
            domains: _,
            services: _,
            candidates: _,
            relations: _,
            limits: _,
            holders,
            scenarios,
            unread_scenarios,
        } = case.clone();
        let mut ordered = Case {
            title,
            currency,
            unit,
            first_year,
            last_year,
            risk,
            timing,
            domains_at_target,
            ministries,
            rungs,
            domains: domains.arranged(&case.domains),
            services: services.arranged(&case.services),
            candidates: candidates.arranged(&case.candidates),
            relations: relations.arranged(&moved),
            limits: limits.arranged(&moved_limits),
            holders,
            scenarios,
            unread_scenarios,
        };
        ordered.services.iter_mut().for_each(|service| move_service(service, &domains));
        ordered.candidates.iter_mut().for_each(|candidate| move_candidate(candidate, &domains, &services));
        for Holder { service, holder: _, jurisdiction: _, stake: _, home: _, row: _ } in &mut ordered.holders {
            *service = ServiceIx(services.there(service.0));
        }
        ordered.holders.sort_by(|a, b| (a.service, &a.holder, a.stake).cmp(&(b.service, &b.holder, b.stake)));
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

    /// A reply for the ordered case as one for the case as it stands.
    pub(super) fn reply(&self, case: &Case, mut reply: Reply) -> Reply {
        reply.found = reply.found.map(|(portfolio, _)| {
            let portfolio = self.portfolio_back(&portfolio);
            let evaluation = evaluate(case, &portfolio);
            (portfolio, evaluation)
        });
        if reply.found.as_ref().is_some_and(|(_, evaluation)| !evaluation.keeps_all_rules()) {
            return Reply { bound: reply.bound, nodes: reply.nodes, ..Reply::NOTHING };
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
            Rule::Budget { .. } | Rule::DomainsAtTarget => rule,
        }
    }

    /// A question in order, and the way back for its reply.
    pub(super) fn question(question: &Question) -> (Self, Question) {
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
        let known =
            |it: &Otherwise| Otherwise { candidate: CandidateIx(ordered.candidates.there(it.candidate.0)), ..*it };
        let bound = |bound: &Bound| Bound { measure: ordered.measure(&bound.measure), ..bound.clone() };
        let moved = Question {
            case: Arc::new(ordered.case.clone()),
            aim,
            bounds: question.bounds.iter().map(bound).collect(),
            cut_offs: question.cut_offs.iter().map(|cut_off| ordered.cut_off(cut_off)).collect(),
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
    pub(super) fn cut_off(&self, cut_off: &CutOff) -> CutOff {
        match cut_off {
            CutOff::Candidates(chosen) => CutOff::Candidates(self.candidates(chosen)),
            CutOff::Starts(starts) => {
                let mut starts: Vec<_> =
                    starts.iter().map(|&(it, start)| (CandidateIx(self.candidates.there(it.0)), start)).collect();
                starts.sort_unstable();
                CutOff::Starts(starts)
            }
            CutOff::Below { view, objective } => {
                let view = Self::with_candidates(view, self.candidates.clone()).case;
                CutOff::Below { view: Arc::new(view), objective: *objective }
            }
        }
    }

    fn candidates(&self, candidates: &[CandidateIx]) -> Vec<CandidateIx> {
        let mut moved: Vec<_> = candidates.iter().map(|it| CandidateIx(self.candidates.there(it.0))).collect();
        moved.sort_unstable();
        moved
    }
}

fn moved_picks(portfolio: &Portfolio, place: impl Fn(usize) -> usize) -> Portfolio {
    let moved = |pick: &Pick| Pick { candidate: CandidateIx(place(pick.candidate.0)), ..pick.clone() };
    Portfolio::new(portfolio.picks().iter().map(moved).collect())
}

/// Rungs stay where they stand, and so do the years.
fn move_service(service: &mut Service, domains: &Order) {
    let Service {
        id: _,
        domain,
        name: _,
        weight: _,
        control: _,
        drift: _,
        floor: _,
        power: _,
        quota: _,
        holder: _,
        jurisdiction: _,
        note: _,
        source: _,
        row: _,
    } = service;
    *domain = DomainIx(domains.there(domain.0));
}

/// Ministries stay where they stand, and so do the shares.
fn move_candidate(candidate: &mut Candidate, domains: &Order, services: &Order) {
    let Candidate {
        id: _,
        name: _,
        domain,
        instrument: _,
        pillar: _,
        costs: _,
        cofinance: _,
        shares: _,
        start_from: _,
        start_to: _,
        lead_time: _,
        success: _,
        points: _,
        status: _,
        reason: _,
        effects,
        note: _,
        source: _,
        row: _,
    } = candidate;
    *domain = DomainIx(domains.there(domain.0));
    for Effect { service, control_gain: _, grants: _, row: _ } in effects.iter_mut() {
        *service = ServiceIx(services.there(service.0));
    }
    effects.sort_by_key(|effect| (effect.service, effect.control_gain, effect.grants));
}

fn moved_relation(relation: &Relation, candidates: &Order, services: &Order) -> Relation {
    let Relation { kind, members, count, service, control_gain, row } = relation;
    Relation {
        kind: *kind,
        members: members.iter().map(|member| CandidateIx(candidates.there(member.0))).collect(),
        count: *count,
        service: service.map(|service| ServiceIx(services.there(service.0))),
        control_gain: *control_gain,
        row: *row,
    }
}

/// All that a relation says, for putting relations in order.
fn relation_key(relation: &Relation) -> impl Ord + use<> {
    let Relation { kind, members, count, service, control_gain, row: _ } = relation;
    (*kind, members.clone(), *count, *service, *control_gain)
}

fn moved_limit(limit: &Limit, domains: &Order) -> Limit {
    let Limit { scope, min, max, row } = limit.clone();
    let scope = match scope {
        Scope::Domain(DomainIx(at)) => Scope::Domain(DomainIx(domains.there(at))),
        other @ (Scope::Instrument(_) | Scope::Pillar(_) | Scope::Ministry(_)) => other,
    };
    Limit { scope, min, max, row }
}

/// All that a limit says, for putting limits in order.
fn limit_key(limit: &Limit) -> impl Ord + use<> {
    let amount = |amount: Option<Amount>| match amount {
        None => (0, rust_decimal::Decimal::ZERO),
        Some(Amount::Money(money)) => (1, money),
        Some(Amount::Percent(percent)) => (2, percent),
    };
    let Limit { scope, min, max, row: _ } = limit;
    let scope = match scope {
        Scope::Domain(domain) => (0, domain.0, String::new()),
        Scope::Instrument(instrument) => (1, 0, instrument.clone()),
        Scope::Pillar(pillar) => (2, 0, pillar.clone()),
        Scope::Ministry(ministry) => (3, ministry.0, String::new()),
    };
    (scope, amount(*min), amount(*max))
}
