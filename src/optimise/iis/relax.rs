//! What may be given up where nothing is possible, and how: declared once, for explanations, for the cheapest repair, for all
//! repairs and for whoever writes one into a case.
//!
//! Locks, relations, limits, floors, targets and budgets may give way: somebody decided them. What a candidate is like may not:
//! when it can start and who can pay how much of it are facts, which may be part of a conflict and never of a repair. Without
//! all that may give way, choosing nothing is possible, so that there always is a repair.

use crate::say;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::measure::{Rule, bill, rules};
use crate::model::{Amount, Case, MinistryIx, Money, RungIx, ServiceIx, Year};

/// How closely money and percentages are found.
pub const UNIT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Whether a rule may give way.
pub const fn is_negotiable(rule: &Rule) -> bool {
    !matches!(rule, Rule::Known(_) | Rule::Start(_) | Rule::Shares(_))
}

/// The rules of a case that may give way: locks, relations, limits, floors and targets, then budgets of every ministry and year.
pub fn negotiable_rules(case: &Case) -> Vec<Rule> {
    let (budgets, others): (Vec<_>, Vec<_>) =
        rules(case).into_iter().filter(is_negotiable).partition(|rule| matches!(rule, Rule::Budget { .. }));
    others.into_iter().chain(budgets).collect()
}

/// More money than all candidates together could take.
pub fn ample(case: &Case) -> Money {
    case.candidates.iter().map(|candidate| bill::total(&bill::public_bill(candidate))).sum::<Money>() + Decimal::ONE
}

/// The case without a rule, so that a portfolio may break it.
///
/// A budget without its rule is one with as much money in that year as anything could ask for; what is left of it is
/// carried over as its ministry's rule says.
#[must_use]
pub fn without_rule(case: &Case, rule: Rule) -> Case {
    let mut changed = case.clone();
    let plenty = ample(case);
    match rule {
        Rule::Budget { ministry, year } => {
            if let Some(at) = case.year_ix(year)
                && let Some(amount) = changed.ministries[ministry.0].budget.get_mut(at)
            {
                *amount += plenty;
            }
        }
        rule => rule.give_up(&mut changed),
    }
    changed
}

/// The case without any of these rules.
#[must_use]
pub fn without_rules(case: &Case, rules: &[Rule]) -> Case {
    rules.iter().fold(case.clone(), |case, &rule| without_rule(&case, rule))
}

/// One rule, loosened.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// So much is added to a budget.
    Raise(MinistryIx, Year, Money),
    /// A limit is moved.
    Limit(Rule, Amount),
    /// A service has to hold no more than this rung.
    Floor(ServiceIx, RungIx),
    /// A rule that counts asks for this count.
    Count(Rule, usize),
    /// A rule is given up.
    GiveUp(Rule),
}

impl Change {
    /// The rule that it loosens.
    pub const fn rule(&self) -> Rule {
        match *self {
            Self::Raise(ministry, year, _) => Rule::Budget { ministry, year },
            Self::Limit(rule, _) | Self::Count(rule, _) | Self::GiveUp(rule) => rule,
            Self::Floor(service, _) => Rule::Floor(service),
        }
    }

    /// The change in a planner's words, without a capital first letter or a full stop.
    pub fn describe(&self, case: &Case) -> String {
        let unit = case.money_unit();
        let money = |amount: Money| format!("{} {unit}", amount.normalize()).trim_end().to_owned();
        match self {
            Self::Raise(ministry, year, by) => {
                say!("relax-add-budget-ministry", amount = money(*by), ministry = case[*ministry].name, year = year)
            }
            Self::Limit(rule, to) => {
                let to = match to {
                    Amount::Money(amount) => money(*amount),
                    Amount::Percent(percent) => format!("{} %", percent.normalize()),
                };
                say!("relax-move-limit-rule", to = to, rule = rule.describe(case))
            }
            Self::Floor(service, rung) => say!(
                "relax-lower-floor-service",
                service = case[*service].name,
                rung = case[*rung].name,
                rule = Rule::Floor(*service).describe(case)
            ),
            Self::Count(rule, count) => say!("relax-ask-count-rule", count = count, rule = rule.describe(case)),
            Self::GiveUp(rule) => say!("relax-give-up-rule", rule = rule.describe(case)),
        }
    }

