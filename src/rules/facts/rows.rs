//! Relations and limits: rows without a name of their own.

use rust_decimal::Decimal;

use super::candidates::is_same_bill;
use super::canonical::Form;
use super::pairing::{Moves, each, number, pairs};
use crate::model::{Amount, CandidateIx, Case, DomainIx, Limit, Relation, Scope, ServiceIx};

impl Form<'_> {
    pub(super) fn relation(&mut self, relation: &Relation) {
        let Relation { kind, members, count, service, control_gain, row } = relation;
        let shape = kind.shape();
        let count = shape.counts.then(|| count.to_string());
        let service = service.map(|service| self.case[service].id.clone());
        let gain = shape.moves.then(|| number(*control_gain));
        let head = [kind.word().to_owned(), (row + 1).to_string()];
        self.line(head.into_iter().chain(count).chain(service).chain(gain).chain(self.ids(members)));
    }

    pub(super) fn limit(&mut self, limit: &Limit) {
        let amount = |amount: Option<Amount>| match amount {
            None => String::new(),
            Some(Amount::Money(money)) => number(money),
            Some(Amount::Percent(percent)) => format!("{}%", number(percent)),
        };
        let Limit { scope, min, max, row } = limit;
        let (scope, value) = (scope.word(), scope.value(self.case).to_owned());
        let row = (row + 1).to_string();
        self.line(["limit".to_owned(), row, scope.to_owned(), value, amount(*min), amount(*max)]);
    }
}

/// Whether spending is bounded no more loosely. Bills that differ may keep a limit of a case and break it in the other.
pub(super) fn limits(case: &Case, than: &Case) -> bool {
    let may_differ = than.limits.is_empty() || each(&case.candidates, &than.candidates, is_same_bill);
    may_differ && case.limits.len() >= than.limits.len() && pairs(&case.limits, &than.limits, is_no_looser)
}

fn is_no_looser(one: &Limit, other: &Limit) -> bool {
    use std::cmp::Ordering::{Greater, Less};
    let within = |one: Option<Amount>, other: Option<Amount>, wrong: std::cmp::Ordering| match (one, other) {
        (_, None) => true,
        (Some(Amount::Money(one)), Some(Amount::Money(other)))
        | (Some(Amount::Percent(one)), Some(Amount::Percent(other))) => one.cmp(&other) != wrong,
        _ => false,
    };
    let Limit { scope, min, max, row: _ } = one;
    *scope == other.scope && within(*min, other.min, Less) && within(*max, other.max, Greater)
}

pub(super) fn move_relation(relation: &mut Relation, moves: &Moves) {
    let Relation { kind: _, members, count: _, service, control_gain: _, row: _ } = relation;
    for CandidateIx(member) in members {
        *member = (moves.candidates)(*member);
    }
    if let Some(ServiceIx(service)) = service {
        *service = (moves.services)(*service);
    }
}

/// All that a relation says, for putting relations in order.
pub(crate) fn relation_key(relation: &Relation) -> impl Ord + use<> {
    let Relation { kind, members, count, service, control_gain, row: _ } = relation;
    (*kind, members.clone(), *count, *service, *control_gain)
}

pub(super) fn move_limit(limit: &mut Limit, moves: &Moves) {
    let Limit { scope, min: _, max: _, row: _ } = limit;
    match scope {
        Scope::Domain(DomainIx(domain)) => *domain = (moves.domains)(*domain),
        Scope::Instrument(_) | Scope::Pillar(_) | Scope::Ministry(_) => {}
    }
}

/// All that a limit says, for putting limits in order.
pub(crate) fn limit_key(limit: &Limit) -> impl Ord + use<> {
    let amount = |amount: Option<Amount>| match amount {
        None => (0, Decimal::ZERO),
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
