//! A sweep: an analysis cut into pieces that do not need each other, so that they can run on several cores and machines.
//!
//! What the pieces are depends on the inputs alone, never on the machine, and each piece reuses only what it found
//! itself and what the base gives. So any split of the pieces gives the same results.

use crate::model::order::InOrder as _;
use crate::say;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::related::{Failure, QueryRunner};

/// An analysis in pieces.
pub trait Sweep: Sync {
    /// What all pieces start from, such as the best portfolio of the case.
    type Base: Clone + Serialize + DeserializeOwned + PartialEq + Send + Sync;
    /// The result of one piece.
    type Piece: Clone + Serialize + DeserializeOwned + Send;
    /// What all pieces together give.
    type Result;

    /// Finds what all pieces start from.
    fn base(&self, runner: &QueryRunner<'_>) -> Result<Self::Base, Failure>;

    /// How many pieces there are.
    fn pieces(&self, base: &Self::Base) -> usize;

    /// The piece that is begun after the first one, because it takes longest.
    fn second(&self) -> Option<usize> {
        None
    }

    /// Works out one piece, from 0. Where the runner is stopped it gives what it has. On the way `told` hears what it has so far:
    /// the piece with less in it, each time with more, from any thread. What answers no question of a planner by itself is not
    /// told.
    fn piece(
        &self,
        runner: &QueryRunner<'_>,
        base: &Self::Base,
        piece: usize,
        told: &Told<'_, Self::Piece>,
    ) -> Result<Self::Piece, Failure>;

    /// Certifies again what a file claims, as far as that is cheap: every portfolio is measured anew and must keep the rules of its
    /// question and be worth what is said of it, and no bound may be below what a portfolio reaches. `pieces` have their numbers.
    ///
    /// # Errors
    /// What is claimed and not true, in words.
    fn certify(&self, base: &Self::Base, pieces: &[(usize, Self::Piece)]) -> Result<(), String>;

    /// Puts the pieces together, and works out what needs all of them; those that are none were not begun.
    fn assemble(
        &self,
        runner: &QueryRunner<'_>,
        base: Self::Base,
        pieces: Pieces<Self::Piece>,
    ) -> Result<Self::Result, Failure>;
}

/// Pieces in the order in which they are begun.
pub(super) fn in_order<S: Sweep>(sweep: &S, mut pieces: Vec<usize>) -> Vec<usize> {
    if let Some(at) = sweep.second().and_then(|second| pieces.iter().position(|&piece| piece == second)) {
        let second = pieces.remove(at);
        pieces.insert(pieces.len().min(1), second);
    }
    pieces
}

/// Whoever hears what is found of a piece so far.
pub type Told<'a, P> = dyn Fn(P) + Sync + 'a;

/// The pieces of a sweep; `None` if one was not begun.
pub type Pieces<P> = Vec<Option<P>>;

/// One part of this many that a sweep is split into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Shard {
    /// Which part, from 1.
    pub part: usize,
    /// Of how many.
    pub of: usize,
}

impl Shard {
    /// The whole sweep.
    pub const WHOLE: Self = Self { part: 1, of: 1 };

    /// The pieces that belong to this part: every `of`-th one.
    pub fn pieces(self, all: usize) -> Vec<usize> {
        (0..all).filter(|piece| piece % self.of.max(1) + 1 == self.part).collect()
    }
}

impl std::str::FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || say!("sweep-text-no-part", text = text);
        let (part, of) = text.split_once('/').ok_or_else(wrong)?;
        let number = |text: &str| text.trim().parse::<usize>().ok().ok_or_else(wrong);
        let shard = Self { part: number(part)?, of: number(of)? };
        if shard.part >= 1 && shard.part <= shard.of { Ok(shard) } else { Err(wrong()) }
    }
}

impl std::fmt::Display for Shard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.part, self.of)
    }
}

/// What one part of a sweep found.
#[derive(Debug, Clone, PartialEq, Serialize, serde::Deserialize)]
pub struct Part<B, P> {
    /// What all pieces start from.
    pub base: B,
    /// How many pieces the whole sweep has.
    pub pieces: usize,
    /// The pieces of this part, by number.
    pub found: Vec<(usize, P)>,
}

/// Runs one part of a sweep.
pub fn run_part<S: Sweep>(
    sweep: &S,
    runner: &QueryRunner<'_>,
    shard: Shard,
) -> Result<Part<S::Base, S::Piece>, Failure> {
    let base = sweep.base(runner)?;
    let pieces = sweep.pieces(&base);
    let wanted = in_order(sweep, shard.pieces(pieces));
    let found = runner.blocks(&wanted, |piece| sweep.piece(runner, &base, piece, &|_| {}))?;
    let mut found: Vec<_> = found.into_iter().filter_map(|(number, piece)| Some((number, piece?))).collect();
    found.order_by_key(|&(number, _)| number);
    Ok(Part { base, pieces, found })
}

