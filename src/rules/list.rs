//! The list of all kinds of rules, and the rules that a case has.

use super::change::Change;
use super::inequality::Side;
use super::kind::{Kind, Nature};
use super::measured::Measured;
use super::rule::Rule;
use super::verdict::Verdict;
use super::{budget, domain_floor, floor, known, limit, lock, relation, share, start, takeover_floor, target};
use crate::model::{Case, Status};
use crate::say;

/// Every rule of a case, whatever is chosen: those of each candidate, then budgets, then those of the whole.
pub fn rules(case: &Case) -> Vec<Rule> {
    of_candidates(case).chain(beside_locks(case)).collect()
}

/// The rules of each candidate.
pub(crate) fn of_candidates(case: &Case) -> impl Iterator<Item = Rule> {
    let of_candidate = |it| [Rule::Start(it), Rule::Shares(it)].into_iter().chain(lock::of(case, it));
    case.candidate_ixs().flat_map(of_candidate)
}

/// The rules that are about more than one candidate.
fn beside_locks(case: &Case) -> impl Iterator<Item = Rule> {
    let of_the_end = floor::of(case).chain(domain_floor::of(case)).chain(takeover_floor::of(case));
    let of_the_end = of_the_end.chain(target::of(case));
    budget::of(case).chain(relation::of(case)).chain(limit::of(case)).chain(of_the_end)
}

/// The rules of a case that a portfolio is judged by and that may give way: locks, relations, limits, floors and targets, then
/// budgets of every ministry and year. Without all of them choosing nothing is possible.
pub fn judged_and_negotiable(case: &Case) -> Vec<Rule> {
    let negotiable = rules(case).into_iter().filter(|rule| !rule.nature().is_fact);
    let (budgets, others): (Vec<_>, Vec<_>) = negotiable.partition(|rule| matches!(rule, Rule::Budget { .. }));
    others.into_iter().chain(budgets).collect()
}

/// All rules of a case that may give way, how much is carried over among them.
pub fn negotiable_rules(case: &Case) -> Vec<Rule> {
    judged_and_negotiable(case).into_iter().chain(budget::carried_by(case)).collect()
}

/// All rules that can make a case impossible, with what candidates are like.
pub(crate) fn rules_in_conflicts(case: &Case) -> Vec<Rule> {
    rules(case).into_iter().chain(budget::carried_by(case)).collect()
}

/// Rules in a planner's words, in their order: one phrase each, but one for budgets of a ministry in years that follow each
/// other.
pub fn told_together(case: &Case, rules: &[Rule]) -> Vec<String> {
    let follows = |one: &Rule, next: &Rule| match (*one, *next) {
        (Rule::Budget { ministry, year }, Rule::Budget { ministry: other, year: later }) => {
            ministry == other && year.checked_add(1) == Some(later)
        }
        _ => false,
    };
    let told = |run: &[Rule]| match (run.first(), run.last()) {
        (Some(&Rule::Budget { ministry, year }), Some(&Rule::Budget { year: last, .. })) if year != last => {
            budget::describe_years(case, ministry, year, last)
        }
        _ => run.iter().map(|rule| rule.describe(case)).collect(),
    };
    rules.chunk_by(follows).map(told).collect()
}

impl Rule {
    /// Asks its kind.
    pub(crate) fn ask<T>(self, ask: impl FnOnce(&dyn Kind) -> T) -> T {
        match self {
            Self::Known(candidate) => ask(&known::Known(candidate)),
            Self::Start(candidate) => ask(&start::Start(candidate)),
            Self::Shares(candidate) => ask(&share::Shares(candidate)),
            Self::LockedIn(candidate) => ask(&lock::Lock(candidate, Status::LockedIn)),
            Self::LockedOut(candidate) => ask(&lock::Lock(candidate, Status::LockedOut)),
            Self::Budget { ministry, year } => ask(&budget::Budget(ministry, year)),
            Self::CarryOver(ministry) => ask(&budget::Carried(ministry)),
            Self::Relation(at) => ask(&relation::RelationRule(at)),
            Self::LimitMin(at) => ask(&limit::Bound(at, Side::AtLeast)),
            Self::LimitMax(at) => ask(&limit::Bound(at, Side::AtMost)),
            Self::Floor(service) => ask(&floor::Floor(service)),
            Self::DomainFloor(domain) => ask(&domain_floor::DomainFloor(domain)),
            Self::TakeoverFloor(service) => ask(&takeover_floor::TakeoverFloor(service)),
            Self::DomainsAtTarget => ask(&target::Targets),
        }
    }

    /// What holds for all rules of its kind.
    pub fn nature(self) -> Nature {
        self.ask(|it| it.nature())
    }

    /// The rule in a planner's words: one whole phrase, without a capital first letter or a full stop.
    pub fn describe(self, case: &Case) -> String {
        if self.is_withheld(case) { say!("rule-withheld") } else { self.ask(|it| it.describe(case)) }
    }

    /// Whether its positions are those of rows of the case: a rule that was read from a file may say any.
    pub fn is_of(self, case: &Case) -> bool {
        match self {
            Self::Known(it) | Self::Start(it) | Self::Shares(it) | Self::LockedIn(it) | Self::LockedOut(it) => {
                it.0 < case.candidates.len()
            }
            Self::Budget { ministry, year } => ministry.0 < case.ministries.len() && case.years().contains(&year),
            Self::CarryOver(it) => it.0 < case.ministries.len(),
            Self::Relation(at) => at < case.relations.len(),
            Self::LimitMin(at) | Self::LimitMax(at) => at < case.limits.len(),
            Self::Floor(it) | Self::TakeoverFloor(it) => it.0 < case.services.len(),
            Self::DomainFloor(it) => it.0 < case.domains.len(),
            Self::DomainsAtTarget => true,
        }
    }

    /// Whether it is about something that is withheld from the readers.
    pub fn is_withheld(self, case: &Case) -> bool {
        match self {
            Self::Known(it) | Self::Start(it) | Self::Shares(it) | Self::LockedIn(it) | Self::LockedOut(it) => {
                case.candidates.get(it.0).is_some_and(|it| it.withheld.is_some())
            }
            Self::Floor(it) | Self::TakeoverFloor(it) => {
                case.services.get(it.0).is_some_and(|it| it.withheld.is_some())
            }
            Self::Relation(at) => case.relations.get(at).is_some_and(|it| it.is_withheld(case)),
            Self::Budget { .. }
            | Self::CarryOver(_)
            | Self::LimitMin(_)
            | Self::LimitMax(_)
            | Self::DomainFloor(_)
            | Self::DomainsAtTarget => false,
        }
    }

    /// It after this many steps.
    pub(crate) fn loosened(self, case: &Case, step: u64) -> Change {
        let change = self.ask(|it| it.loosened(case, step));
        // A budget is raised to the end, and never given up.
        let says = |change: &Change| matches!(change, Change::Raise(..)) || step < self.ask(|it| it.steps(case));
        change.filter(says).unwrap_or(Change::GiveUp(self))
    }
}

/// The verdict on every rule: of each pick, of locks, of budgets, and of the whole.
pub(crate) fn verdicts(measured: &Measured) -> Vec<Verdict> {
    let case = measured.case;
    let mut verdicts = known::picked_wrongly(measured);
    for pick in measured.picks {
        verdicts.extend([start::judge(case, pick), share::judge(case, pick)]);
    }
    let others = case.candidate_ixs().filter_map(|it| lock::of(case, it)).chain(beside_locks(case));
    verdicts.extend(others.filter_map(|rule| rule.ask(|it| it.judge(measured))));
    verdicts
}
