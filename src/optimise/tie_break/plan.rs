//! The starts and shares that candidates always get, whoever chose them and however the search went.
//!
//! Many plans give the same candidates the same power for the same bill. Which of them a search ends with depends on where
//! it began: a search from a warm start, a fresh one and another solver each meet a different one first. What is shown must not
//! depend on that, so that the same case gives the same portfolio in the terminal interface, on the command line and with
//! another solver. The plan is therefore made anew from nothing but the case and the chosen candidates.

use crate::model::{Case, Portfolio, Timing};
use crate::optimise::dd::{Wanted, schedule};
use crate::optimise::heuristics::opened;
use crate::optimise::instance::portfolio::portfolio_of;
use crate::optimise::no_good::NoGood;

/// This many steps to find the starts and shares of a portfolio again.
const STEPS: usize = 400;

/// The plan of these candidates with every effect in force by the end; none if there is none, where it takes too long to
/// find, where the engine does not take the case on, where every year counts, or when `tick` says to stop.
pub(crate) fn replanned(
    case: &Case,
    left_out: &[NoGood],
    portfolio: &Portfolio,
    tick: &mut dyn FnMut() -> bool,
) -> Option<Portfolio> {
    if case.timing == Timing::Average {
        // In force by the end is not enough, and how early each has to be is a matter of the whole portfolio.
        return None;
    }
    let (instance, open) = opened(case, left_out).ok()??;
    let wanted = portfolio.picks().iter().map(|pick| {
        let item = pick.candidate.0;
        let it = instance.items.get(item)?;
        let by = instance.years.len().checked_sub(1).filter(|&last| it.by_year[last] != 0);
        Some(Wanted { item, by: by.filter(|_| !it.effects.is_empty()) })
    });
    let wanted: Vec<Wanted> = wanted.collect::<Option<_>>()?;
    let selection = schedule(&instance, &open, &wanted, STEPS, tick).found()?;
    Some(portfolio_of(case, &instance, &selection))
}
