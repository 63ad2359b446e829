//! What an outside buyer would have to win to take a service over, or to keep the home bloc from deciding.
//!
//! The others hold `100 - c` of the votes together, in the proportions of their listed stakes. Whoever has bought the stakes of a set of
//! holders with the listed stakes `V` of all `S` has `(100 - c) × V / S` of the votes. With the quota `q` that is
//!
//! - *control* where it exceeds `q`: `V > q × S / (100 - c)`,
//! - *blocking* where the bloc and all that are left do not exceed `q`: `V ≥ (100 - q) × S / (100 - c)`.
//!
//! The cheapest such set is found exactly: of all sets only those are kept that no other set beats in votes and in price, one
//! holder after the other. What was bought from a holder by name is taken from its votes and from its price, and changes the proportions
//! ([`purchases`](super::purchases)). The fewest holders are the largest ones. A stake is bought whole or not at all; its price falls with
//! it as the country buys from all alike.

use rust_decimal::Decimal;

use super::cap_table::{Fraction, gcd};
use super::purchases::{Bought, left};
use crate::model::exact::{divide, multiply};
use crate::model::order::InOrder as _;
use crate::model::{Case, Money, Percent, ServiceIx};

/// A service, the control of the home bloc, and what was bought by name from whom.
pub type At = (ServiceIx, Percent, Bought);

/// What a buyer wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// To decide alone.
    Control,
    /// To keep the home bloc from deciding, whoever votes with it.
    Blocking,
}

/// A set of holders whose stakes are enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coup {
    /// The holders, by their positions among those of the case, in order.
    pub holders: Vec<usize>,
    /// What their stakes cost together; `None` if one of them is not for sale.
    pub price: Option<Money>,
}

/// The sets are too many to be looked through: so many holders, with stakes of so many digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

/// So many decimal places may stakes, quota and control have together: then every fraction fits.
pub(super) const DIGITS: u32 = 28;
/// So many sets are kept at most.
const SETS: usize = 200_000;
/// So many holders a set is chosen from at most.
const HOLDERS: usize = 64;

/// A stake that can be bought.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lot {
    holder: usize,
    pub votes: i128,
    price: Option<Money>,
}

/// The holders of a service who do not vote with the home bloc, and the decimal places of what counts as one vote.
pub(super) fn lots(case: &Case, service: ServiceIx) -> Result<(Vec<Lot>, u32), TooMany> {
    let all = || case.holders.iter().enumerate();
    let others = || all().filter(|(_, it)| it.service == service && !it.home && it.stake > Decimal::ZERO);
    let scale = others().map(|(_, it)| it.stake.normalize().scale()).max().unwrap_or(0);
    if others().count() > HOLDERS || scale > DIGITS {
        return Err(TooMany);
    }
    let lots = others().map(|(holder, it)| {
        let stake = it.stake.normalize();
        Lot { holder, votes: stake.mantissa() * 10_i128.pow(scale - stake.scale()), price: it.price }
    });
    Ok((lots.collect(), scale))
}

/// How many of the votes of all others are enough for an aim, at a quota and a control of the home bloc; `None` if no number is.
pub(super) fn need(sum: i128, quota: Percent, control: Percent, aim: Aim) -> Option<i128> {
    let fraction = |it: Percent| Fraction::new(it.mantissa(), 10_i128.pow(it.scale()));
    let hundred = Fraction::from(100);
    let left = hundred - fraction(control);
    if left <= Fraction::from(0) {
        return None;
    }
    let need = match aim {
        Aim::Control => (fraction(quota) * sum / left).floor().to_integer() + 1,
        Aim::Blocking => ((hundred - fraction(quota)) * sum / left).ceil().to_integer(),
    };
    (need <= sum).then_some(need)
}

/// The holders of a service who do not vote with the home bloc, and how many votes are enough for an aim when the bloc has this
/// control. No number of votes is enough where it is `None`.
fn market(case: &Case, (service, control, bought): At, aim: Aim) -> Result<(Vec<Lot>, Option<i128>), TooMany> {
    let (quota, control) = (case[service].quota.normalize(), control.normalize());
    let (lots, scale) = lots(case, service)?;
    if scale + quota.scale() + control.scale() > DIGITS {
        return Err(TooMany);
    }
    let lots = if bought == 0 { lots } else { lots_after(case, service, &lots, bought).ok_or(TooMany)? };
    let need = need(lots.iter().map(|it| it.votes).sum(), quota, control, aim);
    Ok((lots, need))
}

