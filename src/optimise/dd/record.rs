//! What a search writes down as it goes: its tree, and for everything that it gave up the multipliers that justify it.
//!
//! It is what the proof is made from, and what the next search of a changed case starts with.

use crate::optimise::instance::domains::Decision;

/// Multipliers that are not 0, by row.
pub(crate) type Sparse = Vec<(u32, f64)>;

/// The tree of a search. The root is entry 0.
#[derive(Debug, Clone, Default)]
pub(crate) struct Record {
    /// The entries.
    pub entries: Vec<Entry>,
    /// What the entries hold besides themselves, in bytes.
    inside: usize,
    leaves: usize,
    /// No more than this is written down: a larger one is of no use to anybody; `None` if all of it is.
    most: Option<Most>,
    /// Whether there was more, so that nothing is written down any more.
    outgrown: bool,
}

/// How large a record may become.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Most {
    /// This many leaves.
    pub leaves: usize,
    /// This many entries.
    pub entries: usize,
    /// This many bytes.
    pub bytes: usize,
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
    /// One that is given up as soon as it is larger than this.
    pub fn up_to(most: Most) -> Self {
        Self { most: Some(most), ..Self::default() }
    }

    /// A new place.
    pub fn add(&mut self) -> usize {
        if self.outgrown {
            return 0;
        }
        self.entries.push(Entry::Open);
        self.entries.len() - 1
    }

    /// Says what is at a place.
    pub fn set(&mut self, at: usize, entry: Entry) {
        let Some(place) = self.entries.get_mut(at) else { return };
        self.inside += entry.inside();
        self.leaves += usize::from(matches!(entry, Entry::Leaf(_)));
        let old = std::mem::replace(place, entry);
        self.inside -= old.inside();
        self.leaves -= usize::from(matches!(old, Entry::Leaf(_)));
        let (leaves, entries, bytes) = (self.leaves, self.entries.len(), self.bytes());
        let fits = |most: &Most| leaves <= most.leaves && entries <= most.entries && bytes <= most.bytes;
        if !self.most.as_ref().is_none_or(fits) {
            self.give_up();
        }
    }

    /// A record of its own for a part of the tree, the root of which is its entry 0.
    pub fn part(&self) -> Self {
        Self { most: self.most, outgrown: self.outgrown, ..Self::default() }
    }

    /// Takes in what was written of a place as a record of its own; by how much all its places move but the root.
    pub fn graft(&mut self, place: usize, grown: Self) -> usize {
        if grown.outgrown {
            self.give_up();
        }
        if self.outgrown {
            return 0;
        }
        let shift = self.entries.len() - 1;
        let moved = |at: usize| if at == 0 { place } else { at + shift };
        self.entries.resize(self.entries.len() + grown.entries.len() - 1, Entry::Open);
        for (at, entry) in grown.entries.into_iter().enumerate() {
            self.set(moved(at), entry.moved(moved));
        }
        shift
    }

    /// Nothing is written down any more, and what was is let go.
    pub fn give_up(&mut self) {
        *self = Self { most: self.most, outgrown: true, ..Self::default() };
    }

    /// The record, if all of it was written down.
    pub fn whole(self) -> Option<Self> {
        (!self.outgrown).then_some(self)
    }

    /// What it takes, in bytes.
    pub fn bytes(&self) -> usize {
        self.entries.len() * size_of::<Entry>() + self.inside
    }
}

impl Entry {
    /// The same with other places.
    fn moved(self, to: impl Fn(usize) -> usize) -> Self {
        match self {
            Self::Split(sides) => Self::Split(sides.map(|(decision, next)| (decision, to(next)))),
            Self::Fixed(prices, decisions, next) => Self::Fixed(prices, decisions, to(next)),
            Self::ByRow(settled, next) => Self::ByRow(settled, to(next)),
            Self::Open | Self::Leaf(_) | Self::Broken(_) | Self::Empty | Self::Settled => self,
        }
    }

    /// What it holds besides itself, in bytes.
    fn inside(&self) -> usize {
        match self {
            Self::Fixed(prices, decisions, _) => size_of_val(prices.as_slice()) + size_of_val(decisions.as_slice()),
            Self::ByRow(settled, _) => size_of_val(settled.as_slice()),
            Self::Leaf(prices) => size_of_val(prices.as_slice()),
            Self::Open | Self::Split(_) | Self::Broken(_) | Self::Empty | Self::Settled => 0,
        }
    }
}

/// The multipliers that are not 0.
pub(crate) fn sparse(prices: &[f64]) -> Sparse {
    let all = prices.iter().enumerate().filter(|(_, price)| **price > 0.0);
    all.filter_map(|(row, &price)| Some((u32::try_from(row).ok()?, price))).collect()
}

/// Sparse multipliers written over dense ones.
pub(crate) fn spread(prices: &Sparse, dense: &mut [f64]) {
    dense.fill(0.0);
    for &(row, price) in prices {
        dense[row as usize] = price;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A split whose children are the next two places.
    fn split(record: &mut Record, item: u32) {
        let [at, one, other] = [record.add(), record.add(), record.add()];
        record.set(at, Entry::Split([(Decision::In(item), one), (Decision::Out(item), other)]));
    }

    #[test]
    fn what_was_written_elsewhere_keeps_its_way_when_it_is_taken_in() {
        let mut record = Record::default();
        split(&mut record, 0);
        let mut grown = record.part();
        split(&mut grown, 1);
        let next = grown.add();
        grown.set(1, Entry::Fixed(vec![(5, 0.5)], vec![Decision::Out(2)], next));
        grown.set(next, Entry::Leaf(vec![(7, 1.5)]));
        let bytes = record.bytes() + grown.bytes() - size_of::<Entry>();
        assert_eq!(record.graft(2, grown), 2);
        assert_eq!(record.entries[2], Entry::Split([(Decision::In(1), 3), (Decision::Out(1), 4)]));
        assert_eq!(record.entries[3], Entry::Fixed(vec![(5, 0.5)], vec![Decision::Out(2)], 5));
        assert_eq!(record.entries[4..], [Entry::Open, Entry::Leaf(vec![(7, 1.5)])]);
        assert_eq!((record.bytes(), record.leaves), (bytes, 1));
    }

    #[test]
    fn what_has_outgrown_its_record_outgrows_the_whole() {
        let mut record = Record::up_to(Most { leaves: 1, entries: 100, bytes: 10_000 });
        split(&mut record, 0);
        let mut grown = record.part();
        split(&mut grown, 1);
        (1..3).for_each(|at| grown.set(at, Entry::Leaf(Vec::new())));
        record.graft(1, grown);
        assert_eq!((record.add(), record.part().whole().is_none()), (0, true));
        assert!(record.whole().is_none());
    }
}
