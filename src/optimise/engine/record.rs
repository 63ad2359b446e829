//! What a search writes down as it goes: its tree, and for everything that it gave up the multipliers that justify it.
//!
//! It is what the proof is made from, and what the next search of a changed case starts with.

use super::domains::Decision;

/// Multipliers that are not 0, by row.
pub(crate) type Sparse = Vec<(u32, f64)>;

/// The tree of a search. The root is entry 0.
#[derive(Debug, Clone, Default)]
pub(crate) struct Record {
    /// The entries.
    pub entries: Vec<Entry>,
}

/// A place in the tree.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Entry {
    /// Not searched yet; or given up because the chosen candidates have no starts and shares together, for which nothing is
    /// written down. A search for a proof has none of these when it is through.
    Open,
    /// Two children that cover everything.
    Split([(Decision, usize); 2]),
    /// What these multipliers settle, each decision by itself: its opposite cannot be better than the best.
    Fixed(Sparse, Vec<Decision>, usize),
    /// What single rows settle, one after the other.
    ByRow(Vec<(u32, Decision)>, usize),
    /// Given up: the bound of these multipliers.
    Leaf(Sparse),
    /// Given up: this row cannot be kept.
    Broken(u32),
    /// Given up: nothing is left for a candidate, or a diagram has no path.
    Empty,
    /// Everything is settled: one portfolio, or none.
    Settled,
}

impl Record {
    /// A new place.
    pub fn add(&mut self) -> usize {
        self.entries.push(Entry::Open);
        self.entries.len() - 1
    }

    /// Says what is at a place.
    pub fn set(&mut self, at: usize, entry: Entry) {
        self.entries[at] = entry;
    }
}

/// The multipliers that are not 0.
pub(crate) fn sparse(prices: &[f64]) -> Sparse {
    let all = prices.iter().enumerate().filter(|(_, price)| **price > 0.0);
    all.filter_map(|(row, &price)| Some((u32::try_from(row).ok()?, price))).collect()
}
