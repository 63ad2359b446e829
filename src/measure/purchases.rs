//! Stakes that are bought from one holder by name.
//!
//! A service whose power comes from its cap table is by default bought into in proportion: what the country gains, all others
//! lose alike. Where an effect names a holder (`buys_from`), that holder alone loses it, and the proportions of the others change.
//! Let `w[h]` be the listed stakes of the others, `S` their sum, `c` what is left of the country's own stake by a year (drift
//! included), and `b[h]` what is bought from `h` by name by then:
//!
//! ```text
//! v[h] = w[h] (100 - c) / S          what h has, as drift went to all alike
//! r[h] = max(0, v[h] - b[h])         what h has left
//! ```
//!
//! All other gains, and what is bought by name beyond what a holder has, come from all alike: with the control `C` the others hold
//! `100 - C` together in the proportions `r`. So power depends on the set of named purchases in force and on control, and on
//! nothing else; for each set it is the step function of a cap table of its own ([`steps_of`]). Nothing depends on the order in which
//! things were bought.
//!
//! Power never falls with one more purchase, named or not. Take a coalition of others that is a swing. From one holder `b` are
//! bought by name, while of `R = Σ r` the others still hold `R - p`. The votes of a coalition with `V` of `R` are `V (R - p) / R` before,
//! and at most that after, whether the holder is in it (`V - b` of `R - b`) or not (`V` of `R - b`, times `R - b - p`): it still loses alone. With
//! the country it still wins, because those outside of it are a coalition too, and have no more than before. So whoever bounds power from above
//! may take everything together. With the *same* control it is otherwise: what is bought from the wrong holder may be worth less than as
//! much bought from all alike.

use crate::model::limits::MOST_PURCHASES;
use crate::model::{CandidateIx, Case, Percent, PowerRule, ServiceIx, Year};
use crate::rules::PickResult;

use super::cap_table::{PowerStep, Unknown, steps_of};
use super::control::{effective_gain, worn};

/// A set of named purchases of a service: one bit for each, in the order of [`purchases`].
pub type Bought = u32;

/// A stake that is bought from a holder by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purchase {
    /// Who buys.
    pub candidate: CandidateIx,
    /// Its effect, by its position among those of the candidate.
    pub effect: usize,
    /// Who sells, by its position among the holders of the case.
    pub holder: usize,
    /// How much, in percentage points, with success where the case says so.
    pub amount: Percent,
}

/// Who holds something of a service and does not vote with the country, by position among the holders of the case.
pub fn sellers(case: &Case, service: ServiceIx) -> impl Iterator<Item = usize> + '_ {
    let all = case.holders.iter().enumerate();
    all.filter(move |(_, it)| it.service == service && !it.home && it.stake > Percent::ZERO).map(|(at, _)| at)
}

/// All purchases by name from the holders of a service. What names nobody who sells comes from all alike; nor are there more than can
/// be told apart. The checks report both.
pub fn purchases(case: &Case, service: ServiceIx) -> Vec<Purchase> {
    let mut found = Vec::new();
    for candidate in case.candidate_ixs() {
        for (effect, it) in case[candidate].effects.iter().enumerate() {
            if it.service != service || it.buys_from.is_empty() {
                continue;
            }
            let amount = effective_gain(case.risk, &case[candidate], it.control_gain);
            let holder = sellers(case, service).find(|&at| case.holders[at].holder == it.buys_from);
            if let Some(holder) = holder.filter(|_| amount > Percent::ZERO) {
                found.push(Purchase { candidate, effect, holder, amount });
            }
        }
    }
    found.truncate(MOST_PURCHASES);
    found
}

/// The bit of an effect among the purchases of its service; 0 where it is none of them.
pub fn bit(purchases: &[Purchase], candidate: CandidateIx, effect: usize) -> Bought {
    let at = purchases.iter().position(|it| it.candidate == candidate && it.effect == effect);
    at.map_or(0, |at| 1 << at)
}

/// Which purchases of a service are there at the end of a year, with these picks.
pub fn bought(case: &Case, service: ServiceIx, picks: &[PickResult], year: Year) -> Bought {
    let is_there = |it: &Purchase| {
        let effect = &case[it.candidate].effects[it.effect];
        picks.iter().any(|pick| pick.candidate == it.candidate && effect.holds(pick.in_force, year))
    };
    let all = purchases(case, service).into_iter().enumerate();
    all.filter(|(_, it)| is_there(it)).fold(0, |bought, (at, _)| bought | 1 << at)
}

/// Who of those that do not vote with the country has how much left at the end of a year (its position in the horizon) after these
/// purchases: positions among the holders of the case, and votes in a unit of their own. `None` if the numbers have too many digits.
pub fn left(case: &Case, service: ServiceIx, year_ix: usize, bought: Bought) -> Option<Vec<(usize, i128)>> {
    let control = worn(&case[service], year_ix).min(Percent::ONE_HUNDRED);
    let (rest, purchases) = ((Percent::ONE_HUNDRED - control).normalize(), purchases(case, service));
    let from = |holder: usize| {
        let all = purchases.iter().enumerate().filter(move |(at, it)| bought >> at & 1 == 1 && it.holder == holder);
        all.map(|(_, it)| it.amount).sum::<Percent>().normalize()
    };
    let sellers: Vec<(usize, Percent, Percent)> =
        sellers(case, service).map(|at| (at, case.holders[at].stake.normalize(), from(at))).collect();
    let numbers = || sellers.iter().flat_map(|&(_, stake, bought)| [stake, bought]).chain([rest]);
    let scale = numbers().map(|it| it.scale()).max().unwrap_or(0);
    let whole = |it: Percent| it.mantissa().checked_mul(10_i128.checked_pow(scale - it.scale())?);
    let all = sellers.iter().try_fold(0_i128, |sum, &(_, stake, _)| sum.checked_add(whole(stake)?))?;
    let rest = whole(rest)?;
    // `w (100 - c) - b S`: what is left, times `S`.
    let left = |&(at, stake, bought): &(usize, Percent, Percent)| {
        let (has, sold) = (whole(stake)?.checked_mul(rest)?, whole(bought)?.checked_mul(all)?);
        Some((at, (has - sold).max(0)))
    };
    sellers.iter().map(left).collect()
}

/// The votes of each party that does not vote with the country, after these purchases, from low to high; in a unit of their own.
pub fn votes(case: &Case, service: ServiceIx, year_ix: usize, bought: Bought) -> Option<Vec<i128>> {
    let mut parties = std::collections::BTreeMap::<&str, i128>::new();
    for (at, votes) in left(case, service, year_ix, bought)? {
        *parties.entry(&case.holders[at].party).or_default() += votes;
    }
    Some(parties.into_values().collect())
}

/// The power of the home bloc by its stake, after these purchases.
///
/// # Errors
///
/// If the table does not give it.
pub fn steps_after(case: &Case, service: ServiceIx, year_ix: usize, bought: Bought) -> Result<Vec<PowerStep>, Unknown> {
    let it = &case[service];
    let votes = votes(case, service, year_ix, bought).ok_or(Unknown::TooFine)?;
    steps_of(it.power, it.quota.normalize(), &votes)
}

/// Every set of purchases that moves the power of a service: where no votes decide, the empty one.
pub fn sets(case: &Case, service: ServiceIx) -> std::ops::Range<Bought> {
    let by_votes = case[service].power != PowerRule::Ladder;
    0..1 << if by_votes { purchases(case, service).len() } else { 0 }
}
