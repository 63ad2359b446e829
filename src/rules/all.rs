//! The rules that a case has.

use super::rule::Rule;
use crate::model::{Case, Status};

/// Every rule of a case, whatever is chosen: those of each candidate, then those between them, then those of the whole.
pub fn rules(case: &Case) -> Vec<Rule> {
    let mut rules = Vec::new();
    for candidate in case.candidate_ixs() {
        rules.extend([Rule::Start(candidate), Rule::Shares(candidate)]);
        match case[candidate].status {
            Status::Free => {}
            Status::LockedIn => rules.push(Rule::LockedIn(candidate)),
            Status::LockedOut => rules.push(Rule::LockedOut(candidate)),
        }
    }
    for ministry in case.ministry_ixs() {
        rules.extend(case.years().map(|year| Rule::Budget { ministry, year }));
    }
    rules.extend(of_the_whole(case));
    rules
}

/// The rules that are about more than one candidate, except budgets.
pub(crate) fn of_the_whole(case: &Case) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (at, relation) in case.relations.iter().enumerate() {
        if relation.is_rule() {
            rules.push(Rule::Relation(at));
        }
    }
    for (at, limit) in case.limits.iter().enumerate() {
        rules.extend(limit.min.map(|_| Rule::LimitMin(at)));
        rules.extend(limit.max.map(|_| Rule::LimitMax(at)));
    }
    rules.extend(case.service_ixs().filter(|&service| case[service].floor.is_some()).map(Rule::Floor));
    if case.domains_at_target > 0 {
        rules.push(Rule::DomainsAtTarget);
    }
    rules
}
