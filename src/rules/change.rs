//! A rule, loosened or given up: declared once, for explanations, for repairs and for whoever writes one into a case.

use super::words::number;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::bill;
use super::rule::Rule;
use super::words::money;
use crate::model::{Amount, CarryOver, Case, DomainIx, MinistryIx, Money, RungIx, ServiceIx, Year};
use crate::say;

/// How closely money and percentages are found.
pub const UNIT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// How many [`UNIT`]s an amount is, rounded up; at least one.
pub(crate) fn units(amount: Decimal) -> u64 {
    (amount / UNIT).ceil().to_u64().unwrap_or(u64::MAX >> 1).max(1)
}

/// More money than all candidates together could take.
pub fn ample(case: &Case) -> Money {
    case.candidates.iter().map(bill::whole).sum::<Money>() + Decimal::ONE
}

/// The case without a rule, so that a portfolio may break it. A budget is raised to more than anything could ask for; what is
/// left of it is carried over as its ministry's rule says.
#[must_use]
pub fn without_rule(case: &Case, rule: Rule) -> Case {
    without_rules(case, &[rule])
}

/// The case without any of these rules.
#[must_use]
pub fn without_rules(case: &Case, rules: &[Rule]) -> Case {
    let mut changed = case.clone();
    for rule in rules {
        rule.ask(|it| it.give_up(&mut changed));
    }
    changed
}

/// One rule, loosened.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// So much is added to a budget.
    Raise(MinistryIx, Year, Money),
    /// A ministry may carry over this part of each year's budget.
    CarryOver(MinistryIx, Decimal),
    /// A limit is moved.
    Limit(Rule, Amount),
    /// A service has to hold no more than this rung.
    Floor(ServiceIx, RungIx),
    /// A domain has to hold no more than this rung.
    DomainFloor(DomainIx, RungIx),
    /// Taking control of a service has to cost no more than this.
    TakeoverFloor(ServiceIx, Money),
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
            Self::CarryOver(ministry, _) => Rule::CarryOver(ministry),
            Self::Limit(rule, _) | Self::Count(rule, _) | Self::GiveUp(rule) => rule,
            Self::Floor(service, _) => Rule::Floor(service),
            Self::DomainFloor(domain, _) => Rule::DomainFloor(domain),
            Self::TakeoverFloor(service, _) => Rule::TakeoverFloor(service),
        }
    }

    /// The change in a planner's words, without a capital first letter or a full stop.
    pub fn describe(&self, case: &Case) -> String {
        let rule = self.rule().describe(case);
        match self {
            _ if self.rule().is_withheld(case) => say!("relax-withheld", rule = rule),
            Self::Raise(ministry, year, by) => {
                say!(
                    "relax-add-budget-ministry",
                    amount = money(case, *by),
                    ministry = case[*ministry].name,
                    year = year
                )
            }
            Self::CarryOver(ministry, part) => say!(
                "relax-carry-over-part",
                ministry = case[*ministry].name,
                percent = number(*part * Decimal::ONE_HUNDRED),
                rule = rule
            ),
            Self::GiveUp(Rule::CarryOver(ministry)) => {
                say!("relax-carry-over-all", ministry = case[*ministry].name, rule = rule)
            }
            Self::Limit(_, to) => {
                let to = match to {
                    Amount::Money(amount) => money(case, *amount),
                    Amount::Percent(percent) => format!("{} %", number(*percent)),
                };
                say!("relax-move-limit-rule", to = to, rule = rule)
            }
            Self::Floor(service, rung) => {
                say!("relax-lower-floor-service", service = case[*service].name, rung = case[*rung].name, rule = rule)
            }
            Self::DomainFloor(domain, rung) => {
                say!("relax-lower-floor-service", service = case[*domain].name, rung = case[*rung].name, rule = rule)
            }
            Self::TakeoverFloor(service, to) => say!(
                "relax-lower-takeover-floor",
                service = case[*service].name,
                amount = money(case, *to),
                rule = rule
            ),
            Self::Count(_, count) => say!("relax-ask-count-rule", count = count, rule = rule),
            Self::GiveUp(_) => say!("relax-give-up-rule", rule = rule),
        }
    }

    /// The case with the change.
    #[must_use]
    pub fn apply(&self, case: &Case) -> Case {
        let mut changed = case.clone();
        match *self {
            Self::Raise(ministry, year, by) => {
                if let Some(at) = case.year_ix(year) {
                    changed.ministries[ministry.0].budget[at] += by;
                }
            }
            Self::CarryOver(ministry, part) => {
                changed.ministries[ministry.0].carry_over = CarryOver::Fraction(part);
            }
            Self::Limit(Rule::LimitMin(at), to) => changed.limits[at].min = Some(to),
            Self::Limit(Rule::LimitMax(at), to) => changed.limits[at].max = Some(to),
            Self::Floor(service, rung) => changed.services[service.0].floor = Some(rung),
            Self::DomainFloor(domain, rung) => changed.domains[domain.0].floor = Some(rung),
            Self::TakeoverFloor(service, to) => changed.services[service.0].takeover_floor = Some(to),
            Self::Count(Rule::DomainsAtTarget, to) => changed.domains_at_target = to,
            Self::Count(Rule::Relation(at), to) => changed.relations[at].count = to,
            Self::GiveUp(rule) => return without_rule(case, rule),
            Self::Limit(..) | Self::Count(..) => {}
        }
        changed
    }
}