/// The same holders after these purchases by name, at the end of the horizon.
fn lots_after(case: &Case, service: ServiceIx, lots: &[Lot], bought: Bought) -> Option<Vec<Lot>> {
    let all: i128 = lots.iter().map(|it| it.votes).sum();
    let left = left(case, service, case.horizon().saturating_sub(1), bought)?;
    let divisor = left.iter().fold(0, |divisor, (_, votes)| gcd(divisor, *votes)).max(1);
    let now: i128 = left.iter().map(|(_, votes)| votes / divisor).sum();
    let lot = |(holder, votes): (usize, i128)| {
        let (listed, votes) = (lots.iter().find(|it| it.holder == holder)?, votes / divisor);
        // The price of the whole stake, times what is left of it as a part of what all have left.
        let part = Fraction::new(votes.checked_mul(all)?, now.checked_mul(listed.votes)?);
        let [over, under] = [*part.numer(), *part.denom()].map(|it| Decimal::try_from_i128_with_scale(it, 0).ok());
        let (over, under) = over.zip(under)?;
        Some(Lot { holder, votes, price: listed.price.map(|price| divide(multiply(price, over), under)) })
    };
    left.into_iter().filter(|(_, votes)| *votes > 0).map(lot).collect()
}

/// The part of its price that a stake still has when the home bloc has this control.
fn price_now(case: &Case, service: ServiceIx, control: Percent, price: Money) -> Money {
    let others = case.holders.iter().filter(|it| it.service == service && !it.home);
    let listed: Percent = others.map(|it| it.stake).sum();
    divide(multiply(price, Decimal::ONE_HUNDRED - control), listed).normalize()
}

/// Sets that were looked through: the votes, the price, how many holders, which.
pub(super) type Set = (i128, Money, u32, u64);

/// The sets of stakes that are for sale and that no other set beats in votes and in price, the most votes first. More votes than
/// `need` count as that many.
pub(super) fn unbeaten(lots: &[Lot], need: i128) -> Result<Vec<Set>, TooMany> {
    let mut sets: Vec<Set> = vec![(0, Decimal::ZERO, 0, 0)];
    for (place, lot) in lots.iter().enumerate() {
        let Some(price) = lot.price else { continue };
        let open = sets.iter().filter(|(votes, ..)| *votes < need);
        let with =
            |&(votes, sum, many, set): &Set| ((votes + lot.votes).min(need), sum + price, many + 1, set | 1 << place);
        let more: Vec<Set> = open.map(with).collect();
        sets.extend(more);
        sets.order_by_key(|&(votes, sum, many, set)| (std::cmp::Reverse(votes), sum, many, set));
        let mut best: Option<(Money, u32, u64)> = None;
        sets.retain(|&(_, sum, many, set)| {
            let is_better = best.is_none_or(|best| (sum, many, set) < best);
            best = if is_better { Some((sum, many, set)) } else { best };
            is_better
        });
        if sets.len() > SETS {
            return Err(TooMany);
        }
    }
    Ok(sets)
}

/// The set of holders whose stakes are enough at the lowest price; of several the smallest. `None` if no stakes that are for sale are
/// enough.
///
/// # Errors
///
/// If the sets are too many.
pub fn cheapest(case: &Case, at: At, aim: Aim) -> Result<Option<Coup>, TooMany> {
    let (lots, need) = market(case, at, aim)?;
    let Some(need) = need else { return Ok(None) };
    let sets = unbeaten(&lots, need)?;
    let found = sets.first().filter(|(votes, ..)| *votes >= need);
    Ok(found.map(|&(_, price, _, set)| Coup {
        holders: lots
            .iter()
            .enumerate()
            .filter(|(place, _)| set >> place & 1 == 1)
            .map(|(_, lot)| lot.holder)
            .collect(),
        price: Some(price_now(case, at.0, at.1, price)),
    }))
}

