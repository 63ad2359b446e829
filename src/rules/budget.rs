//! Budgets: what a ministry has in each year, what it spends, and what it carries over.
//!
//! How much may be carried over is a rule of its own, about no portfolio by itself: what is carried over beyond it is money
//! that a later year does not have. It may give way like the budgets.

use super::change::{UNIT, ample, units};
use super::kind::prelude::*;
use super::measured::YearSpending;
use super::words::number;
use crate::messages::list;
use crate::model::exact::{add, multiply};
use crate::model::{CarryOver, Ministry, MinistryIx, Money, Year};

/// `spent ≤ available`.
pub(super) struct Budget(pub MinistryIx, pub Year);

/// All budgets of a case.
pub(super) fn of(case: &Case) -> impl Iterator<Item = Rule> {
    let of_ministry = |ministry| case.years().map(move |year| Rule::Budget { ministry, year });
    case.ministry_ixs().flat_map(of_ministry)
}

impl Kind for Budget {
    fn nature(&self) -> Nature {
        Nature::wish("budget", 7)
    }

    fn describe(&self, case: &Case) -> String {
        let Self(payer, year) = *self;
        let budget = case.year_ix(year).and_then(|at| case[payer].budget.get(at).copied()).unwrap_or_default();
        let has_more = year != case.first_year && case[payer].carry_over != CarryOver::Fraction(Decimal::ZERO);
        let carried = if has_more { say!("told-besides-carries-over") } else { String::new() };
        let (ministry, budget) = (ministry(case, payer), money(case, budget));
        say!("told-ministry-may-spend", ministry = ministry, budget = budget, year = year, carried = carried)
    }

    fn stands(&self, case: &Case) -> (String, Place) {
        (format!("budget_{}_{}", case[self.0].id, self.1), Place::Table(TableId::Budgets))
    }

    fn judge(&self, measured: &Measured) -> Option<Verdict> {
        let Self(ministry, year) = *self;
        let row = measured.spending.get(ministry.0)?.get(measured.case.year_ix(year)?)?;
        Some(Verdict::on(Side::AtMost, Rule::Budget { ministry, year }, row.spent, row.available(), Unit::Money))
    }

    /// It is raised to more than anything could ask for; what is left is carried over as ever.
    fn give_up(&self, case: &mut Case) {
        let plenty = ample(case);
        if let Some(at) = case.year_ix(self.1)
            && let Some(amount) = case.ministries[self.0.0].budget.get_mut(at)
        {
            *amount += plenty;
        }
    }

    fn steps(&self, case: &Case) -> u64 {
        units(ample(case))
    }

    fn loosened(&self, _: &Case, step: u64) -> Option<Change> {
        Some(Change::Raise(self.0, self.1, (UNIT * Decimal::from(step)).normalize()))
    }
}

/// No more is carried over than a part of each year's budget.
pub(super) struct Carried(pub MinistryIx);

/// The carry-over of each ministry that may not carry over everything.
pub(super) fn carried_by(case: &Case) -> impl Iterator<Item = Rule> {
    case.ministry_ixs().filter(|&it| part(case, it).is_some()).map(Rule::CarryOver)
}

/// The part of a year's budget that may be carried over; none where everything may.
fn part(case: &Case, ministry: MinistryIx) -> Option<Decimal> {
    match case[ministry].carry_over {
        CarryOver::All => None,
        CarryOver::Fraction(part) => Some(part),
    }
}

impl Kind for Carried {
    fn nature(&self) -> Nature {
        Nature::wish("carry over", 4)
    }

    fn describe(&self, case: &Case) -> String {
        let ministry = ministry(case, self.0);
        let percent = part(case, self.0).unwrap_or(Decimal::ONE) * Decimal::ONE_HUNDRED;
        if percent.is_zero() {
            say!("told-carries-nothing", ministry = ministry)
        } else {
            say!("told-carries-at-most", ministry = ministry, percent = shown(percent))
        }
    }

    fn stands(&self, case: &Case) -> (String, Place) {
        let id = &case[self.0].id;
        (format!("carry_over_{id}"), Place::Setting(format!("ministry.{id}.carry_over")))
    }

    fn give_up(&self, case: &mut Case) {
        case.ministries[self.0.0].carry_over = CarryOver::All;
    }

