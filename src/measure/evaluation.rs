//! What the measuring of a portfolio gives.

use rust_decimal::Decimal;

use super::{PickResult, Verdict, YearSpending};
use crate::model::{DomainIx, Money, Percent, RungIx, Year};

/// What a portfolio gives, and which rules it keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// `gain + points`: what the optimiser maximises, in index points.
    pub objective: Decimal,
    /// The rise of the index over doing nothing, in index points: `index_after - index_before`.
    pub gain: Decimal,
    /// The direct points of all picks.
    pub points: Decimal,
    /// The index with nothing chosen, locked in or not, 0-100; follows the case's timing.
    pub index_before: Decimal,
    /// The index with the portfolio, 0-100; follows the case's timing.
    pub index_after: Decimal,
    /// The public bill of all picks, after cofinancing.
    pub cost: Money,
    /// The picks, in the order of the portfolio.
    pub picks: Vec<PickResult>,
    /// The money of each ministry in each year: `[ministry][year]`.
    pub spending: Vec<Vec<YearSpending>>,
    /// The services, in the order of the case.
    pub services: Vec<ServiceResult>,
    /// The domains, in the order of the case.
    pub domains: Vec<DomainResult>,
    /// The ministries, in the order of the case.
    pub ministries: Vec<MinistryResult>,
    /// The index of each year of the horizon.
    pub years: Vec<YearResult>,
    /// Every rule of the case that this portfolio could keep or break.
    pub verdicts: Vec<Verdict>,
}

impl Evaluation {
    /// The rules that are broken.
    pub fn broken(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().filter(|verdict| !verdict.holds)
    }

    /// The weakest domain with the portfolio: of those that have services the first with the lowest level, and among these with
    /// the least power. Its level is that of the whole.
    pub fn weakest(&self) -> Option<DomainIx> {
        let counted = self.domains.iter().enumerate().filter(|(_, it)| it.has_services);
        counted.min_by_key(|(_, it)| (it.level_after, it.power_after)).map(|(at, _)| DomainIx(at))
    }

    /// The level of the whole: that of the weakest domain; none below the first rung, or without a domain that has services.
    pub fn overall(&self) -> Option<RungIx> {
        self.domains[self.weakest()?.0].level_after
    }

    /// The same with nothing chosen.
    pub fn overall_before(&self) -> Option<RungIx> {
        self.domains.iter().filter(|it| it.has_services).map(|it| it.level_before).min().flatten()
    }

    /// Whether every rule is kept.
    pub fn keeps_all_rules(&self) -> bool {
        self.broken().next().is_none()
    }
}

/// A service at the end of the horizon and over its years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceResult {
    /// Control at the end with nothing chosen, drift included.
    pub control_before: Percent,
    /// Control at the end with the portfolio.
    pub control_after: Percent,
    /// The highest rung at the end with nothing chosen; none below the first, or where a cap table decides.
    pub rung_before: Option<RungIx>,
    /// The highest rung at the end with the portfolio, by control or by grant.
    pub rung_after: Option<RungIx>,
    /// Power at the end with nothing chosen, 0-1.
    pub power_before: Decimal,
    /// Power at the end with the portfolio, 0-1.
    pub power_after: Decimal,
    /// Control with nothing chosen at the end of each year.
    pub control_by_year_before: Vec<Percent>,
    /// Control with the portfolio at the end of each year.
    pub control_by_year: Vec<Percent>,
    /// Power with nothing chosen at the end of each year.
    pub power_by_year_before: Vec<Decimal>,
    /// Power with the portfolio at the end of each year.
    pub power_by_year: Vec<Decimal>,
}

/// A domain at the end of the horizon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainResult {
    /// Its weight in the joint index; all weights add up to 1.
    pub weight: Decimal,
    /// Power at the end with nothing chosen, 0-1.
    pub power_before: Decimal,
    /// Power at the end with the portfolio, 0-1.
    pub power_after: Decimal,
    /// The power that counts as reached, 0-1.
    pub target: Decimal,
    /// Whether the portfolio reaches it; compared without dividing.
    pub at_target: bool,
    /// The level that its power is with nothing chosen: see [`Case::level_of`](crate::model::Case::level_of).
    pub level_before: Option<RungIx>,
    /// The level that its power is with the portfolio.
    pub level_after: Option<RungIx>,
    /// Whether it has services, and so a level that counts.
    pub has_services: bool,
}

/// A ministry over the horizon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinistryResult {
    /// What it pays over all years.
    pub spent: Money,
    /// The gain of the index by its own domain weights alone, in index points; follows the case's timing.
    pub gain_by_own_weights: Decimal,
}

/// The index of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearResult {
    /// The year.
    pub year: Year,
    /// The index at its end with nothing chosen.
    pub index_before: Decimal,
    /// The index at its end with the portfolio.
    pub index_after: Decimal,
}