/// The fewest holders whose stakes are enough, for sale or not: the largest. `None` if all of them are not enough.
///
/// # Errors
///
/// If there are too many.
pub fn fewest(case: &Case, at: At, aim: Aim) -> Result<Option<Coup>, TooMany> {
    let (mut lots, need) = market(case, at, aim)?;
    let Some(need) = need else { return Ok(None) };
    lots.order_by_key(|lot| (std::cmp::Reverse(lot.votes), lot.holder));
    let mut votes = 0;
    let taken: Vec<Lot> = lots
        .into_iter()
        .take_while(|lot| {
            let is_open = votes < need;
            votes += lot.votes;
            is_open
        })
        .collect();
    let price: Option<Money> = taken.iter().map(|lot| lot.price).sum();
    let mut holders: Vec<usize> = taken.iter().map(|lot| lot.holder).collect();
    holders.order();
    Ok(Some(Coup { holders, price: price.map(|price| price_now(case, at.0, at.1, price)) }))
}

/// What a buyer with some money can take at worst.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attack {
    /// The targets, by their positions, in order.
    pub taken: Vec<usize>,
    /// What they cost together.
    pub price: Money,
    /// What is lost with them.
    pub loss: Decimal,
    /// No attack with this money loses more than this.
    pub bound: Decimal,
}

/// Steps of the search: far more than targets with real prices need.
const STEPS: usize = 2_000_000;

/// The attack that loses most, of targets with a price and what is lost with each; without a budget money is no object.
///
/// Branch and bound by loss for each price: what is left of the money never loses more than if the next targets could be bought in part
/// (Dantzig 1957). Where the steps run out, the bound tells how much more there might be.
pub fn worst(targets: &[(Money, Decimal)], budget: Option<Money>) -> Attack {
    let mut order: Vec<usize> = (0..targets.len()).filter(|&at| targets[at].1 > Decimal::ZERO).collect();
    let Some(budget) = budget else {
        // Not as if they had the sum of all prices: that may have no room for the last digits of its parts.
        let loss = order.iter().map(|&at| targets[at].1).sum();
        let price = order.iter().map(|&at| targets[at].0).sum();
        return Attack { taken: order, price, loss, bound: loss };
    };
    order.order_by(|&one, &other| {
        let ((price, loss), (price_2, loss_2)) = (targets[one], targets[other]);
        multiply(loss_2, price).cmp(&multiply(loss, price_2)).then(one.cmp(&other))
    });
    let mut search = Search { targets, order: &order, steps: 0, best: (Decimal::ZERO, Decimal::ZERO, Vec::new()) };
    let bound = search.most(0, budget);
    search.look(0, (budget, Decimal::ZERO), &mut Vec::new());
    let Search { steps, best: (loss, left, mut taken), .. } = search;
    taken.order();
    let price = if taken.is_empty() { Decimal::ZERO } else { budget - left };
    Attack { taken, price, loss, bound: if steps < STEPS { loss } else { bound } }
}

struct Search<'a> {
    targets: &'a [(Money, Decimal)],
    order: &'a [usize],
    steps: usize,
    /// The loss, the money left, the targets.
    best: (Decimal, Money, Vec<usize>),
}

impl Search<'_> {
    /// The most that can be lost with the targets from here on and this money, if they could be bought in part.
    fn most(&self, from: usize, mut left: Money) -> Decimal {
        let mut most = Decimal::ZERO;
        for &at in &self.order[from..] {
            let (price, loss) = self.targets[at];
            if price > left {
                return most + divide(multiply(loss, left), price);
            }
            most += loss;
            left -= price;
        }
        most
    }

    fn look(&mut self, from: usize, (left, loss): (Money, Decimal), taken: &mut Vec<usize>) {
        if loss > self.best.0 {
            self.best = (loss, left, taken.clone());
        }
        self.steps += 1;
        let Some(&at) = self.order.get(from) else { return };
        if self.steps >= STEPS || loss + self.most(from, left) <= self.best.0 {
            return;
        }
        let (price, more) = self.targets[at];
        if price <= left {
            taken.push(at);
            self.look(from + 1, (left - price, loss + more), taken);
            taken.pop();
        }
        self.look(from + 1, (left, loss), taken);
    }
}