    /// Percent by percent to all of a year's budget, and then to whatever is left.
    fn steps(&self, case: &Case) -> u64 {
        part(case, self.0).map_or(1, |part| units(Decimal::ONE - part) + 1)
    }

    fn loosened(&self, case: &Case, step: u64) -> Option<Change> {
        let more = (part(case, self.0)? + UNIT * Decimal::from(step)).min(Decimal::ONE);
        Some(Change::CarryOver(self.0, more.normalize()))
    }
}

/// Budgets of one ministry in years that follow each other, in one phrase.
pub(super) fn describe_years(case: &Case, payer: MinistryIx, from: Year, to: Year) -> String {
    let years = case.years().zip(&case[payer].budget).filter(|(year, _)| (from..=to).contains(year));
    let amounts: Vec<String> = years.map(|(_, &amount)| number(amount)).collect();
    let amounts = [list(&amounts), case.money_unit()].join(" ");
    let has_more = to != case.first_year && part(case, payer) != Some(Decimal::ZERO);
    say!(
        "told-ministry-may-spend-years",
        ministry = ministry(case, payer),
        amounts = amounts.trim_end(),
        from = from,
        to = to,
        carried = if has_more { say!("told-besides-carries-over") } else { String::new() }
    )
}

/// A budget as a sum: what is spent in some years up to one, with what is carried out of it and without what is carried into
/// it, is at most an amount.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Row {
    /// From which year on spending counts, by its position in the horizon.
    pub from: usize,
    pub amount: Money,
    /// What can be carried into the next year at most; `None` if that is in the sum already.
    pub carried: Option<Money>,
}

/// The rows of a ministry, for each year of the horizon.
///
/// Where all money may be carried over, these are sums from the first year on: no more is spent by any year than was given
/// by then; `apart` states each year by itself there, too. That less may be carried than could be changes nothing: more
/// money never hurts.
pub(crate) fn rows(ministry: &Ministry, apart: bool) -> impl Iterator<Item = Row> {
    let mut given = Decimal::ZERO;
    ministry.budget.iter().enumerate().map(move |(year, &budget)| {
        given = add(given, budget);
        let carried = match ministry.carry_over {
            CarryOver::All if !apart => return Row { from: 0, amount: given, carried: None },
            CarryOver::All => given,
            CarryOver::Fraction(fraction) => multiply(fraction, budget),
        };
        Row { from: year, amount: budget, carried: Some(carried) }
    })
}

/// Less money is harder; what is carried over has to be the same.
pub(super) fn facts(carry_over: CarryOver, budget: &[Money]) -> impl Iterator<Item = Fact<'_>> {
    let carried = match carry_over {
        CarryOver::All => Fact::word("all"),
        CarryOver::Fraction(fraction) => Fact::same(fraction),
    };
    std::iter::once(carried).chain(budget.iter().map(|&amount| Fact::lower(amount))).map(Fact::of_view)
}

/// What may move to the next year: `min(left, fraction × budget)`, without the second term for "all".
///
/// What was overspent is not carried: a broken year counts as broken once, not again in each year after it.
pub fn carried(rule: CarryOver, budget: Money, left: Money) -> Money {
    let allowed = match rule {
        CarryOver::All => left,
        CarryOver::Fraction(fraction) => left.min(multiply(fraction, budget)),
    };
    allowed.max(Decimal::ZERO)
}

/// A ministry's money over the horizon, given what it spends in each year.
///
/// `available_y = budget_y + carried_(y-1)`, with nothing carried into the first year;
/// `carried_y = min(available_y - spent_y, carry_over × budget_y)`.
pub fn over_the_years(ministry: &Ministry, first_year: Year, spent: &[Money]) -> Vec<YearSpending> {
    let mut carried_in = Decimal::ZERO;
    let mut year = first_year;
    let years = spent.iter().enumerate();
    years
        .map(|(at, &spent)| {
            let budget = ministry.budget.get(at).copied().unwrap_or_default();
            let mut row = YearSpending { year, budget, carried_in, spent, carried_out: Decimal::ZERO };
            row.carried_out = carried(ministry.carry_over, budget, row.left());
            carried_in = row.carried_out;
            year = year.saturating_add(1);
            row
        })
        .collect()
}