/// Runs a whole sweep.
pub fn run<S: Sweep>(sweep: &S, runner: &QueryRunner<'_>) -> Result<S::Result, Failure> {
    let part = run_part(sweep, runner, Shard::WHOLE)?;
    assemble(sweep, runner, part)
}

/// The result of a sweep from a part that has all its pieces.
pub fn assemble<S: Sweep>(
    sweep: &S,
    runner: &QueryRunner<'_>,
    part: Part<S::Base, S::Piece>,
) -> Result<S::Result, Failure> {
    let mut pieces: Pieces<S::Piece> = (0..part.pieces).map(|_| None).collect();
    for (number, piece) in part.found {
        if let Some(place) = pieces.get_mut(number) {
            *place = Some(piece);
        }
    }
    sweep.assemble(runner, part.base, pieces)
}

/// Checks what the parts of a sweep claim, once they are merged.
///
/// # Errors
/// What does not belong to this sweep, or is not true.
pub fn certify<S: Sweep>(sweep: &S, whole: &Part<S::Base, S::Piece>) -> Result<(), String> {
    let Part { base, pieces, found } = whole;
    let expected = sweep.pieces(base);
    if *pieces != expected {
        return Err(say!("sweep-they-say-there", pieces = pieces, expected = expected));
    }
    if let Some((number, _)) = found.iter().find(|(number, _)| *number >= expected) {
        return Err(say!("sweep-piece-number-none", number = number, expected = expected));
    }
    sweep.certify(base, found)
}

/// Puts parts together. Refuses parts that start from different bases, pieces that are there twice, and gaps.
pub fn merge<B: PartialEq, P>(parts: Vec<Part<B, P>>) -> Result<Part<B, P>, String> {
    let mut parts = parts.into_iter();
    let mut whole = parts.next().ok_or(&say!("sweep-there-nothing-merge"))?;
    for part in parts {
        if part.base != whole.base || part.pieces != whole.pieces {
            return Err(say!("sweep-parts-start-from"));
        }
        whole.found.extend(part.found);
    }
    whole.found.order_by_key(|&(number, _)| number);
    let numbers: Vec<usize> = whole.found.iter().map(|&(number, _)| number).collect();
    if let Some(twice) = numbers.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(say!("sweep-piece-saturating-add", piece = twice[0].saturating_add(1), pieces = whole.pieces));
    }
    if let Some(gap) = (0..whole.pieces).find(|number| numbers.binary_search(number).is_err()) {
        return Err(say!("sweep-piece-saturating-add-pieces", piece = gap.saturating_add(1), pieces = whole.pieces));
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(numbers: &[usize]) -> Part<u8, usize> {
        Part { base: 1, pieces: 5, found: numbers.iter().map(|&number| (number, number * 10)).collect() }
    }

    #[test]
    fn every_piece_belongs_to_one_part() {
        let mut all: Vec<_> = (1..=3).flat_map(|part| Shard { part, of: 3 }.pieces(8)).collect();
        all.order();
        assert_eq!(all, (0..8).collect::<Vec<_>>());
    }

    #[test]
    fn parts_are_written_with_a_slash() {
        assert_eq!("2/8".parse(), Ok(Shard { part: 2, of: 8 }));
        for wrong in ["0/3", "4/3", "3", "a/b", ""] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn parts_make_the_whole() {
        let whole = merge(vec![part(&[1, 3]), part(&[0, 2, 4])]).unwrap();
        assert_eq!(whole.found, vec![(0, 0), (1, 10), (2, 20), (3, 30), (4, 40)]);
    }

    #[test]
    fn gaps_doubles_and_strangers_are_refused() {
        assert!(merge(vec![part(&[1, 3]), part(&[0, 2])]).unwrap_err().contains("piece 5 of 5 is missing"));
        assert!(merge(vec![part(&[0, 1, 2, 3]), part(&[3, 4])]).unwrap_err().contains("piece 4 of 5 appears twice"));
        let stranger = Part { base: 2, ..part(&[3, 4]) };
        assert!(merge(vec![part(&[0, 1, 2]), stranger]).unwrap_err().contains("different"));
        assert!(merge(Vec::<Part<u8, u8>>::new()).is_err());
    }
}
