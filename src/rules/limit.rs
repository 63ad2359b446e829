//! Limits: the least and the most public spending over the horizon on a domain, an instrument or a pillar, or by a ministry.

use super::change::{UNIT, ample, units};
use super::kind::prelude::*;
use crate::messages::term;
use crate::model::exact::{percent_of, sum};
use crate::model::{Amount, Limit, MinistryIx, Money, Scope};

/// One side of a limit, by its position.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bound(pub usize, pub Side);

/// A bound as a sum: what is spent in the scope is at least, or at most, an amount of money or a part of all spending.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SpendingBound<'a> {
    /// The side of the limit.
    pub of: Bound,
    /// Whose spending.
    pub scope: &'a Scope,
    pub amount: Amount,
}

/// All bounds of a case, in the order of its limits.
pub(crate) fn bounds(case: &Case) -> impl Iterator<Item = SpendingBound<'_>> {
    case.limits.iter().enumerate().flat_map(|(at, limit)| {
        let sides = [Side::AtLeast, Side::AtMost].map(|side| Bound(at, side));
        sides.into_iter().filter_map(|of| Some(SpendingBound { of, scope: &limit.scope, amount: of.amount_of(limit)? }))
    })
}

/// All rules of limits of a case.
pub(super) fn of(case: &Case) -> impl Iterator<Item = Rule> {
    bounds(case).map(|bound| bound.of.rule())
}

impl Bound {
    /// The rule.
    pub const fn rule(self) -> Rule {
        match self.1 {
            Side::AtLeast => Rule::LimitMin(self.0),
            Side::AtMost => Rule::LimitMax(self.0),
        }
    }

    const fn amount_of(self, limit: &Limit) -> Option<Amount> {
        match self.1 {
            Side::AtLeast => limit.min,
            Side::AtMost => limit.max,
        }
    }

    fn amount(self, case: &Case) -> Option<Amount> {
        self.amount_of(case.limits.get(self.0)?)
    }
}

impl Kind for Bound {
    fn nature(&self) -> Nature {
        Nature::wish("limit", if self.1 == Side::AtLeast { 6 } else { 5 })
    }

    fn describe(&self, case: &Case) -> String {
        let (Some(limit), Some(amount)) = (case.limits.get(self.0), self.amount(case)) else { return String::new() };
        let amount = match amount {
            Amount::Money(amount) => money(case, amount),
            Amount::Percent(percent) => say!("told-what-all-public", percent = shown(percent)),
        };
        let is_least = self.1 == Side::AtLeast;
        let scope = match &limit.scope {
            Scope::Domain(domain) => {
                say!("told-domain-map", domain = case.domains.get(domain.0).map_or("?", |domain| &domain.name))
            }
            Scope::Instrument(instrument) => say!("told-instrument-instrument", instrument = term(instrument)),
            Scope::Pillar(pillar) => say!("told-pillar-pillar", pillar = term(pillar)),
            Scope::Ministry(payer) => {
                let ministry = ministry(case, *payer);
                return if is_least {
                    say!("told-ministry-at-least", ministry = ministry, amount = amount)
                } else {
                    say!("told-ministry-at-most", ministry = ministry, amount = amount)
                };
            }
        };
        if is_least {
            say!("told-spending-at-least", scope = scope, amount = amount)
        } else {
            say!("told-spending-at-most", scope = scope, amount = amount)
        }
    }

    fn stands(&self, case: &Case) -> (String, Place) {
        let column = if self.1 == Side::AtLeast { "min" } else { "max" };
        (
            format!("limit_{}_{}", if self.1 == Side::AtLeast { "min" } else { "max" }, self.0 + 1),
            Place::Cell(TableId::Limits, case.limits.get(self.0).map_or(0, |it| it.row), column.to_owned()),
        )
    }

    fn judge(&self, measured: &Measured) -> Option<Verdict> {
        let amount = match self.amount(measured.case)? {
            Amount::Money(money) => money,
            Amount::Percent(percent) => percent_of(measured.cost, percent),
        };
        let spent = spent(measured, &measured.case.limits[self.0].scope);
        Some(Verdict::on(self.1, self.rule(), spent, amount, Unit::Money))
    }

    fn give_up(&self, case: &mut Case) {
        match self.1 {
            Side::AtLeast => case.limits[self.0].min = None,
            Side::AtMost => case.limits[self.0].max = None,
        }
    }

    fn steps(&self, case: &Case) -> u64 {
        let Some(amount) = self.amount(case) else { return 1 };
        units(match (self.1, amount) {
            (Side::AtLeast, Amount::Money(amount) | Amount::Percent(amount)) => amount,
            (Side::AtMost, Amount::Money(money)) => (ample(case) - money).max(UNIT),
            (Side::AtMost, Amount::Percent(percent)) => Decimal::ONE_HUNDRED - percent,
        })
    }

    fn loosened(&self, case: &Case, step: u64) -> Option<Change> {
        let by = UNIT * Decimal::from(step) * Decimal::from(if self.1 == Side::AtLeast { -1 } else { 1 });
        let moved = match self.amount(case)? {
            Amount::Money(money) => Amount::Money((money + by).normalize()),
            Amount::Percent(percent) => Amount::Percent((percent + by).normalize()),
        };
        Some(Change::Limit(self.rule(), moved))
    }
}

/// What the public spends on what a limit is about.
fn spent(measured: &Measured, scope: &Scope) -> Money {
    let (case, picks) = (measured.case, measured.picks);
    if let Scope::Ministry(MinistryIx(m)) = scope {
        return sum(picks.iter().map(|pick| pick.paid.get(*m).copied().unwrap_or_default()));
    }
    sum(picks.iter().filter(|pick| scope.concerns(&case[pick.candidate])).map(|pick| pick.bill))
}

/// A limit is no looser where the same spending has no more room, in the same unit.
pub(super) fn facts(min: Option<Amount>, max: Option<Amount>) -> [Fact<'static>; 2] {
    [(min, Fact::higher as fn(Decimal) -> _), (max, Fact::lower)].map(|(amount, fact)| match amount {
        None => Fact::demand("", None),
        Some(Amount::Money(money)) => fact(money),
        Some(Amount::Percent(percent)) => fact(percent).percent(),
    })
}
