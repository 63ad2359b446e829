//! The fixed choice among portfolios that are equally good and equally cheap.
//!
//! The same candidates often can start in other years, or share their bills in other ways, at the same objective and
//! bill. Planners are shown the earliest starts, and the splits that are easiest to say: whole tens before whole fives
//! before the rest, near to even before one-sided. Candidates are settled in the order of their ids, so that the order
//! of the rows plays no part.

use super::certificate::Certified;
use super::formulation::possible_shares;
use crate::measure::Measures;
use crate::model::{Case, Pick, Portfolio, ShareRange, Year};

/// How many splits are tried for a candidate and a start.
const SPLITS: usize = 12;

/// The canonical portfolio with the same candidates, at least this objective, and the same bill.
pub(super) fn canonical(case: &Case, from: Certified, at_least: rust_decimal::Decimal) -> Certified {
    let measures = Measures::new(case);
    let mut now = from;
    let at_least = at_least.min(now.evaluation.objective).max(now.evaluation.objective);
    let mut order: Vec<_> = now.portfolio.picks().iter().map(|pick| pick.candidate).collect();
    order.sort_by(|&a, &b| case[a].id.cmp(&case[b].id));
    // Shares first: an even split leaves the most room for early starts; then starts, then shares again.
    for candidate in order.iter().chain(&order).copied() {
        let Some(pick) = now.portfolio.pick(candidate).cloned() else { continue };
        for trial in trials(case, &pick) {
            if trial == pick {
                break;
            }
            let mut portfolio: Portfolio = now.portfolio.clone();
            portfolio.insert(trial);
            let evaluation = measures.evaluate(case, &portfolio);
            let same = evaluation.objective >= at_least && evaluation.cost <= now.evaluation.cost;
            if same && evaluation.keeps_all_rules() {
                now = Certified { portfolio, evaluation };
                break;
            }
        }
    }
    now
}

/// The picks to try for a candidate, most wanted first; they end with the pick itself or before it.
fn trials(case: &Case, pick: &Pick) -> Vec<Pick> {
    let facts = &case[pick.candidate];
    let starts = facts.starts(case.first_year, case.last_year).take_while(|&start| start <= pick.start);
    let splits = possible_shares(&facts.shares).map_or_else(Vec::new, |ranges| splits(&ranges, &pick.shares));
    let with = |start: Year, shares: &Vec<u8>| Pick { candidate: pick.candidate, start, shares: shares.clone() };
    starts.flat_map(|start| splits.iter().map(move |shares| with(start, shares))).collect()
}

/// Splits of two payers in the order of how easily they are said, with the present split last; of more or fewer payers
/// only the present one.
fn splits(ranges: &[ShareRange], present: &[u8]) -> Vec<Vec<u8>> {
    let free: Vec<usize> = (0..ranges.len()).filter(|&at| ranges[at].min < ranges[at].max).collect();
    let &[first, second] = free.as_slice() else { return vec![present.to_vec()] };
    let both = present[first] + present[second];
    let mut all: Vec<u8> = (ranges[first].min..=ranges[first].max)
        .filter(|&share| both >= share && ranges[second].contains(both - share))
        .collect();
    all.sort_by_key(|&share| {
        let roundness = if share % 10 == 0 {
            0
        } else if share % 5 == 0 {
            1
        } else {
            2
        };
        (roundness, (2 * i16::from(share) - i16::from(both)).abs(), share)
    });
    let make = |share: u8| {
        let mut split = present.to_vec();
        (split[first], split[second]) = (share, both - share);
        split
    };
    let mut splits: Vec<Vec<u8>> = all.into_iter().take(SPLITS).map(make).collect();
    splits.retain(|split| split != present);
    splits.push(present.to_vec());
    splits
}
