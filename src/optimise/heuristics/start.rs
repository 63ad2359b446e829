//! A portfolio to start from, for whoever solves.

use rust_decimal::Decimal;

use super::breakout_search::{Patience, breakout_search};
use crate::model::{Case, Portfolio};
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::exact::Exact;
use crate::optimise::instance::no_goods::no_good;
use crate::optimise::instance::portfolio::portfolio_of;
use crate::optimise::instance::{Instance, Unsupported};
use crate::optimise::no_good::NoGood;

/// This many sweeps over all candidates to find a first portfolio.
const FIRST: usize = 120;

/// This many sweeps more after each that was better.
const MORE: usize = 16;

/// A portfolio that keeps every rule and is none of those that are left out, within milliseconds; `None` if none was found
/// so quickly. `tell` is told the objective of each that is better than the one before, and now and then that nothing is
/// new; true stops.
pub(crate) fn start(
    case: &Case,
    left_out: &[NoGood],
    tell: &mut dyn FnMut(Option<Decimal>) -> bool,
) -> Result<Option<Portfolio>, Unsupported> {
    let Some((instance, open)) = opened(case, left_out)? else { return Ok(None) };
    let patience = Patience { first: FIRST, more: MORE };
    let found = breakout_search(&instance, &open, patience, &mut |best| {
        tell(best.and_then(|(_, worth)| Exact::decimal_below(worth.objective)))
    });
    Ok(found.map(|(selection, _)| portfolio_of(case, &instance, &selection)))
}

/// What the engine sees in a case without some portfolios, and what is open at first; `None` if no bill can be split.
pub(crate) fn opened(case: &Case, left_out: &[NoGood]) -> Result<Option<(Instance, Domains)>, Unsupported> {
    let mut instance = Instance::but(case, left_out)?;
    for (at, cut) in left_out.iter().enumerate() {
        no_good(case, &mut instance, at, cut)?;
    }
    let mut open = Domains::of(&instance);
    Ok(open.settle_shares().then_some((instance, open)))
}