    /// The case with the change.
    #[must_use]
    pub fn apply(&self, case: &Case) -> Case {
        let mut changed = case.clone();
        match self {
            Self::Raise(ministry, year, by) => {
                if let Some(at) = case.year_ix(*year) {
                    changed.ministries[ministry.0].budget[at] += by;
                }
            }
            Self::Limit(Rule::LimitMin(at), to) => changed.limits[*at].min = Some(*to),
            Self::Limit(Rule::LimitMax(at), to) => changed.limits[*at].max = Some(*to),
            Self::Floor(service, rung) => changed.services[service.0].floor = Some(*rung),
            Self::Count(Rule::DomainsAtTarget, to) => changed.domains_at_target = *to,
            Self::Count(Rule::Relation(at), to) => changed.relations[*at].count = *to,
            Self::GiveUp(rule) => return without_rule(case, *rule),
            Self::Limit(..) | Self::Count(..) => {}
        }
        changed
    }
}

/// A rule that can be loosened in steps, from 1 up to `steps`, at which it says nothing any more.
pub(super) struct Dial<'a> {
    case: &'a Case,
    rule: Rule,
    pub steps: u64,
}

impl<'a> Dial<'a> {
    pub fn new(case: &'a Case, rule: Rule) -> Self {
        let units = |amount: Decimal| (amount / UNIT).ceil().to_u64().unwrap_or(u64::MAX >> 1).max(1);
        let most = |amount: &Amount| match amount {
            Amount::Money(money) => units((ample(case) - money).max(UNIT)),
            Amount::Percent(percent) => units(Decimal::ONE_HUNDRED - percent),
        };
        let least = |amount: &Amount| match amount {
            Amount::Money(amount) | Amount::Percent(amount) => units(*amount),
        };
        let count = |count: usize| u64::try_from(count).unwrap_or(1).max(1);
        let steps = match rule {
            Rule::Budget { .. } => units(ample(case)),
            Rule::LimitMax(at) => case.limits[at].max.as_ref().map_or(1, most),
            Rule::LimitMin(at) => case.limits[at].min.as_ref().map_or(1, least),
            Rule::Floor(service) => case[service].floor.map_or(1, |rung| count(rung.0 + 1)),
            Rule::DomainsAtTarget => count(case.domains_at_target),
            Rule::Relation(at) => case.relations[at].loosening().map_or(1, |it| count(it.steps)),
            _ => 1,
        };
        Self { case, rule, steps }
    }

    /// The change at a step.
    pub fn at(&self, step: u64) -> Change {
        let by = UNIT * Decimal::from(step);
        let number = usize::try_from(step).unwrap_or(usize::MAX);
        let moved = |amount: &Amount, by: Decimal| match amount {
            Amount::Money(money) => Amount::Money((money + by).normalize()),
            Amount::Percent(percent) => Amount::Percent((percent + by).normalize()),
        };
        if let Rule::Budget { ministry, year } = self.rule {
            return Change::Raise(ministry, year, by.normalize());
        }
        if step >= self.steps {
            return Change::GiveUp(self.rule);
        }
        let changed = match self.rule {
            Rule::LimitMax(at) => self.case.limits[at].max.as_ref().map(|max| Change::Limit(self.rule, moved(max, by))),
            Rule::LimitMin(at) => {
                self.case.limits[at].min.as_ref().map(|min| Change::Limit(self.rule, moved(min, -by)))
            }
            Rule::Floor(service) => {
                self.case[service].floor.map(|floor| Change::Floor(service, RungIx(floor.0.saturating_sub(number))))
            }
            Rule::DomainsAtTarget => Some(Change::Count(self.rule, self.case.domains_at_target.saturating_sub(number))),
            Rule::Relation(at) => {
                self.case.relations[at].loosening().map(|it| Change::Count(self.rule, it.count(number)))
            }
            _ => None,
        };
        changed.unwrap_or(Change::GiveUp(self.rule))
    }
}
