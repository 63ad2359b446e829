//! What some picks carry of a portfolio: of its money, of its gain, of what each ministry gains by its own weights.

use super::prelude::*;
use crate::measure::{Evaluation, Measures};
use crate::rules::bill::by_others;

/// The instrument of orders that the State places as the first customer.
pub const ORDER: &str = "launching_customer";

/// What some picks carry of a portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// How many picks.
    pub picks: usize,
    /// Their public bill.
    pub cost: Money,
    /// The same in percent of the whole bill; 0 where that is 0.
    pub percent: Decimal,
    /// What the objective loses without them.
    pub lost: Decimal,
    /// The objective of them alone.
    pub alone: Decimal,
    /// The public bill of those that are orders of the State as the first customer.
    pub orders: Money,
    /// What others pay beside the public bill.
    pub others: Money,
    /// What the index loses without them by each ministry's own weights.
    pub by_ministry: Vec<Decimal>,
}

impl Part {
    /// What others pay for each unit of public money; `None` where the public pays nothing.
    pub fn leverage(&self) -> Option<Decimal> {
        self.others.checked_div(self.cost).map(|it| it.round_dp(12).normalize())
    }

    /// What every ministry loses at least without them, by its own weights.
    pub fn for_all(&self) -> Decimal {
        self.by_ministry.iter().min().copied().unwrap_or_default()
    }
}

/// What a pick does for policy, whatever pillar the case names for it. A pick can do several of these, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is an order of the State as the first customer, which creates a player.
    Order,
    /// Others pay a part of it beside the public.
    WithOthers,
    /// It moves a service of a domain that more than one ministry weighs.
    Interwoven,
}

impl Way {
    /// All of them, in the order of the pillars.
    pub const ALL: [Self; 3] = [Self::Order, Self::WithOthers, Self::Interwoven];

    /// Whether a candidate does this.
    pub fn is_of(self, case: &Case, candidate: CandidateIx) -> bool {
        let it = &case[candidate];
        match self {
            Self::Order => it.instrument == ORDER,
            Self::WithOthers => by_others(it) > Decimal::ZERO,
            Self::Interwoven => it.effects.iter().any(|effect| {
                let weights = &case[case[effect.service].domain].weights;
                weights.iter().filter(|weight| **weight > Decimal::ZERO).count() > 1
            }),
        }
    }
}

/// A portfolio of a case, to be asked what some of its picks carry.
#[derive(Debug)]
pub struct Carrying<'a> {
    case: &'a Case,
    measures: Measures,
    whole: &'a Portfolio,
    all: Evaluation,
}

impl<'a> Carrying<'a> {
    /// Measures the whole portfolio.
    pub fn new(case: &'a Case, whole: &'a Portfolio) -> Self {
        let measures = Measures::new(case);
        let all = measures.evaluate(case, whole);
        Self { case, measures, whole, all }
    }

    /// What the portfolio gives.
    pub const fn gives(&self) -> &Evaluation {
        &self.all
    }

    /// What the picks of these candidates give without the others.
    fn of(&self, is_in: impl Fn(CandidateIx) -> bool) -> Evaluation {
        let picks = self.whole.picks().iter().filter(|pick| is_in(pick.candidate));
        self.measures.evaluate(self.case, &Portfolio::new(picks.cloned().collect()))
    }

    /// What the picks of these candidates carry.
    pub fn part(&self, is_in: &dyn Fn(CandidateIx) -> bool) -> Part {
        let (case, all) = (self.case, &self.all);
        let (own, rest) = (self.of(is_in), self.of(|candidate| !is_in(candidate)));
        let percent = (own.cost * Decimal::ONE_HUNDRED).checked_div(all.cost).unwrap_or_default();
        let orders = own.picks.iter().filter(|pick| case[pick.candidate].instrument == ORDER);
        let ministries = all.ministries.iter().zip(&rest.ministries);
        Part {
            picks: own.picks.len(),
            cost: own.cost.normalize(),
            percent: percent.round_dp(12).normalize(),
            lost: (all.objective - rest.objective).normalize(),
            alone: own.objective.normalize(),
            orders: orders.map(|pick| pick.bill).sum::<Money>().normalize(),
            others: own.picks.iter().map(|pick| by_others(&case[pick.candidate])).sum::<Money>().normalize(),
            by_ministry: ministries
                .map(|(all, rest)| (all.gain_by_own_weights - rest.gain_by_own_weights).normalize())
                .collect(),
        }
    }

    /// What the objective loses without the pick of one candidate.
    pub fn lost_without(&self, candidate: CandidateIx) -> Decimal {
        (self.all.objective - self.of(|it| it != candidate).objective).normalize()
    }

    /// What each ministry loses, in index points by its own weights, where the others pay nothing: the picks that another ministry pays
    /// a part of are gone. The gain by its own weights of all picks, less that of the picks that it pays alone.
    pub fn lost_without_others(&self) -> Vec<Decimal> {
        let alone = |at: usize| {
            let is_paid_alone = |pick: &&crate::model::Pick| {
                pick.shares.iter().enumerate().all(|(payer, &share)| payer == at || share == 0)
            };
            let picks = self.whole.picks().iter().filter(is_paid_alone).cloned().collect();
            self.measures.evaluate(self.case, &Portfolio::new(picks))
        };
        let lost = |(at, all): (usize, &crate::measure::MinistryResult)| {
            let kept = alone(at).ministries.get(at).map_or(Decimal::ZERO, |it| it.gain_by_own_weights);
            (all.gain_by_own_weights - kept).normalize()
        };
        self.all.ministries.iter().enumerate().map(lost).collect()
    }
}
