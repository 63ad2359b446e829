//! The ways to choose a candidate that the breakout search tries.

use crate::model::ShareRange;
use crate::model::order::InOrder as _;
use crate::optimise::heuristics::greedy::splits;
use crate::optimise::instance::domains::Domains;
use crate::optimise::instance::plan::Chosen;
use crate::optimise::instance::{Instance, f64_of};

/// A way to choose a candidate.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// Its start and split.
    pub chosen: Chosen,
    /// The first of the years that count by whose end it is in force.
    pub from: usize,
    /// What it adds to rows of the board.
    pub rows: Vec<(usize, f64)>,
    /// What it adds to what is paid: by ministry and year.
    pub paid: Vec<(usize, f64)>,
}

/// The ways to choose a candidate: every start, in force at the end or not, with a few splits of its bill.
pub(super) fn choices(
    instance: &Instance,
    open: &Domains,
    item: usize,
    place: &[Option<usize>],
    years: usize,
) -> Vec<Choice> {
    let it = &instance.items[item];
    let mut all = Vec::new();
    for (start, plan) in it.starts.iter().enumerate().filter(|(start, _)| open.items[item].starts & (1 << start) != 0) {
        for shares in shares(open.least(item), open.most(item)) {
            let mut terms: Vec<(usize, f64)> = Vec::new();
            let mut add = |row: u32, value: f64| terms.extend(place[row as usize].map(|at| (at, value)));
            plan.fixed.iter().for_each(|term| add(term.row, term.value));
            for (paid, &share) in plan.per_share.iter().zip(&shares) {
                for term in paid {
                    add(term.row, term.value * f64::from(share));
                }
            }
            let rows = summed(terms);
            let pay = |(ministry, &share): (usize, &u8)| {
                let bills = it.yearly.iter().enumerate().filter(|(year, bill)| **bill != 0 && plan.year + year < years);
                let paid =
                    bills.map(|(year, &bill)| (ministry * years + plan.year + year, f64_of(bill) * f64::from(share)));
                paid.collect::<Vec<_>>()
            };
            let paid = shares.iter().enumerate().filter(|(_, share)| **share > 0).flat_map(pay).collect();
            let Ok(start) = u8::try_from(start) else { continue };
            all.push(Choice { chosen: Chosen { start, shares: shares.clone() }, from: plan.from, rows, paid });
        }
    }
    all
}

/// The sum for each row.
fn summed(mut terms: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
    terms.order_by_key(|&(row, _)| row);
    terms.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    terms
}

/// A few splits within these ranges: as even as can be, as much as can be to each ministry in turn, and what lies between.
fn shares(least: &[u8], most: &[u8]) -> Vec<Vec<u8>> {
    let ranges: Vec<ShareRange> = least.iter().zip(most).map(|(&min, &max)| ShareRange { min, max }).collect();
    let mut all = splits(&ranges);
    let between: Vec<Vec<u8>> = all[1..].iter().map(|other| middle(&all[0], other)).collect();
    for shares in between {
        if !all.contains(&shares) {
            all.push(shares);
        }
    }
    all
}

/// The split half way between two, rounded so that the first ministries pay what is left.
fn middle(one: &[u8], other: &[u8]) -> Vec<u8> {
    let mut shares: Vec<u8> = one.iter().zip(other).map(|(a, b)| a.midpoint(*b)).collect();
    let mut left = 100_u8.saturating_sub(shares.iter().sum());
    for (at, share) in shares.iter_mut().enumerate() {
        if left > 0 && one[at].max(other[at]) > *share {
            *share += 1;
            left -= 1;
        }
    }
    shares
}
